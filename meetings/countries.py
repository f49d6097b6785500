"""The country table, kept in step with the lexicon's `countries.csv`, the single source."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from meetings.models import Country


def rows() -> Iterator[dict[str, str]]:
    """The lines of the table: code, language, kind, form."""
    with (files("meetings.extraction.lexicon") / "countries.csv").open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def read() -> list[Country]:
    """One unsaved `Country` for each code of the lexicon, named in English."""
    found: dict[str, dict[str, str]] = {}
    for row in rows():
        if row["language"] in ("", "en"):
            found.setdefault(row["code"], {}).setdefault(row["kind"], row["form"])
    return [
        Country(
            code=code,
            name=forms.get("name", code),
            long_name=forms.get("long", ""),
            region=forms.get("region", ""),
        )
        for code, forms in found.items()
    ]


@cache
def names_by_code() -> dict[str, tuple[str, ...]]:
    """The names of each state in all languages of the lexicon, short and long."""
    found: dict[str, dict[str, None]] = {}
    for row in rows():
        if row["kind"] in ("name", "long"):
            found.setdefault(row["code"], {})[row["form"]] = None
    return {code: tuple(forms) for code, forms in found.items()}


@cache
def known() -> frozenset[str]:
    """The codes that the table holds; asked for with every row that is written, so kept until the next `migrate`."""
    return frozenset(Country.objects.values_list("code", flat=True))


def if_known(code: str | None) -> str | None:
    """The code, if the table holds it."""
    return code if code in known() else None


def sync(using: str) -> None:
    """Insert new countries and update changed names."""
    known.cache_clear()
    fields = ["name", "long_name", "region"]
    Country.objects.using(using).bulk_create(
        read(), update_conflicts=True, update_fields=fields, unique_fields=["code"]
    )
