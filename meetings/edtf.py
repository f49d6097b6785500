"""Dates as EDTF (ISO 8601-2): whole, partial, or with an unknown year, and what sorting needs of them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and last day a date may mean, and an integer `yyyymmdd` to sort by (0: year unknown)."""

    lower: dt.date | None
    upper: dt.date | None
    key: int
    year: int


UNDATED = Bounds(None, None, 0, 0)
SHAPE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
LEAP_YEAR = 2000


def bounds(value: str) -> Bounds:
    """Bounds of an EDTF date; parts that are not told sort before those that are (`2021` before `2021-01-01`).

    Raises ValueError where the text is none of `2021-04-08`, `2018-05`, `2021` and `XXXX-05-28`.
    """
    if not value:
        return UNDATED
    try:
        return parsed(value)
    except ValueError as error:
        raise ValueError(f"{value!r} is not a date such as 2021-04-08, 2018-05, 2021 or XXXX-05-28") from error


def parsed(value: str) -> Bounds:
    match = SHAPE.fullmatch(value)
    if match is None:
        raise ValueError(value)
    month, day = (int(part or 0) for part in match.groups()[1:])
    if match[1] == "XXXX":
        dt.date(LEAP_YEAR, month or 1, day or 1)  # raises where there is no such day
        return UNDATED
    year = int(match[1])
    last = calendar.monthrange(year, month or 12)[1]
    lower, upper = dt.date(year, month or 1, day or 1), dt.date(year, month or 12, day or last)
    return Bounds(lower, upper, year * 10_000 + month * 100 + day, year)


def validate(value: str) -> None:
    """Django validator for a field that holds an EDTF date."""
    try:
        bounds(value)
    except ValueError as error:
        raise ValidationError(str(error)) from error
