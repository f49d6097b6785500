"""Rows in one order: any page of any selection without sorting or walking through them all.

The rows are cut into buckets of some hundreds; those before a page are counted, and only its own are sorted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import islice
from operator import itemgetter
from typing import Any

from pyroaring import BitMap

SIZE = 1024


class Order:
    """`key` gives what a row is sorted by, as it stands now; no two rows may have the same."""

    def __init__(self, key: Callable[[int], Any], pks: Iterable[int] = ()) -> None:
        self.key = key
        rows = iter(sorted(pks, key=key))
        self.firsts: list[Any] = []
        self.buckets: list[BitMap] = []
        while found := list(islice(rows, SIZE)):
            self.firsts.append(key(found[0]))
            self.buckets.append(BitMap(found))

    def state(self) -> list[Any]:
        """All of it as plain data."""
        return [self.firsts, [bucket.serialize() for bucket in self.buckets]]

    @classmethod
    def restored(cls, key: Callable[[int], Any], state: list[Any]) -> Order:
        firsts, buckets = state
        order = cls(key)
        order.firsts = [tuple(first) for first in firsts]
        order.buckets = [BitMap.deserialize(bucket) for bucket in buckets]
        return order

    def remove(self, pks: Iterable[int]) -> None:
        """To be called before what they are sorted by changes."""
        for pk in pks:
            if self.buckets:
                self.buckets[self._place(pk)].discard(pk)

    def add(self, pks: Iterable[int]) -> None:
        for pk in pks:
            if not self.buckets:
                self.firsts, self.buckets = [self.key(pk)], [BitMap()]
            place = self._place(pk)
            self.buckets[place].add(pk)
            if len(self.buckets[place]) > 2 * SIZE:
                self._split(place)

    def page(self, within: BitMap, start: int, stop: int) -> list[int]:
        """The rows of a selection from one place to another."""
        found: list[int] = []
        for bucket in self.buckets:
            if stop <= 0:
                break
            number = within.intersection_cardinality(bucket)
            if start < number:
                rows = sorted(within & bucket, key=self.key)
                found += rows[max(start, 0) : stop]
            start, stop = start - number, stop - number
        return found

    def after(self, within: BitMap, key: Any, number: int) -> tuple[int, list[int]]:
        """The next rows of a selection after a key, whether or not a row has it, and how many come before them."""
        start, here = self._split_at(within, key, bisect_right)
        found = here[start:]
        for bucket in islice(self.buckets, self._bucket(key) + 1, None):
            if len(found) >= number:
                break
            found += self._sorted(within & bucket)
        return self._before(within, key) + start, found[:number]

    def before(self, within: BitMap, key: Any, number: int) -> tuple[int, list[int]]:
        """The last rows of a selection before a key, in their order, and how many come before them."""
        end, here = self._split_at(within, key, bisect_left)
        found = here[:end]
        for bucket in reversed(self.buckets[: self._bucket(key)]):
            if len(found) >= number:
                break
            found = self._sorted(within & bucket) + found
        return max(self._before(within, key) + end - number, 0), found[-number:]

    def _split_at(self, within: BitMap, key: Any, side: Callable[..., int]) -> tuple[int, list[int]]:
        """The rows of a selection in the bucket where a key belongs, and how many of them are on this side of it."""
        place = self._bucket(key)
        pairs = sorted((self.key(pk), pk) for bucket in self.buckets[place : place + 1] for pk in within & bucket)
        return side(pairs, key, key=itemgetter(0)), [pk for _, pk in pairs]

    def _before(self, within: BitMap, key: Any) -> int:
        """How many rows of a selection are in the buckets before that of a key."""
        return sum(map(within.intersection_cardinality, islice(self.buckets, self._bucket(key))))

    def _sorted(self, rows: BitMap) -> list[int]:
        return sorted(rows, key=self.key)

    def _place(self, pk: int) -> int:
        return self._bucket(self.key(pk))

    def _bucket(self, key: Any) -> int:
        """Which bucket a row with this key would be in."""
        return max(bisect_right(self.firsts, key) - 1, 0)

    def _split(self, place: int) -> None:
        rows = sorted(self.buckets[place], key=self.key)
        self.buckets[place : place + 1] = [BitMap(rows[:SIZE]), BitMap(rows[SIZE:])]
        self.firsts.insert(place + 1, self.key(rows[SIZE]))
