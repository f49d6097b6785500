"""Dates, languages and lists in the words of the interface's language, from Unicode's Common Locale Data Repository."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from babel import Locale, parse_locale
from babel.dates import format_date, format_skeleton
from babel.languages import get_official_languages
from babel.lists import format_list
from django.utils.translation import get_language, ngettext

LOCALES = {"en": "en_GB"}
"""Where the interface's language is written otherwise: days come before months."""
LEAP_YEAR = 2000


@cache
def locale(language: str) -> Locale:
    return Locale.parse(LOCALES.get(language, language.replace("-", "_")))


def here() -> Locale:
    """The locale of the interface as the reader has it now."""
    return locale(get_language() or "en")


def date_in_words(year: int | None, month: int | None, day: int | None) -> str:
    """As much of a date as is known: `8 April 2021`, `May 2018`, `28 May`, `2021`; "" where nothing is.

    A day without its month tells nothing. Raises ValueError where there is no such day.
    """
    return _date_in_words(year, month, day, here())


@lru_cache(maxsize=20_000)
def _date_in_words(year: int | None, month: int | None, day: int | None, place: Locale) -> str:
    if not month:
        return str(year or "")
    when = date(year or LEAP_YEAR, month, day or 1)
    if year and day:
        return str(format_date(when, "long", locale=place))
    if not year and not day:
        return str(place.months["stand-alone"]["wide"][month])
    skeleton = "yMMMM" if year else "MMMMd"
    return str(format_skeleton(skeleton, when, locale=place))


def time_between(first: date, last: date) -> str:
    """How long it is from one day to another in its two greatest units: `2 years, 1 month`, `3 weeks`, `1 day`."""
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    days = (last - first).days
    if months:
        years, months = divmod(months, 12)
        parts = [
            (years, ngettext("%(n)d year", "%(n)d years", years)),
            (months, ngettext("%(n)d month", "%(n)d months", months)),
        ]
    else:
        weeks, days = divmod(days, 7)
        parts = [
            (weeks, ngettext("%(n)d week", "%(n)d weeks", weeks)),
            (days, ngettext("%(n)d day", "%(n)d days", days)),
        ]
    return ", ".join(words % {"n": n} for n, words in parts if n)


@cache
def official_languages(state: str) -> frozenset[str]:
    """The languages (ISO 639) in which a state (ISO 3166-1 alpha-2) writes; none where it is not known."""
    return frozenset(tag.partition("_")[0] for tag in get_official_languages(state, de_facto=True))


def language_in_words(tag: str) -> str:
    """A BCP 47 tag as a name, `Uzbek (Cyrillic)`; the tag itself where nobody knows the language."""
    try:
        code, territory, script, *_others = parse_locale(tag, sep="-")
    except ValueError:
        return tag
    name = here().languages.get(code)
    details = [here().scripts.get(script or ""), here().territories.get(territory or "")]
    detail = ", ".join(str(one) for one in details if one)
    return f"{name} ({detail})" if name and detail else str(name or tag)


def listed(names: Iterable[object]) -> str:
    """Names as a phrase: `Kazakhstan, Russia and Uzbekistan`."""
    return str(format_list([str(name) for name in names], locale=here()))
