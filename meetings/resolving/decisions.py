"""The standing corrections of a subject, in the shape in which resolving asks for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from meetings.extraction.record import Span
from meetings.models import Correction, DocumentVersion


@dataclass(frozen=True, slots=True)
class Decisions:
    """Corrections by field; where there are several, the latest stands."""

    fields: dict[str, Correction] = field(default_factory=dict)

    @classmethod
    def on(cls, kind: str, subjects: Collection[str]) -> Decisions:
        rows = Correction.objects.standing().filter(kind=kind, subject__in=subjects).select_related("version")
        return cls({row.field: row for row in rows})

    def value(self, field: str, read: Any) -> Any:
        """What a person set or confirmed, else what was read."""
        row = self.fields.get(field)
        return row.value if row and row.action in (Correction.Action.SET, Correction.Action.CONFIRMED) else read

    def under(self, prefix: str) -> dict[str, dict[str, Correction]]:
        """Corrections of a field's parts: `under("participants")` gives {"anna-bell": {"": …, "office": …}}."""
        found: dict[str, dict[str, Correction]] = {}
        for name, row in self.fields.items():
            if name.startswith(f"{prefix}/"):
                part, attribute = split_attribute(name[len(prefix) + 1 :], ATTRIBUTES.get(prefix, ()))
                found.setdefault(part, {})[attribute] = row
        return found


ATTRIBUTES = {
    "participants": ("office", "country", "organization"),
    "quotes": ("speaker", "span"),
    "people": ("person",),
}


def split_attribute(name: str, attributes: Collection[str]) -> tuple[str, str]:
    """Part and attribute of a field's name. A part may hold a slash itself, so only a known attribute counts as one."""
    part, slash, attribute = name.rpartition("/")
    return (part, attribute) if slash and attribute in attributes else (name, "")


def on_quotes(path: str, version: DocumentVersion) -> list[tuple[Span, dict[str, Correction]]]:
    """Standing corrections of a document's quotes, and of this text's under any other name, oldest first.

    Each with the span that it names, which counts in the text of the corrections' own `version`.
    """
    rows = Correction.objects.standing().filter(kind=Correction.Kind.DOCUMENT, field__startswith="quotes/")
    found: dict[tuple[int | None, str], dict[str, Correction]] = {}
    for row in rows.filter(Q(subject=path) | Q(version=version)).select_related("version"):
        part, attribute = split_attribute(row.field.removeprefix("quotes/"), ATTRIBUTES["quotes"])
        found.setdefault((row.version_id, part), {})[attribute] = row
    return [(span_of(part), corrections) for (_, part), corrections in found.items()]


def span_of(key: str) -> Span:
    start, end = key.split("-")
    return Span(int(start), int(end))


def removed(parts: dict[str, Correction]) -> bool:
    return "" in parts and parts[""].action == Correction.Action.REMOVED


def added(parts: dict[str, Correction]) -> bool:
    return "" in parts and parts[""].action == Correction.Action.ADDED
