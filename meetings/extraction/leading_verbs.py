"""Who stands at a verb or a noun of speech that leads to the words behind it."""

from __future__ import annotations

from .mentioned_speakers import can_speak, speaker_of
from .mentions import Mention
from .phrases import Hit
from .pointing_back import aside, begin_of, close_link
from .story import Story
from .subject_places import in_subject_place, own_subject, shares_subject
from .turn_speakers import UNKNOWN, Speaker
from .voices import cited_before, in_clause, in_object, owning_body, owns_speaker


def led_to(story: Story, cue: Hit, mentions: list[Mention], end: int) -> Speaker | None:
    """Who stands at a verb or a noun of speech before the words."""
    after_noun = [m for m in mentions if 0 < m.start - cue.end <= 8] if cue.kind == "speech_nouns" else []
    if after_noun:
        own = story.words.covering("speech", cue.start)  # "according to X" says that X speaks, "a statement of X's" not
        return speaker_of(story, after_noun[0], "speaker.words-of" if own else "speaker.of-noun", 0.85)
    before = [m for m in mentions if m.end <= cue.start]
    behind = next((m for m in mentions if 0 <= begin_of(story, m) - cue.end <= 2 and can_speak(story, m)), None)
    if behind and story.lexicon.data.get("subject_bare"):  # "… söyleyen Bakan Toprakçı, “…”": a participle's subject
        return speaker_of(story, behind, "speaker.verb-before", 0.9)
    left = [m for m in before if can_speak(story, m) and not owns_speaker(story, m, before)] or before
    free = [m for m in left if not (close_link(story, begin_of(story, m)) or story.declined(m))]
    if clause := in_clause(story, before, cue):
        return speaker_of(story, clause, "speaker.of-clause", 0.85)
    if left and not free and story.lexicon.data.get("subject_dropped"):
        return None  # "no ve la idea lanzada por Dia y dice “…”": whoever acted before
    left = [m for m in free if not owning_body(story, m)] or free or left
    left = [m for m in left if not aside(story, left[0], m, cue)] if left else left
    if cited_before(story, cue, mentions, end):
        return speaker_of(story, mentions[-1], "speaker.words-of", 0.85)
    if left:
        verb = cue.kind != "speech_nouns" or not story.lexicon.head_first  # "greeted Dia with the words:"
        close = verb and len(story.words.between(left[-1].end, cue.start)) <= 3 and not apposed(story, left[0], cue)
        plain = close and not shares_subject(story, left[-1], cue)
        subject = left[-1] if plain else in_subject_place(story, left, cue)[0]
        return speaker_of(story, subject, "speaker.verb-before", 0.9 if close else 0.8)
    return _behind(story, cue, [m for m in mentions if m.start >= cue.end])


def _behind(story: Story, cue: Hit, right: list[Mention]) -> Speaker | None:
    """Who is named first behind a verb of speech before the words, where nobody named before it speaks."""
    if not right or (cue.kind == "speech" and in_object(story, cue, begin_of(story, right[0]))):
        return None  # "and agreed with Dia that “…”": whoever spoke before
    if own_subject(story, cue, begin_of(story, right[0])):
        told = story.sentence_at(cue.start)
        other = told is not None and told.subject not in (None, *(story.resolved.get(m.start) for m in right))
        return None if other else UNKNOWN
    return speaker_of(story, right[0], "speaker.verb-before", 0.85)


def apposed(story: Story, mention: Mention, cue: Hit) -> bool:
    """ "“…” Omar Dia, the minister's adviser on roads, said": whether an apposition fills the gap to the verb."""
    gap = story.words.lowered[mention.end : cue.start]
    lead = gap[2:].split()[:1] if gap.startswith(", ") and gap.endswith(", ") else []
    small = story.lexicon.words("articles", "possessives")
    told = bool(lead) and (lead[0] in small or lead[0].endswith("'s"))
    return told and story.lexicon.head_first and mention.kind == "name"
