"""What follows the head of an office and belongs to it."""

from __future__ import annotations

import re
from itertools import takewhile

from .complements import closing_list_end, complement_end, matter_end, state_behind_bracket
from .construct import in_construct
from .name_forms import REGNAL
from .office import POSTED
from .office_prefixes import OfficePrefixes
from .phrases import APOSTROPHES, Hit
from .tokens import Token

_ELSEWHERE = ("encounter", "speech", "visits", "attendance", "office", "beside", "recalled", "announced")
"""What cannot stand inside the name of a department."""
_LONGEST = 14
"""Words that the complement of an office may have."""
_GAP = 2
"""Characters that may stand between two words of one office (a space, a line break)."""
_LETTERS = re.compile(r" ?(?:\( ?[^\W\d_]{2,8} ?\) ?)?, ")
"""What stands between a body's name and the name of whoever heads it: its letters in brackets, and a comma."""


class OfficeComplements(OfficePrefixes):
    """Reads the words behind one head."""

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
        behind = complement_end(self.words, end) or closing_list_end(self.words, end)
        if long := matter_end(self.words, self.hit.end) or behind:
            end = stem_end = long
        if owner := state_behind_bracket(self.words, self.hit.end, end):
            end = stem_end = owner
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
            and (tokens[at].lower in links or (at > begin and tokens[at].lower in articles) or self._housed(at))
        ):
            at += 1
        if not self.lexicon.data.get("bare_complements") and at == begin:
            return self._genitive(at, end)
        if at > begin and tokens[begin].lower in self.lexicon.words("abroad_links") and self.hit.value not in POSTED:
            dealt_with = self.lexicon.data.get("lower_case_complements") and at < len(tokens)  # "aux Affaires …"
            to = tokens[at].lower if at < len(tokens) else ""
            served = to in self.lexicon.words("served")  # "Secretary to the Treasury"
            if not served and (not dealt_with or to not in self.lexicon.words("complements")):
                return None
        if at == begin + 1 and self.hit.value == "ambassador" and at < len(tokens) and self._to_holder(tokens[at]):
            return None
        if at >= len(tokens) or tokens[begin].start - end > _GAP or "\n" in self.words.plain[end : tokens[at].start]:
            return None
        return None if at == begin and self._full_name(at) else self._complement(at, linked=at > begin)

    def _housed(self, at: int) -> bool:
        """ "Minister of State in the Prime Minister's Office": a word for where something is, and an office or ministry
        behind it."""
        if self.words.tokens[at].lower not in self.lexicon.words("house_links"):
            return False
        small = self.lexicon.words("articles", "genitive_links")
        behind = takewhile(lambda t: t.capital or not t.word or t.lower in small, self.words.tokens[at + 1 : at + 6])
        return any(t.capital and t.lower in self.lexicon.words("houses") for t in behind)

    def _to_holder(self, token: Token) -> bool:
        """ "Credentials as Ambassador of Ghana to President X": an office right before a name is that one's."""
        office = self.words.covering("office", token.start)
        if office is None or office.start != token.start or not self.lexicon.data.get("department_first"):
            return False
        behind = self.words.plain[office.end : office.end + 2]
        return behind[:1] == " " and behind[1:].isupper()

    def _genitive(self, at: int, end: int) -> int | None:
        """ "Außenminister Usbekistans": a state in the genitive right behind the head, where that needs no link."""
        token = self.words.tokens[at] if at < len(self.words.tokens) else None
        state = self.words.covering("country", token.start) if token and token.start == end + 1 else None
        endings = self.lexicon.affixes("genitive_states")
        if not state or not endings or state.value[1] not in ("name", "long"):
            return None
        declined = state.stem_end < state.end and self.words.lowered[state.start : state.end].endswith(endings)
        return state.end if declined else None

    def _joins_complement(self, at: int) -> bool:
        """ "Minister of International Relations" + "and Cooperation": the head's own complement goes on."""
        tokens, known = self.words.tokens, self.lexicon.words("complements")
        fixed = any(
            t in self.lexicon.words("office_links") for t in self.words.lowered[self.hit.start : self.hit.end].split()
        )
        fixed = fixed or (not self.lexicon.capitals and " " in self.words.plain[self.hit.start : self.hit.end])
        if fixed and at < len(tokens) and tokens[at].text == "," and self._goes_on_behind(at):
            return True
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
            broken = run and "\n" in self.words.plain[tokens[i - 1].end : tokens[i].start]
            if broken or self._behind_name(last_known, i):
                break
            last, known = self._complement_word(i, bool(run))
            if last is None or self._begins_name(run[-1] if run else i - 1, i, bool(run), known):
                break
            last_known = last if known else last_known
            run.append(last)
            i = last + 1
        if last_known is not None:
            whole = run and self._before_name(last_known, run[-1])
            return tokens[run[-1] if whole else self._with_noun(run, last_known)].end
        return self._unknown_complement(at, run, closed=i >= len(tokens) or not tokens[i].word, linked=linked)

    def _before_name(self, known: int, last: int) -> bool:
        """ "jefa del Partido Marino (PM), Anna Bell, …": one word more with a capital, and the name behind a comma."""
        tokens = self.words.tokens
        if not self.lexicon.data.get("adjectives_follow") or last != known + 1 or not tokens[known].capital:
            return False
        letters = _LETTERS.match(self.words.plain, tokens[last].end)
        behind = tokens[(at := self.words.index_at(letters.end())) : at + 3] if letters else []
        named = len(behind) == 3 and all(t.word and t.capital and not self._named(t) for t in behind[:2])
        return named and (behind[2].text == "," or (behind[2].word and not behind[2].text[0].isupper()))

    def _unknown_complement(self, at: int, run: list[int], *, closed: bool, linked: bool) -> int | None:
        """Where a run of words ends of which the vocabulary knows none, if it is taken to belong to the office;
        `closed` is a run behind which no word follows."""
        tokens = self.words.tokens
        if self.lexicon.data.get("bare_complements") and not (linked and self.lexicon.words("articles")):
            return None
        articled = at > 0 and tokens[at - 1].lower in self.lexicon.words("articles")
        if linked and articled and len(run) > 2 and not self.lexicon.data.get("adjectives_follow"):
            return tokens[run[0]].end  # "Envoy for the Sahel Anna Bell": one word, and a name
        if linked and self._deals_with_one(run):
            return tokens[run[0]].end
        whole = [r for r in run if tokens[r].word]
        local = self.words.lowered[self.hit.start : self.hit.end] in self.lexicon.words("local_heads")
        if local and linked and len(whole) > 2 and whole == run and tokens[run[0]].capital:
            # "gobernador de Tarapal Omar Dia Ruiz": a region that no list has, and a name
            return tokens[run[tokens[run[0]].lower in self.lexicon.words("town_openings")]].end
        return tokens[whole[-1]].end if linked and whole and closed and len(whole) <= 4 else None

    def _deals_with_one(self, run: list[int]) -> bool:
        """ "Deputy Minister of Reefs Anna Bell and …": of three unknown words behind a minister's office one is what it
        deals with, unless the office follows the name."""
        if self.hit.value not in ("minister", "deputy") or not self.lexicon.data.get("department_first"):
            return False
        lead = list(takewhile(lambda r: self.words.tokens[r].capital, run))
        return len(lead) == 3 and self.words.plain[: self._left()].rstrip()[-1:] not in (",", "–", "—", "(")

    def _with_noun(self, run: list[int], known: int) -> int:
        """ "Chef des deutschen Wasseramts": a state's adjective is that of the noun behind it, where nouns have
        capitals."""
        tokens, at = self.words.tokens, run.index(known) + 1
        state = self.words.covering("country", tokens[known].start)
        adjective = state is not None and state.value[1] == "adjective" and not tokens[known].capital
        if not adjective or not self.lexicon.data.get("noun_capitals") or at == len(run):
            return known
        return run[at] if tokens[run[at]].word and tokens[run[at]].capital else known

    def _behind_name(self, known: int | None, i: int) -> bool:
        """ "Minister of Energy Anna Bell of Ghana", "President of Chad General Omar Bell Lima": behind a known word
        two unknown ones, and whose minister she is; or behind a form of address, and where he was met."""
        tokens, lexicon = self.words.tokens, self.lexicon
        run = [] if known is None else tokens[known + 1 : i]
        links = lexicon.words("complement_joins", "articles")
        name = len(run) == 2 and all(t.word and t.capital and not t.text.isupper() for t in run)
        if name and self.words.covering("titles", run[0].start - 2) and self.words.covering("place", tokens[i].start):
            return True
        if not name or tokens[i].lower not in lexicon.words("genitive_links") or not lexicon.words("articles"):
            return False
        at = i + 1 + (tokens[min(i + 1, len(tokens) - 1)].lower in links)
        state = self.words.covering("country", tokens[at].start) if at < len(tokens) else None
        return name and state is not None and state.value[1] in ("name", "long")

    def _full_name(self, at: int) -> bool:
        """ "la visite du roi Omar Dia à Oslo", "el rey Omar VI de Ghana": two unknown words with capitals right behind
        the head, which nothing links to it, in languages whose adjectives would be small; or a monarch's name."""
        run = self.words.tokens[at : at + 2]
        if not self.lexicon.data.get("adjectives_follow") or not self.lexicon.capitals or len(run) < 2:
            return False
        if run[0].capital and self._of_monarch(at):
            return True
        beside = run[1].start - run[0].end == 1 and all(t.capital and not t.text.isupper() for t in run)
        return beside and not any(self._complement_word(at + n, True)[1] for n in range(2))

    def _of_monarch(self, at: int) -> bool:
        """Whether one unknown word right behind the head has the number of a monarch behind it, whose monarch it is,
        or "and"."""
        number = self.words.tokens[at + 1]
        if self._complement_word(at, True)[1]:
            return False
        crowned = self.words.lowered[self.hit.start : self.hit.end] in self.lexicon.words("crowned_heads")
        owned = crowned and number.lower in self.lexicon.words("genitive_links", "office_joins")
        return owned or REGNAL.fullmatch(number.text) is not None

    def _town_in_name(self, last: int, i: int) -> bool:
        """ "Speaker of the House Tom Lima": a town's name right behind an unknown word is part of a person's; so
        is a state's, where adjectives follow ("ministre Théo Hongrie")."""
        before, town = self.words.tokens[last], self.words.covering("place", self.words.tokens[i].start)
        if town is None and self.lexicon.data.get("adjectives_follow") and self.lexicon.capitals:
            town = self.words.covering("country", self.words.tokens[i].start)
            town = town if town and town.value[1] == "name" and before.end + 1 == town.start else None
        unknown = before.capital and not self._complement_word(last, True)[1]
        return bool(self.lexicon.data.get("bare_complements") and town and unknown)

    def _begins_name(self, last: int, i: int, inside: bool, known: bool) -> bool:
        """Whether a person's name begins here, behind the token `last` of the complement (`inside`) or of the head."""
        if not known and self._name_after_state(last, i):
            return True
        return inside and (self._town_after_state(last, i) or self._town_in_name(last, i))

    def _name_after_state(self, last: int, i: int) -> bool:
        """ "министры Ганы Омар Белл и Чили …", "président du Ghana Omar Bell et le …": behind a state's name in the
        case of an owner, or linked to the office, an unknown word with a capital begins a name."""
        tokens = self.words.tokens
        state = self.words.covering("country", tokens[last].start)
        owner = state is not None and state.end == tokens[last].end and state.value[1] in ("name", "long")
        told = self.lexicon.data.get("name_declension") or self.lexicon.data.get("adjectives_follow")
        return bool(owner and tokens[i].capital and tokens[i].word and told)

    def _town_after_state(self, last: int, i: int) -> bool:
        """ "President of Kazakhstan Nursultan …": right behind a state a town's name begins a person's."""
        tokens = self.words.tokens
        state = self.words.covering("country", tokens[last].start)
        town = self.words.covering("place", tokens[i].start)
        return bool(state and town and town.start == tokens[i].start and state.end == tokens[last].end)

    def _complement_word(self, i: int, inside: bool) -> tuple[int | None, bool]:
        """The token with which a word of a complement ends (None: it is none), and whether the vocabulary knows it."""
        token, known = self.words.tokens[i], self.lexicon.words("complements")
        if inside and token.text == "," and (self._goes_on_behind(i) or self._shaped(i + 1, joined=True)):
            return i, False
        if self._addresses(i):
            return None, False
        hit = self._named(token)
        if hit:
            return self.words.index_at(hit.end) - 1, True
        bare = self.lexicon.inflection.at_end.sub("", token.lower)
        is_known = token.lower in known or bare in known or self._definite(i) or self._articled(i)
        is_known = is_known or self._shaped(i)
        if self.words.covering("office", token.start) and token.lower not in known:
            return None, False
        small = self.lexicon.words("office_joins", "articles")
        shouted = token.text.isupper() and token.lower in small  # "OF CHILE AND THE MINISTER": capitals tell nothing
        small_too = is_known and bool(self.lexicon.data.get("lower_case_complements"))
        if token.word and not shouted and (token.capital or small_too):
            return i, is_known
        joins = self.lexicon.words("office_joins", "complement_joins")
        more = inside and token.lower in joins and i + 1 < len(self.words.tokens)
        more = more and (self._continues(i + 1) or self._shaped(i + 1))
        return (i if more else None), False

    def _addresses(self, i: int) -> bool:
        """ "The Emir and His Excellency Mr X": a title that begins somebody else's name, where nothing has capitals."""
        token = self.words.tokens[i]
        title = self.words.covering("titles", token.start) if not self.lexicon.capitals else None
        if title is None or title.start != token.start:
            return False
        behind_and = self.words.tokens[i - 1].lower in self.lexicon.words("office_joins")
        return title.end > token.end or behind_and or token.lower not in self.lexicon.words("complements")

    def _goes_on_behind(self, comma: int) -> bool:
        """ "Minister for Foreign Affairs, Trade, Energy and Export": more matters and an "and" behind the comma."""
        behind = self.words.tokens[comma + 1 : comma + 6]
        known, joins = self.lexicon.words("complements"), self.lexicon.words("office_joins")
        pieces = list(takewhile(lambda t: t.lower not in joins, behind[:4]))
        matters = [t.lower if t.capital or not t.word else "" for t in pieces]
        if "," in matters and known.issuperset(matters[: matters.index(",")]):
            return self._goes_on_behind(comma + 1 + matters.index(","))
        last = behind[len(matters) + 1 : len(matters) + 3]
        told = [t.lower in known for t in last[: 1 + last[0].capital]] if last else []
        return bool(matters) and matters[0] in known and len(matters) < 4 and any(told)

    def _shaped(self, i: int, *, joined: bool = False) -> bool:
        """ "министр ирригации Омар Белл": a small word in the genitive between a minister and a name or a state, in a
        list of matters, too (`joined`: in one that "and" closes)."""
        endings, known = self.lexicon.affixes("complement_endings"), self.lexicon.words("complements")
        if not endings or self.hit.value not in ("minister", "deputy") or self.words.tokens[i].capital:
            return False
        joins, before = self.lexicon.words("office_joins"), ","
        for token in self.words.tokens[i : i + _LONGEST]:
            if token.capital and before != ",":
                return token.start > self.words.tokens[i].start and not joined
            if token.lower in joins | {","} and before not in joins | {","}:
                joined = joined and token.text == ","
            elif token.lower not in known and not self._matter(token, endings):
                return False
            before = token.lower
        return False

    def _matter(self, token: Token, endings: tuple[str, ...]) -> bool:
        """Whether a word looks like one of what an office deals with, and the vocabulary knows it as nothing else."""
        told = any(self.words.covering(kind, token.start) for kind in _ELSEWHERE)
        return not told and token.word and len(token.text) > 3 and token.lower.endswith(endings)

    def _articled(self, i: int) -> bool:
        """ "ministre du Pétrole": no name stands behind an article."""
        before = self.words.tokens[i - 1]
        if before.capital and self.words.tokens[i].capital and not self.words.tokens[i].text.isupper():
            return False  # "embajador Abdulla Al Nuaimi"
        if before.start <= self.hit.start or before.lower not in self.lexicon.words("article_links"):
            return False
        return not self._particles_of_name(i)

    def _particles_of_name(self, i: int) -> bool:
        """ "canciller Omar de la Vega": small words behind an unknown word that no small word joins to the office."""
        tokens, small = self.words.tokens, self.lexicon.words("article_links", "office_links")
        at = next((n for n in range(i - 1, max(i - 4, 0), -1) if tokens[n].lower not in small), i)
        given = tokens[at]
        if at == i or given.start < self.hit.end or not given.capital or given.lower in self.lexicon.words("particles"):
            return False
        known = given.lower in self.lexicon.words("complements") or self._named(given) is not None
        joins = small | self.lexicon.words("office_joins", "articles")
        return not known and not self.words.covering("office", given.start) and tokens[at - 1].lower not in joins

    def _definite(self, i: int) -> bool:
        """ "Minister the-Change the-Climatic": words with the article right behind a bare head, in Arabic."""
        article, first = self.lexicon.inflection.article, self.words.index_at(self.hit.end)
        word, agreeing = self.words.tokens[i].lower, self.lexicon.affixes("adjectives_of_matters")
        if article and agreeing and word.startswith(article) and word.endswith(agreeing):
            return True  # "the-Development the-Urban": no family name ends so
        if article and (self._place_name(i) or in_construct(self.words, self.hit, i)):
            return True
        if not article or i - first > 2 or " " in self.words.plain[self.hit.start : self.hit.end]:
            return False
        if self.words.tokens[i].lower in self.lexicon.words("article_names"):
            return False
        heads = [self.words.lowered[self.hit.start : self.hit.end]]
        tokens = self.words.tokens[first : i + 1]
        if any(self.words.covering("country", t.start) for t in tokens):
            return False
        common, matters = self.lexicon.words("common"), self.lexicon.words("complements")
        run = ["" if t.lower in common and t.lower not in matters else t.lower for t in tokens]
        return not heads[0].startswith(article) and all(w.startswith(article) and len(w) > 4 for w in run)

    def _place_name(self, i: int) -> bool:
        """ "the Emir of the Region of X": what follows such a noun is its name, known or not."""
        before = self.words.tokens[i - 1].lower if i else ""
        return before in self.lexicon.words("place_nouns") and self.words.tokens[i].word

    def _owns_office(self, i: int) -> bool:
        """ "… and Canada's Minister", "… and Iraqi Prime Minister": a state that begins the next office."""
        state = self.words.covering("country", self.words.tokens[i].start)
        if not state or self.lexicon.data.get("adjectives_follow"):
            return False
        if self.words.plain[state.stem_end : state.end][:1] in tuple(APOSTROPHES):
            return True
        return state.value[1] == "adjective" and bool(self.words.covering("office", state.end + 1))

    def _continues(self, i: int) -> bool:
        token = self.words.tokens[i]
        if self._owns_office(i):
            return False
        articles = self.lexicon.words("articles")
        following = self.words.tokens[i + 1] if i + 1 < len(self.words.tokens) else token
        next_office = self.words.covering("office", following.start) if token.lower in articles else None
        if next_office and next_office.start == following.start:
            return False  # "… of Chile and the Minister of …": somebody else's
        known = self.lexicon.words("complements")
        linked = token.lower in self.lexicon.words("complement_links") and i + 1 < len(self.words.tokens)
        return bool(
            (token.capital and token.word and not self.words.covering("office", token.start))
            or token.lower in articles
            or (linked and self._continues(i + 1))
            or (not self.lexicon.capitals and in_construct(self.words, self.hit, i))
            or (
                token.lower in known
                and self.lexicon.data.get("lower_case_complements")
                and not self.words.covering("office", token.start)
            )
        )

    def _named(self, token: Token) -> Hit | None:
        body, owner = (self.words.covering(kind, token.start) for kind in ("institutions", "office"))
        if body and owner and body.start == owner.start == token.start and self.lexicon.head_first:
            return body  # "at the Prime Minister's Office"
        for kind in ("organization", "country", "place"):
            hit = self.words.covering(kind, token.start)
            if hit and (hit.start == token.start or self.hit.start < hit.start < self.hit.end < hit.end):
                return hit  # the second where a state's full name begins in the head ("Presidente de la República …")
        return None
