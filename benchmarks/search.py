"""The search beside PostgreSQL's ts_rank, SQLite's FTS5 and Datasette: so many documents, ten times as many quotes.

python -m benchmarks.search [DOCUMENTS …] [--keep FOLDER]      (default: 10000; of several numbers, also the growth)

Made-up texts of some 300 words, drawn from 60,000 Zipf-shaped words of two scripts, the same for the same number. Each
question is asked once of each: how many there are, and the best 25. Nothing is remembered between questions.

Datasette is no dependency: the environment variable DATASETTE names its program, which is asked for its page of a
search as JSON, with the ids of 25 rows. With --keep, what is made in FOLDER is used again the next time; PostgreSQL's
table is made each time.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import socket
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from time import perf_counter, process_time, sleep
from typing import Any
from urllib.parse import urlencode

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diplomacy.settings")
os.environ.setdefault("LOCAL", "1")
django.setup()

import psycopg  # noqa: E402
import tantivy  # noqa: E402
from pyroaring import BitMap  # noqa: E402

from benchmarks.generate import Zipf  # noqa: E402
from meetings.search import index, parse, stored  # noqa: E402
from meetings.search.entries import Entry  # noqa: E402
from meetings.search.matching import Plan  # noqa: E402
from meetings.search.view import View  # noqa: E402
from tests.run import Unavailable, postgres  # noqa: E402

WORDS, PERSONS, LENGTH, QUOTED = 60_000, 5_000, 300, 25
ASKED = 40
LATIN = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo")
CYRILLIC = ("ба", "де", "фи", "го", "ку", "ла", "ме", "ни", "по", "ру", "са", "те", "ви", "зо")
NAMES = {
    "kar": "кар", "zhan": "жан", "bek": "бек", "lov": "лов", "sen": "сен", "dur": "дур", "mir": "мир", "tol": "тол",
    "gur": "гур", "shen": "шен", "hol": "хол", "ov": "ов", "iev": "иев", "yan": "ян",
}  # fmt: skip
"""Of what names are made, in two scripts."""

Ask = Callable[[list[str]], int]


class Texts:
    """What is searched, and what is asked of it."""

    def __init__(self, number: int) -> None:
        self.number, self.random = number, Random(7)
        self.words = [self.word(LATIN if place % 2 else CYRILLIC) for place in range(WORDS)]
        syllables = tuple(NAMES)
        self.persons = [(self.word(syllables), self.word(syllables)) for _ in range(PERSONS)]

    def word(self, syllables: tuple[str, ...]) -> str:
        return "".join(self.random.choices(syllables, k=self.random.randint(2, 5)))

    def entries(self) -> Iterator[Entry]:
        """The documents with their persons, and the quotes."""
        texts = Zipf(Random(11), self.words)
        named = Zipf(Random(13), range(1, PERSONS + 1))
        for id, names in enumerate(self.persons, start=1):
            spelt = " ".join(names).title()
            yield Entry("person", id, [(spelt, "")], names=[spelt], people={id}, parties={id})
        for id in range(1, self.number + 1):
            people, words = set(named.draw(3)), texts.draw(LENGTH)
            yield Entry("document", id, [(" ".join(words[:8]), "en")], [], [(" ".join(words), "en")], people=people)
        for id in range(1, 10 * self.number + 1):
            yield Entry("quote", id, said=[(" ".join(texts.draw(QUOTED)), "en")], people=set(named.draw(1)))

    def questions(self) -> dict[str, list[list[str]]]:
        """By kind: the words of each question. The commonest five hundred words are common."""
        random, common = Random(17), self.words[:500]
        middling = self.words[500:10_000]
        return {
            "one common word": [[random.choice(common)] for _ in range(ASKED)],
            "one middling word": [[random.choice(middling)] for _ in range(ASKED)],
            "three common words": [random.sample(common, 3) for _ in range(ASKED)],
            "phrase of common words": [random.sample(common[:60], 2) for _ in range(ASKED)],
        }

    def own_questions(self) -> dict[str, tuple[str, list[list[str]]]]:
        """What the others have nothing like, and the way to ask it. Here the commonest forty words are common."""
        random, common = Random(19), [[word] for word in self.words[:ASKED]]
        names = [random.choice(self.persons)[1] for _ in range(ASKED)]
        return {
            "a name, spelt otherwise": ("words", [[name.replace("v", "w")] for name in names]),
            "a name in another script": ("words", [[cyrillic(name)] for name in names]),
            "common word of quotes": ("quotes", common),
            "common word and two facets": ("with_facets", common),
        }


def cyrillic(name: str) -> str:
    longest = sorted(NAMES, key=len, reverse=True)
    return re.sub("|".join(longest), lambda found: NAMES[found[0]], name)


def percentiles(ask: Ask, questions: list[list[str]]) -> tuple[float, float]:
    """The median and the 95th percentile, in milliseconds."""
    times = []
    for words in questions:
        begun = perf_counter()
        ask(words)
        times.append((perf_counter() - begun) * 1000)
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.95)]


class Ours:
    def __init__(self, texts: Texts, folder: Path) -> None:
        new = not folder.exists()
        folder.mkdir(exist_ok=True)
        self.index = stored.prepared(tantivy.Index(stored.schema(), str(folder)))
        if new:
            writer = self.index.writer(index.MEMORY, 1)
            stored.add(writer, texts.entries())
            writer.commit()
            writer.wait_merging_threads()
            self.index.reload()
        self.view = View([self.index.searcher(), stored.of_states()], ())
        self.facets = [BitMap(Random(seed).sample(range(texts.number), texts.number // 3)) for seed in (1, 2)]

    def ask(self, typed: str, kind: str = "document") -> int:
        plan = Plan(self.view, parse(typed))
        return self.view.first(plan.ranked(kind), kind, 25)[0]

    def words(self, words: list[str]) -> int:
        return self.ask(" ".join(words))

    def quotes(self, words: list[str]) -> int:
        return self.ask(" ".join(words), "quote")

    def phrase(self, words: list[str]) -> int:
        return self.ask(f'"{" ".join(words)}"')

    def with_facets(self, words: list[str]) -> int:
        plan = Plan(self.view, parse(" ".join(words)))
        return len(self.facets[0] & self.facets[1] & self.view.ids(plan.wanted("document"), "document"))


class FullText5:
    def __init__(self, texts: Texts, path: Path) -> None:
        new = not path.exists()
        self.database = sqlite3.connect(path)
        if new:
            self.database.execute("CREATE TABLE texts (id INTEGER PRIMARY KEY, body TEXT)")
            rows = ((one.body[0][0],) for one in texts.entries() if one.kind == "document")
            self.database.executemany("INSERT INTO texts (body) VALUES (?)", first(rows, texts.number))
            self.database.execute("CREATE VIRTUAL TABLE found USING fts5(body, content='texts', content_rowid='id')")
            self.database.execute("INSERT INTO found (found) VALUES ('rebuild')")
            self.database.commit()

    def ask(self, typed: str) -> int:
        best = "SELECT rowid FROM found WHERE found MATCH ? ORDER BY bm25(found) LIMIT 25"
        self.database.execute(best, [typed]).fetchall()
        return int(self.database.execute("SELECT count(*) FROM found WHERE found MATCH ?", [typed]).fetchone()[0])

    def words(self, words: list[str]) -> int:
        return self.ask(" ".join(words))

    def phrase(self, words: list[str]) -> int:
        return self.ask(f'"{" ".join(words)}"')


class Datasette:
    """Its own page of a search in the same file, asked for in a connection of its own: it closes those that rest."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(self, typed: str) -> int:
        asked = {"_search": typed, "_searchmode": "raw", "_size": 25, "_col": "id", "_nofacet": 1}
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=120)) as connection:
            connection.request("GET", f"/texts/texts.json?{urlencode(asked)}")
            answer = connection.getresponse()
            assert answer.status == 200, answer.read()
            return int(json.loads(answer.read())["filtered_table_rows_count"])

    def words(self, words: list[str]) -> int:
        return self.ask(" ".join(words))

    def phrase(self, words: list[str]) -> int:
        return self.ask(f'"{" ".join(words)}"')


