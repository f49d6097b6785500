"""Offices whose head says that it is somebody's or something's, in languages that put the owner before it.

"Энергетика вазири" is "the minister of energy", to the letter "energy its-minister": whatever stands right before such
a head belongs to it, also words that no vocabulary has.
"""

from __future__ import annotations

from functools import cache

from .lexicon import Lexicon
from .phrases import Hit, lower
from .tokens import Token, Words

_LONGEST = 6
"""Words that may stand before such a head."""
_TO_STATE = 6
"""Words with capitals that may stand between a state and a head ("Ghana's Supreme Court its-president")."""
_CHAIN = 16
"""Words that may stand between a state and a head that the last of them owns."""
_TOLD = ("encounter", "speech", "visits", "attendance", "office", "titles", "agency", "parties_nouns", "place")


def possessed(words: Words, hit: Hit) -> bool:
    """Whether the head of an office carries the ending that says that it is owned."""
    endings = words.lexicon.words("possessive_endings")
    head = words.lowered[hit.start : hit.stem_end].split()[-1] if endings else ""
    return any(head.endswith(e) and head[: -len(e)] in words.lexicon.forms_of("offices") for e in endings)


def owner_word(words: Words, hit: Hit, token: Token) -> bool:
    """Whether a word before a possessed head belongs to what owns it."""
    joined = token.lower in words.lexicon.words("office_joins") and _joins_names(words, token)
    if len(words.between(token.start, hit.start)) > _LONGEST or not (joined or _noun(words, token)):
        return False
    if words.inside("country", token.end, hit.start) or words.inside("organization", token.end, hit.start):
        return False  # nothing stands before the state
    if token.capital or joined:
        return _behind_state(words, token)
    return not words.plain[hit.start].isupper()  # what owns an office with a capital has one itself


def chain_start(words: Words, hit: Hit, start: int, floor: int) -> int:
    """Where the words begin that own an office, when a state or a body opens them: "of the Union's external service's
    Asian department its-head" ("Одақтың сыртқы қызметінің Азия басқармасының басшысы"). Else `start`."""
    at, beside = words.index_at(start) - 1, words.index_at(hit.start) - 1
    owners = words.lexicon.affixes("genitive_endings")
    if at < 0 or not owners or not words.tokens[beside].lower.endswith(owners):
        return start
    for n, token in enumerate(reversed(words.tokens[max(0, at + 1 - _CHAIN) : at + 1])):
        behind = words.tokens[at - n + 1]
        opens = words.covering("organization", token.start) or words.covering("country", token.start)
        if token.start < floor or "\n" in words.plain[token.end : behind.start]:
            return start
        if opens:
            return opens.start if _owns(words, opens) else start
        if token.text != "," and not _inside_chain(words, token):
            return start
    return start


def _inside_chain(words: Words, token: Token) -> bool:
    """Whether a word can stand among others that own one another: any but a verb and what tells of it."""
    if token.lower in words.lexicon.words("matter_postpositions", "office_prefixes"):
        return True
    told = any(words.covering(kind, token.start) for kind in _TOLD)
    return token.word and not told and not token.lower.endswith(words.lexicon.affixes("never_owners"))


def _owns(words: Words, owner: Hit) -> bool:
    """Whether a state or a body stands as it does before what it owns: without an ending, or in the genitive."""
    ending = words.lowered[owner.stem_end : owner.end]
    return not ending or ending.startswith(words.lexicon.affixes("genitive_endings"))


def _joins_names(words: Words, token: Token) -> bool:
    """Whether "and" stands between two words with capitals ("South and Central Asia")."""
    at = words.index_at(token.start)
    return all(t.word and t.capital for t in words.tokens[max(at - 1, 0) : at + 2 : 2])


def _owning_office(words: Words, token: Token) -> bool:
    """Whether an office in the case of an owner ends here ("Secretary of State's …")."""
    office = words.covering("office", token.start)
    endings = words.lexicon.affixes("genitive_endings")
    return office is not None and bool(endings) and words.lowered[office.start : office.end].endswith(endings)


def _noun(words: Words, token: Token) -> bool:
    """Whether a word can be a noun or an adjective that owns, by its ending and by what else it may mean."""
    lexicon = words.lexicon
    if len(token.text) < 3 or not token.text.replace("-", "").replace("'", "").isalpha():
        return False
    if token.lower in lexicon.words("function_words") or _common(lexicon, token):
        return False
    if token.lower.endswith(lexicon.affixes("never_owners")):
        return False
    if lexicon.begins("delegations").match(words.lowered, token.start):
        return False  # "Ghana's delegation foreign minister Bell led": the office is not the delegation's
    return not any(words.covering(kind, token.start) for kind in _TOLD)


def _common(lexicon: Lexicon, token: Token) -> bool:
    return not token.capital and token.lower in lexicon.words("common")


def _behind_state(words: Words, token: Token) -> bool:
    """Whether a state stands before a word, nothing but words of one name between ("Ghana Supreme Court …")."""
    at = words.index_at(token.start)
    for before in reversed(words.tokens[max(0, at - _TO_STATE) : at]):
        state = words.covering("country", before.start)
        if words.covering("organization", before.start) or _owning_office(words, before):
            return True
        if before.lower in words.lexicon.words("office_joins") and _joins_names(words, before):
            continue
        if state:
            if state.value[1] not in ("name", "long"):
                return False
            endings = words.lexicon.affixes("genitive_endings")
            return state.stem_end == state.end or words.lowered[state.stem_end : state.end].startswith(endings)
        if not before.word or not _noun(words, before) or "\n" in words.plain[before.end : token.start]:
            return False
    return False


@cache
def _as_written(lexicon: Lexicon, role: str) -> dict[str, str]:
    """The names of one kind of office by their lower case."""
    return {lower(str(form)): str(form) for form in lexicon.table("offices").get(role, ())}


def plural_head(words: Words, hit: Hit, ending: str) -> str:
    """What a plural head ends in as one of several: "вазир-лари", the ministers of both, is each one's "вазир-и"."""
    head = words.lowered[hit.start : hit.stem_end]
    forms = _as_written(words.lexicon, str(hit.value))
    endings = sorted(words.lexicon.words("possessive_endings"), key=len)
    owned = [e for e in endings if head + e in forms and lower(ending).endswith(e[-1:])]
    return forms[head + owned[0]][-len(owned[0]) :] if owned else ""  # as written: "ı" is no "i"
