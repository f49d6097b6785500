"""Words as the index holds them: folded, stemmed, and by their sound.

tokens("L’accord, Тоқаев")  -> L’accord, Тоқаев, each with its place
fold("Élysée")              -> "elysee"     case, accents, apostrophes and ё do not matter
stem("переговоры", "ru")    -> "переговор"  the engine's stemmers; elsewhere the first letters
sounding("Toqaev")          -> "tkv:tokaev" names that sound alike, whatever the script
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import tantivy
from anyascii import anyascii

from meetings.identity.letters import bones, sound

STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "fi": "finnish",
    "fr": "french", "hu": "hungarian", "it": "italian", "nb": "norwegian", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish",
}  # fmt: skip
"""The languages that the engine has stemmers for, by code."""
FIRST_LETTERS = 5
"""What stands for a stem in languages without a stemmer: Kazakh, Uzbek, Kyrgyz and others add endings to a word."""
LONGEST = 64
"""Letters of a word that count."""

HAN = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_APOSTROPHES = "'’‘ʻʼʹ`´ʿʾ＇"
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
_LETTER = rf"[^\W_{HAN}]"
_WORD = rf"{_LETTER}+(?:(?:[{_MARKS}]|[{_APOSTROPHES}{_UNSEEN}]+(?={_LETTER})){_LETTER}*)*"
_TOKEN = re.compile(rf"[{HAN}]|{_WORD}")
_NAME = re.compile(rf"[{HAN}]+|{_WORD}")
_ELIDED = re.compile(
    rf"^(?:[cdjlmnst]|(?:jus|lors|puis)?qu|dell|all|nell|sull)[{_APOSTROPHES}](?=[aeiouyhàâéèêëîïôöùûü])"
)
_DROPPED = re.compile(rf"[{_APOSTROPHES}{_UNSEEN}\u0640]")
_ARABIC = str.maketrans("ىیکھ", "ييكه")
_AND = re.compile("^[وف](?=ال..)")
"""Arabic writes “and” as the first letter of a word; before the article it can be nothing else."""
_SHORT_I = "и\u0306"


def tokens(text: str) -> Iterator[re.Match[str]]:
    """The words of a text as they are written, with their places; each Chinese character is a word."""
    return _TOKEN.finditer(text)


def written(text: str) -> list[str]:
    """The same without places."""
    return _TOKEN.findall(text)


def names(text: str) -> list[str]:
    """The words of a name; Chinese characters that stand together are one."""
    return _NAME.findall(text)


def is_han(word: str) -> bool:
    return re.match(f"[{HAN}]", word) is not None


@lru_cache(maxsize=2**18)
def fold(word: str) -> str:
    """A word without what people leave out when they type it."""
    word = _DROPPED.sub("", _ELIDED.sub("", word[:LONGEST].lower()))
    plain_letters = unicodedata.normalize("NFKD", word).casefold()
    letters = unicodedata.normalize("NFKD", plain_letters).replace(_SHORT_I, "й")
    plain = (letter for letter in letters if not unicodedata.combining(letter))
    return "".join(letter if letter.isascii() else _plain(letter) for letter in plain).translate(_ARABIC)


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    """Latin letters that are no letter with a mark, such as ı, ə and ø, in plain ones."""
    return anyascii(letter).lower() if unicodedata.name(letter, "").startswith("LATIN") else letter


@lru_cache(maxsize=2**16)
def as_typed(word: str) -> str:
    """A word with its accents; only the case and the kind of apostrophe do not matter."""
    word = re.sub(f"[{_UNSEEN}]", "", re.sub(f"[{_APOSTROPHES}]", "'", word[:LONGEST]))
    return unicodedata.normalize("NFC", word.lower())


@lru_cache(maxsize=2**18)
def stem(folded: str, language: str) -> str:
    """The stem of a folded word in a language (BCP 47); of an unknown one, by its script."""
    if is_han(folded):
        return folded
    code = language.partition("-")[0] or _by_script(folded)
    if code not in STEMMERS:
        return folded[:FIRST_LETTERS]
    return next(iter(_stemmer(code).analyze(_AND.sub("", folded))), folded)


@cache
def _stemmer(code: str) -> tantivy.TextAnalyzer:
    stemming = tantivy.Filter.stemmer(STEMMERS[code])
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(stemming).build()


def _by_script(word: str) -> str:
    scripts = {"CYRILLIC": "ru", "ARABIC": "ar", "GREEK": "el", "ARMENIAN": "hy"}
    return scripts.get(unicodedata.name(word[0], "").partition(" ")[0], "en") if word else "en"


@lru_cache(maxsize=2**16)
def sounding(word: str) -> str:
    """Consonants and sound of a name: what its spellings in other scripts have nearly in common."""
    return f"{bones(word)}:{sound(word)}"


def all_folded(words: Iterable[str]) -> list[str]:
    return [folded for word in words if (folded := fold(word))]
