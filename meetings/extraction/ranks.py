"""Which kind of office is this, and of which state? An office as texts write it, in its language."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from . import lexicon as lexicons
from .office import Office
from .offices import find_offices
from .pages import Page, Paragraph
from .record import Finding
from .tokens import Words

RANKS = ("head_of_state", "head_of_government", "foreign_minister", "minister")
"""Roles from the highest down; all others are below."""


@lru_cache(maxsize=4096)
def role_of(office: str, language: str) -> str | None:
    """The role of an office (`head_of_state`, `deputy`, …); of several held at once the highest.

    `language` is a BCP 47 tag. None where the vocabulary of the language does not know the office.
    """
    words = _words(office, language)
    held = _held(words, find_offices(words))
    return min((one.role for one in held), key=_rank, default=None)


@lru_cache(maxsize=4096)
def states_in(office: str, language: str) -> frozenset[str]:
    """The codes of the states that an office names: "Foreign Minister of Norway", "the French ambassador to Chad"."""
    return frozenset(hit.value[0] for hit in _words(office, language).by_kind.get("country", ()))


def _words(office: str, language: str) -> Words:
    plain = " ".join(office.split())
    page = Page(plain, (Paragraph(0, len(plain)),), Finding(None, "title.none", 0.0))
    return Words(page, lexicons.load(language or lexicons.FALLBACK))


def _rank(role: str) -> int:
    return RANKS.index(role) if role in RANKS else len(RANKS)


def _held(words: Words, found: list[Office]) -> list[Office]:
    """The office and those beside it, not those it serves: "Minister, Deputy Premier", not "aide to the Premier".

    It stands first; last, where the head of an office comes last.
    """
    ordered = found if words.lexicon.head_first else found[::-1]
    held = ordered[:1]
    for before, office in pairwise(ordered):
        one, other = sorted((before, office), key=lambda some: some.start)
        between = words.lowered[one.end : other.start].replace("’", "'").strip(" ,;–—-/")
        bare = words.plain[one.end : other.start].strip()
        if not bare or (between and between not in words.lexicon.words("office_joins")):
            break
        held.append(office)
    return held
