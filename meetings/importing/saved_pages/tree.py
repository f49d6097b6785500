"""A page's source to a tree of elements, within bounds of time and memory whatever the source is."""

from __future__ import annotations

import re
from typing import Any

MOST_ELEMENTS = 50_000
"""The largest of 1,032 real pages had 10,112; finding the main text among 300,000 took 17 seconds."""
MOST_ATTRIBUTES = 10_000
"""Of one element, or as many small heaps as cost the same: parsing takes the square of their number, for 40,000 eleven
seconds. Real pages had 38, or 4,704 by this count, which scripts confuse."""
LONG_TAG = 1_000

TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]|"[^"]*"|'[^']*')*""")
QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
NO_TEXT = r"\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
"""Characters that no tree may hold: the parser lets them in, and whoever writes them afterwards fails."""
BAD = re.compile(rf"[{NO_TEXT}]")
SAVED_FROM = re.compile(
    rf"<!--[^>]{{0,300}}?(?:saved from url=\(\d+\)([^\s\x7f{NO_TEXT}]+)|\burl:\s*(https?://[^\s\x7f{NO_TEXT}]+))"
)
"""How browsers and their extensions note in a comment where a page was saved."""
HEAD = 4096
NOTE = "saved-from"
"""Attribute of the root that holds this note; the comments themselves are left out."""

BETWEEN = re.compile(r"[\s/]+")
AS_TEXT = "open the page in a browser and save its text as .txt"


class BadPage(ValueError):
    """Why a page cannot be read, and what to do."""


def parsed(source: str) -> Any:
    """The tree of a page. Raises BadPage where the source is too large, too deep or none."""
    # Loaded here, because only who imports pages should wait for it.
    from lxml import etree, html

    check_attributes(source)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True)
    raw = source.lstrip("\ufeff").encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(raw, parser=parser)
    except etree.ParserError as error:
        raise BadPage(f"holds no page; {AS_TEXT}") from error
    # What lies deeper than the parser goes is left out without a word of its own: half a text is none.
    if deep := next((entry for entry in parser.error_log if "depth" in entry.message), None):
        raise BadPage(f"line {deep.line}: its elements are nested too deeply; {AS_TEXT}")
    if note := SAVED_FROM.search(source, 0, HEAD):
        tree.set(NOTE, note[1] or note[2])
    number = sum(1 for _ in tree.iter())
    if number > MOST_ELEMENTS:
        raise BadPage(f"has {number:,} elements and at most {MOST_ELEMENTS:,} are read; {AS_TEXT}")
    clean(tree)
    return tree


def clean(tree: Any) -> None:
    """Leave out characters that are no text, wherever they stand."""
    for element in tree.iter():
        if element.text and BAD.search(element.text):
            element.text = BAD.sub("", element.text)
        if element.tail and BAD.search(element.tail):
            element.tail = BAD.sub("", element.tail)
    for element in tree.iter("*"):
        for name, value in element.attrib.items():
            if BAD.search(value):
                element.set(name, BAD.sub("", value))


def check_attributes(source: str) -> None:
    """Raises BadPage for elements with more attributes than the parser can take in good time."""
    squares = 0
    for tag in TAG.finditer(source):
        if tag.end() - tag.start() > LONG_TAG:
            squares += len(BETWEEN.split(QUOTED.sub("", tag[0]))) ** 2
            if squares > MOST_ATTRIBUTES**2:
                line = source.count("\n", 0, tag.start()) + 1
                raise BadPage(f"line {line}: an element has too many attributes; {AS_TEXT}")


def words(element: Any) -> str:
    """All text of an element, with single spaces for whatever white space it has."""
    return " ".join("".join(element.itertext(with_tail=False)).split())
