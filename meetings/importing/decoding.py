"""Bytes to text, by steps that can be told; the text is what the bytes say, never normalised.

1. A byte order mark decides (UTF-8, UTF-16, UTF-32); it stays in the text as one code point.
2. What is valid UTF-8 and holds no NUL is UTF-8. Else what a web page declares is believed, where its bytes are that.
3. NUL bytes that are halves of UTF-16 (assigned characters, spaces or line ends): UTF-16 without a mark, in the order
   that gives more spaces. Any other NUL: no text.
4. Else each byte is one letter. Words written wholly in high bytes are Cyrillic: Windows-1251 or KOI8, whichever
   gives letters as frequent as texts have them, with capitals where capitals stand. Single high bytes among ASCII
   letters are Latin-1, or Windows-1252 where its dashes and quotation marks occur.

Of pieces of 30 letters step 4 reads all in Windows-1251 and KOI8-R; charset-normalizer read 27 of 50 in KOI8-R,
and takes the dashes of Windows-1252 for control characters.
"""

from __future__ import annotations

import codecs
import math
import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b\x08", "a compressed file"),
)
LABELS = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "cp1251": "Windows-1251",
    "koi8-r": "KOI8-R",
    "koi8-u": "KOI8-U",
    "latin-1": "Latin-1",
    "cp1252": "Windows-1252",
}

NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
LEGACY_CONTROL = re.compile(r"[\x80-\x9f]")
BYTE_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
HIGH_LETTER = re.compile(rb"[\xa3\xa8\xb3\xb8\xc0-\xff]")
WORD = re.compile(r"[^\W\d_]+")
SYMBOL_IN_WORD = re.compile(r"(?<=[^\W\d_])[^\w\s\x00-\xad«»·‘’“”„–—…№](?=[^\W\d_])")

# How often a letter occurs among 1000 of a Russian text, and a share for letters of its sister alphabets.
FREQUENCIES = {
    **{"о": 110, "е": 85, "а": 80, "и": 74, "н": 67, "т": 63, "с": 55, "р": 47, "в": 45, "л": 44, "к": 35},
    **{"м": 32, "д": 30, "п": 28, "у": 26, "я": 20, "ы": 19, "ь": 17, "г": 17, "з": 16, "б": 16, "ч": 14},
    **{"й": 12, "х": 10, "ж": 9, "ш": 7, "ю": 6, "ц": 5, "щ": 4, "э": 3, "ф": 3, "ъ": 2, "ё": 2},
    **dict.fromkeys("іїєўґјљњћђџѓќѕ", 5),
}
LIKELIHOOD = {letter: math.log(share / 1000) for letter, share in FREQUENCIES.items()}
UNLIKELY = math.log(0.001)
CAPITAL_INSIDE = -0.3
CAPITAL_AFTER_SMALL = -3.0
LEAST_LIKELY = -3.65
"""Mean likelihood of a letter below which a text is not Cyrillic; Russian, Ukrainian, Serbian have about -3.1."""
FEW, LEAST_LIKELY_OF_FEW = 20, -4.5
"""So many letters may be unlikelier: a name, a line of abbreviations."""


