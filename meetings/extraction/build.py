"""From what the stages found to the record: names for persons, offsets of the text as it was given."""

from __future__ import annotations

from dataclasses import dataclass

from .attendance import Encounter
from .layout import Page
from .lexicon import Lexicon
from .offices import Office
from .people import Person as Cluster
from .phrases import lower
from .pointers import Pointer
from .reading import VOWELS, Reading
from .record import Finding, Meeting, Mention, Participant, Person, Quote, Record, Reference, Span
from .speakers import Speaker
from .story import Story

_SOLE = {"head_of_state", "head_of_government", "foreign_minister"}
"""Offices that a state has but once."""
_TOP = ("head_of_state", "head_of_government")
_COUNTERPARTS = (*_TOP, "foreign_minister", "minister", "deputy")
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


def build_record(reading: Reading, page: Page, parts: Parts) -> Record:
    """The record of a text."""
    return _Builder(reading, page, parts).record()


def _stateless(office: Office, lexicon: Lexicon) -> str:
    """An office without the state that it was said to be of ("Minister of Energy of Ghana")."""
    text, small = office.text, lexicon.words("office_links") | lexicon.words("articles")
    for hit in reversed([h for h in lexicon.matcher.find(text) if h.kind == "country"]):
        before = text[: hit.start].split()
        while before and lower(before[-1]) in small:
            before.pop()
        text = " ".join([*before, text[hit.end :].strip()]).strip()
    return text or office.text


