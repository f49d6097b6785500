"""Whose words a quotation gives: the verb of speech beside it and who stands at that verb."""

from __future__ import annotations

import re

from .continued_speech import chained, nearby, reply
from .epithets import by_pronoun, epithet
from .headings import heads_paragraphs, of_paragraph_below
from .leading_verbs import apposed, led_to
from .mentioned_speakers import again, can_speak, speaker_of
from .mentions import Mention
from .person import Person
from .phrases import Hit
from .pointing_back import (
    addressed,
    author,
    author_behind,
    begin_of,
    close_link,
    described_by,
    joint_paper,
    joint_paper_before,
    of_its_author,
    passed_on,
    passive,
    pointed_at,
    read_out,
    reported_subject,
    their_words,
    told_below,
    unnamed,
    unnamed_first,
    used_by,
    voiceless,
)
from .quoted_words import stated
from .reported_mood import reported
from .speaking_bodies import alliance_at, passed_on_by, spoken_for, titled
from .story import Story
from .strangers import at_verb, by_strangers, one_known, plural_verb, subject_before
from .stretch import Stretch
from .told_where import attributed_at_end, finished
from .turn_speakers import UNKNOWN, Speaker, of_turn
from .voices import (
    anonymous,
    cited,
    document_after,
    governed,
    judging,
    signature,
    state_speaks,
    together,
)

_BEHIND = 40
"""Characters behind a verb of speech in which whoever speaks stands, where verbs come first."""
_ATTRIBUTION = 9
"""Words that stand at most behind the verb of a sentence that does but say whose the words before it are."""
_THERE = r" {words}(?!\w)(?= *(?:[^\w\s]|$)| \w{1,3}\b)"
"""A body that no further word tells from others, right behind the verb."""


def attribute(story: Story, headline: list[Person]) -> list[Speaker]:
    """The speaker of every stretch of speech, in order."""
    found: list[Speaker] = []
    answering: Speaker | None = None
    for n, stretch in enumerate(story.stretches):
        if stretch.rule in ("quote.turn", "quote.opening-remarks"):
            speaker = of_turn(story, stretch, headline, answering)
            answering = speaker if speaker.person else answering
        else:
            speaker = _of_quote(story, n, found)
        found.append(speaker)
    for n, stretch in enumerate(story.stretches):
        if found[n] is UNKNOWN and stretch.start < story.words.page.title_end:
            found[n] = _as_below(story, n, found, headline)
        elif heads_paragraphs(story, stretch):
            found[n] = of_paragraph_below(story, n, found) or found[n]
    return found


def _as_below(story: Story, n: int, found: list[Speaker], headline: list[Person]) -> Speaker:
    """Words quoted in the headline: whoever says them in the body, else whom the headline names first."""
    at = story.stretches[n]
    words = story.words.lowered[at.start : at.end].strip(" .,!?…")
    for stretch, speaker in zip(story.stretches[n + 1 :], found[n + 1 :], strict=True):
        if words in story.words.lowered[stretch.start : stretch.end]:
            return again(speaker, "speaker.headline") if speaker is not UNKNOWN else UNKNOWN
    turns = zip(story.stretches[n + 1 :], found[n + 1 :], strict=True)
    answers = {id(speaker.person): speaker for s, speaker in turns if s.rule == "quote.turn" and speaker.person}
    if len(answers) == 1:  # an interview
        return again(next(iter(answers.values())), "speaker.headline")
    if headline:
        return Speaker(headline[0], None, None, "speaker.headline", 0.6)
    lead = [s for s in story.sentences if s.paragraph.zone == "body"][:3]
    told = (s.subject for s in lead if s.subject and story.narrative_hits("speech", s.start, s.end))
    first = next(told, None) if any(words in story.words.lowered[s.start : s.end] for s in lead) else None
    return Speaker(first, None, None, "speaker.headline", 0.5) if first else UNKNOWN


