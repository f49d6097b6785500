"""What others changed while a form was open: from what to what, by whom and when; and that nothing typed is lost."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from meetings.models import Correction

OPENED = "opened"
"""The hidden field that says when the form was shown."""
TAKE = "take"
"""The boxes to tick for "take theirs"; their values are names of fields."""


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """One change by others of what the form shows. `name` is the field's in the page; empty of a row that is gone."""

    name: str
    label: str
    before: str
    now: str
    decision: Correction | None
    contested: bool
    """Whether the person at the form changed it too."""

    @property
    def when(self) -> dt.datetime | None:
        return moment(self.decision) if self.decision else None

    @property
    def who(self) -> str:
        """Empty where no person did it: an import brought it, or a new reading."""
        author = (self.decision.withdrawn_by or self.decision.author) if self.decision else None
        return str(author or "")

    def __str__(self) -> str:
        by = f" by {self.who}" if self.who else ""
        on = f" on {timezone.localtime(self.when):%d %B %Y, %H:%M}" if self.when else ""
        return f"Changed meanwhile{by}{on}: from “{self.before}” to “{self.now}”."


def moment(decision: Correction) -> dt.datetime:
    return decision.withdrawn_at or decision.at


def opened_at(data: Mapping[str, Any]) -> dt.datetime | None:
    """When the page was opened that sent this."""
    try:
        found = parse_datetime(str(data.get(OPENED, "")))
    except ValueError:
        return None
    return found if found and found.tzinfo else None


def decided_since(opened: dt.datetime | None, **place: str) -> Correction | None:
    """The last decision on this place that was made, or withdrawn, since then."""
    rows = Correction.objects.filter(**place).select_related("author", "withdrawn_by").order_by("-id")
    if opened is not None:
        rows = rows.filter(Q(at__gte=opened) | Q(withdrawn_at__gte=opened))
    return max(rows, key=moment, default=None)


def words(field: forms.Field | None, value: Any) -> str:
    """A value as it was shown or typed: of a choice its label."""
    if isinstance(field, forms.ModelChoiceField) and field.queryset is not None and value:
        try:
            return str(field.queryset.model._default_manager.get(pk=value))
        except (ObjectDoesNotExist, ValueError):
            return "–"
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
    return "–" if value in (None, "") else str(value)


def typed(data: Mapping[str, Any], fields: Mapping[str, forms.Field]) -> list[tuple[str, str]]:
    """What was changed in a page that cannot be saved any more: (label, value), as the page's fields are called."""
    found = []
    for key, value in data.items():
        field = fields.get(key.rpartition("-")[2])
        shown = data.get(f"initial-{key}", "" if key == "reason" else value)
        if field is not None and value and str(shown).split() != str(value).split():
            found.append((str(field.label or key), words(field, value)))
    return found


@dataclass(frozen=True, slots=True)
class Gone:
    """A row under the form that is there no longer; `shown` and `typed` hold its values by field."""

    pk: str
    shown: dict[str, str]
    typed: dict[str, str]


def close_ranks(data: Any, prefix: str, known: Iterable[str]) -> tuple[Any, list[Gone]]:
    """The data of a formset without the rows that are there no longer, and these rows."""
    count, initial = (str(data.get(f"{prefix}-{which}_FORMS", "")) for which in ("TOTAL", "INITIAL"))
    if not (count.isdecimal() and initial.isdecimal()):
        return data, []
    there = set(known)
    named = {str(data.get(f"{prefix}-{number}-id", "")): number for number in range(min(int(initial), 1000))}
    lost = sorted(number for pk, number in named.items() if pk and pk not in there)
    if not lost:
        return data, []
    return renumbered(data, prefix, lost), [gone(data, f"{prefix}-{number}-") for number in lost]


def renumbered(data: Any, prefix: str, lost: list[int]) -> QueryDict:
    """The rows behind a lost one move up."""
    kept = QueryDict(mutable=True)
    row = re.compile(rf"(initial-)?{re.escape(prefix)}-([0-9]+)-(.+)")
    for key, values in data.lists():
        found = row.fullmatch(key)
        number = int(found[2]) if found else -1
        if found and number not in lost:
            key = f"{found[1] or ''}{prefix}-{number - sum(one < number for one in lost)}-{found[3]}"
        if number not in lost:
            kept.setlist(key, values)
    for which in ("TOTAL", "INITIAL"):
        kept[f"{prefix}-{which}_FORMS"] = str(int(data[f"{prefix}-{which}_FORMS"]) - len(lost))
    return kept


def gone(data: Any, start: str) -> Gone:
    hidden = f"initial-{start}"
    shown = {key.removeprefix(hidden): data[key] for key in data if key.startswith(hidden)}
    values = {name: data.get(f"{start}{name}", "") for name in shown}
    changed = {name: value for name, value in values.items() if value != shown[name]}
    return Gone(data.get(f"{start}id", ""), shown, {} if f"{start}DELETE" in data else changed)
