"""Whether somebody is spoken of as "he" or "she": forms of address, offices and family names that tell."""

from __future__ import annotations

import re

from .cases import fold
from .lexicon import Lexicon
from .person import Person
from .phrases import lower
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
                if told := self._told(words, person, before) or self._by_verb(words, person) or self._given(person):
                    self._known[id(person)] = told

    def _told(self, words: Words, person: Person, before: dict[str, re.Pattern[str]]) -> str | None:
        for gender, pattern in before.items():
            for name in person.names:
                if pattern.search(words.lowered, max(0, name.start - 30), name.start):
                    return gender
            if any(pattern.search(lower(office.text) + " ") for office, _name in person.offices):
                return gender
        if told := self._by_office(words, person, before):
            return told
        surname = fold(person.names[0].words[-1]) if person.names else ""
        for gender in before:
            if len(surname) > 4 and surname.endswith(self.lexicon.affixes(f"surnames_{gender}")):
                return gender
        return None

    def _by_office(self, words: Words, person: Person, before: dict[str, re.Pattern[str]]) -> str | None:
        """What the article of an office tells, or its first word where that is its head ("ministra de Exteriores")."""
        articles = (self.of_article(words, office.start) for office, _name in person.offices)
        if told := next(filter(None, articles), None):
            return told
        heads = [lower(o.text).split(" ")[0] + " " for o, _n in person.offices if self.lexicon.head_first]
        if self._ends_so(person):
            return "she"
        return next((g for g, pattern in before.items() if any(pattern.search(head) for head in heads)), None)

    def _by_verb(self, words: Words, person: Person) -> str | None:
        """What the past of a verb of speech right beside a name tells ("заявил Белов", "Белова отметила")."""
        for name in person.names if self.lexicon.words("past_she") else ():
            begin = min([name.start, *(o.start for o, n in person.offices if n is name)])
            behind, ahead = words.covering("speech", name.end + 1), words.covering("speech", begin - 2)
            beside = [behind] if behind and behind.start == name.end + 1 else []
            beside += [ahead] if ahead and name.words[-1] == person.full.split()[-1] else []
            if told := next(filter(None, (self._of_past(words.lowered[h.start : h.end]) for h in beside)), None):
                return told
        return None

    def _of_past(self, verb: str) -> str | None:
        """Whom the past of a verb is said of, in languages where its end tells."""
        verb = verb.split(" ")[0]
        return next((g for g in ("she", "he") if verb.endswith(self.lexicon.affixes(f"past_{g}"))), None)

    def _ends_so(self, person: Person) -> bool:
        """Whether the first noun of an office ends as those of women do ("norwegische Ministerin")."""
        endings = self.lexicon.affixes("offices_she")
        nouns = (next((w for w in o.text.split() if w[0].isupper()), "") for o, _n in person.offices if endings)
        return any(lower(noun).endswith(endings) for noun in nouns)

    def of_article(self, words: Words, start: int) -> str | None:
        """ "La ministre", "le ministre": what the article before an office tells."""
        before = words.tokens[words.index_at(start) - 1].lower if start else ""
        return next((g for g in ("he", "she") if before in self.lexicon.words(f"definite_{g}")), None)

    def agreeing(self, words: Words, start: int, people: list[Person], others: list[Person]) -> list[Person]:
        """Those whom an office with its article can mean: all where none is known to be of that gender; the last of
        the others where all are known not to be ("la ministre", after "son homologue, Anna Bell")."""
        gender = self.of_article(words, start)
        if gender is None or any(id(p) not in self._known for p in people):
            return [p for p in people if gender and self._known.get(id(p)) == gender] or people
        fits = [p for p in people if self._known[id(p)] == gender]
        return fits or [p for p in others if self._known.get(id(p), gender) == gender][-1:] or people

    def _given(self, person: Person) -> str | None:
        """What a first name's end tells, in languages where those of women have an end of their own."""
        endings = self.lexicon.affixes("given_she")
        words = lower(person.full).split()
        if not endings or len(words) < 2 or len(words[0]) < 4 or words[0] in self.lexicon.words("given_he"):
            return None
        return "she" if words[0].endswith(endings) else None

    def of_verb(self, words: Words, start: int, people: list[Person]) -> list[Person]:
        """Those whom an office can mean by the past of the verb beside it ("министр отметила")."""
        she, he = (self.lexicon.affixes(f"past_{g}") for g in ("she", "he"))
        if not she or not he or len(people) < 2:
            return people
        left = words.covering("speech", start - 2) if start > 1 else None
        right = [h for h in words.inside("speech", start, start + 50) if "," not in words.plain[start : h.start]]
        hit = left or next(iter(right), None)
        gender = self._of_past(words.lowered[hit.start : hit.end]) if hit else None
        sure = [p for p in people if gender and self._known.get(id(p)) == gender]
        return sure or [p for p in people if gender and self._known.get(id(p), gender) == gender] or people

    def learn(self, person: Person, words: set[str]) -> None:
        """ "Bell met her colleague": a sentence with one kind of possessive tells of its subject."""
        found = [g for g in ("he", "she") if words & self.lexicon.words(f"possessives_{g}")]
        if len(found) == 1:
            self._known.setdefault(id(person), found[0])

    def antecedent(self, pronoun: str, recent: list[Person], *, sure: bool = True) -> Person | None:
        """The last person spoken of whom a pronoun fits; it tells of them only where it is `sure` to mean somebody."""
        gender = self.pronouns.get(pronoun) or self.pronouns.get(pronoun.rsplit("-", 1)[-1])  # "a-t-elle"
        for person in reversed(recent):
            if gender is None or self._known.get(id(person), gender) == gender:
                if gender and sure:
                    self._known.setdefault(id(person), gender)
                return person
        return None


def _pattern(lexicon: Lexicon, key: str) -> re.Pattern[str]:
    return lexicon.shaped(key, r"(?<!\w){words}\.?\s+(?:dr\.?\s+)?$")
