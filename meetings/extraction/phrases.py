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
_SOFT = ("я", "й", "ь")
"""Last letters that another one always takes the place of: a state's name is never left without ("Росси")."""
_REST = re.compile(rf"{WORD}*")
_GAP = re.compile(r"[ \n-]+")
APOSTROPHES = "'’‘ʻʼ`´"
_ALIKE = {"'": APOSTROPHES, "ا": "اأإآٱ", "ي": "يى"}
PLAIN_LETTERS = str.maketrans({**dict.fromkeys("أإآٱ", "ا"), "ى": "ي"})
_PLAIN = str.maketrans({**dict.fromkeys(APOSTROPHES, "'"), "İ": "i", "I": "i", "ı": "i"}) | PLAIN_LETTERS
"""Apostrophes are one; so are the dotted and the dotless i, whose capitals mean different letters in Turkish, and
the forms of alif and ya, which Arabic newsrooms write one for the other."""


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
    proclitics: tuple[str, ...] = ()
    """Small words written together with the word that follows ("and", "in", "to" in Arabic)."""
    article: str = ""
    """The article where it is one of them: it belongs to the word, so a phrase found begins with it."""

    @cached_property
    def leads(self) -> frozenset[str]:
        """All that may stand before a phrase inside its word."""
        return frozenset([*self.proclitics, self.article, *(p + self.article for p in self.proclitics)]) - {""}

    def lead(self, lowered: str, start: int) -> str | None:
        """What stands before `start` in the same word, if it is small words only ("" where nothing does)."""
        if not self.boundary or not start or not lowered[start - 1].isalnum():
            return ""
        begin = start if self.leads else start - 1
        while self.leads and begin > 0 and start - begin < 6 and lowered[begin - 1].isalnum():
            begin -= 1
        before = lowered[begin:start]
        return before if before in self.leads else None

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
    def whole(self) -> re.Pattern[str]:
        """Matches what may follow a stem, by itself."""
        return re.compile(self.pattern or "(?!)")

    def form_of(self, word: str, stems: frozenset[str]) -> bool:
        """Whether a word is one of some stems with endings."""
        return any(word[:n] in stems and self.whole.fullmatch(word[n:]) for n in range(3, len(word)))

    @cached_property
    def after_apostrophe(self) -> re.Pattern[str]:
        """Matches an ending that an apostrophe sets off ("Zavarzin's"), in languages that do so."""
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


def spelled(form: str) -> str:
    """A pattern for a form in which one apostrophe and one form of a letter are as good as another."""
    return "".join(f"[{_ALIKE[c]}]" if c in _ALIKE else re.escape(c) for c in form.translate(PLAIN_LETTERS))


def lower(text: str) -> str:
    """Lower case, plain apostrophes and plain letters, character by character, so that offsets stay."""
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
        self._parts: dict[Phrase, list[tuple[str, str, bool]]] = {}
        self._tail = re.compile(inflection.pattern + (rf"(?!{WORD})" if inflection.boundary else ""))

    def _start(self, form: str) -> str:
        first = lower(form).split(" ", 1)[0]
        return first[:-1] if first.endswith("*") else self._inflection.stem(first)

    def _words(self, phrase: Phrase) -> list[tuple[str, str, bool]]:
        """(stem, what gives way, whether anything may follow) for every word of a phrase."""
        words = self._parts.get(phrase)
        if words is None:
            words = []
            for word in lower(phrase.form).split(" "):
                stem = word[:-1] if word.endswith("*") else self._inflection.stem(word)
                words.append((stem, word[len(stem) :].rstrip("*"), word.endswith("*")))
            self._parts[phrase] = words
        return words

    def _word_end(self, lowered: str, at: int, dropped: str, wild: bool) -> int | None:
        """Where a word ends whose stem ends at a place; None where it goes on in another way."""
        if wild:
            match = _REST.match(lowered, at)
        else:
            if dropped and lowered.startswith(dropped, at):
                end = at + len(dropped)
                if not lowered[end : end + 1].isalnum():
                    return end
            match = self._tail.match(lowered, at)
        return match.end() if match else None

    def find(self, plain: str, lowered: str | None = None) -> list[Hit]:
        """All phrases of the vocabulary, leftmost-longest within each kind."""
        lowered = lower(plain) if lowered is None else lowered
        hits: dict[tuple[str, int], Hit] = {}
        for at, start, _end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            lead = self._inflection.lead(lowered, start)
            if lead is None:
                continue
            own = len(self._inflection.article) if lead and lead.endswith(self._inflection.article) else 0
            for phrase in self._phrases[at]:
                hit = self._check(phrase, plain, lowered, start)
                hit = hit._replace(start=start - own) if hit and own else hit
                old = hits.get((phrase.kind, start - own))
                if hit and (old is None or (hit.end, hit.stem_end) > (old.end, old.stem_end)):
                    hits[phrase.kind, start - own] = hit
        return _leftmost(hits.values())

    def _check(self, phrase: Phrase, plain: str, lowered: str, start: int) -> Hit | None:
        if phrase.capital and plain[start].islower():
            return None
        if phrase.exact_case and not plain.startswith(phrase.form, start):
            return None
        at = stem_end = end = start
        for n, (stem, dropped, wild) in enumerate(self._words(phrase)):
            gap = _GAP.match(lowered, end) if n else None
            at = gap.end() if gap else end
            if (n and not gap) or not lowered.startswith(stem, at):
                return None
            stem_end = at + len(stem)
            found = self._word_end(lowered, stem_end, dropped, wild)
            if found is None or (found == stem_end and dropped.endswith(_SOFT) and phrase.kind in ("country", "place")):
                return None
            end = found
        return Hit(start, end, end if self._inflection.drop else stem_end, phrase.kind, phrase.value)


def _leftmost(hits: Iterable[Hit]) -> list[Hit]:
    """Without the hits that lie inside an earlier or longer one of the same kind."""
    kept: list[Hit] = []
    reach: dict[str, int] = {}
    for hit in sorted(hits, key=lambda h: (h.start, -h.end, h.kind)):
        if hit.start >= reach.get(hit.kind, -1):
            kept.append(hit)
            reach[hit.kind] = hit.end
    return kept
