"""Words that go on reporting what somebody said by the mood of the verb alone: "Bell warnte vor Eile. Dia müsse …"."""

from __future__ import annotations

from .mentioned_speakers import speaker_of
from .mentions import Mention
from .story import Sentence, Story
from .stretch import Stretch
from .turn_speakers import Speaker

_FAR = 4
"""Sentences that can stand between the verb of speech and the words."""


def reported(story: Story, stretch: Stretch) -> Speaker | None:
    """Whose words go on, by the mood of the verb beside them."""
    mention = _reporting(story, stretch)
    return speaker_of(story, mention, "speaker.reported-mood", 0.7) if mention else None


def _reporting(story: Story, stretch: Stretch) -> Mention | None:
    """Who spoke last, where the verb beside some words has the mood of reported speech and none of them is one of
    speech: they are not the subject's of that sentence."""
    sentence = story.sentence_at(stretch.outer_start)
    if not story.lexicon.words("reported_mood") or sentence is None or not _reported(story, sentence):
        return None
    at = story.sentences.index(sentence)
    for above in reversed(story.sentences[max(0, at - _FAR) : at]):
        if above.paragraph.zone != "body":
            return None
        if above.subject and _speech(story, above):
            return next((m for m, p in above.mentions if p is above.subject), None)
        if not _reported(story, above) and not any(above.start <= s.start < above.end for s in story.stretches):
            return None
    return None


def _reported(story: Story, sentence: Sentence) -> bool:
    """Whether a sentence has a verb in the mood of reported speech, and no verb of speech."""
    mood = story.lexicon.words("reported_mood")
    if _speech(story, sentence) or any(m.kind == "pronoun" for m, _p in sentence.mentions):
        return False
    if not story.words.says(mood, sentence.start, sentence.end):
        return False
    near = (story.words.tokens[i] for i in story.words.between(sentence.start, sentence.end))
    return any(t.lower in mood and not story.quoted_at(t.start) for t in near)


def _speech(story: Story, sentence: Sentence) -> bool:
    """Whether a sentence has a verb of speech, not only one in the mood of reported speech."""
    mood = story.lexicon.words("reported_mood")
    told = story.narrative_hits("speech", sentence.start, sentence.end)
    return any(story.words.lowered[h.start : h.end] not in mood for h in told)
