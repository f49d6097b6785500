"""What lists can be narrowed by, and how many rows each value would give.

OR within a facet, AND across; the counts of a facet ignore its own choice, unless all of its values are asked for.
Callers use `matching` and `tallies`: their inside, now SQL, can become an index without anybody noticing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings.models import Account, Participant
from meetings.vocabularies import Countries, Formats, Languages, People, Publishers, Vocabulary, Years

LIMIT = 60
"""A facet tells of this many values, and of those chosen."""

Rows = QuerySet[Any]


@dataclass(frozen=True, slots=True)
class Tally:
    """A value of a facet, and the number of rows that have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is asked for: values by facet, and the facets of which a row must have all values."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    all_of: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Facet:
    """One way to narrow a list: a column of its rows or, with `through`, of rows that point to them."""

    name: str
    label: str | Promise
    vocabulary: Vocabulary
    column: str
    through: Callable[[], Rows] | None = None
    link: str = "meeting"
    optional: bool = False
    """The column may be null: such rows are in none of the values."""
    switch: bool = False
    """A row may have several values, and people may ask for all of them."""

    def narrow(self, rows: Rows, values: Sequence[str], all_of: bool = False) -> Rows:
        stored = [self.vocabulary.stored(value) for value in values]
        for wanted in [[one] for one in stored] if all_of else [stored]:
            rows = self._having(rows, wanted)
        return rows

    def tally(self, rows: Rows, chosen: Sequence[str]) -> list[Tally]:
        """The commonest values among the rows, and those chosen however rare."""
        counts = self._counts(rows, limit=LIMIT)
        missing = set(chosen) - counts.keys()
        if missing and len(counts) == LIMIT:
            counts |= self._counts(self.narrow(rows, sorted(missing)), only=missing)
        counts |= dict.fromkeys(set(chosen) - counts.keys(), 0)
        labels = self.vocabulary.labels(counts.keys())
        found = [Tally(value, labels.get(value, value), count) for value, count in counts.items()]
        return sorted(found, key=self._place)

    def _place(self, tally: Tally) -> tuple[Any, ...]:
        if self.vocabulary.by_value:
            return (-self.vocabulary.stored(tally.value),)
        return -tally.count, tally.label

    def _having(self, rows: Rows, stored: list[Any]) -> Rows:
        if self.through is None:
            return rows.filter(**{f"{self.column}__in": stored})
        pointing = self.through().filter(**{f"{self.column}__in": stored})
        return rows.filter(pk__in=pointing.order_by().values(self.link))

    def _counts(self, rows: Rows, limit: int | None = None, only: Iterable[str] | None = None) -> dict[str, int]:
        counted, number = rows, Count("pk")
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
    for facet in facets:
        if values := chosen.values.get(facet.name):
            rows = facet.narrow(rows, values, facet.name in chosen.all_of)
    return rows


def tallies(rows: Rows, facets: Sequence[Facet], chosen: Chosen) -> dict[str, list[Tally]]:
    """For each facet, what its values would give, the other facets being as they are."""
    found = {}
    for facet in facets:
        others = facets if facet.name in chosen.all_of else [other for other in facets if other is not facet]
        found[facet.name] = facet.tally(matching(rows, others, chosen), chosen.values.get(facet.name, ()))
    return found


def accounts() -> Rows:
    """The accounts that current texts give."""
    return Account.objects.exclude(position=None)


MEETING = (
    Facet("country", _("Country"), Countries(), "country", Participant.objects.all, optional=True, switch=True),
    Facet("person", _("Person"), People(), "person__slug", Participant.objects.all),
    Facet("year", _("Year of meeting"), Years(), "year"),
    Facet("format", _("Format"), Formats(), "format"),
    Facet("place", _("Held in"), Countries(), "place_country", optional=True),
    Facet("language", _("Language of source"), Languages(), "document__language", accounts),
    Facet("publisher", _("Publisher"), Publishers(), "document__publisher", accounts),
)
PERSON = (Facet("country", _("Country"), Countries(), "country", optional=True),)
QUOTE = (
    Facet("speaker", _("Speaker"), People(), "speaker__slug", optional=True),
    Facet("country", _("Speaker’s country"), Countries(), "speaker__country", optional=True),
    Facet("year", _("Year"), Years(), "year"),
    Facet("language", _("Language"), Languages(), "language"),
)
DOCUMENT = (
    Facet("publisher", _("Publisher"), Publishers(), "publisher"),
    Facet("language", _("Language"), Languages(), "language"),
    Facet("year", _("Year published"), Years(), "year"),
)
