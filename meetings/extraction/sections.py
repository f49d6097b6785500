"""The sections of a text that reports several encounters one after another: numbered, timed, headed or bulleted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from .date_resolution import When
from .dates import Calendar
from .pages import Paragraph
from .phrases import Hit
from .story import Story

_TIMED = re.compile(r"\d\d?[:.]\d\d(?:\s?[ap]\.?m\.?)?\s+[(\[]?[^\W\d]", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?(\d{1,2})[.)]\s+\S")
_BULLETED = re.compile(r"[•●▪■◦*·►]\s*\S")
_CLOSED = re.compile(r"[.!?…。！？:：;,][\"”»’)\]]*$")
_OTHER_HEADING = re.compile(r"([^\W\d_]{3,}(?: [^\W\d_]{2,})*)[.:] ")
_LONGEST_HEADING = 30
_AT_MOST = 60
"""Sections that are looked at in one text: a bound on the work, not a rule."""


@dataclass(frozen=True)
class Section:
    """One section: its first paragraph, how far it reaches, the day and the town that the text set before it."""

    start: int
    end: int
    head: Paragraph
    kind: str
    day: When | None = None
    town: Hit | None = None


def sections(story: Story, calendar: Calendar) -> list[Section]:
    """The sections of a text; none where it is told in one go or is a transcript."""
    if any(s.rule in ("quote.turn", "quote.opening-remarks") for s in story.stretches):
        return []
    page = story.words.page
    body = page.zone("body")
    if not body:
        return []
    for kind, heads in (
        ("timed", [p for p in body if _TIMED.match(page.text(p))]),
        ("dated", [p for p in body if _headed_by_town(story, calendar, p)]),
        ("weekdays", _by_weekday(story, calendar, body)),
        ("numbered", _numbered(story, body)),
        ("headed", _headed(story, body)),
        ("bulleted", [p for p in body if _BULLETED.match(page.text(p))]),
    ):
        if len(heads) >= 2:
            return _cut(story, calendar, kind, heads[:_AT_MOST], body[-1].end)
    return []


def _numbered(story: Story, body: list[Paragraph]) -> list[Paragraph]:
    """Paragraphs that count on from 1 (or from 2, where the first has no number)."""
    found = [(p, int(m[1])) for p in body if (m := _NUMBERED.match(story.words.page.text(p)))]
    numbers = [n for _p, n in found]
    if not numbers or numbers[0] > 2 or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return []
    return [p for p, _n in found]


def _headed(story: Story, body: list[Paragraph]) -> list[Paragraph]:
    """Short lines that are no sentences and stand over a longer paragraph, told by what they name."""
    words, page = story.words, story.words.page
    found = []
    for p, following in pairwise(body):
        text = page.text(p)
        if not p.blank_before or _CLOSED.search(text) or len(text.split()) > _LONGEST_HEADING:
            continue
        if story.quoted_at(p.start) or not text[:1].isupper() or len(page.text(following)) < len(text) + 20:
            continue
        kinds = ("encounter", "country", "organization", "office", "place")
        if any(words.inside(kind, p.start, p.end) for kind in kinds):
            found.append(p)
    return found


def _weekday(story: Story, calendar: Calendar, p: Paragraph) -> When | None:
    """The weekday that a paragraph begins with as its heading: "MONDAY.", "Tuesday:"."""
    whens = calendar.find(story.words.plain, p.start, min(p.end, p.start + 30))
    head = whens[0] if whens and whens[0].start == p.start else None
    after = story.words.plain[head.end : head.end + 2].strip()[:1] if head else ""
    return head if head and head.weekday is not None and after in tuple(".:–—") else None


def _by_weekday(story: Story, calendar: Calendar, body: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs of a week told day by day, from the first weekday to the first heading of another kind."""
    headed = [bool(_weekday(story, calendar, p)) for p in body]
    if sum(headed) < 2:
        return []
    found: list[Paragraph] = []
    for p, weekday in zip(body, headed, strict=True):
        if found and not weekday and _other_heading(story.words.page.text(p)):
            break
        if found or weekday:
            found.append(p)
    return found


def _other_heading(text: str) -> bool:
    """ "PROTOCOL: …": words in capitals, set off by a stop or a colon."""
    heading = _OTHER_HEADING.match(text)
    return heading is not None and heading[1].isupper()


def _headed_by_town(story: Story, calendar: Calendar, p: Paragraph) -> bool:
    """ "Oslo, 3 May. The minister met …": town and day stand before the first sentence."""
    towns = story.words.inside("place", p.start, p.start + 1)
    if towns and re.match(r"\s?[–—-]\s", story.words.plain[towns[0].end : towns[0].end + 3]):
        return True
    if not towns or story.words.plain[towns[0].end : towns[0].end + 1] != ",":
        return False
    dates = calendar.find(story.words.plain, towns[0].end, p.start + 60)
    if not dates or not dates[0].day:
        return False
    end = dates[0].end
    after = story.words.plain[end : end + 2].strip()[:1]
    return story.words.plain[end - 1] == "." or after in (".", ":", "–", "—", "-")


def _cut(story: Story, calendar: Calendar, kind: str, heads: list[Paragraph], end: int) -> list[Section]:
    """Sections from head to head, with the day and the town told last before each."""
    found: list[Section] = []
    day: When | None = None
    town: Hit | None = None
    since = max((p.end for p in story.words.page.zone("body") if p.start < heads[0].start), default=0)
    days = [p for p in story.words.page.zone("date") if since <= p.start < end]
    for head, until in zip(heads, [*(h.start for h in heads[1:]), end], strict=True):
        while days and days[0].start < head.start:
            told = [w for w in calendar.find(story.words.plain, days[0].start, days[0].end) if w.month and w.day]
            day = told[0] if told else day
            days.pop(0)
        if kind == "weekdays":
            day = _weekday(story, calendar, head) or day
        elif kind == "timed":
            town = _arrived(story, head) or town
        elif kind == "dated":
            town = story.words.inside("place", head.start, head.start + 1)[0]
            day = next((w for w in calendar.find(story.words.plain, town.end, head.start + 60) if w.day), None)
        found.append(Section(head.start, until, head, kind, day, town))
    return found


def _arrived(story: Story, head: Paragraph) -> Hit | None:
    """The town that an entry of a programme leads to ("Arrival at …")."""
    words = story.words
    links = words.lexicon.words("place_links") - words.lexicon.words("place_origins")
    reached = [
        hit
        for hit in words.inside("place", head.start, head.end)
        if (before := words.lowered[max(head.start, hit.start - 12) : hit.start].split()) and before[-1] in links
    ]
    return reached[-1] if reached else None
