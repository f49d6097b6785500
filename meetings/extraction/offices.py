"""Offices as a text writes them: "Deputy Prime Minister and Minister of Foreign Affairs of Turkmenistan".

The head word comes from the lexicon; what stands before and after it is taken in as long as it can belong to it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile

from .declension import nominative_adjectives, nominative_head
from .phrases import APOSTROPHES, Hit, lower
from .tokens import Token, Words

_POSTED = ("ambassador", "official", "deputy")
"""Offices that are held "to" somebody or some state; of others, "to …" tells where they went."""
_OF_STATES = ("minister", "foreign_minister")
"""Offices in whose names a body is what they deal with."""
_LONGEST = 14
"""Words that the complement of an office may have."""
_GAP = 2
"""Characters that may stand between two words of one office (a space, a line break)."""


@dataclass(frozen=True)
class Office:
    """An office named at `plain[start:end]`, the kind of office (`role`) and whom it serves."""

    start: int
    end: int
    head: int
    role: str
    text: str
    country: str | None = None
    organization: str | None = None
    possessive: bool = False
    """Whether it owns what follows ("the President's visit")."""
    plural: bool = False
    oblique: bool = False
    """Whether its head stands in another case than the nominative, and so the name beside it."""


def find_offices(words: Words) -> list[Office]:
    """All offices of a text in order; joined ones ("… and …") are one."""
    found: list[Office] = []
    hits = words.by_kind.get("office", [])
    prefixes = words.lexicon.words("office_prefixes")
    for n, hit in enumerate(hits):
        if found and hit.start < found[-1].end:
            continue
        following = hits[n + 1] if n + 1 < len(hits) else None
        if following and following.start == hit.end + 1 and words.lowered[hit.start : hit.end] in prefixes:
            continue
        found.append(_Reader(words, hit, found[-1].end if found else 0).office())
    return _joined(words, found)


class _Reader:
    """Reads one office around its head."""

    def __init__(self, words: Words, hit: Hit, floor: int) -> None:
        self.words, self.hit, self.floor = words, hit, floor
        self.lexicon = words.lexicon
        self.capital = words.plain[hit.start].isupper()

    def office(self) -> Office:
        start = self._left()
        end, stem_end = self._right()
        plain = self.words.plain
        country = self._country(start, end)
        organization = self._organization(start, end)
        ending = plain[stem_end : self.hit.end] if end == self.hit.end else ""
        possessive = bool(ending) and (
            not self.lexicon.head_first or ending[0] in APOSTROPHES or ending[-1] in APOSTROPHES
        )
        ending = self._head_ending()
        plural = ending.startswith(tuple(self.lexicon.words("plural_offices")) or ("\0",))
        role = str(self.hit.value)
        forms = {lower(str(f)) for f in self.lexicon.table("offices").get(role, ())}
        plural = plural or self._plural_head(forms)
        oblique = self.words.lowered[self.hit.start : self.hit.end] not in forms
        text = f"{self._adjectives(start)}{self._declined(end, stem_end)}"
        if oblique and not plural and self.lexicon.data.get("adjective_cases"):
            text = self._in_nominative(start, stem_end, forms)
        text = " ".join(text.split())
        return Office(start, end, self.hit.start, role, text, country, organization, possessive, plural, oblique)

    def _head_ending(self) -> str:
        """The ending of the head, also where the last letters of the nominative give way to it ("главы": none)."""
        hit = self.hit
        if not self.lexicon.data.get("name_declension"):
            return self.words.plain[hit.stem_end : hit.end].lower()
        head = self.words.lowered[hit.start : hit.end].split(" ", 1)[0]
        forms = (str(f) for f in self.lexicon.table("offices").get(str(hit.value), ()))
        base = nominative_head(head, (lower(f).split(" ", 1)[0] for f in forms), self.lexicon)
        if base.endswith(("а", "я")):
            return ""
        return head[sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(base, head, strict=False))) :]

    def _in_nominative(self, start: int, end: int, forms: set[str]) -> str:
        """ "белорусским президентом" as in a dictionary: the head by the vocabulary, adjectives by their endings."""
        plain, hit = self.words.plain, self.hit
        before = nominative_adjectives(plain[start : hit.start], self.lexicon)
        return before + nominative_head(plain[hit.start : hit.end], forms, self.lexicon) + plain[hit.end : end]

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
                break
            start = begin
            at = self.words.index_at(start) - 1
        return start

    def _before(self, token: Token, start: int) -> int | None:
        if not token.word:
            return None
        for kind in ("country", "organization", *(("place",) if self.hit.value == "ambassador" else ())):
            hit = self.words.covering(kind, token.start)
            follows = kind == "country" and self.lexicon.data.get("name_declension")
            if hit and follows and hit.value[1] in ("name", "long"):
                return None  # "the visit to Ghana of President …": what an office is of follows it
            if hit and hit.end <= start and (kind != "place" or not self.lexicon.head_first):
                return hit.start
        glued = self.words.plain[token.end : start].strip()
        if glued:
            return None
        if self._belongs(token):
            return token.start
        return None

    def _belongs(self, token: Token) -> bool:
        """Whether a word before the head is part of the office; "and" is, where what it joins is part of it."""
        if token.lower in self.lexicon.words("office_joins"):
            at = self.words.index_at(token.start) - 1
            previous = self.words.tokens[at] if at >= 0 else token
            posts = self.hit.value == "ambassador" and bool(self.words.covering("country", previous.start))
            return previous.end + 1 == token.start and previous is not token and (posts or self._belongs(previous))
        prefixes = self.lexicon.words("office_prefixes")
        known = token.lower in prefixes or (self._stem(token) in prefixes and not self._located(token))
        if not known and not self.lexicon.head_first and not self._located(token):
            known = self.lexicon.inflection.form_of(token.lower, prefixes)
        small = not self.lexicon.head_first or bool(self.lexicon.table("adjective_endings"))
        return known and (token.capital or not self.capital or small)

    def _located(self, token: Token) -> bool:
        """Whether a word tells where something is: then it is no part of an office."""
        places = tuple(self.lexicon.words("locative"))
        return bool(places) and token.lower.endswith(places)

    def _plural_head(self, forms: set[str]) -> bool:
        """Whether the first word of a longer head is plural ("ministros de Relaciones Exteriores")."""
        endings = self.lexicon.words("plural_offices") if self.lexicon.head_first else ()
        first = self.words.lowered[self.hit.start : self.hit.end].split()[0]
        return any(first == form.split()[0] + ending for form in forms if " " in form for ending in endings)

    def _declined(self, end: int, stem_end: int) -> str:
        """The head and what follows it; a declined head as in a dictionary ("den Präsidenten der Republik")."""
        plain, hit = self.words.plain, self.hit
        if not self.lexicon.table("adjective_endings") or end == hit.end:
            return plain[hit.start : stem_end]
        return plain[hit.start : hit.stem_end] + plain[hit.end : stem_end]

    def _adjectives(self, start: int) -> str:
        """What stands before the head, its adjectives as in a dictionary ("kasachischen Präsidenten")."""
        before = self.words.plain[start : self.hit.start]
        table = self.lexicon.table("adjective_endings")
        if not table or not before:
            return before
        head = self.words.lowered[self.hit.start : self.hit.stem_end]
        ending = next(str(e) for tail, e in table.items() if head.endswith(str(tail)))
        bare = (self.lexicon.inflection.at_end.sub("", w) if w[0].islower() else w for w in before.split())
        return " ".join(w + ending if w[0].islower() else w for w in bare) + " "

    def _stem(self, token: Token) -> str:
        return (
            self.lexicon.inflection.at_end.sub("", token.lower)
            if token.lower not in self.lexicon.words("office_prefixes")
            else token.lower
        )

    def _right(self) -> tuple[int, int]:
        """Where the words after the head that belong to it end, and where its own last ending begins."""
        end, stem_end = self.hit.end, self.hit.stem_end
        for suffix in self.words.inside("office_suffixes", end, end + 3):
            end = stem_end = suffix.end
        if not self.lexicon.head_first:
            return end, stem_end
        bracket = self._bracket(end)
        while (grown := self._linked(end)) is not None:
            end = stem_end = grown
        return (bracket, bracket) if bracket and end == self.hit.end else (end, stem_end)

    def _bracket(self, end: int) -> int | None:
        """ "Additional Secretary (Africa)": one capitalised word in brackets."""
        at = self.words.index_at(end)
        tokens = self.words.tokens[at : at + 3]
        if len(tokens) == 3 and tokens[0].text == "(" and tokens[2].text == ")" and tokens[1].capital:
            return tokens[2].end if len(tokens[1].text) > 3 else None
        return None

    def _linked(self, end: int) -> int | None:
        """ "of Foreign Affairs": a link and what it links to."""
        at = self.words.index_at(end)
        tokens = self.words.tokens
        begin = at
        links = self.lexicon.words("office_links")
        articles = self.lexicon.words("articles")
        if end == self.hit.end and self._joins_complement(at):
            return self._complement(at + 1)
        while (
            at < len(tokens)
            and at - begin < 3
            and (tokens[at].lower in links or (at > begin and tokens[at].lower in articles))
        ):
            at += 1
        if not self.lexicon.data.get("bare_complements") and at == begin:
            return None
        if at > begin and tokens[begin].lower in self.lexicon.words("abroad_links") and self.hit.value not in _POSTED:
            dealt_with = self.lexicon.data.get("lower_case_complements") and at < len(tokens)  # "aux Affaires …"
            if not dealt_with or tokens[at].lower not in self.lexicon.words("complements"):
                return None
        if at >= len(tokens) or tokens[begin].start - end > _GAP or "\n" in self.words.plain[end : tokens[at].start]:
            return None
        return self._complement(at, linked=at > begin)

    def _joins_complement(self, at: int) -> bool:
        """ "Minister of International Relations" + "and Cooperation": the head's own complement goes on."""
        tokens, known = self.words.tokens, self.lexicon.words("complements")
        fixed = any(
            t in self.lexicon.words("office_links") for t in self.words.lowered[self.hit.start : self.hit.end].split()
        )
        fixed = fixed or (not self.lexicon.capitals and " " in self.words.plain[self.hit.start : self.hit.end])
        return (
            fixed
            and at + 1 < len(tokens)
            and tokens[at].lower in self.lexicon.words("office_joins")
            and tokens[at + 1].lower in known
            and not self.words.covering("office", tokens[at + 1].start)
        )

    def _complement(self, at: int, *, linked: bool = True) -> int | None:
        """The last word that can belong to an office in a run of capitalised words; a name behind it is left alone."""
        tokens = self.words.tokens
        run: list[int] = []
        last_known: int | None = None
        i = at
        while i < len(tokens) and len(run) < _LONGEST:
            if run and "\n" in self.words.plain[tokens[i - 1].end : tokens[i].start]:
                break
            last, known = self._complement_word(i, bool(run))
            if last is None or (run and self._town_after_state(run[-1], i)):
                break
            last_known = last if known else last_known
            run.append(last)
            i = last + 1
        if last_known is not None:
            return tokens[last_known].end
        if self.lexicon.data.get("bare_complements") and not (linked and self.lexicon.words("articles")):
            return None
        closed = i >= len(tokens) or not tokens[i].word
        whole = [r for r in run if tokens[r].word]
        return tokens[whole[-1]].end if linked and whole and closed and len(whole) <= 4 else None

    def _town_after_state(self, last: int, i: int) -> bool:
        """ "President of Kazakhstan Nursultan …": right behind a state a town's name begins a person's."""
        tokens = self.words.tokens
        state = self.words.covering("country", tokens[last].start)
        town = self.words.covering("place", tokens[i].start)
        return bool(state and town and town.start == tokens[i].start and state.end == tokens[last].end)

    def _complement_word(self, i: int, inside: bool) -> tuple[int | None, bool]:
        """The token with which a word of a complement ends (None: it is none), and whether the vocabulary knows it."""
        token, known = self.words.tokens[i], self.lexicon.words("complements")
        hit = self._named(token)
        if hit:
            return self.words.index_at(hit.end) - 1, True
        bare = self.lexicon.inflection.at_end.sub("", token.lower)
        is_known = token.lower in known or bare in known or self._definite(i)
        if self.words.covering("office", token.start) and token.lower not in known:
            return None, False
        if token.word and (token.capital or (is_known and self.lexicon.data.get("lower_case_complements", False))):
            return i, is_known
        joins = self.lexicon.words("office_joins") | self.lexicon.words("complement_joins")
        more = inside and token.lower in joins and i + 1 < len(self.words.tokens) and self._continues(i + 1)
        return (i if more else None), False

    def _definite(self, i: int) -> bool:
        """ "Minister the-Change the-Climatic": words with the article right behind a bare head, in Arabic."""
        article, first = self.lexicon.inflection.article, self.words.index_at(self.hit.end)
        if not article or i - first > 2 or " " in self.words.plain[self.hit.start : self.hit.end]:
            return False
        heads = [self.words.lowered[self.hit.start : self.hit.end]]
        tokens = self.words.tokens[first : i + 1]
        if any(self.words.covering("country", t.start) for t in tokens):
            return False
        common = self.lexicon.words("common") - self.lexicon.words("complements")
        run = ["" if t.lower in common else t.lower for t in tokens]
        return not heads[0].startswith(article) and all(w.startswith(article) and len(w) > 4 for w in run)

    def _continues(self, i: int) -> bool:
        token = self.words.tokens[i]
        articles = self.lexicon.words("articles")
        known = self.lexicon.words("complements")
        return bool(
            (token.capital and token.word and not self.words.covering("office", token.start))
            or token.lower in articles
            or (
                token.lower in known
                and self.lexicon.data.get("lower_case_complements")
                and not self.words.covering("office", token.start)
            )
        )

    def _named(self, token: Token) -> Hit | None:
        for kind in ("organization", "country", "place"):
            hit = self.words.covering(kind, token.start)
            if hit and (hit.start == token.start or self.hit.start < hit.start < self.hit.end < hit.end):
                return hit  # the second where a state's full name begins in the head ("Presidente de la República …")
        return None

    def _country(self, start: int, end: int) -> str | None:
        """The state an office serves: named before the head, or linked by "of" (not by "to": "Ambassador to …")."""
        hits = self.words.inside("country", start, end)
        abroad = self.lexicon.words("abroad_links")
        for hit in hits:
            before = self.words.lowered[max(start, hit.start - 8) : hit.start].split()
            while before and before[-1] in self.lexicon.words("articles"):
                before.pop()
            if before and before[-1] in abroad and hit.start > self.hit.start:
                continue
            return str(hit.value[0])
        return None

    def _organization(self, start: int, end: int) -> str | None:
        hits = self.words.inside("organization", start, end)
        if self.hit.value in _OF_STATES:  # "Minister of Foreign Affairs, European Union and Cooperation"
            hits = [h for h in hits if not self.hit.start < h.start < self.hit.end]
        return str(hits[0].value) if hits else None


