"""The day of publication: a date line of the page, an agency's dateline, a line of the header."""

from __future__ import annotations

import re

from .dates import Calendar, edtf
from .layout import Page, Paragraph
from .record import Finding, Span


def published_date(page: Page, calendar: Calendar, hint: str | None = None) -> Finding:
    """The date printed on the page: a date line of the header, an agency's dateline, a date line at the end."""
    if hint:
        return Finding(hint[:10], "published.hint")
    paragraphs = list(page.paragraphs)
    body = next((i for i, p in enumerate(paragraphs) if p.zone == "body"), len(paragraphs))
    dated = [i for i, p in enumerate(paragraphs) if p.zone == "date"]
    for i in [i for i in dated if i < body + 2] + [i for i in dated if i >= body + 2]:
        if found := _full_date(page, paragraphs[i], calendar, "published.date-line"):
            return found
    own = [str(pattern) for pattern in calendar.lexicon.data.get("datelines") or ()]
    heads = [
        Paragraph(p.start, p.start + _dateline_length(page.text(p)[:140], own))
        for p in paragraphs[body : body + 2]
        if _begins_with_town(page.text(p)[:60], calendar)
    ]
    lines = [(p, "published.date-line") for p in paragraphs[:body] if p.zone in ("date", "furniture")]
    told = [(p, "published.dateline") for p in heads]
    for p, rule in told + lines:
        if found := _full_date(page, p, calendar, rule):
            return found
    for p, rule in told + [line for line in lines if line[0].zone == "date"]:
        if found := _full_date(page, p, calendar, rule, yearless=True):
            return _with_year(found, page, calendar, paragraphs[body : body + 3])
    return Finding(None, "published.no-date-line", 0.0)


def _begins_with_town(head: str, calendar: Calendar) -> bool:
    """Whether a paragraph begins with capitals or a place's name, as a dateline does and a sentence seldom does."""
    if not calendar.lexicon.capitals or (head[:3].isalpha() and head[:3].isupper()):
        return True
    return any(h.start == 0 and h.kind in ("place", "country") for h in calendar.lexicon.matcher.find(head))


def _with_year(found: Finding, page: Page, calendar: Calendar, lead: list[Paragraph]) -> Finding:
    """A date without its year ("OSLO, 3 May -") with the year that the lead tells for the same day."""
    if not found.value or not found.value.startswith("XXXX"):
        return found
    for p in lead:
        for when in calendar.find(page.plain, p.start, p.end):
            if when.year and when.month and edtf(None, when.month, when.day) == found.value:
                value = edtf(when.year, when.month, when.day)
                return Finding(value, found.rule, 0.8, (*found.spans, Span(when.start, when.end)))
    return found


_DATELINE = re.compile(
    r"(?=[^\W\d_])(?:[^\n.]|(?<=\b\w{1})\.|(?<=\b\w{2})\.|(?<=\b\w{3})\.|(?<=\b\w{4})\.|(?<=\d)\.){3,95}?"
    r"(?:\s?[—–]\s?|\s?--+\s?|\s-\s|\)|/[^/\n]{2,30}/|\.-|(?<=\d):\s)"
)


def _dateline_length(head: str, own: list[str]) -> int:
    """How far an agency's dateline ("CITY, date (AGENCY) --") reaches into a paragraph; 0 if there is none. `own` are
    patterns of the language."""
    matches = [m for m in (_DATELINE.match(head), *(re.match(p, head) for p in own)) if m and re.search(r"\d", m[0])]
    return max((m.end() for m in matches), default=0)


def _full_date(
    page: Page, paragraph: Paragraph, calendar: Calendar, rule: str, yearless: bool = False
) -> Finding | None:
    for when in calendar.find(page.plain, paragraph.start, paragraph.end):
        if (when.year or yearless) and when.month and when.day and not when.shift:
            return Finding(edtf(when.year, when.month, when.day), rule, 0.95, (Span(when.start, when.end),))
    return None
