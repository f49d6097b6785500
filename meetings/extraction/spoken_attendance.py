"""Who took part by what they said, and who only told of it, or spoke elsewhere and at another time."""

from __future__ import annotations

import re

from .background import said_earlier
from .commentators import comments
from .date_resolution import When, resolve
from .encounter_marks import PLACELESS
from .encounters import Encounter
from .listed_attendance import ListedAttendance
from .mentions import Mention
from .office import announcing
from .person import Person
from .phrases import Hit, lower
from .retold import RETOLD
from .story import Sentence

_INVERTED = 12
"""Characters between a verb of speech and whoever stands behind it, article included."""
_VOCATIVE = 60
"""Characters at the beginning of somebody's words in which whoever is addressed is named."""
_CLOSE = 3
"""Words between somebody and the verb that are always of one clause."""
_OPENING = 24
"""Characters at the beginning of a sentence in which a town stands that all of it is about."""
_FROM_AFAR = ("speaker.last-subject", "speaker.statement", "speaker.of-noun")
"""How words are given that show nobody to be there: "a statement of Omar Bell's that …"."""
_OUTLET = re.compile(r"«[^\W\d_a-zа-яё][^«»\n]{0,24}»|[A-Z]{2,}(?!\w)")
"""The name of a paper or a station."""
_LETTER = 70
"""Characters before an author in which a letter is named."""
_SIDES = {"talks": 2, "lecture": 1}
"""Sides of encounters on which those of further sides comment."""
_OFFICIAL = ("talks", "multilateral")
"""Encounters of office-holders, on which others comment."""
_OF_TWO = ("call", "news_conference")
"""Encounters of those alone who are told to have held them together."""
_CLOSED = ("talks", "call", "video", "ceremony")
"""Forms of encounters to which nobody comes who only studies such things."""
_HEADS = {"head_of_state", "head_of_government"}


