"""Which words can be part of a name: capitalised ones that the vocabulary does not know as anything else."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise

from .name_forms import belongs
from .office import Office
from .surname_offices import may_be_surname
from .tokens import Token, Words

_BLOCKING = ("country", "place", "organization", "office", "institutions", "not_countries", "agency")
_BLOCKING_WHOLE = ("encounter", "speech", "visits", "not_meetings", "parties_nouns")
_ARTICLE = re.compile(
    r"(?:(?:[aeə]l|[ae](?:[dnrstzşš]|sh|s?ch)|ə[dnrstzş]|u[ldr])[-'’]|(?:d|dell|dall)['’]"
    r"|(?:[аәеэ]ль?|[аәеэу][дзнрстш])-)"
    r"(?P<name>[^\W\d_])"
)
"""An article written small before what it belongs to, with the consonant that it takes there ("al-Ghazali",
"es-Sabbah", "ech-Chabbi", "әш-Шараф")."""
_ABBREVIATED = 3
"""Letters of what is cut short and takes no endings: "Мария" is no form of "мар"."""


class NameWords:
    """Tells the words of one text that can be part of a name."""

    def __init__(self, words: Words, offices: list[Office]) -> None:
        self.words, self.lexicon = words, words.lexicon
        self.taken = sorted((o.start, o.end) for o in offices)
        self.common = self.lexicon.words("common")
        self.particles = self.lexicon.words("particles")
        self.uninflected = self.lexicon.words("uninflected")
        """Common words that take no endings: a name may begin like one ("Надир" is no form of "над")."""
        self.months = self.lexicon.forms_of("months", "weekdays")
        self.month_parts = self.lexicon.words("month_parts")
        self.case_patterns = bool(self.lexicon.data.get("case_patterns"))
        self.small_titles = bool(self.lexicon.data.get("lower_case_titles"))
        self.surname_words = self.lexicon.words("surname_words")
        """Common words that are family names, too, behind a given name."""
        self.given_name_words = self.lexicon.words("given_name_words")
        """Common words and months that are given names, too, before a family name ("Marco Ruiz")."""
        self.again: set[str] = set()
        """Words known as something else that the text has in full names."""
        self.noun_endings = self.lexicon.affixes("common_endings")
        kinds = {*_BLOCKING, *_BLOCKING_WHOLE}
        hits = (h for h in words.hits if h.kind in kinds)
        self.covered = {words.tokens[i].start for h in hits for i in words.between(h.start, h.end)}
        """Where words begin that the vocabulary knows as something else than a name."""
        self.title_case = False
        """Whether the line that is read is a headline whose words all have capitals."""
        self.initial_words = self.lexicon.words("initial_words")
        self.initial_endings = self.lexicon.affixes("initial_word_endings")

    def proper(self, token: Token, inside: bool, shouting: bool) -> bool:
        """Whether a word can be part of a name."""
        if not _shaped(token) or belongs(token.text, self.lexicon) or (shouting and self._said_small(token)):
            return False
        if (inside and self._syllable(token)) or (token.text in self.again and self._speaks(token)):
            return True
        if self._small_below(token) or (token.lower in self.month_parts and self._month_behind(token)):
            return False
        stem = self.lexicon.inflection.bare(token.lower)
        surname = token.lower in self.surname_words or (inside and self._surname_in_case(token.lower))
        if surname and (inside or self._right_behind_office(token)):
            return not self.in_office(token)
        if token.lower in self.given_name_words and self.before_name(token):
            return not self.in_office(token)
        declined = len(stem) > 2 and stem in self.common and (stem == token.lower or stem not in self.uninflected)
        if token.lower in self.common or declined or self._inflected(token.lower):
            # a stem of two letters is no word's: "Jan" is not "ja"
            return token.lower in self.common and not self.lexicon.head_first and self._month_as_given_name(token)
        month = stem in self.months and (len(stem) > _ABBREVIATED or stem == token.lower)
        month = month or (len(token.lower) > _ABBREVIATED and token.lower in self.months)  # "çarşam-ba" has no case
        short = inside and (self._short_month(token) or (len(token.text) <= _ABBREVIATED and self.before_name(token)))
        if month and not short and not self._month_as_given_name(token):
            return False
        if token.lower.endswith(self.noun_endings) and not inside:
            return False  # where all nouns have capitals, a common one is known by its end
        if token.text.isupper() and not shouting and (len(token.text) <= (1 if inside else 5)):
            return False
        return not self.in_office(token) and (token.start not in self.covered or self._free(token, inside))

    def _syllable(self, token: Token) -> bool:
        """ "Вон До Ён", "Ler Sung Un": what is a preposition or a body's letters elsewhere, with a capital in the midst
        of a name of syllables, or at its end."""
        if len(token.text) > _ABBREVIATED or token.text.isupper():
            return False
        small, at = token.lower in self.lexicon.words("function_words"), self.words.index_at(token.start)
        trio = self.words.tokens[at - 1 : at + 2] if small else []
        known = small or token.start in self.covered or token.lower in self.common
        if known and not self.title_case and not self._syllables(trio):
            trio = self.words.tokens[max(0, at - 2) : at + 1]
        return self._syllables(trio)

    def _syllables(self, trio: list[Token]) -> bool:
        """Whether three words side by side, each with a capital, are as short as syllables."""
        short = [t for t in trio if t.word and t.capital and 1 < len(t.text) <= _ABBREVIATED + 1]
        return len(short) == _ABBREVIATED and all(a.end + 1 == b.start for a, b in pairwise(short))

    def _small_below(self, token: Token) -> bool:
        """Whether a headline writes a word with a capital that the story writes small alone, or never writes so,
        although it knows the name, or names the holder of the office, that stands before it ("Omar Bell Lauds Anna
        Holm", "President Lauds Harvest")."""
        if not self.title_case or token.lower in self._capitals_below:
            return False
        return self._said_small(token) or self._verb_of_headline(token)

    def _verb_of_headline(self, token: Token) -> bool:
        endings = self.lexicon.affixes("headline_verb_endings")
        at = self.words.index_at(token.start)
        before, behind = self.words.tokens[max(0, at - 1)], self.words.tokens[at + 1 : at + 2]
        owned = any(
            t.lower in self.lexicon.words("genitive_links") for t in behind
        )  # "President Omar Bell Reyes of Chad"
        if not endings or not token.lower.endswith(endings) or before.end != token.start - 1 or owned:
            return False  # "President Bell Omar"
        if self.in_office(before):  # "President Lars Holm"
            return before.lower in self._named_below and not any(t.lower in self._capitals_below for t in behind)
        return before.lower in self._capitals_below

    @cached_property
    def _named_below(self) -> frozenset[str]:
        """The last words of the offices that stand right before another word with a capital in the body."""
        body = self.words.page.zone("body")
        tokens = self.words.tokens
        spans = (self.words.between(p.start, p.end) for p in body)
        pairs = ((tokens[i], tokens[i + 1]) for span in spans for i in span[:-1])
        return frozenset(a.lower for a, b in pairs if b.capital and b.start == a.end + 1 and self.in_office(a))

    @cached_property
    def _capitals_below(self) -> frozenset[str]:
        """The words that the body writes with a capital, or in capitals, as labels do."""
        body = [(p.start, p.end) for p in self.words.page.zone("body")]
        tokens = (self.words.tokens[i] for start, end in body for i in self.words.between(start, end))
        return frozenset(t.lower for t in tokens if t.capital)

    def of_company(self, tokens: list[Token]) -> bool:
        """ "Kestrel Mills Ltd", "J. R. Bell Co Inc": whether the form of a company ends some words or stands behind."""
        behind = self.words.index_at(tokens[-1].end)
        ends = [tokens[-1].lower, *(t.lower for t in self.words.tokens[behind : behind + 1] if t.capital)]
        return bool(self.lexicon.words("company_forms").intersection(ends))

    def otherwise_known(self, token: Token) -> bool:
        """Whether the vocabulary knows a word as something else than a name."""
        names = self.surname_words | self.given_name_words
        return token.lower in self.common or token.lower in names or token.start in self.covered

    def _speaks(self, token: Token) -> bool:
        """Whether a verb of speech stands right beside a word."""
        before = self.words.covering("speech", token.start - 2) if token.start > 1 else None
        said = before is not None and before.end == token.start - 1
        return said or bool(self.words.inside("speech", token.end + 1, token.end + 2))

    def _short_month(self, token: Token) -> bool:
        """ "Li Jun": a month cut short, no number beside it, right behind another word of a name."""
        at = self.words.index_at(token.start)
        beside = self.words.tokens[max(0, at - 1) : at + 2]
        return len(token.text) == _ABBREVIATED and not any(t.text[0].isdigit() or t.text == "." for t in beside)

    def _said_small(self, token: Token) -> bool:
        """ "ANNA BELL ARRIVES", and further down "arrives": a word of a line in capitals that is no name."""
        return len(token.text) > _ABBREVIATED and token.lower in self.words.lower_case_words

    def case_of_small(self, token: Token) -> bool:
        """ "Toplantıya Omar Bell katıldı", further down "toplantının": a noun in a case whose stem is written small,
        where the verb stands last."""
        if not (self._verb_last and token.capital):
            return False
        stem = self.lexicon.inflection.bare(token.lower)
        behind = self.words.tokens[self.words.index_at(token.end) :][:2] if len(stem) == len(token.text) - 1 else ()
        full = all(t.capital and t.word for t in behind)  # "Xəyalə Bell" may bear what looks like the dative
        return _ABBREVIATED < len(stem) < len(token.text) and full and stem in self._small_stems

    @cached_property
    def _verb_last(self) -> bool:
        return bool(self.lexicon.data.get("subject_bare"))

    @cached_property
    def _small_stems(self) -> frozenset[str]:
        bare = self.lexicon.inflection.bare
        return frozenset(bare(w) for w in self.words.lower_case_words if len(w) > _ABBREVIATED)

    def _free(self, token: Token, inside: bool) -> bool:
        """Whether a word that the vocabulary knows may all the same be part of a name."""
        if any(self._blocks(kind, token, inside) for kind in _BLOCKING):
            return False
        return not any(self._exactly(kind, token) for kind in _BLOCKING_WHOLE)

    def _month_as_given_name(self, token: Token) -> bool:
        """ "Cumhurbaşkanı Kasım Toprakçı", "Minister June Holm": right behind an office, another name behind it. Where
        offices end with their head, so too other words: "Bakan Barış Toprakçı" is no peace."""
        at = self.words.index_at(token.start)
        behind = bool(token.start) and self.words.covering("office", token.start - 2) is not None
        return (behind or bool(at and self._behind_office(self.words.tokens[at - 1]))) and self.before_name(token)

    def _month_behind(self, token: Token) -> bool:
        """ "Ende Mai": a part of a month and the month."""
        at = self.words.index_at(token.start) + 1
        return at < len(self.words.tokens) and self.words.tokens[at].lower in self.months

    def before_name(self, token: Token) -> bool:
        """Whether another word of a name stands right behind a word."""
        at = self.words.index_at(token.start) + 1
        following = self.words.tokens[at] if at < len(self.words.tokens) else None
        if following is None or following.start != token.end + 1:
            return False
        return following.capital and self.proper(following, True, False)

    def _surname_in_case(self, word: str) -> bool:
        return self._verb_last and self.lexicon.inflection.form_of(word, self.surname_words)

    def _inflected(self, word: str) -> bool:
        """Whether a word is a common one with endings, where a common word may itself end like an ending."""
        return self._verb_last and self.lexicon.inflection.form_of(word, self.common)

    def town_as_given_name(self, at: int, stop: int, shouting: bool) -> bool:
        """ "Austin Reed", "Nursultan Abishevich": a town's name with another name right behind it, and nothing to say
        that the town is meant."""
        token = self.words.tokens[at]
        town = self.words.covering("place", token.start)
        if not town and at and self._behind_office(self.words.tokens[at - 1]):
            town = self.words.covering("country", token.start)  # "the Speaker, Chad Reed"
        if (
            not town
            or (town.start, town.stem_end) != (token.start, token.end)
            or at + 1 >= stop
            or self.in_office(token)
        ):
            return False
        links = self.lexicon.words("place_links", "office_links")
        before = self.words.tokens[at - 1] if at else None
        if before and (before.lower in links or not before.word) and not self._behind_office(before):
            return False
        following = self.words.tokens[at + 1]
        return following.start == token.end + 1 and self.proper(following, True, shouting)

    def _blocks(self, kind: str, token: Token, inside: bool) -> bool:
        """Whether a word of the vocabulary is no part of a name; "Reyes" behind a given name is one."""
        if kind == "office" and token.lower.split("-")[0] in self.lexicon.words("given_name_offices"):
            return self.in_office(token)  # "Prime Minister Dean Carter": no office where it was not read as one
        hit = self.words.covering(kind, token.start)
        if hit and inside and kind == "country" and self._like_a_citizen(hit.value[1], hit.stem_end < hit.end, token):
            return False
        surname = hit is not None and inside and kind == "office" and may_be_surname(self.words, hit)
        return hit is not None and not surname

    def _like_a_citizen(self, form: str, declined: bool, token: Token) -> bool:
        """ "Anna Irene Bell": a given name that looks like the citizens of a state in a case."""
        at = self.words.index_at(token.start)
        before = self.words.tokens[at - 1] if at else token
        beside = before.capital and before.word and before.end + 1 == token.start and not self.in_office(before)
        return form == "demonym" and declined and beside and self.before_name(token)

    def _right_behind_office(self, token: Token) -> bool:
        """ "Foreign Minister Park": a surname that is a common word, too, alone behind an office and no further word
        with a capital behind it."""
        at = self.words.index_at(token.start)
        before = self.words.tokens[at - 1] if at else None
        if before is None or before.end + 1 != token.start or not self.in_office(before):
            return False
        following = self.words.tokens[at + 1] if at + 1 < len(self.words.tokens) else None
        if following is None or following.start != token.end + 1:
            return True
        return not following.capital and following.lower not in self.particles

    def _behind_office(self, comma: Token) -> bool:
        """ "The president of Ghana, Austin Reed": a comma right behind an office."""
        return comma.text == "," and comma.start > 0 and any(end == comma.start for _start, end in self.taken)

    def in_office(self, token: Token) -> bool:
        at = bisect_right(self.taken, (token.start, len(self.words.plain) + 1)) - 1
        return at >= 0 and token.start < self.taken[at][1]

    def _exactly(self, kind: str, token: Token) -> bool:
        hit = self.words.covering(kind, token.start)
        return bool(hit and hit.end >= token.end)

    def state_as_surname(self, at: int, titled: bool) -> bool:
        """ "Kofi Jordan": a state's name right behind one lone given name, with an office or a title before it."""
        token, given = self.words.tokens[at], self.words.tokens[at - 1]
        if self.lexicon.data.get("subject_bare"):
            return False  # "Minister Bell Ghana's colleague with met": verbs stand last, states beside names
        state = self.words.covering("country", token.start)
        if not state or (state.start, state.stem_end) != (token.start, token.end) or state.value[1] != "name":
            return False
        if given.text == "." and at > 2 and len(self.words.tokens[at - 2].text) == 1:
            return self.words.tokens[at - 3].capital  # "Ana J. Chad"
        before = self.words.tokens[at - 2] if at > 1 else given
        office = self.in_office(before) and given.start - before.end == 1
        return given.capital and given.word and (titled or office) and not self.in_office(token)

    def _town(self, token: Token) -> bool:
        """Whether a word is a town's whole name, where no case says "in": else a town behind a name is the place."""
        town = None if self.lexicon.words("locative") else self.words.covering("place", token.start)
        return town is not None and (town.start, town.stem_end) == (token.start, token.end)

    def _in_its_state(self, at: int) -> bool:
        """ "with General Omar Bell Lima, Peru": behind the town and a comma the state that it is in."""
        comma, behind = (*self.words.tokens[at + 1 : at + 3], None, None)[:2]
        town = self.words.covering("place", self.words.tokens[at].start)
        state = self.words.covering("country", behind.start) if comma and comma.text == "," and behind else None
        return bool(town and state and state.value[0] == town.value[0] and state.value[1] in ("name", "long"))

    def town_as_surname(self, at: int, titled: bool) -> bool:
        """ "Ana Ruiz Lima", "Ana J. Lima", "Mr Tom Lima", "said Tom Lima,": a town's name right behind two words
        of a name, a form of address or an initial, or one word that a verb of speech leads to."""
        tokens = self.words.tokens
        if at < 2 or not self._town(tokens[at]) or self._in_its_state(at):
            return False
        given, middle = tokens[at - 2], tokens[at - 1]
        if titled and middle.end + 1 == tokens[at].start and self.words.covering("titles", middle.start) is None:
            return self.proper(middle, True, False)
        if middle.text == "." and len(given.text) == 1 and self.lexicon.head_first:
            return True
        said = self.words.covering("speech", given.start) if self.lexicon.head_first else None
        closed = self.words.plain[tokens[at].end : tokens[at].end + 1] == ","
        if said and closed and middle.capital and given.end + 1 == middle.start and said.end == given.end:
            return True
        return given.end + 1 == middle.start and all(self.proper(t, True, False) for t in (given, middle))


_FOREIGN = re.compile(r"[A-Za-z]-[а-яёәғқңөұүһі]")
"""A word in Latin letters with an ending in Cyrillic ones: a newspaper or a firm."""


_DECLINED_LETTERS = re.compile(r"[А-ЯЁІЇЄҐ]{3,}[а-яёіїєґ]{1,3}")
"""The letters of a body with an ending in Cyrillic ("МИДа")."""


def _shaped(token: Token) -> bool:
    """Whether a token is written as a part of a name is: a capital or an article first, no digit."""
    if not token.word or len(token.text) < 2 or not (token.text.isalpha() or not any(c.isdigit() for c in token.text)):
        return False
    if ("-" in token.text and _FOREIGN.search(token.text)) or _DECLINED_LETTERS.fullmatch(token.text):
        return False
    return token.capital or articled(token.text)


def articled(text: str) -> bool:
    """Whether a word is an article written small and a name."""
    match = _ARTICLE.match(text)
    return match is not None and match["name"].isupper()
