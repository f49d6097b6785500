"""What the readings say of a meeting, a document, a quote or a person, and what people decided, field by field."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from meetings import countries
from meetings.admin import history
from meetings.extraction import record
from meetings.models import Correction, Document, Meeting, Person, Quote
from meetings.resolving import documents as texts
from meetings.resolving import encounters, quotes, summaries
from meetings.resolving.decisions import Decisions, split_attribute
from meetings.resolving.grouping import Named

FIELDS = ("title", "date", "format", "place", "place_country")
OF_DOCUMENT = ("title", "published", "language", "publisher", "country", "source_url")
LABELS = {"country": "country of the publisher", "source_url": "address of the source"}
READ_AS = {"country": "home"}


@dataclass(frozen=True, slots=True)
class Row:
    """One field: what each source reads (in the order of the columns), all together, and what was decided.

    Values are words; where corrections hold something else, such as a speaker, `coded` values are that as JSON, and
    `names` says how people read them. `choices` can be taken where they are others than `told`.
    """

    field: str
    label: str
    told: tuple[str, ...]
    read: str
    decided: Correction | None
    choices: tuple[str, ...] | None = None
    coded: bool = False
    names: Mapping[str, str] | None = None
    now: str | None = None
    """What is shown, where the decision counted in an older text."""
    whole: bool = True
    """Whether all of it is shown; what is shown in part is neither confirmed nor taken."""

    @property
    def shown(self) -> str:
        if self.now is not None:
            return self.now
        if self.decided is None:
            return self.read
        return code(self.decided.value) if self.coded else str(self.decided.value or "")

    @property
    def offered(self) -> list[str]:
        """What can be taken in place of what is shown."""
        if not self.whole:
            return []
        values = dict.fromkeys((self.read, *(self.told if self.choices is None else self.choices)))
        return [value for value in values if value and value != self.shown]

    def kept(self, value: str) -> Any:
        """A value as corrections hold it."""
        return (json.loads(value) if value else None) if self.coded else value

    def words(self, value: str) -> str:
        return (self.names or {}).get(value, value)

    @property
    def shown_words(self) -> str:
        return self.words(self.shown)

    @property
    def read_words(self) -> str:
        return self.words(self.read)

    @property
    def told_words(self) -> list[str]:
        return [self.words(value) for value in self.told]

    @property
    def offered_words(self) -> list[tuple[str, str]]:
        return [(value, self.words(value)) for value in self.offered]


@dataclass(frozen=True, slots=True)
class Readings:
    """A row's fields, the sources that tell of them, and by what decisions name the row."""

    kind: str
    subject: str
    columns: list[tuple[str, Document | None]]
    """What is written over each column, and the document that it leads to."""
    rows: list[Row]
    version: Any = None


def code(value: Any) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)


def of_meeting(meeting: Meeting) -> Readings:
    """The fields of the meeting and of its participants' seats, as each account tells them."""
    accounts = encounters.told_of({meeting.pk}).get(meeting.pk, [])
    found = []
    if accounts:
        decided = encounters.decisions_on({meeting.pk})[meeting.pk].fields
        read = encounters.fields_read(accounts)
        for name in FIELDS:
            told = tuple(said(some, name) for some in accounts)
            found.append(Row(name, name.replace("_", " "), told, read[name] or "", decided.get(name)))
        found += seats_of(accounts, decided)
    columns: Any = [(str(some.account.document), some.account.document) for some in accounts]
    return Readings("meeting", meeting.key, columns, found)


def said(told: encounters.Told, name: str) -> str:
    if name == "title":
        return told.title
    return getattr(told.account.record, name).value or ""


def seats_of(accounts: list[encounters.Told], decided: dict[str, Correction]) -> list[Row]:
    persons = Named(some.account for some in accounts)
    each = [encounters.seats_told([some], persons) for some in accounts]
    together = encounters.seats_told(accounts, persons)
    people = Person.objects.in_bulk(together)
    found = []
    for person, seat in together.items():
        for name, value in seat.values().items():
            told = tuple((one[person].values()[name] or "") if person in one else "" for one in each)
            field = f"participants/{people[person].slug}/{name}"
            if any(told) or field in decided:
                label = f"{people[person]}: {name}"
                found.append(Row(field, label, told, value or "", decided.get(field)))
    return found


