"""What stands beside a name: the office, and the state it is said to be of."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from .names import Name
from .offices import Office
from .tokens import Words

_BRACKETS = re.compile(r"\s\([^()\n]{2,14}\)")
"""An acronym or a party behind an office or a name: "(OEA)", "(SPD)"."""


class Beside:
    """Reads the neighbourhood of the names of one text."""

    def __init__(self, words: Words, names: list[Name], offices: list[Office]) -> None:
        self.words, self.lexicon = words, words.lexicon
        self.names, self.offices = names, offices

    def near(self, offset: int, reach: int = 60) -> list[Name]:
        """Names that begin close to a place."""
        begin = bisect_left(self.names, offset - reach, key=lambda n: n.start)
        return self.names[begin : bisect_left(self.names, offset + reach, key=lambda n: n.start)]

    def offices_near(self, name: Name) -> list[Office]:
        begin = bisect_left(self.offices, name.start - 300, key=lambda o: o.start)
        return self.offices[begin : bisect_left(self.offices, name.end + 40, key=lambda o: o.start)]

    def offices_of(self, name: Name) -> list[Office]:
        found = []
        direct = [o for o in self.offices_near(name) if self._directly_before(o, name)]
        found += self._fuller(direct[-1:], name) + direct[-1:]
        after = self._apposition(name)
        before = [o for o in self.offices_near(name) if self._comma_before(o, name)][-1:]
        if direct and before and self._is_title(direct[-1]):
            found = []
        if after and not (before and self._of_next(after, name)):
            found.append(after)
        if not found:
            found += before
        if not found:
            found += self._shared(name)
        return found

    def _is_title(self, office: Office) -> bool:
        """Whether an office is no more than a form of address ("Ambassador X")."""
        hit = self.words.covering("titles", office.start)
        return not self.lexicon.capitals and hit is not None and (hit.start, hit.end) == (office.start, office.end)

    def _fuller(self, direct: list[Office], name: Name) -> list[Office]:
        """ "Permanent Representative of Ghana, Ambassador X": the office with the state, before a mere title."""
        if not direct or direct[0].country or direct[0].organization or " " in direct[0].text:
            return []
        return [
            o
            for o in self.offices_near(name)
            if self.words.plain[o.end : direct[0].start] == ", " and (o.country or o.organization)
        ]

    def title_start(self, name: Name) -> int:
        """Where the forms of address before a name begin."""
        start = name.start
        while True:
            hits = [
                h
                for h in self.words.inside("titles", start - 30, start)
                if re.fullmatch(r"[\s.()]*", self.words.plain[h.end : start])
            ]
            if not hits:
                return start
            start = hits[-1].start
            while start and self.words.plain[start - 1] == "(":
                start -= 1

    def _directly_before(self, office: Office, name: Name) -> bool:
        gap = self.words.plain[office.end : self.title_start(name)]
        gap = gap if self.lexicon.capitals else gap.rstrip('"“«')
        return (
            office.end <= name.start
            and not gap.strip(" -–—")
            and "\n" not in gap
            and len(gap) <= 3
            and not (office.possessive and self.lexicon.head_first)
        )

    def _comma_before(self, office: Office, name: Name) -> bool:
        if not 0 < name.start - office.end <= 40:
            return False
        gap = _BRACKETS.sub("", self.words.plain[office.end : self.title_start(name)])
        gap = self._without_complement(gap)
        after = "," if " " in office.text else self.words.plain[name.end : name.end + 1]
        return (
            gap.strip() in (",", "،", ":")
            and "\n" not in gap
            and after in (",", "،", ".", ";", ":", ")", "\n", "")
            and not self._owned(office)
        )

    def _without_complement(self, gap: str) -> str:
        """ "portavoz de la cartera, X": what an office is of may be a common word, which is no part of it."""
        words = gap.strip().split()
        small = self.lexicon.words("office_links")
        if self.lexicon.head_first and 2 <= len(words) <= 4 and words[0] in small and words[-1].endswith(","):
            return "," if all(w[0].islower() for w in words) else gap
        return gap

    def _owned(self, office: Office) -> bool:
        """Whether an office already stands behind the name before it ("X, President of Y, and Z")."""
        return any(
            0 <= office.start - n.end <= 4 and self.words.plain[n.end : office.start].strip() in (",", "،")
            for n in self.near(office.start)
        )

    def _apposition(self, name: Name) -> Office | None:
        """ "X, President of Y," — but not "X, President Y"."""
        for office in self.offices_near(name):
            if self._follows_directly(office, name):
                return office
            if not 0 < office.start - name.end <= 16:
                continue
            gap = self.words.lowered[name.end : office.start]
            gap = re.sub(r"\b(?:" + "|".join(self.lexicon.words("articles") or {"(?!)"}) + r")\b", "", gap).strip()
            honours = "|".join(self.lexicon.words("honours")) or "(?!)"
            gap = re.sub(rf"^(?:{honours})\b\s*", "", gap).strip()
            if gap not in (",", "،", "(", "（", "-", "–", "—"):
                continue
            if any(
                self._directly_before(office, other) for other in self.near(office.end) if other.start >= office.end
            ):
                return None
            return office
        return None

    def _of_next(self, office: Office, name: Name) -> bool:
        """ "the minister of A, X, the minister of B, Y": whether the office behind X is rather Y's."""
        return any(self._comma_before(office, other) for other in self.near(office.end) if other.start > name.start)

    def _follows_directly(self, office: Office, name: Name) -> bool:
        """Whether an office stands right behind a name, in languages that say "X Foreign Minister"; not where
        it begins the next name's office ("X received Prime Minister Y" without a verb between)."""
        reach = self.lexicon.data.get("office_after_name")
        if reach is None or not 0 <= office.start - name.end <= int(reach):
            return False
        gap = self.words.plain[name.end : office.start]
        following = [other for other in self.near(office.end) if other.start >= office.end]
        taken = any(self._directly_before(office, other) for other in following)
        return not gap.strip() and "\n" not in gap and not taken

    def _shared(self, name: Name) -> list[Office]:
        """A plural office before two names ("Foreign ministers A and B") is the office of both."""
        joins = self.lexicon.words("office_joins")
        for other in self.near(name.start):
            if 0 < name.start - other.end <= 7 and self.words.lowered[other.end : name.start].strip(" ,") in joins:
                for office in self.offices_near(other):
                    if office.plural and (self._directly_before(office, other) or self._comma_before(office, other)):
                        return [self._one_of(office, -1)]
        return []

    def _one_of(self, office: Office, which: int) -> Office:
        """ "ministers of Chile and Peru A and B": the state of the first (0) or the last (-1) is its holder's."""
        states = self.words.inside("country", office.start, office.end)
        if not office.plural or len(states) < 2:
            return office
        return replace(office, country=str(states[which].value[0]))

    def represented(self, name: Name) -> str | None:
        """ "X, who will represent the Kingdom of Sweden"."""
        line_end = self.words.plain.find("\n", name.end)
        for cue in self.words.inside(
            "represents", name.end, min(name.end + 30, line_end if line_end >= 0 else name.end + 30)
        ):
            hits = self.words.inside("country", cue.end, cue.end + 8)
            if hits and not re.search(r"[.;]", self.words.plain[name.end : cue.start]):
                return str(hits[0].value[0])
        return None

    def country_of_colleague(self, name: Name) -> str | None:
        """ "his Russian counterpart Gleb Zavarzin"."""
        start = self.title_start(name)
        if behind := self._state_behind_colleague(start):
            return behind
        noun = self.words.covering("parties_nouns", start - 2) if start > 1 else None
        if not noun or self.words.plain[noun.end : start].strip(" ,"):
            return None
        owner = self.words.covering("country", noun.start - 2) if noun.start > 1 else None
        return str(owner.value[0]) if owner else None

    def _state_behind_colleague(self, start: int) -> str | None:
        """ "son homologue norvégien Lars …": the state between the noun and the name that begins at `start`."""
        end = start - len(re.search(r"[ ,]*$", self.words.plain[max(0, start - 3) : start])[0])  # type: ignore[index]
        state = self.words.covering("country", end - 1) if end else None
        if not state or state.end != end:
            return None
        small = self.lexicon.words("office_links") | self.lexicon.words("articles")
        for noun in self.words.inside("parties_nouns", max(0, state.start - 24), state.start):
            if small.issuperset(self.words.lowered[noun.end : state.start].split()):
                return str(state.value[0])
        return None

    def country_after(self, name: Name) -> str | None:
        """ "Gleb Zavarzin of Russia", or in a list "the Russian Federation Gleb Zavarzin"."""
        start = self.title_start(name)
        before = self.words.covering("country", start - 2) if start > 1 else None
        if (
            before
            and before.value[1] in ("name", "long")
            and re.fullmatch(r" (?:[-–—] )?", self.words.plain[before.end : start])
        ):
            return str(before.value[0])
        inside = self.words.covering("country", name.end + 2)
        if inside and inside.start == name.end + 2 and self.words.plain[name.end : name.end + 2] == " (":
            return str(inside.value[0]) if self.words.plain[inside.end : inside.end + 1] == ")" else None
        match = re.match(r"\W{0,2}\s?(\w+)(?:\s(?:the))?\s", self.words.lowered[name.end : name.end + 14])
        if not match or match[1] not in self.lexicon.words("genitive_links"):
            return None
        hit = self.words.covering("country", name.end + match.end())
        if hit and hit.start == name.end + match.end() and hit.value[1] in ("name", "long"):
            return str(hit.value[0])
        return None
