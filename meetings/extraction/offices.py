"""Offices as a text writes them: "Deputy Prime Minister and Minister of Foreign Affairs of Turkmenistan".

The head word comes from the lexicon; what stands before and after it is taken in as long as it can belong to it.
"""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from .complements import one_holder, role_without_state
from .declension import nominative_adjectives, nominative_head
from .elliptic_offices import with_elliptic
from .joined_offices import joined
from .lexicon import Lexicon
from .office import POSTED, Office
from .office_complements import OfficeComplements
from .office_prefixes import acting_from
from .phrases import APOSTROPHES, Hit, lower
from .possessed_offices import plural_head
from .private_bodies import private_body
from .staff import split_staff
from .surname_offices import may_be_surname
from .tokens import Words
from .wordlists import compiled

_DASHES = (" – ", " — ", " - ")
_TWO_STATES = 60
"""Characters behind a head in which two states stand that own it."""
_OF_STATES = ("minister", "foreign_minister")
"""Offices in whose names a body is what they deal with."""


def find_offices(words: Words) -> list[Office]:
    """All offices of a text in order; joined ones ("… and …") are one."""
    found: list[Office] = []
    hits = words.by_kind.get("office", [])
    prefixes = words.lexicon.words("office_prefixes")
    for n, hit in enumerate(hits):
        if _of_body(words, hit) or _in_town(words, hit) or _goes_on(words, hit) or _hour(words, hit):
            continue
        if found and hit.start < found[-1].end:
            continue
        if _surname(words, hit) or _given_name(words, hit, found) or _first_half(words, hit) or _adjective(words, hit):
            continue
        following = hits[n + 1] if n + 1 < len(hits) else None
        if following and following.start == hit.end + 1 and words.lowered[hit.start : hit.end] in prefixes:
            continue
        found.append(_Reader(words, hit, found[-1].end if found else 0).office())
    found = split_staff(words, found, lambda hit, floor: _Reader(words, hit, floor).office())
    return with_elliptic(words, joined(words, found))


def _of_body(words: Words, hit: Hit) -> bool:
    """ "Президент матбуот хизмати", the President's press service: an office that begins the name of a body."""
    body = words.covering("institutions", hit.start) if not words.lexicon.head_first else None
    return body is not None and body.end > hit.end and words.lexicon.spaced


def _goes_on(words: Words, hit: Hit) -> bool:
    """ "联邦委员会", "书记处": an office that begins the name of a body, in text without spaces."""
    tail = words.lexicon.data.get("body_tails")
    return bool(tail) and compiled(str(tail)).match(words.plain, hit.end) is not None


def _hour(words: Words, hit: Hit) -> bool:
    """ "At 8:05 pm": two letters behind a number are no Prime Minister."""
    before = words.plain[max(0, hit.start - 2) : hit.start].rstrip(" ")
    return words.lowered[hit.start : hit.end] == "pm" and before[-1:].isdigit()


def _in_town(words: Words, hit: Hit) -> bool:
    """ "Нур-Султан": a town's name that ends like an office."""
    town = words.covering("place", hit.start)
    return town is not None and town.start < hit.start and town.end >= hit.end


def _adjective(words: Words, hit: Hit) -> bool:
    """ "Le Conseil souverain", where "le souverain" is an office: right behind a noun it is the noun's."""
    if words.lowered[hit.start : hit.end] not in words.lexicon.words("adjective_offices"):
        return False
    before = words.index_at(hit.start) - 1
    token = words.tokens[before] if before >= 0 else None
    beside = token is not None and token.word and token.end + 1 == hit.start
    return beside and token is not None and token.lower not in words.lexicon.words("function_words", "articles")


def _surname(words: Words, hit: Hit) -> bool:
    """ "Eduardo Reyes", "Anna König": an office that is a family name, too, in any case, right behind a given name."""
    if not hit.start or not may_be_surname(words, hit):
        return False
    at = words.index_at(hit.start) - 1
    given = words.tokens[at] if at >= 0 else None
    if given and given.text == "." and at > 1 and len(words.tokens[at - 1].text) == 1:
        given = words.tokens[at - 2] if words.tokens[at - 1].capital else None  # "Ana T. King"
    elif given and given.end + 1 != hit.start:
        given = None
    if not given or not given.capital or not words.plain[hit.start].isupper() or _leads_to_name(words, hit):
        return False
    kinds = ("office", "titles", "country", "place", "organization")
    small = words.lexicon.words("common", "complements", "office_prefixes", "function_words")
    return given.lower not in small and not any(words.covering(k, given.start) for k in kinds)


