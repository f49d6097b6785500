"""A town that no list has: "in Valga on Thursday"."""

from __future__ import annotations

from .record import Finding, Span
from .tokens import Token, Words

_KNOWN = (
    "country", "place", "organization", "office", "institutions", "agency", "encounter", "titles", "not_countries",
    "events", "visits",
)  # fmt: skip
_NEAR = 30
"""Characters between a state and a town of it."""
_WORDS = 3
"""Words that the name of a town may have."""


def unlisted_town(words: Words, start: int, end: int, names: dict[int, int]) -> Finding | None:
    """The capitalised words behind "in", where the vocabulary knows nothing of them and no person (`names`: where
    persons' names begin and end) has them."""
    links = words.lexicon.words("town_links")
    for i in words.between(start, end) if links else ():
        if words.tokens[i].lower not in links or not i or _of_a_name(words, words.tokens[i - 1], names):
            continue
        run: list[Token] = []
        for token in words.tokens[i + 1 : i + 2 + _WORDS]:
            if token.start >= end or not _unknown(words, token) or token.start in names:
                break
            run.append(token)
        if run and len(run) <= _WORDS and _closed(words, run[-1], end):
            span = Span(run[0].start, run[-1].end)
            return Finding(words.plain[span.start : span.end], "place.unlisted", 0.4, (span,))
    return None


def called_town(words: Words, start: int, end: int, names: dict[int, int]) -> tuple[Finding, str] | None:
    """ "Brezilya'nın Belem kentinde", "la ciudad chilena de Talca": a town that no list has, with a noun that says so,
    and its state."""
    nouns = words.lexicon.words("town_nouns", "towns_of_states")
    for i in words.between(start, end) if nouns else ():
        if words.tokens[i].lower not in nouns:
            continue
        run = _before_noun(words, i, names) if words.lexicon.data.get("subject_bare") else _behind_noun(words, i, names)
        if not run:
            continue
        near = words.inside("country", max(start, run[0].start - _NEAR), min(end, run[-1].end + _NEAR))
        state = min(near, key=lambda h: abs(h.end - run[0].start), default=None)
        if state:
            span = Span(run[0].start, run[-1].end)
            return Finding(words.plain[span.start : span.end], "place.unlisted", 0.6, (span,)), str(state.value[0])
    return None


def _before_noun(words: Words, noun: int, names: dict[int, int]) -> list[Token]:
    """The unknown words with capitals right before a noun."""
    run: list[Token] = []
    for token in reversed(words.tokens[max(0, noun - _WORDS) : noun]):
        if not _unknown(words, token) or token.start in names:
            break
        run.insert(0, token)
    return run


def _behind_noun(words: Words, noun: int, names: dict[int, int]) -> list[Token]:
    """So too behind it, a state's adjective and "of" between."""
    at, small = noun + 1, words.lexicon.words("genitive_links", "articles")
    while at < len(words.tokens) and (
        words.covering("country", words.tokens[at].start) or words.tokens[at].lower in small
    ):
        at += 1
    run: list[Token] = []
    for token in words.tokens[at : at + _WORDS]:
        if not _unknown(words, token) or token.start in names:
            break
        run.append(token)
    return run if at <= noun + 4 else []


def _of_a_name(words: Words, before: Token, names: dict[int, int]) -> bool:
    """ "Trafficking in Persons": a capital before "in" that is no person's or state's."""
    return before.capital and before.end not in names.values() and not words.covering("country", before.start)


def _unknown(words: Words, token: Token) -> bool:
    if not token.word or not token.capital or token.text.isupper() or token.lower in words.lexicon.words("common"):
        return False
    if token.lower in words.lexicon.words("regions"):
        return False
    if token.lower in words.lexicon.forms_of("months", "weekdays"):
        return False
    return not any(words.covering(kind, token.start) for kind in _KNOWN)


def _closed(words: Words, last: Token, end: int) -> bool:
    """Whether the name ends there: a mark, a small word or the end of the sentence follows, no possessive."""
    if last.text.endswith(("'s", "’s")) or last.end >= end:
        return last.end >= end
    following = words.tokens[words.index_at(last.end)]
    return not following.capital or following.lower in words.lexicon.words("common")
