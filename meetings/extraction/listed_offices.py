"""Offices in lists of names: behind a name on its line, or on the line below it.

A list of participants and the lines under a headline give names and offices in columns, without the sentence that
tells elsewhere which belongs to which. There all that a line says behind a name is the office, as it is written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from .name_forms import Name
from .office import Office
from .pages import Paragraph
from .phrases import lower
from .tokens import Token, Words

_BEHIND = re.compile(r"\s*(?:,|\s[-–—])\s*(?P<rest>[^\W\d_].*?)\s*[;,.]?$|\s*\((?P<part>[^()]{3,60})\)\s*[;,.]?$")
_WHOLE = re.compile(r"(?P<rest>[^\W\d_].*?)\s*[;,]?$")
_NEXT = re.compile(r",? ?\n\s{0,3}(?=\S)")
"""What stands between a name that ends its line and the line below."""
_LONGEST = 14
"""Words that a line with an office may have."""


class ListedOffices:
    """Reads the offices of the lists of one page."""

    def __init__(self, words: Words, names: list[Name], offices: list[Office]) -> None:
        self.words, self.offices = words, offices
        self.lines = [p for p in words.page.paragraphs if p.zone == "title"]
        self.roster = set(words.page.roster)
        self._by_start = {o.start: o for o in offices}
        lines = [self._line(n.start) for n in names] if len(self.lines) > 1 else []
        self.named = set(lines)
        self.several = {line for line, count in Counter(lines).items() if count > 1}

    def office_of(self, name: Name) -> Office | None:
        """The office that a list gives a name; None for a name that stands in none."""
        line = self._line(name.start) if len(self.lines) > 1 else None
        if line is None and (told := self._on_next_line(name)):
            return told
        if line is None or not (line in self.roster or self._alone(name, line) or self._byline(name, line)):
            return None
        if not self._alone(name, line) and (behind := _BEHIND.match(self.words.plain, name.end, line.end)):
            group = "rest" if behind["rest"] else "part"
            return self._office(behind.start(group), behind.end(group))
        return self._below(name, line)

    def _on_next_line(self, name: Name) -> Office | None:
        """A line of the text that is a name with forms of address before it, and one below that is an office: "Her
        Excellency Anna Bell", "Ambassador of Ghana"."""
        plain = self.words.plain
        below = _NEXT.match(plain, name.end)
        office = self._by_start.get(below.end()) if below else None
        if office is None or office.plural or plain[office.end : self.words.line(office.end)[1]].strip(" ,;."):
            return None
        start = self.words.line(name.start)[0]
        before = (self.words.tokens[i] for i in self.words.between(start, name.start))
        titles = all(not t.word or self._addresses(t) for t in before)
        return office if titles else None

    def _addresses(self, token: Token) -> bool:
        return any(self.words.covering(kind, token.start) for kind in ("titles", "office"))

    def _line(self, offset: int) -> Paragraph | None:
        at = bisect_right(self.lines, offset, key=lambda p: p.start) - 1
        return self.lines[at] if at >= 0 and offset < self.lines[at].end else None

    def _alone(self, name: Name, line: Paragraph) -> bool:
        """Whether a line holds a name, forms of address before it, and nothing else."""
        rest = self.words.plain[name.end : line.end]
        small = self.words.lexicon.words("articles", "honours")
        return all(lower(w) in small for w in re.findall(r"\w+", rest)) and self._begins(name, line)

    def _byline(self, name: Name, line: Paragraph) -> bool:
        """Whether a line under the headline begins with a name and goes on with an office, and no other name: "Anna
        Bell, Envoy"."""
        return (
            line is not self.lines[0]
            and line not in self.several
            and self._begins(name, line)
            and bool(self._held(name.end, line.end))
        )

    def _begins(self, name: Name, line: Paragraph) -> bool:
        before = self.words.between(line.start, name.start)
        tokens = [self.words.tokens[i] for i in before if self.words.tokens[i].word]
        return all(self.words.covering("titles", t.start) for t in tokens)

    def _below(self, name: Name, line: Paragraph) -> Office | None:
        """The line below a name that stands alone: an office, where it names nobody."""
        at = self.lines.index(line) + 1
        if at >= len(self.lines) or not self._alone(name, line):
            return None
        below = self.lines[at]
        held = self._held(below.start, below.end)
        entry = below in self.roster and line in self.roster and not self._heads(below)
        if below in self.named or not (held or entry) or "\n\n" in self.words.plain[line.end : below.start]:
            return None
        whole = _WHOLE.match(self.words.plain, below.start, below.end)
        return self._office(whole.start("rest"), whole.end("rest")) if whole else None

    def _heads(self, line: Paragraph) -> bool:
        """Whether a line of a list is the heading of a side: a state's name and nothing else."""
        states = self.words.inside("country", line.start, line.end)
        return any(self.words.plain[h.end : line.end].strip(" .:") == "" for h in states if h.start == line.start)

    def _held(self, start: int, end: int) -> list[Office]:
        return [o for o in self.offices if start <= o.start and o.head < end]

    def _office(self, start: int, end: int) -> Office | None:
        """All words of a stretch as one office."""
        if len(self.words.plain[start:end].split()) > _LONGEST:
            return None
        text = " ".join(self.words.plain[start:end].split())
        for office in self._held(start, end)[:1]:
            return replace(office, start=start, end=end, text=text, possessive=False)
        return Office(start, end, start, "official", text)