def _leads_to_name(words: Words, hit: Hit) -> bool:
    """ "Norvik Bishop Omar Dia": whether a capital stands right behind an office that ends what is told."""
    if not words.lexicon.data.get("adjectives_precede") or words.plain[hit.end : hit.end + 1] != " ":
        return False
    behind = words.lowered[hit.end : hit.end + 12].split()[:1]
    links = words.lexicon.words("genitive_links", "office_links")
    return words.plain[hit.end + 1 : hit.end + 2].isupper() or not links.isdisjoint(behind)


def _given_name(words: Words, hit: Hit, found: list[Office]) -> bool:
    """ "Prime Minister Dean Carter": an office that is a given name, too, between an office and a name."""
    if words.lowered[hit.start : hit.end] not in words.lexicon.words("given_name_offices"):
        return False
    gap = words.plain[found[-1].end : hit.start] if found else ""
    before = gap in (" ", ", ") and " " in found[-1].text
    following = words.tokens[at] if (at := words.index_at(hit.end)) < len(words.tokens) else None
    return before and following is not None and following.capital and following.start == hit.end + 1


def _first_half(words: Words, hit: Hit) -> bool:
    """ "Amir-Zadeh": an office that is a given name, too, at the beginning of a double name."""
    given = words.lowered[hit.start : hit.end] in words.lexicon.words("given_name_offices")
    behind = words.plain[hit.end : hit.end + 2]
    return given and behind[:1] == "-" and behind[1:].isupper() and words.covering("office", hit.end + 1) is None


@cache
def _heads(lexicon: Lexicon, role: str) -> frozenset[str]:
    """The first words of the names of one kind of office."""
    return frozenset(form.split(" ", 1)[0] for form in lexicon.office_forms(role))


