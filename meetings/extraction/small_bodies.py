"""Bodies whose names are written small and are told by a verb of speech beside them: "the ministry said"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .phrases import Hit
from .tokens import Words

_LEAD = 24
"""Characters before a body among which an article and a verb of speech stand."""
_VERB = 16
"""Characters behind one in which its verb begins."""
_PAPER = 40
"""Characters before one in which a paper of its own is named."""
_ADVERB = re.compile(r" (?:\w+ )?")


def behind_verb(words: Words, start: int) -> bool:
    """ "… afirmó la presidencia": a body named by one small word, its article right behind a verb of speech."""
    article = _article(words, start)
    return article is not None and any(article - h.end <= 1 for h in words.inside("speech", article - _LEAD, article))


def of_paper(words: Words, start: int) -> bool:
    """ "un communiqué du ministère": a body named by one small word, whose paper it is."""
    links = rf"(?:{'|'.join(map(re.escape, sorted(words.lexicon.words('genitive_links'), key=len, reverse=True)))})"
    paper = words.lexicon.shaped("documents", rf"(?<!\w){{words}} {links}(?: ?\w{{1,3}})?['’ ]?$")
    return paper.search(words.lowered, max(0, start - _PAPER), start) is not None


def owning_town(words: Words, start: int) -> int:
    """Where a town begins that a body is said to belong to ("Accra's foreign ministry"), else where the body does."""
    if not words.lexicon.words("owner_endings"):
        return start
    owned = words.lexicon.shaped("owner_endings", r"{words} $").search(words.lowered, max(0, start - 3), start)
    town = words.covering("place", owned.start() - 1) if owned else None
    return town.start if town else start


def says_so(words: Words, hit: Hit, named: Iterable[str]) -> bool:
    """Whether a body written small speaks: "the foreign ministry said", "the ministry said" where one of those `named`
    before is a ministry, "said Accra's foreign ministry"."""
    verbs = words.inside("speech", hit.end, hit.end + _VERB)
    acts = any(_ADVERB.fullmatch(words.lowered, hit.end, verb.start) for verb in verbs)
    town = owning_town(words, hit.start)
    if town < hit.start:
        return acts or bool(words.covering("speech", town - 2))
    if not words.lexicon.words("owner_endings") or _article(words, hit.start) is None:
        return False
    name = words.lowered[hit.start : hit.end].split()
    known = len(name) > 1 or any(name[0] in other.lower().split() for other in named)
    return known and (acts or behind_verb(words, hit.start))


def _article(words: Words, start: int) -> int | None:
    """Where the article before a body begins."""
    at = words.index_at(start) - 1
    definite = at >= 0 and words.tokens[at].lower in words.lexicon.words("definite")
    return words.tokens[at].start if definite else None
