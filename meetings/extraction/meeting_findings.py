"""What the record says of a meeting: where it was if no town is named, from who was there."""

from __future__ import annotations

from dataclasses import replace

from .encounter_marks import PLACELESS
from .encounters import Encounter
from .hosting import HostFindings
from .participant_findings import BY_THE_WAY
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

    def _of_one_state(self, meetings: list[Meeting]) -> tuple[Meeting, ...]:
        """The meetings with one state for everybody: where two of them show another one, the surest."""
        if len(meetings) < 2:
            return tuple(meetings)
        told = list(zip(self.parts.encounters, meetings, strict=True))
        shown: dict[int, list[Finding]] = {}
        for encounter, meeting in told:
            for person, seat in zip(encounter.people, meeting.participants, strict=True):
                shown.setdefault(id(person), []).append(seat.country)
        best = {key: max(found, key=_surest) for key, found in shown.items() if len({f.value for f in found}) > 1}
        return tuple(
            replace(
                meeting,
                participants=tuple(
                    replace(seat, country=best.get(id(person), seat.country))
                    for person, seat in zip(encounter.people, meeting.participants, strict=True)
                ),
            )
            for encounter, meeting in told
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


def _surest(state: Finding) -> tuple[bool, bool, float]:
    """Orders findings of a state: one that was told, not by the way, with the greatest confidence, comes last."""
    return state.value is not None, state.rule not in BY_THE_WAY, state.confidence
