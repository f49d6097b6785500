"""Where the words of a query stand in a text as it is written, and the piece of it that shows them best."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from meetings.highlighting import HIDDEN
from meetings.search.matching import Unit
from meetings.search.words import as_typed, fold, sounding, stem, tokens

LONGEST = 150_000
"""Characters of a text that are looked through."""
MOST = 32
"""Wanted words that are looked for; one term may be hundreds of them."""
ROOM = 260
"""Characters of a snippet."""
BEFORE = 60
"""Of these before the first hit."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found: `text[start:end]`, and which of the wanted ones they are."""

    start: int
    end: int
    unit: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text on one line, in parts: words, and whether they are a hit."""

    parts: list[tuple[str, bool]]
    first: int
    """The number of its first hit among those of the text, from 1; 0: none."""
    worth: int = 0
    """How many of the wanted words it has."""


class Marker:
    def __init__(self, units: Sequence[Unit], exactly: bool = False) -> None:
        units = units[:MOST]
        self.units, self.exactly = units, exactly
        self.wanted = [[as_typed(word) if exactly else fold(word) for word in unit.words] for unit in units]

    def hits(self, text: str, language: str = "", named: Iterable[tuple[int | str, Span]] = ()) -> list[Hit]:
        """In order, none inside another. `named`: where the text names a person (id) or a state (code)."""
        found = list(tokens(text[:LONGEST]))
        forms = [as_typed(one[0]) if self.exactly else fold(one[0]) for one in found]
        every = [
            Hit(found[place].start(), found[place + length - 1].end(), number)
            for number in range(len(self.units))
            for place, length in self._places(number, forms, [one[0] for one in found], language)
        ]
        for who, (start, end) in named:
            every += [
                Hit(start, end, number)
                for number, unit in enumerate(self.units)
                if who in unit.people or who in unit.countries
            ]
        return list(_apart(every))

    def _places(self, number: int, forms: list[str], typed: list[str], language: str) -> Iterator[Span]:
        """Where the words of one unit begin, and how many they are."""
        unit, wanted = self.units[number], self.wanted[number]
        if not wanted:
            return
        if len(wanted) > 1:
            places = (place for place, form in enumerate(forms) if form == wanted[0])
            yield from ((place, len(wanted)) for place in places if forms[place : place + len(wanted)] == wanted)
            return
        for place, form in enumerate(forms):
            if (
                form == wanted[0]
                or (unit.stems and stem(form, language) in unit.stems)
                or (unit.sounds and sounding(typed[place]) in unit.sounds)
            ):
                yield place, 1

    def whole(self, text: str, hits: Sequence[Hit]) -> Snippet:
        """All of a short text."""
        return Snippet([part for part in _parts(text, hits, 0, len(text)) if part[0]], 1 if hits else 0)

    def snippet(self, text: str, hits: Sequence[Hit], room: int = ROOM) -> Snippet:
        """The piece with the most of the wanted words; the beginning, if the text has none."""
        if not hits:
            return Snippet([(_tidy(text[:room]) + _more(text, min(room, len(text))), False)], 0)
        first, worth = max(
            ((place, len({hit.unit for hit in _near(hits, place, room)})) for place in range(len(hits))),
            key=lambda one: (one[1], -one[0]),
        )
        start = _word_start(text, max(hits[first].start - BEFORE, 0), hits[first].start)
        end = _word_end(text, max(start + room, hits[first].end))
        parts = [("… " if start else "", False), *_parts(text, hits[first:], start, end), (_more(text, end), False)]
        return Snippet([part for part in parts if part[0]], first + 1, worth)


def _parts(text: str, hits: Iterable[Hit], at: int, end: int) -> Iterator[tuple[str, bool]]:
    for hit in (one for one in hits if one.end <= end):
        yield _tidy(text[at : hit.start]), False
        yield _tidy(text[hit.start : hit.end]), True
        at = hit.end
    yield _tidy(text[at:end]), False


def _near(hits: Sequence[Hit], place: int, room: int) -> Iterator[Hit]:
    for hit in hits[place : place + 50]:
        if hit.end > hits[place].start + room - BEFORE:
            return
        yield hit


def _apart(hits: list[Hit]) -> Iterator[Hit]:
    """The longest of those that overlap."""
    at = -1
    for hit in sorted(hits, key=lambda one: (one.start, -one.end, one.unit)):
        if hit.start >= at:
            yield hit
            at = hit.end


def _tidy(words: str) -> str:
    """On one line; what readers may not see is left out."""
    inner = " ".join(re.sub(f"(?:{HIDDEN.pattern})+", "…", words).split())
    return f"{' ' * words[:1].isspace()}{inner}{' ' * words[-1:].isspace()}" if inner else words[:1] and " "


def _more(text: str, end: int) -> str:
    return " …" if text[end:].strip() else ""


def _word_start(text: str, start: int, before: int) -> int:
    """The next beginning of a word, so that none is cut."""
    if start == 0:
        return 0
    space = next((place for place in range(start, before) if text[place].isspace()), None)
    return before if space is None and before - start < BEFORE else start if space is None else space + 1


def _word_end(text: str, end: int) -> int:
    space = next((place for place in range(end, max(end - BEFORE, 0), -1) if text[place : place + 1].isspace()), None)
    return min(end, len(text)) if space is None or end >= len(text) else space
