"""What people type, taken apart; pure, and never an error.

    talks "exact phrase" -without gas OR oil speaker:roe country:kz person:"jane roe" after:2019 in:quotes

All of the terms are wanted; `OR` (or `|`) stands between alternatives. What cannot be understood is searched as words,
and a hint says so. `str(query)` writes a query so that it is read the same again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from meetings.edtf import bounds

LONGEST = 1000
"""Characters that are read; the rest of a longer query is left out."""
MOST = 32
"""Terms that are searched for."""
NAMED = ("speaker", "country", "person")
DATES = ("before", "after")

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂「」『』", '"'))
_TERM = re.compile(r'(-*)(?:([a-z]+):)?(?:"([^"]*)"|([^\s"]+))', re.IGNORECASE)
_OR = ("OR", "|")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or words to be found; with `field` a name, of a speaker, a country or a person."""

    text: str
    field: str = ""
    phrase: bool = False
    without: bool = False

    def __str__(self) -> str:
        quoted = f'"{self.text}"' if self.phrase else self.text
        return f"{'-' * self.without}{self.field and self.field + ':'}{quoted}"


@dataclass(frozen=True, slots=True)
class Hint:
    """Something that was not understood: `kind` is long, many, quote, date, place or or; `text` the words meant."""

    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """Every one of `groups` is wanted, of each group any term. Dates are EDTF, and `after` is included."""

    groups: tuple[tuple[Term, ...], ...] = ()
    before: str = ""
    after: str = ""
    in_quotes: bool = False
    hints: tuple[Hint, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.groups or self.before or self.after)

    def __str__(self) -> str:
        terms = [" OR ".join(map(str, group)) for group in self.groups]
        dates = [f"{name}:{value}" for name in DATES if (value := getattr(self, name))]
        return " ".join(terms + dates + ["in:quotes"] * self.in_quotes)

    @property
    def since(self) -> int:
        return bounds(self.after).key

    @property
    def until(self) -> int:
        return bounds(self.before).key

    @property
    def words(self) -> list[Term]:
        """The terms that a text is to have."""
        return [term for group in self.groups for term in group if not term.without and not term.field]

    def with_word(self, old: str, new: str) -> Query:
        """The same with another word in the place of one."""

        def changed(term: Term) -> Term:
            return replace(term, text=new) if term.text == old and not term.phrase else term

        return replace(self, groups=tuple(tuple(map(changed, group)) for group in self.groups))


def parse(text: str) -> Query:
    """The query that the text writes, whatever the text is."""
    return _Reader(text).query()


class _Reader:
    def __init__(self, text: str) -> None:
        self.hints: list[Hint] = []
        self.text = self._balanced(self._cut(text))
        self.groups: list[list[Term]] = []
        self.dates = dict.fromkeys(DATES, "")
        self.in_quotes = False

    def query(self) -> Query:
        joined, count = False, 0
        for term in self._terms():
            if term is None:
                joined = self._join()
                continue
            count += 1
            if count > MOST:
                self._hint("many")
                break
            if joined:
                self.groups[-1].append(term)
            else:
                self.groups.append([term])
            joined = False
        if joined:
            self._hint("or")
        groups = tuple(tuple(dict.fromkeys(group)) for group in self.groups)
        return Query(tuple(dict.fromkeys(groups)), **self.dates, in_quotes=self.in_quotes, hints=tuple(self.hints))

    def _terms(self) -> Iterator[Term | None]:
        """The terms in order; None stands for OR."""
        for minus, name, quoted, word in _TERM.findall(self.text):
            if word in _OR and not minus and not name:
                yield None
                continue
            phrase, value, name = not word, " ".join((word or quoted).split()), name.lower()
            if not _says_something(value) or (not minus and self._narrows(name, value)):
                continue
            if name in NAMED:
                yield Term(value, name, phrase, bool(minus))
            elif name:
                if name in (*DATES, "in"):
                    self._hint("place" if name == "in" else "date", value)
                yield from (Term(one, without=bool(minus)) for one in (name, *_words(value)))
            else:
                yield Term(value, "", phrase, bool(minus))

    def _narrows(self, name: str, value: str) -> bool:
        """Whether it says when, or where in the text, rather than what."""
        if name == "in" and value.lower() == "quotes":
            self.in_quotes = True
            return True
        if name in DATES and _is_date(value):
            self.dates[name] = value
            return True
        return False

    def _join(self) -> bool:
        """An OR needs something before it."""
        if not self.groups:
            self._hint("or")
        return bool(self.groups)

    def _cut(self, text: str) -> str:
        if len(text) > LONGEST:
            self._hint("long")
        return cleaned(text[:LONGEST]).translate(_QUOTES)

    def _balanced(self, text: str) -> str:
        """A quotation mark without its partner means nothing."""
        if text.count('"') % 2 == 0:
            return text
        self._hint("quote")
        before, _, after = text.rpartition('"')
        return f"{before} {after}"

    def _hint(self, kind: str, text: str = "") -> None:
        hint = Hint(kind, text)
        if hint not in self.hints:
            self.hints.append(hint)


def cleaned(text: str) -> str:
    """A text without what cannot be seen, on one line."""
    return " ".join("".join(map(_plain, text)).split())


def _plain(character: str) -> str:
    """Control characters part words; what cannot be seen, such as marks of direction, is left out."""
    category = unicodedata.category(character)
    return " " if category in ("Cc", "Zl", "Zp") else "" if category in ("Cf", "Cs", "Co", "Cn") else character


def _words(value: str) -> Iterator[str]:
    """Words that are words when they are written alone, too."""
    words = (word.lstrip("-") for word in re.split(r"[\s:]+", value))
    return (word for word in words if word not in _OR and _says_something(word))


def _says_something(value: str) -> bool:
    return any(character.isalnum() for character in value)


def _is_date(value: str) -> bool:
    try:
        return bounds(value).key > 0
    except ValueError:
        return False
