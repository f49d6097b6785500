"""Dates, whole and partial: what may be written, and how they sort."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from meetings.edtf import UNDATED, Bounds, bounds, validate


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-04-08", Bounds(dt.date(2021, 4, 8), dt.date(2021, 4, 8), 20210408, 2021)),
        ("2020-02", Bounds(dt.date(2020, 2, 1), dt.date(2020, 2, 29), 20200200, 2020)),
        ("2021", Bounds(dt.date(2021, 1, 1), dt.date(2021, 12, 31), 20210000, 2021)),
        ("XXXX-05-28", UNDATED),
        ("XXXX-02-29", UNDATED),
        ("", UNDATED),
    ],
)
def test_bounds_of_a_date(value: str, expected: Bounds) -> None:
    assert bounds(value) == expected


@pytest.mark.parametrize(
    "value", ["2021-13", "2021-02-30", "8 April 2021", "0000-01-01", "2021-4-8", "XXXX-02-30", "２０２１"]
)
def test_what_is_no_date_is_refused_with_an_example(value: str) -> None:
    with pytest.raises(ValidationError, match="is not a date such as 2021-04-08"):
        validate(value)
