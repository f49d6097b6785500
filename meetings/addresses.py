"""Addresses of objects that lists are full of: reversing each anew takes longer than all else about a link."""

from __future__ import annotations

from functools import cache

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language

MARK = 10**17
"""A number that no object has, and a slug that none has."""


def address(view: str, *args: str | int) -> str:
    """What `reverse` says, in the interface's language; the arguments are primary keys and slugs."""
    return _form(get_script_prefix(), get_language(), view, len(args)) % args


@cache
def _form(prefix: str, language: str | None, view: str, number: int) -> str:
    """The address with a place for each argument."""
    marks = [MARK + place for place in range(number)]
    form = reverse(view, args=marks).replace("%", "%%")
    for mark in marks:
        form = form.replace(str(mark), "%s")
    return form
