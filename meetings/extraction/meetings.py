"""The encounters a text exists to tell about: which they are and in what form they were held."""

from __future__ import annotations

import re
from datetime import date

from .attendance import Attendance, Encounter
from .circumstances import Circumstances
from .dates import Calendar
from .phrases import Hit
from .record import Finding, Span
from .speakers import Speaker
from .story import Sentence, Story

_STRENGTH = ("call", "video", "ceremony", "lecture", "news_conference", "multilateral", "talks")
_PLACELESS = ("call", "video")


class MeetingReader:
    """Reads the meetings of one story."""

    def __init__(self, story: Story, calendar: Calendar, published: str | None, speakers: list[Speaker]) -> None:
        self.story, self.words, self.lexicon = story, story.words, story.lexicon
        self.of, self.speakers = Circumstances(story, calendar, published), speakers

    def read(self) -> list[Encounter]:
        """The meetings in order of telling; empty for a bare statement."""
        anchor = self._anchor()
        if anchor is None:
            return []
        first = self._encounter(anchor)
        found = [first]
        for sentence in self.story.sentences:
            if sentence.start > anchor.start and self._is_another(sentence, found):
                found.append(self._encounter(sentence))
        Attendance(self.of, self.speakers).gather(found)
        return found

    def _anchor(self) -> Sentence | None:
        """The first sentence of the body that tells of an encounter of named persons; else the headline."""
        titles = [s for s in self.story.sentences if s.paragraph.zone == "title"]
        body = [s for s in self.story.sentences if s.paragraph.zone == "body"]
        if titles and self._statement_title(titles[0]):
            return None
        turns = any(s.rule in ("quote.turn", "quote.opening-remarks") for s in self.story.stretches)
        if turns and titles and self.of.encounters(titles[0]):
            return titles[0]
        for sentence in body:
            if self.of.encounters(sentence) and self.of.parties(sentence) and not self.of.elsewhere(sentence):
                return sentence
        return next((s for s in titles if self.of.encounters(s) and self.of.parties(s)), None)

    def _statement_title(self, title: Sentence) -> bool:
        text = self.words.lowered[title.start : title.end]
        cues = self.lexicon.words("statement_titles")
        return any(re.search(rf"(?<!\w){re.escape(c)}", text) for c in cues) and not any(
            h.value != "talks" for h in self.of.encounters(title)
        )

    def _is_another(self, sentence: Sentence, found: list[Encounter]) -> bool:
        """Whether a later sentence tells of a further meeting: another near day, its own verb, its own parties."""
        if sentence.paragraph.zone != "body" or sentence.paragraph is found[-1].anchor.paragraph:
            return False
        if not self.of.encounters(sentence) or self.of.elsewhere(sentence) or len(sentence.persons) < 1:
            return False
        if self.story.narrative_hits("announced", sentence.start, sentence.end):
            return False
        if self.story.narrative_hits("recalled", sentence.start, sentence.end):
            return False
        date = self.of.date_of(sentence)
        days = {e.date.value for e in found}
        if date is None or date.value is None or date.value in days or len(date.value) != 10 or "X" in date.value:
            return False
        first = found[0].date.value or self.of.published
        return bool(first) and abs(_day_number(date.value) - _day_number(first)) <= 7

    def _encounter(self, anchor: Sentence) -> Encounter:
        fmt = self._format(anchor)
        encounter = Encounter(anchor, fmt, self.of.date(anchor))
        if fmt.value not in _PLACELESS:
            encounter.place, encounter.place_country = self.of.place(anchor)
        return encounter

    def _format(self, anchor: Sentence) -> Finding:
        """The strongest mark in headline and first sentence: a mark of something special outdoes "meeting"."""
        titles = [s for s in self.story.sentences if s.paragraph.zone == "title"]
        own = self.of.encounters(anchor)
        first_anchor = next(
            (s for s in self.story.sentences if s.paragraph.zone == "body" and self.of.encounters(s)), None
        )
        hits = (
            [h for t in titles for h in self.of.encounters(t)] if anchor is first_anchor or anchor in titles else []
        ) + own
        if not hits:
            return Finding("talks", "format.default", 0.3)
        best = min(hits, key=lambda h: (_STRENGTH.index(h.value) if h.value in _STRENGTH else 9, h.start))
        if best.value in ("multilateral", "ceremony") and self._two_sided(anchor, best):
            best = next((h for h in hits if h.value == "talks"), best)
        return Finding(best.value, f"format.{best.value.replace('_', '-')}", 0.85, (Span(best.start, best.end),))

    def _two_sided(self, anchor: Sentence, mark: Hit) -> bool:
        """Whether the sentence's own verb is a meeting of two and the mark comes after it ("met … at the forum")."""
        verbs = [h for h in self.of.encounters(anchor) if h.value == "talks" and h.end <= mark.start]
        return bool(verbs) and mark.start >= anchor.start and len(anchor.persons) == 2


def _day_number(edtf: str | None) -> int:
    try:
        return date.fromisoformat(edtf or "").toordinal()
    except ValueError:
        return 0
