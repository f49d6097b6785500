"""Who speaks in a turn of a transcript, by its label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .cases import fold
from .catalogue_names import catalogued
from .person import Person
from .story import Story
from .stretch import Stretch


@dataclass(frozen=True)
class Speaker:
    """A person, an institution, or neither; the words that say so and the rule that found them."""

    person: Person | None
    institution: str | None
    span: tuple[int, int] | None
    rule: str
    confidence: float


UNKNOWN = Speaker(None, None, None, "speaker.unknown", 0.0)


def of_turn(story: Story, stretch: Stretch, headline: list[Person], answering: Speaker | None) -> Speaker:
    if stretch.rule == "quote.opening-remarks" or (stretch.label is None and not answering):
        persons = headline or _announced(story, stretch)
        return Speaker(persons[0], None, None, "speaker.headline", 0.8) if persons else UNKNOWN
    if stretch.label is None:
        return answering or UNKNOWN
    start, end = stretch.label
    mentions = story.within(start, end + 1)
    nobody = stretch.unnamed or _nobody(story, start, end)
    for mention in sorted(mentions, key=lambda m: m.kind != "name"):
        person = mention.person or story.resolved.get(mention.start)
        if mention.kind == "office" and nobody and (head := catalogued(story, mention)):
            return Speaker(head, None, (start, end), "speaker.label", 0.8)
        if person and (mention.kind == "name" or nobody):
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


def by_same_label(story: Story, found: list[Speaker]) -> list[Speaker]:
    """The speakers with every "THE PRESIDENT:" of a transcript read as its other ones, where these are one person."""
    meant: dict[str, dict[int, Speaker]] = {}
    labels = [" ".join(story.words.plain[slice(*s.label)].split()) if s.label else "" for s in story.stretches]
    for label, speaker in zip(labels, found, strict=True):
        if label and speaker.person:
            meant.setdefault(label, {})[id(speaker.person)] = speaker
    one = {label: next(iter(who.values())).person for label, who in meant.items() if len(who) == 1}
    return [
        Speaker(one[label], None, stretch.label, "speaker.label", 0.9) if told is UNKNOWN and label in one else told
        for label, stretch, told in zip(labels, story.stretches, found, strict=True)
    ]


def _announced(story: Story, stretch: Stretch) -> list[Person]:
    """Whom the last note before somebody's words names: "[remarks by Anna Bell at the airport]"."""
    above = [s for s in story.sentences if s.end <= stretch.start and s.persons]
    return above[-1].persons if above else []


def _by_initials(story: Story, text: str) -> Person | None:
    """ "SG:" for the Secretary-General, "AB:" for Anna Bell."""
    letters = re.sub(r"[^\w]", "", text)
    if not 2 <= len(letters) <= 4 or not letters.isupper() or (" " in text and "." not in text):
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
    small = story.lexicon.words("articles", "office_links")
    kinds = ("office", "organization", "country")
    return all(not t.word or t.lower in small or any(story.words.covering(k, t.start) for k in kinds) for t in words)


def _by_words(story: Story, text: str) -> Person | None:
    """The one person of the text whose name a label gives in another spelling or outside the body."""
    said = tuple(re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", text))
    last = fold(said[-1]) if said else ""
    forms = lambda p: (w for words in (*(n.words for n in p.names), p.full.split()) for w in words)  # noqa: E731
    fits = [p for p in story.resolver.people if last and any(last == fold(w) for w in forms(p))]
    return fits[0] if len(fits) == 1 else None
