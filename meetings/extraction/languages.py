"""The language of a text as a BCP 47 tag, with the script where a language is written in two."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import Any

from . import lexicon
from .phrases import lower
from .record import Finding

try:
    import pycld2
except ImportError:
    pycld2 = None

_SCRIPTS = (
    ("Latn", re.compile(r"[A-Za-z\u00c0-\u02af\u1e00-\u1eff]+")),
    ("Cyrl", re.compile(r"[\u0400-\u052f]+")),
    ("Arab", re.compile(r"[\u0600-\u06ff\u0750-\u077f]+")),
    ("Hani", re.compile(r"[\u4e00-\u9fff]+")),
    ("Kana", re.compile(r"[\u3040-\u30ff]+")),
    ("Hang", re.compile(r"[\uac00-\ud7af]+")),
    ("Armn", re.compile(r"[\u0530-\u058f]+")),
    ("Geor", re.compile(r"[\u10a0-\u10ff]+")),
    ("Grek", re.compile(r"[\u0370-\u03ff]+")),
    ("Hebr", re.compile(r"[\u0590-\u05ff]+")),
    ("Deva", re.compile(r"[\u0900-\u097f]+")),
    ("Thai", re.compile(r"[\u0e00-\u0e7f]+")),
)
_OF_SCRIPT = {"Kana": "ja", "Hang": "ko", "Armn": "hy", "Geor": "ka", "Grek": "el", "Hebr": "he", "Thai": "th"}
_TWO_SCRIPTS = {"uz", "sr"}
_ALIASES = {
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "zh-Hant": "zh-Hant",
    "zh": "zh-Hans",
    "no": "nb",
    "hr": "hr",
    "bs": "bs",
}
_SAMPLE = 20_000
_MARK = re.compile(r"[^\w\s.,'’ʻʼ‘-]")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻʼ‘][^\W\d_]+)*")
_TRADITIONAL = re.compile("[國會長書區說話與為對發來時們東車馬門關開]")
_SIMPLIFIED = re.compile("[国会长书区说话与为对发来时们东车马门关开]")


def identify(text: str, hint: str | None = None) -> Finding:
    """The language of a text (value None where there is too little of it)."""
    if hint:
        return Finding(hint, "language.hint")
    sample = _MARK.sub(" ", text[:_SAMPLE])
    script = script_of(sample)
    if script is None:
        return Finding(None, "language.no-letters", 0.0)
    if script in _OF_SCRIPT:
        return Finding(_OF_SCRIPT[script], "language.script", 0.95)
    if script == "Hani":
        traditional = len(_TRADITIONAL.findall(sample)) > len(_SIMPLIFIED.findall(sample))
        return Finding("zh-Hant" if traditional else "zh-Hans", "language.script", 0.95)
    return _by_words(sample, script)


def script_of(text: str) -> str | None:
    """The ISO 15924 code of the script most of the text is written in."""
    present = set(map(_script_of_letter, set(text)))
    if len(present - {None}) < 2:
        return next(iter(present - {None}), None)
    counts = {code: sum(map(len, pattern.findall(text))) for code, pattern in _SCRIPTS if code in present}
    if counts.get("Kana", 0) * 5 > counts.get("Hani", 0) > 0:
        return "Kana"
    return max(counts, key=lambda code: counts[code])


@cache
def _script_of_letter(letter: str) -> str | None:
    return next((code for code, pattern in _SCRIPTS if pattern.match(letter)), None)


def _by_words(sample: str, script: str) -> Finding:
    """Statistics propose, function words of the lexicon decide where they speak clearly."""
    proposed, share = _statistics(sample, script)
    words = _WORD.findall(lower(sample))
    told = Counter(tag for tags in map(_told_by(script).get, words) if tags for tag in tags)
    counted = {tag: told[tag] / (len(words) or 1) for tag in _tags_of(script)}
    best = max(counted, key=lambda tag: (counted[tag], tag), default=None)
    if best and counted[best] >= 0.06 and counted[best] > 1.5 * counted.get(proposed or "", 0.0) and share < 0.95:
        return Finding(best, "language.function-words", 0.8)
    if best and proposed in counted and counted[best] >= 0.15 and counted[best] > 4 * counted[proposed]:
        return Finding(best, "language.function-words", 0.8)  # a short text full of names misleads the statistics
    if proposed:
        return Finding(proposed, "language.statistics", round(share, 2))
    if best and counted[best] > 0:
        return Finding(best, "language.function-words", 0.5)
    return Finding(None, "language.unknown", 0.0)


def _statistics(sample: str, script: str) -> tuple[str | None, float]:
    """The language that letter statistics propose, and how sure they are of it."""
    code, share = _by_pycld2(sample) if pycld2 else _by_langid(sample)
    return (_tag(code, script), share) if code else (None, 0.0)


def _by_pycld2(sample: str) -> tuple[str | None, float]:
    try:
        reliable, _size, details = pycld2.detect(sample.encode("utf-8", "ignore"), bestEffort=True)
    except pycld2.error:
        return None, 0.0
    _name, code, percent, _score = details[0]
    return (None, 0.0) if code == "un" else (code, percent / 100 if reliable else 0.4)


def _by_langid(sample: str) -> tuple[str | None, float]:
    """Where pycld2 has no build: Python 3.14 and later, and machines other than x86-64."""
    code, share = _langid().classify(sample)
    return code, float(share)


@cache
def _langid() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _tag(code: str, script: str) -> str:
    if code in _TWO_SCRIPTS and script in ("Latn", "Cyrl"):
        return f"{code}-{script}"
    return _ALIASES.get(code, code)


@cache
def _tags_of(script: str) -> tuple[str, ...]:
    return tuple(tag for tag in lexicon.tags() if lexicon.script(tag) == script)


@cache
def _told_by(script: str) -> dict[str, list[str]]:
    """The languages of a script that each function word of theirs tells."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for tag in _tags_of(script):
        for word in lexicon.function_words(tag):
            found[word].append(tag)
    return dict(found)
