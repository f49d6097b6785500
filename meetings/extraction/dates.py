"""Dates in a text, and what day they mean seen from the day of publication.

The patterns come from the lexicon: `{day}`, `{month}` and `{year}` stand for their forms in the language.
Results are EDTF (ISO 8601-2): a date stays as partial as the text leaves it, `XXXX-05-28` where the year is unknown.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from . import lexicon as lexicons
from .lexicon import Lexicon
from .phrases import PLAIN_LETTERS, lower

Tense = Literal["past", "future", "open"]

_YEAR = r"(?P<year{n}>(?:18|19|20)\d\d)(?=\d\d?:\d\d|(?!\d))"
_ISO = r"(?<!\d)(?P<year{n}>(?:18|19|20)\d\d)[-./](?P<monthnumber{n}>\d\d)[-./](?P<day{n}>\d\d)(?!\d)"
_NUMERIC = r"(?<![\d.])(?P<first{n}>\d\d?)[./-](?P<second{n}>\d\d?)[./-](?P<year{n}>(?:19|20)\d\d)(?=\d\d?:\d\d|(?!\d))"
_YEAR_FIRST = r"(?<![\d./])(?P<year{n}>(?:19|20)\d\d)[./](?P<monthnumber{n}>[01]?\d)[./](?P<day{n}>[0-3]?\d)(?![\d./])"


class When(NamedTuple):
    """A date expression at `plain[start:end]`; `shift` counts days, weeks, months or years from publication."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: tuple[str, int] | None = None
    weekday: int | None = None
    rule: str = "date.absolute"


@dataclass(frozen=True)
class Calendar:
    """Finds date expressions of one language."""

    lexicon: Lexicon
    month_first: bool = False

    def find(self, plain: str, start: int = 0, end: int | None = None) -> list[When]:
        """Date expressions, leftmost-longest, in order."""
        end = len(plain) if end is None else end
        found: list[When] = []
        absolute, relative = _patterns(self.lexicon.tag)
        plain = _european_digits(plain)
        for match in absolute.finditer(plain, start, end):
            when = self._absolute(match)
            if when:
                found.append(when)
        for match in relative.finditer(plain, start, end):
            found.append(self._relative(match))
        return [self._with_month(when, plain) for when in _merge(found, plain)]

    def _with_month(self, when: When, plain: str) -> When:
        """A day alone is one of the month named before it in its paragraph (a dateline's, for example)."""
        if when.day is None or when.month is not None:
            return when
        begin = plain.rfind("\n", 0, when.start) + 1
        absolute = _patterns(self.lexicon.tag)[0]
        before = (self._absolute(m) for m in absolute.finditer(plain, begin, when.start))
        named = [w for w in before if w and w.month and w.day]
        return when._replace(year=named[-1].year, month=named[-1].month) if named else when

    def _absolute(self, match: re.Match[str]) -> When | None:
        parts = {k.rstrip("0123456789"): v for k, v in match.groupdict().items() if v is not None}
        year = int(parts["year"]) if "year" in parts else None
        month = int(parts["monthnumber"]) if "monthnumber" in parts else None
        day = int(parts["day"]) if "day" in parts else None
        if "first" in parts:
            first, second = int(parts["first"]), int(parts["second"])
            swap = (self.month_first or second > 12) and first <= 12
            day, month = (second, first) if swap else (first, second)
        if "month" in parts:
            month = _month_numbers(self.lexicon.tag).get(_bare(parts["month"]))
        if "alone" in parts:
            if not self._is_month(match):
                return None
            month = _month_numbers(self.lexicon.tag).get(_bare(parts["alone"]))
        shift = self._year_shift(parts.get("relyear"))
        if not _possible(year, month, day):
            return None
        return When(match.start(), match.end(), year, month, day, shift)

    def _is_month(self, match: re.Match[str]) -> bool:
        """Whether a bare word is a month: in some languages only a capital after a preposition is ("in May")."""
        before = self.lexicon.words("month_alone_before")
        if not before:
            return True
        previous = re.search(r"(\w+)\W+$", match.string[max(0, match.start() - 30) : match.start()])
        return match[0][0].isupper() and bool(previous and previous[1].lower() in before)

    def _year_shift(self, words: str | None) -> tuple[str, int] | None:
        if words is None:
            return None
        return ("year", _relative_table(self.lexicon.tag)[_bare(words)][1])

    def _relative(self, match: re.Match[str]) -> When:
        words = _bare(match["phrase"])
        weekday = _weekday_numbers(self.lexicon.tag).get(words)
        if weekday is not None:
            return When(match.start(), match.end(), weekday=weekday, rule="date.weekday")
        return When(match.start(), match.end(), shift=_relative_table(self.lexicon.tag)[words], rule="date.relative")


