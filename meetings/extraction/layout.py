"""The page: paragraphs and their zones — furniture, headline, date line, body, footer."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import Literal

from .lexicon import Lexicon
from .phrases import Hit, lower, spelled
from .record import Finding, Span
from .rosters import LISTED, find_roster

Zone = Literal["front", "furniture", "date", "title", "body", "footer"]

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|$)")
_SENTENCE_END = re.compile(
    r"[.!?…。！？؟:：](?:[\"”»“’')\]]| »)*$|[.!?…][\"”»“’)]? (?:\([A-Z]{2,6}(?:/\w{2,6})?\)|EFE|AFP|DPA|TASS)$"
)
_GAPS = re.compile(r" {2,}|\t|[|•»›·/>]| - ")
_BULLET = re.compile(r"^[\s•·*●▪■◦►▶👁\-–—|«»<>\[\]#]*\d*[\s\d.,:•|]*$")
_TAG = re.compile(r"^[a-z]{2}(?:-[A-Za-z]{2,4})?\d*$|^[^\W\d_]{2,4}$|^[A-Z]{3}$")
_TIMED = re.compile(r"\d\d?[:.]\d\d\s+[^\W\d_]{3,}")
"""An entry of a programme: the hour and what happens then."""
_TRAIL = re.compile(r"\s[>›»→/]\s.*\s[>›»→/]\s|^(?:home|main|top page)\s[>›»→/]\s", re.IGNORECASE)
"""A path through the site: "Home > News > Readouts"."""
_FIELD = re.compile(r"[A-Z]{4,}\s?:\s")
"""A field of a form: "SUBJECT: …"."""
_HASH = re.compile(r"^\s*#\s?\w")
_SIGN_OFF = re.compile(r"[^\s/]{2,15}/[^/\n]{3,30}(?:/[^/\n]{2,30})*$")
_TITLE_MARGIN = 0.35
"""By how much a later line must read better to be the headline: a subtitle is no headline."""
_FIRST_MARGIN = 0.7
"""The same for the first line of the page that can be one at all."""
_MAX_PARAGRAPHS = 4000


@dataclass(frozen=True)
class Paragraph:
    """One line of the plain text, trimmed, and what part of the page it is."""

    start: int
    end: int
    zone: Zone = "body"
    blank_before: bool = False


@dataclass(frozen=True)
class Page:
    """A text's paragraphs in order, its headline and why that line is it."""

    plain: str
    paragraphs: tuple[Paragraph, ...]
    title: Finding
    front_end: int = 0
    roster: tuple[Paragraph, ...] = ()
    """The lines of a list of participants."""
    dates_allowed: tuple[int, ...] = field(default=())

    def text(self, paragraph: Paragraph) -> str:
        """The words of a paragraph."""
        return self.plain[paragraph.start : paragraph.end]

    def zone_at(self, offset: int) -> Zone:
        """The zone that a place lies in."""
        at = bisect_right(self.paragraphs, offset, key=lambda p: p.start) - 1
        return self.paragraphs[at].zone if at >= 0 and offset < self.paragraphs[at].end else "furniture"

    def header(self) -> list[Paragraph]:
        """The lines around date and headline, before the body, that are neither menu nor headline."""
        body = next((i for i, p in enumerate(self.paragraphs) if p.zone == "body"), len(self.paragraphs))
        dated = [i for i, p in enumerate(self.paragraphs[:body]) if p.zone in ("date", "title")]
        after = max(dated[0], 0) if dated else body
        head = [p for p in self.paragraphs[after : body + 5] if p.zone != "title"]
        return [p for p in head if p.zone in ("furniture", "date") or p.end - p.start < 24]

    def zone(self, *zones: Zone) -> list[Paragraph]:
        """The paragraphs of some zones."""
        return [p for p in self.paragraphs if p.zone in zones]


