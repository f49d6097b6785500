"""Whose words a quotation gives: the verb of speech beside it and who stands at that verb."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .cases import fold
from .mentions import Mention
from .people import Person
from .phrases import Hit
from .quotes import Stretch
from .story import Story
from .voices import cited, signature, state_speaks, together

_FINAL = ",.!?…،؟，。！？"


@dataclass(frozen=True)
class Speaker:
    """A person, an institution, or neither; the words that say so and the rule that found them."""

    person: Person | None
    institution: str | None
    span: tuple[int, int] | None
    rule: str
    confidence: float


UNKNOWN = Speaker(None, None, None, "speaker.unknown", 0.0)


def attribute(story: Story, headline: list[Person]) -> list[Speaker]:
    """The speaker of every stretch of speech, in order."""
    found: list[Speaker] = []
    answering: Speaker | None = None
    for n, stretch in enumerate(story.stretches):
        if stretch.rule in ("quote.turn", "quote.opening-remarks"):
            speaker = _of_turn(story, stretch, headline, answering)
            answering = speaker if speaker.person else answering
        else:
            speaker = _of_quote(story, n, found)
        found.append(speaker)
    return found


def _of_turn(story: Story, stretch: Stretch, headline: list[Person], answering: Speaker | None) -> Speaker:
    if stretch.rule == "quote.opening-remarks" or (stretch.label is None and not answering):
        persons = headline or _announced(story, stretch)
        return Speaker(persons[0], None, None, "speaker.headline", 0.8) if persons else UNKNOWN
    if stretch.label is None:
        return answering or UNKNOWN
    start, end = stretch.label
    mentions = [m for m in story.within(start, end + 1) if m.person or story.resolved.get(m.start)]
    nobody = stretch.unnamed or _nobody(story, start, end)
    for mention in sorted(mentions, key=lambda m: m.kind != "name"):
        person = mention.person or story.resolved.get(mention.start)
        if mention.kind == "name" or nobody:
            return Speaker(person, None, (start, end), "speaker.label", 0.98)
    text = " ".join(story.words.plain[start:end].split())
    if person := _by_initials(story, text):
        return Speaker(person, None, (start, end), "speaker.initials", 0.8)
    if nobody and (beside := _in_brackets(story, end)):
        return Speaker(beside, None, (start, end), "speaker.label", 0.9)
    if nobody:
        return UNKNOWN
    known = _by_words(story, text)
    return Speaker(known, None if known else text, (start, end), "speaker.label", 0.9 if known else 0.6)


def _announced(story: Story, stretch: Stretch) -> list[Person]:
    """Whom the last note before somebody's words names: "[remarks by Anna Bell at the airport]"."""
    above = [s for s in story.sentences if s.end <= stretch.start and s.persons]
    return above[-1].persons if above else []


def _by_initials(story: Story, text: str) -> Person | None:
    """ "SG:" for the Secretary-General, "AB:" for Anna Bell."""
    letters = re.sub(r"[^\w]", "", text)
    if not 2 <= len(letters) <= 4 or not letters.isupper() or " " in text:
        return None
    for person in story.resolver.people:
        offices = [o.text for o, _n in person.offices]
        names = [" ".join(n.words) for n in person.names]
        if any("".join(re.findall(r"(?<!\w)[^\W\d_]", x)).upper() == letters for x in offices + names):
            return person
    return None


def _in_brackets(story: Story, end: int) -> Person | None:
    """The name in the brackets behind a label: "Official Spokesperson (Mr. Omar Dia):"."""
    aside = re.compile(r"\s*[(\[][^)\]\n]{1,80}[)\]]\s*:").match(story.words.plain, end)
    names = [m for m in story.within(end, aside.end()) if m.kind == "name"] if aside else []
    return names[0].person if names else None


def _nobody(story: Story, start: int, end: int) -> bool:
    """Whether a label gives an office only, no name."""
    words = [story.words.tokens[i] for i in story.words.between(start, end)]
    small = story.lexicon.words("articles")
    return all(not t.word or t.lower in small or story.words.covering("office", t.start) for t in words)


