"""A name as it stands in a text, and words beside it that have the form of none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lexicon import Lexicon
from .wordlists import compiled


@dataclass(frozen=True)
class Name:
    """A name at `plain[start:end]`: its words without endings, and what speaks for its being a person's."""

    start: int
    end: int
    words: tuple[str, ...]
    titled: bool = False
    possessive: bool = False
    ending: str = ""
    """The case ending cut off the last word."""

    @property
    def text(self) -> str:
        """The name as one string."""
        return " ".join(self.words)


def initials(word: str) -> bool:
    """Whether a part of a name is an initial ("K.", "Yu.")."""
    return word.endswith(".") and len(re.sub(r"\W", "", word)) <= 2


REGNAL = re.compile(r"[IVX]{1,5}")
"""The number of a monarch or a pope."""


def belongs(word: str, lexicon: Lexicon) -> bool:
    """ "HDP'li Omar Bell", "Ankara'lı": whether a word says to which party or place somebody belongs."""
    shapes = lexicon.data.get("belonging_shapes")
    return bool(shapes) and compiled(str(shapes)).search(word) is not None
