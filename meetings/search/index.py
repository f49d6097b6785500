"""The index on disk: one for all processes, derived from the database, caught up from its log before each answer.

Any process may write: the one that gets the engine's lock does, for as long as one catching up takes, and the lock
falls when a process dies. The others look at what changed meanwhile in an index of their own in memory, laid over the
one on disk; so does a process in an open transaction, whose changes are nobody else's business yet. How far the index
has read the log is written in the same commit as what it read: after a crash the next one goes on from there.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import shutil
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock, Thread
from time import monotonic_ns
from typing import TypeVar

import tantivy
from django.conf import settings
from django.db import connection

from meetings.following import Follower, Object, Position
from meetings.models import Document, Quote
from meetings.search import entries
from meetings.search.entries import Entry, Words, key_of
from meetings.search.words import all_folded, as_typed, fold, is_han, names, sounding, stem, written

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")

VERSION = 1
"""Of what is written into the index, and how: a new number makes every index anew."""
MEMORY = 64_000_000
"""Bytes of entries that are gathered before they are written to disk."""
LITTLE_MEMORY = 15_000_000
SOON = 1_000
"""So many things are read again while a reader waits; more are read in the background."""
BETWEEN = "¶"
"""Stands between texts, so that no phrase begins in one and ends in the next."""
TEXTS = ("title", "said", "body", "exact")
MARKS = ("kind", "key", "languages", "names", "people", "parties", "speakers", "countries", "states")


@cache
def schema() -> tantivy.Schema:
    """Texts hold words in order with their places, and behind them the stems, each with a `~`."""
    builder = tantivy.SchemaBuilder()
    for name in TEXTS:
        builder.add_text_field(name, tokenizer_name="spaced", index_option="position")
    for name in MARKS:
        builder.add_text_field(name, tokenizer_name="spaced", index_option="basic")
    builder.add_unsigned_field("id", fast=True)
    builder.add_unsigned_field("date", fast=True, indexed=True)
    builder.add_float_field("weight", fast=True)
    builder.add_text_field("position", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


@cache
def stamp() -> str:
    """Of the makings of an index that do not stand in the database."""
    return f"{VERSION}-{version('tantivy')}"


def prepared(index: tantivy.Index) -> tantivy.Index:
    index.register_tokenizer("spaced", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


def in_memory(found: Iterable[Entry]) -> tantivy.Searcher:
    index = prepared(tantivy.Index(schema()))
    writer = index.writer(LITTLE_MEMORY, 1)
    add(writer, found)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index.searcher()


@cache
def of_states() -> tantivy.Searcher:
    """States change with the program alone."""
    return in_memory(entries.countries())


class View:
    """The index at one moment: `searchers` together hold everything once, if `hidden` is left out of the first.

    `version` is another one whenever the answer to a query may be. With `behind`, much has changed that it does not
    know yet.
    """

    def __init__(
        self,
        searchers: list[tantivy.Searcher],
        version: tuple[object, ...],
        hidden: Collection[str] = (),
        behind: bool = False,
    ) -> None:
        self.searchers, self.version, self.hidden, self.behind = searchers, version, hidden, behind

    def asked(self, query: tantivy.Query) -> Iterator[tuple[tantivy.Searcher, tantivy.Query]]:
        """The query for each searcher."""
        first, *others = self.searchers
        yield first, self._visible(query)
        yield from ((searcher, query) for searcher in others)

    def _visible(self, query: tantivy.Query) -> tantivy.Query:
        if not self.hidden:
            return query
        hidden = tantivy.Query.term_set_query(schema(), "key", list(self.hidden))
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.MustNot, hidden)])

    def best(self, query: tantivy.Query, limit: int, newest: bool = False) -> list[int]:
        """The ids of the best hits, or of the newest, the best first."""
        found: list[tuple[float, int]] = []
        for searcher, own in self.asked(query):
            if newest:
                hits = searcher.search(own, limit=limit, count=False, order_by_field="date").hits
            else:
                hits = searcher.search(own, limit=limit, count=False, weight_by_field="weight").hits
            ids = searcher.fast_field_values("id", [address for _, address in hits])
            found += [(rank, int(id or 0)) for (rank, _), id in zip(hits, ids, strict=True)]
        return [id for _, id in sorted(found, reverse=True)[:limit]]

    def count(self, query: tantivy.Query) -> int:
        return sum(searcher.search(own, limit=1).count for searcher, own in self.asked(query))  # type: ignore[attr-defined]

    def ids(self, query: tantivy.Query) -> list[int]:
        """The ids of all hits, the greatest first within each searcher."""
        found: list[int] = []
        for searcher, own in self.asked(query):
            every = searcher.search(own, limit=max(searcher.num_docs, 1), count=False, order_by_field="id")
            found += [id for id, _ in every.hits]
        return found

    def beginning(self, field: str, prefix: str, limit: int | None = None) -> dict[str, int]:
        """The words of a field that begin so, and how many entries have each."""
        found: Counter[str] = Counter()
        for searcher in self.searchers:
            found.update(dict(searcher.terms_with_prefix(field, prefix, limit=limit)))
        return found


class Index:
    """The index in one folder, as one process sees it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / stamp()
        self.lock = Lock()
        self.background: Thread | None = None
        self.open()

    def open(self) -> None:
        """Where the folder cannot be used, this process has one of its own: a search is slower then, but answered."""
        try:
            self._open()
        except (ValueError, OSError) as error:
            own = Path(mkdtemp(prefix="search-"))
            atexit.register(shutil.rmtree, own, ignore_errors=True)
            logger.warning("The search index in %s cannot be written; it is kept in %s: %s", self.folder, own, error)
            self.folder = own / stamp()
            self._open()

    def _open(self) -> None:
        """What is damaged is thrown away: the database has it all."""
        self._make()
        try:
            self.index = prepared(tantivy.Index(schema(), str(self.folder)))
            self.reload()
        except (ValueError, OSError) as error:
            logger.warning("The search index in %s cannot be read and is made anew: %s", self.folder, error)
            self.discard()
            self._make()
            self.index = prepared(tantivy.Index(schema(), str(self.folder)))
            self.reload()

    def _make(self) -> None:
        """Raises OSError where the folder, or the engine's lock in it, is another user's."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for place in (self.folder, *self.folder.glob(".tantivy-*.lock")):
            if not os.access(place, os.W_OK):
                raise PermissionError(f"{place} cannot be written")

    def discard(self) -> None:
        """Out of the way at once, so that no other process meets half of it."""
        away = self.folder.with_name(f"{self.folder.name}-{os.getpid()}-{monotonic_ns()}")
        with suppress(FileNotFoundError):
            self.folder.rename(away)
        shutil.rmtree(away, ignore_errors=True)

    def reload(self) -> None:
        """See what was committed last, by whichever process."""
        self.index.reload()
        self.searcher = self.index.searcher()
        found = self.searcher.search(tantivy.Query.term_query(schema(), "kind", "position"), limit=1).hits
        state = self.searcher.doc(found[0][1]).get_first("position") if found else None
        self.position = Position(*json.loads(state)) if state else None
        self.follower = Follower(self.position)

    def caught_up(self) -> View:
        """The index with all that is committed, and with what the open transaction changed."""
        connection.ensure_connection()
        with self.lock:
            return self._reopening(self._caught_up)

    def _caught_up(self) -> View:
        if connection.in_atomic_block:
            return self._overlaid()
        if self.follower.is_current():
            return self._view()
        self.reload()
        if self.follower.is_current():
            return self._view()
        if self._much():
            self._start()
            return self._view(behind=True)
        return self._view() if self._write() else self._overlaid()

    def catch_up(self, anew: bool = False) -> bool:
        """Read what changed, or everything anew; False if another process is at it.

        In an open transaction nothing is read: what it changed may be rolled back, and others would find it.
        """
        if connection.in_atomic_block:
            return True
        connection.ensure_connection()
        with self.lock:
            return self._reopening(lambda: self._reloaded_and_written(anew))

    def _reloaded_and_written(self, anew: bool) -> bool:
        self.reload()
        return self._write(anew)

    def _reopening(self, work: Callable[[], Answer]) -> Answer:
        """The folder may have been deleted, or taken away, since it was opened."""
        try:
            return work()
        except (ValueError, OSError) as error:
            logger.warning("The search index in %s is opened again: %s", self.folder, error)
            self.open()
            return work()

    def _view(self, behind: bool = False) -> View:
        return View([self.searcher, of_states()], (str(self.folder), self.position), behind=behind)

    def _much(self) -> bool:
        """Whether a reader should not wait for it."""
        with Follower(self.position).catch_up() as changed:
            if changed is None or entries.is_everything(changed):
                return Document.objects.count() + Quote.objects.count() > SOON
            return len(changed) > SOON

    def _start(self) -> None:
        if self.background is None or not self.background.is_alive():
            self.background = Thread(target=self._in_background, name="search index", daemon=True)
            self.background.start()

    def _in_background(self) -> None:
        """With an index of its own, so that readers do not wait for the lock of this one."""
        try:
            Index(self.folder.parent).catch_up()
        except Exception:
            logger.exception("The search index could not be brought up to date.")
        finally:
            connection.close()

    def _write(self, anew: bool = False) -> bool:
        with self._writer() as writer:
            if writer is None:
                return False
            self.reload()  # whoever had the lock before may have read it all
            follower = Follower(None if anew else self.position)
            with follower.catch_up() as changed:
                update(writer, changed)
            write_position(writer, follower.position)
            writer.commit()
        self.reload()
        return True

    @contextmanager
    def _writer(self) -> Iterator[tantivy.IndexWriter | None]:
        """None if another process has it. What is not committed in the end is forgotten."""
        try:
            writer = self.index.writer(MEMORY, 1)
        except ValueError as error:
            if "LockBusy" not in str(error):
                logger.error("The search index in %s cannot be written: %s", self.folder, error)
                raise
            yield None
            return
        try:
            yield writer
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()

    def _overlaid(self) -> View:
        """The index on disk, and over it what changed since."""
        with Follower(self.position).catch_up() as changed:
            much = changed is not None and len(changed) > SOON
            if changed == frozenset() or much:
                return self._view(behind=much)
            if changed is None or entries.is_everything(changed):
                hidden, searchers = set(), [in_memory(entries.everything())]
            else:
                hidden = entries.touched(changed)
                searchers = [self.searcher, in_memory(entries.of(hidden))]
        keys = {key_of(*one) for one in hidden}
        return View([*searchers, of_states()], (str(self.folder), self.position, monotonic_ns()), keys)


@cache
def index_in(folder: str) -> Index:
    return Index(Path(folder))


def caught_up() -> View:
    """The search index of this site, with all that changed until now."""
    return index_in(str(settings.SEARCH_DIR)).caught_up()


def catch_up(anew: bool = False) -> bool:
    """The same for a command that has the time; False if another process is at it."""
    return index_in(str(settings.SEARCH_DIR)).catch_up(anew)


def update(writer: tantivy.IndexWriter, changed: frozenset[Object] | None) -> None:
    """Read these things again, or, if None, everything."""
    if changed is None or entries.is_everything(changed):
        writer.delete_all_documents()
        add(writer, entries.everything())
        return
    objects = entries.touched(changed)
    for one in objects:
        writer.delete_documents_by_term("key", key_of(*one))
    add(writer, entries.of(objects))


def write_position(writer: tantivy.IndexWriter, position: Position | None) -> None:
    writer.delete_documents_by_term("kind", "position")
    document = tantivy.Document()
    document.add_text("kind", "position")
    document.add_text("position", json.dumps(position))
    writer.add_document(document)


def add(writer: tantivy.IndexWriter, found: Iterable[Entry]) -> None:
    for entry in found:
        writer.add_document(document_of(entry))


def document_of(entry: Entry) -> tantivy.Document:
    document = tantivy.Document()
    everywhere = list(chain(entry.title, entry.said, entry.body))
    document.add_text("kind", entry.kind)
    document.add_text("key", entry.key)
    document.add_unsigned("id", entry.id)
    document.add_unsigned("date", entry.date)
    document.add_float("weight", entry.weight)
    for name, texts in (("title", entry.title), ("said", entry.said), ("body", everywhere)):
        document.add_text(name, searchable(texts))
    document.add_text("exact", f" {BETWEEN} ".join(" ".join(map(as_typed, written(text))) for text, _ in everywhere))
    document.add_text("languages", " ".join({language for _, language in everywhere if language}))
    document.add_text("names", " ".join(name_marks(entry.names)))
    for name in ("people", "parties", "speakers", "countries", "states"):
        document.add_text(name, " ".join(map(str, getattr(entry, name))))
    return document


def searchable(texts: Iterable[Words]) -> str:
    """The folded words of the texts in order, and behind them their stems."""
    words, stems = [], []
    for text, language in texts:
        found = all_folded(written(text))
        words += [*found, BETWEEN]
        stems += ["~" + stem(word, language) for word in found]
    return " ".join(words + stems)


def parts_of_han(name: str) -> list[str]:
    """A Chinese name is one word, and elsewhere two: the family name, as a rule of one character, and the given one."""
    return [name[:1], name[1:]] if is_han(name) and 1 < len(name) < 5 else []


def name_marks(spellings: Iterable[str]) -> set[str]:
    """By which a person is found: the words of each spelling, folded and by their sound."""
    words = {part for spelling in spellings for word in names(spelling) for part in (word, *parts_of_han(word))}
    sounds = {f"&{sounding(word)}" for word in words if not any(letter.isdigit() for letter in word)}
    return {f"={fold(word)}" for word in words} | sounds
