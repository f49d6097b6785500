"""What the record says of a person: name, office, state and body."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from .colleagues import described
from .encounters import Encounter
from .lexicon import Lexicon
from .office import SOLE, Office
from .pages import Page
from .person import Person as Cluster
from .phrases import lower
from .places import dateline_end
from .pointers import Pointer
from .reading import Reading
from .record import Finding, Mention, Participant, Person
from .story import Story
from .turn_speakers import Speaker

_COUNTERPARTS = ("head_of_state", "head_of_government", "foreign_minister", "minister", "deputy")
_WRITERS = ("home.agency", "home.language")
"""What shows who writes, and not of whom."""
_BETWEEN_NAMES = (" ", "·")
_NO_OFFICE = Finding(None, "office.not-told", 0.0)
_NO_STATE = Finding(None, "country.not-told", 0.0)
_NO_BODY = Finding(None, "organization.none", 0.0)


@dataclass(frozen=True)
class Parts:
    """What the stages found, in offsets of the text as read."""

    language: Finding
    published: Finding
    home: str | None
    people: list[Cluster]
    encounters: list[Encounter]
    story: Story
    speakers: list[Speaker]
    pointers: list[Pointer]
    countries: tuple[Mention, ...]
    publisher: Finding
    """The state that publishes, by a hint or by the page."""


def _called(office: Office, forms: tuple[str, ...]) -> bool:
    """Whether an office ends in one of some forms of the vocabulary, which are in lower case."""
    return lower(office.text).endswith(forms)


def _stateless(office: Office, lexicon: Lexicon) -> str:
    """An office without the state that it was said to be of ("Minister of Energy of Ghana", "US-Außenminister")."""
    text, small = office.text, lexicon.words("office_links", "articles")
    for hit in reversed([h for h in lexicon.matcher.find(text) if h.kind == "country"]):
        before = text[: hit.start].split()
        while before and lower(before[-1]) in small:
            before.pop()
        text = " ".join([*before, text[hit.end :].strip(" -–")]).strip()
    return text or office.text


_COLLEAGUE = 40
"""Characters before a name in which "her Chilean counterpart," stands."""


class PersonFindings:
    """Finds the words for the persons of one text."""

    def __init__(self, reading: Reading, page: Page, parts: Parts) -> None:
        self.reading, self.page, self.parts = reading, page, parts

    def _back(self, finding: Finding) -> Finding:
        """The same finding with spans of the text as it was given."""
        spans = tuple(self.reading.span(s.start, s.end) for s in finding.spans)
        return Finding(finding.value, finding.rule, finding.confidence, spans)

    def _person(self, cluster: Cluster, seat: Participant | None) -> Person:
        """Whoever took part acts for the same state as in their seat, which the others who were there tell of, too."""
        spans = tuple(self.reading.span(n.start, n.end) for n in cluster.names)
        country = seat.country if seat else self._country_of_absent(cluster)
        return Person(self._name(cluster), self._office(cluster), country, self._organization(cluster), spans)

    def _told_of(self, cluster: Cluster) -> bool:
        """Whether the text itself speaks of a person, not the letterhead alone."""
        if any(self.page.zone_at(n.start) != "letterhead" for n in cluster.names):
            return True
        present = [p for e in self.parts.encounters for p in e.people]
        spoken = [s.person for s in self.parts.speakers]
        return any(p is cluster for p in (*present, *spoken, self.parts.story.narrator))

    def _name(self, cluster: Cluster) -> Finding:
        spans = tuple(self.reading.span(n.start, n.end) for n in cluster.names[:1])
        return Finding(cluster.full, "name.fullest-form", 0.9, spans)

    def _office(self, cluster: Cluster) -> Finding:
        office = cluster.office or self._office_of_colleague(cluster)
        if office is None:
            return _NO_OFFICE
        if office is not cluster.office:
            text = self._gendered(_stateless(office, self.parts.story.lexicon), cluster)
            return Finding(text, "office.of-colleague", 0.6, (self.reading.span(office.start, office.end),))
        return Finding(office.text, "office.beside-name", 0.9, (self.reading.span(office.start, office.end),))

    def _office_of_colleague(self, cluster: Cluster) -> Office | None:
        """ "His Chilean counterpart Ana Ruiz": she holds the office of whoever was spoken of before."""
        covering, inside = self.parts.story.words.covering, self.parts.story.words.inside
        beside = [n.start for n in cluster.names if inside("parties_nouns", max(0, n.start - _COLLEAGUE), n.start)]
        at = min(beside, default=cluster.names[0].start)  # the headline may name them first, without the noun
        noun = covering("parties_nouns", at - 2) if at > 1 else None
        bare = noun is not None and noun.end == at - 1  # "sein Amtskollege X", no state
        bare = (bare or described(self.parts.story.words, at)) and not cluster.countries
        if not bare and not any(rule == "country.of-colleague" for _code, rule in cluster.countries):
            return None
        if owner := self._whose(cluster, at):
            return owner
        before = [(o, p) for p in self.parts.people for o, _n in p.offices if p is not cluster and o.start < at]
        close = [(o, p) for o, p in before if at - o.start < 400]
        near = [(o, p) for o, p in close if o.role in _COUNTERPARTS] or close
        if not near:
            return None
        office, holder = max(near, key=lambda pair: pair[0].start)
        whole = holder.office  # "Minister Bell", whom the headline calls "Foreign Minister"
        return whole if whole and office.text.lower() in whole.text.lower() else office

    def _gendered(self, text: str, cluster: Cluster) -> str:
        """ "Seine Amtskollegin": the office a man was named with, in the form for a woman; and the other way round."""
        words = self.parts.story.words
        pairs = words.lexicon.data.get("gendered_offices") or []
        at = cluster.names[0].start
        noun = next(iter(words.inside("parties_nouns", max(0, at - 40), at)), None)
        for noun_end, ending, other in pairs:
            hers = noun is not None and words.lowered[noun.start : noun.end].endswith(noun_end)
            if hers and text.endswith(other) and not text.endswith(ending):
                return text[: len(text) - len(other)] + ending
        return text

    def _whose(self, cluster: Cluster, at: int) -> Office | None:
        """The office of whoever is named right before "… mevkidaşı X", where what belongs to somebody follows them."""
        if self.parts.story.lexicon.head_first:
            return None
        near = [(n.start, p) for p in self.parts.people if p is not cluster for n in p.names if at - 70 < n.start < at]
        held = max(near, key=lambda pair: pair[0])[1].office if near else None
        return held if held and held.role in _COUNTERPARTS else None

    def _country(self, cluster: Cluster, side: str | None = None, guess: str | None = None) -> Finding:
        """The state of a person, with the side they are listed on and the state that is left for them."""
        if cluster.organization or self._own_body(cluster):
            return Finding(None, "country.acts-for-organization", 0.7)
        if cluster.country:
            return Finding(cluster.country, "country.of-office", 0.9)
        if house := self._state_of_house(cluster):
            return Finding(house, "country.of-office", 0.8)
        if side:
            return Finding(side, "country.side", 0.8)
        if code := self._only_state_with(cluster):
            return Finding(code, "country.of-office-name", 0.6)
        if guess:
            return Finding(guess, "country.side", 0.7)
        if self._of_no_state(cluster):
            return _NO_STATE
        known = self.parts.home and not self._told_from_abroad and not self._posted_to_home(cluster)
        known = known and not self._unknown_at_home(cluster)
        if known and (cluster.offices or self._native(cluster)):
            return Finding(self.parts.home, "country.publisher", 0.6)
        return _NO_STATE

    @cached_property
    def _told_from_abroad(self) -> bool:
        """ "LOMA (Chile), 3 May (AGENCY)": whether an agency writes from another state than its own and names its own
        nowhere, so that those of whom no state is told are none of it."""
        words, home = self.parts.story.words, self.parts.home
        body = self.page.zone("body")
        if not body or self.parts.publisher.rule not in _WRITERS or any(m.value == home for m in self.parts.countries):
            return False
        if any(str(h.value) == home for h in words.by_kind.get("home_word", ())):
            return False
        begin, end = body[0].start, dateline_end(words)
        hits = [h for kind in ("place", "country") for h in words.inside(kind, begin, end)]
        return bool({str(h.value[0]) for h in hits} - {home})

    def _country_of_absent(self, cluster: Cluster) -> Finding:
        """Of somebody who is only spoken of, the publisher's state is no more than a guess, wrong as often as right:
        guests pass on the greetings of "President Bell", who is theirs. None is better: other texts may tell it."""
        country = self._country(cluster)
        if country.rule != "country.publisher" or self._of_publisher(cluster):
            return country
        return _NO_STATE

    def _of_publisher(self, cluster: Cluster) -> bool:
        """Whether it is the publisher's state all the same: that of who speaks, of whom the headline names, of a name
        as its people bear it, and of a family name alone, if no other holds the office there."""
        headline = any(self.page.zone_at(n.start) == "title" for n in cluster.names)
        speaks = any(p is cluster for p in (self.parts.story.narrator, *(s.person for s in self.parts.speakers)))
        return headline or speaks or self._native(cluster) or (self._bare(cluster) and not self._rivalled(cluster))

    @staticmethod
    def _bare(cluster: Cluster) -> bool:
        return not any(mark in cluster.full for mark in _BETWEEN_NAMES)

    def _rivalled(self, cluster: Cluster) -> bool:
        """Whether another one has an office of theirs that a state has but once, as the publisher's or nobody's."""
        alike = (p for p in self.parts.people if p is not cluster and p.roles & cluster.roles & SOLE)
        return any(self._country(p).value == self.parts.home for p in alike)

    def _of_no_state(self, cluster: Cluster) -> bool:
        """Whether nothing but a calling is told of somebody that no state gives: a professor, an editor."""
        callings = self.parts.story.lexicon.whole("callings")
        return bool(cluster.offices) and all(callings.search(o.text.lower()) for o, _n in cluster.offices)

    def _native(self, cluster: Cluster) -> bool:
        """Whether a name begins with a family name of the language, on a page of a state where people are named so."""
        lexicon = self.parts.story.lexicon
        native = self.parts.home in (lexicon.data.get("native_names_of") or ())
        return native and len(cluster.full) <= 4 and cluster.full.startswith(lexicon.affixes("family_names"))

    def _unknown_at_home(self, cluster: Cluster) -> bool:
        """ "König Bell": whether an office is none of the state that only its language shows to publish the text."""
        if self.parts.publisher.rule != "home.language" or not self.parts.home:
            return False
        unknown = self.parts.story.lexicon.forms("offices_elsewhere").get(self.parts.home, ())
        return bool(cluster.offices) and all(lower(o.text) in unknown for o, _n in cluster.offices)

    def _posted_to_home(self, cluster: Cluster) -> bool:
        """Whether somebody is an envoy to the publisher's state, and so another one's."""
        find = self.parts.story.lexicon.matcher.find
        texts = [o.text for o, _n in cluster.offices if o.role == "ambassador" and not o.country]
        return any(h.kind == "country" and h.value[0] == self.parts.home for text in texts for h in find(text))

    def _only_state_with(self, cluster: Cluster) -> str | None:
        """The state of an office that one state alone calls so ("Secretary of State"), or of one in its party."""
        table = self.parts.story.lexicon.forms("office_states")
        for office, _name in cluster.offices:
            for code, forms in table.items():
                if _called(office, forms) and not self._shared(office, str(code)):
                    return str(code)
            for code, parties in self.parts.story.lexicon.forms("party_states").items():
                if lower(office.text).startswith(parties):
                    return str(code)
        return None

    def _shared(self, office: Office, code: str) -> bool:
        """Whether a text names a state that has an office of this name as well, and not the one best known for it."""
        others = self.parts.story.lexicon.table("shared_offices")
        named = {str(m.value).lower() for m in self.parts.countries}
        shared = (codes for text, codes in others.items() if lower(office.text).endswith(str(text)))
        return code.lower() not in named and any(named.intersection(codes) for codes in shared)

    def _state_of_house(self, cluster: Cluster) -> str | None:
        """ "The Kremlin's adviser": the state for which a house stands that an office names."""
        table, spaced = self.parts.story.lexicon.forms("house_states"), self.parts.story.lexicon.spaced
        for office in [lower(o.text) for o, _n in cluster.offices] if table else ():
            for code, houses in table.items():
                if any(f" {h} " in f" {office} " if spaced else h in office for h in houses):
                    return str(code)
        return None

    def _organization(self, cluster: Cluster) -> Finding:
        if cluster.organization:
            return Finding(self._as_written(cluster), "organization.of-office", 0.8)
        body = self._own_body(cluster)
        return Finding(body, "organization.publisher", 0.6) if body else _NO_BODY

    def _as_written(self, cluster: Cluster) -> str:
        """A body's name; its letters ("ASEAN") where the office has no more. Two letters are too few to tell."""
        body = str(cluster.organization)
        office = next(o for o, _name in cluster.offices if o.organization == body)
        words = self.parts.story.words
        hits = [h for h in words.inside("organization", office.start, office.end) if h.value == body]
        forms = [words.plain[h.start : h.stem_end] for h in hits]
        letters = [form for form in forms if form.isupper() and len(form.replace(".", "")) > 2]  # "U.N." has but two
        if letters and len(letters) == len(forms):
            return letters[0]
        return self._nominative_body(body, forms[0]) if forms and body.isupper() else body

    def _nominative_body(self, body: str, written: str) -> str:
        """ "Секретарь Лиги рыбаков": the body's name as the vocabulary has it, with the capitals of the text."""
        lexicon, words = self.parts.story.lexicon, written.split()
        for form in lexicon.forms("organizations")[body] if lexicon.data.get("adjective_cases") else ():
            same = form.split()
            if len(same) == len(words) > 1 and all(a[:3] == lower(b)[:3] for a, b in zip(same, words, strict=True)):
                pairs = zip(same, words, strict=True)
                return " ".join(b if b.isupper() else a[0].upper() + a[1:] if b[0].isupper() else a for a, b in pairs)
        return written

    def _own_body(self, cluster: Cluster) -> str | None:
        """ "The Secretary-General" on a page of a body: the body that headline and header name."""
        matters = self.parts.story.lexicon.shaped("matter_links", r" {words} ")
        heads = [matters.split(lower(o.text))[0] for o, _n in cluster.offices]
        for body, forms in self.parts.story.lexicon.forms("office_bodies").items():
            begins = tuple(f"{form} " for form in forms) if self.parts.story.lexicon.head_first else ()
            if any(head.endswith(forms) or head.startswith(begins) for head in heads):
                return str(body)
        if "secretary_general" not in cluster.roles or cluster.country:
            return None
        hits = self.parts.story.words.by_kind.get("organization", ())
        named = [str(h.value) for h in hits if self.page.zone_at(h.start) in ("title", "furniture", "date", "footer")]
        return max(named, key=named.count) if named else self._body_spoken_of(cluster)

    def _body_spoken_of(self, cluster: Cluster) -> str | None:
        """ "The Secretary-General" in a text that names one body again and again: that body's."""
        heads = tuple(self.parts.story.lexicon.words("body_heads"))
        if not heads or not any(lower(o.text).endswith(heads) for o, _n in cluster.offices):
            return None
        told = Counter(str(h.value) for h in self.parts.story.words.by_kind.get("organization", ()))
        often = told.most_common(2)
        alone = len(often) == 1 or (len(often) == 2 and often[0][1] >= 2 * often[1][1])
        return often[0][0] if alone and often[0][1] > 1 else None
