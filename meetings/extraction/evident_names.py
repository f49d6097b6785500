"""Which runs of capitals are persons: an office, a title, a verb of speech, their shape or their return shows it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property

from .alike import same_word
from .bare_subjects import acts_alone
from .beside import Beside
from .cases import fold, nominative
from .colleagues import described
from .evidence import Evidence
from .incises import leads_to_words
from .name_forms import Name, initials
from .office import Office
from .phrases import Hit
from .plural_offices import BRACKETS
from .tokens import Words
from .wordlists import any_of, compiled

_CREDIT = re.compile(r"(?:©[^\n]{0,18}|(?:^|[\s(])[A-Z]{2,6}\s?)[/|]\s?$")
_SPOKEN = re.compile(r"[^\n]*[“”«»„\"][^\n]*")
"""A line with words in marks."""
_OWNS = ("'s", "'")
"""How a state's name ends in English before what is its own."""
_LATIN = re.compile(r"[A-Za-zə\u00c0-\u024f’'.\s-]+")
"""A name in Latin letters."""
_APPOSITION = re.compile(r"[^.;:\n“”\"]{3,160}")
"""What can stand between a name and its verb."""
_CALLED = 80
"""Characters between a verb of speech and a name that what its bearer is takes at most."""
_LIST_GAP = 28
"""Characters between two names of a list, a party in brackets included."""
_MAX_NAMES = 1500
"""Names that are looked at in one text: a bound on the work, not a rule."""


