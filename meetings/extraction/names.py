"""Names of persons, known by their shape: capitalised words, particles, initials, and what stands around them.

No list of persons is used. What the vocabulary knows as a state, a city, an organisation, an office, a month or a
common word is no name; a run of other capitalised words may be one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from .declension import surely_oblique
from .layout import Paragraph
from .offices import Office
from .phrases import APOSTROPHES, lower
from .places import dateline_end
from .tokens import Token, Words

_BLOCKING = ("country", "place", "organization", "office", "institutions", "not_countries")
_ARTICLE = re.compile(r"(?:al|el|as|ash|ad|an|ar|at|az|ul|ud|ur)[-'’][A-Z]")
"""An Arabic article written small before the name it belongs to ("al-Ghazali")."""
_MAX_WORDS = 7


@dataclass(frozen=True)
class Name:
    """A name at `plain[start:end]`: its words without endings, and what speaks for its being a person's."""

    start: int
    end: int
    words: tuple[str, ...]
    titled: bool = False
    possessive: bool = False
    ending: str = ""
    """The case ending cut off the last word."""

    @property
    def text(self) -> str:
        """The name as one string."""
        return " ".join(self.words)


def find_names(words: Words, offices: list[Office], paragraphs: list[Paragraph]) -> list[Name]:
    """Candidates for names, in order. Which of them are persons is decided where all is known (`people`)."""
    if not words.lexicon.capitals:
        from .uncapitalised_names import UncapitalisedNames
        from .unspaced_names import UnspacedNames

        return (UncapitalisedNames if words.lexicon.spaced else UnspacedNames)(words, offices, paragraphs).find()
    scanner = _Scanner(words, offices)
    found: list[Name] = []
    for paragraph in paragraphs:
        found += scanner.scan(paragraph)
    body = words.page.zone("body")
    begin, end = (body[0].start, dateline_end(words)) if body else (0, 0)
    return [name for name in found if not begin <= name.start < end]


