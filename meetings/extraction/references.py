"""Other encounters that a text recalls or announces, with two parties at least."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from .attendance import Encounter
from .dates import Calendar, Tense, When, resolve
from .people import Person
from .phrases import Hit
from .record import Finding, Span
from .speakers import Speaker
from .story import Sentence, Story

_NO_DATE = Finding(None, "reference.no-date", 0.0)


@dataclass
class Pointer:
    """One reference while it is being read: parties are persons or ISO codes."""

    date: Finding
    parties: list[Person | str]
    span: tuple[int, int]
    rule: str


class ReferenceReader:
    """Reads the references of one story."""

    def __init__(
        self, story: Story, calendar: Calendar, published: str | None, home: str | None,
        encounters: list[Encounter], speakers: list[Speaker],
    ) -> None:  # fmt: skip
        self.story, self.words, self.lexicon = story, story.words, story.lexicon
        self.calendar, self.published, self.home = calendar, published, home
        self.encounters = encounters
        self.anchors = {e.anchor.start for e in encounters}
        self.days = {e.date.value for e in encounters}
        self.speaker_at = {s.start: who.person for s, who in zip(story.stretches, speakers, strict=True)}

    def read(self) -> list[Pointer]:
        """All references, each once."""
        found: list[Pointer] = []
        for sentence in sorted([*self.story.sentences, *self.story.speech], key=lambda s: s.start):
            if sentence.start in self.anchors and not sentence.quoted:
                continue
            for hit, left, right in self._marks(sentence):
                pointer = self._pointer(sentence, hit, left, right)
                if pointer:
                    self._add(found, pointer)
        return found

    def _marks(self, sentence: Sentence) -> list[tuple[Hit, int, int]]:
        """Nouns and verbs of encounter or visit, each with the stretch of the sentence it governs."""
        hits = self.words.inside("visits", sentence.start, sentence.end) + self.words.inside(
            "encounter", sentence.start, sentence.end
        )
        hits += self.words.inside("events", sentence.start, sentence.end)
        if not sentence.quoted:
            hits = [h for h in hits if not self.story.quoted_at(h.start)]
        hits = [h for h in hits if not self.words.covering("organization", h.start)]
        hits.sort(key=lambda h: h.start)
        marks = []
        for n, hit in enumerate(hits):
            left = hits[n - 1].end if n else sentence.start
            right = hits[n + 1].start if n + 1 < len(hits) else sentence.end
            marks.append((hit, left, right))
        return marks

    def _pointer(self, sentence: Sentence, hit: Hit, left: int, right: int) -> Pointer | None:
        when = self._when(hit, left, right)
        recalled = self._cue("recalled", sentence, hit)
        announced = self._cue("announced", sentence, hit)
        tense: Tense = "future" if announced and not recalled else "past"
        date = self._date(when, tense)
        if not sentence.quoted and date.value in self.days and date.value is not None:
            return None
        visit = hit.kind == "visits"
        if not (visit or recalled or announced or date.value):
            return None
        parties = self._visitor(sentence, hit, left, right) if visit else self._partners(sentence, hit, left, right)
        if len(parties) < 2:
            return None
        if visit and not (date.value or announced) and self._current(parties):
            return None
        if not visit and date.value is None and self._same_meeting(parties):
            return None
        rule = (
            "reference.visit"
            if visit
            else ("reference.announced" if announced and not recalled else "reference.recalled")
        )
        return Pointer(date, parties, (hit.start, hit.end), rule)

    def _cue(self, kind: str, sentence: Sentence, hit: Hit) -> bool:
        return bool(self.words.inside(kind, sentence.start, sentence.end))

    def _when(self, hit: Hit, left: int, right: int) -> When | None:
        """The date nearest to the mark, after it or before it."""
        whens = self.calendar.find(self.words.plain, left, right)
        if not self.lexicon.head_first:  # what belongs to a word stands before it
            whens = [w for w in whens if w.end <= hit.start or w.start - hit.end <= right - w.end]
        if not whens:
            return None
        return min(whens, key=lambda w: w.start - hit.end if w.start >= hit.end else hit.start - w.end)

    def _date(self, when: When | None, tense: Tense) -> Finding:
        if when is None:
            return _NO_DATE
        value = resolve(when, self.published, tense)
        if value is None or (value.startswith("XXXX") and not self.published):
            return Finding(value, when.rule, 0.5, (Span(when.start, when.end),))
        return Finding(value, when.rule, 0.8, (Span(when.start, when.end),))

    def _current(self, parties: list[Person | str]) -> bool:
        """Whether a visit is the one during which the reported meeting took place."""
        for encounter in self.encounters:
            places = {encounter.place_country.value, self.home if encounter.place_country.value is None else None}
            if any(p is q for p in parties for q in encounter.people) and any(
                p in places for p in parties if isinstance(p, str)
            ):
                return True
        return False

    def _same_meeting(self, parties: list[Person | str]) -> bool:
        """Whether all parties took part in a meeting that is reported: then no other one is meant."""
        return any(all(any(p is q for q in e.people) for p in parties) for e in self.encounters)

    # --- parties

    def _visitor(self, sentence: Sentence, hit: Hit, left: int, right: int) -> list[Person | str]:
        """Who visits and which state: "the visit of X to C", "X's visit to C", "X will travel to C"."""
        mentions = self._persons(sentence, left, right)
        after = [p for at, p, by in mentions if at >= hit.end and by in self.lexicon.words("visitor_links")]
        before = [p for at, p, _by in mentions if at < hit.start]
        visitor: Person | None = after[0] if after else (before[-1] if before else None)
        if visitor is None:
            return []
        state = self._visited_state(hit, left, right, visitor)
        return [visitor, state] if state else [visitor]

    def _visited_state(self, hit: Hit, left: int, right: int, visitor: Person) -> str | None:
        allative = tuple(self.lexicon.words("allative"))
        links = self.lexicon.words("visit_to")
        for kind in ("country", "place"):
            window = (left, hit.start) if allative else (hit.end, right)
            for other in self.words.inside(kind, *window):
                if allative:
                    if self.words.lowered[other.stem_end : other.end].startswith(allative):
                        return str(other.value[0])
                    continue
                if self._in_name(other):
                    continue
                before = [
                    w
                    for w in self.words.lowered[hit.end : other.start].split()
                    if w not in self.lexicon.words("articles")
                ]
                linked = not before or before[-1] in links  # "visitará Chile" needs no link
                if linked and other.value[1] != "adjective":
                    return str(other.value[0])
        if self.lexicon.data.get("verb_last") and (state := self._object_before(hit, left)):
            return state
        return self.home if self.home and self.home != visitor.country else None

    def _object_before(self, hit: Hit, left: int) -> str | None:
        """The state in front of a verb that ends its clause ("hatte Kasachstan im Mai besucht")."""
        named = [h for h in self.words.inside("country", left, hit.start) if h.value[1] in ("name", "long")]
        return str(named[-1].value[0]) if named and not self._in_name(named[-1]) else None

    def _in_name(self, country: Hit) -> bool:
        """Whether a state is part of an office that stands before a name."""
        offices = self.story.resolver.people
        return any(o.start <= country.start < o.end for p in offices for o, _n in p.offices)

    def _partners(self, sentence: Sentence, hit: Hit, left: int, right: int) -> list[Person | str]:
        """Persons on both sides of the mark; states where no person stands for them."""
        people = self._persons_at(sentence, hit, left, right)
        pair = self._pair_before(hit, left)
        if pair:
            return list(pair)
        if len(people) >= 2:
            return list(people)
        states_named = {str(h.value[0]) for h in self.words.inside("country", left, right)}
        verb = self.words.lowered[hit.start : hit.end] in self.lexicon.words("encounter_verbs")
        reported = len(people) == 1 and people[0] is sentence.subject and self.words.inside("speech", left, right)
        if len(states_named) >= 2 and reported and not verb:
            people = []
        covered = {p.country for p in people}
        states: list[Person | str] = self._both_sides(left, right) if not people and len(states_named) < 2 else []
        for other in self.words.inside("country", left, right):
            code = str(other.value[0])
            if code not in covered and code not in states and not self._inside_office(other, sentence):
                states.append(code)
        return [*people, *states]

    def _both_sides(self, left: int, right: int) -> list[Person | str]:
        """ "The two countries", in languages whose words for them are listed: the states of the reported meeting."""
        cues = self.lexicon.words("both_sides")
        if not self.encounters or not any(cue in self.words.lowered[left:right] for cue in cues):
            return []
        codes = dict.fromkeys(p.country or self.home for p in self.encounters[0].people if not p.organization)
        return [code for code in codes if code] if len(codes) == 2 else []

    def _persons_at(self, sentence: Sentence, hit: Hit, left: int, right: int) -> list[Person]:
        """The persons of an encounter: those linked to it, whoever speaks of "us", whoever acts in the sentence."""
        mentions = self._persons(sentence, left, right)
        following = re.match(r"\W*(\w+)", self.words.lowered[hit.end : hit.end + 14])
        linked = following is not None and following[1] in self.lexicon.words("party_links")
        if linked and sum(at >= hit.end for at, _p, _b in mentions) >= 2:
            mentions = [m for m in mentions if m[0] >= hit.end]
        people = list({id(p): p for _at, p, _by in mentions}.values())
        if len(people) > 2 and self.words.inside("speech", mentions[0][0], mentions[1][0]):
            people = people[1:]  # who tells of the encounter of two others
        speaker = self._speaker(sentence) if sentence.quoted and self._first_person(sentence) else None
        if speaker and speaker not in people:
            people.insert(0, speaker)
        acting = sentence.subject
        if len(people) == 1 and acting and people[0] is not acting and mentions[0][0] >= hit.end:
            people.insert(0, acting)
        return people

    def _pair_before(self, hit: Hit, left: int) -> list[str]:
        """ "Kazakh-Russian talks": two states in one word before the mark."""
        hits = self.words.inside("country", max(left, hit.start - 40), hit.start)
        for one, two in pairwise(hits):
            if two.start - one.end == 1 and self.words.plain[one.end] in "-–—/" and one.value[0] != two.value[0]:
                return [str(one.value[0]), str(two.value[0])]
        return []

    def _inside_office(self, country: Hit, sentence: Sentence) -> bool:
        """Whether a state only belongs to an office: of somebody counted already, or as the post of an envoy."""
        for mention, person in sentence.mentions:
            starts = [o.start for o, n in person.offices if n.start == mention.start] if person else []
            if min([mention.start, *starts]) <= country.start < mention.end:
                return bool(person) or mention.country != country.value[0]
        return False

    def _persons(self, sentence: Sentence, left: int, right: int) -> list[tuple[int, Person, str]]:
        """Persons of a stretch with their place and the word before them (and before their office)."""
        found = []
        articles = "|".join(map(re.escape, sorted(self.lexicon.words("articles")))) or "(?!)"
        for mention, person in sentence.mentions:
            if not person or not left <= mention.start < right:
                continue
            start = mention.start
            held = [o.start for o, n in person.offices if n.start == mention.start and o.start < mention.start]
            start = min([start, *held])
            before = re.search(rf"(\w+)\W+(?:(?:{articles})\W+)?$", self.words.lowered[max(0, start - 24) : start])
            found.append((mention.start, person, before[1] if before else ""))
        return found

    def _first_person(self, sentence: Sentence) -> bool:
        mine = self.lexicon.words("first_person")
        return any(self.words.tokens[i].lower in mine for i in self.words.between(sentence.start, sentence.end))

    def _speaker(self, sentence: Sentence) -> Person | None:
        stretch = self.story.quoted_at(sentence.start)
        return self.speaker_at.get(stretch.start) if stretch else None

    def _add(self, found: list[Pointer], pointer: Pointer) -> None:
        """Once is enough: the telling with a date wins over one without."""
        for known in found:
            persons = any(not isinstance(p, str) for p in pointer.parties)
            if self._alike(known, pointer):
                if _persons(pointer) > _persons(known):
                    known.parties, known.span = pointer.parties, pointer.span
                return
            if persons and set(map(_key, known.parties)) == set(map(_key, pointer.parties)):
                if pointer.date.value == known.date.value or pointer.date.value is None:
                    return
                if known.date.value is None or (pointer.date.value.startswith(known.date.value)):
                    known.date = pointer.date
                    return
        found.append(pointer)

    def _alike(self, known: Pointer, pointer: Pointer) -> bool:
        """The same day and the same states: told a second time with less detail."""
        if known.date.value != pointer.date.value:
            return False
        one, two = self._states(known), self._states(pointer)
        shared = {_key(p) for p in known.parties} & {_key(p) for p in pointer.parties}
        return bool(shared) and (one <= two or two <= one)

    def _states(self, pointer: Pointer) -> set[str]:
        return {p if isinstance(p, str) else (p.country or p.organization or self.home or "") for p in pointer.parties}


def _persons(pointer: Pointer) -> int:
    return sum(not isinstance(p, str) for p in pointer.parties)


def _key(party: Person | str) -> object:
    return party if isinstance(party, str) else id(party)
