"""One state: when it met, with whom, and who acted for it. Two states together are in `pair`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Max, Min, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views import View

from meetings.models import Country, Format, Meeting, Participant, Person, Quote, seated
from meetings.views.year_chart import Bar, YearChart

MOST_PARTNERS = 20
MOST_PEOPLE = 12
MOST_MEETINGS = 10
MOST_QUOTES = 5
DATED = Q(meeting__date_key__gt=0)


class CountryDetail(View):
    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        if code != code.lower():
            return redirect("meetings:country", code.lower(), permanent=True)
        country = states(code)[0]
        rows = Meeting.objects.listed().of_country(country.pk)
        context = {
            "country": country,
            "chart": NarrowedChart(rows, list_url("meeting_list", ("country", country.pk))),
            "partners": partners_of(country),
            "people": acting_for(country, rows),
            "meetings": seated(rows.for_list()[:MOST_MEETINGS]),
            "quotes": quotes_for(country.pk)[:MOST_QUOTES],
            "quotes_url": list_url("quote_list", ("country", country.pk)),
        }
        return render(request, "meetings/country_detail.html", context)


def states(*codes: str) -> list[Country]:
    """The states of these lower-case codes; 404 where there is no such state."""
    found = Country.objects.in_bulk([code.upper() for code in codes])
    if len(found) != len(codes):
        raise Http404("There is no state with this code.")
    return [found[code.upper()] for code in codes]


class NarrowedChart(YearChart):
    """Meetings by year, with bars that lead to a list that is narrowed already."""

    def __init__(self, rows: QuerySet[Meeting], list_url: str) -> None:
        counts = dict(rows.order_by().values_list("year").annotate(n=Count("pk", distinct=True)))
        super().__init__(counts, list_url)
        self.undated_url = f"{list_url}&year=unknown"
        self.total = sum(counts.values())

    @cached_property
    def bars(self) -> list[Bar]:
        return [replace(bar, url=f"{self.path}&year={bar.year}") for bar in super().bars]


def list_url(name: str, *pairs: tuple[str, str]) -> str:
    """The address of a list, narrowed."""
    return f"{reverse(f'meetings:{name}')}?{urlencode(pairs)}"


def formats_of(rows: QuerySet[Meeting]) -> list[tuple[str, str, int]]:
    """How often they met in each way: (value, name, meetings), the commonest first."""
    counts = rows.order_by().values_list("format").annotate(n=Count("pk", distinct=True))
    names = dict(Format.choices)
    return [(value, str(names[value]), n) for value, n in sorted(counts, key=lambda row: (-row[1], row[0]))]


def partners_of(country: Country) -> list[dict[str, Any]]:
    """The states it met, the most frequent first, with the number of meetings and the last."""
    own = Participant.objects.filter(country=country.pk).order_by().values("meeting")
    across = Participant.objects.filter(
        meeting__in=own, meeting__account_count__gt=0, meeting__merged_into=None, country__isnull=False
    )
    counts = (
        across.exclude(country=country.pk)
        .order_by()
        .values("country")
        .annotate(meetings=Count("meeting", distinct=True), last=Max("meeting__date_key"))
    )
    top = list(counts.order_by("-meetings", "-last", "country")[:MOST_PARTNERS])
    found = Country.objects.in_bulk([row["country"] for row in top])
    pairs = [sorted((country.pk.lower(), row["country"].lower())) for row in top]
    return [
        spelled_out(row) | {"country": found[row["country"]], "url": reverse("meetings:pair", args=pair)}
        for row, pair in zip(top, pairs, strict=True)
    ]


def acting_for(country: Country, rows: QuerySet[Meeting]) -> list[dict[str, Any]]:
    """Who took part for a state in these meetings, and from when to when; those who met most often first."""
    seats = Participant.objects.filter(country=country, meeting__in=rows.order_by().values("pk")).exclude(person=None)
    counts = (
        seats.order_by()
        .values("person")
        .annotate(
            meetings=Count("meeting", distinct=True),
            first=Min("meeting__date_key", filter=DATED),
            last=Max("meeting__date_key", filter=DATED),
        )
    )
    top = list(counts.order_by("-meetings", "-last", "person")[:MOST_PEOPLE])
    people = Person.objects.in_bulk([row["person"] for row in top])
    return [spelled_out(row) | {"person": people[row["person"]]} for row in top]


def spelled_out(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row with its sort keys `first` and `last` as EDTF dates, or "" where no date is known."""
    return {**row, **{name: date_of(row[name] or 0) for name in ("first", "last") if name in row}}


def date_of(key: int) -> str:
    """The EDTF date of a sort key: 20210408 is `2021-04-08`, 20180500 `2018-05`, 0 unknown."""
    year, month, day = key // 10_000, key // 100 % 100, key % 100
    return "-".join(part for part in (f"{year:04}", f"{month:02}", f"{day:02}") if int(part)) if year else ""


def quotes_for(*codes: str) -> QuerySet[Quote]:
    """What people acting for these states said, the newest first."""
    return Quote.objects.listed().filter(speaker__country__in=codes).for_list()
