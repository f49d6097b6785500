"""Lists of participants on a page: behind a label, or bullets with names and offices."""

from __future__ import annotations

import re
from collections.abc import Callable

from .lexicon import Lexicon
from .phrases import lower

LISTED = re.compile(r"[•●▪■◦►*]|[-–—]\s")
"""An entry of a list, or a notice set between stars."""
_LONGEST_ROSTER = 80


def find_roster(texts: list[str], lexicon: Lexicon, is_prose: Callable[[str], bool]) -> set[int]:
    """The lines of a list of participants: behind its label, or bullets with offices before the body."""
    labels = _labels(lexicon)
    texts = texts[:_LONGEST_ROSTER]
    for i, text in enumerate(texts):
        match = labels.match(text)
        if match and text[match.end() :].strip()[:1] in ("", ":", "|"):
            first = i if text[match.end() :].strip(" |:") else i + 1
            return set(range(first, _end(texts, first, lexicon, is_prose)))
    first = next((i for i, t in enumerate(texts) if LISTED.match(t) or is_prose(t)), len(texts))
    if first == len(texts) or not LISTED.match(texts[first]):
        return set()
    listed = range(first, _end(texts, first, lexicon, is_prose))
    held = sum("," in texts[i] and _has(lexicon, texts[i], "office") for i in listed)
    return set(listed) if held >= max(2, len(listed) * 0.6) else set()


def _end(texts: list[str], first: int, lexicon: Lexicon, is_prose: Callable[[str], bool]) -> int:
    """Where the list ends that begins with a line: with the bullets, at the next label, at the first long sentence."""
    bullets = first < len(texts) and bool(LISTED.match(texts[first]))
    for i in range(first, len(texts)):
        if bullets and not LISTED.match(texts[i]):
            return i
        capitals = i > first and re.match(r"[A-Z]{4,}\s*:?(?=\s|$)", texts[i])
        if capitals and not _has(lexicon, texts[i], "country", "organization"):
            return i
        if i == first or bullets:
            continue
        said = len(texts[i].split()) >= 8 and _has(lexicon, texts[i], "speech")
        if said or (is_prose(texts[i]) and _told(texts[i], lexicon)):
            return i
    return len(texts)


def _told(text: str, lexicon: Lexicon) -> bool:
    """Whether a line of prose is no entry of a list any more: a long one, or one of what somebody said."""
    label, colon, said = text.partition(": ")
    turn = bool(colon) and len(label) < 60 and not set(lower(said).split()).isdisjoint(lexicon.words("first_person"))
    return turn or len(text.split()) > 12 or _has(lexicon, text, "speech")


def _labels(lexicon: Lexicon) -> re.Pattern[str]:
    return lexicon.shaped("participant_labels", r"(?i){words}(?!\w)")


def _has(lexicon: Lexicon, text: str, *kinds: str) -> bool:
    return any(h.kind in kinds for h in lexicon.matcher.find(text))
