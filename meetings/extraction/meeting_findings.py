"""What the record says of a meeting: where it was if no town is named, from who was there."""

from __future__ import annotations

from .encounter_marks import PLACELESS
from .encounters import Encounter
from .hosting import HostFindings
from .record import Finding, Meeting


class MeetingFindings(HostFindings):
    """Finds the words for meetings."""

    def _meeting(self, encounter: Encounter) -> Meeting:
        participants = tuple(self._participant(p, encounter) for p in encounter.people)
        country = self._back(encounter.place_country)
        if country.value is None and encounter.format.value not in PLACELESS:
            country = self._host_state(encounter, participants) or self._where_before(encounter) or country
        return Meeting(
            self._back(encounter.date),
            self._back(encounter.format),
            self._back(encounter.place),
            country,
            participants,
        )

    def _where_before(self, encounter: Encounter) -> Finding | None:
        """ "The same day she met Omar Dia": in the state of the meeting before, with one of those who were there."""
        at = next(n for n, e in enumerate(self.parts.encounters) if e is encounter)
        further = self.parts.story.narrative_hits("further", encounter.anchor.start, encounter.anchor.end)
        before = self.parts.encounters[at - 1] if at and further else None
        if before is None or before.date.value != encounter.date.value or before.format.value in PLACELESS:
            return None
        shared = any(p is q for p in before.people for q in encounter.people)
        return self._meeting(before).place_country if shared else None
