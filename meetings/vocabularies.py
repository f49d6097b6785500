"""The values that facets speak of: how they are written in addresses, kept in columns and named on pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from meetings.countries import names_by_code
from meetings.country_names import name_of, named_in
from meetings.models import Document, Format, Organization, Person, PersonName
from meetings.templatetags.reading_room import language_name

UNKNOWN = "unknown"
STEP = 10_000
"""So many primary keys go into one query."""


class Vocabulary:
    """Words that stand for themselves."""

    kind = ""
    """The kind of object in the change log whose names these are; without it they never change."""
    by_value = False
    """Shown in the order of the values, the greatest first, rather than by the number of rows."""

    def canonical(self, value: str) -> str:
        return value

    def stored(self, value: str) -> Any:
        """As the column holds it."""
        return value

    def shown(self, stored: Any) -> str:
        """As the address writes it."""
        return str(stored)

    def keys(self, values: Collection[str]) -> dict[str, Any]:
        """The same of many."""
        return {value: self.stored(value) for value in values}

    def labels(self, values: Collection[str]) -> dict[str, str]:
        """The name of each value there is; what is not in the answer is unknown."""
        return {value: value for value in values}

    def named(self, keys: Collection[Any]) -> dict[Any, tuple[str, str]]:
        """The value and the name of what the column holds."""
        values = {key: self.shown(key) for key in keys}
        labels = self.labels(set(values.values()))
        return {key: (value, labels.get(value, value)) for key, value in values.items()}

    def spellings(self, values: Collection[str]) -> list[tuple[str, str]]:
        """Values with names by which people may look for them, beside their labels."""
        return []

    def known(self, asked: Collection[str]) -> dict[str, tuple[str, str]]:
        """For each value asked for that means something, its canonical form and its name."""
        canonical = {value: self.canonical(value) for value in asked}
        labels = self.labels(set(canonical.values()))
        return {value: (form, labels[form]) for value, form in canonical.items() if form in labels}


class Words(Vocabulary):
    """A few words with their names."""

    def __init__(self, names: Mapping[str, Promise]) -> None:
        self.names = names

    def labels(self, values: Collection[str]) -> dict[str, str]:
        return {value: str(name) for value, name in self.names.items() if value in values}


class Formats(Vocabulary):
    def labels(self, values: Collection[str]) -> dict[str, str]:
        return {str(value): str(label) for value, label in Format.choices if value in values}


class Years(Vocabulary):
    by_value = True

    def stored(self, value: str) -> int:
        return 0 if value == UNKNOWN else int(value)

    def shown(self, stored: Any) -> str:
        return str(stored or UNKNOWN)

    def labels(self, values: Collection[str]) -> dict[str, str]:
        years = {value: value for value in values if re.fullmatch(r"[1-9][0-9]{3}", value)}
        return years | ({UNKNOWN: _("Year unknown")} if UNKNOWN in values else {})


class Languages(Vocabulary):
    """BCP 47 tags; `unknown` for documents whose language nobody could tell."""

    def canonical(self, value: str) -> str:
        first, *rest = value.split("-")
        parts = (part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part for part in rest)
        return "-".join([first.lower(), *parts])

    def stored(self, value: str) -> str:
        return "" if value == UNKNOWN else value

    def shown(self, stored: Any) -> str:
        return stored or UNKNOWN

    def labels(self, values: Collection[str]) -> dict[str, str]:
        tags = (value for value in values if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}|unknown", value))
        return {tag: language_name(self.stored(tag)) for tag in tags}


class Publishers(Vocabulary):
    def stored(self, value: str) -> str:
        return "" if value == UNKNOWN else value

    def shown(self, stored: Any) -> str:
        return stored or UNKNOWN

    def labels(self, values: Collection[str]) -> dict[str, str]:
        return {value: _("Publisher unknown") if value == UNKNOWN else value for value in values}

    def known(self, asked: Collection[str]) -> dict[str, tuple[str, str]]:
        names = (name for name in asked if name == UNKNOWN or Document.objects.shown().filter(publisher=name).exists())
        return super().known(list(names))


class Organizations(Vocabulary):
    kind = "organization"

    def keys(self, values: Collection[str]) -> dict[str, Any]:
        return dict(Organization.objects.filter(name__in=values).values_list("name", "pk"))

    def labels(self, values: Collection[str]) -> dict[str, str]:
        return {name: name for name in self.keys(values)}

    def named(self, keys: Collection[Any]) -> dict[Any, tuple[str, str]]:
        return {one.pk: (one.name, one.name) for one in in_steps(Organization.objects.order_by(), keys)}


class Countries(Vocabulary):
    def canonical(self, value: str) -> str:
        return value.upper()

    def spellings(self, values: Collection[str]) -> list[tuple[str, str]]:
        return [(code, name) for code in values for name in names_by_code().get(code, ())]

    def labels(self, values: Collection[str]) -> dict[str, str]:
        english = named_in("en")
        return {code: name_of(code, english[code]) for code in values if code in english}


class People(Vocabulary):
    """Slugs; the slug of a person merged into another stands for the other."""

    kind = "person"

    def keys(self, values: Collection[str]) -> dict[str, Any]:
        return dict(Person.objects.filter(slug__in=values).order_by().values_list("slug", "pk"))

    def named(self, keys: Collection[Any]) -> dict[Any, tuple[str, str]]:
        people = Person.objects.filter(withheld=False).order_by().values_list("pk", "slug", "name")
        return {pk: (slug, name) for pk, slug, name in in_steps(people, keys)}

    def spellings(self, values: Collection[str]) -> list[tuple[str, str]]:
        return list(PersonName.objects.filter(person__in=Person.objects.listed()).values_list("person__slug", "name"))

    def known(self, asked: Collection[str]) -> dict[str, tuple[str, str]]:
        people = Person.objects.filter(slug__in=asked).order_by().select_related("merged_into")
        found = {one.slug: one.merged_into or one for one in people}
        listed = Person.objects.listed().in_bulk([one.pk for one in found.values()])
        return {slug: (one.slug, one.name) for slug, one in found.items() if one.pk in listed}


def in_steps(rows: QuerySet[Any], keys: Collection[Any]) -> Iterator[Any]:
    """The rows with these primary keys; a query takes only so many."""
    for some in batched(keys):
        yield from rows.filter(pk__in=some)


def batched(keys: Iterable[Any]) -> Iterator[list[Any]]:
    """Lists of as many as a query takes."""
    rest = iter(keys)
    while some := list(islice(rest, STEP)):
        yield some
