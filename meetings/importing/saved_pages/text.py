"""A page's tree to its text: the headline, the date, the main text, with an empty line between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from meetings.importing.saved_pages.headline import are_alike, headline
from meetings.importing.saved_pages.publication import YEAR, date_line, may_be
from meetings.importing.saved_pages.tree import AS_TEXT, BadPage

FURNITURE = [
    "//figcaption",
    "//*[contains(@class, 'caption')][not(descendant-or-self::h1)][string-length(normalize-space()) < 500]",
    "//*[self::td or self::tr][contains(' copyright footer menu nav related sidebar ', concat(' ', @class, ' '))]",
]
"""What the library takes for text and is none: captions of pictures, and the edges of pages laid out as a table."""

BLOCKS = {"body", "div", "head", "item", "list", "p", "quote", "row", "table"}
SHORT = 60
"""Characters below which the library mistrusts what it found and takes all text of the page; it has 250, which is more
than a short report has."""
TOP = 8
"""Paragraphs in which a main text repeats the headline, if it does."""
OPENING = 4
"""Paragraphs in which a main text says the date of the page, if it does."""
LONGEST_DATE_LINE = 80
DECLARED = re.compile(r"\d{4}-\d\d-\d\d")
LINE_END = "\ue00a"
PARAGRAPH_END = re.compile(rf"\0|{LINE_END}\s*{LINE_END}[\s{LINE_END}]*")
SENTENCE = re.compile(r"""[.!?…。！？؟।]["'»”’)\]]*$""", re.MULTILINE)
FEWEST, MANY = 25, 120
"""Letters of a sentence, and of what is one without a full stop; entries of menus are short."""
COMMA = re.compile(r"[.,;:!?،。、।]")


def text_of(tree: Any) -> str:
    """The text of a page. Raises BadPage where it holds no main text."""
    title = headline(tree)
    date = date_line(tree, title)
    mark_line_ends(tree)
    lines = main_lines(tree)
    if not any(map(is_prose, lines)):
        raise BadPage(f"holds no main text, only menus, scripts or pictures; {AS_TEXT}")
    lines = lines[body_start(lines, title) :]
    dates = [] if not date or has_date(lines[:OPENING], date) else [date]
    return "\n\n".join([*([title] if title else []), *dates, *lines]) + "\n"


def main_lines(tree: Any) -> list[str]:
    """The paragraphs that the library holds to be the page's main text."""
    # Loaded here: it takes a third of a second, and only who imports pages should wait for it.
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(SHORT))
    options: dict[str, Any] = {"include_comments": False, "with_metadata": False, "prune_xpath": FURNITURE}
    found: Any = bare_extraction(tree, config=config, **options)
    return list(paragraphs(found.body)) if found is not None and found.body is not None else []


def mark_line_ends(tree: Any) -> None:
    """Put a character where a line ends: not all ways of the library to a text keep the element that says so."""
    for element in tree.iter("br"):
        element.tail = LINE_END + (element.tail or "")


def paragraphs(body: Any) -> Iterator[str]:
    """The paragraphs of a tree as the library makes it; two line ends in a row end a paragraph too."""
    for block in PARAGRAPH_END.split("".join(pieces(body))):
        lines = (" ".join(line.split()) for line in block.split(LINE_END))
        if text := "\n".join(line for line in lines if line):
            yield text


def pieces(element: Any) -> Iterator[str]:
    """The text of an element, with \\0 where a paragraph begins and ends."""
    edge = "\0" if element.tag in BLOCKS else " " if element.tag in ("cell", "lb") else ""
    yield edge
    yield element.text or ""
    for child in element:
        yield from pieces(child)
        yield child.tail or ""
    yield edge


def is_prose(line: str) -> bool:
    """Whether a paragraph reads like sentences, as no entry of a menu does."""
    letters = sum(map(str.isalpha, line))
    long = letters >= MANY and COMMA.search(line)
    return bool(long or "。" in line or (letters >= FEWEST and SENTENCE.search(line)))


def body_start(lines: list[str], title: str) -> int:
    """Where the text under the headline begins: menus above it are no part of it."""
    menus = list(takewhile(lambda line: is_headline(line, title) or not is_prose(line), lines[:TOP]))
    return max((index for index, line in enumerate(menus, start=1) if is_headline(line, title)), default=0)


def is_headline(line: str, title: str) -> bool:
    """Whether a line repeats the headline: all of it, or with the name of the site."""
    return bool(title) and are_alike(line, title) and len(line) <= 2 * len(title) and len(title) <= 2 * len(line)


def has_date(opening: list[str], date: str) -> bool:
    """Whether the first lines say the date: as it is printed, or the declared day in whatever form."""
    short = [line for line in opening if len(line) <= LONGEST_DATE_LINE and YEAR.search(line)]
    return any(date in line or (DECLARED.fullmatch(date) and may_be(line, date)) for line in short)
