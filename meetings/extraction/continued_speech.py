"""Whose words a quotation gives that has no verb of speech beside it: who goes on, answers, or is told to act."""

from __future__ import annotations

import re

from .mentioned_speakers import again, can_speak, speaker_of
from .mentions import Mention
from .person import Person
from .pointing_back import begin_of, beside_in_turn
from .reported_mood import reported
from .story import Sentence, Story
from .strangers import according, goes_on, in_sentence, told_of
from .stretch import Stretch
from .turn_speakers import UNKNOWN, Speaker

_CHAIN = 40
"""Characters between two quotations of one sentence that but a verb joins."""
_WORD = re.compile(r"[^\W\d_]+")


def nearby(story: Story, stretch: Stretch, line_start: int, previous: Stretch | None, found: list[Speaker]) -> Speaker:
    """No verb of speech beside the words: the same speaker goes on, or the one who acted last."""
    in_turn = beside_in_turn(story, previous.outer_end, stretch.outer_start) if previous else None
    if in_turn:
        return speaker_of(story, in_turn, "speaker.in-turn", 0.8)
    if previous and (other := _answering(story, stretch, previous, found)):
        return again(other, "speaker.reply")
    sentence = story.sentence_at(stretch.outer_start)
    if between := _acted_between(story, stretch, previous, found) or reported(story, stretch):
        return between
    if previous and (subject := _past_statement(sentence, previous, found)):
        return Speaker(subject, None, None, "speaker.subject", 0.7)
    own = previous and sentence and previous.outer_end <= sentence.start < stretch.outer_start and sentence.subject
    if _strangers(story, stretch, previous, found, sentence):
        return UNKNOWN
    if previous and not own and found and previous.outer_end >= line_start and found[-1] is not UNKNOWN:
        return again(found[-1], "speaker.continued")
    if sentence and sentence.start < stretch.outer_start and (subject := sentence.subject):
        return Speaker(subject, None, None, "speaker.subject", 0.6)
    if led := _led_from_above(story, stretch, line_start):
        return led
    gap = story.words.plain[previous.outer_end : stretch.outer_start] if previous else ""
    if previous and found and len(gap.split()) <= 12 and found[-1] is not UNKNOWN:
        return again(found[-1], "speaker.continued")
    foreign = in_sentence(story, sentence, stretch, spoken=False)
    subject = None if foreign else story.subject_before(stretch.outer_start)
    return Speaker(subject, None, None, "speaker.last-subject", 0.4) if subject else UNKNOWN


def _body_first(story: Story, sentence: Sentence | None, stretch: Stretch) -> Mention | None:
    """ "The ministry denounced the plans, calling them “…”": a body that begins a sentence of the words, or its main
    clause, where nobody else is named before them."""
    told = story.within(sentence.start, stretch.outer_start) if sentence and story.lexicon.head_first else []
    if not sentence or len(told) != 1 or not told[0].institution or not can_speak(story, told[0]):
        return None
    lead = story.lexicon.shaped("articles", r"(?:^|, ){words} $|^$|, $")
    return told[0] if lead.search(story.words.lowered[sentence.start : told[0].start]) else None


def _past_statement(sentence: Sentence | None, previous: Stretch, found: list[Speaker]) -> Person | None:
    """ "Dia, Bell'in “A” sözlerini eleştirerek, “B” dedi": the subject of a sentence in which words of somebody else's
    were spoken of before."""
    told = sentence is not None and sentence.start <= previous.start and found[-1].rule == "speaker.statement"
    return sentence.subject if told and sentence and sentence.subject is not found[-1].person else None


def _led_from_above(story: Story, stretch: Stretch, line_start: int) -> Speaker | None:
    """Whoever the sentence before the words leads to, or who acts in it where it stands on the same line; before them a
    body that begins the sentence of the words."""
    if body := _body_first(story, story.sentence_at(stretch.outer_start), stretch):
        return speaker_of(story, body, "speaker.subject", 0.6)
    above = story.sentence_before(stretch.outer_start)
    if above and (led := _introduced(story, above)):
        return led
    if above and above.end >= line_start and above.subject:
        return _at_last_verb(story, above) or Speaker(above.subject, None, None, "speaker.subject", 0.6)
    return None


def _strangers(
    story: Story, stretch: Stretch, previous: Stretch | None, found: list[Speaker], sentence: Sentence | None
) -> bool:
    """Whether the words are of somebody without a name, who goes on or stands at the verb before them."""
    if previous and found and found[-1] is UNKNOWN and goes_on(story, stretch, previous):
        return True
    if previous and found and found[-1] is UNKNOWN and _joined(story, previous, stretch):
        return True
    if sentence and (told_of(story, sentence, stretch) or according(story, sentence, stretch)):
        return True
    fresh = previous is None or (sentence is not None and sentence.start >= previous.outer_end)
    return fresh and in_sentence(story, sentence, stretch, spoken=True)


