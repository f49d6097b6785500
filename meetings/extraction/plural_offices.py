"""One plural office and the names it is shared out among: "the ministers of Ghana and Togo – X and Y"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from .complements import one_holder
from .name_forms import Name
from .office import Office
from .phrases import APOSTROPHES, Hit
from .tokens import Words

BRACKETS = re.compile(r"\s\([^()\n]{2,22}\)")
"""An acronym or a party behind an office or a name: "(OEA)", "(SPD)"."""

_OPENS = re.compile(r"[^.;!?\n]{0,30}[:–—]\s|,?\s|\s?-\s")
"""What may stand between the office and the first name: a place and a colon, a dash, a comma."""
_HEADS_ENTRIES = re.compile(r"[^.:;!?\n]{0,40}:\s*")
"""What may stand between a plural office and the end of the line that leads to a list."""
_ENTRY = re.compile(r"\s*(?:(?:[-–—•*▪]|\d{1,2}[.)])\s*)?")
_SET_OFF = re.compile(r"\s?[-–—:]\s")
_ELIDED = tuple(APOSTROPHES)
_AT_MOST = 12
"""Names that are read as one list."""
_NEXT_STATE = 60
"""Characters behind a name of a list in which the next one's state stands, by its full name at most."""


class PluralOffices:
    """The office of each name of a list that a plural office heads."""

    def __init__(self, words: Words, names: list[Name], offices: list[Office]) -> None:
        self.words, self.lexicon, self.names = words, words.lexicon, names
        self._of: dict[int, Office] = {}
        self._states_of: dict[int, tuple[str, Hit]] = {}
        for office in offices:
            if office.plural:
                self._share(office)
        for kind in ("parties_nouns", "leaders"):
            for noun in words.by_kind.get(kind, ()):
                self._share_states(noun)

    def office_of(self, name: Name) -> Office | None:
        """The office that a name has from its list."""
        return self._of.get(name.start)

    def state_of(self, name: Name) -> str | None:
        """The state of one of several colleagues: "her Faroese and Norwegian colleagues, X and Y", "her colleagues from
        Ghana and Togo, X and Y"."""
        told = self._states_of.get(name.start)
        return told[0] if told and told[1].kind == "parties_nouns" else None

    def state_of_leader(self, name: Name) -> str | None:
        """The state of one of several leaders: "the Faroese and Norwegian leaders X and Y"."""
        told = self._states_of.get(name.start)
        return told[0] if told and told[1].kind == "leaders" else None

    def colleagues_of(self, name: Name) -> Hit | None:
        """The noun that names them."""
        told = self._states_of.get(name.start)
        return told[1] if told and told[1].kind == "parties_nouns" else None

    def _share_states(self, noun: Hit) -> None:
        """As many states right before or behind the noun as names behind both."""
        behind, end = self._states_behind(noun.end)
        for states, at in ((self._states_before(noun.start), noun.end), (behind, end)):
            listed = list(self._listed(at)) if len(states) > 1 else []
            if len(states) == len(listed):
                told = zip(listed, states, strict=True)
                self._states_of |= {name.start: (code, noun) for (name, _code), code in told}

    def _share(self, office: Office) -> None:
        if self._share_by_adjectives(office) or self._share_by_states_before(office) or self._share_by_entries(office):
            return
        states, end = self._states(office)
        listed = list(self._listed(end)) or [(name, None) for name in self._listed_before(office, end)]
        own = [code for _name, code in listed]
        text = self.of_one(office)
        texts = self._in_turn(office, text, len(listed))
        unsure = len(states) != len(listed) and not all(own) and len(listed) < 3 and not texts
        if len(listed) < 2 or (unsure and (states or listed[0][0].start > office.start)):
            return
        for i, (name, code) in enumerate(listed):
            told = states[i] if len(states) == len(listed) else (states[0] if len(states) == 1 else None)
            self._of[name.start] = replace(office, text=texts[i] if texts else text, country=code or told)

    def _in_turn(self, office: Office, text: str, number: int) -> list[str]:
        """ "министры обороны и торговли X и Y": to each of two holders one of two matters that "and" joins."""
        hit = self.words.covering("office", office.head)
        if number != 2 or hit is None or "," in text:
            return []
        head = len(self.words.plain[office.start : hit.end].split())
        said = text.split()
        joins = [n for n, word in enumerate(said) if n > head and word.lower() in self.lexicon.words("office_joins")]
        if len(joins) != 1 or joins[0] + 1 == len(said) or office.role != "minister":
            return []
        return [" ".join(said[: joins[0]]), " ".join([*said[:head], *said[joins[0] + 1 :]])]

    def _share_by_adjectives(self, office: Office) -> bool:
        """ "les ministres norvégien, X, ghanéen, Y, et chilien, Z": the state stands before each name."""
        inside = self.words.inside("country", office.head, office.end)
        if not self.lexicon.head_first or not inside or inside[-1].end != office.end:
            return False
        state: Hit | None = inside[-1]
        listed: list[tuple[Name, Hit]] = []
        head = self.words.lowered[office.head : inside[-1].start].split()
        again = f" {head[-1]} " if len(head) > 1 else " "  # "глав МИД Чили X и МИД Перу Y"
        begin = bisect_left(self.names, office.end, key=lambda n: n.start)
        for name in self.names[begin : begin + _AT_MOST]:
            if state is None or not self._set_off(state, name.start):
                break
            listed.append((name, state))
            following = self.words.inside("country", name.end, name.end + _NEXT_STATE)
            gap = self._between(name.end, following[0].start) if following else ""
            state = following[0] if following and not self._rest(gap.replace(again, " ", 1)) else None
        known = len({of.value[0] for _name, of in listed})
        if known < 2 or (state is not None and (known < 3 or not self.lexicon.data.get("name_declension"))):
            return False
        for name, of in listed:
            text = self.of_one(office) + (self._linked_state(of) or self._linked_state(listed[0][1], of))
            self._of[name.start] = replace(office, text=text, country=str(of.value[0]))
        return True

    def _share_by_states_before(self, office: Office) -> bool:
        """ "The Ghanaian and Togolese Presidents X and Y": as many states before the office as names behind it."""
        inside = self.words.inside("country", office.start, office.head)
        if not (self.lexicon.data.get("adjectives_precede") and inside and inside[0].start == office.start):
            return False
        states = [*self._hits_before(office.start), inside[0]]
        listed = [name for name, _code in self._listed(office.end)]
        if len(states) < 2 or len(states) != len(listed):
            return False
        led = len(self.words.plain[office.start : inside[0].end].split())
        rest = " ".join(self.of_one(office).split()[led:])
        for name, state in zip(listed, states, strict=True):
            text = f"{self.words.plain[state.start : state.end]} {rest}"
            self._of[name.start] = replace(office, text=text, country=str(state.value[0]), oblique=False)
        return True

    def _share_by_entries(self, office: Office) -> bool:
        """ "the envoys:" and below it "– Ghana – X;", "– Togo – Y;": a line for each state and its one name."""
        body = self.words.page.zone("body")
        at = bisect_right(body, office.end, key=lambda p: p.start)
        if not at or not _HEADS_ENTRIES.fullmatch(self.words.plain, office.end, max(office.end, body[at - 1].end)):
            return False
        listed: list[tuple[Name, Hit]] = []
        for line in body[at:]:
            entry = self._entry(line.start, line.end)
            if entry is None:
                break
            listed.append(entry)
        for name, state in listed if len(listed) > 1 else ():
            text = f"{self.of_one(office)} {self._with_noun(state)}"
            self._of[name.start] = replace(office, text=text, country=str(state.value[0]), oblique=False)
        return len(listed) > 1

    def _entry(self, start: int, end: int) -> tuple[Name, Hit] | None:
        """The one name of a line that begins with a state and a dash or a colon."""
        first = bisect_left(self.names, start, key=lambda n: n.start)
        named = [n for n in self.names[first : first + 2] if n.end <= end]
        opened = _ENTRY.match(self.words.plain, start, end)
        state = next(iter(self.words.inside("country", start, named[0].start)), None) if named else None
        if len(named) != 1 or opened is None or state is None or state.value[1] not in ("name", "long"):
            return None
        small = self.lexicon.words("state_nouns")
        led = set(self.words.lowered[opened.end() : state.start].split()) <= small
        until = self._title_start(state.end, named[0].start)
        beside = _SET_OFF.fullmatch(self.words.plain, state.end, until)
        return (named[0], state) if led and beside else None

    def _title_start(self, floor: int, start: int) -> int:
        """Where the forms of address right before a name begin."""
        titles = self.words.inside("titles", floor, start)
        return titles[0].start if titles else start

    def _linked_state(self, state: Hit, instead: Hit | None = None) -> str:
        """ "du Pérou", "péruvien": a state with the words that link it to the office. Where no such words stand before
        its name ("the envoys of Ghana, X; Peru, Y"), those of the first one."""
        small = self.lexicon.words("genitive_links", "articles")
        if state.value[1] not in ("name", "long") or not small:
            return f" {self._with_noun(state)}"
        at = self.words.index_at(state.start)
        while at and self.words.tokens[at - 1].lower in small:
            at -= 1
        link = " ".join(self.words.plain[self.words.tokens[at].start : state.start].split())
        named = instead or state
        name = " ".join(self.words.plain[named.start : named.end].split())
        return f" {link}{'' if link.endswith(_ELIDED) else ' '}{name}" if link else ""

    def _with_noun(self, state: Hit) -> str:
        """A state as written, with the noun right before it that says what it is: "Королевства Швеция"."""
        at = self.words.index_at(state.start) - 1
        noun = self.words.tokens[at] if at >= 0 else None
        own = noun is not None and noun.capital and noun.lower in self.lexicon.words("state_nouns")
        return self.words.plain[noun.start if noun and own else state.start : state.end]

    def _set_off(self, state: Hit, end: int) -> bool:
        """Whether nothing but a comma or a bracket (neither where a case or an adjective says whose somebody is) and
        titles stand between a state and a name."""
        start = state.end
        titles = self.words.inside("titles", start, end)
        gap = self.words.lowered[start : titles[0].start if titles else end]
        beside = "," in gap or gap == " (" or not self.lexicon.capitals or self.lexicon.data.get("name_declension")
        beside = beside or (state.value[1] == "adjective" and self.lexicon.data.get("adjectives_follow"))
        return bool(beside) and not self._rest(gap)

    def _states(self, office: Office) -> tuple[list[str], int]:
        """The states an office names, also those joined to the last one behind it, and where they end."""
        inside = self.words.inside("country", office.start, office.end)
        codes, end = [str(h.value[0]) for h in inside], office.end
        if not codes:
            return [], end
        if self.lexicon.data.get("subject_bare"):  # the owners stand first: "Ghana, Togo and Chile's ministers"
            return [*self._states_before(inside[0].start), *codes], end
        behind, end = self._states_behind(end)
        return codes + behind, end

    def _states_behind(self, end: int) -> tuple[list[str], int]:
        """States joined to what ends here, and where the last one ends."""
        codes: list[str] = []
        for hit in self.words.inside("country", end, end + 120):
            if self._rest(self.words.lowered[end : hit.start]):
                break
            codes.append(str(hit.value[0]))
            end = hit.end
        return codes, end

    def _states_before(self, at: int) -> list[str]:
        """States joined to what begins here, such as an office or its state."""
        return [str(hit.value[0]) for hit in self._hits_before(at)]

    def _hits_before(self, at: int) -> list[Hit]:
        """Where they stand."""
        found: list[Hit] = []
        for hit in reversed(self.words.inside("country", max(0, at - 80), at)):
            if self._rest(self.words.lowered[hit.end : at]) or "\n" in self.words.plain[hit.end : at]:
                break
            found.insert(0, hit)
            at = hit.start
        return found

    def _listed(self, at: int) -> Iterator[tuple[Name, str | None]]:
        """The names one after the other, each with the state behind it ("X of Ghana, Y of Togo and Z")."""
        begin = bisect_left(self.names, at, key=lambda n: n.start)
        for i, name in enumerate(self.names[begin : begin + _AT_MOST]):
            gap = self.words.plain[at : name.start]
            titles = self.words.inside("titles", at, name.start)
            gap = BRACKETS.sub("", gap[: titles[0].start - at] if titles else gap)
            if not (_OPENS.fullmatch(gap) if not i else not self._rest(gap.lower())):
                return
            behind = self.words.inside("country", name.end, name.end + 12)
            close = bool(behind) and not self._rest(self._between(name.end, behind[0].start))
            if close and self.lexicon.data.get("subject_bare") and behind[0].start == name.end + 1:
                close = False  # "… və Omar Bell Qananın Akkra şəhərində görüşüb": whose town it is
            code = str(behind[0].value[0]) if close else None
            at = behind[0].end if code else name.end
            yield name, code

    def _listed_before(self, office: Office, end: int) -> list[Name]:
        """ "Mr A, Mr B and Mr C, senior advisers,": the names of a list that a plural office closes."""
        closed = self.words.plain[end : end + 1] in (",", ".", ";", ")", "\n", "")
        linked = self.words.lowered[end : end + 12].split(" ")[1:2]
        closed = closed or not self.lexicon.words("genitive_links").isdisjoint(linked)
        if not closed or not self.lexicon.words("articles") or not self.lexicon.data.get("adjectives_precede"):
            return []
        found: list[Name] = []
        at, joins = office.start, self.lexicon.words("office_joins")
        begin = bisect_left(self.names, office.start, key=lambda n: n.start)
        for name in reversed(self.names[max(0, begin - _AT_MOST) : begin]):
            titles = self.words.inside("titles", name.end, at)
            gap = self.words.lowered[name.end : titles[0].start if titles and found else at]
            joined = joins.intersection(gap.split()) if len(found) == 1 else "," in gap
            if "\n" in gap or self._rest(gap) or not joined:
                break
            found.insert(0, name)
            at = name.start
        return found if len(found) > 1 else []

    def _between(self, start: int, end: int) -> str:
        honours = self.lexicon.shaped("honours", r" {words}(?!\w)") if self.lexicon.words("honours") else None
        return honours.sub("", self.words.lowered[start:end]) if honours else self.words.lowered[start:end]

    def _rest(self, gap: str) -> str:
        """What is left of a gap without commas, "and", "of" and articles."""
        keys = ("office_joins", "party_joins", "genitive_links", "state_origins", "articles", "state_nouns")
        small = frozenset().union(*(self.lexicon.words(key) for key in keys))
        return " ".join(w for w in re.sub(r"[,;،()]", " ", gap).split() if w not in small)

    def of_one(self, office: Office) -> str:
        """The office's name for one of its holders: its head in the singular, no states."""
        hit = self.words.covering("office", office.head)
        if hit is None:
            return office.text
        plain = self.words.plain
        if self.lexicon.data.get("subject_bare") and not self.lexicon.head_first:
            before = self.words.inside("country", office.start, hit.start)
            led = len(plain[office.start : before[-1].end].split()) if before else 0
            return " ".join(office.text.split()[led:])
        head = plain[office.start : hit.stem_end]
        if self.lexicon.data.get("adjectives_follow"):  # "nouveaux chefs de la diplomatie"
            forms = self.lexicon.office_forms(str(hit.value))
            head = one_holder(plain[hit.start : hit.end], forms, self.lexicon)
        singular = self.lexicon.table("singulars").get(self.words.lowered[hit.start : hit.end])
        if singular:
            head = str(singular)
        elif self.lexicon.data.get("adjective_cases"):  # the office was read in the nominative of the singular
            head = " ".join(office.text.split()[: len(plain[office.start : hit.end].split())])
        return " ".join([*head.split(), *self._stateless(hit.end, office.end)])

    def _stateless(self, start: int, end: int) -> list[str]:
        """The words behind a head up to the first state; none where they only tell the place."""
        states = self.words.inside("country", start, end)
        tail = self.words.plain[start : states[0].start if states else end].rstrip(" ,").split()
        small = self.lexicon.words("genitive_links", "articles")
        places = self.lexicon.words("place_links") - self.lexicon.words("genitive_links", "abroad_links")
        while tail and (tail[-1].lower() in small or tail[-1].endswith(_ELIDED)):
            tail.pop()
        joins = self.lexicon.words("office_joins")
        for n, word in enumerate(tail if self.lexicon.data.get("adjectives_follow") else ()):
            if not self._agrees(word) and word not in joins:
                break
            tail[n] = word if word in joins else word[:-1]  # "ambassadeurs extraordinaires et désignés"
        return [] if tail and tail[0].lower() in places else tail

    def _agrees(self, word: str) -> bool:
        """Whether a word right behind a plural head is its adjective or participle, and so plural with it."""
        plural = word.islower() and len(word) > 4 and word.endswith("s")
        return plural and word not in self.lexicon.words("complements", "function_words")
