"""The state of an office-holder of whom none is told, from the states that the text names with their own: whose ties
with the other side it speaks of, whose affairs somebody abroad speaks of."""

from __future__ import annotations

from collections import Counter

from .encounters import Encounter
from .headline_states import on_margins
from .office import OF_STATE
from .person import Person
from .person_findings import Parts
from .phrases import Hit
from .record import Finding, Span
from .story import Story

_JOURNEYS = ("visits", "current_visit", "journeys")
_JOINT = 9
"""Characters that may stand between two states named together: "Ghana and the Gambia"."""


def state_of_pair(story: Story, other: str) -> Finding | None:
    """ "The ties between Ghana and Peru", "Ghana–Peru relations": the state that a text names together with the one
    whose office-holder was met, where it is one alone."""
    hits = [h for h in story.words.by_kind.get("country", ()) if h.value[1] != "demonym"]
    partners: Counter[str] = Counter()
    first: dict[str, Hit] = {}
    for n in range(1, len(hits)):
        one, two = hits[n - 1], hits[n]
        pair = (str(one.value[0]), str(two.value[0]))
        if other not in pair or pair[0] == pair[1] or not _joint(story, one, two):
            continue
        if any(_next_to(story, a, b) for a, b in ((hits[n - 2] if n > 1 else None, one), (two, _at(hits, n + 1)))):
            continue  # one of three or more: a list
        code, hit = (pair[1], two) if pair[0] == other else (pair[0], one)
        partners[code] += 1
        first.setdefault(code, hit)
    if len(partners) != 1:
        return None
    hit = next(iter(first.values()))
    return Finding(str(hit.value[0]), "country.paired", 0.6, (Span(hit.start, hit.end),))


def _at(hits: list[Hit], n: int) -> Hit | None:
    return hits[n] if n < len(hits) else None


def _next_to(story: Story, one: Hit | None, two: Hit | None) -> bool:
    """Whether two states stand in one list."""
    if one is None or two is None or not 0 < two.start - one.end <= _JOINT:
        return False
    between = story.words.lowered[one.end : two.start]
    return "," in between or _joint(story, one, two)


def _joint(story: Story, one: Hit, two: Hit) -> bool:
    """Whether a hyphen, a dash or a word for "and" alone stands between two states, an article besides."""
    if not 0 < two.start - one.end <= _JOINT:
        return False
    between = story.words.lowered[one.end : two.start].strip()
    small = story.lexicon.words("articles")
    words = [w for w in between.split() if w not in small]
    return between in ("-", "–", "—") or (len(words) == 1 and words[0] in story.lexicon.words("party_joins"))


def _journeys(person: Person, encounter: Encounter, story: Story) -> bool:
    """Whether headline or anchor tell that somebody came: whoever is named last before the word for it; the gathering
    of many lets everybody come."""
    near = [s for s in story.sentences if s.paragraph.zone == "title" or s is encounter.anchor]
    for sentence in near:
        for cue in (h for kind in _JOURNEYS for h in story.narrative_hits(kind, sentence.start, sentence.end)):
            before = [p for m, p in sentence.mentions if p and m.start < cue.start]
            if before and before[-1] is person:
                return True
    return encounter.format.value == "multilateral"


def on_journey(person: Person, encounter: Encounter, story: Story) -> bool:
    """ "During her visit to Chile, Minister Bell met …": whose journey the words tell that open the sentence."""
    anchor = encounter.anchor
    first = next((m for m, p in anchor.mentions if p), None)
    if first is None or not any(p is person and m is first for m, p in anchor.mentions):
        return False
    own = story.lexicon.words("possessives")
    for visit in story.narrative_hits("visits", anchor.start, first.start):
        before = story.words.lowered[max(anchor.start, visit.start - 12) : visit.start].split()[-1:]
        if own.intersection(before):
            return True
    return False


def state_abroad(person: Person, encounter: Encounter, parts: Parts) -> Finding | None:
    """ "President Bell met Ana Ruiz in Oslo … Ghana's economy … Ghana": who came there is of the state named most, the
    one of the place and those of the others aside."""
    place = encounter.place_country.value
    met = [p for p in encounter.people if p is not person]
    others = {p.country or encounter.sides.get(id(p)) for p in met} - {None}
    alone = not others and not any(p.roles & OF_STATE for p in met)
    came = place is not None and _journeys(person, encounter, parts.story)
    if not (alone if place is None else came or alone or on_margins(encounter, parts.story)):
        return None
    count = {m.value: len(m.spans) for m in parts.countries}
    named = sorted((m for m in parts.countries if m.value not in (*others, place)), key=lambda m: -len(m.spans))
    often = len(named[0].spans) if named else 0
    if often < 2 or (len(named) > 1 and often < 2 * len(named[1].spans)):
        return None
    if place and often <= count.get(place, 0):
        return None
    return Finding(named[0].value, "country.most-named", 0.5, named[0].spans[:1])
