"""Days in a lead that are not the meeting's: those of terms, of what is announced, of what was long ago."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .encounter_marks import EncounterMarks
from .person import Person
from .record import Finding
from .story import Sentence

_WEEK = 7
_NEAR = 40
"""Characters before a date, half of those behind it, in which words that announce something are about that day."""


def of_another(of: EncounterMarks, sentence: Sentence, found: Finding, there: Sequence[Person] = ()) -> bool:
    """Whether a day is that of an encounter of others than those who were `there`; in a sentence that tells of none,
    whether it is long past, a term ("from 1 January on") or that of a visit to come ("said that Bell would visit Ghana
    on 14 April")."""
    if of.encounters(sentence):
        others = [p for p in sentence.persons if p.offices and not any(p is q for q in there)]
        return bool(there) and len(others) > 1 and len(others) == len(sentence.persons)
    at = found.spans[0].start
    before = of.words.lowered[max(sentence.start, at - 14) : at].split()[-1:]
    terms = of.lexicon.words("terms") | of.lexicon.words("deadlines")
    visits = of.story.narrative_hits("visits", sentence.start, sentence.end)
    to_come = visits and of.words.inside("announced", max(sentence.start, at - _NEAR), at + 2 * _NEAR)
    return bool(to_come or terms.intersection(before) or long_ago(found.value, of.published))


def long_ago(day: str | None, published: str | None) -> bool:
    """ "He offered condolences for the storm of 3 May": a day more than a week before the page's."""
    days = (day or "", published or "")
    if any(len(day) != len("2024-05-03") or "X" in day for day in days):
        return False
    told, now = map(date.fromisoformat, days)
    return (now - told).days > _WEEK
