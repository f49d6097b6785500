"""Finding many phrases in one pass, inflected forms included.

The automaton looks for the first word's stem, and a tree of words checks the rest. What it finds in a piece of text
between spaces is kept: most words come again, and most of them begin nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from .phrases import WORD, Hit, Inflection, Phrase, PhraseWord, lower

_SOFT = ("я", "й", "ь", "а")
"""Last letters that another one always takes the place of: a state's name is never without ("Росси", "Доминик")."""
_REST = re.compile(rf"{WORD}*")
_GAP = re.compile(r"[ \n-]+")
_GAPS = (" ", "\n", "-")
_LINES = 256
"""Lines whose phrases are kept."""
_PIECES, _PIECE_LENGTH = 32_768, 40
"""Pieces of text between spaces that are kept, and how long they are at most."""


class _Node:
    """The words of many phrases as a tree: phrases that begin alike are walked together."""

    __slots__ = ("edges", "lengths", "openings", "phrases")

    def __init__(self) -> None:
        self.edges: dict[str, dict[PhraseWord, _Node]] = {}
        self.lengths: list[int] = []
        self.openings: set[str] = set()
        self.phrases: list[Phrase] = []

    def grow(self, words: list[PhraseWord], phrase: Phrase) -> None:
        """Add a phrase."""
        if not words:
            self.phrases.append(phrase)
            return
        key = words[0].stem[:3]
        if len(key) not in self.lengths:
            self.lengths.append(len(key))
        self.openings.add(key[:1])
        self.edges.setdefault(key, {}).setdefault(words[0], _Node()).grow(words[1:], phrase)

    def ways(self, lowered: str, at: int) -> list[tuple[PhraseWord, _Node]]:
        """The words that may stand at a place, by their first letters."""
        found: list[tuple[PhraseWord, _Node]] = []
        if lowered[at : at + 1] not in self.openings and "" not in self.openings:
            return found
        for length in self.lengths:
            edges = self.edges.get(lowered[at : at + length])
            if edges:
                found += [(word, node) for word, node in edges.items() if lowered.startswith(word.stem, at)]
        return found


def _parts(phrase: Phrase) -> list[str]:
    """The words of a phrase, each of which changes: of a state's name also those that a hyphen joins."""
    form = lower(phrase.form)
    parts = _GAP.split(form) if phrase.kind == "country" else form.split(" ")
    return parts if all(parts) else form.split(" ")


_Ways = list[tuple[PhraseWord, _Node]]


class _Step(NamedTuple):
    """A word of a phrase found in a text."""

    root_end: int
    """Where the letters end that the word shares with the phrase."""
    stem_end: int
    end: int
    phrases: list[Phrase]
    """What ends with it."""
    below: _Node
    """What goes on behind it."""
    soft: bool
    """Whether it, or a word before it, has lost a soft ending."""


class _Found(NamedTuple):
    """A phrase found in a text, and how far it reaches: "Нигерии" shares more letters with Nigeria than with Niger."""

    hit: Hit
    reach: tuple[int, int, int]


_Beginning = tuple[int, int, _Step]
"""Where a phrase begins, how many letters before are its article's, and its first word."""
_NOWHERE: tuple[_Beginning, ...] = ()


