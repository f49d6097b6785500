"""What the search knows of each thing: rows of the database as entries of the index.

Of texts only what readers may see is read.
An entry speaks of persons and states by id, not by name: a new spelling touches the entry of its person alone.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Prefetch, QuerySet

from meetings.countries import names_by_code
from meetings.countries import read as read_countries
from meetings.following import Object
from meetings.models import Account, Document, Meeting, Mention, Participant, Person, PersonName, Quote
from meetings.showing import show

KINDS = ("meeting", "quote", "person", "country", "document")
STEP = 500
FIRST_YEAR, LAST_YEAR = 1900, 2100

Words = tuple[str, str]
"""A text and its language (BCP 47)."""


@dataclass(slots=True)
class Entry:
    """One thing that can be found.

    `said` are the words of quotes; `body` all other words. `people` and `countries` are named in it, `parties` and
    `states` are those whose meeting, words or document it is, `speakers` those who are quoted.
    `weight`, from 0 to 1, decides between equals.
    """

    kind: str
    id: int
    title: list[Words] = field(default_factory=list)
    said: list[Words] = field(default_factory=list)
    body: list[Words] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    people: set[int] = field(default_factory=set)
    parties: set[int] = field(default_factory=set)
    speakers: set[int] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    date: int = 0
    weight: float = 0.0

    @property
    def key(self) -> str:
        return key_of(self.kind, self.id)


def key_of(kind: str, id: int) -> str:
    return f"{kind}{id}"


def number_of(code: str) -> int:
    """A state's place in the alphabet of codes: KZ -> 284; entries go by number."""
    return sum((ord(letter) - 64) * 27**place for place, letter in enumerate(reversed(code)))


def code_of(number: int) -> str:
    return f"{chr(number // 27 + 64)}{chr(number % 27 + 64)}"


def everything() -> Iterator[Entry]:
    """An entry for each thing that pages list, but for states."""
    for listed, read in READERS.values():
        ids = listed().order_by().values_list("pk", flat=True)
        for some in _steps(list(ids)):
            yield from read(some)


def of(changed: Collection[Object]) -> Iterator[Entry]:
    """The entries of these things, as far as pages list them."""
    for kind, (_listed, read) in READERS.items():
        for some in _steps([number for name, number in changed if name == kind]):
            yield from read(some)


def is_everything(changed: Collection[Object] | None) -> bool:
    """Whether all has to be read again: publishers' terms bound what is shown of very many texts."""
    return changed is None or any(kind == "terms" for kind, _ in changed)


def is_withheld(changed: Collection[Object] | None) -> bool:
    """Whether among these is a takedown: then the files of the index are not to keep what it said before."""
    return any(kind == "takedown" for kind, _ in changed or ())


def touched(changed: Collection[Object], most: int | None = None) -> set[Object]:
    """The things whose entries may be other ones, since theirs hold words of those that changed; about `most`, if so
    many are enough to know."""
    own = {(kind, number) for kind, number in changed if kind in READERS}
    for kind, ids in _bearing(changed):
        if most is not None and len(own) >= most:
            break
        own |= {(kind, one) for one in ids.distinct()[:most]}
    return own


def _bearing(changed: Collection[Object]) -> Iterator[tuple[str, QuerySet[Any, int]]]:
    """The ids of meetings and quotes that hold words of these documents and organizations."""
    for some in _steps([number for kind, number in changed if kind == "document"]):
        yield "meeting", Account.objects.filter(document__in=some).order_by().values_list("meeting", flat=True)
        yield "quote", Quote.objects.filter(document__in=some).order_by().values_list("pk", flat=True)
    for some in _steps([number for kind, number in changed if kind == "organization"]):
        yield "quote", Quote.objects.filter(speaker_organization__in=some).order_by().values_list("pk", flat=True)
        yield "meeting", Participant.objects.filter(organization__in=some).order_by().values_list("meeting", flat=True)


def _steps(ids: list[int]) -> Iterable[list[int]]:
    """In steps, since a query takes only so many values."""
    return (ids[start : start + STEP] for start in range(0, len(ids), STEP))


def _recent(date: int) -> float:
    """From 0 for long ago to 1."""
    return min(max((date / 10_000 - FIRST_YEAR) / (LAST_YEAR - FIRST_YEAR), 0.0), 1.0)


def _frequent(number: int) -> float:
    return min(math.log10(1 + number) / 5, 1.0)


def listed_documents() -> QuerySet[Document]:
    return Document.objects.told()


def meetings(ids: list[int]) -> Iterator[Entry]:
    accounts = Account.objects.exclude(position=None).select_related("document__version")
    accounts = accounts.defer("reading", "document__hints", "document__version__raw", "document__version__reading")
    accounts = accounts.annotate(furniture=F("document__version__reading__furniture"))
    seats = Participant.objects.select_related("organization")
    quotes = Quote.objects.listed()
    rows = Meeting.objects.listed().filter(pk__in=ids)
    rows = rows.prefetch_related(
        Prefetch("accounts", accounts), Prefetch("participants", seats), Prefetch("quotes", quotes)
    )
    documents = Account.objects.filter(meeting__in=ids).exclude(position=None).values_list("document", flat=True)
    named = _named(documents)
    told = [account.document for row in rows for account in row.accounts.all()]
    show((document, document.version) for document in told)
    for row in rows:
        yield _meeting(row, named)


