"""Transcripts: who speaks from which label on, journalists' questions, opening remarks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from .dash_interviews import dash_interview
from .labels import ASIDE, Label, find_labels, key_of, nameless
from .line_interviews import line_interview
from .pages import Paragraph
from .stretch import Stretch
from .tokens import Words

_BEFORE = re.compile(rf"(?:{ASIDE}\s*)+(?=\S)")
_CLOSING = re.compile(
    r"(?:\s+(?:\([^()\n]{1,40}\)|\[[^\[\]\n]{1,40}\]|<(?:…|\.\.\.)>|(?:\*\s*){3,}|#{2,}|(?:[-–—]\s*){3,}))+$"
)
_OPENING_MARKS, _CLOSING_MARKS = tuple('"„“«»'), tuple('"“”»«')
_TOLD_BEHIND = re.compile(r"(?<=[»”\"“])[^«»“”„\"]{3,60}$")
"""What stands behind the last quotation of a paragraph."""
_DASH = re.compile(r"[—–―-]\s*(?=\S)")
_STOPS = ".!?…:"
_NOTE = re.compile(rf"(?:{ASIDE}|\W*)$")


@dataclass(frozen=True)
class _Turn:
    """What stands under one label: paragraphs `first` to `last`."""

    label: Label
    last: int


def read_turns(words: Words) -> tuple[list[Stretch], list[tuple[int, int]]]:
    """The turns of a transcript and the journalists' questions; empty for a text that is none."""
    body = words.page.zone("body")
    labels = [x for x in find_labels(words, body) if x.question or not _in_marks(words, body, x)]
    colon = _colon_turns(words, body, {x.paragraph for x in labels})
    if not labels:
        for interview in (dash_interview, line_interview):
            answers, questions = interview(words, body)
            if answers:
                return answers, questions
        speech = _speech(words, body)
        return ([speech] if speech else colon), []
    transcript = _is_transcript(words, labels)
    turns: list[Stretch] = []
    told = any(c.start < labels[0].start for c in colon)  # a story that leads up to somebody's words
    if transcript and not told and labels[0].paragraph > 0 and (opening := _opening(words, body, labels[0].paragraph)):
        turns.append(opening)
    spoken, questions = _Reader(words, body, labels, transcript).read()
    turns += spoken
    return sorted(turns + [c for c in colon if not _inside(c, turns)], key=lambda t: t.start), questions


def _in_marks(words: Words, body: list[Paragraph], label: Label) -> bool:
    """Whether what stands behind a label is one quotation: "Minister Bell: “We agree.”" is a sentence of a story."""
    end = body[label.paragraph].end
    said = words.plain[label.text : end].strip()
    if label.alone or said[:1] not in _OPENING_MARKS or len(said) <= 2:
        return False
    told = _TOLD_BEHIND.search(said)
    return said[-1:] in _CLOSING_MARKS or bool(told and words.inside("speech", end - len(told[0]), end))


