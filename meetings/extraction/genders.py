"""Whether somebody is spoken of as "he" or "she": forms of address, offices and family names that tell."""

from __future__ import annotations

import re

from .cases import fold
from .lexicon import Lexicon
from .people import Person
from .tokens import Words


class Genders:
    """What a text tells of each person; what a pronoun told first is kept."""

    def __init__(self, words: Words, people: list[Person]) -> None:
        self.lexicon = words.lexicon
        self.pronouns = {w: g for g in ("he", "she") for w in self.lexicon.words(f"pronouns_{g}")}
        self._known: dict[int, str] = {}
        if self.pronouns:
            before = {g: _pattern(self.lexicon, f"addressed_{g}") for g in ("he", "she")}
            for person in people:
                if told := self._told(words, person, before):
                    self._known[id(person)] = told

    def _told(self, words: Words, person: Person, before: dict[str, re.Pattern[str]]) -> str | None:
        for gender, pattern in before.items():
            for name in person.names:
                if pattern.search(words.lowered, max(0, name.start - 30), name.start):
                    return gender
            if any(pattern.search(office.text.lower() + " ") for office, _name in person.offices):
                return gender
        surname = fold(person.names[0].words[-1]) if person.names else ""
        for gender in before:
            if len(surname) > 4 and surname.endswith(tuple(self.lexicon.words(f"surnames_{gender}")) or ("\0",)):
                return gender
        return None

    def learn(self, person: Person, words: set[str]) -> None:
        """ "Bell met her colleague": a sentence with one kind of possessive tells of its subject."""
        found = [g for g in ("he", "she") if words & self.lexicon.words(f"possessives_{g}")]
        if len(found) == 1:
            self._known.setdefault(id(person), found[0])

    def antecedent(self, pronoun: str, recent: list[Person]) -> Person | None:
        """The last person spoken of whom a pronoun fits."""
        gender = self.pronouns.get(pronoun)
        for person in reversed(recent):
            if gender is None or self._known.get(id(person), gender) == gender:
                if gender:
                    self._known.setdefault(id(person), gender)
                return person
        return None


def _pattern(lexicon: Lexicon, key: str) -> re.Pattern[str]:
    forms = "|".join(re.escape(w) for w in sorted(lexicon.words(key), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<!\w)(?:{forms or '(?!)'})\.?\s+(?:dr\.?\s+)?$")
