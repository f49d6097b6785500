"""Whom only somebody's words tell of, in languages that retell these over a paragraph without marks."""

from __future__ import annotations

from .mentions import Mention
from .pages import Paragraph
from .story import Sentence, Story

RETOLD = ("，", "：")
"""What stands behind a verb of speech before what somebody said is retold."""


def only_retold(story: Story) -> frozenset[int]:
    """ "Bell said, … . The accords of chairman Dia …": the persons (by `id`) who are named in such words alone."""
    if not story.lexicon.data.get("retold_in_first_person"):
        return frozenset()
    retold: set[int] = set()
    others: set[int] = set()
    paragraph, told = None, _Told(story, None)
    for sentence in story.sentences:
        if sentence.paragraph is not paragraph:
            paragraph = sentence.paragraph
            told = _Told(story, paragraph if paragraph.zone == "body" else None)
        for mention, person in sentence.mentions:
            if person:
                (retold if _retold(story, sentence, mention, told) else others).add(id(person))
    return frozenset(retold - others)


class _Told:
    """The verbs of speech of one paragraph, found once for all its sentences."""

    def __init__(self, story: Story, paragraph: Paragraph | None) -> None:
        verbs = story.narrative_hits("speech", paragraph.start, paragraph.end) if paragraph else []
        leading = [v for v in verbs if story.words.plain.startswith(RETOLD, v.end)]
        self.first = min((v.end for v in leading), default=len(story.words.plain))
        """Where words begin that go on without marks."""
        self.ends = {v.end for v in verbs}
        self.leading = {v.start for v in leading}


def _retold(story: Story, sentence: Sentence, mention: Mention, told: _Told) -> bool:
    if told.first > mention.start and mention.start not in told.ends:
        return False
    before = story.words.plain[sentence.start : mention.start]
    if story.narrative_hits("attendance", sentence.start, sentence.end):
        return any(word in before for word in story.lexicon.words("first_person"))
    return told.leading.isdisjoint((mention.end, mention.end + 1))
