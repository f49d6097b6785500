"""Every place of the text that stands for a person: a name, an office, "the Belarusian leader", "his colleague", "he".

They are resolved in reading order, because "the Head of State" and "he" mean somebody spoken of before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from .commentators import comments
from .declension import nominative_adjectives, nominative_head
from .genders import Genders
from .lettered_bodies import lettered_bodies
from .name_forms import Name
from .office import Office
from .office_holders import TOP, OfficeHolders
from .person import Person
from .phrases import Hit, lower
from .small_bodies import behind_verb, of_paper, owning_town, says_so
from .spokesmen import bodies_spoken_for
from .tokens import Words
from .unnamed_pairs import holders_in_turn

_ONWARD = r" (?:{words} ){0,2}(?P<word>[\w'’-]+)"
"""The next word of a body's name, behind "of", "for the" or nothing."""
_LED = re.compile(r"(?: [^\W\d_][\w’'-]*){0,7},? ")
"""What stands between a word for a leader and the name: whose leader it is."""
_RECENT = 40
"""So many mentions of persons back is looked for whom "the expert" means."""
_ELIDED = ("l'", "l’", "d'", "d’")
"""A French article that has lost its vowel: no part of a name."""
_REACH = 80
_NOUNS = (("leaders", "leader"), ("parties_nouns", "colleague"), ("guests", "guest"), ("figures", "figure"))


@dataclass(frozen=True, eq=False)
class Mention:
    """Words `plain[start:end]` that stand for a person, or for a body (`institution`), or for an unnamed office."""

    start: int
    end: int
    kind: str
    """`name`, `office`, `leader`, `pronoun`, `colleague`, `guest`, `figure` ("the diplomat"), `institution`."""
    person: Person | None = None
    institution: str | None = None
    country: str | None = None


