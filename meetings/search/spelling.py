"""Did you mean: unknown words spelt as those that are known, and names that begin as somebody types."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

from meetings.identity.letters import romanise
from meetings.search.matching import Plan, Unit, any_of, both, countries_named, of_kind, one_of
from meetings.search.syntax import Query, Term
from meetings.search.view import View
from meetings.search.words import FIRST_LETTERS, all_folded, fold, written

ALIKE = 0.7
"""So alike is a misspelt word to the one that was meant."""
SHORTEST = 4
MOST_WORDS = 50_000
"""Words of texts that are looked through, the commonest first."""
MOST_CORRECTED = 3
"""Words of a query: each costs a look through all that are known."""
OFFERED = 8


def corrected(plan: Plan, in_this_form: bool = False) -> Query | None:
    """The query with words that occur nowhere, or nowhere in this form, replaced by the most similar that do."""
    view, query = plan.view, plan.query
    unknown = [term for term in query.words if _is_unknown(plan, term, in_this_form)]
    unknown += [term for group in query.groups for term in group if _is_unknown_name(view, term)]
    names = _known_names(view) if unknown else {}
    for term in unknown[:MOST_CORRECTED]:
        if meant := _meant_name(view, term, names) if term.field else _meant(view, term, names):
            query = query.with_word(term.text, meant)
    return query if query != plan.query else None


def _is_unknown(plan: Plan, term: Term, in_this_form: bool) -> bool:
    if term.phrase or len(term.text) < SHORTEST:
        return False
    units = plan.units(term)
    return len(units) == 1 and not _is_known(plan.view, units[0], in_this_form)


def _is_unknown_name(view: View, term: Term) -> bool:
    word = fold(term.text)
    return term.field in ("speaker", "person") and len(word) >= SHORTEST and not _is_name(view, word)


def _meant(view: View, term: Term, names: dict[str, str]) -> str:
    word = fold(term.text)
    known = {one: one for one in view.beginning("body", word[:1], MOST_WORDS) if one[0] not in "~¶"} | names
    return next((known[one] for one in _nearest(word, known) if _is_there(view, one)), "")


def _meant_name(view: View, term: Term, names: dict[str, str]) -> str:
    return next((names[one] for one in _nearest(fold(term.text), names) if _is_name(view, one)), "")


def _is_there(view: View, word: str) -> bool:
    """The engine lists words of entries that are gone, too; these are not given out."""
    return view.count(any_of("body", [word])) > 0 or _is_name(view, word)


def _is_name(view: View, word: str) -> bool:
    """A word of a state's name, or of one of a person who is listed now."""
    return word in _words_of_states() or view.count(one_of("names", [f"={word}"])) > 0


def _is_known(view: View, unit: Unit, in_this_form: bool) -> bool:
    """A word that some text has, in some form. The first letters alone, which stand for a stem, are no word."""
    if unit.people or unit.countries or not unit.stems:
        return True
    word = fold(unit.words[0])
    stems = (f"~{one}" for one in unit.stems if one != word[:FIRST_LETTERS] and not in_this_form)
    return view.count(any_of("body", (word, *stems))) > 0


def _known_names(view: View) -> dict[str, str]:
    """Words of names as they may be shown, by their letters."""
    people = (mark[1:] for mark in view.beginning("names", "="))
    return {word: word.title() for word in (*people, *_words_of_states())}


@cache
def _words_of_states() -> frozenset[str]:
    return frozenset(word for name in countries_named() for word in name.split())


def _nearest(word: str, known: dict[str, str]) -> list[str]:
    """The known words most like it in Latin letters; of equals one of the same script, and of those a name, first."""
    plain = {one: romanise(one) for one in known}
    found = extract(
        romanise(word), plain, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=ALIKE, limit=10
    )
    found.sort(key=lambda one: (one[1], one[2].isascii() == word.isascii(), known[one[2]] != one[2]), reverse=True)
    return [one for _, _, one in found]


def people_beginning(view: View, words: str) -> list[int]:
    """Persons whose names have words that begin so, the best known first."""
    parts = [
        one_of("names", marks)
        for word in all_folded(written(words))
        if (marks := list(view.beginning("names", f"={word}", 200)))
    ]
    if not parts or len(parts) < len(all_folded(written(words))):
        return []
    return view.best(both(of_kind("person"), *parts), "person", OFFERED)


def meetings_beginning(view: View, words: str) -> list[int]:
    """Meetings that have these words in their titles; the last may be only begun."""
    *whole, last = all_folded(written(words)) or [""]
    if len(last) < 2:
        return []
    begun = list(view.beginning("title", last, 50))
    parts = [any_of("title", [one]) for one in whole] + [any_of("title", begun)]
    return view.best(both(of_kind("meeting"), *parts), "meeting", OFFERED)


def countries_beginning(words: str) -> list[str]:
    """Codes of states one of whose names begins so, in any language."""
    wanted = " ".join(all_folded(written(words)))
    found: Iterable[str] = (
        code
        for name, codes in countries_named().items()
        if wanted and name.startswith(wanted)
        for code in sorted(codes)
    )
    return list(dict.fromkeys(found))[:OFFERED]
