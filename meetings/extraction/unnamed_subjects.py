"""Somebody without a name who speaks: "a Western diplomat said", and "the diplomat" and "he" further on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .phrases import Hit
from .tokens import Words

_BEFORE = 6000
"""Characters before a place in which somebody without a name is spoken of for the first time."""
_WORD = r"[^\W\d_]+(?:[-’'.][^\W\d_]+)*"
_LEADING = re.compile(rf"(?<![^\W_])(?:{_WORD} ){{1,4}}$")
_FOLLOWING = re.compile(rf" (?:{_WORD} ?){{1,4}}")
_REACH = 60


def told_before(words: Words, at: int, noun: str) -> bool:
    """Whether "the official" is the one of whom the text said "an official" before."""
    shape = rf"(?<!\w){{words}} (?:[^\W\d_][\w’'.-]* ){{0,4}}{re.escape(noun)}(?!\w)"
    opening = words.lexicon.shaped("indefinite", shape)
    return opening.search(words.lowered, max(0, at - _BEFORE), at) is not None


def unnamed_speaker(words: Words, verbs: Iterable[Hit], floor: int) -> int | None:
    """Where the words end that somebody without a name is called by right before or right behind a verb of speech."""
    if not words.lexicon.words("unnamed_persons"):
        return None
    for verb in verbs:
        before = _LEADING.search(words.lowered, max(floor, verb.start - _REACH), verb.start)
        behind = _FOLLOWING.match(words.lowered, verb.end, verb.end + _REACH)
        for part in (before, behind):
            end = _called(words, part, floor) if part else None
            if end is not None and (part is behind or end + 1 == verb.start):
                return end
    return None


def _called(words: Words, part: re.Match[str], floor: int) -> int | None:
    """The end of an article and a noun for somebody without a name; with "the", one whom the text spoke of before."""
    found = list(re.finditer(_WORD, part[0]))
    first, again = words.lexicon.words("indefinite"), words.lexicon.words("definite")
    nouns = words.lexicon.words("unnamed_persons")
    leads = [n for n, w in enumerate(found) if w[0] in first | again]
    noun = next((w for w in found[leads[0] + 1 :] if w[0] in nouns), None) if leads else None
    if noun is None or (found[leads[0]][0] in again and not told_before(words, floor, noun[0])):
        return None
    return part.start() + noun.end()
