"""One sentence that tells of several meetings: somebody met A and B separately."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from .encounters import Encounter
from .line_patterns import line_patterns
from .person import Person
from .record import Finding
from .story import Sentence, Story

_LEAD = 4
"""Sentences of the body among which the word stands that sets the meetings apart."""


def told_apart(found: list[Encounter], story: Story) -> list[Encounter]:
    """The meetings, one for each guest's side where the text says that the guests were met one by one; two for a
    sentence that says so of two."""
    split = _by_marks if story.lexicon.head_first else _by_clauses if story.lexicon.spaced else _by_objects
    found = [part for encounter in found for part in split(encounter, story)]
    alone = len(found) == 1
    return [part for encounter in found for part in _by_guests(encounter, story, alone)]


def _by_guests(encounter: Encounter, story: Story, alone: bool) -> list[Encounter]:
    """One meeting for each guest's side. In a text of several meetings the sentence itself has to say so."""
    anchor = encounter.anchor
    host, groups = _around(encounter, story) or _sides(encounter)
    if _hosts_apart(encounter, host, groups, story):
        return [replace(encounter, people=[person, *groups[0]]) for person in host]
    if len(groups) == 1 and all(any(p is q for q in anchor.persons) for p in groups[0]) and _one_by_one(story, anchor):
        groups = [[person] for person in groups[0]]  # "met President A and Prime Minister B of one state separately"
    told = _one_by_one(story, None if alone else anchor) or _one_after_another(encounter, groups, story)
    if not told or not host or len(groups) < 2:
        return [encounter]
    talks = Finding("talks", encounter.format.rule, encounter.format.confidence, encounter.format.spans)
    several = encounter.format.value == "multilateral"
    fmt = talks if several else encounter.format
    return [replace(encounter, format=fmt, people=[*host, *guests]) for guests in groups]


def _around(encounter: Encounter, story: Story) -> tuple[list[Person], list[list[Person]]] | None:
    """Hosts and guests by where they stand, in text whose verbs stand between them: "A分别会见B、C"."""
    named = [(m.start, p) for m, p in encounter.anchor.mentions if p and any(p is q for q in encounter.people)]
    if story.lexicon.spaced or len({id(p) for _at, p in named}) < len(encounter.people):
        return None
    apart = story.lexicon.shaped("one_by_one", "{words}").search(
        story.words.lowered, encounter.anchor.start, encounter.anchor.end
    )
    before = {id(p): p for at, p in named if apart and at < apart.start()}
    after = {id(p): [p] for at, p in named if apart and at > apart.start() and id(p) not in before}
    return (list(before.values()), list(after.values())) if len(before) == 1 and len(after) > 1 else None


def _hosts_apart(encounter: Encounter, host: list[Person], groups: list[list[Person]], story: Story) -> bool:
    """ "The president A and the prime minister B separately received C": the word stands behind the hosts, and the
    verb right behind it."""
    if story.lexicon.spaced or len(host) < 2 or len(groups) != 1 or len(groups[0]) != 1:
        return False
    named = [(m, p) for m, p in encounter.anchor.mentions if m.kind == "name" and any(p is q for q in encounter.people)]
    guests = [m.start for m, p in named if p is groups[0][0]]
    begin = max((m.end for m, p in named if p is not groups[0][0]), default=0)
    if not guests or begin >= guests[0]:
        return False
    apart = story.lexicon.shaped("one_by_one", "{words}").search(story.words.lowered, begin, guests[0])
    return apart is not None and any(h.start == apart.end() for h in story.words.inside("encounter", begin, guests[0]))


def _by_marks(encounter: Encounter, story: Story) -> list[Encounter]:
    """ "He called on A and held talks with B": the guests by the word for a meeting that stands before each of them."""
    anchor, people, topics = encounter.anchor, encounter.people, story.lexicon.words("topic_openers")
    marks = [h for h in story.narrative_hits("encounter", anchor.start, anchor.end) if h.value == "talks"]
    marks = [h for h in marks if story.words.lowered[h.start : h.end] not in topics]  # "met A to discuss …"
    named = [(m, p) for m, p in anchor.mentions if p and m.kind == "name" and any(p is q for q in people)]
    if len(marks) < 2 or len({id(p) for _m, p in named}) < 3 or named[0][0].start > marks[0].start:
        return [encounter]
    host = named[0][1]
    groups: dict[int, list[Person]] = {}
    for mention, person in named[1:]:
        if person is not host:
            groups.setdefault(max((h.start for h in marks if h.start < mention.start), default=0), []).append(person)
    _first, *others = groups.values()
    rest = [p for p in people if p is not host and not any(p is q for group in others for q in group)]
    parts = [rest, *others] if 0 not in groups else [people]
    return [replace(encounter, people=[host, *guests]) for guests in parts] if len(parts) > 1 else [encounter]


