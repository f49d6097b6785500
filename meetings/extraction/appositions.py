"""Appositions: "Anna Bell, the outgoing minister of trade,"."""

from __future__ import annotations

from .lexicon import Lexicon

_SHORT = 16
"""Characters between a name and the office behind it where no adjective stands between them."""
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
