"""When and where the encounter took place that a sentence tells of."""

from __future__ import annotations

from .date_resolution import Tense, When, nearer_ahead, resolve
from .encounter_marks import EncounterMarks
from .other_days import long_ago, of_another
from .page_places import found_at
from .passing import of_this_one
from .person import Person
from .phrases import Hit
from .places import dateline_end, home_country, nominative, town
from .record import Finding, Span
from .state_of_meeting import host_of_envoys, met_in, of_embassy, opens_office, stayed_in, town_of_stay
from .story import Sentence
from .told_when import came_then, held_then, signed_there, tells_its_day, told_then
from .unlisted_towns import called_town, unlisted_town
from .verb_last import town_reached, town_visited

NO_PLACE = Finding(None, "place.not-told", 0.0)

_UNDATED_LEAD = 4
"""Sentences of the body that can tell the day on a page that has none."""
_DATED, _BETWEEN = 30, 6
"""Characters behind a town in which a date of it stands, and those between the two."""

_MATTER = r"(?<!\w){words} \w+ $"
"""A matter and the word that leads from it to a place."""
_MATTER_TOLD = r"(?<!\w){words}(?: \w+){1,3} $"
"""The same where adjectives follow their noun ("la situation humanitaire à")."""


class Circumstances(EncounterMarks):
    """Marks of an encounter, its parties, its date and its place, in any sentence of one story."""

    def date_of(self, sentence: Sentence, tense: Tense = "past") -> Finding | None:
        """The date a sentence tells, resolved; None where it tells none."""
        dateline = dateline_end(self.words)
        start = max(self.opening(sentence), dateline) if sentence.end > dateline else self.opening(sentence)
        untold: Finding | None = None
        whens = self.calendar.find(self.words.plain, start, sentence.end)
        for when in whens:
            if self.story.quoted_at(when.start) and not sentence.quoted:
                continue
            if when.shift and when.shift[0] == "year" and when.month is None:
                continue
            if when.year and not when.month:
                continue
            if tense == "past" and when.shift and when.shift[1] > 0:
                continue
            if not self._near_encounter(sentence, when) or told_then(self.story, sentence, when):
                continue
            past = tense == "past"
            if past and (held_then(self.story, sentence, when) or came_then(self.story, sentence, when, whens)):
                continue
            value = resolve(when, self.published, tense)
            found = Finding(value, when.rule, 0.9 if value else 0.0, (Span(when.start, when.end),))
            if value:
                return found
            untold = untold or found  # "today, 3 May": the day that can be told
        return untold

    def _near_encounter(self, sentence: Sentence, when: When) -> bool:
        """Whether a date belongs to the sentence's encounter, not to something recalled beside it."""
        for kind in ("recalled", "announced"):
            for cue in self.words.inside(kind, sentence.start, when.start):
                if when.start - cue.end <= 4 and kind == "recalled" and (when.weekday or when.day):
                    continue  # "earlier on Monday", "am vergangenen Freitag"
                if when.start - cue.end < 50 and not self.words.inside("encounter", cue.end, when.start):
                    return False
        return True

    def date(self, anchor: Sentence) -> Finding:
        """The day that anchor, headline or lead tells; else the day of publication."""
        for sentence in (anchor, *(t for t in self.titles if t is anchor or not self._announcing(t))):
            found = self.date_of(sentence, "future" if self._to_come(sentence) else "past")
            if found and (found.value or not self.published) and not self._ahead(found):
                return found
        if found := self._day_told_after(anchor):
            return found
        body = [s for s in self.story.sentences if s.paragraph.zone == "body" and s.start < self.background]
        lead = body[: 2 if self.published else _UNDATED_LEAD]
        there = self.parties(anchor)
        listed = anchor in self.titles and bool(self.words.page.roster)
        for sentence in () if listed and self.published else lead:
            found = self._day_of_words(sentence) or self.date_of(sentence)
            full = found is not None and len(found.value or "") == 10 and not self._ahead(found)
            if found and full and not (self.elsewhere(sentence) or of_another(self, sentence, found, there)):
                return Finding(found.value, found.rule, 0.7, found.spans)
        if self.published:
            return Finding(self.published, "date.day-of-publication", 0.7)
        return Finding(None, "date.not-told", 0.0)

    def _day_told_after(self, anchor: Sentence) -> Finding | None:
        """ "The call took place on Sunday", further on in the text."""
        for sentence in self.story.sentences if self.published and self.lexicon.words("took_place") else ():
            marks = self.encounters(sentence) if sentence.start > anchor.start else ()
            if marks and tells_its_day(self.story, sentence, marks[0]) and not self.announces(sentence):
                found = self.date_of(sentence)
                if found and len(found.value or "") == len("2024-05-03") and not long_ago(found.value, self.published):
                    return found
        return None

    def _day_of_words(self, sentence: Sentence) -> Finding | None:
        """ "The tariffs announced on Monday are high, X said Tuesday": in a sentence without an encounter the day right
        behind the verb of speech is the one on which they talked to the press."""
        verbs = () if self.encounters(sentence) else self.story.narrative_hits("speech", sentence.start, sentence.end)
        whens = self.calendar.find(self.words.plain, verbs[0].end, sentence.end) if verbs else []
        beside = (w for w in whens if w.weekday is not None and any(w.start - v.end in range(1, 5) for v in verbs))
        when = next(beside, None)
        value = resolve(when, self.published, "past") if when else None
        return Finding(value, when.rule, 0.7, (Span(when.start, when.end),)) if when and value else None

    def _announcing(self, title: Sentence) -> bool:
        """ "Minister to visit Oslo in July": a headline whose day is that of something to come."""
        return bool(self.story.narrative_hits("future_visits", title.start, title.end))

    def _to_come(self, title: Sentence) -> bool:
        """ "Ghana to host summit on Tuesday": a headline whose weekday is the next one."""
        to_come = self.lexicon.shaped("announcing_titles", r"(?<!\w){words}(?!\w)")
        return title in self.titles and to_come.search(self.words.lowered, title.start, title.end) is not None

    def _ahead(self, found: Finding) -> bool:
        """Whether a day without a year is rather one to come than one of the year before."""
        whens = self.calendar.find(self.words.plain, found.spans[0].start, found.spans[0].end)
        return any(nearer_ahead(when, self.published) for when in whens)

    def place(self, anchor: Sentence) -> tuple[Finding, Finding]:
        """The town that anchor, headline or lead names; else the state that is visited."""
        return (
            self._town_of_anchor(anchor)
            or self._town_around(anchor)
            or self._welcomed()
            or self.page.of_header()
            or self.page.house_in_header()
            or self.page.of_town_body()
            or self._headline_ending()
            or self.page.below_text()
            or self._on_visit(anchor)
            or self._arrived(anchor)
            or self.page.of_dateline(anchor.start, anchor.end)
            or self._dateline_again(anchor)
            or self._reached(anchor)
            or self._called_town(anchor)
            or self._in_state(anchor)
            or self._unlisted(anchor)
            or self._of_guests(anchor)
        )

    def _town_of_anchor(self, anchor: Sentence) -> tuple[Finding, Finding] | None:
        """The town that the anchor itself tells."""
        if found := self._town_behind_mark(anchor) or self.town_of(anchor) or self._here(anchor):
            return found
        hit = town_visited(self.story, anchor) or town_of_stay(self.story, anchor)
        return self.found_at(hit, "place.visited-town", 0.7) if hit else None

    def _town_around(self, anchor: Sentence) -> tuple[Finding, Finding] | None:
        """The town that the headlines, the anchor's paragraph or what follows it tells of the same meeting."""
        same = [s for s in self.story.sentences if s.paragraph is anchor.paragraph and s is not anchor]
        following = [s for s in self.story.sentences if s.start > anchor.start and s not in same][:2]
        there = self.parties(anchor)
        following = [s for s in following if self.encounters(s) and self._same_people(s, there)]
        around = (s for s in (*same, *following) if not self._aside(s))
        return next((found for s in (*self.titles, *around) if (found := self.town_of(s))), None)

    def _hosted(self, anchor: Sentence) -> Finding:
        """ "He received the visiting minister of Ghana": the state of whoever is named first, a guest behind."""
        marks, named = self.lexicon.begins("guest_marks"), [(m, p) for m, p in anchor.mentions if p]
        hosts = (p for m, p in named[:1] if marks.search(self.words.lowered, m.end, anchor.end))
        code = next((p.country or self.story.resolver.home for p in hosts), None)
        return Finding(code, "place-country.visit", 0.5, (Span(anchor.start, anchor.end),)) if code else NO_PLACE

    def _called_town(self, anchor: Sentence) -> tuple[Finding, Finding] | None:
        """A town that no list has, where the text calls it one and names its state."""
        found = called_town(self.words, anchor.start, anchor.end, {m.start: m.end for m, _p in anchor.mentions})
        if found is None or self.story.quoted_at(found[0].spans[0].start):
            return None
        return found[0], Finding(found[1], "place-country.town", 0.6, found[0].spans)

    def _unlisted(self, anchor: Sentence) -> tuple[Finding, Finding] | None:
        """A town that no list has, with the state that is visited."""
        before = [s for s in self.story.sentences if s.start < anchor.start and s.paragraph.zone == "body"][-4:]
        told = [s for s in before if not s.persons and self.reports(s)]  # "Ministers met in Valga. A and B took part."
        names = {m.start: m.end for s in (anchor, *told) for m, _p in s.mentions}
        towns = (unlisted_town(self.words, s.start, s.end, names) for s in (anchor, *told))
        found = next((town for town in towns if town), None)
        return (found, self.visited(anchor)) if found and not self.story.quoted_at(found.spans[0].start) else None

    def _same_people(self, sentence: Sentence, there: list[Person]) -> bool:
        """Whether a sentence does not tell of others only: two office-holders of whom nobody was there."""
        others = [p for p in sentence.persons if p.offices and not any(p is q for q in there)]
        return len(others) < 2 or len(others) < len(sentence.persons)

    def _town_behind_mark(self, anchor: Sentence) -> tuple[Finding, Finding] | None:
        """The town after the word that tells of the encounter ("a plant in Lund, A said as he met B in Oslo")."""
        marks = self.encounters(anchor)
        return self._town(marks[0].end, anchor.end) if marks else None

    def town_of(self, sentence: Sentence) -> tuple[Finding, Finding] | None:
        """The town that a sentence names, the agency's dateline aside."""
        begin = dateline_end(self.words)
        start = max(sentence.start, begin if sentence.end > begin else 0)
        return self._town(start, sentence.end) or self._short_capital(start, sentence.end)

    def _short_capital(self, start: int, end: int) -> tuple[Finding, Finding] | None:
        """ "在京", in the capital: written with the last character of its name."""
        for form, (name, state) in self.lexicon.table("short_capitals").items():
            at = self.words.lowered.find(form, start, end)
            if at >= 0 and not self.story.quoted_at(at):
                span = (Span(at, at + len(form)),)
                return Finding(name, "place.town", 0.8, span), Finding(state, "place-country.town", 0.85, span)
        return None

    def _in_state(self, anchor: Sentence) -> tuple[Finding, Finding] | None:
        """The state that the anchor names, or where somebody stays who took part."""
        there = self.parties(anchor)
        body = [s for s in self.story.sentences if s.paragraph.zone == "body" and s.start < anchor.start]
        near = [s for s in body[-7:] if s.subject in (None, *there) and not self._other_time(s)]
        found = (
            met_in(self.story, self.calendar, anchor, self.encounters(anchor))
            or of_embassy(self.story, anchor)
            or stayed_in(self.story, anchor, reversed(near))
            or host_of_envoys(self.story, anchor)
        )
        visited = self.visited(anchor) if found else NO_PLACE
        found = visited if found and visited.value == found.value else found
        return (NO_PLACE, found) if found else None

    def _arrived(self, anchor: Sentence) -> tuple[Finding, Finding] | None:
        """ "He arrived in Oslo": the town that somebody reached last before they met."""
        for sentence in reversed([s for s in self.story.sentences if s.start < anchor.start]):
            for cue in self.story.narrative_hits("current_visit", sentence.start, sentence.end):
                hit = self.words.covering("place", cue.end + 1)
                if hit and hit.start == cue.end + 1 and not self._part_of_reference(hit, sentence.start):
                    return self.found_at(hit, "place.arrival", 0.6)
        return None

    def _on_visit(self, anchor: Sentence) -> tuple[Finding, Finding] | None:
        """ "…, X said on Monday during a visit to Oslo": the town that one of those who met visits that day."""
        links, day, there = self.lexicon.words("visit_to"), self.date(anchor).value, self.parties(anchor)
        for sentence in [s for s in self.story.sentences if s.paragraph.zone == "body"][:7] if links else ():
            told = self.date_of(sentence)
            if (told and told.value != day) or not any(sentence.subject is p for p in there):
                continue
            for visit in self.story.narrative_hits("visits", sentence.start, sentence.end):
                hit = next(iter(self.words.inside("place", visit.end, visit.end + 30)), None)
                between = self.words.lowered[visit.end : hit.start].split() if hit else []
                if hit and between and between[-1] in links and len(between) <= 3 and not self._other_time(sentence):
                    return self.found_at(hit, "place.visited-town", 0.6)
        return None

    def _other_time(self, sentence: Sentence) -> bool:
        kinds = ("recalled", "announced", "future_visits")
        return any(self.story.narrative_hits(kind, sentence.start, sentence.end) for kind in kinds)

    def _here(self, anchor: Sentence) -> tuple[Finding, Finding] | None:
        """ "OSLO, 3 May (NEWS) -- A and B met here today": where the agency wrote is where they met, on a line of its
        own, too."""
        body = self.words.page.zone("body")
        hits = self.words.inside("place", body[0].start, dateline_end(self.words)) if body else []
        lines = [p for p in self.words.page.zone("date") if body and p.end <= body[0].start]
        hits = hits or [h for p in lines for h in self.words.inside("place", p.start, p.end) if h.start == p.start]
        above = [s for s in self.story.sentences if s.paragraph.zone == "body" and s.start < anchor.start]
        start = above[0].start if len(above) == 1 else anchor.start  # "said Bell here Monday. In a meeting with Dia, …"
        here = self.lexicon.whole("here").search(self.words.lowered, start, anchor.end)
        return self.found_at(hits[0], "place.dateline", 0.8) if hits and here else None

    def _dateline_again(self, anchor: Sentence) -> tuple[Finding, Finding] | None:
        """ "OSLO. NEWS - A met B. … thanked B for the meeting in Oslo": the text agrees with the dateline."""
        body = self.words.page.zone("body")
        hits = self.words.inside("place", body[0].start, dateline_end(self.words)) if body else []
        links = self.lexicon.words("place_links")
        for hit in self.words.by_kind.get("place", ()) if hits and links else ():
            before = self.words.lowered[max(0, hit.start - 12) : hit.start].split()[-1:]
            mark = self.words.covering("encounter", hit.start - len(before[0]) - 3) if before else None
            again = hit.value[2] == hits[0].value[2] and hit.start > anchor.end and before[0] in links
            if again and mark and mark.end == hit.start - len(before[0]) - 2:
                return self.found_at(hit, "place.dateline", 0.7)
        return None

    def found_at(self, hit: Hit, rule: str, confidence: float) -> tuple[Finding, Finding]:
        """A town and its state as findings."""
        return found_at(self.story, hit, rule, confidence)

    def _reached(self, anchor: Sentence) -> tuple[Finding, Finding] | None:
        """The town that somebody reached before they met, in languages whose verbs come last."""
        hit = town_reached(self.story, anchor)
        return self.found_at(hit, "place.arrival", 0.6) if hit else None

    def _of_guests(self, anchor: Sentence) -> tuple[Finding, Finding]:
        """The visited state; the dateline's town with it, if it lies there: then the text agrees with the dateline."""
        visited = self.visited(anchor)
        visited = visited if visited.value else self._hosted(anchor)
        body = self.words.page.zone("body")
        begin = body[0].start if body else 0
        for hit in self.words.inside("place", begin, dateline_end(self.words)):
            if visited.value and str(hit.value[0]) == visited.value:
                return self.found_at(hit, "place.dateline", 0.6)[0], visited
        return NO_PLACE, visited

    def _welcomed(self) -> tuple[Finding, Finding] | None:
        """ "Pleased to see you in Oslo": the host's words tell the town."""
        for stretch in self.story.stretches:
            for cue in self.words.inside("welcome", stretch.start, stretch.end):
                last = bool(self.lexicon.words("locative"))  # the verb stands last: "Sizi Bakıda görməyə şadam"
                if house := self.page.house(cue.end):
                    return house
                hit = self.words.covering("place", cue.start - 2 if last and cue.start > 1 else cue.end + 1)
                if hit and (hit.end + 1 == cue.start if last else hit.start == cue.end + 1):
                    span = (Span(hit.start, hit.end),)
                    return Finding(nominative(self.words, hit), "place.welcome", 0.6, span), Finding(
                        hit.value[0], "place-country.town", 0.6, span
                    )
        return None

    def _headline_ending(self) -> tuple[Finding, Finding] | None:
        """The town with which the title of a press encounter ends, and the state that is visited."""
        for title in self.titles[:1]:
            marks = [h for h in self.encounters(title) if h.value == "news_conference"]
            if told := self.page.of_headline(title, marks, self.visited(title)):
                return told
        return None

    def _matter_there(self, town: Hit, start: int) -> bool:
        """ "They spoke of the crisis in Oldport", "met and discussed the war in Oldport", "talks on the situation in
        Oldport": where something is that they spoke of, not where they met ("held talks on the crisis in Oldport")."""
        near, lowered = max(start, town.start - 40), self.words.lowered
        listed = self.lexicon.words("matters_there")
        shape = _MATTER_TOLD if self.lexicon.data.get("adjectives_follow") else _MATTER
        told = self.lexicon.shaped("matters_there", shape).search(lowered, near, town.start) if listed else None
        marks = self.story.narrative_hits("encounter", start, town.start) if told else ()
        if told is None or not marks:
            return told is not None
        always = self.lexicon.shaped("matters_always_there", shape).search(lowered, near, town.start)
        discussed = self.lexicon.whole("topic_openers").search(lowered, marks[0].start, told.start())
        return always is not None or discussed is not None

    def _aside(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of anything but the present meeting."""
        kinds = ("recalled", "announced", "visits")
        cues = (c for kind in kinds for c in self.story.narrative_hits(kind, sentence.start, sentence.end))
        return any(not of_this_one(self.story, sentence, cue) for cue in cues)

    def _town(self, start: int, end: int) -> tuple[Finding, Finding] | None:
        at = start
        while (hit := town(self.words, at, end)) is not None:
            at = hit.end
            if self.story.quoted_at(hit.start) or self._part_of_reference(hit, start) or self._posted(hit):
                continue
            if self._long_before(hit, end) or signed_there(self.words, hit) or self._matter_there(hit, start):
                continue
            span = (Span(hit.start, hit.end),)
            name, state = nominative(self.words, hit), str(hit.value[0])
            return Finding(name, "place.town", 0.85, span), Finding(state, "place-country.town", 0.9, span)
        return None

    def _long_before(self, town: Hit, end: int) -> bool:
        """ "The talks in Oslo in December 2023": a month right behind a town, long before the page's."""
        now = (self.published or "")[:7]
        near = min(end, town.end + _DATED) if len(now) == len("2024-03") and "X" not in now else town.end
        when = next(iter(self.calendar.find(self.words.plain, town.end, near)), None)
        if when is None or not (when.year and when.month) or when.start - town.end > _BETWEEN:
            return False
        return 12 * int(now[:4]) + int(now[5:]) - 12 * when.year - when.month > 2

    def _part_of_reference(self, hit: Hit, start: int) -> bool:
        cues = self.words.inside("recalled", max(start, hit.start - 70), hit.start)
        told = self.story.sentence_at(hit.start)
        cues = [c for c in cues if not told or not of_this_one(self.story, told, c)]
        return bool(cues) and not self.words.inside("encounter", cues[-1].end, hit.start)

    def visited(self, anchor: Sentence) -> Finding:
        """ "on an official visit to Russia": the state where somebody is a guest."""
        near = [s for s in self.story.sentences if s.paragraph.zone == "body"][:7]
        for sentence in dict.fromkeys((anchor, *self.titles, *near)):
            if sentence is not anchor and not any(p in self.parties(anchor) for p in sentence.persons[-2:]):
                continue
            for visit in self.story.narrative_hits("visits", sentence.start, sentence.end):
                if self._not_now(sentence, visit):
                    continue
                for hit in self.words.inside("country", visit.start - 40, visit.end + 60):
                    if hit.value[1] in ("name", "long") and self.leads_to(visit, hit) and not self._posted(hit):
                        return Finding(hit.value[0], "place-country.visit", 0.6, (Span(hit.start, hit.end),))
        return self._our_country(anchor)

    def _our_country(self, anchor: Sentence) -> Finding:
        """ "Who arrived in our country on a visit": the publisher's state."""
        ours = self.lexicon.begins("our_country").search(self.words.lowered, anchor.start, anchor.end)
        visits = self.story.narrative_hits("visits", anchor.start, anchor.end)
        home = home_country(self.words) if ours and visits else None
        return Finding(home, "place-country.visit", 0.5, (Span(anchor.start, anchor.end),)) if home else NO_PLACE

    def _not_now(self, sentence: Sentence, visit: Hit) -> bool:
        if self._other_time(sentence):
            return True
        before, behind = (60, 30) if self.lexicon.spaced else (20, 6)
        start, end = max(sentence.start, visit.start - before), min(sentence.end, visit.end + behind)
        return any(not self._these_days(when) for when in self.calendar.find(self.words.plain, start, end))

    def _these_days(self, when: When) -> bool:
        """ "Paid a visit from 1 to 3 May", on the page of 3 May: a visit that has just ended."""
        value = resolve(when, self.published, "past")
        return value is not None and value[8:].isdigit() and not long_ago(value, self.published)

    def leads_to(self, visit: Hit, country: Hit) -> bool:
        """Whether a state is where a visit leads: linked by "to", or in the case that says so."""
        if not self.lexicon.spaced:  # "访问埃及", "对埃及进行访问"
            led = self.words.lowered.endswith(self.lexicon.affixes("visit_from"), 0, country.start)
            return country.start == visit.end or (country.end <= visit.start and led)
        allative = self.lexicon.affixes("allative")
        if allative:
            return country.end <= visit.start and self.words.lowered[country.stem_end : country.end].startswith(
                allative
            )
        if country.end <= visit.start:
            return self._there_on_visit(visit, country)
        between = self.words.lowered[visit.end : country.start].split()
        if not between:
            known = self.lexicon.words("visit_transitive")
            led = country.start > visit.end and self.words.lowered[visit.start : visit.end] in known
            return led and not opens_office(self.story, country)
        if between[-1] in self.lexicon.words("abroad_links", "visit_links") and len(between) <= 8:
            return country.start > visit.end
        return country.start > visit.end and len(between) <= 3 and between[0] in self.lexicon.words("visit_to")

    def _there_on_visit(self, visit: Hit, country: Hit) -> bool:
        """ "Is in Chile on a working visit": a state behind "in", right before the words for a visit."""
        before = self.words.lowered[max(0, country.start - 12) : country.start].split()[-1:]
        between = self.words.lowered[country.end : visit.start].split()
        reasons = self.lexicon.words("visit_reasons")
        led = bool(before) and before[0] in self.lexicon.words("visit_to")
        return led and 0 < len(between) <= 3 and between[0] in reasons
