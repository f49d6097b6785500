"""Readings, corrections, judgements and takedowns become the rows that people see.

The rows are a function of the four: resolving again gives the same rows under the same ids, and touches only what
differs. Reading order: a document's own fields and mentions, then who its names are (`people`), then which meeting
its accounts tell of (`encounters`), then its `quotes` and references, then what lists show of persons, and last what
wants a person's eyes (`pairs`, `doubts`).
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from meetings import writing
from meetings.models import Account, Correction, Document, Meeting, Person, PersonName
from meetings.resolving import documents as texts
from meetings.resolving import (
    doubts,
    encounters,
    grouping,
    homes,
    pairs,
    people,
    quotes,
    references,
    summaries,
    withholding,
)
from meetings.resolving.decisions import Decisions

__all__ = ["catch_up", "forget", "resolve", "resolve_all", "resolve_subject", "resolve_together"]

catch_up = summaries.catch_up


@transaction.atomic
def resolve(documents: Iterable[Document], *, trust: bool = False, more: bool = False) -> None:
    """Bring the rows of these documents, and all they bear on, in step with readings and decisions.

    `trust`: all else is in step, so that only spellings of which these texts tell something new are grouped again.
    `more` are to come: what lists show of persons named in many texts is left to `catch_up`.
    """
    todo = list(documents)
    withholding.mark_documents(todo)
    before = texts.persons_of(todo)
    names, news = texts.write(todo)
    settle(todo, news if trust else names, people.bearers(names) | before, more=more)


@transaction.atomic
def forget(document: Document) -> None:
    """Bring all that the document bears on in step as if it were not there: none of its rows are shown any more."""
    document.withheld = True
    before = texts.persons_of([document])
    settle([document], texts.write([document])[0], before)


def settle(documents: list[Document], names: set[int], also: Iterable[int] = (), *, more: bool = False) -> None:
    """The rest of the way, from whose names these are to what lists show; `also` are persons to look at besides."""
    moved, persons = people.identify(names)
    persons |= set(also)
    moved |= withholding.mark_persons(persons)
    meetings, paths = people.decided_on(persons) if moved else (set(), set())
    seen = {document.pk for document in documents}
    others = Document.objects.told().filter(Q(mentions__name__in=moved) | Q(path__in=paths)).exclude(pk__in=seen)
    todo = documents + list(others.select_related("version").distinct().order_by("pk"))
    persons |= texts.persons_of(todo)
    texts.link_mentions(todo)
    accounts = texts.write_accounts(todo)
    left = grouping.group(accounts)
    meetings |= left.keys()
    before = references.traits_of(meetings, left)
    persons |= encounters.write(meetings)
    persons |= quotes.speakers_of(todo)
    meetings |= quotes.write(todo)
    persons |= texts.persons_of(todo) | quotes.speakers_of(todo)
    encounters.relink_quotes(meetings)
    encounters.count_quotes(meetings)
    references.write(todo)
    references.look_again(meetings, before)
    summaries.summarise(summaries.put_off(persons) if more else persons)
    pairs.ask_of_meetings(meetings)
    doubts.write(todo, meetings)


def resolve_all(batch: int = 100) -> int:
    """Resolve every document again, in steps, between which others may write; returns how many there were."""
    ids = list(Document.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), batch):
        some = Document.objects.filter(pk__in=ids[start : start + batch]).select_related("version")
        with transaction.atomic():
            writing.take_turn()
            resolve(some.order_by("pk"))
    return len(ids)


def resolve_subject(kind: str, subject: str) -> None:
    """Resolve what a decision on this subject bears on; an unknown subject is a decision that waits for its text."""
    if kind == Correction.Kind.DOCUMENT:
        resolve(Document.objects.filter(path=subject).select_related("version"))
        doubts.write_failures([subject])
    elif kind == Correction.Kind.MEETING:
        resolve_meeting(subject)
    else:
        resolve_person(subject)


@transaction.atomic
def resolve_together(fields: Iterable[tuple[str, str, str]]) -> None:
    """Resolve what decisions on these (kind, subject, field) bear on, each subject once; documents together."""
    decided: dict[tuple[str, str], set[str]] = {}
    for kind, subject, field in fields:
        decided.setdefault((kind, subject), set()).add(field)
    paths = {subject: names for (kind, subject), names in decided.items() if kind == Correction.Kind.DOCUMENT}
    alone = [path for path, names in paths.items() if names <= set(texts.ALONE)]
    resolve_fields(Document.objects.filter(path__in=alone).select_related("version"))
    rest = Document.objects.filter(path__in=paths.keys() - set(alone))
    resolve(rest.select_related("version").order_by("pk"))
    for kind, subject in sorted(decided):
        if kind != Correction.Kind.DOCUMENT:
            resolve_subject(kind, subject)


def resolve_fields(documents: Iterable[Document]) -> None:
    """The documents' own fields, where only such were decided on as nothing else rests on.

    On a publisher rests how much of a quote is shown, if there are terms of theirs.
    """
    todo, bound = list(documents), withholding.publishers_with_terms()
    before = [document.publisher for document in todo]
    texts.write_fields(todo, Decisions.of_each("document", [document.path for document in todo]))
    rest = [document for document, old in zip(todo, before, strict=True) if {old, document.publisher} & bound]
    doubts.write(todo, set())
    if rest:
        resolve(rest)


@transaction.atomic
def resolve_meeting(key: str) -> None:
    meetings = set(Meeting.objects.filter(key=key).values_list("pk", flat=True))
    accounts = Account.objects.filter(Q(home__in=meetings) | Q(meeting__in=meetings))
    left = grouping.group(set(accounts.values_list("pk", flat=True)))
    meetings |= left.keys()
    before = references.traits_of(meetings, left)
    persons = encounters.write(meetings)
    encounters.relink_quotes(meetings)
    encounters.count_quotes(meetings)
    references.look_again(meetings, before)
    summaries.summarise(persons)
    pairs.ask_of_meetings(meetings)
    doubts.write([], meetings)


@transaction.atomic
def resolve_person(slug: str) -> None:
    """Group the person's spellings again; where that moves a name, what is told of it is resolved again too."""
    person = Person.objects.filter(slug=slug).first()
    if person is None:
        return
    names = PersonName.objects.filter(Q(person=person) | Q(home=person) | homes.named_by(slug))
    settle([], set(names.values_list("pk", flat=True)), {person.pk})
    summaries.summarise({person.pk})
