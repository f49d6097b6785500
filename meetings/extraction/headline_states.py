"""States of those who have none beside the name, as headline and company show them: whom the headline lets act, the two
that it says dealt with each other, where an ambassador among the others is posted, whose side is left."""

from __future__ import annotations

from .encounters import Encounter
from .office import OF_STATE, Office
from .pages import Page
from .person import Person
from .phrases import lower
from .record import Finding, Span
from .story import Story


def own_office(person: Person, story: Story) -> bool:
    """Whether somebody holds an office that a text calls so only where it is its own state's ("President of the
    Republic", no name of a state with it)."""
    own = story.lexicon.words("own_state_offices")
    return bool(own) and any(not o.country and lower(o.text) in own for o, _n in person.offices)


def on_margins(encounter: Encounter, story: Story) -> bool:
    """Whether they met on the margins of an event: there none of the two need be at home."""
    words = story.lexicon.words("margins")
    hits = story.narrative_hits("beside", encounter.anchor.start, encounter.anchor.end) if words else ()
    return any(story.words.lowered[h.start : h.end] in words for h in hits)


def state_of_headline(
    person: Person, encounter: Encounter, story: Story, page: Page, home: str | None
) -> Finding | None:
    """The state of a participant who has none beside the name; `home` is the publisher's."""
    return (
        _of_actor(person, encounter, story, page)
        or _of_pair(person, encounter, story, page, home)
        or _of_unnamed(person, encounter, story, page)
    )


def _of_unnamed(person: Person, encounter: Encounter, story: Story, page: Page) -> Finding | None:
    """ "Minister Bell receives Chile's foreign minister": of two who met, whoever the headline does not name acts for
    the state of the one office in it that is nobody's there."""
    titled = lambda p: any(page.zone_at(n.start) == "title" for n in p.names)  # noqa: E731
    others = [p for p in encounter.people if p is not person]
    if len(others) != 1 or not titled(others[0]) or titled(person) or not person.roles:
        return None
    held = {o.start for p in story.resolver.people for o, n in p.offices if page.zone_at(n.start) == "title"}
    free = [o for o in story.resolver.offices if page.zone_at(o.start) == "title" and o.start not in held]
    if len(free) != 1 or free[0].country in (None, others[0].country) or free[0].plural:
        return None
    return Finding(free[0].country, "country.of-headline", 0.5, (Span(free[0].start, free[0].end),))


def _of_actor(person: Person, encounter: Encounter, story: Story, page: Page) -> Finding | None:
    """ "Ghanaian head of government receives envoys … X, Minister of State, received": who acts in both is the same,
    although the offices have other names; a state of somebody else's is none of it."""
    titled = [o for o in story.resolver.offices if page.zone_at(o.start) == "title"]
    if not titled or encounter.anchor.subject is not person or not person.roles & OF_STATE:
        return None
    first = titled[0]
    marks = story.narrative_hits("encounter", first.end, page.title_end)
    acts = bool(marks) and len(story.words.between(first.end, marks[0].start)) <= 2
    active = story.lexicon.affixes("receiving")
    others = {p.country for p in encounter.people if p is not person}
    if not acts or not story.words.lowered.startswith(active, marks[0].start):
        return None
    if first.country is None or first.plural or first.country in others:
        return None
    return Finding(first.country, "country.of-headline", 0.6, (Span(first.start, first.end),))


def _of_pair(person: Person, encounter: Encounter, story: Story, page: Page, home: str | None) -> Finding | None:
    """ "Ghana and Chile sign treaty … Minister X and Minister Y": each of the two states has one of the two; where none
    has a state told, in the order in which the headline names them."""
    title = page.zone("title")[:1]
    hits = story.words.inside("country", title[0].start, title[0].end) if title else []
    states = {str(h.value[0]): h for h in reversed(hits)}
    pair = sorted(states, key=lambda code: states[code].start)
    held = [p for p in encounter.people if (p.roles & OF_STATE or _colleague(p, story)) and not p.organization]
    if len(pair) != 2 or len(held) != 2 or not any(p is person for p in held):
        return None
    known = [p.country or encounter.sides.get(id(p)) for p in held]
    at = next(n for n, p in enumerate(held) if p is person)
    other = known[1 - at]
    foreign = home not in (None, *pair) and not (_colleague(person, story) and other)
    if foreign or (other is not None and other not in pair):
        return None  # somebody else's headline: "Visit to Ghana and Chile"
    code = pair[at] if other is None else pair[1 - pair.index(other)]
    if any(p.country == code and p.roles == {"ambassador"} for p in encounter.people):
        return None  # that state's side is its ambassador
    return Finding(code, "country.of-headline", 0.5, (Span(states[code].start, states[code].end),))


def _colleague(person: Person, story: Story) -> bool:
    """ "and his counterpart X": somebody of whom no more is told than that they hold the same office."""
    start = person.names[0].start
    noun = story.words.covering("parties_nouns", start - 2) if start > 1 and not person.offices else None
    return noun is not None and noun.end == start - 1


def state_of_posting(person: Person, encounter: Encounter, story: Story) -> Finding | None:
    """ "Minister X received the ambassador of Ghana in Peru, Y": an ambassador calls on those where the post is, which
    may be told where the office is named again ("… as ambassador of Ghana to Peru"). Beside one of these the ambassador
    comes with somebody of their own state."""
    others = [p for p in encounter.people if p is not person]
    known = {p.country for p in others}
    offices = [o for p in others for o, _n in p.offices if o.role == "ambassador" and o.country]
    sent = {o.country for o in offices}
    offices += [o for o in story.resolver.offices if o.role == "ambassador" and o.country in sent]
    offices += _sent_here(encounter, story) if not person.roles & {"ambassador"} else []
    for office in offices if person.roles & OF_STATE or serves_state(person, story) else ():
        for hit in story.words.inside("country", office.head, office.end):
            if hit.value[0] not in known and hit.value[1] in ("name", "long"):
                return Finding(str(hit.value[0]), "country.of-posting", 0.6, (Span(hit.start, hit.end),))
            beside = office.country is not None and not encounter.anchor.start <= office.start < encounter.anchor.end
            if beside and hit.value[0] != office.country and _host_of(str(hit.value[0]), others):
                return Finding(office.country, "country.of-posting", 0.5, (Span(office.start, office.end),))
    return None


def _host_of(state: str, people: list[Person]) -> bool:
    """Whether somebody of a state holds an office that only states have."""
    return any(p.country == state and p.roles & OF_STATE for p in people)


def _sent_here(encounter: Encounter, story: Story) -> list[Office]:
    """ "Five new ambassadors to Peru presented …": the office of several envoys whom the sentence does not name."""
    begin, end = encounter.anchor.start, encounter.anchor.end
    several = (o for o in story.resolver.offices if o.plural and o.role == "ambassador" and begin <= o.start < end)
    return [o for o in several if not o.country]


def serves_state(person: Person, story: Story) -> bool:
    """ "Secretary to the President", "Chief of the Navy": a lesser office whose words name what only states have."""
    matters = story.lexicon.whole("state_matters") if story.lexicon.words("state_matters") else None
    return matters is not None and any(matters.search(lower(o.text)) for o, _n in person.offices)


def state_of_own_side(person: Person, encounter: Encounter) -> Finding | None:
    """ "X received the minister of Ghana … on the Peruvian side Y attended": the side that is nobody's state."""
    held = {p.country for p in encounter.people if p is not person}
    sides = set(encounter.sides.values()) - held
    return Finding(sides.pop(), "country.side", 0.5) if len(sides) == 1 and person.roles & OF_STATE else None
