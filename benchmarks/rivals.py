"""The page of meetings with its facets: ours beside the same page counted by the ORM, and beside Datasette's.

`-m benchmarks.rivals [ROUNDS] [PORT]`, on the database of DATABASE_URL, which benchmarks.generate fills. Datasette is
asked for the same seven facets of a flat copy, with all its limits lifted, if DATASETTE names its program. It is put
somewhere by `python -m venv /tmp/ds && /tmp/ds/bin/pip install datasette`, and is /tmp/ds/bin/datasette then.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch
from urllib.parse import urlencode
from urllib.request import urlopen

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diplomacy.settings")
os.environ.setdefault("LOCAL", "1")
os.environ.setdefault("LOG_LEVEL", "WARNING")
django.setup()

from django.db.models import Model  # noqa: E402
from django.test import Client  # noqa: E402

from benchmarks.facets import filters  # noqa: E402
from meetings import counting  # noqa: E402
from meetings.facets import LIMIT, Chosen, Listing, Tally  # noqa: E402
from meetings.index import INDEX, Selection  # noqa: E402
from meetings.index.stretch import Asked, Stretch  # noqa: E402
from meetings.models import Account, Meeting, Participant  # noqa: E402
from meetings.views import date_chart, lists  # noqa: E402

OURS = 20
"""Rounds of our page for one of the others, which take so long."""
LIFTED = {
    "sql_time_limit_ms": 3_600_000,
    "facet_time_limit_ms": 3_600_000,
    "suggest_facets": "off",
    "default_facet_size": LIMIT,
    "default_cache_ttl": 0,
}
COLUMNS = ("format", "place", "year")
ARRAYS: dict[str, tuple[type[Model], str]] = {
    "country": (Participant, "country"),
    "person": (Participant, "person__name"),
    "language": (Account, "document__language"),
    "publisher": (Account, "document__publisher"),
}


class Counted(Selection):
    """The first page of a list, asked of the database."""

    def stretch(self, size: int, asked: Asked) -> tuple[list[Any], Stretch]:
        rows = counting.matching(self.listing, self.chosen)
        page = list(self.fetch(rows.order_by("-date_key", "-pk")[:size]))
        return page, Stretch([row.pk for row in page], 0, rows.count())


def tallies(listing: Listing, chosen: Chosen) -> dict[str, list[Tally]]:
    found = {}
    for facet in listing.facets:
        counts = counting.counts(facet, listing, chosen)
        best = dict(sorted(counts.items(), key=lambda one: -one[1])[:LIMIT])
        names = facet.vocabulary.named(best)
        found[facet.name] = [Tally(*names[key], count) for key, count in best.items() if key in names]
    return found


def by_orm(url: str) -> None:
    with ExitStack() as stack:
        stack.enter_context(patch.object(lists, "Selection", Counted))
        stack.enter_context(patch.object(lists, "tallies", tallies))
        stack.enter_context(patch.object(date_chart, "dates", counting.by_date))
        by_us(url)


def by_us(url: str) -> None:
    INDEX.lists["meeting"].forget()
    answer = Client(SERVER_NAME="localhost").get(url)
    assert answer.status_code == 200, url


def address(chosen: Chosen, turn: int) -> str:
    """A new one for each turn, so that no page is a kept one."""
    pairs = [(name, value) for name, values in chosen.values.items() for value in values]
    return f"/meetings/?{urlencode([*pairs, ('turn', turn)])}"


def flat(path: Path) -> None:
    """The meetings as one table; what they have several of are arrays, as Datasette has it."""
    held = {name: arrays(source, column) for name, (source, column) in ARRAYS.items()}
    columns = ("pk", "title", "date_key", "format", "place_country", "year")
    rows = Meeting.objects.listed().order_by().values_list(*columns)
    with sqlite3.connect(path) as database:
        names = ", ".join((*COLUMNS, *ARRAYS)).replace("year", "year INTEGER")
        database.execute(f"CREATE TABLE meetings (id INTEGER PRIMARY KEY, title, date_key, {names})")
        whole = ((*row, *(json.dumps(held[name][row[0]]) for name in ARRAYS)) for row in rows.iterator())
        database.executemany(f"INSERT INTO meetings VALUES ({', '.join('?' * 10)})", whole)
        for column in (*COLUMNS, "date_key"):
            database.execute(f"CREATE INDEX by_{column} ON meetings ({column})")
        database.execute("ANALYZE")


def arrays(source: type[Model], column: str) -> dict[int, list[Any]]:
    """The values of each meeting, each once."""
    held: dict[int, dict[Any, None]] = defaultdict(dict)
    for meeting, value in source._default_manager.order_by().values_list("meeting", column).iterator():
        held[meeting][value] = None
    return defaultdict(list, {meeting: list(values) for meeting, values in held.items()})


@contextmanager
def datasette(program: str, port: int) -> Iterator[Callable[[Chosen, int], None]]:
    """Datasette with a flat copy, ready to answer; ended at the end."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "flat.db"
        flat(path)
        settings = [part for name, value in LIFTED.items() for part in ("--setting", name, str(value))]
        command = [program, "serve", "--immutable", path, "--port", str(port), *settings]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            for _ in range(600):
                try:
                    urlopen(f"http://127.0.0.1:{port}/-/versions.json").close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield lambda chosen, turn: asked(port, chosen, turn)
        finally:
            process.terminate()
            process.wait()


