"""What lists can be narrowed by and sorted by, and what a choice is.

OR within a facet, AND across; the counts of a facet ignore its own choice, unless all of its values are asked for.
`meetings.index` answers from bitmaps; `meetings.counting` asks the database itself, slowly, to check it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, QuerySet, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from pyroaring import BitMap

from meetings.date_range import EVER, FOREVER, DateRange
from meetings.models import Account, Document, Meeting, Participant, Person, Quote
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

LIMIT = 12
"""A facet shows this many values, and those chosen; all of them are on its own page."""
FEW = 3
"""Unless there are only so many more."""

YEAR = "year"
"""The facet that a chart of dates offers, and therefore ignores."""

Rows = QuerySet[Any]


@dataclass(slots=True)
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
    among: BitMap | None = None
    """Primary keys of the rows that a search found; None: nothing was searched for."""

    def without(self, facet: str) -> Hashable:
        """What the counts of a facet depend on, among all rows."""
        names = self.values.keys() - (set() if facet in self.all_of else {facet})
        return tuple((name, self.values[name], name in self.all_of) for name in sorted(names)), self.within

    def without_dates(self) -> Chosen:
        """The same at any time."""
        values = {name: chosen for name, chosen in self.values.items() if name != YEAR}
        return Chosen(values, self.all_of - {YEAR}, among=self.among)


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


@dataclass(frozen=True)
class Sort:
    """An order of rows: by `columns`, of which `key` makes what is compared, the primary key coming first."""

    columns: tuple[str, ...]
    key: Callable[..., Any]


@dataclass(frozen=True)
class Listing:
    """A list: its rows, each of them an object of one `kind` in the change log; what they can be narrowed and sorted
    by (the first sort goes without saying); the column of their meeting dates, if they have one."""

    kind: str
    rows: Callable[[], Rows]
    facets: tuple[Facet, ...]
    sorts: Mapping[str, Sort]
    date: str = ""
    affected: Mapping[str, Callable[[list[int]], Rows]] = field(default_factory=dict)
    """Rows that tell something of an object of another kind, by its kind: to be read again when that changes."""
    shared: Mapping[str, Shared] = field(default_factory=dict)
    """The same where an object may have very many rows."""


@dataclass(frozen=True)
class Shared:
    """Rows know an object by the facet `of`, and have its value in the facet `value`. They are read again only where
    it has another value now: `pairs` gives primary keys of objects with what they have."""

    of: str
    value: str
    pairs: Callable[[list[int]], Rows]


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
    Facet("person", _("Person"), People(), "person", PARTICIPANTS, optional=True, switch=True),
    Facet("organization", _("Organization"), Organizations(), "organization", PARTICIPANTS, optional=True),
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
    Facet("speaker", _("Speaker"), People(), "speaker", optional=True),
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


def latest(pk: int, *columns: int) -> tuple[int, ...]:
    """The greatest first, of equal ones the newest row."""
    return (*(-column for column in columns), -pk)


MEETINGS = Listing(
    "meeting",
    Meeting.objects.listed,
    MEETING,
    {
        "newest": Sort(("date_key",), latest),
        "oldest": Sort(("date_key",), lambda pk, date: (date or FOREVER, pk)),
        "published": Sort(("published_key",), latest),
    },
    date="date_key",
    affected={"document": lambda pks: Account.objects.filter(document__in=pks).values_list("meeting", flat=True)},
)
"""Undated meetings come last by meeting date, whichever way it runs."""
PEOPLE = Listing(
    "person",
    Person.objects.listed,
    PERSON,
    {
        "meetings": Sort(("meeting_count", "name"), lambda pk, count, name: (-count, name, pk)),
        "name": Sort(("name",), lambda pk, name: (name, pk)),
    },
)
QUOTES = Listing(
    "quote",
    Quote.objects.listed,
    QUOTE,
    {
        "newest": Sort(
            ("date_key", "document", "start"), lambda pk, date, document, start: (-date, -document, start, pk)
        )
    },
    affected={"meeting": lambda pks: Quote.objects.filter(meeting__in=pks).values_list("pk", flat=True)},
    shared={
        "person": Shared(
            "speaker", "country", lambda pks: Person.objects.filter(pk__in=pks).values_list("pk", "country")
        )
    },
)
DOCUMENTS = Listing("document", Document.objects.told, DOCUMENT, {"newest": Sort(("published_key",), latest)})
LISTINGS = (MEETINGS, PEOPLE, QUOTES, DOCUMENTS)
