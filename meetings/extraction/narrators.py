"""Who writes "I" outside of reported speech, as the page shows it above the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .pages import Paragraph
from .person import Person

if TYPE_CHECKING:
    from .story import Story


def narrator_of(story: Story) -> Person | None:
    """Whoever's name stands in the letterhead, in the head of a catalogue, behind "memorandum from" in the headline or
    on a line under it that tells of no encounter."""
    signed = _sender(story) or _named(story, _heads(story))
    return signed if signed and any(story.speaks(s) for s in story.sentences if s.paragraph.zone == "body") else None


def _heads(story: Story) -> list[Paragraph]:
    page, words = story.words.page, story.words
    body = page.zone("body")
    turned = [p for p in page.zone("furniture") if body and p.end <= body[0].start]
    under = (p for p in page.zone("title") if p.start > page.title_end)
    return page.zone("letterhead") or turned + [p for p in under if not words.inside("encounter", p.start, p.end)]


def _named(story: Story, lines: list[Paragraph]) -> Person | None:
    """The one person whom some lines name."""
    people = story.resolver.people
    signed = [p for p in people if any(line.start <= n.start < line.end for n in p.names for line in lines)]
    return signed[0] if len(signed) == 1 else None


def _sender(story: Story) -> Person | None:
    """ "Memorandum from Secretary Bell to President Dia": whoever is named first behind it."""
    if not story.lexicon.words("sent_papers"):
        return None
    title = story.words.page.zone("title")[:1]
    sent = story.lexicon.begins("sent_papers").match(story.words.lowered, title[0].start) if title else None
    named = [m.person for m in story.within(sent.end(), title[0].end) if m.person] if sent else []
    return named[0] if len({id(p) for p in named}) > 1 else None
