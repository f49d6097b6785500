"""Words and phrases of a vocabulary: how they change at the end, how they are compared, what a phrase found is.

A phrase is written as words; `word*` stands for any continuation. Every word may carry one of the language's
endings. `matching` finds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from .wordlists import any_of

WORD = r"[^\W_]"
APOSTROPHES = "'’‘ʻʼ`´"
_ALIKE = {"'": APOSTROPHES, "ا": "اأإآٱ", "ي": "يى"}
PLAIN_LETTERS = str.maketrans({**dict.fromkeys("أإآٱ", "ا"), "ى": "ي"})
_PLAIN = str.maketrans({**dict.fromkeys(APOSTROPHES, "'"), "İ": "i", "I": "i", "ı": "i"}) | PLAIN_LETTERS
"""Apostrophes are one; so are the dotted and the dotless i, whose capitals mean different letters in Turkish, and
the forms of alif and ya, which Arabic newsrooms write one for the other."""


_WORDS = 8192
"""Words whose stems are kept."""


class Hit(NamedTuple):
    """A phrase found: `plain[start:end]` is the form with its ending, `stem_end` cuts the ending off."""

    start: int
    end: int
    stem_end: int
    kind: str
    value: Any
    """Whatever the phrase stands for: an ISO code, a role, a format."""


@dataclass(frozen=True, slots=True)
class PhraseWord:
    """One word of a phrase: its stem, what gives way to endings, and whether anything may follow."""

    stem: str
    dropped: str
    wild: bool


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

    def declines(self, word: PhraseWord, ending: str) -> bool:
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
