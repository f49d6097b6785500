"""Talks that somebody only speaks of, and arrivals, from talks that took place."""

from __future__ import annotations

from .circumstances import Circumstances
from .encounters import Encounter
from .phrases import Hit
from .story import Sentence

_LINK = 12
"""Characters behind a mark in which "with" stands."""


def only_spoken_of(of: Circumstances, encounter: Encounter, lead: list[Sentence]) -> bool:
    """ "Bell said that the negotiations had stalled": talks of one person that neither a verb of meeting, nor words for
    being held, nor a headline "Meeting with …" or "Remarks at meeting with …" tell, are a matter and no meeting."""
    if encounter.format.value != "talks" or len(encounter.people) > 1:
        return False
    told = [encounter.anchor, *of.titles]
    held = any(of.story.narrative_hits("held", s.start, s.end) for s in told)
    return not held and not _met(of, [*told, *lead]) and not any(_heads(of, s) for s in told)


def _met(of: Circumstances, told: list[Sentence]) -> bool:
    """Whether a verb of meeting stands in one of some sentences."""
    verbs = of.lexicon.words("encounter_verbs")
    return any(of.words.lowered[h.start : h.end] in verbs for s in told for h in of.encounters(s))


def _heads(of: Circumstances, sentence: Sentence) -> bool:
    """Whether a sentence begins with "Meeting with …"; a headline of a speech may have it further on."""
    links, start = of.lexicon.words("with_links"), sentence.start
    speech = sentence in of.titles and of.lexicon.begins("speech_titles").search(of.words.lowered, start, sentence.end)
    ends = (h.end for h in of.encounters(sentence) if h.start == start or speech)
    return any(links.intersection(of.words.lowered[end : end + _LINK].split()[:1]) for end in ends)


def _was_met(of: Circumstances, mark: Hit) -> bool:
    """ "Was met there by X": whoever comes is greeted; two who "met at the airport" talked there."""
    before = of.words.lowered[max(0, mark.start - _LINK) : mark.start].split()[-1:]
    verb = of.words.lowered[mark.start : mark.end] in of.lexicon.words("encounter_verbs")
    return verb and not of.lexicon.words("be_forms").isdisjoint(before)


def at_airport(of: Circumstances, sentence: Sentence) -> bool:
    """ "Minister Dia welcomed the guest at the airport": an arrival, no meeting."""
    marks, verbs = of.encounters(sentence), of.lexicon.words("welcomed_there")
    if not marks or not all(of.words.lowered[h.start : h.end] in verbs or _was_met(of, h) for h in marks):
        return False
    return of.lexicon.begins("airports").search(of.words.lowered, sentence.start, sentence.end) is not None
