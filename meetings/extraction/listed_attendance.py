"""Who took part by a list: a roster, lines below a colon, blocks of a side."""

from __future__ import annotations

from .circumstances import Circumstances
from .encounters import Encounter
from .pages import Paragraph
from .person import Person
from .phrases import Hit
from .retold import only_retold
from .story import Sentence
from .turn_speakers import Speaker

_OWNER = 24
"""Characters behind a word for a side in which its state is named."""
_AT_ONCE = 24
"""Characters from the beginning of a sentence to the first of those whom it names, its titles among them."""
_COMPOSED = 60
"""Characters between a delegation and the verb that says who belongs to it."""


class ListedAttendance:
    """Takes in those whom lists name."""

    def __init__(self, of: Circumstances, speakers: list[Speaker]) -> None:
        self.of, self.story, self.words, self.lexicon = of, of.story, of.words, of.lexicon
        self.speakers = speakers
        self._earlier: list[Person] = []
        """Who took part in the encounters told before: what they say later may be said of those."""
        self._away: set[int] = set()
        """Persons (by `id`) of whom words spoken at another time or elsewhere are told."""
        self._retold = only_retold(self.story)

    def _take_lists(self, encounter: Encounter, until: int) -> None:
        """ "He received the following ambassadors:" and a line for each of them."""
        for sentence in self.story.sentences:
            last = self.words.plain[sentence.end - 1]
            if sentence.paragraph is encounter.anchor.paragraph and last in ".;":
                self.take(encounter, self._named_at_once(sentence))
            if not encounter.anchor.start <= sentence.start < until or not (last == ":" or last.isalpha()):
                continue
            named = self._names_whom(sentence)
            if last != ":" and not named:
                continue
            told = named or self.story.narrative_hits("attendance", sentence.start, sentence.end)
            if sentence is encounter.anchor or told or self.of.reports(sentence):
                self.take(encounter, self._listed_below(sentence.paragraph, encounter))

    def _named_at_once(self, sentence: Sentence) -> list[Person]:
        """ "They are X, the envoy of Chile; Y, the envoy of Togo.": right behind the words that lead to them."""
        named = [(m, p) for m, p in sentence.mentions if p and m.kind == "name"]
        if len(named) < 2 or named[0][0].start - sentence.start > _AT_ONCE or not self._names_whom(sentence):
            return []
        return [p for _m, p in named]

    def _composes(self, encounter: Encounter, sentence: Sentence) -> bool:
        """ "President X's delegation includes Y and Z", "the Chilean delegation consists of Y": whether a sentence says
        who belongs to one; they are of the side of X, or of the state named before them."""
        verbs = self.lexicon.words("composition_verbs")
        noun = self.lexicon.begins("delegations").search(self.words.lowered, sentence.start, sentence.end)
        near = self.words.between(max(sentence.start, noun.start() - _COMPOSED), sentence.end) if verbs and noun else ()
        at = next((self.words.tokens[i].start for i in near if self.words.tokens[i].lower in verbs), None)
        named = [(m, p) for m, p in sentence.mentions if p and m.kind == "name"]
        new = [(m, p) for m, p in named if not any(p is q for q in encounter.people)]
        if noun is None or at is None or abs(at - noun.start()) > _COMPOSED:
            return False
        if not new or new[0][0].start < noun.start():
            return False
        told = [(m, p) for m, p in sentence.mentions if p and (m.kind == "name" or m.start < noun.start())]
        leader = next((p for _m, p in told if any(p is q for q in encounter.people)), None)
        states = self.words.inside("country", sentence.start, min(new[0][0].start, noun.end() + 30))
        code = leader.country if leader else str(states[0].value[0]) if states else None
        for _mention, person in new if code else ():
            encounter.sides.setdefault(id(person), code or "")
        return True

    def _names_whom(self, sentence: Sentence) -> bool:
        """Whether a sentence begins with words that lead to the names of those just spoken of: "They are …"."""
        leads = self.lexicon.affixes("roster_leads")
        return bool(leads) and self.words.lowered.startswith(leads, sentence.start)

    def _listed_below(self, paragraph: Paragraph, encounter: Encounter) -> list[Person]:
        """The persons of the lines below a paragraph, as long as each names one, with the sides they are listed on."""
        body = self.words.page.zone("body")
        listed: list[Person] = []
        side = self._side_of(paragraph)
        for line in body[body.index(paragraph) + 1 :] if paragraph in body else ():
            inside = [s for s in self.story.sentences if s.paragraph is line]
            people = [p for s in inside for m, p in s.mentions if p and m.kind == "name"]
            if not people and listed and self._between_entries(line):
                side = self._side_of(line) or side
                continue
            if not people and self.words.plain[line.end - 1] == ":" and self._side_of(line):
                side = self._side_of(line)
                continue
            if len(people) != 1 or self.story.narrative_hits("speech", line.start, line.end):
                break
            side = self._side_told(line) or side
            if side:
                encounter.sides.setdefault(id(people[0]), side)
            listed += people
        return listed

    def _side_of(self, line: Paragraph) -> str | None:
        """The state whose side a line announces: "On the Norwegian side:"."""
        return self._side_told(line) if self.words.plain[line.end - 1] == ":" else None

    def _side_told(self, line: Paragraph) -> str | None:
        """ "On the Norwegian side, the envoy X": the state of the side that a line names."""
        sides = self.words.inside("attendance_sides", line.start, line.end)
        return next((str(owner.value[0]) for side in sides if (owner := self._owner_of_side(side))), None)

    def _owner_of_side(self, side: Hit) -> Hit | None:
        """The state right beside a word for a side: "the Norwegian side", "la partie norvégienne"."""
        owner = self.words.covering("country", side.start - 2) if side.start > 1 else None
        if owner is None and self.lexicon.data.get("adjectives_follow"):
            return self._owner_behind(side)
        return owner

    def _owner_behind(self, side: Hit) -> Hit | None:
        """ "Por parte del gobierno chileno": the state behind the word for a side, a body between them at most."""
        owner = next(iter(self.words.inside("country", side.end, side.end + _OWNER)), None)
        small = self.lexicon.words("genitive_links", "articles", "side_bodies")
        said = self.words.lowered[side.end : owner.start].split() if owner else []
        return owner if small.issuperset(said) else None

    def _between_entries(self, line: Paragraph) -> bool:
        """Whether a line between two entries of a list names nobody: a heading, or the office of the entry above."""
        text = self.words.plain[line.start : line.end]
        office = self.words.inside("office", line.start, line.start + 30)
        told = self.story.narrative_hits("speech", line.start, line.end)
        held = bool(office) and len(text.split()) <= 12 and not told
        return self._side_of(line) is not None or len(text.split()) == 1 or held

    def _complete_roster(self, encounter: Encounter) -> bool:
        """Whether the page lists who was there, so that whoever else is named was not: two at least, one who speaks."""
        lines = self.words.page.roster
        labelled = bool(lines) and self.words.page.paragraphs.index(lines[0]) > 0
        inside = [s for s in self.story.sentences if s.paragraph in lines]
        named = {id(p): p for s in inside for m, p in s.mentions if p and m.kind == "name"}
        if not labelled or len(named) < 2 or self._turns_of_others(set(named)):
            return False
        self._take_roster(encounter)
        return True

    def _turns_of_others(self, named: set[int]) -> bool:
        """Whether somebody speaks in a turn of a transcript whom the list does not name."""
        spoken = zip(self.speakers, self.story.stretches, strict=True)
        turns = [who.person for who, stretch in spoken if stretch.label and who.person]
        return any(id(p) not in named for p in turns)

    def _take_roster(self, encounter: Encounter) -> None:
        """Everybody on the list of participants, with the side they are listed on."""
        side: str | None = None
        for line in self.words.page.roster:
            inside = [s for s in self.story.sentences if s.paragraph is line]
            people = [p for s in inside for m, p in s.mentions if p and m.kind == "name"]
            states = self.words.inside("country", line.start, line.end)
            first = next((m.start for s in inside for m, p in s.mentions if p and m.kind == "name"), line.end)
            heading = not people and not self.words.inside("office", line.start, line.end)
            heads = [h for h in states if heading or (people and ":" in self.words.plain[h.end : first])]
            side = str(heads[0].value[0]) if heads else side
            for person in people:
                if side:
                    encounter.sides.setdefault(id(person), side)
            self.take(encounter, people)
        if side is None:
            self._sides_of_blocks(encounter)

    def _sides_of_blocks(self, encounter: Encounter) -> None:
        """A list without headings, its sides set apart by a blank line: whoever's state is known tells the others'."""
        blocks: list[list[Person]] = [[]]
        for line in self.words.page.roster:
            if line.blank_before and blocks[-1]:
                blocks.append([])
            inside = [s for s in self.story.sentences if s.paragraph is line]
            blocks[-1] += [p for s in inside for m, p in s.mentions if p and m.kind == "name"]
        for block in blocks if 2 <= len(blocks) <= 4 else ():
            known = {p.country for p in block if p.country}
            for person in block if len(known) == 1 else ():
                encounter.sides.setdefault(id(person), next(iter(known)))

    def take(self, encounter: Encounter, people: list[Person]) -> None:
        """Add whoever is not among the participants yet, but for those of whom somebody's words alone tell."""
        absent = self._retold if encounter.people else frozenset()
        for person in people:
            if not any(person is p for p in encounter.people) and id(person) not in absent:
                encounter.people.append(person)
