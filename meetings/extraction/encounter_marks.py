"""What marks an encounter in a sentence, who is there, and whether it is told of now."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import dropwhile, pairwise

from .background import begins_at
from .dates import Calendar
from .keeping import kept
from .mentions import Mention
from .office import announcing
from .other_senses import other_sense
from .page_places import PagePlaces
from .passing import opening_end, set_aside
from .person import Person
from .phrases import Hit, lower
from .record import Finding, Span
from .story import Sentence, Story
from .topics import without_topics
from .unreal import only_thought_of
from .verb_last import another_time
from .wordlists import compiled

_STRENGTH = ("call", "video", "ceremony", "lecture", "news_conference", "multilateral", "talks")
_PAIRED = {"head_of_state", "head_of_government", "foreign_minister", "secretary_general", "minister", "deputy"}
_NEAR = 25
"""Characters behind an opening verb in which a cue can still be about it: further on it is about a coming event."""
_WEEKDAY = 12
"""Characters that a day of the week has at most."""
_NEAR_CUE = 40
"""Characters between a cue for another time and what it can be about, whatever stands between."""
_SESSION = 28
"""Characters between a gathering and "on the margins of" behind it: two words ("the Assembly's 73rd session")."""


def strongest(hits: list[Hit]) -> Hit | None:
    """The mark that tells most: of something special rather than of talks, the first of its kind."""
    rank = lambda h: (_STRENGTH.index(h.value) if h.value in _STRENGTH else 9, h.start)  # noqa: E731
    return min(hits, key=rank) if hits else None


def format_of(hit: Hit) -> Finding:
    """The format that a mark stands for."""
    return Finding(hit.value, f"format.{hit.value.replace('_', '-')}", 0.85, (Span(hit.start, hit.end),))


PLACELESS = ("call", "video")


def _two_sides(near: list[Sentence]) -> list[Person]:
    """The two office-holders of two sides whom some sentences name."""
    found = list({id(p): p for s in near for p in s.persons if p.offices and p.roles & _PAIRED}.values())
    sides = {p.organization or p.country for p in found}
    return found if len(found) == len(sides) == 2 else []


class EncounterMarks:
    """Marks and parties in any sentence of one story."""

    def __init__(self, story: Story, calendar: Calendar, published: str | None) -> None:
        self.story, self.words, self.lexicon = story, story.words, story.lexicon
        self.calendar, self.published = calendar, published
        self.page = PagePlaces(story, calendar)

    def encounters(self, sentence: Sentence) -> list[Hit]:
        """What marks an encounter in a sentence, but for what is only beside it ("on the margins of the summit")."""
        return list(self._marks(sentence))

    @kept
    def _marks(self, sentence: Sentence) -> list[Hit]:
        found = []
        for hit in self.story.narrative_hits("encounter", self.opening(sentence), sentence.end):
            if self.lexicon.head_first and self._stands_beside(hit, sentence.start):
                continue
            if not self.lexicon.head_first and self._beside_follows(hit, sentence.end):
                continue
            if self.words.covering("not_encounters", hit.start) or self.words.covering("organization", hit.start):
                continue
            feast = self.words.covering("not_meetings", hit.start)
            if feast and feast.end - feast.start > hit.end - hit.start:
                continue  # "欢迎仪式": a ceremony of welcome is none of those that are meetings
            if self._in_office(hit) or any(a <= hit.start < b for a, b in self._guests) or other_sense(self.story, hit):
                continue
            found.append(hit._replace(value="talks") if self._of_two(hit) else hit)
        return found

    def _stands_beside(self, hit: Hit, start: int) -> bool:
        """Whether "on the margins of" stands before a mark. A verb of meeting is what happened there; so is a meeting
        behind the words that it "took place", where nothing else could be what it was on the margins of."""
        for beside in self.words.inside("beside", start, hit.start):
            between = self.words.plain[beside.end : hit.start]
            if len(between) >= 110 or re.search(r"[,;،؛]", between):
                continue
            if hit.value != "talks":
                return True
            told = self.words.lowered[hit.start : hit.end] in self.lexicon.words("encounter_verbs")
            if not told and not self.words.inside("held", beside.end, hit.start):
                return True
        return False

    def _beside_follows(self, hit: Hit, end: int) -> bool:
        """ "出席外长会期间会见…": what says "on the margins of" stands behind the gathering; another mark follows."""
        spaced = self.lexicon.spaced
        reach = _SESSION if self.lexicon.data.get("subject_bare") else 2 if spaced else 1
        cues = self.words.inside("beside", hit.end, hit.end + reach)
        if cues and not re.fullmatch(r"(?: [\w-]+){0,2} ?", self.words.lowered[hit.end : cues[0].start]):
            cues = []
        reach = end if spaced else cues[0].end + 60 if cues else 0
        return bool(cues) and bool(self.words.inside("encounter", cues[0].end, reach))

    @cached_property
    def _guests(self) -> list[tuple[int, int]]:
        """ "分别会见出席外长会的…": what a gathering that only tells who is met stands in."""
        frames = self.lexicon.data.get("guest_frames") or ()
        return [m.span() for frame in frames for m in compiled(frame).finditer(self.words.plain)]

    @cached_property
    def _offices(self) -> list[tuple[int, int]]:
        """Where offices stand: "President of the Assembly" marks no assembly."""
        resolver = self.story.resolver
        held = [o for p in resolver.people for o, _n in p.offices]
        return sorted({(o.start, o.end) for o in (*held, *resolver.offices)})

    def _posted(self, hit: Hit) -> bool:
        """ "Her ambassador in Oslo": the town is part of the office."""
        posts = [o for p in self.story.resolver.people for o, _n in p.offices if o.role == "ambassador"]
        return any(o.head < hit.start < o.end for o in (*posts, *self.story.resolver.offices) if o.role == "ambassador")

    def _in_office(self, hit: Hit) -> bool:
        at = bisect_right(self._offices, (hit.start, len(self.words.plain))) - 1
        return at >= 0 and self._offices[at][0] < hit.start < hit.end <= self._offices[at][1]

    def _of_two(self, hit: Hit) -> bool:
        """ "Japan-Ghana Foreign Ministers' Meeting", "a foreign ministers' meeting with X": talks of two."""
        sessions = self.lexicon.affixes("session_nouns")
        text = self.words.lowered[hit.start : hit.end]
        if hit.value != "multilateral" or not text.endswith((*self.lexicon.words("meeting_nouns"), *sessions)):
            return False
        if text.endswith(sessions):
            after = self.words.inside("institutions", hit.end, hit.end + 60)
            return bool(after) or bool(self.words.inside("events", hit.end, hit.end + 60))
        if self.lexicon.shaped("meeting_links", r"\W*{words}\b").match(self.words.lowered, hit.end, hit.end + 10):
            return True
        near = max(self.words.line(hit.start)[0], hit.start - 50)
        bodies = self.words.inside("organization", near, hit.start)
        states = sorted([*self.words.inside("country", near, hit.start), *bodies], key=lambda h: h.start)
        pairs = [(a, b) for a, b in pairwise(states) if self.words.plain[a.end : b.start] in ("-", "–", "—")]
        return len(states) == 2 and len(pairs) == 1

    def parties(self, sentence: Sentence) -> list[Person]:
        """Whom a sentence names as being there; of "the two ministers", whoever was named before."""
        return list(self._parties(sentence))

    @kept
    def _parties(self, sentence: Sentence) -> list[Person]:
        begin = self.opening(sentence)
        told = [(m, p) for m, p in sentence.mentions if p and m.start >= begin and not self.story.absent(m)]
        named = list({id(p): p for p in without_topics(self.story, sentence, told)}.values())
        narrator = self.story.narrator
        if narrator and narrator not in named and self.story.speaks(sentence):
            return [narrator, *named]
        if named and self._in_presence(sentence, told[0][0]):
            return list({id(p): p for p in (*self._pair_before(sentence, told[0][0].start), *named)}.values())
        if named and self.of_both(sentence) and (pair := self._both(sentence, told[0][0])):
            return pair
        return named or ([] if sentence.mentions else self._pair_before(sentence, sentence.end))

    def of_both(self, sentence: Sentence) -> bool:
        """ "Speaking after a meeting of the two officials, …": whether two who are not named there are told to have
        met."""
        marks = self.encounters(sentence) if self.lexicon.head_first else []
        owned = self.lexicon.shaped("genitive_links", r"\s{words}(?!\w)")
        behind = owned.match(self.words.lowered, marks[0].end) if marks else None
        clause = self.words.lowered[behind.end() : sentence.end].partition(",")[0].split() if behind else []
        bare = " ".join(dropwhile(lambda word: word in self.lexicon.words("articles"), clause))
        return any(told.startswith(self.lexicon.affixes("pair_nouns")) for told in (bare, " ".join(clause)))

    def _both(self, sentence: Sentence, first: Mention) -> list[Person]:
        """Those two, where who is named behind only tells of it: the sentence before names them."""
        at = bisect_right(self.story.sentences, sentence.start, key=lambda s: s.start) - 1
        announcers = self.lexicon.affixes("announcers")
        before = [p for s in self.story.sentences[max(0, at - 1) : at] for p in s.persons]
        before = [p for p in before if not any(announcing(lower(o.text), announcers) for o, _n in p.offices)]
        return self._pair_before(sentence, first.start) or (before if len(before) == 2 else [])

    def _in_presence(self, sentence: Sentence, first: Mention) -> bool:
        """ "The two ministers met in the presence of X": whether words for attendance alone lead to who is named."""
        cues = self.story.narrative_hits("attendance", sentence.start, first.start)
        marks = self.encounters(sentence) if cues else []
        return bool(marks) and marks[0].start < cues[-1].start and self.story.introduced(first) - cues[-1].end <= 1

    @cached_property
    def background(self) -> int:
        """Where the story turns to what went before the meeting."""
        return begins_at(self.story)

    @kept
    def opening(self, sentence: Sentence) -> int:
        """Where a sentence begins, behind a clause that opens it with another encounter."""
        return opening_end(self.story, sentence)

    def _pair_before(self, sentence: Sentence, end: int) -> list[Person]:
        """ "The two ministers held talks": the two office-holders of two sides whom the sentences before name, or the
        one right behind. `end` is where the first name stands."""
        text = self.words.lowered[sentence.start : end]
        if sentence.quoted or not any(noun in text for noun in self.lexicon.words("pair_nouns")):
            return []
        at = bisect_right(self.story.sentences, sentence.start, key=lambda s: s.start) - 1
        around = self.story.sentences[max(0, at - 3) : at], self.story.sentences[at + 1 : at + 2]
        return next(filter(None, map(_two_sides, around)), [])

    def announces(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of what is to come; "Next, he received X" does not."""
        cues = self._cues("announced", sentence)
        marks = self.encounters(sentence) if self.lexicon.head_first else []
        return any(not marks or cue.start <= marks[0].end + _NEAR for cue in cues)

    def _cues(self, kind: str, sentence: Sentence) -> list[Hit]:
        """What marks another time in a sentence, but for an adverb that opens it ("Next, …", "Earlier, …") and for
        what belongs to a day of the week ("samedi dernier")."""
        hits = self.story.narrative_hits(kind, sentence.start, sentence.end)
        hits = [h for h in hits if h.start > sentence.start + 2 or self.words.plain[h.end : h.end + 1] != ","]
        hits = [h for h in hits if not self._had_talks(h)]
        hits = [h for h in hits if h.start > sentence.start or not self._ahead_of_another(h, sentence.end)]
        hits = [h for h in hits if not any(a <= h.start < b for a, b in self.story.frames)]  # "应秘鲁副总统邀请"
        last = self.lexicon.words("last") if kind == "recalled" else ()
        return [h for h in hits if self.words.lowered[h.start : h.end] not in last or not self._of_weekday(h)]

    def _ahead_of_another(self, cue: Hit, end: int) -> bool:
        """ "Prior to the summit, she held talks": what opens a sentence with another encounter; "Prior to Oslo" has
        none."""
        opens = self.words.lowered[cue.start : cue.end] in self.lexicon.words("opens_after")
        comma = self.words.plain.find(", ", cue.end, end) if opens else -1
        return comma > 0 and bool(self.story.narrative_hits("encounter", cue.end, comma))

    def _had_talks(self, cue: Hit) -> bool:
        """ "Die Minister hatten ein Gespräch": what is a word for an earlier time elsewhere is the verb of the talks,
        whose noun stands right behind it."""
        articles = self.lexicon.shaped("articles", r" (?:{words} )?(?:[a-zß-ÿ]+ )?(?=[A-ZÄÖÜ])")
        verb = self.lexicon.data.get("noun_capitals") and self._perfect(cue)
        noun = articles.match(self.words.plain, cue.end) if verb else None
        mark = self.words.covering("encounter", noun.end()) if noun else None
        return noun is not None and mark is not None and mark.start == noun.end()

    def _perfect(self, cue: Hit) -> bool:
        return self.words.lowered[cue.start : cue.end] in self.lexicon.words("past_perfect")

    def _of_weekday(self, cue: Hit) -> bool:
        """Whether a day of the week stands right beside "last"."""
        whens = self.calendar.find(self.words.plain, max(0, cue.start - _WEEKDAY), cue.end + _WEEKDAY)
        return any(w.weekday is not None and (w.end + 1 == cue.start or w.start - 1 == cue.end) for w in whens)

    def reports(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of an encounter of now, neither recalled nor announced."""
        marks = self.encounters(sentence)
        if not marks or self.announces(sentence) or only_thought_of(self.story, sentence, marks):
            return False
        further = self.story.narrative_hits("further", sentence.start, sentence.end)
        recalled = self._cues("recalled", sentence)
        recalled = [r for r in recalled if not any(f.start <= r.start < f.end for f in further)]
        return not recalled and (bool(further) or not self.elsewhere(sentence))

    @cached_property
    def titles(self) -> list[Sentence]:
        """The sentences of the headline."""
        return [s for s in self.story.sentences if s.paragraph.zone == "title"]

    def elsewhere(self, sentence: Sentence) -> bool:
        """Whether a sentence recalls or announces an encounter instead of telling of the present one."""
        hits = self.encounters(sentence)
        if not hits:
            return False
        if self._in_another_year(sentence, hits[0]):
            return True
        if all(self._past_perfect(h) for h in hits) or only_thought_of(self.story, sentence, hits):
            return True
        for kind in ("recalled", "announced", "cancelled"):
            cues = self._cues(kind, sentence)
            strong = [c for c in cues if c.end <= hits[0].start + 12 and self._governs(c, hits[0])]
            strong = [c for c in strong if not set_aside(self.story, self.calendar, c, hits[0])]
            if strong and not self.words.inside("encounter", sentence.start, strong[0].start):
                return True
        return self._to_be_held(sentence, hits[0]) or another_time(self.story, sentence, hits)

    def _governs(self, cue: Hit, mark: Hit) -> bool:
        """Whether a cue for another time stands near a mark; one of the future, anywhere before it in its clause."""
        if mark.start - cue.end < _NEAR_CUE:
            return True
        told = self.story.narrative_hits("speech", cue.end, mark.start)  # "The pier will open, Bell said as he met Dia"
        return cue.kind == "announced" and not told and not self._clause_between(cue.end, mark.start)

    def _to_be_held(self, sentence: Sentence, mark: Hit) -> bool:
        """ "Talks of A and B will take place", "the talks that they will hold": a noun of encounter whose own verb,
        behind it, is one of the future."""
        cues = self.lexicon.words("announced_after")
        behind = [self.words.tokens[i] for i in self.words.between(mark.end, min(sentence.end, mark.end + 160))]
        own = next((t for t in behind if t.text != ","), None)  # "the meeting that they will hold"
        if own and own.start == mark.end + 1 and own.lower in self.lexicon.words("planned"):
            return True  # "a meeting planned for today"
        start = own.end if own and own.lower in self.lexicon.words("clause_openers") else mark.end
        if start == mark.end and self.words.lowered[mark.start : mark.end] in self.lexicon.words("encounter_verbs"):
            return False
        return any(t.lower in cues and t.start >= start and not self._clause_between(start, t.start) for t in behind)

    def _clause_between(self, start: int, end: int) -> bool:
        """Whether a new clause begins in a stretch."""
        openers = self.lexicon.words("clause_openers")
        tokens = (self.words.tokens[i] for i in self.words.between(start, end))
        return any(t.lower in openers or t.text in ";:—" for t in tokens)

    def _in_another_year(self, sentence: Sentence, mark: Hit) -> bool:
        """ "in 2004, when X was received", "met in 2004": a year before the page's, right beside the mark."""
        links = self.lexicon.words("month_alone_before")
        for when in self.calendar.find(self.words.plain, sentence.start, sentence.end) if links else ():
            before = self.words.lowered[max(sentence.start, when.start - 12) : when.start].split()
            beside = 0 <= mark.start - when.end < 60 or 0 <= when.start - mark.end < 8
            if when.year and not when.month and beside and before and before[-1] in links:
                return str(when.year) < (self.published or "")[:4]
        return False

    def _past_perfect(self, hit: Hit) -> bool:
        """ "On Monday he had received X": before what the text tells of. Where one word says so ("görüşmüştü"), that
        is among the words that recall."""
        if any(r.start <= hit.start and hit.end == r.end for r in self.words.inside("recalling", hit.start, hit.end)):
            return True
        if self.words.lowered[hit.start : hit.end] not in self.lexicon.words("encounter_verbs"):
            return False
        if self.lexicon.data.get("noun_capitals") and self.words.plain[hit.start].isupper():
            return False  # "hatte ein Treffen": a noun
        before = self.words.lowered[max(0, hit.start - 16) : hit.start].split()[-2:]
        if not any(w in self.lexicon.words("past_perfect") for w in before):
            return False
        clause = self.words.lowered[max(self.words.line(hit.start)[0], hit.start - 200) : hit.start].split()
        told = self.words.inside("speech", hit.start - 200, hit.start)  # "said that A had met B": reported speech
        lead = next((p.end for p in self.words.page.zone("body")), 0)
        reported = hit.start < lead and told and self.lexicon.words("reported_clauses").intersection(clause)
        return not reported or any(self.words.inside(k, hit.start - 200, hit.start) for k in ("recalled", "cancelled"))
