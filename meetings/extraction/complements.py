"""Long names of offices, with commas in them: "Minister of Foreign Affairs, of Trade and of Citizens Abroad, X"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from .lexicon import Lexicon
from .tokens import Token, Words

_LONGEST = 150
_MOST_WORDS = 18
_NAME = re.compile(
    r", (?:[^\W\d_]{1,12}\.? ){0,2}?(?=[^\W\d_a-zß-öø-ÿ])[\w\'’-]+"
    r"(?: [a-z]{1,3})?(?: |-| [a-z]{2}[-’\'])(?=[^\W\d_a-zß-öø-ÿ])"
)
"""A comma and a name of two words, perhaps behind a title: there the office is over."""
_ASIDE = re.compile(r" \([^()\n\d]{2,24}\) ")
"""What a body is called elsewhere, in brackets behind its name."""
_CONTRACTED = re.compile(r"^de (?:l'|la (?=\S))")
"""The link before an article that is a word of its own."""
_TOLD = ("encounter", "speech", "visits", "attendance", "absent", "recalled", "announced", "office", "beside")
"""Kinds of words that no office has in its name: what tells of anything is no part of it."""


def complement_end(words: Words, end: int) -> int | None:
    """How far an office reaches whose complement has words that the vocabulary does not know, up to the comma before
    a name; None where no name follows, or what stands between tells of something else."""
    lexicon = words.lexicon
    if not lexicon.data.get("lower_case_complements") or words.plain[end : end + 1] not in (" ", ","):
        return None
    text = words.plain[end : min(end + _LONGEST, words.line(end)[1])]
    known = lexicon.words("complements")
    for match in _NAME.finditer(text):
        gap = text[: match.start()]
        first = match[0][2:].split(" ", 1)[0].lower()
        if not gap.strip(" ,") or first in lexicon.words("articles", "office_links") | known:
            continue
        return end + match.start() if _is_complement(words, gap, end) else None
    return None


def _is_complement(words: Words, gap: str, start: int) -> bool:
    """Whether every piece between commas begins with "of", "for" or "and" or with a noun that ministries are of, and
    nothing in them tells of an event."""
    lexicon = words.lexicon
    links = lexicon.words("complement_links", "office_joins")
    pieces = [piece.replace("’", "'") for piece in gap.split(",")]
    begun = [piece.lower().replace("'", "' ").split() for piece in pieces if piece.strip()]
    if re.search(r"[.;:!?()«»\"“”\d]", gap) or len(gap.split()) > _MOST_WORDS:
        return False
    starts = links | lexicon.words("complements")
    first = starts | lexicon.words("office_links") if gap[0] != "," else starts - lexicon.words("office_joins")
    if begun[0][0] not in first or any(piece[0] not in starts for piece in begun[1:]):
        return False
    return not any(words.inside(kind, start, start + len(gap)) for kind in _TOLD)


def closing_list_end(words: Words, end: int) -> int | None:
    """How far an office reaches that closes a sentence behind a name: "X, ministre de la Mer, de l'Eau et des
    Ghanéens de l'étranger."; each piece has its article, and a capital or a word that ministries are of."""
    lexicon = words.lexicon
    if not lexicon.data.get("lower_case_complements") or words.plain[end : end + 2] != ", ":
        return None
    text = words.plain[end : min(end + _LONGEST, words.line(end)[1])]
    gap = re.split(r"[.;:](?:\s|$)", text)[0]
    joins = "|".join(sorted(lexicon.words("office_joins")))
    pieces = re.split(rf", |\s(?:{joins})\s", gap.replace("’", "'"))[1:]
    articled = lexicon.shaped("article_links", r"^{words} ?(?P<matter>\S+)")
    matters = [articled.match(_CONTRACTED.sub("l'", piece)) for piece in pieces]
    known = lexicon.words("complements")
    listed = len(pieces) > 1 and all(m and (m["matter"][0].isupper() or m["matter"].lower() in known) for m in matters)
    return end + len(gap) if listed and _is_complement(words, gap, end) else None


def matter_end(words: Words, end: int) -> int | None:
    """ "радник з питань водного господарства Омар Белл": how far what somebody deals with reaches behind a word for
    it, up to a name of two words; None where no name follows in the clause. A body may stand before that word, and
    "and" may close a list of matters."""
    links = words.lexicon.shaped("matter_links", r" {words}(?= )")
    body = words.covering("organization", end + 1) if words.lexicon.words("matter_links") else None
    link = links.match(words.lowered, body.end if body and body.start == end + 1 else end)
    at = words.index_at(link.end()) if link else 0
    tokens = words.tokens[at : at + _MOST_WORDS] if link else []
    for n, (token, following) in enumerate(pairwise(tokens)):
        plain = (token.word or token.text in ("-", ",")) and token.lower not in words.lexicon.words("encounter_verbs")
        told = any(words.covering(kind, token.start) for kind in _TOLD if kind != "encounter")
        if not plain or told or "\n" in words.plain[end : token.end]:
            return None
        if n and token.capital and following.capital and following.start == token.end + 1:
            known = any(words.covering(kind, token.start) for kind in ("country", "organization"))
            return None if known or not _closed(tokens[:n], words.lexicon) else tokens[n - 1].end
    return None


def _closed(matters: list[Token], lexicon: Lexicon) -> bool:
    """Whether matters with commas between them are a list: "and" stands behind the last comma, and a matter behind it
    ("дорог, рек и лесов Омар Белл", not "рек, а также Омар Белл" nor "рек, дорог и Омар Белл")."""
    comma = max((n for n, token in enumerate(matters) if token.text == ","), default=-1)
    joins = [token.lower in lexicon.words("office_joins") for token in matters[comma + 1 :]]
    return comma < 0 or any(joins[1:-1])


def role_without_state(words: Words, role: str, start: int, end: int) -> str:
    """The kind of an office in whose name a state's adjective stands ("ministre tunisien des Affaires étrangères")."""
    if role != "minister" or not words.lexicon.data.get("adjectives_follow"):
        return role
    text = words.lowered[start:end]
    for hit in words.inside("country", start, end):
        if hit.value[1] == "adjective":
            text = text.replace(f" {words.lowered[hit.start : hit.end]}", "", 1)
    forms = (str(form) for form in words.lexicon.table("offices").get("foreign_minister", ()))
    return "foreign_minister" if text.startswith(tuple(forms)) else role


def one_holder(text: str, forms: Iterable[str], lexicon: Lexicon) -> str:
    """A plural office as each of its holders has it ("ministres des Affaires étrangères")."""
    endings = lexicon.words("plural_offices")
    words = text.split(" ")
    while len(words) > 1 and words[0].lower() in lexicon.words("plural_prefixes"):
        words = words[1:]  # "nouveaux ambassadeurs": what is said of all of them
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        singular = form.split(" ")
        pairs = list(zip(words, singular, strict=False))
        if len(pairs) == len(singular) and all(w.lower() in (f, *(f + e for e in endings)) for w, f in pairs):
            return " ".join([w[: len(f)] for w, f in pairs] + words[len(singular) :])
    return text


def state_behind_bracket(words: Words, head: int, end: int) -> int | None:
    """ "председатель Сейма (парламент) Ганы": where the state ends that owns the body before a bracket, in languages
    that need no link for that."""
    if not words.lexicon.data.get("bare_complements") or end == head or not words.plain.startswith(" (", end):
        return None
    aside = _ASIDE.match(words.plain, end)
    state = words.covering("country", aside.end()) if aside else None
    if not aside or not state or state.start != aside.end() or state.value[1] not in ("name", "long"):
        return None
    return None if words.inside("country", head, end) else state.end
