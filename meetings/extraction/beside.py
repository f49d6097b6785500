"""The office that stands beside a name, and whose delegation its holder leads."""

from __future__ import annotations

import re
from dataclasses import replace

from .appositions import is_source, without_adjectives
from .bare_subjects import acts_alone
from .beside_states import BesideStates
from .genitive_tails import with_tails
from .joined_offices import apposed
from .listed_offices import ListedOffices
from .name_forms import Name
from .office import SOLE, Office
from .office_lists import OfficeLists
from .opening_clauses import behind_opening_clause, opens_line
from .owners import behind_owner, heads_words, kin_of, not_in_case, of_next
from .phrases import lower
from .plural_offices import BRACKETS
from .states_beside import in_aside
from .tokens import Words
from .wordlists import any_of

_MARKS = ('""', "«»", "“”", "„“")
_VERB = 16
"""Characters behind an office in which its verb and the encounter's noun begin."""
_APPOSED = 40
"""Characters between a name and the office behind it, its article and adjectives included."""
_OF_STATES = ("head_of_state", "head_of_government", "foreign_minister", "minister", "ambassador")
_OWNED = 3
"""Characters between a body and the word for its delegation: "the Bank's team"."""
_RESIDENCE = r"^,? {words} [^\W\d_][\w-]*(?: [^\W\d_][\w-]*)?,?(?= $)"
_OWNER = 24
"""Characters before a delegation in which its state stands, where owners follow."""
_ENTRY = re.compile(r"\s*(?:[-–—•*▪]\s*)?(?P<owner>[^-–—:()\n]{2,60}?)\s*(?:\([^()\n]*\)\s*)?(?:\s[-–—]|:)\s+")
"""The beginning of an entry of a list: a state, a remark in brackets, and a dash or a colon."""


