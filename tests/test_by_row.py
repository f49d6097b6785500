"""Numbers of values by row: what fits no more is given room."""

from __future__ import annotations

from pyroaring import BitMap

from meetings.index.by_row import ByRow


def test_more_values_and_rows_than_there_was_room_for() -> None:
    mine = ByRow.of({value: BitMap([value]) for value in range(250)})
    found = {value: BitMap([value, 2000]) for value in range(1000, 1020)}
    mine.replace(BitMap(value for rows in found.values() for value in rows), found)
    assert mine.counts(BitMap([7, 249, 1019])) == {7: 1, 249: 1, 1019: 1}
    assert sorted(mine.of_row(2000)) == list(range(1000, 1020))
    restored = ByRow.restored(mine.state())
    assert restored.commonest(BitMap([7, 1007, 2000]), 2) == {7: 1, 1007: 2}


def test_without_any_rows() -> None:
    mine = ByRow.of({})
    assert (mine.counts(BitMap([1])), mine.commonest(BitMap(), 3)) == ({}, {})
    mine.replace(BitMap([0]), {"a": BitMap([0])})
    assert mine.counts(BitMap([0])) == {"a": 1}
