"""Persons and meetings that may be one, but not surely: pairs that a person is asked about until there is a verdict."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from django.db.models import Q

from meetings import identity
from meetings.models import Account, Doubt, Judgement, Meeting, Participant, Person, PersonName
from meetings.models.doubt import weight_of
from meetings.resolving.grouping import tellings_of
from meetings.resolving.rows import reconcile

Pair = tuple[str, str]
"""Two natural keys, in order."""
Asked = dict[Pair, tuple[float, str]]
"""How likely they are one (0 to 1), and why."""


def ask_of_persons(living: list[PersonName], questions: Iterable[identity.Question], touched: set[int]) -> None:
    """Bring the open questions on persons in step: `living` are the spellings that were compared."""
    rows = {row.pk: row for row in living}
    asked = {row.person_id for row in living} | touched
    named = {pk for pk in chain(asked, (row.home_id for row in living)) if pk}
    slugs: dict[int | None, str] = dict(Person.objects.filter(pk__in=named).values_list("pk", "slug"))
    homes: dict[str, set[str]] = {}
    for row in living:
        slug = slugs[row.person_id]
        homes.setdefault(slug, {slug}).add(slugs[row.home_id] if row.home_id else slug)
    wanted: Asked = {}
    for one, other, score, why in questions:
        pair = ordered(slugs[rows[one].person_id], slugs[rows[other].person_id])
        wanted[pair] = (score, f"{rows[one]} and {rows[other]}: {why}")
    gone = {slug for pk, slug in slugs.items() if pk in asked} - homes.keys()
    write(Doubt.Kind.PERSONS, "person", unsettled(wanted, "person", homes), homes, gone)


def ask_of_meetings(touched: set[int]) -> None:
    """Bring the open questions on these meetings in step."""
    mine = list(Account.objects.filter(meeting__in=touched, position__isnull=False))
    found = likely(mine, neighbours(mine))
    keys = dict(Meeting.objects.filter(pk__in=touched.union(*found)).order_by().values_list("pk", "key"))
    told = Account.objects.filter(meeting__in=set().union(*found), position__isnull=False).order_by()
    homes: dict[str, set[str]] = {}
    for meeting, home in told.values_list("meeting", "home__key"):
        homes.setdefault(keys[meeting], {keys[meeting]}).add(home)
    wanted = {ordered(keys[one], keys[other]): asked for (one, other), asked in found.items()}
    write(Doubt.Kind.MEETINGS, "meeting", unsettled(wanted, "meeting", homes), (), [keys[pk] for pk in touched])


def neighbours(mine: list[Account]) -> list[Account]:
    """These accounts, those of the same days, and of a day before or after those that share a participant."""
    days = {row.date for row in mine if row.date}
    beside = {day for date in days for day in next_to(date)}
    seats = Participant.objects.filter(meeting__in={row.meeting_id for row in mine}).values("person")
    shared = Participant.objects.filter(person__in=seats, meeting__accounts__date__in=beside).values("meeting")
    near = Q(date__in=days) | Q(date__in=beside, meeting__in=shared)
    rows = Account.objects.filter(near, position__isnull=False)
    return list({row.pk: row for row in [*rows.order_by("pk"), *mine]}.values())


def next_to(date: str) -> list[str]:
    """The days before and after, where the day is known."""
    try:
        day = dt.date.fromisoformat(date) if len(date) == 10 else None
    except ValueError:
        return []
    return [str(day + dt.timedelta(days=step)) for step in (-1, 1)] if day and dt.date.min < day < dt.date.max else []


def likely(mine: list[Account], near: list[Account]) -> dict[tuple[int, int], tuple[float, str]]:
    """Which meetings of `mine` may be one with which of `near`, a day apart at most; none that one text tells both.

    {(meeting, the later one): how likely, and why}
    """
    tellings = {telling.id: telling for telling in tellings_of(near)}
    found: dict[tuple[int, int], tuple[float, str]] = {}
    never: set[tuple[int, int]] = set()
    by_date: dict[str, list[Account]] = defaultdict(list)
    for row in near:
        by_date[row.date].append(row)
    for one in mine:
        days = sorted({one.date, *next_to(one.date)} - {""})  # rows are made in this order
        for other in chain.from_iterable(by_date[day] for day in days):
            if one.meeting_id == other.meeting_id:
                continue
            pair = min(one.meeting_id, other.meeting_id), max(one.meeting_id, other.meeting_id)
            verdict = identity.compare_tellings(tellings[one.pk], tellings[other.pk])
            if one.document_id == other.document_id:
                never.add(pair)
            elif verdict.same is not False:
                found[pair] = max(found.get(pair, (0.0, "")), (verdict.score, verdict.why))
    return {pair: asked for pair, asked in found.items() if pair not in never}


def unsettled(wanted: Asked, kind: str, homes: Mapping[str, set[str]]) -> Asked:
    """Without the pairs that a person has spoken on, whatever they said; verdicts speak of `homes`."""
    named = {home: key for key, several in homes.items() for home in several}
    rows = Judgement.objects.standing().filter(kind=kind, one__in=named, other__in=named)
    settled = {ordered(named[one], named[other]) for one, other in rows.values_list("one", "other")}
    return {pair: asked for pair, asked in wanted.items() if pair not in settled}


def write(kind: str, about: str, wanted: Asked, within: Iterable[str], named: Iterable[str]) -> None:
    """Open and close questions: all those between two of `within`, and all on one of `named`."""
    inner, outer = list(within), list(named)
    rows = Doubt.objects.filter(Q(subject__in=inner, other__in=inner) | Q(subject__in=outer) | Q(other__in=outer))
    existing = {(row.subject, row.other): row for row in rows.filter(kind=kind, about=about)}
    values = {
        (one, other): {
            "kind": kind,
            "about": about,
            "subject": one,
            "other": other,
            "causes": [why],
            "weight": weight_of(kind, round(100 * score)),
        }
        for (one, other), (score, why) in wanted.items()
    }
    reconcile(Doubt, existing, values)


def ordered(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
