"""Counts in a few steps, for shades of colour: few and many are told apart at every scale."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

MOST_STEPS = 5


@dataclass(frozen=True, slots=True)
class Step:
    """Counts from `low` to `high` (None: no end) have the shade `number`, 1 the lightest."""

    number: int
    low: int
    high: int | None


class Steps:
    """A step for each count where there are few; else steps that grow by the same factor, up to the greatest."""

    def __init__(self, most: int) -> None:
        grown = {round(most ** (n / MOST_STEPS)) for n in range(MOST_STEPS)}
        lows = sorted(grown) if most > MOST_STEPS else list(range(1, most + 1))
        shades = range(MOST_STEPS - len(lows) + 1, MOST_STEPS + 1)
        ends = [*(above - 1 for _, above in pairwise(lows)), None]
        self.all = [Step(n, low, high) for n, low, high in zip(shades, lows, ends, strict=False)]

    def of(self, count: int) -> int:
        """The number of the step that a count is in; 0 for none."""
        return max((step.number for step in self.all if step.low <= count), default=0)
