"""What a sentence says only in passing: a participle behind the noun of a meeting, a clause about last year."""

from __future__ import annotations

import re
from itertools import pairwise

from .dates import Calendar
from .phrases import Hit
from .story import Sentence, Story

_OPENING = 20
"""Characters before the noun of a meeting with which a sentence begins ("At the meeting, …")."""

_LED = 30
"""Characters between a verb that opens a meeting and the word for it ("convened the inaugural meeting")."""


def of_this_one(story: Story, sentence: Sentence, cue: Hit) -> bool:
    """ "At the meeting, held in Oslo, X was present": the participle belongs to the noun that opens the sentence, and
    no year between them tells of another time."""
    marks = story.narrative_hits("encounter", sentence.start, sentence.start + _OPENING)
    return any(
        mark.end <= cue.start and story.words.plain[mark.end : cue.start] == ", " for mark in marks
    ) and not re.search(r"\d{4}", story.words.plain[cue.end : cue.end + 20])


def opening_end(story: Story, sentence: Sentence) -> int:
    """ "Following the summit of A and B, C and D convened the first meeting": where the clause ends that opens the
    sentence with another encounter; the sentence's own start where there is none, or not two others behind it."""
    lexicon, words = story.lexicon, story.words
    opener = lexicon.shaped("opens_after", r"{words}(?!\w)").match(words.lowered, sentence.start)
    told = [m for m, p in sentence.mentions if p and m.kind == "name"]
    if opener is None or len(told) < 3 or not story.narrative_hits("encounter", opener.end(), told[0].start):
        return sentence.start
    joins = lexicon.shaped("office_joins", r"(?<!\w){words}(?!\w)")
    pairs = ((a, b) for a, b in pairwise(told))
    last = next((b for a, b in pairs if joins.search(words.lowered, a.end, b.start)), told[0])
    end = words.plain.find(", ", last.end, sentence.end)
    behind = {id(p) for m, p in sentence.mentions if p and end < m.start}
    return end if end > 0 and len(behind) > 1 and _convened(story, end, sentence.end) else sentence.start


def _convened(story: Story, start: int, end: int) -> bool:
    """Whether a stretch has a verb of its own for a meeting."""
    lowered, verbs = story.words.lowered, story.lexicon.words("encounter_verbs")
    for mark in story.narrative_hits("encounter", start, end):
        led = story.lexicon.words("convening").intersection(lowered[max(start, mark.start - _LED) : mark.start].split())
        if mark.value in ("talks", "multilateral") and (led or lowered[mark.start : mark.end] in verbs):
            return True
    return False


def set_aside(story: Story, calendar: Calendar, cue: Hit, mark: Hit) -> bool:
    """ "A and B, who had met last autumn, on Monday signed …": behind the comma that closes the clause with the cue,
    the verb has a day of its own."""
    plain = story.words.plain
    opened, closed = plain.rfind(", ", 0, cue.start), plain.find(", ", cue.end, mark.start)
    if closed < 0 or opened < 0 or cue.start - opened > 60:
        return False
    return any(w.day or w.weekday is not None or w.shift for w in calendar.find(plain, closed, mark.end + 20))
