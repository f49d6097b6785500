"""Words that point at a quotation from outside it: "“…” These words of X", "A spoke of “…”, B of “…”", "X's telegram
says: “…”", a news desk that passes on "the words of X"."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from .evidence import calls_person
from .mentions import Mention
from .person import Person
from .phrases import Hit
from .quotes_elsewhere import points_back
from .story import Story
from .stretch import Stretch
from .unnamed_subjects import told_before
from .wordlists import compiled

_CLAUSE = re.compile(r"[^.;:—–!?…\n]*")
_STOP = re.compile(r"[,.;:—–!?…\n]")
_MARK = re.compile(r"[\"“”„«»\n]")
_PART = re.compile(r"[^,.;:—–!?…\n]*")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_DESCRIBED = 120
"""Characters before words in which stands who describes something with them."""
_IN_TURN = 4
"""Words that stand at most between whoever speaks in turn and the words."""
_ARTICLE = 10
"""Characters between "by" and whoever is named or called by an office: an article, a form of address."""
_CONTRAST = 220
"""Characters between two quotations that a clause of contrast takes at most."""
_OWNED = 70
"""Characters before a word for somebody unnamed in which whose staff they are is named."""


def close_link(story: Story, start: int) -> bool:
    """Whether a preposition stands right before somebody, an article between them at most."""
    links = story.lexicon.words("oblique_links")
    before = _WORD.findall(_MARK.split(story.words.lowered[max(0, start - 30) : start])[-1])[-2:]
    if not links or not before:
        return False
    small = story.lexicon.words("definite", "possessives")
    return before[-1] in links or (len(before) > 1 and before[-1] in small and before[-2] in links)


def addressed(story: Story, start: int) -> bool:
    """ "“…”, señaló, agradeciendo a Dia": whether somebody is told or given something, where verbs need no subject."""
    if not story.lexicon.data.get("subject_dropped"):
        return False
    before = _WORD.findall(story.words.lowered[max(0, start - 20) : start])[-1:]
    return bool(before) and before[0] in story.lexicon.words("told_to")


def with_another(story: Story, start: int) -> bool:
    """Whether "with" stands right before somebody, and so they are not the ones who act."""
    before = _WORD.findall(story.words.lowered[max(0, start - 20) : start])[-1:]
    links = story.lexicon.words("with_links") & story.lexicon.words("oblique_links")
    return bool(before) and before[0] in links


def unnamed(story: Story, cue: Hit, floor: int) -> bool:
    """Whether somebody without a name is at a verb of speech: "said a source", "Diplomaten zufolge"."""
    known, lowered = story.lexicon.words("unnamed_speakers"), story.words.lowered
    single = story.lexicon.words("unnamed_persons")
    if not (known or single):
        return False
    stops = [m.end() for m in _STOP.finditer(lowered, max(floor, cue.start - 90), cue.start)]
    begin = max([floor, cue.start - 90, *stops])
    part = _PART.match(lowered, cue.end, cue.end + 90)
    end = part.end() if part else cue.end
    behind = _WORD.search(lowered, cue.end, end)  # "explained to experts that …": they do not speak
    end = cue.end if behind and behind[0] in story.lexicon.words("told_to") else end
    for start, stop in ((begin, cue.start), (cue.end, end)):
        for word in _WORD.finditer(lowered, start, stop):
            person = calls_person(word[0], story.lexicon)
            owner = _owner_of(story, word, start) if person else None
            told = word[0].rpartition("'")[2] in known or (person and (owner or _indefinite(story, word)))
            somebody = story.resolved.get(word.start()) or _of_known_body(story, word)
            if told and not story.quoted_at(word.start()) and not somebody:
                named = [m for m in story.within(start, stop) if m.start < word.start() or _apposed(story, m)]
                named = [m for m in named if owner is None or m.start > owner.start]
                return not named and (owner is not None or not _introduced(story, word))
        if story.lexicon.head_first and any(story.acts(m) for m in story.within(start, stop)):
            break  # "Bell told a diplomat": whoever acts stands before the verb
    return unnamed_first(story, floor, cue.start)


def _of_known_body(story: Story, word: re.Match[str]) -> bool:
    """ "отметили в посольстве Перу": a body whose name tells which it is."""
    return any(m.institution for m in story.within(word.start(), word.end()))


def _owner_of(story: Story, word: re.Match[str], floor: int) -> Mention | None:
    """ "Bell's official spokesman": of whose staff somebody is who has no name, two words between them at most."""
    near = [m for m in story.within(max(floor, word.start() - _OWNED), word.start()) if m.kind in ("name", "office")]
    behind = story.words.lowered[near[-1].end : word.start()] if near else ""
    return near[-1] if re.fullmatch(r"['’]s? (?:[^\W\d_]+ ){0,2}", behind) else None


def unnamed_first(story: Story, start: int, end: int) -> bool:
    """ "A diplomat, who asked not to be named, spoke of …": a sentence that begins with somebody unnamed."""
    single = story.lexicon.words("unnamed_persons")
    early = list(_WORD.finditer(story.words.lowered, start, end))[:7] if single else []
    opening = [w for w in early if calls_person(w[0], story.lexicon) and _indefinite(story, w)]
    return bool(opening) and not any(_apposed(story, m) for m in story.within(start, end))


def _apposed(story: Story, mention: Mention) -> bool:
    """Whether a name can be the one of whoever is spoken of before: not in "a source close to X"."""
    links = story.lexicon.words("office_links", "with_links")
    links |= story.lexicon.words("staff_links")
    start = begin_of(story, mention)
    before = _WORD.findall(story.words.lowered[max(0, start - 12) : start])[-1:]
    return mention.kind == "name" and links.isdisjoint(before)


def begin_of(story: Story, mention: Mention) -> int:
    """Where a mention begins, the office before a name included."""
    named = story.resolver.named.get(mention.start)
    offices = [o.start for o, n in named[1].offices if n is named[0]] if named else []
    return min([mention.start, *offices])


def _indefinite(story: Story, word: re.Match[str]) -> bool:
    """ "A diplomat", "bir Batılı diplomat": nobody spoken of before; "the diplomat" is."""
    lowered, single = story.words.lowered, story.lexicon.words("indefinite")
    before = list(_WORD.finditer(lowered, max(0, word.start() - 40), word.start()))[-3:]
    if any(w[0] in single for w in before):
        return True
    again = bool(before) and before[-1][0] in story.lexicon.words("pointing_back")  # "a diplomat … this diplomat"
    first = lowered.find(f" {word[0]}", 0, before[-1].start()) if again else -1
    return first > 0 and lowered[:first].split()[-1] in single


def _introduced(story: Story, word: re.Match[str]) -> bool:
    """Whether the text called somebody so by name before: "the expert Anna Bell", and now "the expert"."""
    for mention in story.within(0, word.start()):
        if mention.kind == "name" and word[0][:-1] in story.words.lowered[max(0, mention.start - 50) : mention.start]:
            return True
    return False


def passed_on(story: Story, cue: Hit, end: int) -> Mention | None:
    """ "…", an agency passes on the minister's words: the words are the minister's."""
    if story.words.lowered[cue.start : cue.end] not in story.lexicon.words("relaying"):
        return None
    near = [m for m in story.within(cue.end, end) if m.person or story.resolved.get(m.start)]
    for noun in story.narrative_hits("speech_nouns", cue.end, end):
        behind = [m for m in near if 0 < m.start - noun.end <= 60]
        if behind:
            return behind[0]
    return near[0] if near and not story.narrative_hits("speech_nouns", cue.end, end) else None


def pointed_at(story: Story, stretch: Stretch) -> Mention | None:
    """ "“…” These words of X's were met with applause": who is named first behind the words that point back."""
    start = points_back(story.words.lowered, story.lexicon, stretch.outer_end)
    if start is None:
        return None
    clause = _CLAUSE.match(story.words.plain, start)
    near = [m for m in story.within(start, clause.end() if clause else start) if not story.quoted_at(m.start)]
    known = [m for m in near if m.person or story.resolved.get(m.start)]
    free = [m for m in known if not close_link(story, m.start)]
    return next(iter(free or known), None)


def told_below(story: Story, stretch: Stretch) -> Mention | None:
    """A paragraph that is but the words, before anybody acted, and below it "This was said by X" in languages whose
    agencies begin so."""
    words, (start, end) = story.words, story.words.line(stretch.outer_start)
    around = words.plain[start : stretch.outer_start] + words.plain[stretch.outer_end : end]
    at = bisect_left(story.sentences, end, key=lambda s: s.start)
    above = (s for s in story.sentences[:at] if s.paragraph.zone == "body")
    if re.search(r"\w", around) or at == len(story.sentences) or any(s.subject for s in above):
        return None
    below = story.sentences[at]
    cue = story.lexicon.begins("said_below").search(words.lowered, below.start, below.end)
    if cue is None or not story.narrative_hits("speech", below.start, below.end):
        return None
    return next((m for m, p in below.mentions if m.start >= cue.end() and p and p is below.subject), None)


def author(story: Story, cue: Hit, start: int) -> Mention | None:
    """ "The telegram of President X says: “…”": whose paper speaks, where an impersonal verb leads to the words."""
    if story.words.lowered[cue.start : cue.end] not in story.lexicon.words("paper_verbs"):
        return None
    papers = story.lexicon.words("documents", "papers")
    found = [w for w in _WORD.finditer(story.words.lowered, start, cue.start) if w[0] in papers]
    near = [m for m in story.within(start, cue.start) if m.person or story.resolved.get(m.start)] if found else []
    behind = [m for m in near if found[0].end() < m.start < found[0].end() + 60]
    apart = behind and story.lexicon.head_first and "," in story.words.plain[found[0].end() : behind[0].start]
    return behind[0] if behind and not apart else None  # "In a statement, Bell's spokesman said"


def author_behind(story: Story, cue: Hit, end: int) -> Mention | None:
    """ "“…”, it says in the message of President X": whose paper stands behind an impersonal verb behind the words,
    the name in the case that says so or behind a word for "of"."""
    lexicon, lowered = story.lexicon, story.words.lowered
    if lowered[cue.start : cue.end] not in lexicon.words("paper_verbs", "impersonal_verbs"):
        return None
    papers = lexicon.words("documents", "papers")
    noun = next((w for w in _WORD.finditer(lowered, cue.end, end) if w[0] in papers), None)
    known = (m for m in story.within(noun.end(), end) if m.institution or story.resolved.get(m.start)) if noun else ()
    first = next(iter(known), None)
    if noun is None or first is None or first.institution or first.start - noun.end() >= _OWNED:
        return None
    between = _WORD.findall(lowered[noun.end() : begin_of(story, first)])
    links = lexicon.words("genitive_links", "office_links", "articles")
    cased = lexicon.data.get("adjective_cases")
    return first if cased or (between and links.issuperset(between)) else None


def used_by(story: Story, stretch: Stretch) -> Mention | None:
    """ "The “new view of the sea” expressed by Bell": who is named behind a participle and "by" right behind words."""
    form = story.lexicon.data.get("used_by")
    led = compiled(str(form)).match(story.words.lowered, stretch.outer_end) if form else None
    near = story.within(led.end(), led.end() + _OWNED) if led else []
    return next((m for m in near if led and begin_of(story, m) - led.end() < _ARTICLE), None)


def described_by(story: Story, start: int, end: int) -> Mention | None:
    """ "The plan, hailed by Bell as a “bold step”, …": who is named behind a participle and "by" right before words
    that begin at `end`."""
    led, closing = (story.lexicon.data.get(key) for key in ("described_by", "described_as"))
    for match in compiled(str(led)).finditer(story.words.lowered, max(start, end - _DESCRIBED), end) if led else ():
        named = next(iter(story.within(match.end(), end)), None)
        if named and begin_of(story, named) - match.end() < _ARTICLE:
            behind = story.words.lowered[named.end : end].strip(" \"“”‘’'")
            return named if compiled(str(closing)).fullmatch(behind) else None
    return None


def their_words(story: Story, start: int, end: int) -> Person | None:
    """ "The spokesman passed on his words: “…”": the words of whoever acted in the sentence before."""
    verbs = story.lexicon.words("relaying")
    told = [h for h in story.narrative_hits("speech", start, end) if story.words.lowered[h.start : h.end] in verbs]
    for noun in story.narrative_hits("speech_nouns", told[0].end, end) if told else ():
        before = _WORD.findall(story.words.lowered[max(start, noun.start - 12) : noun.start])
        if before and before[-1] in story.lexicon.words("possessives"):
            return story.subject_before(start)
    return None


def beside_in_turn(story: Story, start: int, end: int) -> Mention | None:
    """ "A called it “…”, and B “…”": who is named between two quotations of one sentence."""
    if other := _in_contrast(story, start, end):
        return other
    gap = story.words.plain[start:end]
    if not 3 < len(gap) < 90 or not gap.lstrip().startswith((",", ";", "—", "–", "а ", "und ")):
        return None
    if re.search(r"[.!?…\n:]", gap):
        return None
    near = [m for m in story.within(start, end) if m.person or story.resolved.get(m.start)]
    acting = [m for m in near if not close_link(story, m.start) and not story.declined(m) and story.acts(m)]
    if len(acting) != 1 or acting[0].kind == "pronoun":
        return None
    rest = story.words.plain[acting[0].end : end]  # "and Dia should know “that …”": told by whoever spoke before
    return acting[0] if len(rest.split()) <= _IN_TURN and "," not in rest else None


def _in_contrast(story: Story, start: int, end: int) -> Mention | None:
    """ "…, while the spokesman, Omar Dia, accused the papers of “…”": who stands first in a clause of contrast."""
    opener = story.lexicon.shaped("contrasts", r"[\s,;]*{words}\s").match(story.words.lowered, start, end)
    if not opener or end - start > _CONTRAST or re.search(r"[.!?…\n:]", story.words.plain[start:end]):
        return None
    first = next((m for m in story.within(opener.end(), end) if m.person or story.resolved.get(m.start)), None)
    lead = story.words.lowered[opener.end() : begin_of(story, first)].split() if first else []
    links = story.lexicon.words("oblique_links", "with_links", "place_links", "genitive_links")
    return first if len(lead) <= _IN_TURN and links.isdisjoint(lead) else None


def read_out(story: Story, cue: Hit, start: int, end: int) -> Mention | None:
    """ "The spokesman read a message of President X's: “…”": the words are X's."""
    verbs = story.lexicon.words("reading_verbs")
    read = [h for h in story.narrative_hits("speech", start, end) if story.words.lowered[h.start : h.end] in verbs]
    if not read:
        return None
    cue = read[-1]
    papers = story.lexicon.words("documents", "papers", "speech_nouns")
    near = [m for m in story.within(start, end) if m.person or story.resolved.get(m.start)]
    for noun in (w for w in _WORD.finditer(story.words.lowered, start, end) if w[0] in papers):
        behind = [m for m in near if 0 < m.start - noun.end() <= 60 and noun.start() > cue.start]
        owner = [m for m in near if m.end <= noun.start() <= m.end + 6 and noun.start() < cue.start]
        if behind or owner:
            return (behind or owner)[0]
    return None