def asked(port: int, chosen: Chosen, turn: int) -> None:
    """Its page of the same rows; values of one facet are a list there only for columns of one value."""
    pairs: list[tuple[str, Any]] = [("_size", 25), ("_sort_desc", "date_key"), ("_turn", turn)]
    pairs += [("_facet", name) for name in COLUMNS] + [("_facet_array", name) for name in ARRAYS]
    for name, values in chosen.values.items():
        if name in COLUMNS:
            pairs.append((f"{name}__in", ",".join(values)))
        else:
            pairs.append((f"{name}__arraycontains", values[0]))
    with urlopen(f"http://127.0.0.1:{port}/flat/meetings?{urlencode(pairs)}", timeout=3600) as answer:
        page = answer.read()
    assert b"Error" not in page[:2000], page[:2000]
    assert re.search(rb"\b[1-9][\d,]* rows?\b", page), "Datasette found nothing."


def milliseconds(work: Callable[..., None], *what: Any) -> float:
    begun = time.perf_counter()
    work(*what)
    return (time.perf_counter() - begun) * 1000


def compared(chosen: Chosen, rounds: int, theirs: Callable[[Chosen, int], None] | None) -> str:
    """Medians in turns, and ratios."""
    ours, orm, other = [], [], []
    for turn in range(rounds):
        orm.append(milliseconds(by_orm, address(chosen, turn)))
        if theirs is not None:
            other.append(milliseconds(theirs, chosen, turn))
        ours += [milliseconds(by_us, address(chosen, rounds + turn * OURS + place)) for place in range(OURS)]
    own = median(ours)
    columns = [f"{own:.1f} ms", f"{median(orm):,.0f} ms", f"{median(orm) / own:,.0f}"]
    columns += [f"{median(other):,.0f} ms", f"{median(other) / own:,.0f}"] if other else ["–", "–"]
    return " | ".join(columns)


def main(rounds: int = 1, port: int = 8146) -> None:
    with INDEX.current(), ExitStack() as stack:
        program = os.environ.get("DATASETTE", "")
        theirs = stack.enter_context(datasette(program, port)) if program else None
        print("| page | ours | ORM | ratio | Datasette | ratio |\n| --- | --- | --- | --- | --- | --- |")
        for name, chosen in filters().items():
            print(f"| {name} | {compared(chosen, rounds, theirs)} |", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