def _meeting(row: Meeting, named: dict[int, list[Mention]]) -> Entry:
    entry = Entry("meeting", row.pk, [(row.title, row.title_language)], date=row.date_key, weight=_recent(row.date_key))
    entry.body.append((row.place, row.title_language))
    furniture = {one.document: one.furniture for one in row.accounts.all()}  # type: ignore[attr-defined]
    for document, asides in furniture.items():
        entry.title.append((document.title, document.language))
        entry.body.append((_without(document.version.text, asides or ()), document.language))
        _name(entry, named[document.pk])
    for seat in row.participants.all():
        entry.parties |= {seat.person_id} if seat.person_id else set()
        entry.body.append((f"{seat.office} {seat.organization or ''}", ""))
        entry.states |= {seat.country_id} if seat.country_id else set()
    for quote in row.quotes.all():
        entry.said.append((quote.text, quote.language))
        entry.speakers |= {quote.speaker_id} if quote.speaker_id else set()
    entry.people |= entry.parties
    entry.countries |= entry.states | ({row.place_country_id} if row.place_country_id else set())
    return entry


def _without(text: str, furniture: Iterable[list[int]]) -> str:
    """The text without menus and the headlines of other news: those are found in documents, but tell of no meeting."""
    parts, at = [], 0
    for start, end in sorted(furniture):
        parts.append(text[at:start])
        at = max(at, end)
    return "\n\n".join([*parts, text[at:]])


def documents(ids: list[int]) -> Iterator[Entry]:
    rows = listed_documents().filter(pk__in=ids).select_related("version")
    rows = rows.defer("hints", "version__raw", "version__reading")
    named = _named(ids)
    found = list(rows.prefetch_related(Prefetch("quotes", Quote.objects.listed())))
    show((row, row.version) for row in found)
    for row in found:
        entry = Entry("document", row.pk, [(row.title, row.language)], date=row.published_key)
        entry.weight = _recent(row.published_key)
        entry.body += [(row.version.text, row.language), (row.publisher, row.language)]
        _name(entry, named[row.pk])
        for quote in row.quotes.all():
            entry.said.append((quote.text, quote.language))
            entry.speakers |= {quote.speaker_id} if quote.speaker_id else set()
        entry.parties, entry.states = entry.people, entry.countries
        yield entry


def quotes(ids: list[int]) -> Iterator[Entry]:
    """Of which state the speaker is, their own entry says."""
    rows = Quote.objects.listed().filter(pk__in=ids).select_related("speaker_organization")
    named = _named(Quote.objects.filter(pk__in=ids).values_list("document", flat=True))
    for row in rows:
        entry = Entry("quote", row.pk, said=[(row.text, row.language)], date=row.date_key, weight=_recent(row.date_key))
        entry.title = [
            ("" if row.speaker_withheld else row.speaker_name, row.language),
            (str(row.speaker_organization or ""), ""),
        ]
        _name(entry, [one for one in named[row.document_id] if _within(one, row)])
        entry.parties = entry.speakers = {row.speaker_id} if row.speaker_id else set()
        entry.people |= entry.parties
        yield entry


def _within(mention: Mention, quote: Quote) -> bool:
    return any(quote.start <= start < quote.end for start, _end in mention.spans)


def people(ids: list[int]) -> Iterator[Entry]:
    rows = Person.objects.listed().filter(pk__in=ids)
    offices = defaultdict(set)
    for person, office in Participant.objects.filter(person__in=ids).values_list("person", "office").distinct():
        offices[person].add(office)
    for row in rows.prefetch_related(Prefetch("names", PersonName.objects.order_by("name"))):
        spellings = list(dict.fromkeys([row.name, *(one.name for one in row.names.all())]))
        entry = Entry("person", row.pk, [(row.name, "")], names=spellings)
        entry.body = [(text, "") for text in [*spellings, row.office, *sorted(offices[row.pk])]]
        entry.people = entry.parties = {row.pk}
        entry.speakers = {row.pk} if row.quote_count else set()
        entry.states = {row.country_id} if row.country_id else set()
        entry.weight = _frequent(row.meeting_count + row.quote_count + row.document_count)
        yield entry


def countries() -> Iterator[Entry]:
    """States come with the program, not from the database."""
    for row in read_countries():
        names = names_by_code().get(row.code, (row.name,))
        texts = [(text, "") for text in (*names, row.code)]
        yield Entry("country", number_of(row.code), texts[:1], body=texts, states={row.code}, countries={row.code})


def _named(documents: Iterable[int]) -> dict[int, list[Mention]]:
    """The persons and states that texts name, by document."""
    found = defaultdict(list)
    rows = Mention.objects.filter(document__in=documents).exclude(person__withheld=True).order_by()
    for row in rows.only("document", "person", "country", "spans"):
        found[row.document_id].append(row)
    return found


def _name(entry: Entry, mentions: Iterable[Mention]) -> None:
    for one in mentions:
        if one.person_id:
            entry.people.add(one.person_id)
        if one.country_id:
            entry.countries.add(one.country_id)


READERS: dict[str, tuple[Callable[[], QuerySet[Any]], Callable[[list[int]], Iterator[Entry]]]] = {
    "meeting": (Meeting.objects.listed, meetings),
    "quote": (Quote.objects.listed, quotes),
    "person": (Person.objects.listed, people),
    "document": (listed_documents, documents),
}
"""Kinds that the change log speaks of: which rows are listed, and how their entries are read."""
