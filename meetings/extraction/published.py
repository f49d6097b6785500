"""The day of publication: a date line of the page, an agency's dateline, a line of the header."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import pairwise

from .date_resolution import edtf
from .dates import Calendar
from .pages import Page, Paragraph
from .phrases import lower
from .record import Finding, Span
from .wordlists import compiled

_TODAY = 12
"""Characters that a word for today has at most."""


def published_date(page: Page, calendar: Calendar, hint: str | None = None) -> Finding:
    """The date printed on the page: a date line of the header, an agency's dateline, a date line at the end."""
    if hint:
        return Finding(hint[:10], "published.hint")
    paragraphs = list(page.paragraphs)
    body = next((i for i, p in enumerate(paragraphs) if p.zone == "body"), len(paragraphs))
    dated = [
        i for i, p in enumerate(paragraphs) if p.zone == "date" and not _of_other_pages(page, paragraphs, i, calendar)
    ]
    below = [i for i in dated if i >= body + 2]
    linked = _heads_links(page, paragraphs, below, calendar)
    above = [i for i in dated if i < body + 2]
    clocks = _clocks(page, paragraphs, above, calendar)
    own = (_of_headline(page, calendar) or _of_dateline(page, paragraphs[body:], calendar)) if clocks else None
    own = own if clocks == above else None
    for i in [i for i in above if i not in clocks] + ([] if own else clocks) + ([] if linked or own else below):
        if found := _full_date(page, paragraphs[i], calendar, "published.date-line"):
            return found
    if own:
        return own
    lines = [(p, "published.date-line") for p in paragraphs[:body] if p.zone in ("date", "furniture")]
    told = [(p, "published.dateline") for p in _datelines(page, calendar, paragraphs[body : body + 5])]
    for p, rule in told + lines:
        if found := _full_date(page, p, calendar, rule):
            return found
    signed = None if linked else _signed(page, paragraphs, calendar)
    if found := signed or _of_headline(page, calendar):
        return found
    for p, rule in told + [line for line in lines if line[0].zone == "date"]:
        if found := _full_date(page, p, calendar, rule, yearless=True):
            return _with_year(found, page, calendar, paragraphs[body : body + 3])
    return _in_other_forms(page, paragraphs[:body])


def _in_other_forms(page: Page, paragraphs: list[Paragraph]) -> Finding:
    """What lines above the text tell in forms that no other date has, or nothing."""
    found = _of_month(page, paragraphs) or _heading_number(page, paragraphs)
    return found or Finding(None, "published.no-date-line", 0.0)


def _of_month(page: Page, paragraphs: list[Paragraph]) -> Finding | None:
    """ "date 2021-05": a line above the text that tells but the month."""
    for p in paragraphs:
        told = _MONTH.search(page.plain, p.start, p.end) if p.zone == "date" else None
        if told:
            return Finding(told[0], "published.date-line", 0.8, (Span(*told.span()),))
    return None


def _heading_number(page: Page, paragraphs: list[Paragraph]) -> Finding | None:
    """ "Evening News (20240503)": the date of a broadcast as one number in brackets, at the end of a line above it."""
    for p in paragraphs:
        if (number := _COMPACT.search(page.text(p))) and (found := _of_number(number, p)):
            return found
    return None


def _of_other_pages(page: Page, paragraphs: list[Paragraph], at: int, calendar: Calendar) -> bool:
    """Whether a date is one of several in a list: those of the stories that a page links to, no "• Posted 3 May"."""
    beside = (p for p in (*paragraphs[max(0, at - 1) : at], *paragraphs[at + 1 : at + 2]) if p.zone == "date")
    bullet = _BULLET.match(page.text(paragraphs[at]))
    labelled = bullet and _labelled(page.text(paragraphs[at])[bullet.end() :], calendar)
    return bool(bullet) and not labelled and any(_BULLET.match(page.text(p)) for p in beside)


def _clocks(page: Page, paragraphs: list[Paragraph], dated: list[int], calendar: Calendar) -> list[int]:
    """The date lines that may tell the reader's own day: over the headline, with the day of the week."""
    title = next((p.start for p in page.zone("title")), 0)
    return [i for i in dated if paragraphs[i].end < title and _of_week(page, paragraphs[i], calendar)]


