"""Who is who: all places that name one person become one cluster, and its fullest form stands for all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .alike import (
    called_short,
    fathers,
    fullness,
    initials_agree,
    letters,
    nearly,
    same,
    same_word,
    some_upper,
    weight,
)
from .cases import nominative, nominative_among
from .declension import governed, nominative_name, plainly_oblique, surely_oblique, told_gender
from .evident_names import EvidentNames
from .name_forms import Name, initials
from .office import Office
from .office_prefixes import acting_from
from .person import Person
from .phrases import Inflection, lower
from .places import home_country
from .sole_offices import titled_office, unheld_office
from .states_beside import leader_before
from .tokens import Words

_JOINED = 60
"""Characters between a family name and a full one that are named together."""
_OPENING, _CLOSING = "«“„", "»”“"
_FIRM, _FORM_OF_FIRM = 60, 8
"""Characters that a firm's name in quotation marks has at most, and its legal form before it ("АО «…»")."""
_TOLD = ("title", "body")
_NAMED_ROLES = ("head_of_state", "head_of_government", "foreign_minister", "secretary_general", "minister")


class Clusters(EvidentNames):
    """Groups candidate names into persons."""

    def __init__(self, words: Words, names: list[Name], offices: list[Office], labels: list[tuple[int, int]]) -> None:
        super().__init__(words, names, offices, labels)
        self._by_letters: dict[str, list[Person]] = {}
        self._kin = self.lexicon.words("kin_particles")
        self.people: list[Person] = []
        self.of_name: dict[Name, Person] = {}

    def build(self) -> list[Person]:
        """The persons, in order of first mention. Full names first, then initials, then bare surnames."""
        evident = [n for n in self.names if self._evident(n)]
        called = {n for n in evident if self._by_father(n)}
        ranked = sorted(evident, key=lambda n: (n in called, -weight(n), n.start))
        for name in ranked:
            self._place(name, called=name in called)
        for name in self.names:
            if name not in self.of_name and (person := self._known(name)):
                self._add(person, name)
        for person in self.people:
            person.names.sort(key=lambda n: n.start)
            self._settle(person)
        if self.lexicon.data.get("subject_bare"):
            self._of_subjects()
        self.people = [p for p in self.people if p.full]
        self.people.sort(key=lambda p: p.names[0].start)
        self._by_elimination()
        return self.people

    def _of_subjects(self) -> None:
        """ "The ambassador to-Bell presented credentials": an office right before a family name in an oblique case may
        be somebody else's, the one's who acts, where both are known by other offices."""
        for person in self.people:
            words = max(len(n.words) for n in person.names)
            full = {o.role for o, n in person.offices if len(n.words) == words}
            stray = [(o, n) for o, n in person.offices if len(n.words) < words and full and o.role not in full]
            for office, name in stray:
                declined = bool(name.ending) or nominative(name.words[-1], self.lexicon) != name.words[-1]
                others = [o for p in self.people if p is not person for o, _n in p.offices if o.role == office.role]
                if declined and any(office.country in (None, o.country) for o in others):
                    person.offices.remove((office, name))

    def _by_elimination(self) -> None:
        """ "The Foreign Secretary", again and again, and one titled name without an office: that name's office."""
        held = {id(o) for p in self.people for o, _n in p.offices}
        home = home_country(self.words)
        texts = [set(o.text.lower().split()) for p in self.people for o, _n in p.offices if o.country in (None, home)]
        free = [o for o in self.offices if id(o) not in held and o.role in _NAMED_ROLES]
        free = [o for o in free if not o.plural and not o.country and self.words.page.zone_at(o.start) in _TOLD]
        loose: dict[str, list[Office]] = {}
        split = [(o, set(o.text.lower().split())) for o in free]
        for text in dict.fromkeys(o.text.lower() for o in free if " " in o.text):
            whole = set(text.split())
            again = [o for o, held in split if held <= whole]
            if len(again) >= 2 and not any(whole <= x for x in texts):
                loose[text] = sorted(again, key=lambda o: -len(o.text))
        bare = [p for p in self.people if not p.offices and any(n.titled for n in p.names)]
        if len(loose) == 1 and len(bare) == 1:
            bare[0].offices.append((next(iter(loose.values()))[0], bare[0].names[0]))
        if titled := titled_office(self.words, self.people, self.offices):
            titled[0].offices.append((titled[1], titled[0].names[0]))
        elif unheld := unheld_office(self.words, self.people, self.offices):
            person, office = unheld
            if person.offices and office.country:
                person.countries.append((office.country, "country.of-unheld-office"))
            else:  # a copy: the words of the text go on standing for the person
                person.offices.append((replace(office), person.names[0]))

    # --- clusters

    def _place(self, name: Name, *, called: bool = False) -> None:
        person = self._known(name) or self._alike(name) or (self._called(name) if called else None)
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

    def _called(self, name: Name) -> Person | None:
        """ "Dear Anna Petrovna": the one person with that first name, or with its initial where no other fits."""
        given = name.words[:1]
        for fits in (lambda w: same_word(w, given[0], self._inflection), lambda w: initials(w) and w[0] == given[0][0]):
            found = [p for p in self.people if any(fits(w) for n in p.names for w in n.words)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _known(self, name: Name) -> Person | None:
        """The person a name stands for: the one it fits, the last one named before where it fits several."""
        fits = [p for p in self._candidates(name) if any(self._fits(name, n) for n in p.names)]
        fits = [p for p in fits if not self._named_beside(name, p)]
        if not fits:
            return None
        if len(fits) > 1:
            fits = self._addressed_alike(name, fits)
            offices = self.beside.get(name, [])
            agreeing = [p for p in fits if any(o.role in p.roles and o.country in (None, p.country) for o in offices)]
            fits = agreeing or fits
            fits = [p for p in fits if any(self._part_of_office(o, p) for o in offices)] or fits
            fits = [p for p in fits if not self._called_otherwise(name, p)] or fits
        before = [p for p in fits if any(n.start < name.start for n in p.names)]
        return max(before or fits, key=lambda p: max((n.start for n in p.names if n.start < name.start), default=-1))

    def _addressed_alike(self, name: Name, fits: list[Person]) -> list[Person]:
        """ "Mrs Bell", where Anna Bell was "Mrs Bell" before and Omar Bell was not: those who were addressed so."""
        said = self._address(name)
        return [p for p in fits if said and any(self._address(n) == said for n in p.names)] or fits

    def _address(self, name: Name) -> str:
        """The form of address right before a name."""
        start = self._beside.title_start(name)
        return self.words.lowered[start : name.start].strip(" .") if start < name.start else ""

    def _fits(self, name: Name, other: Name) -> bool:
        return same(name.words, other.words, self._inflection) and not fathers(name.words, other.words, self._kin)

    def _named_beside(self, name: Name, person: Person) -> bool:
        """ "President Bell and First Lady Anna Bell": a family name and a full name that "and" joins, each with an
        office of its own, are two persons."""
        own = {o.text for o in self.beside.get(name, ())}
        if not own or len(name.words) > 1:
            return False
        for other in (n for n in person.names if 0 < n.start - name.end < _JOINED and len(n.words) > 1):
            offices = self.beside.get(other, ())
            begin = min((o.start for o in offices), default=name.end)
            between = self.words.lowered[name.end : begin].split()
            joined = bool(between) and between[0] in self.lexicon.words("office_joins")
            if joined and len(between) <= 2 and own.isdisjoint(o.text for o in offices):
                return True
        return False

    def _part_of_office(self, office: Office, person: Person) -> bool:
        """Whether an office's words are some of those of an office held: "Minister", "Minister of Energy"."""
        words = set(office.text.lower().split())
        return any(words <= set(held.text.lower().split()) for held, _n in person.offices)

    def _called_otherwise(self, name: Name, person: Person) -> bool:
        """ "Bell" of Omar Bell and "Omar" of King Omar bin Said: who is called by the family name alone elsewhere is
        not meant by the given name alone."""
        last = max(person.names, key=lambda n: len(n.words)).words[-1]
        alone = len(name.words) == 1 and not same_word(last, name.words[0], self._inflection)
        return alone and any(len(n.words) == 1 and n.words[0] == last for n in self.names)

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
                if called_short(name.words, other.words) and self._one_office(name, person):
                    return person
                if len(name.words) > 1 and initials_agree(name.words[:-1], other.words[:-1]):
                    return person
                if len(name.words) == 1 and self._same_office(name, person):
                    return person
        return None

    def _one_office(self, name: Name, person: Person) -> bool:
        """Whether a name has the very office that a person has, and one that a state has but once."""
        held = {o.text.lower() for o, _n in person.offices if o.role in _NAMED_ROLES[:4]}
        return any(o.text.lower() in held for o in self.beside.get(name, ()))

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
        called = lambda o: o.text.isupper() and self.lexicon.capitals  # noqa: E731 - a transcript's label
        person.offices.sort(key=lambda pair: (called(pair[0]), in_title(pair[0].start), pair[0].start))
        gender = told_gender((n.words[-1] for n in person.names), self.lexicon)
        declined = self._declined(person, gender)
        best = max(
            person.names,
            key=lambda n: (
                not self._by_father(n),
                fullness(n),
                not declined[n],
                not n.text.isupper(),
                not some_upper(n),
                n.start in self.labels,
                -n.start,
            ),
        )
        joint = str(self.lexicon.data.get("name_joint", " "))
        person.full = joint.join([*best.words[:-1], self._nominative_in(person, best.words[-1])])
        if declined[best]:
            person.full = " ".join(self._undeclined(person, best, gender))
        self._read_states(person)

    def _undeclined(self, person: Person, name: Name, gender: str | None) -> tuple[str, ...]:
        """A declined name in the nominative; where the vocabulary does not know its form, with its last word as a
        transcript's label has it ("O.Dia:")."""
        cases = self._cases(name)
        plain = nominative_name(name.words, self.lexicon, gender, cases)
        if gender and plain == name.words:  # a woman whose family name is a man's, unchanged ("Анной Морозов")
            plain = nominative_name(name.words, self.lexicon, None, cases)
        if plain != name.words:
            return plain
        bare = [n.words[-1] for n in person.names if n.start in self.labels]
        return (*plain[:-1], nominative_among(plain[-1], bare, self.lexicon) or plain[-1])

    def _declined(self, person: Person, gender: str | None) -> dict[Name, bool]:
        """Of every mention, whether it stands in another case than the nominative."""
        bare = {n.words[-1] for n in person.names if self._bare(n)} if len(person.names) > 1 else set()
        declined = {n: self._oblique(n, gender) or bool(bare and n.words[-1] not in bare) for n in person.names}
        self._decline_alike(person, declined)
        return declined

    def _decline_alike(self, person: Person, declined: dict[Name, bool]) -> None:
        """A full name that is another case of one that the text has, or stands elsewhere where its case is plain, is
        declined, too: "the minister of-Anna of-Bell" shows what "of-Anna of-Bell" is."""
        if not self.lexicon.data.get("name_declension") or len(person.names) < 2:
            return
        full = [n for n in person.names if len(n.words) > 1]
        plain = {n.words for n in full if self._bare(n)}
        told, forms = {n.words for n in full if declined[n]} - plain, {n.words for n in full}
        bare = {nominative_name(n.words, self.lexicon, None, self._cases(n)) for n in full if declined[n]}
        for name in full:
            others = (forms | (bare if name.words not in plain else set())) - {name.words}
            if name.words in told or others & set(self._read_in_each_case(name)):
                declined[name] = True

    def _read_in_each_case(self, name: Name) -> Iterator[tuple[str, ...]]:
        """What the nominative of a name is where it stands in any of the cases."""
        yield nominative_name(name.words, self.lexicon)
        for gender, cases in self.lexicon.table("name_declension").items():
            for case in cases:
                yield nominative_name(name.words, self.lexicon, gender, frozenset({case}))

    def _read_states(self, person: Person) -> None:
        """The states beside the names."""
        for name in person.names:
            code = self._beside.country_after(name)
            if code:
                person.countries.append((code, "country.of-name"))
            for reader, rule in (
                (self._beside.country_of_colleague, "country.of-colleague"),
                (self._beside.state_of_leader, "country.of-leader"),
                (self._beside.state_of_national, "country.demonym"),
                (self._beside.represented, "country.represented"),
                (self._beside.delegation, "country.delegation"),
            ):
                if code := reader(name):
                    person.countries.append((code, rule))

    def _oblique(self, name: Name, gender: str | None) -> bool:
        """Whether a name stands in another case than the nominative, as its form or what is before it shows."""
        if not self.lexicon.data.get("name_declension"):
            return False
        if surely_oblique(name.words[-1], gender, self.lexicon) or self._evidence.lone_surname(name):
            return True
        if len(name.words) > 1 and plainly_oblique(name.words, self.lexicon):
            return True
        if self.beside.get(name) and not self._unchanging(self.beside[name][0]):
            return self.beside[name][0].oblique
        if colleague := self._beside.colleague_from(name):
            return self.words.lowered[colleague.start : colleague.end] in self.lexicon.words("case_links")
        start = self.beside[name][0].start if self.beside.get(name) else name.start
        leader = leader_before(self.words, name.start)  # "с лидером Чили Омаром Диа"
        before = self.words.index_at(leader.start if leader else start) - (leader is None)
        token = self.words.tokens[before] if before >= 0 else None
        if token and token.lower in self.lexicon.words("office_joins"):
            joined = [n for n in self._beside.near(start) if n.end == token.start - 1]
            return bool(joined) and self._oblique(joined[0], None)
        if token and token.text == "," and self._in_list(name, token.start):
            return True
        if token and token.text in _CLOSING and (office := self._of_firm(token.start)):
            return office.oblique
        if token and self.beside.get(name) and self.lexicon.begins("receiving").match(self.words.lowered, token.start):
            return True  # "принял и.о. министра Омара Белла"
        return bool(token and token.lower in self.lexicon.words("case_links"))

    def _unchanging(self, office: Office) -> bool:
        """Whether the head of an office looks the same in every case ("замглавы")."""
        heads = self.lexicon.affixes("unchanging_heads")
        return bool(heads) and any(self.words.lowered.startswith(heads, at) for at in {office.head, office.start})

    def _in_list(self, name: Name, comma: int) -> bool:
        """ "с участием Омара Белла, Юрия Дворского и …": whether a name goes on a list whose first stands in a case."""
        before = [n for n in self._beside.near(name.start) if n.end == comma]
        link = self.words.index_at(before[0].start) - 1 if before else -1
        if link < 0 or not self.lexicon.words("list_links"):
            return False
        token = self.words.tokens[link]
        on = token.text == "," and self._in_list(before[0], token.start)
        return on or token.lower in self.lexicon.words("list_links")

    def _of_firm(self, end: int) -> Office | None:
        """ "главы правления «Газ» Омара Белла": the office before a firm's name in quotation marks that ends there."""
        opened = max(self.words.plain.rfind(mark, max(0, end - _FIRM), end) for mark in _OPENING)
        near = [o for o in self.offices if opened - _FORM_OF_FIRM <= o.end < opened]
        told = near and all(w.isupper() for w in self.words.plain[near[-1].end : opened].split())
        return near[-1] if told else None

    def _bare(self, name: Name) -> bool:
        """Whether a name is surely in the nominative: a transcript's label, or right before a verb of speech."""
        if not self.lexicon.data.get("name_declension") or surely_oblique(name.words[-1], None, self.lexicon):
            return False
        verbs = self.lexicon.words("encounter_verbs")
        told = [h for k in ("speech", "encounter") for h in self.words.inside(k, name.end + 1, name.end + 2)]
        acts = any(h.kind == "speech" or self.words.lowered[h.start : h.end] in verbs for h in told)
        return name.start in self.labels or (acts and not self._oblique(name, None))

    def _cases(self, name: Name) -> frozenset[str]:
        """The cases a name may stand in, by the office or the word before it."""
        noun, office = self._beside.colleague_from(name), next(iter(self.beside.get(name) or ()), None)
        fixed = office is not None and self._unchanging(office)
        if office and (fixed or acting_from(self.words, office.start, office.head) is not None):
            return frozenset()  # "с и.о. министра Омаром Беллом": the head stands in a case of its own
        noun = noun or leader_before(self.words, name.start)
        before = self.words.index_at(noun.start) if noun else self.words.index_at(name.start) - 1
        at = self.words.index_at(office.head) if office else before
        return governed(self.words.tokens[at].lower, self.lexicon) if at >= 0 else frozenset()

    def _nominative_in(self, person: Person, word: str) -> str:
        """The bare form of a name's last word: another mention's, else with its case ending cut off."""
        if any(n.words[-1] == word and self._governs_nominative(n) for n in person.names):
            return word
        known = nominative_among(word, (n.words[-1] for n in person.names), self.lexicon)
        return known or self._object(person, word) or self._nominative(word)

    def _object(self, person: Person, word: str) -> str | None:
        """ "… Kalninşi qəbul edib": right before a verb that takes an object, a name carries the ending for one."""
        endings = self.lexicon.words("object_endings")
        met = [n for n in person.names if n.words[-1] == word] if endings else []
        if not any(self.lexicon.begins("receiving").match(self.words.lowered, n.end + 1) for n in met):
            return None
        plain = lower(word)  # as the endings are kept: "ı" is "i" there
        cut = [e for e in endings if plain.endswith(e) and len(word) - len(e) > 2]
        return word[: -len(max(cut, key=len))] if cut else None

    def _governs_nominative(self, name: Name) -> bool:
        """Whether a word stands behind a name before which names carry no ending ("… билан", "with")."""
        words = self.lexicon.words("nominative_before")
        following = self.words.index_at(name.end) if words else 0
        return bool(words) and any(t.lower in words for t in self.words.tokens[following : following + 1])
