"""Who is said to have told a sentence: whoever stands at the verb that ends it, or somebody without a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .mentions import Mention
from .person import Person
from .unnamed_subjects import unnamed_speaker

if TYPE_CHECKING:
    from .story import Sentence, Story

_COMMA = re.compile(r", (?:[A-Z][a-z]{1,3}\.? )?$")
"""What stands before whoever ends a sentence, with a form of address cut short at most."""
_ENDING = 6
"""Words behind the verb of speech that ends a sentence: when, where and to whom it was said."""
_TITLE = 8
"""Characters between a verb and a name that a form of address takes."""
APPOSED = 80
"""Characters behind a word for somebody within which the name in its apposition begins."""


def told_at_end(story: Story, sentence: Sentence) -> Person | None:
    """ "The pier is open, Bell said.", "…, said Anna Bell, a pilot.": who stands at the verb of speech that
    ends a sentence."""
    if not story.lexicon.head_first or sentence.subject is None:
        return None
    if told := _told_by(story, sentence):
        return told
    mention, person = next(((m, p) for m, p in reversed(sentence.mentions) if p), (None, None))
    if mention is None or person is sentence.subject or story.introduced(mention) - 2 <= sentence.start:
        return None
    verbs = story.narrative_hits("speech", mention.end, mention.end + 2)
    begin = story.introduced(mention)
    comma = _COMMA.search(story.words.plain, max(sentence.start, begin - 8), begin)
    rest = story.words.plain[verbs[0].end : sentence.end] if verbs else ""
    return person if verbs and comma and len(rest.split()) <= _ENDING and story.acts(mention) else None


def _told_by(story: Story, sentence: Sentence) -> Person | None:
    """ "…, said Anna Bell, a pilot.": who stands behind a comma and a verb, with an apposition."""
    for verb in reversed(story.narrative_hits("speech", sentence.start, sentence.end)):
        if story.words.plain[verb.start - 2 : verb.start] != ", ":
            continue
        near = [(m, p) for m, p in sentence.mentions if p and 0 < story.introduced(m) - verb.end <= _TITLE]
        gap = story.words.plain[verb.end : story.introduced(near[0][0])] if near else ""
        closed = near and story.words.plain[near[0][0].end : near[0][0].end + 1] in tuple(",.")
        return near[0][1] if closed and (gap == " " or _COMMA.search("," + gap)) and story.acts(near[0][0]) else None
    return None


def speaks_unnamed(story: Story, sentence: Sentence) -> bool:
    """ "…,” a Western diplomat said": whether somebody speaks whose name does not stand right behind."""
    verbs = story.narrative_hits("speech", sentence.start, sentence.end)
    end = unnamed_speaker(story.words, verbs, sentence.start) if verbs else None
    return end is not None and not any(m.kind == "name" for m in story.within(end, end + 4))


def named_after(story: Story, mention: Mention) -> bool:
    """ "A spokesman in the harbour office, Anna Bell, said": whether an apposition says who somebody is."""
    names = (m for m in story.within(mention.end, mention.end + APPOSED) if m.kind == "name")
    plain = story.words.plain
    return any(plain[m.start - 2 : m.start] == ", " and plain[m.end : m.end + 1] == "," for m in names)
