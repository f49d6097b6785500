"""How high in its state somebody stands, by the office they came in."""

from __future__ import annotations

from collections.abc import Iterable

from meetings.extraction.ranks import role_of
from meetings.models import Level

LEVELS = {
    "head_of_state": Level.HEAD_OF_STATE,
    "head_of_government": Level.HEAD_OF_GOVERNMENT,
    "foreign_minister": Level.MINISTER,
    "minister": Level.MINISTER,
}
"""By the roles of the vocabulary; every other role is `Level.OTHER`."""


def level_of(office: str, languages: Iterable[str]) -> Level:
    """By the first of the languages (BCP 47) whose vocabulary knows the office; where none does, it is unknown."""
    roles = (role_of(office, language) for language in languages) if office else ()
    role = next((role for role in roles if role), None)
    return LEVELS.get(role, Level.OTHER) if role else Level.UNKNOWN
