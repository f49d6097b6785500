"""Bodies by their names, made where they are new; a body that many languages name is one, whatever a text calls it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import yaml

from meetings import bulk
from meetings.models import Organization

LONGEST = Organization._meta.get_field("name").max_length
NAMES = Path(__file__).with_suffix(".yaml")


def ids_of(names: Iterable[str | None]) -> dict[str | None, int]:
    """{name: body} of these names, all at once; what is longer than names are kept is known by its beginning."""
    kept = {name: shown(name)[:LONGEST] for name in names if name}
    known = dict(Organization.objects.filter(name__in=kept.values()).values_list("name", "pk"))
    new = [Organization(name=name) for name in dict.fromkeys(kept.values()) if name not in known]
    bulk.create(new)
    known |= {row.name: row.pk for row in new}
    return {name: known[short] for name, short in kept.items()}


def shown(name: str) -> str:
    """The name under which a body is known here: "Union européenne" is the European Union."""
    return other_names().get(plain(name), name)


@cache
def other_names() -> dict[str, str]:
    """{other name of a body: the one that is shown}."""
    several: dict[str, list[str]] = yaml.safe_load(NAMES.read_text(encoding="utf-8"))
    return {plain(name): body for body, names in several.items() for name in (body, *names)}


def plain(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()
