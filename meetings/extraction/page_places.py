"""Towns that a page tells outside of its sentences: in its header, at the headline's end, below the text."""

from __future__ import annotations

import re
from itertools import pairwise

from .dates import Calendar
from .pages import Paragraph
from .phrases import Hit, lower
from .places import dateline_end, home_country, nominative
from .record import Finding, Span
from .story import Sentence, Story

_REGIONAL = re.compile(r"(?P<town>[^\W\d_][\w .'’-]{1,28}), (?P<region>[^\W\d_][\w .]{1,24}?)\s*")
_TOWN_AND_STATE = re.compile(
    r"(?:,| [-–—|]) (?P<town>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2}), (?P<state>[^\W\d_a-z][\w ]{2,30})\s*$"
)
Where = tuple[Finding, Finding]
"""A town and its state."""


def found_at(story: Story, hit: Hit, rule: str, confidence: float) -> Where:
    """A town and its state as findings; a dateline's capitals are none of the name."""
    span = (Span(hit.start, hit.end),)
    written = nominative(story.words, hit)
    written = str(hit.value[2]) if written.isupper() and len(written) > 3 else written
    name = Finding(written, rule, confidence, span)
    return name, Finding(str(hit.value[0]), "place-country.town", confidence, span)


_SMALL = 3
"""Small words that a line may have that says where and when."""