def _of_week(page: Page, line: Paragraph, calendar: Calendar) -> bool:
    """Whether a line names the day of the week, or says "today"."""
    days = {
        lower(str(n)) for key in ("weekdays", "days") for names in calendar.lexicon.table(key).values() for n in names
    }
    return not days.isdisjoint(re.findall(r"[^\W\d_]+", lower(page.text(line))))


def _heads_links(page: Page, paragraphs: list[Paragraph], dated: list[int], calendar: Calendar) -> bool:
    """Whether dates below the body head links to other stories: each of another day with one line of text behind it,
    or three and more of several days one under the other."""
    days = {f.value for i in dated if (f := _full_date(page, paragraphs[i], calendar, ""))}
    if len(days) > 1 and any(c - a == 2 for a, c in zip(dated, dated[2:], strict=False)):
        return True
    apart = all(two - one == 2 for one, two in pairwise(dated))
    return len(dated) > 1 and len(days) == len(dated) and apart and dated[-1] + 1 < len(paragraphs)


def _datelines(page: Page, calendar: Calendar, lead: list[Paragraph]) -> list[Paragraph]:
    """What may be an agency's dateline at the head of each of the first paragraphs."""
    own = [str(pattern) for pattern in calendar.lexicon.data.get("datelines") or ()]
    found = []
    for n, p in enumerate(lead):
        start = p.start + credit_length(page.text(p)[:60])
        capitals = n < 2 or page.text(p)[:3].isupper()
        head = page.plain[start : start + 60]
        whole = page.plain[start : min(p.end, start + 140)]
        first = next(iter(calendar.find(page.plain, start, start + 40)), None) if head[:1].isalnum() else None
        opens = first is not None and first.start == start
        if n < 2 and first and opens and _parted(page, first.end, calendar):
            found.append(Paragraph(start, first.end))
        elif capitals and (_begins_with_town(head, calendar) or _labelled(head, calendar) or agency_dateline(whole)):
            found.append(Paragraph(start, start + _dateline_length(whole, own)))
    return found


def _signed(page: Page, paragraphs: list[Paragraph], calendar: Calendar) -> Finding | None:
    """The date of a short line below the last long paragraph ("by Anna Bell, Friday 9 February 2024"); none where
    several lines tell several days, as links to other pages do."""
    last = max((i for i, p in enumerate(paragraphs) if p.end - p.start > _SHORT_LINE), default=-1)
    tail = [p for p in paragraphs[max(last + 1, 1) :] if p.zone in ("body", "footer", "furniture")]
    dated = [(p, f) for p in tail if (f := _full_date(page, p, calendar, "published.signature"))]
    days = {f.value for p, f in dated}
    spaced = calendar.lexicon.spaced
    told = [f for p, f in dated if len(page.text(p).split() if spaced else page.text(p)) <= _SIGNATURE_WORDS]
    told = [f for f in told if not _goes_on(page, f)] if spaced else told
    if told and len(days) == 1:
        return told[0]
    return _closing(page, paragraphs[: last + 1], calendar) or _closing_number(page, paragraphs, calendar)


def _closing(page: Page, paragraphs: list[Paragraph], calendar: Calendar) -> Finding | None:
    """The date that closes the story, behind a dash ("… on Monday. – NEWS, 3 May 2024"), or in brackets with the
    agency."""
    for p in paragraphs[-1:]:
        text = page.text(p)
        if closing := _CLOSING.search(text) or _IN_BRACKETS.search(text):
            return _full_date(page, Paragraph(p.start + closing.end(), p.end), calendar, "published.signature")
    return None


def _closing_number(page: Page, paragraphs: list[Paragraph], calendar: Calendar) -> Finding | None:
    """The date with which an agency closes its story, written as one number behind the editors: "）1130503"."""
    forms = [compiled(str(form)) for form in calendar.lexicon.data.get("closing_numbers") or ()]
    for p in reversed(paragraphs) if forms else ():
        number = next((m for form in forms if (m := form.search(page.text(p)))), None)
        if number and (found := _of_number(number, p, _REPUBLIC)):
            return replace(found, rule="published.signature")
    return None


