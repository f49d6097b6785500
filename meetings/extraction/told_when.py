"""Days and towns of something else than the meeting: when it was told of, where a paper was signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .date_resolution import When
from .phrases import Hit
from .record import Finding
from .story import Sentence, Story
from .tokens import Words

_BESIDE = 5
"""Characters between a verb of speech and its day, an article or "this" among them."""
_CLAUSE = 90
_HELD, _HEAD = 70, 40
"""Characters between a day and the participle of what was held then, and behind that those in which its noun stands."""
_PARTICIPLES = ("held_participles", "coming_participles")
_JOURNEYS = ("visits", "current_visit", "journeys")
_ARTICLE, _VERB = 2, 24
"""Words before the encounter with which a sentence begins, and characters behind it in which its verb stands."""
_TWO_DAYS = re.compile(r"(?<![\d./-])\d{1,2}\.?\s?(?:[-–—]|[a-zа-яії]{1,3})(?: zum)?\s?\d{1,2}(?![\d/-]|\.\d)")
_UNTIL, _SECOND = re.compile(r"[至到—–-]\d{1,2}日"), 5
"""Two days of one month with a word or a dash between them, and the second behind a Chinese one."""
_DAY, _MONTH = len("2024-05-03"), len("2024-05")
_BEFORE = 12
"""Characters before a participle in which the verb that it belongs to stands."""


def told_then(story: Story, sentence: Sentence, when: When) -> bool:
    """ "A empfängt B, wie das Amt am Mittwoch mitteilte", "…, informó el miércoles la cancillería": whether a weekday
    is the one on which the meeting was told of, in a clause of its own behind what tells of the meeting."""
    if when.weekday is None or not story.narrative_hits("encounter", sentence.start, when.start):
        return False
    plain = story.words.plain
    comma = plain.rfind(",", max(sentence.start, when.start - _CLAUSE), when.start)
    if comma < 0 or story.narrative_hits("encounter", comma, when.end):
        return False
    leads = story.lexicon.affixes("telling_leads")
    if leads and story.words.lowered.startswith(leads, comma + 2):
        return True
    verbs = story.narrative_hits("speech", comma, when.start)
    small = story.lexicon.words("articles", "this_day")
    beside = verbs and when.start - verbs[-1].end <= _BESIDE
    return bool(beside) and set(story.words.lowered[verbs[-1].end : when.start].split()) <= small


def on_one_of_several(story: Story, day: Finding) -> Finding:
    """ "On 2–3 May A met B", "5月2日至3日": the month, where a day is the first of several of which one is meant."""
    plain, span = story.words.plain, next(iter(day.spans), None)
    if span is None or len(day.value or "") != _DAY:
        return day
    several = _TWO_DAYS.search(plain, span.start, span.end) or _UNTIL.search(plain, span.start, span.end + _SECOND)
    return replace(day, value=(day.value or "")[:_MONTH], confidence=min(day.confidence, 0.6)) if several else day


def tells_its_day(story: Story, sentence: Sentence, mark: Hit) -> bool:
    """ "The call took place on Sunday.": whether a sentence that names nobody begins with the encounter and says that
    it was held, so that its day is that of the meeting told before."""
    if sentence.quoted or sentence.persons or len(story.words.between(sentence.start, mark.start)) > _ARTICLE:
        return False
    held = story.lexicon.begins("took_place").search(story.words.lowered, mark.end, min(sentence.end, mark.end + _VERB))
    return held is not None and bool(story.lexicon.words("took_place"))


def held_then(story: Story, sentence: Sentence, when: When) -> bool:
    """ "19 наурызда өткен сайлау", "3 mayda keçiriləcək sərgi": whether a day is that of another thing that was or will
    be held then, where a participle behind the day says so."""
    lexicon, end = story.lexicon, min(sentence.end, when.end + _HELD)
    if not lexicon.words("held_participles", "coming_participles"):
        return False
    lowered = story.words.lowered
    found = [(key, m) for key in _PARTICIPLES if (m := _behind(lexicon.whole(key), lowered, when.end, end))]
    key, first = min(found, key=lambda told: told[1].start(), default=("", None))
    if first is None or story.narrative_hits("encounter", when.end, first.start()):
        return False
    behind = story.narrative_hits("encounter", first.end(), min(sentence.end, first.end() + _HEAD))
    verbs = lexicon.words("encounter_verbs")
    return key == _PARTICIPLES[1] or all(lowered[h.start : h.end] in verbs for h in behind)


def came_then(story: Story, sentence: Sentence, when: When, whens: Sequence[When]) -> bool:
    """ "Arrived on Tuesday and met B on Wednesday": whether a day is that of the journey before the encounter, which
    has one of its own."""
    met = next(iter(story.narrative_hits("encounter", when.end, sentence.end)), None)
    if met is None or not any(other.start > met.end for other in whens):
        return False
    came = [h for kind in _JOURNEYS for h in story.narrative_hits(kind, sentence.start, when.start)]
    return bool(came) and not story.narrative_hits("encounter", sentence.start, when.start)


def _behind(participles: re.Pattern[str], lowered: str, start: int, end: int) -> re.Match[str] | None:
    """A participle with its noun behind it: at the end of a sentence the same form is the verb."""
    found = (m for m in participles.finditer(lowered, start, end) if lowered[m.end() : m.end() + 1] in (" ", ","))
    return next(found, None)


def signed_there(words: Words, town: Hit) -> bool:
    """ "The agreement signed in Oslo": whether a town is only where a paper was signed, or where an envoy lives; "was
    signed in Oslo" tells of what somebody did there."""
    leads = words.lexicon.words("residence_leads")
    if leads and words.lowered[max(0, town.start - 24) : town.start].rstrip().endswith(tuple(leads)):
        return True
    pattern = words.lexicon.shaped("signed_things", r"(?<!\w){words} \w{1,4} ?$")
    signed = pattern.search(words.lowered, max(0, town.start - 24), town.start)
    before = words.lowered[max(0, signed.start() - _BEFORE) : signed.start()].split()[-1:] if signed else []
    return signed is not None and words.lexicon.words("signed_verbs").isdisjoint(before)
