"""One more meeting of somebody who met others before, told by nothing but its own verb."""

from __future__ import annotations

from .circumstances import Circumstances
from .encounters import Encounter
from .person import Person
from .phrases import Hit
from .story import Sentence

_FEW = 4
"""Persons whom the sentence of one meeting names at most."""
_OF_ONE = ("news_conference", "multilateral", "lecture", "ceremony")
"""Encounters of which one person alone may be told."""
_JOINT = 20
"""Characters before a press conference in which a word says that it was a joint one."""
_GUEST = 90
"""Characters behind it in which whoever it was held with is named, office included."""
_LED = 30
"""Characters between a verb such as "held" and the noun for talks."""


def met_another(of: Circumstances, sentence: Sentence, found: list[Encounter]) -> bool:
    """ "President A received B. … Minister C met B": people whom no meeting told before has together, one of whom was
    there; a verb of meeting is the sentence's own, and it tells what nobody says or recalls."""
    there = of.parties(sentence)
    writer = of.story.narrator
    if not 2 <= len(there) <= _FEW or not all(p.offices or p.countries or p is writer for p in there):
        return False
    if not any(p is sentence.subject or p is writer for p in there) or of.elsewhere(sentence):
        return False
    mark = next((h for h in of.encounters(sentence) if _own_verb(of, sentence, h)), None)
    return mark is not None and not _said(of, sentence, mark) and _new_pair(of, there, found)


def told_besides(of: Circumstances, sentence: Sentence, found: list[Encounter]) -> bool:
    """Whether a sentence tells of an encounter of another form than the talks before: with somebody else before the
    press, or the gathering that the headline has besides."""
    return _before_press_with(of, sentence, found) or _gathering_of_headline(of, sentence, found)


def _before_press_with(of: Circumstances, sentence: Sentence, found: list[Encounter]) -> bool:
    """ "A and B held talks. … A told a joint news conference with C that …"."""
    marks = [h for h in of.encounters(sentence) if h.value == "news_conference"]
    joint = (
        h for h in marks if of.words.says(of.lexicon.words("joint_words"), max(sentence.start, h.start - _JOINT), h.end)
    )
    behind = of.lexicon.shaped("with_links", r"\s{words}(?!\w)")
    mark = next((h for h in joint if behind.match(of.words.lowered, h.end)), None)
    told = [(m, p) for m, p in sentence.mentions if p and m.kind == "name"] if mark else []
    guest = next((p for m, p in told if mark and 0 < m.start - mark.end < _GUEST), None)
    known = {id(p) for e in found for p in of.parties(e.anchor)}
    return guest is not None and id(guest) not in known and id(told[0][1]) in known


def _gathering_of_headline(of: Circumstances, sentence: Sentence, found: list[Encounter]) -> bool:
    """ "A meets B and attends the summit", and a paragraph begins "A attended the summit"."""
    titled, told = ({h.value for s in told for h in of.encounters(s)} for told in (of.titles, [sentence]))
    talks = {e.format.value for e in found} == {"talks"} and titled >= {"talks", "multilateral"}
    if not talks or sentence.start != sentence.paragraph.start or told != {"multilateral"}:
        return False
    there = of.story.narrative_hits("attendance", sentence.start, sentence.end)
    return bool(there) and any(p in of.parties(found[0].anchor) for p in sentence.persons)


def at_the_same(of: Circumstances, sentence: Sentence) -> bool:
    """ "During the meeting, which A attended, B also said": the noun that opens a sentence, with nobody beside it, and
    who was there: no further meeting."""
    marks = of.encounters(sentence)
    opens = len(marks) == 1 and marks[0].start - sentence.start < _LED
    aside = opens and of.words.plain.startswith(",", marks[0].end)
    return aside and bool(of.story.narrative_hits("attendance", sentence.start, sentence.end))


def _new_pair(of: Circumstances, there: list[Person], found: list[Encounter]) -> bool:
    """Whether one of them was at a meeting told before, and none of these had two of them. Of talks of which one
    person alone was told it may be said again with whom they were."""
    told = [{id(p) for p in (*e.people, *e.anchor.persons, *of.parties(e.anchor))} for e in found]
    here = {id(p) for p in there}
    whole = all(len(before) > 1 or e.format.value in _OF_ONE for before, e in zip(told, found, strict=True))
    return whole and max(len(here & before) for before in told) == 1


def _own_verb(of: Circumstances, sentence: Sentence, mark: Hit) -> bool:
    """Whether a mark is a finite verb of meeting, or the noun behind one ("held formal talks"), or any noun for
    talks where who writes was there ("I had talks", "in my talks")."""
    lowered = of.words.lowered
    if lowered[mark.start : mark.end] in of.lexicon.words("meeting_verbs"):
        return True
    if mark.value not in ("talks", "call", "video"):
        return False
    before = lowered[max(sentence.start, mark.start - _LED) : mark.start].split()
    if of.story.narrator and of.story.speaks(sentence):
        return True
    return not of.lexicon.words("convening").isdisjoint(before)


def _said(of: Circumstances, sentence: Sentence, mark: Hit) -> bool:
    """Whether somebody only says that they met, or the clause is not the sentence's own."""
    start, end = (sentence.start, mark.start) if of.lexicon.head_first else (mark.end, sentence.end)
    told = sentence.teller is not None and any(p is sentence.teller for p in of.parties(sentence))
    return told or bool(of.story.narrative_hits("speech", start, end))
