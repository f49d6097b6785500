"""Names of places and papers right beside a person's: "глава города Вартов Пётр Ломов", "мэр Вартова Пётр Ломов"."""

from __future__ import annotations

from itertools import takewhile

from .declension import plainly_oblique
from .lexicon import Lexicon
from .tokens import Token, Words

_FULL = 2
"""Words of a name with which a place before it is told apart."""


def place_leads(words: Words, run: list[int]) -> bool:
    """Whether the first word of what looks like one name is what the office before it is over, or the name of the
    town that a noun for one leads to."""
    tokens, lexicon = words.tokens, words.lexicon
    texts = [tokens[i].text for i in run]
    if len(run) <= _FULL or not run[0] or not lexicon.data.get("name_declension") or not _full(texts[1:], lexicon):
        return False
    before, first = tokens[run[0] - 1], tokens[run[0]]
    if before.end + 1 != first.start or len(first.text) <= _FULL:
        return False
    return before.lower in lexicon.words("settlements") or ruled(lexicon, before, first, texts[1:])


def outlet_ends(words: Words, run: list[int]) -> bool:
    """ "Nazir Omar Bell Dəniz telekanalında deyib": whether the last word of what looks like one name is what the noun
    behind it calls a channel or a paper."""
    if len(run) <= _FULL or not words.lexicon.data.get("subject_bare"):
        return False
    last = words.tokens[run[-1]]
    return words.lexicon.begins("outlets_behind").match(words.lowered, last.end + 1) is not None


def _full(rest: list[str], lexicon: Lexicon) -> bool:
    """Whether some words are a whole name by themselves, and no father's name tells that another belongs to it."""
    fathers = lexicon.affixes("patronymic_endings")
    own = [w.lower().endswith(fathers) for w in rest]
    return all(w.isalpha() or "-" in w for w in rest) and not own[0] and (len(rest) > _FULL or not own[-1])


def ruled(lexicon: Lexicon, before: Token, first: Token, rest: list[str]) -> bool:
    """Whether a word in the genitive stands between a head of something and a name in another case."""
    if before.lower not in lexicon.words("heads_of_places"):
        return False
    if first.lower.endswith(lexicon.affixes("genitive_towns")):
        return True
    closed = lexicon.affixes("closed_ends")
    another = all(w.endswith(closed) for w in takewhile(str.isalpha, rest)) or plainly_oblique(tuple(rest), lexicon)
    return first.lower.endswith(lexicon.affixes("owners_ends")) and another