def of_document(document: Document) -> Readings:
    """What was said of the document when it was imported, and what its text says."""
    record = document.version.record
    decided = Decisions.on("document", [document.path]).fields
    read = texts.fields_read(document, record)
    names = {code: forms[0] for code, forms in countries.names_by_code().items()}
    names |= {row.code: row.name for row in countries.read()}
    found = []
    for name in OF_DOCUMENT:
        finding = getattr(record, READ_AS.get(name, name), None)
        told = (getattr(document.known, name, None) or "", (finding.value or "") if finding else "")
        label = LABELS.get(name, name)
        known = names if name == "country" else None
        found.append(Row(name, label, told, read[name] or "", decided.get(name), names=known))
    return Readings("document", document.path, [("Given at import", None), ("The text says", None)], found)


def of_quote(quote: Quote) -> Readings:
    """Whose words the text says they are, and which words it gives."""
    document, decided = quote.document, decisions_on(quote)
    plans = quotes.plan_alone(document, texts.told(document)) if quote.current else []
    read = next((plan.read for plan in plans if quotes.key_of(plan.key) == quote.key), None)
    found = [speaker_row(quote, read, decided.get("speaker")), words_row(quote, read, decided.get("span"))]
    return Readings("document", document.path, [(str(document), document)], found, quote.version)


def speaker_row(quote: Quote, read: record.Quote | None, decided: Correction | None) -> Row:
    spoken = code(quotes.speaker_read(read, quotes.slugs_of(quote.document))) if read else ""
    speakers = {value for value in (spoken, code(decided.value) if decided else "") if value}
    name = (read.speaker.value or "") if read else ""
    return Row(f"quotes/{quote.key}/speaker", "speaker", (name,), spoken, decided, (), True, people_named(speakers))


def words_row(quote: Quote, read: record.Quote | None, decided: Correction | None) -> Row:
    words, now = code(list(read.span)) if read else "", code([quote.start, quote.end])
    cut = {value: quote.version.text[slice(*json.loads(value))] for value in (words, now) if value}
    field, told, whole = f"quotes/{quote.key}/span", (cut.get(words, ""),), not quote.shortened
    return Row(field, "words", told, words, decided, (), True, cut, now, whole=whole)


def decisions_on(quote: Quote) -> dict[str, Correction]:
    """What stands of a quote: {"speaker", "span" or "" for the quote itself: decision}."""
    rows = [entry.decision for entry in reversed(history.of_quote(quote)) if entry.decision.withdrawn_at is None]
    mine = [row for row in rows if isinstance(row, Correction)]
    found = {split_attribute(row.field.removeprefix("quotes/"), ("speaker", "span"))[1]: row for row in mine}
    if "speaker" not in found and "" in found and found[""].action == Correction.Action.ADDED:
        found["speaker"] = found[""]
    return found


def people_named(values: set[str]) -> dict[str, str]:
    """Speakers as people read them."""
    said = {value: json.loads(value) for value in values}
    slugs = {one.get("person") for one in said.values()}
    people = {row.slug: row.name for row in Person.objects.filter(slug__in=slugs - {None})}
    return {value: people.get(one.get("person")) or one.get("organization", "") for value, one in said.items()}


def of_person(person: Person) -> Readings:
    """The spellings that texts use, and the name that is chosen from them."""
    spellings = summaries.spellings_of({person.pk})[person.pk]
    spellings.sort(key=lambda item: (-item[1], item[0].name))
    decided = summaries.decisions_on({person.pk})[person.pk].fields
    told = ", ".join(f"{row.name} ({number})" for row, number in spellings)
    names = tuple(dict.fromkeys(row.name for row, _ in spellings))
    found = [
        Row("name", "name", (told,), summaries.best_name(spellings) or person.name, decided.get("name"), names),
        Row("wikidata", "Wikidata id", ("",), "", decided.get("wikidata")),
    ]
    return Readings("person", person.slug, [("Spellings, and in how many texts", None)], found)
