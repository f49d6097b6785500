"""What the record says of a meeting: where it was if no town is named, from who was there."""

from __future__ import annotations

from .attendance import announcing
from .encounter_marks import PLACELESS
from .encounters import Encounter
from .participant_findings import ParticipantFindings
from .phrases import lower
from .record import Finding, Meeting, Participant


class MeetingFindings(ParticipantFindings):
    """Finds the words for meetings."""

    def _meeting(self, encounter: Encounter) -> Meeting:
        participants = tuple(self._participant(p, encounter) for p in encounter.people)
        country = self._back(encounter.place_country)
        if country.value is None and encounter.format.value not in PLACELESS:
            host = self._host_of_envoys(encounter, participants) or self._receiver(encounter, participants)
            host = host or self._called_on(encounter, participants) or self._own_house(encounter)
            country = host or self._where_before(encounter) or country
        return Meeting(
            self._back(encounter.date),
            self._back(encounter.format),
            self._back(encounter.place),
            country,
            participants,
        )

    def _host_of_envoys(self, encounter: Encounter, participants: tuple[Participant, ...]) -> Finding | None:
        """Ambassadors call on whoever holds office where they are posted: the state of all others."""
        envoys = [p for c, p in zip(encounter.people, participants, strict=True) if c.roles == {"ambassador"}]
        hosts = {p.country.value for p in participants if p not in envoys}
        abroad = all(p.country.value not in hosts for p in envoys)
        if not envoys or len(hosts) != 1 or hosts == {None} or not abroad:
            return None
        return Finding(hosts.pop(), "place-country.host", 0.6, envoys[0].office.spans)

    def _own_house(self, encounter: Encounter) -> Finding | None:
        """ "The President received X at the presidential palace": the publisher's own."""
        story, anchor = self.parts.story, encounter.anchor
        if announcer := self._own_briefing(encounter):
            return announcer
        here = story.lexicon.begins("seats").search(story.words.lowered, anchor.start, anchor.end)
        if here is None or self.parts.home is None:
            return None
        return Finding(self.parts.home, "place-country.receiver", 0.5, (self.reading.span(*here.span()),))

    def _own_briefing(self, encounter: Encounter) -> Finding | None:
        """The briefing of a spokesperson for the publisher: at home."""
        alone = encounter.people[0] if len(encounter.people) == 1 else None
        announcers = tuple(self.parts.story.lexicon.words("announcers"))
        held = [o for o, _n in alone.offices if announcing(lower(o.text), announcers)] if alone and announcers else []
        if not held or encounter.format.value != "news_conference" or self.parts.home is None:
            return None
        return Finding(self.parts.home, "place-country.receiver", 0.5, (self.reading.span(held[0].start, held[0].end),))

    def _where_before(self, encounter: Encounter) -> Finding | None:
        """ "The same day she met Omar Dia": in the state of the meeting before, with one of those who were there."""
        at = next(n for n, e in enumerate(self.parts.encounters) if e is encounter)
        further = self.parts.story.narrative_hits("further", encounter.anchor.start, encounter.anchor.end)
        before = self.parts.encounters[at - 1] if at and further else None
        if before is None or before.date.value != encounter.date.value or before.format.value in PLACELESS:
            return None
        shared = any(p is q for p in before.people for q in encounter.people)
        return self._meeting(before).place_country if shared else None

    def _receiver(self, encounter: Encounter, participants: tuple[Participant, ...]) -> Finding | None:
        """Who receives a guest is at home: the state of whoever acts at a verb that says so."""
        story, anchor = self.parts.story, encounter.anchor
        verbs = tuple(story.lexicon.words("receiving"))
        marks = story.narrative_hits("encounter", anchor.start, anchor.end) if verbs else ()
        if not any(story.words.lowered.startswith(verbs, m.start) for m in marks):
            return None
        host = next((n for n, p in enumerate(encounter.people) if p is anchor.subject), None)
        if host is None:
            return None
        code = participants[host].country.value
        others = {p.country.value or p.organization.value for n, p in enumerate(participants) if n != host}
        guests = bool(others - {None, code})
        return Finding(code, "place-country.receiver", 0.6, participants[host].name.spans) if code and guests else None

    def _called_on(self, encounter: Encounter, participants: tuple[Participant, ...]) -> Finding | None:
        """ "The Director of the Bank visited Minister X": whoever is called on is at home, in languages whose verb for
        it takes a person."""
        story, anchor = self.parts.story, encounter.anchor
        calls = story.lexicon.begins("calling_on").search(story.words.lowered, anchor.start, anchor.end)
        guest = next((n for n, p in enumerate(encounter.people) if p is anchor.subject), None)
        if calls is None or guest is None:
            return None
        hosts = {p.country.value for n, p in enumerate(participants) if n != guest}
        code = hosts.pop() if len(hosts) == 1 else None
        away = participants[guest].country.value != code
        return Finding(code, "place-country.host", 0.5, (self.reading.span(*calls.span()),)) if code and away else None
