"""The state beside "colleague" or "counterpart", where the name does not follow right behind it."""

from __future__ import annotations

import re

from .phrases import Hit
from .tokens import Words

_REACH = 40
"""Characters behind a name in which an apposition begins."""
_DESCRIBED = 4
"""Words that say whose colleague somebody is, where no state is named."""
_GAP = re.compile(r"[ ,،]*\Z")
"""What may stand between a state and a name."""


def colleague_and_state(words: Words, start: int) -> tuple[Hit, Hit] | None:
    """ "Son homologue norvégien X", "her colleague from Ghana, X": the noun and the state before a name that begins at
    a place."""
    end = start - len(_GAP.search(words.plain, max(0, start - 3), start)[0])  # type: ignore[index]
    state = words.covering("country", end - 1) if end else None
    if not state or state.end != end:
        return None
    small = _small(words)
    for noun in words.inside("parties_nouns", max(0, state.start - 24), state.start):
        if small.issuperset(words.lowered[noun.end : state.start].split()):
            return noun, state
    return None


def _small(words: Words) -> frozenset[str]:
    """What may stand between the noun and a state behind it."""
    keys = ("office_links", "genitive_links", "state_origins", "articles")
    return frozenset().union(*map(words.lexicon.words, keys))


def described(words: Words, start: int) -> bool:
    """ "Su homólogo de esta hermana nación, X": whether small words behind the noun and a comma lead to the name that
    begins at a place."""
    if words.plain[max(0, start - 2) : start] != ", " or not words.lexicon.data.get("adjectives_follow"):
        return False
    nouns = words.inside("parties_nouns", max(0, start - _REACH), start)
    said = words.plain[nouns[-1].end : start - 2] if nouns else ""
    first, *rest = said.split() or [""]
    links = words.lexicon.words("genitive_links")
    return first in links and 0 < len(rest) <= _DESCRIBED and all(word.islower() and word.isalpha() for word in rest)


def state_of_apposition(words: Words, end: int) -> str | None:
    """ "X, her Nigerian counterpart", "X, son homologue du Nigeria": said of the name that ends here."""
    lexicon = words.lexicon
    if words.plain[end : end + 2] != ", ":
        return None
    noun = next(iter(words.inside("parties_nouns", end, end + _REACH)), None)
    if noun is None:
        return None
    before = words.inside("country", end, noun.start)
    gap = words.lowered[end + 2 : noun.start]
    for hit in before:
        gap = gap.replace(words.lowered[hit.start : hit.end], "")
    if not lexicon.words("possessives").issuperset(gap.split()):
        return None
    if lexicon.data.get("subject_bare") and words.plain[noun.end : noun.end + 1] not in (",", "."):
        return None  # "X, Nigerian colleague with met": the colleague is somebody else
    state = before[0] if before else _behind(words, noun)
    closed = state is not None and not _named_next(words, max(noun.end, state.end))
    return str(state.value[0]) if state and closed else None


def _behind(words: Words, noun: Hit) -> Hit | None:
    states = words.inside("country", noun.end, noun.end + 24)
    return states[0] if states and _small(words).issuperset(words.lowered[noun.end : states[0].start].split()) else None


def _named_next(words: Words, at: int) -> bool:
    """Whether a name follows, which is then the colleague's."""
    return re.match(r",? (?=[^\W\d_a-zß-öø-ÿ])\w", words.plain[at : at + 4]) is not None


def state_of_next(words: Words, start: int, previous: int) -> str | None:
    """ "his counterparts of Ghana, X, and of Chile, Y": the state before Y, which begins at `start`, where nothing else
    stands between X, which ends at `previous`, and Y."""
    states = words.inside("country", previous, start)
    if len(states) != 1 or words.plain[states[0].end : start] != ", ":
        return None
    lexicon = words.lexicon
    small = lexicon.words("office_joins", "genitive_links", "articles")
    said = re.findall(r"[^\W\d_]+[’']?", words.lowered[previous : states[0].start])
    return str(states[0].value[0]) if small.issuperset(said) else None


def with_colleague(words: Words, end: int) -> bool:
    """ "X and his counterpart …": whether the name that ends here has a colleague."""
    noun = next(iter(words.inside("parties_nouns", end, end + _REACH)), None)
    said = words.lowered[end : noun.start].split() if noun else []
    lexicon = words.lexicon
    return len(said) == 2 and said[0] in lexicon.words("office_joins") and said[1] in lexicon.words("possessives")
