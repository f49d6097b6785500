"""Whom only somebody's words tell of, in languages that retell these over a paragraph without marks."""

from __future__ import annotations

from .mentions import Mention
from .phrases import Hit
from .story import Sentence, Story

RETOLD = ("，", "：")
"""What stands behind a verb of speech before what somebody said is retold."""


def only_retold(story: Story) -> frozenset[int]:
    """ "Bell said, … . The accords of chairman Dia …": the persons (by `id`) who are named in such words alone."""
    if not story.lexicon.data.get("retold_in_first_person"):
        return frozenset()
    retold: set[int] = set()
    others: set[int] = set()
    for sentence in story.sentences:
        paragraph = sentence.paragraph
        verbs = story.narrative_hits("speech", paragraph.start, sentence.end) if paragraph.zone == "body" else []
        for mention, person in sentence.mentions:
            if person:
                (retold if _retold(story, sentence, mention, verbs) else others).add(id(person))
    return frozenset(retold - others)


def _retold(story: Story, sentence: Sentence, mention: Mention, verbs: list[Hit]) -> bool:
    plain = story.words.plain
    if not any(plain.startswith(RETOLD, v.end) or v.end == mention.start for v in verbs if v.end <= mention.start):
        return False
    told = plain[sentence.start : mention.start]
    if story.narrative_hits("attendance", sentence.start, sentence.end):
        return any(word in told for word in story.lexicon.words("first_person"))
    return not any(0 <= v.start - mention.end <= 1 and plain.startswith(RETOLD, v.end) for v in verbs)
