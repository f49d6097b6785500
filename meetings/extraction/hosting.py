"""Whose guests they were: the state where a meeting was held of which no town is told, from who was there."""

from __future__ import annotations

from .encounters import Encounter
from .headline_states import on_margins
from .office import Office, announcing
from .participant_findings import ParticipantFindings
from .phrases import Hit, lower
from .record import Finding, Participant, Span
from .state_of_meeting import at_ministry, in_house, of_parliament, of_welcome
from .story import Story

_HEADS = {"head_of_state", "head_of_government"}
_SHOWN = 0.6
"""How sure it has to be who publishes, for the press to be met there though guests are present."""
_GUESSED = ("country.publisher", "country.most-named")
"""Rules by which somebody's state is a guess."""
_PASSIVE = 40
"""Code points before a verb in which stands what makes it passive."""


class HostFindings(ParticipantFindings):
    """Finds the state of the hosts."""

    def _host_state(self, encounter: Encounter, participants: tuple[Participant, ...]) -> Finding | None:
        """The state where they met, as those show it who were there; None where they do not."""
        return (
            self._known_house(encounter, participants)
            or self._host_of_envoys(encounter, participants)
            or self._receiver(encounter, participants)
            or self._welcomed(encounter, participants)
            or self._called_on(encounter, participants)
            or self._own_house(encounter, participants)
            or self._parliament(encounter)
            or self._greeted(participants)
            or self._posted(encounter, participants)
            or self._at_home(encounter, participants)
        )

    def _known_house(self, encounter: Encounter, participants: tuple[Participant, ...]) -> Finding | None:
        """ "Met at the White House", "at the Ministry of Trade of Peru": the state of the house, if one of those who
        were there can act for it."""
        story, anchor = self.parts.story, encounter.anchor
        house = in_house(story, anchor) or at_ministry(story, anchor)
        guessed = any(p.country.rule in _GUESSED for p in participants)
        here = house is not None and (guessed or {p.country.value for p in participants} & {None, house.value})
        return self._back(house) if house and here else None

    def _greeted(self, participants: tuple[Participant, ...]) -> Finding | None:
        """ "Welcome to Ghana", says the host: most surely the state of one who was there, or the publisher's."""
        said = of_welcome(self.parts.story, {p.country.value for p in participants} | {self.parts.home})
        return self._back(said) if said else None

    def _host_of_envoys(self, encounter: Encounter, participants: tuple[Participant, ...]) -> Finding | None:
        """Ambassadors call on whoever holds office where they are posted: the state of all others."""
        posted = [p for c, p in zip(encounter.people, participants, strict=True) if c.roles == {"ambassador"}]
        hosts = {p.country.value for p in participants if p not in posted}
        envoys = [p for p in posted if p.country.value not in hosts]  # the hosts' own diplomats may be there as well
        if not envoys or len(hosts) != 1 or hosts == {None}:
            return None
        return Finding(hosts.pop(), "place-country.host", 0.6, envoys[0].office.spans)

    def _own_house(self, encounter: Encounter, participants: tuple[Participant, ...]) -> Finding | None:
        """ "The President received X at the presidential palace": the publisher's own, or the one president's."""
        story, anchor = self.parts.story, encounter.anchor
        if announcer := self._own_briefing(encounter):
            return announcer
        here = story.lexicon.begins("seats").search(story.words.lowered, anchor.start, anchor.end)
        told = zip(encounter.people, participants, strict=True)
        heads = {p.country.value for c, p in told if c.roles & _HEADS and not c.organization}
        home = self.parts.home or (heads.pop() if len(heads) == 1 else None)
        if here is None or home is None:
            return None
        return Finding(home, "place-country.receiver", 0.5, (self.reading.span(*here.span()),))

    def _own_briefing(self, encounter: Encounter) -> Finding | None:
        """The briefing of a spokesperson: at home, in the publisher's state where no other is told."""
        alone = encounter.people[0] if len(encounter.people) == 1 else None
        announcers = tuple(self.parts.story.lexicon.words("announcers"))
        held = [o for o, _n in alone.offices if announcing(lower(o.text), announcers)] if alone and announcers else []
        own = alone.country if alone else None
        home = own or self.parts.home
        if not held or encounter.format.value != "news_conference" or home is None:
            return None
        return Finding(home, "place-country.receiver", 0.5, (self.reading.span(held[0].start, held[0].end),))

    def _parliament(self, encounter: Encounter) -> Finding | None:
        """ "X addressed the Knesset": a parliament that one state alone calls so."""
        story, anchor = self.parts.story, encounter.anchor
        tables = story.lexicon.table("parliaments") if encounter.format.value == "lecture" else {}
        text = story.words.lowered[anchor.start : anchor.end]
        code = next((str(c) for c, names in tables.items() if any(lower(str(n)) in text for n in names)), None)
        if code:
            return self._back(Finding(code, "place-country.state", 0.6, (Span(anchor.start, anchor.end),)))
        lead = [s for s in story.sentences if s.paragraph.zone == "body"][:2]
        speech = encounter.format.value == "lecture"
        named = next(filter(None, (of_parliament(story, s) for s in (anchor, *lead) if speech)), None)
        return self._back(named) if named else None

    def _receiver(self, encounter: Encounter, participants: tuple[Participant, ...]) -> Finding | None:
        """Who receives a guest is at home: the state of whoever acts at a verb that says so."""
        story, anchor = self.parts.story, encounter.anchor
        verbs = story.lexicon.affixes("receiving")
        marks = story.narrative_hits("encounter", anchor.start, anchor.end) if verbs else ()
        passive = story.lexicon.shaped("passives", r"(?<!\w){words} $")
        lowered = story.words.lowered
        acting = (m.start for m in marks if lowered.startswith(verbs, m.start))
        if all(passive.search(lowered, max(anchor.start, at - _PASSIVE), at) for at in acting):
            return None
        host = next((n for n, p in enumerate(encounter.people) if p is anchor.subject), None)
        if host is None:
            return None
        code = participants[host].country.value
        others = {p.country.value or p.organization.value for n, p in enumerate(participants) if n != host}
        guests = bool(others - {None, code})
        return Finding(code, "place-country.receiver", 0.6, participants[host].name.spans) if code and guests else None

    def _welcomed(self, encounter: Encounter, participants: tuple[Participant, ...]) -> Finding | None:
        """ "Welcome ceremony for the Prime Minister of Peru": whoever is there besides the guest is at home."""
        story = self.parts.story
        titles = [s for s in story.sentences if s.paragraph.zone == "title"]
        for sentence in (*titles, encounter.anchor):
            cue = story.lexicon.begins("welcomings").search(story.words.lowered, sentence.start, sentence.end)
            guests = {id(p) for m, p in sentence.mentions if p and m.start >= cue.end()} if cue else set()
            both = list(zip(encounter.people, participants, strict=True))
            hosts = {p.country.value for c, p in both if id(c) not in guests}
            if cue and len(hosts) == 1 and hosts != {None} and len(guests) < len(both):
                away = any(id(c) in guests and p.country.value not in hosts for c, p in both)
                span = self.reading.span(*cue.span())
                return Finding(hosts.pop(), "place-country.host", 0.6, (span,)) if away else None
        return None

    def _called_on(self, encounter: Encounter, participants: tuple[Participant, ...]) -> Finding | None:
        """ "The Director of the Bank visited Minister X": whoever is called on is at home, in languages whose verb for
        it takes a person."""
        story, anchor = self.parts.story, encounter.anchor
        calls = story.lexicon.begins("calling_on").search(story.words.lowered, anchor.start, anchor.end)
        guest = next((n for n, p in enumerate(encounter.people) if p is anchor.subject), None)
        if calls is None or guest is None:
            return None
        hosts = {p.country.value for n, p in enumerate(participants) if n != guest}
        code = hosts.pop() if len(hosts) == 1 else None
        away = participants[guest].country.value != code
        return Finding(code, "place-country.host", 0.5, (self.reading.span(*calls.span()),)) if code and away else None

    def _posted(self, encounter: Encounter, participants: tuple[Participant, ...]) -> Finding | None:
        """ "The ambassador of Ghana to Peru was received by the bishop": where an ambassador is posted, if nobody else
        acts for any other state, nor all for that of the ambassador: those who meet their own envoy may be at home."""
        story = self.parts.story
        posts: dict[str, Span] = {}
        own: set[str | None] = set()
        for cluster, participant in zip(encounter.people, participants, strict=True):
            for office, _name in cluster.offices:
                if not envoy(office, story):
                    continue
                own.add(participant.country.value)
                named = {str(h.value[0]): Span(h.start, h.end) for h in states_in(office, story)}
                posts |= {code: span for code, span in named.items() if code != participant.country.value}
        others = {p.country.value for p in participants} - own - {None}
        among_themselves = len(participants) > 1 and all(p.country.value in own for p in participants)
        unclear = among_themselves or len(posts) != 1 or None in own or not others <= posts.keys()
        if unclear or on_margins(encounter, story):
            return None
        code, span = next(iter(posts.items()))
        return self._back(Finding(code, "place-country.posting", 0.5, (span,)))

    def _at_home(self, encounter: Encounter, participants: tuple[Participant, ...]) -> Finding | None:
        """The press is met at home: in the publisher's state, if one of those who were there acts for it or nobody for
        any; else in the one state for which all act, if they are not said to be on a visit."""
        press = encounter.format.value == "news_conference"
        if not (press or encounter.format.value == "lecture") or encounter.place.value or not participants:
            return None
        states, home = {str(p.country.value) for p in participants if p.country.value}, self.parts.home
        visit = self.parts.story.narrative_hits("visits", encounter.anchor.start, encounter.anchor.end)
        if press and home and self.parts.publisher.confidence >= _SHOWN and home in (states or {home}):
            code = home
        elif len(states) == 1 and not visit and home in (None, *states):
            (code,) = states
        else:
            return None
        return Finding(code, "place-country.at-home", 0.5, participants[0].name.spans)


def states_in(office: Office, story: Story) -> list[Hit]:
    """The states that an office names, but for those that it only deals with ("махсус вакил … бўйича")."""
    matters = story.lexicon.words("matter_postpositions")
    named = story.words.inside("country", office.start, office.end)
    return [h for h in named if matters.isdisjoint(story.words.lowered[h.end : h.end + 12].split()[:1])]


def envoy(office: Office, story: Story) -> bool:
    """Whether an office is an ambassador's, or that of somebody of an ambassador's house."""
    forms = story.lexicon.office_forms("ambassador")
    return office.role == "ambassador" or (not story.lexicon.spaced and any(f in lower(office.text) for f in forms))