def read_page(plain: str, lexicon: Lexicon, title_hint: str | None = None) -> Page:
    """Split a text into paragraphs and tell what each is."""
    front = _FRONT_MATTER.match(plain)
    front_end = front.end() if front else 0
    paragraphs = _paragraphs(plain, front_end, lexicon)
    zoner = _Zoner(plain, paragraphs, lexicon, title_hint)
    zoned = zoner.zones()
    roster = tuple(zoned[i] for i in sorted(zoner.roster))
    if front:
        zoned = [Paragraph(0, len(plain[:front_end].rstrip()), "front"), *zoned]
    titles = [p for p in zoned if p.zone == "title"]
    return Page(plain, tuple(zoned), _title(plain, titles, title_hint), front_end, roster)


def _title(plain: str, titles: list[Paragraph], hint: str | None) -> Finding:
    if titles:
        first = titles[0]
        return Finding(plain[first.start : first.end], "title.headline", 0.9, (Span(first.start, first.end),))
    if hint:
        return Finding(hint, "title.hint")
    return Finding(None, "title.no-headline", 0.0)


def _paragraphs(plain: str, begin: int, lexicon: Lexicon) -> list[Paragraph]:
    """Lines with something in them; a date put before a headline is a paragraph of its own."""
    found: list[Paragraph] = []
    blank = True
    for match in re.finditer(r"[^\n]*\n?", plain[begin:]):
        line = match[0].rstrip("\n")
        if not line.strip():
            blank = blank or bool(match[0])
            continue
        start = begin + match.start() + len(line) - len(line.lstrip())
        end = begin + match.start() + len(line.rstrip())
        cut = _labelled_date(plain[start:end], lexicon) if len(found) < 3 else 0
        if cut:
            found.append(Paragraph(start, start + cut, "date", blank))
            start += cut + len(plain[start + cut : end]) - len(plain[start + cut : end].lstrip())
        if start < end:
            found.append(Paragraph(start, end, "body", blank))
        blank = False
        if len(found) >= _MAX_PARAGRAPHS:
            break
    return found


def _labelled_date(line: str, lexicon: Lexicon) -> int:
    """Length of a "date 2025-10-22" put before a line's text, 0 if there is none."""
    labels = "|".join(re.escape(w) for w in sorted(lexicon.words("date_labels") | {"date"}))
    match = re.match(rf"(?:{labels})\s*:?\s*\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d\S*)?(?=\s|$)", line, re.IGNORECASE)
    return match.end() if match else 0