def resolve(when: When, published: str | None, tense: Tense = "open") -> str | None:
    """The EDTF date that an expression means in a text published on a given day."""
    anchor = _as_date(published)
    if anchor is None and published and when.shift and when.shift[0] == "day":
        return _shifted_without_year(when.shift[1], published)
    if when.weekday is not None:
        return _resolve_weekday(when.weekday, anchor, tense)
    if when.shift:
        return _resolve_shift(when, anchor)
    if when.year is not None:
        return edtf(when.year, when.month, when.day)
    if when.month is None:
        return _resolve_day(when.day, anchor, tense) if when.day and anchor else None
    if anchor is None:
        return edtf(None, when.month, when.day) if when.day else None
    return edtf(_nearest_year(when, anchor, tense), when.month, when.day)


def reads_month_first(plain: str, lexicon: Lexicon) -> bool:
    """Whether 03/08/2023 is March: said by the language's order or by signs such as a US time zone."""
    if lexicon.data.get("numeric_order") == "MDY":
        return True
    signs = lexicon.data.get("month_first_evidence") or ()
    near = [plain[m.start() : m.end() + 20] for m in re.finditer(r"\d\d?/\d\d?/(?:19|20)\d\d", plain)]
    if any(int(text.split("/")[0]) > 12 for text in near):
        return False
    return any(re.search(rf"\b{re.escape(sign)}\b", text) for text in near for sign in signs) or any(
        int(text.split("/")[1]) > 12 for text in near
    )


# --- patterns from the lexicon


@lru_cache(maxsize=8)
def _european_digits(plain: str) -> str:
    """The same text with digits of other scripts written 0–9 and letters that vary written plain; offsets stay."""
    if plain.isascii():
        return plain
    foreign = {ord(c): str(unicodedata.decimal(c)) for c in set(plain) if not c.isascii() and c.isdecimal()}
    return plain.translate(PLAIN_LETTERS | foreign)


def _bare(words: str) -> str:
    return re.sub(r"\s+", " ", lower(words)).strip(". ")


@cache
def _month_numbers(tag: str) -> dict[str, int]:
    table = lexicons.load(tag).table("months")
    return {lower(str(name)): int(number) for number, names in table.items() for name in names}


@cache
def _weekday_numbers(tag: str) -> dict[str, int]:
    table = lexicons.load(tag).table("weekdays")
    return {lower(str(name)): int(number) for number, names in table.items() for name in names}


@cache
def _relative_table(tag: str) -> dict[str, tuple[str, int]]:
    lexicon = lexicons.load(tag)
    keys = (("days", "day"), ("weeks", "week"), ("months_relative", "month"), ("years_relative", "year"))
    return {
        lower(str(form)): (unit, int(n))
        for key, unit in keys
        for n, forms in lexicon.table(key).items()
        for form in forms
    }


def _choice(words: object) -> str:
    forms = sorted((str(w) for w in words), key=lambda w: (-len(w), w))  # type: ignore[attr-defined]
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in forms) or "(?!)"


def _slots(lexicon: Lexicon) -> dict[str, str]:
    """What the slots of a template match."""
    endings, suffixes = lexicon.inflection.pattern, _choice(lexicon.words("day_suffixes"))
    months = _choice(_month_numbers(lexicon.tag))
    years = _choice(f for forms in lexicon.table("years_relative").values() for f in forms)
    end = r"(?!\w)" if lexicon.spaced else ""
    return {
        "day": rf"(?P<day{{n}}>[0-3]?\d)(?:\s?(?:{suffixes}))?(?!\d)",
        "month": rf"(?P<month{{n}}>{months})\.?{endings}{end}",
        "alone": rf"(?P<alone{{n}}>{months}){endings}{end}",
        "year": _YEAR,
        "monthnumber": r"(?P<monthnumber{n}>[01]\d)(?![\d.,%]*\d|%)",
        "relyear": rf"(?P<relyear{{n}}>{years}){endings}{end}",
    }


def _filled(template: str, slots: dict[str, str]) -> str:
    """A template's pattern; a slot that comes again is not named again."""
    seen: set[str] = set()

    def slot(match: re.Match[str]) -> str:
        name = match[1]
        text = re.sub(r"\(\?P<\w+\{n\}>", "(?:", slots[name]) if name in seen else slots[name]
        seen.add(name)
        return text

    return re.sub(r"\{(\w+)\}", slot, re.sub(r" ", r"\\s+", template))


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon = lexicons.load(tag)
    endings, slots = lexicon.inflection.pattern, _slots(lexicon)
    begin = r"(?<![\w/])" if lexicon.spaced else r"(?<![\d/.])"
    templates = [str(t) for t in lexicon.data.get("dates") or ()]
    templates += [
        t.replace("{year}", "{relyear}") for t in templates if "{year}" in t and "{month}" in t and "{day}" not in t
    ]
    templates.sort(key=lambda t: -t.count("{"))
    alternatives = [_ISO, _YEAR_FIRST, _NUMERIC, *(begin + _filled(t, slots) for t in templates)]
    alternatives.append(rf"{begin}(?<!-){slots['alone']}")
    alternatives.append(r"(?<![\w.,-])" + _YEAR + r"(?![\w-])" if lexicon.spaced else begin + _YEAR + "年")
    numbered = [a.replace("{n}", str(i)) for i, a in enumerate(alternatives)]
    forms = [*_relative_table(tag), *_weekday_numbers(tag)]
    long, short = _choice(f for f in forms if len(f) > 3), _choice(f for f in forms if len(f) <= 3)
    if not lexicon.spaced:
        return re.compile("|".join(numbered)), re.compile(rf"(?P<phrase>{_choice(forms)})")
    return (
        re.compile("|".join(numbered), re.IGNORECASE),
        re.compile(rf"(?<!\w)(?P<phrase>(?:{short})(?!\w)|(?:{long})(?={endings}(?!\w))){endings}", re.IGNORECASE),
    )


