"""A reported meeting while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from .circumstances import NO_PLACE
from .office import SOLE
from .person import Person
from .phrases import Hit
from .record import Finding, Span
from .story import Sentence
from .tokens import Words


@dataclass
class Encounter:
    """A reported meeting while it is being read."""

    anchor: Sentence
    format: Finding
    date: Finding
    place: Finding = NO_PLACE
    place_country: Finding = NO_PLACE
    people: list[Person] = field(default_factory=list)
    sides: dict[int, str] = field(default_factory=dict)
    """State of a participant (by `id`) that the sentence about their side tells."""
    scope: Span | None = None
    """The section that tells of it, where the text has sections."""


_PRINCIPALS = {"head_of_state", "head_of_government", "foreign_minister", "secretary_general", "minister"}
_MANY = 5
"""Sides that make a gathering, whoever came for them."""


def many_parties(encounter: Encounter) -> bool:
    """Whether office-holders of four sides, or three holders of one office that a state has once, came together."""
    held = [p for p in encounter.people if p.roles & _PRINCIPALS]
    sides = {p.organization or p.country or encounter.sides.get(id(p)) for p in held} - {None}
    of_states = [p for p in held if not p.organization]
    known = [p.country or encounter.sides.get(id(p)) for p in of_states]
    two = len(set(known)) <= 2 and None not in known  # a foreign minister, and foreign secretaries who serve there
    every = {p.organization or p.country or encounter.sides.get(id(p)) for p in encounter.people} - {None}
    return (
        len(sides) >= 4
        or len(every) >= _MANY
        or (not two and any(sum(role in p.roles for p in of_states) >= 3 for role in SOLE))
    )


def summit_of_two(words: Words, anchor: Sentence, mark: Hit) -> bool:
    """ "Bell, Dia ile zirve yaptı": what two leaders alone hold, of which no body is told."""
    summit = words.lowered.startswith(words.lexicon.affixes("summits"), mark.start)
    heads = [p for p in anchor.persons if p.roles & {"head_of_state", "head_of_government"}]
    if not summit or len(anchor.persons) != 2 or len(heads) != 2 or not anchor.start <= mark.start < anchor.end:
        return False
    named = [h for k in ("organization", "beside") for h in words.inside(k, anchor.start, anchor.end)]
    return not named and len({p.country for p in heads}) == 2
