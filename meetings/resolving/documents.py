"""One document's own rows: its fields, what it names, its accounts, references; quotes are in `quotes`."""

from __future__ import annotations

from typing import Any

import msgspec

from meetings import countries
from meetings.extraction.record import Meeting as MeetingRead
from meetings.extraction.record import Mention as MentionRead
from meetings.extraction.record import Person as PersonRead
from meetings.extraction.record import Record
from meetings.models import Account, Document, Meeting, Mention, Person
from meetings.resolving.decisions import Decisions, added, removed
from meetings.resolving.people import names_for
from meetings.resolving.rows import reconcile, update

ALONE = ("publisher", "source_url")
"""Fields of a document from which nothing else is resolved, unless the publisher has terms."""
SURE_SIDE = 0.5
"""How sure a reading must be of the state that publishes before its text counts as told by that side."""
FIELDS = ("title", "publisher", "source_url", "language", "published")


def told(document: Document) -> Record:
    """What the document tells that no other does: nothing where it repeats another's text under a second name, and
    nothing where it is withheld."""
    record = document.version.record
    if document.silent:
        return Record(record.language, record.published, record.title, home=record.home)
    return record


def write_document(document: Document) -> set[int]:
    """Bring fields and mentions in step; returns the spellings (ids) that were or are mentioned."""
    record = told(document)
    decisions = write_fields(document, record)
    return write_mentions(document, record, Decisions() if document.silent else decisions)


def write_fields(document: Document, record: Record) -> Decisions:
    """Bring the document's own fields in step; returns what was decided on it."""
    decisions = Decisions.on("document", [document.path])
    read = fields_read(document, record)
    country = countries.if_known(decisions.value("country", read["country"]))
    fields = {name: decisions.value(name, read[name]) or "" for name in FIELDS}
    update(document, fields | {"country_id": country})
    return decisions


def fields_read(document: Document, record: Record) -> dict[str, str | None]:
    """The document's own fields as they were known at import, else as the text gives them."""
    known = document.known
    return {
        "title": known.title or record.title.value,
        "publisher": known.publisher,
        "source_url": known.source_url,
        "language": known.language or record.language.value,
        "published": known.published or record.published.value,
        "country": record.home.value if record.home.confidence >= SURE_SIDE else None,
    }


def write_mentions(document: Document, record: Record, decisions: Decisions) -> set[int]:
    people = people_wanted(document, record, decisions)
    names = names_for(dict.fromkeys(people, document.language))
    by_name = {names[use].pk: values | {"name": names[use]} for use, values in people.items()}
    existing = {row.name_id: row for row in document.mentions.filter(country=None).select_related("name")}
    reconcile(Mention, existing, by_name)
    by_code = countries_wanted(document, record, decisions)
    reconcile(Mention, {row.country_id: row for row in document.mentions.filter(name=None)}, by_code)
    return {pk for pk in existing.keys() | by_name.keys() if pk}


def people_wanted(document: Document, record: Record, decisions: Decisions) -> dict[tuple[str, str], dict[str, Any]]:
    """Mentions of persons by (name, state acted for)."""
    parts = decisions.under("people")
    wanted = {}
    for person in record.people:
        name = (person.name.value or "")[:200]
        if name and not removed(parts.get(name, {})):
            wanted[name, person.country.value or ""] = mention_values(document, person)
    present = {name for name, _ in wanted}
    for name, corrections in parts.items():
        if added(corrections) and name not in present:
            spans = (corrections[""].value or {}).get("spans", [])
            wanted[name, ""] = {"document": document, "spans": spans, "rule": "curator"}
    return wanted


def mention_values(document: Document, person: PersonRead) -> dict[str, Any]:
    return {
        "document": document,
        "office": (person.office.value or "")[:300],
        "spans": [list(span) for span in person.spans],
        "rule": person.name.rule,
        "confidence": person.name.confidence,
    }


