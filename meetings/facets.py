"""What lists can be narrowed by, and how many rows each value would give.

OR within a facet, AND across; the counts of a facet ignore its own choice, unless all of its values are asked for.
Callers use `matching`, `tallies`, `tally_of` and `dates`: their inside, now SQL, can become an index without anybody
noticing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, QuerySet, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings.date_range import EVER, DateRange
from meetings.models import Account, Participant, Quote
from meetings.vocabularies import (
    Countries,
    Formats,
    Languages,
    Organizations,
    People,
    Publishers,
    Vocabulary,
    Words,
    Years,
)

LIMIT = 60
"""A facet tells of this many values, and of those chosen."""

STEP = 10_000
YEAR = "year"
"""The facet that a chart of dates offers, and therefore ignores."""

Rows = QuerySet[Any]


@dataclass(frozen=True, slots=True)
class Tally:
    """A value of a facet, and the number of rows that have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is asked for: values by facet, the facets of which a row must have all values, and when it was."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    all_of: frozenset[str] = frozenset()
    within: DateRange = EVER

    def without_dates(self) -> Chosen:
        """The same at any time."""
        values = {name: chosen for name, chosen in self.values.items() if name != YEAR}
        return Chosen(values, self.all_of - {YEAR})


@dataclass(frozen=True)
class Facet:
    """One way to narrow a list: a column of its rows or, with `through`, of rows that point to them.

    With `computed`, rows have no such column, but what it says of their columns goes by that name.
    """

    name: str
    label: str | Promise
    vocabulary: Vocabulary
    column: str
    through: Callable[[], Rows] | None = None
    link: str = "meeting"
    computed: Any = None
    optional: bool = False
    """The column may be null: such rows are in none of the values."""
    switch: bool = False
    """A row may have several values, and people may ask for all of them."""

    def narrow(self, rows: Rows, values: Sequence[str], all_of: bool = False) -> Rows:
        stored = [self.vocabulary.stored(value) for value in values]
        for wanted in [[one] for one in stored] if all_of else [stored]:
            rows = self._having(rows, wanted)
        return rows

    def tally(self, rows: Rows, chosen: Sequence[str], limit: int | None = LIMIT) -> list[Tally]:
        """The commonest values among the rows, and those chosen however rare."""
        counts = self._counts(rows, limit=limit)
        missing = set(chosen) - counts.keys()
        if missing and len(counts) == limit:
            counts |= self._counts(self.narrow(rows, sorted(missing)), only=missing)
        counts |= dict.fromkeys(set(chosen) - counts.keys(), 0)
        labels = self._labels(list(counts))
        found = [Tally(value, labels.get(value, value), count) for value, count in counts.items()]
        return sorted(found, key=self._place)

    def _labels(self, values: list[str]) -> dict[str, str]:
        """In steps, since a query takes only so many values."""
        steps = (values[start : start + STEP] for start in range(0, len(values), STEP))
        return {value: label for step in steps for value, label in self.vocabulary.labels(step).items()}

    def _place(self, tally: Tally) -> tuple[Any, ...]:
        if self.vocabulary.by_value:
            return (-self.vocabulary.stored(tally.value),)
        return -tally.count, tally.label

    def _having(self, rows: Rows, stored: list[Any]) -> Rows:
        if self.computed is not None:
            rows = rows.alias(**{self.column: self.computed})
        if self.through is None:
            return rows.filter(**{f"{self.column}__in": stored})
        pointing = self.through().filter(**{f"{self.column}__in": stored})
        return rows.filter(pk__in=pointing.order_by().values(self.link))

    def _counts(self, rows: Rows, limit: int | None = None, only: Iterable[str] | None = None) -> dict[str, int]:
        counted, number = rows, Count("pk")
        if self.computed is not None:
            counted = rows.annotate(**{self.column: self.computed})
        if self.through is not None:
            counted = self.through().filter(**{f"{self.link}__in": rows.order_by().values("pk")})
            number = Count(self.link, distinct=True)
        if self.optional:
            counted = counted.filter(**{f"{self.column}__isnull": False})
        if only is not None:
            counted = counted.filter(**{f"{self.column}__in": [self.vocabulary.stored(one) for one in only]})
        order = [f"-{self.column}"] if self.vocabulary.by_value else ["-rows", self.column]
        found = counted.order_by().values(self.column).annotate(rows=number).order_by(*order)
        return {self.vocabulary.shown(row[self.column]): row["rows"] for row in found[:limit]}


def matching(rows: Rows, facets: Iterable[Facet], chosen: Chosen) -> Rows:
    """The rows that have what is asked for."""
    rows = chosen.within.narrow(rows)
    for facet in facets:
        if values := chosen.values.get(facet.name):
            rows = facet.narrow(rows, values, facet.name in chosen.all_of)
    return rows


