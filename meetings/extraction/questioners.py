"""Journalists who say who they are: "Anna Bell, Oslo Radio. Minister, …", "I am Omar Dia from the Courier"."""

from __future__ import annotations

import re

from .name_forms import Name
from .tokens import Words

_OPENING = 60
"""Characters of a question within which somebody says so."""
_OUTLET = re.compile(r"(?:,(?: \w{2,3}(?: \w{2,3})?(?: [^\W\d_A-Z]{4,12})?)?| \w{2,5}(?: \w{2,3})?) [\"“«]?([^\W\d_])")
"""A comma or small words like "from the paper", and the letter that the outlet's name begins with."""


def questioners(words: Words, names: list[Name], questions: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where the names stand of those who name themselves at the head of a question, or are named before it."""
    found = []
    for start, end in questions:
        for name in names:
            if len(name.words) < 2 or not start - _OPENING < name.start < min(end, start + _OPENING):
                continue
            label = name.end <= start and words.plain[name.end : start].strip() == ":"
            if label or (name.start >= start and _names_outlet(words.plain, name.end)):
                found.append((name.start, name.end))
    return found


def _names_outlet(plain: str, end: int) -> bool:
    """Whether somebody's outlet is named behind the name: its own begins with a capital."""
    outlet = _OUTLET.match(plain, end)
    return outlet is not None and outlet[1].isupper()
