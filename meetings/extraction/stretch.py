"""Reported words and where they stand: what readers of speech hand to each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Stretch:
    """Reported words `plain[start:end]`; `outer` includes the marks, dash or label."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    rule: str
    label: tuple[int, int] | None = None
    """Where a transcript names the speaker of the turn."""
    question: tuple[int, int] | None = None
    unnamed: bool = False
    """Whether the label is no name: "Moderator", "SG"."""
