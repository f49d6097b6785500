"""Verbs of meeting that mean something else: to receive a thing, to call on somebody to act, to meet the needs."""

from __future__ import annotations

import re

from .phrases import Hit
from .story import Story
from .tokens import Token

_CLAUSE_END = re.compile(r"[;:\n]")
_OBJECT = 8
"""Words behind a verb of receiving within which whoever is received is named."""
_PASSIVE = 12
"""Characters beside a verb of receiving in which it is seen to be a passive."""
_NEED = 5
"""Words behind a verb of meeting among which stands the thing that is met."""
_NEAR = 100
"""Characters behind a verb in which its object stands."""
_CALLED = 160
"""Characters behind "called on" in which "to" stands, somebody's offices and name between."""


def other_sense(story: Story, mark: Hit) -> bool:
    """Whether a verb of meeting has another sense here; a "joint press statement" in which nobody speaks is a paper."""
    text = story.words.lowered[mark.start : mark.end]
    if text in story.lexicon.words("receiving_verbs"):
        return _thing_received(story, mark)
    if text in story.lexicon.words("urging_verbs"):
        return _urged(story, mark)
    if text in story.lexicon.words("press_papers"):
        return not story.stretches
    return text in story.lexicon.words("encounter_verbs") and _need_met(story, mark)


def _thing_received(story: Story, mark: Hit) -> bool:
    """ "Received the endorsement of X", "the money they have received.": nobody is named right behind the verb; "a
    group of", "a delegation from" somebody is. Whoever "was received" was there."""
    words, lexicon, end = story.words, story.lexicon, mark.end
    before = words.lowered[max(0, mark.start - _PASSIVE) : mark.start].split()[-1:]
    behind = words.lowered[end : end + _PASSIVE].split()[:1]
    if lexicon.words("be_forms").intersection(before) or lexicon.words("agents").intersection(behind):
        return False
    sentence = story.sentence_at(mark.start)
    until = min(sentence.end if sentence else end + _NEAR, end + _NEAR)
    stop = _CLAUSE_END.search(words.plain, end, until)
    until = stop.start() if stop else until
    named = [m.start for m in story.within(end, until) if m.kind not in ("institution", "pronoun")]
    named += [h.start for kind in ("office", "parties_nouns", "leaders") for h in words.inside(kind, end, until)]
    named += [m.start() for m in (lexicon.begins("receivable").search(words.lowered, end, until),) if m]
    between = words.lowered[end : min(named, default=until)].split()
    links = lexicon.words("genitive_links", "thing_links")
    return not named or len(between) > _OBJECT or not links.isdisjoint(between)


def _urged(story: Story, mark: Hit) -> bool:
    """ "Called on X to act": but for "called on X to discuss …", what people call on somebody for."""
    stop = story.words.lowered.find(".", mark.end, mark.end + _CALLED)
    clause = story.words.lowered[mark.end : stop if stop > 0 else mark.end + _CALLED]
    act = story.lexicon.whole("purpose_links").search(clause)
    return act is not None and not clause.startswith(story.lexicon.affixes("topic_openers"), act.start())


def _need_met(story: Story, mark: Hit) -> bool:
    """ "Met the criteria", "met with scepticism"; "the criteria have to be met"."""
    words, things = story.words, story.lexicon.words("things_met")
    before = words.lowered[max(0, mark.start - _NEAR) : mark.start].split()
    if before[-1:] and before[-1] in story.lexicon.words("be_forms") and not things.isdisjoint(before[-_OBJECT:]):
        return True
    behind = [words.tokens[i] for i in words.between(mark.end, mark.end + 50)]
    pairs = zip(behind[:_NEED], [*behind[1:], None], strict=False)
    return any(token.lower in things and not _called(story, following) for token, following in pairs)


def _called(story: Story, token: Token | None) -> bool:
    """ "Met opposition leader X", "met Budget Minister X": whether the thing is but part of what somebody is called."""
    kinds = ("office", "leaders", "parties_nouns")
    return token is not None and (token.capital or any(story.words.covering(k, token.start) for k in kinds))
