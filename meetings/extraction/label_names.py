"""Whether the words of a label in a transcript are somebody's name: capitals, particles, titles and offices only."""

from __future__ import annotations

from .tokens import Token, Words


def names_somebody(words: Words, start: int, end: int, count: int, sign: str) -> bool:
    """Whether a label looks like a person: capitals, particles, titles and offices only, and no common word."""
    if not words.lexicon.capitals:
        return sign == ":" and _known_without_capitals(words, start, end, count)
    tokens = [words.tokens[i] for i in words.between(start, end)]
    if not tokens or len(tokens) > 14 or any(t.text in ".;" and t.start + 1 == end for t in tokens[:-1]):
        return False
    office = bool(words.inside("office", start, end))
    if not office and words.inside("encounter", start, end):
        return False  # "Press conference Bell: the bridge will stand": the heading of a story
    proper = _proper_words(words, tokens, office=office)
    titled = bool(words.inside("titles", start, end))
    stopped = sign.startswith(".") and (office or titled)  # "Presidente.- …", as no sentence of a story is written
    shouted = tokens[-1].text.isupper() and len(tokens[-1].text) > 2 and (office or titled)  # "M. BELL - …"
    if proper is None or (sign != ":" and count < 2 and not (stopped or shouted or (proper and office))):
        return False
    office = office or titled
    capitals = stopped or tokens[-1].text.isupper()
    return proper >= 2 or (proper == 1 and (count >= 2 or office or capitals)) or (office and (count >= 2 or capitals))


def _known_without_capitals(words: Words, start: int, end: int, count: int) -> bool:
    label = words.plain[start:end]
    known = words.inside("office", start, end) or count >= 2 or (len(label) <= 14 and words.plain.count(label) > 1)
    told = any(words.inside(kind, start, end) for kind in ("speech", "encounter"))
    return bool(known) and len(label) <= 40 and not told


def _proper_words(words: Words, tokens: list[Token], *, office: bool) -> int | None:
    """How many words of a label can belong to a name; None where one belongs to no label."""
    proper = 0
    for token in tokens:
        if not token.word or any(words.covering(k, token.start) for k in ("office", "titles", "country")):
            continue
        small = token.lower in words.lexicon.words("particles", "genitive_links")
        if token.text[0].isdigit() or not (token.capital or small):
            return None
        initial = len(token.text) == 1 and words.plain[token.end : token.end + 1] == "."
        short = token.text.isupper() and len(token.text) < 4 and len(tokens) > 1  # "AM Bell": an office cut short
        short = short and (len(token.text) > 1 or token is tokens[-1])  # "Линь У": a name of one letter
        common = token.lower in words.lexicon.words("common") and not initial and not short
        if common and not office:
            return None
        proper += not common
    return proper
