"""The search beside PostgreSQL's and SQLite's own: `-m benchmarks.search [DOCUMENTS]`, ten times as many quotes.

Made-up texts of some 300 words, drawn from 60,000 Zipf-shaped words of two scripts, the same for the same number. Each
question is asked once of each: how many there are, and the best 25. Nothing is remembered between questions.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

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
from tests.run import Unavailable, postgres  # noqa: E402

WORDS, PERSONS, LENGTH, QUOTED = 60_000, 5_000, 300, 25
ASKED = 40
LATIN = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo")
CYRILLIC = ("ба", "де", "фи", "го", "ку", "ла", "ме", "ни", "по", "ру", "са", "те", "ви", "зо")
NAMES = ("kar", "zhan", "bek", "lov", "sen", "dur", "mir", "tol", "gur", "shen", "hol", "ov", "iev", "yan")

Ask = Callable[[list[str]], int]


class Texts:
    """What is searched, and what is asked of it."""

    def __init__(self, number: int) -> None:
        self.number, self.random = number, Random(7)
        self.words = [self.word(LATIN if place % 2 else CYRILLIC) for place in range(WORDS)]
        self.persons = [(self.word(NAMES), self.word(NAMES)) for _ in range(PERSONS)]

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
        self.index = stored.prepared(tantivy.Index(stored.schema(), str(folder)))
        writer = self.index.writer(index.MEMORY, 1)
        stored.add(writer, texts.entries())
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.view = index.View([self.index.searcher(), stored.of_states()], ())
        self.facets = [BitMap(Random(seed).sample(range(texts.number), texts.number // 3)) for seed in (1, 2)]

    def ask(self, typed: str, kind: str = "document") -> int:
        plan = Plan(self.view, parse(typed))
        self.view.best(plan.ranked(kind), 25)
        return self.view.count(plan.wanted(kind))

    def words(self, words: list[str]) -> int:
        return self.ask(" ".join(words))

    def quotes(self, words: list[str]) -> int:
        return self.ask(" ".join(words), "quote")

    def phrase(self, words: list[str]) -> int:
        return self.ask(f'"{" ".join(words)}"')

    def with_facets(self, words: list[str]) -> int:
        plan = Plan(self.view, parse(" ".join(words)))
        found = BitMap(self.view.ids(plan.wanted("document")))
        return len(found & self.facets[0] & self.facets[1])


class FullText5:
    def __init__(self, texts: Texts, folder: Path) -> None:
        self.database = sqlite3.connect(folder / "fts.sqlite3")
        self.database.execute("CREATE VIRTUAL TABLE texts USING fts5(body)")
        rows = ((one.body[0][0],) for one in texts.entries() if one.kind == "document")
        self.database.executemany("INSERT INTO texts (body) VALUES (?)", first(rows, texts.number))
        self.database.commit()

    def ask(self, typed: str) -> int:
        best = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT 25"
        self.database.execute(best, [typed]).fetchall()
        return int(self.database.execute("SELECT count(*) FROM texts WHERE texts MATCH ?", [typed]).fetchone()[0])

    def words(self, words: list[str]) -> int:
        return self.ask(" ".join(words))

    def phrase(self, words: list[str]) -> int:
        return self.ask(f'"{" ".join(words)}"')


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
    begun = perf_counter()
    made = make()
    print(f"{name}: made in {perf_counter() - begun:.0f} s", flush=True)
    return made


def size(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.iterdir()) / 1e6


def compare(texts: Texts, ours: Ours, others: dict[str, Any]) -> None:
    print(f"{'milliseconds, median and p95':28}{'here':>16}" + "".join(f"{name:>20}{'ratio':>8}" for name in others))
    for kind, questions in texts.questions().items():
        way = "phrase" if "phrase" in kind else "words"
        mine = percentiles(getattr(ours, way), questions)
        line = f"{kind:28}{mine[0]:8.1f}{mine[1]:8.1f}"
        for other in others.values():
            theirs = percentiles(getattr(other, way), questions)
            line += f"{theirs[0]:10.1f}{theirs[1]:10.1f}{theirs[0] / mine[0]:7.1f}×"
        print(line, flush=True)


def alone(texts: Texts, ours: Ours) -> None:
    """What the others have nothing like."""
    random, common = Random(19), [[word] for word in texts.words[:ASKED]]
    names = [[random.choice(texts.persons)[1].replace("v", "w")] for _ in range(ASKED)]
    for name, ask, questions in (
        ("a name, spelt otherwise", ours.words, names),
        ("one common word of quotes", ours.quotes, common),
        ("word and two facets", ours.with_facets, common),
    ):
        found = percentiles(ask, questions)
        print(f"{name:28}{found[0]:8.1f}{found[1]:8.1f}", flush=True)


def main(number: int) -> None:
    texts = Texts(number)
    with tempfile.TemporaryDirectory(prefix="search-", dir="/tmp") as made:
        folder, others = Path(made), Path(made) / "others"
        (folder / "ours").mkdir()
        others.mkdir()
        print(f"{number:,} documents of {LENGTH} words, {10 * number:,} quotes of {QUOTED}")
        ours = timed(lambda: Ours(texts, folder / "ours"), "here, with the quotes")
        print(f"its index: {size(folder / 'ours'):.0f} MB")
        fts = timed(lambda: FullText5(texts, others), "SQLite FTS5")
        alone(texts, ours)
        try:
            with postgres() as url:
                compare(
                    texts,
                    ours,
                    {"FTS5": fts, "PostgreSQL": timed(lambda: PostgreSQL(texts, server(url)), "PostgreSQL")},
                )
        except Unavailable as reason:
            print(f"PostgreSQL is left out: {reason}")
            compare(texts, ours, {"FTS5": fts})


def server(url: str) -> str:
    """The address of the database that every server has."""
    return url.rpartition("/")[0] + "/postgres"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