def tally_of(
    facet: Facet, rows: Rows, facets: Sequence[Facet], chosen: Chosen, limit: int | None = LIMIT
) -> list[Tally]:
    """What the values of one facet would give, the others being as they are."""
    others = facets if facet.name in chosen.all_of else [other for other in facets if other is not facet]
    return facet.tally(matching(rows, others, chosen), chosen.values.get(facet.name, ()), limit)


def tallies(rows: Rows, facets: Sequence[Facet], chosen: Chosen) -> dict[str, list[Tally]]:
    """The same for each facet."""
    return {facet.name: tally_of(facet, rows, facets, chosen) for facet in facets}


def dates(rows: Rows, facets: Sequence[Facet], chosen: Chosen, year: int | None = None) -> dict[int, int]:
    """How many meetings each year would give, or each month of `year`, whatever time is chosen; 0: not known."""
    rows = matching(rows, facets, chosen.without_dates())
    part = F("year") if year is None else F("date_key") / 100 % 100
    if year is not None:
        rows = rows.filter(year=year)
    return dict(rows.order_by().annotate(part=part).values_list("part").annotate(Count("pk")))


def accounts() -> Rows:
    """The accounts that current texts give."""
    return Account.objects.exclude(position=None)


def either(yes: str, no: str, **condition: Any) -> Case:
    """One word for rows that fulfil the condition, another for the rest."""
    return Case(When(**condition, then=Value(yes)), default=Value(no))


PARTICIPANTS = Participant.objects.all
QUOTED = Words({"yes": _("With quotes"), "no": _("Without quotes")})
SOURCES = Words({"one": _("One source only"), "several": _("Several sources")})
SIDES = Words({"one": _("One side only"), "several": _("Several sides"), "unknown": _("A side nobody could tell")})
TOLD = Case(When(side_count=0, then=Value("unknown")), When(side_count=1, then=Value("one")), default=Value("several"))
FOUND = Words({"meeting": _("A meeting"), "quotes": _("Quotes, but no meeting"), "nothing": _("Neither")})
ROLES = Words({"met": _("Took part in a meeting"), "quoted": _("Only quoted"), "mentioned": _("Only mentioned")})

MEETING = (
    Facet("country", _("Country"), Countries(), "country", PARTICIPANTS, optional=True, switch=True),
    Facet("person", _("Person"), People(), "person__slug", PARTICIPANTS, optional=True, switch=True),
    Facet("organization", _("Organization"), Organizations(), "organization__name", PARTICIPANTS, optional=True),
    Facet(YEAR, _("Year of meeting"), Years(), "year"),
    Facet("format", _("Format"), Formats(), "format"),
    Facet("place", _("Held in"), Countries(), "place_country", optional=True),
    Facet("quotes", _("Quotes"), QUOTED, "quoted", computed=either("yes", "no", quote_count__gt=0)),
    Facet("sources", _("Told by"), SOURCES, "sources", computed=either("several", "one", account_count__gt=1)),
    Facet("language", _("Language of source"), Languages(), "document__language", accounts),
    Facet("publisher", _("Publisher"), Publishers(), "document__publisher", accounts),
    Facet("told", _("Sides that tell of it"), SIDES, "told", computed=TOLD),
    Facet("side", _("Told by the side of"), Countries(), "document__country", accounts, optional=True, switch=True),
)
PERSON = (
    Facet("country", _("Country"), Countries(), "country", optional=True),
    Facet(
        "role",
        _("Known from the texts"),
        ROLES,
        "role",
        computed=Case(
            When(meeting_count__gt=0, then=Value("met")),
            When(quote_count__gt=0, then=Value("quoted")),
            default=Value("mentioned"),
        ),
    ),
)
QUOTE = (
    Facet("speaker", _("Speaker"), People(), "speaker__slug", optional=True),
    Facet("country", _("Speaker’s country"), Countries(), "speaker__country", optional=True),
    Facet(YEAR, _("Year"), Years(), "year", computed=F("date_key") / 10_000),
    Facet("language", _("Language"), Languages(), "language"),
    Facet("format", _("Format of the meeting"), Formats(), "meeting__format", optional=True),
)
DOCUMENT = (
    Facet("publisher", _("Publisher"), Publishers(), "publisher"),
    Facet("language", _("Language"), Languages(), "language"),
    Facet(YEAR, _("Year published"), Years(), "year", computed=F("published_key") / 10_000),
    Facet(
        "found",
        _("Found in the text"),
        FOUND,
        "found",
        computed=Case(
            When(Exists(accounts().filter(document=OuterRef("pk"))), then=Value("meeting")),
            When(Exists(Quote.objects.listed().filter(document=OuterRef("pk"))), then=Value("quotes")),
            default=Value("nothing"),
        ),
    ),
)
