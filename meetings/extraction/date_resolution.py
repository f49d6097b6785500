"""The day that a date expression means in a text published on a given day."""

from __future__ import annotations

import datetime
from typing import Literal, NamedTuple

Tense = Literal["past", "future", "open"]


class When(NamedTuple):
    """A date expression at `plain[start:end]`; `shift` counts days, weeks, months or years from publication."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: tuple[str, int] | None = None
    weekday: int | None = None
    rule: str = "date.absolute"


def resolve(when: When, published: str | None, tense: Tense = "open") -> str | None:
    """The EDTF date that an expression means in a text published on a given day."""
    anchor = _as_date(published)
    if anchor is None and published and when.shift and when.shift[0] == "day":
        return _shifted_without_year(when.shift[1], published)
    if when.weekday is not None:
        return _resolve_weekday(when.weekday, anchor, tense)
    if when.shift:
        return _resolve_shift(when, anchor)
    if when.year is not None:
        return edtf(when.year, when.month, when.day)
    if when.month is None:
        return _resolve_day(when.day, anchor, tense) if when.day and anchor else None
    anchor = anchor or _as_date(f"{published}-15")  # a page that prints but the month
    if anchor is None:
        return edtf(None, when.month, when.day) if when.day else None
    return edtf(_nearest_year(when, anchor, tense), when.month, when.day)


def nearer_ahead(when: When, published: str | None) -> bool:
    """Whether a day without a year lies some weeks ahead, and else most of a year behind: nobody met on it yet."""
    anchor = _as_date(published)
    if anchor is None or when.year is not None or when.shift or not (when.month and when.day):
        return False
    return _CLOCKS < _days_ahead(when, anchor) <= _WEEKS_AHEAD


def _as_date(edtf: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(edtf or "")
    except ValueError:
        return None


def edtf(year: int | None, month: int | None, day: int | None) -> str:
    """A date as it is written in EDTF."""
    text = f"{year:04}" if year is not None else "XXXX"
    if month is not None:
        text += f"-{month:02}" + (f"-{day:02}" if day is not None else "")
    return text


def _shifted_without_year(days: int, published: str) -> str | None:
    """ "Yesterday" on a page that prints day and month only; None where the year would have to be known."""
    anchor = _as_date(published.replace("XXXX", "2001"))
    if anchor is None or not published.startswith("XXXX"):
        return None
    day = anchor + datetime.timedelta(days=days)
    return f"XXXX-{day.month:02}-{day.day:02}" if day.year == anchor.year else None


def _resolve_weekday(weekday: int, anchor: datetime.date | None, tense: Tense) -> str | None:
    if anchor is None:
        return None
    back = (anchor.isoweekday() - weekday) % 7
    day = anchor + datetime.timedelta(days=7 - back if tense == "future" else -back)
    return day.isoformat()


def _resolve_day(day: int, anchor: datetime.date, tense: Tense) -> str | None:
    """A day of a month that is not told: the nearest one behind, or ahead where it is to come."""
    ahead = tense == "future"
    step = 0 if (day >= anchor.day if ahead else day <= anchor.day) else (1 if ahead else -1)
    months = anchor.year * 12 + anchor.month - 1 + step
    year, month = months // 12, months % 12 + 1
    return edtf(year, month, day) if possible(year, month, day) else None


def _resolve_shift(when: When, anchor: datetime.date | None) -> str | None:
    unit, number = when.shift or ("day", 0)
    if anchor is None:
        return edtf(None, when.month, when.day) if unit == "year" and when.month and when.day else None
    if unit == "day":
        return (anchor + datetime.timedelta(days=number)).isoformat()
    if unit == "week":
        month = anchor + datetime.timedelta(days=7 * number)
        return f"{month.year:04}-{month.month:02}" if month.month == anchor.month else None
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + number
        return edtf(months // 12, months % 12 + 1, None)
    return edtf(anchor.year + number, when.month, when.day)


_WEEKS_AHEAD = 45
"""Days that a day without a year may lie ahead and still be meant."""
_UNDER_WAY = 7
"""Days by which a day without a year may lie behind in what is announced: of a journey that has begun."""
_CLOCKS = 2
"""Days by which the day told may lie after the day of publication: clocks differ, pages are dated late or early."""


def _days_ahead(when: When, anchor: datetime.date) -> int:
    if not when.day or not possible(anchor.year, when.month, when.day):
        return 366
    return (datetime.date(anchor.year, when.month or 1, when.day) - anchor).days


def _nearest_year(when: When, anchor: datetime.date, tense: Tense) -> int:
    month = when.month or 1
    here = (month, when.day or 0)
    now = (anchor.month, anchor.day if when.day else 0)
    if tense == "past":
        return anchor.year if here <= now or _days_ahead(when, anchor) <= _CLOCKS else anchor.year - 1
    if tense == "future":
        under_way = -_UNDER_WAY <= _days_ahead(when, anchor) < 0
        return anchor.year if here >= now or under_way else anchor.year + 1
    distance = month - anchor.month
    if distance > 6:
        return anchor.year - 1
    return anchor.year + 1 if distance < -6 else anchor.year


def possible(year: int | None, month: int | None, day: int | None) -> bool:
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    try:
        datetime.date(year or 2000, month or 1, day)
    except ValueError:
        return False
    return True
