"""A stretch of time that meeting dates can be narrowed to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from meetings.edtf import UNDATED, bounds
from meetings.templatetags.reading_room import edtf

FOREVER = 99_999_999
"""After every day, as `yyyymmdd`."""


@dataclass(frozen=True, slots=True)
class DateRange:
    """From the first day of one EDTF date to the last day of another; an empty one leaves that side open.

    A meeting lies within if every day that its date may mean does: "2021" does not lie within May 2021.
    """

    start: str = ""
    end: str = ""

    def __bool__(self) -> bool:
        return bool(self.start or self.end)

    def __str__(self) -> str:
        start, end = edtf(self.start), edtf(self.end)
        if self.start == self.end:
            return start
        if not self.end:
            return _("from %(date)s") % {"date": start}
        if not self.start:
            return _("until %(date)s") % {"date": end}
        return _("%(start)s to %(end)s") % {"start": start, "end": end}

    @property
    def in_order(self) -> bool:
        first, last = bounds(self.start).lower, bounds(self.end).upper
        return first is None or last is None or first <= last

    def covers(self, date: str) -> bool:
        """Every day that the EDTF date may mean lies within."""
        first, last, when = bounds(self.start).lower, bounds(self.end).upper, bounds(date)
        starts = first is None or (when.lower is not None and when.lower >= first)
        ends = last is None or (when.upper is not None and when.upper <= last)
        return starts and ends

    @property
    def year(self) -> int | None:
        """The year that both ends lie in, if it is one."""
        start, end = bounds(self.start).year, bounds(self.end).year
        return start if start == end and start else None

    @property
    def keys(self) -> tuple[int, int]:
        """The first and the last day as `yyyymmdd`."""
        first, last = bounds(self.start).lower, bounds(self.end).upper
        return int(f"{first:%Y%m%d}") if first else 0, int(f"{last:%Y%m%d}") if last else FOREVER

    def narrow(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Of rows with `date_from` and `date_to`, those within; without a date none is."""
        if first := bounds(self.start).lower:
            rows = rows.filter(date_from__gte=first)
        if last := bounds(self.end).upper:
            rows = rows.filter(date_to__lte=last)
        return rows


EVER = DateRange()


def read(value: str) -> str:
    """A date that a range may begin or end with, in EDTF: a year, a month or a day. Raises ValueError."""
    if value and bounds(value) == UNDATED:
        raise ValueError(value)
    return value
