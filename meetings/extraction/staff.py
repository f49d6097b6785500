"""Whose staff somebody is: "a spokesman for President X", "Y, Chief of Staff to Prime Minister X"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .office import Office
from .phrases import Hit
from .tokens import Words

_LINKED = 60
"""Characters between a link and the office of whom somebody works for, a body's or a state's name among them."""


def split_staff(words: Words, found: list[Office], read: Callable[[Hit, int], Office]) -> list[Office]:
    """The offices, "spokesman for President" before a name as two: the name is the president's."""
    links = words.lexicon.words("staff_links")
    parted: list[Office] = []
    for office in found:
        inner = _served(words, office) if links else None
        link = _link_before(words, inner.start, office.head) if inner else None
        if inner is None or link is None:
            parted.append(office)
            continue
        start, end = link
        parted.append(replace(office, end=start))  # its words go on: "Chief of Staff to the Chilean President"
        parted.append(read(inner, end))
    return parted


def serves(words: Words, begin: int) -> bool:
    """Whether an office stands right before "of", "for" or "to" and a place: who is named there has a staff."""
    links = words.lexicon.words("staff_links")
    before = words.lowered[max(0, begin - 12) : begin].split()[-1:]
    at = begin - len(before[0]) - 2 if before and before[0] in links else 0
    return at > 0 and words.plain[at] == " " and words.covering("office", at - 1) is not None


def _served(words: Words, office: Office) -> Hit | None:
    """The office with a capital that ends another one right before a name."""
    hits = [h for h in words.inside("office", office.head + 1, office.end) if h.end == h.stem_end == office.end]
    following = words.index_at(office.end)
    token = words.tokens[following] if following < len(words.tokens) else None
    named = token is not None and token.capital and token.start == office.end + 1
    named = named and token is not None and words.covering("office", token.start) is None
    return hits[-1] if hits and named and words.plain[hits[-1].start].isupper() else None


def _link_before(words: Words, start: int, floor: int) -> tuple[int, int] | None:
    """Where the words stand that join two offices ("for"), with no article, nor anything but names of states and
    bodies behind them; None where nothing does."""
    links = words.lexicon.words("staff_links")
    some = words.between(max(floor, start - _LINKED), start)
    for token in reversed(words.tokens[some.start : some.stop]):
        if token.lower in links:
            before = words.covering("office", token.start - 2)
            return (token.start - 1, token.end + 1) if before and before.end == token.start - 1 else None
        known = any(words.covering(kind, token.start) for kind in ("country", "organization", "institutions"))
        if not (known and token.capital):
            return None
    return None
