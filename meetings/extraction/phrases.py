"""Finding many phrases in one pass, inflected forms included.

A phrase is written as words; `word*` stands for any continuation. Every word may carry one of the language's
endings. The automaton looks for the first word's stem, and a tree of words checks the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from .wordlists import any_of

WORD = r"[^\W_]"
_SOFT = ("я", "й", "ь", "а")
"""Last letters that another one always takes the place of: a state's name is never without ("Росси", "Доминик")."""
_REST = re.compile(rf"{WORD}*")
_GAP = re.compile(r"[ \n-]+")
_GAPS = (" ", "\n", "-")
APOSTROPHES = "'’‘ʻʼ`´"
_ALIKE = {"'": APOSTROPHES, "ا": "اأإآٱ", "ي": "يى"}
PLAIN_LETTERS = str.maketrans({**dict.fromkeys("أإآٱ", "ا"), "ى": "ي"})
_PLAIN = str.maketrans({**dict.fromkeys(APOSTROPHES, "'"), "İ": "i", "I": "i", "ı": "i"}) | PLAIN_LETTERS
"""Apostrophes are one; so are the dotted and the dotless i, whose capitals mean different letters in Turkish, and
the forms of alif and ya, which Arabic newsrooms write one for the other."""


_WORDS = 8192
"""Words whose stems are kept."""
_LINES = 256
"""Lines whose phrases are kept."""


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
    of_surnames: tuple[str, ...] = ()
    """Endings that are also the ends of family names: "Иванов" is no case of "Иван"."""

    paradigms: dict[str, frozenset[str]] = field(default_factory=dict)
    """By the end of a town's name, what takes its place in other cases: "Lomé" never changes, "Lima" as nouns do."""

    def declines(self, word: _Word, ending: str) -> bool:
        """Whether a town's name may end so, as far as paradigms tell."""
        if not self.paradigms or word.wild:
            return True
        base, form = word.stem + word.dropped, word.stem + ending
        for size in (2, 1):
            forms = self.paradigms.get(base[-size:])
            if forms is not None:
                cut = len(base) - size
                return form[:cut] == base[:cut] and form[cut:] in forms
        return form.startswith(base) and form[len(base) :] in self.paradigms.get("", ())

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
        return f"(?:{any_of(self.endings)}){{0,{self.chain}}}" if self.endings else ""

    @cached_property
    def at_end(self) -> re.Pattern[str]:
        """Matches the endings that a word carries."""
        return re.compile(f"(?:{any_of(self.endings)}){{1,{self.chain}}}$")

    def bare(self, word: str) -> str:
        """A word without the endings it carries."""
        known = self._bare.get(word)
        if known is None:
            if len(self._bare) >= _WORDS:
                self._bare.clear()
            known = self._bare[word] = self.at_end.sub("", word)
        return known

    @cached_property
    def _bare(self) -> dict[str, str]:
        return {}

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


def spelled(forms: Iterable[object]) -> str:
    """A pattern for some forms in which one apostrophe and one form of a letter are as good as another."""
    return any_of(
        (str(form).translate(PLAIN_LETTERS) for form in forms),
        lambda c: f"[{_ALIKE[c]}]" if c in _ALIKE else re.escape(c),
    )


def lower(text: str) -> str:
    """Lower case, plain apostrophes and plain letters, character by character, so that offsets stay."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return _lower_word(text) if len(text) <= _WORD_LENGTH else _lower_text(text)


_WORD_LENGTH = 40
"""Letters of texts so short that they come again: words, offices, names."""


def replaced(text: str, table: dict[int, str]) -> str:
    """What `text.translate` makes of one letter for one, for texts that hold few of the letters."""
    for letter, plain in table.items():
        if chr(letter) in text:
            text = text.replace(chr(letter), plain)
    return text


def _lower(text: str) -> str:
    plain = replaced(text, _PLAIN)
    lowered = plain.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
    return lowered


_lower_word = lru_cache(maxsize=8192)(_lower)
_lower_text = lru_cache(maxsize=8)(_lower)


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a phrase: its stem, what gives way to endings, and whether anything may follow."""

    stem: str
    dropped: str
    wild: bool


class _Node:
    """The words of many phrases as a tree: phrases that begin alike are walked together."""

    __slots__ = ("edges", "lengths", "phrases")

    def __init__(self) -> None:
        self.edges: dict[str, dict[_Word, _Node]] = {}
        self.lengths: list[int] = []
        self.phrases: list[Phrase] = []

    def grow(self, words: list[_Word], phrase: Phrase) -> None:
        """Add a phrase."""
        if not words:
            self.phrases.append(phrase)
            return
        key = words[0].stem[:3]
        if len(key) not in self.lengths:
            self.lengths.append(len(key))
        self.edges.setdefault(key, {}).setdefault(words[0], _Node()).grow(words[1:], phrase)

    def ways(self, lowered: str, at: int) -> list[tuple[_Word, _Node]]:
        """The words that may stand at a place, by their first letters."""
        found: list[tuple[_Word, _Node]] = []
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


