"""Two names side by side: "Ruiz Holm'la görüştü". Where the verb stands last, nothing stands between who met whom."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache

from .alike import same_word
from .cases import fold, nominative
from .declension import nominative_name, plainly_oblique, surely_oblique
from .lexicon import Lexicon, load
from .name_forms import Name, initials
from .owners import in_genitive
from .phrases import lower
from .tokens import Words

Run = tuple[str, ...]
"""The words of a name."""


def told_apart(words: Words, names: list[Name]) -> list[Name]:
    """The names, those cut in two that are two other names of the text in a row."""
    data = words.lexicon.data
    if not (data.get("subject_bare") or data.get("name_declension") or data.get("noun_capitals")):
        return names
    families: dict[str, list[Run]] = defaultdict(list)
    runs = list(dict.fromkeys(name.words for name in names))
    for run in runs:
        families[fold(run[-1])[:3]].append(run)
    cuts = {run: _cut(run, families, words.lexicon) for run in runs}
    owners = {run for run in runs if not cuts[run] and _owned(run, families, words.lexicon)}
    found: list[Name] = []
    for name in names:
        cut = cuts[name.words] or (data.get("noun_capitals") and _noun_beside(words, name, families))
        parts = _halves(name, cut, words.plain) if cut else [name]
        if name.words in owners:
            owner, *rest = _halves(name, 1, words.plain)
            parts = [owner, *(replace(n, titled=True) for n in rest)]
        if _calling(name, words.lexicon) and len(parts) == 2:
            parts = [replace(parts[1], titled=True)]
        found += parts
    return found


def _calling(name: Name, lexicon: Lexicon) -> bool:
    """Whether a name begins with a noun for what somebody is ("Programmchef Omar Bell")."""
    nouns = lexicon.affixes("person_noun_endings")
    return bool(nouns) and len(name.words) > 1 and name.words[0].lower().endswith(nouns)


def _noun_beside(words: Words, name: Name, families: dict[str, list[Run]]) -> int:
    """Where a noun with its capital stands beside a family name that the text has elsewhere: "den Auftritt Bells",
    "Omar Bell Empörung", "Anna Bells Wunsch"."""
    run, nouns = name.words, words.lexicon.affixes("common_endings")
    if _calling(name, words.lexicon):
        return 1
    bearing = lambda family: [r for r in families.get(fold(family)[:3], ()) if r[-1] == family and r != run]  # noqa: E731
    if len(run) > 2 and run[-1].lower().endswith(nouns) and bearing(run[-2]):
        return len(run) - 1
    named = any(len(r) > 1 for r in bearing(run[-1]))
    if len(run) > 1 and run[-2].endswith("s") and bearing(run[-2][:-1]) and not named:
        return len(run) - 1  # "Anna Bells Wunsch"
    known = [*bearing(run[-1]), *bearing(run[-1].removesuffix("s"))]
    full = len(run) > 2 or any(len(r) > 1 and run[0] not in r for r in known)
    return 1 if len(run) > 1 and _behind_article(words, name) and not name.titled and full else 0


def _behind_article(words: Words, name: Name) -> bool:
    """Whether an article stands before a name, or an article and one small word: "den nächtlichen Auftritt Bells"."""
    at = words.index_at(name.start)
    beside = [t for t in reversed(words.tokens[max(0, at - 2) : at]) if t.word]
    near = beside[1:] if beside and not beside[0].capital and beside[0].end + 1 == name.start else []
    return any(t.lower in words.lexicon.words("articles") for t in (*beside[:1], *near))


def _cut(run: Run, families: dict[str, list[Run]], lexicon: Lexicon) -> int:
    """How many words belong to the first of two names; 0 if it is one."""
    kin = lexicon.words("kin_particles")
    for cut in range(1, len(run)):
        if kin.intersection((lower(run[cut - 1]), lower(run[cut]))):
            continue  # "Tarik bin Marwan Al Rashdan": what such a word joins is one name
        first = _bearers(run, run[:cut], families, lexicon)
        second = _bearers(run, run[cut:], families, lexicon) if first else []
        if first and second and not set(first) & set(second):
            return cut
    if len(run) == 4 and _surname(run[1], lexicon) and _surname(run[3], lexicon):
        return 2
    if len(run) == 4 and in_genitive(run[:2], lexicon) and not in_genitive(run[2:], lexicon):
        return 2
    if len(run) == 4 and _surname(run[3], lexicon) and _case_ends(run, lexicon):
        return 2
    if len(run) == 2 and _bearers(run, run[:1], families, lexicon) and run[1:] in families.get(fold(run[1])[:3], ()):
        return 1  # "Omar Bell … Dia … Bell Dia": a family name, and what somebody else is called alone
    return 2 if _known_before_another(run, families, lexicon) else 0


def _case_ends(run: Run, lexicon: Lexicon) -> bool:
    """ "с Карамом Дуваби Анна Ломова …": a given name in a plain case, whose family name takes no endings, before words
    of which none stands in that case."""
    plain = [plainly_oblique((word,), lexicon) for word in run]
    return plain[0] and not any(plain[1:])


def _known_before_another(run: Run, families: dict[str, list[Run]], lexicon: Lexicon) -> bool:
    """ "Omar Zavarov Mekke's …": a name and a family name that the text has by themselves, where what somebody acts on
    stands right behind them."""
    if len(run) < 3 or not lexicon.data.get("subject_bare") or not _surname(run[1], lexicon):
        return False
    if lower(run[2]).endswith(lexicon.affixes("patronymic_endings")) or initials(run[2]):
        return False
    return run[:2] in families.get(fold(run[1])[:3], ())


def _owned(run: Run, families: dict[str, list[Run]], lexicon: Lexicon) -> bool:
    """ "The spokesman of-Zavarov Omar Below": whether a family name in the genitive that the text has elsewhere stands
    before another full name."""
    if len(run) < 3 or not lexicon.data.get("name_declension") or nominative_name(run[:1], lexicon) == run[:1]:
        return False
    if run[-1].lower().endswith(lexicon.affixes("patronymic_endings")) or surely_oblique(run[-1], None, lexicon):
        return False
    held = [other for other in families.get(fold(run[0])[:3], ()) if same_word(other[-1], run[0], lexicon.inflection)]
    apart = [other for other in held if other != run and not set(map(fold, other)) & set(map(fold, run[1:]))]
    return bool(apart)


def _surname(word: str, lexicon: Lexicon) -> bool:
    """Whether a word has the shape of a family name, not of a father's: then the next word begins another name."""
    bare = fold(nominative(word, lexicon))
    families, fathers = _ends(lexicon.tag, "surname_endings"), _ends(lexicon.tag, "patronymic_endings")
    return len(bare) > 4 and bare.endswith(families) and not bare.endswith(fathers)


@cache
def _ends(tag: str, key: str) -> tuple[str, ...]:
    """The endings of a list without case and accents."""
    return tuple(fold(ending) for ending in load(tag).words(key))


def _bearers(run: Run, part: Run, families: dict[str, list[Run]], lexicon: Lexicon) -> list[Run]:
    """Other names of the text that end in the same family name and hold all words of a part."""
    alike = lambda a, b: same_word(a, b, lexicon.inflection)  # noqa: E731
    return [
        other
        for other in families.get(fold(part[-1])[:3], ())
        if other != run
        and len(other) > 1
        and alike(other[-1], part[-1])
        and all(initials(w) or any(alike(w, o) for o in other) for w in part)
        and not all(any(alike(w, o) for o in other) for w in run)
    ]


def _halves(name: Name, cut: int, plain: str) -> list[Name]:
    left = re.match(r"\W*".join(map(re.escape, name.words[:cut])), plain[name.start : name.end])
    if left is None:
        return [name]
    end = name.start + left.end()
    begin = end + len(plain[end : name.end]) - len(plain[end : name.end].lstrip())
    first = replace(name, end=end, words=name.words[:cut], possessive=False, ending="")
    return [first, replace(name, start=begin, words=name.words[cut:], titled=False)]
