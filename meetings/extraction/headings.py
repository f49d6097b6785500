"""Whose words a heading between paragraphs gives that is but words in marks: those of whoever speaks below it."""

from __future__ import annotations

from .mentioned_speakers import again
from .quoted_words import heads
from .story import Story
from .stretch import Stretch
from .turn_speakers import UNKNOWN, Speaker


def heads_paragraphs(story: Story, stretch: Stretch) -> bool:
    """Whether quoted words are a heading of the body."""
    return stretch.rule == "quote.marks" and heads(story.words.plain, stretch)


def of_paragraph_below(story: Story, n: int, found: list[Speaker]) -> Speaker | None:
    """Whoever speaks first in the paragraph below the heading: in marks, else in reported speech."""
    at = story.stretches[n]
    below = next((p for p in story.words.page.zone("body") if p.start >= at.outer_end), None)
    if below is None:
        return None
    for stretch, speaker in zip(story.stretches[n + 1 :], found[n + 1 :], strict=True):
        if below.start <= stretch.start < below.end and speaker is not UNKNOWN:
            return again(speaker, "speaker.heading")
    inside = (s for s in story.sentences if s.paragraph is below and s.subject)
    told = next((s.subject for s in inside if story.narrative_hits("speech", s.start, s.end)), None)
    return Speaker(told, None, None, "speaker.heading", 0.6) if told else None