class SpokenAttendance(ListedAttendance):
    """Takes in those whose words show that they were there."""

    _told_papers: set[int] | None = None
    """Who spoke to papers and stations (by `id`), once somebody asks."""

    def _take_speaking(self, encounter: Encounter, sentence: Sentence) -> None:
        """Who acts in a sentence with a verb of speech, unless that was elsewhere or at another time."""
        speaking = self._speaking(sentence)
        if speaking is None or self._spoke_away(speaking, encounter, sentence):
            return
        elsewhere = len(encounter.people) > 1 and any(speaking is p for p in self._earlier)
        elsewhere = elsewhere or self._met_before(sentence) or self._in_another_state(sentence, encounter)
        elsewhere = elsewhere or self._opens_elsewhere(sentence, encounter) or self._visited(sentence, encounter)
        elsewhere = elsewhere or self._first_told_of(speaking, sentence) or self._on_the_line(sentence, encounter)
        outside = self._outside(speaking, encounter) and not self._at_the_press(sentence, encounter)
        if not (elsewhere or self._announces(speaking, encounter) or outside):
            self.take(encounter, [speaking])

    def _at_the_press(self, sentence: Sentence, encounter: Encounter) -> bool:
        """ "At the news conference A, B and C said": a third who is told to have spoken there."""
        marks = self.of.encounters(sentence) if encounter.format.value == "news_conference" else ()
        return any(mark.value == "news_conference" for mark in marks)

    def _on_the_line(self, sentence: Sentence, encounter: Encounter) -> bool:
        """ "In a call with Dia, Bell said …": what was said on the telephone was not said where others met."""
        marks = () if encounter.format.value in PLACELESS else self.of.encounters(sentence)
        return bool(marks) and all(mark.value in PLACELESS for mark in marks)

    def _first_told_of(self, person: Person, sentence: Sentence) -> bool:
        """ "Bell said, … . Chairman Dia has pointed out, …": who is first named in what another says, where that goes
        on over the paragraph without marks."""
        if not self.lexicon.data.get("retold_in_first_person"):
            return False
        paragraph = sentence.paragraph
        first = min(n.start for n in person.names)
        said = self.story.narrative_hits("speech", paragraph.start, min(first, sentence.start))
        return any(self.words.plain.startswith(RETOLD, v.end) for v in said)

    def _spoke_away(self, person: Person, encounter: Encounter, sentence: Sentence) -> bool:
        """Whether somebody spoke at another time or elsewhere: then what they "also said" further on is of the same
        kind, if nothing before showed that they were there."""
        if any(person is p for p in encounter.people):
            return self._foreign_event(sentence)
        if sentence.start >= self.of.background or said_earlier(self.story, sentence) or self._interviewed(person):
            return True
        if self._wrote(person):
            return True
        if self._foreign_event(sentence) or self._on_another_day(sentence, encounter):
            self._away.add(id(person))
        return id(person) in self._away

    def _wrote(self, person: Person) -> bool:
        """ "Handed over a letter of thanks from Peru's President, X … X wrote": who is named as its author."""
        if not self.lexicon.words("letter_nouns"):
            return False
        sent = r"(?<!\w){words}(?: of [^.,;:\n]{3,40})? from (?:the |his |her )?$"
        letter = self.lexicon.shaped("letter_nouns", sent)
        held = {n.start: o.start for o, n in person.offices}
        starts = (min(n.start, held.get(n.start, n.start)) for n in person.names)
        return any(letter.search(self.words.lowered, max(0, at - _LETTER), at) for at in starts)

    def _interviewed(self, person: Person) -> bool:
        """Whether somebody who is told to have spoken to a paper or a station does so wherever they speak."""
        if self._told_papers is None:
            told = (s for s in self.story.sentences if self._to_a_paper(s))
            self._told_papers = {id(s.subject) for s in told if s.subject and s.paragraph.zone == "body"}
        return id(person) in self._told_papers

    def _to_a_paper(self, sentence: Sentence) -> bool:
        """Whether somebody speaks to a paper or a station: "told the «Post»", "in a talk with RT"."""
        if self.lexicon.whole("to_the_papers").search(self.words.lowered, sentence.start, sentence.end):
            return True
        cue = self.lexicon.shaped("told_outlets", r"(?<!\w){words} ")
        led = cue.finditer(self.words.lowered, sentence.start, sentence.end)
        return any(_OUTLET.match(self.words.plain, m.end()) for m in led)

    def _speaking(self, sentence: Sentence) -> Person | None:
        """Who acts in a sentence with a verb of speech."""
        subject = next(((m, p) for m, p in sentence.mentions if p is sentence.subject and p), None)
        if subject is None:
            return None
        mention, person = subject
        verbs = self.story.narrative_hits("speech", sentence.start, sentence.end)
        if not self.lexicon.data.get("subject_bare") or not self.lexicon.spaced:
            verbs = [v for v in verbs if v.start >= mention.end and not self._other_between(sentence, mention, v)]
            verbs = [v for v in verbs if not self._of_another_clause(mention, v)]
        return person if verbs and self.story.acts(mention) and not self.story.declined(mention) else None

    def _other_between(self, sentence: Sentence, mention: Mention, verb: Hit) -> bool:
        return any(mention.end <= m.start < verb.start for m, p in sentence.mentions if p)

    def _of_another_clause(self, mention: Mention, verb: Hit) -> bool:
        """ "Bell is due in Oslo on a trip announced in May": whether a verb other than that of speech, or a clause that
        hangs on something else, stands between somebody and a word for speech."""
        between = self.words.plain[mention.end : verb.start]
        words = between.lower().split()
        if len(words) <= _CLOSE or "," in between or words[-1] in self.lexicon.words("clause_joins"):
            return False
        return not self.lexicon.words("finite_verbs", "clause_openers").isdisjoint(words[:-1])

    def _met_before(self, sentence: Sentence) -> bool:
        """ "Last week I met X, who said …": whoever is named behind words that recall an encounter."""
        subject = next((m.start for m, p in sentence.mentions if p is sentence.subject), sentence.start)
        recalled = self.story.narrative_hits("recalled", sentence.start, subject)
        return bool(recalled) and self.of.elsewhere(sentence)

    def _outside(self, person: Person, encounter: Encounter) -> bool:
        """Whether somebody who speaks of talks of two sides, or of a speech of one, acts for a further one, and so only
        comments on them."""
        there = self.of.parties(encounter.anchor)
        if encounter.format.value in _CLOSED and not any(p is person for p in there) and comments(self.words, person):
            return True
        of_two = encounter.format.value in _OF_TWO or self.of.of_both(encounter.anchor)
        if of_two and len(encounter.people) > 1 < len(there):
            return not any(p is person for p in encounter.people)  # nobody else is on the line
        if not self._holds_office(person) and self._of_office_holders(encounter, there):
            return True
        sides = {side for p in there if (side := p.organization or p.country)}
        if len(sides) != _SIDES.get(encounter.format.value or "") or any(p is person for p in there):
            return False
        own = person.organization or person.country
        return own not in sides if own else bool(person.roles & _HEADS) or not person.offices

    def _holds_office(self, person: Person) -> bool:
        """Whether anybody sent somebody: a state or body is told of them, or an office that is theirs still."""
        if not person.offices:
            return bool(person.country or person.organization)
        former = self.lexicon.words("former_words")
        return any(former.isdisjoint(lower(o.text).split()[:1]) for o, _n in person.offices)

    def _of_office_holders(self, encounter: Encounter, there: list[Person]) -> bool:
        """Whether those of whom a summit is told all hold offices, or of those of talks one at least does: analysts,
        candidates and onlookers comment on it."""
        talks = encounter.format.value == "talks" and len(there) > 1 and any(p.roles for p in there)
        return talks or (encounter.format.value in _OFFICIAL and bool(there) and all(p.offices for p in there))

    def _announces(self, person: Person, encounter: Encounter) -> bool:
        """Whether somebody only tells of the meeting: a spokesperson, unless it is their own briefing."""
        announcers = self.lexicon.affixes("announcers")
        own = encounter.format.value in ("news_conference", "lecture")
        if own:
            return False
        told = bool(announcers) and any(announcing(lower(o.text), announcers) for o, _n in person.offices)
        return (told and not self._among_those_there(person)) or self._teller(encounter) is person

    def _among_those_there(self, person: Person) -> bool:
        """Whether a spokesperson is named with others in a sentence that tells who was there and not what they said."""
        for sentence in self.story.sentences:
            named = len(sentence.persons) > 2 and any(p is person for p in sentence.persons)
            if named and self.story.narrative_hits("attendance", sentence.start, sentence.end):
                return not self.story.narrative_hits("speech", sentence.start, sentence.end)
        return False

    def _teller(self, encounter: Encounter) -> Person | None:
        """ "X received Y, said the ambassador Z": whoever is named last, for telling of those who met."""
        anchor = encounter.anchor
        last, person = next(((m, p) for m, p in reversed(anchor.mentions) if p), (None, None))
        others = {id(p) for m, p in anchor.mentions if p and p is not person}
        if last is None or person is None or len(others) < 2:
            return None
        begin = min([last.start, *(o.start for o, n in person.offices if n.start == last.start)])
        cues = [h for h in self.story.narrative_hits("speech", anchor.start, begin) if begin - h.end < _INVERTED]
        if not cues or not self.words.plain[anchor.start : cues[-1].start].rstrip().endswith(","):
            return None
        small = self.words.lowered[cues[-1].end : begin].split()
        alone = not any(p is person and m is not last for m, p in anchor.mentions)
        return person if alone and self.lexicon.words("articles").issuperset(small) else None

    def _take_speakers(self, encounter: Encounter, until: int, since: int = 0) -> None:
        writers = {id(s.person) for s in self.speakers if s.rule == "speaker.document" and s.person}
        for speaker, stretch in zip(self.speakers, self.story.stretches, strict=True):
            absent = speaker.rule in _FROM_AFAR or id(speaker.person) in writers
            if speaker.person is None or absent or not since <= stretch.start < until:
                continue
            sentence = self.story.sentence_at(stretch.outer_start)
            turn = stretch.rule in ("quote.turn", "quote.opening-remarks", "quote.said-colon")
            if self._announces(speaker.person, encounter) and not turn:
                continue
            away = sentence is not None and self._elsewhere_said(sentence, encounter, speaker.person)
            away = away or (not turn and self._outside(speaker.person, encounter))
            away = away or (sentence is not None and not turn and self._spoke_away(speaker.person, encounter, sentence))
            if turn or sentence is None or not (away or self._read_out(sentence)):
                self.take(encounter, [speaker.person])

    def _take_addressed(self, encounter: Encounter) -> None:
        """ "“Dear Secretary Bell, …”": whom somebody who is there addresses by name as they begin to speak."""
        addresses = self.lexicon.affixes("addresses")
        spoken = zip(self.speakers, self.story.stretches, strict=True)
        there = [s for who, s in spoken if any(who.person is p for p in encounter.people)]
        for stretch in there if addresses and encounter.format.value != "lecture" else ():
            first = next((m for m in self.story.within(stretch.start, stretch.start + _VOCATIVE) if m.person), None)
            lead = self.words.lowered[stretch.start : first.start] if first else ""
            called = lead.startswith(addresses) and not re.search(r"[,.;:!?\n]", lead) and first and first.person
            if called and called.roles:
                self.take(encounter, [called])

    def _foreign_event(self, sentence: Sentence) -> bool:
        """Whether somebody spoke elsewhere or at another time; in the vocabulary … stands for any one word."""
        plain = self.words.lowered[sentence.start : sentence.end]
        cues = self.lexicon.begins("spoken_elsewhere").finditer(plain)
        if any(not plain[cue.end() : cue.end() + 1].isalnum() for cue in cues):
            return True
        return any(self._on_weekday(w) for w in self.of.calendar.find(self.words.plain, sentence.start, sentence.end))

    def _on_another_day(self, sentence: Sentence, encounter: Encounter) -> bool:
        """ "On 3 May, after talks in Oslo, X said that …": a day before the verb that is not the encounter's."""
        verb = next(iter(self.story.narrative_hits("speech", sentence.start, sentence.end)), None)
        day = encounter.date.value
        for when in self.of.calendar.find(self.words.plain, sentence.start, verb.start) if verb and day else ():
            told = resolve(when, self.of.published, "past") if when.day and when.month else None
            if told and not self.story.quoted_at(when.start) and told not in (day, self.of.published):
                return True
        return False

    def _in_another_state(self, sentence: Sentence, encounter: Encounter) -> bool:
        """Whether somebody spoke at another encounter, in a town of another state."""
        town = self.of.town_of(sentence) if self.of.encounters(sentence) else None
        host = encounter.place_country.value
        return bool(town and host and town[1].value and town[1].value != host)

    def _opens_elsewhere(self, sentence: Sentence, encounter: Encounter) -> bool:
        """ "In Oslo, X called the talks …": a sentence that opens with a town of a state for which nobody acts."""
        towns = self.words.inside("place", sentence.start, sentence.start + _OPENING)
        sides = {p.country for p in encounter.people if p.country}
        before = self.words.lowered[sentence.start : towns[0].start].split() if towns else []
        led = len(before) == 1 and before[0] in self.lexicon.words("place_links")
        return led and bool(sides) and towns[0].value[0] not in sides | {encounter.place_country.value}

    def _visited(self, sentence: Sentence, encounter: Encounter) -> bool:
        """ "Dia visited Ghana and praised …", Bell said at the press conference: a visit elsewhere is told there."""
        if encounter.format.value not in ("news_conference", "lecture"):
            return False
        visits = self.story.narrative_hits("visits", sentence.start, sentence.end)
        states = self.words.inside("country", sentence.start, sentence.end) if visits else []
        abroad = [h for h in states if h.value[0] != encounter.place_country.value]
        return any(self.of.leads_to(visit, state) for visit in visits for state in abroad)

    def _on_weekday(self, when: When) -> bool:
        return when.weekday is not None and not self.story.quoted_at(when.start)

    def _elsewhere_said(self, sentence: Sentence, encounter: Encounter, person: Person) -> bool:
        """Whether the sentence before somebody's words tells that they spoke at another encounter, elsewhere."""
        near = [s for s in self.story.sentences if s.start < sentence.start][-3:]
        return any(s.subject is person and self._in_another_state(s, encounter) for s in near)

    def _read_out(self, sentence: Sentence) -> bool:
        """Whether quoted words are a message from somebody who is not there."""
        return bool(self.story.narrative_hits("absent", sentence.start, sentence.end)) and not sentence.subject
