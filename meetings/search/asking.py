"""A search as pages ask it: how many there are of each kind, the best of them, and all of them as ids."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import cached_property
from threading import Lock
from typing import Any

from pyroaring import FrozenBitMap

from meetings.search import index, spelling
from meetings.search.entries import KINDS
from meetings.search.hits import Marker
from meetings.search.matching import Plan
from meetings.search.syntax import Query, parse

FEW = 5
"""Hits that are looked up together with how many there are."""
REMEMBERED = 200
"""Answers that are kept, for as long as nothing changes."""


class Memory:
    """The last answers about one state of the index; those about another are forgotten."""

    def __init__(self, most: int = REMEMBERED) -> None:
        self.most, self.lock = most, Lock()
        self.version: Hashable = None
        self.answers: OrderedDict[Hashable, Any] = OrderedDict()

    def of(self, version: Hashable, question: Hashable, answer: Callable[[], Any]) -> Any:
        with self.lock:
            if version != self.version:
                self.version = version
                self.answers.clear()
            if question in self.answers:
                self.answers.move_to_end(question)
                return self.answers[question]
        found = answer()
        with self.lock:
            if version == self.version:
                self.answers[question] = found
            while len(self.answers) > self.most:
                self.answers.popitem(last=False)
        return found


MEMORY = Memory()


class Search:
    """What people typed, searched. `exactly`: as it is typed, without other forms and spellings."""

    def __init__(self, query: Query | str, exactly: bool = False) -> None:
        self.query = parse(query) if isinstance(query, str) else query
        self.exactly = exactly
        self.view = index.caught_up()
        self.plan = Plan(self.view, self.query, exactly)

    @property
    def words(self) -> str:
        """As it can be typed again."""
        return str(self.query)

    @property
    def address(self) -> dict[str, str]:
        """What a query string says of it."""
        return {"q": self.words} | ({"exactly": "1"} if self.exactly else {})

    @property
    def behind(self) -> bool:
        """Much has changed that this search does not know yet."""
        return self.view.behind

    def ids(self, kind: str) -> FrozenBitMap:
        """All there is of a kind: keys of rows, which may have changed since."""
        if not self.query:
            return FrozenBitMap()
        return self._remembered("ids", kind, lambda: self.view.ids(self.plan.wanted(kind), kind))

    def total(self, kind: str) -> int:
        return self._first(kind, FEW)[0] if self.query else 0

    def best(self, kind: str, start: int, end: int, newest: bool = False) -> list[int]:
        """The hits from `start` on and before `end`, the best or the newest first."""
        if not self.query:
            return []
        return self._first(kind, max(end, FEW), newest)[1][start:end]

    def _first(self, kind: str, end: int, newest: bool = False) -> tuple[int, list[int]]:
        """The total comes with the first hits: a page that tells it shows some of them, as a rule."""
        wanted = self.plan.wanted if newest else self.plan.ranked
        return self._remembered(("first", end, newest), kind, lambda: self.view.first(wanted(kind), kind, end, newest))

    @cached_property
    def totals(self) -> dict[str, int]:
        return {kind: self.total(kind) for kind in KINDS}

    @cached_property
    def marker(self) -> Marker:
        """Finds the words in texts."""
        return Marker([unit for term in self.query.words for unit in self.plan.units(term)], self.exactly)

    def meant(self) -> Query | None:
        """The query with its unknown words spelt as known ones, if there are such."""
        return None if self.exactly else spelling.corrected(self.plan, not any(self.totals.values()))

    def _remembered(self, what: Hashable, kind: str, answer: Callable[[], Any]) -> Any:
        return MEMORY.of(self.view.version, (replace(self.query, hints=()), self.exactly, kind, what), answer)
