"""The values that facets speak of: how they are written in addresses, kept in columns and named on pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from meetings.countries import names_by_code
from meetings.models import Country, Document, Format, Organization, Person, PersonName
from meetings.templatetags.reading_room import language_name

UNKNOWN = "unknown"


class Vocabulary:
    """Words that stand for themselves."""

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

    def labels(self, values: Collection[str]) -> dict[str, str]:
        """The name of each value there is; what is not in the answer is unknown."""
        return {value: value for value in values}

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
        found = Document.objects.shown().filter(publisher__in=values).order_by().values_list("publisher", flat=True)
        return {name: name for name in found.distinct()} | (
            {UNKNOWN: _("Publisher unknown")} if UNKNOWN in values else {}
        )


class Organizations(Vocabulary):
    def labels(self, values: Collection[str]) -> dict[str, str]:
        return {name: name for name in Organization.objects.filter(name__in=values).values_list("name", flat=True)}


class Countries(Vocabulary):
    def canonical(self, value: str) -> str:
        return value.upper()

    def spellings(self, values: Collection[str]) -> list[tuple[str, str]]:
        return [(code, name) for code in values for name in names_by_code().get(code, ())]

    def labels(self, values: Collection[str]) -> dict[str, str]:
        return {one.code: str(one) for one in Country.objects.filter(code__in=values).order_by().only("code", "name")}


class People(Vocabulary):
    """Slugs; the slug of a person merged into another stands for the other."""

    def labels(self, values: Collection[str]) -> dict[str, str]:
        return dict(Person.objects.listed().filter(slug__in=values).order_by().values_list("slug", "name"))

    def spellings(self, values: Collection[str]) -> list[tuple[str, str]]:
        return list(PersonName.objects.filter(person__in=Person.objects.listed()).values_list("person__slug", "name"))

    def known(self, asked: Collection[str]) -> dict[str, tuple[str, str]]:
        people = Person.objects.filter(slug__in=asked).order_by().select_related("merged_into")
        found = {one.slug: one.merged_into or one for one in people}
        listed = Person.objects.listed().in_bulk([one.pk for one in found.values()])
        return {slug: (one.slug, one.name) for slug, one in found.items() if one.pk in listed}
