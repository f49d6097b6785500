"""One person: their names, offices, meetings, counterparts and words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Count, F, Max, Min, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from meetings.country_names import name_of
from meetings.models import Correction, Document, Meeting, Mention, Participant, Person, Quote, seated
from meetings.views.country import DATED, NarrowedChart, list_url, spelled_out
from meetings.views.refusals import mind_person
from meetings.views.sources import anchor
from meetings.vocabularies import UNKNOWN

MOST_MEETINGS = 50
MOST_COUNTERPARTS = 12
MOST_QUOTES = 10
MOST_DOCUMENTS = 20


class PersonDetail(View):
    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        person = get_object_or_404(Person.objects.select_related("country", "merged_into"), slug=slug)
        mind_person(person.merged_into or person)
        if person.merged_into:
            return redirect(person.merged_into, permanent=True)
        meetings = Meeting.objects.listed().filter(participants__person=person)
        mentions = only_mentioned(person)
        chart = NarrowedChart(meetings, list_url("meeting_list", ("person", person.slug)))
        latest = seated(meetings.for_list()[:MOST_MEETINGS])
        context = {
            "person": person,
            "decided": Correction.objects.standing().filter(kind="person", subject=person.slug, field="name").last(),
            "names": names_of(person),
            "offices": offices_of(person),
            "chart": chart,
            "years": years_of(latest, chart),
            "shown": len(latest),
            "counterparts": counterparts_of(person),
            "quotes": Quote.objects.listed().filter(speaker=person).for_list()[:MOST_QUOTES],
            "quotes_url": list_url("quote_list", ("speaker", person.slug)),
            "documents": mentions[:MOST_DOCUMENTS],
            "document_total": mentions.count(),
        }
        return render(request, "meetings/person_detail.html", context)


@dataclass(frozen=True, slots=True)
class Year:
    """The latest meetings of a year (0: unknown), how many it had, and the way to all of them."""

    year: int
    count: int
    url: str
    meetings: list[Meeting]


def years_of(latest: list[Meeting], chart: NarrowedChart) -> list[Year]:
    """Meetings by year in the order in which they come."""
    counts = chart.counts | {0: chart.undated}
    return [
        Year(year, counts[year], f"{chart.path}&year={year or UNKNOWN}", list(some))
        for year, some in groupby(latest, key=lambda meeting: meeting.year)
    ]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as texts write it: their languages, that of most texts first, their number, and the words in one."""

    name: str
    languages: list[str]
    texts: int
    href: str


def names_of(person: Person) -> list[Spelling]:
    """Every spelling met, once each, whatever state its texts let the person act for; the most frequent first."""
    told = Mention.objects.filter(person=person, name__isnull=False).order_by()
    rows = told.values_list("name__name", "document__language").annotate(
        texts=Count("document", distinct=True), first=Min("document")
    )
    found: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
    for name, language, texts, first in rows:
        found[name].append((-texts, language, first))
    first_in = {name: min(first for *_, first in several) for name, several in found.items()}
    seen = Document.objects.defer("hints").in_bulk(first_in.values())
    names = [
        Spelling(
            name=name,
            languages=[language for _, language, _ in sorted(several)],
            texts=-sum(texts for texts, *_ in several),
            href=f"{seen[first_in[name]].get_absolute_url()}#{anchor(first_in[name], f'p{person.pk}')}",
        )
        for name, several in found.items()
    ]
    return sorted(names, key=lambda one: (-one.texts, one.name))


def seats_of(person: Person) -> QuerySet[Participant]:
    rows = Participant.objects.filter(meeting__account_count__gt=0, meeting__merged_into=None)
    return rows.filter(person=person)


def offices_of(person: Person) -> list[dict[str, Any]]:
    """Offices as the texts give them, with the dates of the first and last meeting in each; the latest first."""
    rows = (
        seats_of(person)
        .exclude(office="")
        .order_by()
        .values("office", "office_language", "country", "country__name", "organization__name")
    )
    dated = rows.annotate(
        meetings=Count("meeting"),
        first=Min("meeting__date_key", filter=DATED),
        last=Max("meeting__date_key", filter=DATED),
    )
    latest_first = sorted(dated, key=lambda row: (-(row["last"] or 0), -(row["first"] or 0), row["office"]))
    return [
        spelled_out(row) | {"state": row["country"] and name_of(row["country"], row["country__name"])}
        for row in latest_first
    ]


def counterparts_of(person: Person) -> list[dict[str, Any]]:
    """Whom they met who acted for somebody else, the most frequent first."""
    others = (
        Participant.objects.filter(meeting__account_count__gt=0, meeting__merged_into=None)
        .annotate(met=F("meeting__participants__person"), own=F("meeting__participants__country"))
        .filter(met=person.pk)
        .exclude(person=person)
        .exclude(person=None)
        .exclude(own=F("country"))
    )
    counts = (
        others.order_by()
        .values("person")
        .annotate(meetings=Count("meeting", distinct=True), last=Max("meeting__date_key"))
    )
    top = list(counts.order_by("-meetings", "-last", "person")[:MOST_COUNTERPARTS])
    people = Person.objects.select_related("country").in_bulk([row["person"] for row in top])
    return [
        spelled_out(row) | {"person": other, "url": list_url("meeting_list", *both(person, other))}
        for row in top
        for other in [people[row["person"]]]
    ]


def both(one: Person, other: Person) -> list[tuple[str, str]]:
    """What narrows a list to the meetings of two persons."""
    return [("person", one.slug), ("person", other.slug), ("person_mode", "all")]


def only_mentioned(person: Person) -> QuerySet[Document]:
    """Texts that name the person and tell of no meeting in which they took part."""
    told = Document.objects.filter(
        accounts__position__isnull=False, accounts__meeting__participants__person=person
    ).values("pk")
    rows = Document.objects.told().filter(mentions__person=person).exclude(pk__in=told)
    return rows.defer("hints").distinct()
