"""A query against the index: what each word may stand for, what has it, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Indel
from tantivy import FieldType, Occur, Query

from meetings.countries import names_by_code
from meetings.search.entries import KINDS
from meetings.search.stored import schema
from meetings.search.syntax import Query as Asked
from meetings.search.syntax import Term
from meetings.search.view import View
from meetings.search.words import all_folded, as_typed, fold, is_han, names, sounding, stem, written

MOST_PEOPLE = 1_000
"""Persons that one word may stand for, the best known first."""
ALIKE = 0.8
"""So alike are the sounds of two spellings of one name, whose consonants are the same."""
IN_TITLE, IN_QUOTES, AS_TYPED, TOOK_PART, NAMED = 3.0, 1.5, 1.0, 2.0, 0.5
"""What a hit is worth beside one in the body of a text."""
NESTED = 12
"""So many clauses that only count beside stand one in another."""
DATELESS = ("person", "country")


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that stand together, as they were typed, and whom else they may name."""

    words: tuple[str, ...]
    together: bool = False
    """They are wanted just so, one after the other."""
    stems: frozenset[str] = frozenset()
    people: frozenset[int] = frozenset()
    sounds: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


class Plan:
    """A query taken to one view of the index. `exactly`: only the letters that were typed."""

    def __init__(self, view: View, query: Asked, exactly: bool = False) -> None:
        self.view, self.query, self.exactly = view, query, exactly
        self.languages = sorted(view.beginning("languages", "", 100)) or [""]
        self._units: dict[Term, list[Unit]] = {}

    def units(self, term: Term) -> list[Unit]:
        """A term in words; Chinese characters that stand side by side are wanted side by side."""
        if term not in self._units:
            self._units[term] = list(self._read(term))
        return self._units[term]

    def _read(self, term: Term) -> Iterable[Unit]:
        found = written(term.text)
        if term.phrase and len(found) > 1:
            yield Unit(tuple(found), True, countries=self._countries(found))
            return
        for group in _side_by_side(found):
            yield self._unit(group)

    def _unit(self, group: list[str]) -> Unit:
        if self.exactly:
            return Unit(tuple(group), len(group) > 1)
        folded = all_folded(group)
        stems = frozenset(stem(folded[0], language) for language in self.languages) if len(folded) == 1 else frozenset()
        sounds = self._sounds("".join(group))
        people = frozenset(self._bearers([f"&{one}" for one in sounds])) if sounds else frozenset()
        if people and not self._is_name(people, stems):
            people, sounds = frozenset(), frozenset()
        return Unit(tuple(group), len(group) > 1, stems, people, sounds, self._countries(group))

    def _sounds(self, name: str) -> frozenset[str]:
        """The sounds of known names that are spellings of this one."""
        if len(fold(name)) < 2 or any(letter.isdigit() for letter in name):
            return frozenset()
        bones, _, own = sounding(name).partition(":")
        known = (mark.partition(":")[2] for mark in self.view.beginning("names", f"&{bones}:"))
        return frozenset(
            f"{bones}:{one}"
            for one in known
            if one == own or (len(bones) > 1 and Indel.normalized_similarity(one, own) >= ALIKE)
        )

    def _bearers(self, marks: Sequence[str]) -> list[int]:
        bearing = Query.term_set_query(schema(), "names", list(marks))
        return self.view.best(both(of_kind("person"), bearing), "person", MOST_PEOPLE)

    def _is_name(self, people: frozenset[int], stems: frozenset[str]) -> bool:
        """A word is a name where those who bear it are named in at least half of the texts that have the word."""
        if not stems:
            return True
        documents = of_kind("document")
        having = self.view.count(both(documents, any_of("body", (f"~{one}" for one in stems))), "document")
        return having == 0 or 2 * self.view.count(both(documents, one_of("people", people)), "document") >= having

    def _countries(self, group: Iterable[str]) -> frozenset[str]:
        return frozenset() if self.exactly else countries_named().get(" ".join(all_folded(group)), frozenset())

    def wanted(self, kind: str) -> Query:
        """What has all that is wanted. Its scores say how well."""
        clauses = [(Occur.Must, of_kind(kind))]
        for group in self.query.groups:
            if len(group) == 1 and group[0].without:
                clauses.append((Occur.MustNot, self._having(group[0], kind)))
            else:
                clauses.append((Occur.Must, either([self._alternative(term, kind) for term in group])))
        if self.query.in_quotes and kind in DATELESS:
            return Query.empty_query()
        if self.query.before or self.query.after:
            clauses.append((Occur.Must, self._dated(kind)))
        return Query.boolean_query(clauses)

    def ranked(self, kind: str) -> Query:
        """The same, and what counts beside.

        One clause around the other, the engine looks at each hit for them; side by side it looks up all that have any
        of them, which is quicker where hits are many, as with OR.
        """
        worth = [one for term in self.query.words for unit in self.units(term) for one in self._worth(unit)]
        nested = 0 if any(len(group) > 1 for group in self.query.groups) else NESTED
        query = self.wanted(kind)
        for one in worth[:nested]:
            query = Query.boolean_query([(Occur.Must, query), (Occur.Should, one)])
        return Query.boolean_query([(Occur.Must, query), *((Occur.Should, one) for one in worth[nested:])])

    def _alternative(self, term: Term, kind: str) -> Query:
        having = self._having(term, kind)
        return without(having) if term.without else having

    def _having(self, term: Term, kind: str) -> Query:
        if term.field:
            return silent(self._field(term, kind))
        zone = "said" if self.query.in_quotes else "exact" if self.exactly else "body"
        parts = [self._found(unit, zone) for unit in self.units(term)]
        return both(*parts) if parts else Query.all_query()

    def _found(self, unit: Unit, zone: str) -> Query:
        if zone == "exact":
            return in_order(zone, list(map(as_typed, unit.words)))
        words = all_folded(unit.words)
        if not words:
            return Query.all_query()
        text = in_order(zone, words) if unit.together else any_of(zone, (f"~{one}" for one in unit.stems))
        named = {"people": unit.people, "countries": unit.countries} if zone == "body" else {}
        others = (one_of(field, values) for field, values in named.items() if values)
        return either([text, *(Query.const_score_query(one, NAMED) for one in others)])

    def _worth(self, unit: Unit) -> Iterable[Query]:
        words, typed = all_folded(unit.words), list(map(as_typed, unit.words))
        if not words:
            return
        yield Query.boost_query(in_order("exact", typed), AS_TYPED)
        for zone, worth in (("title", IN_TITLE), ("said", IN_QUOTES)):
            text = in_order(zone, words) if not unit.stems else any_of(zone, (f"~{one}" for one in unit.stems))
            yield Query.boost_query(text, worth)
        if unit.people:
            yield Query.const_score_query(one_of("parties", unit.people), TOOK_PART)
        if unit.countries:
            yield Query.const_score_query(one_of("states", unit.countries), TOOK_PART)

    def _field(self, term: Term, kind: str) -> Query:
        """Whose words, meeting or state it is."""
        if term.field == "country":
            codes = self._states(term.text)
            return one_of("speakers", self._nationals(codes)) if kind == "quote" else one_of("states", codes)
        return one_of("speakers" if term.field == "speaker" else "parties", self._named(term.text))

    def _named(self, name: str) -> set[int]:
        """Persons who bear all words of a name, in any spelling; with `exactly`, in this one."""
        bearers: list[set[int]] = []
        for word in names(name):
            sounds = [f"={fold(word)}"] if self.exactly else [f"={fold(word)}", *(f"&{s}" for s in self._sounds(word))]
            bearers.append(set(self._bearers(sounds)))
        return set.intersection(*bearers) if bearers else set()

    def _states(self, name: str) -> set[str]:
        """States by code, by name, or by the beginning of a name."""
        wanted = " ".join(all_folded(written(name)))
        if len(name) == 2 and name.upper() in names_by_code():
            return {name.upper()}
        exact = countries_named().get(wanted)
        return set(
            exact or {one for full, codes in countries_named().items() if full.startswith(wanted) for one in codes}
        )

    def _nationals(self, codes: set[str]) -> Iterable[int]:
        return self.view.ids(both(of_kind("person"), one_of("states", codes)), "person")

    def _dated(self, kind: str) -> Query:
        if kind in DATELESS:
            return Query.empty_query()
        since, until = self.query.since or 1, self.query.until or 99_999_999
        if since >= until:
            return Query.empty_query()
        return silent(Query.range_query(schema(), "date", FieldType.Unsigned, since, until - 1))


