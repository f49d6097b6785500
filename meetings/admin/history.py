"""The history of a row: what was decided on it, by whom, from what to what, when and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse

from meetings.alignment import overlap
from meetings.extraction.record import Span
from meetings.models import Correction, Judgement, Meeting, Person, Quote, Takedown
from meetings.resolving.quotes import SAME_WORDS, carried
from meetings.resolving.withholding import places, touches

Decided = Correction | Judgement | Takedown


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision in words."""

    decision: Decided
    what: str
    before: str
    after: str

    @property
    def log(self) -> str:
        """The list of the desk in which the decision stands."""
        return reverse(f"admin:meetings_{self.decision._meta.model_name}_changelist")

    @property
    def is_takedown(self) -> bool:
        return isinstance(self.decision, Takedown)

    @property
    def subject(self) -> str:
        return self.decision.one if isinstance(self.decision, Judgement) else self.decision.subject


def in_words(value: Any) -> str:
    """A corrected value as people read it."""
    if value in (None, "", {}, []):
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(in_words(one) for one in value.values() if one not in (None, "", [])) or "–"
    if isinstance(value, list):
        return "–".join(map(str, value)) if all(isinstance(one, int) for one in value) else "; ".join(map(str, value))
    return str(value)


def after(correction: Correction) -> str:
    if correction.action in (Correction.Action.SET, Correction.Action.CONFIRMED):
        return in_words(correction.value)
    return correction.get_action_display().lower()


def entries(decisions: Iterable[Decided]) -> list[Entry]:
    """The latest first."""
    ordered = sorted(decisions, key=lambda decision: (decision.at, decision.pk), reverse=True)
    return [entry(decision) for decision in ordered]


def entry(decision: Decided) -> Entry:
    if isinstance(decision, Correction):
        return Entry(decision, decision.field, in_words(decision.before), after(decision))
    if isinstance(decision, Takedown):
        return Entry(decision, f"{decision.get_kind_display()}: {decision}", "shown", "withheld from readers")
    return Entry(decision, f"{decision.one} and {decision.other}", "–", decision.get_verdict_display().lower())


def on(kind: str, subjects: Iterable[str]) -> list[Decided]:
    """Corrections, verdicts and takedowns on these subjects, withdrawn ones included."""
    names = list(subjects)
    corrections = Correction.objects.filter(kind=kind, subject__in=names).select_related("author", "withdrawn_by")
    verdicts = Judgement.objects.filter(Q(one__in=names) | Q(other__in=names), kind=kind)
    of_kind = Q(kind=kind) | (Q(kind="quote") if kind == "document" else Q(pk__in=()))
    takedowns = Takedown.objects.filter(of_kind, subject__in=names).select_related("author", "withdrawn_by")
    return [*corrections, *verdicts.select_related("author", "withdrawn_by"), *takedowns]


def of_meeting(meeting: Meeting) -> list[Entry]:
    """Under all the keys that its accounts were first filed under."""
    homes = Meeting.objects.filter(Q(pk=meeting.pk) | Q(merged_into=meeting) | Q(homed_accounts__meeting=meeting))
    return entries(on("meeting", homes.values_list("key", flat=True).distinct()))


def of_person(person: Person) -> list[Entry]:
    """With the decisions that gave a spelling, or a text's mention, to this person."""
    slugs = list(Person.objects.filter(Q(pk=person.pk) | Q(merged_into=person)).values_list("slug", flat=True))
    whose = Q(kind="person", field__startswith="names/") | Q(kind="document", field__startswith="people/")
    involved = Q(value__person__in=slugs) | Q(before__person__in=slugs, kind="document")
    given = Correction.objects.filter(whose, involved).exclude(kind="person", subject__in=slugs)
    return entries([*on("person", slugs), *given.select_related("author", "withdrawn_by")])


def of_quote(quote: Quote) -> list[Entry]:
    """Corrections name quotes by their span in the text of their time."""
    rows = Correction.objects.filter(kind="document", subject=quote.document.path, field__startswith="quotes/")
    rows = rows.select_related("author", "withdrawn_by", "version").defer("version__raw", "version__reading")
    takedowns = Takedown.objects.filter(kind="quote", subject=quote.document.path).select_related(
        "author", "withdrawn_by"
    )
    mine = [row for row in takedowns if touches(Span(quote.start, quote.end), places(row.words, quote.version.text))]
    return entries([*(row for row in rows if speaks_of(row, quote)), *mine])


def speaks_of(correction: Correction, quote: Quote) -> bool:
    place = carried(span_of(correction.field.split("/")[1]), correction.version, quote.version)
    return place is not None and overlap(place, span_of(quote.key)) >= SAME_WORDS


def span_of(key: str) -> Span:
    start, end = (int(part) for part in key.split("-"))
    return Span(start, end)
