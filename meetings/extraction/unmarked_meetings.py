"""A lead that names two office-holders of two sides together, with a verb that the vocabulary does not know."""

from __future__ import annotations

from itertools import pairwise

from .circumstances import Circumstances
from .mentions import Mention
from .person import Person
from .story import Sentence

_LEAD = 2
"""Sentences of the body among which one may tell of a meeting without a word for it."""
_BESIDE = 3
"""Words that may stand between two joined persons besides offices and states ("and his counterpart")."""


def unmarked_meeting(of: Circumstances, body: list[Sentence], titles: list[Sentence]) -> Sentence | None:
    """The first sentence of the lead in which one office-holder does something *with* another, or both do it; where the
    headline has a word for it, the first that names both."""
    lead = [s for s in body[:_LEAD] if _told_of_now(of, s)]
    titled = any(of.reports(t) for t in titles)
    found = next((s for s in lead if _together(of, s) or (titled and (_both_sides(s) or _held(of, s)))), None)
    pairs = [(a, b) for a, b in pairwise(body[: _LEAD + 1]) if _told_of_now(of, a)]
    return found or next((a for a, b in pairs if _hosted(of, a, b) or _visited_for_talks(of, a, b)), None)


def _visited_for_talks(of: Circumstances, visit: Sentence, talks: Sentence) -> bool:
    """ "Minister A paid a visit to minister B. The talks were about roads.": a visit to somebody, and talks for which
    the text has no others."""
    visits = of.story.narrative_hits("visits", visit.start, visit.end)
    behind = any(m.start > v.end for v in visits for m, p in visit.mentions if p and p.offices)
    return behind and _both_sides(visit, of.story.resolver.home) and not talks.persons and of.reports(talks)


def _hosted(of: Circumstances, visit: Sentence, answer: Sentence) -> bool:
    """ "A delegation led by Governor A came to Oslo. Mayor B told the delegation that …": who received it speaks."""
    story, guests = of.story, of.lexicon.begins("delegations")
    led = all(story.narrative_hits(kind, visit.start, visit.end) for kind in ("visits", "headed_by"))
    if not led or not all(guests.search(of.words.lowered, s.start, s.end) for s in (visit, answer)):
        return False
    guest, host = (next((p for p in s.persons if p.offices), None) for s in (visit, answer))
    speaks = bool(story.narrative_hits("speech", answer.start, answer.end)) and answer.subject is host
    return guest is not None and host is not None and guest is not host and speaks


def _both_sides(sentence: Sentence, home: str | None = None) -> bool:
    sides = {_side(p) or home for p in sentence.persons if p.offices}
    return len(sides - {None}) > 1


def _held(of: Circumstances, sentence: Sentence) -> bool:
    """ "An exchange on roads took place today between President X and the Bank": what the headline has a word for."""
    said = (of.words.lowered[h.start : h.end] for h in of.story.narrative_hits("held", sentence.start, sentence.end))
    return any(p.offices for p in sentence.persons) and any(" " in verb for verb in said)


def _told_of_now(of: Circumstances, sentence: Sentence) -> bool:
    kinds = ("recalled", "announced", "future_visits", "cancelled", "absent", "invites")
    return not any(of.story.narrative_hits(kind, sentence.start, sentence.end) for kind in kinds)


def _together(of: Circumstances, sentence: Sentence) -> bool:
    named = [(m, p) for m, p in sentence.mentions if p and m.kind == "name" and (p.offices or p.countries)]
    for (first, one), (second, other) in pairwise(named):
        first_side, second_side = (_side(p) or (of.story.resolver.home if p.offices else None) for p in (one, other))
        if one is not other and first_side and second_side and first_side != second_side:
            return _joined(of, first, second, other)
    return False


def _side(person: Person) -> str | None:
    return person.country or person.organization


def _joined(of: Circumstances, first: Mention, second: Mention, other: Person) -> bool:
    """Whether "and" or "with" stands between two persons, and nothing that tells of something else."""
    words, lexicon = of.words, of.lexicon
    begin = min([second.start, *(o.start for o, n in other.offices if first.end < o.start < second.start)])
    between = [words.tokens[i] for i in words.between(first.end, begin)]
    if any(words.covering(kind, t.start) for t in between for kind in ("speech", "visits")):
        return False
    small = [t.lower for t in between if t.word and not words.covering("country", t.start)]
    if small[-1:] and small[-1] in lexicon.words("articles"):
        small.pop()
    if small and small[-1] in lexicon.words("with_links"):
        return True
    joins = lexicon.words("office_joins", "pair_joins")
    return len(small) <= _BESIDE and bool(joins.intersection(small))
