"""Who holds an office that a text speaks of without a name: "the minister", "the head of the Peruvian side"."""

from __future__ import annotations

import re
from functools import cached_property

from .alike import same_word
from .office import Office
from .person import Person
from .phrases import lower
from .tokens import Words

TOP = {"head_of_state", "head_of_government", "secretary_general"}


class OfficeHolders:
    """Finds whoever fits an office, by its kind, its words and its state."""

    def __init__(self, words: Words, people: list[Person], offices: list[Office], home: str | None) -> None:
        """`offices` are those that stand beside no name."""
        self.words, self.lexicon, self.people, self.home = words, words.lexicon, people, home
        self.offices = offices
        self._bare_offices: dict[str, set[str]] = {}
        self._held_by: dict[int, list[Office]] = {}

    def _held(self, person: Person) -> list[Office]:
        """Somebody's offices, each once, however often the text gives it."""
        known = self._held_by.get(id(person))
        if known is None:
            told = {(o.text, o.role, o.country, o.organization): o for o, _name in person.offices}
            known = self._held_by[id(person)] = list(told.values())
        return known

    def _holders(self, office: Office, words: set[str], *, ours: bool) -> list[Person]:
        """Whoever holds an office of this kind; else whoever's office has all of its `words`. Of "our" minister (the
        ending says so) only those at home."""
        role = self._role(office)
        exact, partly = [], []
        for person in self.people if not ours else [p for p in self.people if p.country in (None, self.home)]:
            for held in (o for o in self._held(person) if self._of_one_side(office, o, person)):
                if self._below(held, words):
                    continue
                if role == held.role != "official" and not self._of_another_body(office, held, words):
                    exact.append(person)
                elif words and (self._within(words, self._bare(held.text)) or _of_ministry(role, held, words)):
                    partly.append(person)
        if len(words) > 1:  # "the Secretary to the President" is not the Assistant Secretary to the President
            partly = [p for p in partly if any(self._bare(o.text) == words for o in self._held(p))] or partly
        stated = [p for p in exact if office.country and office.country == p.country]  # the others by the page's state
        named = [p for p in partly if p.names[0].start < office.start]
        if named and all(p.names[0].start > office.start for p in stated or exact):
            return named  # "the minister" is no minister who is named further down
        return self._in_these_words(stated or exact, words, office.start) or partly

    def _alike(self, office: Office, held: Office) -> bool:
        """Whether an office is of the kind of one held: a minister's only by its words, too."""
        if office.role == held.role and office.role not in ("minister", "official"):
            return True
        return self._within(self._bare(office.text), self._bare(held.text))

    def _in_these_words(self, persons: list[Person], words: set[str], at: int) -> list[Person]:
        """ "The Foreign Secretary" is whoever is called so, not a minister of foreign affairs of elsewhere; but nobody
        who is only named further down, where others were before."""
        if len(words) < 2 or len(persons) < 2:
            return persons
        before = [p for p in persons if p.names[0].start < at] or persons
        called = [p for p in before if any(self._within(words, self._bare(o.text)) for o in self._held(p))]
        return called or before

    def _of_one_side(self, office: Office, held: Office, person: Person) -> bool:
        """Whether somebody's office is of the state and of the body that an office is of, as far as it says so."""
        if office.country and office.country != (held.country or person.country or self.home):
            return False
        return not office.organization or office.organization == held.organization

    def _of_another_body(self, office: Office, held: Office, words: set[str]) -> bool:
        """Whether "the President" is a state's, and the office held a body's: unless that is said in the same words."""
        bodys = bool(held.organization) and not office.organization
        return bodys and office.role in TOP and words != self._bare(held.text)

    def _role(self, office: Office) -> str:
        """What an office is; "the head of the Peruvian Foreign Ministry" by what it is the head of."""
        nouns = self.lexicon.table("role_nouns") if office.role == "official" else {}
        said = set(re.findall(r"[^\W\d_]+", lower(office.text))) if nouns and self._heads_something(office) else set()
        return next((role for role, known in nouns.items() if said.intersection(known)), office.role)

    def _without_ours(self, word: str) -> str:
        """A word without the ending that says "our" ("bakanımız"): such an office is the publisher's."""
        endings = sorted(self.lexicon.words("our_endings"), key=len, reverse=True)
        return next((word[: -len(e)] for e in endings if lower(word).endswith(e) and len(word) > len(e) + 3), word)

    def _below(self, held: Office, words: set[str]) -> bool:
        """Whether an office is a deputy's of the one meant: "the Secretary" is no "Under Secretary"."""
        first = lower(held.text).split(" ", 1)[0]
        lesser = self.lexicon.words("subordinates")
        return first in lesser and first not in words and len(words) == 1 and words <= self._bare(held.text)

    def _colleagues_of(self, office: Office) -> list[Person]:
        """ "The Peruvian minister": who was named as the counterpart from there, without an office of their own."""
        near = [p for p in self.people if not p.offices and office.country and p.country == office.country]
        return near if len(near) == 1 else []

    def _headed(self, office: Office) -> list[Person]:
        """ "The head of the Peruvian side": the one person of that state."""
        if not office.country or not self._heads_something(office):
            return []
        role = self._role(office)
        near = [p for p in self.people if p.country == office.country]
        if role != "official":  # "the head of the Peruvian government"
            near = [p for p in self.people if role in p.roles and p.country in (None, office.country)]
        return near if len(near) == 1 else []

    def _heads_something(self, office: Office) -> bool:
        """Whether an office begins with a word for whoever is at the head of something."""
        return self.lexicon.inflection.bare(lower(office.text).split(" ", 1)[0]) in self._heads

    @cached_property
    def _heads(self) -> frozenset[str]:
        """The words for whoever is at the head of something, without endings."""
        return frozenset(self.lexicon.inflection.bare(w) for w in self.lexicon.words("head_words"))

    def _in_headline(self, words: set[str], office: Office) -> list[Person]:
        """Who bears the office that the headline gives without a name: the one person without any office."""
        end = self.words.page.title_end
        if office.country or office.start < end or not words:
            return []
        free = [p for p in self.people if not p.offices]
        return free if len(free) == 1 and any(words <= told for told in self._titled) else []

    @cached_property
    def _titled(self) -> list[set[str]]:
        """The words of the offices that the headline gives without a name."""
        return [self._bare(o.text) for o in self.offices if o.start < self.words.page.title_end]

    def _within(self, words: set[str], held: set[str]) -> bool:
        """Whether an office is part of a longer one; where stems stay, "minister" is also "his minister"."""
        heads = self.lexicon.words("compound_heads")
        if words & heads and all(any(h.endswith(w.removesuffix("s")) for h in held) for w in words):
            return True  # "der Minister" is the "Außenminister"
        if words <= held or not self.lexicon.data.get("subject_bare"):
            inflection = self.lexicon.inflection
            return all(w in held or any(same_word(w, h, inflection) for h in held) for w in words)
        whole = self.lexicon.inflection.whole
        return all(any(h.startswith(w) and whole.fullmatch(h[len(w) :]) for h in held) for w in words)

    def _bare(self, text: str) -> set[str]:
        """The words of an office without small words and states."""
        known = self._bare_offices.get(text)
        if known is None:
            known = self._bare_offices[text] = self._without_small(text)
        return known

    def _without_small(self, text: str) -> set[str]:
        small = self.lexicon.words("function_words", "articles")
        states = {h.start for h in self.lexicon.matcher.find(text) if h.kind == "country"}
        article = self.lexicon.inflection.article
        return {
            m[0].lower().removeprefix(article)
            for m in re.finditer(r"[\w-]+", text)
            if m[0].lower() not in small and m.start() not in states
        }


def _of_ministry(role: str, held: Office, words: set[str]) -> bool:
    """ "The minister", of whoever was called "the head of the foreign ministry"."""
    return role == "minister" and held.role == "foreign_minister" and len(words) == 1