class Matcher:
    """Finds the phrases of one vocabulary in a text."""

    def __init__(self, phrases: Iterable[Phrase], inflection: Inflection) -> None:
        self._inflection = inflection
        self._known: dict[str, list[Hit]] = {}
        """What the latest lines hold: many rules ask for the same line."""
        self._begun: dict[str, Sequence[_Beginning]] = {}
        """What begins in the latest pieces of text: most words come again."""
        roots: dict[str, _Node] = {}
        for phrase in phrases:
            words = [self._word(word) for word in _parts(phrase)]
            if words[0].stem:
                roots.setdefault(words[0].stem, _Node()).grow(words, phrase)
        self._follow = frozenset(ending[0] for ending in inflection.endings)
        self._roots = [(ways, self._following(ways)) for ways in (node.ways(stem, 0) for stem, node in roots.items())]
        self._automaton = AhoCorasick(list(roots), matchkind=MatchKind.Standard)
        self._tail = re.compile(inflection.pattern + (rf"(?!{WORD})" if inflection.boundary else ""))

    def _following(self, ways: list[tuple[PhraseWord, _Node]]) -> frozenset[str] | None:
        """The letters that can come behind a stem inside its word; None where any can."""
        if not self._inflection.boundary or any(word.wild for word, _node in ways):
            return None
        return self._follow | {word.dropped[0] for word, _node in ways if word.dropped}

    def _word(self, word: str) -> PhraseWord:
        stem = word[:-1] if word.endswith("*") else self._inflection.stem(word)
        return PhraseWord(stem, word[len(stem) :].rstrip("*"), word.endswith("*"))

    def _word_end(self, lowered: str, at: int, word: PhraseWord) -> int | None:
        """Where a word ends whose stem ends at a place; None where it goes on in another way."""
        if word.wild:
            match = _REST.match(lowered, at)
        else:
            if word.dropped and lowered.startswith(word.dropped, at):
                end = at + len(word.dropped)
                if not lowered[end : end + 1].isalnum():
                    return end
            following = lowered[at : at + 1]
            if following not in self._follow:  # no ending: the word ends here, or goes on in another way
                return None if self._inflection.boundary and following.isalnum() else at
            match = self._tail.match(lowered, at)
        return match.end() if match else None

    def find(self, plain: str, lowered: str | None = None) -> list[Hit]:
        """All phrases of the vocabulary, leftmost-longest within each kind."""
        if lowered is not None:
            return self._find(plain, lowered)
        known = self._known.get(plain)
        if known is None:
            if len(self._known) >= _LINES:
                self._known.clear()
            known = self._known[plain] = self._find(plain, lower(plain))
        return known

    def _find(self, plain: str, lowered: str) -> list[Hit]:
        hits: dict[tuple[str, int], _Found] = {}
        here: list[_Found] = []
        at = 0
        for piece in lowered.split():
            at = lowered.index(piece, at)
            known = self._begun.get(piece)
            for offset, own, step in self._beginnings(piece) if known is None else known:
                self._take(step, plain, lowered, at + offset, at, here)
                begin = at + offset - own
                for found in here:
                    hit = found.hit
                    old = hits.get((hit.kind, begin))
                    if old is None or found.reach > old.reach:
                        hits[hit.kind, begin] = found._replace(hit=hit._replace(start=begin)) if own else found
                here.clear()
            at += len(piece)
        return _leftmost((found.hit for found in hits.values()), apart=self._inflection.boundary)

    def _beginnings(self, piece: str) -> Sequence[_Beginning]:
        """Where phrases begin in a piece of text between spaces, and their first words; kept, as most come again."""
        found = tuple(self._begin(piece)) or _NOWHERE
        if len(piece) <= _PIECE_LENGTH:
            if len(self._begun) >= _PIECES:
                self._begun.clear()
            self._begun[piece] = found
        return found

    def _begin(self, piece: str) -> Iterator[_Beginning]:
        leads, inside = bool(self._inflection.leads), self._inflection.boundary
        for at, start, end in self._automaton.find_matches_as_indexes(piece, overlapping=True):
            own = 0
            if inside and start and piece[start - 1].isalnum():
                lead = self._inflection.lead(piece, start) if leads else None
                if lead is None:
                    continue
                own = len(self._inflection.article) if lead.endswith(self._inflection.article) else 0
            ways, follow = self._roots[at]
            if follow is not None and (letter := piece[end : end + 1]) not in follow and letter.isalnum():
                continue
            for step in self._steps(ways, piece, start, False):
                yield start, own, step

    def _steps(self, ways: _Ways, lowered: str, at: int, soft: bool) -> Iterator[_Step]:
        """The words that stand at a place, of those that may."""
        for word, below in ways:
            stem_end = at + len(word.stem)
            end = self._word_end(lowered, stem_end, word)
            if end is None:
                continue
            bare = soft or (end == stem_end and word.dropped.endswith(_SOFT))
            ending = lowered[stem_end:end]
            whole = self._inflection.drop or (word.dropped and ending == word.dropped)
            phrases = [p for p in below.phrases if self._inflects(p, word, ending, bare)]
            if phrases or below.edges:
                yield _Step(stem_end, end if whole else stem_end, end, phrases, below, bare)

    def _inflects(self, phrase: Phrase, word: PhraseWord, ending: str, bare: bool) -> bool:
        """Whether a phrase may end so: a state's name has not lost a soft ending, a town's name is declined as such."""
        if phrase.kind == "place":
            return not bare and self._inflection.declines(word, ending)
        return not (bare and phrase.kind == "country")

    def _take(self, step: _Step, plain: str, lowered: str, start: int, at: int, found: list[_Found]) -> None:
        """Add the phrases that a word ends, and those that go on behind it; `at` is what its places count from."""
        end = at + step.end
        for phrase in step.phrases:
            if _counts(phrase, plain, start):
                hit = Hit(start, end, at + step.stem_end, phrase.kind, phrase.value)
                found.append(_Found(hit, (end, hit.stem_end, at + step.root_end)))
        if not step.below.edges or lowered[end : end + 1] not in _GAPS:
            return
        behind = end + 1
        while lowered[behind : behind + 1] in _GAPS:
            behind += 1
        if ways := step.below.ways(lowered, behind):
            for following in self._steps(ways, lowered, behind, step.soft):
                self._take(following, plain, lowered, start, 0, found)


def _counts(phrase: Phrase, plain: str, start: int) -> bool:
    """Whether letters found have the capitals that a phrase asks for."""
    if phrase.capital and plain[start].islower():
        return False
    return not phrase.exact_case or plain.startswith(phrase.form, start)


def _leftmost(hits: Iterable[Hit], apart: bool = True) -> list[Hit]:
    """Without the hits that lie inside an earlier or longer one of the same kind. Where words do not stand apart, the
    longer one of two states' names is meant that share a character ("更多哥伦比亚": not Togo)."""
    kept: list[Hit] = []
    reach: dict[str, int] = {}
    for hit in sorted(hits, key=lambda h: (h.start, -h.end, h.kind)):
        if not apart and hit.kind == "country" and hit.start < reach.get(hit.kind, -1) < hit.end:
            before = next(n for n in range(len(kept) - 1, -1, -1) if kept[n].kind == hit.kind)
            if kept[before].end - kept[before].start < hit.end - hit.start:
                del kept[before]
                reach[hit.kind] = hit.start
        if hit.start >= reach.get(hit.kind, -1):
            kept.append(hit)
            reach[hit.kind] = hit.end
    return kept