class PagePlaces:
    """Reads the towns of one page."""

    def __init__(self, story: Story, calendar: Calendar) -> None:
        self.story, self.words, self.lexicon, self.calendar = story, story.words, story.lexicon, calendar

    def of_header(self) -> Where | None:
        """A line between headline and body that is little more than a town ("April 3, The Kremlin, Moscow")."""
        fields = self.lexicon.affixes("place_fields")
        labelled = lambda p: bool(self.words.lowered.startswith(fields, p.start))  # noqa: E731
        for line in sorted(self.words.page.header(), key=labelled, reverse=True):
            for start, end in self._pieces(line):
                hits = self.words.inside("place", start, end)
                hits = [h for h in hits if not self._set_off(h)]
                if hits and not self._publisher(hits[-1], start, end) and self._only_place(start, end, hits):
                    return found_at(self.story, hits[-1], "place.page-line", 0.7)
                if found := self._in_region(start, end):
                    return found
        return None

    def _in_region(self, start: int, end: int) -> Where | None:
        """ "Portland, Maine": a line that is a town and a part of a state."""
        line = _REGIONAL.fullmatch(self.words.plain, start, end)
        for code, regions in self.lexicon.table("state_regions").items() if line else ():
            if line and lower(line["region"]) in regions:
                name = Finding(line["town"], "place.page-line", 0.6, (Span(*line.span("town")),))
                return name, Finding(str(code), "place-country.town", 0.6, (Span(*line.span("region")),))
        return None

    def _pieces(self, line: Paragraph) -> list[tuple[int, int]]:
        """The parts of a line of the header that bars set off, those with a comma: all of a line without bars."""
        text = self.words.plain[line.start : line.end]
        parts = [(line.start + m.start(), line.start + m.end()) for m in re.finditer(r"[^|]+", text)]
        if len(parts) == 1:
            return [(line.start, line.end)]
        trimmed = [
            (a + len(p) - len(p.lstrip()), a + len(p.rstrip())) for a, b in parts if (p := self.words.plain[a:b])
        ]
        return [(a, b) for a, b in trimmed if "," in self.words.plain[a:b] and len(self.words.plain[a:b].split()) <= 6]

    def _set_off(self, town: Hit) -> bool:
        """ "Oslo – «Lima»": a newspaper that has a town's name."""
        return self.words.plain[town.start - 1 : town.start] in tuple('«“"„') and town.start > 0

    def _publisher(self, town: Hit, start: int, end: int) -> bool:
        """Whether an agency's name in a line says who publishes; a house may have the same ("The Kremlin, Moscow")."""
        named = self.words.inside("agency", start, end)
        behind = self.words.plain[town.start - 2 : town.start] == ", "
        return bool(named) and not (behind and named[-1].end <= town.start)

    def below_text(self) -> Where | None:
        """A town and a date on lines of their own below the text: "New Delhi", "3 March 2018"."""
        tail = self.words.page.paragraphs[-8:]
        for line, below in pairwise(tail):
            hits = self.words.inside("place", line.start, line.end)
            whole = bool(hits) and hits[0].start == line.start and hits[-1].end == line.end
            if whole and below.zone == "date" and self.calendar.find(self.words.plain, below.start, below.end):
                return found_at(self.story, hits[-1], "place.page-line", 0.6)
        return None

    def of_dateline(self, start: int, end: int) -> Where | None:
        """ "OSLO, 3 May (NEWS) – The President received X in his office": an agency of the same state, a house of its
        own: the dateline's town is where they met."""
        seats = self.lexicon.words("seats")
        body = self.words.page.zone("body") if seats else []
        towns = self.words.inside("place", body[0].start, dateline_end(self.words)) if body else []
        if not towns or not self.lexicon.begins("seats").search(self.words.lowered, start, end):
            return None
        return found_at(self.story, towns[0], "place.dateline", 0.5) if self._at_home(towns[0]) else None

    def _at_home(self, town: Hit) -> bool:
        return home_country(self.words) == town.value[0]

    def of_headline(self, title: Sentence, marks: list[Hit], visited: Finding) -> Where | None:
        """ "Doorstop interview, Oldport": a town that no list has, behind the last comma of a press encounter.
        `visited` is the state that the headline says somebody visits."""
        if told := self._with_state(title, marks):
            return told
        text = self.words.plain[title.start : title.end]
        _head, comma, last = text.rpartition(", ")
        start = title.end - len(last)
        if airport := self._airport(start, title.end):
            return airport if any(m.end <= start for m in marks) else None
        plainly = not re.search(r"[^\w\s'’-]|\d", last) and 0 < len(last.split()) <= 3 and last[:1].isupper()
        named = any(title.start <= m.start and m.end > start for m, p in title.mentions if p)
        known = any(
            self.words.inside(k, start, title.end) for k in ("country", "office", "organization", "institutions")
        )
        if not comma or not plainly or named or known or not any(m.end <= start for m in marks):
            return None
        return Finding(last, "place.headline", 0.6, (Span(start, title.end),)), visited

    def _airport(self, start: int, end: int) -> Where | None:
        """ "… , Oslo International Airport": the town of an airport."""
        town = self.words.covering("place", start)
        behind = self.words.lowered[town.end : end].strip() if town and town.start == start else ""
        airport = town is not None and behind in self.lexicon.words("airports")
        return found_at(self.story, town, "place.headline", 0.6) if town and airport else None

    def _with_state(self, title: Sentence, marks: list[Hit]) -> Where | None:
        """ "Press conference – Oldport, New Zealand": a town and its state behind the word for the press encounter."""
        tail = _TOWN_AND_STATE.search(self.words.plain, title.start, title.end)
        state = self.words.covering("country", tail.start("state")) if tail else None
        if not tail or not state or state.end < tail.end("state") or not any(m.end <= tail.start() for m in marks):
            return None
        there = Finding(str(state.value[0]), "place-country.town", 0.7, (Span(state.start, state.end),))
        return Finding(tail["town"], "place.headline", 0.7, (Span(*tail.span("town")),)), there

    def of_town_body(self) -> Where | None:
        """The header of a town's own office ("SİVAS VALİLİĞİ"), where those who work there receive."""
        bodies = self.lexicon.affixes("town_bodies")
        for line in self.words.page.zone("front", "furniture", "letterhead") if bodies else ():
            for hit in self.words.inside("place", line.start, line.end):
                behind = self.words.lowered[hit.end : line.end].lstrip(" -–")
                if behind.startswith(bodies):
                    return found_at(self.story, hit, "place.town-body", 0.5)
        return None

    def house_in_header(self) -> Where | None:
        """A line of the header that names a house: "Oval Office"."""
        return next((found for p in self.words.page.header() if (found := self.house(p.start))), None)

    def _only_place(self, start: int, end: int, hits: list[Hit]) -> bool:
        """Whether a line says where and when and nothing else."""
        text = self.words.plain[start:end]
        if len(text) > 90 or re.search(r"[|>›•]|(?<!\b[ap]\.m)(?<!\b[A-Z])[.!?。！？؟]$", text):
            return False
        if not self.lexicon.capitals and not self._nothing_but(start, end, hits):
            return False
        before = self.words.lowered[start : hits[-1].start]
        if self._tells(self.words.plain[start : hits[-1].start]):
            return False
        labels = self.lexicon.words("date_labels", "speech")
        return not any(w.strip(",.:") in labels for w in before.split())

    def _tells(self, text: str) -> bool:
        """ "A trial begins today in Oslo": more small words than those of a day or a seat."""
        known = self.lexicon.words("function_words") | self.lexicon.forms_of("months", "weekdays")
        small = [w for w in re.findall(r"[^\W\d_]+", text) if w.islower() and w not in known]
        return self.lexicon.capitals and len(small) > _SMALL

    def house(self, start: int) -> Where | None:
        """ "Welcome to the White House": a house by whose name its town is known, where the text names the town."""
        led = self.lexicon.shaped("articles", r"\s?(?:{words}\s)?").match(self.words.lowered, start)
        at = led.end() if led else start
        for town, houses in self.lexicon.table("venues").items():
            if not self.words.lowered.startswith(tuple(lower(str(house)) for house in houses), at):
                continue
            hits = [h for h in self.words.by_kind.get("place", ()) if lower(str(h.value[2])) == lower(str(town))]
            if hits:
                return found_at(self.story, hits[0], "place.house", 0.5)
        return None

    def _nothing_but(self, start: int, end: int, hits: list[Hit]) -> bool:
        """Whether a line is towns and dates: where names have no capitals, any other word may be a writer's."""
        known = [(h.start, h.end) for h in (*hits, *self.words.inside("country", start, end))]
        known += [(when.start, when.end) for when in self.calendar.find(self.words.plain, start, end)]
        links = self.lexicon.words("place_links", "year_words")
        tokens = (self.words.tokens[i] for i in self.words.between(start, end))
        rest = [t for t in tokens if t.word and not t.text[0].isdigit() and t.lower not in links]
        return all(any(a <= t.start < b for a, b in known) for t in rest)
