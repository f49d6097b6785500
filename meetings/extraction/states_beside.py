"""The state right beside a name that has no office: in a list, and as a nationality."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .name_forms import Name
from .office import Office
from .person import Person
from .phrases import Hit
from .tokens import Words

_BODY = re.compile(r"(?:the )?(?:[A-Z][\w’'-]+ (?:(?:and|for|of) (?=[A-Z]))?){1,7}of (?:the )?")
"""The name of a body and what links it to its state."""
_BEHIND = re.compile(r" \(| ?[–—] | - ")
"""What stands between a name and its state in a list."""

_PARTY = re.compile(r"([^\W\d_][^\W\d_/-]{1,9})\)")
"""Letters of a party in brackets behind a name: "Bell (ÖVP)"."""
_LISTED = 40
"""Persons of an encounter among whom the state told once is looked for."""


def state_of_entry(words: Words, end: int) -> str | None:
    """ "Omar Dia (Chile)", "Omar Dia – Republic of Chile;": a state in brackets or behind a dash, nothing else up to
    the next entry; or a party that one state alone has. `end` is where the name ends."""
    gap = _BEHIND.match(words.plain, end)
    party = _PARTY.match(words.plain, gap.end()) if gap and gap[0] == " (" else None
    parties = words.lexicon.table("parties") if party else {}
    if code := next((str(c) for c, letters in parties.items() if party and party[1] in letters), None):
        return code
    state = words.covering("country", gap.end()) if gap else None
    if gap is None or state is None or state.start != gap.end():
        return None
    closed = ")" if gap[0].endswith("(") else ",;.\n"
    return str(state.value[0]) if words.plain[state.end : state.end + 1] in closed else None


def state_of_body(words: Words, end: int) -> str | None:
    """ "Omar Dia from the National Water Office of Chile": the state of the body that somebody is from, where that is a
    state's own. `end` is where the name ends."""
    origin = words.lexicon.shaped("body_origins", r" {words} (?=\w)").match(words.lowered, end)
    body = _BODY.match(words.plain, origin.end()) if origin else None
    state = words.covering("country", body.end()) if body else None
    if body is None or state is None or state.start != body.end() or state.value[1] not in ("name", "long"):
        return None
    private = words.lexicon.shaped("private_nouns", r"(?<!\w){words}").search(words.lowered, body.start(), body.end())
    return None if private else str(state.value[0])


def state_of_led(words: Words, end: int) -> str | None:
    """ "Омар Белл бошчилигидаги Гана делегацияси", "Omar Bell led a Ghanaian delegation": the state whose delegation
    somebody leads, where the words for both stand behind the name. `end` is where it ends."""
    if not words.lexicon.data.get("subject_bare"):
        return _led_behind_verb(words, end)
    cue = words.covering("headed_by", end + 1)
    state = words.covering("country", cue.end + 1) if cue and cue.start == end + 1 else None
    if state is None or not words.lexicon.begins("delegations").match(words.lowered, state.end + 1):
        return None
    return str(state.value[0])


def _led_behind_verb(words: Words, end: int) -> str | None:
    """The state before "delegation", right behind a verb of leading and an article."""
    leads = words.lexicon.words("delegation_leads")
    verb = words.lexicon.shaped("delegation_leads", r",? {words} ").match(words.lowered, end) if leads else None
    article = words.lexicon.shaped("articles", r"(?:{words} )?").match(words.lowered, verb.end()) if verb else None
    state = words.covering("country", article.end()) if article else None
    if article is None or state is None or state.start != article.end():
        return None
    led = words.lexicon.begins("delegations").match(words.lowered, state.end + 1)
    return str(state.value[0]) if led else None


def state_of_national(words: Words, start: int) -> str | None:
    """ "el chileno Omar Dia", "der Chilene Omar Dia": a national of a state, or its adjective behind an article in
    languages where none stands before the name of a thing. `start` is where the name begins."""
    state = words.covering("country", start - 2) if start > 1 else None
    if state is None or state.end != start - 1 or state.value[1] in ("name", "long"):
        return None
    if state.value[1] == "demonym" and words.lexicon.data.get("noun_capitals"):
        return str(state.value[0])
    led = words.lowered[max(0, state.start - 5) : state.start].split()[-1:]
    article = bool(led) and led[0] in words.lexicon.words("articles")
    return str(state.value[0]) if article and words.lexicon.data.get("adjectives_follow") else None


def state_of_leader(words: Words, start: int) -> str | None:
    """ "Chilean leader Omar Dia", "лидер Чили Омар Диа": the state beside a word for a leader right before a name."""
    noun = leader_before(words, start)
    if noun is None:
        return None
    owner = words.covering("country", (noun.start if noun.end == start - 1 else start) - 2)
    return str(owner.value[0]) if owner else None


def leader_before(words: Words, start: int) -> Hit | None:
    """The word for a leader that stands with a state right before a name."""
    last = start - 2
    noun = words.covering("leaders", last) if last >= 0 else None
    if noun is not None:
        owner = words.covering("country", noun.start - 2) if noun.start > 1 else None
        return noun if noun.end == start - 1 and owner and owner.end == noun.start - 1 else None
    state = words.covering("country", last) if last >= 0 else None
    if state is None or state.end != start - 1 or state.start < 2 or state.value[1] not in ("name", "long"):
        return None
    noun = words.covering("leaders", state.start - 2)
    return noun if noun and noun.end == state.start - 1 else None


def state_of_list(words: Words, person: Person, people: Sequence[Person]) -> str | None:
    """ "Chilean President Bell, Trade Minister Dia and Tourism Minister Ruiz": the state that is told once, before the
    first of some offices that commas and "and" join, in languages that put it there."""
    if not words.lexicon.head_first or words.lexicon.data.get("adjectives_follow"):
        return None
    joins = {",", *words.lexicon.words("office_joins"), *(f", {w}" for w in words.lexicon.words("office_joins"))}
    people = people[:_LISTED]
    for office, name in person.offices:
        held = ((o, n, p) for p in people if p is not person for o, n in p.offices if o.start < n.start < office.start)
        before = max(held, key=lambda entry: entry[1].end, default=None)
        if before is None or office.start > name.start:
            continue
        first, named, other = before
        gap = " ".join(words.lowered[named.end : office.start].split())
        if gap in joins and first.text != office.text and not office.country:
            return first.country or state_of_list(words, other, [p for p in people if p is not person])
    return None


def in_aside(words: Words, office: Office, name: Name) -> bool:
    """ "After talks with the Chilean foreign minister, Dia said …": whether an office before a comma is somebody else's
    than that of the family name behind it: it stands behind "with", and the name's own verb follows."""
    if len(name.words) > 1 or not words.lexicon.words("with_links"):
        return False
    before = words.lowered[max(0, office.start - 16) : office.start].split()[-2:]
    said = words.inside("speech", name.end + 1, name.end + 2)
    return bool(said) and not words.lexicon.words("with_links").isdisjoint(before)
