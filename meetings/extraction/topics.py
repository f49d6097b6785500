"""What a meeting was about: whom only the words for that name were not there ("A met B to discuss C's war")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .mentions import Mention
from .person import Person
from .pointing_back import begin_of
from .staff import serves
from .story import Sentence, Story

Told = Sequence[tuple[Mention, Person]]
_OWNED = re.compile(r"['’](?:s\b)?(?: [^\W\d_][\w’'-]*){1,5}")
"""What is somebody's own, in English: as many words as an encounter's name has."""
_PRESENT = ("encounter", "visits", "delegations", "attendance", "speech_nouns")
"""Kinds of what is somebody's own by which they are there themselves ("A's talks with B")."""


def without_topics(story: Story, sentence: Sentence, told: Told) -> list[Person]:
    """Whom a sentence names as being there, but for the owners of what is spoken of, those whose staff was there and
    those whom only the words behind "to discuss", "ahead of" and the like name, where two others are named before."""
    asides = _asides(story, sentence) if len({id(p) for _m, p in told}) > 1 else []
    told = [(m, p) for m, p in told if not any(a < m.start < b for a, b in asides)] or told
    if not story.lexicon.head_first or len({id(p) for _m, p in told}) < 3:
        return [p for _m, p in told]
    own = [(m, p) for m, p in told if not (_owns(story, m) or serves(story.words, begin_of(story, m)))]
    own = own if len({id(p) for _m, p in own}) > 1 else list(told)
    at = _opened(story, sentence, own)
    return [p for m, p in own if m.start < at]


def _owns(story: Story, mention: Mention) -> bool:
    """ "C's war": somebody of whose own things, and of no meeting of theirs, a sentence tells."""
    behind = _OWNED.match(story.words.plain, mention.end)
    if behind is None or mention.kind == "institution":
        return False
    return not any(story.words.inside(kind, mention.end, behind.end()) for kind in _PRESENT)


def _asides(story: Story, sentence: Sentence) -> list[tuple[int, int]]:
    """Clauses between commas that tell something else of whoever is named before: "A, who succeeded C, met B"."""
    if not story.lexicon.head_first or story.lexicon.data.get("noun_capitals"):
        return []  # ", der Kanzler," may be a clause and may be a name with its article
    clause = story.lexicon.shaped("clause_pronouns", r"(?<=[^\W\d_]) ?,\s(?:[^\W\d_]{1,4}\s)?{words}\s[^,;:.()]+,")
    found = [m.span() for m in clause.finditer(story.words.lowered, sentence.start, sentence.end)]
    return [(a, b) for a, b in found if not any(story.words.inside(kind, a, b) for kind in _PRESENT)]


def _opened(story: Story, sentence: Sentence, told: Told) -> int:
    """Where the topic begins behind two persons; the sentence's end where it does not, and where
    another encounter or further guests are told behind."""
    first = told[0][1]
    second = next((m for m, p in told if p is not first), None)
    if second is None:
        return sentence.end
    opener = story.lexicon.shaped("topic_openers", r"(?<!\w){words}(?!\w)")
    topic = opener.search(story.words.lowered, second.end, sentence.end)
    if topic is None:
        return sentence.end
    verbs, lowered = story.lexicon.words("encounter_verbs"), story.words.lowered
    marks = story.narrative_hits("encounter", topic.end(), sentence.end)
    more = [h for h in marks if lowered[h.start : h.end] in verbs]
    more += [h for k in ("accompanied", "attendance") for h in story.narrative_hits(k, topic.end(), sentence.end)]
    return sentence.end if more else topic.start()