def _by_clauses(encounter: Encounter, story: Story) -> list[Encounter]:
    """ "He met A, then was received by B": where the verb stands last, whoever is named between two verbs of meeting
    with a word like "then" was at the second one."""
    anchor = encounter.anchor
    marks = story.narrative_hits("encounter", anchor.start, anchor.end)
    if len(marks) < 2 or anchor.paragraph.zone != "body":
        return [encounter]
    turns = story.narrative_hits("further", marks[0].end, marks[-1].start)
    names = [(m.start, p) for m, p in anchor.mentions if p and any(p is q for q in encounter.people)]
    before = list({id(p): p for at, p in names if turns and at < turns[0].start}.values())
    after = list({id(p): p for at, p in names if turns and at >= turns[0].end}.values())
    new = [p for p in after if not any(p is q for q in before)]
    if len(before) < 2 or not new or not all(p.offices for p in new):
        return [encounter]
    rest = [p for p in encounter.people if not any(p is q for q in new)]
    return [replace(encounter, people=rest), replace(encounter, people=[before[0], *new])]


def _by_objects(encounter: Encounter, story: Story) -> list[Encounter]:
    """ "科菲在利马会见总统桑托斯，同副总统莫拉会谈": of whoever acts, one meeting for each clause that has a word for a
    meeting and one name of its own."""
    anchor, host = encounter.anchor, encounter.anchor.subject
    guests: list[Person] = []
    start = anchor.start
    for clause in story.words.plain[anchor.start : anchor.end].split("，") if host else ():
        end = start + len(clause)
        met = any(h.value == "talks" for h in story.narrative_hits("encounter", start, end))
        named = {id(p): p for m, p in anchor.mentions if p and start <= m.start < end and p is not host}
        if met and len(named) > 1:
            return [encounter]
        guests += named.values() if met else ()
        start = end + 1
    if host is None or len({id(p) for p in guests}) < 2 or len(guests) != len(encounter.people) - 1:
        return [encounter]
    return [replace(encounter, people=[host, guest]) for guest in guests]


def _one_by_one(story: Story, only: Sentence | None) -> bool:
    """Whether a sentence of the lead says so; "Separately, …" at its head goes on to something else."""
    shape = r"(?<!\w){words}(?!\w)" if story.lexicon.spaced else "{words}"
    patterns = [story.lexicon.shaped(key, shape) for key in ("one_by_one", "meetings_with_each")]
    lead = [only] if only else [s for s in story.sentences if s.paragraph.zone == "body"][:_LEAD]
    return any(
        pattern.search(story.words.lowered, s.start + 1, s.end)
        for s in lead
        for pattern in patterns
        if any(story.narrative_hits(kind, s.start, s.end) for kind in ("encounter", "events"))
    )


def _one_after_another(encounter: Encounter, groups: list[list[Person]], story: Story) -> bool:
    """ "He was received by A and later conferred with B": between the guests the text goes on to another hour."""
    later = story.lexicon.shaped("afterwards", r"(?<!\w){words}(?!\w)")
    days = line_patterns(story.lexicon.tag).month_words
    guests = {id(p) for people in groups for p in people}
    there = [(m, p) for m, p in encounter.anchor.mentions if m.kind == "name" and any(p is q for q in encounter.people)]
    named = [m for m, p in there if id(p) in guests]
    if any(named[0].start < m.start < named[-1].start for m, p in there if named and id(p) not in guests):
        return False  # "A received on Monday B, with whom C came": the host stands between
    return len(named) == len(groups) and all(
        any(pattern.search(story.words.lowered, first.end, second.start) for pattern in (later, days))
        for first, second in pairwise(named)
    )


def _sides(encounter: Encounter) -> tuple[list[Person], list[list[Person]]]:
    """The first participant's side, and the guests by the state or body they act for."""
    sides: dict[str | None, list[Person]] = {}
    own = next((side for side, _p in _with_sides(encounter)), None)
    for side, person in _with_sides(encounter):
        alone = side is None and own is not None and any(person is p for p in encounter.anchor.persons)
        sides.setdefault(f"{id(person)}" if alone else side, []).append(person)  # a guest of no state stands alone
    (_own, host), *guests = sides.items() or [(None, [])]
    return host, [people for side, people in guests if side]


def _with_sides(encounter: Encounter) -> Iterator[tuple[str | None, Person]]:
    for person in encounter.people:
        yield person.organization or person.country or encounter.sides.get(id(person)), person
