"""Heads of catalogues that turn a name round: "Bell, Anna" on a line of its own above what she said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .name_forms import Name
from .person import Person
from .stretch import Stretch
from .tokens import Words

if TYPE_CHECKING:
    from .mentions import Mention
    from .story import Story

_WORD = r"[^\W\d_a-zà-ÿ][^\W\d_]*(?:[-'’][^\W\d_]+)*\.?"
_TURNED = re.compile(rf"(?P<family>(?:[^\W\d_A-Z]{{2,3}} ){{0,2}}{_WORD}), (?P<given>{_WORD}(?: {_WORD}){{0,2}})")
_MEANT = ("country", "place", "organization", "institutions", "office", "agency", "titles")


def catalogue_names(words: Words, stretches: Sequence[Stretch], *, transcript: bool) -> list[Name]:
    """The names that lines above the body turn round; on a page that is no `transcript` only where the family name
    returns or the body says "I" outside of what it quotes."""
    body = words.page.zone("body")
    if not body or not words.lexicon.capitals:
        return []
    found = []
    for p in (p for p in words.page.zone("furniture", "letterhead") if p.end <= body[0].start):
        match = _TURNED.fullmatch(words.page.text(p))
        if not match or any(words.inside(kind, p.start, p.end) for kind in _MEANT) or _common(words, match):
            continue
        family = re.compile(rf"(?<!\w){re.escape(match['family'].lower())}(?!\w)")
        if transcript or family.search(words.lowered, p.end) or _says_i(words, stretches):
            found.append(Name(p.start, p.end, (*match["given"].split(), *match["family"].split()), titled=True))
    return found


def _says_i(words: Words, stretches: Sequence[Stretch]) -> bool:
    """Whether the body is told in the first person."""
    mine = words.lexicon.words("speaker_words")
    quoted = sorted((s.start, s.end) for s in stretches)
    said = (words.tokens[i] for p in words.page.zone("body") for i in words.between(p.start, p.end))
    before = ((t, bisect_right(quoted, (t.start, len(words.plain)))) for t in said if t.lower in mine)
    return any(not at or quoted[at - 1][1] <= t.start for t, at in before)


def _common(words: Words, match: re.Match[str]) -> bool:
    """Whether a line holds a word that is no name's ("Monday, March")."""
    lexicon = words.lexicon
    known = lexicon.words("common") | lexicon.forms_of("months", "weekdays")
    return not known.isdisjoint(re.findall(r"[^\W\d_]+", match[0].lower()))


def catalogued(story: Story, office: Mention) -> Person | None:
    """Whom the head of a catalogue names, where a label gives an office that nobody else has in these words."""
    zone_at = story.words.page.zone_at
    heads = [p for p in story.resolver.people if any(zone_at(n.start) == "furniture" for n in p.names)]
    label = story.words.lowered[office.start : office.end]
    holds = lambda p: any(o.text.lower().startswith(label) for o, _n in p.offices)  # noqa: E731
    if len(heads) != 1 or any(holds(p) for p in story.resolver.people if p is not heads[0]):
        return None
    return heads[0] if not heads[0].offices or holds(heads[0]) else None
