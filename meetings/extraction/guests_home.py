"""States of guests and of their hosts, which are not the publisher's: a headline that names one office-holder with a
state and another without is the latter's page, and nobody travels home without a state beside the office."""

from __future__ import annotations

import re
from functools import lru_cache

from .office import SOLE
from .phrases import Hit
from .tokens import Words

_NAMED = re.compile(
    r"(?:[’']s?)? (?:(?:Dr|Mr|Mrs|Ms)\.? )?(?P<name>[^\W\d_a-zß-öø-ÿ][\w’'.-]*"
    r"(?: (?:[^\W\d_a-zß-öø-ÿ][\w’'.-]*|(?!of|and|for|the|to|in|on|at|as)[a-z]{2,3}(?= [A-Z])))*)"
)
"""A name behind an office: words with capitals, a particle between them."""
_DESTINATION = re.compile(r"[^.,;:()\n]{1,45}")
"""What stands between a journey and where it goes."""
_OPENING = 2
"""Paragraphs that tell what a text is about."""
_OF_STATE = re.compile(r",? of (?:the )?")


def guest_states(words: Words) -> frozenset[str]:
    """The states that a headline gives to office-holders, where it names another one by office and name alone
    ("President Bell meets Chilean Minister Ruiz": Chile's) or says that these were met ("Remarks after talks with
    Chilean Minister"); none else."""
    if not words.lexicon.head_first or not words.lexicon.data.get("adjectives_precede"):
        return frozenset()
    told: set[str] = set()
    alone = False
    for hit in words.by_kind.get("office", ()):
        if words.page.zone_at(hit.start) != "title":
            continue
        state = _state_of(words, hit)
        named = _NAMED.match(words.plain, hit.end)
        if state:
            told.add(state)
            alone = alone or (named is None and _met_with(words, hit))
        alone = alone or (state is None and named is not None and words.covering("office", named.start("name")) is None)
    return frozenset(told) if alone else frozenset()


def _met_with(words: Words, office: Hit) -> bool:
    """Whether "with" stands before the state of an office without a name: a counterpart of whoever publishes."""
    before = words.covering("country", office.start - 2) if office.start > 1 else None
    led = words.lowered[max(0, before.start - 8) : before.start].split()[-1:] if before else []
    return bool(led) and led[0] in words.lexicon.words("with_links")


@lru_cache(maxsize=2)
def visited_states(words: Words) -> frozenset[str]:
    """The states to which somebody travels who needs no state beside the office ("President Bell arrives in Chile"), as
    headline and first paragraphs tell it: whoever writes so is not at home there."""
    if not words.lexicon.head_first or not words.lexicon.data.get("adjectives_precede"):
        return frozenset()
    paragraphs = [*words.page.zone("title")[:1], *words.page.zone("body")[:_OPENING]]
    sentences = (span for paragraph in paragraphs for span in words.sentences(paragraph))
    return frozenset(code for start, end in sentences if (code := _visited(words, start, end)))


def _visited(words: Words, start: int, end: int) -> str | None:
    """The state behind the first journey of a sentence, if no state is told of the office before it."""
    mark = next(iter(words.inside("visits", start, end)), None)
    offices = words.inside("office", start, end) if mark else []
    if mark is None or not offices:
        return None
    office = next((o for o in reversed(offices) if o.start < mark.start), offices[0])
    if office.value not in SOLE or _state_of(words, office):
        return None
    states = (h for h in words.inside("country", mark.end, end) if h.value[1] in ("name", "long"))
    state = next(states, None)
    told = state is not None and _DESTINATION.fullmatch(words.plain, mark.end, state.start)
    return str(state.value[0]) if state and told else None


def _state_of(words: Words, office: Hit) -> str | None:
    """The state right before an office, or behind it or its holder's name and "of"."""
    before = words.covering("country", office.start - 2) if office.start > 1 else None
    if before and before.end >= office.start - 1:
        return str(before.value[0])
    named = _NAMED.match(words.plain, office.end)
    for at in (office.end, named.end() if named else office.end):
        link = _OF_STATE.match(words.plain, at)
        state = words.covering("country", link.end()) if link else None
        if link and state and state.start == link.end():
            return str(state.value[0])
    return None