def _side_by_side(found: list[str]) -> list[list[str]]:
    """Words one by one; Chinese characters together."""
    groups: list[list[str]] = []
    for word in found:
        if groups and is_han(word) and is_han(groups[-1][-1]):
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


@cache
def countries_named() -> dict[str, frozenset[str]]:
    """States by their folded names in all languages."""
    found: dict[str, frozenset[str]] = {}
    for code, known in names_by_code().items():
        for name in known:
            folded = " ".join(all_folded(written(name)))
            found[folded] = found.get(folded, frozenset()) | {code}
    return found


def of_kind(kind: str) -> Query:
    assert kind in KINDS
    return silent(Query.term_query(schema(), "kind", kind))


def silent(query: Query) -> Query:
    """It is wanted, and says nothing of how well."""
    return Query.const_score_query(query, 0.0)


def one_of(field: str, values: Iterable[object]) -> Query:
    return Query.term_set_query(schema(), field, [str(value) for value in values])


def any_of(field: str, words: Iterable[str]) -> Query:
    return either([Query.term_query(schema(), field, word, "freq") for word in words])


def in_order(field: str, words: list[str]) -> Query:
    if len(words) == 1:
        return Query.term_query(schema(), field, words[0], "freq")
    return Query.phrase_query(schema(), field, list(words))


def either(queries: list[Query]) -> Query:
    """As good as the best of them."""
    if not queries:
        return Query.empty_query()
    return queries[0] if len(queries) == 1 else Query.disjunction_max_query(queries)


def both(*queries: Query) -> Query:
    return Query.boolean_query([(Occur.Must, one) for one in queries])


def without(query: Query) -> Query:
    return Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, query)])
