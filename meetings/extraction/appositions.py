"""Appositions: "Anna Bell, the outgoing minister of trade,"."""

from __future__ import annotations

from .lexicon import Lexicon

_SHORT = 16
"""Characters between a name and the office behind it where no adjective stands between them."""
_SOURCED = 70
"""Characters before a name in which stands what makes it that of a source."""
_ADJECTIVES = 2
"""Adjectives that stand before an office at most."""


def without_adjectives(gap: str, lexicon: Lexicon) -> str:
    """What stands between a name and an office, without the adjectives that follow a comma and an article, in languages
    that put them there; longer words between them stay and part the two."""
    if len(gap) <= _SHORT or not lexicon.data.get("adjectives_precede"):
        return gap
    led = lexicon.shaped("articles", rf", {{words}} ((?:[^\W\d_][\w-]* ){{1,{_ADJECTIVES}}})$").match(gap)
    small = lexicon.words("function_words", "possessives", "genitive_links")
    return "," if led and small.isdisjoint(led[1].split()) else gap


def is_source(lowered: str, name: int, lexicon: Lexicon) -> bool:
    """ "According to X, the minister …": whether a name at the head of a sentence is that of whoever told it; another
    one acts behind the comma."""
    told = lexicon.shaped("according", r"(?:^|[.!?\n]\s*){words}\s[^,.;:!?\n]{0,40}$") if lexicon.head_first else None
    return told is not None and told.search(lowered[max(0, name - _SOURCED) : name]) is not None
