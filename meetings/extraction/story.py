"""The narrative: its sentences without the words quoted in them, and whom each mention stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .cases import nominative
from .colleagues import colleague_and_state
from .keeping import kept
from .mentions import Mention, Resolver
from .narrators import narrator_of
from .pages import Paragraph
from .person import Person
from .phrases import Hit
from .stretch import Stretch
from .tellers import APPOSED, named_after, speaks_unnamed, told_at_end
from .tokens import Words
from .wordlists import compiled

_OWNED = 24
"""Characters behind a name within which what it owns can begin, in languages whose owner stands first."""


@dataclass(eq=False)
class Sentence:
    """One sentence of the narrative; `mentions` are resolved as far as they can be."""

    start: int
    end: int
    paragraph: Paragraph
    mentions: list[tuple[Mention, Person | None]] = field(default_factory=list)
    subject: Person | None = None
    teller: Person | None = None
    """Who is said to have said all of it, where it ends so: "The pier is open, Bell said."."""
    quoted: bool = False
    """Whether it lies inside reported speech."""

    @property
    def persons(self) -> list[Person]:
        """Whom it mentions, each once, in order."""
        return list({id(p): p for _m, p in self.mentions if p}.values())


class Story:
    """The sentences of a text's headline and body, in order, and what is quoted in between."""

    def __init__(
        self, words: Words, resolver: Resolver, stretches: list[Stretch], questions: Sequence[tuple[int, int]] = ()
    ) -> None:
        self.words, self.resolver, self.lexicon = words, resolver, words.lexicon
        self.stretches, self.questions = stretches, questions
        self._starts = [s.outer_start for s in stretches]
        self._mentions = resolver.plain_mentions
        self._mention_starts = [m.start for m in self._mentions]
        self.resolved: dict[int, Person | None] = {}
        self.nameless: set[int] = set()
        """Pronouns that stand for somebody without a name."""
        self._stranger = False
        """Whether it was somebody without a name who spoke last."""
        self.sentences: list[Sentence] = []
        self.speech: list[Sentence] = []
        self._tell()
        for stretch in stretches:
            paragraph = Paragraph(stretch.start, stretch.end)
            self.speech += [self._spoken(*span, paragraph) for span in words.split(stretch.start, stretch.end)]

    def _tell(self) -> None:
        """Split headline and body into sentences and resolve them in order."""
        recent: list[Person] = []
        masked = self._masked()
        for paragraph in self.words.page.zone("title", "body"):
            for start, end in self.words.split(paragraph.start, paragraph.end, masked):
                if self.question_at(start):  # what journalists say tells of no meeting of theirs
                    self.speech.append(self._spoken(start, end, paragraph))
                    continue
                sentence = Sentence(start, end, paragraph)
                self._resolve(sentence, recent)
                self.sentences.append(sentence)

    def _spoken(self, start: int, end: int, paragraph: Paragraph) -> Sentence:
        """A sentence of somebody's words: whoever is only pointed to in it is not resolved."""
        return Sentence(start, end, paragraph, [(m, m.person) for m in self.within(start, end)], quoted=True)

    @cached_property
    def narrator(self) -> Person | None:
        """Who writes "I" outside of reported speech."""
        return narrator_of(self)

    def speaks(self, sentence: Sentence) -> bool:
        """Whether a sentence of the narrative says "I"."""
        words = self.lexicon.words("speaker_words")
        if sentence.quoted or not self.words.says(words, sentence.start, sentence.end):
            return False
        spoken = (self.words.tokens[i] for i in self.words.between(sentence.start, sentence.end))
        return any(t.lower in words and not self.quoted_at(t.start) for t in spoken)

    def _masked(self) -> str:
        """The text with quoted words blotted out; a stop at their end stays, so that it can end a sentence."""
        pieces, at = [], 0
        for s in self.stretches:
            if s.start < at:
                continue
            last = self.words.plain[s.end - 1 : s.end]
            filler = "_" * (s.end - s.start - 1) + (last if last in ".!?…" else "_") if s.end > s.start else ""
            pieces += [self.words.plain[at : s.start], filler]
            at = s.end
        return "".join([*pieces, self.words.plain[at:]])

    def within(self, start: int, end: int) -> list[Mention]:
        return self._mentions[bisect_left(self._mention_starts, start) : bisect_left(self._mention_starts, end)]

    def quoted_at(self, offset: int) -> Stretch | None:
        """The reported speech that a place lies in."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and self.stretches[at].start <= offset < self.stretches[at].end:
            return self.stretches[at]
        return None

    def question_at(self, offset: int) -> tuple[int, int] | None:
        """The journalist's question that a place lies in."""
        at = bisect_right(self.questions, (offset, len(self.words.plain) + 1)) - 1
        return self.questions[at] if at >= 0 and offset < self.questions[at][1] else None

    def _meant(
        self, sentence: Sentence, mention: Mention, before: list[Person], acting: Person | None
    ) -> Person | None:
        """Whom a mention stands for; "The Secretary said that he …": nobody, where the secretary has no name."""
        if mention.kind == "leader" and (named := self._named_behind(mention)):
            return named
        if mention.kind == "colleague" and (named := self._colleague_named(mention)):
            return named
        if mention.kind == "office" and self._indefinite(mention):
            return None  # "an ambassador's work"
        person = self.resolver.person_of(mention, before)
        unnamed = mention.kind == "pronoun" and not acting
        listed = unnamed and any(self.resolver.listed_unnamed(m) for m, p in sentence.mentions if p is None)
        if listed or (unnamed and self._stranger and self.narrative_hits("speech", mention.end, mention.end + 2)):
            self.nameless.add(mention.start)
            return None
        if person and mention.kind == "office" and before and person is before[-1]:
            return self._other_than_him(mention, before) or person
        return person

    def _other_than_him(self, mention: Mention, before: list[Person]) -> Person | None:
        """ "Mr Dia agreed. The minister thanked him": not Mr Dia, where another minister was spoken of."""
        following = re.match(r" [^\W\d_]+ (\w+)", self.words.lowered[mention.end : mention.end + 40])
        if not following or following[1] not in self.lexicon.words("object_pronouns"):
            return None
        return self.resolver.person_of(mention, [p for p in before if p is not before[-1]])

    def _colleague_named(self, mention: Mention) -> Person | None:
        """ "Her counterpart from Ghana, Omar Dia": whose name follows the state."""
        named = next((m for m in self.within(mention.end + 1, mention.end + APPOSED) if m.kind == "name"), None)
        said = colleague_and_state(self.words, named.start) if named else None
        return named.person if named and said and said[0].start <= mention.end <= said[0].end else None

    def _named_behind(self, mention: Mention) -> Person | None:
        """ "The Chilean leader Ana Ruiz": whose name stands right behind a word for a leader."""
        named = next((m for m in self.within(mention.end + 1, mention.end + APPOSED) if m.kind == "name"), None)
        if named is None:
            return None
        apposed = self.lexicon.shaped("genitive_links", r" {words} [^,.;:\n]{2,}, ")
        if (
            apposed.fullmatch(self.words.plain, mention.end, named.start)
            and self.words.plain[named.end : named.end + 1] == ","
        ):
            return named.person  # "The leader of the league, Ana Ruiz, said"
        states = self.words.inside("country", mention.end, named.start)
        gap = self.words.plain[mention.end : states[0].start if states else named.start]
        rest = self.words.plain[states[-1].end : named.start] if states else " "
        return named.person if gap == rest == " " else None

    def _resolve(self, sentence: Sentence, recent: list[Person]) -> None:
        here: list[Person] = []
        acting: Person | None = None
        beside = self._companions_first(sentence)
        for mention in self.within(sentence.start, sentence.end):
            if self.quoted_at(mention.start):
                continue
            before = (
                ([*recent[-30:], acting] if acting else recent) if mention.kind == "pronoun" else recent[-30:] + here
            )
            person = self.resolved[mention.start] = self._meant(sentence, mention, before, acting)
            if mention.kind == "pronoun" and self.resolver.nameless:
                self.nameless.add(mention.start)
            sentence.mentions.append((mention, person))
            alone = person is not None and mention not in beside and not self._linked(mention)
            acting = acting or (person if alone and self.acts(mention) else None)
            if person and mention.kind != "pronoun":
                here.append(person)
        sentence.subject = self._subject(sentence, beside)
        self.resolver.after(sentence.start, sentence.end, sentence.subject, here)
        first = next((m for m, p in sentence.mentions if m.kind != "pronoun" and self.acts(m)), None)
        if first:
            unnamed = self.resolver.listed_unnamed(first) or (self._indefinite(first) and not named_after(self, first))
            self.resolver.nameless = not self.resolved[first.start] and unnamed
        sentence.teller = told_at_end(self, sentence)
        last = sentence.teller or sentence.subject
        recent += [last] if last else here[:1]
        self._stranger = speaks_unnamed(self, sentence) or (self._stranger and not sentence.subject)

    def _subject(self, sentence: Sentence, beside: list[Mention]) -> Person | None:
        """Who acts in a sentence, none of those `beside` whoever acts; rather one whose name is in no other case."""
        free = [(m, p) for m, p in sentence.mentions if p and m not in beside]
        able = [(m, p) for m, p in free if self.acts(m) and not self._linked(m)]
        return next((p for m, p in able if not self.declined(m)), able[0][1] if able else None)

    def _companions_first(self, sentence: Sentence) -> list[Mention]:
        """ "Accompanied by X and Y, Z said …": all but the last of those who are named before the verb."""
        cues = self.words.inside("accompanied", sentence.start, sentence.start + 1) if self.lexicon.head_first else []
        if not cues:
            return []
        verbs = (h for k in ("encounter", "speech") for h in self.narrative_hits(k, cues[0].end, sentence.end))
        until = min((v.start for v in verbs), default=sentence.start)
        return [m for m in self.within(sentence.start, until) if m.kind == "name" or m.person][:-1]

    def _linked(self, mention: Mention) -> bool:
        """ "At a briefing with X said Y": whether a preposition before a case that no subject has leads to somebody."""
        links, begin = self.lexicon.words("oblique_links"), self.introduced(mention)
        before = self.words.lowered[max(0, begin - 16) : begin].split()[-2:] if links else []
        if mention.kind == "colleague" and before[-1:] and before[-1] in self.lexicon.words("possessives"):
            before.pop()  # "with her Chilean colleague"
        if mention.kind != "pronoun" and before[-1:] and before[-1] in self.lexicon.words("articles"):
            before.pop()  # "the idea put forward by the minister"
        return bool(links.intersection(before[-1:]))

    def nameless_at(self, offset: int) -> bool:
        """Whether the pronoun before a place stands for somebody without a name."""
        near = [m for m in self.within(max(0, offset - 20), offset) if m.kind == "pronoun"]
        return bool(near) and near[-1].start in self.nameless

    def _indefinite(self, mention: Mention) -> bool:
        """Whether somebody is spoken of for the first time and without a name: "a spokesman"."""
        before = re.search(r"(\w+)\s+$", self.words.lowered[max(0, mention.start - 20) : mention.start])
        return before is not None and before[1] in self.lexicon.words("indefinite")

    @kept
    def acts(self, mention: Mention) -> bool:
        """Whether a mention can be who acts: in no oblique case, owning nothing, not merely greeted or thanked."""
        after = self.words.lowered[mention.end : mention.end + 12]
        if re.match(r"['’]s?\b|['’]\s", after) and mention.kind != "institution":
            return False
        if self.lexicon.shaped("object_after", r"\W*{words}\b").match(after):
            return False
        if self.oblique(mention) or self.owns_noun(mention):
            return False
        return not self.absent(mention)

    def declined(self, mention: Mention) -> bool:
        """Whether a name stands in another case than the person's full name, in languages that decline names."""
        if not self.lexicon.data.get("adjective_cases") or mention.kind != "name" or not mention.person:
            return False
        said, full = self.words.plain[mention.start : mention.end].split(), mention.person.full.split()
        pairs = zip(said, full, strict=True) if len(said) == len(full) else zip(said[-1:], full[-1:], strict=True)
        return any(a != b and a[:3] == b[:3] and a[-1:] != b[-1:] for a, b in pairs)

    def owns_noun(self, mention: Mention) -> bool:
        """ "Bells Angebot": a family name in the genitive right before a noun, where nouns have capitals; with a noun
        for words ("Bells Aussage") they are whose they are."""
        if not self.lexicon.data.get("noun_capitals") or mention.kind != "name" or not mention.person:
            return False
        plain, end = self.words.plain, mention.end
        if plain[mention.start : end].split()[-1:] != [mention.person.full.split()[-1] + "s"]:
            return False
        noun = plain[end : end + 1] == " " and plain[end + 1 : end + 2].isupper()
        return noun and not self.words.covering("speech_nouns", end + 1)

    def oblique(self, mention: Mention) -> bool:
        """Whether a mention carries a case ending, in languages where whoever acts carries none."""
        if not self.lexicon.data.get("subject_bare"):
            return False
        named = self.resolver.named.get(mention.start)
        if named:
            return bool(named[0].ending) or nominative(named[0].words[-1], self.lexicon) != named[0].words[-1]
        kinds = ("office", "leaders", "parties_nouns", "guests")
        hit = next((h for kind in kinds for h in self.words.inside(kind, mention.start, mention.end)), None)
        return bool(hit and hit.stem_end < hit.end)

    @kept
    def absent(self, mention: Mention) -> bool:
        """Whether somebody is only greeted, thanked or quoted from afar: a cue stands close before or around."""
        if any(a <= mention.start < b for a, b in self.frames):
            return True
        begin = self.introduced(mention)
        if (
            self._posted_to(begin)
            or self.lexicon.shaped("absent_behind", r" {words}(?!\w)").match(self.words.lowered, mention.end)
            or self._owns_holder(mention)
            or self._owner_of_absence(mention.end)
            or self._of_administration(mention.end)
            or self._owns_body(begin)
        ):
            return True
        for hit in self.words.inside("absent", max(0, begin - 90), begin):
            if mention.institution and hit.end > begin:
                continue  # "в правительстве Чили": where a minister of Bell's was, and who speaks here
            if self._owned_absence(hit) or self.quoted_at(hit.start) is not self.quoted_at(begin):
                continue  # "“… on behalf of the crews,” Bell said": nobody's words but her own
            between = self.words.plain[hit.end : begin]
            if self.words.covering("encounter", hit.start) or self._part_of_office(hit):
                continue
            if "\n" in between or re.search(r"[.,;:،]\s|[，。；：]", between) or len(between.split()) > 9:
                continue
            last = next((m.end for m, p in reversed(self._crossed(hit.end, begin)) if p), None)
            if last is not None and (self.lexicon.spaced or "、" not in self.words.plain[last : mention.start]):
                continue  # somebody else stands between; in "感谢A、B" both are thanked
            return True
        return bool(self.lexicon.data.get("verb_first")) and (
            self._joined_to_absent(mention, begin) or self._sent(mention)
        )

    def _posted_to(self, begin: int) -> bool:
        """ "Came as envoy to King X": to whom somebody is sent, right behind the word for it."""
        if not self.lexicon.words("posted_to"):
            return False
        return (
            self.lexicon.shaped("posted_to", r"(?<!\w){words} $").search(
                self.words.lowered, max(0, begin - _OWNED), begin
            )
            is not None
        )

    def _joined_to_absent(self, mention: Mention, begin: int) -> bool:
        """ "Conveyed the greetings of King X, and-the-Crown-Prince Y": where verbs come first, whoever "and" alone
        joins to somebody who is not there is not there either."""
        before = [m for m in self.within(begin - _OWNED, begin) if m.kind == "name" and m.person]
        gap = self.words.lowered[before[-1].end : begin] if before else ""
        joins = self.lexicon.words("office_joins")
        return gap.strip(" ،,") in joins and "\n" not in gap and self.absent(before[-1])

    def _sent(self, mention: Mention) -> bool:
        """ "X, envoy of His Highness Sheikh Y": who sent somebody, with nothing but titles between."""
        before = [m for m in self.within(mention.start - 2 * _OWNED, mention.start) if m.kind == "name"]
        said = [self.words.tokens[at] for at in self.words.between(before[-1].end, mention.start)] if before else []
        envoy = bool(said) and said[0].lower in self.lexicon.words("envoys_of")
        return envoy and all(self.words.covering("titles", token.start) for token in said[1:])

    def _owns_holder(self, mention: Mention) -> bool:
        """ "The Chilean President's special envoy", "Minister X's aide": told of whoever serves them."""
        if not self.lexicon.words("owner_endings"):
            return False
        owned = self.lexicon.shaped("owner_endings", r"{words} (?=\w)")
        behind = owned.match(self.words.lowered, mention.end) or owned.match(self.words.lowered, mention.end - 2)
        hit = self.words.covering("office", behind.end()) if behind else None
        return behind is not None and hit is not None and hit.start == behind.end()

    def _owns_body(self, begin: int) -> bool:
        """ "The reforms of President X's government", "the death of Y": told of something that is theirs."""
        nouns = self.lexicon.words("owned_nouns")
        if not nouns:
            return False
        words = self.words.lowered[max(0, begin - 40) : begin].replace("'", "' ").replace("’", "' ").split()
        small = self.lexicon.words("genitive_links", "articles")
        linked = bool(words) and words[-1] in small
        while words and words[-1] in small:
            words.pop()
        return linked and bool(words) and words[-1] in nouns

    def _of_administration(self, end: int) -> bool:
        """ "The Bell administration", "Bell's government": a body by the name of who heads it."""
        behind = self.lexicon.shaped("administrations", r"(?:['’]s)? {words}(?!\w)")
        return self.lexicon.head_first and behind.match(self.words.lowered, end) is not None

    def _owner_of_absence(self, end: int) -> bool:
        """ "X'in daveti üzerine": where the owner stands first, the cue for who is not there follows the name."""
        if not self.lexicon.data.get("subject_bare"):
            return False
        if any(self._right_behind(end, h) for h in self.words.inside("absent", end, end + _OWNED)):
            return True
        joined = self.lexicon.shaped("office_joins", r" {words} (?=[^\W\d_])").match(self.words.lowered, end)
        near = self.within(joined.end(), joined.end() + _OWNED) if joined else []
        other = next((m for m in near if m.kind == "name"), None)  # "A ve B'nin selamları"
        return other is not None and self._owner_of_absence(other.end)

    def _owned_absence(self, cue: Hit) -> bool:
        """Whether a cue belongs to a name before it, and so to none behind."""
        if not self.lexicon.data.get("subject_bare"):
            return False
        if self.words.lowered[cue.start : cue.end] in self.lexicon.words("behalf"):
            return True  # "Okullar adına konuşan Omar Bell": whoever it is on behalf of stands before it
        return any(m.kind == "name" and self._right_behind(m.end, cue) for m in self.within(cue.start - 60, cue.start))

    def _right_behind(self, end: int, cue: Hit) -> bool:
        between = self.words.plain[end : cue.start]
        return 0 <= cue.start - end <= _OWNED and re.fullmatch(r"(?:['’]\w+)? (?:\w+ )?", between) is not None

    def introduced(self, mention: Mention) -> int:
        """Where the office begins that stands before a name ("a message of the Emir of Ghana, Sheikh X")."""
        held = self._held_from.get(mention.start, mention.start) if mention.person and self.lexicon.head_first else None
        return mention.start if held is None else min(mention.start, held)

    @cached_property
    def _held_from(self) -> dict[int, int]:
        """Where the first office of a name begins, by the name's start."""
        found: dict[int, int] = {}
        for office, name in (held for person in self.resolver.people for held in person.offices):
            found[name.start] = min(office.start, found.get(name.start, office.start))
        return found

    def _part_of_office(self, hit: Hit) -> bool:
        """ "常驻联合国代表": what says "on behalf of" elsewhere is the last word of an office here."""
        held = [o for p in self.resolver.people for o, _n in p.offices]
        return any(o.start < hit.start and hit.end <= o.end for o in held)

    @cached_property
    def frames(self) -> list[tuple[int, int]]:
        """Stretches that only name somebody who is not there, in languages that put words around it ("应…邀请")."""
        frames = self.lexicon.data.get("absent_frames") or ()
        return [m.span() for frame in frames for m in compiled(frame).finditer(self.words.plain)]

    def _crossed(self, start: int, end: int) -> list[tuple[Mention, Person | None]]:
        return [(m, m.person) for m in self.within(start, end) if m.kind == "name"]

    def narrative_hits(self, kind: str, start: int, end: int) -> list[Hit]:
        """Hits of a kind outside reported speech."""
        return [h for h in self.words.inside(kind, start, end) if not self.quoted_at(h.start)]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The narrative sentence that a place lies in."""
        at = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def sentence_before(self, offset: int) -> Sentence | None:
        """The last narrative sentence that ends before a place."""
        at = bisect_right(self.sentences, offset, key=lambda s: s.end) - 1
        return self.sentences[at] if at >= 0 else None

    def subject_before(self, offset: int) -> Person | None:
        """Who acted in the last sentence before a place."""
        at = bisect_right(self.sentences, offset, key=lambda s: s.end)
        told = (s.teller or s.subject for s in reversed(self.sentences[max(0, at - 40) : at]))
        return next((p for p in told if p), None)
