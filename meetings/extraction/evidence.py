"""What else shows that capitals are a person's name: its own shape, and the words right before it."""

from __future__ import annotations

import re

from .colleagues import with_colleague
from .declension import surely_oblique
from .lexicon import Lexicon
from .name_forms import REGNAL, Name, belongs
from .phrases import lower
from .tokens import Words

_OWN = re.compile(r"(?:['’]?s|['’])?\s(\w+)")
"""What stands between a name and what is its own ("Bell's wife")."""
_BEHIND_WORDS = re.compile(r"[»”\"“][,.]?\s*[,.]?\s*[—–-]\s*$")
"""What stands between quoted words and the verb behind them."""
_MARKS_OF_ADDRESS = tuple(",.!?…")
_CALLED = ("name_introducers", "callings", "unnamed_persons")
"""Lists of what a person is called right before the name."""


_PHRASE = re.compile(r"[^,.;:!?()\n“”\"«»—–]{3,90}")
_AGE = re.compile(r", [1-9]\d, ")
"""How old somebody is."""

_APART = 7
"""Words for day and town between a verb and its "with"."""


def calls_person(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is one for somebody who may have no name; also at the end of a compound ("Hafensprecher")."""
    known = lexicon.words("unnamed_persons")
    return word in known or (
        bool(lexicon.data.get("noun_capitals")) and word.endswith(lexicon.affixes("unnamed_persons"))
    )


class Evidence:
    """Reads a name's own words and its left neighbours."""

    def __init__(self, words: Words) -> None:
        self.words, self.lexicon = words, words.lexicon
        self._links = self.lexicon.words("with_links")
        self._verbs = self.lexicon.words("encounter_verbs", "reference_verbs")
        self._particles = self.lexicon.words("particles") if self.lexicon.data.get("foreign_particles") else frozenset()
        shapes = self.lexicon.data.get("lone_surname")
        self._surname = re.compile(str(shapes)) if shapes else None
        agreeing = self.lexicon.data.get("adjective_before_noun")
        self._agreeing = re.compile(str(agreeing)) if agreeing else None
        """An adjective of a body's name and a noun that agrees with it ("Арктического совета")."""

    def alone(self, name: Name) -> bool:
        """Whether a name of one word, or of a word and a number, can be nothing but a person's."""
        numbered = len(name.words) == 2 and len(name.words[1]) > 1 and REGNAL.fullmatch(name.words[1])
        shaped = bool(numbered) or self.lone_surname(name) or self._acts(name)  # not one letter: "Sputnik V"
        return shaped or self._closes_words(name)

    def _acts(self, name: Name) -> bool:
        """ "Zavarov said": a family name by its shape, and a verb of speech or of meeting right behind it."""
        shapes = self.lexicon.affixes("surname_endings")
        if not self._surname or len(name.words) > 1 or len(name.words[0]) < 5 or not name.words[0].endswith(shapes):
            return False
        told = [h for k in ("speech", "encounter") for h in self.words.inside(k, name.end + 1, name.end + 2)]
        return any(h.kind == "speech" or self.words.lowered[h.start : h.end] in self._verbs for h in told)

    def _closes_words(self, name: Name) -> bool:
        """ "“…”, — написал Хвыль": one word in the nominative behind quoted words, a dash and what one person did."""
        ends = self.lexicon.affixes("said_by_one")
        if not ends or len(name.words) > 1 or len(name.words[0]) < 4 or name.words[0].isupper():
            return False
        told = [h for h in self.words.inside("speech", name.start - 30, name.start) if h.end == name.start - 1]
        verb = self.words.lowered[told[0].start : told[0].end] if told else ""
        lead = self.words.plain[max(0, told[0].start - 8) : told[0].start] if told else ""
        return verb.endswith(ends) and _BEHIND_WORDS.search(lead) is not None

    def lone_surname(self, name: Name) -> bool:
        """Whether a word is a family name, by an ending that it has in other cases than the nominative."""
        if len(name.words) > 1 or not self._surname or not self._surname.search(name.words[0]):
            return False
        before = self._before(name)
        if before is None or before in self.lexicon.words("place_links"):
            return False
        agreeing = self._agreeing
        return agreeing is None or not agreeing.match(self.words.plain, name.start)

    def by_father(self, name: Name) -> bool:
        """Whether a name is the first name and the father's, without the family's: how one addresses somebody."""
        fathers = self.lexicon.affixes("patronymic_endings")
        formed = bool(fathers) and len(name.words) == 2 and lower(name.words[1]).endswith(fathers)
        return formed and (not self.lexicon.data.get("fathers_in_address") or self._addressed(name))

    def _addressed(self, name: Name) -> bool:
        """ "Thank you, Omar Karlovich.": between marks, or behind a word of address ("Dear"); where nobody is called so
        but by translation, it is a family name elsewhere ("the baker Omar Karlovich")."""
        before, behind = self._before(name), self.words.plain[name.end : name.end + 1]
        return (before is None or before in self.lexicon.words("addresses")) and behind in _MARKS_OF_ADDRESS

    def of(self, name: Name) -> bool:
        """Whether a name of several words has a case or a particle that only names have, or is met or introduced."""
        if any(lower(w) in self._particles for w in name.words[1:-1]):
            return True
        return (
            surely_oblique(name.words[-1], None, self.lexicon)
            or self._introduced(name)
            or self._met(name)
            or with_colleague(self.words, name.end)
            or self._beside(name)
            or self._apposed(name)
        )

    def _apposed(self, name: Name) -> bool:
        """ "Anna Bell, an experienced diplomat", "Anna Bell, 52,": who it is, or how old, stands behind the name."""
        if self.words.plain[name.end : name.end + 2] != ", ":
            return False
        if _AGE.match(self.words.plain, name.end):
            return True
        behind = re.findall(r"[^\W_]+", self.words.lowered[name.end : name.end + 70])[:4]
        opened = bool(behind) and behind[0] in self.lexicon.words("indefinite")
        return (opened and any(calls_person(word, self.lexicon) for word in behind[1:])) or self._called_behind(name)

    def _called_behind(self, name: Name) -> bool:
        """ "Anna Bell, the party's chief strategist on roads": what somebody is called ends before a comma or a
        preposition, where what is told of a noun stands before it."""
        if not self.lexicon.data.get("adjectives_precede"):
            return False
        phrase = _PHRASE.match(self.words.lowered, name.end + 2)
        links = self.lexicon.words("place_links", "office_links", "genitive_links", "relative_clauses")
        called = phrase[0].split() if phrase else []
        if not self.lexicon.words("clause_joins", "office_joins").isdisjoint(called[:1]):
            return False  # "Anna Bell, and members of the crew"
        until = next((i for i, word in enumerate(called) if word in links and i), len(called))
        if until == len(called) and phrase and self.words.plain[phrase.end() : phrase.end() + 1] not in ",.":
            return False
        head = called[until - 1] if called else ""
        return any(self._one_of(head, key) for key in (*_CALLED, "apposed_persons"))

    def _before(self, name: Name) -> str | None:
        """The word right before a name in its sentence; None where a mark or the beginning of the line is there."""
        at = self.words.index_at(name.start) - 1
        token = self.words.tokens[at] if at >= 0 else None
        return token.lower if token and token.word and name.start - token.end == 1 else None

    def _introduced(self, name: Name) -> bool:
        """ "A man by the name of X", "the analyst X", "her husband X", and "X's wife"."""
        before = self._before(name)
        if before is not None and (belongs(before, self.lexicon) or any(self._one_of(before, key) for key in _CALLED)):
            return True
        behind = _OWN.match(self.words.lowered, name.end) if name.possessive else None
        return behind is not None and behind[1] in self.lexicon.words("person_nouns")

    def _one_of(self, word: str, key: str) -> bool:
        """Whether a word is a form of one of a list."""
        known = self.lexicon.words(key)
        if key == "unnamed_persons" and calls_person(word, self.lexicon):
            return True
        return word in known or (bool(self.lexicon.inflection.endings) and self.lexicon.inflection.form_of(word, known))

    def _beside(self, name: Name) -> bool:
        """ "Accompanied by X, Y and Z", "the resignation of X": what only persons do, and lists of who was there."""
        links = self.lexicon.words("genitive_links")
        small = self.lexicon.words("office_joins", "particles") | links
        before = re.findall(r"[^\W\d_]+", self.words.lowered[max(0, name.start - 40) : name.start])
        if len(before) > 1 and before[-1] in links and before[-2] in self.lexicon.words("person_nouns"):
            return True
        far = max(0, name.start - 90)
        listed = () if self.lexicon.data.get("noun_capitals") else self.words.inside("attendance", far, name.start)
        for cue in (*self.words.inside("accompanied", far, name.start), *listed):
            between = self.words.plain[cue.end : name.start]
            words = re.findall(r"[^\W\d_][\w’'-]*", between)
            if not re.search(r"[^\w\s,’'-]|\n", between) and all(w[0].isupper() or w in small for w in words):
                return True
        return False

    def _before_when_and_where(self, name: Name) -> int:
        """Where the words for day and town begin that stand before "with X": "met on Thursday in Lima with X"."""
        times = self.lexicon.forms_of("months", "weekdays", "days")
        small = self.lexicon.words("place_links", "articles", "this_day")
        tokens, at = self.words.tokens, self.words.index_at(name.start) - 2
        for token in reversed(tokens[max(0, at - _APART) : at + 1] if self.lexicon.spaced else ()):
            known = token.lower in times or token.lower in small or token.text.isdigit()
            if not known and not any(self.words.covering(kind, token.start) for kind in ("place", "country")):
                return token.end + 1
        return name.start - len(self._before(name) or "") - 1

    def _met(self, name: Name) -> bool:
        """ "Received X", "will meet with X", "met in Lima with X"."""
        before, end = self._before(name), name.start
        if before is None:
            return False
        if before in self._links:
            whole = self.words.covering("encounter", end - 2)
            if whole is not None and whole.end == end - 1:
                return True  # "spoke today with X": the link is part of the mark
            end = self._before_when_and_where(name)
        for kind in ("encounter", "events"):
            hit = self.words.covering(kind, end - 2) if end > 1 else None
            if hit is None or hit.end != end - 1:
                continue
            if end < name.start or self.words.lowered[hit.start : hit.end] in self._verbs:
                return True
        return False
