"""Where words begin and end when spaces do not tell: small words written with the next one, text without spaces."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from .lexicon import CUES, Lexicon
from .phrases import Hit

_KNOWN = (
    "common", "function_words", "office_prefixes", "complements", "particles", "articles", "pronouns", "first_person",
    "office_joins", "office_links", "thing_cues", "not_joined", "exact_names", *CUES,
)  # fmt: skip
"""Lists of the lexicon whose entries are words of their own."""


@cache
def _known_words(lexicon: Lexicon) -> tuple[frozenset[str], int]:
    """All words of a language's lists, and how long the longest is."""
    words = frozenset().union(*(lexicon.words(key) for key in _KNOWN))
    return words, max(map(len, words), default=1)


class Splitter:
    """Cuts what the typography shows as one word into the words it holds, in languages that need it."""

    def __init__(self, lexicon: Lexicon, hits: Iterable[Hit]) -> None:
        self.spaced = lexicon.spaced
        self.inflection = lexicon.inflection
        self.elisions = lexicon.words("elisions")
        self.needed = not self.spaced or bool(self.inflection.leads) or bool(self.elisions)
        if not self.needed:
            return
        self.known, self.longest = _known_words(lexicon)
        self.verbs, self.before_verbs = lexicon.conjugated, lexicon.words("verb_proclitics")
        self.clitics = sorted(self.inflection.proclitics, key=len, reverse=True)
        self.only_verbs = lexicon.words("only_verb_proclitics")
        self.ends: dict[int, int] = {}
        for hit in hits:
            self.ends[hit.start] = max(hit.end, self.ends.get(hit.start, 0))

    def pieces(self, lowered: str, start: int, end: int) -> list[tuple[int, int]]:
        """Start and end of every word of a stretch without spaces."""
        if not self.needed or not lowered[start].isalnum():
            return [(start, end)]
        if self.elisions:
            return self._elided(lowered, start, end)
        if lowered[start:end].isascii():
            return [(start, end)]
        return self._clitics(lowered, start, end) if self.spaced else self._words(lowered, start, end)

    def _elided(self, lowered: str, start: int, end: int) -> list[tuple[int, int]]:
        """ "l'Europe", "qu'il": the shortened word is one of its own, apostrophe included."""
        found = []
        while (cut := lowered.find("'", start, end)) > 0 and lowered[start:cut] in self.elisions and cut + 1 < end:
            found.append((start, cut + 1))
            start = cut + 1
        return [*found, (start, end)]

    def _clitics(self, lowered: str, start: int, end: int) -> list[tuple[int, int]]:
        """ "wa-" and the like are cut off where the rest is a known word."""
        if start in self.ends or lowered[start:end] in self.known or lowered[start:end] in self.verbs:
            return [(start, end)]
        for small in self.clitics:
            cut = start + len(small)
            if lowered.startswith(small, start) and cut < end and self._known_behind(small, lowered, cut, end):
                return [(start, cut), (cut, end)]
        return [(start, end)]

    def _known_behind(self, small: str, lowered: str, cut: int, end: int) -> bool:
        """Whether a known word is left; a verb is so only behind a small word that verbs can have before them."""
        rest = lowered[cut:end]
        if small in self.before_verbs and rest in self.verbs:
            return True
        return cut in self.ends or (rest in self.known and small not in self.only_verbs)

    def _words(self, lowered: str, start: int, end: int) -> list[tuple[int, int]]:
        """The longest known word at each place, else a number, else one character."""
        found, at = [], start
        while at < end:
            stop = at + 1
            while lowered[at].isascii() and stop < end and lowered[stop].isascii():
                stop += 1
            reach = min(end, at + self.longest)
            known = next((e for e in range(reach, stop, -1) if lowered[at:e] in self.known), stop)
            stop = max(stop, known, min(end, self.ends.get(at, 0)))
            found.append((at, stop))
            at = stop
        return found
