"""Who came with whom, and so for which state: those who are accompanied, delegations and who leads them."""

from __future__ import annotations

from itertools import pairwise

from .encounters import Encounter
from .inviters import sides_of_inviters
from .person import Person
from .phrases import Hit
from .presence import accompanied
from .spoken_attendance import SpokenAttendance
from .story import Sentence

_LESSER = {"ambassador", "deputy", "official"}
"""Offices of those who accompany somebody."""


_GUEST = 24
"""Characters behind "accompanied the" in which the one who was accompanied is named."""


class Companions(SpokenAttendance):
    """Tells the sides of those who accompany somebody."""

    def _companions(self, encounter: Encounter) -> None:
        """ "X received Y, accompanied by Z": in the sentence of the meeting Z is with whoever is named right before."""
        anchor = encounter.anchor
        cues = self.story.narrative_hits("accompanied", anchor.start, anchor.end)
        if cues and self._one_for_each(encounter, cues[0]):
            return
        for cue in cues if self.lexicon.head_first else ():
            before = [p for m, p in anchor.mentions if p and m.end <= cue.start]
            after = [p for m, p in anchor.mentions if p and m.start >= cue.end]
            word = self.words.lowered[max(0, cue.start - 6) : cue.start].split()[-1:]
            own = bool(word) and word[0] in self.lexicon.words("office_joins")  # "He was received by Y and was …"
            if own and (visitor := self._received(anchor)):
                before = [visitor]
            leader = before[-1] if before else self._led_behind(anchor, cue)
            if leader and leader.country and before:
                self._beside_leader(encounter, cue, after, leader.country)
            elif leader and leader.country:
                encounter.sides = {id(p): leader.country for p in after[: after.index(leader)]} | encounter.sides
        self._of_delegation(encounter)
        encounter.sides = sides_of_inviters(self.of, encounter) | encounter.sides

    def _one_for_each(self, encounter: Encounter, cue: Hit) -> bool:
        """ "A and his Peruvian colleague B, accompanied by their ministers C and D": D is B's, C is not."""
        told = {id(p): (m, p) for m, p in reversed(encounter.anchor.mentions) if p and m.kind == "name"}
        principals = [p for m, p in reversed(told.values()) if m.end <= cue.start]
        pair = [p for m, p in reversed(told.values()) if m.start >= cue.end]
        if len(principals) != 2 or len(pair) != 2 or not all(o.plural for p in pair for o, _n in p.offices[:1]):
            return False
        states = [p.country for p in principals]
        encounter.sides |= {id(p): code for p, code in zip(pair, states, strict=True) if code}
        return any(states) and all(p.offices for p in pair)

    def _led_behind(self, sentence: Sentence, cue: Hit) -> Person | None:
        """ "Accompanied by the ministers Z and V, Y met …": who is named last before the verb."""
        verbs = [h for k in ("encounter", "speech") for h in self.story.narrative_hits(k, cue.end, sentence.end)]
        until = min((v.start for v in verbs), default=sentence.start)
        there = [p for m, p in sentence.mentions if p and cue.end <= m.start < until]
        return there[-1] if len(there) > 1 and cue.start == sentence.start and self.lexicon.head_first else None

    def _beside_leader(self, encounter: Encounter, cue: Hit, joined: list[Person], code: str) -> None:
        """Whoever is named first behind the words that somebody was accompanied is of the same state; so are lesser
        officials behind, up to further words for who was there."""
        anchor = encounter.anchor
        later = [h.start for h in self.story.narrative_hits("attendance", cue.end, anchor.end) if h.start > cue.end]
        starts = {id(p): m.start for m, p in reversed(anchor.mentions) if p}
        for person in joined:
            lesser = person is joined[0] or (person.roles and person.roles <= _LESSER)
            if lesser and starts[id(person)] < min(later, default=anchor.end):
                encounter.sides.setdefault(id(person), code)

    def _received(self, anchor: Sentence) -> Person | None:
        """Who "was received by Y and …" is said of: whoever acts, or acted before where the verb leaves it out."""
        first = next((m for m, p in anchor.mentions if p and p is anchor.subject), None)
        marks = self.of.encounters(anchor)
        left_out = first is not None and bool(marks) and marks[0].end <= first.start
        return self.story.subject_before(anchor.start) if left_out else anchor.subject

    def _of_delegation(self, encounter: Encounter) -> None:
        """ "X met a delegation of the Chilean parliament: Y, Z and …": whoever is named behind it, up to words for who
        else was there, is of that state."""
        anchor = encounter.anchor
        noun = self.lexicon.begins("delegations").search(self.words.lowered, anchor.start, anchor.end)
        if noun is None or not self.lexicon.head_first:
            return
        after = [(m, p) for m, p in anchor.mentions if p and m.start > noun.end() and m.kind == "name"]
        first = min((m.start for m, _p in after), default=anchor.end)
        held = [o.start for m, p in after for o, n in p.offices if n.start == m.start]
        states = self.words.inside("country", max(anchor.start, noun.start() - 20), min([first, *held]))
        cues = self.story.narrative_hits("attendance", noun.end(), anchor.end)
        until = next((c.start for c in cues if c.start > first), anchor.end)
        codes = {str(h.value[0]) for h in states}
        for _mention, person in ((m, p) for m, p in after if len(codes) == 1 and m.start < until):
            encounter.sides.setdefault(id(person), next(iter(codes)))

    def _beside_principal(self, encounter: Encounter) -> None:
        """ "Ghana's Prime Minister A and governor B": a lesser official named right behind "and", where names come
        last, is of the same side."""
        named = [(m, p) for m, p in encounter.anchor.mentions if p and m.kind == "name"]
        joins = self.lexicon.words("office_joins") if self.lexicon.data.get("subject_bare") else ()
        for (first, one), (second, other) in pairwise(named) if joins else ():
            held = next((o.start for o, n in other.offices if n.start == second.start), None)
            lesser = other.roles <= {"official", "deputy"} and not (other.country or other.organization)
            between = self.words.lowered[first.end : held].split() if held else []
            near = bool(between) and between[0] in joins and len(between) <= 3 and not between[-1].endswith(",")
            if lesser and one.country and near:
                encounter.sides.setdefault(id(other), one.country)

    def _met_together(self, encounter: Encounter) -> None:
        """ "Встретился с президентом Ганы A и министром B": two offices in one case behind one "with", the second of no
        state: they are of the same."""
        named = [(m, p) for m, p in encounter.anchor.mentions if p and m.kind == "name"]
        joins = self.lexicon.words("office_joins") if self.lexicon.data.get("adjective_cases") else ()
        for (first, one), (second, other) in pairwise(named) if joins else ():
            led = next((o for o, n in one.offices if n.start == first.start), None)
            held = next((o for o, n in other.offices if n.start == second.start), None)
            if not led or not held or not (led.oblique and held.oblique) or other.country or other.organization:
                continue
            before = self.words.lowered[max(0, led.start - 4) : led.start].split()[-1:]
            behind_with = bool(before) and before[0] in self.lexicon.words("with_links")
            if behind_with and led.country and self.words.lowered[first.end : held.start].strip() in joins:
                encounter.sides.setdefault(id(other), led.country)

    def _delegation(self, encounter: Encounter, sentence: Sentence) -> None:
        """ "The President was accompanied by X": X acts for the President's state; "the guests included X": theirs."""
        if self._of_whom_they_accompany(encounter, sentence):
            return
        cues = self.story.narrative_hits("accompanied", sentence.start, sentence.end)
        if not cues:
            return
        leader = next((p for m, p in sentence.mentions if p and m.end <= cues[0].start), None)
        behind = None if leader else self._led_behind(sentence, cues[0])
        leader = leader or self._led_by_pronoun(sentence, cues[0]) or behind
        guests = [p for p in self.of.parties(encounter.anchor) if p.country and p is not encounter.people[0]]
        code = leader.country if leader else (guests[0].country if guests else None)
        for mention, person in sentence.mentions:
            if person and code and mention.start > cues[0].start:
                encounter.sides.setdefault(id(person), code)

    def _of_whom_they_accompany(self, encounter: Encounter, sentence: Sentence) -> bool:
        """ "With the visitor came Y and Z", the verb first: whoever else is named is of the visitor's state."""
        led = accompanied(self.story, sentence)
        verbs = self.lexicon.words("accompanying") if led is None else frozenset()
        cues = self.story.narrative_hits("attendance", sentence.start, sentence.end) if verbs else []
        cue = next((c for c in cues if self.words.lowered[c.start : c.end] in verbs), None)
        if cue is not None:
            led = next((p for m, p in sentence.mentions if p and 0 <= m.start - cue.end < _GUEST), None)
        code = (led.country or encounter.sides.get(id(led))) if led else None
        for person in sentence.persons if code else ():
            if person is not led:
                encounter.sides.setdefault(id(person), str(code))
        return code is not None

    def _led_by_pronoun(self, sentence: Sentence, cue: Hit) -> Person | None:
        """ "Его сопровождали X и Y", "Lo acompañaron X e Y": whoever acted in the sentence before."""
        words = self.words.lowered[sentence.start : cue.end].split()[:1]
        accompanied = bool(words) and words[0] in self.lexicon.words("companions_of")
        return self.story.subject_before(sentence.start) if accompanied else None
