"""Bodies that no state has: companies, banks, universities, churches. Whoever heads one acts for it, and for no state.

"The president of “Tarell”", "генеральный директор компании «Tarell»", "“Tarell” kompaniyasi prezidenti": the name
stands in quotation marks beside the office, or behind a noun for such a body.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .declension import nominative_name
from .phrases import Hit, lower
from .tokens import Words

_QUOTED = r"[«“„\"](?P<name>[^\W\d_][^«»“”„\"\n]{1,60})[»”“\"]"
_AHEAD = re.compile(rf"(?P<between>(?:\s[\w’'-]+){{0,4}}?)\s{_QUOTED}")
_BEFORE = re.compile(rf"{_QUOTED}\s(?P<between>(?:[\w’'-]+\s){{0,3}})$")
_CAPITALS = re.compile(r"\s(?P<name>(?=[^\W\d_a-z])[\w&.’'-]+(?:\s(?=[^\W\d_a-z])[\w&’'-]+){0,3})(?=[,.])")
_UNQUOTED = re.compile(r"(?:^|[\s,(])(?P<name>(?:(?=[^\W\d_a-zß-ÿ])[\w&’'-]+\s?){1,3})\s$")
_ELIDED = re.compile(r"^[dl][’'](?=\w)")
_FAR = 110
"""Characters beside an office in which the name of a body is looked for."""
_NO_STATES = {"official", "head_of_state", "secretary_general", "deputy", "speaker"}
"""Kinds of offices whose heads a company has, too: presidents, directors, chairmen."""


class PrivateBody(NamedTuple):
    """The body of an office (`name`), and how far the office reaches with it."""

    name: str
    start: int
    end: int


def private_body(words: Words, hit: Hit, start: int, end: int) -> PrivateBody | None:
    """The body that the holder of the office `plain[start:end]` heads; None where it is a state's or another one's."""
    if hit.value not in _NO_STATES or not words.lexicon.words("private_nouns"):
        return None
    bodies = [h for k in ("organization", "institutions") for h in words.inside(k, start, end)]
    own = (hit.start <= body.start < body.end <= hit.end for body in bodies)  # "presidente ejecutivo"
    if not all(own):
        return None
    if not words.lexicon.head_first:
        return _named_before(words, hit, start, end)
    return _named_behind(words, start, end) or _in_capitals(words, start, end) or _in_office(words, hit, start, end)


def _noun(words: Words, text: str) -> bool:
    """Whether some words hold a noun for a private body."""
    return words.lexicon.begins("private_nouns").search(text) is not None


def _named_behind(words: Words, start: int, end: int) -> PrivateBody | None:
    """ "Director of the company “Tarell”", "president of “Tarell”"."""
    match = _AHEAD.match(words.plain, end, min(end + _FAR, words.line(end)[1]))
    if match is None:
        return None
    between = lower(match["between"]).split()
    small = words.lexicon.words("office_links", "articles")
    if _noun(words, words.lowered[start : match.start("name")]) or (between and small.issuperset(between)):
        return PrivateBody(match["name"], start, match.end())
    return None if between or not words.covering("office", end - 1) else _owning(words, match, start)


def _owning(words: Words, match: re.Match[str], start: int) -> PrivateBody | None:
    """ "президентом «Вербы» Омаром Беллом": one word in marks in the case that says "of", and a name behind it."""
    named = re.match(r" (?:[^\W\d_]\.){0,2} ?[^\W\d_]", words.plain[match.end() : match.end() + 8])
    if not named or not named[0][-1].isupper() or not words.lexicon.data.get("name_declension"):
        return None
    if not match["name"].isalpha():
        return None
    bare = nominative_name((match["name"],), words.lexicon, "he", frozenset({"genitive"}))
    return PrivateBody(bare[0], start, match.end())


def _named_before(words: Words, hit: Hit, start: int, end: int) -> PrivateBody | None:
    """ "“Tarell” kompaniyasi prezidenti"."""
    left = max(words.line(hit.start)[0], hit.start - _FAR)
    if not words.lexicon.spaced:
        return _unspaced(words, hit, end, left)
    match = _BEFORE.search(words.plain, left, hit.start)
    if match is None or not (_noun(words, lower(match["between"])) or not match["between"]):
        return _capitals_before(words, hit, start, end)
    return PrivateBody(match["name"], min(start, match.start()), end)


def _capitals_before(words: Words, hit: Hit, start: int, end: int) -> PrivateBody | None:
    """ "Tarell Genel Müdürü": words with capitals that the vocabulary does not know, before an office that companies
    alone have."""
    if words.lowered[hit.start : hit.end] not in words.lexicon.words("company_heads"):
        return None
    match = _UNQUOTED.search(words.plain, max(words.line(hit.start)[0], hit.start - _FAR), hit.start)
    known = words.lexicon.words("complements", "common", "office_prefixes")
    kinds = ("country", "place", "organization", "institutions", "office", "titles")
    if match is None or any(words.inside(kind, match.start("name"), match.end("name")) for kind in kinds):
        return None
    unknown = not any(lower(word) in known for word in match["name"].split())
    return PrivateBody(match["name"], min(start, match.start("name")), end) if unknown else None


def _unspaced(words: Words, hit: Hit, end: int, left: int) -> PrivateBody | None:
    """ "美国某某公司总裁": a name that ends in a noun for such a body, without the state before it."""
    nouns = words.lexicon.shaped("private_nouns", r"[^\W\d_]{2,14}?{words}$")
    match = nouns.search(words.plain, left, hit.start)
    if match is None:
        return None
    known = [h.end for k in ("country", "encounter", "office") for h in words.inside(k, match.start(), hit.start)]
    begin = max([match.start(), *(at for at in known if at < hit.start)])
    return PrivateBody(words.plain[begin : hit.start], begin, end) if hit.start - begin > 2 else None


def _in_capitals(words: Words, start: int, end: int) -> PrivateBody | None:
    """ "El presidente de la empresa Tarell, …": the noun, a name and a comma."""
    last = words.plain[start:end].rsplit(maxsplit=1)[-1]
    match = _CAPITALS.match(words.plain, end) if _noun(words, lower(last)) else None
    behind = words.plain[max(0, start - 2) : start] == ", "  # "Anna Bell, présidente du groupe Tarell."
    if match and words.plain[match.end()] == "." and not behind:
        return None
    return PrivateBody(match["name"], start, match.end()) if match else None


def _in_office(words: Words, hit: Hit, start: int, end: int) -> PrivateBody | None:
    """ "CEO of Tarell", "President of Tarell Group": all that the office is of, where it has no cases."""
    lexicon = words.lexicon
    if lexicon.data.get("name_declension") or words.inside("country", start, hit.end):
        return None
    within = _noun(words, words.lowered[hit.start : hit.end]) and " " in words.plain[hit.start : hit.end]
    begin = words.plain.index(" ", hit.start) if within else hit.end  # an office that has the noun in its own name
    name = words.plain[begin:end].split()
    small = lexicon.words("office_links", "articles", "office_joins")
    while name and lower(name[0]).strip(",") in small:
        name.pop(0)
    private = words.lowered[hit.start : hit.end] in lexicon.words("company_heads")
    known = lexicon.words("complements", "office_links", "articles", "office_joins")
    proper = [w for w in name if lower(w) not in known and not words.inside("country", start, end)]
    noun = bool(name) and _noun(words, lower(" ".join(name)))
    shared = lexicon.words("shared_bodies").intersection(lower(w) for w in name)  # "the Working Group"
    if not name or shared or not (private or noun) or not (proper or noun):
        return None
    return PrivateBody(_ELIDED.sub("", " ".join(name)), start, end)
