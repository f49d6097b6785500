"""The text as it is read: spaces unified, invisible characters gone, wrapped lines joined, with the way back.

All later stages work on `Reading.plain`, in which a paragraph is one line. `Reading.span` leads every stretch of it
back to code points of the text exactly as it was given.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate, groupby, pairwise
from statistics import median

from .record import Span

LIMIT = 150_000
"""Code points that are read. A press release has some thousands; what lies beyond is kept but not read."""

_SPECIAL = re.compile(
    r"\r\n?|[\u2028\u2029\x85\x0b\x0c]"
    r"|[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+"
    r"|[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
    r"|(?<=[\u0600-\u06ff])[\u0640\u064b-\u0652\u0670]+"  # vowel marks and lengthened letters of Arabic
    r"|\ufdf2"  # "God" in one sign, a part of many an Arabic name
    r"|[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]|[\ud800-\udfff]"
    # two single marks written for a double one, also beside that of a quotation inside it
    r"|‘’|’’|‘‘|``|(?<![^\W_]\s)(?<!')''(?!')|(?<=\s)''(?=\w)|(?<=[^\s(]')''(?!')|(?<!\S)''(?='\w)"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});"
)
_OPENS_SPECIAL = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\xa0\xad&'`\u034f\u061c\u0640\u064b-\u0652\u0670\u1680\u180e\u2000-\u200f\u2018\u2019"
    r"\u2028-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufdf2\ufeff\ud800-\udfff]"
)
"""The characters that a stretch to be cleaned can begin with."""
_GLUED = re.compile(r"(?m)^(?:\d{3,7}(?=[^\W\d_]{3})|\d\d:\d\d(?=\d{1,2} [^\W\d_]{3}))")
"""How often a page was seen, right before its first word; the hour, right before the day."""
_RUN_TOGETHER = re.compile(r"(?<=[а-яёіїєґ]{6})(?=[А-ЯЁІЇЄҐ][а-яёіїєґ]{2})")
"""Where a page lost the blank between a word and a link with a capital; names of firms have shorter parts."""
_TOP = 1500
"""Characters in which the top of a page is looked for."""
_BREAK = re.compile(r"((?<=[^\W\d_])-|)\n *")
_GOD = "\ufdf2"
VOWELS = re.compile(r"[\u0640\u064b-\u0652\u0670]+")
_LINE_BREAKS = "\r\n\u2028\u2029\x85\x0b\x0c"
_SPACES = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")


class Layer:
    """One rewriting of a string, with a map from offsets in the new string to offsets in the old one."""

    def __init__(
        self, old: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str | None],
        opens: re.Pattern[str] | None = None,
    ) -> None:  # fmt: skip
        pieces: list[str] = []
        self._new: list[int] = [0]
        self._old: list[tuple[int, int | None]] = [(0, None)]
        last = size = 0
        for match in _each(pattern, opens, old) if opens else pattern.finditer(old):
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

    @property
    def moves(self) -> bool:
        """Whether any offset is another one in the old string."""
        return len(self._new) > 1 or self._old != [(0, None)]

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
        clean = Layer(text[:LIMIT], _SPECIAL, _clean, _OPENS_SPECIAL)
        wrapped = _wrapped_breaks(clean.new)
        layers = [clean]
        if wrapped:
            layers.insert(0, Layer(clean.new, _BREAK, lambda m: _join(m, clean.new) if m.end(1) in wrapped else None))
        if _RUN_TOGETHER.search(layers[0].new):
            layers.insert(0, Layer(layers[0].new, _RUN_TOGETHER, lambda _m: " "))
        if ends := _headline_ends(layers[0].new):
            layers.insert(0, Layer(layers[0].new, _PLACE, lambda m: "\n" if m.start() in ends else None))
        self.plain = _GLUED.sub(_apart, layers[0].new)
        self._layers = [layer for layer in layers if layer.moves]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the text as given that `plain[start:end]` was read from."""
        if end <= start:
            end = start
        for layer in self._layers:
            start, end = layer.start(start), layer.end(end) if end > start else layer.start(end)
        return Span(start, max(start, end))


