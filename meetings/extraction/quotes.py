"""Stretches of reported speech: in quotation marks, after a speech dash, as a speaker's turn in a transcript.

Which marks open and close belongs to typography, not to a language, so it stands here; the words that tell speech
from the name of a thing come from the lexicon.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from .incises import asked, spoken_between
from .pages import Paragraph
from .phrases import lower
from .quoted_words import FINAL, is_speech
from .quotes_elsewhere import asked_by_press, headline_quotes
from .stretch import Stretch
from .tokens import Words

CLOSERS = {
    "“": "”“\"", "«": "»", "„": "“”\"", "‘": "’'", '"': '"”', "'": "'’",
    "‚": "‘’", "「": "」", "『": "』", "‹": "›", "»": "«",
    "”": "”",
}  # fmt: skip
_APOSTROPHES = "’'"
_IDEOGRAPHIC = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
"""Letters and marks that no space follows: a quotation may open right behind them."""
_MARKS = set("".join(CLOSERS) + "".join(CLOSERS.values()))
_MARK = re.compile(f"[{re.escape(''.join(sorted(_MARKS)))}]")
_DASH_START = re.compile(r"[—–―‒-]\s*(?=[^\W\d_]|[\"“«„\[(])")
_BULLET = re.compile(r"[-*•]\s")
_TOLD_AGAIN = 20
"""Letters of a line that are no chance when another line has the same."""
_LINE = 400
"""Characters of the line above or below one that are looked at."""
_DASH_BREAK = re.compile(r"[,.!?…;:][\"”»’)]?\s*(?P<dash>[—–―]|-(?=\s))\s+")
_APART = re.compile(r"\S (?:[.,]|\.{3})(?=\s|$)")
"""A point or comma that stands apart from its word, as every mark does in the texts of many data sets."""
_CLITIC = re.compile(r"(?:s|re|ve|ll|d|m|t)(?!\w)")
"""What an apostrophe that stands apart begins: "the minister 's trip"."""
_OUTLET = re.compile(r"«[^«»\n]{1,24}»")
"""The name of the paper to which somebody says it: "– told the «Post» Omar Bell. –"."""
_MAX_PARAGRAPHS = 24
_ONE_WAY = "«„"
"""Marks that only open (or only close) a quotation: one may run over paragraphs that do not open it again."""


def quoted(words: Words, turns: list[Stretch], questions: list[tuple[int, int]]) -> list[Stretch]:
    """All reported speech of the body in order, turns of a transcript included."""
    taken = [(t.outer_start, t.outer_end) for t in turns] + questions
    found = list(turns)
    body = words.page.zone("body")
    taken.sort()
    free = [p for p in body if not _taken(p, taken)]
    by_paragraph = {p.start: _dashed(words, p) for p in free}
    found += [s for dashed in by_paragraph.values() for s in dashed]
    found += _marked(words, [p for p in free if not by_paragraph[p.start]])
    found += headline_quotes(words, _scan)
    return sorted((s for s in found if not asked_by_press(words, s)), key=lambda s: s.start)


def _taken(paragraph: Paragraph, taken: list[tuple[int, int]]) -> bool:
    at = bisect_left(taken, (paragraph.end, 0)) - 1
    return at >= 0 and taken[at][1] > paragraph.start


# --- speech dashes


def _dashed(words: Words, paragraph: Paragraph) -> list[Stretch]:
    """ "— Words, — said X. — More words." """
    text = words.page.text(paragraph)
    opening = _DASH_START.match(text)
    if not opening:
        return []
    first = paragraph.start + opening.end()
    spoken = spoken_between(words, first, paragraph.end)
    if spoken is not None:
        pieces_told = [] if asked(words, first, paragraph.end) else spoken
        return [_stretch(words, paragraph, a - paragraph.start, b - paragraph.start) for a, b in pieces_told]
    pieces: list[tuple[int, int]] = []
    begin = opening.end()
    for cut in _DASH_BREAK.finditer(text, begin):
        pieces.append((begin, cut.start("dash")))
        begin = cut.end()
    pieces.append((begin, len(text)))
    return _alternate(words, paragraph, pieces)


def _alternate(words: Words, paragraph: Paragraph, pieces: list[tuple[int, int]]) -> list[Stretch]:
    """Speech and attribution take turns; a piece without a verb of speech belongs to the speech before it."""
    found: list[Stretch] = []
    begin, end = pieces[0]
    open_speech = True
    for start, stop in pieces[1:]:
        if open_speech and _attributes(words, paragraph.start + start, paragraph.start + stop):
            found.append(_stretch(words, paragraph, begin, end))
            open_speech = False
        elif open_speech:
            end = stop
        else:
            begin, end, open_speech = start, stop, True
    if open_speech:
        found.append(_stretch(words, paragraph, begin, end))
    attributed = len(pieces) > 1 and any(
        _attributes(words, paragraph.start + a, paragraph.start + b) for a, b in pieces[1:]
    )
    if not attributed and not words.lexicon.data.get("dash_speech", False):
        return []
    if not attributed and (_heading(words, paragraph) or _entry(words, paragraph) or _repeats(words, paragraph)):
        return []
    return found


def _repeats(words: Words, paragraph: Paragraph) -> bool:
    """Whether a line behind a dash only says again what a line without one says: an agency's summary."""
    text = words.page.text(paragraph)
    opening = _DASH_START.match(text)
    told = text[opening.end() :].strip() if opening else ""
    return len(told) > _TOLD_AGAIN and f"\n{told}\n" in words.plain


