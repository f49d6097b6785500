"""The index on disk: one for all processes, derived from the database, caught up from its log before each answer.

Any process may write: the one that gets the engine's lock does, for as long as one catching up takes, and the lock
falls when a process dies. The others look at what changed meanwhile in an index of their own in memory, laid over the
one on disk; so does a process in an open transaction, whose changes are nobody else's business yet. How far the index
has read the log is written in the same commit as what it read: after a crash the next one goes on from there.

The engine forgets what is taken out of the index, but its files keep the words until it merges them. After a takedown
everything is written anew, therefore: at once where that is little, else in the background. That it is to be done is
written down in the index, too, so that another process does it if this one dies.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import re
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock, Thread
from time import monotonic, monotonic_ns, sleep
from typing import TypeVar

import tantivy
from django.conf import settings
from django.db import connection

from meetings.following import Follower, Object, Position
from meetings.models import Document, Quote
from meetings.pruning import PRUNER
from meetings.search import entries
from meetings.search.entries import key_of
from meetings.search.stored import add, in_memory, of_states, prepared, schema, stamp
from meetings.search.view import View

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")

MEMORY = 256_000_000
"""Bytes of entries, at most, that are gathered before they are written to disk: the more, the fewer files."""
SOON = 1_000
"""So many entries are made again while a reader waits; more are made in the background."""
ROWS = 10
"""So many times as many rows of the log are looked at for that: many may speak of one thing."""
MOMENT = 0.05
"""Seconds that a reader waits for the engine to merge its files."""
PAUSE = 1.0
"""Seconds before another try, where another process writes."""
PAUSE_AFTER_ERROR = 30.0
OURS = re.compile(r"(?P<stamp>\d+-\d[\d.]*)(?P<away>-\d+-\d+)?")
"""Names of folders of an index, of whichever version, and of those that were put away."""


@dataclass(slots=True)
class Overlay:
    """What was laid over the index on disk while another process was writing; good for a moment."""

    follower: Follower
    view: View
    made: float

    def is_current(self) -> bool:
        return monotonic() - self.made < PAUSE and self.follower.is_current()


class Index:
    """The index in one folder, as one process sees it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / stamp()
        self.lock = Lock()
        self.background: Thread | None = None
        self.merging: Thread | None = None
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
        if self.position:
            self._remove_others()

    def _remove_others(self) -> None:
        """Indexes of older versions, since this one is whole: what was withheld may still stand in them."""
        for other in self.folder.parent.iterdir():
            if is_done_with(other, self.folder):
                shutil.rmtree(other, ignore_errors=True)

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
        self.seen = self._commit()
        self.index.reload()
        self.searcher = self.index.searcher()
        found = self.searcher.search(tantivy.Query.term_query(schema(), "kind", "position"), limit=1).hits
        state = self.searcher.doc(found[0][1]).get_first("position") if found else None
        position, unclean = json.loads(state) if state else (None, False)
        self.position, self.unclean = Position(*position) if position else None, bool(unclean)
        self.follower = Follower(self.position)
        self.view: View | None = None
        self.overlay: Overlay | None = None

    def _commit(self) -> int:
        """Another number after each commit and each merging."""
        return (self.folder / "meta.json").stat().st_mtime_ns

    def caught_up(self) -> View:
        """The index with all that is committed, and with what the open transaction changed."""
        connection.ensure_connection()
        with self.lock:
            view = self._reopening(self._caught_up)
            if self.unclean and not connection.in_atomic_block:
                self._start()
            return view

    def _caught_up(self) -> View:
        if connection.in_atomic_block:
            return self._overlaid()
        if self.seen != self._commit():
            self.reload()
        if self.follower.is_current():
            return self._view()
        if self.overlay and self.overlay.is_current():
            return self.overlay.view
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
        done = self._write(anew)
        self._settle()
        if done and self.unclean:
            done = self._write(anew=True)
            self._settle()
        return done

    def _reopening(self, work: Callable[[], Answer]) -> Answer:
        """The folder may have been deleted, or taken away, since it was opened."""
        try:
            return work()
        except (ValueError, OSError) as error:
            logger.warning("The search index in %s is opened again: %s", self.folder, error)
            self.open()
            return work()

    def _view(self, behind: bool = False) -> View:
        """The same one until something changes."""
        if self.view is None or self.view.behind != behind:
            self.view = View([self.searcher, of_states()], (str(self.folder), self.position), behind=behind)
        return self.view

    def _much(self) -> bool:
        """Whether a reader should not wait for it."""
        changed, is_more = self.follower.look(ROWS * SOON)
        if changed is None or entries.is_everything(changed):
            return is_much()
        return is_more or are_many(changed)

    def _start(self) -> None:
        if self.background is None or not self.background.is_alive():
            self.background = Thread(target=self._in_background, name="search index", daemon=True)
            self.background.start()

    def _in_background(self) -> None:
        """With an index of its own, so that readers do not wait for the lock of this one."""
        pause = 0.0
        try:
            if not Index(self.folder.parent).catch_up():
                pause = PAUSE
        except Exception:
            logger.exception("The search index could not be brought up to date.")
            pause = PAUSE_AFTER_ERROR
        finally:
            connection.close()
        sleep(pause)

    def _write(self, anew: bool = False) -> bool:
        with self._writer() as writer:
            if writer is None:
                return False
            self.reload()  # whoever had the lock before may have read it all
            follower = Follower(None if anew else self.position)
            with follower.catch_up() as changed:
                unclean = self.unclean or entries.is_withheld(changed)
                everything = entries.is_everything(changed) or (unclean and not is_much())
                update(writer, None if everything else changed)
            write_position(writer, follower.position, unclean and not everything)
            writer.commit()
        self.reload()
        self._remove_others()
        PRUNER.look()
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
            self.merging = Thread(target=writer.wait_merging_threads, name="search index, merging")
            self.merging.start()
            self.merging.join(MOMENT)

    def _settle(self) -> None:
        """Wait until the engine has merged its files: until then nobody else can write."""
        if self.merging:
            self.merging.join()

    def _overlaid(self) -> View:
        """The index on disk, and over it what changed since."""
        follower = Follower(self.position)
        with follower.catch_up() as changed:
            everything = changed is None or entries.is_everything(changed)
            much = not everything and are_many(changed or frozenset())
            if changed == frozenset() or much:
                return self._view(behind=much)
            if changed is None or everything:
                hidden, searchers = set(), [in_memory(entries.everything())]
            else:
                hidden = entries.touched(changed)
                searchers = [self.searcher, in_memory(entries.of(hidden))]
        keys = {key_of(*one) for one in hidden}
        view = View([*searchers, of_states()], (str(self.folder), self.position, monotonic_ns()), keys)
        self.overlay = None if connection.in_atomic_block else Overlay(follower, view, monotonic())
        return view