class EvidentNames:
    """Tells the persons among the candidate names of one text."""

    def __init__(self, words: Words, names: list[Name], offices: list[Office], labels: list[tuple[int, int]]) -> None:
        self.words, self.lexicon = words, words.lexicon
        self.labels = {start for start, _end in labels}
        self.names = names[:_MAX_NAMES]
        self.offices = offices
        agreeing = self.lexicon.data.get("adjective_of_noun")
        self._agreeing = compiled(str(agreeing)) if agreeing else None
        self._foreign_letters = self.lexicon.data.get("script") not in ("Latn", None)
        alone = (n for n in self.names if len(n.words) == 1 and not self._after_article(n))
        self._surname_endings = tuple(map(fold, self.lexicon.words("surname_endings")))
        self._alone = Counter(fold(self._nominative(n.words[0])) for n in alone)
        self._last = Counter(fold(self._nominative(n.words[-1])) for n in self.names)
        self._beside = Beside(words, self.names, offices)
        self._evidence = Evidence(words)
        ends = {
            end for _start, end in labels
        }  # "Minister: Soup, first of all": what follows a label is no name of its own
        self.beside = {
            n: [o for o in self._beside.offices_of(n) if o.end not in ends or n.start < o.end] for n in self.names
        }
        self._officed = {n.words[-1] for n in self.names if self.beside[n]}

    def _evident(self, name: Name) -> bool:
        """Whether a run of capitals is a person: an office, a title, a verb of speech, its shape, or its return."""
        no_person = (self._credited, self._signs, self._foreign, self._headline_words, self._adjective, self._namesake)
        if any(says_so(name) for says_so in (*no_person, self._settlement, self._introduced_letters)):
            return False
        if name.titled or name.start in self.labels or self._heads_roster_line(name):
            return True
        if self.beside[name] and not (len(name.words) == 1 and (self._after_article(name) or self._shouted(name))):
            return True
        if self._beside.country_of_colleague(name) or self._of_state(name) or self._colleague(name):
            return True
        if any(initials(w) for w in name.words) and len(name.words) > 1:
            return True
        if self._evidence.alone(name) or self._met_by_office(name) or name in self._with_letters:
            return True
        surname = fold(self._nominative(name.words[-1]))
        shaped = surname.endswith(self._surname_endings) and len(surname) > 4
        if len(name.words) == 1:
            return shaped and name.possessive and not self._after_article(name)
        told = self._spoken(name) or leads_to_words(self.words, name.end) or self._relative_clause(name)
        shaped = shaped and not self._houses(name)
        if shaped or told or self._evidence.of(name):
            return not self._after_article(name)
        if self.lexicon.data.get("noun_capitals") and self._after_article(name):
            return False
        return self._recurs(surname) or self._listed(name)

    def _introduced_letters(self, name: Name) -> bool:
        """ "The Deep Reef Fund (DERF)", and "DERF" alone further on: letters that a text introduces in brackets."""
        return len(name.words) == 1 and not name.titled and name.words[0] in self._letters

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset(w for w in re.findall(r"\(([^\W\d_]+)\)", self.words.plain) if w.isupper())

    def _met_by_office(self, name: Name) -> bool:
        """ "The envoy met Bell", where the verb stands last: whom the holder of an office met."""
        near = self._beside.offices_near(name) if self.lexicon.data.get("subject_bare") and len(name.words) == 1 else ()
        return any(acts_alone(self.words, office, name) for office in near)

    def _of_state(self, name: Name) -> bool:
        """ "Omar Dia (Chile)", "el chileno Omar Dia": a full name with its state right beside it."""
        if len(name.words) < 2:
            return False
        beside = self._beside.state_of_entry(name) or self._beside.state_of_national(name)
        told = beside or self._beside.state_of_leader(name) or name in self._of_several_states
        return bool(told) or self._represents(name)

    @cached_property
    def _with_letters(self) -> frozenset[Name]:
        """ "Ana Ruiz and Omar Dia handed over their letters of credence.": the full names that open such a sentence."""
        sure, joins = self.lexicon.words("sure_marks"), self.lexicon.words("office_joins")
        found: set[Name] = set()
        for hit in self.words.by_kind.get("encounter", ()) if sure else ():
            if self.words.lowered[hit.start : hit.end] not in sure:
                continue
            sentences = (s for p in self.words.page.zone("body") for s in self.words.sentences(p))
            begin = next((start for start, end in sentences if start <= hit.start < end), hit.start)
            for name in (n for n in self.names if begin <= n.start < hit.start and len(n.words) > 1):
                between = self.words.lowered[begin : name.start].strip(" ,")
                if between and between not in joins:
                    break
                found.add(name)
                begin = name.end
        return frozenset(found)

    def _represents(self, name: Name) -> bool:
        """ "Omar Dia, representing Ghana": the verb right behind a name."""
        return bool(self.words.inside("represents", name.end, name.end + 3) and self._beside.represented(name))

    @cached_property
    def _of_several_states(self) -> frozenset[Name]:
        """ "Omar Dia from Ghana, Ana Ruiz from Chile and …": full names, each with its state, in one list."""
        told: list[tuple[Name, int]] = []
        listed: set[Name] = set()
        full = [n for n in self.names if len(n.words) > 1] if self.lexicon.words("articles") else []
        for name, state in ((n, s) for n in full if (s := self._state_behind(n))):
            if told and 0 < name.start - told[-1][1] <= _LIST_GAP:
                listed |= {told[-1][0], name}
            told.append((name, state.end))
        return frozenset(listed)

    def _state_behind(self, name: Name) -> Hit | None:
        """ "Omar Dia, de la République du Togo", "Omar Dia representing Ghana": a state linked to a name."""
        if self._represents(name):
            return next(iter(self.words.inside("country", name.end, name.end + _LIST_GAP)), None)
        article = any_of(self.lexicon.words("articles"))
        linked = self.lexicon.shaped("genitive_links", rf",? {{words}} (?:(?:{article})(?:(?<=')| ))?")
        link = linked.match(self.words.lowered, name.end)
        state = self.words.covering("country", link.end()) if link else None
        exact = link is not None and state is not None and state.start == link.end()
        return state if exact and state and state.value[1] in ("name", "long") else None

    def _namesake(self, name: Name) -> bool:
        """ "The Anna Bell Airport": a thing that bears somebody's name."""
        if not name.titled and self._bears_name(name):
            return True
        if name.titled or name.possessive or self.beside[name] or not self.lexicon.words("namesakes"):
            return False  # "Bell's movement"
        if len(name.words) > 1 and name.words[-1].lower() in self.lexicon.words("outlet_nouns"):
            return True  # "told the Northern Daily"
        if self.lexicon.whole("movements").match(self.words.lowered, name.end + 1):
            return True
        thing = self.lexicon.whole("namesakes").match(self.words.lowered, name.end + 1)
        return thing is not None and self.words.plain[thing.start()].isupper()

    def _bears_name(self, name: Name) -> bool:
        """ "Anna Bell Parkında", "аэропорт Анна Белл": the thing right behind the name in languages whose heads stand
        last, right before it where names are declined; towns are things, too. Bell, of whom more is told, may visit
        the park."""
        if self.lexicon.data.get("subject_bare"):
            if self.lexicon.begins("town_nouns").match(self.words.lowered, name.end + 1):
                return True
            bare = self._nominative(name.words[-1])
            known = self.beside[name] or (len(name.words) == 1 and self._last[fold(bare)] > 1) or bare != name.words[-1]
            thing = self.lexicon.begins("things_behind_names").match(self.words.lowered, name.end + 1)
            return thing is not None and not known
        before = re.findall(r"[^\W\d_]+", self.words.lowered[max(0, name.start - 24) : name.start])
        called = len(before) > 1 and before[-2] in self.lexicon.words("name_leads")  # "по имени Анна Белл"
        return not called and not self.lexicon.words("things_before_names").isdisjoint(before[-1:])

    def _settlement(self, name: Name) -> bool:
        """ "In the town of Belogorovo": one word that stands right behind a noun for a place where people live."""
        lone = len(name.words) == 1 and not name.titled and not self.beside[name]
        return lone and fold(name.words[0])[:-1] in self._settlements

    @cached_property
    def _settlements(self) -> frozenset[str]:
        """The stems of all words that stand so anywhere in the text."""
        nouns = self.lexicon.words("settlements")
        lone = [n for n in self.names if len(n.words) == 1] if nouns else []
        before = (self.words.lowered[max(0, n.start - 16) : n.start].split()[-1:] for n in lone)
        return frozenset(fold(n.words[0])[:-1] for n, b in zip(lone, before, strict=True) if not nouns.isdisjoint(b))

    def _houses(self, name: Name) -> bool:
        """ "At Villa Bellov": what only looks like a family name, behind a word for a venue."""
        before = self.words.lowered[max(0, name.start - 4) : name.start].split()[-1:]
        return not self.lexicon.words("venue_links").isdisjoint(before)

    def _colleague(self, name: Name) -> bool:
        """ "his colleague, Omar Dia", and "Ghana's Dia" where the name comes again alone."""
        start = self._beside.title_start(name)
        before = self.words.plain[max(0, start - 2) : start]
        if len(name.words) > 1:
            end = start - len(before) + len(before.rstrip(" ,"))
            noun = self.words.covering("parties_nouns", end - 1) if before.endswith(" ") else None
            return (noun is not None and noun.end == end) or described(self.words, start)
        state = self.words.covering("country", start - 2) if start > 1 else None
        owned = state is not None and state.end == start - 1 and self.words.lowered[state.stem_end : state.end] in _OWNS
        return owned and self._alone[fold(self._nominative(name.words[0]))] > 1

    def _credited(self, name: Name) -> bool:
        """Whether a picture's credit ends with a name: "NEWS/ Anna Bell", "© NEWS | Anna Bell"."""
        before = self.words.plain[max(0, name.start - 25) : name.start]
        if not before.rstrip().endswith(("/", "|")) or not _CREDIT.search(before):
            return False
        return not self.words.plain[name.end : self.words.line(name.end)[1]].strip(" .)")

    def _foreign(self, name: Name) -> bool:
        """Whether a name in Latin letters among others is a newspaper, a firm, or how somebody is spelled at home."""
        if not self._foreign_letters or not _LATIN.fullmatch(name.text):
            return False
        return not (name.titled or name.start in self.labels or self._heads_roster_line(name))

    def _adjective(self, name: Name) -> bool:
        """ "Московский кинофестиваль": an adjective and a noun that agrees with it, where no name has it elsewhere."""
        if (
            len(name.words) > 1
            or name.titled
            or not self._agreeing
            or not self._agreeing.match(self.words.plain, name.start)
        ):
            return False
        return not any(
            same_word(n.words[-1], name.words[0], self.lexicon.inflection) for n in self.names if len(n.words) > 1
        )

    def _signs(self, name: Name) -> bool:
        """Whether a name is the last line of a story told by somebody who is not in it: its author's."""
        last = self.words.page.zone("body")[-1:]
        alone = bool(last) and last[0].start == name.start and self.words.page.text(last[0]) == name.text
        if not alone or name.titled or sum(fold(n.words[-1]) == fold(name.words[-1]) for n in self.names) > 1:
            return False
        told = _SPOKEN.sub("", self.words.lowered[: name.start])
        return self.lexicon.words("first_person").isdisjoint(re.findall(r"[^\W\d_]+", told))

    def _by_father(self, name: Name) -> bool:
        """Whether a name is the first name and the father's; not where the second word stands alone elsewhere: many a
        family name ends like a father's name ("Игорь Марушкевич", "Марушкевич")."""
        if not self._evidence.by_father(name):
            return False
        stem = fold(name.words[1])[:-1]
        return not any(word.startswith(stem) for word in self._families)

    @cached_property
    def _families(self) -> frozenset[str]:
        """The words that stand alone somewhere, or behind initials alone ("В. Марушкевич"): no father's names."""
        led = (n for n in self.names if len(n.words) > 1 and all(map(initials, n.words[:-1])))
        return frozenset(self._alone).union(fold(n.words[-1]) for n in led)

    def _shouted(self, name: Name) -> bool:
        """Whether one word, beside an office in a text all in capitals, may be any word: no name has it elsewhere."""
        if not name.text.isupper() or name.titled:
            return False
        start, end = self.words.line(name.start)
        line = self.words.plain[start : min(end, name.start + 80)]
        others = (n for n in self.names if n is not name and fold(n.words[-1]) == fold(name.words[-1]))
        return line.isupper() and len(line.split()) > 5 and not any(others)

    def _headline_words(self, name: Name) -> bool:
        """ "CHIP TALKS FAIL": words of a headline all in capitals, none of which any name below it ends with."""
        if not name.text.isupper() or name.titled or len(name.words) < 2:
            return False
        title = self.words.page.title
        told = any(span.start <= name.start < span.end for span in title.spans)
        return told and not any(self._last[fold(self._nominative(w))] > 1 for w in name.words)

    def _heads_roster_line(self, name: Name) -> bool:
        """Whether a line of the list of participants begins with it."""
        roster = self.words.page.roster
        at = bisect_right(roster, name.start, key=lambda p: p.start) - 1
        if at < 0 or name.start >= roster[at].end or len(name.words) < 2:
            return False
        before = self.words.plain[roster[at].start : name.start].rstrip()
        return not re.search(r"\w", before) or before[-1] in ",;:|"

    def _after_article(self, name: Name) -> bool:
        before = self.words.index_at(name.start) - 1
        return before >= 0 and self.words.tokens[before].lower in self.lexicon.words("articles")

    def _spoken(self, name: Name) -> bool:
        end = self._past_employer(name.end)
        after = self.words.inside("speech", end, end + 4) or self._verb_behind_comma(end)
        told = self._before_listener(name.start)
        before = [h for h in self.words.inside("speech", told - 30, told) if told - h.end <= 2]
        return bool(after or before or self._acts(name) or self._apposed_speaker(name) or self._ends_apposition(name))

    def _ends_apposition(self, name: Name) -> bool:
        """ "a expliqué le patron du quai, Omar Dia.": behind the comma of what the subject of a verb is."""
        before = self.words.plain[max(0, name.start - _CALLED) : name.start]
        clause = re.search(r" ([^,.;:!?«»“”\"\n]+), $", before) if self.lexicon.data.get("adjectives_follow") else None
        if clause is None or self.words.plain[name.end : name.end + 1] not in ".,;":
            return False
        start = name.start - len(before) + clause.start(1)
        verb = next(iter(self.words.inside("speech", start, start + 24)), None)
        called = verb and self.lexicon.shaped("articles", r" {words}(?:(?<=') ?| )").match(self.words.lowered, verb.end)
        return bool(called) and self.words.plain[verb.end + len(called[0])].islower() if verb and called else False

    def _before_listener(self, start: int) -> int:
        """ "a déclaré à la TNB Omar Dia": where that begins to which somebody says it, between the verb and the name,
        a station or an agency by its letters."""
        listener = self.lexicon.shaped("told_to", r"(?<= ){words} (?:[^\W\d_]{2} |l['’])?(\w{2,6}) $")
        before = listener.search(self.words.lowered, max(0, start - 24), start)
        return before.start() if before and self.words.plain[slice(*before.span(1))].isupper() else start

    def _verb_behind_comma(self, end: int) -> bool:
        """ "Omar Dia, a déclaré": a verb with its auxiliary behind a comma, where a name ends an apposition."""
        link = self.lexicon.shaped("auxiliaries", r", {words} ").match(self.words.lowered, end)
        return link is not None and bool(self.words.inside("speech", link.end(), link.end() + 1))

    def _apposed_speaker(self, name: Name) -> bool:
        """ "Omar Dia, a scholar of seas, said": behind what somebody is called between two commas."""
        opened = (self.lexicon.shaped(key, r", {words} ") for key in ("articles", "possessives"))
        articled = self.lexicon.head_first and any(o.match(self.words.lowered, name.end) for o in opened)
        if not articled and not self._opens_with_apposition(name):
            return False
        clause = _APPOSITION.match(self.words.plain, name.end)
        ends = [m.end() for m in re.finditer(", ", clause[0])][1:] if clause else []
        stops = [name.end + end for end in ends]
        return any(self.words.inside("speech", at, at + 1) or self._verb_behind_comma(at - 2) for at in stops)

    def _opens_with_apposition(self, name: Name) -> bool:
        """ "Omar Dia, responsable de la pêche": at the beginning of a clause, where appositions have no article."""
        if not self.lexicon.data.get("adjectives_follow"):
            return False
        before = self.words.plain[max(0, name.start - 2) : name.start].strip(" ")
        called = self.words.plain[name.end : name.end + 3]
        return called[:2] == ", " and called[2:].islower() and not before[-1:].isalnum()

    def _past_employer(self, end: int) -> int:
        """ "Anna Bell von der Nordbank sagte": behind where somebody works, where nouns have capitals."""
        if not self.lexicon.data.get("noun_capitals"):
            return end
        works = self.lexicon.shaped("linking_particles", r" {words}(?: \w{3})?((?: [A-ZÄÖÜ][\w-]*){1,4})(?= )")
        behind = works.match(self.words.plain, end)
        return behind.end() if behind else end

    def _acts(self, name: Name) -> bool:
        """Whether a verb of meeting stands right behind a name ("X met with …")."""
        verbs = self.lexicon.words("encounter_verbs")
        hits = self.words.inside("encounter", name.end, name.end + 2)
        return any(self.words.lowered[h.start : h.end] in verbs for h in hits)

    def _relative_clause(self, name: Name) -> bool:
        after = self.words.lowered[name.end : name.end + 10]
        return self.lexicon.shaped("relative_clauses", r",? {words}\b").match(after) is not None

    def _recurs(self, surname: str) -> bool:
        """Whether the family name returns alone."""
        return bool(self._alone[surname])

    def _listed(self, name: Name) -> bool:
        """ "… Omar Dia and Anna Bell": joined to a name that has evidence of its own."""
        joins = self.lexicon.words("office_joins")
        for other in self._beside.near(name.start):
            known = other.titled or other.words[-1] in self._officed or self._family(other)
            if 0 < name.start - other.end <= _LIST_GAP and known:
                between = BRACKETS.sub("", self.words.lowered[other.end : name.start]).strip(" ,")
                if between in joins or (not between and self._closes_list(name)):
                    return True
        return False

    def _family(self, name: Name) -> bool:
        """Whether a full name ends in a family name of a shape of its own, where the language declines names."""
        surname = fold(self._nominative(name.words[-1]))
        declined = len(name.words) > 1 and bool(self.lexicon.data.get("name_declension"))
        return declined and len(surname) > 4 and surname.endswith(self._surname_endings)

    def _closes_list(self, name: Name) -> bool:
        """ "A, B and C": whether "and" and one more name follow."""
        following = self.words.index_at(name.end)
        joins = self.words.tokens[following : following + 1]
        return (
            bool(joins)
            and joins[0].lower in self.lexicon.words("office_joins")
            and any(
                0 < other.start - joins[0].end <= 2 and len(other.words) > 1 for other in self._beside.near(name.end)
            )
        )

    def _nominative(self, word: str) -> str:
        return nominative(word, self.lexicon)
