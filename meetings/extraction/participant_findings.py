"""What the record says of a participant: the state of those beside whose names none is told, from the others."""

from __future__ import annotations

from dataclasses import replace

from .encounter_marks import PLACELESS
from .encounters import Encounter
from .guests_home import visited_states
from .headline_states import (
    on_margins,
    own_office,
    serves_state,
    state_of_headline,
    state_of_own_side,
    state_of_posting,
)
from .named_again import state_of_office_again
from .office import OF_STATE, SOLE
from .own_states import on_journey, state_abroad, state_of_pair
from .person import Person as Cluster
from .person_findings import PersonFindings
from .phrases import lower
from .record import Finding, Participant, Span
from .states_beside import state_of_list

_HEADS = {"head_of_state", "head_of_government"}
_UNSURE = ("home.town", "home.most-named", "home.kicker")
"""What shows least surely who publishes."""
_STAFF = {"deputy", "official"}
BY_THE_WAY = ("country.not-told", "country.host", "country.most-named")
"""What shows a state less surely than the states named with it do."""


class ParticipantFindings(PersonFindings):
    """Finds the words for those who took part."""

    def _participant(self, cluster: Cluster, encounter: Encounter) -> Participant:
        side = encounter.sides.get(id(cluster))
        side = side or self._envoy_of(cluster, encounter) or self._listed(cluster, encounter)
        country = self._country_beside(cluster, encounter, side)
        bound = not self._of_no_state(cluster)
        if bound and country.rule in ("country.publisher", "country.not-told"):
            country = self._guessed(cluster, encounter) or country
        if country.rule == "country.of-office-name":  # other states call it so, too, if the headline says so
            titled = state_of_headline(cluster, encounter, self.parts.story, self.page, self.parts.home)
            country = self._back(titled) if titled else country
            at_home = encounter.place_country.value == self.parts.home and cluster is encounter.people[0]
            at_home = at_home and not any(p.country == self.parts.home for p in encounter.people if p is not cluster)
            at_home = at_home and self.parts.publisher.rule != "home.most-named"
            if titled is None and at_home and self.parts.home:  # the host on the publisher's page, in its own state
                country = Finding(self.parts.home, "country.publisher", 0.6)
        if bound and country.rule == "country.not-told":
            country = self._other_side(cluster, encounter) or self._of_language(cluster, encounter) or country
        country = self._not_own_envoy(cluster, encounter, self._of_two(cluster, encounter, country))
        country = self._of_credentials(cluster, encounter, self._at_post(cluster, encounter, country))
        if bound:
            country = self._besides(cluster, encounter, country) or country
        if bound and country.rule == "country.not-told":
            country = self._much_named(cluster, encounter) or self._only_named(cluster, encounter) or country
        name = replace(self._name(cluster), confidence=self._presence(cluster, encounter))
        return Participant(name, self._office(cluster), country, self._organization(cluster))

    def _country_beside(self, cluster: Cluster, encounter: Encounter, side: str | None) -> Finding:
        """Their state, else that of their `side`; the headline tells which state the other president is of before the
        host's does ("President Bell meets with President of China", in Bangkok)."""
        host = self._host(cluster, encounter)
        country = self._country(cluster, side, host)
        guessed = host is not None and not side and country.rule == "country.side"
        titled = (
            state_of_headline(cluster, encounter, self.parts.story, self.page, self.parts.home) if guessed else None
        )
        return self._back(titled) if titled else country

    def _besides(self, cluster: Cluster, encounter: Encounter, country: Finding) -> Finding | None:
        """The state that the text names with that of whom somebody met, or most where they met abroad; where none is
        told, or by no more than by the place or by a page that hardly shows whose it is."""
        unsure = country.rule == "country.publisher" and self.parts.publisher.rule in _UNSURE
        if unsure and cluster.roles <= _STAFF and encounter.place_country.value == self.parts.home:
            return self._with_guest(cluster, encounter)
        if not (cluster.roles & OF_STATE) or (not unsure and country.rule not in BY_THE_WAY):
            return None
        others = {p.country or encounter.sides.get(id(p)) for p in encounter.people if p is not cluster} - {None}
        if not others and unsure and self._second_of_two(cluster, encounter):
            others = {self.parts.home}
        two = len(others) == 1 and (len(encounter.people) == 2 or others != {country.value})
        found = state_of_pair(self.parts.story, str(*others)) if two and not self._called(cluster, encounter) else None
        at_home = self.parts.home is not None and self.parts.home == encounter.place_country.value
        if found is None and at_home == (self.parts.publisher.rule in _UNSURE):
            found = state_abroad(cluster, encounter, self.parts)
        return self._back(found) if found else None

    def _called(self, cluster: Cluster, encounter: Encounter) -> bool:
        """ "The President of Ghana received the Foreign Minister, Ana Ruiz": a head who receives somebody who is none
        and whose state is not told may receive one of their own, whatever ties they speak of."""
        host = encounter.people[0]
        return host is not cluster and bool(host.roles & _HEADS) and bool(host.country) and not cluster.roles & _HEADS

    def _second_of_two(self, cluster: Cluster, encounter: Encounter) -> bool:
        """Whether two heads met and nothing shows whose either is: the one named first is the publisher's."""
        pair = encounter.people
        return len(pair) == 2 and cluster is pair[1] and bool(pair[0].roles & cluster.roles & SOLE)

    def _with_guest(self, cluster: Cluster, encounter: Encounter) -> Finding | None:
        """A lesser official beside the one minister of a state, on a page that shows no more than the town where that
        minister is a guest: the minister's."""
        principals = [p for p in encounter.people if p.roles & SOLE]
        states = {self._country(p).value for p in principals if not p.organization}
        code = states.pop() if len(states) == 1 else None
        return Finding(code, "country.of-host", 0.5) if code and code != self.parts.home else None

    def _of_two(self, cluster: Cluster, encounter: Encounter, country: Finding) -> Finding:
        """ "OSLO. President Ruiz met the Norwegian prime minister": two who meet are not of one state, where a town or
        a count alone showed whose page it is; the state is the one named most besides, or none."""
        unsure = country.rule == "country.publisher" and self.parts.publisher.rule in (*_UNSURE, "home.language")
        others = [p for p in encounter.people if p is not cluster and p.country == country.value]
        colleague = next((p for p in others if any(rule == "country.of-colleague" for _c, rule in p.countries)), None)
        if colleague is None:
            unsure = unsure and self.parts.publisher.rule in _UNSURE and len(encounter.people) == 2
            unsure = unsure and encounter.format.value in ("talks", *PLACELESS) and bool(others)
        other = colleague or next(iter(others), None)
        if not unsure or not other or not cluster.roles & SOLE or not (colleague or other.roles & OF_STATE):
            return country
        named = [m for m in self.parts.countries if m.value != other.country and len(m.spans) > 1]
        best = max(named, key=lambda m: len(m.spans), default=None)
        found = Finding(best.value, "country.most-named", 0.4, best.spans[:1]) if best else None
        return self._back(found) if found else Finding(None, "country.not-told", 0.0)

    def _not_own_envoy(self, cluster: Cluster, encounter: Encounter, country: Finding) -> Finding:
        """ "President Ruiz received the ambassador of Ghana": no state sends ambassadors to itself, where a town,
        a count or the language alone showed whose page it is; the state is where one of them is posted, or none."""
        unsure = country.rule == "country.publisher" and self.parts.publisher.rule in (
            *_UNSURE,
            "home.language",
            "home.state-named",
        )
        others = [p for p in encounter.people if p is not cluster]
        envoys = all(p.roles == {"ambassador"} for p in others) and country.value in {p.country for p in others}
        if not unsure or not envoys or not cluster.roles & OF_STATE:
            return country
        posted = state_of_posting(cluster, encounter, self.parts.story)
        return self._back(posted) if posted else Finding(None, "country.not-told", 0.0)

    def _of_credentials(self, cluster: Cluster, encounter: Encounter, country: Finding) -> Finding:
        """ "President Ruiz received the letters of the ambassador of Ghana. Ambassador X said …": an envoy there
        is none of the head's whom the page is of, but of the state whose envoy is told and not named, if it is one."""
        envoy = encounter.format.value == "ceremony" and cluster.roles == {"ambassador"}
        guessed = country.rule in ("country.publisher", "country.host", "country.not-told")
        others = [p for p in encounter.people if p is not cluster]
        heads = [p for p in others if p.roles & _HEADS]
        if not (envoy and guessed) or not any(
            None in (p.country, country.value) or p.country == country.value for p in heads
        ):
            return country
        held = {country.value, *(p.country for p in others)}
        offices = self.parts.story.resolver.offices
        free = [o for o in offices if o.role == "ambassador" and o.country not in (None, *held) and not o.plural]
        if len({o.country for o in free}) != 1:
            return Finding(None, "country.not-told", 0.0)
        return self._back(Finding(free[0].country, "country.of-office", 0.5, (Span(free[0].start, free[0].end),)))

    def _at_post(self, cluster: Cluster, encounter: Encounter, country: Finding) -> Finding:
        """The publisher's ambassador calls on somebody of whom no state is told: of the one where the post is."""
        host, place = encounter.people[0], encounter.place_country.value
        met = country.rule == "country.publisher" and cluster is not host and not cluster.roles & {"ambassador", *SOLE}
        if not met or host.roles != {"ambassador"} or host.country not in (None, country.value):
            return country
        inside = self.parts.story.words.inside
        posts = [h for o, _n in host.offices for h in inside("country", o.start, o.end) if h.value[0] != country.value]
        if len({h.value[0] for h in posts}) != 1 or place not in (None, posts[0].value[0]):
            return country
        span = Span(posts[0].start, posts[0].end)
        return self._back(Finding(str(posts[0].value[0]), "country.of-posting", 0.5, (span,)))

    def _presence(self, cluster: Cluster, encounter: Encounter) -> float:
        """How sure it is that somebody took part (measured by `benchmarks.calibration`): most for office-holders named
        where the meeting is told, least for those of whom nothing but a name is told."""
        if not cluster.offices:
            return 0.7 if cluster.country or cluster.organization else 0.4
        if any(p is cluster for p in encounter.anchor.persons):
            return 0.9
        return 0.7 if any(s.person is cluster for s in self.parts.speakers) else 0.8

    def _guessed(self, cluster: Cluster, encounter: Encounter) -> Finding | None:
        """The state of who has none beside the name, as headline, place and the others show it."""
        if found := self._of_headline(cluster):
            return found
        story, place = self.parts.story, encounter.place_country.value
        away = place != self.parts.home or self.parts.publisher.rule == "home.most-named"
        if away and (again := state_of_office_again(cluster, encounter, story)):
            return self._back(again)
        titled = state_of_headline(cluster, encounter, story, self.page, self.parts.home)
        rivals = {p.country for p in self.parts.people if p is not cluster and p.roles & cluster.roles & SOLE}
        told = titled if titled and titled.value not in rivals else None
        if told is None and self.parts.home is None:
            told = state_of_posting(cluster, encounter, story)
            if told is None and encounter.place_country.rule != "place-country.visit":
                told = state_of_own_side(cluster, encounter)  # who is visited acts for the state visited
        found = self._back(told) if told else self._hosting(cluster, encounter)
        return found or self._most_named(cluster, encounter)

    def _of_language(self, cluster: Cluster, encounter: Encounter) -> Finding | None:
        """Nothing told at all: the state whose pages are the most in the language, if nobody else acts for it."""
        votes = self.parts.story.lexicon.table("publishers")
        code = max(votes, key=votes.__getitem__) if votes and cluster.roles & OF_STATE else None
        others = {p.country for p in encounter.people if p is not cluster}
        if code is None or code in others:
            return None
        named = {str(m.value): m.spans for m in self.parts.countries if m.value not in others}
        if len(named) == 1 and code not in named:  # a page of another state that writes in the language
            (own, spans), *_ = named.items()
            joint = (state_of_pair(self.parts.story, str(other)) for other in others - {None})
            if len(spans) > 1 or any(found and found.value == own for found in joint):
                return self._back(Finding(own, "country.most-named", 0.4, spans[:1]))
        return Finding(str(code), "country.publisher", 0.3)

    def _much_named(self, cluster: Cluster, encounter: Encounter) -> Finding | None:
        """An office-holder of some state among others of none, or who met a body, on a page that does not show whose
        it is: the state that it names twice as often as any other, the one where they came for a gathering aside."""
        if self.parts.home or not (cluster.roles & OF_STATE or serves_state(cluster, self.parts.story)):
            return None
        if any(p.roles & cluster.roles & SOLE for p in encounter.people if p is not cluster):
            return None  # two presidents: nothing shows whose state is the one named most
        abroad = encounter.place_country.value if self._came(encounter) else None
        named = sorted((m for m in self.parts.countries if m.value != abroad), key=lambda m: -len(m.spans))
        often = len(named[0].spans) if named else 0
        if often < 2 or (len(named) > 1 and often < 2 * len(named[1].spans)):
            return None
        told = {self._country(p).value for p in encounter.people} - {None}
        met_body = any(p.organization for p in encounter.people)
        if told and (told != {named[0].value} or not met_body):
            return None
        return self._back(Finding(named[0].value, "country.most-named", 0.4, named[0].spans[:1]))

    def _listed(self, cluster: Cluster, encounter: Encounter) -> str | None:
        """The state told once for several of one side, unless it may be the publisher's that is not told."""
        story, home = self.parts.story, self.parts.home
        if cluster.country or cluster.organization:
            return None
        code = state_of_list(story.words, cluster, encounter.people)
        told = {p.country for p in encounter.people}
        return code if home is None or home in told or self.parts.publisher.rule in _UNSURE else None

    def _only_named(self, cluster: Cluster, encounter: Encounter) -> Finding | None:
        """ "President Bell of Chile conferred with Prime Minister Dia": two heads and nobody else, in a text that names
        one state alone, and so tells of that one's affairs."""
        others = {p.country for p in encounter.people if p is not cluster}
        states, roles = self.parts.countries, {frozenset(p.roles & _HEADS) for p in encounter.people}
        two = len(roles) == 2 and frozenset() not in roles
        if self.parts.home or len(states) != 1 or others != {states[0].value} or not two:
            return None
        return self._back(Finding(states[0].value, "country.most-named", 0.4, states[0].spans[:1]))

    def _of_a_region(self, cluster: Cluster) -> bool:
        """ "The governor of the Kettle region": whoever heads a region that is named acts for no host of talks."""
        heads = tuple(f"{head} " for head in self.parts.story.lexicon.words("regional_heads"))
        return bool(heads) and any(lower(o.text).startswith(heads) for o, _n in cluster.offices)

    def _other_side(self, cluster: Cluster, encounter: Encounter) -> Finding | None:
        """Who has neither office nor state among office-holders of other states: the publisher's, else that of the
        state named most. Lesser officials without a state are of the side named first."""
        others = [p for p in encounter.people if p is not cluster]
        sides = {p.country or p.organization or encounter.sides.get(id(p)) for p in others if p.offices or p.countries}
        home = self.parts.home
        if cluster.offices:
            if self._of_a_region(cluster):
                return None
            lesser = cluster.roles <= _STAFF or self._beside_host(cluster, encounter)
            first = self._country(encounter.people[0]).value if lesser else None
            return Finding(first, "country.of-host", 0.5) if first else None
        if home and not others and encounter.format.value == "news_conference":
            return Finding(home, "country.publisher", 0.5)  # who answers the press alone, on their own page
        if any(not p.offices and not p.countries for p in others) or not sides:
            return None
        two = len(encounter.people) == 2 and encounter.format.value in ("talks", *PLACELESS)
        if home and (two or sides - {None, home}):
            return Finding(home, "country.publisher", 0.5)
        if not sides - {None}:
            return None
        named = sorted((m for m in self.parts.countries if m.value not in sides), key=lambda m: -len(m.spans))
        if not named or len(named[0].spans) < 2 or (len(named) > 1 and len(named[0].spans) == len(named[1].spans)):
            return None
        return self._back(Finding(named[0].value, "country.most-named", 0.5, named[0].spans[:1]))

    def _beside_host(self, cluster: Cluster, encounter: Encounter) -> bool:
        """Whether somebody is first named as one more who was there, in an office that the host does not hold."""
        host = encounter.people[0]
        if "speaker" in cluster.roles:
            return False  # who presides a parliament comes with no guest
        later = not any(p is cluster for p in encounter.anchor.persons) and host in encounter.anchor.persons
        return later and host.country is not None and host.roles.isdisjoint(cluster.roles) and bool(host.roles & SOLE)

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
        rivals = {p.country for p in others if p.roles & cluster.roles & SOLE}
        first = [p for p in encounter.people if not (p.country or p.organization)]
        first = [p for p in first if p.names[0].start < cluster.names[0].start]
        first = [p for p in first if not self._only_state_with(p)]
        guest = encounter.place_country.rule == "place-country.visit" and home in (None, host)  # the first came there
        if not guest and any(p.roles & cluster.roles & SOLE for p in first):
            home = home or host  # of two without a state the publisher's own is named first, or the host
            rivals.add(home)
        if cluster.country or not cluster.roles & SOLE:
            return None
        if len(encounter.people) == 2 and home and host in {p.country for p in others}:
            return None  # the host's own side is there already
        if home not in rivals:
            return host if host not in rivals and self._guest_of(cluster, encounter) else None
        named = [m.value for m in sorted(self.parts.countries, key=lambda m: -len(m.spans)) if m.value not in rivals]
        return host if host and host not in rivals else (named[0] if named else None)

    def _guest_of(self, cluster: Cluster, encounter: Encounter) -> bool:
        """Whether the publisher's own are there, or whoever is named first may be one of them, in another state than
        theirs: somebody else there is its. So too where all others are of the state where they met."""
        home, host = self.parts.home, encounter.place_country.value
        if host in (None, home) or cluster is self._traveller(encounter):
            return False
        others = [p for p in encounter.people if p is not cluster]
        states = {p.country or encounter.sides.get(id(p)) for p in others} - {None}
        if home in states:
            return self.parts.publisher.rule not in _UNSURE
        first = encounter.people[0]
        if home is None:
            return first.country not in (None, host) and encounter.format.value != "multilateral"
        bare = not (first.country or first.organization) and encounter.format.value != "multilateral"
        return cluster is not first and not states - {host} and (bare or host in states)

    def _hosting(self, cluster: Cluster, encounter: Encounter) -> Finding | None:
        """Who met the guests of one state in a town of another: that other state is theirs. So too, less surely, where
        nobody's state is told."""
        place = encounter.place_country
        met = [p for p in encounter.people if p is not cluster]
        others = {p.country or p.organization or encounter.sides.get(id(p)) for p in met} - {None}
        if not others and len(met) == 1 and met[0].offices and self.parts.home != place.value:
            others = {self.parts.home} - {None} if met[0] is self._traveller(encounter) else others  # went abroad
        lesser = bool(others) and len(met) == 1 and cluster is not encounter.people[0] and cluster.roles <= _STAFF
        alike = self._office_of_colleague(cluster) is not None and not cluster.offices
        bound = (cluster.roles & OF_STATE or lesser or alike) and self.parts.home in (None, place.value, *others)
        first = cluster is encounter.people[0]
        if not bound or place.value is None or place.value in others or (len(others) > 1 and not first):
            return None
        if self._third_state(others, place.value) or on_margins(encounter, self.parts.story):
            return None
        if on_journey(cluster, encounter, self.parts.story) or self._visits(cluster, place.value):
            return None
        if self._came(encounter) if not met else encounter.format.value == "multilateral":
            return None
        return self._back(Finding(place.value, "country.host", 0.6 if others else 0.4, place.spans))

    def _visits(self, cluster: Cluster, state: str) -> bool:
        """ "President Bell arrives in Chile": whether somebody is the first without a state where a text tells so."""
        bare = (p for p in self.parts.people if p.roles & SOLE and not p.country)
        first = min(bare, key=lambda p: min(n.start for n in p.names), default=None)
        return cluster is first and state in visited_states(self.parts.story.words)

    def _came(self, encounter: Encounter) -> bool:
        """Whether somebody may well be a guest of whom alone is told: at a gathering, or on a journey."""
        story, anchor = self.parts.story, encounter.anchor
        near = [s for s in story.sentences if s.paragraph.zone == "title" or s is anchor]
        kinds = ("visits", "current_visit", "journeys")
        told = any(story.narrative_hits(kind, s.start, s.end) for s in near for kind in kinds)
        return encounter.format.value == "multilateral" or told

    def _third_state(self, others: set[str | None], place: object) -> bool:
        """Whether the headline names a state besides the guest's, where they do not meet: they meet abroad."""
        zone, within = self.page.zone_at, self._inside
        titled = {m.value for m in self.parts.countries for s in m.spans if zone(s.start) == "title" and not within(s)}
        return len(titled - others - {place}) > (0 if others else 1)

    def _inside(self, state: Span) -> bool:
        """ "The alliance for peace in Ghana": where something is, not whose office-holder is meant."""
        story = self.parts.story
        before = story.words.lowered[max(0, state.start - 12) : state.start].split()
        return bool(before) and before[-1] in story.lexicon.words("place_links")

    def _of_headline(self, cluster: Cluster) -> Finding | None:
        """ "Cypriot FM visits Budapest": the state that the headline gives an office which one person holds, if it does
        not name that person with another one ("Minister Bell receives Cypriot FM")."""
        alike = [p for p in self.parts.people if p is not cluster and p.roles & cluster.roles]
        rivals = {self._country(p).value for p in alike}
        story = self.parts.story
        if own_office(cluster, story) and any(not p.country and not own_office(p, story) for p in alike):
            return None  # "the President of the Republic, X, and President Y": the headline's state is Y's
        if any(self.page.zone_at(o.start) == self.page.zone_at(n.start) == "title" for o, n in cluster.offices):
            return None
        for office in self.parts.story.resolver.offices:
            titled = self.page.zone_at(office.start) == "title" and office.role in cluster.roles
            if titled and office.country and office.country not in rivals and not office.plural:
                span = self.reading.span(office.start, office.end)
                return Finding(office.country, "country.of-headline", 0.7, (span,))
        return None

    def _most_named(self, cluster: Cluster, encounter: Encounter) -> Finding | None:
        """Who meets office-holders of other states, on a page that does not show its publisher: the state named most
        that none of them acts for. So too where the page's state is already the one guest's."""
        met = {id(p): p for e in self.parts.encounters if cluster in e.people for p in e.people if p is not cluster}
        others = {p.country or encounter.sides.get(id(p)) for p in met.values()}
        rivals = {p.country for p in self.parts.people if p is not cluster and p.roles & cluster.roles & SOLE}
        first = cluster is encounter.people[0] and others == {self.parts.home}
        if not cluster.offices or None in others or not others or not (first or self.parts.home is None):
            return None
        named = [m for m in self.parts.countries if m.value not in others | rivals and len(m.spans) > 1]
        best = max(named, key=lambda m: len(m.spans), default=None)
        return self._back(Finding(best.value, "country.most-named", 0.5, best.spans[:1])) if best else None

    def _traveller(self, encounter: Encounter) -> Cluster:
        """Whose meetings the text tells: who was at most of them, else whom it names first."""
        often = lambda p: sum(any(p is q for q in e.people) for e in self.parts.encounters)  # noqa: E731
        return max(encounter.people, key=often)
