"""The head of state or government whom a text names without the office, and whose office it names without the name.

Presidents' own pages say "X met with Y" and later "the Head of State noted": the office belongs to the one person who
opens the text without any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .office import Office
from .places import home_country
from .tokens import Words

if TYPE_CHECKING:
    from .person import Person

_ROLES = ("head_of_state", "head_of_government")
_LEAD = 2
"""Paragraphs of the body in which the text says whom it is about."""


def unheld_office(words: Words, people: list[Person], offices: list[Office]) -> tuple[Person, Office] | None:
    """The person and the office, where only this person can hold it."""
    if not words.lexicon.capitals:
        return None
    held = {id(o) for p in people for o, _n in p.offices}
    free = [o for o in offices if o.role in _ROLES and id(o) not in held and not o.plural and not o.organization]
    free = [o for o in free if not _abroad(words, o)]
    for role in _ROLES:
        stateless = lambda p, role=role: all(o.role == role and not o.country for o, _n in p.offices)  # noqa: E731
        bare = [p for p in people if not p.country and not p.organization and stateless(p) and _leads(words, p)]
        held_by = [p for p in bare if p.offices]
        bare = held_by if len(held_by) == 1 else bare
        if len(bare) != 1:
            continue
        others = [o for p in people for o, _n in p.offices if o.role == role and p is not bare[0]]
        states = {o.country for o in others if not o.organization}
        states |= {p.country for p in people if p is not bare[0] and role in p.roles and not p.organization}
        sent = {o.country for p in people for o, _n in p.offices if o.role == "ambassador"}  # by a president elsewhere
        fits = [o for o in free if o.role == role and o.country not in states | sent]
        fits = [o for o in fits if not _in_own_words(words, bare[0], o)]
        named = {o.country for o in fits if o.country} - {p.country for p in people if not p.offices}
        if bare[0].offices and named and home_country(words) not in (None, *named):
            continue  # a president without a state is the publisher's: the office is another state's
        fits = [o for o in fits if o.country is None or o.country in named]
        told = [o for o in fits if o.country] or (fits if not states else [])
        if len(named) <= 1 and told and (named or (len(told) > 1 and not bare[0].offices)):
            first = bare[0].names[0].start
            return bare[0], max(told, key=lambda o: (bool(o.country), o.start > first, -o.start))
    return None


def titled_office(words: Words, people: list[Person], offices: list[Office]) -> tuple[Person, Office] | None:
    """ "Bell meets the Chilean president", and the text begins "Bell met Ruiz": the office is the one's whom only the
    lead names, without any."""
    title, lead = words.page.zone("title")[:1], words.page.zone("body")[:1]
    held = {id(o) for p in people for o, _n in p.offices}
    inside = lambda at, zone: any(p.start <= at < p.end for p in zone)  # noqa: E731
    free = [o for o in offices if inside(o.start, title) and id(o) not in held and o.country and not o.plural]
    named = [p for p in people if any(inside(n.start, lead) for n in p.names)]
    free = [o for o in free if not any(o.role in p.roles and p.country in (None, o.country) for p in named)]
    bare = [p for p in named if not any(inside(n.start, title) for n in p.names) and not (p.offices or p.country)]
    return (bare[0], free[0]) if len(free) == len(bare) == 1 and len(named) > 1 else None


def _abroad(words: Words, office: Office) -> bool:
    """ "The Pope": an office that one other state alone calls so."""
    table, text = words.lexicon.table("office_states"), office.text.lower()
    states = {code for code in table if text in map(str, table[code])}
    return bool(states) and home_country(words) not in states


def _in_own_words(words: Words, person: Person, office: Office) -> bool:
    """ "Anna Bell: I shall see the President of Chad": whether an office stands in a turn of the person's own."""
    turns = [p for p in words.page.zone("body") if p.start <= office.start < p.end]
    return any(n.start in (p.start for p in turns) and words.plain[n.end : n.end + 1] == ":" for n in person.names)


def _leads(words: Words, person: Person) -> bool:
    """Whether headline or lead give a person's full name."""
    lead = [*words.page.zone("title")[:1], *words.page.zone("body")[:_LEAD]]
    full = [n for n in person.names if len(n.words) > 1]
    return any(p.start <= n.start < p.end for p in lead for n in full)
