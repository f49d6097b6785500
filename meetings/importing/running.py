"""A whole import: files read in order, extraction in one or several processes, one writer, a bounded queue between."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from itertools import islice
from time import monotonic
from typing import NamedTuple

from django.db import Error, InterfaceError, OperationalError

from meetings import resolving, writing
from meetings.extraction.record import Hints
from meetings.importing import failures, storing
from meetings.importing.ledger import Outcome, shown
from meetings.importing.readers import Asked, InProcess, Readers, pool
from meetings.importing.reading import Unreadable, read
from meetings.importing.saved_pages import is_page
from meetings.importing.sources import Source, refused

logger = logging.getLogger(__name__)

BATCH = 100
"""Files whose names are looked up by one query."""

TOGETHER, MOST_BYTES = 200, 2_000_000
"""Texts that are kept in one transaction, and bytes after which no more are added to it. Others who write wait for it,
a second at most; with an eighth of them a text takes half as long again, and of more little is won."""

AHEAD = 2 * TOGETHER
"""Files that workers may have at hand beyond those of one transaction, so that they have work while it is written."""
AHEAD_BYTES = 20_000_000
"""With so many bytes at hand no more files are opened, few as they may be: memory stays flat."""

BEHIND = 300.0
"""Seconds of an import after which what lists show of persons named in many texts is renewed."""

GONE = (OperationalError, InterfaceError)
"""Errors by which the database itself fails, not one text."""


class WorkerDied(RuntimeError):
    """A worker process ended without a word, as when the system has no memory left."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to import. `hints` hold for every text whose front matter does not say otherwise."""

    hints: Hints = field(default_factory=Hints)
    workers: int = 1
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Pending:
    """A file whose reading is under way."""

    source: Source
    raw: bytes
    reading: Asked


class Ready(NamedTuple):
    """A file that was read, by its path as it is shown, and what is to be kept of it."""

    path: str
    text: storing.Read


def run(found: Iterable[Source | Outcome], options: Options, seen: dict[str, str] | None = None) -> Iterator[Outcome]:
    """Import the sources, one outcome each, in their order; outcomes among them are passed on.

    `seen` are the new texts that a dry run met before: see `storing.preview`.

    Raises WorkerDied, and OperationalError where the database is gone; what was stored until then stands.
    """
    executor = pool(options.workers) if options.workers > 1 else InProcess()
    caught_up = monotonic()
    with nullcontext() if options.dry_run else nobody_left_behind():
        try:
            for outcome in outcomes(found, options, Readers(executor), {} if seen is None else seen):
                yield outcome if options.dry_run else failures.note(outcome)
                if monotonic() - caught_up > BEHIND and not options.dry_run:
                    resolving.catch_up()
                    caught_up = monotonic()
        finally:
            executor.shutdown(cancel_futures=True)


@contextmanager
def nobody_left_behind() -> Iterator[None]:
    """Count who was put off, in the end; where the database fails at that, too, the error that came first is told."""
    try:
        yield
    except BaseException:
        with suppress(Error):  # the next import counts them
            resolving.catch_up()
        raise
    resolving.catch_up()


def outcomes(
    found: Iterable[Source | Outcome], options: Options, readers: Readers, seen: dict[str, str]
) -> Iterator[Outcome]:
    """Read ahead as far as the workers may, and keep what they have read, in the order of the files."""
    queue: deque[Pending | Outcome] = deque()
    ahead = AHEAD if options.workers > 1 else 0
    for item in started(found, options, readers):
        queue.append(item)
        while len(queue) >= ahead + TOGETHER or sum(map(size_of, queue)) > AHEAD_BYTES:
            yield from finished(taken(queue), options, seen)
    while queue:
        yield from finished(taken(queue), options, seen)


