"""Words of somebody whom no name in the text stands for: "“…,” one official said", "the club told us “…”"."""

from __future__ import annotations

import re

from .phrases import Hit
from .story import Sentence, Story
from .stretch import Stretch
from .unnamed_subjects import told_before
from .wordlists import compiled

_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W\d_]+)*['’]?")
_BEHIND = 40
"""Characters behind a verb of speech in which its subject begins."""
_LEAD = 3
"""Words that a sentence has before a quotation if it has a subject of its own there."""
_SUBJECT = 6
"""Words that a subject has at most before its verb of speech."""
_AUXILIARIES = 2
"""Words of the verb itself that stand before its word for speech, where the subject follows it."""
_LEADING = 260
"""Characters before the end of some words in which the verb that leads to them stands."""
_SOURCE = 60
"""Characters at the beginning of a sentence that tell whose words it gives."""
_BRIEF = 12
"""Words between two quotations of one speaker that stand in two paragraphs, at most."""
_GAP = 140
"""Characters that tell at most who said the words before."""


def at_verb(story: Story, stretch: Stretch, cue: Hit, end: int) -> bool:
    """Whether a verb of speech behind the words has a subject of its own that is nobody named."""
    lexicon, plain = story.lexicon, story.words.plain
    office = next((m.start for m in story.within(stretch.outer_end, end) if m.kind == "office"), None)
    if not _has_subjects(story) or (
        office is not None and not _some(story, cue.end if office > cue.end else stretch.outer_end, office)
    ):
        return False
    if plain[stretch.end - 1] == "." and plain[stretch.outer_end : cue.end].lstrip()[:1].isupper():
        return False  # a sentence of its own
    if plural_verb(story, cue) or _titled_paper(story, cue):
        return True  # "сообщили в посольстве", "escribe el «Faro»"
    lead = _WORD.findall(plain, stretch.outer_end, _apposed(plain, stretch.outer_end, cue.start))
    behind = re.match(r"[^,.;:!?—–«»“”„\"\n]*", plain[cue.end : min(end, cue.end + _BEHIND)])
    rest = _WORD.findall(behind[0] if behind else "")
    if not lexicon.words("documents").isdisjoint(w.lower() for w in rest):
        return False  # "read a ministry statement"
    if len(lead) > _SUBJECT and (_paper(story, lead) or _somebody(story, lead)):
        return True
    first = bool(lexicon.data.get("adjectives_precede"))  # "one official said", not "déclare un étudiant"
    if len(lead) > (_SUBJECT if first else _AUXILIARIES):
        return False
    return (first and _subject(story, stretch, lead, -1)) or _subject(story, stretch, rest, 0)


def by_strangers(story: Story, cue: Hit, end: int) -> bool:
    """ "„…“, so die Grünen", "« … », selon les riverains": whether several of whom the text knows no name stand right
    behind a word that says no more than whose the words are."""
    shape = story.lexicon.data.get("many_behind")
    many = compiled(str(shape)).match(story.words.lowered, cue.start, end) if shape else None
    return many is not None and not story.within(cue.start, end)


def _titled_paper(story: Story, cue: Hit) -> bool:
    """Whether an article and a name in quotation marks stand right behind a verb of speech."""
    behind = re.match(r" ([^\W\d_]+) [\"«“„]", story.words.lowered[cue.end : cue.end + 12])
    return behind is not None and behind[1] in story.lexicon.words("definite")


def _somebody(story: Story, lead: list[str]) -> bool:
    """ "“…,” an analyst at a small bank by the sea said": somebody with what is told of them."""
    some = lead[0].lower() in story.lexicon.words("indefinite")
    return some and any(w.lower() in story.lexicon.words("unnamed_persons") for w in lead[1:4])


def _paper(story: Story, lead: list[str]) -> bool:
    """ "“…,” a statement issued after the summit in Oslo said": a paper with what is told of it."""
    small = story.lexicon.words("indefinite", "definite")
    return len(lead) > 1 and lead[0].lower() in small and lead[1].lower() in story.lexicon.words("documents")


def _some(story: Story, start: int, end: int) -> bool:
    """ "said one retired ambassador": whether a word for somebody not spoken of before leads to an office."""
    lead = story.words.lowered[start:end].split() if start < end else []
    return bool(lead) and lead[0] in story.lexicon.words("indefinite")


def _apposed(plain: str, start: int, end: int) -> int:
    """Where a subject ends before its verb: "the Harbour Post, voice of the port, said" begins with all that counts."""
    gap = plain[start:end].rstrip()
    first = gap.find(",", 2)
    return start + first if gap.endswith(",") and 0 < first < len(gap) - 1 else end


def subject_before(story: Story, start: int, cue: Hit) -> bool:
    """ "Bell said it was “too late”, but added …": whether but a word for "and" or "but" stands before a verb behind
    the words, so that its subject is that of the verb before them."""
    between = _WORD.findall(story.words.lowered, start, cue.start)
    joined = bool(between) and story.lexicon.words("clause_joins").issuperset(between)
    above = story.narrative_hits("speech", max(story.words.line(start)[0], start - _LEADING), start)
    return joined and bool(above)


def _has_subjects(story: Story) -> bool:
    """Whether a sentence of the language says who acts, by a word that can be told from a name."""
    return not story.lexicon.data.get("subject_bare") and story.lexicon.capitals


def plural_verb(story: Story, cue: Hit) -> bool:
    """Whether a verb of speech is said of several, or of nobody who is named ("сообщили в посольстве")."""
    return story.words.lowered[cue.start : cue.end].endswith(tuple(story.lexicon.words("plural_endings") or ("\n",)))


def _subject(story: Story, stretch: Stretch, found: list[str], at: int) -> bool:
    """Whether words beside a verb are its subject: all that stand before it, so that the last one (`at`) counts, or
    those behind it, of which the first ones do."""
    words, lexicon = [w.lower() for w in found], story.lexicon
    if not words:
        return False
    if words[0] in lexicon.words("indefinite"):
        return True
    if found[at][0].isupper() and not lexicon.data.get("noun_capitals") and not _known_word(story, words[at]):
        return True
    article, _, noun = words[0].rpartition("'")
    small = lexicon.words("articles") | lexicon.words("definite") | lexicon.words("possessives")
    opened = words[0] in small or f"{article}'" in small
    head = [noun, *words[1:]] if at < 0 else [noun, *words[1:2]] if article else words[int(opened) :][:2]
    known = lexicon.words("unnamed_speakers") | lexicon.words("collectives")
    again = any(
        w in lexicon.words("unnamed_persons") and told_before(story.words, stretch.outer_start, w) for w in head
    )
    return (opened or not lexicon.words("articles")) and (again or not known.isdisjoint(head))


def one_known(story: Story, cue: Hit, start: int) -> bool:
    """ "“…,” the official said", where the text spoke of no official without a name before: whoever spoke last."""
    lead = [w.lower() for w in _WORD.findall(story.words.plain, start, cue.start)]
    if len(lead) != 2 or lead[0] not in story.lexicon.words("definite"):
        return False
    return lead[1] in story.lexicon.words("unnamed_persons") and not told_before(story.words, start, lead[1])


def _known_word(story: Story, word: str) -> bool:
    """Whether a word with a capital is the name of a day, or a form of address."""
    if word.rstrip(".") in story.lexicon.words("titles"):
        return True
    tables = (story.lexicon.table(key) for key in ("weekdays", "months"))
    return any(word in map(str, forms) for table in tables for forms in table.values())


def goes_on(story: Story, stretch: Stretch, previous: Stretch) -> bool:
    """ "“A,” one official said. “B.”": whether the words follow those of somebody unnamed with no more than a verb of
    speech between them."""
    start, end = previous.outer_end, stretch.outer_start
    gap = story.words.plain[start:end]
    if not 0 < end - start < _GAP or ("\n" in gap and (gap.rstrip(" \n") == "" or len(gap.split()) > _BRIEF)):
        return False
    told = story.narrative_hits("speech", start, end)
    named = (m for m in story.within(start, end) if m.kind != "office")  # "the analyst" has no name
    return bool(told) and not any(story.resolved.get(m.start) and story.acts(m) for m in named)


def told_of(story: Story, sentence: Sentence, stretch: Stretch) -> bool:
    """ "Bell and Dia “discussed the ferry”": two joined by "and" of whom a paper tells, with no verb of speech before
    the words."""
    lead = [m for m, p in sentence.mentions if p and m.end <= stretch.outer_start and m.kind in ("name", "office")]
    if len(lead) < 2 or story.narrative_hits("speech", sentence.start, stretch.outer_start):
        return False
    between = story.words.lowered[lead[-2].end : lead[-1].start].strip()
    behind = story.words.plain[lead[-1].end : stretch.outer_start].strip()
    return between in story.lexicon.words("party_joins") and not behind


def in_sentence(story: Story, sentence: Sentence | None, stretch: Stretch, *, spoken: bool) -> bool:
    """Whether quoted words stand inside a sentence whose subject is nobody named; `spoken`: one with a verb of speech
    that the subject stands right before."""
    if sentence is None or sentence.subject or not _has_subjects(story) or sentence.start >= stretch.outer_start:
        return False
    lead = [w.lower() for w in _WORD.findall(story.words.plain, sentence.start, stretch.outer_start)]
    if len(lead) < _LEAD or _means_somebody(story, lead, sentence.start, stretch):
        return False
    said = _speech(story, sentence)
    if said and said[0].start < stretch.outer_start:
        near = len(_WORD.findall(story.words.plain, sentence.start, said[0].start)) <= _SUBJECT
        return (near or not spoken) and not _dropped(story, lead, sentence.start, said[0])
    return not (spoken or (said and story.lexicon.data.get("subject_dropped")))


def _speech(story: Story, sentence: Sentence) -> list[Hit]:
    """The verbs of speech of a sentence, without those that are but in the mood of reported speech."""
    mood = story.lexicon.words("reported_mood")
    told = story.narrative_hits("speech", sentence.start, sentence.end)
    return [h for h in told if story.words.lowered[h.start : h.end] not in mood]


def _means_somebody(story: Story, lead: list[str], start: int, stretch: Stretch) -> bool:
    """Whether a sentence begins with a word that points back, or with an office that somebody named can hold."""
    lexicon = story.lexicon
    article = _article_of_noun(story, lead, start)
    if lead[0] in lexicon.words("pointing_subjects") and not article:
        return True
    if article and lead[1].endswith(lexicon.affixes("person_noun_endings")):
        return True  # "Der Linkspolitiker nannte …"
    again = lead[0] in lexicon.words("definite") and lead[1] in lexicon.words("unnamed_persons")
    if again and not told_before(story.words, stretch.outer_start, lead[1]):
        return True
    return any(m.kind in ("office", "leader", "pronoun") for m in story.within(start, stretch.outer_start))


def _dropped(story: Story, lead: list[str], start: int, cue: Hit) -> bool:
    """Whether a verb of speech stands at the beginning of its clause and so has no subject but who acted before."""
    if story.lexicon.data.get("subject_dropped"):
        clause = re.split(r"[,;:—–]|\s-", story.words.plain[start : cue.start])[-1]
        return len(clause.split()) <= 1
    before = len(_WORD.findall(story.words.plain, start, cue.start))
    small = story.lexicon.words("function_words")
    bare = before <= 2 and lead[0] in small and not (before == 2 and _article_of_noun(story, lead, start))
    return (before == 0 or bare) and not plural_verb(story, cue)


def _article_of_noun(story: Story, lead: list[str], start: int) -> bool:
    """ "Das Gericht nannte …": whether a sentence begins with an article and its noun, where nouns have capitals."""
    if not story.lexicon.data.get("noun_capitals") or lead[0] not in story.lexicon.words("definite"):
        return False
    return len(lead) > 1 and story.words.plain[start + len(lead[0]) + 1 : start + len(lead[0]) + 2].isupper()


def according(story: Story, sentence: Sentence | None, stretch: Stretch) -> bool:
    """ "According to the fishers, the pier is “too short”": whether a sentence begins by telling whose words or view it
    gives, and they have no name."""
    if sentence is None or sentence.start >= stretch.outer_start:
        return False
    end, lowered = min(sentence.start + _SOURCE, stretch.outer_start), story.words.lowered
    before = story.lexicon.whole("according").match(lowered, sentence.start, end)
    behind = None if before else story.lexicon.whole("according_behind").search(lowered, sentence.start, end)
    if not before and not behind:
        return False
    begin, stop = (before.end(), end) if before else (sentence.start, behind.start() if behind else end)
    return not any(m.kind != "pronoun" or m.person for m in story.within(begin, stop))
