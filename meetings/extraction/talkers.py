"""Who talks to whom in reported speech, and whom "our President" and "he" mean there."""

from __future__ import annotations

from bisect import bisect_right
from itertools import takewhile

from .encounters import Encounter
from .mentions import Mention
from .office_holders import TOP
from .person import Person
from .story import Sentence, Story
from .turn_speakers import Speaker


class Talkers:
    """Looks up the persons of a sentence, of reported speech too."""

    def __init__(
        self, story: Story, home: str | None, encounters: list[Encounter], speakers: list[Speaker]
    ) -> None:  # fmt: skip
        self.story, self.words, self.lexicon = story, story.words, story.lexicon
        self.home, self.encounters = home, encounters
        self.speaker_at = {s.start: who.person for s, who in zip(story.stretches, speakers, strict=True)}
        self.spoken_of: dict[int, Person] = {}
        self._resolved: dict[int, list[tuple[Mention, Person | None]]] = {}

    def mentions(self, sentence: Sentence) -> list[tuple[Mention, Person | None]]:
        """The mentions of a sentence; in reported speech "our President" and "he" are looked up as well."""
        if not sentence.quoted:
            return sentence.mentions
        if sentence.start not in self._resolved:
            self._resolved[sentence.start] = [(m, p or self._in_speech(sentence, m)) for m, p in sentence.mentions]
            stretch = self.story.quoted_at(sentence.start)
            for mention, person in sentence.mentions:
                if person and mention.kind == "name" and stretch and person not in self.talkers(sentence):
                    self.spoken_of[stretch.start] = person
        return self._resolved[sentence.start]

    def _in_speech(self, sentence: Sentence, mention: Mention) -> Person | None:
        stretch = self.story.quoted_at(sentence.start)
        place = stretch.start if stretch else sentence.start
        if mention.kind == "pronoun":
            above = [p for m, p in sentence.mentions if p and m.start < mention.start]
            named = [p for p in above if p is not self.speaker(sentence)]
            return named[-1] if named else self.spoken_of.get(place)
        person = None
        if mention.kind in ("office", "leader"):
            before = self.words.lowered[max(0, mention.start - 12) : mention.start].split()
            if before and before[-1] in self.lexicon.words("we_words"):
                person = self._our(sentence, mention)
            elif mention.country or (before and before[-1] in self.lexicon.words("articles")):
                person = self.story.resolver.person_of(mention, [p for p in self.talkers(sentence) if p])
        if person:
            self.spoken_of[place] = person
        return person

    def _our(self, sentence: Sentence, mention: Mention) -> Person | None:
        """ "Our President": who holds that office for the speaker's state; else a holder of nobody else's."""
        speaker = self.speaker(sentence)
        roles = {str(h.value) for h in self.words.inside("office", mention.start, mention.end)} or TOP
        holders = [p for p in self.story.resolver.people if p.roles & roles and p is not speaker]
        state = self.state(speaker) if speaker else None
        own = [p for p in holders if state and p.country == state]
        taken = {id(p) for e in self.encounters for p in e.people}
        free = [p for p in holders if p.country is None and not p.organization and id(p) not in taken]
        return own[0] if own else (free[0] if len(free) == 1 and state != self.home else None)

    def state(self, person: Person) -> str | None:
        """The state somebody acts for; the publisher's where the text names none."""
        return person.country or person.organization or self.home

    def speaker(self, sentence: Sentence) -> Person | None:
        """Who speaks the words a sentence stands in; who writes it, in a text told in the first person."""
        stretch = self.story.quoted_at(sentence.start) if sentence.quoted else None
        if stretch is None and not sentence.quoted:
            return self.story.narrator if self.voiced(sentence) else self.retold(sentence)
        return self.speaker_at.get(stretch.start) if stretch else None

    def retold(self, sentence: Sentence) -> Person | None:
        """Who says "I" outside of quotation marks, where the press retells words so: whoever spoke last in the
        paragraph."""
        if sentence.quoted or not self.lexicon.data.get("retold_in_first_person"):
            return None
        sentences = self.story.sentences
        before = sentences[: bisect_right(sentences, sentence.start, key=lambda s: s.start)]
        near = takewhile(lambda s: s.paragraph is sentence.paragraph, reversed(before))
        return next((s.subject for s in near if s.subject and self._says(s)), None)

    def _says(self, sentence: Sentence) -> bool:
        """Whether a sentence begins with its subject and a verb of speech."""
        acting = next((m for m, p in sentence.mentions if p is sentence.subject), None)
        verbs = self.story.narrative_hits("speech", sentence.start, sentence.end)
        return acting is not None and bool(verbs) and 0 <= verbs[0].start - acting.end <= 4

    def voiced(self, sentence: Sentence) -> bool:
        """Whether "I" and "we" in a sentence are somebody known: in reported speech, and where the writer says "I"."""
        return sentence.quoted or (self.story.narrator is not None and self.story.speaks(sentence))

    def addressee(self, sentence: Sentence) -> Person | None:
        """To whom the words are spoken: the first participant of the other side."""
        speaker = self.speaker(sentence)
        if speaker is None:
            return self._asked(sentence)
        fits = [e for e in self.encounters if any(p is speaker for p in e.people)]
        begun = [e for e in fits if e.anchor.start <= sentence.start]
        for encounter in begun[-1:] or fits[:1]:
            others = [p for p in encounter.people if p is not speaker]
            across = [p for p in others if self.state(p) != self.state(speaker)] or others
            above = self.story.sentence_before(sentence.start)
            near = [p for p in (reversed(above.persons) if above else ()) if any(p is q for q in across)]
            return next(iter([*near, *across]), None)
        return None

    def _asked(self, sentence: Sentence) -> Person | None:
        """Who answers the journalist's question that a sentence stands in: the "you" of it."""
        question = self.story.question_at(sentence.start)
        answers = (s for s in self.story.stretches if s.question and question and s.question[1] == question[1])
        answer = next(answers, None)
        return self.speaker_at.get(answer.start) if answer else None

    def talkers(self, sentence: Sentence) -> list[Person | None]:
        return [self.speaker(sentence), self.addressee(sentence)]
