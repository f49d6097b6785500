"""Names and offices put back into the nominative, in languages whose names change like nouns and adjectives.

The lexicon tells by patterns (`name_declension`) how words of each gender look in each case. The words of one name
agree: the gender and case that explain most of them are taken, and each word is put into the nominative by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from .lexicon import Lexicon
from .phrases import lower
from .wordlists import compiled

Reading = tuple[int, tuple[str, ...], str]
"""How well a gender and a case explain a name, its words in the nominative, the gender."""
Table = dict[str, dict[str, list[list[Any]]]]
"""Rules by gender and case."""
_GAP = re.compile(r"[ \n-]+")
_SYLLABLE = 5
_NUMERAL = re.compile(r"[IVX]+")
_KEPT = 8192
"""Names and heads of offices whose nominatives are kept: the same come again in one text and the next."""


@lru_cache(maxsize=_KEPT)
def nominative_name(
    words: tuple[str, ...], lexicon: Lexicon, gender: str | None = None, cases: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """A name that stands in an oblique case (one of `cases`, if they are known), in the nominative."""
    small = lexicon.words("particles")
    said = tuple(w for w in words if w.lower() not in small and not _NUMERAL.fullmatch(w))  # "van", "bin", "VI"
    readings = list(_readings(said, lexicon, gender, cases)) if said else []
    best = max(readings, key=lambda r: r[0], default=(0, words, ""))
    declined = iter(best[1])
    return tuple(next(declined) if w in said else w for w in words) if best[0] > 0 else words


def _readings(words: tuple[str, ...], lexicon: Lexicon, only: str | None, told: frozenset[str]) -> Iterator[Reading]:
    table: Table = lexicon.table("name_declension")
    plain = words[-1].endswith(lexicon.affixes("plain_case_endings"))  # no nominative ends so
    open_ends, fixed = lexicon.affixes("open_ends"), lexicon.table("fixed_ends")
    for gender, cases in table.items():
        if only and gender != only:
            continue
        for case, rules in ((c, r) for c, r in cases.items() if not told or c in told):
            read = [_word(word, rules) for word in words]
            if words[-1].endswith(tuple(fixed.get(gender, {}).get(case, ()))):
                read[-1] = (0, words[-1])  # a given name may change so ("Никиту"); men's foreign family names end so
            given = len(words) > 1 and "." not in words[0]
            if given and not plain and not read[0][0] and read[-1][0] == 1 and read[-1][1].endswith(open_ends):
                read[-1] = (0, words[-1])  # a foreign family name alone does not show that it is declined
            rigid = _syllables(words[:-1]) and not any(s for s, _w in read[:-1])
            score = (
                read[-1][0]
                if rigid
                else sum(
                    s if s else _undeclined(word, gender, lexicon) * (not _inner(n, words, read))
                    for n, ((s, _w), word) in enumerate(zip(read, words, strict=True))
                )
            )
            yield score, tuple(w for _s, w in read), gender


def _word(word: str, rules: list[list[Any]]) -> tuple[int, str]:
    """A word by the first rule that fits (a rule's third item is its weight); the halves of double words each."""
    if "." in word:
        return 0, word
    if "-" in word:
        halves = [_word(half, rules) for half in word.split("-")]
        if halves[-1][0] == 1:  # "Касым-Жомартом": beside a noun's ending the first half has no adjective's
            halves = [(s, w) if s < 2 else (0, half) for (s, w), half in zip(halves, word.split("-"), strict=True)]
        return max(s for s, _w in halves), "-".join(w for _s, w in halves)
    for pattern, form, *weight in rules:
        if compiled(pattern).search(word) and len(word) > 2:
            return int((weight or [1])[0]), compiled(pattern).sub(form, word)
    return 0, word


def _inner(n: int, words: tuple[str, ...], read: list[tuple[int, str]]) -> bool:
    """Whether a short word stands between two that change ("Имраном Шах Ханом")."""
    return 0 < n < len(words) - 1 and len(words[n]) <= _SYLLABLE and bool(read[0][0] and read[-1][0])


def _syllables(words: tuple[str, ...]) -> bool:
    """Whether all but the last word of a name are syllables, as in names of East Asia: the last alone changes."""
    return len(words) > 1 and all(len(word) <= _SYLLABLE for word in words)


def _undeclined(word: str, gender: str, lexicon: Lexicon) -> int:
    """What speaks against a gender when a word does not change: men's consonants and women's "-a" would."""
    if "." in word or len(word) < 3:
        return 0
    return -2 if word.endswith(lexicon.affixes("closed_ends" if gender == "he" else "open_ends")) else 0


def told_gender(surnames: Iterable[str], lexicon: Lexicon) -> str | None:
    """The gender that one of the forms of a family name leaves no doubt of."""
    for surname in surnames:
        for gender, patterns in lexicon.table("surname_genders").items():
            if any(compiled(p).search(surname) for p in patterns):
                return str(gender)
    return None


@lru_cache(maxsize=_KEPT)
def surely_oblique(surname: str, gender: str | None, lexicon: Lexicon) -> bool:
    """Whether a form of a family name is never a nominative: in itself, or where its holder is a man."""
    forms = lexicon.table("oblique_surnames")
    patterns = [*forms.get("any", ()), *(forms.get(gender or "", ()))]
    return any(compiled(p).search(surname) for p in patterns)


def plainly_oblique(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether all words carry the endings of one of the cases in which hardly any name ends by itself."""
    cases = lexicon.words("plain_cases")
    read = nominative_name(words, lexicon, cases=cases) if cases else words
    return all(a != b for a, b in zip(words, read, strict=True))


def governed(before: str, lexicon: Lexicon) -> frozenset[str]:
    """The cases in which a name stands behind a word: a preposition, a noun, the head of an office."""
    for ending, cases in lexicon.table("governed_cases").items():
        if before == ending or (ending.startswith("-") and before.endswith(ending[1:])):
            return frozenset(cases)
    return frozenset()


@cache
def _longest_first(forms: frozenset[str], lexicon: Lexicon) -> list[tuple[list[str], list[str]]]:
    """The words of each form, and their stems."""
    words = [_GAP.split(form) for form in sorted(forms, key=lambda f: (-len(f), f))]
    return [(parts, list(map(lexicon.inflection.stem, parts))) for parts in words]


@lru_cache(maxsize=_KEPT)
def nominative_head(head: str, forms: frozenset[str], lexicon: Lexicon) -> str:
    """The head of an office as in a dictionary: the vocabulary's form with the text's capitals."""
    irregular = lexicon.table("head_cases")
    parts = _GAP.split(head)
    said = [str(irregular.get(lower(w), lower(w))) for w in parts]
    for words, stems in _longest_first(forms, lexicon):
        if len(words) == len(parts) and all(map(str.startswith, said, stems)):
            gaps = [*_GAP.findall(head), ""]
            return "".join(_shaped(w, like) + gap for like, w, gap in zip(parts, words, gaps, strict=True))
    return head


def _shaped(word: str, like: str) -> str:
    """A word with the capitals and the apostrophes of another form of it."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    shared = next(
        (n for n, (a, b) in enumerate(zip(word, lower(like), strict=False)) if a != b), min(len(word), len(like))
    )
    return like[:shared] + word[shared:] if shared else (word.capitalize() if like[0].isupper() else word)


def nominative_adjectives(before: str, lexicon: Lexicon) -> str:
    """The words before a head, adjectives in the nominative."""
    rules = lexicon.data.get("adjective_cases") or []
    return re.sub(r"[^\W\d_]+(?:-[^\W\d_]+)*", lambda m: _word_by(m[0], rules), before)


def _word_by(word: str, rules: list[list[str]]) -> str:
    for pattern, form in rules:
        if compiled(pattern).search(word):
            return compiled(pattern).sub(form, word)
    return word
