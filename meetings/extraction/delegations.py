"""Gatherings that are told by their sides: of which states they were, and who led the delegation of one."""

from __future__ import annotations

import re

from .story import Sentence, Story

_BESIDE = 18
"""Characters between the word for a delegation and its state."""
_STATES = 60
"""Characters around an office in which the states are named whose holders came together."""
_REPRESENTED = 40
"""Characters between a word for representing somebody and the state that is represented."""
_MANY = 3
"""States whose office-holders make a gathering."""


def leads_delegation(story: Story, sentence: Sentence) -> bool:
    """ "The delegation of Ghana was led by X": at what the text tells of, where the sentence tells of no visit."""
    kinds = ("encounter", "visits")
    told = _delegation(story, sentence)
    return told is not None and not any(story.narrative_hits(kind, sentence.start, sentence.end) for kind in kinds)


def state_led(story: Story, sentence: Sentence) -> str | None:
    """The state whose delegation a sentence says that somebody led: the one beside the word for it."""
    noun = _delegation(story, sentence)
    near = (
        story.words.inside("country", max(sentence.start, noun.start() - _BESIDE), noun.end() + _BESIDE) if noun else []
    )
    return str(near[0].value[0]) if len({hit.value[0] for hit in near}) == 1 else None


def _delegation(story: Story, sentence: Sentence) -> re.Match[str] | None:
    lowered, lexicon = story.words.lowered, story.lexicon
    led = lexicon.shaped("delegation_led", r"(?<!\w){words}(?!\w)").search(lowered, sentence.start, sentence.end)
    return lexicon.begins("delegations").search(lowered, sentence.start, sentence.end) if led else None


def state_represented(story: Story, sentence: Sentence) -> str | None:
    """ "Representing the Government of Ghana were X and Y", "Ghana was represented by X and Y": the state, where nobody
    is named before both."""
    first = next((m.start for m, p in sentence.mentions if p and m.kind == "name"), None)
    cues = story.narrative_hits("represents", sentence.start, first) if first and story.lexicon.head_first else ()
    for cue in cues:
        begin = max(sentence.start, cue.start - _REPRESENTED)
        opens = cue.start == sentence.start
        near = story.words.inside("country", *((cue.end, first or cue.end) if opens else (begin, cue.start)))
        if near and len({hit.value[0] for hit in near}) == 1 and near[0].start - cue.end < _REPRESENTED:
            return str(near[0].value[0])
    return None


def of_many_states(story: Story, anchor: Sentence) -> bool:
    """ "The fifth meeting of the ministers of Ghana, Togo and Peru": one plural office, and nobody named."""
    offices = () if anchor.persons else story.resolver.offices
    plural = next((o for o in offices if o.plural and anchor.start <= o.start < anchor.end), None)
    if plural is None:
        return False
    start, end = max(anchor.start, plural.start - _STATES), min(anchor.end, plural.end + _STATES)
    return len({str(hit.value[0]) for hit in story.words.inside("country", start, end)}) >= _MANY
