"""What a search found, as results: a title, a snippet of the text, and the way to the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from meetings.models import Account, Country, Document, Meeting, Mention, Person, Quote, seated
from meetings.search import Search, Snippet
from meetings.search.entries import code_of
from meetings.showing import show
from meetings.views.sought import landing, mentions_sought, naming

MOST_TEXTS = 3
"""Sources of a meeting that are looked through for a snippet."""


@dataclass(frozen=True, slots=True)
class Result:
    """One row with its title, the words of which that were sought being marked, and a piece of text."""

    row: Any
    url: str
    title: Snippet
    title_language: str = ""
    snippet: Snippet | None = None
    language: str = ""


def results(search: Search, kind: str, ids: list[int]) -> list[Result]:
    """The results of these ids that are still listed, in the same order."""
    found = {one.row.pk: one for one in READERS[kind](search, ids)}
    keys = [code_of(id) for id in ids] if kind == "country" else ids
    return [found[key] for key in keys if key in found]


def titled(search: Search, title: str, language: str = "") -> Snippet:
    return search.marker.whole(title, search.marker.hits(title, language))


def piece(search: Search, document: Document, mentions: dict[int, list[Mention]]) -> Snippet:
    text = document.version.text
    hits = search.marker.hits(text, document.language, naming(mentions.get(document.pk, ())))
    return search.marker.snippet(text, hits)


def meetings(search: Search, ids: list[int]) -> Iterable[Result]:
    accounts = Account.objects.exclude(position=None).select_related("document__version")
    accounts = accounts.defer("reading", "document__hints", "document__version__raw", "document__version__reading")
    accounts = accounts.order_by("document__published_key", "document")
    listed = Meeting.objects.listed().for_list().filter(pk__in=ids)
    rows = seated(listed.prefetch_related(Prefetch("accounts", accounts)))
    show((one.document, one.document.version) for row in rows for one in row.accounts.all())
    texts = {row.pk: list({one.document_id: one.document for one in row.accounts.all()}.values()) for row in rows}
    mentions = mentions_sought(search, {one.pk for some in texts.values() for one in some})
    for row in rows:
        pieces = [(piece(search, one, mentions), one) for one in texts[row.pk][:MOST_TEXTS]]
        snippet, document = max(pieces, key=lambda one: one[0].worth)
        url = landing(row.get_absolute_url(), search, document.pk, snippet.first)
        title = titled(search, str(row), row.title_language)
        yield Result(row, url, title, row.title_language, snippet, document.language)


def documents(search: Search, ids: list[int]) -> Iterable[Result]:
    listed = Document.objects.told().filter(pk__in=ids).select_related("version")
    rows = list(listed.defer("hints", "version__raw", "version__reading"))
    show((row, row.version) for row in rows)
    mentions = mentions_sought(search, ids)
    for row in rows:
        snippet = piece(search, row, mentions)
        url = landing(row.get_absolute_url(), search, row.pk, snippet.first)
        yield Result(row, url, titled(search, str(row), row.language), row.language, snippet, row.language)


def quotes(search: Search, ids: list[int]) -> Iterable[Result]:
    rows = list(Quote.objects.listed().for_list().filter(pk__in=ids))
    mentions = mentions_sought(search, {row.document_id for row in rows})
    for row in rows:
        named = naming(mentions.get(row.document_id, ()))
        own = [(who, (start - row.start, end - row.start)) for who, (start, end) in named]
        inside = [one for one in own if one[1][0] >= 0 and one[1][1] <= len(row.text)]
        hits = search.marker.hits(row.text, row.language, inside)
        url = landing(row.get_absolute_url(), search, row.document_id, 1 if hits else 0)
        snippet = search.marker.snippet(row.text, hits, 420)
        yield Result(row, url, spoken_by(search, row), row.language, snippet, row.language)


def spoken_by(search: Search, row: Quote) -> Snippet:
    """The speaker as the list of quotes names them; a name in another script is marked as a whole."""
    name = str(row.speaker or row.speaker_organization or ("" if row.speaker_withheld else row.speaker_name))
    named = [(row.speaker_id, (0, len(name)))] if row.speaker_id else []
    return search.marker.whole(name, search.marker.hits(name, "", named))


def people(search: Search, ids: list[int]) -> Iterable[Result]:
    for row in Person.objects.listed().filter(pk__in=ids).select_related("country"):
        yield Result(row, row.get_absolute_url(), titled(search, row.name))


def countries(search: Search, ids: list[int]) -> Iterable[Result]:
    for row in Country.objects.filter(pk__in=map(code_of, ids)):
        yield Result(row, row.get_absolute_url(), titled(search, str(row)))


READERS: dict[str, Callable[[Search, list[int]], Iterable[Result]]] = {
    "meeting": meetings,
    "quote": quotes,
    "person": people,
    "country": countries,
    "document": documents,
}
