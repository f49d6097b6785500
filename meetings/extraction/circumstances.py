"""When and where the encounter took place that a sentence tells of."""

from __future__ import annotations

import re

from .dates import Calendar, Tense, When, resolve
from .people import Person
from .phrases import Hit
from .places import dateline_end, nominative, town
from .record import Finding, Span
from .story import Sentence, Story

NO_PLACE = Finding(None, "place.not-told", 0.0)


class Circumstances:
    """Marks of an encounter, its parties, its date and its place, in any sentence of one story."""

    def __init__(self, story: Story, calendar: Calendar, published: str | None) -> None:
        self.story, self.words, self.lexicon = story, story.words, story.lexicon
        self.calendar, self.published = calendar, published

    def encounters(self, sentence: Sentence) -> list[Hit]:
        """What marks an encounter in a sentence, but for what is only beside it ("on the margins of the summit")."""
        found = []
        for hit in self.story.narrative_hits("encounter", sentence.start, sentence.end):
            if any(
                0 <= hit.start - beside.end < 60 and not re.search(r"[,;]", self.words.plain[beside.end : hit.start])
                for beside in self.words.inside("beside", sentence.start, hit.start)
            ):
                continue
            if self.words.covering("not_encounters", hit.start) or self.words.covering("organization", hit.start):
                continue
            found.append(hit)
        return found

    def parties(self, sentence: Sentence) -> list[Person]:
        """Whom a sentence names as being there."""
        return [p for m, p in sentence.mentions if p and not self.story.absent(m)]

    def elsewhere(self, sentence: Sentence) -> bool:
        """Whether a sentence recalls or announces an encounter instead of telling of the present one."""
        hits = self.encounters(sentence)
        if not hits:
            return False
        for kind in ("recalled", "announced"):
            cues = self.story.narrative_hits(kind, sentence.start, sentence.end)
            strong = [c for c in cues if c.end <= hits[0].start + 12 and hits[0].start - c.end < 40]
            if strong and not self.words.inside("encounter", sentence.start, strong[0].start):
                return True
        return False

    def date_of(self, sentence: Sentence, tense: Tense = "past") -> Finding | None:
        """The date a sentence tells, resolved; None where it tells none."""
        dateline = dateline_end(self.words)
        start = max(sentence.start, dateline) if sentence.end > dateline > sentence.start else sentence.start
        for when in self.calendar.find(self.words.plain, start, sentence.end):
            if self.story.quoted_at(when.start) and not sentence.quoted:
                continue
            if when.shift and when.shift[0] == "year" and when.month is None:
                continue
            if when.year and not when.month:
                continue
            if not self._near_encounter(sentence, when):
                continue
            value = resolve(when, self.published, tense)
            return Finding(value, when.rule, 0.9 if value else 0.0, (Span(when.start, when.end),))
        return None

    def _near_encounter(self, sentence: Sentence, when: When) -> bool:
        """Whether a date belongs to the sentence's encounter, not to something recalled beside it."""
        for kind in ("recalled", "announced", "visits"):
            for cue in self.words.inside(kind, sentence.start, when.start):
                between = self.words.plain[cue.end : when.start]
                if len(between) < 50 and not self.words.inside("encounter", cue.end, when.start) and kind != "visits":
                    return False
        return True

    def date(self, anchor: Sentence) -> Finding:
        """The day that anchor, headline or lead tells; else the day of publication."""
        titles = [s for s in self.story.sentences if s.paragraph.zone == "title"]
        for sentence in (anchor, *titles):
            found = self.date_of(sentence)
            if found:
                return found
        lead = [s for s in self.story.sentences if s.paragraph.zone == "body"][:2]
        for sentence in lead:
            found = self.date_of(sentence)
            if found and found.value and len(found.value) == 10 and not self.elsewhere(sentence):
                return Finding(found.value, found.rule, 0.7, found.spans)
        if self.published:
            return Finding(self.published, "date.day-of-publication", 0.7)
        return Finding(None, "date.not-told", 0.0)

    def place(self, anchor: Sentence) -> tuple[Finding, Finding]:
        """The town that anchor, headline or lead names; else the state that is visited."""
        titles = [s for s in self.story.sentences if s.paragraph.zone == "title"]
        begin = dateline_end(self.words)
        same = [s for s in self.story.sentences if s.paragraph is anchor.paragraph and s is not anchor]
        following = [s for s in self.story.sentences if s.start > anchor.start and s not in same][:2]
        for sentence in (anchor, *titles, *same, *[s for s in following if self.encounters(s)]):
            if sentence is not anchor and sentence not in titles and self._aside(sentence):
                continue
            found = self._town(max(sentence.start, begin if sentence.end > begin else 0), sentence.end)
            if found:
                return found
        return self._welcomed() or self._guests_of(self._visited(anchor))

    def _guests_of(self, visited: Finding) -> tuple[Finding, Finding]:
        """The visited state; the dateline's town with it, if it lies there: then the text agrees with the dateline."""
        body = self.words.page.zone("body")
        begin = body[0].start if body else 0
        for hit in self.words.inside("place", begin, dateline_end(self.words)):
            if visited.value and str(hit.value[0]) == visited.value:
                span = (Span(hit.start, hit.end),)
                return Finding(nominative(self.words, hit), "place.dateline", 0.6, span), visited
        return NO_PLACE, visited

    def _welcomed(self) -> tuple[Finding, Finding] | None:
        """ "I am glad to see you in Baku": the host's words tell the town."""
        for stretch in self.story.stretches:
            for cue in self.words.inside("welcome", stretch.start, stretch.end):
                hit = self.words.covering("place", cue.end + 1)
                if hit and hit.start == cue.end + 1:
                    span = (Span(hit.start, hit.end),)
                    return Finding(nominative(self.words, hit), "place.welcome", 0.6, span), Finding(
                        hit.value[0], "place-country.town", 0.6, span
                    )
        return None

    def _aside(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of anything but the present meeting."""
        kinds = ("recalled", "announced", "visits")
        return any(self.story.narrative_hits(kind, sentence.start, sentence.end) for kind in kinds)

    def _town(self, start: int, end: int) -> tuple[Finding, Finding] | None:
        at = start
        while (found := town(self.words, at, end)) is not None:
            name, code, hit = found
            if hit is None:
                break
            at = hit.end
            if self.story.quoted_at(hit.start) or self._part_of_reference(hit, start):
                continue
            span = (Span(hit.start, hit.end),)
            return Finding(name, "place.town", 0.85, span), Finding(code, "place-country.town", 0.9, span)
        return None

    def _part_of_reference(self, hit: Hit, start: int) -> bool:
        cues = self.words.inside("recalled", max(start, hit.start - 70), hit.start)
        return bool(cues) and not self.words.inside("encounter", cues[-1].end, hit.start)

    def _visited(self, anchor: Sentence) -> Finding:
        """ "on an official visit to Russia": the state where somebody is a guest."""
        near = [s for s in self.story.sentences if s.paragraph.zone == "body"][:7]
        titles = [s for s in self.story.sentences if s.paragraph.zone == "title"]
        for sentence in dict.fromkeys((anchor, *titles, *near)):
            if sentence is not anchor and not any(p in self.parties(anchor) for p in sentence.persons[-2:]):
                continue
            for visit in self.story.narrative_hits("visits", sentence.start, sentence.end):
                if self._not_now(sentence, visit):
                    continue
                for hit in self.words.inside("country", visit.start - 40, visit.end + 40):
                    if hit.value[1] in ("name", "long") and self._destination(visit, hit):
                        return Finding(hit.value[0], "place-country.visit", 0.6, (Span(hit.start, hit.end),))
        return NO_PLACE

    def _not_now(self, sentence: Sentence, visit: Hit) -> bool:
        for kind in ("recalled", "announced", "future_visits"):
            if self.story.narrative_hits(kind, sentence.start, sentence.end):
                return True
        return any(self.calendar.find(self.words.plain, max(sentence.start, visit.start - 60), min(sentence.end, visit.end + 30)))

    def _destination(self, visit: Hit, country: Hit) -> bool:
        """Whether a state is where a visit leads: linked by "to", or in the case that says so."""
        allative = tuple(self.lexicon.words("allative"))
        if allative:
            return country.end <= visit.start and self.words.lowered[country.stem_end : country.end].startswith(
                allative
            )
        between = self.words.lowered[visit.end : country.start].split()
        return country.start > visit.end and 0 < len(between) <= 3 and between[0] in self.lexicon.words("visit_to")
