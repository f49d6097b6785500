"""Every place of the text that stands for a person: a name, an office, "the Belarusian leader", "his colleague", "he".

They are resolved in reading order, because "the Head of State" and "he" mean somebody spoken of before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .alike import same_word
from .genders import Genders
from .offices import Office
from .people import Person
from .phrases import Hit, lower
from .tokens import Words

_TOP = {"head_of_state", "head_of_government", "secretary_general"}


@dataclass(frozen=True)
class Mention:
    """Words `plain[start:end]` that stand for a person, or for a body (`institution`), or for an unnamed office."""

    start: int
    end: int
    kind: str
    """`name`, `office`, `leader`, `pronoun`, `colleague` or `institution`."""
    person: Person | None = None
    institution: str | None = None
    country: str | None = None


class Resolver:
    """Resolves mentions in order; `subject` is whom the text spoke of last as the one who acts or speaks."""

    def __init__(self, words: Words, people: list[Person], offices: list[Office], home: str | None) -> None:
        self.words, self.lexicon, self.people, self.home = words, words.lexicon, people, home
        self.named = {n.start: (n, p) for p in people for n in p.names}
        self._genders = Genders(words, people)
        self.nameless = False
        """Whether the last sentence was about somebody without a name ("a spokesman")."""
        self.mentioned: list[Person] = []
        """All whom the text spoke of so far, whoever acted."""
        attached = {id(o) for p in people for o, _n in p.offices}
        self.offices = [o for o in offices if id(o) not in attached]
        self._by_start = {o.start: o for o in self.offices}
        self.plain_mentions = self._collect()

    def _collect(self) -> list[Mention]:
        """Mentions that need no memory: names, offices and leaders with their state, bodies; pronouns unresolved."""
        found = [Mention(n.start, n.end, "name", p) for n, p in self.named.values()]
        found += [Mention(o.start, o.end, "office", None, None, o.country) for o in self.offices if not o.plural]
        taken = [(m.start, m.end) for m in found]
        plurals = tuple(self.lexicon.words("plural_offices")) or ("\0",)
        for kind in ("leaders", "parties_nouns"):
            for hit in self.words.by_kind.get(kind, ()):
                start, code = self._with_country(hit)
                if self.words.lowered[hit.stem_end : hit.end].startswith(plurals):
                    continue
                if not any(a < hit.end and hit.start < b for a, b in taken):
                    found.append(
                        Mention(start, hit.end, "leader" if kind == "leaders" else "colleague", None, None, code)
                    )
        found += self._institutions(taken)
        found += self._pronouns()
        return _without_overlaps(found)

    def _with_country(self, hit: Hit) -> tuple[int, str | None]:
        """A state or body named right before a noun ("the Belarusian leader")."""
        before = self.words.plain[max(0, hit.start - 2) : hit.start]
        at = hit.start - (len(before) - len(before.rstrip()))
        for kind in ("country", "organization"):
            owner = self.words.covering(kind, at - 1) if at else None
            if owner and owner.end == at:
                return owner.start, str(owner.value[0] if kind == "country" else owner.value)
        return hit.start, self._country_behind(hit)

    def _country_behind(self, hit: Hit) -> str | None:
        """The adjective of a state right behind a noun, in languages that put it there ("le dirigeant kazakh")."""
        if not self.lexicon.data.get("adjectives_follow") or self.words.plain[hit.end : hit.end + 1] != " ":
            return None
        state = self.words.covering("country", hit.end + 1)
        return str(state.value[0]) if state and state.start == hit.end + 1 and state.value[1] == "adjective" else None

    def _institutions(self, taken: list[tuple[int, int]]) -> list[Mention]:
        found = []
        for hit in self.words.by_kind.get("institutions", ()):
            if any(a < hit.end and hit.start < b for a, b in taken) or not (
                self.words.plain[hit.start].isupper() or not self.lexicon.capitals
            ):
                continue
            start, code = self._with_country(hit)
            end = self._institution_end(hit.end)
            text = " ".join(self.words.plain[start:end].split())
            found.append(Mention(start, end, "institution", None, text, code))
        return found

    def _institution_end(self, end: int) -> int:
        match = re.compile(r"(?: (?:of|for|the|and|&) ?(?:the )?| )(?=[A-ZÀ-ÞА-ЯЁҚҒҲЎӘІҢӨҰҮҺ])").match(
            self.words.plain, end
        )
        known = self.lexicon.words("complements")
        while match and (word := re.compile(r"[\w'’-]+").match(self.words.plain, match.end())):
            hit = self.words.covering("country", word.start())
            if not hit and word[0].lower() not in known:
                break
            end = hit.end if hit else word.end()
            match = re.compile(r"(?: (?:of|for|the|and|&) ?(?:the )?| )(?=[A-ZÀ-ÞА-Я])").match(self.words.plain, end)
        return end

    def _pronouns(self) -> list[Mention]:
        pronouns = self.lexicon.words("pronouns")
        return [
            Mention(t.start, t.end, "pronoun")
            for t in self.words.tokens
            if t.lower in pronouns or t.lower.rsplit("-", 1)[-1] in pronouns  # "a-t-il"
        ]

    # --- meaning

    def person_of(self, mention: Mention, recent: list[Person]) -> Person | None:
        """Whom a mention stands for, given the persons spoken of or speaking before, the latest last."""
        if mention.person:
            return mention.person
        if mention.kind == "office":
            office = self._by_start.get(mention.start)
            return self._holder(office, recent) if office else None
        if mention.kind == "leader":
            return self._leader(mention.country, recent)
        if mention.kind == "colleague":
            return self._colleague(mention, recent)
        if mention.kind == "pronoun":
            pronoun = self.words.lowered[mention.start : mention.end]
            if pronoun in self.lexicon.words("latter"):
                return self.mentioned[-1] if self.mentioned else None
            if self.nameless:
                return None
            near = [*self.mentioned[-8:], *recent[-1:]]
            return self._honoured(pronoun, near) or self._genders.antecedent(pronoun, near)
        return None

    def after(self, start: int, end: int, subject: Person | None, here: list[Person]) -> None:
        """What a sentence leaves behind: who was spoken of, and whether its subject's things are his or hers."""
        self.mentioned += here
        if subject:
            self._genders.learn(subject, {self.words.tokens[i].lower for i in self.words.between(start, end)})

    def _honoured(self, pronoun: str, near: list[Person]) -> Person | None:
        """ "His Highness": the last one who is addressed so, in languages that speak of persons in this way."""
        titles = [lower(str(t)) for t in self.lexicon.table("honorifics").get(pronoun, ())]
        for person in reversed(near) if titles else ():
            before = [self.words.lowered[max(0, n.start - 24) : n.start] for n in person.names]
            if any(t in text for text in before for t in titles):
                return person
        return None

    def _holder(self, office: Office, recent: list[Person]) -> Person | None:
        words = self._bare(office.text)
        exact, partly = [], []
        for person in self.people:
            for held, _name in person.offices:
                if office.country and office.country != (held.country or person.country or self.home):
                    continue
                if office.organization and held.organization != office.organization:
                    continue
                if (
                    office.role == held.role
                    and office.role != "official"
                    and not (
                        held.organization
                        and not office.organization
                        and office.role in _TOP
                        and words != self._bare(held.text)
                    )
                ):
                    exact.append(person)
                elif words and self._within(words, self._bare(held.text)):
                    partly.append(person)
        fits = exact or partly
        known = [p for p in fits if p.names[0].start < office.start]
        return self._choose(known or fits, recent, office.country)

    def _within(self, words: set[str], held: set[str]) -> bool:
        """Whether an office is part of a longer one; where stems stay, "minister" is also "his minister"."""
        if words <= held or not self.lexicon.data.get("subject_bare"):
            inflection = self.lexicon.inflection
            return all(w in held or any(same_word(w, h, inflection) for h in held) for w in words)
        whole = self.lexicon.inflection.whole
        return all(any(h.startswith(w) and whole.fullmatch(h[len(w) :]) for h in held) for w in words)

    def _bare(self, text: str) -> set[str]:
        """The words of an office without small words and states."""
        small = self.lexicon.words("function_words") | self.lexicon.words("articles")
        states = {h.start for h in self.lexicon.matcher.find(text) if h.kind == "country"}
        return {
            m[0].lower() for m in re.finditer(r"[\w-]+", text) if m[0].lower() not in small and m.start() not in states
        }

    def _leader(self, country: str | None, recent: list[Person]) -> Person | None:
        top = [p for p in self.people if p.roles & _TOP]
        if country:
            top = [p for p in top if country in (p.country or self.home, p.organization)] or [
                p for p in self.people if country in (p.country, p.organization)
            ]
        return self._choose(top, recent, country)

    def _colleague(self, mention: Mention, recent: list[Person]) -> Person | None:
        if not mention.country:
            others = [p for p in recent if recent and p is not recent[-1]]
            return others[-1] if others else None
        return self._choose([p for p in self.people if p.country == mention.country], recent, mention.country)

    def _choose(self, fits: list[Person], recent: list[Person], country: str | None) -> Person | None:
        """Of several the one who spoke last, else the one at home, else the first."""
        if not fits:
            return None
        for person in reversed(recent):
            if person in fits:
                return person
        at_home = [p for p in fits if self.home and (p.country or self.home) == self.home]
        return (at_home or fits)[0] if not country else fits[0]


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    order = {"name": 0, "office": 1, "leader": 2, "colleague": 3, "institution": 4, "pronoun": 5}
    for mention in sorted(mentions, key=lambda m: (m.start, order[m.kind], -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
