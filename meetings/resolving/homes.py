"""Spellings that a person took from one person and gave to another: their homes follow the log of decisions.

The corrections `names/STATE/NAME` of persons tell whose a spelling is, and from which homes it is kept apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from meetings.models import Correction, Person, PersonName
from meetings.resolving.rows import Updates

Links = list[tuple[int, int]]


def field_of(name: PersonName) -> str:
    return f"names/{name.country}/{name.name}"


def log_of(names: Iterable[PersonName]) -> dict[str, list[Correction]]:
    """{field: decisions on that spelling, withdrawn ones too, oldest first}."""
    rows = Correction.objects.filter(kind="person", field__in={field_of(name) for name in names})
    found: dict[str, list[Correction]] = defaultdict(list)
    for row in rows.order_by("pk"):
        found[row.field].append(row)
    return found


def standing(log: list[Correction]) -> Correction | None:
    return next((row for row in reversed(log) if row.withdrawn_at is None), None)


def slug_in(value: Any) -> str:
    return str((value or {}).get("person", ""))


def settle(names: set[int]) -> dict[int, int]:
    """Bring the homes of these spellings in step; returns {home that a spelling left: the one it went to}."""
    rows = list(PersonName.objects.filter(pk__in=names).order_by("pk"))
    logs = log_of(rows)
    latest = {field: standing(log) or log[0] for field, log in logs.items()}
    wanted = {field: slug_in(row.value if row.withdrawn_at is None else row.before) for field, row in latest.items()}
    persons = Person.objects.in_bulk(wanted.values(), field_name="slug")
    left: dict[int, int] = {}
    with Updates() as updates:
        for row in rows:
            home = persons.get(wanted.get(field_of(row), ""))
            if home and row.home_id != home.pk:
                left[row.home_id or 0] = home.pk
                updates.set(row, {"home_id": home.pk})
    return left


def named_by(slug: str) -> Q:
    """The spellings that decisions on this person speak of."""
    rows = Correction.objects.filter(kind="person", subject=slug, field__startswith="names/")
    found = Q(pk__in=())
    for field in rows.values_list("field", flat=True):
        _, country, name = field.split("/", 2)
        found |= Q(name=name, country=country)
    return found


def links(block: list[PersonName]) -> tuple[Links, Links]:
    """Must-links and cannot-links that the decisions make between spellings."""
    logs = log_of(block)
    together: Links = []
    apart: Links = []
    for row in block:
        decided = standing(logs.get(field_of(row), []))
        if decided is None or row.home is None:
            continue
        strangers = set((decided.value or {}).get("from", ())) - {row.home.slug}
        for other in block:
            if other.pk != row.pk and other.home_id == row.home_id:
                together.append((row.pk, other.pk))
            elif other.home and other.home.slug in strangers:
                apart.append((row.pk, other.pk))
    return together, apart
