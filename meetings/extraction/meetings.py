"""The encounters a text exists to tell about: which they are and in what form they were held."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from .attendance import Attendance
from .delegations import of_many_states
from .encounter_marks import PLACELESS, format_of, strongest
from .encounters import Encounter, many_parties, summit_of_two
from .meeting_anchors import MeetingAnchors, day_number
from .more_meetings import at_the_same, met_another, told_besides
from .office import announcing
from .person import Person
from .phrases import Hit, lower
from .record import Finding, Span
from .section_meetings import SectionReader
from .separate_meetings import told_apart
from .spoken_of import at_airport, only_spoken_of
from .story import Sentence
from .told_when import on_one_of_several

_LONG = 40
"""Characters that no two sentences of a story have in common by chance."""
_FEW = 3
"""Persons whom a sentence names at most that tells of one more meeting without a word for it ("also")."""
_MANY = 4
"""States and bodies whose office-holders make talks a gathering."""


class MeetingReader(MeetingAnchors):
    """Reads the meetings of one story."""

    def read(self) -> list[Encounter]:
        """The meetings in order of telling; empty for a bare statement."""
        attendance = Attendance(self.of, self.speakers)
        if found := SectionReader(self.of, attendance).read():
            return found
        anchor = self._anchor()
        if anchor is None:
            return []
        series = bool(self.story.narrative_hits("series", anchor.start, anchor.end))
        parties = self.of.parties(anchor)
        self._host = parties[0] if len(parties) == 1 and series else None
        self._series = self._host is not None or self._titled_many()
        found = [self._encounter(anchor)]
        self._place_of_picture(found[0])
        for sentence in self.story.sentences:
            if sentence.start <= anchor.start or self._told_again(sentence):
                continue
            if self._tells_more(sentence, found[0]):
                self._complete(found[0], sentence)
            elif self._is_another(sentence, found):
                found.append(self._another(sentence, found))
        return self._gathered(found, attendance)

    def _told_again(self, sentence: Sentence) -> bool:
        """Whether a sentence stands word for word before: a summary that is the story's own first paragraph."""
        text = self.words.plain[sentence.start : sentence.end]
        return len(text) > _LONG and self._first_told.get(text, sentence.start) < sentence.start

    @cached_property
    def _first_told(self) -> dict[str, int]:
        """Where each sentence below the headline stands first."""
        below = (s for s in reversed(self.story.sentences) if s.start >= self.words.page.title_end)
        return {self.words.plain[s.start : s.end]: s.start for s in below}

    def _another(self, sentence: Sentence, found: list[Encounter]) -> Encounter:
        """One more meeting, with those whom its sentence leaves out because they were told of before."""
        another = self._encounter(sentence)
        if self._same_day(sentence):
            another.date = found[-1].date
        another.people += [p for p in (found[0].anchor.subject,) if p and self._host_left_out(sentence)]
        another.people += [p for p in (self._delegation_of(sentence, found),) if p]
        if self._press_met_after(sentence, found):
            joined = self.of.parties(found[-1].anchor) if self._joint(another) else []
            another.people = list({id(p): p for p in (*another.people, *joined)}.values())
            if another.place.value is None and found[-1].format.value not in PLACELESS:
                another.place, another.place_country = found[-1].place, found[-1].place_country
        return another

    def _gathered(self, found: list[Encounter], attendance: Attendance) -> list[Encounter]:
        """The meetings with all who took part, without those that only open the telling of others."""
        attendance.gather(found)
        found = [e for e in found if e.people != [self.story.narrator]]  # a memoir of one person tells of no meeting
        found = [e for e in found if not attendance.only_announced(e)]
        found = self._without_visit(found)
        self._same_place(found)
        found = _each_once(told_apart(self._without_opening(found), self.story))
        attendance.gather_common(found)
        for encounter in found:
            self._among_many(encounter)
            if encounter.format.value == "talks":
                encounter.date = on_one_of_several(self.story, encounter.date)
        return [e for e in found if not only_spoken_of(self.of, e, self._lead)]

    def _without_opening(self, found: list[Encounter]) -> list[Encounter]:
        """The meetings of one host, without the sentence that announced them all."""
        if self._host is None or len(found) < 2:
            return found
        opening, *rest = found
        for encounter in rest:
            if encounter.date.rule == "date.day-of-publication":
                encounter.date = opening.date
            if not any(p is self._host for p in encounter.people):
                encounter.people.insert(0, self._host)
            untold = encounter.place.value is None and encounter.place_country.value is None
            if untold and encounter.format.value not in PLACELESS:
                encounter.place, encounter.place_country = opening.place, opening.place_country
        return rest

    def _without_visit(self, found: list[Encounter]) -> list[Encounter]:
        """ "X visited Oslo for consultations. On Monday X and Y …": a lead that names nobody but X tells of the visit
        during which X met the others; where it led, they met."""
        alone = found[0].people if found else []
        if self._host or len(alone) != 1 or len(found) < 2 or self._of_one(*found[:2]):
            return found
        if not all(any(alone[0] is p for p in e.people) for e in found[1:]):
            return found
        opening, *rest = found
        for encounter in rest:
            if encounter.format.value not in PLACELESS and opening.place.value and encounter.place.value is None:
                encounter.place, encounter.place_country = opening.place, opening.place_country
        return rest

    def _of_one(self, opening: Encounter, following: Encounter) -> bool:
        """ "X took part in the summit. On its sidelines she met Y": a summit or a press conference is told although X
        alone is named."""
        told = self.story.narrative_hits("attendance", opening.anchor.start, following.anchor.start)
        return opening.format.value == "news_conference" or (opening.format.value == "multilateral" and bool(told))

    def _same_place(self, found: list[Encounter]) -> None:
        """ "On the same day he also met Y": where the meeting before was, unless the text says otherwise."""
        for before, encounter in pairwise(found):
            same = self.story.narrative_hits("further", encounter.anchor.start, encounter.anchor.end)
            many = before.format.value == "multilateral" and all(p in before.people for p in encounter.people)
            same = same or (self.of.encounters(encounter.anchor) if many else [])
            untold = encounter.place.value is None and encounter.place_country.value is None
            if (
                same
                and untold
                and encounter.format.value not in PLACELESS
                and encounter.date.value == before.date.value
            ):
                encounter.place, encounter.place_country = before.place, before.place_country

    def _among_many(self, encounter: Encounter) -> None:
        """Talks of office-holders of four states or bodies and more are a gathering."""
        named = [p.country for p in {id(p): p for p in self.of.parties(encounter.anchor)}.values()]
        states = {p.country or p.organization for p in encounter.people} - {None}
        pair = len(named) == len(set(named)) == 2 and len(states) < _MANY  # who else came is of either side
        many = many_parties(encounter) or of_many_states(self.story, encounter.anchor)
        if encounter.format.value == "talks" and many and not pair:
            encounter.format = Finding("multilateral", "format.many-parties", 0.7, encounter.format.spans)

    def _tells_more(self, sentence: Sentence, first: Encounter) -> bool:
        """Whether the lead goes on about the same meeting of the same persons, with the day or the form left open
        before ("X talked to Y. … According to the ministry, X and Y spoke by phone last night")."""
        held = self.story.narrative_hits("held", sentence.start, sentence.end)
        if sentence not in self._lead and not (held and first.date.value is None and self.of.date_of(sentence)):
            return False
        here, there = ({id(p) for p in self.of.parties(s)} for s in (sentence, first.anchor))
        same = here == there or (bool(held) and here < there and len(here) > 1)  # without who tells of it
        undated = first.date.value is None or first.date.rule == "date.day-of-publication"
        placed = first.place.value is not None and not self._held_on_a_day(sentence)
        told = first.format.value in ("talks", self._format(sentence).value) and not placed and undated
        return same and len(sentence.persons) > 1 and told and self.of.reports(sentence)

    def _complete(self, first: Encounter, sentence: Sentence) -> None:
        more = self._encounter(sentence)
        first.date = more.date
        if more.format.value in PLACELESS:
            first.format, first.place, first.place_country = more.format, more.place, more.place_country

    def _is_another(self, sentence: Sentence, found: list[Encounter]) -> bool:
        """Whether a later sentence tells of a further meeting: another near day, its own verb, its own parties."""
        if sentence.paragraph.zone != "body" or not self.of.reports(sentence) or len(sentence.persons) < 1:
            return False
        if sentence.start >= self.of.background:
            return False
        if self._told_who_came(sentence, found) or self._still_to_come(sentence) or self._said_there(sentence, found):
            return False
        if self._by_announcer(sentence, found) or at_airport(self.of, sentence) or at_the_same(self.of, sentence):
            return False
        if self._press_met_after(sentence, found) or told_besides(self.of, sentence, found):
            return True
        if self._with_another(sentence, found) or self._apart(sentence, found) or self._two_of_many(sentence, found):
            return True
        if met_another(self.of, sentence, found) and self._near(sentence, found[0]):
            return True
        if sentence.paragraph is found[-1].anchor.paragraph:
            return False
        date = self.of.date_of(sentence)
        days = {e.date.value for e in found}
        if date is None or date.value is None or date.value in days or len(date.value) != 10 or "X" in date.value:
            return False
        first = found[0].date.value or self.of.published
        return bool(first) and abs(day_number(date.value) - day_number(first)) <= 7

    def _still_to_come(self, sentence: Sentence) -> bool:
        """ "On Friday she meets Y": a day after the page's."""
        date = self.of.date_of(sentence)
        day, published = (date.value or "") if date else "", self.of.published or ""
        return len(day) == len(published) == len("2024-01-01") and "X" not in day + published and day > published

    def _press_met_after(self, sentence: Sentence, found: list[Encounter]) -> bool:
        """ "They attended the summit. Answering questions at the press conference held later, X said …"."""
        marks = [h for h in self.of.encounters(sentence) if h.value == "news_conference"]
        before = found[-1].format.value not in ("news_conference", "lecture")
        later = self.story.narrative_hits("further", sentence.start, marks[0].start) if marks and before else []
        return bool(later) and any(sentence.subject is p for p in self.of.parties(found[-1].anchor))

    def _joint(self, encounter: Encounter) -> bool:
        """ "The joint press conference": of all who were together before."""
        span = encounter.format.spans[0]
        return self.words.says(self.lexicon.words("joint_words"), max(0, span.start - 20), span.end + 20)

    def _by_announcer(self, sentence: Sentence, found: list[Encounter]) -> bool:
        """ "On Monday spokeswoman Bell said that the talks …": she tells of those that are told already."""
        announcers = self.lexicon.affixes("announcers")
        told = {id(p) for e in found for p in self.of.parties(e.anchor)}
        new = [p for p in self.of.parties(sentence) if id(p) not in told]
        held = [[lower(o.text) for o, _n in p.offices] for p in new]
        return bool(announcers and new) and all(any(announcing(o, announcers) for o in offices) for offices in held)

    def _said_there(self, sentence: Sentence, found: list[Encounter]) -> bool:
        """ "Bell said that A and B had met": what one of those before the press says there of others is told, not
        reported."""
        before_press = found[-1].format.value in ("news_conference", "lecture")
        before_press = before_press or bool(self.lexicon.data.get("retold_in_first_person"))  # "A表示，B昨天会见了C"
        speaks = before_press and any(sentence.subject is p for p in self.of.parties(found[-1].anchor))
        marks = self.of.encounters(sentence)
        verbs = self.story.narrative_hits("speech", sentence.start, sentence.end) if speaks else []
        behind = not self.lexicon.head_first and self.lexicon.spaced
        return any(v.start < marks[0].start for v in verbs) or (behind and bool(verbs))

    def _told_who_came(self, sentence: Sentence, found: list[Encounter]) -> bool:
        """ "X took part in the ceremony, too": more of those who came to the ceremony that is told already."""
        marks = self.of.encounters(sentence)
        same = all(h.value == found[-1].format.value == "ceremony" for h in marks)
        verbs = self.lexicon.words("encounter_verbs")
        told = self.story.narrative_hits("attendance", sentence.start, sentence.end)
        return same and bool(told) and not any(self.words.lowered[h.start : h.end] in verbs for h in marks)

    def _with_another(self, sentence: Sentence, found: list[Encounter]) -> bool:
        """ "He also met Y", "separately Y was received": the same host, somebody else with an office, one more verb."""
        verbs = self.lexicon.words("encounter_verbs")
        marks = self.of.encounters(sentence)
        held = bool(marks) and bool(self.story.narrative_hits("held", sentence.start, sentence.end))
        carried = held or self._host is not None
        if not carried and not any(h.value in PLACELESS or self.words.lowered[h.start : h.end] in verbs for h in marks):
            return False
        known = {id(p) for e in found for p in (*self.of.parties(e.anchor), *e.people)}
        parties = self.of.parties(sentence)
        if found[0].anchor in self.of.titles and known <= {id(p) for p in parties}:
            return False  # the headline names the guest only, the body goes on to tell who received them
        new = [p for p in parties if id(p) not in known]
        further = self.story.narrative_hits("further", sentence.start, sentence.end)
        told = self._series or further or self._begun(sentence)
        if not told and not self._opens_with_new_side(sentence, new, found):
            return False
        hosted = len(new) < len(parties) or (self._host is not None and self._with_noun(sentence, marks, new))
        hosted = hosted or self._host_left_out(sentence) or self._delegation_of(sentence, found) is not None
        hosted = hosted or bool(self._host and further)
        few = len(parties) <= _FEW or bool(further)
        near = self._near(sentence, found[0])
        return near and bool(new) and hosted and few and all(p.offices or p.countries for p in new)

    def _near(self, sentence: Sentence, first: Encounter) -> bool:
        """Whether a sentence tells of no day, or of one within a week of the first meeting."""
        date = self.of.date_of(sentence)
        return date is None or abs(day_number(date.value) - day_number(first.date.value)) <= 7

    def _delegation_of(self, sentence: Sentence, found: list[Encounter]) -> Person | None:
        """ "The Latvian delegation met minister X as well": the first of that state who was told of before."""
        noun = self.lexicon.begins("delegations").search(self.words.lowered, sentence.start, sentence.end)
        named = next((m.start for m, p in sentence.mentions if p and m.kind == "name"), sentence.end)
        if noun is None or noun.start() > named or not found:
            return None
        states = {str(h.value[0]) for h in self.words.inside("country", sentence.start, noun.start())}
        return next((p for p in found[0].people or self.of.parties(found[0].anchor) if p.country in states), None)

    def _same_day(self, sentence: Sentence) -> bool:
        """ "The same day she was received by …": the day of what was told before, where no other is named."""
        told = self.lexicon.begins("same_day").search(self.words.lowered, sentence.start, sentence.end)
        return told is not None and self.of.date_of(sentence) is None

    def _host_left_out(self, sentence: Sentence) -> bool:
        """ "También recibió a Omar Dia", "Daha sonra Omar Bell ile görüştü": whoever acts is not named where the verb
        shows the person, or stands last."""
        marks, parties = self.of.encounters(sentence), self.of.parties(sentence)
        first = next((m.start for m, p in sentence.mentions if any(p is q for q in parties)), sentence.start)
        dropped = bool(self.lexicon.data.get("subject_dropped")) and len(parties) <= 2
        if self.lexicon.data.get("subject_bare") and self.lexicon.capitals and marks and len(parties) <= 2:
            acting = [m for m, p in sentence.mentions if any(p is q for q in parties) and self.story.acts(m)]
            further = self.story.narrative_hits("further", sentence.start, first)
            return not acting and bool(further) and further[0].start == sentence.start
        return dropped and bool(marks) and marks[0].end <= first

    def _with_noun(self, sentence: Sentence, marks: list[Hit], new: list[Person]) -> bool:
        """ "At the meeting with Y …", the host unnamed: whoever stands first in a paragraph, before the mark or right
        behind it."""
        first = next((m for m, p in sentence.mentions if any(p is q for q in new)), None)
        opens = sentence.start == sentence.paragraph.start
        if self.story.narrative_hits("attendance", sentence.start, sentence.end):
            return False
        return opens and first is not None and any(-40 < first.start - h.end < 100 for h in marks) and len(new) <= 2

    def _begun(self, sentence: Sentence) -> bool:
        """ "The same day a treaty was signed at the ministry. A and B signed it.": begun by the sentence before."""
        above = [s for s in self.story.sentences if s.paragraph is sentence.paragraph and s.start < sentence.start][-1:]
        further = [s for s in above if self.story.narrative_hits("further", s.start, s.end)]
        return any(not s.persons and self.of.encounters(s) for s in further)

    def _two_of_many(self, sentence: Sentence, found: list[Encounter]) -> bool:
        """ "After the summit A and B held bilateral talks": two of those who came together with others before."""
        parties, marks = self.of.parties(sentence), self.of.encounters(sentence)
        pair = frozenset(id(p) for p in parties)
        opens = sentence.start == sentence.paragraph.start and all(h.value == "talks" for h in marks)
        if not opens or len(parties) != 2 or pair in {frozenset(map(id, self.of.parties(e.anchor))) for e in found}:
            return False
        first = found[0].anchor
        near = [s for s in self.story.sentences if s.paragraph is first.paragraph or s is first]
        behind = [] if self.lexicon.head_first else [s for s in self.story.sentences if s.start > first.start][:2]
        near += [s for s in behind if s not in near and self.story.narrative_hits("attendance", s.start, s.end)]
        there = {id(p) for s in near for p in self.of.parties(s)}
        sides = {p.organization or p.country for s in near for p in self.of.parties(s)}
        many = found[0].format.value == "multilateral" or (len(sides) >= 4 and not self.lexicon.head_first)
        return many and len(there) >= 4 and pair <= there

    def _apart(self, sentence: Sentence, found: list[Encounter]) -> bool:
        """ "Meanwhile, A received B": a paragraph that turns to two other persons, or to one more at least."""
        opening = self.words.lowered[sentence.start : sentence.start + 40]
        turns = self.lexicon.affixes("turns_to")
        if sentence.start != sentence.paragraph.start or not opening.startswith(turns):
            return False
        known = {id(p) for e in found for p in (*self.of.parties(e.anchor), *e.people)}
        parties = [p for p in self.of.parties(sentence) if p.offices or p.country]
        return len(parties) >= 2 and any(id(p) not in known for p in parties)

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
        first_anchor = self._first_marked
        hits = (
            [h for t in titles for h in self.of.encounters(t)]
            if anchor is first_anchor or anchor in titles or not own or self._leads_on(first_anchor, anchor)
            else []
        ) + own
        if anchor in titles and first_anchor and self._in_lead(first_anchor) and not self.of.elsewhere(first_anchor):
            hits += self.of.encounters(first_anchor)
        weak = self.lexicon.words("weak_marks")  # "signed an agreement": told beside talks, it is part of them
        best = strongest([h for h in hits if self.words.lowered[h.start : h.end] not in weak] or hits)
        if best is None:
            return self._format_beside(titles)
        if best.value == "multilateral" and (bilateral := next((h for h in hits if self._bilateral(h)), None)):
            best = bilateral
        credentials = self.lexicon.affixes("ceremonies_of_two")
        handed = any(self.words.lowered.startswith(credentials, h.start) for h in hits)
        titled = next((t for t in titles if t.start <= best.start < t.end), anchor)
        two = self._two_sided(anchor, best) or (best.value == "multilateral" and self._two_sided(titled, best))
        if best.value in ("multilateral", "ceremony") and not handed and two:
            best = next((h for h in hits if h.value == "talks"), best)
        if best.value == "multilateral" and summit_of_two(self.words, anchor, best):
            return Finding("talks", "format.talks", 0.6, (Span(best.start, best.end),))
        if best.value == "talks" and all(self._spoken(h) for h in hits):
            return Finding("call", "format.call", 0.6, (Span(best.start, best.end),))
        return format_of(best)

    def _format_beside(self, titles: list[Sentence]) -> Finding:
        """ "Remarks before the virtual meeting": who speaks there is not in one room either."""
        told = (h for t in titles for h in self.story.narrative_hits("encounter", t.start, t.end))
        apart = next((h for h in told if h.value in PLACELESS), None)
        if apart is None and self.story.questions and self._conversation():
            return Finding("news_conference", "format.questions", 0.5)
        return format_of(apart) if apart else Finding("talks", "format.default", 0.3)

    def _leads_on(self, first: Sentence | None, anchor: Sentence) -> bool:
        """ "The leaders gathered for a summit. Host X welcomed Y, …": the sentence right behind the first that marks an
        encounter, which names nobody."""
        named = first is None or first.persons or first.paragraph is not anchor.paragraph
        return not named and first is not None and first.end <= anchor.start <= first.end + 2

    def _spoken(self, hit: Hit) -> bool:
        """ "X spoke today with Y": readouts say so of the telephone, where nothing else tells of a meeting."""
        return self.words.lowered[hit.start : hit.end] in self.lexicon.words("call_verbs")

    def _in_lead(self, sentence: Sentence) -> bool:
        """Whether a sentence stands between headline and the first words spoken, and names who met."""
        spoken = next((s.outer_start for s in self.story.stretches), len(self.words.plain))
        return sentence.start < spoken and bool(self.of.parties(sentence))

    def _bilateral(self, hit: Hit) -> bool:
        """ "A bilateral meeting": talks of two, whatever they are part of."""
        near = self.words.lowered[max(0, hit.start - 14) : hit.end + 14]
        return hit.value == "talks" and self.lexicon.whole("bilateral").search(near) is not None

    def _two_sided(self, anchor: Sentence, mark: Hit) -> bool:
        """Whether the sentence's own verb is a meeting of two and the mark comes after it ("met … at the forum")."""
        verbs = [h for h in self.of.encounters(anchor) if h.value == "talks" and h.end <= mark.start]
        if self.words.lowered[mark.start : mark.end] in self.lexicon.words("sure_marks"):
            return False  # "received his letters of credence": nothing but a ceremony
        if not verbs and self.lexicon.data.get("subject_bare"):  # the verb stands last: "met at the forum" as well
            last = [h for h in self.of.encounters(anchor) if h.value == "talks" and h.start >= mark.end]
            finite = self.lexicon.words("encounter_verbs")
            verbs = [h for h in last if self.words.lowered[h.start : h.end] in finite]
        host = self._host is not None and not any(p is self._host for p in anchor.persons)  # "The talks with X were …"
        there = {id(p) for p in self.of.parties(anchor)}  # without those who are only greeted
        two = len(anchor.persons) + host == 2 or len(there) == 2
        return bool(verbs) and mark.start >= anchor.start and two


def _each_once(found: list[Encounter]) -> list[Encounter]:
    """The meetings, without one told again: the same persons on the same day ("Meeting X, the minister said …"); what
    they told the press afterwards is no such one."""
    seen: dict[tuple[frozenset[int], object, bool], Encounter] = {}
    for encounter in found:
        press = encounter.format.value == "news_conference"
        seen.setdefault((frozenset(map(id, encounter.people)), encounter.date.value, press), encounter)
    return list(seen.values())
