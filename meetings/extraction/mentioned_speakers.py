"""Who is mentioned, as a speaker: whether they can be one, and how sure that is."""

from __future__ import annotations

import re

from .mentions import Mention
from .speaking_bodies import body_of
from .story import Story
from .turn_speakers import Speaker


def again(speaker: Speaker, rule: str) -> Speaker:
    return Speaker(speaker.person, speaker.institution, speaker.span, rule, min(speaker.confidence, 0.7))


def can_speak(story: Story, mention: Mention, *, loose: bool = False) -> bool:
    """Whether a mention is somebody who can be speaking here."""
    known = mention.person or story.resolved.get(mention.start) or mention.institution
    if not known:
        return False
    if loose:
        return not (story.absent(mention) or story.owns_noun(mention))
    after = story.words.plain[mention.end : mention.end + 2]
    if re.match(r"['’]", after) and mention.kind != "institution":
        return False
    return story.acts(mention) and not (mention.institution and _stands_in(story, mention))


def _stands_in(story: Story, mention: Mention) -> bool:
    """ "He works at the Ministry of Mines and said …": whether a body is where somebody is; "according to the Ministry"
    it speaks. So it does in languages that say "at the Ministry they said": they have no such words."""
    lead = story.lexicon.shaped("stays", r"(?<!\w){words} (?:\w+ )?$")
    link = lead.search(story.words.lowered, max(0, mention.start - 16), mention.start)
    return link is not None and story.words.covering("speech", link.start()) is None


def speaker_of(story: Story, mention: Mention, rule: str, confidence: float) -> Speaker:
    person = mention.person or story.resolved.get(mention.start)
    weaker = {"name": 0.0, "institution": 0.05, "office": 0.05, "leader": 0.08}.get(mention.kind, 0.15)
    institution = None if person else body_of(story, mention)
    return Speaker(person, institution, (mention.start, mention.end), rule, round(confidence - weaker, 2))
