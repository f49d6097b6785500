"""The encounters a text exists to tell about: which they are and in what form they were held."""

from __future__ import annotations

import re
from datetime import date

from .attendance import Attendance, Encounter, many_parties
from .circumstances import PLACELESS, Circumstances, format_of, strongest
from .dates import Calendar
from .people import Person
from .phrases import Hit
from .record import Finding
from .section_meetings import SectionReader
from .speakers import Speaker
from .story import Sentence, Story


class MeetingReader:
    """Reads the meetings of one story."""

    def __init__(self, story: Story, calendar: Calendar, published: str | None, speakers: list[Speaker]) -> None:
        self.story, self.words, self.lexicon = story, story.words, story.lexicon
        self.of, self.speakers = Circumstances(story, calendar, published), speakers
        self._series = False

    def read(self) -> list[Encounter]:
        """The meetings in order of telling; empty for a bare statement."""
        attendance = Attendance(self.of, self.speakers)
        if found := SectionReader(self.of, attendance).read():
            return found
        anchor = self._anchor()
        if anchor is None:
            return []
        series = bool(self.story.narrative_hits("series", anchor.start, anchor.end))
        lone = len(self.of.parties(anchor)) == 1 and series
        self._series = lone or self._titled_many()
        found = [self._encounter(anchor)]
        for sentence in self.story.sentences:
            if sentence.start <= anchor.start:
                continue
            if self._tells_more(sentence, found[0]):
                self._complete(found[0], sentence)
            elif self._is_another(sentence, found):
                found.append(self._encounter(sentence))
        attendance.gather(found)
        for encounter in found:
            self._among_many(encounter)
        return found[1:] if lone and len(found) > 2 else found

    def _titled_many(self) -> bool:
        """Whether a headline speaks of several meetings."""
        marks = [h for t in self.of.titles for h in self.of.encounters(t)]
        titled = [self.words.lowered[h.start : h.end].split()[-1] for h in marks]
        return any(word in self.lexicon.words("many_encounters") for word in titled)

    def _among_many(self, encounter: Encounter) -> None:
        """Talks of office-holders of four states or bodies and more are a gathering."""
        if encounter.format.value == "talks" and many_parties(encounter):
            encounter.format = Finding("multilateral", "format.many-parties", 0.7, encounter.format.spans)

    def _anchor(self) -> Sentence | None:
        """The first sentence of the body that tells of an encounter of named persons; else the headline."""
        titles = self.of.titles
        body = [s for s in self.story.sentences if s.paragraph.zone == "body"]
        if titles and self._statement_title(titles[0]):
            return None
        if titles and self.words.page.roster:
            return titles[0]
        turns = any(s.rule in ("quote.turn", "quote.opening-remarks") for s in self.story.stretches)
        if turns and titles and self.of.encounters(titles[0]):
            return titles[0]
        for sentence in body:
            if self.of.elsewhere(sentence) or not self.of.encounters(sentence):
                continue
            if self.of.parties(sentence) or self._attended_next(sentence):
                return sentence
        told = next((s for s in titles if self.of.encounters(s) and self.of.parties(s)), None)
        return told or (next(iter([*titles, *body]), None) if turns and self._conversation() else None)

    def _attended_next(self, sentence: Sentence) -> bool:
        """ "The first session took place in Oslo. It was chaired by X.": the next sentence names who was there."""
        at = self.story.sentences.index(sentence) + 1
        following = self.story.sentences[at : at + 1]
        return any(
            s.paragraph is sentence.paragraph
            and self.of.parties(s)
            and self.story.narrative_hits("attendance", s.start, s.end)
            for s in following
        )

    def _conversation(self) -> bool:
        """Whether a transcript has two named speakers at least: whoever talks to each other meets."""
        turns = ("quote.turn", "quote.opening-remarks")
        spoken = zip(self.speakers, self.story.stretches, strict=True)
        return len({id(s.person) for s, stretch in spoken if s.person and stretch.rule in turns}) >= 2

    def _statement_title(self, title: Sentence) -> bool:
        text = self.words.lowered[title.start : title.end]
        cues = self.lexicon.words("statement_titles")
        return any(re.search(rf"(?<!\w){re.escape(c)}", text) for c in cues) and not any(
            h.value != "talks" for h in self.of.encounters(title)
        )

    def _tells_more(self, sentence: Sentence, first: Encounter) -> bool:
        """Whether the lead goes on about the same meeting of the same persons, with the day or the form left open
        before ("X talked to Y. … According to the ministry, X and Y spoke by phone last night")."""
        lead = [s for s in self.story.sentences if s.paragraph.zone == "body"][:4]
        same = {id(p) for p in self.of.parties(sentence)} == {id(p) for p in self.of.parties(first.anchor)}
        undated = first.date.rule in ("date.day-of-publication", "date.not-told")
        told = first.format.value == "talks" and first.place.value is None and undated
        return sentence in lead and same and len(sentence.persons) > 1 and told and self.of.reports(sentence)

    def _complete(self, first: Encounter, sentence: Sentence) -> None:
        more = self._encounter(sentence)
        first.date = more.date
        if more.format.value in PLACELESS:
            first.format, first.place, first.place_country = more.format, more.place, more.place_country

    def _is_another(self, sentence: Sentence, found: list[Encounter]) -> bool:
        """Whether a later sentence tells of a further meeting: another near day, its own verb, its own parties."""
        if sentence.paragraph.zone != "body" or not self.of.reports(sentence) or len(sentence.persons) < 1:
            return False
        if self._with_another(sentence, found):
            return True
        if sentence.paragraph is found[-1].anchor.paragraph:
            return False
        date = self.of.date_of(sentence)
        days = {e.date.value for e in found}
        if date is None or date.value is None or date.value in days or len(date.value) != 10 or "X" in date.value:
            return False
        first = found[0].date.value or self.of.published
        return bool(first) and abs(_day_number(date.value) - _day_number(first)) <= 7

    def _with_another(self, sentence: Sentence, found: list[Encounter]) -> bool:
        """ "He also met Y", "separately Y was received": the same host, somebody else with an office, one more verb."""
        verbs = self.lexicon.words("encounter_verbs")
        marks = self.of.encounters(sentence)
        if not any(h.value in PLACELESS or self.words.lowered[h.start : h.end] in verbs for h in marks):
            return False
        known = {id(p) for e in found for p in (*self.of.parties(e.anchor), *e.people)}
        parties = self.of.parties(sentence)
        new = [p for p in parties if id(p) not in known]
        told = self._series or self.story.narrative_hits("further", sentence.start, sentence.end)
        if not told and not self._opens_with_new_side(sentence, new, found):
            return False
        date = self.of.date_of(sentence)
        near = date is None or abs(_day_number(date.value) - _day_number(found[0].date.value)) <= 7
        return near and bool(new) and len(new) < len(parties) <= 3 and all(p.offices for p in new)

    def _opens_with_new_side(self, sentence: Sentence, new: list[Person], found: list[Encounter]) -> bool:
        """Whether a paragraph begins with a meeting with somebody of a state or body that has not met anybody yet."""
        if sentence.start != sentence.paragraph.start or sentence.paragraph is found[0].anchor.paragraph:
            return False
        strong = self.lexicon.words("meeting_verbs")
        if not any(self.words.lowered[h.start : h.end] in strong for h in self.of.encounters(sentence)):
            return False
        sides = {p.organization or p.country for e in found for p in self.of.parties(e.anchor)}
        return bool(new) and all((p.organization or p.country) not in {None, *sides} for p in new)

    def _encounter(self, anchor: Sentence) -> Encounter:
        fmt = self._format(anchor)
        encounter = Encounter(anchor, fmt, self.of.date(anchor))
        if fmt.value not in PLACELESS:
            encounter.place, encounter.place_country = self.of.place(anchor)
        return encounter

    def _format(self, anchor: Sentence) -> Finding:
        """The strongest mark in headline and first sentence: a mark of something special outdoes "meeting"."""
        titles = self.of.titles
        own = self.of.encounters(anchor)
        first_anchor = next(
            (s for s in self.story.sentences if s.paragraph.zone == "body" and self.of.encounters(s)), None
        )
        hits = (
            [h for t in titles for h in self.of.encounters(t)] if anchor is first_anchor or anchor in titles else []
        ) + own
        best = strongest(hits)
        if best is None:
            return Finding("talks", "format.default", 0.3)
        if best.value in ("multilateral", "ceremony") and self._two_sided(anchor, best):
            best = next((h for h in hits if h.value == "talks"), best)
        return format_of(best)

    def _two_sided(self, anchor: Sentence, mark: Hit) -> bool:
        """Whether the sentence's own verb is a meeting of two and the mark comes after it ("met … at the forum")."""
        verbs = [h for h in self.of.encounters(anchor) if h.value == "talks" and h.end <= mark.start]
        return bool(verbs) and mark.start >= anchor.start and len(anchor.persons) == 2


def _day_number(edtf: str | None) -> int:
    try:
        return date.fromisoformat(edtf or "").toordinal()
    except ValueError:
        return 0
