"""Meetings by year as bars that link to the list. All geometry is in attributes: percentages across, pixels up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

BASE = 160
HEIGHT = 138
LONGEST = 80
"""A longer stretch of years shows only those in which somebody met."""
NARROWEST = 12
"""A chart of fewer bars does not fill the width."""
LABELS = 12


@dataclass(frozen=True, slots=True)
class Bar:
    year: int
    count: int
    url: str
    slot_x: str
    slot_width: str
    x: str
    width: str
    middle: str
    y: float
    height: float
    count_y: float
    labelled: bool
    minor: bool
    """A label that a narrow screen has no room for."""


class YearChart:
    """Bars from the first year to the last; meetings of no known year are told of apart."""

    def __init__(self, counts: Mapping[int, int], path: str) -> None:
        self.counts = {year: count for year, count in sorted(counts.items()) if year}
        self.undated = counts.get(0, 0)
        self.undated_url = f"{path}?year=unknown"
        self.path = path
        self.most = max(self.counts.values(), default=0)

    @cached_property
    def years(self) -> list[int]:
        if not self.counts:
            return []
        span = range(min(self.counts), max(self.counts) + 1)
        return list(span) if len(span) <= LONGEST else list(self.counts)

    @cached_property
    def bars(self) -> list[Bar]:
        return [self._bar(place, year) for place, year in enumerate(self.years)]

    @cached_property
    def rows(self) -> list[Bar]:
        """What the table behind the bars tells, newest first."""
        return [bar for bar in reversed(self.bars) if bar.count]

    @property
    def slot(self) -> float:
        return 100 / max(len(self.years), NARROWEST)

    @property
    def width(self) -> str:
        return f"{len(self.years) * self.slot:.2f}%"

    @property
    def roomy(self) -> bool:
        """There is room for a number over each bar."""
        return len(self.years) <= 2 * LABELS

    def _bar(self, place: int, year: int) -> Bar:
        slot, count = self.slot, self.counts.get(year, 0)
        height = round(HEIGHT * count / self.most, 1)
        from_end, step = len(self.years) - 1 - place, -(-len(self.years) // LABELS)
        return Bar(
            year=year,
            count=count,
            url=f"{self.path}?year={year}",
            slot_x=f"{place * slot:.2f}%",
            slot_width=f"{slot:.2f}%",
            x=f"{(place + 0.14) * slot:.2f}%",
            width=f"{0.72 * slot:.2f}%",
            middle=f"{(place + 0.5) * slot:.2f}%",
            y=round(BASE - height, 1),
            height=height,
            count_y=round(BASE - height - 6, 1),
            labelled=from_end % step == 0,
            minor=bool(from_end // step % 2),
        )