def _of_number(number: re.Match[str], line: Paragraph, years: int = 0) -> Finding | None:
    """A year, to which `years` are added, a month and a day without marks between them, if there is such a day."""
    year, month, day = map(int, number.groups())
    span = Span(line.start + number.start(1), line.start + number.end(3))
    with suppress(ValueError):
        return Finding(date(year + years, month, day).isoformat(), "published.date-line", 0.8, (span,))
    return None


def _parted(page: Page, end: int, calendar: Calendar) -> bool:
    """Whether a story's first sentence begins behind a date: "19 September 2016 — The minister …", "19 September 2016
    Today the minister …"."""
    if any(form.match(page.plain, end) for form in (_DASHED, _DATED_AGENCY)):
        return True
    start = end + 1
    following = next(iter(calendar.find(page.plain, start, start + _TODAY)), None)
    return following is not None and following.start == start and following.shift == ("day", 0)


def _goes_on(page: Page, found: Finding) -> bool:
    """ "On 3 May 2021 the port of Oslo was opened again.": a last sentence, in which more stands behind the date."""
    behind = page.plain[found.spans[0].end :].partition("\n")[0].rstrip()
    return behind.endswith((".", "!", "?")) and len(behind.split()) > _SIGNED_BEHIND


def _of_dateline(page: Page, lead: list[Paragraph], calendar: Calendar) -> Finding | None:
    """The full date of an agency's dateline."""
    heads = _datelines(page, calendar, lead[:2])
    return next((f for p in heads if (f := _full_date(page, p, calendar, "published.dateline"))), None)


def _of_headline(page: Page, calendar: Calendar) -> Finding | None:
    """The date that closes a headline: "Statement by Anna Bell (Oslo, 12 March 2024)"."""
    for p in page.zone("title")[:1]:
        found = _full_date(page, p, calendar, "published.headline")
        if found and (_only_town(page.plain[found.spans[0].end : p.end], calendar) or _numbered(page, p, found)):
            return found
    return None


def _only_town(rest: str, calendar: Calendar) -> bool:
    """Whether nothing but a town stands behind the date that closes a headline ("…, 12 March 2024, Oslo")."""
    bare = rest.strip(" ,).]")
    return not bare or (rest.startswith(",") and len(bare.split()) <= 3 and _begins_with_town(bare, calendar))


def _numbered(page: Page, headline: Paragraph, found: Finding) -> bool:
    """Whether only a number stands before the date of a headline: "No: 12, 3 May 2024, …", and a comma behind it."""
    before = page.plain[headline.start : found.spans[0].start]
    return bool(_NUMBER.fullmatch(before)) and page.plain[found.spans[0].end : headline.end].startswith(",")


def credit_length(head: str) -> int:
    """How far an agency or an hour reaches that stands before a dateline's town: "(NEWS) OSLO, 3 May –", "15:42 | "."""
    match = _CREDIT.match(head)
    return match.end() if match else 0


def agency_dateline(text: str) -> int:
    """How far "Lomas (Chile), 3 May (AGENCY).- " reaches at the head of a paragraph, whatever town it is; else 0."""
    match = _OF_AGENCY.match(text)
    return match.end() if match and len(match["town"].split()) <= _TOWN_WORDS else 0


def _begins_with_town(head: str, calendar: Calendar) -> bool:
    """Whether a paragraph begins with capitals or a place's name, as a dateline does and a sentence seldom does."""
    if not calendar.lexicon.capitals or (head[:3].isalpha() and head[:3].isupper()):
        return True
    return any(h.start == 0 and h.kind in ("place", "country") for h in calendar.lexicon.matcher.find(head))


def _labelled(head: str, calendar: Calendar) -> bool:
    """Whether a paragraph begins with what is put before a date: "Press release of 3 May 2021 | Oslo – …"."""
    words = lower(head).split()[:3]
    number = next((n for n, word in enumerate(words) if word[0].isdigit()), 0)
    return number > 0 and calendar.lexicon.words("date_labels").issuperset(words[:number])


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


