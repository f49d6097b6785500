"""Case endings of names: what is cut off a name so that its nominative is left.

Three kinds, all from the lexicon: endings that an apostrophe sets off ("Zavarzin'la"), endings in which hardly any name
ends by itself (`name_endings`), and endings in which many a name ends too (`weak_name_endings`): those are cut only
where what is left has the shape of a family name, or where the text has other forms of the same name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from .lexicon import Lexicon, load
from .phrases import Inflection

_SHORTEST = 3


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word without case, accents and apostrophes."""
    decomposed = unicodedata.normalize("NFKD", word.lower())
    kept = "".join(c for c in decomposed if not unicodedata.combining(c) or c in "\u0306")
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", kept).replace("ı", "i").replace("є", "е"))


@cache
def _endings(tag: str, key: str) -> tuple[str, ...]:
    return tuple(sorted(map(str, load(tag).data.get(key) or ()), key=lambda e: (-len(e), e)))


@cache
def _shapes(tag: str) -> tuple[str, ...]:
    lexicon = load(tag)
    return tuple(sorted(map(fold, lexicon.words("surname_endings", "stems_before_weak_endings"))))


def nominative(word: str, lexicon: Lexicon) -> str:
    """A name's last word without the case ending that it certainly carries."""
    tag = lexicon.tag
    for ending in _endings(tag, "name_endings"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= _SHORTEST and _harmonises(rest, ending, lexicon):
            return word if _whole(word, ending, tag) else rest
    for ending in _endings(tag, "weak_name_endings"):
        rest = word[: -len(ending)]
        shaped = word.endswith(ending) and len(rest) > _SHORTEST and fold(rest).endswith(_shapes(tag))
        if shaped and not _whole(word, ending, tag) and _harmonises(rest, ending, lexicon):
            return rest
    certain = (m[1] for pattern in _patterns(tag) if (m := pattern.match(word)))
    return next(certain, word)


def _whole(word: str, ending: str, tag: str) -> bool:
    """Whether what looks like a case ending closes a family name's own ending ("-zoda", no "-da")."""
    return fold(word).endswith(_closed_by(tag, ending))


@cache
def _closed_by(tag: str, ending: str) -> tuple[str, ...]:
    shapes = (fold(s) for s in load(tag).words("surname_endings") if len(s) > 3)
    return tuple(s for s in shapes if s.endswith(fold(ending)))


def _harmonises(stem: str, ending: str, lexicon: Lexicon) -> bool:
    """Whether an ending has the vowel that the stem's last one asks for, in languages where vowels agree: then
    "Sarin" is no case of "Sar"."""
    agreeing = lexicon.table("harmony")
    last = next((c for c in reversed(stem.lower()) if c in agreeing), None)
    vowel = next((c for c in ending if c in agreeing), None)
    return last is None or vowel is None or vowel in str(agreeing[last])


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], ...]:
    """Words that hardly anything but a case ending can have made: the first group is the nominative."""
    return tuple(re.compile(str(p)) for p in load(tag).data.get("case_patterns") or ())


def nominative_among(word: str, others: Iterable[str], lexicon: Lexicon) -> str | None:
    """The nominative that other forms of the same name betray: one of them, or what two of them share."""
    pattern = lexicon.inflection.whole
    for other in others:
        if other == word:
            continue
        if word.startswith(other) and pattern.fullmatch(word[len(other) :]):
            return other
        if lexicon.data.get("subject_bare") and (stem := shared_stem(word, other, lexicon.inflection)):
            return stem
    return None


def shared_stem(one: str, two: str, inflection: Inflection) -> str | None:
    """What two inflected forms of one word have in common, neither being the bare word itself."""
    length = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    rests = one[length:], two[length:]
    found = length > _SHORTEST and all(rest and inflection.whole.fullmatch(rest) for rest in rests)
    return one[:length] if found else None
