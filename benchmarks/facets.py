"""Counting facets: the bitmaps beside the ORM, in turns of one run, on the database of DATABASE_URL.

Seven facets, their commonest values, the total and the first page: `-m benchmarks.facets [ROUNDS]`. Both must give
the same counts. benchmarks.generate fills a database.
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Callable
from statistics import median, quantiles
from time import perf_counter
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diplomacy.settings")
os.environ.setdefault("LOCAL", "1")
os.environ.setdefault("LOG_LEVEL", "WARNING")
django.setup()

from django.db import connection  # noqa: E402

from meetings import counting  # noqa: E402
from meetings.facets import LIMIT, MEETINGS, Chosen  # noqa: E402
from meetings.index import INDEX  # noqa: E402
from meetings.models import Meeting  # noqa: E402

FACETS = ("country", "person", "format", "place", "year", "language", "publisher")
PAGE = 25
OURS = 20
"""Rounds of the bitmaps for one of the ORM, which takes so long."""

Answer = tuple[int, dict[str, dict[Any, int]], list[int]]


def filters() -> dict[str, Chosen]:
    """Choices of the commonest values, so that much is left to count."""
    values = INDEX.lists["meeting"].values

    def common(name: str, number: int) -> tuple[str, ...]:
        return tuple(map(str, sorted(values[name].rows, key=lambda one: -len(values[name].rows[one]))[:number]))

    country, languages = common("country", 2), common("language", 1)
    return {
        "a country": Chosen({"country": country[:1]}),
        "country, two formats, language": Chosen(
            {"country": country[:1], "format": common("format", 2), "language": languages}
        ),
        "two countries, year, publisher": Chosen(
            {"country": country, "year": common("year", 1), "publisher": common("publisher", 1)}
        ),
    }


def by_bitmaps(chosen: Chosen) -> Answer:
    with INDEX.current() as index:
        mine = index.lists["meeting"]
        mine.forget()
        rows = mine.matching(chosen)
        facets = [facet for facet in MEETINGS.facets if facet.name in FACETS]
        counts = {facet.name: mine.counts(facet, chosen, LIMIT) for facet in facets}
        return len(rows), counts, mine.page("newest", rows, 0, PAGE)


def by_orm(chosen: Chosen) -> Answer:
    rows = counting.matching(MEETINGS, chosen)
    facets = [facet for facet in MEETINGS.facets if facet.name in FACETS]
    counts = {facet.name: counting.counts(facet, MEETINGS, chosen) for facet in facets}
    page = list(rows.order_by("-date_key", "-id").values_list("pk", flat=True)[:PAGE])
    return rows.count(), counts, page


def timed(answer: Callable[[Chosen], Answer], chosen: Chosen) -> tuple[float, Answer]:
    begun = perf_counter()
    found = answer(chosen)
    return (perf_counter() - begun) * 1000, found


def check(ours: Answer, theirs: Answer) -> None:
    """The fast answer must be the right one."""
    assert ours[0] == theirs[0], (ours[0], theirs[0])
    assert ours[2] == theirs[2]
    by_value = {facet.name for facet in MEETINGS.facets if facet.vocabulary.by_value}
    for name, counts in ours[1].items():
        assert all(theirs[1][name].get(value, 0) == count for value, count in counts.items()), name
        if name in by_value:
            assert sorted(theirs[1][name])[-LIMIT:] == sorted(value for value in counts if counts[value])[-LIMIT:], name
        else:
            assert sorted(theirs[1][name].values())[-LIMIT:] == sorted(filter(None, counts.values()))[-LIMIT:], name


def main(rounds: int = 3) -> None:
    begun = perf_counter()
    with INDEX.current():
        print(
            f"{connection.vendor}, {Meeting.objects.count():,} meetings; ready after {perf_counter() - begun:.1f} s, "
            f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most"
        )
    print("| filter | rows | bitmaps | p95 | ORM | ratio |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, chosen in filters().items():
        fast, slow = [], []
        for _ in range(rounds):
            took, theirs = timed(by_orm, chosen)
            slow.append(took)
            for _ in range(OURS):
                took, ours = timed(by_bitmaps, chosen)
                fast.append(took)
            check(ours, theirs)
        ratio = median(slow) / median(fast)
        p95 = quantiles(fast, n=20)[-1]
        print(f"| {name} | {ours[0]:,} | {median(fast):.2f} ms | {p95:.2f} | {median(slow):,.0f} ms | {ratio:,.0f} |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