def _heading(words: Words, paragraph: Paragraph) -> bool:
    """Whether a line behind a dash is the heading of what follows: short, no mark at its end, a paragraph below."""
    text = words.page.text(paragraph)
    return len(text.split()) <= 12 and text[-1].isalnum() and not words.plain[paragraph.end :].startswith("\n- ")


def _entry(words: Words, paragraph: Paragraph) -> bool:
    """Whether a line behind a dash is an entry of a list: it begins small, a semicolon or a comma ends it or the one
    before, or no mark ends it and the next or the last one."""
    text = words.page.text(paragraph)
    opening = _DASH_START.match(text)
    before = words.plain[max(0, paragraph.start - _LINE) : paragraph.start].rstrip().rpartition("\n")[2]
    behind = words.plain[paragraph.end : paragraph.end + _LINE].lstrip().partition("\n")[0]
    small = opening is not None and text[opening.end() : opening.end() + 1].islower()
    beside = any(_DASH_START.match(line) and line.rstrip()[-1:].isalnum() for line in (before, behind))
    if small or text.endswith((";", ",")) or before.endswith((";", ",")) or (text[-1].isalnum() and beside):
        return True
    heading = lower(before).rstrip(":")
    if before.endswith(":") and heading in words.lexicon.words("reminders", "background_heads", "story_parts"):
        return True  # "We recall:" and what happened before
    entries = [line.rstrip() for line in (before, text, behind) if _BULLET.match(line)]
    return len(entries) > 1 and not any("?" in e or _DASH_BREAK.search(e, 2) for e in entries) and text in entries


def _attributes(words: Words, start: int, end: int) -> bool:
    head = end if end - start < 160 else start + 90
    return any(h.start < head for h in words.inside("speech", start, head))


def _stretch(words: Words, paragraph: Paragraph, begin: int, end: int) -> Stretch:
    plain = words.plain
    start, stop = paragraph.start + begin, paragraph.start + end
    while stop > start and plain[stop - 1].isspace():
        stop -= 1
    inner, last = start, stop
    if plain[inner] in '“«"„' and last > inner and plain[last - 1] in '”»"“':
        inner, last = inner + 1, last - 1
    return Stretch(inner, last, paragraph.start if begin < 4 else start, stop, "quote.dash")


# --- quotation marks


def _marked(words: Words, paragraphs: list[Paragraph]) -> list[Stretch]:
    found: list[Stretch] = []
    at = 0
    while at < len(paragraphs):
        inside, carried = _scan(words.plain, paragraphs[at].start, paragraphs[at].end)
        at += 1
        if carried is not None:
            stretch, used = _carry(words, paragraphs, at - 1, carried)
            if stretch:
                inside.append(stretch)
                at += used
                if used:
                    rest, more = _scan(words.plain, stretch.outer_end, paragraphs[at - 1].end)
                    inside += rest
                    if more is not None and (last := _carry(words, paragraphs, at - 1, more)[0]):
                        inside.append(last)
        cut = [_interrupted(words, s) for s in inside]
        found += [_trimmed(words.plain, s) for pieces in cut for s in pieces if len(pieces) > 1 or is_speech(words, s)]
    return found


