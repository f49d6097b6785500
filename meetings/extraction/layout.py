"""The page: paragraphs and their zones — furniture, headline, date line, body, footer."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import Literal

from .lexicon import Lexicon
from .phrases import lower, spelled
from .record import Finding, Span

Zone = Literal["front", "furniture", "date", "title", "body", "footer"]

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|$)")
_SENTENCE_END = re.compile(r"[.!?…。！？؟:：](?:[\"”»“’')\]]| »)*$")
_GAPS = re.compile(r" {2,}|\t|[|•»›·/>]| - ")
_BULLET = re.compile(r"^[\s•·*●▪■◦►▶👁\-–—|«»<>\[\]#]*\d*[\s\d.,:•|]*$")
_TAG = re.compile(r"^[a-z]{2}(?:-[A-Za-z]{2,4})?\d*$|^[^\W\d_]{2,4}$|^[A-Z]{3}$")
_TIMED = re.compile(r"\d\d?[:.]\d\d\s+[^\W\d_]{3,}")
"""An entry of a programme: the hour and what happens then."""
_TRAIL = re.compile(r"\s[>›»→/]\s.*\s[>›»→/]\s|^(?:home|main|top page)\s[>›»→/]\s", re.IGNORECASE)
"""A path through the site: "Home > News > Readouts"."""
_HASH = re.compile(r"^\s*#\s?\w")
_SIGN_OFF = re.compile(r"[^\s/]{2,15}/[^/\n]{3,30}(?:/[^/\n]{2,30})*$")
_TITLE_MARGIN = 0.35
"""By how much a later line must read better to be the headline: a subtitle is no headline."""
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
    dates_allowed: tuple[int, ...] = field(default=())

    def text(self, paragraph: Paragraph) -> str:
        """The words of a paragraph."""
        return self.plain[paragraph.start : paragraph.end]

    def zone_at(self, offset: int) -> Zone:
        """The zone that a place lies in."""
        at = bisect_right(self.paragraphs, offset, key=lambda p: p.start) - 1
        return self.paragraphs[at].zone if at >= 0 and offset < self.paragraphs[at].end else "furniture"

    def zone(self, *zones: Zone) -> list[Paragraph]:
        """The paragraphs of some zones."""
        return [p for p in self.paragraphs if p.zone in zones]


def read_page(plain: str, lexicon: Lexicon, title_hint: str | None = None) -> Page:
    """Split a text into paragraphs and tell what each is."""
    front = _FRONT_MATTER.match(plain)
    front_end = front.end() if front else 0
    paragraphs = _paragraphs(plain, front_end, lexicon)
    zoned = _Zoner(plain, paragraphs, lexicon, title_hint).zones()
    if front:
        zoned = [Paragraph(0, len(plain[:front_end].rstrip()), "front"), *zoned]
    titles = [p for p in zoned if p.zone == "title"]
    return Page(plain, tuple(zoned), _title(plain, titles, title_hint), front_end)


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
        body = next((i for i, t in enumerate(texts) if self.is_prose(t) and not self.is_date_line(t)), None)
        end = self._end(texts, body)
        title = self._headline(texts, body if body is not None else len(texts))
        body = self._short_openings(texts, body, title)
        zoned: list[Paragraph] = []
        for i, (p, t) in enumerate(zip(self.paragraphs, texts, strict=True)):
            zoned.append(replace(p, zone=self._zone(i, p, t, body, end, title)))
        return zoned

    def _short_openings(self, texts: list[str], body: int | None, title: int | None) -> int | None:
        """A body may begin with a short sentence ("Good afternoon.") right before its first long one."""
        while body and body - 1 != title and _SENTENCE_END.search(texts[body - 1].rstrip(":")):
            if self.is_furniture(texts[body - 1]) or self.is_date_line(texts[body - 1]):
                break
            body -= 1
        return body

    def _zone(self, i: int, p: Paragraph, text: str, body: int | None, end: int, title: int | None) -> Zone:
        if p.zone == "date":
            return "date"
        if i == title:
            return "title"
        if i >= end:
            return "date" if i < end + 5 and self.is_date_line(text) and not _TIMED.match(text) else "footer"
        if self.is_date_line(text) and not (body is not None and i > body and _TIMED.match(text)):
            return "date"
        if body is None or i < body or self.is_furniture(text):
            return "furniture"
        return "body"

    def is_date_line(self, text: str) -> bool:
        """Whether a line says little more than a date (and perhaps a place and a time)."""
        if len(text) > 140 or not (re.search(r"\d{4}|\d\d?[./]\d\d?[./]\d\d", text) or self.month_words.search(text)):
            return False
        if not re.search(r"\d", text) and len(text.split()) > 2:
            return False
        if self.lexicon.words("update_labels") and re.match(
            rf"(?:last\s+)?(?:{'|'.join(map(re.escape, self.lexicon.words('update_labels')))})", text, re.IGNORECASE
        ):
            return False
        head = re.split(r" {2,}|\s\|\s|UNIQUE", text)[0]
        small = self.lexicon.words("function_words")
        words = re.sub(r"[\W\d_]+", " ", self.date_words.sub(" ", head)).split()
        rest = [w for w in words if lower(w) not in small]
        has_digits = bool(re.search(r"\d", head))
        return has_digits and len(rest) <= (3 if re.match(r"[^\W\d_]+(?: [^\W\d_]+)?,", head) else 1)

    def is_prose(self, text: str) -> bool:
        """Whether a line reads like a sentence of the body."""
        words = text.split()
        spaced = self.lexicon.data.get("word_spaces", True)
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
        if not candidates:
            return None
        scores = {i: self._title_score(texts[i]) for i in candidates}
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
        words = re.findall(r"[^\W\d_]+", text)
        spaced = self.lexicon.data.get("word_spaces", True)
        return len(words) >= 3 if spaced else len(text) >= 6

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
