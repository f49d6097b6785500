"""Names in a script without capitals: runs of words that nothing is known of, beside a title, an office, a counterpart,
or with a particle that only names have."""

from __future__ import annotations

import re
from functools import cached_property

from .name_forms import Name
from .office import Office
from .pages import Paragraph
from .phrases import lower
from .tokens import Token, Words
from .wordlists import compiled

_BLOCKING = (
    "country", "place", "organization", "office", "institutions", "not_countries", "titles", "speech", "encounter",
    "visits", "attendance", "not_meetings", "parties_nouns", "recalled", "announced", "events", "agency",
)  # fmt: skip
_COMMON = (
    "common", "function_words", "complements", "office_prefixes", "pronouns", "office_links", "office_joins",
)  # fmt: skip
_CALLED = 10
"""Words within which a name begins behind a verb of speech and what somebody is."""
_SET_OFF = 40
"""The same behind a verb of meeting, what the host is and when they met between."""
_MOST = 4
_ITEM_ENDS = ("", "\n", "،", ",", ":", ".", "؛")
"""What stands on either side of an item of a list."""


class UncapitalisedNames:
    """Finds names in the paragraphs of one text."""

    def __init__(self, words: Words, offices: list[Office], paragraphs: list[Paragraph]) -> None:
        self.words, self.lexicon, self.plain = words, words.lexicon, words.plain
        self.offices, self.paragraphs = offices, paragraphs
        self.particles = self.lexicon.words("particles")
        self.kin = self.lexicon.words("kin_particles")
        self.found: dict[int, int] = {}
        """First token: last token + 1."""
        self._used: set[int] = set()

    def find(self) -> list[Name]:
        """All names in order; who was named once with a reason is found wherever the name returns."""
        for p in self.paragraphs:
            indexes = self.words.between(p.start, p.end)
            self._beside_titles(indexes)
            self._with_kin(indexes)
        for office in self.offices:
            if not self._named_after(self.words.index_at(office.start)):
                self._after(self.words.index_at(office.end))
                self._before(office)
        for hit in self.words.by_kind.get("encounter", ()):
            self._met_with(self.words.index_at(hit.end))
            self._set_off(self.words.index_at(hit.end))
        for hit in self.words.by_kind.get("speech", ()):
            self._said_by(self.words.index_at(hit.end))
            self._said_by_somebody(self.words.index_at(hit.end))
        for office in self.offices:
            if office.plural:
                self._shared(self.words.index_at(office.end))
        for hit in self.words.by_kind.get("parties_nouns", ()):
            self._after(self._past_states(self.words.index_at(hit.end)))
            self._shared(self._past_states(self.words.index_at(hit.end)))
        self._shorten()
        self._returning()
        return [self._name(a, b) for a, b in sorted(self.found.items())]

    def _shorten(self) -> None:
        """ "Zavarzin most": of two words only the first, where it is part of a longer name."""
        tokens = self.words.tokens
        longer = {("", *(t.lower for t in tokens[a:b])) for a, b in self.found.items() if b - a > 1}
        for begin, end in list(self.found.items()):
            first, last = tokens[begin].lower, tokens[end - 1].lower
            if self._articled(last):
                continue
            if end - begin == 2 and any(self._part_of(first, n) and last not in n for n in longer):
                self.found[begin] = begin + 1

    def _doubtful(self, begin: int, end: int) -> bool:
        """Whether a single word may as well be a verb or a noun with its article."""
        word = self.words.tokens[begin].lower
        if word in self.lexicon.words("article_names") or self.words.tokens[begin].text in self._exact:
            return False
        ends = self.lexicon.affixes("doubtful_endings") if len(word) > 4 else ()
        return end - begin == 1 and (
            word.startswith(self.lexicon.affixes("doubtful_beginnings")) or word.endswith(ends)
        )

    def _part_of(self, word: str, name: tuple[str, ...]) -> bool:
        """Whether a word is a name's family name, or its first word before a particle."""
        return word == name[-1] or (word == name[1] and name[2] in self.kin)

    def _add(self, begin: int, end: int) -> None:
        while end > begin and self.words.tokens[end - 1].lower in self.particles:
            end -= 1
        if end > begin and self._used.isdisjoint(range(begin, end)):
            self.found[begin] = end
            self._used.update(range(begin, end))

    def _name(self, begin: int, end: int) -> Name:
        tokens = self.words.tokens[begin:end]
        small = self._small(tokens[0]) or self._bound(tokens)
        words = (tokens[0].text[small:], *(t.text for t in tokens[1:]))
        return Name(tokens[0].start + small, tokens[-1].end, words, titled=True)

    def _small(self, token: Token) -> int:
        """Letters of a small word ("and") that is written together with a name."""
        joins = self.lexicon.affixes("office_joins")
        if not joins or not token.lower.startswith(joins) or token.lower in self.lexicon.words("not_joined"):
            return 0
        return 1 if len(token.text) > 3 or self.plain.count(f" {token.text[1:]} ") else 0

    def _bound(self, tokens: list[Token]) -> int:
        """ "… brought together X with-Anwar Bell": letters of a small word before a name that the text has without."""
        bound = tokens[0].text[:1] in self.lexicon.inflection.proclitics and len(tokens) > 1
        bare = " ".join((tokens[0].text[1:], *(t.text for t in tokens[1:])))
        return int(bound and len(tokens[0].text) > 3 and f" {bare}" in self.plain)

    # --- what can be part of a name

    def _kin_follows(self, token: Token) -> bool:
        """Whether "bin" or the like stands right behind a word: then it is a name, whatever else it may mean."""
        following = self.words.index_at(token.end)
        return following < len(self.words.tokens) and self.words.tokens[following].lower in self.kin

    def _behind_kin(self, token: Token) -> bool:
        """Whether "bin" or the like stands right before a word."""
        at = self.words.index_at(token.start)
        return at > 0 and self.words.tokens[at - 1].lower in self.kin

    @cached_property
    def _exact(self) -> frozenset[str]:
        """Names that another spelling of a letter tells from a common word, as they are written."""
        return frozenset(map(str, self.lexicon.data.get("exact_names") or ()))

    @cached_property
    def _common(self) -> frozenset[str]:
        times = self.lexicon.forms_of("months", "weekdays", "days")
        return times.union(*(self.lexicon.words(key) for key in _COMMON))

    def _proper(self, token: Token) -> bool:
        if not token.word or len(token.text) < 2 or any(c.isdigit() for c in token.text):
            return False
        if self._part_of_day(token):
            return False
        if token.lower in self.particles or (token.text in self._exact and self._kin_follows(token)):
            return True
        if token.text in self._exact and self._behind_kin(token):
            return True
        common = token.lower in self._common or token.lower in self.lexicon.conjugated
        if common and token.text not in self._exact:
            return False
        if any(self.words.covering(kind, token.start) for kind in _BLOCKING) and not self._no_article(token):
            return False
        if token.lower.startswith(self.lexicon.affixes("no_name_beginnings")) or self._shaped(token):
            return False
        return not token.lower.endswith(self.lexicon.affixes("adverb_endings")) or len(token.lower) < 6

    def _part_of_day(self, token: Token) -> bool:
        """ "Morning (of) Monday": what is a given name, too, before a day."""
        if token.lower not in self.lexicon.words("day_parts"):
            return False
        following = self.words.tokens[self.words.index_at(token.end) :][:1]
        return any(t.lower in self._days for t in following)

    @cached_property
    def _days(self) -> frozenset[str]:
        """The first words of what tells a day."""
        return frozenset(form.split()[0] for form in self.lexicon.forms_of("days", "weekdays"))

    def _no_article(self, token: Token) -> bool:
        """ "ألباريس": a town's name only behind what looks like the article, and is written with another letter."""
        town, article = self.words.covering("place", token.start), self.lexicon.inflection.article
        if not town or not article or not token.lower.startswith(article) or token.text.startswith(article):
            return False
        return not lower(str(town.value[2])).startswith(article)

    def _shaped(self, token: Token) -> bool:
        """ "To-discuss", "by-forming": a noun of action with a small word before it, by its letters."""
        shapes = self.lexicon.data.get("no_name_shapes")
        if not shapes or token.text in self._exact:
            return False
        return compiled(str(shapes)).fullmatch(token.text) is not None or self._small_and_article(token.lower)

    def _small_and_article(self, word: str) -> bool:
        """ "With-the-pressure": a common word behind a small one and the article."""
        small, article = self.lexicon.inflection.proclitics, self.lexicon.inflection.article
        led = (word.removeprefix(s) for s in small if article and word.startswith(s + article) and s != article)
        return any(w in self._common or w.removeprefix(article) in self._common for w in led)

    def _run(self, begin: int) -> int:
        """Where a run of words that can be a name ends; it ends with its line, and after some words."""
        tokens, at, weighty = self.words.tokens, begin, 0
        while at < len(tokens) and self._goes_on(begin, at) and not self._closed(begin, at):
            if at > begin and self.plain[tokens[at - 1].end : tokens[at].start] not in (" ", "-"):
                break
            weighty += tokens[at].lower not in self.particles and tokens[at - 1].lower not in self.particles
            if weighty > _MOST:
                break
            at += 1
        return self._trimmed(begin, at)

    def _goes_on(self, begin: int, at: int) -> bool:
        """Whether a word can be the next of a name."""
        token = self.words.tokens[at]
        half = at > begin and token.lower in self.lexicon.words("name_parts")  # "Abd Allah"
        titled = at > begin and self._behind_kin(token) and self.words.covering("titles", token.start)
        return half or self._proper(token) or self._nisba(begin, at) or bool(titled)

    def _nisba(self, begin: int, at: int) -> bool:
        """A family name with the article that is a common word too ("Junis the-Scientific"): right behind one
        first name, an end or a small word behind it."""
        token, article = self.words.tokens[at], self.lexicon.inflection.article
        behind_kin = at > begin + 2 and self.words.tokens[at - 2].lower in self.kin
        compound = at == begin + 2 and self.words.tokens[begin].lower in self.particles - self.kin  # "Abd al-Rahim II"
        if not (at == begin + 1 or compound or behind_kin) or len(token.text) < 5:
            return False
        if not article or not token.lower.startswith(article):
            return False
        following = self.words.tokens[at + 1] if at + 1 < len(self.words.tokens) else None
        # "Junis the-Judge": no title, nobody's name behind it
        closes = following is None or not self._proper(following)
        blocking = (k for k in _BLOCKING if k != "titles" or not closes)
        if any(self.words.covering(kind, token.start) for kind in blocking) or token.lower in self._relative:
            return False
        return following is None or not following.lower.startswith(article) or following.lower in self._relative

    @cached_property
    def _relative(self) -> frozenset[str]:
        """Words with the article that begin something new: "who", "today", weekdays."""
        return self.lexicon.words("relative_clauses") | self.lexicon.forms_of("days", "weekdays")

    def _closed(self, begin: int, at: int) -> bool:
        """Whether the word before closes a name: it has the article, and only a particle can follow."""
        article = self.lexicon.inflection.article
        if at == begin or not article or self.words.tokens[at].lower in self.particles:
            return False
        if self.words.tokens[at - 1].lower in self.lexicon.words("article_names"):
            return False
        if self.words.covering("titles", self.words.tokens[at - 1].start):
            return False  # "walad the-Sayyid Anwar"
        if self.words.tokens[at - 1].lower in self.lexicon.words("name_parts"):
            return False  # "Badr al-Din": the second half of a given name
        free = at - 1 == begin or self.words.tokens[at - 2].lower not in self.particles - self.kin
        before = self.words.tokens[at - 1].lower
        goes_on = self.words.tokens[at].lower.startswith(article)
        return free and self._articled(self.words.tokens[at - 1].text) and before != article and not goes_on

    def _articled(self, word: str) -> bool:
        """Whether a word has the article: no other letter that is as good as its first one elsewhere ("أليكس")."""
        article = self.lexicon.inflection.article
        return bool(article) and word.startswith(article)

    def _trimmed(self, begin: int, end: int) -> int:
        """Without a last word that does not return with the rest of the name."""
        words = [t.text for t in self.words.tokens[begin:end]]
        if len(words) < 3 or self.words.tokens[end - 2].lower in self.particles or self._articled(words[-1]):
            return end
        whole, short = " ".join(words), " ".join(words[:-1])
        return end - 1 if self.plain.count(short) > self.plain.count(whole) else end

    # --- reasons to see a name

    def _beside_titles(self, indexes: range) -> None:
        for i in indexes:
            hit = self.words.covering("titles", self.words.tokens[i].start)
            # "Samir walad the-Sayyid Anwar": part of a name
            named = self._named_after(i) or (i > 0 and self.words.tokens[i - 1].lower in self.kin)
            if hit and hit.start == self.words.tokens[i].start and not named:
                self._after(self.words.index_at(hit.end), titled=True)

    def _named_after(self, at: int) -> bool:
        """ "The airport (of) King X": whether what stands before an office or a title is called after its bearer."""
        before = self.words.tokens[at - 1].lower if at else ""
        things, small = self.lexicon.words("named_after"), self.lexicon.inflection.proclitics
        return before in things or any(before.startswith(p) and before[len(p) :] in things for p in small)

    def _after(self, begin: int, *, titled: bool = False) -> None:
        """A name behind a title or an office, a comma and quotation marks between them allowed."""
        tokens = self.words.tokens
        if 0 < begin < len(tokens) and tokens[begin].text == "." and len(tokens[begin - 1].text) <= 2:
            begin += 1  # "د. سامي"
        begin = self._past_brackets(begin)
        comma = begin < len(tokens) and tokens[begin].text in "،,:"
        begin += comma
        quoted = begin < len(tokens) and tokens[begin].text in '"“«'
        begin += quoted
        joined = begin < len(tokens) and self._joined(tokens[begin])
        if joined and not titled:
            return
        if begin >= len(tokens) or "\n" in self.plain[tokens[begin - 1].end : tokens[begin].start]:
            return
        end = self._run(begin)
        closed = (
            end >= len(tokens)
            or tokens[end].text in '،,.:"”»)'
            or "\n" in self.plain[tokens[end - 1].end : tokens[end].start]
        )
        if joined and end - begin < 2:
            return  # "His Excellency and-his-deputy"
        if quoted and not comma and not (end < len(tokens) and tokens[end].text in '"”»'):
            return  # said the Emir "We talked about …"
        plainly = end - begin >= 2 and not self._articled(tokens[begin].text)
        if (closed or plainly if comma else end > begin) and end - begin > comma and not self._doubtful(begin, end):
            self._add(begin, end)

    def _met_with(self, begin: int) -> None:
        """ "During the meeting with X": two words at least that nothing is known of, and an end behind them."""
        tokens = self.words.tokens
        if begin < len(tokens) and tokens[begin].lower in self.lexicon.words("met_with"):
            begin += 1
            end = self._run(begin) if begin < len(tokens) else begin
            closed = end >= len(tokens) or tokens[end].text in "،,.:"
            if end - begin >= 2 and closed and not self._articled(tokens[begin].text):
                self._add(begin, end)

    def _set_off(self, begin: int) -> None:
        """ "Received the minister, today in Oslo, X Y, who …": two words at least that nothing is known of, between
        commas, and a clause about their bearer, in the sentence of a verb of meeting."""
        tokens, clauses = self.words.tokens, self.lexicon.words("relative_clauses")
        line = self.words.line(tokens[begin - 1].start)[1]
        for at in range(begin, min(begin + _SET_OFF, len(tokens) - 1)):
            if tokens[at].start >= line or tokens[at].text in ".:":
                return
            end = self._run(at + 1) if tokens[at].text == "،" else at
            behind = [t.text for t in tokens[end : end + 2]]
            plain = end - at > 2 and not self._articled(tokens[at + 1].text) and not self._joined(tokens[at + 1])
            if plain and behind[:1] == ["،"] and behind[1:] and behind[1] in clauses:
                return self._add(at + 1, end)

    def _said_by(self, begin: int) -> None:
        """ "Said Anwar Bell that …", "said Anwar Bell, who …": two words that nothing is known of behind a verb of
        speech, and behind them what he said or who he is; the last word returns, or the first is a given name."""
        tokens, plain = self.words.tokens, self.plain
        opens = self.lexicon.words("said_openings")
        if not opens or begin >= len(tokens) or plain[tokens[begin - 1].end : tokens[begin].start] != " ":
            return
        end = self._run(begin)
        many = tokens[begin].lower.endswith(self.lexicon.affixes("plural_endings"))
        if not 2 <= end - begin <= 4 or many or self._articled(tokens[begin].text) or self._joined(tokens[begin]):
            return
        again = plain.count(f" {tokens[end - 1].text}") > 1 or tokens[begin].text in self._exact
        if again and self._words_behind(end):
            self._add(begin, end)

    def _words_behind(self, end: int) -> bool:
        """Whether what somebody said, or who they are, begins behind a name."""
        behind = [t for t in self.words.tokens[end : end + 2] if t.text != "،"][:1]
        opens = self.lexicon.words("said_openings")
        return bool(behind) and (behind[0].text in '"“«:(' or behind[0].lower in opens)

    def _said_by_somebody(self, begin: int) -> None:
        """ "Said the-teacher at-school Anwar Bell that …": behind what somebody is, a word with the article first, two
        words that nothing is known of, the last of which returns, and what was said."""
        tokens, article = self.words.tokens, self.lexicon.inflection.article
        if not article or begin >= len(tokens) or not tokens[begin].lower.startswith(article):
            return
        for at in range(begin + 1, min(begin + _CALLED, len(tokens) - 1)):
            if not tokens[at].word or tokens[at].lower in self.lexicon.words("quote_leads"):
                return
            end = self._run(at)
            named = end - at in (2, 3) and not any(self._articled(t.text) for t in tokens[at:end])
            if named and self.plain.count(f" {tokens[end - 1].text}") > 1 and self._words_behind(end):
                self._add(at, end)
                return

    def _past_brackets(self, begin: int) -> int:
        """ "Major General (Navy) X": behind a remark on a title."""
        behind = [t.text for t in self.words.tokens[begin : begin + 4]]
        return begin + behind.index(")") + 1 if behind[:1] == ["("] and ")" in behind else begin

    def _shared(self, first: int) -> None:
        """ "The two ministers the-Russian X and the-Syrian Y": behind each further state one more name."""
        tokens, joins = self.words.tokens, self.lexicon.words("office_joins")
        at = next((end for begin, end in self.found.items() if first <= begin <= first + 2), len(tokens))
        while at < len(tokens):
            while at < len(tokens) and (tokens[at].text in "،," or tokens[at].lower in joins):
                at += 1
            state = self.words.covering("country", tokens[at].start) if at < len(tokens) else None
            if not state or state.start != tokens[at].start:
                return
            begin = self.words.index_at(state.end)
            self._after(begin)
            at = self.found.get(begin, len(tokens))

    def _joined(self, token: Token) -> bool:
        """Whether a word begins with "and", which no name does right behind a title or an office."""
        joins = self.lexicon.affixes("office_joins")
        return bool(joins) and token.lower.startswith(joins) and token.lower not in self.lexicon.words("not_joined")

    def _before(self, office: Office) -> None:
        """A name of two words or more that an office follows; a comma may part them, and quotation marks set it off."""
        tokens, end = self.words.tokens, self.words.index_at(office.start)
        comma = end > 0 and tokens[end - 1].text in "،,"
        end -= comma
        quoted = end > 0 and tokens[end - 1].text in '"”»'
        end -= quoted
        begin = end
        halves = self.lexicon.words("name_parts")
        while begin > 0 and end - begin < 7 and (self._proper(t := tokens[begin - 1]) or t.lower in halves):
            if begin < end and self.plain[tokens[begin - 1].end : tokens[begin].start] != " ":
                break
            begin -= 1
        while begin < end and tokens[begin].lower in self.particles - self.lexicon.words("opening_particles"):
            begin += 1
        if quoted and (begin == 0 or tokens[begin - 1].text not in '"“«'):
            return
        told = comma or self._has_kin(begin, end) or self._opened(begin) or self._listed(begin)
        if 2 <= end - begin <= 6 and (told or self._item(begin, office)):
            self._add(begin, end)

    def _item(self, begin: int, office: Office) -> bool:
        """ "…, X ambassador (of) Togo, and-Y ambassador (of) Mali.": whether a stretch between marks or on a line is
        but a name and an office with its state."""
        joined = begin > 0 and self.words.tokens[begin - 1].lower in self.lexicon.words("office_joins")
        start = self.words.tokens[begin - joined].start
        before, behind = self.plain[max(0, start - 2) : start].rstrip(" ")[-1:], self.plain[office.end : office.end + 1]
        return office.country is not None and before in _ITEM_ENDS and behind in _ITEM_ENDS

    def _listed(self, begin: int) -> bool:
        """Whether a word opens an item of a list: "- X, Ambassador of …"."""
        start = self.words.tokens[begin].start
        line = self.plain[self.words.line(start)[0] : start]
        return bool(re.fullmatch(r"\s*(?:[-–—•*●▪]|\d{1,2}\s?[-.)])\s*", line))

    def _opened(self, begin: int) -> bool:
        """Whether a verb of encounter, presence or speech stands right before."""
        before = self.words.tokens[begin - 1].start if begin else 0
        if begin and self.words.tokens[begin - 1].lower in self.lexicon.words("name_leads"):
            return True
        return any(self.words.covering(kind, before) for kind in ("encounter", "attendance", "speech"))

    def _has_kin(self, begin: int, end: int) -> bool:
        return any(t.lower in self.kin for t in self.words.tokens[begin:end])

    def _with_kin(self, indexes: range) -> None:
        """ "X bin Y": one word before the particle, and what follows it."""
        for i in indexes:
            if self.words.tokens[i].lower in self.kin and i > indexes.start and self._proper(self.words.tokens[i - 1]):
                begin = i - 1
                opening = begin > indexes.start and self.words.tokens[begin - 1].lower in self.particles - self.kin
                self._add(begin - opening, self._run(begin - opening))

    def _past_states(self, at: int) -> int:
        tokens = self.words.tokens
        while at < len(tokens) and (hit := self.words.covering("country", tokens[at].start)):
            at = self.words.index_at(hit.end)
        return at

    # --- the same names elsewhere

    def _returning(self) -> None:
        """Known names in other places: whole, the first words, or the family name alone."""
        tokens = self.words.tokens
        forms: dict[str, list[list[str]]] = {}
        for begin, end in list(self.found.items()):
            words = [t.lower for t in tokens[begin:end]]
            kin = next((n for n, word in enumerate(words) if n and word in self.kin), len(words))
            for form in (words, words[:-1], words[-1:], words[-2:], words[kin:]):
                if form and (len(form) > 1 or (len(form[0]) >= 4 and form[0] not in self.kin)):
                    forms.setdefault(form[0], []).append(form)
        for p in self.paragraphs:
            for i in self.words.between(p.start, p.end):
                word = tokens[i].lower
                for form in sorted(forms.get(word, ()) or forms.get(self._behind_and(word), ()), key=len, reverse=True):
                    rest = [t.lower for t in tokens[i + 1 : i + len(form)]]
                    if rest == form[1:] and not self._blocked(i, len(form)):
                        self._add(i, i + len(form))
                        break

    def _behind_and(self, word: str) -> str:
        """A word without the "and" that is written together with it."""
        joins = self.lexicon.affixes("office_joins")
        return word[1:] if word.startswith(joins) else word

    def _blocked(self, begin: int, number: int) -> bool:
        return any(not self._proper(t) for t in self.words.tokens[begin : begin + number])