class _Scanner:
    def __init__(self, words: Words, offices: list[Office]) -> None:
        self.words, self.lexicon = words, words.lexicon
        self.taken = sorted((o.start, o.end) for o in offices)
        self.common = self.lexicon.words("common")
        self.particles = self.lexicon.words("particles")
        self.months = {lower(str(m)) for names in self.lexicon.table("months").values() for m in names}
        self.months |= {lower(str(d)) for names in self.lexicon.table("weekdays").values() for d in names}
        self.small_titles = bool(self.lexicon.data.get("lower_case_titles"))
        self.noun_endings = tuple(self.lexicon.words("common_endings"))
        self.initial_endings = tuple(self.lexicon.words("initial_word_endings"))

    def scan(self, paragraph: Paragraph) -> list[Name]:
        begins = {start for start, _end in self.words.sentences(paragraph)}
        tokens, indexes = self.words.tokens, self.words.between(paragraph.start, paragraph.end)
        shouting = _shouting([tokens[i] for i in indexes])
        found: list[Name] = []
        at = indexes.start
        while at < indexes.stop:
            name, at = self._name_at(at, indexes.stop, begins, shouting)
            if name:
                found.append(name)
        return found

    def _name_at(self, at: int, stop: int, begins: set[int], shouting: bool) -> tuple[Name | None, int]:
        tokens = self.words.tokens
        titled = False
        begin = at
        while at < stop and (width := self._title(at, stop)):
            titled, at = True, at + width
        if at >= stop or not self._may_begin(at, stop, begins, titled, shouting):
            return None, max(at, begin + 1)
        run = [at]
        at += 1
        while at < stop and len(run) < _MAX_WORDS * 2:
            step = self._continues(at, stop, tokens[run[-1]], titled, shouting)
            if not step:
                break
            run += range(at, at + step)
            at += step
        return self._make(run, titled), max(at, begin + 1)

    def _title(self, at: int, stop: int) -> int:
        """How many tokens a form of address takes here ("H.E.", "Mr.", "(Mrs.)")."""
        token = self.words.tokens[at]
        hit = self.words.covering("titles", token.start)
        if not hit or hit.start != token.start or not (token.capital or self.small_titles):
            bracketed = token.text == "(" and at + 2 < stop and self._title(at + 1, stop)
            return bracketed + 2 if bracketed and self.words.tokens[at + 1 + bracketed].text == ")" else 0
        width = self.words.index_at(hit.end) - at
        while at + width < stop and self.words.tokens[at + width].text == ".":
            width += 1
        following = self.words.tokens[at + width] if at + width < stop else None
        return (
            width
            if following and (following.capital or following.text == "(" or following.lower in self.particles)
            else 0
        )

    def _may_begin(self, at: int, stop: int, begins: set[int], titled: bool, shouting: bool) -> bool:
        token = self.words.tokens[at]
        if self._initial(at, stop):
            return self._initials_lead(at, stop)
        if token.lower in self.particles and titled:
            return at + 1 < stop and self._proper(self.words.tokens[at + 1], True, shouting)
        if token.capital and token.lower in self.particles and at + 1 < stop:
            return self._proper(self.words.tokens[at + 1], titled, shouting) and token.start not in begins
        if not self._proper(token, titled, shouting) and not self._town_as_given_name(at, stop, shouting):
            return False
        if token.start in begins and not titled:
            if token.text[0].lower() + token.text[1:] in self.words.lower_case_words:
                return False
            if self.initial_endings and token.lower.endswith(self.initial_endings):
                return False
        return True

    def _continues(self, at: int, stop: int, last: Token, titled: bool, shouting: bool) -> int:
        """How many tokens from here on still belong to the name."""
        tokens, token = self.words.tokens, self.words.tokens[at]
        if self._title(at, stop):
            return 0
        gap = self.words.plain[last.end : token.start]
        if "\n" in gap or (len(gap) > 1 and gap.strip()) or self._ended(last):
            return 0
        if token.text == "." and len(last.text.split("-")[-1]) <= 2 and last.capital and not gap:
            return 1
        if token.text == "[" and at + 2 < stop and tokens[at + 2].text == "]" and tokens[at + 1].capital:
            return 3
        if gap == "" and last.text != ".":
            return 0
        if self._closed_by_case(at, token):
            return 0
        if self._initial(at, stop) or self._proper(token, True, shouting) or self._state_as_surname(at, titled):
            return 1
        return self._particles(at, stop, shouting)

    def _closed_by_case(self, at: int, token: Token) -> bool:
        """ "с Омаром Белловым Анна Руис …": behind a name whose case is plain, one in another case begins."""
        before = self.words.tokens[max(0, at - 2) : at]
        return (
            len(before) == 2
            and all(t.word and t.capital for t in before)
            and surely_oblique(before[1].text, None, self.lexicon)
            and not surely_oblique(token.text, None, self.lexicon)
        )

    def _state_as_surname(self, at: int, titled: bool) -> bool:
        """ "Michael Jordan": a state's name right behind one lone given name, with an office or a title before it."""
        token, given = self.words.tokens[at], self.words.tokens[at - 1]
        state = self.words.covering("country", token.start)
        if not state or (state.start, state.stem_end) != (token.start, token.end) or state.value[1] != "name":
            return False
        before = self.words.tokens[at - 2] if at > 1 else given
        office = self._in_office(before) and given.start - before.end == 1
        return given.capital and given.word and (titled or office) and not self._in_office(token)

    def _particles(self, at: int, stop: int, shouting: bool) -> int:
        """How many tokens particles and the name behind them take ("van der Meer")."""
        tokens, ahead = self.words.tokens, at
        while ahead < stop and tokens[ahead].lower in self.particles and len(tokens[ahead].text) <= 4:
            ahead += 1
        return ahead - at + 1 if at < ahead < stop and self._proper(tokens[ahead], True, shouting) else 0

    def _ended(self, token: Token) -> bool:
        """Whether a word carries an ending that closes a name ("Zavarzin's")."""
        return bool(self.lexicon.inflection.after_apostrophe.search(token.text))

    def _initial(self, at: int, stop: int) -> bool:
        token = self.words.tokens[at]
        return (
            len(token.text) <= 2
            and token.text.isalpha()
            and token.capital
            and at + 1 < stop
            and self.words.tokens[at + 1].text == "."
            and self.words.tokens[at + 1].start == token.end
            and (len(token.text) == 1 or token.text[1].islower())
        )

    def _initials_lead(self, at: int, stop: int) -> bool:
        """Whether initials are followed by a name ("K. B. Tetteh-Quaye")."""
        stop = min(stop, at + _MAX_WORDS * 2)
        while at + 1 < stop and self._initial(at, stop):
            at += 2
        while at + 1 < stop and self.words.tokens[at].lower in self.particles:
            at += 1
        token = self.words.tokens[at] if at < stop else None
        return bool(token and self._proper(token, True, False))

    def _proper(self, token: Token, inside: bool, shouting: bool) -> bool:
        """Whether a word can be part of a name."""
        if not token.word or len(token.text) < 2 or any(c.isdigit() for c in token.text):
            return False
        if not token.capital and not _ARTICLE.match(token.text):
            return False
        stem = self.lexicon.inflection.at_end.sub("", token.lower)
        if token.lower in self.common or stem in self.common or self._inflected(token.lower):
            return False
        if stem in self.months and not self._month_as_given_name(token):
            return False
        if token.lower.endswith(self.noun_endings) and not inside:
            return False  # where all nouns have capitals, a common one is known by its end
        if token.text.isupper() and not shouting and (len(token.text) <= (1 if inside else 5)):
            return False
        if self._in_office(token) or any(self.words.covering(kind, token.start) for kind in _BLOCKING):
            return False
        return not any(
            self._exactly(kind, token) for kind in ("encounter", "speech", "visits", "not_meetings", "parties_nouns")
        )

    def _month_as_given_name(self, token: Token) -> bool:
        """ "Cumhurbaşkanı Kasım Toprakçı", "Minister June Holm": right behind an office, another name behind it."""
        at = self.words.index_at(token.start)
        if at + 1 >= len(self.words.tokens) or not token.start or not self.words.covering("office", token.start - 2):
            return False
        following = self.words.tokens[at + 1]
        return following.start == token.end + 1 and following.capital and self._proper(following, True, False)

    def _inflected(self, word: str) -> bool:
        """Whether a word is a common one with endings, where a common word may itself end like an ending."""
        return bool(self.lexicon.data.get("subject_bare")) and self.lexicon.inflection.form_of(word, self.common)

    def _town_as_given_name(self, at: int, stop: int, shouting: bool) -> bool:
        """ "Austin Reed", "Nursultan Abishevich": a town's name with another name right behind it, and nothing to say
        that the town is meant."""
        token = self.words.tokens[at]
        town = self.words.covering("place", token.start)
        if (
            not town
            or (town.start, town.stem_end) != (token.start, token.end)
            or at + 1 >= stop
            or self._in_office(token)
        ):
            return False
        links = self.lexicon.words("place_links") | self.lexicon.words("office_links")
        if at and (self.words.tokens[at - 1].lower in links or not self.words.tokens[at - 1].word):
            return False
        following = self.words.tokens[at + 1]
        return following.start == token.end + 1 and self._proper(following, True, shouting)

    def _in_office(self, token: Token) -> bool:
        at = bisect_right(self.taken, (token.start, len(self.words.plain) + 1)) - 1
        return at >= 0 and token.start < self.taken[at][1]

    def _exactly(self, kind: str, token: Token) -> bool:
        hit = self.words.covering(kind, token.start)
        return bool(hit and hit.end >= token.end)

    def _make(self, run: list[int], titled: bool) -> Name | None:
        tokens = [self.words.tokens[i] for i in run]
        while tokens and tokens[-1].lower in self.particles and len(tokens) > 1:
            tokens.pop()
        while tokens and tokens[-1].text in self._honours():
            tokens.pop()
        if not tokens:
            return None
        parts: list[str] = []
        for token in tokens:
            if token.text == "." and parts:
                parts[-1] += "."
            elif parts and parts[-1][-1] in APOSTROPHES:  # "d'" + "Estaing"
                parts[-1] += token.text
            elif token.text not in "[]":
                parts.append(token.text)
        match = self.lexicon.inflection.after_apostrophe.search(parts[-1])
        end = tokens[-1].end
        ending = ""
        if match:
            parts[-1], end, ending = parts[-1][: match.start()], end - len(match[0]), match[0]
            if parts[-1] == "":
                return None
        return Name(tokens[0].start, end, tuple(parts), titled, bool(match), ending)

    def _honours(self) -> set[str]:
        return {h.upper() for h in self.lexicon.words("honours")}


def _shouting(tokens: list[Token]) -> bool:
    """Whether a paragraph is written in capitals throughout."""
    words = [t for t in tokens if t.word and len(t.text) > 1 and t.text.isalpha()]
    return len(words) >= 3 and sum(t.text.isupper() for t in words) >= 0.8 * len(words)


def initials(word: str) -> bool:
    """Whether a part of a name is an initial ("K.", "Yu.")."""
    return word.endswith(".") and len(re.sub(r"\W", "", word)) <= 2
