"""Towns before a colon: a dateline looks like the label of somebody's words."""

from __future__ import annotations

import re

from .pages import Paragraph
from .phrases import lower
from .tokens import Words

_DATED = re.compile(r"(?: ?\([^()\n]{2,30}\))?:")
"""What stands behind a dateline's town: a colon, the day or an agency in brackets before it."""
_QUOTED = re.compile('[“"«„][^”"»“„«]*[”"»“]')
_TELLING = ("speech", "encounter", "visits")


def dateline_label(words: Words, p: Paragraph, text: str) -> bool:
    """ "Oslo: The minister …", "OSLO (May 3): The minister …": a dateline."""
    town = words.covering("place", p.start)
    return town is not None and _DATED.match(text, town.end - p.start) is not None


def unlisted_town_label(words: Words, start: int, end: int, text: int, stop: int) -> bool:
    """ "TEMA NORTH: The minister said …": whether the one label of a page, in capitals over its first paragraph, is a
    town that no list has: no office, nobody of that name further on, nobody who says "I" there."""
    name = words.plain[start:end]
    if not name.isupper() or any(words.inside(kind, start, end) for kind in ("office", "titles")):
        return False
    told = any(words.inside(kind, text, stop) for kind in _TELLING)
    unquoted = re.findall(r"[^\W\d_]+", _QUOTED.sub(" ", words.lowered[text:stop]))
    speaks = not words.lexicon.words("first_person").isdisjoint(unquoted)
    return told and not speaks and lower(name.split()[-1]) not in words.lowered[text:]
