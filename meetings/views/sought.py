"""The words of a search marked in texts: in the results, and on the pages that the results lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from django.db.models import Q
from django.http import QueryDict

from meetings.highlighting import Mark
from meetings.models import Mention, Quote
from meetings.search import Search
from meetings.search.hits import Hit
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


def mentions_sought(search: Search, documents: Iterable[int]) -> dict[int, list[Mention]]:
    """Where texts name those whom the query may name, by document."""
    people = {person for unit in search.marker.units for person in unit.people}
    states = {code for unit in search.marker.units for code in unit.countries}
    found: dict[int, list[Mention]] = {}
    if people or states:
        rows = Mention.objects.filter(Q(person__in=people) | Q(country__in=states), document__in=documents)
        for row in rows.order_by("pk"):
            found.setdefault(row.document_id, []).append(row)
    return found


def hits_in_quote(search: Search, quote: Quote, mentions: Iterable[Mention]) -> list[Hit]:
    """The words found in a quote; places count from its beginning."""
    named = ((who, (start - quote.start, end - quote.start)) for who, (start, end) in naming(mentions))
    inside = (one for one in named if one[1][0] >= 0 and one[1][1] <= len(quote.text))
    return search.marker.hits(quote.text, quote.language, inside)


def hit_marks(
    search: Search | None, document: int, text: str, language: str, mentions: Iterable[Mention]
) -> Iterator[Mark]:
    """The words found in a document's text, each with an id: `d3-hit-1`."""
    if search is None:
        return
    for number, hit in enumerate(search.marker.hits(text, language, naming(mentions)), start=1):
        yield Mark(hit.start, hit.end, "hit", anchor(document, "hit", number))


def quote_marks(search: Search | None, quote: Quote, by: int) -> Iterator[Mark]:
    """The words found in a quote that stands `by` characters behind the beginning of what is shown."""
    if search is None:
        return
    mentions = mentions_sought(search, [quote.document_id]).get(quote.document_id, [])
    for number, hit in enumerate(hits_in_quote(search, quote, mentions), start=1):
        yield Mark(hit.start + by, hit.end + by, "hit", anchor(quote.document_id, "hit", number))


def landing(address: str, search: Search, document: int, number: int) -> str:
    """The address of a page whose texts have the words marked, and of the place of one of them."""
    place = f"#{anchor(document, 'hit', number)}" if number else ""
    return f"{address}?{urlencode(search.address)}{place}"
