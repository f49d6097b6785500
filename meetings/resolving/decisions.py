"""The standing corrections of a subject, in the shape in which resolving asks for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from meetings.models import Correction


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
        """Corrections of a field's parts: `under("quotes")` gives {"10-40": {"": …, "speaker": …}}.

        Names may hold a slash themselves, so only a known attribute at the end counts as one.
        """
        found: dict[str, dict[str, Correction]] = {}
        for name, row in self.fields.items():
            if name.startswith(f"{prefix}/"):
                part, attribute = split_attribute(name[len(prefix) + 1 :])
                found.setdefault(part, {})[attribute] = row
        return found


ATTRIBUTES = ("speaker", "span", "office", "country", "organization")


def split_attribute(name: str) -> tuple[str, str]:
    part, slash, attribute = name.rpartition("/")
    return (part, attribute) if slash and attribute in ATTRIBUTES else (name, "")


def removed(parts: dict[str, Correction]) -> bool:
    return "" in parts and parts[""].action == Correction.Action.REMOVED


def added(parts: dict[str, Correction]) -> bool:
    return "" in parts and parts[""].action == Correction.Action.ADDED
