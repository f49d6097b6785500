"""Dates in a text, and what day they mean seen from the day of publication.

The patterns come from the lexicon: `{day}`, `{month}` and `{year}` stand for their forms in the language.
Results are EDTF (ISO 8601-2): a date stays as partial as the text leaves it, `XXXX-05-28` where the year is unknown.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from . import lexicon as lexicons
from .date_resolution import When, possible
from .lexicon import Lexicon
from .phrases import APOSTROPHES, PLAIN_LETTERS, lower, replaced
from .wordlists import any_of, compiled, first_letters

_EVE = 60
"""Characters behind a word for the day before in which an event is named ("накануне второго заседания")."""
_YEAR = r"(?P<year{n}>(?:18|19|20)\d\d)(?=\d\d?:\d\d|(?!\d))"
_ISO = r"(?<!\d)(?P<year{n}>(?:18|19|20)\d\d)[-./](?P<monthnumber{n}>\d\d)[-./](?P<day{n}>\d\d)(?!\d)"
_NUMERIC = (
    r"(?<![\d.])(?P<first{n}>\d\d?)(?: / |[./-])(?P<second{n}>\d\d?)(?: / |[./-])"
    r"(?P<year{n}>(?:19|20)\d\d)(?=\d\d?:\d\d|(?!\d))"
)
_SHORT_YEAR = r"(?<![\w./:-])(?P<first{n}>[0-3]?\d)[./](?P<second{n}>[01]?\d)[./](?P<yy{n}>[0-4]\d)(?![\w./:-]|,\d)"
_DATE_TIME_GROUP = r"(?P<day{n}>[0-3]\d)[0-2]\d[0-5]\dZ\s+"
"""Day and hour as a telegram's head gives them, before month and year: "081015Z FEB 74"."""
_YEAR_FIRST = (
    r"(?<![\d./-])(?P<year{n}>(?:19|20)\d\d)[./-](?P<monthnumber{n}>[01]?\d)[./-](?P<day{n}>[0-3]?\d)(?![\d./-])"
)


_BESIDE_NAME = 12
"""Characters in which a part of a name stands before another."""
_SHORT_WEEKDAY = re.compile(r"[A-Z][a-z]{2}")
_BEFORE_NAME, _AMID_NAME = re.compile(r"[A-Z][a-z]+ $"), re.compile(r" [A-Z][a-z]+(?![a-z]| \d)")


@dataclass(frozen=True)
class Calendar:
    """Finds date expressions of one language."""

    lexicon: Lexicon
    month_first: bool = False
    _known: dict[str, tuple[list[When], list[int]]] = field(default_factory=dict, compare=False, repr=False)
    """The expressions of the texts met and where they begin: each text is searched once."""

    def find(self, plain: str, start: int = 0, end: int | None = None) -> list[When]:
        """Date expressions inside a stretch, leftmost-longest, in order."""
        if plain not in self._known:
            whens = self._search(plain, 0, len(plain))
            self._known[plain] = whens, [when.start for when in whens]
        whens, begins = self._known[plain]
        end = len(plain) if end is None else end
        first, last = bisect_left(begins, start), bisect_left(begins, end)
        if (first and whens[first - 1].end > start) or (last > first and whens[last - 1].end > end):
            return self._search(plain, start, end)  # an expression lies across the stretch's edge
        return whens[first:last]

    def _search(self, text: str, start: int, end: int) -> list[When]:
        absolute, relative = _patterns(self.lexicon.tag)
        plain = _european_digits(text)
        if self.lexicon.spaced:
            openings = self._openings(plain, start, end)
            dates, days = (_each(pattern, plain, openings, end) for pattern in (absolute, relative))
        else:
            dates, days = (pattern.finditer(plain, start, end) for pattern in (absolute, relative))
        found = [when for match in dates if (when := self._absolute(match))]
        found += [self._relative(match) for match in days if not self._in_name(match) and not self._eve(match)]
        return [self._with_month(when, plain) for when in _merge(found, plain, self.lexicon.words("articles"))]

    def _openings(self, plain: str, start: int, end: int) -> list[int]:
        """Where an expression may begin: at numbers and at the words of the calendar."""
        return [match.start() for match in _openings(self.lexicon.tag).finditer(lower(plain), start, end)]

    def _in_name(self, match: re.Match[str]) -> bool:
        """ "Domingo Ruiz": a weekday with a capital beside another one, where weekdays have none; "Le Thi Thu Sen":
        one cut short between two names; "they sat in the garden": a verb, without the capital."""
        if _SHORT_WEEKDAY.fullmatch(match[0]) and _AMID_NAME.match(match.string, match.end()):
            return _BEFORE_NAME.search(match.string, max(0, match.start() - _BESIDE_NAME), match.start()) is not None
        if match[0] in self.lexicon.words("verbs_like_weekdays"):
            return True
        if not self.lexicon.data.get("lower_case_weekdays") or not match[0][0].isupper() or match[0].isupper():
            return False
        return re.match(r" [^\W\d_a-zß-öø-ÿ]", match.string[match.end() : match.end() + 2]) is not None

    def _eve(self, match: re.Match[str]) -> bool:
        """ "Накануне визита": the eve of an event, where the word for "the day before" has a noun behind it."""
        pattern = self.lexicon.data.get("eve_of")
        if not pattern:
            return False
        return compiled(str(pattern)).match(lower(match.string[match.start() : match.end() + _EVE])) is not None

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
        year = int(parts["minguo"]) + 1911 if "minguo" in parts else year
        month = int(parts["monthnumber"]) if "monthnumber" in parts else None
        day = int(parts["day"]) if "day" in parts else None
        if "yy" in parts:
            year = int(parts["yy"]) + (2000 if int(parts["yy"]) < 50 else 1900)
        if "first" in parts:
            first, second = int(parts["first"]), int(parts["second"])
            swap = (self.month_first or second > 12) and first <= 12
            day, month = (second, first) if swap else (first, second)
        if "month" in parts:
            name = _bare(parts["month"])
            month = _month_numbers(self.lexicon.tag).get(name) or _short_months(self.lexicon.tag).get(name)
        if "alone" in parts:
            if not self._is_month(match):
                return None
            month = _month_numbers(self.lexicon.tag).get(_bare(parts["alone"]))
        shift = self._year_shift(parts.get("relyear"))
        if not possible(year, month, day):
            return None
        return When(match.start(), match.end(), year, month, day, shift)

    def _is_month(self, match: re.Match[str]) -> bool:
        """Whether a bare word is a month: in some languages only a capital after a preposition is ("in May")."""
        before = self.lexicon.words("month_alone_before")
        if not before:  # "с Майей": where months are written small, a capital makes it a name
            return not (self.lexicon.data.get("small_months") and match[0][0].isupper() and not match[0].isupper())
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


