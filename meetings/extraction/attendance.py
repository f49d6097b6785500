"""Who took part in the encounters of a text, and on which side."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from .companions import Companions
from .delegations import leads_delegation, state_led, state_represented
from .encounters import Encounter
from .mentions import Mention
from .person import Person
from .phrases import Hit
from .presence import is_there
from .record import Span
from .spoken_of import at_airport
from .story import Sentence
from .topics import without_topics

_BEFORE_PRESS = ("news_conference", "lecture")
"""Forms of encounters at which much is told of other ones."""
_LINKED = 30
"""Characters behind a verb of speech or a press conference in which whoever is beside the speaker is named."""
_BESIDE_WITH = 16
"""Characters between a press conference and whoever "with" leads to, office and name aside."""
_JOIN = 8
"""Characters between two states that "and" joins."""
_ENVOYS = 3
"""Guests of one sentence more about a ceremony."""
_DENIAL = 24
"""Characters before words for attendance in which they can be denied: "did not"."""
_LEFT_OUT = re.compile(r"\s?[–—:]\s|\s-\s")
"""What stands behind a state's adjective whose noun ("side") is not said again."""


class Attendance(Companions):
    """Gathers the participants of the encounters of one story."""

    _met: Collection[int] = ()
    """Whom the sentences of the body name that tell of the encounters (by `id`)."""

    def gather(self, found: list[Encounter]) -> None:
        """Everybody whom an encounter's sentences show as taking part."""
        self._met = {id(p) for e in found if e.anchor.paragraph.zone == "body" for p in self.of.parties(e.anchor)}
        for n, encounter in enumerate(found):
            until = found[n + 1].anchor.start if n + 1 < len(found) else len(self.words.plain)
            since = encounter.anchor.start if n else 0
            present = self._without_asides(encounter)
            self.take(encounter, [p for p in present if not self._announces(p, encounter)] or present)
            self._companions(encounter)
            self._beside_principal(encounter)
            self._met_together(encounter)
            if n == 0 and len(found) == 1 and self._complete_roster(encounter):
                continue
            self._earlier = [p for e in found[:n] for p in e.people]
            self._take_lists(encounter, until)
            for sentence in self.story.sentences:
                if n and not since <= sentence.start < until:
                    continue
                if not n and len(found) > 1 and sentence.start >= until and sentence.paragraph.zone == "body":
                    continue
                self._take_from(encounter, sentence)
            self._of_the_pair(encounter)
            if n == 0:
                self._take_roster(encounter)
                self._take_speakers(encounter, until)
                self._take_spoken_of(encounter)

    def gather_common(self, found: list[Encounter]) -> None:
        """ "At the meetings X was present as well": X was at all that are told before."""
        plural = self.lexicon.words("many_encounters")
        for sentence in self.story.sentences if len(found) > 1 else ():
            if not self.story.narrative_hits("attendance", sentence.start, sentence.end) or self.of.elsewhere(sentence):
                continue
            marks = self.of.encounters(sentence)
            if not any(self.words.lowered[h.start : h.end].split()[-1] in plural for h in marks):
                continue
            before = [e for e in found if e.anchor.start < sentence.start]
            for encounter in before if len(before) > 1 else ():
                self.take(encounter, self.of.parties(sentence))

    def _take_spoken_of(self, encounter: Encounter) -> None:
        """Whom those who speak introduce, address or say that they meet."""
        self._take_introduced(encounter)
        self._take_addressed(encounter)
        self._take_met(encounter)

    def _take_introduced(self, encounter: Encounter) -> None:
        """ "I am joined today by X": whom a speaker of a transcript presents."""
        cues = self.lexicon.words("joined_by")
        for sentence in self.story.speech if cues else ():
            stretch = self.story.quoted_at(sentence.start)
            turn = stretch is not None and stretch.rule in ("quote.turn", "quote.opening-remarks")
            starts = [self.words.lowered.find(cue, sentence.start, sentence.end) for cue in cues] if turn else []
            if first := min((at for at in starts if at >= 0), default=0):
                named = [p for m, p in sentence.mentions if p and m.kind == "name" and m.start > first]
                self.take(encounter, [p for p in named if p.offices])

    def _take_met(self, encounter: Encounter) -> None:
        """ "Glad of this meeting with President X": whom the one who speaks in a transcript says they meet."""
        alone = encounter.format.value not in _BEFORE_PRESS and len(encounter.people) == 1
        links = self.lexicon.words("with_links") if self.lexicon.head_first else ()
        for sentence in self.story.speech if alone and links else ():
            for mark in self.words.inside("encounter", sentence.start, sentence.end):
                link = self.words.lowered[mark.end : mark.end + 8].split()[:1]
                near = [p for m, p in sentence.mentions if p and 0 < m.start - mark.end < _LINKED and p.offices]
                told = link and link[0] in links and not self.words.inside("recalled", sentence.start, mark.end)
                if told and near and near[0] is not encounter.people[0]:
                    self.take(encounter, near[:1])
                    return

    def gather_section(self, encounter: Encounter, scope: Span) -> None:
        """Everybody whom one section shows as taking part in its encounter."""
        for sentence in self.story.sentences:
            if scope.start <= sentence.start < scope.end:
                self._take_from(encounter, sentence)
        self._take_speakers(encounter, scope.end, scope.start)
        self._of_the_pair(encounter)

    def _take_from(self, encounter: Encounter, sentence: Sentence) -> None:
        """Whom one sentence shows as taking part."""
        if sentence is encounter.anchor or at_airport(self.of, sentence):
            return
        if sentence.paragraph.zone == "title":
            visits = self.words.inside("visits", sentence.start, sentence.end)
            if self.story.narrative_hits("future_visits", sentence.start, sentence.end):
                visits = []
            if self.of.encounters(sentence) or (visits and encounter.format.value not in _BEFORE_PRESS):
                named = (p for p in self._named(sentence) if not self._announces(p, encounter))
                self.take(encounter, [p for p in named if not self._met_apart(p, encounter)])
        elif self._attended(encounter, sentence):
            self._sides(encounter, sentence)
            start = self._stood_in_for(sentence)
            told = [(m, p) for m, p in sentence.mentions if p and m.start >= start and not self.story.absent(m)]
            there = without_topics(self.story, sentence, told)
            if len(there) == 1 and (code := state_led(self.story, sentence)):
                encounter.sides[id(there[0])] = code
            self.take(encounter, [p for p in there if not self._announces(p, encounter)] or there)
        elif self._roster(sentence) or self._composes(encounter, sentence):
            self.take(encounter, self._named(sentence))
        elif not self._reminds(sentence):
            self._take_speaking(encounter, sentence)

    def _met_apart(self, person: Person, encounter: Encounter) -> bool:
        """ "A, B and C met D" in a headline, and the text goes on to tell of D's meetings with A, with B and with C."""
        if encounter.anchor.paragraph.zone != "body" or id(person) not in self._met:
            return False
        return not any(person is p for p in self.of.parties(encounter.anchor))

    def _stood_in_for(self, sentence: Sentence) -> int:
        """Where the words end that say that somebody stood in for whoever is named before: "X was represented by Y"."""
        match = self.lexicon.begins("stood_in_for").search(self.words.lowered, sentence.start, sentence.end)
        return match.end() if match else sentence.start

    def _named(self, sentence: Sentence) -> list[Person]:
        """Whom a sentence calls by name, but for those who are only greeted, thanked or spoken of."""
        told = [(m, p) for m, p in sentence.mentions if p and m.kind == "name" and not self.story.absent(m)]
        return without_topics(self.story, sentence, told)

    def _attended(self, encounter: Encounter, sentence: Sentence) -> bool:
        """Whether a sentence says who was there, at this encounter and not at another one."""
        hits = self.story.narrative_hits("attendance", sentence.start, sentence.end)
        if hits and self._told_the_press(encounter, sentence, hits[0]):
            return False
        if hits and self.lexicon.shaped("not_there", r"\b{words}(?:\s\w+)?\s$").search(
            self.words.lowered, max(sentence.start, hits[0].start - _DENIAL), hits[0].start
        ):
            return False
        if hits and not self.of.encounters(sentence) and (self._feast(sentence) or self._to_come(sentence, hits[0])):
            return False
        if sentence.start >= self.of.background or (hits and self._of_some_event(encounter, sentence)):
            return False  # "We recall: on Thursday X took part in …"
        present = hits or self._hands_over(encounter, sentence) or leads_delegation(self.story, sentence)
        present = present or self._envoys(encounter, sentence)
        told = bool(present) or state_represented(self.story, sentence) is not None or is_there(self.story, sentence)
        return told and not self.of.elsewhere(sentence) and not self._recalls(sentence)

    def _of_some_event(self, encounter: Encounter, sentence: Sentence) -> bool:
        """ "At a session of the council, in which X took part": what is told of as one event of several, of another
        form than the encounter, is not the encounter."""
        some = self.lexicon.shaped("indefinite", r"(?<!\w){words}(?: \w+)? $") if self.lexicon.head_first else None
        marks = self.of.encounters(sentence) if some else []
        if not marks or any(mark.value in (encounter.format.value, "talks") for mark in marks):
            return False
        begin = sentence.start
        return some is not None and some.search(self.words.lowered, begin, marks[0].start) is not None

    def _to_come(self, sentence: Sentence, cue: Hit) -> bool:
        """ "Dia will come to our country together with Bell": who will be somewhere, where no encounter is told."""
        kinds = ("announced", "future_visits")
        return any(self.story.narrative_hits(kind, sentence.start, cue.start) for kind in kinds)

    def _feast(self, sentence: Sentence) -> bool:
        """ "X and her husband attended the dinner": what is no meeting, though it was on the same day; where a language
        leaves out what they attended, what the sentence before tells of."""
        above = None if self.lexicon.spaced else self.story.sentence_before(sentence.start)
        told = [sentence, above] if above and above.paragraph is sentence.paragraph else [sentence]
        return any(self.story.narrative_hits("not_meetings", s.start, s.end) for s in told)

    def _told_the_press(self, encounter: Encounter, sentence: Sentence, cue: Hit) -> bool:
        """ "At the press conference Bell said that Dia had joined the journey": it is told there, it was elsewhere."""
        if encounter.format.value not in _BEFORE_PRESS or not self.lexicon.head_first:
            return False
        return bool(self.story.narrative_hits("speech", sentence.start, cue.start))

    def _before_the_press(self, encounter: Encounter) -> list[Person]:
        """ "At the press conference X said that Y had gone to Z": X alone, and whoever is linked to the encounter or to
        X's words ("at a press conference with Y", "said beside Y"); empty where the sentence is not of that kind."""
        anchor = encounter.anchor
        if encounter.format.value not in _BEFORE_PRESS or anchor.paragraph.zone == "title" or not anchor.subject:
            return []
        first = next(m for m, p in anchor.mentions if p is anchor.subject)
        if not self.lexicon.head_first:
            return self._before_reported(anchor, first.end)
        verbs = self.story.narrative_hits("speech", first.end, anchor.end)
        if not verbs:
            return []
        said, links = verbs[0].end, self.lexicon.words("with_links")
        marks = self.of.encounters(anchor)
        near = [h.end for h in marks if h.end > said]
        told = [(m, p) for m, p in anchor.mentions if p and not self.story.absent(m)]
        linked = [m for m, _p in told if links.intersection(self.words.lowered[said : m.start][:_LINKED].split())]
        linked += [m for m, _p in told if any(0 <= m.start - at < _LINKED for at in near)]
        linked += [m for m, _p in told if any(self._with_at(m, h) for h in marks)]
        return list({id(p): p for m, p in told if m.start < said or m in linked}.values())

    def _with_at(self, mention: Mention, mark: Hit) -> bool:
        """ "At a news conference with the President of the Council, X": "with" right before somebody's office, and the
        mark right before it, or right behind the name ("at a joint with X news conference")."""
        begin = self.story.introduced(mention)
        before = self.words.lowered[max(0, begin - _BESIDE_WITH) : begin].split()[-1:]
        if not before or before[0] not in self.lexicon.words("with_links"):
            return False
        return 0 <= begin - mark.end < _BESIDE_WITH or 0 <= mark.start - mention.end < _BESIDE_WITH

    def _before_reported(self, anchor: Sentence, acting: int) -> list[Person]:
        """ "Basın toplantısında konuşan Bell, Dia'nın gideceğini söyledi": where the verb stands last, whoever is named
        behind the subject and the word for the press conference is only told of."""
        marks = [h.end for h in self.of.encounters(anchor)]
        edge = max([acting, *marks[:1]])
        verbs = self.story.narrative_hits("speech", edge, anchor.end) if marks else []
        told = [p for m, p in anchor.mentions if p and m.start < edge and not self.story.absent(m)]
        return list({id(p): p for p in told}.values()) if verbs and self.words.plain[acting] == "," else []

    def _without_asides(self, encounter: Encounter) -> list[Person]:
        """Those whom an anchor names, without whom only a clause behind a name tells of: "B, who succeeded C"."""
        anchor = encounter.anchor
        there = self._before_the_press(encounter) or self.of.parties(anchor)
        opened = self.lexicon.shaped("clause_pronouns", r",\s{words}\s[^,;:.]*[.]?$")
        clause = opened.search(self.words.lowered, anchor.start, anchor.end) if len(there) > 2 else None
        if clause is None or self.story.narrative_hits("encounter", clause.start(), anchor.end):
            return there
        before = {id(p) for m, p in anchor.mentions if p and m.start < clause.start()}
        return [p for p in there if id(p) in before] if len(before) > 1 else there

    def _hands_over(self, encounter: Encounter, sentence: Sentence) -> list[Hit]:
        """ "The ambassadors A of Ghana and B of Chile presented their credentials": who takes part in a ceremony is
        told by the verb for it, again; of three of them and more, by one of receiving, where more is told."""
        if encounter.format.value != "ceremony" or not self.of.reports(sentence) or sentence.paragraph.zone != "body":
            return []
        marks = [h for h in self.of.encounters(sentence) if h.value == "ceremony"]
        further = self.story.narrative_hits("further", sentence.start, sentence.end)
        if not marks and further and len([p for p in sentence.persons if p.country]) >= _ENVOYS:
            marks = self.of.encounters(sentence)
        named = [m for m, p in sentence.mentions if p]
        if marks and len(sentence.persons) >= 2 and named[-1].end <= marks[0].start and self._credentials(marks[0]):
            return marks
        return marks if len([p for p in sentence.persons if p.offices or p.countries]) >= 2 else []

    def _credentials(self, mark: Hit) -> bool:
        """Whether a word for a ceremony tells what envoys alone hand over."""
        return self.words.lowered[mark.start : mark.end] in self.lexicon.words("sure_marks")

    def _envoys(self, encounter: Encounter, sentence: Sentence) -> bool:
        """ "The ambassadors X (Ghana) and Y (Chile) were welcomed one by one": a sentence of a ceremony that names
        nobody but envoys of several states."""
        people = sentence.persons if encounter.format.value == "ceremony" else []
        envoys = all(p.country and p.roles == {"ambassador"} for p in people)
        several = envoys and len({p.country for p in people}) > 1 and sentence.paragraph.zone == "body"
        return several and not self.story.narrative_hits("recalled", sentence.start, sentence.end)

    def _reminds(self, sentence: Sentence) -> bool:
        """Whether a sentence begins with a reminder of what was ("Let us recall that …"), where verbs come last, or
        with words for who told of the meeting ("This was reported by …")."""
        if self.words.lowered.startswith(self.lexicon.affixes("news_sources"), sentence.start):
            return True
        opening = self.story.narrative_hits("recalling", sentence.start, sentence.start + 25)
        return bool(opening) and not self.lexicon.head_first

    def _roster(self, sentence: Sentence) -> bool:
        """Whether an early sentence lists those who are there: four names or more, most with an office."""
        named = self._named(sentence)
        if self._names_whom(sentence):
            first = next((m.start for m, p in sentence.mentions if p and m.kind == "name"), sentence.end)
            told = any(self.words.inside(kind, sentence.start, first) for kind in ("encounter", "visits"))
            return len(named) > 1 and not told and all(p.offices or p.countries for p in named)
        if self.of.encounters(sentence) and self.story.narrative_hits("further", sentence.start, sentence.end):
            return False  # "She is also to meet A, B, C and D"
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
        named = [(m.start, m.end) for m, _p in sentence.mentions if m.kind == "name"]  # "Julio", "April"

        def inside(at: int) -> bool:
            return any(start <= at < end for start, end in named)

        date = self.of.date_of(sentence)
        whens = self.of.calendar.find(self.words.plain, sentence.start, sentence.end)
        months = [w for w in whens if w.month and not w.day and not inside(w.start)]
        published = self.of.published
        told = date is not None and bool(date.value) and not any(inside(span.start) for span in date.spans)
        return bool(months) or bool(told and date and published and str(date.value)[:7] != published[:7])

    def only_announced(self, encounter: Encounter) -> bool:
        """Whether nobody is named but those who tell of it: a spokesperson's words about a meeting are none."""
        people = encounter.people
        return bool(people) and all(self._announces(p, encounter) for p in people)

    def _sides(self, encounter: Encounter, sentence: Sentence) -> None:
        """ "On the Uzbek side …": the state of all whom the sentence then names."""
        marks: list[tuple[int, str]] = []
        for side in self.story.narrative_hits("attendance_sides", sentence.start, sentence.end):
            if owner := self._owner_of_side(side):
                marks.append((owner.start, str(owner.value[0])))
            elif encounter.place_country.value and self._of_hosts(side):
                marks.append((sentence.start, encounter.place_country.value))
        if marks:  # "on the Uzbek side A, on the Russian – B"
            states = self.words.inside("country", marks[0][0], sentence.end)
            marks += [(h.start, str(h.value[0])) for h in states if _LEFT_OUT.match(self.words.plain, h.end)]
            marks.sort()
        elif code := state_represented(self.story, sentence):
            marks = [(sentence.start, code)]
        for mention, person in sentence.mentions:
            before = [code for at, code in marks if at <= mention.start]
            if person and before:
                encounter.sides.setdefault(id(person), before[-1])
        if not marks and not self._composes(encounter, sentence):
            self._delegation(encounter, sentence)
            self._one_each(encounter, sentence)

    def _of_hosts(self, side: Hit) -> bool:
        """ "From the host side X was present"."""
        before = self.words.lowered[max(0, side.start - 12) : side.start].split()[-1:]
        return bool(before) and before[0] in self.lexicon.words("hosts")

    def _of_the_pair(self, encounter: Encounter) -> None:
        """ "Presidents A and B talked. The leaders of Ghana and Togo …": A is Ghana's, B Togo's."""
        pair = encounter.people
        where = [
            encounter.anchor.paragraph,
            *(t.paragraph for t in self.of.titles),
        ]  # "talks of the leaders of Ghana …"
        if len(pair) != 2 or any(p.country or p.organization or id(p) in encounter.sides for p in pair):
            return
        nouns = {(o.start, o.end) for o in self.story.resolver.offices if o.plural}
        nouns |= {(h.start, h.end) for p in where for h in self.words.inside("leaders", p.start, p.end)}
        for start, end in sorted(nouns, key=lambda n: (not where[0].start <= n[0] < where[0].end, n)):
            told = self.words.inside("country", start, end + 50) if any(p.start <= start < p.end for p in where) else []
            far = next((n for n, (a, b) in enumerate(pairwise(told), 1) if b.start - a.end > _JOIN), len(told))
            told = told[:far]
            states = dict.fromkeys(str(h.value[0]) for h in told if h.value[1] in ("name", "long"))
            if len(told) == len(states) == 2 and told[0].start <= end + 8:
                encounter.sides |= {id(p): code for p, code in zip(pair, states, strict=True)}
                return

    def _one_each(self, encounter: Encounter, sentence: Sentence) -> None:
        """ "Foreign ministers A and B", "the ministries of Ghana and Togo, headed by A and B": one of either side, in
        the order in which the sides were named."""
        pair = [p for _m, p in sentence.mentions if p and any(o.plural for o, _n in p.offices) and not p.country]
        states = list(dict.fromkeys(p.country for p in encounter.people if p.country))
        if not pair and not states:
            pair = [p for p in sentence.persons if p.offices]
            first = next((m.start for m, p in sentence.mentions if p), sentence.start)
            told = self.words.inside("country", sentence.start, first)
            states = list(dict.fromkeys(str(h.value[0]) for h in told))
        if len(pair) == len(states) == 2:
            for person, code in zip(pair, states, strict=True):
                encounter.sides.setdefault(id(person), code)
        self._of_the_announced(encounter, sentence)

    def _of_the_announced(self, encounter: Encounter, sentence: Sentence) -> None:
        """ "… of the ministers of Ghana, Togo and Peru. Taking part were A, B and C": as many names as states, in the
        same order."""
        anchor, offices = encounter.anchor, self.story.resolver.offices
        plural = next((o for o in offices if o.plural and anchor.start <= o.start < anchor.end), None)
        told = self.words.inside("country", plural.start, min(anchor.end, plural.end + 60)) if plural else []
        states = list(dict.fromkeys(str(h.value[0]) for h in told if h.value[1] in ("name", "long")))
        named = [p for p in sentence.persons if any(m.kind == "name" for m, q in sentence.mentions if q is p)]
        known = all(p.country in (None, code) for p, code in zip(named, states, strict=False))
        if len(named) == len(states) > 2 and known:
            for person, code in zip(named, states, strict=True):
                encounter.sides.setdefault(id(person), code)
