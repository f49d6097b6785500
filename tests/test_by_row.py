"""Numbers of values by row: what fits no more is given room."""

from __future__ import annotations

import pytest
from pyroaring import BitMap

from meetings.index.by_row import ByRow
from meetings.index.values import SEVERAL, Values


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


def test_a_facet_that_begins_small_is_known_by_row_once_it_has_grown() -> None:
    values, uncounted = Values.of({}), Values.of({}, counted=False)
    for one in (values, uncounted):
        for value in range(SEVERAL + 1):
            one.replace(BitMap([value]), {value: BitMap([value])})
    assert values.by_row is not None
    assert values.by_row.counts(BitMap([0, SEVERAL, 99])) == {0: 1, SEVERAL: 1}
    assert uncounted.by_row is None
    assert Values.restored(uncounted.state()).by_row is None


def test_what_finds_no_room_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    values = Values.of({value: BitMap([value]) for value in range(SEVERAL + 1)})

    def full(self: ByRow, found: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(ByRow, "_make_room", full)
        with pytest.raises(MemoryError):
            values.replace(BitMap([5]), {7: BitMap([5])})
    assert values.all_counts(BitMap([5])) == {5: 1}
    values.replace(BitMap([5]), {9: BitMap([5])})
    assert values.all_counts(BitMap([5])) == {9: 1}
    assert values.rows[7] == BitMap([7])
