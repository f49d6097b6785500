"""Whose guests visitors were: whoever invited them acts for the state that is visited."""

from __future__ import annotations

from .circumstances import Circumstances
from .encounters import Encounter
from .person import Person
from .story import Sentence

_INVITER = 3
"""Words behind "at the invitation of" before the office or the name of whoever invited."""


def sides_of_inviters(of: Circumstances, encounter: Encounter) -> dict[int, str]:
    """ "Minister Dia visited Ghana at the invitation of Minister Bell": Bell, of whom no state is told, is of Ghana."""
    links, sides = of.lexicon.whole("invited_by"), {}
    for sentence in of.story.sentences if of.lexicon.words("invited_by") else ():
        cue = links.search(of.words.lowered, sentence.start, sentence.end)
        inviter = _named_behind(of, sentence, cue.end()) if cue else None
        if inviter is None or inviter.country or inviter.organization or inviter not in encounter.people:
            continue
        code = of.visited(sentence).value
        if code and all(p.country != code for p in encounter.people):
            sides[id(inviter)] = str(code)
    return sides


def _named_behind(of: Circumstances, sentence: Sentence, at: int) -> Person | None:
    """Whoever is named right behind a place, office first."""
    for mention, person in sentence.mentions:
        starts = [o.start for o, n in person.offices if n.start == mention.start] if person else []
        begin = min([mention.start, *starts])
        if person and begin >= at:
            return person if len(of.words.lowered[at:begin].split()) <= _INVITER else None
    return None