def is_done_with(other: Path, folder: Path) -> bool:
    """Whether it is an index that was put away, or one of an older version than that in `folder`."""
    named = OURS.fullmatch(other.name)
    if not named or not (other / "meta.json").is_file():
        return False
    return bool(named["away"]) or numbers(named["stamp"]) < numbers(folder.name)


def numbers(stamp: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", stamp)]


def is_much() -> bool:
    """Whether there is more than what a reader waits for."""
    return sum(rows.objects.all()[: SOON + 1].count() for rows in (Document, Quote)) > SOON


def are_many(changed: Collection[Object]) -> bool:
    """The same of the entries that have to be made again after these changes."""
    return len(entries.touched(changed, SOON + 1)) > SOON


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
    if changed is None:
        writer.delete_all_documents()
        add(writer, entries.everything())
        return
    objects = entries.touched(changed)
    for one in objects:
        writer.delete_documents_by_term("key", key_of(*one))
    add(writer, entries.of(objects))


def write_position(writer: tantivy.IndexWriter, position: Position | None, unclean: bool = False) -> None:
    """How far the index has read. `unclean`: its files hold words that were withheld."""
    writer.delete_documents_by_term("kind", "position")
    document = tantivy.Document()
    document.add_text("kind", "position")
    document.add_text("position", json.dumps([position, unclean]))
    writer.add_document(document)
