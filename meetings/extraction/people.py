"""Who is who: all places that name one person become one cluster, and its fullest form stands for all."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from rapidfuzz.distance import JaroWinkler

from .cases import fold, nominative, nominative_among
from .names import Name, initials
from .offices import Office
from .phrases import Inflection
from .tokens import Words

_SIMILAR = 0.88
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
        self.beside = {n: self._offices_of(n) for n in self.names}
        self.people: list[Person] = []
        self.of_name: dict[Name, Person] = {}

    def build(self) -> list[Person]:
        """The persons, in order of first mention. Full names first, then initials, then bare surnames."""
        evident = [n for n in self.names if self._evident(n)]
        ranked = sorted(evident, key=lambda n: (-_weight(n), n.start))
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
        texts = [o.text.lower().split() for p in self.people for o, _n in p.offices]
        loose: dict[str, list[Office]] = {}
        for office in self.offices:
            if (
                id(office) not in held
                and not office.plural
                and office.role in _NAMED_ROLES
                and not office.country
                and " " in office.text
            ):
                loose.setdefault(office.text.lower(), []).append(office)
        loose = {t: o for t, o in loose.items() if len(o) >= 2 and not any(set(t.split()) <= set(x) for x in texts)}
        bare = [p for p in self.people if not p.offices and any(n.titled for n in p.names)]
        if len(loose) == 1 and len(bare) == 1:
            bare[0].offices.append((next(iter(loose.values()))[0], bare[0].names[0]))

    # --- evidence

    def _evident(self, name: Name) -> bool:
        """Whether a run of capitals is a person: an office, a title, a verb of speech, its shape, or its return."""
        if name.titled or name.start in self.labels or self.beside[name]:
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

    def _after_article(self, name: Name) -> bool:
        before = self.words.index_at(name.start) - 1
        return before >= 0 and self.words.tokens[before].lower in self.lexicon.words("articles")

    def _spoken(self, name: Name) -> bool:
        after = self.words.inside("speech", name.end, name.end + 4)
        before = [h for h in self.words.inside("speech", name.start - 30, name.start) if name.start - h.end <= 2]
        return bool(after or before)

    def _relative_clause(self, name: Name) -> bool:
        after = self.words.lowered[name.end : name.end + 10]
        return any(re.match(rf",? {re.escape(w)}\b", after) for w in self.lexicon.words("relative_clauses"))

    def _recurs(self, name: Name, surname: str) -> bool:
        """Whether the family name returns alone."""
        return bool(self._alone[surname])

    def _near(self, offset: int, reach: int = 60) -> list[Name]:
        """Names that begin close to a place."""
        begin = bisect_left(self.names, offset - reach, key=lambda n: n.start)
        return self.names[begin : bisect_left(self.names, offset + reach, key=lambda n: n.start)]

    def _offices_near(self, name: Name) -> list[Office]:
        begin = bisect_left(self.offices, name.start - 300, key=lambda o: o.start)
        return self.offices[begin : bisect_left(self.offices, name.end + 40, key=lambda o: o.start)]

    def _listed(self, name: Name) -> bool:
        """ "… Dilshod Yuldashev and Aigul Nurtayeva": joined to a name that has evidence of its own."""
        joins = self.lexicon.words("office_joins")
        for other in self._near(name.start):
            if 0 < name.start - other.end <= 6 and (other.titled or self.beside[other]):
                between = self.words.lowered[other.end : name.start].strip(" ,")
                if between in joins:
                    return True
        return False

    # --- offices beside a name

    def _offices_of(self, name: Name) -> list[Office]:
        found = []
        direct = [o for o in self._offices_near(name) if self._directly_before(o, name)]
        found += direct[-1:]
        after = self._apposition(name)
        if after:
            found.append(after)
        if not found:
            found += [o for o in self._offices_near(name) if self._comma_before(o, name)][-1:]
        if not found:
            found += self._shared(name)
        return found

    def _title_start(self, name: Name) -> int:
        """Where the forms of address before a name begin."""
        start = name.start
        while True:
            hits = [
                h
                for h in self.words.inside("titles", start - 30, start)
                if re.fullmatch(r"[\s.()]*", self.words.plain[h.end : start])
            ]
            if not hits:
                return start
            start = hits[-1].start
            while start and self.words.plain[start - 1] == "(":
                start -= 1

    def _directly_before(self, office: Office, name: Name) -> bool:
        gap = self.words.plain[office.end : self._title_start(name)]
        return (
            office.end <= name.start
            and not gap.strip()
            and "\n" not in gap
            and len(gap) <= 3
            and not (office.possessive and self.lexicon.head_first)
        )

    def _comma_before(self, office: Office, name: Name) -> bool:
        if not 0 < name.start - office.end <= 40:
            return False
        gap = self.words.plain[office.end : self._title_start(name)]
        after = "," if " " in office.text else self.words.plain[name.end : name.end + 1]
        return (
            gap.strip() in (",", ":")
            and "\n" not in gap
            and after in (",", ".", ";", ":", ")", "\n", "")
            and not self._owned(office)
        )

    def _owned(self, office: Office) -> bool:
        """Whether an office already stands behind the name before it ("X, President of Y, and Z")."""
        return any(
            0 <= office.start - n.end <= 4 and self.words.plain[n.end : office.start].strip() == ","
            for n in self._near(office.start)
        )

    def _apposition(self, name: Name) -> Office | None:
        """ "X, President of Y," — but not "X, President Y"."""
        for office in self._offices_near(name):
            if self._follows_directly(office, name):
                return office
            if not 0 < office.start - name.end <= 16:
                continue
            gap = self.words.lowered[name.end : office.start]
            gap = re.sub(r"\b(?:" + "|".join(self.lexicon.words("articles") or {"(?!)"}) + r")\b", "", gap).strip()
            honours = "|".join(self.lexicon.words("honours")) or "(?!)"
            gap = re.sub(rf"^(?:{honours})\b\s*", "", gap).strip()
            if gap not in (",", "(", "-", "–", "—"):
                continue
            if any(
                self._directly_before(office, other) for other in self._near(office.end) if other.start >= office.end
            ):
                return None
            return office
        return None

    def _follows_directly(self, office: Office, name: Name) -> bool:
        """Whether an office stands right behind a name, in languages that say "X Foreign Minister"; not where
        it begins the next name's office ("X received Prime Minister Y" without a verb between)."""
        reach = self.lexicon.data.get("office_after_name")
        if reach is None or not 0 <= office.start - name.end <= int(reach):
            return False
        gap = self.words.plain[name.end : office.start]
        return not gap.strip() and "\n" not in gap and not any(
            self._directly_before(office, other) for other in self._near(office.end) if other.start >= office.end
        )

    def _shared(self, name: Name) -> list[Office]:
        """A plural office before two names ("Foreign ministers A and B") is the office of both."""
        joins = self.lexicon.words("office_joins")
        for other in self._near(name.start):
            if 0 < name.start - other.end <= 7 and self.words.lowered[other.end : name.start].strip(" ,") in joins:
                for office in self._offices_near(other):
                    if office.plural and self._directly_before(office, other):
                        return [office]
        return []

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
        for key in _letters(name):
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
        found = {id(p): p for key in sorted(_letters(name)) for p in self._by_letters.get(key, ())}
        return list(found.values())

    def _alike(self, name: Name) -> Person | None:
        """A misspelt form of a known name: nearly the same letters and the same office, or the same initials."""
        for person in self._candidates(name):
            for other in person.names:
                if not _nearly(name.words[-1], other.words[-1]):
                    continue
                if len(name.words) > 1 and _initials_agree(name.words[:-1], other.words[:-1]):
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
        best = max(
            person.names,
            key=lambda n: (_fullness(n), not self._oblique(n), not n.text.isupper(), not _some_upper(n), -n.start),
        )
        person.full = " ".join([*best.words[:-1], self._nominative_in(person, best.words[-1])])
        if self._oblique(best):
            person.full = " ".join(self._uninflected(w) for w in best.words)
        for name in person.names:
            code = self._country_after(name)
            if code:
                person.countries.append((code, "country.of-name"))
            for reader, rule in (
                (self._country_of_colleague, "country.of-colleague"),
                (self._represented, "country.represented"),
            ):
                if code := reader(name):
                    person.countries.append((code, rule))

    def _represented(self, name: Name) -> str | None:
        """ "X, who will represent the Kingdom of Sweden"."""
        line_end = self.words.plain.find("\n", name.end)
        for cue in self.words.inside(
            "represents", name.end, min(name.end + 30, line_end if line_end >= 0 else name.end + 30)
        ):
            hits = self.words.inside("country", cue.end, cue.end + 8)
            if hits and not re.search(r"[.;]", self.words.plain[name.end : cue.start]):
                return str(hits[0].value[0])
        return None

    def _country_of_colleague(self, name: Name) -> str | None:
        """ "his Russian counterpart Sergey Lavrov"."""
        start = self._title_start(name)
        noun = self.words.covering("parties_nouns", start - 2) if start > 1 else None
        if not noun or self.words.plain[noun.end : start].strip(" ,"):
            return None
        owner = self.words.covering("country", noun.start - 2) if noun.start > 1 else None
        return str(owner.value[0]) if owner else None

    def _oblique(self, name: Name) -> bool:
        """Whether a name stands in another case than the nominative, as the office or preposition before it shows."""
        if not self.lexicon.data.get("name_cases"):
            return False
        if self.beside.get(name):
            return self.beside[name][0].oblique
        before = self.words.index_at(name.start) - 1
        return before >= 0 and self.words.tokens[before].lower in self.lexicon.words("case_links")

    def _uninflected(self, word: str) -> str:
        """A word of a name in the nominative, by the first of the language's patterns that fits."""
        for pattern, form in self.lexicon.data.get("name_cases") or ():
            if re.search(pattern, word):
                return re.sub(pattern, form, word)
        return word

    def _country_after(self, name: Name) -> str | None:
        """ "Sergey Lavrov of Russia", or in a list "the Russian Federation Sergey Lavrov"."""
        start = self._title_start(name)
        before = self.words.covering("country", start - 2) if start > 1 else None
        if (
            before
            and before.value[1] in ("name", "long")
            and re.fullmatch(r" (?:[-–—] )?", self.words.plain[before.end : start])
        ):
            return str(before.value[0])
        match = re.match(r"\W{0,2}\s?(\w+)(?:\s(?:the))?\s", self.words.lowered[name.end : name.end + 14])
        if not match or match[1] not in self.lexicon.words("genitive_links"):
            return None
        hit = self.words.covering("country", name.end + match.end())
        if hit and hit.start == name.end + match.end() and hit.value[1] in ("name", "long"):
            return str(hit.value[0])
        return None

    def _nominative_in(self, person: Person, word: str) -> str:
        """The bare form of a name's last word: another mention's, else with its case ending cut off."""
        known = nominative_among(word, (n.words[-1] for n in person.names), self.lexicon)
        return known or self._nominative(word)

    def _nominative(self, word: str) -> str:
        return nominative(word, self.lexicon)


