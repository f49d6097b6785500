"""Bodies that speak by their letters alone: "“…,” the OFAN added", whether the vocabulary knows them or not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from .lexicon import Lexicon
from .phrases import Hit
from .tokens import Token, Words

_LETTERS = range(3, 9)
"""How many letters stand for a body that the vocabulary does not know."""
_KNOWN = ("country", "place", "office", "titles", "agency", "institutions", "speech", "encounter")


def lettered_bodies(words: Words) -> list[tuple[int, int]]:
    """Where bodies stand that are somewhere at a verb of speech, and by the same letters, behind an article, again."""
    relaying = words.lexicon.words("relaying", "reporting_verbs")  # as agencies pass on words
    verbs = (h for h in words.by_kind.get("speech", ()) if words.lowered[h.start : h.end] not in relaying)
    found = {t.start: t for verb in verbs for t in _at_verb(words, verb)}
    found |= {t.start: t for t in _right_before_words(words)}
    spoken = {t.text for t in found.values()}
    again = (i for i, t in enumerate(words.tokens) if t.text in spoken) if spoken else ()
    found |= {words.tokens[i].start: words.tokens[i] for i in again if _free(words, i)}
    return sorted((t.start, t.end) for t in found.values())


def _right_before_words(words: Words) -> Iterator[Token]:
    """ "NATO, “…” dedi": known letters before a comma and a mark, where the verb stands last."""
    for hit in words.by_kind.get("organization", ()) if words.lexicon.data.get("subject_bare") else ():
        opened = words.plain[hit.end : hit.end + 2] == ", " and words.plain[hit.end + 2 : hit.end + 3] in tuple('"“«„')
        if opened and words.plain[hit.start : hit.end].isupper():
            yield words.tokens[words.index_at(hit.start)]


def _at_verb(words: Words, verb: Hit) -> Iterator[Token]:
    """The letters of a body right behind a verb, its article between, or right before it."""
    tokens, at = words.tokens, words.index_at(verb.end)
    behind = at + (at < len(tokens) and _article(words, tokens[at]))
    if behind < len(tokens) and tokens[at].start - verb.end <= 1 and _body(words, behind):
        yield tokens[behind]
    before = words.index_at(verb.start) - 1
    while before > 0 and tokens[before].lower in words.lexicon.words("auxiliaries"):
        before -= 1
    if before >= 0 and verb.start - tokens[before].end <= 12 and _body(words, before) and _free(words, before):
        yield tokens[before]


def _body(words: Words, at: int) -> bool:
    """Whether a token is the letters of a body: known, or unknown with an article before it."""
    token = words.tokens[at]
    if not token.text.isupper() or not token.text.isalpha() or any(words.covering(k, token.start) for k in _KNOWN):
        return False
    known = words.covering("organization", token.start)
    if known:
        return (known.start, known.end) == (token.start, token.end)
    return len(token.text) in _LETTERS and at > 0 and _article(words, words.tokens[at - 1])


def _free(words: Words, at: int) -> bool:
    """Whether the letters act: no "of" before them and their article ("the head of the OFAN")."""
    before = at - 1
    while before >= 0 and _article(words, words.tokens[before]):
        before -= 1
    links = frozenset().union(*map(words.lexicon.words, ("genitive_links", "office_links", "with_links")))
    return before < at - 1 and (before < 0 or words.tokens[before].lower not in links)


def _article(words: Words, token: Token) -> bool:
    return token.lower.rstrip("'’") in _articles(words.lexicon)


@cache
def _articles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(w.rstrip("'") for w in lexicon.words("articles"))
