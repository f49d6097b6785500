"""Words and marks of the text, with the vocabulary hits that cover them, and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import NamedTuple

from .lexicon import Lexicon
from .pages import Page, Paragraph
from .phrases import Hit, lower
from .splitting import Splitter
from .state_letters import with_letters

_TOKEN = re.compile(r"[^\W_]+(?:[-'’ʻʼ‘`·&][^\W_]+)*|[^\w\s]|_")
_AT_STOP = re.compile(r"[\s,(“\"«]")
_DAY = re.compile(r"\(\d{1,2}\.\s?\d{1,2}(?=\.)")
_STOP = re.compile(
    r"[.!?…؟。！？](?:(?<=[.!?…؟])[.!?…؟]*(?:[\"”»“’')\]]| »)*(?=\s|$)|(?<=[。！？])[。！？]*[\"”»’』」)\]）]*"
    r"|(?<=[^\W\d_][^\W\d_][^\W\d_][.!?])[\"”»]?(?=[А-ЯЁЎҚҒҲӘІҢӨҰҮҺЇЄҐӢӮҶ][а-яёўқғҳәіңөұүһїєґӣӯҷ]{2})"
    r"|(?<=[^\W\d_][^\W\d_][^\W\d_][.!?])[\"”»]?(?=(?!Com|Org|Net|Info)[A-ZÀ-ÖØ-ÞĀ-ſƏ][a-zß-öø-ÿĀ-ſə]{2}))"
)
"""Where a sentence ends; pages that lost their line breaks leave no space behind the stop ("берди.Томонлар").
One class of marks comes first: between them nothing need be tried."""


class Token(NamedTuple):
    """A word or a mark: `plain[start:end]`."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word or a number, not a mark."""
        return self.text[0].isalnum()


_made: Callable[[tuple[int, int, str, str]], Token] = partial(tuple.__new__, Token)
"""A token of its parts; there are many, and this is the shortest way to one."""
_NONE: tuple[list[Hit], list[int]] = ([], [])


