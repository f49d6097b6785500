"""A page: its paragraphs, what part of it each is, and its headline."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from .record import Finding

Zone = Literal["front", "furniture", "date", "letterhead", "title", "body", "footer"]


@dataclass(frozen=True)
class Paragraph:
    """One line of the plain text, trimmed, and what part of the page it is."""

    start: int
    end: int
    zone: Zone = "body"
    blank_before: bool = False


@dataclass(frozen=True)
class Page:
    """A text's paragraphs in order, its headline and why that line is it."""

    plain: str
    paragraphs: tuple[Paragraph, ...]
    title: Finding
    roster: tuple[Paragraph, ...] = ()
    """The lines of a list of participants."""

    def text(self, paragraph: Paragraph) -> str:
        """The words of a paragraph."""
        return self.plain[paragraph.start : paragraph.end]

    def zone_at(self, offset: int) -> Zone:
        """The zone that a place lies in."""
        at = bisect_right(self._starts, offset) - 1
        return self.paragraphs[at].zone if at >= 0 and offset < self.paragraphs[at].end else "furniture"

    @cached_property
    def _starts(self) -> list[int]:
        return [p.start for p in self.paragraphs]

    @property
    def title_end(self) -> int:
        """Where the headline ends; 0 where there is none."""
        return max((p.end for p in self.zone("title")[:1]), default=0)

    def header(self) -> list[Paragraph]:
        """The lines around date and headline, before the body, that are neither menu nor headline."""
        body = next((i for i, p in enumerate(self.paragraphs) if p.zone == "body"), len(self.paragraphs))
        dated = [i for i, p in enumerate(self.paragraphs[:body]) if p.zone in ("date", "title")]
        after = dated[0] if dated else body
        head = [p for p in self.paragraphs[after : body + 5] if p.zone != "title"]
        return [p for p in head if p.zone in ("furniture", "date") or p.end - p.start < 24]

    def zone(self, *zones: Zone) -> list[Paragraph]:
        """The paragraphs of some zones."""
        known = self._zones.get(zones)
        if known is None:
            known = self._zones[zones] = [p for p in self.paragraphs if p.zone in zones]
        return list(known)

    @cached_property
    def _zones(self) -> dict[tuple[Zone, ...], list[Paragraph]]:
        """The paragraphs of the zones asked for so far."""
        return {}
