"""What a sentence says only in passing: a participle behind the noun of a meeting, a clause about last year."""

from __future__ import annotations

import re

from .dates import Calendar
from .phrases import Hit
from .story import Sentence, Story

_OPENING = 20
"""Characters before the noun of a meeting with which a sentence begins ("At the meeting, …")."""


def of_this_one(story: Story, sentence: Sentence, cue: Hit) -> bool:
    """ "At the meeting, held in Oslo, X was present": the participle belongs to the noun that opens the sentence, and
    no year between them tells of another time."""
    marks = story.narrative_hits("encounter", sentence.start, sentence.start + _OPENING)
    return any(
        mark.end <= cue.start and story.words.plain[mark.end : cue.start] == ", " for mark in marks
    ) and not re.search(r"\d{4}", story.words.plain[cue.end : cue.end + 20])


def set_aside(story: Story, calendar: Calendar, cue: Hit, mark: Hit) -> bool:
    """ "A and B, who had met last autumn, on Monday signed …": behind the comma that closes the clause with the cue,
    the verb has a day of its own."""
    plain = story.words.plain
    opened, closed = plain.rfind(", ", 0, cue.start), plain.find(", ", cue.end, mark.start)
    if closed < 0 or opened < 0 or cue.start - opened > 60:
        return False
    return any(w.day or w.weekday is not None or w.shift for w in calendar.find(plain, closed, mark.end + 20))
