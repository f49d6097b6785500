"""The words of a search marked in texts: in the results, and on the pages that the results lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from django.http import QueryDict

from meetings.highlighting import Mark
from meetings.models import Mention
from meetings.search import Search
from meetings.views.sources import anchor


def search_of(query: QueryDict) -> Search | None:
    """The search by which a reader came to a page."""
    words = query.get("q", "").strip()
    search = Search(words, query.get("exactly") == "1") if words else None
    return search if search and search.query else None


def naming(mentions: Iterable[Mention]) -> Iterator[tuple[int | str, tuple[int, int]]]:
    """Where a text names persons and states, by id and code."""
    for mention in mentions:
        who = mention.person_id or mention.country_id
        if who is not None:
            yield from ((who, (start, end)) for start, end in mention.spans)


def hit_marks(
    search: Search | None, document: int, text: str, language: str, mentions: Iterable[Mention]
) -> Iterator[Mark]:
    """The words found in a document's text, each with an id: `d3-hit-1`."""
    if search is None:
        return
    for number, hit in enumerate(search.marker.hits(text, language, naming(mentions)), start=1):
        yield Mark(hit.start, hit.end, "hit", anchor(document, "hit", number))


def landing(address: str, search: Search, document: int, number: int) -> str:
    """The address of a page whose texts have the words marked, and of the place of one of them."""
    place = f"#{anchor(document, 'hit', number)}" if number else ""
    return f"{address}?{urlencode(search.address)}{place}"
