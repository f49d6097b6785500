"""Names in text without capitals and spaces: by the family names of the language, by the characters that foreign names
are written in, by the dot between their parts, and by the offices and verbs beside them."""

from __future__ import annotations

import re
from functools import cached_property

from .name_forms import Name
from .office import Office
from .pages import Paragraph
from .tokens import Token, Words

_DOTS = "·•・‧"
_AT_DOTS = re.compile(f"[{_DOTS}]")
_HYPHENS = ("-", "－", "‐", "–")
_REGNAL = re.compile("[一二三四五六七八九十]{1,3}世(?![界纪代])")
"""The number of a monarch or a pope behind a name: "二世"."""
_ACTS = ("speech", "encounter", "visits", "attendance")
_LONGEST_NATIVE = 5
_GIVEN = 2
"""Characters of a given name."""
_LONGEST_FOREIGN = 10
_OWN_LENGTH = 3
"""Characters that names of the language have at most, but for few."""


def _known(token: Token, small: frozenset[str]) -> bool:
    return not token.word or len(token.text) > 1 or token.text.isdigit() or token.lower in small


class UnspacedNames:
    """Finds names in the paragraphs of one text."""

    def __init__(self, words: Words, offices: list[Office], paragraphs: list[Paragraph]) -> None:
        self.words, self.lexicon, self.plain = words, words.lexicon, words.plain
        self.offices, self.paragraphs = offices, paragraphs
        self.families = self.lexicon.words("family_names")
        self.rare_families = self.lexicon.words("family_names_behind_offices")
        """Family names that are everyday words, too: names right behind an office."""
        self.sounds = "".join(self.lexicon.words("sound_characters"))
        self.beside = self.lexicon.words("name_followers")
        self.native = frozenset(map(str, self.lexicon.data.get("native_names_of") or ()))
        self.found: dict[int, int] = {}
        self._around_office: dict[int, str] = {}
        """Where given names begin whose family name stands before the office, and the whole name."""
        self._used: set[int] = set()
        self._never = self.lexicon.words("no_name_characters")

    def find(self) -> list[Name]:
        """All names in order; who was named once with a reason is found wherever the name returns."""
        self._dotted()
        for office in self.offices:
            self._at(office.end, self._after_office(office))
            before = self._before(office.start)
            if before is not None:
                self._at(before, office.start)
            self._at(office.end, self._around(office))
        for token in self.words.tokens:
            if token.lower in self.lexicon.words("name_leads"):
                self._at(token.end, self._spouse(token.end))
        for start in self._clause_starts():
            self._at(start, self._acting(start))
        for form in sorted(self._forms(), key=lambda f: (-len(f), f)):
            self._everywhere(form)
        return [self._name(start, end) for start, end in sorted(self.found.items())]

    def _at(self, start: int, end: int | None) -> None:
        bodies = self.lexicon.affixes("private_nouns")  # "高通维公司": a company's name
        if end is not None and bodies and self.plain.startswith(bodies, end):
            return
        if end is not None and not self._never.isdisjoint(self.plain[start:end]):
            return  # "和各" in "省长和各部门": a small word and what it counts
        if end is not None and end - start >= 2 and not self._taken(start, end) and not self._in_body(start, end):
            self.found[start] = end
            self._used.update(range(start, end))

    def _in_body(self, start: int, end: int) -> bool:
        """Whether a stretch lies inside the name of a body ("国际货币基金组织")."""
        body = self.words.covering("organization", start)
        return body is not None and body.start < start and end <= body.end

    def _taken(self, start: int, end: int) -> bool:
        return not self._used.isdisjoint(range(start, end))

    def _name(self, start: int, end: int) -> Name:
        whole = self._around_office.get(start, self.plain[start:end])
        return Name(start, end, tuple(_AT_DOTS.split(whole)), titled=True)

    # --- where a word ends

    @cached_property
    def _borders(self) -> frozenset[int]:
        """Where something known begins: a hit, a word of two characters or more, a small word, a mark."""
        small = self.lexicon.words("common")
        found = {h.start for h in self.words.hits if h.kind != "titles"}
        found |= {t.start for t in self.words.tokens if _known(t, small)}
        return frozenset(found | {len(self.plain)})

    def _ends(self, at: int) -> bool:
        return at in self._borders or self.plain[at].isspace()

    def _within_known(self, start: int, end: int) -> bool:
        """Whether a stretch holds words that are known to be something else."""
        tokens = [self.words.tokens[i] for i in self.words.between(start, end)]
        return not tokens or tokens[0].start != start or any(len(t.text) > 1 or not t.word for t in tokens)

    def _sounds_end(self, start: int) -> int:
        """How far characters of foreign names go."""
        end = start
        while end < len(self.plain) and self.plain[end] in self.sounds and not (end > start and self._hard(end)):
            end += 1
            if self.plain[end : end + 1] in _HYPHENS and self.plain[end + 1 : end + 2] in tuple(self.sounds):
                end += 1  # "凯尔高-霍尔姆"
        if end - start >= 2 and (number := _REGNAL.match(self.plain, end)):
            return number.end()
        return end

    def _hard(self, at: int) -> bool:
        """Whether a known word of two characters or more, or a hit, begins here."""
        index = self.words.index_at(at)
        token = self.words.tokens[index] if index < len(self.words.tokens) else None
        return bool(token and token.start == at and len(token.text) > 1 and not self._sounds_only(token))

    def _sounds_only(self, token: Token) -> bool:
        """A town's or a state's name can be part of a longer name written by sound ("德里" in "阿德里诺")."""
        place: object = self.words.covering("place", token.start) or self.words.covering("country", token.start)
        place = bool(place) or token.lower in self.lexicon.words("sound_words")
        return place and all(c in self.sounds for c in token.text)

    # --- names with a dot

    def _dotted(self) -> None:
        pattern = re.compile(rf"[^\W\d_](?=[{_DOTS}])")
        for p in self.paragraphs:
            for match in pattern.finditer(self.plain, p.start, p.end):
                start = self._dotted_start(match.start(), p.start)
                end = match.end()
                while end < p.end and self.plain[end] in _DOTS and self._part_end(end + 1) > end + 1:
                    end = self._part_end(end + 1)
                if end > match.end():
                    self._at(start, end)

    def _part_end(self, start: int) -> int:
        """Where a part of a name behind a dot ends: at the next dot whatever it is written in, else by its sounds."""
        inner = re.compile(rf"[^\W\d_]{{1,6}}(?=[{_DOTS}])").match(self.plain, start)
        end = inner.end() if inner else self._written_on(start, self._sounds_end(start), 1)
        double = self.plain[end : end + 1] in _HYPHENS and self.plain[end + 1 : end + 2] in tuple(self.sounds)
        return self._part_end(end + 1) if double and end > start else end

    def _written_on(self, start: int, end: int, least: int = 2) -> int:
        """A foreign name goes on over a single unknown character to the next known word."""
        for at in range(end, min(start + _LONGEST_FOREIGN, len(self.plain)) + 1):
            if self._ends(at):
                return at if end - start >= least and self.plain[start:at].isalpha() else end
        return end

    def _dotted_start(self, at: int, floor: int) -> int:
        while at > floor and self.plain[at - 1] in self.sounds and not self._hard_before(at, places=False):
            at -= 1
            if at - 1 > floor and self.plain[at - 1] in _HYPHENS and self.plain[at - 2] in self.sounds:
                at -= 1
        begun = next((n for n in range(at - 1, max(floor, at - 4) - 1, -1) if n in self._office_ends), at)
        while begun < at and self.plain[begun] in self._joins:
            begun += 1  # "主席和谢尔盖·…"
        before = [self.words.tokens[i].text for i in self.words.between(begun, at)]
        return begun if all(len(t) == 1 or all(c in self.sounds for c in t) for t in before) else at

    @cached_property
    def _joins(self) -> frozenset[str]:
        """Characters that join a name to what stands before it."""
        return self.lexicon.words("office_joins", "prefix_joins")

    @cached_property
    def _office_ends(self) -> frozenset[int]:
        return frozenset(office.end for office in self.offices)

    def _hard_before(self, at: int, *, places: bool = True) -> bool:
        """Whether a known word stands before; a town's name may be part of a longer one ("马里" in "马里奥")."""
        index = self.words.index_at(at) - 1
        token = self.words.tokens[index] if index >= 0 else None
        return bool(token and len(token.text) > 1 and (places or not self._sounds_only(token)))

    # --- names beside an office

    def _after_office(self, office: Office) -> int | None:
        start = office.end
        if start >= len(self.plain):
            return None
        foreign = self._sounds_end(start)
        if self._within_known(start, start + 1):
            return foreign if self._goes_on_over_place(start, foreign) else None
        joins = self.plain[start] in self.rare_families and self._joins_another(start)
        if joins and self.plain[start] in self._joins:
            return None  # "总统和阿马杜"
        own = None if joins else self._own(start, self.families | self.rare_families)
        if office.country and office.country not in self.native:
            if foreign - start >= 2:
                return self._written_on(start, foreign)
            return self._until_border(start) or self._over_small(start)
        if own is not None:
            return max(own, foreign) if foreign - start > 3 else own
        return (
            foreign
            if foreign - start >= 2
            else (self._until_border(start) if office.country or office.organization else None)
        )

    def _around(self, office: Office) -> int | None:
        """ "宋總統川平先生": where the given name ends that stands behind an office and before a form of address, the
        family name before the office."""
        family, start = self.plain[office.start - 1 : office.start], office.end
        if family not in self.families or office.start - 1 in self._used:
            return None
        titles = (h.start for h in self.words.inside("titles", start + 1, start + _GIVEN + 1))
        end = next(titles, None)
        if end is None or not self.plain[start:end].isalpha():
            return None
        self._around_office[start] = family + self.plain[start:end]
        return end

    def _goes_on_over_place(self, start: int, end: int) -> bool:
        """Whether a place is the beginning of a longer name written by sound ("马里" in "外长马里诺夫")."""
        token = self.words.tokens[self.words.index_at(start)]
        place = token.start == start and token.end < end and self._sounds_only(token)
        return place and self._ends(end) and self.words.covering("place", token.end) is None

    def _joins_another(self, start: int) -> bool:
        """ "总统和阿马杜", "总统向李四": whether a name begins right behind a word that may be a family name."""
        end = self._sounds_end(start + 1)
        if end - start > 3 or (end - start == 3 and self.words.inside("office", end, end + 1)):
            return True
        return self.plain[start] in self.beside and self._own(start + 1) is not None

    def _spouse(self, start: int) -> int | None:
        if start >= len(self.plain) or self._within_known(start, start + 1):
            return None
        own, foreign = self._own(start), self._sounds_end(start)
        return max(own, foreign) if own and foreign - start > 3 else own or foreign

    def _own(self, start: int, families: frozenset[str] | None = None) -> int | None:
        """Where a name that begins with a family name of the language ends: after one or two characters more."""
        families = families or self.families
        family = next((n for n in (2, 1) if self.plain[start : start + n] in families), None)
        if family is None:
            return None
        ends = [start + family + 1, start + family + 2]
        ends = [e for e in ends if e <= len(self.plain) and not self._within_known(start, e)]
        index = self.words.index_at(start + family)
        given = self.words.tokens[index] if families is not self.families and index < len(self.words.tokens) else None
        if (
            not ends
            and given
            and given.start == start + family
            and given.end - given.start == 2
            and self._ends(given.end)
        ):
            return self._by_word(start, given)
        settled = self._settled(ends, family)
        whole = self.plain[start : ends[-1]] if ends else ""
        if settled == start + 2 < len(self.plain) and len(ends) == 2 and self._ends(ends[1]):
            again = self.plain.count(whole)  # "韩立和": with a small word that returns with the name each time
            settled = ends[1] if 1 < again == self.plain.count(whole[:2]) else settled
        if settled is not None or not ends:
            return settled
        return max(ends, key=lambda e: (self.plain.count(self.plain[start:e]) > 1, e))

    def _by_word(self, start: int, given: Token) -> int | None:
        """ "史万里": where a name ends whose given name is a word, too; in "韩正在京" the word begins with the given
        name, and in "总统和夫人" what looks like a family name joins two persons."""
        short = self.plain[start : given.start + 1]
        if given.text[1:] in self.beside and self.plain.count(short) > self.plain.count(short + given.text[1:]):
            return given.start + 1
        return None if self.plain[start] in self.beside or self._used_word(given) else given.end

    def _settled(self, ends: list[int], family: int) -> int | None:
        """The first end with something known behind it; the second where a family name of two characters asks for
        two more ("佐藤健一"), or where the character behind the first is no word that follows names ("郑永年")."""
        known = [e for e in ends if self._ends(e)]
        if len(known) < 2:
            return known[0] if known else None
        behind = self.plain[known[0] : known[0] + 1]
        word = self.words.tokens[self.words.index_at(known[0])]
        doubtful = word.end - word.start == 1 and behind.isalpha() and behind not in self.beside
        hits = any(h.start == known[0] for h in self.words.hits) if doubtful else False
        return known[1] if family == 2 or (doubtful and not hits and behind in self._given) else known[0]

    @cached_property
    def _given(self) -> frozenset[str]:
        """Characters of given names that are small words, too."""
        return self.lexicon.words("given_name_characters")

    def _used_word(self, token: Token) -> bool:
        """Whether a word stands for something that the vocabulary has a use for, not only for an everyday one."""
        return any(h.start <= token.start < h.end for h in self.words.hits if h.start > token.start - 8)

    def _until_border(self, start: int) -> int | None:
        """A name in characters of a neighbour: all up to the next known word; none behind "with", or where the holder
        of the office acts ("外长称与…")."""
        if self._acts_at(start):
            return None
        for end in range(start + 1, min(start + _LONGEST_NATIVE, len(self.plain)) + 1):
            if self._ends(end):
                return end if end - start >= 2 and self.plain[start:end].isalpha() else None
        return None

    def _acts_at(self, start: int) -> bool:
        """Whether a word that follows names stands at a place, or a verb."""
        return self.plain[start] in self.beside or any(self.words.inside(kind, start, start + 1) for kind in _ACTS)

    def _over_small(self, start: int) -> int | None:
        """A foreign name with characters that are small words elsewhere: up to a longer word, a mark or a word that
        follows names ("恩代特瓦|举行")."""
        if self._acts_at(start):
            return None
        for end in range(start + 2, min(start + _LONGEST_FOREIGN, len(self.plain)) + 1):
            following = self.words.tokens[at] if (at := self.words.index_at(end)) < len(self.words.tokens) else None
            small = following and following.start == end and len(following.text) == 1 and following.word
            if self._ends(end) and not (small and following and following.text not in self.beside):
                return end if self.plain[start:end].isalpha() and not self._within_known(start, end) else None
        return None

    def _before(self, end: int) -> int | None:
        """Where a name begins that an office follows ("… 总理")."""
        by_sound = self._sounds_before(end)
        for length in (3, 2, 4):
            start = end - length
            if start >= 0 and self._own(start) == end and not self._joins_office(start):
                joined = length > 2 and self.plain[end - 1] in self.lexicon.words("office_borders")  # "任命宋川為部長"
                foreign = by_sound < start and self.plain.count(self.plain[by_sound:end]) > 1
                start = by_sound if foreign or end - by_sound > _OWN_LENGTH else self._known_longer(start, end)
                return None if joined else start
        return by_sound if end - by_sound >= 2 else None

    def _known_longer(self, start: int, end: int) -> int:
        """Where the longest name begins that is already known and ends like the one that stands before an office."""
        lengths = [e - s for s, e in self.found.items() if self.plain.endswith(self.plain[s:e], 0, end)]
        return min(start, end - max(lengths, default=0))

    def _sounds_before(self, end: int) -> int:
        """Where characters of foreign names begin that go up to a place."""
        start = end
        while start > 0 and self.plain[start - 1] in self.sounds and not self._hard_before(start):
            start -= 1
        while start < end and self.plain[start] in self.lexicon.words("common"):
            start += 1
        return start

    def _joins_office(self, start: int) -> bool:
        """ "周主席和阿隆总统": whether what looks like a family name joins two office-holders."""
        return self.plain[start] in self._joins and start in self._office_ends

    # --- names that act

    def _clause_starts(self) -> list[int]:
        marks = re.compile(r"[，。；：、“”,;:!！？（）()\s]+")
        return [
            start
            for p in self.paragraphs
            for start in (p.start, *(m.end() for m in marks.finditer(self.plain, p.start, p.end)))
        ]

    def _acting(self, start: int) -> int | None:
        """A name that a verb of speech or encounter follows, or a word that joins it to another."""
        if start >= len(self.plain):
            return None
        for end in (self._own(start), self._sounds_end(start)):
            if end is None or end - start < 2 or self._within_known(start, end) or self._state_side(start):
                continue
            if any(self.words.inside(kind, end, end + 1) for kind in _ACTS) or self._followed(end):
                return end
        return None

    def _followed(self, end: int) -> bool:
        """Whether a word follows that names have behind them, or in a list one more name that acts."""
        if self.plain[end : end + 1] == "、" and self._own(end + 1) is not None:
            return self._acting(end + 1) is not None
        return any(self.plain.startswith(word, end) for word in self.beside)

    def _state_side(self, start: int) -> bool:
        """ "吉方": a state in one letter and "side"."""
        state = self.words.covering("country", start)
        return bool(state and state.end == start + 1)

    # --- the same names elsewhere

    def _forms(self) -> set[str]:
        forms = set()
        for start, end in self.found.items():
            text = self.plain[start:end]
            forms |= {text, _AT_DOTS.split(text)[-1], self._around_office.get(start, text)}
        return {f for f in forms if len(f) >= 2}

    def _everywhere(self, form: str) -> None:
        for p in self.paragraphs:
            at = self.plain.find(form, p.start, p.end)
            while at >= 0:
                self._at(at, at + len(form))
                at = self.plain.find(form, at + len(form), p.end)