class _Reader:
    """Reads the turns of one text, label by label."""

    def __init__(self, words: Words, body: list[Paragraph], labels: list[Label], transcript: bool) -> None:
        self.words, self.body, self.labels, self.transcript = words, body, labels, transcript
        self.unanswered = transcript and not any(x.named or x.kind == "answer" for x in labels)
        mine = words.lexicon.words("first_person")
        spoken = [x for x in labels if x.named and _first_person(words, body[x.paragraph], mine)]
        self.dialogue = len(spoken) == len(labels) > 1
        """Two who answer each other on a page that is no transcript otherwise: all between their labels is theirs."""
        before = body[: labels[0].paragraph] if labels else []
        self.framed = bool(labels and words.page.roster) or any(_narrates(words, p, mine) for p in before)
        """Whether a story stands before the turns, and so perhaps behind them."""
        self.turns: list[Stretch] = []
        self.questions: list[tuple[int, int]] = []
        self.question: tuple[int, int] | None = None

    def read(self) -> tuple[list[Stretch], list[tuple[int, int]]]:
        """Turns and questions."""
        for n, label in enumerate(self.labels):
            last = self.labels[n + 1].paragraph - 1 if n + 1 < len(self.labels) else len(self.body) - 1
            if not self.transcript and not (n + 1 < len(self.labels) and self.dialogue):
                last = min(last, _last_of_block(self.words, self.body, label.paragraph + label.alone, set()))
            elif n + 1 == len(self.labels):
                last = self._without_ending(label.paragraph, last)
            turn = _Turn(label, max(last, label.paragraph))
            if label.question:
                self._ask(turn)
            else:
                self._speak(turn)
        return self.turns, self.questions

    def _ask(self, turn: _Turn) -> None:
        """A journalist's question, and where a page labels questions only, the answer behind it."""
        label, last = turn.label, turn.last
        if self.unanswered:
            asked = [i for i in range(label.paragraph, min(last, label.paragraph + 4)) if "?" in self._text(i)[-120:]]
            last = max(asked[:1] or [label.paragraph])
        end = self.body[last].end
        self.question = (label.text, end)
        self.questions.append((label.start, end))
        if self.unanswered and last < turn.last:
            self._add(self.body[last + 1].start, self.body[last + 1].start, turn.last, None)

    def _speak(self, turn: _Turn) -> None:
        label, last = turn.label, turn.last
        named = None if label.kind == "answer" else (label.name, label.end)
        floor = self._floor(turn) if label.kind == "role" and label.alone else None
        if floor:
            at, given = floor
            self._add(label.start, label.text, at - 1, named)
            self._add(self.body[at].start, self.body[at].start, last, given)
        else:
            self._add(label.start, label.text, last, named)
        self.question = self.question if self.transcript else None

    def _add(self, outer: int, start: int, last: int, named: tuple[int, int] | None) -> None:
        plain = self.words.plain
        while last > 0 and self.body[last].start > start and self.apart(last, start):
            last -= 1
        end = max(self.body[last].end, start)
        before = _BEFORE.match(plain, start, end)
        inner = before.end() if before else start
        closing = _CLOSING.search(plain, max(inner, end - 120), end)
        stop = closing.start() if closing else end
        inner, stop = _unmarked(plain, inner, stop)
        if inner < stop and re.search(r"\w", plain[inner:stop]) and not _NOTE.match(plain, inner, stop):
            unnamed = named is not None and nameless(plain[named[0] : named[1]], self.words.lexicon)
            self.turns.append(Stretch(inner, stop, outer, end, "quote.turn", named, self.question, unnamed))

    def _text(self, i: int) -> str:
        return self.words.page.text(self.body[i])

    def apart(self, i: int, start: int) -> bool:
        """Whether the last paragraph of a turn is none of the speaker's: a note, or the heading of what follows."""
        text = self._text(i)
        if _NOTE.match(text):
            return True
        before = self.words.plain[max(start, self.body[i - 1].end - 2) : self.body[i - 1].end]
        ended = before[-1:] in _STOPS or before[:1] in _STOPS or bool(_NOTE.match(self._text(i - 1)))
        closed = text.rstrip("".join(_CLOSING_MARKS))[-1:] or text[-1]
        return ended and closed not in _STOPS + ",;" and len(text.split()) <= 16 and self.words.lexicon.spaced

    def _floor(self, turn: _Turn) -> tuple[int, tuple[int, int]] | None:
        """A chair's words that end by naming somebody; what follows after a blank line is that person's."""
        for i in range(turn.label.paragraph + 2, turn.last + 1):
            if self.body[i].blank_before:
                start, end = self.words.sentences(self.body[i - 1])[-1]
                if len(self.words.between(start, end)) <= 8 and self.words.inside("office", start, end):
                    return i, (start, end)
                return None
        return None

    def _without_ending(self, first: int, last: int) -> int:
        """The last paragraph before "END" and whatever stands below it."""
        ends = self.words.lexicon.words("transcript_ends")
        for i in range(first + 1, last + 1):
            text = re.sub(r"[\d:.]+.*", "", self._text(i))
            if key_of(re.sub(r"[^\w\s]", "", text)) in ends:
                return i - 1
        while last > first and (self._told(last) or (self.framed and self._reports(last))):
            last -= 1
        return last

    def _reports(self, i: int) -> bool:
        """Whether a paragraph tells of the meeting in the words of whoever frames the turns: no first person in it."""
        p = self.body[i]
        first = [h for kind in ("office", "encounter") for h in self.words.inside(kind, p.start, p.start + 12)[:1]]
        articles = self.words.lexicon.words("articles")  # "The Minister left …", "The meeting ended …"
        acting = any(self.words.lowered[p.start : h.start].strip() in articles for h in first)
        telling = acting or any(self.words.inside(kind, p.start, p.end) for kind in ("attendance", "held", "speech"))
        return telling and not _first_person(self.words, p, self.words.lexicon.words("first_person"))

    def _told(self, i: int) -> bool:
        """Whether a paragraph tells of the speakers instead of being theirs: a speaker's name, no first person."""
        p = self.body[i]
        if _first_person(self.words, p, self.words.lexicon.words("first_person")):
            return False
        names = {w for x in self.labels if x.kind == "person" for w in x.key.split()[-1:]}
        return any(self.words.tokens[n].lower in names for n in self.words.between(p.start, p.end))


