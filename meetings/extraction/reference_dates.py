"""When an encounter was or will be that a text recalls or announces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .date_resolution import Tense, When, resolve
from .dates import Calendar
from .phrases import Hit
from .record import Finding, Span
from .story import Sentence, Story
from .tokens import Token

CUES = {"past": ("recalled", "recalling", "held_before"), "future": ("announced", "announcing", "invites")}
_NO_DATE = Finding(None, "reference.no-date", 0.0)
_FAR = 10**6
_OPENS = r"(?:[,;]|[,;]?\s*\b{words})\s+(?:\w{1,2}\s+)?$"
"""What stands before a date that opens a new piece of a sentence: a comma, "and", perhaps a short word behind them."""
_OPENING = 80
"""Characters at the beginning of a sentence in which a date can speak for all of it."""


class ReferenceDates:
    """Reads tense and date of single encounters from the words around their marks."""

    def __init__(self, story: Story, calendar: Calendar, published: str | None) -> None:
        self.story, self.words, self.lexicon = story, story.words, story.lexicon
        self.calendar, self.published = calendar, published

    def _tense(self, sentence: Sentence, hit: Hit | When, left: int, right: int) -> Tense | None:
        """Whether the cue nearest to the date, else to the mark, recalls or announces; None where there is none."""
        nearest = dict.fromkeys(("past", "future"), _FAR)
        for tense, kinds in CUES.items():
            for cue in (c for k in kinds for c in self.words.inside(k, sentence.start, sentence.end)):
                if not sentence.quoted and self.story.quoted_at(cue.start):
                    continue
                if cue.kind == "invites" and self.words.covering("absent", cue.start):
                    continue  # "paid a visit at the invitation of": says whose guest, and not when
                far = 0 if left <= cue.start < right else 200
                apart = max(cue.start - hit.end, hit.start - cue.end, 0)
                nearest[tense] = min(nearest[tense], far + apart)
        if min(nearest.values()) == _FAR:
            return None
        return "future" if nearest["future"] < nearest["past"] else "past"

    def _when(self, sentence: Sentence, hit: Hit, left: int, right: int) -> When | None:
        """The date nearest to the mark, after it or before it; else the one the sentence begins with."""
        whens = self.calendar.find(self.words.plain, left, right)
        whens = [w for w in whens if (w.end <= hit.start or w.start >= hit.end) and not self._after(w, "deadlines")]
        whens = [
            w for w in whens if w.month or not (w.end <= hit.start and self._after(w, "terms"))
        ]  # "plans for 2024"
        if not sentence.quoted:  # what somebody is quoted with dates nothing that is told around it
            whens = [w for w in whens if not (self.story.quoted_at(w.start) or self._of_saying(sentence, w, hit))]
        if not self.lexicon.head_first and right < sentence.end:  # what belongs to a word stands before it
            whens = [w for w in whens if w.end <= hit.start or w.start - hit.end <= right - w.end]
        if whens:
            return min(whens, key=lambda w: self._apart(sentence, hit, w, left, right))
        opening = self.calendar.find(self.words.plain, sentence.start, min(left, sentence.start + _OPENING))
        if opening and len(self.words.between(sentence.start, opening[0].start)) <= 2:
            return opening[0] if sentence.quoted or not self._of_saying(sentence, opening[0], hit) else None
        return None

    def _of_saying(self, sentence: Sentence, when: When, hit: Hit) -> bool:
        """ "On 3 May Bell said that Dia would visit Oslo": the day of the words, not of what they tell of."""
        if not self.lexicon.head_first:
            return False
        opens = [t.start for t in self._openers(when.end, hit.start)][:1]
        said = self.words.inside("speech", sentence.start, opens[0]) if opens else []
        return bool(said) and not any(self._openers(said[-1].end, when.start))

    def _openers(self, start: int, end: int) -> Iterator[Token]:
        """The words that open a clause in a stretch."""
        openers = self.lexicon.words("clause_openers")
        return (t for i in self.words.between(start, end) if (t := self.words.tokens[i]).lower in openers)

    def _apart(self, sentence: Sentence, hit: Hit, when: When, left: int, right: int) -> int:
        """How far a date is from a mark; far where it belongs to the mark before or after."""
        before = self.words.lowered[max(left, when.start - 12) : when.start]
        opens = bool(self.lexicon.shaped("office_joins", _OPENS).search(before))
        if when.start >= hit.end:
            return when.start - hit.end + (1000 if opens and right < sentence.end else 0)
        attached = left > sentence.start and self.lexicon.head_first and not opens
        return hit.start - when.end + (1000 if attached else 0)

    def _date(self, sentence: Sentence, when: When | None, tense: Tense, left: int, right: int) -> Finding:
        if when is None:
            return self._season(sentence, left, right)
        value = resolve(when, self.published, tense)
        if value is None and when.month and not when.day and (self.published or "XXXX").startswith("XXXX"):
            value = f"XXXX-{when.month:02}"
        if value is None or (value.startswith("XXXX") and not self.published):
            return Finding(value, when.rule, 0.5, (Span(when.start, when.end),))
        return Finding(value, when.rule, 0.8, (Span(when.start, when.end),))

    def _season(self, sentence: Sentence, left: int, right: int) -> Finding:
        """ "This autumn", "next spring": the year."""
        for start, end in ((left, right), (sentence.start, left)):
            for hit in self.words.inside("seasons", start, end):
                before = (self.words.lowered[max(0, hit.start - 12) : hit.start].split() or [""])[-1]
                named = self.words.plain[hit.start].isupper() and self.lexicon.capitals
                introduced = self.lexicon.words("month_alone_before", "articles")
                if named or (introduced and before not in introduced) or not (self.published or "X")[:4].isdigit():
                    continue
                if stated := re.search(r"(?:19|20)\d\d", self.words.lowered[max(0, hit.start - 12) : hit.start]):
                    return Finding(stated[0], "date.season", 0.7, (Span(hit.start, hit.end),))
                shift = (before in self.lexicon.words("next")) - (before in self.lexicon.words("last"))
                year = str(int((self.published or "")[:4]) + shift)
                return Finding(year, "date.season", 0.7, (Span(hit.start, hit.end),))
        return _NO_DATE

    def _after(self, when: When, key: str) -> bool:
        """Whether the word before a date is one of a list."""
        before = self.words.lowered[max(0, when.start - 14) : when.start].split()
        return bool(before) and before[-1] in self.lexicon.words(key)
