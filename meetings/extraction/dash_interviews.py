"""Interviews whose questions are told by a dash alone: "— Question? — Answer.", or a dash before the questions only.

Whoever asks and whoever answers take turns; nothing but the order and the question marks tells them apart.
"""

from __future__ import annotations

import re
from itertools import pairwise

from .pages import Paragraph
from .stretch import Stretch
from .tokens import Words

_DASH = re.compile(r"[—–―-]\s+(?=\S)")
_BROKEN_OFF = re.compile(r"[,.!?…]\s*[—–-]\s")
"""Words, a dash, and perhaps who said them: a story, no interview."""
_FEWEST = 2
"""Questions that make an interview."""
_ASKED = 0.6
"""Share of the interviewer's turns that end as questions do; the rest are thanks and remarks."""


def dash_interview(words: Words, body: list[Paragraph]) -> tuple[list[Stretch], list[tuple[int, int]]]:
    """The answers and the questions of such an interview; nothing for any other text."""
    dashed = [i for i, p in enumerate(body) if _DASH.match(words.page.text(p))]
    if len(dashed) < _FEWEST or any(_attributed(words, body[i]) for i in dashed):
        return [], []
    everyone = all(_asks(words, body[i]) for i in dashed)
    turns = _answers_without_dash(words, body, dashed) if everyone else _in_turns(words, body, dashed)
    answers: list[Stretch] = []
    questions: list[tuple[int, int]] = []
    for asked, first, last in turns:
        question = (body[asked].start, body[asked].end)
        questions.append(question)
        if first <= last:
            dash = _DASH.match(words.page.text(body[first]))
            start = body[first].start + (dash.end() if dash else 0)
            end = body[last].end
            answers.append(Stretch(start, end, body[first].start, end, "quote.turn", None, question))
    return (answers, questions) if len(answers) >= _FEWEST else ([], [])


def _attributed(words: Words, p: Paragraph) -> bool:
    """Whether a verb of speech stands behind a second dash of a paragraph."""
    breaks = [m.end() + p.start for m in _BROKEN_OFF.finditer(words.page.text(p))]
    return any(words.inside("speech", at, min(at + 60, p.end)) for at in breaks)


def _asks(words: Words, p: Paragraph) -> bool:
    return "?" in words.page.text(p)[-3:]


def _answers_without_dash(words: Words, body: list[Paragraph], dashed: list[int]) -> list[tuple[int, int, int]]:
    """(question, first and last paragraph of the answer) where only questions have a dash: half speak of themselves."""
    ends = [*(i - 1 for i in dashed[1:]), len(body) - 1]
    found = [(asked, asked + 1, last) for asked, last in zip(dashed, ends, strict=True)]
    mine = words.lexicon.words("first_person")
    own = [
        any(words.tokens[n].lower in mine for n in words.between(body[a].start, body[z].end))
        for _q, a, z in found
        if a <= z
    ]
    return found if own and sum(own) >= len(found) / 2 else []


def _in_turns(words: Words, body: list[Paragraph], dashed: list[int]) -> list[tuple[int, int, int]]:
    """The same where both have one: every other dash is a question; none where the marks say otherwise."""
    asking, answering = dashed[::2], dashed[1::2]
    asked = sum(_asks(words, body[i]) for i in asking)
    replied = sum(not _asks(words, body[i]) for i in answering)
    if asked < _FEWEST or asked < _ASKED * len(asking) or replied < _ASKED * len(answering):
        return []
    if any(following - i > 1 for i, following in pairwise(dashed) if i in asking):
        return []  # a question of several paragraphs: no such page
    ends = [*(i - 1 for i in asking[1:]), dashed[-1]]
    found = [(i, n, last) for i, n, last in zip(asking, answering, ends, strict=False)]
    return found + [(i, i + 1, i) for i in asking[len(answering) :]]