def _interrupted(words: Words, s: Stretch) -> list[Stretch]:
    """«Words, – said X. – More words»: the marks close once, but what stands between the dashes is not quoted."""
    spoken = spoken_between(words, s.start, s.end)
    if spoken:
        ends = [(s.outer_start if a == s.start else a, s.outer_end if b == s.end else b) for a, b in spoken]
        pairs = zip(spoken, ends, strict=True)
        return [replace(s, start=a, end=b, outer_start=c, outer_end=d) for (a, b), (c, d) in pairs]
    cuts = list(_DASH_BREAK.finditer(words.plain, s.start, s.end)) if words.lexicon.data.get("dash_speech") else []
    for first, second in pairwise(cuts):
        told = words.plain[first.end() : second.start() + 1]
        said = words.inside("speech", first.end(), first.end() + 30)
        early = said and not re.search(r"[^\w\s]", words.plain[first.end() : said[0].start])
        if not early or len(told) > 140 or set(_OUTLET.sub("", told)) & _MARKS:
            continue
        end = len(words.plain[: first.start("dash")].rstrip())
        rest = replace(s, start=second.end(), outer_start=second.end())
        return [replace(s, end=end, outer_end=end), *_interrupted(words, rest)]
    return [s]


def _trimmed(plain: str, s: Stretch) -> Stretch:
    """The same stretch without the spaces inside its marks (« … »)."""
    text = plain[s.start : s.end]
    left, right = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    return replace(s, start=s.start + left, end=s.end - right) if (left or right) and text.strip() else s


def _scan(plain: str, start: int, end: int) -> tuple[list[Stretch], int | None]:
    """Outermost quotations of one paragraph, and where one begins that does not end in it."""
    found: list[Stretch] = []
    stack: list[int] = []
    for mark in _MARK.finditer(plain, start, end):
        at = mark.start()
        if stack and _closes(plain, stack, at, end):
            begin = stack.pop()
            if not stack:
                found.append(Stretch(begin + 1, at, begin, at + 1, "quote.marks"))
        elif _opens(plain, stack, at, start):
            stack.append(at)
    return found, (stack[0] if stack else None)


def _opens(plain: str, stack: list[int], at: int, start: int) -> bool:
    mark = plain[at]
    if mark not in CLOSERS or (mark == "”" and stack):
        return False
    before = plain[at - 1] if at > start else " "
    after = plain[at + 1 : at + 2]
    if mark in "«„“「『‹‚":
        return not after.isspace() if mark not in "«" else True
    free = before.isspace() or before in "([{—–-/“‘«\"'" or _IDEOGRAPHIC.match(before) is not None
    free = free or (before in ".!?," and after.isupper() and not stack)  # a page that lost its breaks, or a space
    if mark == '"' and after == " " and before == " " and not stack:
        led = plain[max(start, at - 2) : at] in (", ", ": ") and plain[at + 2 : at + 3].isupper()
        return led or _closed_tight(plain, at + 1) or _apart(plain, start, at)  # "Bell said, " We agree.""
    if mark == "'" and before == " " and _CLITIC.match(plain, at + 1):
        return False
    return free and bool(after) and not after.isspace() and after not in ".,;:)"


def _apart(plain: str, start: int, at: int) -> bool:
    """Whether all marks of a paragraph stand apart from the words: one that quotes then opens and closes in turn."""
    end = plain.find("\n", at, at + _LINE)
    return _APART.search(plain, max(start, at - _LINE), end if end >= 0 else at + _LINE) is not None


def _closed_tight(plain: str, at: int) -> bool:
    """Whether the next straight mark of the line leans on the word before it, and so closes what a free one opened."""
    closer = re.compile(r'[^"\n]*?(?P<before>[^"\s])"').match(plain, at)
    return closer is not None and closer["before"] not in "([{—–-/"


