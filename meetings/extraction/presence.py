"""Who was there, told by the order of the words: "also at the talks were X and Y", "with the minister was X"."""

from __future__ import annotations

import re

from .person import Person
from .story import Sentence, Story

_FRONTED = r"(?P<where>[^,;:]{2,90}?) {words} "
_AT_ONCE = 24
"""Characters behind the verb in which whoever was there is named: a form of address or a state stand between."""


def is_there(story: Story, sentence: Sentence) -> bool:
    """Whether a sentence names right behind a verb who was there."""
    return _at_gathering(story, sentence) or accompanied(story, sentence) is not None


def _at_gathering(story: Story, sentence: Sentence) -> bool:
    """ "Also at the talks were X and Y", "in the delegation was X": where they were stands before the verb."""
    found = _fronted(story, sentence, "there_at")
    return found is not None and bool(story.lexicon.whole("there_events").search(found["where"]))


def accompanied(story: Story, sentence: Sentence) -> Person | None:
    """ "Accompanying the minister were X and Y": with whom those came who are named right behind the verb."""
    found = _fronted(story, sentence, "there_with")
    led = [p for m, p in sentence.mentions if p and found and found.start("where") < m.start < found.end("where")]
    return led[0] if len(led) == 1 else None


def _fronted(story: Story, sentence: Sentence, openers: str) -> re.Match[str] | None:
    """What opens a sentence up to a verb of being and somebody named right behind it; None for other sentences."""
    lowered, shaped = story.words.lowered, story.lexicon.shaped
    opener = shaped(openers, r"{words} ").match(lowered, sentence.start, sentence.end)
    found = shaped("there_verbs", _FRONTED).match(lowered, opener.end(), sentence.end) if opener else None
    if found is None or story.quoted_at(found.end()):
        return None
    named = [m.start for m, p in sentence.mentions if p]
    named += [o.start for m, p in sentence.mentions if p for o, n in p.offices if n.start == m.start]
    at = min((at for at in named if at >= found.end()), default=sentence.end)
    before = re.findall(r"[^\W\d_]+|[,;:]", story.words.plain[found.end() : at])
    small = story.lexicon.words("articles", "possessives", "titles")
    return found if at - found.end() < _AT_ONCE and all(w[0].isupper() or w in small for w in before) else None