class _Reader(OfficeComplements):
    """Reads one office around its head."""

    def office(self) -> Office:
        start = self._left()
        end, stem_end = self._right()
        plain = self.words.plain
        private = private_body(self.words, self.hit, start, end)
        if private:
            start, end = private.start, private.end
            stem_end = end if end > self.hit.end else stem_end
        country = None if private else self._country(start, end)
        organization = private.name if private else self._organization(start, end)
        ending = plain[stem_end : self.hit.end] if end == self.hit.end else ""
        possessive = bool(ending) and (
            not self.lexicon.head_first or ending[0] in APOSTROPHES or ending[-1] in APOSTROPHES
        )
        role = "official" if private else role_without_state(self.words, str(self.hit.value), start, end)
        forms, ending = self.lexicon.office_forms(str(self.hit.value) if private else role), self._head_ending()
        plural = self._is_plural(start, ending, forms)
        oblique = self.words.lowered[self.hit.start : self.hit.end] not in forms
        told = ending in self.lexicon.words("nominative_plurals") or not (ending or self._bare_plural())
        oblique = oblique and not (plural and told)  # "Министры A и B", "Главы МИД Ганы и Того"
        cased = (oblique or plural) and self.lexicon.data.get("adjective_cases")
        text = self._in_nominative(start, stem_end, forms) if cased else self._as_written(start, end, stem_end)
        if (acting := acting_from(self.words, start, self.hit.start)) is not None:
            whose = nominative_adjectives(plain[start:acting], self.lexicon)
            oblique, plural, text = whose != plain[start:acting], False, whose + plain[acting:stem_end]
        text = self._of_one_holder(text, end, ending, forms) if plural else " ".join(text.split())
        return Office(start, end, self.hit.start, role, text, country, organization, possessive, plural, oblique)

    def _as_written(self, start: int, end: int, stem_end: int) -> str:
        return f"{self._adjectives(start)}{self._declined(end, stem_end)}"

    def _of_one_holder(self, text: str, end: int, ending: str, forms: frozenset[str]) -> str:
        """A plural office as each of its holders has it."""
        whole = text + (plural_head(self.words, self.hit, ending) if end == self.hit.end else "")
        whole = " ".join(whole.split())
        return one_holder(whole, forms, self.lexicon) if self.lexicon.data.get("adjectives_follow") else whole

    def _is_plural(self, start: int, ending: str, forms: frozenset[str]) -> bool:
        """Whether several hold an office: by the ending of its head, a plural of its own, an article or a number."""
        irregular = self.words.lowered[self.hit.start : self.hit.end] in self.lexicon.table("singulars")
        if irregular or ending.startswith(self.lexicon.affixes("plural_offices")):
            return True
        by_head = self._plural_head(forms) or self._irregular_plural() or self._bare_plural()
        return by_head or self._plural_by_article(start) or self._numbered(start) or self._of_two_states()

    def _of_two_states(self) -> bool:
        """ "главы МИД Ганы и Того": a head that may be of one or of several, and two states in the case of owners."""
        if not self.lexicon.data.get("name_declension") or self.hit.value in POSTED:
            return False
        states = self.words.inside("country", self.hit.end, self.hit.end + _TWO_STATES)[:2]
        if len(states) < 2 or not all(h.value[1] in ("name", "long") for h in states):
            return False
        first, second = states
        joined = self.words.lowered[first.end : second.start].strip() in self.lexicon.words("office_joins")
        led = set(self.words.lowered[self.hit.end : first.start].split())
        forms = self.lexicon.office_forms(str(self.hit.value))
        several = self.words.lowered[self.hit.start : self.hit.end] not in forms
        return joined and several and led <= self.lexicon.words("office_prefixes", "complements", "institutions")

    def _bare_plural(self) -> bool:
        """ "встреча глав МИД": a noun without its last vowel, as several have it in the case of an owner."""
        if not self.lexicon.data.get("name_declension"):
            return False
        head = self.words.lowered[self.hit.start : self.hit.end].split(" ", 1)[0]
        base = nominative_head(head, _heads(self.lexicon, str(self.hit.value)), self.lexicon)
        return base.endswith(self.lexicon.affixes("open_ends")) and head == base[:-1]

    def _head_ending(self) -> str:
        """The ending of the head, also where the last letters of the nominative give way to it: "главами", but "главы"
        has none, which may be of one."""
        hit = self.hit
        if not self.lexicon.data.get("name_declension"):
            return self.words.plain[hit.stem_end : hit.end].lower()
        head = self.words.lowered[hit.start : hit.end].split(" ", 1)[0]
        base = nominative_head(head, _heads(self.lexicon, str(hit.value)), self.lexicon)
        if base.endswith(self.lexicon.affixes("open_ends")):
            ending = head.removeprefix(base[:-1])
            return ending if len(ending) > 1 and ending in self.lexicon.words("plural_offices") else ""
        return head[sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(base, head, strict=False))) :]

    def _in_nominative(self, start: int, end: int, forms: frozenset[str]) -> str:
        """ "белорусским президентом" as in a dictionary: the head by the vocabulary, adjectives by their endings."""
        plain, hit = self.words.plain, self.hit
        before = nominative_adjectives(plain[start : hit.start], self.lexicon)
        behind = compiled(str(self.lexicon.data.get("adjective_behind_head", "(?!)"))).match(plain, hit.end, end)
        at = behind.end() if behind else hit.end
        agreeing = nominative_adjectives(plain[hit.end : at], self.lexicon)
        return before + nominative_head(plain[hit.start : hit.end], forms, self.lexicon) + agreeing + plain[at:end]

    def _irregular_plural(self) -> bool:
        """Whether the head is the plural of a word whose stem changes ("послов")."""
        head = self.words.lowered[self.hit.start : self.hit.end].split()[-1]
        return head in self.lexicon.table("head_cases") and head in self.lexicon.words("plural_office_words")

    def _plural_by_article(self, start: int) -> bool:
        """ "Die Außenminister Sloweniens und Italiens": the feminine article before a head that is no woman's."""
        at = self.words.index_at(start) - 1
        if at < 0 or self.words.tokens[at].lower not in self.lexicon.words("plural_articles"):
            return False
        head = self.words.lowered[self.hit.start : self.hit.stem_end]
        return not head.endswith(self.lexicon.affixes("feminine_heads") or ("",))

    def _numbered(self, start: int) -> bool:
        """ "İki bakan", "екі президент": behind a number the noun itself has no plural."""
        numbers = self.lexicon.words("numbers_before")
        at = self.words.index_at(start) - 1 if numbers else -1
        return at >= 0 and self.words.tokens[at].lower in numbers and start - self.words.tokens[at].end <= 1

    def _plural_head(self, forms: frozenset[str]) -> bool:
        """Whether the first word of a longer head is plural ("ministros de Relaciones Exteriores")."""
        endings = self.lexicon.words("plural_offices") if self.lexicon.head_first else ()
        first = self.words.lowered[self.hit.start : self.hit.end].split()[0]
        heads = {first.removesuffix(ending) for ending in endings if first.endswith(ending)}
        return bool(heads) and any(form.split()[0] in heads for form in forms if " " in form)

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
        stems = self.lexicon.words("office_prefixes")
        words = [(w, self.lexicon.inflection.at_end.sub("", w)) for w in before.split()]
        said = " ".join(b + ending if w[0].islower() or lower(b) in stems else w for w, b in words)
        return said + ("" if said.endswith("-") else " ")

    def _country(self, start: int, end: int) -> str | None:
        """The state an office serves: named before the head, or linked by "of" (not by "to": "Ambassador to …")."""
        hits = self.words.inside("country", start, end)
        hits = [] if any(self._pair(hit) for hit in hits) and not self.lexicon.head_first else hits
        abroad = self.lexicon.words("abroad_links")
        for hit in hits:
            if self._of_region(hit) or self._dealt_with(hit):
                continue  # "Maliye Bakanı", the Minister of Finance, not Mali's
            before = self.words.lowered[max(start, hit.start - 16) : hit.start].split()
            while before and before[-1] in self.lexicon.words("articles", "state_nouns"):
                before.pop()
            if before and before[-1] in abroad and hit.start > self.hit.start:
                continue
            if not self.lexicon.spaced and before and before[-1].endswith(tuple(abroad)):
                continue
            return str(hit.value[0])
        return None if hits else self._of_this_country(start, end)

    def _of_this_country(self, start: int, end: int) -> str | None:
        """ "In Chile he was received by the president of that country": the state named last before."""
        if not self.lexicon.whole("this_country").search(self.words.lowered, self.hit.end, end):
            return None
        line, _end = self.words.line(start)
        named = [h for h in self.words.inside("country", line, start) if h.value[1] in ("name", "long")]
        return str(named[-1].value[0]) if named else None

    def _of_region(self, state: Hit) -> bool:
        """ "Director for Latin America": a name that holds a state's and is none, unless it is a town's."""
        region = self.words.covering("not_countries", state.start)
        return region is not None and region.end >= state.end and not self.words.covering("place", state.start)

    def _dealt_with(self, state: Hit) -> bool:
        """ "Перу бўйича махсус вакил", "Peru Özel Temsilcisi": a state that an envoy deals with, by the word behind it
        or by the head."""
        behind = self.words.lowered[state.end : state.end + 12].split()[:1]
        if behind and behind[0] in self.lexicon.words("matter_postpositions"):
            return True
        head = self.words.lowered[self.hit.start : self.hit.stem_end] in self.lexicon.words("posted_heads")
        return head and state.end == state.stem_end == self.hit.start - 1

    def _abroad(self, body: Hit) -> bool:
        """Whether an envoy is one to a body, not the body's own."""
        before = self.words.lowered[max(self.hit.end, body.start - 16) : body.start].split()
        small = self.lexicon.words("articles", "genitive_links")
        while before and before[-1] in small:
            before.pop()
        return bool(before) and before[-1] in self.lexicon.words("accredited_links")

    def _behind_dash(self, end: int) -> list[Hit]:
        """ "Anna Bell, Special Adviser – World Bank, Omar Dia, …": the body that a dash joins to an office."""
        body = self.words.covering("organization", end + 3) if self.words.plain[end : end + 3] in _DASHES else None
        closed = body is not None and self.words.plain[body.end : body.end + 1] in (",", ".", ";", "\n", "")
        return [body] if body and closed and body.start == end + 3 else []

    def _organization(self, start: int, end: int) -> str | None:
        hits = self.words.inside("organization", start, end) or self._behind_dash(end)
        if self.hit.value in _OF_STATES:  # "Minister of Foreign Affairs, European Union and Cooperation"
            hits = [h for h in hits if not self.hit.start < h.start < self.hit.end]
            hits = [h for h in hits if h.start < self.hit.start or h.end == end]  # "Minister for Union Affairs"
            if not self.lexicon.capitals:  # the same in Arabic, where "and" is written together with the body
                hits = [h for h in hits if self.words.plain[h.start - 1].isspace()]
        if self.hit.value == "ambassador":  # "Representante Permanente ante la OEA"
            nations = self.words.inside("country", start, self.hit.start)  # "the Norwegian UN ambassador" is Norway's
            hits = [h for h in hits if not self._abroad(h) and not nations]
        accredited = self.lexicon.words("accredited_words")  # "Ghana's envoy at the United Nations" acts for Ghana
        hits = [h for h in hits if not accredited.intersection(self.words.lowered[h.end : h.end + 24].split()[:1])]
        posted = self.lexicon.affixes("accredited_before")  # "常驻联合国代表": so, too
        hits = [h for h in hits if not posted or not self.words.lowered.endswith(posted, start, h.start)]
        return str(hits[0].value) if hits else None