class Resolver(OfficeHolders):
    """Resolves mentions in order; `subject` is whom the text spoke of last as the one who acts or speaks."""

    def __init__(self, words: Words, people: list[Person], offices: list[Office], home: str | None) -> None:
        self.named = {n.start: (n, p) for p in people for n in p.names}
        self._genders = Genders(words, people)
        self.nameless = False
        """Whether the last sentence was about somebody without a name ("a spokesman")."""
        self.mentioned: list[Person] = []
        """All whom the text spoke of so far, whoever acted."""
        attached = {id(o) for p in people for o, _n in p.offices}
        roster = [(p.start, p.end) for p in words.page.roster]  # a list's offices may be held with more words
        held = [(o.start, o.end) for p in people for o, _n in p.offices if any(a <= o.start < b for a, b in roster)]
        free = [o for o in offices if id(o) not in attached]
        free = [o for o in free if not any(a <= o.start < b for a, b in held)]
        super().__init__(words, people, free, home)
        self._by_start = {o.start: o for o in self.offices}
        self._unnamed = self._unnamed_entries()
        self.plain_mentions = self._collect()

    def _unnamed_entries(self) -> list[set[str]]:
        """Offices that a list of participants gives without a name ("The Secretary"): nobody else is meant by them."""
        lines = {(p.start, p.end) for p in self.words.page.roster}
        if not lines:
            return []
        articles = self.lexicon.words("articles")
        return [
            self._bare(o.text)
            for o in self.offices
            for start, end in lines
            if start <= o.start and o.end == end and articles.issuperset(self.words.lowered[start : o.start].split())
        ]

    def listed_unnamed(self, mention: Mention) -> bool:
        """Whether a mention is an office that the list of participants gives without a name."""
        office = self._by_start.get(mention.start) if self._unnamed else None
        return office is not None and self._bare(office.text) in self._unnamed

    def _collect(self) -> list[Mention]:
        """Mentions that need no memory: names, offices and leaders with their state, bodies; pronouns unresolved."""
        found = [Mention(n.start, n.end, "name", p) for n, p in self.named.values()]
        spoken = bodies_spoken_for(self.words, self.people, self.offices)
        free = [(o, spoken.get(o.start)) for o in self.offices if not o.plural]
        found += [Mention(o.start, o.end, "institution" if b else "office", None, b, o.country) for o, b in free]
        pairs = (
            pair for o in self.offices if o.plural for pair in holders_in_turn(self.words, self.people, o, self._alike)
        )
        found += [Mention(s.start, s.end, "office", p, None, str(s.value[0])) for s, p in pairs]
        taken = [(m.start, m.end) for m in found]
        taken += [(o.start, o.end) for p in self.people for o, _n in p.offices]  # "the Foreign Minister" is no ministry
        if self.lexicon.data.get("name_declension"):  # "глав МИД Ганы и Чили"
            taken += [(o.start, o.end) for o in self.offices if o.plural]
        plurals = self.lexicon.affixes("plural_offices")
        for kind, meant in _NOUNS:
            for hit in self.words.by_kind.get(kind, ()):
                start, code = self._with_country(hit)
                several = self.words.lowered[hit.start : hit.end] in self.lexicon.words("plural_office_words")
                several = several or (meant == "guest" and self._hosts(hit))
                several = several or (meant != "leader" and self._in_front(hit))
                if several or self.words.lowered[hit.stem_end : hit.end].startswith(plurals) or self._of_many(hit):
                    continue
                if not any(a < hit.end and hit.start < b for a, b in taken):
                    found.append(Mention(start, hit.end, meant, None, None, code))
        held = {o.end for p in self.people for o, _n in p.offices}
        bodies = self._institutions(taken, held)
        owning = {m.start for m in found if m.kind == "office" and any(_part_of(m, body) for body in bodies)}
        found = [m for m in found if m.start not in owning] + bodies + self._pronouns()
        return _without_overlaps(found)

    def _hosts(self, guest: Hit) -> bool:
        """ "Konuk etti": a noun that is a part of the verb for being host."""
        return self.lexicon.begins("hosting_verbs").match(self.words.lowered, guest.end + 1) is not None

    def _in_front(self, noun: Hit) -> bool:
        """ "Meslektaşı Omar Bell'le": a noun right before a name that carries the ending of both."""
        return bool(self.lexicon.data.get("subject_bare")) and noun.end + 1 in self.named

    def _of_many(self, hit: Hit) -> bool:
        """ "两国领导人", "中美领导人": the leaders of more than one state, where no plural tells."""
        many = self.lexicon.affixes("of_many")
        if not many:
            return False
        states = self.words.inside("country", hit.start - 6, hit.start)
        told = len({h.value[0] for h in states}) > 1 and states[-1].end == hit.start
        return told or self.words.lowered.endswith(many, max(0, hit.start - 3), hit.start)

    def _with_country(self, hit: Hit) -> tuple[int, str | None]:
        """A state or body named right before a noun ("the Belarusian leader")."""
        before = self.words.plain[max(0, hit.start - 2) : hit.start]
        at = hit.start - (len(before) - len(before.rstrip()))
        for kind in ("country", "organization"):
            owner = self.words.covering(kind, at - 1) if at else None
            if owner and owner.end == at:
                return owner.start, str(owner.value[0] if kind == "country" else owner.value)
        return hit.start, self._country_behind(hit)

    def _country_behind(self, hit: Hit) -> str | None:
        """The adjective of a state right behind a noun, in languages that put it there ("le dirigeant kazakh")."""
        if not self.lexicon.data.get("adjectives_follow") or self.words.plain[hit.end : hit.end + 1] != " ":
            return None
        state = self.words.covering("country", hit.end + 1)
        return str(state.value[0]) if state and state.start == hit.end + 1 and state.value[1] == "adjective" else None

    def _institutions(self, taken: list[tuple[int, int]], held: set[int]) -> list[Mention]:
        found: list[Mention] = []
        first: dict[tuple[str, str], str] = {}
        for hit in self.words.by_kind.get("institutions", ()):
            beside = [(a, b) for a, b in taken if a < hit.end and hit.start < b and (b >= hit.end or a > hit.start)]
            if beside and not (
                self._small_names and hit.start < beside[0][0] and " " in self.words.plain[hit.start : beside[0][0]]
            ):
                continue  # not so in "the President's office"
            start, code = self._with_country(hit)
            start += 2 * (self.words.lowered[start : start + 2] in _ELIDED)
            end = self._institution_end(hit.end) if not self._small_names else self._complement_end(hit.end)
            if any(b > end or b in held for _a, b in beside):
                continue
            capital = self.words.plain[start].isupper() or not self.lexicon.capitals
            whole = end > hit.end or " " in self.words.plain[start:end]
            whole = whole or behind_verb(self.words, start) or of_paper(self.words, start)
            stated = code is not None and bool(
                self.lexicon.data.get("adjectives_precede")
            )  # "Ghana's foreign ministry"
            if not (capital or stated or (self._small_names and whole)):
                if not says_so(self.words, hit, (m.institution or "" for m in found)):
                    continue
                start = owning_town(self.words, hit.start)
            text = " ".join(self._institution(start, hit, end).split())
            if code:  # "Ghana's Foreign Ministry" is the Ghanaian Foreign Ministry named before
                text = first.setdefault((code, self.words.lowered[hit.start : end]), text)
            found.append(Mention(start, end, "institution", None, text, code))
        lettered = [(a, b) for a, b in lettered_bodies(self.words) if not any(c < b and a < d for c, d in taken)]
        return found + [Mention(a, b, "institution", None, self.words.plain[a:b]) for a, b in lettered]

    def body_at(self, hit: Hit) -> tuple[int, int, str]:
        """Where the name of a body begins and ends that the vocabulary knows, and the name as in a dictionary."""
        start = self._with_country(hit)[0]
        end = self._complement_end(hit.end) if self._small_names else self._institution_end(hit.end)
        if hit.kind == "institutions":
            return start, end, " ".join(self._institution(start, hit, end).split())
        text = self.words.plain[hit.start : hit.stem_end if self.lexicon.data.get("subject_bare") else hit.end]
        forms = frozenset(lower(f) for names in self.lexicon.table("organizations").values() for f in names)
        return hit.start, hit.end, nominative_head(text, forms, self.lexicon)

    def _institution(self, start: int, hit: Hit, end: int) -> str:
        """A body's name as in a dictionary, where names of bodies change with the case."""
        plain = self.words.plain
        if self.lexicon.data.get("subject_bare") and self.lexicon.capitals and end == hit.end:
            return plain[start : hit.stem_end]  # "Dışişleri Bakanlığından"
        if not self.lexicon.data.get("adjective_cases"):
            return plain[start:end]
        head = nominative_head(plain[hit.start : hit.end], self.lexicon.words("institutions"), self.lexicon)
        before = plain[start : hit.start]
        oblique = head != plain[hit.start : hit.end]
        if not oblique and not head.isupper():  # "норвежского МИД": letters tell no case
            return before + head + plain[hit.end : end]
        before = nominative_adjectives(before, self.lexicon)
        for last, agreeing in self.lexicon.table("adjective_agreement").items():  # "российское ведомство"
            if head.split()[0].endswith(str(last)):
                before = self.lexicon.shaped("masculine_adjectives", r"{words}\b").sub(str(agreeing), before)
        return before + head + plain[hit.end : end]

    @property
    def _small_names(self) -> bool:
        """Whether bodies are written small ("la cancillería argentina")."""
        return bool(self.lexicon.data.get("lower_case_complements"))

    def _complement_end(self, end: int) -> int:
        """Where the name of a body ends: its state, and what it is of ("ministère des Affaires étrangères du Mali")."""
        small = self.lexicon.words("genitive_links", "articles")
        small |= self.lexicon.words("office_joins")
        known = self.lexicon.words("complements")
        at = self.words.index_at(end)
        while at < len(self.words.tokens) and self.words.tokens[at].start - end <= 12:
            token = self.words.tokens[at]
            state = self.words.covering("country", token.start)
            if "\n" in self.words.plain[end : token.start] or not (state or token.lower in known | small):
                break
            if state or token.lower in known:
                end = state.end if state else token.end
                at = self.words.index_at(end)
                continue
            at += 1
        return end

    def _institution_end(self, end: int) -> int:
        """Where the name of a body ends whose words all have capitals ("Ministry of Energy and the Environment")."""
        if self.lexicon.data.get("subject_bare"):
            return end  # the state stands before its body; one behind it is somebody else's
        known, onward = self.lexicon.words("complements"), self.lexicon.shaped("body_links", _ONWARD)
        while (match := onward.match(self.words.plain, end)) and match["word"][0].isupper():
            state = self.words.covering("country", match.start("word"))
            if not state and match["word"].lower() not in known:
                break
            end = state.end if state else match.end("word")
        return end

    def _pronouns(self) -> list[Mention]:
        pronouns, other = self.lexicon.words("pronouns"), tuple(self.lexicon.words("not_pronouns"))
        return [
            Mention(t.start, t.end, "pronoun")
            for t in self.words.tokens
            if (t.lower in pronouns and not (other and self.words.lowered.startswith(other, t.start)))
            or ("-" in t.lower and t.lower.rsplit("-", 1)[-1] in pronouns)  # "a-t-il"
        ]

    # --- meaning

    def person_of(self, mention: Mention, recent: list[Person]) -> Person | None:
        """Whom a mention stands for, given the persons spoken of or speaking before, the latest last."""
        if mention.person:
            return mention.person
        if mention.kind == "office":
            office = self._by_start.get(mention.start)
            return (self._holder(office, recent) or self._commentator(mention)) if office else None
        if mention.kind == "leader":
            return self._leader(mention, recent)
        if mention.kind == "guest":
            host = self.home or (self.mentioned[0].country if self.mentioned else None)
            foreign = next((p for p in reversed(self.mentioned) if p.country not in (None, host)), None)
            return foreign or self._colleague(mention, recent)
        if mention.kind == "figure":
            return self._figure(mention, recent)
        if mention.kind == "colleague":
            return self._colleague(mention, recent)
        if mention.kind == "pronoun":
            pronoun = self.words.lowered[mention.start : mention.end]
            if pronoun in self.lexicon.words("latter"):
                return self._genders.antecedent(pronoun, self.mentioned)
            if self.nameless:
                return None
            near = [*self.mentioned[-8:], *recent[-1:]]
            sure = not self.lexicon.data.get("things_have_gender") or self._speaks_beside(mention)
            return self._honoured(pronoun, near) or self._genders.antecedent(pronoun, near, sure=sure)
        return None

    def _commentator(self, mention: Mention) -> Person | None:
        """ "The expert": whoever was spoken of last of those who only study what others do."""
        if self.words.lowered[mention.start : mention.end] not in self.lexicon.words("commentators"):
            return None
        return next((p for p in reversed(self.mentioned[-_RECENT:]) if comments(self.words, p)), None)

    def _speaks_beside(self, pronoun: Mention) -> bool:
        """Whether a verb of speech stands right beside a pronoun, which is then said of nothing but a person."""
        return any(self.words.covering("speech", at) for at in (pronoun.start - 2, pronoun.end + 1) if at >= 0)

    def meant_by(self, gender: str, recent: list[Person]) -> Person | None:
        """Whom a pronoun of a gender ("he", "she") can mean, of those spoken of, the latest last."""
        pronouns = self.lexicon.words(f"pronouns_{gender}")
        return self._genders.antecedent(min(pronouns), recent) if pronouns else None

    def after(self, start: int, end: int, subject: Person | None, here: list[Person]) -> None:
        """What a sentence leaves behind: who was spoken of, and whether its subject's things are his or hers."""
        self.mentioned += here
        if subject:
            others = (n.start for p in here if p is not subject for n in p.names if start <= n.start < end)
            until = min(others, default=end)  # "Bell praised Dia and his pier": behind Dia they are his
            named = min((n.start for n in subject.names if start <= n.start < end), default=start)
            begin = start if "," in self.words.plain[start:named] else named  # "After her talks with Dia, the palace"
            self._genders.learn(subject, {self.words.tokens[i].lower for i in self.words.between(begin, until)})

    def _honoured(self, pronoun: str, near: list[Person]) -> Person | None:
        """ "His Highness": the last one who is addressed so, in languages that speak of persons in this way."""
        titles = [lower(str(t)) for t in self.lexicon.table("honorifics").get(pronoun, ())]
        for person in reversed(near) if titles else ():
            before = [self.words.lowered[max(0, n.start - 24) : n.start] for n in person.names]
            if any(t in text for text in before for t in titles):
                return person
        return None

    def _holder(self, office: Office, recent: list[Person]) -> Person | None:
        """Who holds an office: of several that fit the verb, the one spoken of."""
        said = self._bare(office.text)
        if said in self._unnamed:
            return None
        words = {self._without_ours(w) for w in said}
        fits = self._holders(office, words, ours=words != said) or self._colleagues_of(office) or self._headed(office)
        fits = fits or self._in_headline(words, office)
        known = [p for p in fits if p.names[0].start < office.start]
        meant = self._genders.of_verb(self.words, office.start, known or fits)
        others = self.mentioned if meant else [p for p in self.mentioned if not p.offices]
        meant = self._genders.agreeing(self.words, office.start, meant, others)
        return self._choose(meant, recent, office.country)

    @cached_property
    def _called_leaders(self) -> dict[int, Person]:
        """Who is introduced as the leader of something else than a state, by where the word for a leader ends: "the
        leader of the Salt Party, Juan Paz"."""
        hits = self.words.by_kind.get("leaders", ())
        names = [(name, p) for name, p in self.named.values() if not p.roles & TOP] if hits else []
        return {h.end: p for h in hits for name, p in names if _beside(self.words, h, name)}

    def _leader(self, mention: Mention, recent: list[Person]) -> Person | None:
        country, called = mention.country, self._called_leaders
        if not country and mention.end in called:
            return called[mention.end]
        top = [p for p in self.people if p.roles & TOP]
        if country:
            top = [p for p in top if country in (p.country or self.home, p.organization)] or [
                p for p in self.people if country in (p.country, p.organization)
            ]
            top = top or self._of_no_state_yet(country, recent)
        elif called:
            led = _led(self.words, mention.end)
            named = next((p for end, p in called.items() if led & _led(self.words, end)), None)
            last = next((p for p in reversed(recent) if p in top or p in called.values()), None)
            if named or last in called.values():
                return named or last
        return self._choose(top, recent, country)

    def _of_no_state_yet(self, country: str, recent: list[Person]) -> list[Person]:
        """ "President Bell spoke. The Chilean leader smiled.": the head of a state not told before who was spoken of
        last, and is of that one."""
        last = recent[-1] if recent and country != self.home else None
        if last is None or not last.roles & TOP or last.country or last.organization:
            return []
        last.countries.append((country, "country.of-leader"))
        return [last]

    def _colleague(self, mention: Mention, recent: list[Person]) -> Person | None:
        if not mention.country:
            others = [p for p in [*self.mentioned, *recent] if recent and p is not recent[-1]]
            return others[-1] if others else None
        return self._choose([p for p in self.people if p.country == mention.country], recent, mention.country)

    def _figure(self, mention: Mention, recent: list[Person]) -> Person | None:
        """ "The Peruvian diplomat"; without a state whoever acted last, but "a Western diplomat" is nobody known."""
        if mention.country:
            return self._choose([p for p in self.people if p.country == mention.country], recent, mention.country)
        before = re.search(r"([^\W\d_]+)[ \u00a0]$", self.words.lowered[max(0, mention.start - 24) : mention.start])
        plain = before is None or before[1] in self.lexicon.words("figure_leads", "definite")
        verb = before and self.words.covering("speech", mention.start - 2)
        return recent[-1] if recent and (plain or verb) else None

    def _choose(self, fits: list[Person], recent: list[Person], country: str | None) -> Person | None:
        """Of several the one who spoke last, else the one at home, else the first."""
        if not fits:
            return None
        for person in reversed(recent):
            if person in fits:
                return person
        at_home = [p for p in fits if self.home and (p.country or self.home) == self.home]
        return (at_home or fits)[0] if not country else fits[0]


def _beside(words: Words, noun: Hit, name: Name) -> bool:
    """ "The leader of the Salt Party, Juan Paz", "Juan Paz, leader of the Salt Party"."""
    if noun.end < name.start:
        return name.start < noun.end + _REACH and bool(_LED.fullmatch(words.plain, noun.end, name.start))
    near = 0 <= noun.start - name.end <= len(", the ")
    return near and words.plain[name.end : noun.start] in (", ", ", the ")


def _led(words: Words, end: int) -> set[str]:
    """The words with capitals right behind a word for a leader, which tell whose leader it is."""
    complement = _LED.match(words.plain, end)
    return {w for w in (complement[0] if complement else "").replace(",", "").split() if w[0].isupper()}


def _part_of(office: Mention, body: Mention) -> bool:
    """Whether an office only says whose a body is: "the President's office"."""
    return body.start <= office.start and office.end < body.end


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    order = {"name": 0, "office": 1, "leader": 2, "colleague": 3, "guest": 3, "figure": 3}
    order |= {"institution": 4, "pronoun": 5}
    for mention in sorted(mentions, key=lambda m: (m.start, order[m.kind], -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
