"""Who only studies what others do: "the political scientist X"; and whom "the expert" means further on."""

from __future__ import annotations

import re

from .person import Person
from .phrases import lower
from .tokens import Words

_CALLED = 70
"""Characters before a name in which a calling stands."""
_PART = re.compile(r"[,.;:»”\n]")


def comments(words: Words, person: Person) -> bool:
    """Whether nothing is told of somebody but that they study what others do."""
    cue = words.lexicon.whole("commentators")
    held = {id(n): lower(o.text) for o, n in person.offices}
    before = (_PART.split(words.lowered[max(0, n.start - _CALLED) : n.start])[-1] for n in person.names)
    told = [held.get(id(n)) or _behind_joins(words, text) for n, text in zip(person.names, before, strict=True)]
    called = [bool(cue.search(text)) for text in told]
    return any(called) and all(c for c, n in zip(called, person.names, strict=True) if id(n) in held)


def _behind_joins(words: Words, text: str) -> str:
    """What stands before a name and behind the last "and": "ministers and the political scientist"."""
    return words.lexicon.shaped("party_joins", r" {words} ").split(text)[-1]
