"""Transcripts: who speaks from which label on, journalists' questions, opening remarks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from .layout import Paragraph
from .phrases import lower
from .quotes import Stretch
from .tokens import Words

_LABEL = re.compile(
    r"(?P<name>[^:：\n“”\"«»?!，。]{1,90}?)(?:\s*[(（][^)）\n]{1,80}[)）])?"
    r"\s*(?:(?P<sign>:|\.?\s[–—-])\s+|：\s*|:(?=[\u4e00-\u9fff]))(?=\S)"
)


@dataclass(frozen=True)
class Label:
    """A paragraph that begins with somebody's name or "Question:"; `text` is where the words begin."""

    paragraph: int
    start: int
    end: int
    text: int
    question: bool
    answer: bool


def read_turns(words: Words) -> tuple[list[Stretch], list[tuple[int, int]]]:
    """The turns of a transcript and the journalists' questions; empty for a text that is none."""
    body = words.page.zone("body")
    labels = _labels(words, body)
    colon = _colon_turns(words, body, {x.paragraph for x in labels})
    if not labels:
        return colon, []
    transcript = _is_transcript(words, body, labels)
    turns: list[Stretch] = []
    questions: list[tuple[int, int]] = []
    if transcript and labels[0].paragraph > 0 and (opening := _opening(words, body, labels)):
        turns.append(opening)
    question: tuple[int, int] | None = None
    for n, label in enumerate(labels):
        last = labels[n + 1].paragraph - 1 if n + 1 < len(labels) else len(body) - 1
        if not transcript:
            last = min(last, _last_of_speech(words, body, label.paragraph))
        end = body[max(last, label.paragraph)].end
        if label.question:
            question = (label.text, end)
            questions.append((label.start, end))
        else:
            named = None if label.answer else (label.start, label.end)
            turns.append(Stretch(label.text, end, label.start, end, "quote.turn", named, question))
            question = question if transcript else None
    return sorted(turns + [c for c in colon if not _inside(c, turns)], key=lambda t: t.start), questions


def _labels(words: Words, body: list[Paragraph]) -> list[Label]:
    found: list[Label] = []
    texts = [words.page.text(p) for p in body]
    matches = [_LABEL.match(t) for t in texts]
    counts = Counter(_key(m["name"]) for m in matches if m)
    questions, answers = words.lexicon.words("question_labels"), words.lexicon.words("answer_labels")
    for i, (p, match) in enumerate(zip(body, matches, strict=True)):
        if not match:
            continue
        name = _key(match["name"])
        first = name.split(" ")[0] if name else ""
        question = name in questions or (first in questions and len(name.split()) <= 4)
        answer = name in answers
        if (
            question
            or answer
            or _names_somebody(words, p.start, p.start + len(match["name"]), counts[name], match["sign"] or ":")
        ):
            found.append(
                Label(i, p.start, p.start + len(match["name"].rstrip()), p.start + match.end(), question, answer)
            )
    return found


def _key(name: str) -> str:
    return " ".join(lower(name).split()).strip(" .")


def _names_somebody(words: Words, start: int, end: int, count: int, sign: str) -> bool:
    """Whether a label looks like a person: capitals, particles, titles and offices only, and no common word."""
    tokens = [words.tokens[i] for i in words.between(start, end)]
    if not tokens or len(tokens) > 14 or any(t.text in ".;" and t.start + 1 == end for t in tokens[:-1]):
        return False
    proper = 0
    for token in tokens:
        if not token.word:
            continue
        if (
            words.covering("office", token.start)
            or words.covering("titles", token.start)
            or words.covering("country", token.start)
        ):
            continue
        if token.text[0].isdigit() or (
            not token.capital and token.lower not in words.lexicon.words("particles") | {"of"}
        ):
            return False
        if token.lower in words.lexicon.words("common"):
            if not words.inside("office", start, end):
                return False
            continue
        proper += 1
    office = bool(words.inside("office", start, end))
    if sign != ":" and count < 2 and not (proper and office):
        return False
    return (proper >= 2 or (proper == 1 and (count >= 2 or office or tokens[0].text.isupper()))) or (
        office and count >= 2
    )


def _is_transcript(words: Words, body: list[Paragraph], labels: list[Label]) -> bool:
    title = words.page.title
    spans = title.spans
    cue = bool(spans and _holds(words, spans[0].start, spans[0].end, "remarks"))
    return cue or len(labels) >= 3 or any(x.question for x in labels)


def _holds(words: Words, start: int, end: int, key: str) -> bool:
    text = words.lowered[start:end]
    return any(re.search(rf"(?<!\w){re.escape(w)}", text) for w in words.lexicon.words(key))


def _opening(words: Words, body: list[Paragraph], labels: list[Label]) -> Stretch | None:
    """What stands before the first label: the words of the person whom the headline names."""
    start, end = body[0].start, body[labels[0].paragraph - 1].end
    mine = words.lexicon.words("first_person")
    spoken = [p for p in body[: labels[0].paragraph] if _first_person(words, p, mine)]
    first = words.page.text(body[0])
    if len(spoken) * 3 < labels[0].paragraph or (
        words.inside("speech", body[0].start, body[0].end) and first.endswith(":")
    ):
        return None
    return Stretch(start, end, start, end, "quote.opening-remarks")


def _first_person(words: Words, p: Paragraph, mine: frozenset[str]) -> bool:
    return any(words.tokens[i].lower in mine for i in words.between(p.start, p.end))


def _colon_turns(words: Words, body: list[Paragraph], labelled: set[int]) -> list[Stretch]:
    """ "…, the head of state said:" and then paragraphs that begin with a dash."""
    found: list[Stretch] = []
    for i, p in enumerate(body[1:], 1):
        before = body[i - 1]
        dash = re.match(r"[—–―-]\s*(?=\S)", words.page.text(p))
        if (
            not dash
            or not words.page.text(before).endswith(":")
            or not words.inside("speech", before.start, before.end)
        ):
            continue
        last = i
        mine = words.lexicon.words("first_person")
        for j in range(i + 1, len(body)):
            text = words.page.text(body[j])
            if (
                j in labelled
                or text.endswith(":")
                or re.match(r"[—–―-]\s", text)
                or not _first_person(words, body[j], mine)
            ):
                break
            last = j
        found.append(Stretch(p.start + dash.end(), body[last].end, p.start, body[last].end, "quote.said-colon"))
    return found


def _last_of_speech(words: Words, body: list[Paragraph], at: int) -> int:
    mine = words.lexicon.words("first_person")
    last = at
    for j in range(at + 1, len(body)):
        if not _first_person(words, body[j], mine) or words.page.text(body[j]).endswith(":"):
            break
        last = j
    return last


def _inside(stretch: Stretch, turns: list[Stretch]) -> bool:
    at = bisect_right(turns, stretch.start, key=lambda t: t.start) - 1
    return at >= 0 and stretch.start < turns[at].end
