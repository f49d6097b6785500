"""Names in a script without capitals: runs of words that nothing is known of, beside a title, an office, a counterpart,
or with a particle that only names have."""

from __future__ import annotations

from functools import cached_property

from .layout import Paragraph
from .names import Name
from .offices import Office
from .tokens import Token, Words

_BLOCKING = (
    "country", "place", "organization", "office", "institutions", "not_countries", "titles", "speech", "encounter",
    "visits", "attendance", "not_meetings", "parties_nouns", "recalled", "announced", "events", "agency",
)  # fmt: skip
_MOST = 4


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
            self._after(self.words.index_at(office.end))
            self._before(office)
        for hit in self.words.by_kind.get("parties_nouns", ()):
            self._after(self._past_states(self.words.index_at(hit.end)))
        self._shorten()
        self._returning()
        return [self._name(a, b) for a, b in sorted(self.found.items())]

    def _shorten(self) -> None:
        """ "Zavarzin most": of two words only the first, where it is part of a longer name."""
        tokens = self.words.tokens
        longer = {("", *(t.lower for t in tokens[a:b])) for a, b in self.found.items() if b - a > 1}
        for begin, end in list(self.found.items()):
            first, last = tokens[begin].lower, tokens[end - 1].lower
            if end - begin == 2 and any(self._part_of(first, n) and last not in n for n in longer):
                self.found[begin] = begin + 1

    def _doubtful(self, begin: int, end: int) -> bool:
        """Whether a single word may as well be a verb or a noun with its article."""
        word = self.words.tokens[begin].lower
        return end - begin == 1 and word.startswith(tuple(self.lexicon.words("doubtful_beginnings")) or ("\0",))

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
        small = self._small(tokens[0])
        words = (tokens[0].text[small:], *(t.text for t in tokens[1:]))
        return Name(tokens[0].start + small, tokens[-1].end, words, titled=True)

    def _small(self, token: Token) -> int:
        """Letters of a small word ("and") that is written together with a name."""
        joins = tuple(self.lexicon.words("office_joins"))
        if not joins or not token.lower.startswith(joins) or token.lower in self.lexicon.words("not_joined"):
            return 0
        return 1 if len(token.text) > 3 or self.plain.count(f" {token.text[1:]} ") else 0

    # --- what can be part of a name

    @cached_property
    def _common(self) -> frozenset[str]:
        keys = (
            "common",
            "function_words",
            "complements",
            "office_prefixes",
            "pronouns",
            "office_links",
            "office_joins",
        )
        months = {
            str(m)
            for table in ("months", "weekdays", "days")
            for names in self.lexicon.table(table).values()
            for m in names
        }
        return frozenset().union(months, *(self.lexicon.words(key) for key in keys))

    def _proper(self, token: Token) -> bool:
        if not token.word or len(token.text) < 2 or any(c.isdigit() for c in token.text):
            return False
        if token.lower in self.particles:
            return True
        if token.lower in self._common or any(self.words.covering(kind, token.start) for kind in _BLOCKING):
            return False
        if token.lower.startswith(tuple(self.lexicon.words("no_name_beginnings")) or ("\0",)):
            return False
        return not token.lower.endswith(tuple(self.lexicon.words("adverb_endings")) or ("\0",)) or len(token.lower) < 6

    def _run(self, begin: int) -> int:
        """Where a run of words that can be a name ends; it ends with its line, and after some words."""
        tokens, at, weighty = self.words.tokens, begin, 0
        while at < len(tokens) and self._proper(tokens[at]) and not self._closed(begin, at):
            if at > begin and self.plain[tokens[at - 1].end : tokens[at].start] not in (" ", "-"):
                break
            weighty += tokens[at].lower not in self.particles and tokens[at - 1].lower not in self.particles
            if weighty > _MOST:
                break
            at += 1
        return self._trimmed(begin, at)

    def _closed(self, begin: int, at: int) -> bool:
        """Whether the word before closes a name: it has the article, and only a particle can follow."""
        article = self.lexicon.inflection.article
        if at == begin or not article or self.words.tokens[at].lower in self.particles:
            return False
        free = at - 1 == begin or self.words.tokens[at - 2].lower not in self.particles - self.kin
        before = self.words.tokens[at - 1].lower
        goes_on = self.words.tokens[at].lower.startswith(article)
        return free and before.startswith(article) and before != article and not goes_on

    def _trimmed(self, begin: int, end: int) -> int:
        """Without a last word that does not return with the rest of the name."""
        words = [t.text for t in self.words.tokens[begin:end]]
        if len(words) < 3 or self.words.tokens[end - 2].lower in self.particles:
            return end
        whole, short = " ".join(words), " ".join(words[:-1])
        return end - 1 if self.plain.count(short) > self.plain.count(whole) else end

    # --- reasons to see a name

    def _beside_titles(self, indexes: range) -> None:
        for i in indexes:
            hit = self.words.covering("titles", self.words.tokens[i].start)
            if hit and hit.start == self.words.tokens[i].start:
                self._after(self.words.index_at(hit.end))

    def _after(self, begin: int) -> None:
        """A name behind a title or an office, a comma and quotation marks between them allowed."""
        tokens = self.words.tokens
        comma = begin < len(tokens) and tokens[begin].text in "،,"
        begin += comma
        quoted = begin < len(tokens) and tokens[begin].text in '"“«'
        begin += quoted
        if begin >= len(tokens) or "\n" in self.plain[tokens[begin - 1].end : tokens[begin].start]:
            return
        end = self._run(begin)
        closed = (
            end >= len(tokens)
            or tokens[end].text in '،,.:"”»)'
            or "\n" in self.plain[tokens[end - 1].end : tokens[end].start]
        )
        if end - begin >= (2 if comma else 1) and (closed or not comma) and not self._doubtful(begin, end):
            self._add(begin, end)

    def _before(self, office: Office) -> None:
        """A name of two words or more that an office follows."""
        tokens, end = self.words.tokens, self.words.index_at(office.start)
        comma = end > 0 and tokens[end - 1].text in "،,"
        end -= comma
        begin = end
        while begin > 0 and self._proper(tokens[begin - 1]) and end - begin < 7:
            if begin < end and self.plain[tokens[begin - 1].end : tokens[begin].start] != " ":
                break
            begin -= 1
        while begin < end and tokens[begin].lower in self.particles - self.lexicon.words("opening_particles"):
            begin += 1
        if 2 <= end - begin <= 6 and (comma or self._has_kin(begin, end) or self._opened(begin)):
            self._add(begin, end)

    def _opened(self, begin: int) -> bool:
        """Whether a verb of encounter or presence stands right before."""
        before = self.words.tokens[begin - 1].start if begin else 0
        return any(self.words.covering(kind, before) for kind in ("encounter", "attendance"))

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
            for form in (words, words[:-1], words[-1:], words[-2:]):
                if form and (len(form) > 1 or len(form[0]) >= 4) and form[0] not in self.kin:
                    forms.setdefault(form[0], []).append(form)
        for p in self.paragraphs:
            for i in self.words.between(p.start, p.end):
                for form in sorted(forms.get(tokens[i].lower, ()), key=len, reverse=True):
                    if [t.lower for t in tokens[i : i + len(form)]] == form and not self._blocked(i, len(form)):
                        self._add(i, i + len(form))
                        break

    def _blocked(self, begin: int, number: int) -> bool:
        return any(not self._proper(t) for t in self.words.tokens[begin : begin + number])
