"""Encounters that nobody says took place: what somebody wants, may do, rules out or is sent to do."""

from __future__ import annotations

from collections.abc import Sequence

from .phrases import Hit
from .story import Sentence, Story

_BEFORE = 4
"""Words before a mark among which one stands that makes it unreal."""
_CAME = ("visits", "current_visit", "journeys")


def only_thought_of(story: Story, sentence: Sentence, marks: Sequence[Hit]) -> bool:
    """Whether all encounters of a sentence are only possible, wanted or denied: "could meet", "a possible summit", "was
    not allowed to meet"; or a purpose: "to meet X", of somebody who did not come for it."""
    if not story.lexicon.words("unreal"):
        return False
    return all(_unreal(story, sentence, mark) for mark in marks)


def _unreal(story: Story, sentence: Sentence, mark: Hit) -> bool:
    words, cues = story.words, story.lexicon.words("unreal")
    start = max(sentence.start, words.line(mark.start)[0])
    before = [words.tokens[i] for i in words.between(start, mark.start)][-_BEFORE:]
    clauses = story.lexicon.words("office_joins") - cues  # "refused to go and met X"
    for at in range(len(before) - 1, -1, -1):
        ends = before[at].lower in clauses or before[at].text in (",", ";", ":", "—", "–")
        if ends or words.covering("encounter", before[at].start):
            before = before[at + 1 :]
            break
    if any(t.text in cues for t in before):  # not in lower case: "May" is a month
        return True
    purpose = bool(before) and before[-1].lower in story.lexicon.words("purpose_links")
    purpose = purpose and story.lexicon.words("glad_words").isdisjoint(t.lower for t in before)  # "was glad to meet X"
    purpose = purpose and sentence.paragraph.zone != "title"  # "X to meet Y": the headline announces what it is about
    return purpose and not any(story.narrative_hits(kind, sentence.start, mark.start) for kind in _CAME)
