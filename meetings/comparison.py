"""Whether words that one text quotes stand in another text of the same language too.

Pure: texts are compared by runs of letters, so that marks, spaces and small edits between two printings do not matter.
"""

from __future__ import annotations

import unicodedata

RUN = 8
"""So many letters in a row are compared at once."""
ENOUGH = 0.5
"""The share of a quote's runs that another text must hold to be held to say the same."""


class Wording:
    """A text to look for quoted words in: built once, each question costs as much as the words are long."""

    def __init__(self, text: str) -> None:
        self.letters = letters(text)
        self.runs = runs(self.letters)

    def holds(self, words: str) -> bool:
        """Whether the text says these words, or most of them."""
        wanted = letters(words)
        if len(wanted) <= RUN:
            return wanted in self.letters
        asked = runs(wanted)
        return len(asked & self.runs) >= ENOUGH * len(asked)


def letters(text: str) -> str:
    """Letters and digits alone, without case and accents."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text).casefold()))


def runs(letters: str) -> frozenset[str]:
    return frozenset(letters[at : at + RUN] for at in range(len(letters) - RUN + 1))