def _each(pattern: re.Pattern[str], opens: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` finds, tried only where `opens` finds a character: most have none of many forms."""
    reach = 0
    for begin in opens.finditer(text):
        if begin.start() >= reach and (match := pattern.match(text, begin.start())):
            yield match
            reach = match.end()


def _clean(match: re.Match[str]) -> str | None:
    found = match[0]
    if found[0] == "&":
        character = html.unescape(found)
        return character if len(character) == 1 and (character.isprintable() or character == "\xa0") else None
    if found[0] in _LINE_BREAKS:
        return "\n"
    if found == _GOD:
        return "الله"
    if found[0] in "‘’'`":
        return '"'
    if _SPACES.match(found):
        return " "
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else ""


def _apart(match: re.Match[str]) -> str:
    """Blanks for what stands before a word with a capital, or before a day."""
    following = match.string[match.end() : match.end() + 2]
    glued = following[0].isdigit() or (following[0].isupper() and following[1].islower())
    return " " * len(match[0]) if glued else match[0]


_PLACE = re.compile("(?<=[^\\W\\d_])(?=[^\\W\\d_])")
_HEADS = 8
"""Lines at the top of a page among which its headline is."""
_HEADLINE = 20
"""Letters of a headline that is told by being repeated."""


def _headline_ends(plain: str) -> set[int]:
    """Where a line repeats the headline right before its own first word ("Bell visits PeruMinister Bell …")."""
    heads = [line.strip() for line in plain[:_TOP].split("\n")[:_HEADS]]
    found: set[int] = set()
    for head in {h for h in heads if len(h) >= _HEADLINE and h[-1].islower()}:
        at = plain.find("\n" + head)
        while at >= 0:
            end = at + 1 + len(head)
            if plain[end : end + 1].isupper() and plain[end + 1 : end + 2].islower():
                found.add(end)
            at = plain.find("\n" + head, end)
    return found


_ENDS = ".!?:;…"
_INITIAL = re.compile(r"[^\W\d_] [^\W\d_a-z]\.$")
_BLOCK = 3
"""Lines without a blank one between them that make a block; what stands alone shows no width ("long headline")."""


def _join(match: re.Match[str], text: str) -> str:
    """What stands for a break inside a line: a space, or nothing where it divides a word ("infor-" / "mation")."""
    if not match[1]:
        return " "
    before = re.search(r"[^\W\d_]+$", text[max(0, match.start() - 40) : match.start()])
    after = re.match(r"[^\W\d_]+", text[match.end() : match.end() + 40])
    if not before or not after or before[0][-1].isupper() != after[0][0].isupper():
        return "-"
    return "-" if f"{before[0]}-{after[0]}" in text else ""


def _wrapped_breaks(plain: str) -> set[int]:
    """Offsets of line breaks that only wrap a line: the next word would not have fitted into it.

    A text counts as wrapped when most of the breaks inside its blocks are of that kind, at one width.
    """
    lines, at = plain.split("\n"), 0
    width = _width(lines)
    if not 40 <= width <= 130:
        return set()
    full: set[int] = set()
    short: dict[int, bool] = {}
    for line, following in pairwise(lines):
        at += len(line)
        if line.strip() and following.strip():
            if _filled(line, following) > width and not _listed(following):
                full.add(at)
            else:
                short[at] = _goes_on(line, following) or _nearly_full(line, following, width)
        at += 1
    if len(full) < 3 or len(full) < len(short):
        return _ragged_breaks(lines)
    return full | {at for at, goes_on in short.items() if goes_on}


_RAGGED = 5
"""Breaks inside sentences that a text has at least whose lines are wrapped at no one width."""


def _ragged_breaks(lines: list[str]) -> set[int]:
    """The same where the lines have no one width, as when links were cut out: most breaks are inside sentences."""
    if len(lines) <= _RAGGED:
        return set()
    ends = accumulate(lines[1:-1], lambda end, line: end + 1 + len(line), initial=len(lines[0]))
    breaks = [(end, *pair) for end, pair in zip(ends, pairwise(lines), strict=True) if all(map(str.strip, pair))]
    sure = [(line, following) for _at, line, following in breaks if _goes_on(line, following)]
    if len(sure) < _RAGGED or 2 * len(sure) < len(breaks):
        return set()
    usual = median(len(line.rstrip()) for line, _following in sure)
    if not 40 <= usual <= 110:
        return set()
    filled = sorted(_filled(*pair) for pair in sure)[len(sure) // _RAGGED]
    return {at for at, line, following in breaks if _breaks_off(line, following, usual, filled)}


def _breaks_off(line: str, following: str, usual: float, filled: int) -> bool:
    """Whether a sentence goes on behind a line, or another begins for which the line had no more room."""
    if _goes_on(line, following):
        return True
    if _listed(following):
        return False
    if line.rstrip()[-1] in _ENDS:
        return _filled(line, following) >= filled
    return len(line.rstrip()) > 0.75 * usual


def _filled(line: str, following: str) -> int:
    """How long a line would be with the next word."""
    return len(line.rstrip()) + 1 + len(_first_piece(following))


def _goes_on(line: str, following: str) -> bool:
    """Whether a line that is not full breaks off inside a sentence all the same, or behind an initial ("Omar K.")."""
    if _INITIAL.search(line.rstrip()):
        return following.lstrip()[:2].istitle()
    return following.lstrip()[0].islower() and line.rstrip()[-1] not in _ENDS


def _nearly_full(line: str, following: str, width: int) -> bool:
    """The same before a word with a capital, which does not show it: a line nearly full that no mark ends."""
    text = line.strip()
    return len(text) > 0.8 * width and text[-1] not in _ENDS and len(text.split()) > 4 and not _listed(following)


def _width(lines: list[str]) -> int:
    """The length of the longest line of the blocks; of all lines where there is no block."""
    blocks = [list(block) for filled, block in groupby(lines, key=lambda line: bool(line.strip())) if filled]
    long = [line for block in blocks if len(block) >= _BLOCK for line in block]
    return max((len(line.rstrip()) for line in long or lines), default=0)


def _first_piece(line: str) -> str:
    """What would have had to fit: a word, or one character of a script without spaces."""
    first = line.split(maxsplit=1)[0]
    return first[0] if "\u2e80" <= first[0] <= "\uffef" else re.split("[\u2e80-\uffef]", first)[0]


def _listed(line: str) -> bool:
    return line.lstrip().startswith(("- ", "– ", "— ", "•"))
