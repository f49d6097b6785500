"""Bitmaps by value. Small ones are kept as plain numbers, in a tenth of the memory: most values are rare."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, MutableMapping
from typing import Any

from pyroaring import BitMap

SMALL = 100
"""Up to so many rows are kept as numbers of four bytes."""
Kept = BitMap | bytes


def kept(rows: BitMap) -> Kept:
    return rows if len(rows) > SMALL else rows.to_array().tobytes()


def bitmap(rows: Kept) -> BitMap:
    return BitMap(array("I", rows)) if isinstance(rows, bytes) else rows


def number(rows: Kept) -> int:
    return len(rows) // 4 if isinstance(rows, bytes) else len(rows)


class Rows(MutableMapping[Any, BitMap]):
    """What is changed in a bitmap is to be put back: it may be a copy."""

    def __init__(self, kept: dict[Any, Kept] | None = None) -> None:
        self.kept = {} if kept is None else kept

    @classmethod
    def of(cls, found: dict[Any, BitMap]) -> Rows:
        return cls({value: kept(rows) for value, rows in found.items()})

    def state(self) -> list[Any]:
        """As plain data: each value with its rows, and whether they are plain numbers."""
        return [
            [value, True, rows] if isinstance(rows, bytes) else [value, False, rows.serialize()]
            for value, rows in self.kept.items()
        ]

    @classmethod
    def restored(cls, state: list[Any]) -> Rows:
        return cls({value: rows if small else BitMap.deserialize(rows) for value, small, rows in state})

    def totals(self) -> list[tuple[Any, Kept, int]]:
        """Values with their rows and how many there are, the greatest number first."""
        found = [(value, rows, number(rows)) for value, rows in self.kept.items()]
        return sorted(found, key=lambda one: -one[2])

    def __getitem__(self, value: Any) -> BitMap:
        return bitmap(self.kept[value])

    def __setitem__(self, value: Any, rows: BitMap) -> None:
        self.kept[value] = kept(rows)

    def __delitem__(self, value: Any) -> None:
        del self.kept[value]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.kept)

    def __len__(self) -> int:
        return len(self.kept)
