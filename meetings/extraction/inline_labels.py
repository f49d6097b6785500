"""Transcripts whose line breaks got lost: a label in the middle of a paragraph begins a paragraph of its own."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from .lexicon import Lexicon
from .phrases import lower

if TYPE_CHECKING:
    from .pages import Paragraph

_WORD = r"(?:[^\W\d_a-zà-ÿа-яё][\w.'’-]*|\([^()\n]{1,60}\))"
_SMALL = "of|for|the|and|van|von|de|bin|al|der"
_LABEL = rf"(?P<label>{_WORD}(?:,? (?:(?:{_SMALL}) )?{_WORD}){{0,8}}):(?= [^\W_a-zà-ÿа-яё“\"‘«(])"
_BEGIN = re.compile(_LABEL)
_INSIDE = re.compile(rf"(?<=[.?!…)\]”\"’»]) {_LABEL}")
_SHORTEST = 200
"""Code points of a paragraph that can hold a whole turn besides its own."""
_EXCHANGE = re.compile(r"(?<=[.?!…。？！؟)”\"])\s*(?P<label>[^\W\d_]{1,6})\s?[:：]")


def turn_by_turn(plain: str, paragraphs: list[Paragraph], lexicon: Lexicon) -> list[Paragraph]:
    """The paragraphs, those of a transcript that lost its line breaks cut before each speaker's label."""
    cuts = _inline_turns(plain, [(p.start, p.end) for p in paragraphs], lexicon)
    found: list[Paragraph] = []
    for p in paragraphs if cuts else ():
        starts = [p.start, *cuts.get(p.start, ())]
        ends = [len(plain[:start].rstrip()) for start in starts[1:]] + [p.end]
        pieces = zip(starts, ends, strict=True)
        found += [replace(p, start=a, end=b, blank_before=p.blank_before and a == p.start) for a, b in pieces]
    return found or paragraphs


def _inline_turns(plain: str, lines: list[tuple[int, int]], lexicon: Lexicon) -> dict[int, list[int]]:
    """Where further turns begin inside a line, by the line's start: one speaker's label does so again and again."""
    if not lexicon.capitals or not lexicon.spaced:
        return _asked_and_answered(plain, lines, lexicon)
    inside = {a: list(_INSIDE.finditer(plain, a, b)) for a, b in lines if b - a >= _SHORTEST and ": " in plain[a:b]}
    found = [m for matches in inside.values() for m in matches]
    if not found:
        return {}
    heads = [m for a, b in lines if (m := _BEGIN.match(plain, a, b))]
    counts = Counter(_key(m) for m in [*heads, *found])
    again = {_key(m) for m in found if counts[_key(m)] >= 2 and _somebody(m["label"], lexicon)}
    if not again:
        return {}
    return {a: [m.start("label") for m in ms if _somebody(m["label"], lexicon)] for a, ms in inside.items()}


def _asked_and_answered(plain: str, lines: list[tuple[int, int]], lexicon: Lexicon) -> dict[int, list[int]]:
    """Where questions and answers begin inside a line, in a script without capitals: both labels stand in that line,
    one of them at its head or twice."""
    asks, answers = lexicon.words("question_labels"), lexicon.words("answer_labels")
    found: dict[int, list[int]] = {}
    for a, b in lines:
        labels = [m for m in _EXCHANGE.finditer(plain, a, b) if m["label"] in asks | answers]
        told = [m["label"] for m in labels]
        told += [label for label in asks if labels and plain.startswith(label, a)]
        if len(told) >= 2 and not asks.isdisjoint(told) and not answers.isdisjoint(told):
            found[a] = [m.start("label") for m in labels]
    return found


def _key(match: re.Match[str]) -> str:
    return " ".join(lower(match["label"]).split())


def _somebody(label: str, lexicon: Lexicon) -> bool:
    """Whether a label can be a speaker's: two names, an office, a form of address, or a journalist's or a chair's."""
    key = lower(label)
    if key in lexicon.words("question_labels", "answer_labels", "role_labels"):
        return True
    common = lexicon.words("common")
    words = re.findall(r"[^\W\d_][\w'’-]*", label)
    hits = {h.kind for h in lexicon.matcher.find(label)}
    return bool(hits & {"office", "titles"}) or (len(words) >= 2 and not any(lower(w) in common for w in words))