def _unmarked(plain: str, start: int, end: int) -> tuple[int, int]:
    """A turn without the quotation marks around all of it: one that opens it and closes nowhere in its paragraph but at
    its end, and the one that closes the last paragraph."""
    if plain[start : start + 1] not in _OPENING_MARKS or start >= end:
        return start, end
    stop = plain.find("\n", start, end)
    first = plain[start + 1 : stop if stop > 0 else end].rstrip()
    if any(mark in first[:-1] for mark in _CLOSING_MARKS):
        return start, end
    last = plain[max(start, plain.rfind("\n", start, end) + 1) : end]
    closed = last[-1] in _CLOSING_MARKS and sum(last.count(mark) for mark in {*_OPENING_MARKS, *_CLOSING_MARKS}) <= 2
    return start + 1, len(plain[: end - closed].rstrip()) if closed else end


def _is_transcript(words: Words, labels: list[Label]) -> bool:
    alone = [x for x in labels if x.alone and x.named]
    return _titled(words) or len(labels) >= 3 or len(alone) >= 2 or any(x.question for x in labels)


def _titled(words: Words) -> bool:
    """Whether the headline announces somebody's words."""
    spans = words.page.title.spans
    return bool(spans and _holds(words, spans[0].start, spans[0].end, "remarks"))


def _holds(words: Words, start: int, end: int, key: str) -> bool:
    return words.lexicon.begins(key).search(words.lowered, start, end) is not None


def _opening(words: Words, body: list[Paragraph], before: int) -> Stretch | None:
    """What stands before the first label: the words of the person whom the headline names."""
    mine = words.lexicon.words("first_person")
    spoken = [p for p in body[:before] if _first_person(words, p, mine)]
    if len(spoken) * 3 < before:
        return None
    led = (i for i in range(before) if not (_introduces(words, body[i], mine) or _narrates(words, body[i], mine)))
    first = next(led, before)
    if first == before:
        return None
    reader = _Reader(words, body, [], True)
    while before - 1 > first and reader.apart(before - 1, body[first].start):
        before -= 1
    start, end = body[first].start, body[before - 1].end
    if words.inside("speech", body[first].start, body[first].end) and words.page.text(body[first]).endswith(":"):
        return None
    return Stretch(*_unmarked(words.plain, start, end), start, end, "quote.opening-remarks")


