"""What a line of a page is by itself: prose, furniture, a date line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .forms import CLOCK, TELEGRAM, header_field, telegram_head
from .lexicon import Lexicon
from .line_patterns import line_patterns
from .pages import Paragraph
from .phrases import lower

CLOCK_TIME = re.compile(r"(?<!\d)\d\d?:\d\d")
_GAPS = re.compile(r" {2,}|\t|[|•»›·/>]| - ")
_BULLET = re.compile(r"^[\s•·*●▪■◦►▶👁\-–—|«»<>\[\]#\\]*\d*[\s\d.,:•|]*$")
_TAG = re.compile(r"^[a-z]{2}(?:-[A-Za-z]{2,4})?\d*$|^[^\W\d_]{2,4}$|^[A-Z]{3}$")
TIMED = re.compile(r"\d\d?[:.]\d\d\s+[^\W\d_]{3,}")
"""An entry of a programme: the hour and what happens then."""
_TRAIL = re.compile(r"\s[>›»→/]\s.*\s[>›»→/]\s|^(?:home|main|top page)\s[>›»→/]\s", re.IGNORECASE)
"""A path through the site: "Home > News > Readouts"."""
_ADDRESS = re.compile(r"https?://|www\.(?<!\wwww\.)")
_COOKIES = re.compile(r"cookie(?<!\wcookie)s?\b")
_SIGNS = ("javascript", "all rights reserved")
_OF_PICTURE = re.compile(r"(?<!\w)(?:getty images|epa-efe|ap photo)(?!\w)[^.!?]{0,30}$")
"""How a line ends that says whose a picture is."""
_WORD = re.compile(r"\w+(?:-\w+)?")
_LONGEST_HEADLINE = 24
"""Words of a headline, at most, that ends with the stop of a shortened word."""
_CLAUSES = 20
"""Words of a line that is a sentence, though a comma ends it."""
_TAIL = 80
"""Characters at the end of a line that tell whether a sentence ends there: the longest sign of an agency and marks."""
_CAPTION = 400
"""Characters that what is said of a picture has at most."""
_CUT = 20
"""Characters of a headline that are left where it is cut short, at least."""
_NOTICE = 90
"""Characters that a notice of a site's software has at most."""
_NAMED = 4
"""Words of whose picture it is are fewer."""
_HASH = re.compile(r"^\s*#\s?\w")
_SIGN_OFF = re.compile(r"[^\s/]{2,15}/[^/\n]{3,30}(?:/[^/\n]{2,30})*$")


