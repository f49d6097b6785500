"""Saved web pages (.html) to text: the headline, the date, then the main text, one paragraph a line.

`is_page` tells which files are pages, `declared` the encoding that a page names, `taken_by` with what texts are taken,
`page_hints` what a page says of itself, and `main_text` takes its text. A kept library tells the main text from menus
and lists of other news; it is loaded by `main_text` alone, so that who imports no page does not wait for it.

Of 990 real pages with passages marked as belonging or not, trafilatura gave the right ones with F 0.92
(readability 0.87, resiliparse 0.86).
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib.metadata import version
from pathlib import Path

from meetings.extraction.record import Hints
from meetings.importing.saved_pages.charset import declared
from meetings.importing.saved_pages.facts import hints_of
from meetings.importing.saved_pages.text import text_of
from meetings.importing.saved_pages.tree import BadPage, parsed

__all__ = ["KINDS", "BadPage", "declared", "is_page", "main_text", "page_hints", "taken_by"]

KINDS = (".html", ".htm", ".xhtml")


def is_page(key: str) -> bool:
    """Whether a document of this name is a web page."""
    return os.path.splitext(key)[1].lower() in KINDS


def main_text(source: str) -> tuple[str, Hints]:
    """The text of a page, and what it says of itself. Raises BadPage where it cannot be read or holds no main text."""
    tree = parsed(source)
    return text_of(tree), hints_of(tree)


def page_hints(source: str) -> Hints:
    """What a page says of itself. Raises BadPage where it cannot be read."""
    return hints_of(parsed(source))


@cache
def taken_by() -> str:
    """What a text depends on beside the bytes of its page: the libraries, and the modules of this folder."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    libraries = ", ".join(f"{name} {version(name)}" for name in ("trafilatura", "lxml"))
    return f"{libraries}, reader {digest.hexdigest()[:8]}"