_Ways = list[tuple[_Word, _Node]]


class Matcher:
    """Finds the phrases of one vocabulary in a text."""

    def __init__(self, phrases: Iterable[Phrase], inflection: Inflection) -> None:
        self._inflection = inflection
        self._known: dict[str, list[Hit]] = {}
        """What the latest lines hold: many rules ask for the same line."""
        roots: dict[str, _Node] = {}
        for phrase in phrases:
            words = [self._word(word) for word in _parts(phrase)]
            if words[0].stem:
                roots.setdefault(words[0].stem, _Node()).grow(words, phrase)
        self._follow = frozenset(ending[0] for ending in inflection.endings)
        self._roots = [(ways, self._following(ways)) for ways in (node.ways(stem, 0) for stem, node in roots.items())]
        self._automaton = AhoCorasick(list(roots), matchkind=MatchKind.Standard)
        self._tail = re.compile(inflection.pattern + (rf"(?!{WORD})" if inflection.boundary else ""))

    def _following(self, ways: list[tuple[_Word, _Node]]) -> frozenset[str] | None:
        """The letters that can come behind a stem inside its word; None where any can."""
        if not self._inflection.boundary or any(word.wild for word, _node in ways):
            return None
        return self._follow | {word.dropped[0] for word, _node in ways if word.dropped}

    def _word(self, word: str) -> _Word:
        stem = word[:-1] if word.endswith("*") else self._inflection.stem(word)
        return _Word(stem, word[len(stem) :].rstrip("*"), word.endswith("*"))

    def _word_end(self, lowered: str, at: int, word: _Word) -> int | None:
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
        hits: dict[tuple[str, int], Hit] = {}
        leads, inside = bool(self._inflection.leads), self._inflection.boundary
        here: list[Hit] = []
        for at, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            own = 0
            if inside and start and lowered[start - 1].isalnum():
                lead = self._inflection.lead(lowered, start) if leads else None
                if lead is None:
                    continue
                own = len(self._inflection.article) if lead.endswith(self._inflection.article) else 0
            ways, follow = self._roots[at]
            if follow is not None and (letter := lowered[end : end + 1]) not in follow and letter.isalnum():
                continue
            here.clear()
            self._walk(ways, plain, lowered, start, start, False, here)
            for hit in here:
                begin = start - own
                old = hits.get((hit.kind, begin))
                if old is None or (hit.end, hit.stem_end) > (old.end, old.stem_end):
                    hits[hit.kind, begin] = hit._replace(start=begin) if own else hit
        return _leftmost(hits.values())

    def _walk(self, ways: _Ways, plain: str, lowered: str, start: int, at: int, soft: bool, found: list[Hit]) -> None:
        """Add the phrases that go on, from a place, in one of some ways."""
        for word, below in ways:
            stem_end = at + len(word.stem)
            end = self._word_end(lowered, stem_end, word)
            if end is None:
                continue
            bare = soft or (end == stem_end and word.dropped.endswith(_SOFT))
            whole = self._inflection.drop or (word.dropped and lowered[stem_end:end] == word.dropped)
            for phrase in below.phrases:
                if phrase.kind == "place" and not self._inflection.declines(word, lowered[stem_end:end]):
                    continue
                if self._counts(phrase, plain, start, bare):
                    found.append(Hit(start, end, end if whole else stem_end, phrase.kind, phrase.value))
            if below.edges and lowered[end : end + 1] in _GAPS and (gap := _GAP.match(lowered, end)):
                following = below.ways(lowered, gap.end())
                self._walk(following, plain, lowered, start, gap.end(), bare, found)

    @staticmethod
    def _counts(phrase: Phrase, plain: str, start: int, bare: bool) -> bool:
        """Whether the letters found may stand for a phrase: its capitals, and a soft ending not lost."""
        if (phrase.capital and plain[start].islower()) or (bare and phrase.kind in ("country", "place")):
            return False
        return not phrase.exact_case or plain.startswith(phrase.form, start)


def _leftmost(hits: Iterable[Hit]) -> list[Hit]:
    """Without the hits that lie inside an earlier or longer one of the same kind."""
    kept: list[Hit] = []
    reach: dict[str, int] = {}
    for hit in sorted(hits, key=lambda h: (h.start, -h.end, h.kind)):
        if hit.start >= reach.get(hit.kind, -1):
            kept.append(hit)
            reach[hit.kind] = hit.end
    return kept
