"""What stands before the head of an office and belongs to it."""

from __future__ import annotations

import re

from .declension import nominative_adjectives
from .phrases import Hit
from .possessed_offices import chain_start, owner_word, possessed
from .tokens import Token, Words

_DEPARTMENT = 18
"""Characters that the name of a department may have where words are not set apart."""
_ELSEWHERE = ("encounter", "speech", "visits", "attendance", "office", "beside", "recalled", "announced")
"""What cannot stand inside the name of a department."""
_OF_BODIES = ("institutions", "organization")
"""What can stand inside the name of a body."""
_LETTERS, _BRACKET = re.compile(r"\([A-ZА-ЯЁ]{2,6}\)$"), 8
"""The letters that stand for a state, in brackets, and how long that is at most."""
_OF_DEPARTMENTS = ("minister", "official")
"""Offices that the name of what they deal with can stand before."""
_GAP = 2
"""Characters that may stand between two words of one office (a space, a line break)."""


def acting_from(words: Words, start: int, head: int) -> int | None:
    """Where a mark of an acting holder stands between the begin of an office and its head, which the mark puts into a
    case of its own: "и.о. министра", "исполняющим обязанности министра"."""
    before = words.lowered[start:head]
    found = (before.rfind(mark) for mark in words.lexicon.affixes("acting_marks"))
    at = max(found, default=-1)
    return start + at if at >= 0 else None


