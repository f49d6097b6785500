"""The map: a shape for the states there are, in numbers that fit its picture, and small enough to send."""

from __future__ import annotations

import gzip
import re

import pytest

from meetings.world import world
from meetings.world.draw import merged, outline, simplified, unbroken


@pytest.mark.django_db
def test_every_shape_is_of_a_state() -> None:
    from meetings import countries

    assert set(world().shapes) <= countries.known()


def test_every_large_state_has_a_shape() -> None:
    large = {"RU", "CA", "US", "CN", "BR", "AU", "IN", "AR", "KZ", "DZ", "CD", "SA", "MX", "ID", "GL", "FR", "NO", "XK"}
    assert all(world().shapes[code].path for code in large)
    assert all(world().shapes[code].size > 40 for code in large - {"XK"})


def test_shapes_stand_where_the_states_are() -> None:
    """West of each other, and north of each other, as everybody knows them."""
    x = {code: shape.x for code, shape in world().shapes.items()}
    y = {code: shape.y for code, shape in world().shapes.items()}
    assert x["US"] < x["BR"] < x["FR"] < x["TR"] < x["KZ"] < x["CN"] < x["JP"] < x["NZ"]
    assert y["NO"] < y["DE"] < y["IT"] < y["LY"] < y["NG"] < y["ZA"]


def test_a_small_state_has_a_point() -> None:
    for code in ("SG", "MT", "VA", "MC"):
        shape = world().shapes[code]
        assert shape.size < 16
        assert 0 < shape.x < world().width
        assert 0 < shape.y < world().height


def test_paths_are_of_steps_within_the_picture() -> None:
    for code, shape in world().shapes.items():
        for start, steps in re.findall(r"M(\d+ -?\d+)l([^z]*)z", shape.path):
            x, y = map(int, start.split())
            numbers = [int(one) for one in re.findall(r"-?\d+", steps)]
            for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
                x, y = x + dx, y + dy
                assert -1 <= x <= world().width + 1, code
                assert abs(dx) < world().width / 4, f"{code} is torn across the picture"


def test_all_shapes_are_small_enough_to_send() -> None:
    paths = "".join(shape.path for shape in world().shapes.values())
    assert len(gzip.compress(paths.encode())) < 30_000


def test_a_border_inside_is_taken_out() -> None:
    assert merged([[0, 1, 2], [~1, 3]]) == [[0, 3, 2]]
    assert merged([[2, 0, 1], [3, ~1], [5]]) == [[5], [3, 2, 0]]
    assert merged([[0, 1], [2]]) == [[0, 1], [2]]


def test_a_line_keeps_what_strays_far() -> None:
    assert simplified([(0, 0), (5, 0.1), (10, 0)]) == [(0, 0), (10, 0)]
    assert simplified([(0, 0), (5, 9), (10, 0)]) == [(0, 0), (5, 9), (10, 0)]


def test_a_line_over_the_date_line_is_not_broken() -> None:
    assert [x for x, _ in unbroken([(179.0, 0.0), (-179.0, 0.0)])] == [179.0, 181.0]


def test_numbers_are_set_apart() -> None:
    assert outline([[(0, 0), (10, 0), (10, 10.4), (3, -2)]]) == "M0 0l10 0 0 10-7-12z"
    assert outline([[(0, 0), (0.2, 0.2), (0.1, 0)]]) == ""