def _of_quote(story: Story, n: int, found: list[Speaker]) -> Speaker:
    stretch = story.stretches[n]
    previous = story.stretches[n - 1] if n else None
    following = story.stretches[n + 1] if n + 1 < len(story.stretches) else None
    line_start, line_end = story.words.line(stretch.outer_start)[0], story.words.line(stretch.outer_end)[1]
    before = max(line_start, previous.outer_end if previous else 0)
    after = min(line_end, following.outer_start if following else line_end)
    if answer := reply(story, stretch, found):
        return answer
    if signed := signature(story, stretch, after):
        return speaker_of(story, signed, "speaker.signature", 0.85)
    if pointed := pointed_at(story, stretch) or told_below(story, stretch):
        return speaker_of(story, pointed, "speaker.pointed-back", 0.8)
    agent = used_by(story, stretch) or described_by(story, before, stretch.outer_start)
    if owner := _owner(story, stretch) or agent:
        return speaker_of(story, owner, "speaker.statement", 0.85)
    if chain := chained(story, stretch, previous, found):
        return chain
    if subject := _right_before(story, stretch):
        return speaker_of(story, subject, "speaker.verb-after", 0.9)
    sides = (_after, after), (_before, before)
    last = found[-1].person if found else None
    behind_first = finished(story, stretch, before) or attributed_at_end(story, stretch, before, after)
    for read, limit in sides if behind_first else reversed(sides):
        if speaker := read(story, stretch, limit, last):
            return speaker
    return nearby(story, stretch, line_start, previous, found)


def _owner(story: Story, stretch: Stretch) -> Mention | None:
    """ "Bell'in “…” açıklaması": whoever is named right before words that a noun for what was said stands behind."""
    near = story.within(stretch.outer_start - 60, stretch.outer_start) if stated(story.words, stretch) else []
    known = [m for m in near if m.person or story.resolved.get(m.start)]
    gap = story.words.plain[known[-1].end : stretch.outer_start] if known else ""
    return known[-1] if known and re.fullmatch(r"(?:['’]\w+)? ", gap) else None


def _right_before(story: Story, stretch: Stretch) -> Mention | None:
    """ "…değerlendiren Bell, “…” dedi": a name in no case right before the words, where the verb stands last, behind
    the words."""
    if not (story.lexicon.data.get("subject_bare") and story.lexicon.capitals):
        return None
    near = story.within(stretch.outer_start - 60, stretch.outer_start)
    near = [m for m in near if m.kind in ("name", "institution")]
    gap = story.words.plain[near[-1].end : stretch.outer_start] if near else ""
    behind = story.narrative_hits("speech", stretch.outer_end, stretch.outer_end + 40)
    return near[-1] if near and gap == ", " and behind and can_speak(story, near[-1]) else None


def _after(story: Story, stretch: Stretch, limit: int, last: Person | None) -> Speaker | None:
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
    if _leads_on(story, stretch, cue.end, end) or subject_before(story, stretch.outer_end, cue):
        return None
    if indirect := _indirect(story, stretch, cue, start, end):
        return indirect
    if called := by_pronoun(story, start, end) or epithet(story, cue, start, last):
        return Speaker(called, None, None, "speaker.epithet", 0.8)
    usable = [m for m in story.within(start, end) if not story.quoted_at(m.start) and can_speak(story, m)]
    if writer := author_behind(story, cue, end):
        return speaker_of(story, writer, "speaker.words-of", 0.85)
    if document_after(story, cue, end):
        return _of_document(story, stretch, [m for m in usable if m.institution and m.start >= cue.end])
    if span := titled(story, start, cue):
        return Speaker(None, story.words.plain[span[0] : span[1]], span, "speaker.verb-after", 0.75)
    speaker = _at_verb(story, cue, usable) if usable else _unnamed_after(story, stretch, cue, start, end)
    nobody = at_verb(story, stretch, cue, end) or by_strangers(story, cue, end)
    return speaker or (UNKNOWN if nobody else None)


def _unnamed_after(story: Story, stretch: Stretch, cue: Hit, start: int, end: int) -> Speaker | None:
    """Whoever speaks where nobody is named behind the words: a body, nobody, or whom the verb itself means."""
    if body := _body_first(story, stretch):
        return body
    return UNKNOWN if voiceless(story, start, end, None) else _impersonal(story, stretch, cue)


