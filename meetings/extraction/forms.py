"""Forms: heads of telegrams, fields such as "PLACE: …", the hour alone on a line, headlines in title case."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .lexicon import Lexicon
from .phrases import lower

TELEGRAM = re.compile(r"[0-3](?<!\w[0-3])\d[0-2]\d[0-5]\dZ [A-Z]{3} \d\d(?!\d)")
"""Day and hour in the head of a telegram."""
CLOCK = re.compile(r"\d\d?[:.]\d\d(?:\s?[ap]\.?\s?m\.?)?(?:\s[A-Z]{2,5}\b)?(?:\s+[^\W\d_]{3,12})?[.)]?", re.IGNORECASE)
"""A line that is the hour and nothing else: "2:34 P.M. EDT"."""
_SHORT = 3
"""Letters of the longest words that title case may leave small."""
_SUBJECT = re.compile(r"([A-Z]{4,10}):\s+(?=\w)")


def telegram_head(text: str, lexicon: Lexicon) -> bool:
    """Whether a line in capitals belongs to the head of a telegram ("FM AMEMBASSY OSLO", "TAGS: PFOR")."""
    if not text.isupper() or not text[0].isalnum():
        return False
    first = re.split(r"[\s:]", lower(text), maxsplit=1)[0].strip(".")
    return first in lexicon.words("telegram_heads") and (":" in text[:12] or text[-1] not in ".!?:")


def header_field(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is a field of a form: "DATE: …", "PLACE: …"."""
    label, colon, _value = text.partition(":")
    return bool(colon) and len(label) < 24 and lower(label).strip() in lexicon.words("header_fields")


def subject_start(plain: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the words behind "SUBJECT:" begin that are a telegram's or a memorandum's headline; 0 if there are none."""
    match = _SUBJECT.match(plain, start, end)
    return match.end() if match and lower(match[1]) in lexicon.words("subject_fields") else 0


def in_title_case(words: Iterable[str], share: float = 0.9) -> bool:
    """Whether all words but short ones, of which there are some, begin with capitals, or so many of them: "with" and
    "about" may be small."""
    long = [word for word in words if len(word) > _SHORT and word.isalpha()]
    return len(long) > _SHORT and sum(word[0].isupper() for word in long) >= share * len(long)