class Beside(BesideStates):
    """Reads the neighbourhood of the names of one text."""

    def __init__(self, words: Words, names: list[Name], offices: list[Office]) -> None:
        super().__init__(words, names, offices)
        self._listed = ListedOffices(words, names, offices)
        self._lists = OfficeLists(self)
        self._tailed = with_tails(words, offices, names)
        self._tails = [(o.start, o.end) for o in self._tailed.values()]

    def offices_of(self, name: Name) -> list[Office]:
        if listed := self._listed.office_of(name) or self._plural.office_of(name):
            return [listed]
        if tailed := self._tailed.get(name.start):
            return [tailed]
        if any(start < name.start < end for start, end in self._tails):
            return []
        found = []
        direct = [o for o in self.offices_near(name) if self._directly_before(o, name)]
        found += self._fuller(direct[-1:], name) + [self._one_of(o, 0) for o in direct[-1:]]
        after = self._apposition(name)
        before = [o for o in self.offices_near(name) if self._comma_before(o, name)][-1:]
        if direct and (before or (after and after.head > name.start)) and self._is_title(direct[-1]):
            found = []
        if after and not ((before or direct) and self._of_next(after, name)):
            found.append(after)
        if before_name := self._lists.office_before(name) if len(found) < 2 and (after or not found) else None:
            found = [before_name]
        if not found:
            found += before
        if not found:
            found += self._shared(name) or self._given(name) or self._behind(name)
        return [self._of_team(self._of_entry(self._of_same_state(office, name)), name) for office in found]

    def _of_entry(self, office: Office) -> Office:
        """ "- Peru (host) – President X": an entry of a list that begins with the state or body it is about. All the
        offices of the entry are the one holder's: "- Peru – Envoy, Member of the Board X"."""
        if office.country or office.organization or self.words.page.zone_at(office.start) != "body":
            return office
        entry = _ENTRY.match(self.words.plain, self.words.line(office.start)[0], office.start)
        first = next((o for o in self.offices if entry and o.start == entry.end()), None)
        if not entry or not first:
            return office
        if first.start < office.start and self.words.plain[first.end : office.start].strip() != ",":
            return office
        text = " ".join((self.words.plain[first.start : office.start] + office.text).split())
        whole = replace(office, start=first.start, text=text)
        state, body = (self.words.covering(kind, entry.start("owner")) for kind in ("country", "organization"))
        if state and (state.start, state.end) == entry.span("owner"):
            return replace(whole, country=str(state.value[0]))
        exact = body is not None and (body.start, body.end) == entry.span("owner")
        return replace(whole, organization=str(body.value)) if body and exact else office

    def _of_same_state(self, office: Office, name: Name) -> Office:
        """ "巴基斯坦总统A、总理B": of two office-holders in a list the second one's state is the first one's."""
        if self.lexicon.spaced or office.country or office.organization or office.end != name.start:
            return office
        before = self.near(office.start, 12)
        joins = self.lexicon.words("office_joins", "prefix_joins")
        listed = [n for n in before if self.words.plain[n.end : office.start] in joins]
        states = [o.country for n in listed for o in self.offices_near(n) if o.end == n.start and o.country]
        return replace(office, country=states[-1]) if states else office

    def _of_team(self, office: Office, name: Name) -> Office:
        """ "The Bank's delegation was led by X, director for Asia, and included Y, chief of roads": all act for it."""
        nouns = self.lexicon.words("delegations") if self.lexicon.data.get("department_first") else ()
        if not nouns or office.country or office.organization or office.role in _OF_STATES:
            return office
        begin = max(self.words.plain.rfind(end, 0, name.start) for end in (". ", "\n"))
        noun = self.lexicon.begins("delegations").search(self.words.lowered, begin + 1, name.start)
        body = self.words.covering("organization", noun.start() - 2) if noun else None
        if not noun or not body or not 0 < noun.start() - body.end <= _OWNED:
            return office
        told = [h for k in ("headed_by", "attendance") for h in self.words.inside(k, noun.end(), name.start)]
        met = self.words.inside("encounter", noun.end(), name.start)
        return replace(office, organization=str(body.value)) if told and not met else office

    def _is_title(self, office: Office) -> bool:
        """Whether an office is no more than a form of address ("Ambassador X")."""
        if self.lexicon.capitals or office.text in self.lexicon.words("pronouns"):
            return not self.lexicon.capitals
        hit = self.words.covering("titles", office.start)
        return hit is not None and hit.start <= office.start and hit.end == office.end and " " not in office.text

    def _opens_title(self, office: Office, title: Office) -> bool:
        """ "Envoy of Ghana, Ambassador X"; with an article only where both are one office that a state has but once:
        "le chef de l'Etat ghanéen, le président X"."""
        gap = self.words.lowered[office.end : title.start]
        led = gap[:2] == ", " and gap[-1:] == " " and gap[2:-1] in self.lexicon.words("articles")
        return gap in (", ", " ") or (led and office.role == title.role and office.role in SOLE)

    def _fuller(self, direct: list[Office], name: Name) -> list[Office]:
        """ "Permanent Representative of Ghana, Ambassador X", "Minister of Mines, Ambassador X": the office with the
        state, or with what it deals with, before a mere title."""
        if not direct or direct[0].country or direct[0].organization or " " in direct[0].text:
            return []
        ranked = self.lexicon.head_first and direct[0].role == "ambassador"
        return [
            o
            for o in self.offices_near(name)
            if self._opens_title(o, direct[0])
            and (o.country or o.organization or (ranked and " " in o.text and o.role != "ambassador"))
            and not apposed(self.words, o, direct[0])
        ]

    def _directly_before(self, office: Office, name: Name) -> bool:
        if office.end > name.start:
            return False
        near = self.near(name.start) if self.lexicon.words("owners_ends") else []
        if near and of_next(self.lexicon, office, name, near):
            return False
        if acts_alone(self.words, office, name):
            return False
        if near and kin_of(self.words, office):
            return False
        if near and behind_owner(self.lexicon, office, name, near):
            return True
        gap = self._without_residence(BRACKETS.sub("", self.words.plain[office.end : self.title_start(name)]))
        gap = gap if self.lexicon.capitals else gap.rstrip(' "“«')
        return (
            not gap.strip(" -–—")
            and "\n" not in gap
            and len(gap) <= 3
            and not (office.possessive and self.lexicon.head_first)
        )

    def _without_residence(self, gap: str) -> str:
        """ "посол Чили с резиденцией в Осло Хуан Мора": where an envoy lives is no more than a bracket."""
        if not self.lexicon.words("residence_leads"):
            return gap
        return self.lexicon.shaped("residence_leads", _RESIDENCE).sub("", gap)

    def _comma_before(self, office: Office, name: Name) -> bool:
        if not 0 < name.start - office.end <= 40:
            return False
        gap = BRACKETS.sub("", self.words.plain[office.end : self.title_start(name)])
        gap = self._without_complement(self._without_nationality(gap, office.end))
        closed = " " in office.text or (len(name.words) > 1 and opens_line(self.words, office.start))
        after = "," if closed else self.words.plain[name.end : name.end + 1]
        label = self.lexicon.capitals and self.words.plain[office.start : office.end].isupper()  # "THE FIRST LADY: …"
        label = label or heads_words(self.words, office, name)
        if gap.strip() == ":" and (label or any(n.end + 1 == office.start for n in self.near(office.start))):
            return False  # "О.Белл министр торговли : Юрий Петрович, …": the office of whoever speaks
        if gap.strip() == ":" and self._headed(office, name):
            return False
        return (
            gap.strip() in (",", "،", ":")
            and "\n" not in gap
            and after in (",", "،", ".", ";", ":", ")", "\n", "")
            and not self._owned(office)
            and not (in_aside(self.words, office, name) or not_in_case(self.words, office, name))
            and not behind_opening_clause(self.words, office.start, name.end)
        )

    def _headed(self, office: Office, name: Name) -> bool:
        """ "Visite du ministre du Chili : Bell loue les liens": an office in the midst of a headline, and behind the
        colon what somebody else says."""
        start, end = self.words.line(office.start)
        before = self.words.lowered[start : office.start].split()
        small = self.lexicon.words("articles", "function_words")
        return not small.issuperset(before) and bool(self.words.inside("speech", name.end, min(end, name.end + 20)))

    def _without_nationality(self, gap: str, start: int) -> str:
        """ "the head of the bank, the Chilean Ana Ruiz": the adjective says nothing of the office."""
        told = self.lexicon.shaped("articles", r"(?P<mark>\s?,)\s{words}\s(?P<state>[^\W\d_]+)\s?$").match(lower(gap))
        state = self.words.covering("country", start + told.start("state")) if told else None
        return "," if told and state and state.value[1] != "name" else gap

    def _without_complement(self, gap: str) -> str:
        """ "portavoz de la cartera, X": what an office is of may be a common word, which is no part of it."""
        words = gap.strip().split()
        small = self.lexicon.words("office_links")
        if self.lexicon.head_first and 2 <= len(words) <= 4 and words[0] in small and words[-1].endswith(","):
            return "," if all(w[0].islower() for w in words) else gap
        return gap

    def _owned(self, office: Office) -> bool:
        """Whether an office already stands behind the name before it ("X, President of Y, and Z")."""
        before = (n for n in self.near(office.start) if 0 <= office.start - n.end <= 4)
        behind = [n for n in before if self.words.plain[n.end : office.start].strip() in (",", "،")]
        return bool(behind) and not (self._of_list(office) or self._named_last(office, behind[-1]))

    def _named_last(self, office: Office, before: Name) -> bool:
        """ "Minister of Ports, A, Ambassador to Peru, B": in a list that begins with an office set off from its name by
        a comma, the next office is of the next name."""
        if not self.lexicon.data.get("department_first"):
            return False
        named = any(self._comma_apart(office, n) for n in self.near(office.end) if n.start > office.end)
        led = (o for o in self.offices_near(before) if o.end < before.start and self._comma_apart(o, before))
        first = next(led, None) if named else None
        return first is not None and " " in first.text and not self._owned(first)

    def _comma_apart(self, office: Office, name: Name) -> bool:
        """Whether a comma, and titles, stand between an office and the name behind it."""
        gap = BRACKETS.sub("", self.words.plain[office.end : self.title_start(name)])
        return gap.strip() == "," and "\n" not in gap

    def _of_list(self, office: Office) -> bool:
        """ "Minister of Ports A, Minister of Mines, B, Governor of the Bank C": a comma behind an office in a list of
        which every other name follows its office."""
        if not self.lexicon.data.get("department_first"):
            return False
        before = next((n for n in reversed(self.near(office.start)) if n.end < office.start), None)
        name = next((n for n in self.near(office.end) if n.start > office.end), None)
        following = next((o for o in self.offices_near(name) if o.start > name.end), None) if name else None
        if not before or not name or not following:
            return False
        gap = self.words.lowered[name.end : following.start].strip(" ,")
        led = [o for o in self.offices_near(before) if " " in o.text and self._directly_before(o, before)]
        goes_on = not gap or gap in self.lexicon.words("office_joins")
        return bool(led) and goes_on and any(self._directly_before(following, n) for n in self.near(following.end))

    def _apposition(self, name: Name) -> Office | None:
        """ "X, President of Y," — but not "X, President Y"."""
        for office in self.offices_near(name):
            if self._follows_directly(office, name):
                return office
            if not 0 < office.start - name.end <= _APPOSED or (office.possessive and self.lexicon.head_first):
                continue  # "X, the president's envoy"
            gap = without_adjectives(self.words.lowered[name.end : office.start], self.lexicon)
            gap = self.lexicon.shaped("articles", r"(?<!\w){words}(?!\w)").sub("", gap).strip()
            gap = self.lexicon.shaped("honours", r"^{words}\b\s*").sub("", gap).strip()
            gap = gap[1:].strip() if self._set_off(name) else gap
            headed = not gap and self.words.page.zone_at(office.start) == "letterhead"
            if gap not in (",", "،", "(", "（", "-", "–", "—") and not headed:
                continue
            closed = self.words.plain[office.end : office.end + 1] in (*",.;:)(\n،؛，。；", "")
            if self.lexicon.data.get("subject_bare") and not closed:
                continue  # "X, the envoys of Ghana received": whom X met, not who X is
            if not closed and (is_source(self.words.lowered, name.start, self.lexicon) or self._meets(office)):
                continue
            following = (other for other in self.near(office.end) if other.start >= office.end)
            if self._acts(name, office) or any(self._directly_before(office, other) for other in following):
                return None
            return office
        return None

    def _meets(self, office: Office) -> bool:
        """ "Bell, Chilean minister hold talks": in a headline, an office right before the encounter is another's."""
        if self.words.page.zone_at(office.start) != "title":
            return False
        mark = next(iter(self.words.inside("encounter", office.end, office.end + _VERB)), None)
        return mark is not None and len(self.words.between(office.end, mark.start)) <= 1

    def _set_off(self, name: Name) -> bool:
        """ "“X”, President of Y": whether a name alone stands in quotation marks."""
        return name.start > 0 and self.words.plain[name.start - 1] + self.words.plain[name.end : name.end + 1] in _MARKS

    def _acts(self, name: Name, office: Office) -> bool:
        """ "At the talks with X, the minister said that …", "X, analysts said, …": somebody else, behind an article or
        several, before a verb; before one that others than speakers have, too, where X has an office already."""
        gap = self.words.lowered[name.end : office.start].split()
        led = self.lexicon.head_first and (office.plural or self.lexicon.words("articles").intersection(gap[-1:]))
        behind = office.end + 1
        if not led or self.words.plain[office.end : behind] != " ":
            return False
        said = bool(self.words.inside("speech", behind, behind + 1))
        verb = self.words.lowered[behind : behind + 12].split(" ")[0] in self.lexicon.words("finite_auxiliaries")
        return said or (verb and any(self._directly_before(other, name) for other in self.offices_near(name)))

    def _of_next(self, office: Office, name: Name) -> bool:
        """ "the minister of A, X, the minister of B, Y": whether the office behind X is rather Y's, as none behind a
        dash or in brackets is."""
        if set("-–—(（") & set(self.words.plain[name.end : office.start]):
            return False
        return any(self._comma_before(office, other) for other in self.near(office.end) if other.start > name.start)

    def _follows_directly(self, office: Office, name: Name) -> bool:
        """Whether an office stands right behind a name, in languages that say "X Foreign Minister"; not where
        it begins the next name's office ("X received Prime Minister Y" without a verb between)."""
        reach = self.lexicon.data.get("office_after_name")
        if reach is None or not 0 <= office.start - name.end <= int(reach):
            return False
        gap = self.words.plain[name.end : office.start]
        following = [other for other in self.near(office.end) if other.start >= office.end]
        taken = any(self._directly_before(office, other) for other in following)
        return not gap.strip() and "\n" not in gap and not taken

    def _shared(self, name: Name) -> list[Office]:
        """A plural office before two names ("Foreign ministers A and B") is the office of both."""
        joins = self.lexicon.words("office_joins")
        for other in self.near(name.start):
            start = self.title_start(name)
            if 0 < start - other.end <= 7 and self.words.lowered[other.end : start].strip(" ,") in joins:
                for office in self.offices_near(other):
                    if office.plural and (self._directly_before(office, other) or self._comma_before(office, other)):
                        return [self._one_of(office, -1)]
            elif state := self._state_between(other, name):
                for office in self.offices_near(other):
                    if office.plural and (self._directly_before(office, other) or self._comma_before(office, other)):
                        own = self._with_own_state(other, name, self._of_state(office, state))
                        return [replace(office, country=state, text=own)]
        return []

    def _behind(self, name: Name) -> list[Office]:
        """ "X Secretary to the President, at …": an office right behind a full name whose comma was left out."""
        if not self.lexicon.data.get("department_first") or len(name.words) < 2:
            return []
        near = (o for o in self.offices_near(name) if o.start == name.end + 1 and " " in o.text and not o.plural)
        plain = self.words.plain
        return [o for o in near if plain[o.start].isupper() and plain[o.end : o.end + 1] in (",", ".", ";", "\n", "")]

    def _given(self, name: Name) -> list[Office]:
        """ "X has been named as the Ambassador of Ghana", "X presented his credentials as Ambassador of Ghana"."""
        if not self.lexicon.words("given_office"):
            return []
        verb = self.lexicon.shaped("given_office", r",? (?:\w+ )?{words} (?:the |a |an )?").match
        given = verb(self.words.lowered, name.end)
        return [o for o in self.offices_near(name) if given and o.start == given.end() and not o.plural]

    def _state_between(self, first: Name, second: Name) -> str | None:
        """ "The ministers of Ghana, X, and of Chile, Y": the state of the second, if only small words stand beside."""
        states = self.words.inside("country", first.end, second.start)
        if not 0 < second.start - first.end <= 40 or len(states) != 1 or self.words.plain[states[0].end] == ")":
            return None
        lowered = self.words.lowered
        rest = f"{lowered[first.end : states[0].start]} {lowered[states[0].end : self.title_start(second)]}"
        joins = self.lexicon.words("office_joins")
        small = self.lexicon.words("office_joins", "genitive_links", "articles")
        words = re.findall(r"[^\W\d_]+['’]?", rest)
        joined = any(w in joins for w in words)
        return str(states[0].value[0]) if joined and small.issuperset(words) else None

    def _with_own_state(self, first: Name, second: Name, text: str) -> str:
        """ "ambassadeurs du Ghana, X, et du Chili, Y": Y's office with the words that name Y's state."""
        state = self.words.inside("country", first.end, second.start)[0]
        if not self.lexicon.data.get("adjectives_follow"):
            return text
        said = self.words.plain[first.end : state.end].replace(",", " ").split()
        joins = self.lexicon.words("office_joins")
        return " ".join([text, *(w for w in said if w.lower() not in joins)])

    def _of_state(self, office: Office, state: str) -> str:
        """A plural office's name without the state of its first holder."""
        text = office.text
        for hit in self.words.inside("country", office.start, office.end):
            if str(hit.value[0]) != state:
                form = re.escape(self.words.plain[hit.start : hit.end])
                text = re.sub(rf"{form}(?:,|\s+(?:{any_of(self.lexicon.words('office_joins'))})(?=\s))?", "", text)
        words = text.split()
        keys = ("genitive_links", "articles", "office_joins")
        small = frozenset().union(*(self.lexicon.words(key) for key in keys))
        while len(words) > 1 and words[-1].lower() in small:
            words.pop()
        return " ".join(words)

    def _one_of(self, office: Office, which: int) -> Office:
        """ "ministers of Chile and Peru A and B": the state of the first (0) or the last (-1) is its holder's."""
        states = self.words.inside("country", office.start, office.end)
        if office.plural and not states and self.lexicon.data.get("department_first"):
            return replace(office, text=self._plural.of_one(office))
        if not office.plural or len(states) < 2:
            return office
        code = str(states[which].value[0])
        own = bool(self.lexicon.data.get("adjective_cases")) and len({h.value[0] for h in states}) == len(states)
        return replace(office, country=code, text=self._of_state(office, code) if own else office.text)

    def delegation(self, name: Name) -> str | None:
        """ "a delegation of Peru led by Mayor X": the state whose delegation somebody heads."""
        if (code := self._side(name)) or not self.words.by_kind.get("headed_by"):
            return code
        offices = [o.start for o in self.offices_of(name)]
        start = min([self.title_start(name), *(at for at in offices if at < name.start)])
        for cue in self.words.inside("headed_by", max(0, start - 40), start):
            between = self.words.plain[cue.end : start]
            if len(between.split()) > 2 or re.search(r"[.;\n]", between):
                continue
            begin = max(self.words.line(cue.start)[0], cue.start - 90)
            noun = self.lexicon.begins("delegations").search(self.words.lowered, begin, cue.start)
            near = max(begin, noun.start() - _OWNER) if noun and self.lexicon.head_first else begin
            states = self.words.inside("country", near, cue.start)
            if noun and states:
                return str(states[-1].value[0])
        return None
