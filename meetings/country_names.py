"""Names of states in the languages of the interface, from the lexicon's `countries.csv`, the single source."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from django.utils.translation import get_language

LEXICON = {"uz": "uz-Latn"}
"""Languages of the interface that the lexicon writes with their script."""


@cache
def named_in(language: str, kind: str = "name") -> dict[str, str]:
    """The name of each state by its code, or with the kind `long` its official one; of several the first, CLDR's."""
    found: dict[str, str] = {}
    with (files("meetings.extraction.lexicon") / "countries.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["kind"] == kind and row["language"] == LEXICON.get(language, language):
                found.setdefault(row["code"], row["form"])
    return found


def name_of(code: str, otherwise: str, kind: str = "name") -> str:
    """The state's name in the interface's language; `otherwise` in English, and where the lexicon has none."""
    language = (get_language() or "en").partition("-")[0]
    return otherwise if language == "en" else named_in(language, kind).get(code, otherwise)
