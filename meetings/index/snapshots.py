"""The index on disk, so that a new process need not read the whole database. Damaged or foreign files are ignored."""

from __future__ import annotations

import logging
import os
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap
from pathlib import Path
from time import time
from typing import IO, NamedTuple

import msgspec

from meetings.facets import LISTINGS
from meetings.following import Position
from meetings.index.listed import ListIndex

logger = logging.getLogger(__name__)

VERSION = 5
OLD = 24 * 3600.0
"""Seconds after which what changed is kept, too: the change log reaches back a week."""


class Snapshot(NamedTuple):
    position: Position
    lists: dict[str, ListIndex]


def shape() -> bytes:
    """What a file must begin with: the version of its form, and which facets and orders the lists have."""
    lists = [[one.kind, [(facet.name, facet.column) for facet in one.facets], list(one.sorts)] for one in LISTINGS]
    return f"index {VERSION} {zlib.crc32(repr(lists).encode()):08x}\n".encode()


def save(path: Path, position: Position, lists: dict[str, ListIndex]) -> bool:
    """All or nothing: readers see the old file until the new one is whole. Returns whether it could be kept."""
    body = msgspec.msgpack.encode([position, {kind: index.state() for kind, index in lists.items()}])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _replacing(path) as file:
            file.write(shape() + zlib.crc32(body).to_bytes(4, "big"))
            file.write(body)
        return True
    except OSError as error:
        logger.warning("The index could not be kept in %s: %s", path, error)
        return False


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of another once it is whole; of one that failed nothing stays."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        try:
            yield file
            file.close()
            os.replace(file.name, path)
        except BaseException:
            os.unlink(file.name)
            raise


def is_old(path: Path) -> bool:
    """Whether another process would have much to catch up with."""
    try:
        return time() - path.stat().st_mtime > OLD
    except OSError:
        return True


def load(path: Path) -> Snapshot | None:
    """What was kept; None if there is nothing, or nothing that can be read."""
    begin = shape()
    try:
        with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
            body = memoryview(content)[len(begin) + 4 :]
            with body:
                whole = content[: len(begin) + 4] == begin + zlib.crc32(body).to_bytes(4, "big")
                kept = msgspec.msgpack.decode(body) if whole else None
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        kept = None
    if kept is None:
        logger.warning("%s is damaged or of another version: the index is built anew", path)
        return None
    position, states = kept
    return Snapshot(Position(*position), {one.kind: ListIndex.restored(one, states[one.kind]) for one in LISTINGS})
