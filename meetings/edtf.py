"""Dates as EDTF (ISO 8601-2): whole, partial, or with an unknown year, and what sorting needs of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and last day a date may mean, and an integer `yyyymmdd` to sort by (0: year unknown)."""

    lower: dt.date | None
    upper: dt.date | None
    key: int
    year: int


UNDATED = Bounds(None, None, 0, 0)


@lru_cache(maxsize=4096)
def bounds(value: str) -> Bounds:
    """Bounds of an EDTF date; parts that are not told sort before those that are (`2021` before `2021-01-01`).

    Raises ValueError where the text is no EDTF date.
    """
    if not value:
        return UNDATED
    try:
        date = parse_edtf(value)
    except EDTFParseException as error:
        raise ValueError(f"{value!r} is not an EDTF date such as 2021-04-08, 2018-05, 2021 or XXXX-05-28") from error
    if "X" in value[:4]:
        return UNDATED
    lower, upper = (dt.date(*when[:3]) for when in (date.lower_strict(), date.upper_strict()))
    year, month, day = (int(part) for part in [*value.split("-"), "0", "0"][:3])
    return Bounds(lower, upper, year * 10_000 + month * 100 + day, year)


def validate(value: str) -> None:
    """Django validator for a field that holds an EDTF date."""
    from django.core.exceptions import ValidationError

    try:
        bounds(value)
    except ValueError as error:
        raise ValidationError(str(error)) from error
