"""What stands close to a name: other names, offices, the forms of address before it."""

from __future__ import annotations

import re
from bisect import bisect_left

from .name_forms import Name
from .office import Office
from .plural_offices import PluralOffices
from .tokens import Words


class Neighbourhood:
    """The names and offices of one text, by their places."""

    def __init__(self, words: Words, names: list[Name], offices: list[Office]) -> None:
        self.words, self.lexicon = words, words.lexicon
        self.names, self.offices = names, offices
        self._name_starts, self._office_starts = [n.start for n in names], [o.start for o in offices]
        self._title_starts: dict[int, int] = {}
        self._plural = PluralOffices(words, names, offices)

    def near(self, offset: int, reach: int = 60) -> list[Name]:
        """Names that begin close to a place."""
        starts = self._name_starts
        return self.names[bisect_left(starts, offset - reach) : bisect_left(starts, offset + reach)]

    def offices_near(self, name: Name) -> list[Office]:
        starts = self._office_starts
        return self.offices[bisect_left(starts, name.start - 300) : bisect_left(starts, name.end + 40)]

    def title_start(self, name: Name) -> int:
        """Where the forms of address before a name begin."""
        known = self._title_starts.get(name.start)
        if known is None:
            known = self._title_starts[name.start] = self._title_start(name.start)
        return known

    def _title_start(self, begin: int) -> int:
        start = begin
        while True:
            hits = [
                h
                for h in self.words.inside("titles", start - 30, start)
                if re.fullmatch(r"[\s.()]*", self.words.plain[h.end : start])
            ]
            if not hits:
                return self._with_article(start) if start < begin else start
            start = hits[-1].start
            while start and self.words.plain[start - 1] == "(":
                start -= 1

    def _with_article(self, start: int) -> int:
        """ "le chef d'état-major, le général X": the article of a form of address goes with it."""
        before = self.words.index_at(start) - 1
        token = self.words.tokens[before] if before >= 0 and self.lexicon.data.get("adjectives_follow") else None
        article = token is not None and token.lower in self.lexicon.words("definite")
        return token.start if token and article and start - token.end <= 1 else start