def reported_subject(story: Story, stretch: Stretch, cue: Hit, floor: int) -> Mention | None:
    """ "X'in “…” dediğini aktardı": the owner of the saying, who stands right before the words."""
    if story.words.lowered[cue.start : cue.end] not in story.lexicon.words("saying_nouns"):
        return None
    before = story.within(max(floor, stretch.outer_start - 90), stretch.outer_start)
    near = [m for m in before if m.person or m.institution]
    owners = story.lexicon.affixes("genitive_endings")
    owning = [m for m in near if _genitive(story, m, owners)]
    return next(iter(owning or near), None)


def _genitive(story: Story, mention: Mention, owners: tuple[str, ...]) -> bool:
    """Whether a mention carries the ending of an owner."""
    lowered = story.words.lowered
    return lowered.endswith(owners, mention.start, mention.end) or lowered.startswith(owners, mention.end)


def passive(story: Story, cue: Hit) -> bool:
    """ "Drivers were told “…”": somebody is spoken to, and nobody named who speaks; not so in "told by X"."""
    known, lowered = story.lexicon.words("passives"), story.words.lowered
    before = _WORD.findall(lowered[max(0, cue.start - 20) : cue.start])[-1:] if known else []
    part = _PART.match(lowered, cue.end, cue.end + 90)
    behind = _WORD.findall(part[0]) if part else []
    return bool(before) and before[0] in known and story.lexicon.words("agents").isdisjoint(behind)