class LineReader:
    """Judges the lines of one page."""

    def __init__(self, plain: str, paragraphs: list[Paragraph], lexicon: Lexicon, title_hint: str | None) -> None:
        self.plain, self.paragraphs, self.lexicon = plain, paragraphs, lexicon
        self.roster: set[int] = set()
        self.captions: set[int] = set()
        self.hint = " ".join((title_hint or "").split())
        self.telegram = bool(TELEGRAM.search(plain[:2000]))
        self.patterns = line_patterns(lexicon.tag)
        self._furniture: dict[str, bool] = {}
        self._dated: dict[str, bool] = {}

    def text(self, p: Paragraph) -> str:
        return self.plain[p.start : p.end]

    def ends_sentence(self, text: str) -> bool:
        """Whether a line ends as a sentence does."""
        return self.patterns.sentence_end.search(text, max(0, len(text) - _TAIL)) is not None

    def is_date_line(self, text: str) -> bool:
        """Whether a line says little more than a date (and perhaps a place and a time)."""
        known = self._dated.get(text)
        if known is None:
            known = self._dated[text] = self._is_date_line(text)
        return known

    def _is_date_line(self, text: str) -> bool:
        if len(text) > 140 or not (
            re.search(r"\d{4}|\d\d?[./]\d\d?[./]\d\d", text) or self.patterns.month_words.search(text)
        ):
            return False
        if not re.search(r"\d", text) and len(text.split()) > 2:
            return False
        if self._dated_place(text):
            return True
        if self.patterns.update.match(text) or (not self.lexicon.spaced and self.ends_sentence(text)):
            return False
        pieces = [piece for piece in re.split(r" {2,}|\s\|\s|\s[•·]\s|UNIQUE", text) if piece.strip(" |•·")]
        head = next((piece for piece in pieces if re.search(r"\d", piece)), "")
        if pieces and head is not pieces[0] and not re.search(r"(?:19|20)\d\d", head):
            return False
        small = self.lexicon.words("function_words")
        words = re.sub(r"[\W\d_]+", " ", self.patterns.date_words.sub(" ", head)).split()
        rest = [w for w in words if lower(w) not in small]
        timed = not self.lexicon.capitals or CLOCK_TIME.search(head)  # "3 May 2021 20:10 Oslo, City Hall"
        if timed and self.lexicon.spaced and re.search(r"(?:19|20)\d\d", head):
            rest = self._beside_known(rest, head)
        has_digits = bool(re.search(r"\d", head))
        if not self.lexicon.spaced:
            return has_digits and len("".join(rest)) <= 12
        return has_digits and len(rest) <= (3 if re.match(r"[^\W\d_]+(?: [^\W\d_]+)?,", head) else 1)

    def _beside_known(self, rest: list[str], head: str) -> list[str]:
        """The words of a dated line that name neither a town nor an agency."""
        hits = [h for h in self.lexicon.matcher.find(head) if h.kind in ("place", "agency", "country")]
        known = " ".join(head[h.start : h.end] for h in hits).split()
        return [w for w in rest if w not in known]

    def _dated_place(self, text: str) -> bool:
        """ "April 3, 2019, The Kremlin, Moscow": a full date, and short capitalised pieces set off by commas."""
        pieces = [piece.strip() for piece in text.split(",")]
        if len(pieces) < 3 or len(text) > 90 or not re.search(r"(?:19|20)\d\d", text) or self.ends_sentence(text):
            return False
        rest = [re.sub(r"[\W\d_]+", " ", self.patterns.date_words.sub(" ", piece)).split() for piece in pieces]
        if any(len(words) > 4 or any(w[0].islower() for w in words) for words in rest):
            return False
        kinds = {h.kind for h in self.lexicon.matcher.find(text)}
        return "place" in kinds and not kinds & {"encounter", "visits", "office"}

    def is_prose(self, text: str) -> bool:
        """Whether a line reads like a sentence of the body."""
        words = text.split()
        spaced = self.lexicon.spaced
        if len(text) < 60 and not self.lexicon.capitals and self.patterns.dateline.fullmatch(text + " "):
            return False
        if len(text) < _NOTICE and text.isascii() and self.lexicon.data.get("script") != "Latn":
            return False  # "Leave a reply": what a site's software says in English on a page in another script
        if TIMED.match(text) and len(words) >= 4:
            return True
        if (len(words) < 5 if spaced else len(text) < 15) or self.is_furniture(text):
            return False
        if header_field(text, self.lexicon):
            return False
        short = len(words) <= _LONGEST_HEADLINE
        if short and words[-1][-1:] == "." and lower(words[-1][:-1]) in self.lexicon.words("headline_ends"):
            return False
        if spaced and len(words) > _CLAUSES and (text.endswith(",") or self._ends_in_speech(words[-1])):
            return True  # a sentence that the page breaks off at a comma, or whose verb stands last
        return self.ends_sentence(text) or (len(words) > 45 if spaced else len(text) > 80)

    def _ends_in_speech(self, word: str) -> bool:
        """ "… dedi": whether a word is a verb of speech with which a sentence ends, stop or no stop."""
        return bool(self.lexicon.data.get("subject_bare")) and lower(word) in self.lexicon.words("speech")

    def is_furniture(self, text: str) -> bool:
        """Menus, counters, switches, share links, notices about the page itself."""
        known = self._furniture.get(text)
        if known is None:
            known = self._furniture[text] = self._is_furniture(text)
        return known

    def _is_furniture(self, text: str) -> bool:
        if _BULLET.match(text) or _HASH.match(text) or _SIGN_OFF.match(text):
            return True
        if self.telegram and telegram_head(text, self.lexicon):
            return True
        lowered, prose = lower(text), self.ends_sentence(text)
        signed = any(sign in lowered for sign in _SIGNS) or -1 < text.find("©") < _NOTICE
        signed = signed or (len(text) < _CAPTION and _OF_PICTURE.search(lowered, max(0, len(lowered) - 60)) is not None)
        if CLOCK.fullmatch(text) or signed or _COOKIES.search(lowered):
            return True
        if not prose and (_TRAIL.search(text) or _tags(text) or _ADDRESS.search(lowered)):
            return True
        if not prose and len(text) < _NOTICE and (self._credit(lowered) or self._taken_by(text)):
            return True
        covered = sum(len(m[0]) for m in self.patterns.furniture.finditer(lowered))
        letters = (sum(map(str.isalnum, text)) if covered else 0) or 1
        if covered >= 0.6 * letters or ((not prose or text.endswith(("...", "…"))) and _menu(text, prose=prose)):
            return True
        partly = covered >= 0.25 * letters and not prose
        words = _WORD.findall(text) if partly else ()
        return partly and len(words) <= 14 and not self._tells(text, words)

    def _credit(self, lowered: str) -> bool:
        """ "Photo: gov.example": a label and whose picture it is."""
        label, colon, whose = lowered.partition(":")
        return bool(colon and whose.strip()) and label.strip() in self.lexicon.words("credit_labels")

    def _taken_by(self, text: str) -> bool:
        """ "Фото Анны Белл": the same without a colon, and nothing but names behind the label."""
        label, *whose = text.split()
        named = 0 < len(whose) < _NAMED and all(word[0].isupper() for word in whose)
        return named and lower(label) in self.lexicon.words("credit_labels")

    def _tells(self, text: str, words: Sequence[str]) -> bool:
        """Whether a line that begins like a menu tells of somebody ("The President receives the envoy of Ghana")."""
        if len(words) < 6 or (any(c in text for c in "|>»•") or "  " in text):
            return False
        kinds = [h.kind for h in self.lexicon.matcher.find(text)]
        known = sum(k in ("office", "country", "place") for k in kinds)
        at_home = kinds.count("office") >= 2 and len(words) >= 7  # "The envoy of X at the President's"
        return (bool({"encounter", "visits", "speech"} & set(kinds)) and known > 0) or known >= 3 or at_home


def cut_short(text: str, below: list[str]) -> bool:
    """Whether a line is the beginning of another one and "…": a headline as the window of the page shows it."""
    begun = text.rstrip(" .…")
    shown = text[len(begun) :].strip() in ("…", "...") and len(begun) >= _CUT
    return shown and any(other.startswith(begun) and other[len(begun) :].strip(" .…") != "" for other in below)


def _tags(text: str) -> bool:
    """Whether a line consists of short tags: a switch of languages."""
    return all(_TAG.match(m[0]) for m in _WORD.finditer(text)) and 0 < len(_WORD.findall(text)) <= 60


def _menu(text: str, *, prose: bool) -> bool:
    """Whether a line is short pieces set apart by marks or gaps; "Library | Structure | Go to..." ends like prose."""
    parts = [part for part in _GAPS.split(text) if part.strip()]
    short = sum(len(part.split()) <= 4 for part in parts)
    return len(parts) >= 3 and short >= (1 if prose else 0.7) * len(parts)
