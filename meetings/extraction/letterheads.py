"""The letterhead: a line above the headline that says whose page it is, by name and office."""

from __future__ import annotations

import re

from .lexicon import Lexicon
from .phrases import lower

_LONGEST = 140
_NAME_WORDS = range(2, 6)
_COVERED = ("office", "country", "organization", "titles")
_SMALL = ("function_words", "complements", "honours", "letterheads", "titles")
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
"""Letters set apart: "N o t e s"."""
_TELLING = {"encounter", "visits", "place"}
"""What a headline names and a letterhead does not."""


def is_letterhead(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is an office and a name, and at most says what kind of page follows ("MEDIA RELEASE", also printed
    letter by letter)."""
    text = _SPACED.sub(lambda m: re.sub(r" (?![A-Z])", "", m[0]), text.replace("  ", " "))
    hits = lexicon.matcher.find(text) if len(text) <= _LONGEST and not re.search(r"\d|[!?…:]", text) else []
    if not any(h.kind == "office" for h in hits) or any(h.kind in _TELLING for h in hits):
        return False
    told = {n for h in hits if h.kind in _COVERED for n in range(h.start, h.end)}
    small = frozenset().union(*map(lexicon.words, _SMALL))
    rest = [m[0] for m in re.finditer(r"[^\W\d_][\w’'.-]*", text) if m.start() not in told]
    name = [word for word in rest if lower(word).strip(".") not in small]
    return len(name) in _NAME_WORDS and all(word[0].isupper() for word in name)


def says_its_kind(text: str, lexicon: Lexicon) -> bool:
    """Whether a letterhead begins with what kind of page it is ("MEDIA RELEASE …"): then it is no headline."""
    words = lower(text).split()[:2]
    return len(words) == 2 and lexicon.words("letterheads").issuperset(words)
