"""Whole requests for lists, through gunicorn with two workers: `-m benchmarks.pages [PORT] [REQUESTS]`.

Times are told with new queries each time, with the same query again, and with 304 for a page that has not changed;
then as many as four clients get at once, how soon an edit is seen by every worker, and what memory the workers share.
With SMALL, the address of a database of fewer meetings of the same seed, its pages are asked for in turns with these.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import cycle, islice, product
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diplomacy.settings")
os.environ.setdefault("LOCAL", "1")
os.environ.setdefault("LOG_LEVEL", "WARNING")
django.setup()

from meetings.index import INDEX  # noqa: E402
from meetings.models import Meeting  # noqa: E402

HOST = "127.0.0.1"
CLIENTS = 4


@contextmanager
def server(port: int, **env: str) -> Iterator[int]:
    """gunicorn, ready to answer, by its process id; ended at the end."""
    command = [sys.executable, "-m", "gunicorn", "diplomacy.wsgi", "--bind", f"{HOST}:{port}", "--workers", "2"]
    process = subprocess.Popen([*command, "--timeout", "300", "--log-level", "warning"], env=os.environ | env)
    try:
        begun = time.perf_counter()
        while True:
            try:
                get(port, "/meetings/")
                break
            except OSError:
                time.sleep(0.1)
        print(f"first page after {time.perf_counter() - begun:.1f} s")
        for _ in range(20):
            get(port, "/people/")
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def get(port: int, url: str, etag: str = "") -> tuple[int, str, str]:
    connection = HTTPConnection(HOST, port, timeout=300)
    connection.request("GET", url, headers={"If-None-Match": etag} if etag else {})
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, answer.headers.get("ETag", ""), body


def urls() -> Iterator[str]:
    """Two facets in many combinations, the commonest values first."""
    values = INDEX.lists["meeting"].values
    countries, formats, languages = (
        sorted(values[name].rows, key=lambda one: -len(values[name].rows[one]))
        for name in ("country", "format", "language")
    )
    for country, language, form in product(countries, languages[:8], formats[:4]):
        yield f"/meetings/?country={country}&language={language}"
        yield f"/meetings/?country={country}&format={form}"


def timed(port: int, url: str, etag: str = "") -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    status, _, _ = get(port, url, etag)
    assert status == (304 if etag else 200), (status, url)
    return (time.perf_counter() - begun) * 1000


def measured(port: int, name: str, asked: Iterable[tuple[str, str]]) -> None:
    times = [timed(port, url, etag) for url, etag in asked]
    print(f"| {name} | {median(times):.1f} | {quantiles(times, n=20)[-1]:.1f} |", flush=True)


def at_once(port: int, name: str, asked: list[str]) -> None:
    begun = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        list(clients.map(lambda url: get(port, url), asked))
    print(
        f"{name}: {len(asked) / (time.perf_counter() - begun):.0f} requests a second from {CLIENTS} clients", flush=True
    )


def edit(port: int) -> None:
    """What an edit adds to the next request, whichever worker answers it."""
    meeting = Meeting.objects.listed().latest("date_key", "pk")
    title, extra, new = meeting.title, [], []
    for turn in range(10):
        new += [timed(port, f"/meetings/?turn={turn}.{again}") for again in range(6)]
        Meeting.objects.filter(pk=meeting.pk).update(title=f"Edited {turn}")
        for _ in range(6):
            begun = time.perf_counter()
            assert f"Edited {turn}" in get(port, "/meetings/")[2]
            extra.append((time.perf_counter() - begun) * 1000)
    Meeting.objects.filter(pk=meeting.pk).update(title=title)
    print(f"after an edit: {max(extra):.0f} ms at most, {median(extra):.1f} at the median of six requests each;")
    print(f"a page that is new anyway takes {max(new):.0f} ms at most, {median(new):.1f} at the median", flush=True)


def memory(pid: int) -> None:
    """What each worker has of its own, and what it has in all, in megabytes."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    for one in [str(pid), *children]:
        lines = [line.split() for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()[1:]]
        size = {line[0].rstrip(":"): int(line[1]) / 1024 for line in lines}
        own = size["Private_Clean"] + size["Private_Dirty"]
        name = "parent" if one == str(pid) else "worker"
        print(
            f"{name}: {size['Rss']:.0f} MB, of which {own:.0f} MB its own, {size['Pss']:.0f} MB its share", flush=True
        )


def growth(port: int, urls: list[str], small: str) -> None:
    with TemporaryDirectory() as folder:
        places = {"DATABASE_URL": small, "INDEX_PATH": f"{folder}/index", "SEARCH_DIR": f"{folder}/search"}
        with server(port + 1, **places):
            pairs = [(timed(port, url), timed(port + 1, url)) for url in urls]
    large, few = (median(times) for times in zip(*pairs, strict=True))
    print(
        f"a new page of this collection {large:.1f} ms, of the small one {few:.1f}: {large / few:.1f} times", flush=True
    )


def main(port: int = 8145, number: int = 200) -> None:
    with INDEX.current():
        pass
    with server(port) as pid:
        distinct = list(islice(dict.fromkeys(urls()), 3 * number))
        same = distinct[0]
        etag = get(port, same)[1]
        print("| request | p50, ms | p95, ms |\n| --- | --- | --- |")
        measured(port, "new query each time", ((url, "") for url in distinct[:number]))
        measured(port, "the same query", ((same, "") for _ in range(number)))
        measured(port, "not changed (304)", ((same, etag) for _ in range(number)))
        at_once(port, "new queries", distinct[number : 2 * number])
        at_once(port, "few queries", list(islice(cycle(distinct[:10]), number)))
        edit(port)
        memory(pid)
        if small := os.environ.get("SMALL"):
            growth(port, distinct[2 * number :], small)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
