"""Where a story turns from the meeting to what went before it."""

from __future__ import annotations

from .story import Sentence, Story


def begins_at(story: Story) -> int:
    """Where the background begins: behind a heading for it ("What we know"), or with a reminder ("We recall that …")
    that opens a paragraph; the end of the text where there is none."""
    for sentence in story.sentences:
        paragraph = sentence.paragraph
        if paragraph.zone == "body" and sentence.start == paragraph.start and _turns_back(story, sentence):
            return sentence.start
    return len(story.words.plain)


def said_earlier(story: Story, sentence: Sentence) -> bool:
    """ "Earlier X had said that …": words that open a sentence and put what somebody said before the meeting."""
    return story.lexicon.shaped("said_earlier", r"{words}(?!\w)").match(story.words.lowered, sentence.start) is not None


def _turns_back(story: Story, sentence: Sentence) -> bool:
    lowered, lexicon = story.words.lowered, story.lexicon
    if lexicon.shaped("reminders", r"{words}(?!\w)").match(lowered, sentence.start):
        return True
    line = lowered[sentence.paragraph.start : sentence.paragraph.end].strip(" :?.*#")
    return line in lexicon.words("background_heads")
