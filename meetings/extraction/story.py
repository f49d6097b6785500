"""The narrative: its sentences without the words quoted in them, and whom each mention stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from .cases import nominative
from .layout import Paragraph
from .mentions import Mention, Resolver
from .people import Person
from .phrases import Hit
from .quotes import Stretch
from .tokens import Words


@dataclass(eq=False)
class Sentence:
    """One sentence of the narrative; `mentions` are resolved as far as they can be."""

    start: int
    end: int
    paragraph: Paragraph
    mentions: list[tuple[Mention, Person | None]] = field(default_factory=list)
    subject: Person | None = None
    quoted: bool = False
    """Whether it lies inside reported speech."""

    @property
    def persons(self) -> list[Person]:
        """Whom it mentions, each once, in order."""
        return list({id(p): p for _m, p in self.mentions if p}.values())


class Story:
    """The sentences of a text's headline and body, in order, and what is quoted in between."""

    def __init__(self, words: Words, resolver: Resolver, stretches: list[Stretch]) -> None:
        self.words, self.resolver, self.lexicon = words, resolver, words.lexicon
        self.stretches = stretches
        self._starts = [s.outer_start for s in stretches]
        self._mentions = resolver.plain_mentions
        self._mention_starts = [m.start for m in self._mentions]
        self.resolved: dict[int, Person | None] = {}
        self.nameless: set[int] = set()
        """Pronouns that stand for somebody without a name."""
        self.sentences: list[Sentence] = []
        self.speech: list[Sentence] = []
        recent: list[Person] = []
        masked = self._masked()
        for paragraph in words.page.zone("title", "body"):
            for start, end in words.split(paragraph.start, paragraph.end, masked):
                sentence = Sentence(start, end, paragraph)
                self._resolve(sentence, recent)
                self.sentences.append(sentence)
        for stretch in stretches:
            for start, end in words.split(stretch.start, stretch.end):
                sentence = Sentence(start, end, Paragraph(stretch.start, stretch.end), quoted=True)
                sentence.mentions = [(m, m.person) for m in self.within(start, end)]
                self.speech.append(sentence)

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

    def _resolve(self, sentence: Sentence, recent: list[Person]) -> None:
        here: list[Person] = []
        for mention in self.within(sentence.start, sentence.end):
            if self.quoted_at(mention.start):
                continue
            acting = next((p for m, p in sentence.mentions if p and self.acts(m)), None)
            before = (
                ([*recent[-30:], acting] if acting else recent) if mention.kind == "pronoun" else recent[-30:] + here
            )
            person = self.resolver.person_of(mention, before)
            self.resolved[mention.start] = person
            if mention.kind == "pronoun" and self.resolver.nameless:
                self.nameless.add(mention.start)
            sentence.mentions.append((mention, person))
            if person and mention.kind != "pronoun":
                here.append(person)
        sentence.subject = next((p for m, p in sentence.mentions if p and self.acts(m)), None)
        self.resolver.after(sentence.start, sentence.end, sentence.subject, here)
        first = next((m for m, p in sentence.mentions if m.kind != "pronoun" and self.acts(m)), None)
        if first:
            self.resolver.nameless = not self.resolved[first.start] and self._indefinite(first)
        recent += [p for p in here if p is not sentence.subject and sentence.subject is None][:1]
        if sentence.subject:
            recent.append(sentence.subject)

    def nameless_at(self, offset: int) -> bool:
        """Whether the pronoun before a place stands for somebody without a name."""
        near = [m for m in self.within(max(0, offset - 20), offset) if m.kind == "pronoun"]
        return bool(near) and near[-1].start in self.nameless

    def _indefinite(self, mention: Mention) -> bool:
        """Whether somebody is spoken of for the first time and without a name: "a spokesman"."""
        before = re.search(r"(\w+)\s+$", self.words.lowered[max(0, mention.start - 20) : mention.start])
        return before is not None and before[1] in self.lexicon.words("indefinite")

    def acts(self, mention: Mention) -> bool:
        """Whether a mention can be who acts: in no oblique case, owning nothing, not merely greeted or thanked."""
        after = self.words.lowered[mention.end : mention.end + 12]
        if re.match(r"['’]s?\b|['’]\s", after) and mention.kind != "institution":
            return False
        if self.lexicon.words("object_after") and re.match(
            rf"\W*(?:{'|'.join(map(re.escape, self.lexicon.words('object_after')))})\b", after
        ):
            return False
        if self.oblique(mention):
            return False
        return not self.absent(mention)

    def oblique(self, mention: Mention) -> bool:
        """Whether a mention carries a case ending, in languages where whoever acts carries none."""
        if not self.lexicon.data.get("subject_bare"):
            return False
        named = self.resolver.named.get(mention.start)
        if named:
            return bool(named[0].ending) or nominative(named[0].words[-1], self.lexicon) != named[0].words[-1]
        kinds = ("office", "leaders", "parties_nouns")
        hit = next((h for kind in kinds for h in self.words.inside(kind, mention.start, mention.end)), None)
        return bool(hit and hit.stem_end < hit.end)

    def absent(self, mention: Mention) -> bool:
        """Whether somebody is only greeted, thanked or quoted from afar: a cue stands close before or around."""
        if any(a <= mention.start < b for a, b in self._frames):
            return True
        for hit in self.words.inside("absent", max(0, mention.start - 90), mention.start):
            between = self.words.plain[hit.end : mention.start]
            if self.words.covering("encounter", hit.start):
                continue
            if "\n" in between or re.search(r"[.,;:،]\s|[，。；：]", between) or len(between.split()) > 9:
                continue
            if any(p for m, p in self._crossed(hit.end, mention.start)):
                continue
            return True
        return False

    @cached_property
    def _frames(self) -> list[tuple[int, int]]:
        """Stretches that only name somebody who is not there, in languages that put words around it ("应…邀请")."""
        frames = self.lexicon.data.get("absent_frames") or ()
        return [m.span() for frame in frames for m in re.finditer(frame, self.words.plain)]

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
        return next((s.subject for s in reversed(self.sentences[max(0, at - 40) : at]) if s.subject), None)
