"""Offices that go on with words of which the vocabulary knows nothing: "ректор Бухтинской мореходной академии X".

In languages with cases what an office is of stands behind its head, and the holder's name behind that, in the case of
the head. Whatever stands between, in one clause and with no verb, belongs to the office.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from .name_forms import Name
from .office import Office
from .phrases import Hit
from .tokens import Token, Words
from .wordlists import compiled

_LONGEST = 12
"""Words that may stand between a head and the name."""
_REACH = 140
_ROLES = ("official", "deputy", "speaker", "secretary_general", "minister", "foreign_minister")
_ELSEWHERE = ("encounter", "speech", "visits", "office", "attendance", "beside", "titles", "accompanied")
"""What stands in no such words."""


def with_tails(words: Words, offices: list[Office], names: list[Name]) -> dict[int, Office]:
    """The offices that go on so, by where their holders' names begin."""
    if not words.lexicon.data.get("name_declension"):
        return {}
    full = [name for name in names if len(name.words) > 1]
    starts = [name.start for name in full]
    found: dict[int, Office] = {}
    for office in offices:
        at = bisect_left(starts, office.end)
        if office.plural or office.role not in _ROLES or at == len(full) or starts[at] - office.end > _REACH:
            continue
        if office.organization is None and starts[at] - office.end > 1 and _tail(words, office, full[at]):
            found[starts[at]] = _whole(words, office, starts[at])
    return found


def _tail(words: Words, office: Office, name: Name) -> bool:
    """Whether all between an office and a name is what the office is of."""
    between = [words.tokens[i] for i in words.between(office.end, name.start)]
    titles = words.inside("titles", office.end, name.start)
    if titles and words.plain[titles[-1].end : name.start].strip(" .") == "":
        between = [token for token in between if token.start < titles[-1].start]
    if not between or len(between) > _LONGEST or "\n" in words.plain[office.end : name.start]:
        return False
    first = between[between[0].lower in words.lexicon.words("office_joins") and len(between) > 1]
    return _leads(words, first) and all(_belongs(words, token) for token in between)


def _leads(words: Words, first: Token) -> bool:
    """Whether a word can open what an office is of, by its ending: one of the genitive or of what heads are over; with
    a capital one that no name has in the nominative."""
    if first.text.isupper() or first.lower in words.lexicon.words("tail_openings") or _known(words, first):
        return True
    before = words.tokens[words.index_at(first.start) - 1]
    if first.capital and before.lower in words.lexicon.words("settlements", "heads_of_places"):
        return True  # "глава города Вартов", "мэр Вартова"
    keys = ("tail_endings",) if first.capital else ("tail_endings", "small_tail_endings")
    return any(first.lower.endswith(words.lexicon.affixes(key)) for key in keys)


def _known(words: Words, token: Token) -> Hit | None:
    return next((h for k in ("organization", "institutions") if (h := words.covering(k, token.start))), None)


def _belongs(words: Words, token: Token) -> bool:
    """Whether a word can be part of what an office is of: no verb, no other office, no link to somebody else."""
    lexicon = words.lexicon
    if not token.word:
        return token.text == "-"
    if token.lower in lexicon.words("tail_links"):
        return True
    if len(token.text) < 3 and not token.text.isupper():
        return False
    verb = lexicon.data.get("finite_verb")
    if verb and not token.capital and compiled(str(verb)).fullmatch(token.lower):
        return False
    known = token.lower in lexicon.words("complements") or _known(words, token) is not None
    if not known and any(words.covering(kind, token.start) for kind in _ELSEWHERE):
        return False
    return token.lower not in lexicon.words("function_words", "with_links", "place_links", "office_links")


def _whole(words: Words, office: Office, end: int) -> Office:
    """An office with all the words up to the holder's name, and whom it serves by these."""
    titles = words.inside("titles", office.end, end)
    stop = titles[-1].start if titles and words.plain[titles[-1].end : end].strip(" .") == "" else end
    tail = " ".join(words.plain[office.end : stop].split())
    body = next(iter(words.inside("organization", office.end, stop)), None)
    abroad = words.lexicon.words("place_links")
    states = [h for h in words.inside("country", office.end, stop) if h.value[1] in ("name", "long")]
    own = [h for h in states if words.tokens[words.index_at(h.start) - 1].lower not in abroad]
    country = office.country or (str(own[0].value[0]) if own and not body else None)
    organization = str(body.value) if body and not office.country else None
    gap = "" if tail.startswith("-") else " "  # "глава города-побратима …"
    return replace(office, end=end, text=f"{office.text}{gap}{tail}", country=country, organization=organization)
