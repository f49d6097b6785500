"""The day on which a page was published: as printed near its headline, or as its head declares it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from meetings.importing.saved_pages.facts import meta
from meetings.importing.saved_pages.tree import words

NAMES = (
    *("article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued"),
    *(
        "dc.date.created",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "pubdate",
        "publish-date",
        "publishdate",
        "date",
    ),
)
"""Names of the meta elements that give the day of publication, the surest first."""

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DAY = re.compile(r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?!\d)")
LONGEST, MOST_WORDS = 60, 8
AROUND = ("article", "body", "div", "header", "main", "section", "td", "tr", "tbody", "table")
UNSEEN = ("script", "style")
NEAR = 6
"""How many of the elements around the headline are searched for a date, from the nearest on."""


def date_line(tree: Any, headline: str) -> str:
    """The line of the date nearest to the headline, else the day as the page declares it; empty where neither is."""
    declared = declared_day(tree)
    heading = next((h1 for h1 in tree.iter("h1") if words(h1) == headline), None)
    around = () if heading is None else islice(heading.iterancestors(*AROUND), NEAR)
    for element in around:
        if lines := list(printed(element)):
            return next((line for line in lines if not declared or may_be(line, declared)), declared or "")
    return declared or ""


def printed(element: Any) -> Iterator[str]:
    """The lines in an element that are dates, each from the innermost element that holds all of it."""
    lines = {each: line for each in element.iter() if each.tag not in UNSEEN and is_date(line := short_line(each))}
    outer = {parent for each in lines for parent in each.iterancestors() if parent in lines}
    return (line for each, line in lines.items() if each not in outer and each.tag != "h1")


def short_line(element: Any) -> str:
    """All text of an element with single spaces; empty where there is more of it than a date needs."""
    line = ""
    for part in element.itertext("*", with_tail=False) if isinstance(element.tag, str) else ():
        line += part
        if len(line) > 2 * LONGEST:
            return ""
    line = " ".join(line.split())
    return line if len(line) <= LONGEST else ""


def is_date(line: str) -> bool:
    """Whether a line says little more than a date with its year, in whatever language."""
    return bool(YEAR.search(line) and DAY.search(line)) and len(line.split()) <= MOST_WORDS


def may_be(line: str, day: str) -> bool:
    """Whether a line may tell this day, in whatever language: it holds the year, and the number of the day."""
    numbers = [int(number) for number in re.findall(r"[0-9]{1,4}", line)]
    year, _, number = map(int, day.split("-"))
    return year in numbers and number in numbers


def declared_day(tree: Any) -> str | None:
    """The day of publication that the page declares, such as 2021-04-08."""
    values = [meta(tree, name) for name in NAMES]
    values += [*linked(tree), *(time.get("datetime") for time in tree.xpath("//time[@itemprop or @pubdate]"))]
    return next((day for value in values if value and (day := iso_day(value))), None)


def iso_day(value: str) -> str | None:
    try:
        return date.fromisoformat(value.strip()[:10]).isoformat()
    except ValueError:
        return None


def linked(tree: Any) -> Iterator[str]:
    """datePublished of the page's own objects in JSON-LD, not of others that those name."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for each in members(data):
            if isinstance(value := each.get("datePublished"), str):
                yield value


def members(data: Any) -> Iterator[dict[str, Any]]:
    for each in data if isinstance(data, list) else [data]:
        if isinstance(each, dict):
            yield each
            graph = each.get("@graph")
            yield from (one for one in graph if isinstance(one, dict)) if isinstance(graph, list) else ()