class Words:
    """All tokens and hits of a text, by place."""

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self.page, self.plain, self.lexicon = page, page.plain, lexicon
        self.lowered = lower(page.plain)
        self.hits = with_letters(lexicon.matcher.find(page.plain, self.lowered), page.plain, lexicon)
        cut = Splitter(lexicon, self.hits)
        spans = [m.span() for m in _TOKEN.finditer(page.plain)]
        if cut.needed:
            spans = [piece for start, end in spans for piece in cut.pieces(self.lowered, start, end)]
        self._starts, ends = [span[0] for span in spans], [span[1] for span in spans]
        slices = list(map(slice, self._starts, ends))
        self._lower = list(map(self.lowered.__getitem__, slices))
        parts = zip(self._starts, ends, map(page.plain.__getitem__, slices), self._lower, strict=True)
        self.tokens = list(map(_made, parts))
        self._sentences: dict[tuple[int, int], list[tuple[int, int]]] = {}

    @cached_property
    def by_kind(self) -> dict[str, list[Hit]]:
        """Hits by kind, in order."""
        kinds: dict[str, list[Hit]] = defaultdict(list)
        states = {(h.start, h.end): str(h.value[2]) for h in self.hits if h.kind == "country"}
        joined, begun = {start for start, _end in states}, {end: start for start, end in states}
        others, article = self.lexicon.words("not_offices"), self.lexicon.inflection.article
        for hit in self.hits:
            if hit.kind == "speech" and (
                begun.get(hit.end, hit.start) < hit.start or (article and self.lowered.startswith(article, hit.start))
            ):
                continue  # "the United States", "the reply": no verb
            if others and hit.kind == "office" and self.lowered[hit.start : hit.end] in others:
                continue
            if hit.kind == "place" and states.get((hit.start, hit.end), hit.value[2]) != hit.value[2]:
                continue  # one form of a state's name may look like one of a town's ("Китая": China's, not Quito)
            if hit.kind == "country" and hit.value[1] == "combining":  # "franco-chilien", but no "Franco"
                if self.plain[hit.end : hit.end + 1] != "-" or hit.end + 1 not in joined:
                    continue
                hit = hit._replace(value=(hit.value[0], "adjective", hit.value[2]))
            kinds[hit.kind].append(hit)
        return kinds

    @cached_property
    def _of_kind(self) -> dict[str, tuple[list[Hit], list[int]]]:
        """Hits by kind, and where they begin."""
        return {kind: (hits, [h.start for h in hits]) for kind, hits in self.by_kind.items()}

    def inside(self, kind: str, start: int, end: int) -> list[Hit]:
        """Hits of a kind that begin inside a stretch."""
        hits, starts = self._of_kind.get(kind, _NONE)
        return hits[bisect_left(starts, start) : bisect_left(starts, end)] if hits else []

    def covering(self, kind: str, offset: int) -> Hit | None:
        """The hit of a kind that a place lies in."""
        hits, starts = self._of_kind.get(kind, _NONE)
        at = bisect_right(starts, offset) - 1 if hits else -1
        return hits[at] if at >= 0 and offset < hits[at].end else None

    @cached_property
    def _abbreviations(self) -> frozenset[str]:
        return self.lexicon.words("titles", "abbreviations")

    def line(self, at: int) -> tuple[int, int]:
        """Start and end of the line that a place lies in, without its break."""
        end = self.plain.find("\n", at)
        return self.plain.rfind("\n", 0, at) + 1, end if end >= 0 else len(self.plain)

    def index_at(self, offset: int) -> int:
        """Index of the first token that begins at or after a place."""
        return bisect_left(self._starts, offset)

    def between(self, start: int, end: int) -> range:
        """Indexes of the tokens of a stretch."""
        return range(self.index_at(start), self.index_at(end))

    def says(self, words: frozenset[str], start: int, end: int) -> bool:
        """Whether one of some words, in lower case, stands in a stretch."""
        return not words.isdisjoint(self._lower[self.index_at(start) : self.index_at(end)])

    @cached_property
    def lower_case_words(self) -> frozenset[str]:
        """Words that the text also writes small: no names, though a sentence may begin with them. As they are written,
        and in plain letters, in which words in capitals are looked for ("TARAFINDAN", "tarafından")."""
        return frozenset(form for t in self.tokens if t.text[0].islower() for form in (t.text, t.lower))

    def sentences(self, paragraph: Paragraph) -> list[tuple[int, int]]:
        """Start and end of every sentence of a paragraph."""
        return self.split(paragraph.start, paragraph.end)

    def split(self, start: int, end: int, masked: str | None = None) -> list[tuple[int, int]]:
        """Start and end of every sentence of a stretch; a stop after an initial or a title does not end one."""
        plain = masked if masked is not None and masked[start:end] != self.plain[start:end] else self.plain
        if plain is not self.plain:
            return list(self._split(start, end, plain))
        known = self._sentences.get((start, end))
        if known is None:
            known = self._sentences[start, end] = list(self._split(start, end, plain))
        return list(known)

    def sentence_end(self, start: int, end: int) -> int:
        """Where the first sentence of a stretch ends; what follows is not looked at."""
        return next((until for _begin, until in self._split(start, end, self.plain)), end)

    def _split(self, start: int, end: int, plain: str) -> Iterator[tuple[int, int]]:
        begin = start
        for match in _STOP.finditer(plain, start, end):
            if match[0] == ".." or (match[0] == "." and self._abbreviated(match.start(), start)):
                continue
            following = self.plain[match.end() : match.end() + 2].strip()
            if following and following[0].islower():
                continue
            if match[0][0] == "." and (self._ordinal(match.start(), start) or self._dated(match.start(), start)):
                continue
            yield begin, match.end()
            begin = match.end()
            while begin < end and self.plain[begin].isspace():
                begin += 1
        if begin < end:
            yield begin, end

    def _dated(self, stop: int, start: int) -> bool:
        """ "Heute (20.04.) empfing Bell …": a day in brackets, with a stop behind the month."""
        if self.plain[stop + 1 : stop + 2] != ")":
            return False
        day = _DAY.search(self.plain, max(start, stop - 7), stop + 1)
        return day is not None and day.end() == stop

    def _ordinal(self, stop: int, start: int) -> bool:
        """ "BM 77. Genel Kurulu": a stop behind one or two digits makes an ordinal, in some languages."""
        if not self.lexicon.data.get("ordinal_stop"):
            return False
        number = re.search(r"(?<![\w.,:])\d{1,2}$", self.plain[max(start, stop - 4) : stop])
        return number is not None and stop - start > 2 and self.plain[stop + 1 : stop + 3].strip().isalpha()

    def _abbreviated(self, stop: int, start: int) -> bool:
        before = self.plain[max(start, stop - 20) : stop]
        text = _AT_STOP.split(before)[-1]
        last = text.rsplit(".", 1)[-1]
        if len(last) == 1 and last.isalpha() and last.isupper():
            return True
        if lower(text) in self._abbreviations:
            return True
        titles = before.split()[-2:-1] if len(last) == 2 and last.isalpha() and last.isupper() else []
        return any(lower(title).removesuffix(".") in self._abbreviations for title in titles)  # "Mr. AK. Bell"