def of_its_author(story: Story, start: int, stretch: Stretch) -> Mention | None:
    """ "The envoy read out a letter of X's. “…,” the letter says": whose paper was named last before the words, where
    the words behind them say no more than "the letter"."""
    lexicon, lowered = story.lexicon, story.words.lowered
    papers = lexicon.words("papers")
    above = story.sentence_before(stretch.outer_start)
    if not above or not papers.intersection(_WORD.findall(lowered[stretch.outer_end : start])):
        return None
    found = [w for w in _WORD.finditer(lowered, above.paragraph.start, stretch.outer_start) if w[0] in papers]
    named = [m for m in story.within(above.paragraph.start, stretch.outer_start) if story.resolved.get(m.start)]
    links, aims = lexicon.words("genitive_links"), lexicon.words("abroad_links")
    for noun in reversed(found):
        behind = next((m for m in named if 0 < m.start - noun.end() <= 90), None)
        between = _WORD.findall(lowered[noun.end() : behind.start]) if behind else []
        if between and between[0] in links and aims.isdisjoint(between):  # not "a letter of thanks to X"
            return next((m for m in named if m.kind == "name" and behind and 0 <= m.start - behind.end <= 3), behind)
    return None


def joint_paper(story: Story, cue: Hit) -> bool:
    """ "…", the joint statement says: nobody's words alone, unless somebody is at the verb."""
    joint, lowered = story.lexicon.words("joint_words"), story.words.lowered
    part = _PART.match(lowered, cue.end, cue.end + 90)
    words = list(_WORD.finditer(lowered, cue.end, part.end() if part else cue.end))
    papers = story.lexicon.words("documents")
    for first, second in pairwise(words):
        if first[0] in joint and second[0] in papers:
            return not any(story.acts(m) for m in story.within(cue.end, first.start()))
    return False


