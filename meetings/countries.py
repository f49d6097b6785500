"""The country table, kept in step with the lexicon's `countries.csv`, the single source."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from meetings.models import Country


def read() -> list[Country]:
    """One unsaved `Country` for each code of the lexicon, named in English."""
    found: dict[str, dict[str, str]] = {}
    with (files("meetings.extraction.lexicon") / "countries.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
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
def known() -> frozenset[str]:
    """The codes that the table holds; asked for with every row that is written, so kept until the next `migrate`."""
    return frozenset(Country.objects.values_list("code", flat=True))


def sync(using: str) -> None:
    """Insert new countries and update changed names."""
    known.cache_clear()
    fields = ["name", "long_name", "region"]
    Country.objects.using(using).bulk_create(
        read(), update_conflicts=True, update_fields=fields, unique_fields=["code"]
    )
