"""The headline of a page, without the name of its site."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from meetings.importing.saved_pages.facts import address, meta
from meetings.importing.saved_pages.tree import words

SEPARATOR = re.compile(r"\s+[|–—·•:»«-]+\s+|\s*\|\s*")
LONGEST = 1000
APART = (
    "ancestor::header[not(ancestor::article or ancestor::main)] | ancestor::nav | ancestor::footer"
    " | ancestor::aside[not(.//p)]"
)
"""Where a heading is that of the site or of other news, not of the page's text."""


def headline(tree: Any) -> str:
    """The h1 that the page's title repeats, else its only h1, else the title; empty where there is none of them."""
    title, site = page_title(tree), (meta(tree, "og:site_name") or "").casefold()
    headings = [text for h1 in tree.iter("h1") if (text := words(h1)) and not h1.xpath(APART)]
    headings = list(dict.fromkeys(text for text in headings if text.casefold() != site))
    repeated = [text for text in headings if are_alike(text, title)]
    if repeated:
        return max(repeated, key=len)
    return headings[0] if headings and (len(headings) == 1 or not title) else title


def are_alike(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    return bool(one and other) and (one in other or other in one)


def page_title(tree: Any) -> str:
    """og:title, else the title, without the name of the site behind or before it."""
    title = meta(tree, "og:title") or next((text for one in tree.iter("title") if (text := words(one))), "")
    title = title[:LONGEST]
    names = site_names(tree)
    cuts = list(SEPARATOR.finditer(title))
    for cut in cuts:
        if title[cut.end() :].casefold() in names:
            return title[: cut.start()]
    for cut in cuts:
        if title[: cut.start()].casefold() in names:
            return title[cut.end() :]
    return title


def site_names(tree: Any) -> set[str]:
    """What the site calls itself: by name, in its head of every page, and by the address."""
    host = (urlsplit(address(tree) or "").hostname or "").removeprefix("www.")
    heads = [words(h1) for h1 in tree.iter("h1") if h1.xpath(APART)]
    return {name.casefold() for name in (meta(tree, "og:site_name"), host, *heads) if name}
