"""The patterns by which a line of a page is told to be a date, a menu or a footer, made once for each language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from . import lexicon as lexicons
from .lexicon import Lexicon
from .phrases import spelled
from .wordlists import any_of

_SENTENCE_END = (
    r"[.!?…。！？؟:：](?:[\"”»“’')\]]| »)*$"
    r"|[.!?…。][\"”»“’)]? ?(?:[(（](?:[A-Z][A-Za-z]{1,5}(?:/\w{2,6})?|{agencies})[)）]|(?<= ){agencies})$"
)
_CAPITAL = "(?-i:[A-ZÀ-ÖØ-ÞĀ-ſƏА-ЯЁЎҚҒҲӘІҢӨҰҮҺЇЄҐ])"
_FIGURES = r"[0-3]\d\.[01]\d\.(?:19|20)\d\d"
_LEADING = (
    rf"{_FIGURES}(?=(?:,| [/|–-]) \w)|{_FIGURES}(?={_CAPITAL})"
    rf"|[0-2]\d:[0-5]\d ?[/|,–-] ?{_FIGURES}(?= ?{_CAPITAL})"
)
"""A day in figures before the first words of a story: "04.05.2021, Minister Bell …", "09:15 / 04.05.2021Minister …"."""


@dataclass(frozen=True)
class LinePatterns:
    """Patterns of one language."""

    furniture: re.Pattern[str]
    """Words of menus; looked for in lower case, which is faster than a pattern that cares for no case."""
    footer: re.Pattern[str]
    parts: re.Pattern[str]
    """What heads a part of a story that is told under labels ("Details: …"): no footer begins above one."""
    remarks: re.Pattern[str]
    """What a headline calls somebody's words: "remarks", "transcript"."""
    date_words: re.Pattern[str]
    """All that may stand in a line that only tells a date."""
    month_words: re.Pattern[str]
    day_words: re.Pattern[str]
    """"Today", "yesterday"."""
    labelled_date: re.Pattern[str]
    """A "date 2025-10-22" put before a line's text."""
    update: re.Pattern[str]
    dateline: re.Pattern[str]
    """An agency's dateline, where the language's own form is listed."""
    sentence_end: re.Pattern[str]
    """The end of a sentence, perhaps with the name of an agency in capitals or an acronym in brackets behind it."""


@cache
def line_patterns(tag: str) -> LinePatterns:
    """The patterns of a language."""
    lexicon = lexicons.load(tag)
    labels = any_of(lexicon.words("date_labels") | {"date"})
    day = r"\d{4}-\d\d(?:-\d\d(?:[T ]\d\d:\d\d\S*)?)?"
    return LinePatterns(
        furniture=re.compile(rf"(?<!\w)(?:{spelled(lexicon.words('furniture'))})(?!\w)"),
        footer=_words(lexicon, "footer_starts"),
        parts=re.compile(rf"(?:{spelled(lexicon.words('story_parts'))})(?: [^:\n]{{1,40}})?:", re.IGNORECASE),
        remarks=_words(lexicon, "remarks"),
        date_words=re.compile(_date_words(lexicon), re.IGNORECASE),
        day_words=re.compile(rf"(?<!\w)(?:{_names(lexicon, 'days')})(?!\w)", re.IGNORECASE),
        month_words=re.compile(rf"(?<![^\W\d_])(?:{_names(lexicon, 'months', 'weekdays')})", re.IGNORECASE),
        labelled_date=re.compile(rf"(?:{labels})\s*:?\s*{day}(?=\s|$)|{_LEADING}", re.IGNORECASE),
        dateline=re.compile("|".join(f"(?:{p})" for p in lexicon.data.get("datelines") or ()) or "(?!)"),
        sentence_end=re.compile(_SENTENCE_END.replace("{agencies}", _agencies(lexicon))),
        update=re.compile(rf"(?:last\s+)?(?:{any_of(lexicon.words('update_labels'))})", re.IGNORECASE),
    )


def _words(lexicon: Lexicon, key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spelled(lexicon.words(key))})(?!\w)", re.IGNORECASE)


def _agencies(lexicon: Lexicon) -> str:
    names = {*lexicon.table("agencies"), *lexicon.words("world_agencies")}
    return any_of(str(name).upper() for name in names)


def _names(lexicon: Lexicon, *keys: str) -> str:
    return spelled(name for key in keys for names in lexicon.table(key).values() for name in names)


def _date_words(lexicon: Lexicon) -> str:
    endings = lexicon.inflection.pattern
    inflected = rf"(?:{_names(lexicon, 'months')}|{spelled(lexicon.words('year_words'))}){endings}"
    plain = f"{_names(lexicon, 'weekdays')}|{spelled(lexicon.words('date_labels', 'day_suffixes', 'update_labels'))}"
    zones = r"(?:asia|europe|africa|america)/\w+"
    return (
        rf"(?<![^\W\d_])(?:{inflected}|{plain}|{zones}|am|pm|a\.m|p\.m|utc|hkt|ist|cet|gmt|est|edt|of|t|z)(?![^\W\d_])"
    )