def _introduces(words: Words, p: Paragraph, mine: frozenset[str]) -> bool:
    """Whether a paragraph before somebody's words is a note about them."""
    text = words.page.text(p)
    if key_of(text.strip("()[]*")) in words.lexicon.words("speech_notes"):
        return True
    return bool(_NOTE.match(text)) and not _first_person(words, p, mine)


def _narrates(words: Words, p: Paragraph, mine: frozenset[str]) -> bool:
    """Whether a paragraph tells of a meeting: whole sentences of it, and nobody's own words."""
    told = words.inside("encounter", p.start, p.end) or words.inside("speech", p.start, p.end)
    return bool(told) and words.page.text(p)[-1] in _STOPS and not _first_person(words, p, mine)


def _speech(words: Words, body: list[Paragraph]) -> Stretch | None:
    """A whole page that is one speech: announced by the headline or begun with an address, in the first person."""
    mine = words.lexicon.words("first_person")
    first = next((i for i in range(len(body)) if not _introduces(words, body[i], mine)), 0)
    long = [p for p in body[first:] if p.end - p.start > 40]
    title = words.page.title.spans
    announced = bool(title) and _holds(words, title[0].start, title[0].end, "speech_titles")
    addresses = words.lexicon.affixes("addresses")
    addressed = bool(body and addresses) and words.lowered.startswith(addresses, body[first].start)
    if len(long) < 2 or not (announced or addressed):
        return None
    if sum(_first_person(words, p, mine) for p in long) < (0.6 if announced else 0.75) * len(long):
        return None
    reader, last = _Reader(words, body, [], True), len(body) - 1
    while last > first and reader.apart(last, body[first].start):
        last -= 1
    start, end = body[first].start, body[last].end
    return Stretch(*_unmarked(words.plain, start, end), start, end, "quote.opening-remarks")


def _first_person(words: Words, p: Paragraph, mine: frozenset[str]) -> bool:
    return words.says(mine, p.start, p.end)


def _colon_turns(words: Words, body: list[Paragraph], labelled: set[int]) -> list[Stretch]:
    """ "…, the head of state said:" and then paragraphs that begin with a dash, or are set off by nothing else."""
    found: list[Stretch] = []
    for i, p in enumerate(body[1:], 1):
        before = body[i - 1]
        if (found and p.start < found[-1].end) or not words.page.text(before).endswith(":"):
            continue
        if not words.inside("speech", max(before.start, before.end - 120), before.end):
            continue
        dash = _DASH.match(words.page.text(p))
        if dash or (i not in labelled and _block(words, p)):
            last = _last_of_block(words, body, i, labelled)
            start = p.start + (dash.end() if dash else 0)
            found.append(Stretch(start, body[last].end, p.start, body[last].end, "quote.said-colon"))
    return found


def _block(words: Words, p: Paragraph) -> bool:
    """Whether a paragraph without any mark can be somebody's words: a sentence in the first person."""
    text = words.page.text(p)
    mine = words.lexicon.words("first_person")
    return text[0].isupper() and text[-1] in _STOPS and len(text) > 60 and _first_person(words, p, mine)


def _last_of_block(words: Words, body: list[Paragraph], at: int, labelled: set[int]) -> int:
    """The last paragraph of somebody's words: one without a first person may stand between two that have it."""
    mine = words.lexicon.words("first_person")
    last, gap = at, 0
    for j in range(at + 1, len(body)):
        text = words.page.text(body[j])
        if j in labelled or text.endswith(":") or _DASH.match(text) or text[0] in '“«„"‘':
            break
        if _first_person(words, body[j], mine):
            last, gap = j, 0
        elif gap or words.inside("speech", body[j].start, body[j].end):
            break
        else:
            gap += 1
    return last


def _inside(stretch: Stretch, turns: list[Stretch]) -> bool:
    at = bisect_right(turns, stretch.start, key=lambda t: t.start) - 1
    return at >= 0 and stretch.start < turns[at].end
