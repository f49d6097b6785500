"""Lists in which every office stands before its holder: "the Minister of Ports, A, the Governor of the Bank, B."."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from .name_forms import Name
from .neighbourhood import Neighbourhood
from .office import Office
from .plural_offices import BRACKETS

_FEWEST = 3
"""Names of a list by which its order can be told."""
_STRAY = 3
"""Of as many names one may have none before it that the vocabulary knows to its end; not the first one."""


class OfficeLists:
    """Tells the order of names and offices in the lists of one text that say who was there."""

    def __init__(self, of: Neighbourhood) -> None:
        self.of, self.words = of, of.words
        self._name_starts, self._office_ends = [n.start for n in of.names], [o.end for o in of.offices]
        self._known: dict[int, dict[int, Office]] = {}

    def office_before(self, name: Name) -> Office | None:
        """The office that stands before a name, perhaps with a comma between, in a list in which all offices stand so:
        one that ends in a name, and most of whose names have an office before them."""
        if not self.words.lexicon.data.get("department_first"):
            return None
        start, end = self.words.line(name.start)
        if start not in self._known:
            self._known[start] = self._read(start, end)
        return self._known[start].get(name.start)

    def _read(self, start: int, end: int) -> dict[int, Office]:
        cue = next(iter(self.words.inside("attendance", start, end)), None)
        at = [bisect_left(self._name_starts, edge) for edge in (cue.end, end)] if cue else [0, 0]
        names = self.of.names[at[0] : at[1]]
        if len(names) < _FEWEST or self.words.plain[names[-1].end : end].strip(" .\n"):
            return {}
        held = {n.start: o for n in names if (o := self._before(n))}
        told = names[0].start in held and len(names) - len(held) <= len(names) // _STRAY
        return held if told else {}

    def _before(self, name: Name) -> Office | None:
        """The office right before a name, or with a comma between."""
        start = self.of.title_start(name)
        at = bisect_right(self._office_ends, start) - 1
        if at < 0:
            return None
        gap = self.words.plain[self._office_ends[at] : start]
        return self.of.offices[at] if "\n" not in gap and BRACKETS.sub("", gap).strip() in ("", ",") else None