def _by_words(story: Story, text: str) -> Person | None:
    """The one person of the text whose name a label gives in another spelling or outside the body."""
    said = tuple(re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", text))
    last = fold(said[-1]) if said else ""
    fits = [p for p in story.resolver.people if last and any(last == fold(w) for n in p.names for w in n.words)]
    return fits[0] if len(fits) == 1 else None


def _of_quote(story: Story, n: int, found: list[Speaker]) -> Speaker:
    stretch = story.stretches[n]
    previous = story.stretches[n - 1] if n else None
    following = story.stretches[n + 1] if n + 1 < len(story.stretches) else None
    plain = story.words.plain
    line_start = plain.rfind("\n", 0, stretch.outer_start) + 1
    line_end = plain.find("\n", stretch.outer_end)
    line_end = len(plain) if line_end < 0 else line_end
    before = max(line_start, previous.outer_end if previous else 0)
    after = min(line_end, following.outer_start if following else line_end)
    whole = plain[stretch.end - 1 : stretch.end] in tuple(_FINAL) or not plain[before : stretch.outer_start].strip()
    lead = plain[before : stretch.outer_start].rstrip()
    introduced = lead.endswith(("：", "，")) or (not story.lexicon.capitals and lead.endswith((":", "،")))
    orders = ("after", "before") if whole and not introduced else ("before", "after")
    if reply := _reply(story, stretch, found):
        return reply
    if signed := signature(story, stretch, after):
        return _speaker(story, signed, "speaker.signature", 0.85)
    for order in orders:
        speaker = _after(story, stretch, after) if order == "after" else _before(story, stretch, before)
        if speaker:
            return speaker
    return _nearby(story, stretch, line_start, before, previous, found)


def _after(story: Story, stretch: Stretch, limit: int) -> Speaker | None:
    """ "…," the President said. — said Zavarzin."""
    sentences = story.words.split(stretch.outer_end, limit)
    if not sentences:
        return None
    start, end = stretch.outer_end, min(sentences[0][1], stretch.outer_end + 220)
    text = story.words.plain[start:end]
    if not text.strip(" ,—–-.") and len(sentences) > 1:
        return None
    cues = story.narrative_hits("speech", start, end)
    if not cues or (cues[0].start - start > 120):
        return None
    cue = cues[0]
    if _leads_on(story, stretch, cue.end, end):
        return None
    if together(story, cue):
        return UNKNOWN
    usable = [m for m in story.within(start, end) if not story.quoted_at(m.start) and _usable(story, m)]
    return _at_verb(story, cue, usable) if usable else _impersonal(story, stretch, cue)


def _at_verb(story: Story, cue: Hit, usable: list[Mention]) -> Speaker | None:
    """Who stands at a verb of speech behind the words, before it or after it."""
    left = [m for m in usable if m.end <= cue.start and cue.start - m.end < 60]
    right = [m for m in usable if m.start >= cue.end]
    if named := cited(story, cue, right):
        return _speaker(story, named, "speaker.verb-after", 0.9)
    if left and not (right and right[0].start - cue.end <= 2 and cue.start - left[-1].end > 25):
        subject = left[0] if story.lexicon.data.get("subject_bare") else left[-1]
        return _speaker(story, subject, "speaker.verb-after", 0.95)
    if right and _begin(story, right[0]) - cue.end < 60:
        return _speaker(story, right[0], "speaker.verb-after", 0.95)
    return None


def _reply(story: Story, stretch: Stretch, found: list[Speaker]) -> Speaker | None:
    """ "…,” came the reply": whoever spoke before, but not last."""
    after = story.words.lowered[stretch.outer_end : stretch.outer_end + 30].lstrip(" ,.—–-")
    if not found or not after.startswith(tuple(story.lexicon.words("replies")) or "\0"):
        return None
    others = [s for s in found if s.person and s.person is not found[-1].person]
    return _again(others[-1], "speaker.reply") if others else UNKNOWN


def _begin(story: Story, mention: Mention) -> int:
    """Where a mention begins, the office before a name included."""
    named = story.resolver.named.get(mention.start)
    offices = [o.start for o, n in named[1].offices if n is named[0]] if named else []
    return min([mention.start, *offices])


def _leads_on(story: Story, stretch: Stretch, start: int, end: int) -> bool:
    """Whether a new sentence behind finished words reports something else: "“A.” Bell said that …"."""
    plain = story.words.plain
    following = plain[stretch.outer_end : stretch.outer_end + 4].lstrip()
    if plain[stretch.end - 1 : stretch.end] not in tuple(".!?…") or not following[:1].isupper():
        return False
    word = re.match(r"\W*(\w+)", story.words.lowered[start:end])
    return plain[:end].rstrip().endswith(":") or bool(word and word[1] in story.lexicon.words("that_words"))


def _impersonal(story: Story, stretch: Stretch, cue: Hit) -> Speaker | None:
    """ "…,” the statement said": the body spoken of last."""
    said = story.words.lowered[stretch.outer_end : cue.start].split()
    if said and story.nameless_at(cue.start):
        return UNKNOWN
    if not said or said[-1] not in story.lexicon.words("documents"):
        return None
    bodies = [m for m in story.within(0, stretch.start) if m.institution and not story.quoted_at(m.start)]
    return _speaker(story, bodies[-1], "speaker.document", 0.75) if bodies else UNKNOWN


def _before(story: Story, stretch: Stretch, limit: int) -> Speaker | None:
    """X said: "…"; according to X, "…"; X called the talks "…"."""
    sentence = story.sentence_at(stretch.outer_start) or story.sentence_at(stretch.outer_start - 2)
    start = max(limit, sentence.start if sentence else limit)
    if start >= stretch.outer_start:
        return None
    cues = story.narrative_hits("speech", start, stretch.outer_start) + story.narrative_hits(
        "speech_nouns", start, stretch.outer_start
    )
    colon = story.words.plain[start : stretch.outer_start].rstrip().endswith((":", "："))
    cue = max(cues, key=lambda h: h.start) if cues else None
    if cue and (together(story, cue) or state_speaks(story, cue)):
        return UNKNOWN
    mentions = [m for m in story.within(start, stretch.outer_start) if _usable(story, m, loose=True)]
    if not mentions or not (cue or colon):
        return None
    return _led_to(story, cue, mentions) if cue else _speaker(story, mentions[0], "speaker.colon", 0.7)


def _led_to(story: Story, cue: Hit, mentions: list[Mention]) -> Speaker | None:
    """Who stands at a verb or a noun of speech before the words."""
    after_noun = [m for m in mentions if 0 < m.start - cue.end <= 8] if cue.kind == "speech_nouns" else []
    if after_noun:
        return _speaker(story, after_noun[0], "speaker.words-of", 0.85)
    before = [m for m in mentions if m.end <= cue.start]
    left = [m for m in before if _usable(story, m)] or before
    if left:
        close = len(story.words.between(left[-1].end, cue.start)) <= 3
        return _speaker(story, left[-1] if close else left[0], "speaker.verb-before", 0.9 if close else 0.8)
    right = [m for m in mentions if m.start >= cue.end]
    return _speaker(story, right[0], "speaker.verb-before", 0.85) if right else None


def _nearby(
    story: Story, stretch: Stretch, line_start: int, before: int, previous: Stretch | None, found: list[Speaker]
) -> Speaker:
    """No verb of speech beside the words: the same speaker goes on, or the one who acted last."""
    if previous and found and previous.outer_end >= line_start and found[-1] is not UNKNOWN:
        return _again(found[-1], "speaker.continued")
    sentence = story.sentence_at(stretch.outer_start)
    if sentence and sentence.start < stretch.outer_start and (subject := sentence.subject):
        return Speaker(subject, None, None, "speaker.subject", 0.6)
    above = story.sentence_before(stretch.outer_start)
    if above and story.words.plain[above.start : above.end].rstrip().endswith(":") and above.subject:
        return Speaker(above.subject, None, None, "speaker.introduced", 0.85)
    if above and above.end >= line_start and above.subject:
        return Speaker(above.subject, None, None, "speaker.subject", 0.6)
    gap = story.words.plain[previous.outer_end : stretch.outer_start] if previous else ""
    if previous and found and len(gap.split()) <= 12 and found[-1] is not UNKNOWN:
        return _again(found[-1], "speaker.continued")
    subject = story.subject_before(stretch.outer_start)
    return Speaker(subject, None, None, "speaker.last-subject", 0.4) if subject else UNKNOWN


def _again(speaker: Speaker, rule: str) -> Speaker:
    return Speaker(speaker.person, speaker.institution, speaker.span, rule, min(speaker.confidence, 0.7))


def _usable(story: Story, mention: Mention, *, loose: bool = False) -> bool:
    """Whether a mention is somebody who can be speaking here."""
    known = mention.person or story.resolved.get(mention.start) or mention.institution
    if not known:
        return False
    if loose:
        return not story.absent(mention)
    after = story.words.plain[mention.end : mention.end + 2]
    if re.match(r"['’]", after) and mention.kind != "institution":
        return False
    return story.acts(mention)


def _speaker(story: Story, mention: Mention, rule: str, confidence: float) -> Speaker:
    person = mention.person or story.resolved.get(mention.start)
    weaker = {"name": 0.0, "institution": 0.05, "office": 0.05, "leader": 0.08, "colleague": 0.15, "pronoun": 0.15}
    institution = None if person else re.sub(r"['’]s?$", "", mention.institution or "") or None
    return Speaker(person, institution, (mention.start, mention.end), rule, round(confidence - weaker[mention.kind], 2))