def _closes(plain: str, stack: list[int], at: int, end: int) -> bool:
    opener, mark = plain[stack[-1]], plain[at]
    if mark not in CLOSERS[opener]:
        return False
    after = plain[at + 1] if at + 1 < end else " "
    before = plain[at - 1]
    if mark in _APOSTROPHES:
        if opener == mark == "'" and before == after == " ":
            return True  # 'Kestrel ' shipyards
        if (after.isalnum() and not _IDEOGRAPHIC.match(after)) or before.isspace():
            return False
        apostrophe = before == "s" and after == " " and plain[at + 2 : at + 3].islower()
        return not (apostrophe and (_later_closer(plain, at, end) or plain[end + 1 :].lstrip("\n")[:1] == opener))
    if mark == "“" and opener == "“":
        return (not before.isspace() or at + 1 >= end) and not after.isalnum()
    if mark == '"':
        return not ((before.isspace() or before in "([") and after.isalnum())
    return True


def _later_closer(plain: str, at: int, end: int) -> bool:
    """Whether a better closing mark follows an apostrophe before the next quotation opens."""
    match = re.compile(r"(?<=\s)[‘']|(?<=[.,!?…])[’'](?!\w)").search(plain, at + 1, end)
    return bool(match and plain[match.start() - 1] in FINAL)


def _carry(words: Words, paragraphs: list[Paragraph], at: int, begin: int) -> tuple[Stretch | None, int]:
    """A quotation that runs on: the marks reopen at each paragraph, or close some paragraphs later."""
    plain, opener = words.plain, words.plain[begin]
    closers = CLOSERS.get(opener, opener)
    led = begin == paragraphs[at].start or plain[paragraphs[at].start : begin].endswith((": ", ":"))
    for step, paragraph in enumerate(paragraphs[at + 1 : at + 1 + _MAX_PARAGRAPHS], 1):
        reopened = plain[paragraph.start] in (opener, "»" if opener == "«" else opener)
        inside = paragraph.start + (1 if reopened else 0)
        end = _close_at(plain, inside, paragraph.end, opener, closers)
        if end is not None:
            return Stretch(begin + 1, end, begin, end + 1, "quote.paragraphs"), step
        within = opener in plain[paragraph.start : paragraph.end]
        if not reopened and (within or (opener not in _ONE_WAY and not led)):
            break
    own = paragraphs[at]
    end = _attribution(words, begin, own.end)
    if own.end - begin > 40:
        return Stretch(begin + 1, end, begin, end, "quote.unclosed"), 0
    return None, 0


def _attribution(words: Words, begin: int, end: int) -> int:
    """Where words that are never closed end at the latest: before "…, – said X"."""
    for cut in _DASH_BREAK.finditer(words.plain, begin, end):
        if _attributes(words, cut.end(), end):
            return (
                cut.start("dash")
                - len(words.plain[begin : cut.start("dash")])
                + len(words.plain[begin : cut.start("dash")].rstrip())
            )
    return end


def _close_at(plain: str, start: int, end: int, opener: str, closers: str) -> int | None:
    """Where the mark opened before this paragraph closes in it."""
    stack = [-1]
    for mark in _MARK.finditer(plain, start, end):
        at = mark.start()
        if stack == [-1]:
            if mark[0] in closers and _closes_shadow(plain, opener, at, end):
                return at
            if _opens(plain, [0], at, start):
                stack.append(at)
        elif _closes(plain, stack[1:], at, end):
            stack.pop()
        elif _opens(plain, stack, at, start):
            stack.append(at)
    return None


def _closes_shadow(plain: str, opener: str, at: int, end: int) -> bool:
    before, after = plain[at - 1], plain[at + 1] if at + 1 < end else " "
    if plain[at] in _APOSTROPHES:
        if after.isalnum() or before.isspace():
            return False
        return not (before == "s" and after == " " and plain[at + 2 : at + 3].islower())
    if plain[at] == '"' or (plain[at] == "“" and opener == "“"):
        return not ((before.isspace() or before in "([") and after.isalnum())
    return True
