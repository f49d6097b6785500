"""The sentence that tells of the meeting a text exists to tell about."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from itertools import islice

from .circumstances import Circumstances
from .date_resolution import resolve
from .dates import Calendar
from .delegations import leads_delegation
from .encounter_marks import PLACELESS
from .encounters import Encounter
from .person import Person
from .phrases import Hit
from .spoken_of import at_airport
from .story import Sentence, Story
from .tellings import tells_event
from .turn_speakers import Speaker
from .unmarked_meetings import unmarked_meeting

_NEXT = 4
"""Sentences behind the first among which one says with whom the talks were."""
_PAPER = 6
"""Sentences of a joint paper, its numbers counted, among which one tells of the talks from which it came."""
_CLAUSE = re.compile(r"[^,.;:—–]*")
_LINKED = 4
"""Words behind a noun for talks among which "with" stands: "talks in the morning with X"."""
_RECENT = 60
"""Days after which nobody reports a meeting as news."""


def day_number(edtf: str | None) -> int:
    try:
        return date.fromisoformat(edtf or "").toordinal()
    except ValueError:
        return 0


class MeetingAnchors:
    """Looks for the first encounter of one story."""

    def __init__(self, story: Story, calendar: Calendar, published: str | None, speakers: list[Speaker]) -> None:
        self.story, self.words, self.lexicon = story, story.words, story.lexicon
        self.of, self.speakers = Circumstances(story, calendar, published), speakers
        self._series = False
        self._host: Person | None = None
        """Whose several meetings the first sentence announces without naming another party."""

    def _titled_many(self) -> bool:
        """Whether a headline speaks of several meetings."""
        marks = [h for t in self.of.titles for h in self.of.encounters(t)]
        titled = [self.words.lowered[h.start : h.end].split()[-1] for h in marks]
        return any(word in self.lexicon.words("many_encounters") for word in titled)

    def _anchor(self) -> Sentence | None:
        """The first sentence of the body that tells of an encounter of named persons; else the headline."""
        titles = self.of.titles
        body = [s for s in self.story.sentences if s.paragraph.zone == "body"]
        body = [s for s in body if not (self._of_picture(s) or self._number(s))] or body
        if titles and (self._statement_title(titles[0]) or self._called_off(titles[0])):
            return None
        if titles and self.words.page.roster:
            return titles[0]
        turns = any(s.rule in ("quote.turn", "quote.opening-remarks") for s in self.story.stretches)
        if turns and (titled := next((t for t in titles if self.of.encounters(t)), None)):
            return titled
        untold = not any(self._tells(title) for title in titles)
        for n, sentence in enumerate(body):
            if self.of.elsewhere(sentence) or not self.of.encounters(sentence) or self._long_ago(sentence):
                continue
            if self._by_oneself(sentence, body[n + 1 :]):
                continue
            if self._told_in_passing(sentence) or (untold and not tells_event(self.of, sentence, n)):
                continue
            if (titled := self._titled_after(sentence)) is not None:
                return titled
            if self.of.parties(sentence) or self._attended_next(sentence):
                return self._fuller(sentence, body)
        held = [] if self._to_be_held() else titles
        told = next((s for s in held if self.of.reports(s) and self.of.parties(s) and not self._at_airport(s)), None)
        told = told or (None if turns else self._session() or unmarked_meeting(self.of, body, titles))
        return told or (next(iter([*titles, *body]), None) if turns and self._conversation() else None)

    def _titled_after(self, sentence: Sentence) -> Sentence | None:
        """ "Bell meets Dia", and the text tells first whom Bell met "before the talks with Dia": the headline's is
        another meeting."""
        opened = {id(p) for m, p in sentence.mentions if p and m.start < self.of.opening(sentence)}
        for title in (t for t in self.of.titles if opened and self.of.reports(t)):
            met, here = ({id(p) for p in self.of.parties(s)} for s in (title, sentence))
            if len(met) == 2 and met & opened and met & here:
                return title
        return None

    def _by_oneself(self, sentence: Sentence, behind: list[Sentence]) -> bool:
        """ "I end three days of talks in Oslo. I met Minister Bell": who writes names nobody else until further on."""
        narrator = self.story.narrator
        if narrator is None or any(p is not narrator for p in self.of.parties(sentence)):
            return False
        return any(len(self.of.parties(s)) > 1 and self.story.speaks(s) and self.of.reports(s) for s in behind)

    def _to_be_held(self) -> bool:
        """ "Minister Bell receives a colleague", and the text begins "Minister Bell will receive Ana Ruiz on 12 May", a
        day to come; what two states will do on such a day is another matter."""
        lead, published = next(iter(self._lead), None), self.of.published
        if not lead or not published or not lead.persons or self.of.reports(lead):
            return False
        if not self.story.narrative_hits("announced", lead.start, lead.end):
            return False
        days = (resolve(w, published, "future") for w in self.of.calendar.find(self.words.plain, lead.start, lead.end))
        return any(day is not None and day[:1].isdigit() and day > published[: len(day)] for day in days)

    def _number(self, sentence: Sentence) -> bool:
        """ "1.": what counts the paragraphs of a joint paper."""
        return self.words.plain[sentence.start : sentence.end].strip(" .)").isdecimal()

    def _at_airport(self, title: Sentence) -> bool:
        """ "Bell welcomed by Dia", and the text tells that it was at the airport."""
        greeted, marks = self.lexicon.words("welcomed_there"), self.of.encounters(title)
        if not all(self.words.lowered[h.start : h.end] in greeted for h in marks):
            return False
        airports = self.lexicon.begins("airports")
        return any(airports.search(self.words.lowered, s.start, s.end) for s in self._lead)

    def _of_picture(self, sentence: Sentence) -> bool:
        """ "两位部长在码头。本报记者 林海 摄": whether a paragraph says of a picture, at its end, who took it."""
        ends = self.lexicon.affixes("credit_ends")
        return bool(ends) and self.words.plain.endswith(ends, sentence.paragraph.start, sentence.paragraph.end)

    def _place_of_picture(self, encounter: Encounter) -> None:
        """The town that what is said of a picture names, where the text names none."""
        if encounter.place.value is not None or encounter.format.value in PLACELESS:
            return
        there = self.of.parties(encounter.anchor)
        told = (s for s in self.story.sentences if self._of_picture(s) and any(p in there for p in s.persons))
        if town := next(filter(None, map(self.of.town_of, told)), None):
            encounter.place, encounter.place_country = town

    def _tells(self, title: Sentence) -> bool:
        """Whether a headline tells of an encounter or a visit."""
        return bool(self.of.encounters(title) or self.story.narrative_hits("visits", title.start, title.end))

    def _told_in_passing(self, sentence: Sentence) -> bool:
        """Whether a sentence with a word for an encounter tells of none that was held."""
        put_off = self._called_off(sentence) or self._of_results(sentence)
        return put_off or self._only_said(sentence) or self._welcomes_a_thing(sentence) or at_airport(self.of, sentence)

    def _welcomes_a_thing(self, sentence: Sentence) -> bool:
        """ "Bell welcomed the decision": a verb of welcome, and nobody but whoever acts that could be welcomed."""
        verbs, marks = self.lexicon.words("welcoming_verbs"), self.of.encounters(sentence)
        if any(self.words.lowered[h.start : h.end] not in verbs for h in marks):
            return False
        behind = any(m.kind == "name" and m.start >= marks[0].end for m, _p in sentence.mentions)
        if behind and not self.lexicon.data.get("noun_capitals"):  # "hat am Dienstag begrüßt": the verb may stand last
            return False
        guests = (self.lexicon.begins(key) for key in ("delegations", "guests", "parties_nouns"))
        coming = any(nouns.search(self.words.lowered, sentence.start, sentence.end) for nouns in guests)
        return not coming and self._at_most_one(sentence)

    def _at_most_one(self, sentence: Sentence) -> bool:
        """Whether a sentence names one person at most."""
        told = [(m, p) for m, p in sentence.mentions if m.kind not in ("pronoun", "institution")]
        return len({id(p) if p else m.start for m, p in told}) < 2

    def _session(self) -> Sentence | None:
        """The sentence of the lead that tells of a session, where envoys of two sides at least speak: "Many states
        criticised the step at an emergency session of the Council." They speak there."""
        envoys = [s.person for s in self.speakers if s.person and "ambassador" in s.person.roles]
        if len({p.country or p.organization for p in envoys} - {None}) < 2:
            return None
        marked = (s for s in self._lead if any(h.value == "multilateral" for h in self.of.encounters(s)))
        return next((s for s in marked if not self.of.elsewhere(s) and not self._called_off(s)), None)

    def _called_off(self, sentence: Sentence) -> bool:
        """ "The meeting has been put off": it did not take place."""
        return self.lexicon.begins("called_off").search(self.words.lowered, sentence.start, sentence.end) is not None

    def _of_results(self, sentence: Sentence) -> bool:
        """ "The accords reached at the summit in Oslo hold, X said": a gathering that only tells their origin."""
        reached = self.lexicon.words("reached")
        if not reached or not self.story.narrative_hits("speech", sentence.start, sentence.end):
            return False
        lowered = self.words.lowered
        for mark in self.of.encounters(sentence):
            near = lowered[max(sentence.start, mark.start - 40) : mark.start].split()[-4:]
            near += lowered[mark.end : min(sentence.end, mark.end + 40)].split()[:4]
            beside = lowered[mark.end : mark.end + 6].startswith(tuple(reached)) and not self.lexicon.spaced
            if not (reached.intersection(near) or beside):
                return False
        return True

    def _only_said(self, sentence: Sentence) -> bool:
        """ "Bell said that after consultations the ministry had …": a noun in one person's words tells of no meeting of
        theirs."""
        marks, verbs = self.of.encounters(sentence), self.lexicon.words("encounter_verbs")
        if len({id(p) for p in self.of.parties(sentence)}) != 1 or not self.lexicon.head_first:
            return False
        said = next(iter(self.story.narrative_hits("speech", sentence.start, marks[0].start)), None)
        told = any(h.value != "talks" or self.words.lowered[h.start : h.end] in verbs for h in marks)
        that = said and self.lexicon.words("reported_clauses").intersection(
            self.words.lowered[said.end : marks[0].start].split()[:1]
        )
        return bool(that) and not told

    def _long_ago(self, sentence: Sentence) -> bool:
        """Whether a sentence dates its encounter long before the page: it is recalled, not reported."""
        told = self.of.date_of(sentence)
        then, now = (told.value or "" if told else ""), self.of.published or ""
        if told and told.rule == "date.relative" and len(then) == len("2024-01") and then < now[: len(then)]:
            return True  # "last month": no news
        if not told or told.rule != "date.absolute" or "X" in then + now or len(then) < 7 or len(now) < 10:
            return False
        return day_number(now) - day_number(f"{then}-28"[:10]) > _RECENT

    def _fuller(self, first: Sentence, body: list[Sentence]) -> Sentence:
        """ "X discussed trade with their hosts. X met Y, …": the sentence that follows, where the first names X alone,
        or X and others of X's side; further on, one that says with whom they had the talks that the first speaks of."""
        alone = self.of.parties(first)
        sides = {p.organization or p.country for p in alone}
        one_side = len(alone) == 1 or (len(sides) == 1 and None not in sides)
        if self.story.narrative_hits("series", first.start, first.end) or not one_side:
            return first  # "held a string of meetings": the ones that follow are told one by one
        if not any(h.value == "talks" for h in self.of.encounters(first)):
            return first  # "opened the summit with a speech": a gathering of many, whoever is named next
        at = body.index(first) + 1
        for n, sentence in enumerate(body[at : at + _NEXT]):
            marks = self._met_by_verb(sentence) or (self._talks_with(sentence) if n else [])
            until = marks[0].end if marks else sentence.end  # "She met Y and later Z" tells of both
            told = self.of.reports(sentence) and not self.story.narrative_hits("further", sentence.start, until)
            there = self.of.parties(sentence)
            more = len(there) > len(alone) and all(any(p is q for q in there) for p in alone)
            if told and marks and sentence.subject is alone[0] and more:
                return sentence
        return first

    def _met_by_verb(self, sentence: Sentence) -> list[Hit]:
        """The verbs of meeting of a sentence."""
        verbs = self.lexicon.words("encounter_verbs")
        return [h for h in self.of.encounters(sentence) if self.words.lowered[h.start : h.end] in verbs]

    def _talks_with(self, sentence: Sentence) -> list[Hit]:
        """The nouns for talks of a sentence that "with" follows before anything else is told."""
        links = self.lexicon.words("with_links")
        marks = ((h, _CLAUSE.match(self.words.lowered, h.end)) for h in self.of.encounters(sentence))
        return [h for h, rest in marks if h.value == "talks" and rest and links.intersection(rest[0].split()[:_LINKED])]

    def _attended_next(self, sentence: Sentence) -> bool:
        """ "The first session took place in Oslo. It was chaired by X.": the next sentence names who was there."""
        at = self.story.sentences.index(sentence) + 1
        following = self.story.sentences[at : at + 1]
        told = (s for s in following if self.of.parties(s))
        there = lambda s: self.story.narrative_hits("attendance", s.start, s.end)  # noqa: E731
        return any(there(s) or leads_delegation(self.story, s) for s in told)

    def _conversation(self) -> bool:
        """Whether a transcript has two named speakers at least: whoever talks to each other meets."""
        turns = ("quote.turn", "quote.opening-remarks")
        spoken = zip(self.speakers, self.story.stretches, strict=True)
        return len({id(s.person) for s, stretch in spoken if s.person and stretch.rule in turns}) >= 2

    def _statement_title(self, title: Sentence) -> bool:
        text = self.words.lowered[title.start : title.end]
        marks = self.of.encounters(title)
        told = bool(marks) and len(self.of.parties(title)) >= 2  # "Joint statement on the meeting of A and B"
        if self.lexicon.begins("message_titles").search(text) and all(h.value != "talks" for h in marks):
            return True  # "… sends a letter to the summit"
        stated = self.lexicon.begins("statement_titles").search(text) is not None
        if not stated or told or any(h.value != "talks" for h in marks):
            return False
        return not (self._called_in_lead() or self._met_in_lead(title) or self._joint_paper(text, 1 if marks else 2))

    def _joint_paper(self, title: str, least: int) -> bool:
        """ "Joint Communiqué", and the body begins by telling who visited or met whom, `least` of them by name: it
        reports what it came from."""
        if self.lexicon.begins("joint_papers").search(title) is None:
            return False
        lead = [s for s in self.story.sentences if s.paragraph.zone == "body"][:_PAPER]
        return any(self.of.reports(s) and len(self.of.parties(s)) >= least for s in lead)

    def _met_in_lead(self, title: Sentence) -> bool:
        """ "X congratulated Y", and the body begins "X met Y": the congratulations were spoken there."""
        lead = next((s for s in self.story.sentences if s.paragraph.zone == "body"), None)
        titled = title.persons
        if lead is None or len(titled) < 2 or not self.of.reports(lead):
            return False
        verbs = self.lexicon.words("encounter_verbs")
        acts = any(self.words.lowered[h.start : h.end] in verbs for h in self.of.encounters(lead))
        met = self.of.parties(lead)
        return acts and all(any(p is q for q in met) for p in titled)

    def _called_in_lead(self) -> bool:
        """Whether the body begins with a call or a video meeting of two, or with somebody who met the press: the
        congratulations, or the words about somebody else's, were spoken there."""
        lead = [s for s in self.story.sentences if s.paragraph.zone == "body"][:2]
        for n, sentence in enumerate(lead):
            formats = {h.value for h in self.of.encounters(sentence)} if self.of.reports(sentence) else set()
            least = 1 if formats & {"news_conference", "multilateral"} else 2
            if (least == 1 or (n == 0 and formats.intersection(PLACELESS))) and len(self.of.parties(sentence)) >= least:
                return True
        return False

    @cached_property
    def _lead(self) -> list[Sentence]:
        body = (s for s in self.story.sentences if s.paragraph.zone == "body")
        return list(
            islice((s for s in body if len(self.words.between(s.start, s.end)) > 4), 4)
        )  # tags are no sentences

    def _held_on_a_day(self, sentence: Sentence) -> bool:
        """ "The meeting of X and Y took place on 10 July": said for the sake of the day."""
        date = self.of.date_of(sentence)
        return bool(date and date.value and self.story.narrative_hits("held", sentence.start, sentence.end))

    @cached_property
    def _first_marked(self) -> Sentence | None:
        return next((s for s in self.story.sentences if s.paragraph.zone == "body" and self.of.encounters(s)), None)
