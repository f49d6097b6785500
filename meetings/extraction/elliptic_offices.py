"""Offices whose head is not said again: "the minister of Trade, X; that of Tourism, Y", "the ministers of Trade, X; \
Tourism, Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from .lexicon import Lexicon
from .office import Office
from .tokens import Words

_UPPER = "(?=[^\\W\\d_a-zß-öø-ÿ])"
_REACH = 160
"""Characters behind an office in which a holder, the next office and its holder begin."""
_KINDS = ("office", "encounter", "speech", "visits", "attendance", "absent")
"""Kinds of words that no department has in its name."""


@lru_cache
def _next(lexicon: Lexicon) -> re.Pattern[str]:
    """A holder, and the department of another one, where the head of the office stands for both."""
    either = lambda key: "|".join(map(re.escape, sorted(lexicon.words(key), key=len, reverse=True)))  # noqa: E731
    return re.compile(
        rf",\s{_UPPER}[^,;:()\n]{{3,45}}?(?P<gap>[,;]\s|\s(?={either('office_joins')}))(?:(?:{either('office_joins')})\s)?"
        rf"(?:(?P<lead>{either('ellipsis')})\s)?(?P<of>(?:(?:{either('genitive_links')}|{either('articles')})\s?)*)"
        rf"(?P<what>{_UPPER}[^,;:.()\n]{{3,60}}),\s{_UPPER}"
    )


def with_elliptic(words: Words, offices: list[Office]) -> list[Office]:
    """The offices, and those behind one of them of which only the department is said."""
    if not words.lexicon.words("ellipsis"):
        return offices
    return sorted((o for office in offices for o in (office, *_following(words, office))), key=lambda o: o.start)


def _following(words: Words, office: Office) -> Iterator[Office]:
    """What stands for further offices with the same head."""
    at, pattern = office, _next(words.lexicon)
    while match := pattern.match(words.plain, at.end, min(at.end + _REACH, words.line(at.end)[1])):
        listed = office.plural and (match["of"] or match["gap"].startswith(";"))
        start = match.start("lead" if match["lead"] else "of" if match["of"] else "what")
        told = any(words.inside(kind, start, match.end("what")) for kind in _KINDS)
        if not ((match["lead"] and match["of"]) or listed) or told:
            return
        link = match["of"] or _link(office) + " "
        text = f"{_head(words, office, match['lead'])} {link}{match['what']}"
        own = words.inside("country", match.start("what"), match.end("what"))  # "and that of the Spanish government"
        at = replace(office, start=start, end=match.end("what"), head=start, text=text, plural=False, possessive=False)
        at = replace(at, country=str(own[0].value[0])) if own else at
        yield at


def _head(words: Words, office: Office, lead: str | None) -> str:
    """The head of an office, of a woman where the article or pronoun says so."""
    head = office.text.split(" ", 1)[0]
    forms = words.lexicon.office_forms(office.role)
    women = (head[:-1] + "a", head + "a") if lead in words.lexicon.words("ellipsis_of_women") else ()
    return next((form for form in women if form in forms), head)


def _link(office: Office) -> str:
    """The link of the first office: "de" in "ministros de Comercio"."""
    return office.text.split(" ")[1] if office.text.count(" ") > 1 else ""
