"""The text as it is read: spaces unified, invisible characters gone, wrapped lines joined, with the way back.

All later stages work on `Reading.plain`, in which a paragraph is one line. `Reading.span` leads every stretch of it
back to code points of the text exactly as it was given.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise

from .record import Span

LIMIT = 150_000
"""Code points that are read. A press release has some thousands; what lies beyond is kept but not read."""

_SPECIAL = re.compile(
    r"\r\n?|[\u2028\u2029\x85\x0b\x0c]"
    r"|[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+"
    r"|[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
    r"|(?<=[\u0600-\u06ff])[\u0640\u064b-\u0652\u0670]+"  # vowel marks and lengthened letters of Arabic
    r"|[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]|[\ud800-\udfff]"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});"
)
VOWELS = re.compile(r"[\u0640\u064b-\u0652\u0670]+")
_LINE_BREAKS = "\r\n\u2028\u2029\x85\x0b\x0c"
_SPACES = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")


class Layer:
    """One rewriting of a string, with a map from offsets in the new string to offsets in the old one."""

    def __init__(self, old: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str | None]) -> None:
        pieces: list[str] = []
        self._new: list[int] = [0]
        self._old: list[tuple[int, int | None]] = [(0, None)]
        last = size = 0
        for match in pattern.finditer(old):
            new = replace(match)
            if new is None or len(new) == len(match[0]) == 1:
                if new is not None:
                    pieces += [old[last : match.start()], new]
                    size += match.end() - last
                    last = match.end()
                continue
            pieces += [old[last : match.start()], new]
            size += match.start() - last
            self._mark(size, match.start(), match.end() if new else None)
            size += len(new)
            last = match.end()
            self._mark(size, last, None)
        pieces.append(old[last:])
        self.new = "".join(pieces)

    def _mark(self, new: int, old: int, end: int | None) -> None:
        if self._new[-1] == new:
            self._old[-1] = (old, end)
        else:
            self._new.append(new)
            self._old.append((old, end))

    def start(self, offset: int) -> int:
        """Where in the old string the character at `offset` begins."""
        at = bisect_right(self._new, offset) - 1
        old, end = self._old[at]
        return old if end is not None else old + offset - self._new[at]

    def end(self, offset: int) -> int:
        """Where in the old string the character before `offset` ends."""
        if offset <= 0:
            return self.start(0)
        at = bisect_right(self._new, offset - 1) - 1
        old, end = self._old[at]
        return end if end is not None else old + offset - self._new[at]


class Reading:
    """A text (`text`) and what is read of it (`plain`)."""

    def __init__(self, text: str) -> None:
        self.text = text
        clean = Layer(text[:LIMIT], _SPECIAL, _clean)
        wrapped = _wrapped_breaks(clean.new)
        joined = Layer(clean.new, re.compile(r"\n *"), lambda m: " " if m.start() in wrapped else None)
        self._layers = (joined, clean)
        self.plain = joined.new

    def span(self, start: int, end: int) -> Span:
        """The stretch of the text as given that `plain[start:end]` was read from."""
        if end <= start:
            end = start
        for layer in self._layers:
            start, end = layer.start(start), layer.end(end) if end > start else layer.start(end)
        return Span(start, max(start, end))


def _clean(match: re.Match[str]) -> str | None:
    found = match[0]
    if found[0] == "&":
        character = html.unescape(found)
        return character if len(character) == 1 and (character.isprintable() or character == "\xa0") else None
    if found[0] in _LINE_BREAKS:
        return "\n"
    if _SPACES.match(found):
        return " "
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else ""


def _wrapped_breaks(plain: str) -> set[int]:
    """Offsets of line breaks that only wrap a line: the next word would not have fitted into it.

    A text counts as wrapped when most of the breaks inside its blocks are of that kind, at one width.
    """
    lines, at = plain.split("\n"), 0
    width = max((len(line.rstrip()) for line in lines), default=0)
    if not 40 <= width <= 130:
        return set()
    full: set[int] = set()
    short = 0
    for line, following in pairwise(lines):
        at += len(line)
        if line.strip() and following.strip():
            first = following.split(maxsplit=1)[0]
            if "\u2e80" <= first[0] <= "\uffef":  # a line of text without spaces breaks between any two characters
                first = first[0]
            if len(line.rstrip()) + 1 + len(first) > width and not following.lstrip().startswith(
                ("- ", "– ", "— ", "•")
            ):
                full.add(at)
            else:
                short += 1
        at += 1
    return full if len(full) >= 3 and len(full) >= short else set()
