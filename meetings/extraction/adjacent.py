"""Two names side by side: "Ruiz Holm'la görüştü". Where the verb stands last, who acts and whom they met meet in the middle."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from .alike import same_word
from .cases import fold
from .lexicon import Lexicon
from .names import Name
from .tokens import Words


def told_apart(words: Words, names: list[Name]) -> list[Name]:
    """The names, those cut in two that are two other names of the text in a row."""
    if not words.lexicon.data.get("subject_bare"):
        return names
    families: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if len(name.words) > 1:
            families[fold(name.words[-1])[:3]].append(name)
    found: list[Name] = []
    for name in names:
        cut = _cut(name, families, words.lexicon)
        found += _halves(name, cut, words.plain) if cut else [name]
    return found


def _cut(name: Name, families: dict[str, list[Name]], lexicon: Lexicon) -> int:
    """How many words belong to the first of two names; 0 if it is one."""
    for cut in range(1, len(name.words)):
        first = _bearers(name, name.words[:cut], families, lexicon)
        second = _bearers(name, name.words[cut:], families, lexicon)
        if first and second and not any(a.words == b.words for a in first for b in second):
            return cut
    return 0


def _bearers(
    name: Name, part: tuple[str, ...], families: dict[str, list[Name]], lexicon: Lexicon
) -> list[Name]:
    """Other names of the text that end in the same family name and hold all words of a part."""
    alike = lambda a, b: same_word(a, b, lexicon.inflection)  # noqa: E731
    return [
        other
        for other in families.get(fold(part[-1])[:3], ())
        if other.words != name.words
        and alike(other.words[-1], part[-1])
        and all(any(alike(w, o) for o in other.words) for w in part)
        and not all(any(alike(w, o) for o in other.words) for w in name.words)
    ]


def _halves(name: Name, cut: int, plain: str) -> list[Name]:
    left = re.match(r"\W*".join(map(re.escape, name.words[:cut])), plain[name.start : name.end])
    if left is None:
        return [name]
    end = name.start + left.end()
    begin = end + len(plain[end : name.end]) - len(plain[end : name.end].lstrip())
    first = replace(name, end=end, words=name.words[:cut], possessive=False, ending="")
    return [first, replace(name, start=begin, words=name.words[cut:], titled=False)]