def _letters(name: Name) -> set[str]:
    """The first letters of every whole word of a name, the halves of double names included."""
    return {fold(half)[:2] for w in name.words if not initials(w) for half in [w, *w.split("-")]} - {""}


def same(a: tuple[str, ...], b: tuple[str, ...], inflection: Inflection) -> bool:
    """Whether two names fit: every word of the shorter is in the longer, one whole word at least is shared."""
    short, long = sorted((a, b), key=len)
    left = list(long)
    whole = 0
    for word in sorted(short, key=lambda w: initials(w)):
        match = next(
            (w for w in left if not initials(w) and not initials(word) and same_word(w, word, inflection)), None
        )
        if match is not None:
            whole += len(fold(match)) > (2 if inflection.boundary else 1)
        else:
            match = next((w for w in left if (initials(w) or initials(word)) and fold(w)[:1] == fold(word)[:1]), None)
        if match is None:
            return _joined(short, long)
        left.remove(match)
    if (
        len(short) == 1
        and len(long) > 1
        and fold(short[0]) == fold(long[0])
        and len(long) == 2
        and not long[0].isupper()
    ):
        return whole > 0
    return whole > 0


def _joined(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """ "Tokayev" and "Kassym-Jomart-Tokayev"; a double name by one half."""
    halves = {fold(h) for w in b for h in w.split("-") if len(h) > 3}
    return len(a) == 1 and "-" not in a[0] and fold(a[0]) in halves and any("-" in w for w in b[-1:])


def same_word(a: str, b: str, inflection: Inflection) -> bool:
    """Whether two words are one but for accents, apostrophes and case endings."""
    one, two = fold(a), fold(b)
    if one == two:
        return True
    if not inflection.endings or min(len(one), len(two)) < 3:
        return False
    short, long = sorted((a.lower(), b.lower()), key=len)
    if long.startswith(short) and re.fullmatch(inflection.pattern, long[len(short) :]):
        return True
    stem = inflection.stem(short)
    return (
        len(stem) >= 4
        and bool(inflection.drop)
        and long.startswith(stem)
        and bool(re.fullmatch(inflection.pattern, long[len(stem) :]))
        and bool(re.fullmatch(f"(?:{inflection.pattern}|[{inflection.drop}])", short[len(stem) :]))
    )


def _nearly(a: str, b: str) -> bool:
    one, two = fold(a), fold(b)
    return min(len(one), len(two)) >= 4 and one[0] == two[0] and JaroWinkler.similarity(one, two) >= _SIMILAR


def _initials_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    pairs = list(zip(a, b, strict=False))
    return bool(pairs) and all(
        fold(x)[:1] == fold(y)[:1] if initials(x) or initials(y) else (fold(x) == fold(y) or _nearly(x, y))
        for x, y in pairs
    )


def _weight(name: Name) -> int:
    return sum(2 if not initials(w) else 1 for w in name.words)


def _fullness(name: Name) -> tuple[int, int]:
    whole = [w for w in name.words if not initials(w)]
    return (len(whole), len(name.words))


def _some_upper(name: Name) -> bool:
    return any(len(w) > 2 and w.isupper() for w in name.words)