def _joined(words: Words, offices: list[Office]) -> list[Office]:
    """Offices joined by "and" are one; where the head comes last, an owner before the head belongs to it."""
    joins = words.lexicon.words("office_joins")
    found: list[Office] = []
    for office in offices:
        if found:
            previous = found[-1]
            between = words.plain[previous.end : office.start]
            bare = between.strip().lower()
            adjoining = bool(words.lexicon.data.get("offices_adjoin")) and not bare and not previous.country
            owner = adjoining or (not words.lexicon.head_first and not bare and previous.possessive)
            if "\n" not in between and (bare in joins or owner) and not _listed(words, previous, office):
                role = _stronger(previous, office) if bare in joins else office.role
                found[-1] = _one_office(words, previous, office, role)
                continue
        found.append(office)
    return found


def _one_office(words: Words, first: Office, second: Office, role: str) -> Office:
    """Two offices as one, with all the words from the first to the second."""
    space = " " if words.plain[second.start - 1].isspace() else ""
    return replace(
        first,
        end=second.end,
        head=second.head,
        role=role,
        text=" ".join(words.plain[first.start : second.start].split()) + space + second.text,
        country=first.country or second.country,
        organization=first.organization or second.organization,
        possessive=second.possessive,
    )


def _listed(words: Words, first: Office, second: Office) -> bool:
    """ "the President of France and the Chancellor of Germany" are two offices."""
    return bool(first.country and second.country and first.country != second.country)


def _stronger(first: Office, second: Office) -> str:
    ranks = ("head_of_state", "head_of_government", "foreign_minister", "secretary_general", "minister")
    for role in ranks:
        if role in (first.role, second.role):
            return role
    return first.role
