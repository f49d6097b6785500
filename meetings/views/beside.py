"""Which two of a meeting's sources stand beside each other: links choose them, so that no script is needed."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from meetings.views.sources import Source


@dataclass(frozen=True, slots=True)
class Choice:
    """One source that can be put on one side."""

    number: int
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """Two sources beside each other and the others after them; with three or more, which two can be chosen."""

    sources: list[Source]
    left: list[Choice]
    right: list[Choice]


def beside(sources: list[Source], query: QueryDict) -> Beside:
    """The sources in the order in which they are shown, by `left` and `right` of the query (numbers of sources)."""
    total = len(sources)
    left, right = chosen(query.get("left"), total) or 1, chosen(query.get("right"), total)
    if right in (0, left):
        right = 2 if left == 1 else 1
    first = {left: 0, right: 1}
    ordered = sorted(sources, key=lambda source: (first.get(source.number, 2), source.number))
    if total < 3:
        return Beside(ordered, [], [])
    numbers = range(1, total + 1)
    return Beside(
        ordered,
        [Choice(n, pair(n, left if n == right else right), n == left) for n in numbers],
        [Choice(n, pair(right if n == left else left, n), n == right) for n in numbers],
    )


def chosen(value: str | None, total: int) -> int:
    """The number of a source; 0 where it is none."""
    number = int(value) if value and value.isascii() and value.isdecimal() and len(value) < 9 else 0
    return number if number <= total else 0


def pair(left: int, right: int) -> str:
    return f"?left={left}&right={right}#sources"