def chained(story: Story, stretch: Stretch, previous: Stretch | None, found: list[Speaker]) -> Speaker | None:
    """ "X, “A” belirterek, “B” dedi": where verbs stand last, a verb alone between two quotations of one sentence has
    the subject of both."""
    if not previous or not found or not found[-1].person or not story.lexicon.data.get("subject_bare"):
        return None
    start, end = previous.outer_end, stretch.outer_start
    gap = story.words.plain[start:end]
    told = story.narrative_hits("speech", start, end) if len(gap) < _CHAIN and "\n" not in gap else []
    alone = bool(told) and gap.strip(" ,").lower() == story.words.lowered[told[0].start : told[-1].end]
    return again(found[-1], "speaker.continued") if alone else None


def _joined(story: Story, previous: Stretch, stretch: Stretch) -> bool:
    """ "Some called it “too late” and “too little”": words that but "and" or a comma joins to those before."""
    gap = story.words.lowered[previous.outer_end : stretch.outer_start].strip()
    return gap in story.lexicon.words("party_joins") | {","}


def reply(story: Story, stretch: Stretch, found: list[Speaker]) -> Speaker | None:
    """ "…,” came the reply": whoever spoke before, but not last."""
    after = story.words.lowered[stretch.outer_end : stretch.outer_end + 30].lstrip(" ,.—–-")
    if not found or not after.startswith(story.lexicon.affixes("replies")):
        return None
    others = [s for s in found if s.person and s.person is not found[-1].person]
    return again(others[-1], "speaker.reply") if others else UNKNOWN


def _acted_between(story: Story, stretch: Stretch, previous: Stretch | None, found: list[Speaker]) -> Speaker | None:
    """ "“A,” Bell said. Dia nodded. “B.”": whoever is named as acting in the sentence right before the words, where
    that stands between two quotations, and somebody else spoke before."""
    above = story.sentence_before(stretch.outer_start)
    if not previous or not above or above.start < previous.outer_end or not above.subject:
        return None
    if not found or not found[-1].person:
        return None
    first = next((m for m, p in above.mentions if p is above.subject and story.acts(m)), None)
    begun = stretch.rule == "quote.marks" and not story.words.plain[above.end : stretch.outer_start].strip()
    if first is None or first.kind == "pronoun" or not begun or above.subject is found[-1].person:
        return None
    return Speaker(above.subject, None, None, "speaker.subject", 0.6)


def _introduced(story: Story, above: Sentence) -> Speaker | None:
    """Whoever the paragraph above the words leads to, where it ends in a colon."""
    if not story.words.plain[above.start : above.end].rstrip().endswith(":"):
        return None
    if above.subject is None:
        return _paper_above(story, above)
    return _at_last_verb(story, above) or Speaker(above.subject, None, None, "speaker.introduced", 0.85)


def _paper_above(story: Story, above: Sentence) -> Speaker | None:
    """ "In Bell's message it says:" on a line above the words: whose paper it is; nobody's where it is joint."""
    lead = set(_WORD.findall(story.words.lowered[above.start : above.end]))
    papers = story.lexicon.words("papers", "documents")
    if not lead & papers:
        return None
    if lead & story.lexicon.words("joint_words"):
        return UNKNOWN
    owner = next((m for m, p in above.mentions if p and m.kind in ("name", "office")), None)
    return speaker_of(story, owner, "speaker.document", 0.75) if owner else None


def _answering(story: Story, stretch: Stretch, previous: Stretch, found: list[Speaker]) -> Speaker | None:
    """Two who answer each other behind dashes, line by line: after the second the first speaks again."""
    gap = story.words.plain[previous.outer_end : stretch.outer_start]
    if stretch.rule != "quote.dash" or previous.rule != "quote.dash" or not re.search(r"\n", gap):
        return None
    if not found or not found[-1].person:
        return None
    others = [s for s in found[-4:] if s.person and s.person is not found[-1].person]
    return others[-1] if others else None


def _at_last_verb(story: Story, sentence: Sentence) -> Speaker | None:
    """ "Before the talks with Omar Dia, said Anna Bell:": who stands right behind the verb that leads to the words."""
    cues = story.narrative_hits("speech", sentence.start, sentence.end)
    usable = [m for m, _p in sentence.mentions if can_speak(story, m)]
    right = [m for m in usable if cues and m.start >= cues[-1].end and begin_of(story, m) - cues[-1].end <= 6]
    gap = story.words.plain[cues[-1].end : right[0].start] if right else ""
    return speaker_of(story, right[0], "speaker.introduced", 0.85) if right and "," not in gap else None