class _Zoner:
    """Tells the zones of one page, from the top down and from the bottom up."""

    def __init__(self, plain: str, paragraphs: list[Paragraph], lexicon: Lexicon, title_hint: str | None) -> None:
        self.plain, self.paragraphs, self.lexicon = plain, paragraphs, lexicon
        self.roster: set[int] = set()
        self.hint = " ".join((title_hint or "").split())
        self.furniture_words = self._pattern("furniture")
        self.footer = self._pattern("footer_starts")
        months = "|".join(spelled(str(m)) for names in lexicon.table("months").values() for m in names)
        week = "|".join(spelled(str(d)) for names in lexicon.table("weekdays").values() for d in names)
        endings = lexicon.inflection.pattern
        labels = "|".join(map(spelled, lexicon.words("date_labels")))
        years = "|".join(map(spelled, lexicon.words("year_words"))) or "(?!)"
        suffixes = "|".join(map(spelled, lexicon.words("day_suffixes"))) or "(?!)"
        self.date_words = re.compile(
            rf"(?<![^\W\d_])(?:(?:{months or '(?!)'}){endings}|(?:{week or '(?!)'})|(?:{labels or '(?!)'})"
            rf"|(?:{years}){endings}"
            rf"|(?:{suffixes})|am|pm|utc|gmt|est|edt|of|t|z)(?![^\W\d_])",
            re.IGNORECASE,
        )
        self.month_words = re.compile(rf"(?<![^\W\d_])(?:{months or '(?!)'}|{week or '(?!)'})", re.IGNORECASE)

    def _pattern(self, key: str) -> re.Pattern[str]:
        forms = sorted(self.lexicon.words(key), key=lambda w: (-len(w), w))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(spelled, forms)) or '(?!)'})(?!\w)", re.IGNORECASE)

    def text(self, p: Paragraph) -> str:
        return self.plain[p.start : p.end]

    def zones(self) -> list[Paragraph]:
        """The paragraphs with their zones."""
        texts = [self.text(p) for p in self.paragraphs]
        self.roster = find_roster(texts, self.lexicon, self.is_prose)
        prose = (i for i, t in enumerate(texts) if i not in self.roster and self.is_prose(t))
        body = next((i for i in prose if not self.is_date_line(texts[i])), None)
        end = self._end(texts, body)
        title = self._headline(texts, body if body is not None else len(texts))
        body = self._short_openings(texts, body, title)
        zoned: list[Paragraph] = []
        for i, (p, t) in enumerate(zip(self.paragraphs, texts, strict=True)):
            zoned.append(replace(p, zone=self._zone(i, p, t, body, end, title)))
        return zoned

    def _short_openings(self, texts: list[str], body: int | None, title: int | None) -> int | None:
        """A body may begin with a short sentence ("Good afternoon.") right before its first long one."""
        while body and body - 1 != title and self._opens_speech(texts[body - 1]):
            if self.is_furniture(texts[body - 1]) or self.is_date_line(texts[body - 1]):
                break
            body -= 1
        return body

    def _opens_speech(self, text: str) -> bool:
        """A short sentence, an address ("Dear colleagues,"), a label ("President Anna Bell:") or "[Moderator]"."""
        if _SENTENCE_END.search(text.rstrip(":")) or (text.endswith(",") and len(text.split()) <= 8):
            return True
        if self._labelled(text):
            return True
        if text.startswith("[") and text.endswith("]"):
            voices = self.lexicon.words("role_labels") | self.lexicon.words("remarks")
            return any(re.search(rf"(?<!\w){re.escape(v)}", lower(text)) for v in voices)
        kinds = {h.kind for h in self.lexicon.matcher.find(text)} if text.endswith(":") and len(text) < 100 else set()
        return "office" in kinds and "speech" not in kinds

    def _labelled(self, text: str) -> bool:
        """Whether a line opens a transcript: an office or capitals, a colon, and words of greeting behind it."""
        label, colon, words = text.partition(": ")
        if not colon or len(label) > 90 or not words[:1].isupper() or re.search(r"\d", text):
            return False
        offices = [h for h in self.lexicon.matcher.find(label) if h.kind == "office"]
        return bool(offices) and label[:1].isupper() and len(label.split()) >= 2

    def _zone(self, i: int, p: Paragraph, text: str, body: int | None, end: int, title: int | None) -> Zone:
        if p.zone == "date":
            return "date"
        if i == title:
            return "title"
        if i >= end:
            return "date" if i < end + 5 and self.is_date_line(text) and not _TIMED.match(text) else "footer"
        if self.is_date_line(text) and not (body is not None and i > body and _TIMED.match(text)):
            return "date"
        if i in self.roster or (title is not None and title < i < (body or 0) and self._byline(text)):
            return "title"
        if body is None or i < body or self.is_furniture(text):
            return "furniture"
        return "body"

    def _byline(self, text: str) -> bool:
        """Whether a line under the headline says who speaks or took part ("Anna Bell, Minister of Energy")."""
        if self.is_furniture(text) or len(text) > 200:
            return False
        kinds = {h.kind for h in self.lexicon.matcher.find(text)}
        words = re.findall(r"[^\W\d_][\w’'-]*", text)
        return "office" in kinds and len(words) >= 4 and not self._institution(text) and ("," in text or len(words) > 6)

    def is_date_line(self, text: str) -> bool:
        """Whether a line says little more than a date (and perhaps a place and a time)."""
        if len(text) > 140 or not (re.search(r"\d{4}|\d\d?[./]\d\d?[./]\d\d", text) or self.month_words.search(text)):
            return False
        if not re.search(r"\d", text) and len(text.split()) > 2:
            return False
        if self._dated_place(text):
            return True
        if self.lexicon.words("update_labels") and re.match(
            rf"(?:last\s+)?(?:{'|'.join(map(re.escape, self.lexicon.words('update_labels')))})", text, re.IGNORECASE
        ):
            return False
        pieces = [piece for piece in re.split(r" {2,}|\s\|\s|\s[•·]\s|UNIQUE", text) if piece.strip(" |•·")]
        head = next((piece for piece in pieces if re.search(r"\d", piece)), "")
        if pieces and head is not pieces[0] and not re.search(r"(?:19|20)\d\d", head):
            return False
        small = self.lexicon.words("function_words")
        words = re.sub(r"[\W\d_]+", " ", self.date_words.sub(" ", head)).split()
        rest = [w for w in words if lower(w) not in small]
        has_digits = bool(re.search(r"\d", head))
        if not self.lexicon.spaced:
            return has_digits and len("".join(rest)) <= 12
        return has_digits and len(rest) <= (3 if re.match(r"[^\W\d_]+(?: [^\W\d_]+)?,", head) else 1)

    def _dated_place(self, text: str) -> bool:
        """ "April 3, 2019, The Kremlin, Moscow": a full date, and short capitalised pieces set off by commas."""
        pieces = [piece.strip() for piece in text.split(",")]
        if len(pieces) < 3 or len(text) > 90 or not re.search(r"(?:19|20)\d\d", text) or _SENTENCE_END.search(text):
            return False
        rest = [re.sub(r"[\W\d_]+", " ", self.date_words.sub(" ", piece)).split() for piece in pieces]
        if any(len(words) > 4 or any(w[0].islower() for w in words) for words in rest):
            return False
        kinds = {h.kind for h in self.lexicon.matcher.find(text)}
        return "place" in kinds and not kinds & {"encounter", "visits", "office"}

    def is_prose(self, text: str) -> bool:
        """Whether a line reads like a sentence of the body."""
        words = text.split()
        spaced = self.lexicon.data.get("word_spaces", True)
        if _TIMED.match(text) and len(words) >= 4:
            return True
        if (len(words) < 5 if spaced else len(text) < 15) or self.is_furniture(text):
            return False
        return bool(_SENTENCE_END.search(text)) or (len(words) > 45 if spaced else len(text) > 80)

    def is_furniture(self, text: str) -> bool:
        """Menus, counters, switches, share links, notices about the page itself."""
        if _BULLET.match(text) or _HASH.match(text) or _SIGN_OFF.match(text):
            return True
        if _TRAIL.search(text) and not _SENTENCE_END.search(text):
            return True
        words = re.findall(r"\w+(?:-\w+)?", text)
        if len(words) <= 60 and words and all(_TAG.match(w) for w in words) and not _SENTENCE_END.search(text):
            return True
        covered = sum(len(m[0]) for m in self.furniture_words.finditer(text))
        letters = sum(c.isalnum() for c in text) or 1
        if covered >= 0.6 * letters:
            return True
        parts = [part for part in _GAPS.split(text) if part.strip()]
        short = sum(len(part.split()) <= 4 for part in parts)
        if len(parts) >= 3 and short >= 0.7 * len(parts) and not _SENTENCE_END.search(text):
            return True
        if re.search(r"(?i)\bcookies?\b|javascript|©|all rights reserved", text):
            return True
        return covered > 0 and len(words) <= 14 and covered >= 0.25 * letters and not _SENTENCE_END.search(text)

    def _headline(self, texts: list[str], body: int) -> int | None:
        if self.hint:
            same = [i for i, t in enumerate(texts) if lower(" ".join(t.split())) == lower(self.hint)]
            return same[-1] if same and same[-1] < body else (same[0] if same else None)
        candidates = [i for i in range(min(body, len(texts))) if self._may_be_title(i, texts)]
        trails = [i for i in candidates if any(texts[i].endswith(f" {texts[j]}") for j in candidates)]
        candidates = [i for i in candidates if i not in trails]  # "Home > News > " and the headline
        if not candidates:
            return None
        scores = {i: self._title_score(texts[i]) for i in candidates}
        if scores[candidates[0]] >= max(0.5, max(scores.values()) - _FIRST_MARGIN):
            return candidates[0]
        best = max(candidates, key=lambda i: (scores[i], -i))
        above = best - 1
        subtitle = above in scores and not self.paragraphs[best].blank_before and scores[above] >= 1
        return above if subtitle and scores[above] >= scores[best] - _TITLE_MARGIN else best

    def _may_be_title(self, i: int, texts: list[str]) -> bool:
        text = texts[i]
        if self.paragraphs[i].zone == "date" or self.is_date_line(text) or self.is_furniture(text):
            return False
        if "  " in text and len(text.split("  ")) > 1 and len(text) < 60:
            return False
        if i and not self.paragraphs[i].blank_before and lower(text).split()[0] in self.lexicon.words("function_words"):
            return False
        _label, colon, rest = text.partition(": ")
        if colon and any(h.kind == "titles" and h.start == 0 for h in self.lexicon.matcher.find(rest[:20])):
            return False
        if i in self.roster or LISTED.match(text) or _FIELD.match(text) or self._institution(text):
            return False
        words = re.findall(r"[^\W\d_]+", text)
        spaced = self.lexicon.data.get("word_spaces", True)
        if spaced and len(words) == 2 and lower(text).split()[-1] in ("meeting", "session"):
            return True
        return len(words) >= 3 if spaced else len(text) >= 6

    def _institution(self, text: str) -> bool:
        """Whether a line is the name of who publishes ("Ministry of Foreign Affairs of Ghana")."""
        hits = self.lexicon.matcher.find(text)
        if len(text.split()) > 14 or any(h.kind in ("encounter", "speech", "visits") for h in hits):
            return False
        first = next((h.start for h in hits if h.kind in ("institutions", "agency")), None)
        if first is None:
            return self._office_alone(text, hits)
        known = {n for h in hits if h.end <= first for n in range(h.start, h.end)}
        return sum(not known & set(range(*m.span())) for m in re.finditer(r"\w+", text[:first])) <= 1

    def _office_alone(self, text: str, hits: list[Hit]) -> bool:
        """Whether a line is an office and its state, and nothing else ("THE PRIME MINISTER OF GHANA")."""
        covered = {n for h in hits if h.kind in ("office", "country") for n in range(h.start, h.end)}
        small = self.lexicon.words("function_words") | self.lexicon.words("complements")
        words = [m for m in re.finditer(r"\w+", text) if lower(m[0]) not in small]
        offices = any(h.kind == "office" for h in hits)
        return offices and all(m.start() in covered for m in words)

    def _title_score(self, text: str) -> float:
        words = re.findall(r"[^\W\d_]+", text)
        hits = {h.kind for h in self.lexicon.matcher.find(text)}
        score = (
            min(len(words), 9) / 9 + 0.5 * ("encounter" in hits) + 0.2 * ("speech" in hits) + 0.3 * ("visits" in hits)
        )
        return round(score + 0.1 * bool(hits & {"office", "country"}) - 0.8 * text.endswith(":"), 2)

    def _end(self, texts: list[str], body: int | None) -> int:
        """Index of the first paragraph of the footer."""
        if body is None:
            return len(texts)
        for i in range(body + 1, len(texts)):
            if self._starts_footer(i, texts):
                return i
        last = max((i for i in range(body, len(texts)) if self.is_prose(texts[i]) or len(texts[i]) > 60), default=body)
        tail = last + 1
        while tail < len(texts) and not self.is_furniture(texts[tail]) and not self.is_date_line(texts[tail]):
            tail += 1
        return tail if tail < len(texts) else len(texts)

    def _starts_footer(self, i: int, texts: list[str]) -> bool:
        """A footer begins with one of its headings, and no long passage of prose follows."""
        text = texts[i]
        text = text.lstrip("[(#*•©«»<> ")
        match = self.footer.match(text)
        headed = bool(match) and text[match.end() : match.end() + 1] in (":", "  ") if match else False
        if (
            not match
            or (len(text.split()) > 14 and not headed)
            or (_SENTENCE_END.search(text) and len(text.split()) > 6)
        ):
            return False
        rest = text[match.end() :].strip()
        if len(match[0].split()) == 1 and rest and rest[0] not in ":|([0123456789" and "  " not in text:
            covered = sum(len(m[0]) for m in self.furniture_words.finditer(text))
            if covered < 0.5 * len(text):
                return False
        following = texts[i + 1 :]
        return sum(self.is_prose(t) and len(t) > 150 for t in following) <= len(following) * 0.34
