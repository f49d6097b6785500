"""Interviews on whose pages nothing but the question mark tells the questions: no label, no dash.

A page says that it is one, in its headline or above the first question.
"""

from __future__ import annotations

from .pages import Paragraph
from .stretch import Stretch
from .tokens import Words

_FEWEST = 2
"""Questions that make an interview."""
_LONGEST = 600
"""Characters up to which a paragraph can be a question."""
_OWN = 0.5
"""Share of the answers in which somebody speaks of themselves."""


def line_interview(words: Words, body: list[Paragraph]) -> tuple[list[Stretch], list[tuple[int, int]]]:
    """The answers and the questions of such an interview; nothing for any other text."""
    asked = [i for i, p in enumerate(body) if _asks(words, p)]
    asked = [i for i in asked if i + 1 < len(body)]
    if len(asked) < _FEWEST or not _announced(words, body, asked[0]):
        return [], []
    ends = [*(i - 1 for i in asked[1:]), _last(words, body, asked[-1])]
    pairs = [(i, last) for i, last in zip(asked, ends, strict=True) if i < last]
    mine = words.lexicon.words("first_person")
    own = sum(_speaks(words, body[i + 1].start, body[last].end, mine) for i, last in pairs)
    if len(pairs) < _FEWEST or own < _OWN * len(pairs):
        return [], []
    answers = [_answer(body, i, last) for i, last in pairs]
    return answers, [(body[i].start, body[i].end) for i in asked]


def _answer(body: list[Paragraph], asked: int, last: int) -> Stretch:
    start, end = body[asked + 1].start, body[last].end
    return Stretch(start, end, start, end, "quote.turn", None, (body[asked].start, body[asked].end))


def _asks(words: Words, p: Paragraph) -> bool:
    """Whether a paragraph is a question and nothing else: no quotation, no list."""
    text = words.page.text(p)
    return len(text) <= _LONGEST and text[-1] in "?？؟" and text[0] not in '“«„"‘—–-•'


def _announced(words: Words, body: list[Paragraph], first: int) -> bool:
    """Whether the headline or what stands above the first question calls the page an interview."""
    spans = [(s.start, s.end) for s in words.page.title.spans] + [(p.start, p.end) for p in body[: min(first, 3)]]
    pattern = words.lexicon.begins("interviews")
    return any(pattern.search(words.lowered, start, end) for start, end in spans)


def _last(words: Words, body: list[Paragraph], asked: int) -> int:
    """The last paragraph of the last answer: before "Interview: Anna Bell" and what stands below it."""
    pattern = words.lexicon.begins("interviews")
    for i in range(asked + 2, len(body)):
        if body[i].end - body[i].start < 120 and pattern.search(words.lowered, body[i].start, body[i].end):
            return i - 1
    return len(body) - 1


def _speaks(words: Words, start: int, end: int, mine: frozenset[str]) -> bool:
    return any(words.tokens[n].lower in mine for n in words.between(start, end))
