"""Who took part in the encounters of a text, and on which side."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .circumstances import NO_PLACE, Circumstances
from .dates import When
from .mentions import Mention
from .people import Person
from .phrases import Hit, lower
from .record import Finding, Span
from .speakers import Speaker
from .story import Sentence


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
    scope: Span | None = None
    """The section that tells of it, where the text has sections."""


_PRINCIPALS = {"head_of_state", "head_of_government", "foreign_minister", "secretary_general", "minister"}
_SOLE = {"head_of_state", "head_of_government", "foreign_minister"}


def many_parties(encounter: Encounter) -> bool:
    """Whether office-holders of four sides, or three holders of one office that a state has once, came together."""
    held = [p for p in encounter.people if p.roles & _PRINCIPALS]
    sides = {p.organization or p.country or encounter.sides.get(id(p)) for p in held} - {None}
    return len(sides) >= 4 or any(sum(role in p.roles for p in held) >= 3 for role in _SOLE)


class Attendance:
    """Gathers the participants of the encounters of one story."""

    def __init__(self, of: Circumstances, speakers: list[Speaker]) -> None:
        self.of, self.story, self.words, self.lexicon = of, of.story, of.words, of.lexicon
        self.speakers = speakers

    def gather(self, found: list[Encounter]) -> None:
        """Everybody whom an encounter's sentences show as taking part."""
        for n, encounter in enumerate(found):
            until = found[n + 1].anchor.start if n + 1 < len(found) else len(self.words.plain)
            since = encounter.anchor.start if n else 0
            self.take(encounter, self.of.parties(encounter.anchor))
            self._take_list(encounter)
            for sentence in self.story.sentences:
                if n and not since <= sentence.start < until:
                    continue
                if not n and len(found) > 1 and sentence.start >= until and sentence.paragraph.zone == "body":
                    continue
                self._take_from(encounter, sentence)
            if n == 0:
                self._take_roster(encounter)
                self._take_speakers(encounter, until)

    def _take_list(self, encounter: Encounter) -> None:
        """ "He received the following ambassadors:" and a line for each of them."""
        body = self.words.page.zone("body")
        if encounter.anchor.paragraph not in body or self.words.plain[encounter.anchor.end - 1] != ":":
            return
        for line in body[body.index(encounter.anchor.paragraph) + 1 :]:
            inside = [s for s in self.story.sentences if s.paragraph is line]
            people = [p for s in inside for m, p in s.mentions if p and m.kind == "name"]
            if len(people) != 1 or self.story.narrative_hits("speech", line.start, line.end):
                return
            self.take(encounter, people)

    def _take_roster(self, encounter: Encounter) -> None:
        """Everybody on the list of participants, with the side they are listed on."""
        side: str | None = None
        for line in self.words.page.roster:
            inside = [s for s in self.story.sentences if s.paragraph is line]
            people = [p for s in inside for m, p in s.mentions if p and m.kind == "name"]
            states = self.words.inside("country", line.start, line.end)
            first = next((m.start for s in inside for m, p in s.mentions if p and m.kind == "name"), line.end)
            heads = [h for h in states if not people or ":" in self.words.plain[h.end : first]]
            side = str(heads[0].value[0]) if heads else side
            for person in people:
                if side:
                    encounter.sides.setdefault(id(person), side)
            self.take(encounter, people)

    def gather_section(self, encounter: Encounter, scope: Span) -> None:
        """Everybody whom one section shows as taking part in its encounter."""
        for sentence in self.story.sentences:
            if scope.start <= sentence.start < scope.end:
                self._take_from(encounter, sentence)
        self._take_speakers(encounter, scope.end, scope.start)

    def _take_from(self, encounter: Encounter, sentence: Sentence) -> None:
        if sentence is encounter.anchor:
            return
        if sentence.paragraph.zone == "title":
            if self.of.encounters(sentence) or self.words.inside("visits", sentence.start, sentence.end):
                self.take(
                    encounter, [p for m, p in sentence.mentions if p and m.kind == "name" and not self.story.absent(m)]
                )
            return
        attendance = self.story.narrative_hits("attendance", sentence.start, sentence.end)
        if attendance and not self.of.elsewhere(sentence) and not self._recalls(sentence):
            present = [p for m, p in sentence.mentions if p and not self.story.absent(m)]
            self._sides(encounter, sentence)
            self.take(encounter, present)
            return
        if self._roster(sentence):
            self.take(
                encounter, [p for m, p in sentence.mentions if p and m.kind == "name" and not self.story.absent(m)]
            )
            return
        speaking = self._speaking(sentence)
        if speaking and not self._foreign_event(sentence) and not self._announces(speaking, encounter):
            self.take(encounter, [speaking])

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
        date = self.of.date_of(sentence)
        months = [
            w for w in self.of.calendar.find(self.words.plain, sentence.start, sentence.end) if w.month and not w.day
        ]
        published = self.of.published
        return bool(months) or bool(date and date.value and published and date.value[:7] != published[:7])

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

    def _announces(self, person: Person, encounter: Encounter) -> bool:
        """Whether somebody only tells of the meeting: a spokesperson, unless it is their own briefing."""
        announcers = tuple(self.lexicon.words("announcers"))
        own = encounter.format.value in ("news_conference", "lecture")
        return bool(announcers) and not own and any(_announcing(lower(o.text), announcers) for o, _n in person.offices)

    def _foreign_event(self, sentence: Sentence) -> bool:
        """Whether somebody spoke elsewhere or at another time; in the vocabulary … stands for any one word."""
        lexicon, plain = self.lexicon, self.words.lowered[sentence.start : sentence.end]
        cues = (re.escape(cue).replace("…", r"\w+") for cue in lexicon.words("spoken_elsewhere"))
        if any(re.search(rf"(?<!\w){cue}(?!\w)", plain) for cue in cues):
            return True
        return any(self._on_weekday(w) for w in self.of.calendar.find(self.words.plain, sentence.start, sentence.end))

    def _on_weekday(self, when: When) -> bool:
        return when.weekday is not None and not self.story.quoted_at(when.start)

    def _take_speakers(self, encounter: Encounter, until: int, since: int = 0) -> None:
        for speaker, stretch in zip(self.speakers, self.story.stretches, strict=True):
            if speaker.person is None or not since <= stretch.start < until or speaker.rule == "speaker.last-subject":
                continue
            sentence = self.story.sentence_at(stretch.outer_start)
            turn = stretch.rule in ("quote.turn", "quote.opening-remarks", "quote.said-colon")
            if self._announces(speaker.person, encounter) and not turn:
                continue
            if turn or sentence is None or not (self._foreign_event(sentence) or self._read_out(sentence)):
                self.take(encounter, [speaker.person])

    def _read_out(self, sentence: Sentence) -> bool:
        """Whether quoted words are a message from somebody who is not there."""
        return bool(self.story.narrative_hits("absent", sentence.start, sentence.end)) and not sentence.subject

    def take(self, encounter: Encounter, people: list[Person]) -> None:
        """Add whoever is not among the participants yet."""
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
        guests = [p for p in self.of.parties(encounter.anchor) if p.country and p is not encounter.people[0]]
        code = leader.country if leader else (guests[0].country if guests else None)
        for mention, person in sentence.mentions:
            if person and code and mention.start > cues[0].start:
                encounter.sides.setdefault(id(person), code)


def _announcing(office: str, announcers: tuple[str, ...]) -> bool:
    """Whether an office is a spokesperson's; its head word stands first or last."""
    return office.endswith(announcers) or office.startswith(announcers)