def _body_first(story: Story, stretch: Stretch) -> Speaker | None:
    """ "The ministry “…” called it": a body that opens the sentence in no case, where the verb stands last."""
    told = story.sentence_at(stretch.outer_start) if story.lexicon.data.get("subject_bare") else None
    if told is None or told.subject:
        return None
    if body := spoken_for(story, told.start, stretch.outer_start):
        return Speaker(None, *body, "speaker.verb-after", 0.8)
    first = next(iter(story.within(told.start, stretch.outer_start)), None)
    bare = first is not None and re.match(r"[,\s]", story.words.plain[first.end : first.end + 1])
    whole = bare and first and story.words.plain[told.start : first.start].strip() == ""
    hit = story.words.covering("institutions", first.end - 1) if whole and first else None
    if hit is None or first is None or not first.institution or hit.stem_end != hit.end:
        return None
    return speaker_of(story, first, "speaker.verb-after", 0.85)


def _indirect(story: Story, stretch: Stretch, cue: Hit, start: int, end: int) -> Speaker | None:
    """Several who speak as one, somebody unnamed, or whose words are passed on, at a verb behind the words."""
    if body := spoken_for(story, start, end):
        return Speaker(None, *body, "speaker.verb-after", 0.8)
    there = story.lexicon.shaped("said_there", _THERE).match(story.words.lowered, cue.end)
    if there and not any(m.institution for m in story.within(cue.end, there.end())):
        return _of_document(story, stretch, [])  # "отметили там", "сообщили в министерстве": the body spoken of last
    if (
        (together(story, cue) and not one_known(story, cue, start))
        or joint_paper(story, cue)
        or unnamed(story, cue, start)
        or anonymous(story, start, end)
    ):
        return UNKNOWN
    if meant := passed_on(story, cue, end):
        return speaker_of(story, meant, "speaker.words-of", 0.85)
    told = story.sentence_at(stretch.outer_start) if story.lexicon.data.get("subject_bare") else None
    if told and unnamed_first(story, told.start, stretch.outer_start):  # "Bir diplomat … “…” dedi"
        return UNKNOWN
    joint = story.lexicon.shaped("joint_speakers", r"{words}(?!\w)")
    if told and not story.within(start, end) and joint.match(story.words.lowered, told.start):
        return UNKNOWN  # "Taraflar “…” dedi"
    owner = reported_subject(story, stretch, cue, story.words.line(stretch.outer_start)[0])
    return speaker_of(story, owner, "speaker.verb-after", 0.85) if owner else None


def _at_verb(story: Story, cue: Hit, usable: list[Mention]) -> Speaker | None:
    """Who stands at a verb of speech behind the words, before it or after it."""
    for m in usable:
        if m.kind == "pronoun" and m.start <= cue.start < m.end:  # "dit-il en réponse à X"
            return speaker_of(story, m, "speaker.verb-after", 0.8)
    left = [m for m in usable if m.end <= cue.start and (cue.start - m.end < 60 or apposed(story, m, cue))]
    right = [m for m in usable if m.start >= cue.end]
    several = plural_verb(story, cue)
    free = [m for m in right if not close_link(story, begin_of(story, m)) and not story.declined(m)]
    free = free or [m for m in right[:1] if several and m.institution]  # "повідомили у міністерстві"
    right = free if free or several else right  # "сообщили в администрации Омара Белла"
    right = [m for m in right if not addressed(story, begin_of(story, m))]
    if left and story.words.lowered[cue.start : cue.end] in story.lexicon.words("addressing"):
        right = []  # "…,” Bell, who was glad, told Dia"
    acting = [m for m in left if not governed(story, begin_of(story, m))]
    if right and begin_of(story, right[0]) - cue.end <= 6:
        left = acting
    if named := cited(story, cue, right):
        return speaker_of(story, named, "speaker.verb-after", 0.9)
    if left and not (right and right[0].start - cue.end <= 2 and cue.start - left[-1].end > 25):
        subject = left[0] if story.lexicon.data.get("subject_bare") else left[-1]
        return speaker_of(story, subject, "speaker.verb-after", 0.95)
    if right and begin_of(story, right[0]) - cue.end < 60:
        return speaker_of(story, right[0], "speaker.verb-after", 0.95)
    return None


def _leads_on(story: Story, stretch: Stretch, start: int, end: int) -> bool:
    """Whether a new sentence behind finished words reports something else: "“A.” Bell said that …"."""
    plain = story.words.plain
    following = plain[stretch.outer_end : stretch.outer_end + 4].lstrip()
    if plain[stretch.end - 1 : stretch.end] not in tuple(".!?…") or not following[:1].isupper():
        return False
    word = re.match(r"\W*(\w+)", story.words.lowered[start:end])
    that = bool(word and word[1] in story.lexicon.words("that_words"))
    far = stretch.rule == "quote.marks" and len(plain[start:end].split()) > _ATTRIBUTION
    return plain[:end].rstrip().endswith(":") or that or far or _told_already(story, stretch, plain[start:end])


