"""Patterns for lists of words, written as a tree of letters so that words that begin alike are tried together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

compiled = cache(re.compile)
"""A pattern of a vocabulary, compiled once: `re` itself keeps no more than 512, fewer than all languages have."""
NOTHING = "(?!)"
"""A pattern that matches nowhere."""
_END = ""


def any_of(words: Iterable[object], letter: Callable[[str], str] = re.escape) -> str:
    """A pattern for any of some words, the longest first; `letter` gives the pattern of one letter."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for c in str(word):
            node = node.setdefault(letter(c), {})
        node[_END] = {}
    tree.pop(_END, None)
    return _pattern(tree) if tree else NOTHING


def first_letters(words: Iterable[object]) -> str:
    """The letters that some words begin with, as the inside of a character class."""
    return "".join(sorted({re.escape(str(word)[0]) for word in words if str(word)}))


def _pattern(node: dict[str, Any]) -> str:
    run = ""
    while len(node) == 1 and _END not in node:  # one way on: no group needed
        (letter, node), *_ = node.items()
        run += letter
    ways = sorted(letter + _pattern(below) for letter, below in node.items() if letter != _END)
    if not ways:
        return run
    return run + f"(?:{'|'.join(ways)})" + ("?" if _END in node else "")
