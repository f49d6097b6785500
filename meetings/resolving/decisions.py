"""The standing corrections of a subject, in the shape in which resolving asks for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
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

    @classmethod
    def of_each(cls, kind: str, subjects: Iterable[str]) -> dict[str, Decisions]:
        """The corrections of several subjects, each one's by itself."""
        found = {subject: cls() for subject in subjects}
        for row in Correction.objects.standing().filter(kind=kind, subject__in=found).select_related("version"):
            found[row.subject].fields[row.field] = row
        return found

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


OnQuotes = list[tuple[Span, dict[str, Correction]]]
"""Corrections of a document's quotes, oldest first, each with the span that it names, which counts in the text of the
corrections' own `version`."""


def on_quotes(texts: Collection[tuple[str, DocumentVersion]]) -> list[OnQuotes]:
    """Of each text under a name: the standing corrections of its quotes, and of this text's under any other name."""
    rows = Correction.objects.standing().filter(kind=Correction.Kind.DOCUMENT, field__startswith="quotes/")
    paths, versions = {path for path, _ in texts}, {version.pk for _, version in texts}
    rows = rows.filter(Q(subject__in=paths) | Q(version__in=versions)).select_related("version")
    logs = list(rows)
    return [
        by_part(row for row in logs if path == row.subject or version.pk == row.version_id) for path, version in texts
    ]


def by_part(rows: Iterable[Correction]) -> OnQuotes:
    found: dict[tuple[int | None, str], dict[str, Correction]] = {}
    for row in rows:
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
