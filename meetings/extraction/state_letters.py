"""States written as one letter where the letters around it say so: 中俄关系, 哈方, 访华, 俄外长."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from . import lexicon as lexicons
from .lexicon import Lexicon
from .phrases import Hit

_LONGER = ("country", "place", "organization", "agency", "not_countries")


def with_letters(hits: list[Hit], plain: str, lexicon: Lexicon) -> list[Hit]:
    """The hits of a text and, in languages that abbreviate so, those of single letters."""
    letters = lexicon.table("state_letters")
    if not letters:
        return hits
    taken = sorted((h.start, h.end) for h in hits if h.kind in _LONGER)
    found = []
    for match in _pattern(lexicon.tag).finditer(plain):
        for at in range(match.start(), match.end()):
            before = bisect_right(taken, (at, len(plain))) - 1
            if before >= 0 and at < taken[before][1]:
                continue
            form = plain[at]
            found.append(Hit(at, at + 1, at + 1, "country", (letters[form], "adjective", form)))
    return sorted([*hits, *found], key=lambda h: (h.start, -h.end, h.kind))


@cache
def _pattern(tag: str) -> re.Pattern[str]:
    """One letter with a word that needs a state beside it, or two to four letters in a row with one behind them."""
    lexicon = lexicons.load(tag)
    one = f"[{''.join(map(re.escape, lexicon.table('state_letters')))}]"
    before = _choice(lexicon.words("state_before"))
    after = _choice(lexicon.words("state_after"))
    both = _choice(lexicon.words("states_after"))
    pairs = _choice(lexicon.words("state_pairs"))
    return re.compile(rf"(?<={before}){one}|{pairs}|{one}{{2,4}}(?={both})|{one}(?={after})")


def _choice(words: frozenset[str]) -> str:
    return "(?:" + ("|".join(sorted(words, key=lambda w: (-len(w), w))) or "(?!)") + ")"
