"""When and where the encounter took place that a sentence tells of."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise

from .dates import Calendar, Tense, When, resolve
from .layout import Paragraph
from .people import Person
from .phrases import Hit
from .places import dateline_end, nominative, town
from .record import Finding, Span
from .story import Sentence, Story

_STRENGTH = ("call", "video", "ceremony", "lecture", "news_conference", "multilateral", "talks")
_MEETING = ("meeting", "meetings", "talks", "summit", "session")
PLACELESS = ("call", "video")
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
            if self._in_office(hit):
                continue
            found.append(hit._replace(value="talks") if self._of_two(hit) else hit)
        return found

    @cached_property
    def _offices(self) -> list[tuple[int, int]]:
        """Where offices stand: "President of the Assembly" marks no assembly."""
        resolver = self.story.resolver
        held = [o for p in resolver.people for o, _n in p.offices]
        return sorted({(o.start, o.end) for o in (*held, *resolver.offices)})

    def _in_office(self, hit: Hit) -> bool:
        at = bisect_right(self._offices, (hit.start, len(self.words.plain))) - 1
        return at >= 0 and self._offices[at][0] < hit.start < hit.end <= self._offices[at][1]

    def _of_two(self, hit: Hit) -> bool:
        """ "Japan-Ghana Foreign Ministers' Meeting", "a foreign ministers' meeting with X": talks of two."""
        if hit.value != "multilateral" or not self.words.lowered[hit.start : hit.end].endswith(_MEETING):
            return False
        if self.words.lowered[hit.start : hit.end].endswith("session"):
            after = self.words.inside("institutions", hit.end, hit.end + 60)
            return bool(after) or bool(self.words.inside("events", hit.end, hit.end + 60))
        if re.match(r"\W*(?:with|between)\b", self.words.lowered[hit.end : hit.end + 10]):
            return True
        line = self.words.plain.rfind("\n", 0, hit.start) + 1
        states = self.words.inside("country", max(line, hit.start - 50), hit.start)
        pairs = [(a, b) for a, b in pairwise(states) if self.words.plain[a.end : b.start] in ("-", "–", "—")]
        return len(states) == 2 and len(pairs) == 1

    def parties(self, sentence: Sentence) -> list[Person]:
        """Whom a sentence names as being there."""
        return [p for m, p in sentence.mentions if p and not self.story.absent(m)]

    def announces(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of what is to come; "Next, he received X" does not."""
        return bool(self._cues("announced", sentence))

    def _cues(self, kind: str, sentence: Sentence) -> list[Hit]:
        """What marks another time in a sentence, but for an adverb that opens it ("Next, …", "Earlier, …")."""
        hits = self.story.narrative_hits(kind, sentence.start, sentence.end)
        return [h for h in hits if h.start > sentence.start + 2 or self.words.plain[h.end : h.end + 1] != ","]

    def reports(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of an encounter of now, neither recalled nor announced."""
        if not self.encounters(sentence) or self.announces(sentence):
            return False
        further = self.story.narrative_hits("further", sentence.start, sentence.end)
        recalled = self.story.narrative_hits("recalled", sentence.start, sentence.end)
        recalled = [r for r in recalled if not any(f.start <= r.start < f.end for f in further)]
        return not recalled and (bool(further) or not self.elsewhere(sentence))

    @cached_property
    def titles(self) -> list[Sentence]:
        """The sentences of the headline."""
        return [s for s in self.story.sentences if s.paragraph.zone == "title"]

    def elsewhere(self, sentence: Sentence) -> bool:
        """Whether a sentence recalls or announces an encounter instead of telling of the present one."""
        hits = self.encounters(sentence)
        if not hits:
            return False
        if all(self._past_perfect(h) for h in hits):
            return True
        for kind in ("recalled", "announced"):
            cues = self._cues(kind, sentence)
            strong = [c for c in cues if c.end <= hits[0].start + 12 and hits[0].start - c.end < 40]
            if strong and not self.words.inside("encounter", sentence.start, strong[0].start):
                return True
        return False

    def _past_perfect(self, hit: Hit) -> bool:
        """ "On Monday he had received X": before what the text tells of."""
        if self.words.lowered[hit.start : hit.end] not in self.lexicon.words("encounter_verbs"):
            return False
        before = self.words.lowered[max(0, hit.start - 16) : hit.start].split()[-2:]
        return any(w in self.lexicon.words("past_perfect") for w in before)

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
            if tense == "past" and when.shift and when.shift[1] > 0:
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
        for sentence in (anchor, *self.titles):
            found = self.date_of(sentence)
            if found and (found.value or not self.published):
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
        same = [s for s in self.story.sentences if s.paragraph is anchor.paragraph and s is not anchor]
        following = [s for s in self.story.sentences if s.start > anchor.start and s not in same][:2]
        for sentence in (anchor, *self.titles, *same, *[s for s in following if self.encounters(s)]):
            if sentence is not anchor and sentence not in self.titles and self._aside(sentence):
                continue
            found = (self._town_behind_mark(sentence) if sentence is anchor else None) or self.town_of(sentence)
            if found:
                return found
        return (
            self._here(anchor)
            or self._welcomed()
            or self.page_place()
            or self._arrived(anchor)
            or self._guests_of(self.visited(anchor))
        )

    def _town_behind_mark(self, anchor: Sentence) -> tuple[Finding, Finding] | None:
        """The town after the word that tells of the encounter ("a plant in Lund, A said as he met B in Oslo")."""
        marks = self.encounters(anchor)
        return self._town(marks[0].end, anchor.end) if marks else None

    def town_of(self, sentence: Sentence) -> tuple[Finding, Finding] | None:
        """The town that a sentence names, the agency's dateline aside."""
        begin = dateline_end(self.words)
        return self._town(max(sentence.start, begin if sentence.end > begin else 0), sentence.end)

    def _arrived(self, anchor: Sentence) -> tuple[Finding, Finding] | None:
        """ "He arrived in Oslo": the town that somebody reached last before they met."""
        for sentence in reversed([s for s in self.story.sentences if s.start < anchor.start]):
            for cue in self.story.narrative_hits("current_visit", sentence.start, sentence.end):
                hit = self.words.covering("place", cue.end + 1)
                if hit and hit.start == cue.end + 1 and not self._part_of_reference(hit, sentence.start):
                    return self.found_at(hit, "place.arrival", 0.6)
        return None

    def _here(self, anchor: Sentence) -> tuple[Finding, Finding] | None:
        """ "OSLO, 3 May (NEWS) -- A and B met here today": where the agency wrote is where they met."""
        body = self.words.page.zone("body")
        hits = self.words.inside("place", body[0].start, dateline_end(self.words)) if body else []
        words = self.words.lowered[anchor.start : anchor.end].split()
        if not hits or not any(w.strip(",.;") in self.lexicon.words("here") for w in words):
            return None
        return self.found_at(hits[0], "place.dateline", 0.8)

    def page_place(self) -> tuple[Finding, Finding] | None:
        """A line between headline and body that is little more than a town ("April 3, The Kremlin, Moscow")."""
        for line in self.words.page.header():
            hits = self.words.inside("place", line.start, line.end)
            if hits and not self.words.inside("agency", line.start, line.end) and self._only_place(line, hits):
                return self.found_at(hits[-1], "place.page-line", 0.7)
        return None

    def _only_place(self, line: Paragraph, hits: list[Hit]) -> bool:
        """Whether a line says where and when and nothing else."""
        text = self.words.plain[line.start : line.end]
        if len(text) > 90 or re.search(r"[|>›•]|(?<!\b[ap]\.m)[.!?。！？؟]$", text):
            return False
        before = self.words.lowered[line.start : hits[-1].start]
        labels = self.lexicon.words("date_labels") | self.lexicon.words("speech")
        return not any(w.strip(",.:") in labels for w in before.split())

    def found_at(self, hit: Hit, rule: str, confidence: float) -> tuple[Finding, Finding]:
        """A town and its state as findings; a dateline's capitals are none of the name."""
        span = (Span(hit.start, hit.end),)
        written = nominative(self.words, hit)
        written = str(hit.value[2]) if written.isupper() and len(written) > 3 else written
        name = Finding(written, rule, confidence, span)
        return name, Finding(str(hit.value[0]), "place-country.town", confidence, span)

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
                last = bool(self.lexicon.words("locative"))  # the verb stands last: "Sizi Bakıda görməyə şadam"
                hit = self.words.covering("place", cue.start - 2 if last and cue.start > 1 else cue.end + 1)
                if hit and (hit.end + 1 == cue.start if last else hit.start == cue.end + 1):
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

    def visited(self, anchor: Sentence) -> Finding:
        """ "on an official visit to Russia": the state where somebody is a guest."""
        near = [s for s in self.story.sentences if s.paragraph.zone == "body"][:7]
        for sentence in dict.fromkeys((anchor, *self.titles, *near)):
            if sentence is not anchor and not any(p in self.parties(anchor) for p in sentence.persons[-2:]):
                continue
            for visit in self.story.narrative_hits("visits", sentence.start, sentence.end):
                if self._not_now(sentence, visit):
                    continue
                for hit in self.words.inside("country", visit.start - 40, visit.end + 60):
                    if hit.value[1] in ("name", "long") and self._destination(visit, hit):
                        return Finding(hit.value[0], "place-country.visit", 0.6, (Span(hit.start, hit.end),))
        return NO_PLACE

    def _not_now(self, sentence: Sentence, visit: Hit) -> bool:
        for kind in ("recalled", "announced", "future_visits"):
            if self.story.narrative_hits(kind, sentence.start, sentence.end):
                return True
        start, end = max(sentence.start, visit.start - 60), min(sentence.end, visit.end + 30)
        return bool(self.calendar.find(self.words.plain, start, end))

    def _destination(self, visit: Hit, country: Hit) -> bool:
        """Whether a state is where a visit leads: linked by "to", or in the case that says so."""
        allative = tuple(self.lexicon.words("allative"))
        if allative:
            return country.end <= visit.start and self.words.lowered[country.stem_end : country.end].startswith(
                allative
            )
        between = self.words.lowered[visit.end : country.start].split()
        if not between:
            return country.start > visit.end and self.words.lowered[visit.start : visit.end].endswith("ing")
        if between[-1] in self.lexicon.words("abroad_links") and len(between) <= 8:
            return country.start > visit.end
        return country.start > visit.end and len(between) <= 3 and between[0] in self.lexicon.words("visit_to")


def strongest(hits: list[Hit]) -> Hit | None:
    """The mark that tells most: of something special rather than of talks, the first of its kind."""
    rank = lambda h: (_STRENGTH.index(h.value) if h.value in _STRENGTH else 9, h.start)  # noqa: E731
    return min(hits, key=rank) if hits else None


def format_of(hit: Hit) -> Finding:
    """The format that a mark stands for."""
    return Finding(hit.value, f"format.{hit.value.replace('_', '-')}", 0.85, (Span(hit.start, hit.end),))