def _told_already(story: Story, stretch: Stretch, rest: str) -> bool:
    """ "“A,” Dia said. “B.” Bell declared the talks were …": words whose speaker is told before them, and behind them
    a verb that leads to words of its own."""
    before = story.sentence_before(stretch.outer_start)
    lead = story.words.plain[max(0, stretch.outer_start - 40) : stretch.outer_start]
    told = before and re.search(r"[”“»\"«]\s?,\s[^“”„«»\"]+\.\s$", lead)
    return bool(told) and len(rest.split()) > 1


def _impersonal(story: Story, stretch: Stretch, cue: Hit) -> Speaker | None:
    """ "…,” the statement said": the body spoken of last."""
    lowered, lexicon = story.words.lowered, story.lexicon
    between = lowered[stretch.outer_end : cue.start].strip(" ,.—–-")
    if between and story.nameless_at(cue.start):
        return UNKNOWN
    if not lexicon.words("joint_words").isdisjoint(between.split()):
        return UNKNOWN  # "the joint statement said"
    if between in lexicon.words("body_pronouns"):
        return _of_document(story, stretch, [])
    if writer := of_its_author(story, cue.start, stretch):
        return speaker_of(story, writer, "speaker.document", 0.75)
    impersonal = lowered[cue.start : cue.end] in lexicon.words("impersonal_verbs")
    if impersonal and (speaker := _of_paper_before(story, stretch)):
        return speaker
    if lexicon.shaped("documents", r"(?<!\S){words}\s*$").search(lowered, stretch.outer_end, cue.start):
        return _of_document(story, stretch, [])
    verb_first = lexicon.data.get("subject_bare") or lexicon.data.get("adjective_cases")  # "is said in the statement"
    at = story.words.index_at(cue.end)
    end = max((t.end for t in story.words.tokens[at : at + 3]), default=cue.end)
    behind = lexicon.whole("documents").search(lowered, cue.end, end) if verb_first else None
    return _of_document(story, stretch, []) if behind else None


def _of_paper_before(story: Story, stretch: Stretch) -> Speaker | None:
    """ "X'in mesajında “…” denildi": whose paper the sentence names before the words; nobody's where it is joint."""
    sentence = story.sentence_at(stretch.outer_start)
    start = sentence.start if sentence else stretch.outer_start
    lead = set(re.findall(r"[^\W\d_]+", story.words.lowered[start : stretch.outer_start]))
    if not lead & (story.lexicon.words("documents", "papers")):
        return None
    if lead & story.lexicon.words("joint_words"):
        return UNKNOWN
    near = [m for m in story.within(start, stretch.outer_start) if m.institution or can_speak(story, m, loose=True)]
    return speaker_of(story, near[0], "speaker.document", 0.75) if near else _of_document(story, stretch, [])


def _of_document(story: Story, stretch: Stretch, named: list[Mention]) -> Speaker:
    """The body that a paper is of, else the one spoken of last."""
    before = [m for m in story.within(0, stretch.start) if m.institution and not story.quoted_at(m.start)]
    bodies = named[:1] or before[-1:]
    if bodies:
        return speaker_of(story, bodies[0], "speaker.document", 0.75)
    behind = story.words.lowered[stretch.outer_end : stretch.outer_end + 60].split("\n")[0]
    if told := passed_on_by(story, stretch.start):
        return speaker_of(story, told, "speaker.document", 0.6)
    letter = story.lexicon.words("papers").intersection(re.findall(r"[^\W\d_]+", behind))
    writer = story.subject_before(stretch.start) if letter else None  # "…”, the telegram says": whoever sent it
    return Speaker(writer, None, None, "speaker.document", 0.6) if writer else UNKNOWN


