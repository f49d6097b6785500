"""The encounters of a text with sections: one a section at most, with what headline and opening say of them all."""

from __future__ import annotations

from .attendance import Attendance
from .circumstances import NO_PLACE, Circumstances
from .date_resolution import resolve
from .encounter_marks import PLACELESS, format_of, strongest
from .encounters import Encounter, many_parties
from .person import Person
from .phrases import Hit
from .record import Finding, Span
from .sections import Section, sections
from .story import Sentence


class SectionReader:
    """Reads the encounters of a text that has sections."""

    def __init__(self, of: Circumstances, attendance: Attendance) -> None:
        self.of, self.story, self.words, self.lexicon = of, of.story, of.words, of.lexicon
        self.attendance = attendance

    def read(self) -> list[Encounter]:
        """The encounters of the sections where two sections at least tell of one; else none."""
        parts = sections(self.story, self.of.calendar)
        if not parts:
            return []
        opening = [s for s in self.story.sentences if s.paragraph.zone == "body" and s.start < parts[0].start]
        host = self._host(opening)
        found: list[Encounter] = []
        for part in parts:
            encounter = self._read_section(part, host, opening)
            if encounter and self._is_new(encounter, found):
                found.append(encounter)
        if len(found) < 2:
            return []
        self._of_all(opening, found)
        return [*self._opening(opening, found), *found]

    def _host(self, opening: list[Sentence]) -> Person | None:
        """Whose meetings they are: the first person of the headline, else of the opening."""
        until = max([s.end for s in [*self.of.titles, *opening]], default=0)
        told = [p for s in [*self.of.titles, *opening] for p in self.of.parties(s)]
        return next((p for p in told if any(n.start < until for n in p.names)), None)

    def _inside(self, part: Section) -> list[Sentence]:
        return [s for s in self.story.sentences if part.start <= s.start < part.end]

    def _read_section(self, part: Section, host: Person | None, opening: list[Sentence]) -> Encounter | None:
        inside = self._inside(part)
        head = [s for s in inside if s.paragraph is part.head]
        if any(self.words.inside("cancelled", s.start, s.end) for s in head):
            return None
        anchor = self._anchor(part, inside, head)
        parties = self._parties(part, anchor, inside, host) if anchor else []
        if anchor is None or not parties or (parties == [host] and not self._own_format(anchor)):
            return None
        fmt = self._format(anchor, head, opening)
        encounter = Encounter(anchor, fmt, self._date(part, anchor, head, opening), scope=Span(part.start, part.end))
        if fmt.value not in PLACELESS:
            encounter.place, encounter.place_country = self._place(part, anchor, head, opening)
        self._gather(encounter, part, parties, host)
        return encounter

    def _gather(self, encounter: Encounter, part: Section, parties: list[Person], host: Person | None) -> None:
        """Who took part; under a state's name whoever is not the host acts for that state."""
        self.attendance.take(encounter, parties)
        self.attendance.gather_section(encounter, Span(part.start, part.end))
        if state := self._state_alone(part):
            for person in encounter.people:
                if person is not host:
                    encounter.sides.setdefault(id(person), state)
        if encounter.format.value == "talks" and many_parties(encounter):
            encounter.format = Finding("multilateral", "format.many-parties", 0.7, encounter.format.spans)

    def _anchor(self, part: Section, inside: list[Sentence], head: list[Sentence]) -> Sentence | None:
        """The sentence that tells of the section's encounter; the heading itself where no other does."""
        if part.kind == "timed":
            return next((s for s in head if self.of.encounters(s) or self._event(s)), None)
        for sentence in inside:
            if part.kind == "headed" and sentence in head:
                continue
            if sentence.start > part.start and self._past(sentence):
                continue
            if self.of.encounters(sentence) and self.of.parties(sentence) and not self._told_of_another(sentence):
                return sentence
            if self._event(sentence) and self.of.parties(sentence):
                return sentence
        marked = [s for s in head if self.of.encounters(s) and self.of.parties(s)]
        told = next((s for s in marked if part.kind == "headed" or not self._told_of_another(s)), None)
        return told or self._unmarked(part, inside, head)

    def _unmarked(self, part: Section, inside: list[Sentence], head: list[Sentence]) -> Sentence | None:
        """Under a state's name the first sentence with a person; else an encounter whose parties a list tells."""
        if part.kind == "headed" and self._state_alone(part):
            rest = [s for s in inside if s not in head and self.of.parties(s)]
            return next((s for s in rest if not self._told_of_another(s)), None)
        listed = any(self.story.narrative_hits("attendance", s.start, s.end) and self.of.parties(s) for s in inside)
        return next((s for s in inside if self.of.reports(s)), None) if listed else None

    def _state_alone(self, part: Section) -> str | None:
        """The state whose name is the whole heading."""
        hit = self.words.covering("country", part.head.end - 1)
        begin = part.head.start
        while begin < part.head.end and not self.words.plain[begin].isalnum():
            begin += 1
        return str(hit.value[0]) if hit and hit.start <= begin else None

    def _told_of_another(self, sentence: Sentence) -> bool:
        """Whether a sentence recalls or announces: then it is not what the section is about."""
        return self.of.elsewhere(sentence) or self.of.announces(sentence)

    def _attended(self, sentence: Sentence) -> bool:
        return bool(self.story.narrative_hits("attendance", sentence.start, sentence.end))

    def _past(self, sentence: Sentence) -> bool:
        return bool(self.story.narrative_hits("recalled", sentence.start, sentence.end))

    def _event(self, sentence: Sentence) -> Finding | None:
        """ "Signing of …": a word that tells the format in a heading or an entry of a programme."""
        text = self.words.lowered[sentence.start : sentence.end]
        for value, forms in self.lexicon.table("section_events").items():
            for form in forms:
                if (at := text.find(str(form))) >= 0:
                    start = sentence.start + at
                    return Finding(value, f"format.{value}", 0.8, (Span(start, start + len(str(form))),))
        return None

    def _parties(self, part: Section, anchor: Sentence, inside: list[Sentence], host: Person | None) -> list[Person]:
        """Whom anchor and heading name, with the host; where they name nobody, whom the section lists."""
        head = [s for s in inside if s.paragraph is part.head]
        told = [*head, anchor] if part.kind in ("timed", "headed") else [anchor]
        parties = list({id(p): p for s in told for p in self.of.parties(s)}.values())
        if host and not any(p is host for p in parties):
            parties.insert(0, host)
        return parties or [p for s in inside if self._attended(s) for p in self.of.parties(s)]

    def _own_format(self, anchor: Sentence) -> Finding | None:
        """A format that needs no counterpart: a lecture, a session, statements to the press."""
        best = strongest(self.of.encounters(anchor))
        return format_of(best) if best and best.value in ("lecture", "multilateral", "news_conference") else None

    def _format(self, anchor: Sentence, head: list[Sentence], opening: list[Sentence]) -> Finding:
        """What the section says; mere talks are calls where headline or opening speak of calls."""
        for sentence in (anchor, *head):
            best = strongest(self.of.encounters(sentence))
            if best is not None and best.value != "talks":
                return format_of(best)
        if event := next((e for s in (anchor, *head) if (e := self._event(s))), None):
            return event
        marks: list[Hit] = [h for s in [*self.of.titles, *opening] for h in self.of.encounters(s)]
        common = strongest([h for h in marks if h.value in PLACELESS])
        best = common or strongest(self.of.encounters(anchor))
        return format_of(best) if best else Finding("talks", "format.default", 0.3)

    def _date(self, part: Section, anchor: Sentence, head: list[Sentence], opening: list[Sentence]) -> Finding:
        for sentence in (anchor, *head):
            found = self.of.date_of(sentence)
            if found and found.value:
                return found
        if part.day:
            value = resolve(part.day, self.of.published, "past")
            return Finding(value, "date.absolute", 0.85, (Span(part.day.start, part.day.end),))
        for sentence in opening:
            found = self.of.date_of(sentence)
            if found and found.value:
                return found
        return self.of.date(anchor)

    def _place(
        self, part: Section, anchor: Sentence, head: list[Sentence], opening: list[Sentence]
    ) -> tuple[Finding, Finding]:
        for sentence in () if part.kind == "dated" else (anchor, *head):
            found = self.of.town_of(sentence)
            if found:
                return found
        if part.town:
            return self.of.found_at(part.town, "place.town", 0.8)
        for sentence in [*self.of.titles, *opening]:
            found = self.of.town_of(sentence)
            if found:
                return found
        return self.of.page.of_header() or (NO_PLACE, self.of.visited(anchor))

    # --- the opening and all of them

    def _is_new(self, encounter: Encounter, found: list[Encounter]) -> bool:
        """Whether no earlier section told of the same encounter: other people, another day or another format."""
        people = {id(p) for p in self.of.parties(encounter.anchor)}
        return not any(
            people <= {id(p) for p in other.people}
            and encounter.date.value == other.date.value
            and encounter.format.value == other.format.value
            for other in found
        )

    def _of_all(self, opening: list[Sentence], found: list[Encounter]) -> None:
        """ "In both rounds of talks he was assisted by X": X was at every encounter of that format."""
        for sentence in opening:
            marks = self.of.encounters(sentence)
            if not self._series(sentence) or not (
                self.story.narrative_hits("attendance", sentence.start, sentence.end)
                or self.story.narrative_hits("accompanied", sentence.start, sentence.end)
            ):
                continue
            formats = {h.value for h in marks} or {"talks"}
            for encounter in found:
                if encounter.format.value in formats:
                    self.attendance.take(encounter, self.of.parties(sentence))

    def _series(self, sentence: Sentence) -> bool:
        return bool(self.story.narrative_hits("series", sentence.start, sentence.end))

    def _opening(self, opening: list[Sentence], found: list[Encounter]) -> list[Encounter]:
        """The encounter that the opening tells of besides, with two named people who meet in no section."""
        for anchor in opening:
            parties = self.of.parties(anchor)
            if len(parties) < 2 or self._series(anchor) or not self.of.reports(anchor):
                continue
            if any({id(p) for p in parties} <= {id(p) for p in e.people} for e in found):
                continue
            best = strongest(self.of.encounters(anchor))
            encounter = Encounter(anchor, format_of(best), self.of.date(anchor)) if best else None
            if encounter:
                encounter.place, encounter.place_country = self.of.place(anchor)
                self.attendance.take(encounter, parties)
                return [encounter]
        return []
