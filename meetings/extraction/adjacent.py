"""Two names side by side: "Ruiz Holm'la görüştü". Where the verb stands last, nothing stands between who met whom."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache

from .alike import same_word
from .cases import fold, nominative
from .lexicon import Lexicon, load
from .name_forms import Name, initials
from .tokens import Words

Run = tuple[str, ...]
"""The words of a name."""


def told_apart(words: Words, names: list[Name]) -> list[Name]:
    """The names, those cut in two that are two other names of the text in a row."""
    if not (words.lexicon.data.get("subject_bare") or words.lexicon.data.get("name_declension")):
        return names
    families: dict[str, list[Run]] = defaultdict(list)
    runs = list(dict.fromkeys(name.words for name in names))
    for run in runs:
        if len(run) > 1:
            families[fold(run[-1])[:3]].append(run)
    cuts = {run: _cut(run, families, words.lexicon) for run in runs}
    found: list[Name] = []
    for name in names:
        found += _halves(name, cuts[name.words], words.plain) if cuts[name.words] else [name]
    return found


def _cut(run: Run, families: dict[str, list[Run]], lexicon: Lexicon) -> int:
    """How many words belong to the first of two names; 0 if it is one."""
    for cut in range(1, len(run)):
        first = _bearers(run, run[:cut], families, lexicon)
        second = _bearers(run, run[cut:], families, lexicon) if first else []
        if first and second and not set(first) & set(second):
            return cut
    return 2 if len(run) == 4 and _surname(run[1], lexicon) and _surname(run[3], lexicon) else 0


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