def started(found: Iterable[Source | Outcome], options: Options, readers: Readers) -> Iterator[Pending | Outcome]:
    """Take the files' bytes and hand those that are new, changed or to be read again to the readers."""
    items = iter(found)
    while batch := list(islice(items, BATCH)):
        known = storing.look_up([item.key for item in batch if isinstance(item, Source)])
        for item in batch:
            if isinstance(item, Outcome):
                yield item
            else:
                yield start(item, known.get(item.key), options, readers)


def start(source: Source, known: storing.Known | None, options: Options, readers: Readers) -> Pending | Outcome:
    try:
        raw = source.bytes()
    except OSError as error:
        return Outcome(shown(source.path), "error", refused(error), key=source.key)
    except Unreadable as error:
        return Outcome(shown(source.path), "error", str(error), key=source.key)
    page = is_page(source.key)
    if storing.is_unchanged(known, raw, options.hints, page):
        if known and known.failed and not options.dry_run:
            failures.forget(source.key)
        return Outcome(source.key, "unchanged", storing.NO_CHANGE)
    encoding = storing.encoding_met(known, raw)
    return Pending(source, raw, readers.ask(read, raw, options.hints, encoding, page))


def taken(queue: deque[Pending | Outcome]) -> Iterator[Pending | Outcome]:
    """Take from the queue's beginning what is kept together."""
    size = 0
    for _ in range(min(TOGETHER, len(queue))):
        item = queue.popleft()
        size += size_of(item)
        yield item
        if size > MOST_BYTES:
            return


def size_of(item: Pending | Outcome) -> int:
    """How many bytes it holds."""
    return len(item.raw) if isinstance(item, Pending) else 0


def finished(items: Iterable[Pending | Outcome], options: Options, seen: dict[str, str]) -> Iterator[Outcome]:
    """Wait for readings and keep them; where a worker died, those that were read before are kept all the same."""
    done: list[Ready | Outcome] = []
    died: WorkerDied | None = None
    for item in items:
        try:
            done.append(item if isinstance(item, Outcome) else waited_for(item))
        except WorkerDied as error:
            died = error
            break
    ready = [one for one in done if isinstance(one, Ready)]
    outcomes = iter(kept(ready, options, seen))
    if ready and not options.dry_run:
        writing.renew_statistics()
    yield from (one if isinstance(one, Outcome) else next(outcomes) for one in done)
    if died:
        raise died


def waited_for(item: Pending) -> Ready | Outcome:
    """A reading when it is there; what became of the file where there is none."""
    path, key = shown(item.source.path), item.source.key
    try:
        return Ready(path, storing.Read(item.source.key, item.raw, item.reading()))
    except Unreadable as error:
        return Outcome(path, "error", str(error), key=key)
    except BrokenProcessPool as error:
        raise WorkerDied(f"a worker process ended unexpectedly at {path} or soon after") from error
    except Exception as error:
        return unexpected(path, key, error)


def kept(texts: list[Ready], options: Options, seen: dict[str, str]) -> list[Outcome]:
    """Keep texts in one transaction; where one of them cannot be kept, each in its own, so that the others are."""
    if texts and not options.dry_run:
        try:
            return storing.save_all([one.text for one in texts], more=True)
        except GONE:
            raise
        except Exception as error:
            logger.warning("%d texts could not be kept together (%r): each is kept alone", len(texts), error)
    return [kept_alone(one, options, seen) for one in texts]


def kept_alone(one: Ready, options: Options, seen: dict[str, str]) -> Outcome:
    try:
        return storing.preview(*one.text, seen) if options.dry_run else storing.save(*one.text)
    except GONE:
        raise
    except Exception as error:
        return unexpected(one.path, one.text.key, error)


def unexpected(path: str, key: str, error: Exception) -> Outcome:
    """An unexpected error is the outcome of its file, and is logged."""
    logger.error("%s could not be imported", path, exc_info=error)
    message = f"could not be imported ({type(error).__name__}: {error}); please report this"
    return Outcome(path, "error", message, key=key)