class OfficePrefixes:
    """Reads the words before one head."""

    def __init__(self, words: Words, hit: Hit, floor: int) -> None:
        self.words, self.hit, self.floor = words, hit, floor
        self.lexicon = words.lexicon
        self.capital = words.plain[hit.start].isupper()

    def _left(self) -> int:
        """Where the words before the head that belong to it begin."""
        at = self.words.index_at(self.hit.start) - 1
        start = self.hit.start
        while at >= 0:
            token = self.words.tokens[at]
            if token.start < self.floor or "\n" in self.words.plain[token.end : start] or start - token.end > _GAP:
                break
            begin = self._before(token, start)
            if begin is None:
                begin = self._over_unknown(at, start)
            if begin is None:
                break
            start = begin
            at = self.words.index_at(start) - 1
        if not self.lexicon.spaced:
            return self._from_state(start)
        return self._from_mark(
            start if self.lexicon.head_first else chain_start(self.words, self.hit, start, self.floor)
        )

    def _over_unknown(self, at: int, start: int) -> int | None:
        """ "Senior Reef Advisor", "Anna Bell, Reef Director, …": up to two words that no list has, between a word that
        offices begin with, a state's adjective, or the comma behind a name, and a head with a capital."""
        tokens, lexicon = self.words.tokens, self.lexicon
        if not (lexicon.data.get("department_first") and self.capital):
            return None
        first = at
        while first > at - 2 and self._unknown(first, start if first == at else tokens[first + 1].start):
            first -= 1
        before = tokens[first] if first >= 0 else None
        if first == at or before is None or before.start < self.floor:
            return None
        begins = before.word and before.capital and before.end + 1 == tokens[first + 1].start
        state = self.words.covering("country", before.start) if begins else None
        if begins and (before.lower in lexicon.words("office_prefixes") or (state and state.value[1] == "adjective")):
            return tokens[first + 1].start
        return tokens[first + 1].start if self._apposed_to_name(first) else None

    def _unknown(self, at: int, start: int) -> bool:
        """Whether a word with a capital, right before a place, is one of which nothing is known."""
        token = self.words.tokens[at] if at >= 0 else None
        if token is None or not token.word or not token.capital or token.end + 1 != start or token.text.isupper():
            return False
        small = self.lexicon.words("function_words", "articles", "office_prefixes")
        if self.words.page.zone_at(token.start) == "title":
            small = small | self.lexicon.words("common")  # all words of a headline may have capitals
        kinds = ("country", "place", "organization", "titles", "office", "speech", "encounter")
        return token.lower not in small and not any(self.words.covering(kind, token.start) for kind in kinds)

    def _apposed_to_name(self, at: int) -> bool:
        """Whether a comma or dash behind a name stands before the words of an office that a mark or "of" follows."""
        tokens = self.words.tokens
        if at < 2 or tokens[at].text not in (",", "–", "—"):
            return False
        named = all(t.word and t.capital for t in tokens[at - 2 : at])
        behind = tokens[self.words.index_at(self.hit.end)] if self.words.index_at(self.hit.end) < len(tokens) else None
        closed = behind is None or not behind.word or behind.lower in self.lexicon.words("office_links")
        return named and closed

    def _from_mark(self, start: int) -> int:
        """ "и.о. министра": from the mark right before the head or what belongs to it."""
        marks = (m for m in self.lexicon.affixes("acting_marks") if self.words.lowered.endswith(m, self.floor, start))
        return start - max(map(len, marks), default=0)

    def _from_state(self, start: int) -> int:
        """ "阿能源与矿业部长": from the state named shortly before, over characters that nothing else is known of."""
        heads = self.lexicon.affixes("ministry_heads")
        body = self.words.plain[max(0, self.hit.start - 4) : self.hit.start]
        heads_body = self.lexicon.shaped("head_ranks", "{words}$").sub("", body)[-1:] in self.lexicon.words(
            "body_endings"
        )
        if not heads or not (heads_body or self.words.lowered.endswith(heads, self.hit.start, self.hit.end)):
            return start
        for state in self.words.inside("country", max(self.floor, start - _DEPARTMENT), start):
            between = [self.words.tokens[i] for i in self.words.between(state.end, start)]
            known = any(self.words.covering(k, t.start) for k in _ELSEWHERE for t in between)
            if between and all(t.text.isalpha() for t in between) and not known:
                return state.start
        return self._from_border(start) if heads_body else start

    def _from_border(self, start: int) -> int:
        """ "省人大常委会主任": a body's head, from the mark, the small word or the verb before the body's name."""
        small = self.lexicon.words("function_words", "office_joins", "office_borders")
        at, begin = self.words.index_at(start) - 1, start
        while at >= 0 and self.words.tokens[at].start >= max(self.floor, start - _DEPARTMENT):
            token = self.words.tokens[at]
            known = any(self.words.covering(k, token.start) for k in self.words.by_kind if k not in _OF_BODIES)
            plain = token.text.isalpha() or self._counted(at)
            if known or token.end < begin or token.lower in small or not plain:
                return begin
            at, begin = at - 1, token.start
        return begin if at < 0 or begin == self.floor else start

    def _counted(self, at: int) -> bool:
        """ "第12届大会主席": whether a number has the mark of an ordinal before it."""
        marks = self.lexicon.words("ordinal_marks")
        return self.words.tokens[at].text.isdigit() and at > 0 and self.words.tokens[at - 1].text in marks

    def _before(self, token: Token, start: int) -> int | None:
        if not token.word:
            begin = self._state_closed_by(token)
            return self._letters_closed_by(token) if begin is None else begin
        towns = self.hit.value == "ambassador" or self._town_noun(token) or self._of_town()
        towns = towns or self._chambers(token, start)
        for kind in ("country", "organization", *(("place",) if towns else ())):
            hit = self.words.covering(kind, token.start)
            follows = kind == "country" and self.lexicon.data.get("name_declension")
            if hit and kind == "country" and self.lexicon.head_first and not self.lexicon.capitals:
                return None  # "the Kazakh side Minister X": what an office is of follows it
            if hit and follows and hit.value[1] in ("name", "long"):
                return None  # "the visit to Ghana of President …": what an office is of follows it
            if hit and kind == "place" and hit.end != hit.stem_end and start < self.hit.start:
                return None
            if hit and kind == "country" and self._elsewhere(hit):
                return None
            ends = hit and (hit.end <= start or (kind == "country" and not self.lexicon.spaced))  # "瑞士联邦|委员"
            if hit and ends and (kind != "place" or not self.lexicon.head_first):
                pair = self._pair(hit) if kind == "country" else None
                return pair.start if pair else hit.start
        if self.words.plain[token.end : start].strip():
            return None
        owns = possessed(self.words, self.hit) and owner_word(self.words, self.hit, token)
        joined = token.end > start and bool(self.lexicon.words("compound_heads"))  # "Knesset-Präsident"
        return token.start if self._belongs(token) or owns or joined else None

    def _letters_closed_by(self, token: Token) -> int | None:
        """ "Balık İdaresi (BİD) Başkanı": a body's letters in brackets, where the head comes last."""
        at = self.words.index_at(token.start)
        if token.text != ")" or self.lexicon.head_first or not self.lexicon.capitals or at < 3:
            return None
        before, opening, letters = self.words.tokens[at - 3 : at]
        known = before.lower in self.lexicon.words("office_prefixes") and before.capital
        return opening.start if known and opening.text == "(" and letters.text.isupper() else None

    def _state_closed_by(self, bracket: Token) -> int | None:
        """ "U.S. Ambassador", "U.N. envoy", "the United Kingdom (UK) Prime Minister": a state or body before an office,
        up to the stop in its letters or with these in brackets."""
        for kind in ("country", "organization"):
            whole = self.words.covering(kind, bracket.start)
            if whole and whole.end == bracket.end:
                return whole.start
        letters = _LETTERS.search(self.words.plain, max(self.floor, bracket.end - _BRACKET), bracket.end)
        state = self.words.covering("country", letters.start() - 2) if letters and letters.start() > 1 else None
        return state.start if state and letters and state.end == letters.start() - 1 else None

    def _elsewhere(self, state: Hit) -> bool:
        """ "In the Vatican the President …": a state in the case of where or whence, where no preposition says so."""
        if not self.lexicon.data.get("subject_bare"):
            return False
        ending = self.words.lowered[state.stem_end : state.end]
        adjectival = ending in self.lexicon.words("adjectival_locative")
        return not adjectival and ending in self.lexicon.words("locative", "ablative")

    def _of_town(self) -> bool:
        """Whether a town's name before a head is part of it, where the vocabulary says so ("Tokat Milletvekili")."""
        heads = self.lexicon.words("town_offices")
        return bool(heads) and self.words.lowered[self.hit.start : self.hit.stem_end] in heads

    def _chambers(self, token: Token, start: int) -> bool:
        """ "Konya Sanayi Odası Başkanı": a town right before capitalised words that own the head."""
        owned = bool(self.lexicon.words("town_offices")) and start < self.hit.start and token.capital
        return owned and self.words.plain[start].isupper() and possessed(self.words, self.hit)

    def _pair(self, second: Hit) -> Hit | None:
        """The first of two states written as one word ("the Ghana-Chile Friendship Group")."""
        before = self.words.plain[max(0, second.start - 1) : second.start]
        first = self.words.covering("country", second.start - 2) if before in ("-", "–") and second.start > 1 else None
        return first if first and first.end == second.start - 1 else None

    def _town_noun(self, token: Token) -> bool:
        """Whether "city" or "province" stands right behind a name, in text without spaces: "上海市市长"."""
        return not self.lexicon.spaced and self.words.lowered.startswith(self.lexicon.affixes("town_nouns"), token.end)

    def _belongs(self, token: Token) -> bool:
        """Whether a word before the head is part of the office; "and" is, where what it joins is part of it."""
        if token.lower in self.lexicon.words("office_joins", "prefix_joins"):
            at = self.words.index_at(token.start) - 1
            previous = self.words.tokens[at] if at >= 0 else token
            beside = previous.end + self.lexicon.spaced == token.start and previous is not token
            beside = beside and previous.start >= self.floor  # "Minister of Labour and …": an office before
            if self.words.covering("country", previous.start):
                return beside and self.hit.value == "ambassador"  # else "of the United States and Minister …" are two
            return beside and self._belongs(previous)
        department = self.lexicon.data.get("department_first") and self.hit.value in _OF_DEPARTMENTS
        alike = self.capital == token.capital or self._of_body()
        also = ("complements",) if department and alike else ()  # "Science Minister"
        prefixes = self.lexicon.words("office_prefixes", *also)
        known = token.lower in prefixes or (self._stem(token) in prefixes and not self._located(token))
        if not known and not self.lexicon.head_first and not self._located(token):
            known = self.lexicon.inflection.form_of(token.lower, prefixes)
        known = known or nominative_adjectives(token.lower, self.lexicon) in prefixes  # "Первым", "Першого"
        small = not self.lexicon.head_first or bool(self.lexicon.table("adjective_endings"))
        small = small or bool(self.lexicon.data.get("lower_case_complements"))  # "ancien Premier ministre"
        return known and (token.capital or not self.capital or small)

    def _of_body(self) -> bool:
        """Whether a body's capitalised name stands right before a small head: "the Reef Committee chairman"."""
        before = self.words.tokens[max(0, self.words.index_at(self.hit.start) - 1)]
        return not self.capital and before.capital and before.lower in self.lexicon.words("body_nouns")

    def _located(self, token: Token) -> bool:
        """Whether a word tells where something is: then it is no part of an office."""
        places = self.lexicon.affixes("locative")
        return bool(places) and token.lower.endswith(places)

    def _stem(self, token: Token) -> str:
        return (
            self.lexicon.inflection.at_end.sub("", token.lower)
            if token.lower not in self.lexicon.words("office_prefixes")
            else token.lower
        )
