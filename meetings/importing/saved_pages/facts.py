"""What a page says of itself in its head: where it was published, and whose site it is of."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from meetings.extraction.record import Hints
from meetings.importing.hints import BadHint, checked
from meetings.importing.saved_pages.tree import NOTE


def hints_of(tree: Any) -> Hints:
    """The address and the publisher, where the page gives such as can be kept."""
    publisher = meta(tree, "og:site_name")
    return Hints(
        source_url=address(tree), publisher=publisher if publisher and is_sound("publisher", publisher) else None
    )


def address(tree: Any) -> str | None:
    """Where the page was published. The bare address of a site is none: some sites give it on every page."""
    links = [link.get("href") for link in tree.xpath("//link[@href]") if "canonical" in (link.get("rel") or "").lower()]
    candidates = [*links[:1], meta(tree, "og:url"), tree.get(NOTE)]
    return next((each.strip() for each in candidates if each and is_of_a_page(each.strip())), None)


def is_of_a_page(value: str) -> bool:
    if not is_sound("source_url", value):
        return False
    parts = urlsplit(value)
    return bool(parts.path.strip("/") or parts.query)


def is_sound(key: str, value: str) -> bool:
    """Whether this can be kept as a hint: a page is not refused for what it says of itself."""
    try:
        checked({key: value})
    except BadHint:
        return False
    return True


def meta(tree: Any, *names: str) -> str | None:
    """What the first of these meta elements says, by the order of the names."""
    said: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            if content and (name := element.get(attribute)):
                said.setdefault(name.strip().lower(), content)
    return next((said[name] for name in names if name in said), None)
