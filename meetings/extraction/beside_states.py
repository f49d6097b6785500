"""The state that somebody is said to be of by what stands beside the name, whatever office they hold."""

from __future__ import annotations

import re

from .colleagues import colleague_and_state, state_of_apposition, state_of_next
from .name_forms import Name
from .neighbourhood import Neighbourhood
from .phrases import Hit
from .states_beside import state_of_body, state_of_entry, state_of_leader, state_of_led, state_of_national


class BesideStates(Neighbourhood):
    """Reads the states beside the names of one text."""

    def represented(self, name: Name) -> str | None:
        """ "X, who will represent Malta"."""
        reach = min(name.end + 30, self.words.line(name.end)[1])
        for cue in self.words.inside("represents", name.end, reach):
            hits = self.words.inside("country", cue.end, cue.end + 8)
            if hits and not re.search(r"[.;]", self.words.plain[name.end : cue.start]):
                return str(hits[0].value[0])
        return None

    def _side(self, name: Name) -> str | None:
        """ "the-side the-Kenyan X chaired": where the state stands behind the noun, who stands behind both."""
        start = self.title_start(name)
        state = self.words.covering("country", start - 2) if start > 1 else None
        if not self.lexicon.data.get("adjectives_follow") or not state or state.end != start - 1:
            return None
        before = self.words.lowered[max(0, state.start - 16) : state.start].split()
        return str(state.value[0]) if before and before[-1] in self.lexicon.words("attendance_sides") else None

    def country_of_colleague(self, name: Name) -> str | None:
        """ "his Russian counterpart Gleb Zavarzin"."""
        start = self.title_start(name)
        if found := colleague_and_state(self.words, start):
            return str(found[1].value[0])
        if told := self._plural.state_of(name):
            return told
        if told := state_of_apposition(self.words, name.end) or self._further_colleague(name, start):
            return told
        before = self.words.plain[max(0, start - 3) : start]
        gap = len(before) - len(before.rstrip(" ,"))
        noun = self.words.covering("parties_nouns", start - gap - 1) if start > gap else None
        if not noun or noun.end < start - gap:
            return None
        owner = self.words.covering("country", noun.start - 2) if noun.start > 1 else None
        return str(owner.value[0]) if owner else None

    def _further_colleague(self, name: Name, start: int) -> str | None:
        """ "ses homologues ghanéen, X, et chilien, Y": Y's state, where X is a colleague."""
        if code := self._joined_colleague(name, start):
            return code
        follows = bool(self.lexicon.data.get("adjectives_follow"))
        before = [n for n in self.near(name.start) if n.end < start] if follows else []
        state = state_of_next(self.words, start, before[-1].end) if before else None
        return state if state and self.country_of_colleague(before[-1]) else None

    def _joined_colleague(self, name: Name, start: int) -> str | None:
        """ "His two colleagues the-Chilean X and-the-Peruvian Y", where verbs come first: Y's state."""
        state = self.words.covering("country", start - 2) if start > 1 and self.lexicon.data.get("verb_first") else None
        if state is None or state.end != start - 1:
            return None
        before = [n for n in self.near(name.start) if n.end < state.start]
        gap = self.words.lowered[before[-1].end : state.start].strip() if before else ""
        joined = gap in self.lexicon.words("office_joins")
        return str(state.value[0]) if before and joined and self.country_of_colleague(before[-1]) else None

    def colleague_from(self, name: Name) -> Hit | None:
        """ "Her colleague from Ghana, X": the noun, where its state stands between it and the name."""
        found = colleague_and_state(self.words, self.title_start(name))
        return found[0] if found else self._plural.colleagues_of(name)

    def state_of_entry(self, name: Name) -> str | None:
        """The state in brackets or behind a dash in a list."""
        return state_of_entry(self.words, name.end)

    def state_of_national(self, name: Name) -> str | None:
        """The nationality behind an article, right before a name."""
        return state_of_national(self.words, self.title_start(name))

    def state_of_leader(self, name: Name) -> str | None:
        """The state beside a word for a leader right before a name."""
        return self._plural.state_of_leader(name) or state_of_leader(self.words, self.title_start(name))

    def country_after(self, name: Name) -> str | None:
        """ "Gleb Zavarzin of Russia", or in a list "the Russian Federation Gleb Zavarzin"."""
        start = self.title_start(name)
        before = self.words.covering("country", start - 2) if start > 1 else None
        if (
            before
            and before.value[1] in ("name", "long")
            and not self._plural.state_of(name)
            and not any(o.start < before.start < o.end for o in self.offices_near(name))
            and re.fullmatch(r" (?:[-–—] )?", self.words.plain[before.end : start])
        ):
            return str(before.value[0])
        behind = state_of_body(self.words, name.end) or state_of_led(self.words, name.end)
        if told := self.state_of_entry(name) or behind:
            return told
        linked = self.lexicon.shaped("articles", r"\W{0,2}\s?(\w+)(?:\s{words})?\s")
        match = linked.match(self.words.lowered, name.end, name.end + 14)
        if not match or match[1] not in self.lexicon.words("genitive_links"):
            return None
        hit = self.words.covering("country", match.end())
        if hit and hit.start == match.end() and hit.value[1] in ("name", "long"):
            return str(hit.value[0])
        return None
