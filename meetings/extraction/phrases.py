"""Finding many phrases in one pass, inflected forms included.

A phrase is written as words; `word*` stands for any continuation. Every word may carry one of the language's
endings. The automaton looks for the first word's stem, and a pattern made on first use checks the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

WORD = r"[^\W_]"
APOSTROPHES = "'’‘ʻʼ`´"
_PLAIN = str.maketrans({**dict.fromkeys(APOSTROPHES, "'"), "İ": "i", "I": "i", "ı": "i"})
"""Apostrophes are one; so are the dotted and the dotless i, whose capitals mean different letters in Turkish."""


class Hit(NamedTuple):
    """A phrase found: `plain[start:end]` is the form with its ending, `stem_end` cuts the ending off."""

    start: int
    end: int
    stem_end: int
    kind: str
    value: Any
    """Whatever the phrase stands for: an ISO code, a role, a format."""


@dataclass(frozen=True)
class Inflection:
    """How words of a language change at the end: letters that give way, endings that follow, how many in a row."""

    drop: str = ""
    endings: tuple[str, ...] = ()
    chain: int = 1
    drop_endings: tuple[str, ...] = ()
    """Longer endings that give way, as those of adjectives."""
    boundary: bool = True
    """Whether words are set apart by spaces (not so in Chinese)."""

    @cached_property
    def pattern(self) -> str:
        """A pattern for what may follow a stem inside its word."""
        forms = sorted({*self.endings}, key=lambda e: (-len(e), e))
        return f"(?:{'|'.join(map(re.escape, forms))}){{0,{self.chain}}}" if forms else ""

    @cached_property
    def at_end(self) -> re.Pattern[str]:
        """Matches the endings that a word carries."""
        forms = sorted({*self.endings}, key=lambda e: (-len(e), e))
        return re.compile(f"(?:{'|'.join(map(re.escape, forms))}){{1,{self.chain}}}$" if forms else r"(?!)")

    @cached_property
    def after_apostrophe(self) -> re.Pattern[str]:
        """Matches an ending that an apostrophe sets off ("Lavrov's"), in languages that do so."""
        set_off = any(ending[0] in APOSTROPHES for ending in self.endings)
        return re.compile(rf"[{APOSTROPHES}](?:{self.pattern})$" if set_off else r"(?!)")

    def stem(self, word: str) -> str:
        """The part of a word that stays: an ending that gives way is off the end of words that are long enough."""
        for ending in self.drop_endings:
            if word.lower().endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)]
        return word[:-1] if len(word) > 3 and self.drop and word[-1].lower() in self.drop else word


@dataclass(frozen=True)
class Phrase:
    """One entry of a vocabulary."""

    form: str
    kind: str
    value: Any = None
    exact_case: bool = False
    capital: bool = False
    """Whether the form counts only where it begins with a capital."""


def lower(text: str) -> str:
    """Lower case and plain apostrophes, character by character, so that offsets stay."""
    plain = text.translate(_PLAIN)
    lowered = plain.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
    return lowered


class Matcher:
    """Finds the phrases of one vocabulary in a text."""

    def __init__(self, phrases: Iterable[Phrase], inflection: Inflection) -> None:
        self._inflection = inflection
        by_start: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            by_start.setdefault(self._start(phrase.form), []).append(phrase)
        self._starts = [s for s in by_start if s]
        self._phrases = [by_start[s] for s in self._starts]
        self._automaton = AhoCorasick(self._starts, matchkind=MatchKind.Standard)
        self._patterns: dict[Phrase, re.Pattern[str]] = {}

    def _start(self, form: str) -> str:
        first = lower(form).split(" ", 1)[0]
        return first[:-1] if first.endswith("*") else self._inflection.stem(first)

    def _pattern(self, phrase: Phrase) -> re.Pattern[str]:
        pattern = self._patterns.get(phrase)
        if pattern is None:
            words = phrase.form.split(" ")
            parts = [self._word(w) for w in words[:-1]]
            tail = self._word(words[-1], last=True)
            end = rf"(?!{WORD})" if self._inflection.boundary else ""
            form = r"[ \n-]+".join([*parts, tail]) + end
            pattern = re.compile(form, 0 if phrase.exact_case else re.IGNORECASE)
            self._patterns[phrase] = pattern
        return pattern

    def _word(self, word: str, *, last: bool = False) -> str:
        group = "(?P<e>" if last else "(?:"
        if word.endswith("*"):
            return f"{_spell(word[:-1])}{group}{WORD}*)"
        stem = self._inflection.stem(word)
        dropped = f"{re.escape(word[len(stem) :])}|" if len(stem) < len(word) else ""
        return f"{_spell(stem)}{group}{dropped}{self._inflection.pattern})"

    def find(self, plain: str, lowered: str | None = None) -> list[Hit]:
        """All phrases of the vocabulary, leftmost-longest within each kind."""
        lowered = lower(plain) if lowered is None else lowered
        hits: dict[tuple[str, int], Hit] = {}
        for at, start, _end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            if self._inflection.boundary and start and (lowered[start - 1].isalnum()):
                continue
            for phrase in self._phrases[at]:
                hit = self._check(phrase, plain, start)
                old = hits.get((phrase.kind, start))
                if hit and (old is None or (hit.end, hit.stem_end) > (old.end, old.stem_end)):
                    hits[phrase.kind, start] = hit
        return _leftmost(hits.values())

    def _check(self, phrase: Phrase, plain: str, start: int) -> Hit | None:
        if phrase.capital and plain[start].islower():
            return None
        match = self._pattern(phrase).match(plain, start)
        if match is None:
            return None
        return Hit(start, match.end(), match.start("e"), phrase.kind, phrase.value)


def _spell(word: str) -> str:
    """A pattern for a word in which one apostrophe is as good as another."""
    return "".join(f"[{APOSTROPHES}]" if c in APOSTROPHES else re.escape(c) for c in word)


def _leftmost(hits: Iterable[Hit]) -> list[Hit]:
    """Without the hits that lie inside an earlier or longer one of the same kind."""
    kept: list[Hit] = []
    reach: dict[str, int] = {}
    for hit in sorted(hits, key=lambda h: (h.start, -h.end, h.kind)):
        if hit.start >= reach.get(hit.kind, -1):
            kept.append(hit)
            reach[hit.kind] = hit.end
    return kept
