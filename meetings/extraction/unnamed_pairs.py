"""Who is meant by a plural office of several states beside which nobody is named: "the ministers of Ghana and Togo"."""

from __future__ import annotations

import re
from collections.abc import Callable

from .office import Office
from .person import Person
from .phrases import Hit
from .tokens import Words

_LEAD = 2
"""Paragraphs of the body in which those who met may stand without their names."""
_REACH = 160
"""Characters on either side of such an office in which its states are named."""


def holders_in_turn(
    words: Words, people: list[Person], office: Office, fits: Callable[[Office, Office], bool]
) -> list[tuple[Hit, Person]]:
    """The states of a plural office and of each the one person, named further down, whose office `fits` it; nothing
    where one of them has none, or more than one, below the lead, where meetings of others are told, and where the lead
    tells of a meeting with each."""
    lead = words.page.zone("body")[:_LEAD]
    states = _states(words, office) if lead and office.start < lead[-1].end else []
    if len({hit.value[0] for hit in states}) != len(states) or len(states) < 2:
        return []
    found: list[tuple[Hit, Person]] = []
    for state in states:
        held = [p for p in people if any(o.country == state.value[0] and fits(office, o) for o, _n in p.offices)]
        if len(held) != 1 or held[0].names[0].start < office.end:
            return []
        found.append((state, held[0]))
    return [] if _apart(words, lead[-1].end) else found


def _apart(words: Words, end: int) -> bool:
    """Whether it is said up to a place that those who met did so one after the other."""
    pattern = words.lexicon.shaped("one_by_one", r"(?<!\w){words}(?!\w)" if words.lexicon.spaced else "{words}")
    return pattern.search(words.lowered, 0, end) is not None


def _states(words: Words, office: Office) -> list[Hit]:
    """The states that an office is of, joined by commas and "and", in the order of the text."""
    near = words.inside("country", max(0, office.start - _REACH), office.end + _REACH)
    own = next((n for n, hit in enumerate(near) if hit.end > office.start and hit.start < office.end), None)
    if own is None:
        return []
    first = last = own
    while first > 0 and _joined(words, near[first - 1], near[first]):
        first -= 1
    while last + 1 < len(near) and _joined(words, near[last], near[last + 1]):
        last += 1
    return near[first : last + 1]


def _joined(words: Words, before: Hit, after: Hit) -> bool:
    lexicon = words.lexicon
    keys = ("office_joins", "pair_joins", "genitive_links", "articles")
    small = frozenset().union(*(lexicon.words(key) for key in keys))
    gap = words.lowered[before.end : after.start]
    return "\n" not in gap and small.issuperset(re.sub(r"[,،]", " ", gap).split())
