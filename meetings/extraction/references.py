"""Other encounters that a text recalls or announces, with two parties at least."""

from __future__ import annotations

import re
from datetime import date as calendar_day
from functools import cached_property
from itertools import pairwise

from .date_resolution import When
from .dates import Calendar
from .encounter_marks import PLACELESS
from .encounters import Encounter
from .other_senses import other_sense
from .parties import Parties, Party
from .person import Person
from .phrases import Hit
from .pointers import Pointer, add, one_by_one
from .record import Finding
from .reference_dates import CUES, ReferenceDates
from .story import Sentence, Story
from .turn_speakers import Speaker
from .visitors import Visitors

_WHITHER = 20
"""Characters behind "visit" in which the place visited stands."""
_STATES = ("place", "country")


class ReferenceReader(ReferenceDates):
    """Reads the references of one story."""

    def __init__(
        self, story: Story, calendar: Calendar, published: str | None, home: str | None,
        encounters: list[Encounter], speakers: list[Speaker],
    ) -> None:  # fmt: skip
        super().__init__(story, calendar, published)
        self.home = home
        self.encounters = encounters
        self.anchors = {e.anchor.start for e in encounters}
        self.days = {e.date.value for e in encounters if e.date.value}
        self.parties = Parties(story, home, encounters, speakers)
        self.visitors = Visitors(self.parties)
        self.questions = [s.question for s in story.stretches if s.question]

    def read(self) -> list[Pointer]:
        """All references, each once."""
        found: list[Pointer] = []
        for sentence in sorted([*self.story.sentences, *self.story.speech], key=lambda s: s.start):
            self.parties.mentions(sentence)
            if self._asked(sentence):
                continue
            reported = sentence.start in self.anchors and not sentence.quoted
            for pointer in (p for p in self._pointers(sentence) if not reported or self._to_come(p)):
                add(found, pointer, self.parties)
        return found

    def _pointers(self, sentence: Sentence) -> list[Pointer]:
        """What a sentence says of visits and encounters; where it says nothing, the first journey or dealings."""
        marks = self._marks(sentence, ("visits", "encounter", "events"))
        if met := [p for mark in marks if (p := self._pointer(sentence, *mark))]:
            return [one for p in met for one in one_by_one(p, sentence, self.parties)]
        marks = self._marks(sentence, ("journeys", "dealings"))
        dealt = [p for mark, _left, _right in marks if (p := self._dealt(sentence, mark))]
        named = (p for p in dealt if all(isinstance(party, Person) for party in p.parties))
        return (
            [next(named, dealt[0])] if dealt else []
        )  # "goes to Oslo to see Omar Dia": of persons rather than a state

    def _only_visit(self, sentence: Sentence) -> bool:
        """Whether a text that tells of no meeting begins with a visit to a state, not to an embassy of one."""
        if self.encounters or sentence is not self._lead:
            return False
        return not self.lexicon.whole("embassies").search(self.words.lowered, sentence.start, sentence.end)

    @cached_property
    def _lead(self) -> Sentence | None:
        """The sentence with which the body begins."""
        return next((s for s in self.story.sentences if s.paragraph.zone == "body"), None)

    def _to_come(self, pointer: Pointer) -> bool:
        """Whether an encounter lies after the day of publication: then a sentence cannot report it."""
        day = pointer.date.value or ""
        return bool(self.published and day) and "X" not in day and day > str(self.published)

    def _asked(self, sentence: Sentence) -> bool:
        asked = any(start <= sentence.start < end for start, end in self.questions)
        return asked or self.story.question_at(sentence.start) is not None

    # --- marks

    def _marks(self, sentence: Sentence, kinds: tuple[str, ...]) -> list[tuple[Hit, int, int]]:
        """Nouns and verbs of encounter or visit, each with the stretch of the sentence it governs."""
        hits = [h for kind in kinds for h in self.words.inside(kind, sentence.start, sentence.end)]
        if not hits:
            return []
        if not sentence.quoted:
            hits = [h for h in hits if not self.story.quoted_at(h.start)]
        hits = [h for h in hits if not self.words.covering("organization", h.start) and not self._of_office(h)]
        hits = [h for h in hits if h.kind == "visits" or not self._no_encounter(h)]
        hits = [h for h in hits if self.words.lowered[h.start : h.end] not in self.lexicon.words("mark_adjectives")]
        manner = self.lexicon.words("manner_words")
        if len(hits) > 1:  # "spoke by telephone" is one mark
            hits = [h for h in hits if self.words.lowered[h.start : h.end].split()[0] not in manner]
        hits.sort(key=lambda h: (h.start, -h.end))
        kept: list[Hit] = []
        for hit in hits:
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)
        marks = []
        for n, hit in enumerate(kept):
            left = kept[n - 1].end if n else sentence.start
            right = kept[n + 1].start if n + 1 < len(kept) else sentence.end
            marks.append((hit, left, right))
        return marks

    def _no_encounter(self, hit: Hit) -> bool:
        """ "Welcomed the step", "meet the need": a fixed phrase, or a verb whose object is a thing."""
        return bool(self.words.covering("not_encounters", hit.start)) or other_sense(self.story, hit)

    def _of_office(self, hit: Hit) -> bool:
        """ "Chairman of the Assembly": a gathering that is part of an office."""
        office = self.words.covering("office", hit.start)
        return office is not None and hit.end <= office.end and office.end - office.start > hit.end - hit.start

    def _pointer(self, sentence: Sentence, hit: Hit, left: int, right: int) -> Pointer | None:
        when = self._when(sentence, hit, left, right)
        tense = self._tense(sentence, when or hit, left, right)
        date = self._date(sentence, when, tense or "past", left, right)
        visit = hit.kind == "visits"
        alone = visit and self._only_visit(sentence)
        if not (tense or date.value or alone) or (when is None and self._points_back(hit)):
            return None
        if visit:
            parties = self._met_there(sentence, hit) or self.visitors.of(sentence, hit, left, right)
        else:
            parties = self.parties.of(sentence, hit, left, right)
            if len(parties) < 2:
                parties = self._partners(sentence, hit, left, right)
            if len(parties) < 2:
                parties = self.parties.named_together(sentence, hit)
        if len(parties) < 2 or self._present(sentence, hit, date, tense, parties):
            return None
        if not visit and date.value is None and not self._told_before(sentence, hit):
            return None
        told = "reference.announced" if tense == "future" else "reference.recalled"
        return Pointer(date, parties, (hit.start, hit.end), "reference.visit" if visit else told)

    def _dealt(self, sentence: Sentence, hit: Hit) -> Pointer | None:
        """A journey, or dealings of two with one another, where a date tells that it was another time."""
        left, right = sentence.start, sentence.end
        when = self._when(sentence, hit, left, right)
        tense = self._tense(sentence, when or hit, left, right)
        date = self._date(sentence, when, tense or "past", left, right)
        journey = hit.kind == "journeys"
        if journey:
            parties = self.visitors.of(sentence, hit, left, right)
            invited = self.words.inside("invites", sentence.start, hit.start)
            if date.value is None and not (invited or (tense and not self._current(parties))):
                return None
        else:
            parties = self.parties.of(sentence, hit, self.parties.clause(left, hit.start), right)
            if len({isinstance(p, Person) for p in parties[:2]}) != 1 or not self._another_time(hit, when, date):
                return None
        if len(parties) < 2 or self._present(sentence, hit, date, tense, parties):
            return None
        rule = "reference.visit" if journey else "reference.dealings"
        return Pointer(date, parties, (hit.start, hit.end), rule)

    def _another_time(self, hit: Hit, when: When | None, date: Finding) -> bool:
        """Whether a date is that of the dealings, not a term set by them, and not that of the present meeting."""
        if date.value is None or _within(self.published, date.value):
            return False
        if when is None:
            return True
        openers = self.lexicon.words("clause_openers")
        return not self._after(when, "terms") and not any(
            t.lower in openers for t in self.parties.tokens(hit.end, when.start)
        )

    def _met_there(self, sentence: Sentence, hit: Hit) -> list[Party]:
        """ "His stay in C, when he and B agreed": whoever is named together in the clause that follows."""
        for token in self.parties.tokens(hit.end, sentence.end):
            if token.lower in self.lexicon.words("meeting_clauses"):
                found = self.parties.run(sentence, token.end, sentence.end, gap=1)
                return found if len(found) >= 2 else []
        return []

    def _points_back(self, hit: Hit) -> bool:
        """ "That meeting": one spoken of before."""
        before = self.words.lowered[max(0, hit.start - 14) : hit.start].split()
        if before and not self.lexicon.spaced:
            return before[-1].endswith(self.lexicon.affixes("pointing_back"))
        return bool(before) and before[-1] in self.lexicon.words("pointing_back")

    def _told_before(self, sentence: Sentence, hit: Hit) -> bool:
        """Whether words that recall or announce stand before a mark, or close behind it; at the end of the sentence, in
        languages whose verb stands there."""
        final = self.lexicon.spaced and self.lexicon.data.get("subject_bare")
        for kind in (k for kinds in CUES.values() for k in kinds):
            for cue in self.words.inside(kind, sentence.start, sentence.end):
                if cue.start < hit.start or len(self.words.between(hit.end, cue.start)) <= 3:
                    return True
                if final and len(self.words.between(cue.end, sentence.end)) <= 2:
                    return True
        return False

    def _present(
        self, sentence: Sentence, hit: Hit, date: Finding, tense: str | None, parties: list[Party]
    ) -> bool:  # fmt: skip
        """Whether what is told is the reported meeting itself, or the visit during which it took place."""
        title = sentence.paragraph.zone == "title" and not sentence.quoted
        together, visit = self._together(parties), hit.kind in ("visits", "journeys")
        whither = hit.kind == "visits" and any(self.words.inside(k, hit.end, hit.end + _WHITHER) for k in _STATES)
        untold = title or not (date.value or self._ahead(sentence, hit))
        if visit and untold and self._current(parties, called=not whither):
            return True
        if date.value is None:
            return together and not visit
        if not any(_within(day, date.value) or _within(date.value, day) for day in self.days):
            news = not (tense or sentence.quoted or self._said(sentence, hit))
            return (title and together) or (news and self._just_now(date.value))
        if visit:
            return self._current(parties) and not (tense == "future" and self._ahead(sentence, hit))
        if len(date.value) < 10 and tense and date.value not in self.days:
            return False
        return together or (date.value in self.days and not sentence.quoted and self._all_there(parties))

    def _said(self, sentence: Sentence, hit: Hit) -> bool:
        """ "Bell said that A and B had met on Friday": before the press one of those who are there tells of others."""
        there = (e for e in self.encounters if e.format.value in ("news_conference", "lecture"))
        speaks = any(p is sentence.subject for e in there for p in e.people)
        return speaks and bool(self.words.inside("speech", sentence.start, hit.start))

    def _ahead(self, sentence: Sentence, hit: Hit) -> bool:
        """Whether a visit is announced by words shortly before it."""
        cues = [c for k in CUES["future"] for c in self.words.inside(k, sentence.start, hit.start)]
        return any(len(self.words.between(c.end, hit.start)) <= 8 for c in cues)

    def _just_now(self, day: str) -> bool:
        """Whether a day lies in the week before publication: what happened then is news, not a memory."""
        try:
            return 0 <= (calendar_day.fromisoformat(self.published or "") - calendar_day.fromisoformat(day)).days <= 7
        except ValueError:
            return False

    def _all_there(self, parties: list[Party]) -> bool:
        there = {id(p) for e in self.encounters for p in e.people}
        return all(isinstance(p, str) or id(p) in there for p in parties)

    # --- whether it is the present meeting

    def _current(self, parties: list[Party], *, called: bool = True) -> bool:
        """Whether a visit is the one during which the reported meeting took place; `called`: or a call."""
        visitors = [p for p in parties if isinstance(p, Person)]
        for encounter in self.encounters:
            if not called and encounter.format.value in PLACELESS:
                continue
            if not any(p is q for p in visitors for q in encounter.people):
                continue
            places = {encounter.place_country.value, self.home if encounter.place_country.value is None else None}
            places |= {q.country for q in encounter.people if q.country and not any(q is p for p in visitors)}
            if any(p in places for p in parties if isinstance(p, str)):
                return True
        return False

    def _together(self, parties: list[Party]) -> bool:
        """Whether all parties took part in one meeting that is reported."""
        return any(all(any(p is q for q in e.people) for p in parties) for e in self.encounters)

    # --- parties where the words around the mark do not tell

    def _partners(self, sentence: Sentence, hit: Hit, left: int, right: int) -> list[Party]:
        """Persons on both sides of the mark; states where no person stands for them."""
        people = self._persons_at(sentence, hit, left, right)
        if pair := self._pair_before(hit, left):
            return list(pair)
        verb = self.words.lowered[hit.start : hit.end] in self.parties.verbs
        if verb and self.lexicon.words("with_links") and (sentence.quoted or not people):
            return []
        if beside := people if len(people) > 1 else self._side_by_side(hit, left):
            return list(beside)
        nations = self._acting_states(left, right)
        states_named = {str(h.value[0]) for h in nations}
        reported = len(people) == 1 and people[0] is sentence.subject and self.words.inside("speech", left, right)
        if len(states_named) >= 2 and reported and not verb:
            people = []
        if not people and len(states_named) < 2 and (both := self._both_sides(left, right)):
            return both
        covered = {p.country for p in people}
        states: list[Party] = []
        abroad = () if self.lexicon.spaced else self.lexicon.affixes("abroad_links")
        for other in nations:
            code = str(other.value[0])
            posted = bool(abroad) and self.words.plain.endswith(abroad, left, other.start)  # "驻华使节"
            if code not in covered and code not in states and not posted and not self._inside_office(other, sentence):
                states.append(code)
        return [*people, *states]

    def _acting_states(self, left: int, right: int) -> list[Hit]:
        """The states of a stretch without those where something is ("в Гане и Перу"), where a case tells which."""
        kept, at, inside = [], -1, False
        joins = self.lexicon.words("party_joins") | {""}
        for hit in self.words.inside("country", left, right):
            before = self.words.lowered[max(left, hit.start - 24) : hit.start].split()[-1:]
            joined = inside and self.words.lowered[at : hit.start].strip(" ,") in joins
            inside = joined or bool(self.lexicon.words("state_links").intersection(before))
            at = hit.end
            if not (inside and self.lexicon.data.get("name_declension")):
                kept.append(hit)
        return kept

    def _both_sides(self, left: int, right: int) -> list[Party]:
        """ "The two countries", in languages whose words for them are listed: the states of the reported meeting."""
        pair = self.encounters[0].people if self.encounters else []
        if len(pair) == 2 and any(cue in self.words.lowered[left:right] for cue in self.lexicon.words("both_persons")):
            return list(pair)
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
        if linked and sum(at >= hit.end for at, _p in mentions) >= 2:
            mentions = [m for m in mentions if m[0] >= hit.end]
        people = list({id(p): p for _at, p in mentions}.values())
        if len(people) > 2 and self.words.inside("speech", mentions[0][0], mentions[1][0]):
            people = people[1:]  # who tells of the encounter of two others
        speaker = self.parties.speaker(sentence) if self._first_person(sentence) else None
        if speaker and speaker not in people:
            people.insert(0, speaker)
        acting = sentence.subject
        last = self.lexicon.data.get("subject_bare") and self.lexicon.spaced  # "X, … with Y had met"
        told = last and (hit.kind == "events" or self.words.lowered[hit.start : hit.end] in self.parties.verbs)
        told = told or (bool(mentions) and mentions[0][0] >= hit.end)
        apart = told and len(people) == 1 and people[0] is not acting
        if acting and apart and not self.parties.only_tells(sentence, acting):
            people.insert(0, acting)
        return people

    def _persons(self, sentence: Sentence, left: int, right: int) -> list[tuple[int, Person]]:
        there = [(m, p) for m, p in self.parties.mentions(sentence) if p and left <= m.start < right]
        return [(m.start, p) for m, p in there if not self.parties.tells(sentence, m, p)]

    def _pair_before(self, hit: Hit, left: int) -> list[str]:
        """ "Kazakh-Russian talks": two states in one word before the mark."""
        hits = self.words.inside("country", max(left, hit.start - 40), hit.start)
        for one, two in pairwise(hits):
            if two.start - one.end == 1 and self.words.plain[one.end] in "-–—/" and one.value[0] != two.value[0]:
                return [str(one.value[0]), str(two.value[0])]
        return []

    def _side_by_side(self, hit: Hit, left: int) -> list[str]:
        """ "中美元首会晤": two states side by side before the mark, in text without spaces."""
        near = max(left, hit.start - 40) if not self.lexicon.spaced else hit.start
        hits = self.words.inside("country", near, hit.start)
        pairs = ((str(a.value[0]), str(b.value[0])) for a, b in pairwise(hits) if a.end == b.start)
        return next(([a, b] for a, b in pairs if a != b), [])

    def _inside_office(self, country: Hit, sentence: Sentence) -> bool:
        """Whether a state only belongs to an office: of somebody counted already, or as the post of an envoy."""
        for mention, person in self.parties.mentions(sentence):
            starts = [o.start for o, n in person.offices if n.start == mention.start] if person else []
            if mention.kind == "institution" and len(self.words.inside("country", mention.start, mention.end)) > 1:
                continue  # "the ministries of Ghana and Chile"
            if min([mention.start, *starts]) <= country.start < mention.end:
                return bool(person) or mention.country != country.value[0]
        return False

    def _first_person(self, sentence: Sentence) -> bool:
        mine = self.lexicon.words("first_person")
        spoken = sentence.quoted or self.parties.retold(sentence)
        return bool(spoken) and self.words.says(mine, sentence.start, sentence.end)


def _within(day: str | None, span: str | None) -> bool:
    return bool(day and span) and str(day).startswith(str(span))
