"""Where words of an older text stand in a newer one."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from meetings.extraction.record import Span

MIN_LIKENESS = 92.0
"""Below this share (in %) of common characters, words are held to be gone rather than edited."""

LONGEST_SEARCH = 400_000_000
"""Words × text beyond which near-equal words are no longer searched for: some seconds of work."""


def carry(span: Span, old: str, new: str) -> Span | None:
    """The span of `new` that holds the words of `old[start:end]`: unmoved, moved, or slightly edited; else None.

    Of several equal places the nearest to the old relative position counts.
    """
    words = old[span.start : span.end]
    if not words.strip():
        return None
    if new[span.start : span.end] == words:
        return span
    places = occurrences(words, new)
    if places:
        expected = span.start * len(new) / max(len(old), 1)
        start = min(places, key=lambda place: abs(place - expected))
        return Span(start, start + len(words))
    return edited(words, new)


def occurrences(words: str, text: str) -> list[int]:
    """Every place where the words stand."""
    found, start = [], text.find(words)
    while start >= 0:
        found.append(start)
        start = text.find(words, start + len(words))
    return found


def find(words: str, text: str) -> list[Span]:
    """Every place where the words stand, however their lines are broken there."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [Span(*found.span()) for found in re.finditer(pattern, text)] if pattern else []


def edited(words: str, text: str) -> Span | None:
    """The place of nearly the same words."""
    if len(words) * len(text) > LONGEST_SEARCH or len(words) > len(text):
        return None
    best = fuzz.partial_ratio_alignment(words, text, score_cutoff=MIN_LIKENESS)
    return Span(best.dest_start, best.dest_end) if best and best.dest_end > best.dest_start else None


def overlap(one: Span, other: Span) -> float:
    """Intersection over union of two spans: 1 when equal, 0 when apart."""
    inner = min(one.end, other.end) - max(one.start, other.start)
    outer = max(one.end, other.end) - min(one.start, other.start)
    return max(inner, 0) / outer if outer else 0.0