@contextmanager
def datasette(program: str, path: Path) -> Iterator[Datasette]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = ["--setting", "sql_time_limit_ms", "60000", "--setting", "suggest_facets", "off"]
    server = subprocess.Popen(
        [program, "serve", str(path), "--port", str(port), *settings],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            sleep(0.1)
        yield Datasette(port)
    finally:
        server.terminate()
        server.wait()


class PostgreSQL:
    def __init__(self, texts: Texts, url: str) -> None:
        self.connection = psycopg.connect(url, autocommit=True)
        self.connection.execute("CREATE TABLE texts (id bigserial, body text, found tsvector)")
        rows = ((one.body[0][0],) for one in texts.entries() if one.kind == "document")
        with self.connection.cursor() as cursor, cursor.copy("COPY texts (body) FROM STDIN") as copy:
            for row in first(rows, texts.number):
                copy.write_row(row)
        self.connection.execute("UPDATE texts SET found = to_tsvector('english', body)")
        self.connection.execute("CREATE INDEX ON texts USING gin (found)")
        self.connection.execute("VACUUM ANALYZE texts")

    def ask(self, asking: str, typed: str) -> int:
        best = (
            f"SELECT id FROM texts, {asking}('english', %s) q WHERE found @@ q ORDER BY ts_rank(found, q) DESC LIMIT 25"
        )
        self.connection.execute(best, [typed]).fetchall()
        count = f"SELECT count(*) FROM texts, {asking}('english', %s) q WHERE found @@ q"
        return int(self.connection.execute(count, [typed]).fetchone()[0])  # type: ignore[index]

    def words(self, words: list[str]) -> int:
        return self.ask("plainto_tsquery", " ".join(words))

    def phrase(self, words: list[str]) -> int:
        return self.ask("phraseto_tsquery", " ".join(words))


def first(rows: Iterator[Any], number: int) -> Iterator[Any]:
    """So many, without making what comes after them."""
    for _, row in zip(range(number), rows, strict=False):
        yield row


def timed(make: Callable[[], Any], name: str) -> Any:
    begun, busy = perf_counter(), process_time()
    made = make()
    print(
        f"{name}: ready in {perf_counter() - begun:.0f} s ({process_time() - busy:.0f} s of this process)", flush=True
    )
    return made


def size(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.iterdir()) / 1e6


def compare(texts: Texts, ours: Ours, others: dict[str, Any]) -> dict[str, float]:
    """Prints all times; returns the medians here."""
    medians = {}
    print(f"{'milliseconds, median and p95':28}{'here':>16}" + "".join(f"{name:>20}{'ratio':>8}" for name in others))
    for kind, questions in texts.questions().items():
        way = "phrase" if "phrase" in kind else "words"
        mine = percentiles(getattr(ours, way), questions)
        line = f"{kind:28}{mine[0]:8.1f}{mine[1]:8.1f}"
        for other in others.values():
            theirs = percentiles(getattr(other, way), questions)
            line += f"{theirs[0]:10.1f}{theirs[1]:10.1f}{theirs[0] / mine[0]:7.1f}×"
        print(line, flush=True)
        medians[kind] = mine[0]
    for kind, (way, questions) in texts.own_questions().items():
        mine = percentiles(getattr(ours, way), questions)
        print(f"{kind:28}{mine[0]:8.1f}{mine[1]:8.1f}", flush=True)
        medians[kind] = mine[0]
    return medians


def run(number: int, folder: Path) -> dict[str, float]:
    """The medians of one number of documents."""
    texts = Texts(number)
    print(
        f"\n{number:,} documents of {LENGTH} words, {10 * number:,} quotes of {QUOTED}; load {os.getloadavg()[0]:.1f}"
    )
    folder.mkdir(exist_ok=True, parents=True)
    ours = timed(lambda: Ours(texts, folder / "ours"), "here, with the quotes")
    print(f"its index: {size(folder / 'ours'):.0f} MB")
    others: dict[str, Any] = {"FTS5": timed(lambda: FullText5(texts, folder / "texts.db"), "SQLite FTS5")}
    with ExitStack() as stack:
        if program := os.environ.get("DATASETTE"):
            others["Datasette"] = stack.enter_context(datasette(program, folder / "texts.db"))
        else:
            print("Datasette is left out: DATASETTE does not name its program")
        try:
            url = server(stack.enter_context(postgres()))
            others["PostgreSQL"] = timed(lambda: PostgreSQL(texts, url), "PostgreSQL")
        except Unavailable as reason:
            print(f"PostgreSQL is left out: {reason}")
        return compare(texts, ours, others)


def server(url: str) -> str:
    """The address of the database that every server has."""
    return url.rpartition("/")[0] + "/postgres"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search")
    parser.add_argument("documents", nargs="*", type=int, default=[10_000])
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="search-", dir="/tmp") as made:
        found = {number: run(number, (options.keep or Path(made)) / str(number)) for number in options.documents}
    least, most = min(found), max(found)
    if most > least:
        print(f"\nfrom {least:,} to {most:,} documents, {most / least:.0f} times as many, the medians grow")
        for kind, median in found[most].items():
            print(f"{kind:28}{median / found[least][kind]:7.1f} times")


if __name__ == "__main__":
    main()