def _before(story: Story, stretch: Stretch, limit: int, last: Person | None) -> Speaker | None:
    """X said: "…"; according to X, "…"; X called the talks "…"."""
    sentence = story.sentence_at(stretch.outer_start) or story.sentence_at(stretch.outer_start - 2)
    start = max(limit, sentence.start if sentence else limit)
    if start >= stretch.outer_start:
        return None
    colon = story.words.plain[start : stretch.outer_start].rstrip().endswith((":", "："))
    cue = _cue_before(story, start, stretch.outer_start)
    cue = (cue and judging(story, cue, start, stretch.outer_start)) or cue
    somebody = colon and not cue and unnamed_first(story, start, stretch.outer_start)
    if cue and (body := _body_before(story, cue, start, stretch.outer_start)):
        return body
    if somebody or _nobodys(story, cue, start):
        return UNKNOWN
    if other := _by_other_words(story, cue, start, stretch.outer_start, last) or reported(story, stretch):
        return other
    mentions = [m for m in story.within(start, stretch.outer_start) if can_speak(story, m, loose=True)]
    if not mentions and voiceless(story, start, stretch.outer_start, cue):
        return UNKNOWN
    if cue and not mentions and document_after(story, cue, stretch.outer_start):
        return _of_document(story, stretch, [])
    if not mentions or not (cue or colon):
        return None
    if cue and (issuer := _paper_of(story, cue, mentions)):
        return speaker_of(story, issuer, "speaker.document", 0.8)
    if cue:
        return led_to(story, cue, mentions, stretch.outer_start)
    return speaker_of(story, mentions[0], "speaker.colon", 0.7)


def _paper_of(story: Story, cue: Hit, mentions: list[Mention]) -> Mention | None:
    """ "白宫发布的新闻稿表示，总统莫拉“…”": the body whose paper stands right before a verb of speech, where that
    belongs to whoever is named before it."""
    if story.lexicon.spaced or not story.words.lowered.endswith(story.lexicon.affixes("documents"), 0, cue.start):
        return None
    before = [m for m in mentions if m.end <= cue.start]
    return before[-1] if before and before[-1].institution else None


def _body_before(story: Story, cue: Hit, start: int, end: int) -> Speaker | None:
    """A body before a verb of speech: one for which somebody unnamed speaks, or an alliance of states."""
    if cue.kind == "speech" and (body := spoken_for(story, start, min(end, cue.end + _BEHIND))):
        return Speaker(None, *body, "speaker.verb-before", 0.8)
    span = alliance_at(story, cue) or titled(story, start, cue)
    return Speaker(None, story.words.plain[span[0] : span[1]], span, "speaker.verb-before", 0.8) if span else None


def _by_other_words(story: Story, cue: Hit | None, start: int, end: int, last: Person | None) -> Speaker | None:
    """Whoever is meant by anything but a name at the verb: "in his words", a letter that is read out, "the host"."""
    if him := their_words(story, start, end) or by_pronoun(story, start, end):
        return Speaker(him, None, None, "speaker.words-of", 0.7)
    if cue and (writer := read_out(story, cue, start, end) or author(story, cue, start)):
        return speaker_of(story, writer, "speaker.words-of", 0.85)
    if cue and (called := epithet(story, cue, start, last) or _called_first(story, start, cue, last)):
        return Speaker(called, None, None, "speaker.epithet", 0.8)
    return None


def _nobodys(story: Story, cue: Hit | None, start: int) -> bool:
    """Whether several, a state, somebody unnamed, a joint paper or nobody at all is at a verb before the words."""
    if cue is None:
        return False
    several = together(story, cue) or state_speaks(story, cue) or unnamed(story, cue, start)
    nameless = several or anonymous(story, start, cue.start) or passive(story, cue)
    return nameless or joint_paper(story, cue) or joint_paper_before(story, start, cue)


def _called_first(story: Story, start: int, cue: Hit, last: Person | None) -> Person | None:
    """ "Her host recalled the ferry and said that …": who is called so at the first verb, where nobody else acts."""
    first = next(iter(story.narrative_hits("speech", start, cue.start)), None)
    if first is None or any(story.acts(m) for m in story.within(start, cue.start)):
        return None
    return epithet(story, first, start, last)


def _cue_before(story: Story, start: int, end: int) -> Hit | None:
    """The last verb or noun of speech of a stretch; one that reports what others said, or tells to whom it was said,
    only where there is no other."""
    cues = [h for kind in ("speech", "speech_nouns") for h in story.narrative_hits(kind, start, end)]
    reported = story.lexicon.words("reported_verbs")
    plainly = [h for h in cues if story.words.lowered[h.start : h.end] not in reported and not passive(story, h)]
    return max(plainly or cues, key=lambda h: h.start, default=None)
