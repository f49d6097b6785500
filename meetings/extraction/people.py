"""Who is who: all places that name one person become one cluster, and its fullest form stands for all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from .alike import fullness, initials_agree, letters, nearly, same, some_upper, weight
from .beside import Beside
from .cases import fold, nominative, nominative_among
from .declension import governed, nominative_name, surely_oblique, told_gender
from .names import Name, initials
from .offices import Office
from .phrases import Inflection
from .places import home_country
from .tokens import Words

_MAX_NAMES = 1500
"""Names that are looked at in one text: a bound on the work, not a rule."""
_NAMED_ROLES = ("head_of_state", "head_of_government", "foreign_minister", "secretary_general", "minister")


@dataclass(eq=False)
class Person:
    """One person of a text. `names` are the places that name them, `offices` the offices given there."""

    names: list[Name] = field(default_factory=list)
    offices: list[tuple[Office, Name]] = field(default_factory=list)
    countries: list[tuple[str, str]] = field(default_factory=list)
    """(ISO code, rule) read beside a name, first reading first."""
    full: str = ""

    @property
    def office(self) -> Office | None:
        """The first office of the body, else of the headline."""
        if not self.offices:
            return None
        first = self.offices[0][0]
        fuller = next((o for o, _n in self.offices if " " in o.text), first)
        return fuller if " " not in first.text and first.role != fuller.role else first

    @property
    def roles(self) -> set[str]:
        """All kinds of office the text gives them."""
        return {o.role for o, _n in self.offices}

    @property
    def country(self) -> str | None:
        """The state named with an office or a name of theirs."""
        for office, _name in self.offices:
            if office.country and not office.organization:
                return office.country
        return self.countries[0][0] if self.countries and not self.organization else None

    @property
    def organization(self) -> str | None:
        """The body they act for, when it is not a state."""
        return next((o.organization for o, _n in self.offices if o.organization), None)


class Clusters:
    """Groups candidate names into persons."""

    def __init__(self, words: Words, names: list[Name], offices: list[Office], labels: list[tuple[int, int]]) -> None:
        self.words, self.lexicon = words, words.lexicon
        self.labels = {start for start, _end in labels}
        self.names = names[:_MAX_NAMES]
        self.offices = offices
        alone = (n for n in self.names if len(n.words) == 1 and not self._after_article(n))
        self._alone = Counter(fold(self._nominative(n.words[0])) for n in alone)
        self._by_letters: dict[str, list[Person]] = {}
        self._beside = Beside(words, self.names, offices)
        self.beside = {n: self._beside.offices_of(n) for n in self.names}
        self._officed = {n.words[-1] for n in self.names if self.beside[n]}
        self.people: list[Person] = []
        self.of_name: dict[Name, Person] = {}

    def build(self) -> list[Person]:
        """The persons, in order of first mention. Full names first, then initials, then bare surnames."""
        evident = [n for n in self.names if self._evident(n)]
        ranked = sorted(evident, key=lambda n: (-weight(n), n.start))
        for name in ranked:
            self._place(name)
        for name in self.names:
            if name not in self.of_name and (person := self._known(name)):
                self._add(person, name)
        for person in self.people:
            person.names.sort(key=lambda n: n.start)
            self._settle(person)
        self.people = [p for p in self.people if p.full]
        self.people.sort(key=lambda p: p.names[0].start)
        self._by_elimination()
        return self.people

    def _by_elimination(self) -> None:
        """ "The Foreign Secretary", again and again, and one titled name without an office: that name's office."""
        held = {id(o) for p in self.people for o, _n in p.offices}
        home = home_country(self.words)
        texts = [o.text.lower().split() for p in self.people for o, _n in p.offices if o.country in (None, home)]
        free = [o for o in self.offices if id(o) not in held and o.role in _NAMED_ROLES]
        free = [o for o in free if not o.plural and not o.country]
        loose: dict[str, list[Office]] = {}
        for text in {o.text.lower(): o for o in free if " " in o.text}:
            again = [o for o in free if set(o.text.lower().split()) <= set(text.split())]
            if len(again) >= 2 and not any(set(text.split()) <= set(x) for x in texts):
                loose[text] = sorted(again, key=lambda o: -len(o.text))
        bare = [p for p in self.people if not p.offices and any(n.titled for n in p.names)]
        if len(loose) == 1 and len(bare) == 1:
            bare[0].offices.append((next(iter(loose.values()))[0], bare[0].names[0]))

    # --- evidence

    def _evident(self, name: Name) -> bool:
        """Whether a run of capitals is a person: an office, a title, a verb of speech, its shape, or its return."""
        if name.titled or name.start in self.labels or self._heads_roster_line(name) or self.beside[name]:
            return True
        if self._beside.country_of_colleague(name):
            return True
        if any(initials(w) for w in name.words) and len(name.words) > 1:
            return True
        surname = fold(self._nominative(name.words[-1]))
        shaped = surname.endswith(tuple(map(fold, self.lexicon.words("surname_endings")))) and len(surname) > 4
        if len(name.words) == 1:
            return shaped and name.possessive and not self._after_article(name)
        if shaped or self._spoken(name) or self._relative_clause(name):
            return not self._after_article(name)
        return self._recurs(name, surname) or self._listed(name)

    def _heads_roster_line(self, name: Name) -> bool:
        """Whether a line of the list of participants begins with it."""
        roster = self.words.page.roster
        at = bisect_right(roster, name.start, key=lambda p: p.start) - 1
        if at < 0 or name.start >= roster[at].end or len(name.words) < 2:
            return False
        before = self.words.plain[roster[at].start : name.start].rstrip()
        return not re.search(r"\w", before) or before[-1] in ",;:|"

    def _after_article(self, name: Name) -> bool:
        before = self.words.index_at(name.start) - 1
        return before >= 0 and self.words.tokens[before].lower in self.lexicon.words("articles")

    def _spoken(self, name: Name) -> bool:
        after = self.words.inside("speech", name.end, name.end + 4)
        before = [h for h in self.words.inside("speech", name.start - 30, name.start) if name.start - h.end <= 2]
        return bool(after or before or self._acts(name))

    def _acts(self, name: Name) -> bool:
        """Whether a verb of meeting stands right behind a name ("X met with …")."""
        verbs = self.lexicon.words("encounter_verbs")
        hits = self.words.inside("encounter", name.end, name.end + 2)
        return any(self.words.lowered[h.start : h.end] in verbs for h in hits)

    def _relative_clause(self, name: Name) -> bool:
        after = self.words.lowered[name.end : name.end + 10]
        return any(re.match(rf",? {re.escape(w)}\b", after) for w in self.lexicon.words("relative_clauses"))

    def _recurs(self, name: Name, surname: str) -> bool:
        """Whether the family name returns alone."""
        return bool(self._alone[surname])

    def _listed(self, name: Name) -> bool:
        """ "… Omar Dia and Anna Bell": joined to a name that has evidence of its own."""
        joins = self.lexicon.words("office_joins")
        for other in self._beside.near(name.start):
            if 0 < name.start - other.end <= 6 and (other.titled or other.words[-1] in self._officed):
                between = self.words.lowered[other.end : name.start].strip(" ,")
                if between in joins or (not between and self._closes_list(name)):
                    return True
        return False

    def _closes_list(self, name: Name) -> bool:
        """ "A, B and C": whether "and" and one more name follow."""
        following = self.words.index_at(name.end)
        joins = self.words.tokens[following : following + 1]
        return (
            bool(joins)
            and joins[0].lower in self.lexicon.words("office_joins")
            and any(
                0 < other.start - joins[0].end <= 2 and len(other.words) > 1 for other in self._beside.near(name.end)
            )
        )

    # --- clusters

    def _place(self, name: Name) -> None:
        person = self._known(name) or self._alike(name)
        if person is None:
            person = Person()
            self.people.append(person)
        self._add(person, name)

    def _add(self, person: Person, name: Name) -> None:
        person.names.append(name)
        self.of_name[name] = person
        for key in letters(name):
            known = self._by_letters.setdefault(key, [])
            if person not in known:
                known.append(person)
        person.offices += [(o, name) for o in self.beside.get(name, ())]

    def _known(self, name: Name) -> Person | None:
        """The person a name stands for: the one it fits, the last one named before where it fits several."""
        fits = [p for p in self._candidates(name) if any(same(name.words, n.words, self._inflection) for n in p.names)]
        if not fits:
            return None
        if len(fits) > 1:
            offices = self.beside.get(name, [])
            agreeing = [p for p in fits if any(o.role in p.roles and o.country in (None, p.country) for o in offices)]
            fits = agreeing or fits
        before = [p for p in fits if any(n.start < name.start for n in p.names)]
        return max(before or fits, key=lambda p: max((n.start for n in p.names if n.start < name.start), default=-1))

    def _candidates(self, name: Name) -> list[Person]:
        """Persons one of whose names shares the first letters of a word."""
        found = {id(p): p for key in sorted(letters(name)) for p in self._by_letters.get(key, ())}
        return list(found.values())

    def _alike(self, name: Name) -> Person | None:
        """A misspelt form of a known name: nearly the same letters and the same office, or the same initials."""
        for person in self._candidates(name):
            for other in person.names:
                if not nearly(name.words[-1], other.words[-1]):
                    continue
                if len(name.words) > 1 and initials_agree(name.words[:-1], other.words[:-1]):
                    return person
                if len(name.words) == 1 and self._same_office(name, person):
                    return person
        return None

    def _same_office(self, name: Name, person: Person) -> bool:
        return any(
            o.role == p.role and o.country and o.country == p.country
            for o in self.beside.get(name, ())
            for p, _n in person.offices
        )

    @property
    def _inflection(self) -> Inflection:
        return self.lexicon.inflection

    def _settle(self, person: Person) -> None:
        """The fullest form in the nominative, offices of the body before those of the headline, states beside names."""
        title = [(s.start, s.end) for s in self.words.page.title.spans]
        in_title = lambda at: any(a <= at < b for a, b in title)  # noqa: E731
        person.offices.sort(key=lambda pair: (in_title(pair[0].start), pair[0].start))
        gender = told_gender((n.words[-1] for n in person.names), self.lexicon)
        best = max(
            person.names,
            key=lambda n: (
                fullness(n),
                not self._oblique(n, gender),
                not n.text.isupper(),
                not some_upper(n),
                -n.start,
            ),
        )
        joint = str(self.lexicon.data.get("name_joint", " "))
        person.full = joint.join([*best.words[:-1], self._nominative_in(person, best.words[-1])])
        if self._oblique(best, gender):
            person.full = " ".join(nominative_name(best.words, self.lexicon, gender, self._cases(best)))
        self._read_states(person)

    def _read_states(self, person: Person) -> None:
        """The states beside the names."""
        for name in person.names:
            code = self._beside.country_after(name)
            if code:
                person.countries.append((code, "country.of-name"))
            for reader, rule in (
                (self._beside.country_of_colleague, "country.of-colleague"),
                (self._beside.represented, "country.represented"),
            ):
                if code := reader(name):
                    person.countries.append((code, rule))

    def _oblique(self, name: Name, gender: str | None) -> bool:
        """Whether a name stands in another case than the nominative, as its form or what is before it shows."""
        if not self.lexicon.data.get("name_declension"):
            return False
        if surely_oblique(name.words[-1], gender, self.lexicon):
            return True
        if self.beside.get(name):
            return self.beside[name][0].oblique
        before = self.words.index_at(name.start) - 1
        token = self.words.tokens[before] if before >= 0 else None
        if token and token.lower in self.lexicon.words("office_joins"):
            joined = [n for n in self._beside.near(name.start) if n.end == token.start - 1]
            return bool(joined) and self._oblique(joined[0], None)
        return bool(token and token.lower in self.lexicon.words("case_links"))

    def _cases(self, name: Name) -> frozenset[str]:
        """The cases a name may stand in, by the office or the word before it."""
        before = self.words.index_at(name.start) - 1
        at = self.words.index_at(self.beside[name][0].head) if self.beside.get(name) else before
        return governed(self.words.tokens[at].lower, self.lexicon) if at >= 0 else frozenset()

    def _nominative_in(self, person: Person, word: str) -> str:
        """The bare form of a name's last word: another mention's, else with its case ending cut off."""
        known = nominative_among(word, (n.words[-1] for n in person.names), self.lexicon)
        return known or self._nominative(word)

    def _nominative(self, word: str) -> str:
        return nominative(word, self.lexicon)
