"""Quotations that stand outside of a told sentence: in the headline, before words that point back at them; and what
journalists ask, which is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from .lexicon import Lexicon
from .stretch import Stretch
from .tokens import Words
from .wordlists import any_of

_HEADED = re.compile(r"\s*(?:[—–:,|-]\s|$)")
_PART = re.compile(r"[^.;:!?…\n]{0,90}")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@cache
def _pointers(pointers: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"[\s.,—–-]*(?:{any_of(sorted(pointers))})(?!\w)")


def points_back(lowered: str, lexicon: Lexicon, at: int) -> int | None:
    """Where the words end that stand behind a quotation and mean it ("these were the words …"); None without any."""
    known = lexicon.words("back_pointers")
    match = _pointers(known).match(lowered, at) if known else None
    return match.end() if match else None


def headline_quotes(words: Words, scan: Callable[[str, int, int], tuple[list[Stretch], int | None]]) -> list[Stretch]:
    """ "Anna Bell: “We shall not wait”": what the headline quotes, from its first word or a colon to its end."""
    found: list[Stretch] = []
    for line in words.page.title.spans if words.lexicon.spaced else ():
        for s in scan(words.plain, line.start, line.end)[0]:
            before = words.plain[line.start : s.outer_start].rstrip()
            parts = _WORD.findall(words.plain[s.start : s.end])
            led = before.endswith(":")
            closed = _HEADED.match(words.plain[s.outer_end : line.end])
            small = [p for p in parts[1:] if p[0].islower()]
            talk = words.lexicon.begins("interviews").search(words.lowered, s.outer_end, line.end)
            whole = not before and len(parts) >= (3 if talk else 4)
            if closed and small and (whole or (led and len(parts) >= 2 and s.outer_end >= line.end)):
                found.append(s)
    return found


def _noun_of_question(words: Words, s: Stretch, askers: frozenset[str]) -> bool:
    """ "Gazetecinin “…” sorusuna": words that a noun for a question stands behind, and before which nobody is named."""
    nouns = words.lexicon.affixes("questions_behind")
    if not nouns or not words.lowered[s.outer_end : s.outer_end + 30].lstrip(" ,-–—").startswith(nouns):
        return False
    before = _WORD.findall(words.plain[max(0, s.outer_start - 40) : s.outer_start])[-1:]
    return bool(before) and (before[0].islower() or before[0].lower() in askers)


def asked_by_press(words: Words, s: Stretch) -> bool:
    """ "— When? — journalists asked": a question that the sentence around it gives to the press."""
    askers = words.lexicon.words("askers")
    if _noun_of_question(words, s, askers):
        return True
    if "?" not in words.plain[max(s.start, s.end - 2) : s.outer_end]:
        return False
    if _answered(words, s):
        return True
    if not askers:
        return False
    behind = _PART.match(words.lowered, s.outer_end)
    around = behind[0] if behind else ""
    lead = words.lowered[max(0, s.outer_start - 90) : s.outer_start]
    if lead.rstrip().endswith(":"):
        around += " " + re.split(r"[.!?…\n]", lead)[-1]
    asked = words.inside("speech", max(0, s.outer_start - 90), s.outer_end + 90)
    return bool(asked) and any(w in askers for w in _WORD.findall(around))


def _answered(words: Words, s: Stretch) -> bool:
    """ "To the question “…?” Bell replied": a question that somebody answers, with the word for it beside."""
    before = words.lexicon.shaped("answered_questions", r"(?<!\w){words}[\s,:—–-]*$")
    behind = words.lexicon.shaped("questions_behind", r"[\s,]{0,2}(?:\w+ ){0,2}{words}")
    asked = behind.match(words.lowered, s.outer_end) if words.lexicon.words("questions_behind") else None
    return bool(asked or before.search(words.lowered, max(0, s.outer_start - 40), s.outer_start))
