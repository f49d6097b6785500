"""The encounters a text exists to tell about: when, in what form, where, and who took part."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .dates import Calendar, Tense, When, resolve
from .mentions import Mention
from .people import Person
from .phrases import Hit
from .places import dateline_end, nominative, town
from .record import Finding, Span
from .speakers import Speaker
from .story import Sentence, Story

_STRENGTH = ("call", "video", "ceremony", "lecture", "news_conference", "multilateral", "talks")
_PLACELESS = ("call", "video")
NO_PLACE = Finding(None, "place.not-told", 0.0)


@dataclass
class Encounter:
    """A reported meeting while it is being read."""

    anchor: Sentence
    format: Finding
    date: Finding
    place: Finding = NO_PLACE
    place_country: Finding = NO_PLACE
    people: list[Person] = field(default_factory=list)
    sides: dict[int, str] = field(default_factory=dict)
    """State of a participant (by `id`) that the sentence about their side tells."""


class MeetingReader:
    """Reads the meetings of one story."""

    def __init__(self, story: Story, calendar: Calendar, published: str | None, speakers: list[Speaker]) -> None:
        self.story, self.words, self.lexicon = story, story.words, story.lexicon
        self.calendar, self.published, self.speakers = calendar, published, speakers

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
        self._gather(found)
        return found

    # --- which sentences tell of a meeting

    def _anchor(self) -> Sentence | None:
        """The first sentence of the body that tells of an encounter of named persons; else the headline."""
        titles = [s for s in self.story.sentences if s.paragraph.zone == "title"]
        body = [s for s in self.story.sentences if s.paragraph.zone == "body"]
        if titles and self._statement_title(titles[0]):
            return None
        turns = any(s.rule in ("quote.turn", "quote.opening-remarks") for s in self.story.stretches)
        if turns and titles and self.encounters(titles[0]):
            return titles[0]
        for sentence in body:
            if self.encounters(sentence) and self._parties(sentence) and not self._elsewhere(sentence):
                return sentence
        return next((s for s in titles if self.encounters(s) and self._parties(s)), None)

    def _statement_title(self, title: Sentence) -> bool:
        text = self.words.lowered[title.start : title.end]
        cues = self.lexicon.words("statement_titles")
        return any(re.search(rf"(?<!\w){re.escape(c)}", text) for c in cues) and not any(
            h.value != "talks" for h in self.encounters(title)
        )

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

    def _parties(self, sentence: Sentence) -> list[Person]:
        return [p for m, p in sentence.mentions if p and not self.story.absent(m)]

    def _elsewhere(self, sentence: Sentence) -> bool:
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

    def _is_another(self, sentence: Sentence, found: list[Encounter]) -> bool:
        """Whether a later sentence tells of a further meeting: another near day, its own verb, its own parties."""
        if sentence.paragraph.zone != "body" or sentence.paragraph is found[-1].anchor.paragraph:
            return False
        if not self.encounters(sentence) or self._elsewhere(sentence) or len(sentence.persons) < 1:
            return False
        if self.story.narrative_hits("announced", sentence.start, sentence.end):
            return False
        if self.story.narrative_hits("recalled", sentence.start, sentence.end):
            return False
        date = self.date_of(sentence)
        days = {e.date.value for e in found}
        if date is None or date.value is None or date.value in days or len(date.value) != 10 or "X" in date.value:
            return False
        first = found[0].date.value or self.published
        return bool(first) and abs(_day_number(date.value) - _day_number(first)) <= 7

    # --- fields

    def _encounter(self, anchor: Sentence) -> Encounter:
        fmt = self._format(anchor)
        encounter = Encounter(anchor, fmt, self._date(anchor))
        if fmt.value not in _PLACELESS:
            encounter.place, encounter.place_country = self._place(anchor)
        return encounter

    def _format(self, anchor: Sentence) -> Finding:
        """The strongest mark in headline and first sentence: a mark of something special outdoes "meeting"."""
        titles = [s for s in self.story.sentences if s.paragraph.zone == "title"]
        own = self.encounters(anchor)
        first_anchor = next(
            (s for s in self.story.sentences if s.paragraph.zone == "body" and self.encounters(s)), None
        )
        hits = (
            [h for t in titles for h in self.encounters(t)] if anchor is first_anchor or anchor in titles else []
        ) + own
        if not hits:
            return Finding("talks", "format.default", 0.3)
        best = min(hits, key=lambda h: (_STRENGTH.index(h.value) if h.value in _STRENGTH else 9, h.start))
        if best.value in ("multilateral", "ceremony") and self._two_sided(anchor, best):
            best = next((h for h in hits if h.value == "talks"), best)
        return Finding(best.value, f"format.{best.value.replace('_', '-')}", 0.85, (Span(best.start, best.end),))

    def _two_sided(self, anchor: Sentence, mark: Hit) -> bool:
        """Whether the sentence's own verb is a meeting of two and the mark comes after it ("met … at the forum")."""
        verbs = [h for h in self.encounters(anchor) if h.value == "talks" and h.end <= mark.start]
        return bool(verbs) and mark.start >= anchor.start and len(anchor.persons) == 2

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

    def _date(self, anchor: Sentence) -> Finding:
        titles = [s for s in self.story.sentences if s.paragraph.zone == "title"]
        for sentence in (anchor, *titles):
            found = self.date_of(sentence)
            if found:
                return found
        lead = [s for s in self.story.sentences if s.paragraph.zone == "body"][:2]
        for sentence in lead:
            found = self.date_of(sentence)
            if found and found.value and len(found.value) == 10 and not self._elsewhere(sentence):
                return Finding(found.value, found.rule, 0.7, found.spans)
        if self.published:
            return Finding(self.published, "date.day-of-publication", 0.7)
        return Finding(None, "date.not-told", 0.0)

    def _place(self, anchor: Sentence) -> tuple[Finding, Finding]:
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
        return self._welcomed() or (NO_PLACE, self._visited(anchor))

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
        for sentence in dict.fromkeys((anchor, *near)):
            if sentence is not anchor and not any(p in self._parties(anchor) for p in sentence.persons[-2:]):
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
        return any(self.calendar.find(self.words.plain, max(sentence.start, visit.start - 60), visit.end + 30))

    def _destination(self, visit: Hit, country: Hit) -> bool:
        """Whether a state is where a visit leads: linked by "to", or in the case that says so."""
        allative = tuple(self.lexicon.words("allative"))
        if allative:
            return country.end <= visit.start and self.words.lowered[country.stem_end : country.end].startswith(
                allative
            )
        between = self.words.lowered[visit.end : country.start].split()
        return country.start > visit.end and 0 < len(between) <= 3 and between[0] in self.lexicon.words("visit_to")

    # --- who took part

    def _gather(self, found: list[Encounter]) -> None:
        """Everybody whom an encounter's sentences show as taking part."""
        for n, encounter in enumerate(found):
            until = found[n + 1].anchor.start if n + 1 < len(found) else len(self.words.plain)
            since = encounter.anchor.start if n else 0
            self._take(encounter, self._parties(encounter.anchor))
            for sentence in self.story.sentences:
                if n and not since <= sentence.start < until:
                    continue
                if not n and len(found) > 1 and sentence.start >= until and sentence.paragraph.zone == "body":
                    continue
                self._take_from(encounter, sentence)
            if n == 0:
                self._take_speakers(encounter, until)

    def _take_from(self, encounter: Encounter, sentence: Sentence) -> None:
        if sentence is encounter.anchor:
            return
        if sentence.paragraph.zone == "title":
            if self.encounters(sentence) or self.words.inside("visits", sentence.start, sentence.end):
                self._take(
                    encounter, [p for m, p in sentence.mentions if p and m.kind == "name" and not self.story.absent(m)]
                )
            return
        attendance = self.story.narrative_hits("attendance", sentence.start, sentence.end)
        if attendance and not self._elsewhere(sentence) and not self._recalls(sentence):
            present = [p for m, p in sentence.mentions if p and not self.story.absent(m)]
            self._sides(encounter, sentence)
            self._take(encounter, present)
            return
        if self._roster(sentence):
            self._take(
                encounter, [p for m, p in sentence.mentions if p and m.kind == "name" and not self.story.absent(m)]
            )
            return
        speaking = self._speaking(sentence)
        if speaking and not self._foreign_event(sentence):
            self._take(encounter, [speaking])

    def _roster(self, sentence: Sentence) -> bool:
        """Whether an early sentence lists those who are there: four names or more, most with an office."""
        named = [p for m, p in sentence.mentions if p and m.kind == "name"]
        body = self.words.page.zone("body")
        early = sentence.paragraph in body[:3]
        return (
            early
            and len(named) >= 4
            and sum(bool(p.offices) for p in named) >= 3
            and not self.story.narrative_hits("recalled", sentence.start, sentence.end)
        )

    def _recalls(self, sentence: Sentence) -> bool:
        """Whether a sentence about attendance is about another event, on another date."""
        date = self.date_of(sentence)
        months = [
            w for w in self.calendar.find(self.words.plain, sentence.start, sentence.end) if w.month and not w.day
        ]
        return bool(months) or bool(date and date.value and self.published and date.value[:7] != self.published[:7])

    def _speaking(self, sentence: Sentence) -> Person | None:
        """Who acts in a sentence with a verb of speech."""
        subject = next(((m, p) for m, p in sentence.mentions if p is sentence.subject and p), None)
        if subject is None:
            return None
        mention, person = subject
        verbs = self.story.narrative_hits("speech", sentence.start, sentence.end)
        if not self.lexicon.data.get("subject_bare"):
            verbs = [v for v in verbs if v.start >= mention.end and not self._other_between(sentence, mention, v)]
        return person if verbs and self.story.acts(mention) else None

    def _other_between(self, sentence: Sentence, mention: Mention, verb: Hit) -> bool:
        return any(mention.end <= m.start < verb.start for m, p in sentence.mentions if p)

    def _foreign_event(self, sentence: Sentence) -> bool:
        """Whether somebody spoke elsewhere or at another time."""
        lexicon, plain = self.lexicon, self.words.lowered[sentence.start : sentence.end]
        if any(re.search(rf"(?<!\w){re.escape(c)}(?!\w)", plain) for c in lexicon.words("spoken_elsewhere")):
            return True
        return any(self._on_weekday(w) for w in self.calendar.find(self.words.plain, sentence.start, sentence.end))

    def _on_weekday(self, when: When) -> bool:
        return when.weekday is not None and not self.story.quoted_at(when.start)

    def _take_speakers(self, encounter: Encounter, until: int) -> None:
        for speaker, stretch in zip(self.speakers, self.story.stretches, strict=True):
            if speaker.person is None or stretch.start >= until or speaker.rule == "speaker.last-subject":
                continue
            sentence = self.story.sentence_at(stretch.outer_start)
            turn = stretch.rule in ("quote.turn", "quote.opening-remarks", "quote.said-colon")
            if turn or sentence is None or not (self._foreign_event(sentence) or self._read_out(sentence)):
                self._take(encounter, [speaker.person])

    def _read_out(self, sentence: Sentence) -> bool:
        """Whether quoted words are a message from somebody who is not there."""
        return bool(self.story.narrative_hits("absent", sentence.start, sentence.end)) and not sentence.subject

    def _take(self, encounter: Encounter, people: list[Person]) -> None:
        for person in people:
            if not any(person is p for p in encounter.people):
                encounter.people.append(person)

    def _sides(self, encounter: Encounter, sentence: Sentence) -> None:
        """ "On the Uzbek side …": the state of all whom the sentence then names."""
        marks: list[tuple[int, str]] = []
        for side in self.story.narrative_hits("attendance_sides", sentence.start, sentence.end):
            owner = self.words.covering("country", side.start - 2) if side.start > 1 else None
            if owner:
                marks.append((owner.start, str(owner.value[0])))
        for mention, person in sentence.mentions:
            before = [code for at, code in marks if at <= mention.start]
            if person and before:
                encounter.sides.setdefault(id(person), before[-1])
        if not marks:
            self._delegation(encounter, sentence)
            self._one_each(encounter, sentence)

    def _one_each(self, encounter: Encounter, sentence: Sentence) -> None:
        """ "Foreign ministers A and B": one of either side, in the order in which the sides were named."""
        pair = [p for _m, p in sentence.mentions if p and any(o.plural for o, _n in p.offices) and not p.country]
        states = list(dict.fromkeys(p.country for p in encounter.people if p.country))
        if len(pair) == len(states) == 2:
            for person, code in zip(pair, states, strict=True):
                encounter.sides.setdefault(id(person), code)

    def _delegation(self, encounter: Encounter, sentence: Sentence) -> None:
        """ "The President was accompanied by X": X acts for the President's state; "the guests included X": theirs."""
        cues = self.story.narrative_hits("accompanied", sentence.start, sentence.end)
        if not cues:
            return
        leader = next((p for m, p in sentence.mentions if p and m.end <= cues[0].start), None)
        guests = [p for p in self._parties(encounter.anchor) if p.country and p is not encounter.people[0]]
        code = leader.country if leader else (guests[0].country if guests else None)
        for mention, person in sentence.mentions:
            if person and code and mention.start > cues[0].start:
                encounter.sides.setdefault(id(person), code)


def _day_number(edtf: str | None) -> int:
    from datetime import date

    try:
        return date.fromisoformat(edtf or "").toordinal()
    except ValueError:
        return 0


def mention_span(mention: Mention) -> Span:
    """The words of a mention."""
    return Span(mention.start, mention.end)
