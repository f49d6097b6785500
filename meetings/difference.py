"""What changed between two texts: words taken out and words put in, within their lines.

Pure: two texts in, lines out. What is equal holds the texts together, by three grains: whole lines; in what is left
between them sentences; in what is then left words. Each comparison is bounded, so a long text costs little more than it
is long: a stretch beyond the bound counts as rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from rapidfuzz.distance import LCSseq

Kind = Literal["same", "removed", "added"]


class Change(NamedTuple):
    kind: Kind
    words: str


class Grain(NamedTuple):
    """Parts by which texts are compared, and the most that are: parts of the one × parts of the other."""

    parts: re.Pattern[str]
    most: int


LINE_END = re.compile(r"\r\n|[\r\u2028\u2029]")
GRAINS = (
    Grain(re.compile(r"[^\n]*\n|[^\n]+"), 400_000_000),
    Grain(re.compile(r"\n|[^\n.!?…。！？؟]+[.!?…。！？؟]*[^\w\n]*|[^\n]"), 100_000_000),
    Grain(re.compile(r"\n|[^\S\n]+|\w+|[^\w\s]"), 25_000_000),
)
"""The bounds stand for a quarter, a tenth and a fortieth of a second: of finer parts there are more stretches."""
KEPT = 0.3
"""A stretch that keeps a smaller share of its words than this was rewritten: single words that recur mean nothing."""
CONTEXT = 3
"""Unchanged lines that are shown on either side of a change."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its changes. A line break that was itself put in or taken out belongs to them."""

    changes: tuple[Change, ...]

    @property
    def same(self) -> bool:
        return all(change.kind == "same" for change in self.changes)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines to be shown, or unchanged ones to be folded."""

    lines: Sequence[Line]
    folded: bool = False

    @property
    def number(self) -> int:
        """How many of the lines have words."""
        return sum(any(change.words.strip() for change in line.changes) for line in self.lines)


def compare(old: str, new: str) -> Iterator[Line]:
    """All lines of both texts in order. How a file ends its lines, and whether its last, makes no difference."""
    old, new = (LINE_END.sub("\n", text) for text in (old, new))
    old, new = (text if text.endswith("\n") or not text else f"{text}\n" for text in (old, new))
    return in_lines(joined(changes(old, new, GRAINS)))


def changes(old: str, new: str, grains: Sequence[Grain]) -> Iterator[Change]:
    """From one stretch to the other by the first grain; what differs, by the finer ones."""
    if old == new or not grains or not old or not new:
        yield from [Change("same", old)] if old == new else [Change("removed", old), Change("added", new)]
        return
    ours, theirs = (grains[0].parts.findall(text) for text in (old, new))
    at = there = 0
    for start, other, length in equal_runs(ours, theirs, grains):
        yield from changes("".join(ours[at:start]), "".join(theirs[there:other]), grains[1:])
        yield Change("same", "".join(ours[start : start + length]))
        at, there = start + length, other + length


def equal_runs(ours: list[str], theirs: list[str], grains: Sequence[Grain]) -> list[tuple[int, int, int]]:
    """(place, place in the other, length) of what is equal in both; the last, of length 0, stands at their ends."""
    head = shared(ours, theirs)
    tail = shared(ours[head:][::-1], theirs[head:][::-1])
    ends = len(ours) - tail, len(theirs) - tail
    middle = ours[head : ends[0]], theirs[head : ends[1]]
    runs = [(0, 0, head), *((at + head, there + head, length) for at, there, length in common(*middle, grains))]
    return [*runs, (*ends, tail), (len(ours), len(theirs), 0)]


def common(ours: list[str], theirs: list[str], grains: Sequence[Grain]) -> list[tuple[int, int, int]]:
    """The longest common subsequence as runs; none beyond the bound, or where too few words are kept."""
    if len(ours) * len(theirs) > grains[0].most:
        return []
    codes = [code for code in LCSseq.opcodes(ours, theirs) if code.tag == "equal"]
    kept = sum(worded(ours[code.src_start : code.src_end]) for code in codes)
    if len(grains) == 1 and kept < KEPT * max(worded(ours), worded(theirs)):
        return []
    return [(code.src_start, code.dest_start, code.src_end - code.src_start) for code in codes]


def worded(parts: list[str]) -> int:
    """How many of the parts are words, rather than spaces and points."""
    return sum(part.isalnum() for part in parts)


def shared(ours: list[str], theirs: list[str]) -> int:
    """How many parts both begin with."""
    pairs = enumerate(zip(ours, theirs, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(ours), len(theirs)))


def joined(found: Iterable[Change]) -> Iterator[Change]:
    """Changes side by side as one, also over the space between them: what goes out first, then what comes in."""
    pending = {"removed": "", "added": ""}
    space = ""
    for kind, words in found:
        if not words:
            continue
        if kind == "same" and not space and any(pending.values()) and words.isspace() and "\n" not in words:
            space = words
        elif kind == "same":
            yield from flushed(pending)
            yield Change("same", space + words)
            space = ""
        else:
            pending = {key: (text + space if text or space else text) for key, text in pending.items()}
            pending[kind] += words
            space = ""
    yield from flushed(pending)
    if space:
        yield Change("same", space)


def flushed(pending: dict[str, str]) -> Iterator[Change]:
    """What went out and what came in; a space or line break at the end of both is no change."""
    kinds: tuple[Kind, Kind] = ("removed", "added")
    ends = {words[-1:] for words in pending.values()}
    end = ends.pop() if len(ends) == 1 else ""
    if not end.isspace() or any("\n" in words[:-1] for words in pending.values()):
        end = ""
    for kind in kinds:
        if words := pending[kind].removesuffix(end):
            yield Change(kind, words)
        pending[kind] = ""
    if end:
        yield Change("same", end)


def in_lines(found: Iterable[Change]) -> Iterator[Line]:
    """The changes cut at line breaks."""
    line: list[Change] = []
    for kind, words in found:
        for part in words.splitlines(keepends=True) if "\n" in words else [words]:
            line.append(Change(kind, part))
            if part.endswith("\n"):
                yield Line(tuple(line))
                line = []
    if line:
        yield Line(tuple(line))


def folded(lines: Sequence[Line]) -> list[Stretch]:
    """The lines with long unchanged stretches told apart; near a change they are shown."""
    near: set[int] = set()
    for place, line in enumerate(lines):
        if not line.same:
            near.update(range(place - CONTEXT, place + CONTEXT + 1))
    groups = groupby(enumerate(lines), key=lambda item: item[0] in near)
    stretches = [Stretch([line for _, line in group], not shown) for shown, group in groups]
    return [Stretch(one.lines, one.folded and one.number > 1) for one in stretches]
