"""A text and the spans marked in it, cut into pieces that nest: what HTML can show.

Pure: offsets in, a flat stream of `Open`, `Words` and `Close` out. Marks stay inside paragraphs and inside each other:
one that runs over the end of a paragraph, or of the mark around it, is cut there and goes on behind it. The words of
the stream, one after the other, are the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

PARAGRAPH = "paragraph"
GAP, BLOT = "\ufdd0", "\ufdd1"
"""Each stands in a text for a character that is left out, or withheld: offsets go on counting. No text has them."""
HIDDEN = re.compile(f"[{GAP}{BLOT}]")
_LINE = re.compile(r"([^\r\n\u2028\u2029]*)(\r\n|[\r\n\u2028\u2029]|\Z)")
_SPACE, _MARK = re.compile(r"\s+"), re.compile(r"[^\w\s'’-]")
_ROOM, _LONG = 300, 450
_WRAPPED = 100
"""A line longer than this was not broken to fit a screen: its end is the end of a paragraph."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that mean something: `text[start:end]`, what they are, and where they lead."""

    start: int
    end: int
    kind: str
    id: str = ""
    href: str = ""
    label: str = ""
    note: str = ""
    """What is shown behind the words."""
    first: bool = True
    """Whether this is where the marked words begin; false behind a cut."""
    last: bool = True

    def cut(self, at: int) -> tuple[Mark, Mark]:
        """The mark before and behind an offset; only the first keeps the id, so that ids stay unique."""
        return replace(self, end=at, last=False), replace(self, start=at, id="", first=False)


@dataclass(frozen=True, slots=True)
class Open:
    mark: Mark


@dataclass(frozen=True, slots=True)
class Words:
    text: str


@dataclass(frozen=True, slots=True)
class Close:
    mark: Mark


Piece = Open | Words | Close


def pieces(text: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The text as paragraphs with nested marks; blank lines stand between paragraphs."""
    spans = paragraphs(text)
    inside = _by_paragraph(spans, [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)])
    at = 0
    for (start, end), own in zip(spans, inside, strict=True):
        yield from _words(text, at, start)
        block = Mark(start, end, PARAGRAPH)
        yield Open(block)
        yield from _nested(text, start, end, own)
        yield Close(block)
        at = end
    yield from _words(text, at, len(text))


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where each paragraph begins and ends, without the line break behind it."""
    found: list[tuple[int, int]] = []
    begin = -1
    for line in _LINE.finditer(text):
        if not line[1] or line[1].isspace():
            begin = -1
            continue
        if begin < 0:
            begin = line.start()
            found.append((begin, begin))
        found[-1] = (begin, line.end(1))
        if line.end(1) - line.start() > _WRAPPED or line[2] == "\u2029":
            begin = -1
    return found


def _by_paragraph(spans: list[tuple[int, int]], marks: list[Mark]) -> list[list[Mark]]:
    """The marks of each paragraph, cut to it."""
    inside: list[list[Mark]] = [[] for _ in spans]
    starts = [start for start, _ in spans]
    for mark in marks:
        number = max(bisect_right(starts, mark.start) - 1, 0)
        touched = []
        while number < len(spans) and spans[number][0] < mark.end:
            if spans[number][1] > mark.start:
                touched.append(number)
            number += 1
        for number in touched:
            inside[number].append(_clip(mark, spans[number], number == touched[0], number == touched[-1]))
    return inside


def _clip(mark: Mark, span: tuple[int, int], first: bool, last: bool) -> Mark:
    start, end = max(mark.start, span[0]), min(mark.end, span[1])
    return replace(mark, start=start, end=end, id=mark.id if first else "", first=first, last=last)


def _order(number: int, mark: Mark) -> tuple[int, int, int, Mark]:
    """Earlier before later, longer around shorter, and otherwise as given."""
    return mark.start, -mark.end, number, mark


def _nested(text: str, start: int, end: int, marks: list[Mark]) -> Iterator[Piece]:
    """One paragraph: every mark is opened inside the one around it and cut where that ends."""
    waiting = [_order(number, mark) for number, mark in enumerate(marks)]
    heapify(waiting)
    around: list[Mark] = []
    at = start
    while waiting or around:
        if around and (not waiting or around[-1].end <= waiting[0][0]):
            mark = around.pop()
            yield from _words(text, at, mark.end)
            yield Close(mark)
            at = mark.end
            continue
        _, _, number, mark = heappop(waiting)
        if around and mark.end > around[-1].end:
            mark, rest = mark.cut(around[-1].end)
            heappush(waiting, _order(number, rest))
        yield from _words(text, at, mark.start)
        yield Open(mark)
        around.append(mark)
        at = mark.start
    yield from _words(text, at, end)


def _words(text: str, start: int, end: int) -> Iterator[Words]:
    if start < end:
        yield Words(text[start:end])


def excerpt(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words of a span with the rest of its paragraphs, and the paragraph on either side of them.

    Long paragraphs are cut to some 300 characters, at a space or at least between words.
    """
    spans = paragraphs(text)
    before = [span for span in spans if span[0] < start]
    after = [span for span in spans if span[1] > end]
    begin = before[-2:][0][0] if before else start
    close = after[:2][-1][1] if after else end
    if start - begin > _LONG:
        begin = _between_words(text, start - _ROOM, start) or begin
    if close - end > _LONG:
        close = _between_words(text, end + _ROOM, close) or close
    return text[begin:start], text[start:end], text[end:close]


def _between_words(text: str, start: int, end: int) -> int | None:
    """The first place from `start` on where no word is cut; None where there is none before `end`."""
    for gap in (_SPACE, _MARK):
        if found := gap.search(text, start, end):
            return found.end()
    return None


def quotable(text: str, start: int, end: int, longest: int = 80) -> str:
    """The words of a span on one line, cut short between words where they are many; "" where they are not shown."""
    if HIDDEN.search(text, start, end):
        return ""
    words = " ".join(text[start:end].split())
    if len(words) <= longest:
        return words
    head = words[:longest].rpartition(" ")[0]
    return (head if len(head) > longest // 2 else words[: longest - 1]) + "…"