class Undecodable(ValueError):
    """Why bytes are no text that can be read here, and what to do."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the codec that gives it back: `raw.decode(encoding) == text`."""

    text: str
    encoding: str

    @property
    def label(self) -> str:
        """The encoding's usual name."""
        return LABELS.get(self.encoding, self.encoding)


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text that the bytes hold. Raises Undecodable where they hold none, or none that can be told.

    `declared` is the codec that the source itself names, if it names one.
    """
    if kind := next((kind for start, kind in SIGNATURES if raw.startswith(start)), None):
        raise Undecodable(f"is {kind}, not a text; save its text as .txt")
    decoded = marked(raw) or utf8(raw) or believed(raw, declared) or utf16(raw) or single_byte(raw)
    if not decoded.text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise Undecodable("is empty; remove it, or put the text into it")
    if "\0" in decoded.text or len(NO_TEXT.findall(decoded.text)) > len(decoded.text) / 50:
        raise Undecodable("is binary, not a text (control characters); save its text as .txt")
    return decoded


def marked(raw: bytes) -> Decoded | None:
    """Step 1. Raises Undecodable where the mark promises what the bytes do not hold."""
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            try:
                return Decoded(raw.decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise Undecodable(
                    f"begins with the mark of {LABELS[encoding]}, but byte {error.start} is not {LABELS[encoding]}; "
                    "save it as UTF-8"
                ) from error
    return None


def utf8(raw: bytes) -> Decoded | None:
    """Step 2."""
    if b"\0" in raw:
        return None
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def believed(raw: bytes, declared: str | None) -> Decoded | None:
    """The text in the encoding that the source names, None where its bytes are not that."""
    if declared is None or b"\0" in raw:
        return None
    try:
        return Decoded(raw.decode(declared), declared)
    except (UnicodeError, LookupError):
        return None


def utf16(raw: bytes) -> Decoded | None:
    """Step 3. Raises Undecodable where there are NUL bytes that are not those of UTF-16."""
    if b"\0" not in raw:
        return None
    readings = [reading for encoding in ("utf-16-le", "utf-16-be") if (reading := plausible(raw, encoding))]
    if readings:
        return max(readings, key=lambda reading: spaces(reading.text))
    raise Undecodable("is binary, not a text (it holds NUL bytes); save its text as .txt")


def plausible(raw: bytes, encoding: str) -> Decoded | None:
    """The bytes in this encoding, None unless they are assigned characters with spaces or line ends among them."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    assigned = all(unicodedata.category(letter) not in ("Cc", "Cn", "Co") for letter in set(text) - set("\t\n\v\f\r"))
    return Decoded(text, encoding) if assigned and spaces(text) else None


def spaces(text: str) -> int:
    return text.count(" ") + text.count("\n")


def single_byte(raw: bytes) -> Decoded:
    """Step 4. Raises Undecodable where neither alphabet makes sense of the bytes."""
    found = cyrillic(raw) if is_cyrillic(raw) else latin(raw)
    if found is None:
        raise Undecodable(
            "is in an encoding that cannot be told (not UTF-8, UTF-16, Windows-1251, KOI8-R or Latin-1); "
            "save it as UTF-8"
        )
    return found


def is_cyrillic(raw: bytes) -> bool:
    """Whether more words are written wholly in high letters than in a mixture of high and ASCII ones."""
    whole = mixed = 0
    for word in BYTE_WORD.findall(raw):
        high = len(HIGH_LETTER.findall(word))
        if high and re.search(rb"[A-Za-z]", word):
            mixed += 1
        elif high > 1:
            whole += 1
    return whole > mixed


def cyrillic(raw: bytes) -> Decoded | None:
    """The likeliest Cyrillic reading, None if none is likely."""
    readings = []
    for encoding in ("cp1251", "koi8-r", "koi8-u"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        readings.append((likelihood(text), Decoded(text, encoding)))
    score, best = max(readings, key=lambda reading: reading[0])
    few = len(HIGH_LETTER.findall(raw)) <= FEW
    return best if score > (LEAST_LIKELY_OF_FEW if few else LEAST_LIKELY) else None


def likelihood(text: str) -> float:
    """Mean log likelihood of the letters outside ASCII, lowered by capitals and symbols where none stand."""
    total, letters = 0.0, 1
    for word in WORD.findall(text):
        if word.isascii():
            continue
        letters += len(word)
        total += sum(LIKELIHOOD.get(letter, UNLIKELY) for letter in word.lower())
        for before, letter in pairwise(word):
            if letter.isupper():
                total += CAPITAL_INSIDE if before.isupper() else CAPITAL_AFTER_SMALL
    return (total + CAPITAL_AFTER_SMALL * len(SYMBOL_IN_WORD.findall(text))) / letters


def latin(raw: bytes) -> Decoded | None:
    """Latin-1 or Windows-1252; None where every third letter is no ASCII one, or what is left are controls."""
    text, encoding = raw.decode("latin-1"), "latin-1"
    if LEGACY_CONTROL.search(text):
        try:
            text, encoding = raw.decode("cp1252"), "cp1252"
        except UnicodeDecodeError:
            return None
    letters = [letter for letter in text if letter.isalpha()]
    high = sum(not letter.isascii() for letter in letters)
    return Decoded(text, encoding) if high * 3 <= len(letters) else None
