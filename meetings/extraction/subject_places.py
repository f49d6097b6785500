"""Who of those named beside a verb of speech is its subject, by the place they stand at, where subjects stand first."""

from __future__ import annotations

import re

from .mentions import Mention
from .phrases import Hit
from .pointing_back import begin_of
from .story import Story

_STOP = re.compile(r"[,.;:!?…\"“”„«»\n]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _placed(story: Story) -> bool:
    """Whether a language tells the subject of a verb by its place."""
    return bool(story.lexicon.words("subject_heads"))


def own_subject(story: Story, cue: Hit, named: int) -> bool:
    """ "The club thanked Dia for “…”": whether a verb before the words has a subject that is nobody known, so that whom
    it names does not speak, as one does in "Said Dia: “…”"."""
    if (
        cue.kind != "speech"
        or not _placed(story)
        or story.lexicon.whole("according").match(story.words.lowered, cue.start)
    ):
        return False
    before = _STOP.split(story.words.lowered[story.words.line(cue.start)[0] : cue.start])[-1]
    gap = set(_WORD.findall(story.words.lowered[cue.end : named]))
    return bool(before.strip()) or not gap.isdisjoint(story.lexicon.words("function_words", "that_words"))


def in_subject_place(story: Story, left: list[Mention], cue: Hit) -> list[Mention]:
    """Those named before a verb who stand where its subject can, the likeliest first; all of them where nobody does."""
    if not _placed(story) or len(left) < 2:
        return left
    able = [m for m in left if _opens_clause(story, m)]
    able = [m for m in able if m is able[0] or not _between_commas(story, m)]
    if able and shares_subject(story, left[-1], cue):
        return able[::-1]
    return _behind_opening(story, able) if able else left


def _opens_clause(story: Story, mention: Mention) -> bool:
    """Whether a sentence, a comma or a word like "that" stands before a mention and what it is called."""
    start = story.words.line(mention.start)[0]
    before = story.words.plain[start : begin_of(story, mention)].rstrip()
    if not before or not (before[-1].isalnum() or before[-1] in ".'’"):
        return True
    small = story.lexicon.words("articles", "possessives", "titles")
    for word in reversed(before.split()[-6:]):
        if word[-1] in ',;:!?—–”"':
            return True
        if word.lower() in story.lexicon.words("subject_heads"):
            return True
        if not word[0].isupper() and word.lower().rstrip(".") not in small:
            return False
    return len(before.split()) <= 6


def _between_commas(story: Story, mention: Mention) -> bool:
    """ "with her host, Omar Dia, and said": whether a name but tells who somebody named before is."""
    before = story.words.plain[: begin_of(story, mention)][-2:]
    return before == ", " and story.words.plain[mention.end : mention.end + 1] == ","


def shares_subject(story: Story, last: Mention, cue: Hit) -> bool:
    """ "Bell met Dia and said", "Bell met Dia, saying": whether a verb right behind a name has the subject of the one
    before it."""
    if not _placed(story):
        return False
    gap = _WORD.findall(story.words.lowered[last.end : cue.start])
    joined = not story.lexicon.words("clause_joins").isdisjoint(gap[:1])
    return joined or story.words.lowered[cue.start : cue.end].endswith(
        tuple(story.lexicon.words("clause_head_endings"))
    )


def _behind_opening(story: Story, able: list[Mention]) -> list[Mention]:
    """ "After Bell had come, Dia said": those behind the clause that opens the sentence first."""
    told = story.sentence_at(able[0].start)
    first = _WORD.match(story.words.lowered, told.start) if told else None
    heads, endings = story.lexicon.words("clause_heads"), tuple(story.lexicon.words("clause_head_endings"))
    if first is None or not (first[0] in heads or first[0].endswith(endings)):
        return able
    main = [m for m in able if story.words.plain[: begin_of(story, m)][-2:] == ", "]
    return main + [m for m in able if m not in main]
