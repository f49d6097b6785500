"""Sentences whose verb comes last: what their last words say of all that stands before them."""

from __future__ import annotations

from collections.abc import Sequence

from .phrases import Hit
from .story import Sentence, Story

_FINAL = 40
"""Characters at the end of a sentence among which its own verb stands."""
_BEFORE_ARRIVAL = 14
"""Characters between a town and the verb that leads to it."""
_BEFORE_VERB = 160
"""The same where the sentence tells of nothing but the visit."""
_BEFORE_VISIT, _BEHIND_VISIT = 45, 30
"""Characters between a visit and the town that it leads to, and between it and the word for "during"."""


def another_time(story: Story, sentence: Sentence, marks: Sequence[Hit]) -> bool:
    """Whether the verb at the end places all encounters of a sentence before or behind the present: "A's talks with B
    it recalled", "A with B will meet"; not where one of them is told in the plain past as well."""
    lexicon, lowered = story.lexicon, story.words.lowered
    finite = lexicon.affixes("finite_past")
    if not finite or not marks:
        return False
    verbs = lexicon.words("encounter_verbs")
    told = (lowered[m.start : m.end] for m in marks)
    if any(text in verbs and text.endswith(finite) for text in told):
        return False
    if story.narrative_hits("recalling", sentence.start, sentence.end):
        return True
    begin = max(marks[-1].start, sentence.end - _FINAL)
    return any(story.narrative_hits(kind, begin, sentence.end) for kind in ("recalled", "announcing"))


def town_visited(story: Story, sentence: Sentence) -> Hit | None:
    """ "During his visit to Oslo": the town in the case of whither, the visit, and "during" behind them; without that
    where the sentence tells of nothing but the visit ("To Oslo a delegation led by A came on a visit")."""
    words, lexicon = story.words, story.lexicon
    allative, during = lexicon.affixes("allative"), lexicon.words("during")
    nouns = lexicon.words("town_nouns_to")
    for visit in story.narrative_hits("visits", sentence.start, sentence.end) if allative and during else ():
        behind = words.lowered[visit.end : visit.end + _BEHIND_VISIT].split()[:2]
        behind += words.lowered[visit.start : visit.end].split()[-1:]
        alone = not story.narrative_hits("encounter", sentence.start, sentence.end)
        if not alone and not during.intersection(w.strip(".,") for w in behind):
            continue
        floor = max(sentence.start, visit.start - (_BEFORE_VERB if alone else _BEFORE_VISIT))
        for town in words.inside("place", floor, visit.start):
            following = words.lowered[town.end : town.end + 20].split()
            led = words.lowered[town.stem_end : town.end].startswith(allative)
            if led or (following and following[0] in nouns):
                return town
    return None


_ELSEWHEN = ("recalling", "announcing", "announced")


def _staying(story: Story, sentence: Sentence) -> Hit | None:
    """ "A is on a visit in Oslo": the town in the case of where, right before the word for a visit."""
    words, locative = story.words, story.lexicon.affixes("locative")
    for visit in story.narrative_hits("visits", sentence.start, sentence.end) if locative else ():
        towns = words.inside("place", max(sentence.start, visit.start - 30), visit.start)
        where = [t for t in towns if words.lowered[t.stem_end : t.end] in locative and visit.start - t.end < 12]
        if where and words.lowered[visit.stem_end : visit.end].startswith(locative):
            return where[-1]
    return None


def town_reached(story: Story, anchor: Sentence) -> Hit | None:
    """ "A arrived in Oslo. Then she met B": the last town in the case of whither before a verb of journey."""
    words, allative = story.words, story.lexicon.affixes("allative")
    above = [s for s in story.sentences if s.start < anchor.start and s.paragraph.zone == "body"]
    for sentence in reversed(above) if allative else ():
        if any(story.narrative_hits(kind, sentence.start, sentence.end) for kind in _ELSEWHEN):
            continue
        if staying := _staying(story, sentence):
            return staying
        journeys = story.narrative_hits("journeys", sentence.start, sentence.end)
        for journey in journeys or story.narrative_hits("visits", sentence.start, sentence.end):
            towns = words.inside("place", max(sentence.start, journey.start - _BEFORE_ARRIVAL), journey.start)
            led = [t for t in towns if words.lowered[t.stem_end : t.end].startswith(allative)]
            if led:
                return led[-1]
    return None
