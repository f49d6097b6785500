"""A day's event as an iCalendar file (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from meetings.citing import one_line

LINE = 75
"""Octets after which a line is folded."""


def calendar(uid: str, day: dt.date, stamp: dt.datetime, **words: str) -> str:
    """A calendar with one event that takes the whole day.

    `words` are its texts: summary, location, description, url.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Reading Room//Diplomatic meetings//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{stamp.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + dt.timedelta(days=1):%Y%m%d}",
        "TRANSP:TRANSPARENT",
        *(f"{name.upper()}:{escaped(value, name)}" for name, value in words.items() if value),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def escaped(words: str, name: str) -> str:
    """A text value: one line a line, with the signs masked that mean something; an address stays as it is."""
    if name == "url":
        return words
    plain = "\n".join(map(one_line, words.split("\n")))
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets; all but the first begin with a space. No letter is cut."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > LINE:
            yield part
            part = " "
        part += letter
    yield part