def joint_paper_before(story: Story, start: int, cue: Hit) -> bool:
    """ "The joint statement says: “…”": the same before the words, the paper the last thing named before the verb."""
    joint, papers = story.lexicon.words("joint_words"), story.lexicon.words("documents")
    near = story.words.lowered[max(start, cue.start - 60) : cue.end + 60 * bool(story.lexicon.data.get("verb_first"))]
    if not story.lexicon.spaced:
        return any(f"{word}{paper}" in near for word in joint for paper in papers)
    words = [w[0] for w in _WORD.finditer(near)]
    told = any({first, second} & joint and {first, second} & papers for first, second in pairwise(words))
    return told and not any(m.kind == "name" for m in story.within(max(start, cue.start - 60), cue.start))


def aside(story: Story, first: Mention, mention: Mention, cue: Hit) -> bool:
    """Whether somebody is named in a clause between the subject and its verb: "Bell, whom Dia went with, said"."""
    if mention is first:
        return False
    between, rest = story.words.lowered[first.end : mention.start], story.words.plain[mention.end : cue.start]
    opened = re.match(r"\s?,\s(?:([^\W\d_]{1,6})\s)?([^\W\d_]+)", between)
    known = story.lexicon.words("clause_pronouns")
    clause = bool(opened) and not known.isdisjoint(opened.groups() if opened else ())
    return bool(opened and clause and "," in rest and "," not in between[opened.end() :])


def voiceless(story: Story, start: int, end: int, cue: Hit | None) -> bool:
    """Whether a spokesman without a name, or nobody at all ("aus dem Krisenstab hieß es"), is at the words."""
    lexicon, lowered = story.lexicon, story.words.lowered
    for mention in story.within(start, end):
        if mention.kind == "office" and not story.resolved.get(mention.start):
            near = lowered[max(start, mention.start - 12) : mention.start]
            before = _WORD.findall(near)[-1:]
            announcer = lexicon.begins("announcers").match(lowered, mention.start)
            again = announcer and lexicon.words("definite").issuperset(before)
            if announcer and lexicon.words("indefinite").issuperset(before):
                return True
            if announcer and again and told_before(story.words, start, announcer[0].rstrip()):
                return True
    if cue is None or lowered[cue.start : cue.end] not in lexicon.words("paper_verbs"):
        return False
    return not lexicon.words("documents").intersection(_WORD.findall(lowered[start:end]))
