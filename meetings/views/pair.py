"""Two states together: how often they met and how high, when last, who tells of it, and what each said of the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate
from typing import Any

from django.db.models import FilteredRelation, Max, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views import View

from meetings.cldr import time_between
from meetings.models import Account, Country, Level, Meeting, Participant, Quote, seated
from meetings.views.country import MOST_MEETINGS, MOST_QUOTES, NarrowedChart, acting_for, formats_of, list_url, states

NEWEST_READ = 500
"""So many of a state's newest quotes, in texts that name the other, are looked through for its name."""


class PairDetail(View):
    def get(self, request: HttpRequest, one: str, other: str) -> HttpResponse:
        codes = sorted({one.lower(), other.lower()})
        address = reverse(f"meetings:{'pair' if len(codes) == 2 else 'country'}", args=codes)
        if request.path != address:
            return redirect(address, permanent=True)
        first, second = states(*codes)
        rows = Meeting.objects.listed().of_pair(first.pk, second.pk)
        return render(request, "meetings/pair_detail.html", self.context(first, second, rows))

    def context(self, first: Country, second: Country, rows: QuerySet[Meeting]) -> dict[str, Any]:
        latest = seated(rows.for_list()[:MOST_MEETINGS])  # type: ignore[attr-defined]
        both = (("country", first.pk), ("country", second.pk), ("country_mode", "all"))
        return {
            "one": first,
            "other": second,
            "chart": NarrowedChart(rows, list_url("meeting_list", *both)),
            "formats": formats_of(rows),
            "levels": levels_of(rows, first, second),
            "gap": longest_gap(rows),
            "told": told_by(rows, first, second, both),
            "sides": [(country, acting_for(country, rows)) for country in (first, second)],
            "meetings": latest,
            "last": latest[0] if latest and latest[0].date_key else None,
            "said": [
                (country, about, list(quotes_about(country, about, rows)[:MOST_QUOTES]))
                for country, about in ((first, second), (second, first))
            ],
        }


@dataclass(frozen=True, slots=True)
class Contact:
    """How many meetings were held at one level, and the latest of them."""

    level: Level
    count: int
    latest: Meeting


def levels_of(rows: QuerySet[Meeting], one: Country, other: Country) -> list[Contact]:
    """Meetings by the highest level at which both sides were present; the highest level first."""
    seats = Participant.objects.filter(meeting__in=rows.order_by().values("pk"), country__in=(one, other))
    tops = seats.order_by().values("meeting").annotate(
        ours=Max("level", filter=Q(country=one)), theirs=Max("level", filter=Q(country=other))
    )  # fmt: skip
    found: Counter[int] = Counter()
    latest: dict[int, int] = {}
    for row in tops.order_by("-meeting__date_key", "-meeting"):
        level = min(row["ours"], row["theirs"])
        found[level] += 1
        latest.setdefault(level, row["meeting"])
    meetings = Meeting.objects.in_bulk(list(latest.values()))
    return [Contact(Level(level), found[level], meetings[latest[level]]) for level in sorted(found, reverse=True)]


@dataclass(frozen=True, slots=True)
class Gap:
    """The time between two meetings with none in between."""

    before: Meeting
    after: Meeting
    length: str


def longest_gap(rows: QuerySet[Meeting]) -> Gap | None:
    """The longest time in which they did not meet, as far as days are known; None where they met at most once."""
    dated = rows.exclude(date_from=None).order_by("date_from", "date_to", "pk")
    days: list[Any] = list(dated.values_list("date_from", "date_to", "pk"))
    ends = accumulate(((end, pk) for _, end, pk in days), max)  # who met in some week of May has met until its end
    free = [
        (start - end, end, start, before, pk) for (end, before), (start, _, pk) in zip(ends, days[1:], strict=False)
    ]
    longest = max(free, default=None)
    if longest is None or longest[0] <= timedelta():
        return None
    _, end, start, before, after = longest
    meetings = Meeting.objects.in_bulk([before, after])
    return Gap(meetings[before], meetings[after], time_between(end, start))


@dataclass(frozen=True, slots=True)
class Telling:
    """Meetings that the same sides tell of. `by` is a state, or `both`, `others` or `unknown`."""

    by: Country | str
    count: int
    url: str


def told_by(rows: QuerySet[Meeting], one: Country, other: Country, both: tuple[tuple[str, str], ...]) -> list[Telling]:
    """Whose accounts tell of their meetings: one side's alone, the other's, both sides', other states', nobody's."""
    accounts = Account.objects.filter(position__isnull=False, meeting__in=rows.order_by().values("pk"))
    sides: dict[int, set[str]] = {}
    for meeting, side in accounts.order_by().values_list("meeting", "document__country").distinct():
        sides.setdefault(meeting, set()).update([side] if side else [])
    pair = {one.pk, other.pk}
    others = sorted(set().union(*sides.values()) - pair)
    sets = list(sides.values())

    def telling(by: Country | str, count: int, *narrowed: tuple[str, str]) -> Telling:
        return Telling(by, count, list_url("meeting_list", *both, *narrowed))

    found = [
        *(
            telling(state, sum(some == {state.pk} for some in sets), ("side", state.pk), ("told", "one"))
            for state in (one, other)
        ),
        telling("both", sum(pair <= some for some in sets), *(("side", code) for code in sorted(pair)), ALL_SIDES),
        telling("others", sum(bool(some - pair) for some in sets), *(("side", code) for code in others)),
        telling("unknown", sum(not some for some in sets), ("told", "unknown")),
    ]
    return [one for one in found if one.count]


ALL_SIDES = ("side_mode", "all")


def quotes_about(speaking: Country, other: Country, rows: QuerySet[Meeting]) -> QuerySet[Quote]:
    """What people acting for one state said in meetings with the other, or in words that name it; the newest first."""
    words = Quote.objects.listed().filter(speaker__country=speaking)
    naming = words.annotate(
        naming=FilteredRelation("document__mentions", condition=Q(document__mentions__country=other))
    ).filter(naming__isnull=False)
    newest = naming.order_by("-date_key", "-document_id", "start").values_list("pk", "start", "end", "naming__spans")
    named = [
        pk
        for pk, start, end, spans in newest[:NEWEST_READ]
        if any(start <= first and last <= end for first, last in spans)
    ]
    return words.filter(Q(meeting__in=rows.order_by().values("pk")) | Q(pk__in=named)).for_list()