def reads_month_first(plain: str, lexicon: Lexicon) -> bool:
    """Whether 03/08/2023 is March: said by the language's order or by signs such as a US time zone."""
    if lexicon.data.get("numeric_order") == "MDY":
        return True
    near = [plain[m.start() : m.end() + 20] for m in re.finditer(r"\d\d?/\d\d?/(?:19|20)\d\d", plain)]
    if any(int(text.split("/")[0]) > 12 for text in near):
        return False
    signs = _month_first_signs(lexicon.tag)
    return any(signs.search(text) or int(text.split("/")[1]) > 12 for text in near)


def _each(pattern: re.Pattern[str], plain: str, openings: list[int], end: int) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` finds, tried only at some places."""
    reach = 0
    for begin in openings:
        if begin >= reach and (match := pattern.match(plain, begin, end)):
            yield match
            reach = match.end()


# --- patterns from the lexicon


@lru_cache(maxsize=8)
def _european_digits(plain: str) -> str:
    """The same text with digits of other scripts written 0–9 and letters that vary written plain; offsets stay."""
    if plain.isascii():
        return plain
    foreign = {ord(c): str(unicodedata.decimal(c)) for c in set(plain) if not c.isascii() and c.isdecimal()}
    return replaced(plain, PLAIN_LETTERS | dict.fromkeys(map(ord, APOSTROPHES), "'") | foreign)


def _bare(words: str) -> str:
    return re.sub(r"\s+", " ", lower(words)).strip(". ")


@cache
def _month_first_signs(tag: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(lexicons.load(tag).data.get('month_first_evidence') or ())})\b")


@cache
def _month_numbers(tag: str) -> dict[str, int]:
    table = lexicons.load(tag).table("months")
    return {lower(str(name)): int(number) for number, names in table.items() for name in names}


@cache
def _short_months(tag: str) -> dict[str, int]:
    """Short forms that are words of their own, too: months beside a day and a year only ("12 mar 2024")."""
    table = lexicons.load(tag).table("months_short")
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


def _choice(words: Iterable[object]) -> str:
    return any_of(words, lambda letter: r"\s+" if letter == " " else re.escape(letter))


def _slots(lexicon: Lexicon) -> dict[str, str]:
    """What the slots of a template match."""
    endings, suffixes = lexicon.inflection.pattern, _choice(lexicon.words("day_suffixes"))
    months = _choice(_month_numbers(lexicon.tag))
    years = _choice(f for forms in lexicon.table("years_relative").values() for f in forms)
    end = r"(?!\w)" if lexicon.spaced else ""
    whole = _choice(set(_month_numbers(lexicon.tag)) - lexicon.words("months_with_day"))
    return {
        "day": rf"(?P<day{{n}}>[0-3]?\d)(?:\s?(?:{suffixes}))?(?!\d)",
        "month": rf"(?P<month{{n}}>{months})\.?{endings}{end}",
        "short": rf"(?P<month{{n}}>{_choice(_short_months(lexicon.tag))})\.?{end}",
        "alone": rf"(?P<alone{{n}}>{whole}){endings}{end}(?!-[^\W\d_])",  # not the first half of a name
        "year": _YEAR,
        # years of the republic, which Taiwan counts: of two digits where month and day have two as well
        "minguo": r"(?<!\d)(?P<minguo{n}>1[0-2]\d|[3-9]\d(?=年\d\d月\d\d日))",
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

    gaps = re.sub(r" ", r"\\s+", template.replace(" ?", r"\s*"))
    return re.sub(r"\{(\w+)\}", slot, gaps)


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds the dates of a calendar, and what finds "yesterday", "Monday"."""
    lexicon = lexicons.load(tag)
    endings, dates = lexicon.inflection.pattern, "|".join(_numbered(lexicon))
    forms = [*_relative_table(tag), *_weekday_numbers(tag)]
    if not lexicon.spaced:
        return re.compile(dates), re.compile(rf"(?P<phrase>{_choice(forms)})")
    long, short = _choice(f for f in forms if len(f) > 3), _choice(f for f in forms if len(f) <= 3)
    # The first letters come first: at most places of a text nothing else need be tried.
    letters = first_letters([*_month_numbers(tag), *_short_months(tag), *_relative_table(tag)])
    return (
        re.compile(rf"(?=[0-9{letters}])(?:{dates})", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?P<phrase>(?:{long})(?={endings}(?!\w))|(?:{short})(?!\w)){endings}", re.IGNORECASE),
    )


def _numbered(lexicon: Lexicon) -> list[str]:
    """The forms of a date, longest first, each with names of its own for its groups."""
    tag = lexicon.tag
    endings, slots = lexicon.inflection.pattern, _slots(lexicon)
    begin = r"(?<![\w/])(?<!\d:)" if lexicon.spaced else r"(?<![\d/.])"
    templates = [str(t) for t in lexicon.data.get("dates") or ()]
    templates += [
        t.replace("{year}", "{relyear}") for t in templates if "{year}" in t and "{month}" in t and "{day}" not in t
    ]
    templates.sort(key=lambda t: -t.count("{"))
    alternatives = [_ISO, _YEAR_FIRST, _NUMERIC, _SHORT_YEAR]
    named, stop = _choice([*_month_numbers(tag), *_short_months(tag)]), r"(?!\w)" if lexicon.spaced else ""
    full = {**slots, "month": rf"(?P<month{{n}}>{named})\.?{endings}{stop}"}
    alternatives.append(rf"{begin}{_DATE_TIME_GROUP}{full['month']}\s+(?P<yy{{n}}>\d\d)(?!\d)")
    alternatives += [begin + _filled(t, full if "{day}" in t and "{year}" in t else slots) for t in templates]
    alternatives.append(rf"{begin}(?<!-){slots['alone']}")
    if lexicon.spaced:
        alternatives.append(r"(?<![\w.,-])" + _YEAR + r"(?![\w-])")
    return [a.replace("{n}", str(i)) for i, a in enumerate(alternatives)]


@cache
def _openings(tag: str) -> re.Pattern[str]:
    """Where a date may begin: the first digit of a number, the first letters of a word of the calendar."""
    tables = (_month_numbers(tag), _short_months(tag), _relative_table(tag), _weekday_numbers(tag))
    rests: defaultdict[str, set[str]] = defaultdict(set)
    for form in (str(form).split(" ", 1)[0] for table in tables for form in table):
        rests[form[0]].add(form[1:])
    words = [rf"{re.escape(c)}(?<!\w{re.escape(c)}){'' if '' in rest else any_of(rest)}" for c, rest in rests.items()]
    return re.compile("|".join([rf"{digit}(?<!\d{digit})" for digit in range(10)] + words))


def _merge(found: list[When], plain: str, articles: Collection[str]) -> list[When]:
    """In order, without overlaps; a season or quarter yields to the year, a month joins a relative year near it."""
    kept: list[When] = []
    for when in sorted(found, key=lambda w: (w.start, -w.end)):
        if kept and when.start < kept[-1].end:
            continue
        if kept and (joined := _joined(kept[-1], when, plain, articles)):
            kept[-1] = joined
            continue
        kept.append(when)
    return kept


def _joined(first: When, second: When, plain: str, articles: Collection[str]) -> When | None:
    """ "September" + "this year", "last year" + "in March", "Thursday" + "6 June": one expression."""
    between = plain[first.end : second.start]
    if len(between.split()) > 1 + between.count(", ") or len(between) > 6:
        return None
    said = lower(between.strip(" ,("))
    if first.weekday is not None and second.day is not None and (not said or said in articles):
        return second._replace(start=first.start)
    if first.shift == ("month", 0) and second.day and not second.month and second.start - first.end <= 1:
        return second._replace(start=first.start)  # "this month's 12th"
    for month, year in ((first, second), (second, first)):
        alone = month.month and month.year is None and not month.shift
        if alone and year.shift and year.shift[0] == "year" and year.month is None:
            return When(first.start, second.end, None, month.month, month.day, year.shift, rule="date.relative")
    return None
