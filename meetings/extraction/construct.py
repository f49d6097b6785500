"""Nouns that own one another without a word between, as in Arabic: "minister (of) protection (of) the-environment"."""

from __future__ import annotations

from .phrases import Hit
from .tokens import Token, Words

_OTHERS = ("encounter", "speech", "visits", "attendance", "office", "titles", "beside", "recalled", "announced")
_SHORTEST = 5
"""Letters that a noun with its article has."""


def in_construct(words: Words, head: Hit, i: int) -> bool:
    """Whether a word behind the head of an office is what the noun before it is of: with an article where that noun
    has none ("development of the-exports"), or with "for the" in one word, as no name begins."""
    lexicon, token, before = words.lexicon, words.tokens[i], words.tokens[i - 1]
    article, for_the = lexicon.inflection.article, lexicon.affixes("no_name_beginnings")
    if len(token.text) < _SHORTEST or any(words.covering(kind, token.start) for kind in _OTHERS):
        return False
    known = lexicon.words("complements")
    suffix = words.covering("office_suffixes", token.start)
    if suffix and suffix.start == token.start and before.start > head.start:
        return True  # "the-ambassador the-Italian the-former"
    if _one_more(words, token):
        return True
    last = words.plain[head.start : head.end].split()[1:]
    if last and before.end == head.end and not last[-1].startswith(article):
        known = known | {before.lower}  # "chief of staff of the-armies": the last noun of the head has no article
    if for_the and token.lower.startswith(for_the):
        plain = article + token.lower[2:]
        return plain in known or not {token.lower, plain} & lexicon.words("common")
    if not token.text.startswith(article) or token.lower in lexicon.words("article_names"):
        return False
    behind = before.start > head.start  # "head of committee the-friendship": the head's own last noun, too
    return behind and before.lower in known and not before.lower.startswith(article)


def _one_more(words: Words, token: Token) -> bool:
    """ "… and-the-exports": one more matter, in one word with "and" and the article, as no name begins."""
    lexicon, article, joins = words.lexicon, words.lexicon.inflection.article, words.lexicon.words("office_joins")
    apart = words.plain[token.start - 1] in joins and token.text.startswith(article)
    join = "" if apart else next((j for j in joins if token.text.startswith(j + article)), None)
    if join is None or token.lower in lexicon.words("not_joined", "article_names"):
        return False
    rest = token.lower[len(join) :]
    return rest not in lexicon.words("common") and rest not in lexicon.conjugated
