"""The state where a meeting was held, where a sentence names it and no town: "met in Chile", "was in Chile, where …",
"at the embassy of Norway in Chile"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .dates import Calendar
from .phrases import Hit
from .record import Finding, Span
from .story import Sentence, Story

_STAY = 30
"""Characters between a state and the word that says that somebody is there, in languages whose verb comes last."""
_LINK = 40
"""Characters before a state in which stands what links it to the encounter."""
_NEXT = 3
"""Sentences, the anchor first, in which a host's state is looked for."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def met_in(story: Story, calendar: Calendar, anchor: Sentence, marks: Sequence[Hit]) -> Finding | None:
    """ "X met in Chile", "on Tuesday in Chile": a state behind the encounter, who was there, or the day."""
    lexicon, plain = story.lexicon, story.words.plain
    places = _unspaced if not lexicon.spaced else _in_case if lexicon.words("locative") else _linked
    ends = {h.end for h in marks} | {m.end for m, p in anchor.mentions if p and m.kind in ("name", "colleague")}
    ends |= {when.end for when in calendar.find(plain, anchor.start, anchor.end)} | {anchor.start}
    capital = lexicon.shaped("capital_phrases", r"(?<!\w){words} $")
    for hit in story.words.inside("country", anchor.start, anchor.end):
        near = max(anchor.start, hit.start - _LINK)
        if capital.search(story.words.lowered, near, hit.start) and not story.quoted_at(hit.start):
            return _found(hit, "place-country.state", 0.7)  # "in the capital of Chile"
        named = hit.value[1] in ("name", "long") and not story.quoted_at(hit.start)
        if named and places(story, anchor, hit, ends):
            return _found(hit, "place-country.state", 0.7)
    return None


def _linked(story: Story, anchor: Sentence, hit: Hit, ends: set[int]) -> bool:
    """Whether "in" leads to a state, right behind one of some places; or a comma and "in" behind what was visited."""
    links = story.lexicon.words("state_links")
    linked = story.lexicon.shaped("articles", r"(?:^| )(\S+) (?:{words}(?:(?<=')| ))?$")
    before = linked.search(story.words.lowered, max(anchor.start, hit.start - _LINK), hit.start) if links else None
    if before is None or before[1] not in links:
        return False
    at = before.start() if story.words.plain[before.start()] == " " else before.start(1)
    if at in ends or story.words.lowered[anchor.start : at].strip() == "":
        return True
    visited = story.narrative_hits("visits", anchor.start, at)
    return bool(visited) and story.words.plain[at - 1] == "," and not story.words.plain[hit.end].isalnum()


def _in_case(story: Story, anchor: Sentence, hit: Hit, ends: set[int]) -> bool:
    """Whether a state stands in the case of where, and before the encounter or who takes part in it."""
    words = story.words
    cases = story.lexicon.words("locative") - story.lexicon.words("locative_of")
    if words.lowered[hit.stem_end : hit.end] not in cases:
        return False
    behind = hit.end + 1
    next_to = any(m.start - behind in range(24) for m, _p in anchor.mentions if m.start >= behind)
    known = any(words.covering(kind, behind) for kind in ("encounter", "country", "office", "titles"))
    before = any(end == hit.start - 1 for end in ends) or words.plain[anchor.start : hit.start].strip() == ""
    return known or (next_to and before)


def _unspaced(story: Story, anchor: Sentence, hit: Hit, _ends: set[int]) -> bool:
    """Whether "in" stands before a state and the encounter behind it, in languages that set no spaces."""
    links = story.lexicon.affixes("state_links")
    led = bool(links) and story.words.lowered.endswith(links, anchor.start, hit.start)
    return led and any(h.start - hit.end in range(5) for h in story.words.inside("encounter", hit.end, anchor.end))


def stayed_in(story: Story, anchor: Sentence, near: Iterable[Sentence]) -> Finding | None:
    """ "X is in Chile, where …", "arrived in Chile on Monday", "left Chile after talks": the state where somebody
    stays, or stayed."""
    for sentence in (anchor, *near):
        stays = story.narrative_hits("current_visit", sentence.start, sentence.end)
        for cue in (*stays, *_departures(story, sentence)):
            if hit := _behind(story, cue) or _ahead(story, sentence, cue):
                return _found(hit, "place-country.visit", 0.6)
    return None


def _departures(story: Story, sentence: Sentence) -> tuple[Hit, ...]:
    """The words for leaving, where the sentence tells of a visit or an encounter as well."""
    told = any(story.narrative_hits(kind, sentence.start, sentence.end) for kind in ("visits", "encounter"))
    return tuple(story.narrative_hits("departures", sentence.start, sentence.end)) if told else ()


def _behind(story: Story, cue: Hit) -> Hit | None:
    """A state right behind a word for a stay, an article between them at most."""
    leads = not story.lexicon.words("locative")  # where the verb stands last, whoever came stands behind it
    article = story.lexicon.shaped("articles", r" (?:{words} )?").match(story.words.lowered, cue.end) if leads else None
    hit = story.words.covering("country", article.end()) if article else None
    if not article or not hit or hit.start != article.end() or hit.value[1] not in ("name", "long"):
        return None
    owns = story.words.plain[hit.end : hit.end + 1] in ("'", "’")
    return None if owns or opens_office(story, hit) else hit


def opens_office(story: Story, state: Hit) -> bool:
    """ "Visiting U.S. Secretary X": a state that is but the first word of somebody's office."""
    held = (o for p in story.resolver.people for o, _n in p.offices)
    return any(o.start == state.start for o in (*held, *story.resolver.offices))


