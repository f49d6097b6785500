"""Whom "the host", "the Mexican" and "the latter" mean at a verb of speech, where no name and no office stands."""

from __future__ import annotations

import re
from bisect import bisect_right

from .person import Person
from .phrases import Hit
from .story import Story

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*['’]?")
_REACH = 40


def epithet(story: Story, cue: Hit, floor: int, last: Person | None) -> Person | None:
    """Who is spoken of so right behind or right before a verb of speech; `last` is who spoke before."""
    if not story.lexicon.words("epithet_leads") and not story.lexicon.words("hosts"):
        return None
    ahead = story.words.lowered[max(floor, cue.start - _REACH) : cue.start]
    lead = max(floor, cue.start - _REACH) + max((m.end() for m in re.finditer(r"[.,;:!?\n]\s*", ahead)), default=0)
    return _at(story, cue.end, cue.end + _REACH, last) or _at(story, lead, cue.start, last)


def _at(story: Story, start: int, end: int, last: Person | None) -> Person | None:
    """Whoever is meant by an article and a noun that begin a stretch of the narrative."""
    if not story.lexicon.words("epithet_leads"):
        return _without_article(story, start, end, last)
    found = list(_WORD.finditer(story.words.lowered, start, end))[:2]
    if len(found) < 2 or re.search(r"[^\s]", story.words.plain[start : found[0].start()]):
        return None
    lead, noun = found
    if lead[0].rstrip("'’") not in _leads(story) or noun.start() - lead.end() > 1:
        return None
    if story.lexicon.shaped("hosts", r"{words}(?!\w)").match(story.words.lowered, noun.start(), end):
        owned = lead[0] in story.lexicon.words("possessives")
        return _host(story, noun.start(), last, owned=owned)
    if noun[0] in story.lexicon.words("latter_words"):
        return _other(story, noun.start(), last)
    state = story.words.covering("country", noun.start())
    ended = not re.match(r" [^\W\d_]", story.words.plain[noun.end() : min(noun.end() + 2, end)])
    near = len(story.words.plain[noun.end() : end].split()) <= 2 and end - start < _REACH  # "le Belge lui a répondu"
    near = near and not story.lexicon.data.get("adjectives_precede")  # "the Belgian minister said"
    if state and state.value[1] in ("adjective", "demonym") and (ended or near or _small(story, noun.end() + 1)):
        return _of_state(story, str(state.value[0]), noun.start(), last)
    return None


def _without_article(story: Story, start: int, end: int, last: Person | None) -> Person | None:
    """The same in languages without articles: "сказал ирландец", "добавил хозяин встречи"."""
    noun = _WORD.search(story.words.lowered, start, end)
    if noun is None or story.words.plain[start : noun.start()].strip():
        return None
    if story.lexicon.shaped("hosts", r"{words}(?!\w)").match(story.words.lowered, noun.start(), end):
        return _host(story, noun.start(), last, owned=False)
    state = story.words.covering("country", noun.start())
    national = state is not None and state.value[1] == "demonym" and state.end == state.stem_end
    return _of_state(story, str(state.value[0]), noun.start(), last) if state and national else None


def _leads(story: Story) -> frozenset[str]:
    return frozenset(w.rstrip("'’") for w in story.lexicon.words("epithet_leads"))


def _small(story: Story, at: int) -> bool:
    """Whether a small word follows, so that the adjective belongs to no noun behind it."""
    word = _WORD.match(story.words.lowered, at)
    return word is not None and word[0] in story.lexicon.words("function_words")


def _before(story: Story, at: int) -> list[Person]:
    """All whom the narrative named before a place, the last one first."""
    seen = [m.person for m in story.within(0, at) if m.person and m.kind == "name" and not story.quoted_at(m.start)]
    return list({id(p): p for p in reversed(seen)}.values())


def _other(story: Story, at: int, last: Person | None) -> Person | None:
    return next((p for p in _before(story, at) if p is not last), None)


def _host(story: Story, at: int, last: Person | None, *, owned: bool) -> Person | None:
    """Whoever acts for the state that the page is of; else who was named first and did not speak last. "His host" acts
    for another state than who spoke last."""
    known = [p for p in _before(story, at) if p is not last or not owned]
    foreign = [p for p in known if owned and last and p.country and p.country != last.country]
    home = story.resolver.home
    at_home = [p for p in known if home and p.country == home and not foreign]
    return next(iter(at_home or [p for p in reversed(foreign or known) if p is not last]), None)


def _of_state(story: Story, code: str, at: int, last: Person | None) -> Person | None:
    """Who acts for a state; else the other one of two, unless another state is theirs."""
    known = _before(story, at)
    own = [p for p in known if p.country == code]
    others = [p for p in known if p.country is None and p is not last]
    return own[0] if own else others[0] if len(others) == 1 else None


def by_pronoun(story: Story, start: int, end: int) -> Person | None:
    """ "Selon lui, “…”", "по её словам": whom a pronoun means that says whose words they are."""
    for gender in ("he", "she"):
        if not story.lexicon.begins(f"according_{gender}").search(story.words.lowered, start, end):
            continue
        at = bisect_right(story.sentences, start, key=lambda s: s.end)
        above = story.sentences[max(0, at - 8) : at]
        recent = [p for s in above for p in (*s.persons, s.subject) if p]
        return story.resolver.meant_by(gender, recent)
    return None
