"""The state of an office-holder of whom none is told beside the name, where the text names the office again with a
state and without a name: "President Bell … the Chilean president"."""

from __future__ import annotations

from .encounters import Encounter
from .office import SOLE, Office
from .person import Person
from .record import Finding, Span
from .story import Story


def state_of_office_again(person: Person, encounter: Encounter, story: Story) -> Finding | None:
    """The one state with which the text names an office of theirs that nobody else holds; the president of somebody
    else's state is theirs, though he may be far away."""
    roles = person.roles & SOLE
    rivals = [p for p in story.resolver.people if p is not person and p.roles & roles]
    if not roles or person.organization or any(not p.country and not p.organization for p in rivals):
        return None
    told = {p.country for p in (*rivals, *encounter.people) if p is not person} | set(encounter.sides.values())
    bare = any(not p.country and id(p) not in encounter.sides for p in encounter.people if p is not person)
    told |= {encounter.place_country.value} if bare else set()  # whoever is met there may be the one meant
    free = [o for o in _unheld(story) if o.role in roles and o.country not in told]
    if len({o.country for o in free}) != 1:
        return None
    first = min(free, key=lambda o: o.start)
    return Finding(first.country, "country.of-unheld-office", 0.6, (Span(first.start, first.end),))


def _unheld(story: Story) -> list[Office]:
    """The offices of a state that stand beside nobody's name."""
    held = {(o.start, o.end) for p in story.resolver.people for o, _n in p.offices}
    offices = (o for o in story.resolver.offices if o.country and not o.organization and not o.plural)
    return [o for o in offices if (o.start, o.end) not in held]
