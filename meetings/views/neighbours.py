"""The meetings of the same parties just before and after one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from meetings.models import Meeting, Participant

NEIGHBOURS = 3
"""So many earlier and so many later meetings are shown."""


def neighbours(meeting: Meeting, seats: Iterable[Participant]) -> dict[str, Any]:
    """The same parties are all the states that met, or, where there are not two, all the persons."""
    rows = list(seats)
    states = {row.country.pk: row.country for row in rows if row.country}
    persons = {row.person.pk: row.person for row in rows if row.person}
    several = len(states) > 1
    field, parties = "country" if several else "person", dict[Any, Any](states if several else persons)
    if len(parties) < 2:
        return {"parties": [], "pair": None, "earlier": [], "later": []}
    same = Meeting.objects.listed().together(field, parties).exclude(pk=meeting.pk).filter(date_key__gt=0)
    key = meeting.date_key
    return {
        "parties": [parties[pk] for pk in sorted(parties)],
        "pair": [states[pk] for pk in sorted(states)] if len(states) == 2 else None,
        "earlier": list(same.filter(date_key__lt=key).order_by("-date_key", "-pk")[:NEIGHBOURS]),
        "later": list(same.filter(date_key__gt=key).order_by("date_key", "pk")[:NEIGHBOURS]) if key else [],
    }