def countries_wanted(document: Document, record: Record, decisions: Decisions) -> dict[str, dict[str, Any]]:
    """Mentions of states by code."""
    parts = decisions.under("countries")
    extra = [MentionRead(code, "curator", 1.0) for code, some in parts.items() if added(some)]
    read = {mention.value: mention for mention in [*extra, *record.countries]}
    return {
        code: {
            "document": document,
            "country_id": code,
            "spans": [list(span) for span in mention.spans],
            "rule": mention.rule,
            "confidence": mention.confidence,
        }
        for code, mention in read.items()
        if code in countries.known() and not removed(parts.get(code, {}))
    }


def write_accounts(document: Document) -> set[int]:
    """Bring the accounts in step with the newest reading; returns their ids, those it no longer holds included."""
    link_mentions(document)
    read = told(document).meetings
    existing = list(document.accounts.order_by("number"))
    matched = match(existing, read)
    for account in existing:
        position = matched.get(account.pk)
        update(account, {"position": None} if position is None else account_values(read[position], position))
    number = max((account.number for account in existing), default=0)
    for position, meeting in enumerate(read):
        if position not in matched.values():
            number = free_number(document, number + 1)
            existing.append(new_account(document, number, account_values(meeting, position)))
    return {account.pk for account in existing}


def link_mentions(document: Document) -> None:
    """Mentions follow their spellings to the persons that those are held to be now, unless a person said who it is."""
    rows = document.mentions.filter(name__isnull=False).select_related("name")
    decided = persons_decided(document)
    changed = []
    for row in rows:
        person = decided.get(row.name.name, row.name.person_id) if row.name else None
        if row.person_id != person:
            row.person_id = person
            changed.append(row)
    Mention.objects.bulk_update(changed, ["person"])


def persons_decided(document: Document) -> dict[str, int]:
    """{name: whom a person said this text means by it}."""
    parts = Decisions.on("document", [document.path]).under("people")
    slugs = {name: (some["person"].value or {}).get("person") for name, some in parts.items() if "person" in some}
    found = {row.slug: row.merged_into_id or row.pk for row in Person.objects.filter(slug__in=slugs.values())}
    return {name: found[slug] for name, slug in slugs.items() if slug and slug in found}


def account_values(meeting: MeetingRead, position: int) -> dict[str, Any]:
    # Through JSON, because that has lists where the dataclasses have tuples, and rows are compared with what is stored.
    reading = msgspec.json.decode(msgspec.json.encode(meeting))
    return {"position": position, "reading": reading, "date": meeting.date.value or ""}


def free_number(document: Document, number: int) -> int:
    """The first number from this on whose meeting's key is free: one deleted for good may have left its address."""
    while Meeting.objects.filter(key=f"{document.path}#{number}").exists():
        number += 1
    return number


def new_account(document: Document, number: int, values: dict[str, Any]) -> Account:
    home = Meeting.objects.create(key=f"{document.path}#{number}")
    return Account.objects.create(document=document, number=number, home=home, meeting=home, **values)


def match(accounts: list[Account], read: tuple[MeetingRead, ...]) -> dict[int, int]:
    """Which account each meeting of a new reading continues, {account id: position}: those most alike first."""
    ranked = sorted(
        (
            (likeness(account.record, meeting), -i, -j)
            for i, account in enumerate(accounts)
            for j, meeting in enumerate(read)
        ),
        reverse=True,
    )
    matched: dict[int, int] = {}
    for score, i, j in ranked:
        if score > 0 and accounts[-i].pk not in matched and -j not in matched.values():
            matched[accounts[-i].pk] = -j
    return matched


def likeness(one: MeetingRead, other: MeetingRead) -> float:
    """Share of common participants, and a little for the same date, place and format.

    0 where they have neither a participant nor a date in common: then it is another meeting.
    """
    names = [{p.name.value for p in meeting.participants} for meeting in (one, other)]
    share = len(names[0] & names[1]) / max(len(names[0] | names[1]), 1)
    same = [getattr(one, name).value == getattr(other, name).value for name in ("date", "place", "format")]
    return share + 0.1 * sum(same) if share or same[0] else 0.0


def persons_of(document: Document) -> set[int]:
    rows = document.mentions.filter(person__isnull=False)
    return {person for person in rows.values_list("person", flat=True) if person}
