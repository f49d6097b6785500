"""Days in a lead that are not the meeting's: those of terms, of what is announced, of what was long ago."""

from __future__ import annotations

from datetime import date

from .encounter_marks import EncounterMarks
from .record import Finding
from .story import Sentence

_WEEK = 7
_NEAR = 40
"""Characters before a date, half of those behind it, in which words that announce something are about that day."""


def of_another(of: EncounterMarks, sentence: Sentence, found: Finding) -> bool:
    """Whether a day in a sentence that tells of no encounter is long past, a term ("from 1 January on") or that of a
    visit to come ("said that Bell would visit Ghana on 14 April")."""
    if of.encounters(sentence):
        return False
    at = found.spans[0].start
    before = of.words.lowered[max(sentence.start, at - 14) : at].split()[-1:]
    terms = of.lexicon.words("terms") | of.lexicon.words("deadlines")
    visits = of.story.narrative_hits("visits", sentence.start, sentence.end)
    to_come = visits and of.words.inside("announced", max(sentence.start, at - _NEAR), at + 2 * _NEAR)
    return bool(to_come or terms.intersection(before) or _long_ago(found.value, of.published))


def _long_ago(day: str | None, published: str | None) -> bool:
    """ "He offered condolences for the storm of 3 May": a day more than a week before the page's."""
    days = (day or "", published or "")
    if any(len(day) != len("2024-05-03") or "X" in day for day in days):
        return False
    told, now = map(date.fromisoformat, days)
    return (now - told).days > _WEEK
