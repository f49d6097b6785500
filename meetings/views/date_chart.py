"""When the meetings of a list took place: bars by year or, once a year is chosen, by month; each narrows the list.

The chart heeds all that is chosen but dates. All geometry is in attributes: percentages across, pixels up.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from django.utils.dates import MONTHS_3
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext

from meetings.facets import YEAR
from meetings.index import dates
from meetings.templatetags.reading_room import edtf
from meetings.templatetags.rows import comma
from meetings.views.facet_links import ANY_TIME, PLACE, Address, quoted
from meetings.views.year_chart import LABELS, LONGEST, NARROWEST
from meetings.vocabularies import UNKNOWN

BASE = 76
HEIGHT = 64
TOP = 96
"""Height of the whole."""


class Slot(NamedTuple):
    """Where one of so many bars stands: attributes, the same in all lists."""

    hit: SafeString
    """Of the rectangle that may be clicked."""
    across: str
    """Of the bar, which wants a height yet."""
    middle: str
    labelled: bool
    minor: bool
    """A label that a narrow screen has no room for."""


@lru_cache(LONGEST * LONGEST)
def slot_of(place: int, number: int) -> Slot:
    slot, step, to_end = 100 / max(number, NARROWEST), -(-number // LABELS), number - 1 - place
    return Slot(
        hit=mark_safe(f'{across(place * slot, slot)} y="0" height="{TOP}"'),
        across=across((place + 0.1) * slot, 0.8 * slot),
        middle=f"{(place + 0.5) * slot:.2f}%",
        labelled=to_end % step == 0,
        minor=bool(to_end // step % 2),
    )


def across(x: float, width: float) -> str:
    """Percentages."""
    return f'x="{x:.2f}%" width="{width:.2f}%"'


@dataclass(frozen=True, slots=True)
class DateBar:
    """A year or a month: its EDTF date, its name in full and under the bar, and where the bar stands."""

    date: str
    name: str
    tick: str
    count: int
    said: str
    """The date with the number of meetings, for those who do not see the bar."""
    selected: bool
    url: str
    slot: Slot
    bar: SafeString
    """Attributes of its rectangle."""


class DateChart:
    """Bars of the rows of a list, as narrowed by what `address` says; `year` is the one that months are shown of."""

    def __init__(self, address: Address) -> None:
        self.address = address
        filterset = address.filterset
        self.within = filterset.within
        self.years = address.values[YEAR]
        self.year = self._year()
        self.counts = dates(filterset.listing, filterset.chosen, self.year)
        self.undated = self.counts.pop(0, 0)
        self.most = max(self.counts.values(), default=0)
        self.language = get_language()

    def _year(self) -> int | None:
        if self.within:
            return self.within.year if self.years in ((), (str(self.within.year),)) else None
        return int(self.years[0]) if len(self.years) == 1 and self.years[0] != UNKNOWN else None

    @property
    def all_url(self) -> str:
        """The list at any time."""
        return self.address.url(values={YEAR: ()}, modes=ANY_TIME)

    @property
    def undated_url(self) -> str:
        return self.address.url(values={YEAR: (UNKNOWN,)}, modes=ANY_TIME) if self.year is None else ""

    @property
    def offers(self) -> bool:
        """There is something to choose from."""
        return len(self.counts) > 1 or bool(self.year)

    @cached_property
    def bars(self) -> list[DateBar]:
        slots = self._slots()
        return [self._bar(place, part, len(slots)) for place, part in enumerate(slots)]

    @cached_property
    def rows(self) -> list[DateBar]:
        """What the table behind the bars tells."""
        return [bar for bar in self.bars if bar.count]

    @property
    def width(self) -> str:
        return f"{100 * len(self.bars) / max(len(self.bars), NARROWEST):.2f}%"

    def _slots(self) -> list[int]:
        if self.year:
            return list(range(1, 13))
        years = range(min(self.counts), max(self.counts) + 1) if self.counts else range(0)
        return list(years) if len(years) <= LONGEST else sorted(self.counts)

    def _bar(self, place: int, part: int, number: int) -> DateBar:
        slot, found = slot_of(place, number), self.counts.get(part, 0)
        height = round(HEIGHT * found / max(self.most, 1), 1)
        date = f"{self.year:04}-{part:02}" if self.year else f"{part:04}"
        name = edtf(date) if self.year else str(part)
        return DateBar(
            date=date,
            name=name,
            tick=str(MONTHS_3[part]).capitalize() if self.year else name,
            count=found,
            said=said(name, found, self.language) if found else "",
            selected=self._selected(date),
            url=self._url(date),
            slot=slot,
            bar=mark_safe(f'{slot.across} y="{round(BASE - height, 1)}" height="{height}"'),
        )

    def _selected(self, date: str) -> bool:
        if not self.within:
            return date in self.years and not self.year
        return self.within.covers(date)

    @property
    def _one_month(self) -> str:
        return self.within.start if self.within.start == self.within.end else ""

    def _url(self, date: str) -> str:
        """To this year or month alone; from the month that is chosen, back to its year."""
        if self.year and date != self._one_month:
            return date.join(self._around_month)
        return date[:4].join(self._around_year)

    @cached_property
    def _around_month(self) -> list[str]:
        """What stands before and after a month in its address."""
        return self.address.url(values={YEAR: ()}, modes={"from": PLACE, "to": PLACE}).split(quoted(PLACE))

    @cached_property
    def _around_year(self) -> list[str]:
        return self.address.url(values={YEAR: (PLACE,)}, modes=ANY_TIME).split(quoted(PLACE))


def said(date: str, number: int, language: str | None) -> str:
    return _said(number, language) % {"date": date, "shown": comma(number), "number": number}


@lru_cache(maxsize=5_000)
def _said(number: int, language: str | None) -> str:
    return ngettext("%(date)s: %(shown)s meeting", "%(date)s: %(shown)s meetings", number)
