"""Addresses of objects that lists are full of: reversing each anew takes longer than all else about a link."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language


def address(view: str, *args: Any) -> str:
    """What `reverse` says, in the interface's language."""
    return _address(get_script_prefix(), get_language(), view, *args)


@lru_cache(maxsize=20_000)
def _address(prefix: str, language: str | None, view: str, *args: Any) -> str:
    return reverse(view, args=args)
