"""The page: paragraphs and their zones — furniture, headline, date line, body, footer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bylines import heads_turns, name_alone, office_line
from .captions import is_caption
from .forms import header_field, subject_start
from .headlines import HeadlineReader
from .inline_labels import turn_by_turn
from .letterheads import is_letterhead
from .lexicon import Lexicon
from .line_patterns import line_patterns
from .lines import CLOCK_TIME, TIMED, cut_short
from .pages import Page, Paragraph, Zone
from .phrases import lower
from .record import Finding, Span
from .rosters import find_roster

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|$)")
_ASIDES = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)*")
"""Notes of whoever wrote a transcript: "(As interpreted.)"."""
_MAX_PARAGRAPHS = 4000
_LABEL_WORDS = 6
"""Words that a label on a line of its own has at most."""
_STORY = 100
"""Length of a sentence that goes on with the story behind the credit of a picture."""
_REST_OF_STORY = 400
"""Length of a paragraph that can be the rest of a story, where that is longer than all above it."""
_DATED = 5
"""Paragraphs at the top of a page of which a day can open one."""


def read_page(plain: str, lexicon: Lexicon, title_hint: str | None = None) -> Page:
    """Split a text into paragraphs and tell what each is."""
    front = _FRONT_MATTER.match(plain)
    front_end = front.end() if front else 0
    paragraphs = turn_by_turn(plain, _paragraphs(plain, front_end, lexicon), lexicon)
    zoner = _Zoner(plain, paragraphs, lexicon, title_hint)
    zoned = zoner.zones()
    roster = tuple(zoned[i] for i in sorted(zoner.roster))
    if front:
        zoned = [Paragraph(0, len(plain[:front_end].rstrip()), "front"), *zoned]
    titles = [p for p in zoned if p.zone == "title"]
    return Page(plain, tuple(zoned), _title(plain, titles, title_hint, lexicon), roster)


def _without_kicker(plain: str, title: Paragraph, lexicon: Lexicon) -> int:
    """Where a headline begins behind the label of its section ("Politics / President meets …")."""
    label = re.compile(r"[^/|:\n]{2,25}?\s*[/|:]\s+").match(plain, title.start, title.end)
    known = label and lower(label[0].rstrip(" /|:")) in lexicon.words("kickers")
    return label.end() if label and known else title.start


def _title(plain: str, titles: list[Paragraph], hint: str | None, lexicon: Lexicon) -> Finding:
    if titles:
        first = titles[0]
        start = _without_kicker(plain, first, lexicon)
        return Finding(plain[start : first.end], "title.headline", 0.9, (Span(start, first.end),))
    if hint:
        return Finding(hint, "title.hint")
    return Finding(None, "title.no-headline", 0.0)


def _paragraphs(plain: str, begin: int, lexicon: Lexicon) -> list[Paragraph]:
    """Lines with something in them; a date put before a headline is a paragraph of its own."""
    found: list[Paragraph] = []
    blank = True
    for match in re.finditer(r"[^\n]*\n?", plain[begin:]):
        line = match[0]
        if not line.strip():
            blank = blank or bool(line)
            continue
        start = begin + match.start() + len(line) - len(line.lstrip())
        end = begin + match.start() + len(line.rstrip())
        found += _pieces(plain, start, end, lexicon, blank=blank, dated=len(found) < _DATED)
        blank = False
        if len(found) >= _MAX_PARAGRAPHS:
            break
    return found


def _pieces(
    plain: str, start: int, end: int, lexicon: Lexicon, *, blank: bool, dated: bool
) -> Iterator[Paragraph]:  # fmt: skip
    """The paragraphs of one line: a date put before it, what stands before its subject, the rest."""
    if dated and (date := line_patterns(lexicon.tag).labelled_date.match(plain, start, end)):
        yield Paragraph(start, date.end(), "date", blank)
        start = end - len(plain[date.end() : end].lstrip(" ,/|–-"))
    if subject := subject_start(plain, start, end, lexicon):
        yield Paragraph(start, len(plain[:subject].rstrip()), "body", blank)
        start = subject
    if start < end:
        yield Paragraph(start, end, "body", blank)


class _Zoner(HeadlineReader):
    """Tells the zones of one page, from the top down and from the bottom up."""

    def zones(self) -> list[Paragraph]:
        """The paragraphs with their zones."""
        texts = [self.text(p) for p in self.paragraphs]
        self.roster = find_roster(texts, self.lexicon, self.is_prose)
        self.captions = self._captions(texts)
        aside = self.roster | self.captions
        aside |= {i for i, t in enumerate(texts[:_DATED]) if cut_short(t, texts[i + 1 : i + 3])}
        prose = (i for i, t in enumerate(texts) if i not in aside and self.is_prose(t))
        alone = (
            *(self._sentence_above_date, self._sentence_above_dateline, self._sentence_alone),
            *(self._sentence_in_title_case, self._cries_out, self._asks_above),
        )
        above = next((found for read in alone if (found := read(texts)) is not None), None)
        body = next((i for i in prose if i != above and not self.is_date_line(texts[i])), None)
        end = self._end(texts, body)
        title = self._headline(texts, body if body is not None else len(texts))
        body = self._short_openings(texts, body, title)
        zoned: list[Paragraph] = []
        for i, (p, t) in enumerate(zip(self.paragraphs, texts, strict=True)):
            zoned.append(Paragraph(p.start, p.end, self._zone(i, p, t, body, end, title), p.blank_before))
        return zoned

    def _short_openings(self, texts: list[str], body: int | None, title: int | None) -> int | None:
        """A body may begin with a short sentence ("Good afternoon.") right before its first long one."""
        while body and body - 1 != title and self._opens_body(body - 1, texts):
            if self.is_furniture(texts[body - 1]) or self.is_date_line(texts[body - 1]):
                break
            body -= 1
        return body

    def _opens_body(self, i: int, texts: list[str]) -> bool:
        return self._opens_speech(texts[i]) or self._label_line(texts[i], texts) or heads_turns(i, texts, self.lexicon)

    def _label_line(self, text: str, texts: list[str]) -> bool:
        """ "JOURNALIST:", "ANNA BELL:": a label on a line of its own, of whoever asks, or in capitals as others are."""
        if not text.endswith((":", "：")) or len(text.split()) > _LABEL_WORDS:
            return False
        asks = lower(text[:-1]).strip() in self.lexicon.words("question_labels")
        return asks or (text.isupper() and sum(t.isupper() and t.endswith(text[-1]) for t in texts) > 1)

    def _opens_speech(self, text: str) -> bool:
        """A short sentence, an address ("Dear colleagues,"), a label ("President Anna Bell:") or "[Moderator]"."""
        if self.ends_sentence(text.rstrip(":")) or (text.endswith(",") and len(text.split()) <= 8):
            return True
        if self._labelled(text):
            return True
        if text.startswith("[") and text.endswith("]"):
            keys, said = ("role_labels", "remarks"), lower(text)
            return any(self.lexicon.shaped(key, r"(?<!\w){words}").search(said) for key in keys)
        kinds = {h.kind for h in self.lexicon.matcher.find(text)} if text.endswith(":") and len(text) < 100 else set()
        return "office" in kinds and "speech" not in kinds

    def _labelled(self, text: str) -> bool:
        """Whether a line opens a transcript: an office or capitals, a colon, and words of greeting behind it."""
        label, colon, behind = text.partition(": ")
        words = _ASIDES.sub("", behind, count=1)
        if not colon or len(label) > 90 or not words[:1].isupper() or re.search(r"\d", text):
            return False
        if words.rstrip()[-1].isalnum() and len(words.split()) > 4 and self.lexicon.spaced:
            return False  # no stop at its end: a headline that quotes ("Minister: Roads are to be opened again")
        offices = [h for h in self.lexicon.matcher.find(label) if h.kind == "office"]
        return bool(offices) and label[:1].isupper() and len(label.split()) >= 2

    def _zone(self, i: int, p: Paragraph, text: str, body: int | None, end: int, title: int | None) -> Zone:
        if p.zone == "date":
            return "date"
        if i == title:
            return "title"
        if i >= end:
            return "date" if i < end + 5 and self.is_date_line(text) and not TIMED.match(text) else "footer"
        if self.is_date_line(text) and not (body is not None and i > body and TIMED.match(text)):
            return "date"
        if header_field(text, self.lexicon):
            return "date" if re.search(r"\d{4}", text) and self.patterns.month_words.search(text) else "furniture"
        if title is not None and self._caption(self.text(self.paragraphs[title]), text):
            return "date" if re.search(r"\d{4}", text) else "furniture"
        under = title is not None and title < i < (body or 0) and i not in self.captions
        if title is not None and i < title and i not in self.roster and is_letterhead(text, self.lexicon):
            return "letterhead"
        named = under and (self._byline(text) or self._names_and_office(i) or self._kind_of_transcript(i, text))
        if i in self.roster or named:
            return "title"
        if body is None or i < body or i in self.captions or self.is_furniture(text):
            return "furniture"
        return "body"

    def _captions(self, texts: list[str]) -> set[int]:
        """Which lines are captions of pictures; none where the page has no other prose."""
        found = {i for i, t in enumerate(texts) if is_caption(t, self.lexicon)}
        told = found and any(i not in found and self.is_prose(t) for i, t in enumerate(texts))
        return found if told else set()

    def _caption(self, headline: str, text: str) -> bool:
        """Whether a line is the headline and a note on its picture: "A received B, photo: NEWS 03.05.2021 13:26"."""
        rest = text[len(headline) :]
        noted = text.startswith(headline) and 0 < len(rest) < 200
        return noted and len(headline) > 24 and not self.ends_sentence(text)

    def _byline(self, text: str) -> bool:
        """Whether a line under the headline says who speaks or took part ("Anna Bell, Minister of Energy")."""
        if self.is_furniture(text) or len(text) > 200 or text.endswith(self.lexicon.affixes("credit_ends")):
            return False
        if CLOCK_TIME.search(text):
            return False  # "Anna Bell, 3 May 2021, 10:55 PM": an hour, no Prime Minister
        kinds = {h.kind for h in self.lexicon.matcher.find(text)}
        words = re.findall(r"[^\W\d_][\w’'-]*", text)
        led = lower(words[0]) in self.lexicon.words("function_words") if words else False  # "by Secretary General …"
        told = "," in text or len(words) > 6 or led
        return "office" in kinds and len(words) >= 4 and not self._institution(text) and told

    def _kind_of_transcript(self, i: int, text: str) -> bool:
        """Whether a line between headline and first question says what was asked there ("Doorstep interview, Oslo")."""
        label, colon, _question = "".join(self.text(p) for p in self.paragraphs[i + 1 : i + 2]).partition(":")
        if not colon or lower(label).strip() not in self.lexicon.words("question_labels"):
            return False
        begins = (h for h in self.lexicon.matcher.find(text) if h.start == 0)
        return any(h.kind == "encounter" and h.value == "news_conference" for h in begins)

    def _names_and_office(self, i: int) -> bool:
        """Whether a line under the headline is a name above an office, or that office."""
        pairs = ((i, i + 1), (i - 1, i))
        lines = [[self.text(self.paragraphs[n]) for n in pair] for pair in pairs if pair[1] < len(self.paragraphs)]
        return any(name_alone(above, self.lexicon) and office_line(below, self.lexicon) for above, below in lines)

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
        text = texts[i].lstrip("[(#*•©«»<> ")
        match = self.patterns.footer.match(text)
        if not match:
            return False
        words, headed = len(text.split()), text.startswith(":", match.end())
        if (words > 14 and not headed) or (words > 6 and self.ends_sentence(text)):
            return False
        rest = text[match.end() :].strip()
        if len(match[0].split()) == 1 and rest and rest[0] not in ":|([0123456789" and "  " not in text:
            covered = sum(len(m[0]) for m in self.patterns.furniture.finditer(lower(text)))
            if covered < 0.5 * len(text):
                return False
        following = texts[i + 1 :]
        if any(self.patterns.parts.match(t) for t in following):
            return False
        if self._credit(lower(text)) and any(len(t) > _STORY and self.is_prose(t) for t in following[:1]):
            return False  # a picture in the midst of the story
        told = sum(len(t) for t in texts[:i] if self.is_prose(t))
        if any(len(t) > max(told, _REST_OF_STORY) and self.is_prose(t) for t in following):
            return False  # "Subscribe" right behind the lead
        return sum(self.is_prose(t) and len(t) > 150 for t in following) <= len(following) * 0.34
