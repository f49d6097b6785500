"""The lists as bitmaps in this process, derived from the database and caught up before each answer.

    with current():                                  # several answers as of one moment
        rows = Selection(MEETINGS, chosen, "newest")
        found = tallies(MEETINGS, chosen)

What is here can be thrown away at any time. Answers are exact, in an open transaction too.
"""

from __future__ import annotations

import ctypes
import gc
import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from math import inf
from pathlib import Path
from threading import RLock
from time import monotonic, perf_counter
from typing import Any, overload

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import get_language
from pyroaring import BitMap

from meetings.facets import FEW, LIMIT, LISTINGS, Chosen, Facet, Listing, Tally
from meetings.following import Follower, Object
from meetings.index import snapshots
from meetings.index.listed import ListIndex, grouped
from meetings.index.stretch import Asked, Stretch, stretch
from meetings.vocabularies import Vocabulary

logger = logging.getLogger(__name__)

REBUILD = 10_000
"""With more rows to read again than this, and than a third of the list, the whole list is read instead."""


class Index:
    """All lists, and how far they have followed the change log. One thread at a time reads or changes them."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.lock = RLock()
        self.follower = Follower()
        self.lists: dict[str, ListIndex] = {}
        self.names: dict[tuple[str | None, Vocabulary], dict[Any, tuple[str, str]]] = {}
        self.depth = 0
        self.failed = -inf

    @contextmanager
    def current(self) -> Iterator[Index]:
        """The lists as they are now; what is asked within is answered as of one moment."""
        with self.lock:
            if not self.depth:
                self.catch_up()
            self.depth += 1
            try:
                yield self
            finally:
                self.depth -= 1

    def catch_up(self) -> None:
        if not self.lists:
            self._load()
        if self.lists and self.follower.is_current():
            return
        with self.follower.catch_up() as changed:
            if changed is None or not self.lists:
                self.names.clear()
                self.build()
            else:
                self._forget_names(changed)
                self._reread(changed)
        if changed is None or self._is_old():
            self.save()

    def _is_old(self) -> bool:
        """Whether it is time to keep what changed; where that failed, it is not tried with each change."""
        return self.path is not None and monotonic() - self.failed > snapshots.OLD and snapshots.is_old(self.path)

    def build(self) -> None:
        """All lists anew from the database."""
        begun = perf_counter()
        self.lists = {listing.kind: ListIndex.build(listing) for listing in LISTINGS}
        rows = sum(len(one.members) for one in self.lists.values())
        if rows > REBUILD:
            settle()
            logger.info("Index of %d rows built in %.1f s", rows, perf_counter() - begun)

    def _reread(self, changed: Collection[Object]) -> None:
        for kind, index in self.lists.items():
            rows = BitMap()
            for other, pks in grouped(changed).items():
                rows |= index.affected(other, pks)
            if len(rows) > max(REBUILD, len(index.members) // 3):
                self.lists[kind] = ListIndex.build(index.listing)
            elif rows:
                index.reread(rows)

    def _forget_names(self, changed: Collection[Object]) -> None:
        objects = grouped(changed)
        for (_, vocabulary), known in self.names.items():
            for pk in objects.get(vocabulary.kind, ()):
                known.pop(pk, None)

    def _load(self) -> None:
        if self.path and (found := snapshots.load(self.path)):
            self.follower = Follower(found.position)
            self.lists = found.lists
            settle()

    def save(self) -> None:
        """Keep it for the next process; what may still be rolled back is not kept."""
        if self.path and self.follower.position and not self.follower.tentative:
            self.failed = -inf if snapshots.save(self.path, self.follower.position, self.lists) else monotonic()

    def named(self, vocabulary: Vocabulary, keys: Collection[Any]) -> dict[Any, tuple[str, str]]:
        """Values and names of what a column holds, asked for once until they change."""
        known = self.names.setdefault((get_language(), vocabulary), {})
        if missing := [key for key in keys if key not in known]:
            known |= vocabulary.named(missing)
        return known


def settle() -> None:
    """What is there now stays: the collector of garbage need not look at it again and again.

    What reading it took is given back; glibc would keep it, a fifth of the whole.
    """
    gc.collect()
    gc.freeze()
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


INDEX = Index(Path(settings.INDEX_PATH) if settings.INDEX_PATH else None)


def current() -> AbstractContextManager[Index]:
    return INDEX.current()


def tallies(listing: Listing, chosen: Chosen) -> dict[str, list[Tally]]:
    """The commonest values of each facet, one more than a page shows if there are more, and those chosen."""
    most = LIMIT + FEW + 1
    with current():
        return {
            facet.name: tally_of(facet, listing, chosen, most + len(chosen.values.get(facet.name, ())))
            for facet in listing.facets
        }


def tally_of(facet: Facet, listing: Listing, chosen: Chosen, limit: int | None = LIMIT) -> list[Tally]:
    """What the values of one facet would give, the others being as they are; all with a row if there is no limit."""
    with INDEX.current() as index:
        counts = index.lists[listing.kind].counts(facet, chosen, limit)
        names = index.named(facet.vocabulary, counts)
        if facet.vocabulary.by_value:
            return [Tally(*names[key], counts[key]) for key in sorted(counts, reverse=True)]
        found = [Tally(*names[key], count) for key, count in counts.items() if key in names]
        return sorted(found, key=lambda one: (-one.count, one.label))


def dates(listing: Listing, chosen: Chosen, year: int | None = None) -> dict[int, int]:
    """How many meetings each year would give, or each month of `year`, whatever time is chosen; 0: not known."""
    with INDEX.current() as index:
        return index.lists[listing.kind].by_date(chosen, year)


Fetch = Callable[[QuerySet[Any]], Iterable[Any]]


def same(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows


class Selection(Sequence[Any]):
    """The rows of a list that have what is asked for, in one order; `fetch` says what a page of them needs."""

    def __init__(self, listing: Listing, chosen: Chosen, sort: str = "", fetch: Fetch = same) -> None:
        self.listing, self.chosen, self.fetch = listing, chosen, fetch
        self.sort = sort or next(iter(listing.sorts))

    def __len__(self) -> int:
        with INDEX.current() as index:
            return len(index.lists[self.listing.kind].matching(self.chosen))

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...

    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, int):
            return self[place : place + 1][0]
        with INDEX.current() as index:
            mine = index.lists[self.listing.kind]
            pks = mine.page(self.sort, mine.matching(self.chosen), place.start or 0, place.stop)
        return self._fetched(pks)

    def stretch(self, size: int, asked: Asked) -> tuple[list[Any], Stretch]:
        """Rows after or before a place, and where they stand. Raises ValueError if there are none there."""
        with INDEX.current() as index:
            mine = index.lists[self.listing.kind]
            found = stretch(mine, self.sort, mine.matching(self.chosen), size, asked)
        return self._fetched(found.pks), found

    def _fetched(self, pks: list[int]) -> list[Any]:
        rows = {row.pk: row for row in self.fetch(self.listing.rows().filter(pk__in=pks).order_by())}
        return [rows[pk] for pk in pks if pk in rows]
