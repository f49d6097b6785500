"""Whether a text whose headline tells of no encounter reports one: what a sentence tells as an event, and what it only
names as a matter."""

from __future__ import annotations

import re

from .circumstances import Circumstances
from .phrases import Hit
from .story import Sentence

_LATE = 4
"""Sentences of the body after which the encounter that a text is about has been told of."""
_VERY_LATE = 8
"""Sentences after which only what is told with a day of its own, or as one more, can be an event of now."""
_LINKED = 30
"""Characters between a noun for an encounter and the verb that it was held."""
_WITH = 4
"""Words beside a noun for an encounter among which "with" stands."""
_CLAUSE = re.compile(r"[^,.;:—–]*")
_OF_SEVERAL = {"talks", "call", "video", "multilateral"}


def tells_event(of: Circumstances, sentence: Sentence, at: int) -> bool:
    """Whether the sentence at some place of the body can tell of the encounter that a text is about. In the lead, words
    for talks or a gathering beside one person alone are a matter ("called for peace talks"); further on, so are all
    that no verb for meeting, holding or attending tells of two persons."""
    marks, parties = of.encounters(sentence), of.parties(sentence)
    several = {h.value for h in marks} <= _OF_SEVERAL and of.lexicon.head_first
    if at < _LATE and (len(parties) != 1 or not several):
        return True
    told = any(_told_by_verb(of, sentence, h) for h in marks)
    if len(parties) > 1 and any(h.value == "news_conference" and _with_whom(of, h) for h in marks):
        return sentence.start < of.background
    if at < _LATE:
        return told or any(_with_whom(of, h) or _there(of, sentence, h, at) for h in marks) or _came(of, sentence)
    if sentence.start >= of.background:
        return False
    further = of.story.narrative_hits("further", sentence.start, sentence.end)
    return len(parties) > 1 and told and (at < _VERY_LATE or bool(further) or _dated(of, sentence))


def _told_by_verb(of: Circumstances, sentence: Sentence, mark: Hit) -> bool:
    if of.words.lowered[mark.start : mark.end] in of.lexicon.words("encounter_verbs"):
        return True
    near = max(sentence.start, mark.start - _LINKED), min(sentence.end, mark.end + _LINKED)
    if of.lexicon.words("convening").intersection(of.words.lowered[near[0] : mark.start].split()):
        return True  # "held the first round of talks"
    link = of.words.lowered[mark.end : mark.end + 12].split()[:1]
    if not of.lexicon.words("meeting_links").isdisjoint(link):
        near = near[0], sentence.end  # "a meeting between X and envoys of Y was held"
    return any(of.story.narrative_hits(kind, *near) for kind in ("held", "attendance"))


def _with_whom(of: Circumstances, mark: Hit) -> bool:
    """ "In talks in Oslo with the unions": with whom, though nobody is named."""
    behind = _CLAUSE.match(of.words.lowered, mark.end)
    return bool(behind and of.lexicon.words("with_links").intersection(behind[0].split()[:_WITH]))


def _there(of: Circumstances, sentence: Sentence, mark: Hit, at: int) -> bool:
    """ "Told the forum that", "speaking at the congress": a gathering where somebody speaks; one that the first
    sentence names."""
    near = max(sentence.start, mark.start - _LINKED), mark.start
    return mark.value == "multilateral" and (at == 0 or bool(of.story.narrative_hits("speech", *near)))


def _came(of: Circumstances, sentence: Sentence) -> bool:
    kinds = ("visits", "current_visit", "journeys")
    return any(of.story.narrative_hits(kind, sentence.start, sentence.end) for kind in kinds)


def _dated(of: Circumstances, sentence: Sentence) -> bool:
    date = of.date_of(sentence)
    return date is not None and date.value is not None