_MONTH = re.compile(r"(?<![\d-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\d-])")
_TOWN_WORDS = 5
"""Words that a town and its state have at most in a dateline."""
_OF_AGENCY = re.compile(
    r"(?P<town>[^\W\d_][^\n()\d.]{1,40}(?:\([^()\n\d]{3,30}\))?), (?:[^\W\d_]+,? )?\d{1,2}\.? [^()\n]{2,25}"
    r"\([A-Za-z][^()\n\d]{1,24}\)[.,:]? ?[-–—]+ ?"
)
"""A town, a day and an agency in brackets before a dash: nothing but a dateline."""
_SHORT_LINE = 120
"""Characters up to which a line can be a signature and not a paragraph of the story."""
_SIGNATURE_WORDS = 12
_SIGNED_BEHIND = 4
"""Words that stand at most behind the date of a signature that ends with a stop."""
_DATED_AGENCY = re.compile(r", [^\W\d_][^\n./\d]{1,30} /[^/\n]{2,30}/")
"""What stands behind the day in "3 мая, Осло /NEWS/."."""
_DASHED = re.compile(r" ?(?:\([^()\n]{2,30}\) ?)?[–—-]+ ")
_CLOSING = re.compile(r"[.!?…”»\"]\s*[–—-]{1,2}\s*(?=[^\n.!?]{6,40}$)")
_IN_BRACKETS = re.compile(r"[.!?…”»\"]\s*\([A-Z][^()\n\d]{1,30}[, ] ?(?=\d[^()\n]{5,20}\)\s*$)")
_COMPACT = re.compile(r"[(（]((?:19|20)\d\d)(\d\d)(\d\d)[)）]\s*$")
_REPUBLIC = 1911
"""The year before the first one of those that Taiwan counts."""
_BULLET = re.compile(r"[-–—•·*▪●]\s")
_NUMBER = re.compile(r"\W*(?:N|№|Nr|No)[^\w\n]{0,3}\d[\d/.-]*,\s+", re.IGNORECASE)
_CREDIT = re.compile(
    r"\((?=[^\W\d_][^()\d\n]{2,24}, (?:[a-z]{2,3} )?\d{1,2}[^()\n]{3,20}\d{4}\))"
    r"|(?:\([^()\n]{2,20}\)|\d\d?[:hH.]\d\d(?:\s?(?:GMT|UTC|h|hs|hrs))?\s?[|–—-]|[A-ZÀ-Ý]{2,8}\s?[–—|/])"
    r"\s*[–—-]?\s*(?=[^\W\d_])"
)
"""What may stand before a dateline's town: an agency in brackets or before a bar, the hour, or what it stands in."""
_DATELINE = re.compile(
    r"(?=[^\W\d_])(?:[^\n.(]|\([^()\n]{2,60}\)|(?<=\b\w{1})\.|(?<=\b\w{2})\.|(?<=\b\w{3})\.|(?<=\b\w{4})\.|(?<=\d)\.){3,95}?"
    r"(?:\s?[—–]\s?|\s?--+\s?|\s-\s|(?<=\))|/[^/\n]{2,30}/|\.-|(?<=\d):\s)"
)


def _dateline_length(head: str, own: list[str]) -> int:
    """How far an agency's dateline ("CITY, date (AGENCY) --") reaches into a paragraph; 0 if there is none. `own` are
    patterns of the language."""
    found = (_DATELINE.match(head), *(compiled(p).match(head) for p in own))
    matches = [m for m in found if m and re.search(r"\d", m[0])]
    return max((m.end() for m in matches), default=agency_dateline(head))


def _full_date(
    page: Page, paragraph: Paragraph, calendar: Calendar, rule: str, yearless: bool = False
) -> Finding | None:
    for when in calendar.find(page.plain, paragraph.start, paragraph.end):
        if (when.year or yearless) and when.month and when.day and not when.shift:
            return Finding(edtf(when.year, when.month, when.day), rule, 0.95, (Span(when.start, when.end),))
    return None
