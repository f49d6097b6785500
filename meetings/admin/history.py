"""The history of a row: what was decided on it, by whom, from what to what, when and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from meetings.admin.wording import Decided, Wording
from meetings.alignment import overlap
from meetings.extraction.record import Span
from meetings.models import Correction, Document, Judgement, Meeting, Person, Quote, Takedown
from meetings.resolving.quotes import SAME_WORDS, carried
from meetings.resolving.withholding import places, touches


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision in words; `where` says what it is about, if that is not what the history is of."""

    decision: Decided
    what: str
    before: str
    after: str
    where: str = ""

    @property
    def id(self) -> str:
        """Which decision it is, in the form that withdraws it."""
        return f"{self.kind}-{self.decision.pk}"

    @property
    def kind(self) -> str:
        return str(self.decision._meta.model_name)


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


def entries(decisions: Iterable[Decided], own: Iterable[str] = ()) -> list[Entry]:
    """The latest first. `own` are the subjects whose history it is; of others it is told what they are."""
    ordered = sorted(decisions, key=lambda decision: (decision.at, decision.pk), reverse=True)
    mine = set(own)
    words = Wording(ordered, mine)
    return [entry(decision, words, mine) for decision in ordered]


def entry(decision: Decided, words: Wording, own: set[str]) -> Entry:
    foreign = isinstance(decision, Correction) and own and decision.subject not in own
    where = words.subject(decision.kind, decision.subject) if foreign else ""  # type: ignore[union-attr]
    return Entry(decision, words.what(decision), words.before(decision), words.after(decision), where)


def on(kind: str, subjects: Iterable[str]) -> list[Decided]:
    """Corrections, verdicts and takedowns on these subjects, withdrawn ones included."""
    names = list(subjects)
    corrections = with_texts(Correction.objects.filter(kind=kind, subject__in=names))
    verdicts = Judgement.objects.filter(Q(one__in=names) | Q(other__in=names), kind=kind)
    of_kind = Q(kind=kind) | (Q(kind="quote") if kind == "document" else Q(pk__in=()))
    takedowns = Takedown.objects.filter(of_kind, subject__in=names).select_related("author", "withdrawn_by")
    return [*corrections, *verdicts.select_related("author", "withdrawn_by"), *takedowns]


def with_texts(rows: QuerySet[Correction]) -> QuerySet[Correction]:
    """With who made them, and the texts that their spans count in."""
    return rows.select_related("author", "withdrawn_by", "version").defer("version__raw", "version__reading")


def of_document(document: Document) -> list[Entry]:
    return entries(on("document", [document.path]))


def of_meeting(meeting: Meeting) -> list[Entry]:
    """Under all the keys that its accounts were first filed under."""
    homes = Meeting.objects.filter(Q(pk=meeting.pk) | Q(merged_into=meeting) | Q(homed_accounts__meeting=meeting))
    return entries(on("meeting", homes.values_list("key", flat=True).distinct()))


def of_person(person: Person) -> list[Entry]:
    """With the decisions that gave a spelling, a text's mention or a quote to them, or seated them in a meeting."""
    slugs = list(Person.objects.filter(Q(pk=person.pk) | Q(merged_into=person)).values_list("slug", flat=True))
    whose = Q(kind="person", field__startswith="names/") | Q(kind="document", field__startswith="people/")
    whose |= Q(kind="document", field__startswith="quotes/")
    involved = Q(value__person__in=slugs) | Q(before__person__in=slugs, kind="document")
    seats = Q()
    for slug in slugs:
        seats |= Q(field=f"participants/{slug}") | Q(field__startswith=f"participants/{slug}/")
    given = Correction.objects.filter((whose & involved) | (seats & Q(kind="meeting")))
    elsewhere = with_texts(given.exclude(kind="person", subject__in=slugs))
    return entries([*on("person", slugs), *elsewhere], slugs)


def of_quote(quote: Quote) -> list[Entry]:
    """Corrections name quotes by their span in the text of their time."""
    rows = Correction.objects.filter(kind="document", subject=quote.document.path, field__startswith="quotes/")
    takedowns = Takedown.objects.filter(kind="quote", subject=quote.document.path)
    mine = [
        row
        for row in takedowns.select_related("author", "withdrawn_by")
        if touches(Span(quote.start, quote.end), places(row.words, quote.version.text))
    ]
    return entries([*(row for row in with_texts(rows) if speaks_of(row, quote)), *mine])


def speaks_of(correction: Correction, quote: Quote) -> bool:
    place = carried(span_of(correction.field.split("/")[1]), correction.version, quote.version)
    return place is not None and overlap(place, span_of(quote.key)) >= SAME_WORDS


def span_of(key: str) -> Span:
    start, end = (int(part) for part in key.split("-"))
    return Span(start, end)
