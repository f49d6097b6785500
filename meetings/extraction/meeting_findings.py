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
        told: dict[str, list[Finding]] = {}
        for seat in (p for m in meetings if len(meetings) > 1 for p in m.participants):
            told.setdefault(str(seat.name.value), []).append(seat.country)
        sure = lambda f: (f.value is not None, f.rule not in BY_THE_WAY, f.confidence)  # noqa: E731
        best = {name: max(found, key=sure) for name, found in told.items() if len({f.value for f in found}) > 1}
        if not best:
            return tuple(meetings)
        seats = ((replace(p, country=best.get(str(p.name.value), p.country)) for p in m.participants) for m in meetings)
        return tuple(replace(m, participants=tuple(there)) for m, there in zip(meetings, seats, strict=True))

    def _where_before(self, encounter: Encounter) -> Finding | None:
        """ "The same day she met Omar Dia": in the state of the meeting before, with one of those who were there."""
        at = next(n for n, e in enumerate(self.parts.encounters) if e is encounter)
        further = self.parts.story.narrative_hits("further", encounter.anchor.start, encounter.anchor.end)
        before = self.parts.encounters[at - 1] if at and further else None
        if before is None or before.date.value != encounter.date.value or before.format.value in PLACELESS:
            return None
        shared = any(p is q for p in before.people for q in encounter.people)
        return self._meeting(before).place_country if shared else None