class _Builder:
    def __init__(self, reading: Reading, page: Page, parts: Parts) -> None:
        self.reading, self.page, self.parts = reading, page, parts

    def record(self) -> Record:
        parts = self.parts
        furniture = self.page.zone("front", "furniture", "footer")
        return Record(
            language=self._back(parts.language),
            published=self._back(parts.published),
            title=self._title(),
            meetings=tuple(self._meeting(e) for e in parts.encounters),
            quotes=tuple(self._quotes()),
            people=tuple(self._person(p) for p in parts.people),
            countries=tuple(self._mention(m) for m in parts.countries),
            references=tuple(self._reference(p) for p in parts.pointers),
            furniture=tuple(self.reading.span(p.start, p.end) for p in furniture),
        )

    def _back(self, finding: Finding) -> Finding:
        """The same finding with spans of the text as it was given."""
        spans = tuple(self.reading.span(s.start, s.end) for s in finding.spans)
        return Finding(finding.value, finding.rule, finding.confidence, spans)

    def _title(self) -> Finding:
        finding = self._back(self.page.title)
        if not finding.spans or finding.value is None:
            return finding
        printed = " ".join(self.reading.text[finding.spans[0].start : finding.spans[0].end].split())
        read = " ".join(finding.value.split())
        value = printed if VOWELS.sub("", printed) == read else read  # vowel marks are printed, though not read
        return Finding(value, finding.rule, finding.confidence, finding.spans)

    def _mention(self, mention: Mention) -> Mention:
        spans = tuple(self.reading.span(s.start, s.end) for s in mention.spans)
        return Mention(mention.value, mention.rule, mention.confidence, spans)

    # --- persons

    def _person(self, cluster: Cluster) -> Person:
        spans = tuple(self.reading.span(n.start, n.end) for n in cluster.names)
        return Person(
            self._name(cluster), self._office(cluster), self._country(cluster), self._organization(cluster), spans
        )

    def _name(self, cluster: Cluster) -> Finding:
        spans = tuple(self.reading.span(n.start, n.end) for n in cluster.names[:1])
        return Finding(cluster.full, "name.fullest-form", 0.9, spans)

    def _office(self, cluster: Cluster) -> Finding:
        office = cluster.office or self._office_of_colleague(cluster)
        if office is None:
            return _NO_OFFICE
        if office is not cluster.office:
            text = _stateless(office, self.parts.story.lexicon)
            return Finding(text, "office.of-colleague", 0.6, (self.reading.span(office.start, office.end),))
        return Finding(office.text, "office.beside-name", 0.9, (self.reading.span(office.start, office.end),))

    def _office_of_colleague(self, cluster: Cluster) -> Office | None:
        """ "His Chilean counterpart Ana Ruiz": she holds the office of whoever was spoken of before."""
        if not any(rule == "country.of-colleague" for _code, rule in cluster.countries):
            return None
        at = cluster.names[0].start
        before = [(o.start, o) for p in self.parts.people for o, _n in p.offices if p is not cluster and o.start < at]
        near = [o for start, o in before if at - start < 400 and o.role in _COUNTERPARTS]
        return max(near, key=lambda o: o.start, default=None)

    def _country(self, cluster: Cluster, side: str | None = None) -> Finding:
        if cluster.organization or self._own_body(cluster):
            return Finding(None, "country.acts-for-organization", 0.7)
        if cluster.country:
            return Finding(cluster.country, "country.of-office", 0.9)
        if code := self._only_state_with(cluster):
            return Finding(code, "country.of-office-name", 0.6)
        if side:
            return Finding(side, "country.side", 0.8)
        if self.parts.home and cluster.offices:
            return Finding(self.parts.home, "country.publisher", 0.6)
        return _NO_STATE

    def _only_state_with(self, cluster: Cluster) -> str | None:
        """The state of an office that one state alone calls so ("Secretary of State")."""
        table = self.parts.story.lexicon.table("office_states")
        for office, _name in cluster.offices:
            words = office.text.lower()
            for code, forms in table.items():
                if any(words.endswith(str(form)) for form in forms):
                    return str(code)
        return None

    def _organization(self, cluster: Cluster) -> Finding:
        if cluster.organization:
            return Finding(cluster.organization, "organization.of-office", 0.8)
        body = self._own_body(cluster)
        return Finding(body, "organization.publisher", 0.6) if body else _NO_BODY

    def _own_body(self, cluster: Cluster) -> str | None:
        """ "The Secretary-General" on a page of a body: the body that headline and header name."""
        if "secretary_general" not in cluster.roles or cluster.country:
            return None
        hits = self.parts.story.words.by_kind.get("organization", ())
        named = [str(h.value) for h in hits if self.page.zone_at(h.start) in ("title", "furniture", "date", "footer")]
        return max(named, key=named.count) if named else None

    # --- meetings

    def _meeting(self, encounter: Encounter) -> Meeting:
        return Meeting(
            self._back(encounter.date),
            self._back(encounter.format),
            self._back(encounter.place),
            self._back(encounter.place_country),
            tuple(self._participant(p, encounter) for p in encounter.people),
        )

    def _participant(self, cluster: Cluster, encounter: Encounter) -> Participant:
        side = encounter.sides.get(id(cluster))
        country = self._country(cluster, side or self._envoy_of(cluster, encounter) or self._host(cluster, encounter))
        return Participant(self._name(cluster), self._office(cluster), country, self._organization(cluster))

    def _envoy_of(self, cluster: Cluster, encounter: Encounter) -> str | None:
        """An ambassador without a state, where the publisher is host: the guests' one."""
        home = self.parts.home
        if cluster.roles != {"ambassador"} or not home or encounter.place_country.value != home:
            return None
        guests = {p.country for p in encounter.people if p.country and p.country != home}
        return guests.pop() if len(guests) == 1 else None

    def _host(self, cluster: Cluster, encounter: Encounter) -> str | None:
        """No state has two presidents: beside the publisher's, one without a state is the host's."""
        home, host = self.parts.home, encounter.place_country.value
        others = [p for p in encounter.people if p is not cluster and p.country]
        rivals = {p.country for p in others if p.roles & cluster.roles & _SOLE}
        first = [p for p in encounter.people if not p.country and p.names[0].start < cluster.names[0].start]
        if len(encounter.people) == 2 and any(p.roles & cluster.roles & _SOLE for p in first):
            rivals.add(home)  # of two without a state the publisher's own is named first
        if cluster.country or not cluster.roles & _SOLE:
            return None
        if home not in rivals:
            own = home or encounter.people[0].country
            abroad = host and own and host != own and cluster is not self._traveller(encounter)
            return host if abroad and host not in rivals else None
        named = [m.value for m in sorted(self.parts.countries, key=lambda m: -len(m.spans)) if m.value not in rivals]
        return host if host and host not in rivals else (named[0] if named else None)

    def _traveller(self, encounter: Encounter) -> Cluster:
        """Whose meetings the text tells: who was at most of them, else whom it names first."""
        often = lambda p: sum(any(p is q for q in e.people) for e in self.parts.encounters)  # noqa: E731
        return max(encounter.people, key=often)

    # --- quotes and references

    def _quotes(self) -> list[Quote]:
        found = []
        for stretch, speaker in zip(self.parts.story.stretches, self.parts.speakers, strict=True):
            span = self.reading.span(stretch.start, stretch.end)
            question = self.reading.span(*stretch.question) if stretch.question else None
            found.append(
                Quote(
                    span=span,
                    text=self.reading.text[span.start : span.end],
                    speaker=self._speaker(speaker),
                    speaker_kind="organization" if speaker.institution else "person",
                    rule=stretch.rule,
                    confidence=round(0.5 + speaker.confidence / 2, 2),
                    language=self.parts.language.value,
                    question=question,
                    meeting=self._meeting_of(speaker, span),
                )
            )
        return found

    def _speaker(self, speaker: Speaker) -> Finding:
        spans = (self.reading.span(*speaker.span),) if speaker.span else ()
        value = speaker.person.full if speaker.person else speaker.institution
        return Finding(value, speaker.rule, speaker.confidence, spans)

    def _meeting_of(self, speaker: Speaker, span: Span) -> int | None:
        """The meeting a quote was spoken at: the last one begun before it whose participant the speaker is."""
        if speaker.person is None:
            return None
        fits = [n for n, e in enumerate(self.parts.encounters) if any(p is speaker.person for p in e.people)]
        begun = [n for n in fits if self.reading.span(self.parts.encounters[n].anchor.start, 0).start <= span.start]
        if begun:
            return begun[-1]
        return fits[0] if fits else None

    def _reference(self, pointer: Pointer) -> Reference:
        parties = tuple(p if isinstance(p, str) else p.full for p in pointer.parties)
        return Reference(self._back(pointer.date), parties, self.reading.span(*pointer.span), pointer.rule, 0.6)
