"""What the record of a text tells, as plain values for tests to compare."""

from __future__ import annotations

from meetings.extraction import extract


def people(text: str) -> list[str | None]:
    """The names of all whom the text names."""
    return [p.name.value for p in extract(text).people]


def people_in_full(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """All whom the text names, with office and state."""
    return [(p.name.value, p.office.value, p.country.value) for p in extract(text).people]


def present(text: str) -> list[list[tuple[str | None, str | None, str | None]]]:
    """Of every meeting the participants with office and state."""
    return [[(p.name.value, p.office.value, p.country.value) for p in m.participants] for m in extract(text).meetings]


def present_names(text: str) -> list[list[str | None]]:
    """Of every meeting the names of the participants."""
    return [[p.name.value for p in m.participants] for m in extract(text).meetings]


def seats(text: str) -> list[list[tuple[str | None, str | None]]]:
    """Of every meeting the participants with the state each acts for."""
    return [[(p.name.value, p.country.value) for p in m.participants] for m in extract(text).meetings]


def pointed(text: str) -> list[tuple[str | None, list[str]]]:
    """Of every meeting that is pointed back to, the day and the parties."""
    return [(r.date.value, sorted(r.parties)) for r in extract(text).references]


def said(text: str) -> list[tuple[str, str | None]]:
    """Words and whose they are, in order."""
    return [(q.text, q.speaker.value) for q in extract(text).quotes]


def said_by(text: str) -> list[tuple[str | None, str]]:
    """Whose the words are, and the words, in order."""
    return [(q.speaker.value, q.text) for q in extract(text).quotes]


def speakers(text: str) -> list[str | None]:
    """Whose the words are, in order."""
    return [q.speaker.value for q in extract(text).quotes]