def _ahead(story: Story, sentence: Sentence, cue: Hit, kind: str = "country") -> Hit | None:
    """A state (or a town) in the case of where or whither before a word for a stay, where that stands last."""
    cases = story.lexicon.words("locative", "allative")
    hits = story.words.inside(kind, max(sentence.start, cue.start - _STAY), cue.start) if cases else []
    named = [h for h in hits if h.value[1] in ("name", "long", "capital", "city")]
    fits = [h for h in named if story.words.lowered[h.stem_end : h.end] in cases]
    return fits[-1] if fits else None


def town_of_stay(story: Story, anchor: Sentence) -> Hit | None:
    """ "Lima'ya gelen Bakan X": the town in which somebody is who is met, in languages whose verb stands last."""
    cues = story.narrative_hits("current_visit", anchor.start, anchor.end)
    return next(filter(None, (_ahead(story, anchor, cue, "place") for cue in cues)), None)


def of_embassy(story: Story, anchor: Sentence) -> Finding | None:
    """ "At the Embassy of Norway in Chile": the state where an embassy is."""
    houses, links = story.lexicon.whole("embassies"), story.lexicon.words("abroad_links")
    house = houses.search(story.words.lowered, anchor.start, anchor.end)
    if house is None:
        return None
    for hit in story.words.inside("country", house.end(), house.end() + 60):
        before = _WORD.findall(story.words.lowered[max(house.end(), hit.start - 8) : hit.start])[-1:]
        if before and before[0] in links | story.lexicon.words("state_links") and hit.value[1] in ("name", "long"):
            return _found(hit, "place-country.embassy", 0.6)
    return None


def host_of_envoys(story: Story, anchor: Sentence) -> Finding | None:
    """ "The new envoys accredited in Chile", "welcomed them to Chile": the state behind such words, in the sentence or
    right behind it."""
    if not story.lexicon.words("accredited_in"):
        return None
    leads = story.lexicon.shaped("accredited_in", r"(?<!\w){words} $")
    at = story.sentences.index(anchor)
    for sentence in (s for s in story.sentences[at : at + _NEXT] if not s.quoted):
        for hit in story.words.inside("country", sentence.start, sentence.end):
            near = max(sentence.start, hit.start - _LINK)
            if hit.value[1] in ("name", "long") and leads.search(story.words.lowered, near, hit.start):
                return _found(hit, "place-country.accredited", 0.6)
    return None


def in_house(story: Story, anchor: Sentence) -> Finding | None:
    """ "Met at the White House": the state of a house that everybody knows by its name."""
    text = story.words.lowered
    for code, phrases in story.lexicon.forms("meeting_houses").items():
        for phrase in phrases:
            at = text.find(phrase, anchor.start, anchor.end)
            whole = at >= 0 and not (
                text[at - 1 : at].isalnum() or text[at + len(phrase) : at + len(phrase) + 1].isalnum()
            )
            if whole and not story.quoted_at(at):
                return Finding(str(code), "place-country.house", 0.7, (Span(at, at + len(phrase)),))
    return None


def at_ministry(story: Story, anchor: Sentence) -> Finding | None:
    """ "Met at the Ministry of Foreign Affairs of Ghana": the state of the house in which they met."""
    words, links = story.words, story.lexicon.words("seat_links")
    led = story.lexicon.shaped("articles", r"(\S+) (?:{words}(?:(?<=')| ))?$") if links else None
    for hit in words.inside("institutions", anchor.start, anchor.end) if led else ():
        before = led.search(words.lowered, max(anchor.start, hit.start - _LINK), hit.start) if led else None
        if before is None or before[1].strip("(,") not in links or story.quoted_at(hit.start):
            continue
        behind = words.inside("country", hit.start, min(anchor.end, hit.end + _LINK))
        begin = behind[0].start if behind else hit.end  # "en el palacio a su homólogo del Perú": his state, not its
        others = any(words.inside(kind, hit.end, begin) for kind in ("parties_nouns", "leaders", "office"))
        if behind and not others and not re.search(r"[,.;]", words.plain[hit.start : begin]):
            return _found(behind[0], "place-country.house", 0.6)
    return None


def of_welcome(story: Story, codes: set[str | None]) -> Finding | None:
    """ "Mr President, welcome to Ghana.": a state with which words of welcome end, or one of `codes` in them."""
    for stretch in story.stretches:
        for cue in story.words.inside("welcome", stretch.start, stretch.end):
            hit = _behind(story, cue)
            if hit and (hit.value[0] in codes or story.words.plain[hit.end : hit.end + 1] in tuple(".,!;")):
                return _found(hit, "place-country.welcome", 0.6)
    return None


def of_parliament(story: Story, anchor: Sentence) -> Finding | None:
    """ "Addressed the Lithuanian parliament": the state beside the word for a parliament."""
    for house in story.lexicon.whole("assemblies").finditer(story.words.lowered, anchor.start, anchor.end):
        for hit in story.words.inside("country", house.start() - 24, house.end() + 16):
            if hit.end in (house.start() - 1, house.start()) or 0 < hit.start - house.end() <= 7:
                return _found(hit, "place-country.state", 0.6)
    return None


def _found(hit: Hit, rule: str, confidence: float) -> Finding:
    return Finding(str(hit.value[0]), rule, confidence, (Span(hit.start, hit.end),))
