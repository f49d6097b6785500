"""Who reads: processes of their own, or the one that asks. Texts are handed over several at a time, since to send each
alone and to fetch its reading takes the writer as long as a quarter of its work on it."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from typing import Any

import django

from meetings.importing.reading import Reading

MOST, MOST_BYTES = 10, 100_000
"""Texts that are handed over together, and bytes after which no more are added to them."""

Read = Callable[..., Reading]
Asked = Callable[[], Reading]
"""Waits for a reading. Raises what reading the text raised, and BrokenProcessPool where the reader died."""


class InProcess(Executor):
    """Does at once what it is asked to."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def pool(workers: int) -> Executor:
    """Fresh processes: they inherit no connection to the database, and open none."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=django.setup)


class Readers:
    """Gathers the texts that are to be read."""

    def __init__(self, executor: Executor) -> None:
        self.executor = executor
        self.last = Bundle(executor)

    def ask(self, read: Read, raw: bytes, *rest: Any) -> Asked:
        """Let `read(raw, *rest)` be done, soon or when it is waited for."""
        if self.last.sent:
            self.last = Bundle(self.executor)
        return self.last.add(read, raw, *rest)


class Bundle:
    """Texts that are read one after the other; sent when it is full, or one of them is waited for."""

    def __init__(self, executor: Executor) -> None:
        self.executor = executor
        self.texts: list[tuple[Any, ...]] = []
        self.size = 0
        self.future: Future[list[Reading | Exception]] | None = None
        self.refused: BrokenProcessPool | None = None
        self.alone: list[Future[Reading | Exception]] = []

    def add(self, read: Read, raw: bytes, *rest: Any) -> Asked:
        self.texts.append((read, raw, *rest))
        self.size += len(raw)
        if len(self.texts) >= MOST or self.size > MOST_BYTES:
            self.send()
        return partial(self.result, len(self.texts) - 1)

    @property
    def sent(self) -> bool:
        return self.future is not None or self.refused is not None

    def send(self) -> None:
        """A pool that is broken takes nothing, which is told in its turn: the texts before these are kept."""
        if not self.sent:
            try:
                self.future = self.executor.submit(each, self.texts)
            except BrokenProcessPool as error:
                self.refused = error

    def result(self, number: int) -> Reading:
        self.send()
        if self.future is None:
            raise self.refused or BrokenProcessPool
        try:
            found = self.future.result()[number]
        except BrokenProcessPool:
            found = self.one_by_one()[number].result()
        if isinstance(found, Exception):
            raise found
        return found

    def one_by_one(self) -> list[Future[Reading | Exception]]:
        """What becomes of each text where the reader died of one: those before it are kept, and it is the one named.

        Those behind it may be missing.
        """
        if not self.alone:
            with pool(1) as reader, suppress(BrokenProcessPool):
                for text in self.texts:
                    self.alone.append(reader.submit(read_or_why, *text))
        return self.alone


def each(texts: Sequence[tuple[Any, ...]]) -> list[Reading | Exception]:
    """The readings, and in the place of one that failed why it did: the others are there all the same."""
    return [read_or_why(*text) for text in texts]


def read_or_why(read: Read, *what: Any) -> Reading | Exception:
    try:
        return read(*what)
    except Exception as error:
        return portable(error)


def portable(error: Exception) -> Exception:
    """The error as another process can take it, with where it was raised."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        error = RuntimeError(f"{type(error).__name__}: {error}").with_traceback(error.__traceback__)
    error.add_note("".join(traceback.format_tb(error.__traceback__)))
    return error
