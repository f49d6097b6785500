"""Who visits which state: "the visit of A to C", "A will pay a visit to C", "when A came to our capital"."""

from __future__ import annotations

import re

from .parties import Parties, Party
from .person import Person
from .phrases import Hit
from .story import Sentence


class Visitors:
    """Reads visitor and state from the words around a mark of a visit."""

    def __init__(self, parties: Parties) -> None:
        self.parties, self.words, self.lexicon = parties, parties.words, parties.lexicon
        self.home = parties.home

    def of(self, sentence: Sentence, hit: Hit, left: int, right: int) -> list[Party]:
        """The visitor and the state; one of them alone where the other is not told."""
        visitor = self._visitor(sentence, hit, left, right)
        if visitor is None:
            return []
        state = self._state(hit, left, right, visitor.country) or self._implied(sentence, visitor, hit)
        return [visitor, state] if state and state != visitor.country else [visitor]

    # --- the visitor

    def _visitor(self, sentence: Sentence, hit: Hit, left: int, right: int) -> Person | None:
        last = self.words.lowered[hit.start : hit.end].split()
        if sentence.quoted and set(last) & self.lexicon.words("addressee_words"):
            return self.parties.addressee(sentence)
        for reading in (self._named_after, self._owner, self._invited):
            person = reading(sentence, hit, left, right)
            if person:
                return person
        before = [p for m, p in self.parties.mentions(sentence) if p and left <= m.start < hit.start]
        if before and not self.lexicon.head_first:
            return before[-1]
        if not before and self.lexicon.data.get("verb_first"):
            return next((p for m, p in self.parties.mentions(sentence) if p and hit.end <= m.start < right), None)
        persons = [p for p in self.parties.subject(sentence, hit.start) if isinstance(p, Person)]
        return persons[0] if persons else (before[-1] if before else None)

    def _named_after(self, sentence: Sentence, hit: Hit, left: int, right: int) -> Person | None:
        """ "The visit of A", "the visit to C by A", "the visit that A paid"."""
        for token in self.parties.tokens(hit.end, right)[:8]:
            if token.lower in self.lexicon.words("visitor_links"):
                found = self.parties.run(sentence, token.end, right)
                if found and isinstance(found[0], Person):
                    return found[0]
        if self.lexicon.data.get("genitive_follows"):
            found = self.parties.run(sentence, hit.end, right, gap=0)
            return next((p for p in found if isinstance(p, Person)), None)
        return None

    def _owner(self, sentence: Sentence, hit: Hit, left: int, right: int) -> Person | None:
        owner = self.parties.owner(sentence, hit, left)
        return owner[0] if owner and isinstance(owner[0], Person) else None

    def _invited(self, sentence: Sentence, hit: Hit, left: int, right: int) -> Person | None:
        """ "A invited B to visit C": B."""
        for cue in self.words.inside("invites", sentence.start, hit.start):
            if self.words.lowered[cue.start : cue.stem_end] in self.lexicon.words("invitation_nouns"):
                continue
            absent = self.words.covering("absent", cue.start)
            if absent and absent.start < cue.start:  # "at the invitation of A B visited C"
                continue
            found = self.parties.run(sentence, cue.end, hit.start)
            if found and isinstance(found[0], Person):
                return found[0]
        return None

    # --- the state

    def _state(self, hit: Hit, left: int, right: int, own: str | None) -> str | None:
        """Where a visit leads: a state or a town linked to it, or in the case that says so."""
        allative = self.lexicon.affixes("allative")
        if allative:
            beside = self._right_before(hit, own) if hit.kind == "visits" else None
            return beside or self._in_case(allative, left, hit.start) or self._in_case(allative, hit.end, right)
        for kind in ("country", "place"):
            for other in self.words.inside(kind, hit.end, right):
                if other.value[0] != own and self._leads(hit, other):
                    return str(other.value[0])
        return self._unspaced(hit, left) or self._before(hit, left, own)

    def _unspaced(self, hit: Hit, left: int) -> str | None:
        """ "对南非进行正式访问", "访华": behind a word that says "to", or inside the word for the visit."""
        links = self.lexicon.affixes("visit_from")
        for other in reversed(self.words.inside("country", left, hit.end)):
            if links and (hit.start <= other.start or self.words.plain.endswith(links, left, other.start)):
                return str(other.value[0])
        return None

    def _in_case(self, endings: tuple[str, ...], start: int, end: int) -> str | None:
        """The state or town nearest to the end of a stretch that stands in the case of whither."""
        hits = [*self.words.inside("country", start, end), *self.words.inside("place", start, end)]
        led = [h for h in hits if self.words.lowered[h.stem_end : h.end].startswith(endings) and not self._in_office(h)]
        return str(max(led, key=lambda h: h.start).value[0]) if led else None

    def _right_before(self, hit: Hit, own: str | None) -> str | None:
        """ "Türkiye ziyareti", "Қазақстандағы сапары": a state or a town right before the visit to it, in no case or in
        the one that says "in"."""
        places = self.lexicon.affixes("adjectival_locative")
        for kind in ("country", "place"):
            other = self.words.covering(kind, hit.start - 2) if hit.start > 1 else None
            if other is None or other.end + 1 != hit.start or self._in_office(other):
                continue
            ending = self.words.lowered[other.stem_end : other.end]
            named = other.value[1] not in ("adjective", "demonym") and other.value[0] != own
            if named and (not ending or ending.endswith(places)):
                return str(other.value[0])
        return None

    def _leads(self, hit: Hit, other: Hit) -> bool:
        """Whether a state follows a mark by a link ("to"), or at once as the object of a verb ("visited C")."""
        if other.value[1] in ("adjective", "demonym") or self._in_office(other):
            return False
        between = self.words.lowered[hit.end : other.start]
        if re.search(r"(?<!\b\w)[.;:(]", between):  # an initial's stop ends nothing
            return False
        if self.lexicon.data.get("verb_first") and len(between.split()) <= 3:
            return True  # "visits His Highness Astana"
        words = [w for w in between.split() if w not in self.lexicon.words("articles")]
        return not words or words[-1] in self.lexicon.words("visit_to")

    def _before(self, hit: Hit, left: int, own: str | None) -> str | None:
        """ "Is expected in C on a visit"; where the verb stands last, "hatte C besucht"."""
        last = self.words.lowered[hit.start : hit.end] in self.lexicon.words("visit_participles")
        for other in self.words.inside("country", left, hit.start):
            words = self.words.lowered[left : other.start].split()
            words = [w for w in words[-2:] if w not in self.lexicon.words("articles")]
            near = len(self.words.lowered[other.end : hit.start].split()) <= 5
            linked = words and words[-1] in self.lexicon.words("visit_to")
            if near and (linked or last) and other.value[0] != own and not self._in_office(other):
                return None if other.value[1] in ("adjective", "demonym") else str(other.value[0])
        return None

    def _in_office(self, country: Hit) -> bool:
        people = self.parties.story.resolver.people
        return any(o.start <= country.start < o.end for p in people for o, _n in p.offices)

    def _implied(self, sentence: Sentence, visitor: Person, hit: Hit) -> str | None:
        """Whose guest somebody is where no state is named: the inviter's, the speaker's, the publisher's."""
        inviting = self._inviter(sentence, visitor, hit)
        behind = (self.lexicon.shaped(key, r"\s{words}(?!\w)") for key in ("here", "hither"))
        here = any(pattern.match(self.words.lowered, hit.end) for pattern in behind)
        if inviting is None and hit.kind != "visits" and not here:
            return None
        speaker = self.parties.speaker(sentence)
        host = inviting or (self.parties.addressee(sentence) if visitor is speaker else speaker)
        state = self.parties.state(host) if host else self.home
        known = visitor.country or visitor.organization or ((inviting or speaker) and self.home)
        return state if known and state and state != known else None

    def _inviter(self, sentence: Sentence, visitor: Person, hit: Hit) -> Person | None:
        """Who invites: whoever acts before a verb of invitation."""
        for cue in self.words.inside("invites", sentence.start, hit.start):
            if self.words.lowered[cue.start : cue.stem_end] in self.lexicon.words("invitation_nouns"):
                continue
            acting = self.parties.subject(sentence, cue.start)[:1]
            return next((p for p in acting if isinstance(p, Person) and p is not visitor), None)
        return None