def _merge(found: list[When], plain: str) -> list[When]:
    """In order, without overlaps; a season or quarter yields to the year, a month joins a relative year near it."""
    kept: list[When] = []
    for when in sorted(found, key=lambda w: (w.start, -w.end)):
        if kept and when.start < kept[-1].end:
            continue
        if kept and (joined := _joined(kept[-1], when, plain)):
            kept[-1] = joined
            continue
        kept.append(when)
    return kept


def _joined(first: When, second: When, plain: str) -> When | None:
    """ "September" + "this year", "last year" + "in March": one expression."""
    if len(plain[first.end : second.start].split()) > 1 or second.start - first.end > 6:
        return None
    for month, year in ((first, second), (second, first)):
        alone = month.month and month.year is None and not month.shift
        if alone and year.shift and year.shift[0] == "year" and year.month is None:
            return When(first.start, second.end, None, month.month, month.day, year.shift, rule="date.relative")
    return None


# --- arithmetic


def _possible(year: int | None, month: int | None, day: int | None) -> bool:
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    try:
        datetime.date(year or 2000, month or 1, day)
    except ValueError:
        return False
    return True


def _as_date(edtf: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(edtf or "")
    except ValueError:
        return None


def edtf(year: int | None, month: int | None, day: int | None) -> str:
    """A date as it is written in EDTF."""
    text = f"{year:04}" if year is not None else "XXXX"
    if month is not None:
        text += f"-{month:02}" + (f"-{day:02}" if day is not None else "")
    return text


def _shifted_without_year(days: int, published: str) -> str | None:
    """ "Yesterday" on a page that prints day and month only; None where the year would have to be known."""
    anchor = _as_date(published.replace("XXXX", "2001"))
    if anchor is None or not published.startswith("XXXX"):
        return None
    day = anchor + datetime.timedelta(days=days)
    return f"XXXX-{day.month:02}-{day.day:02}" if day.year == anchor.year else None


def _resolve_weekday(weekday: int, anchor: datetime.date | None, tense: Tense) -> str | None:
    if anchor is None:
        return None
    back = (anchor.isoweekday() - weekday) % 7
    day = anchor + datetime.timedelta(days=7 - back if tense == "future" else -back)
    return day.isoformat()


def _resolve_day(day: int, anchor: datetime.date, tense: Tense) -> str | None:
    """A day of a month that is not told: the nearest one behind, or ahead where it is to come."""
    ahead = tense == "future"
    step = 0 if (day >= anchor.day if ahead else day <= anchor.day) else (1 if ahead else -1)
    months = anchor.year * 12 + anchor.month - 1 + step
    year, month = months // 12, months % 12 + 1
    return edtf(year, month, day) if _possible(year, month, day) else None


def _resolve_shift(when: When, anchor: datetime.date | None) -> str | None:
    unit, number = when.shift or ("day", 0)
    if anchor is None:
        return edtf(None, when.month, when.day) if unit == "year" and when.month and when.day else None
    if unit == "day":
        return (anchor + datetime.timedelta(days=number)).isoformat()
    if unit == "week":
        month = anchor + datetime.timedelta(days=7 * number)
        return f"{month.year:04}-{month.month:02}" if month.month == anchor.month else None
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + number
        return edtf(months // 12, months % 12 + 1, None)
    return edtf(anchor.year + number, when.month, when.day)


_CLOCKS = 2
"""Days by which the day told may lie after the day of publication: clocks differ, pages are dated late or early."""


def _days_ahead(when: When, anchor: datetime.date) -> int:
    if not when.day or not _possible(anchor.year, when.month, when.day):
        return 366
    return (datetime.date(anchor.year, when.month or 1, when.day) - anchor).days


def _nearest_year(when: When, anchor: datetime.date, tense: Tense) -> int:
    month = when.month or 1
    here = (month, when.day or 0)
    now = (anchor.month, anchor.day if when.day else 0)
    if tense == "past":
        return anchor.year if here <= now or _days_ahead(when, anchor) <= _CLOCKS else anchor.year - 1
    if tense == "future":
        return anchor.year if here >= now else anchor.year + 1
    distance = month - anchor.month
    if distance > 6:
        return anchor.year - 1
    return anchor.year + 1 if distance < -6 else anchor.year
