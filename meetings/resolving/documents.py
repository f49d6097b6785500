"""The documents' own rows: its fields, what it names, its accounts, references; quotes are in `quotes`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import Any

import msgspec

from meetings import bulk, countries
from meetings.alignment import carry
from meetings.extraction.record import Meeting as MeetingRead
from meetings.extraction.record import Mention as MentionRead
from meetings.extraction.record import Person as PersonRead
from meetings.extraction.record import Record, Span
from meetings.models import Account, Correction, Document, Meeting, Mention, Person
from meetings.resolving import withholding
from meetings.resolving.decisions import Decisions, added, removed
from meetings.resolving.people import names_for
from meetings.resolving.rows import Updates, reconcile

ALONE = ("publisher", "source_url")
"""Fields of a document from which nothing else is resolved, unless the publisher has terms."""
SURE_SIDE = 0.5
"""How sure a reading must be of the state that publishes before its text counts as told by that side."""
Use = tuple[str, str]
"""A name and the state that its bearer acts for."""
Offices = Mapping[tuple[int, int], str]
"""The office that a document gives to a spelling."""
FIELDS = ("title", "publisher", "source_url", "language", "published")


def told(document: Document) -> Record:
    """What the document tells that no other does: nothing where it repeats another's text under a second name, and
    nothing where it is withheld."""
    record = document.version.record
    if document.silent:
        return Record(record.language, record.published, record.title, home=record.home)
    return record


def write(documents: Collection[Document]) -> tuple[set[int], set[int]]:
    """Bring fields and mentions in step; returns the spellings (ids) that were or are mentioned, and those of them
    that may belong to another now: see `retold`."""
    decided = Decisions.of_each("document", [document.path for document in documents])
    write_fields(documents, decided)
    return write_mentions(documents, decided)


def write_fields(documents: Collection[Document], decided: Mapping[str, Decisions]) -> None:
    """Bring the documents' own fields in step. A title that holds the words of a withheld quote is none."""
    hidden = withholding.words_hidden([(document.path, document.version.text) for document in documents])
    with Updates() as updates:
        for document, several in zip(documents, hidden, strict=True):
            fields = fields_now(document, decided[document.path])
            if any(withholding.places(words, fields["title"] or "") for words in several):
                fields["title"] = ""
            updates.set(document, fields)


def fields_now(document: Document, decisions: Decisions) -> dict[str, str | None]:
    """The document's own fields as people decided, else as they were read."""
    read = fields_read(document, told(document))
    country = countries.if_known(decisions.value("country", read["country"]))
    return {name: decisions.value(name, read[name]) or "" for name in FIELDS} | {"country_id": country}


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


def write_mentions(documents: Collection[Document], decided: Mapping[str, Decisions]) -> tuple[set[int], set[int]]:
    people: dict[tuple[int, Use], dict[str, Any]] = {}
    states: dict[tuple[int, str], dict[str, Any]] = {}
    languages: dict[Use, str] = {}
    for document in documents:
        record, decisions = told(document), Decisions() if document.silent else decided[document.path]
        for use, values in people_wanted(document, record, decisions).items():
            people[document.pk, use] = values
            languages.setdefault(use, document.language)
        for code, values in countries_wanted(document, record, decisions).items():
            states[document.pk, code] = values
    names = names_for(languages)
    # By ids, because a row compared by its `name` would fetch it.
    by_name = {(pk, names[use].pk): values | {"name_id": names[use].pk} for (pk, use), values in people.items()}
    bearers = {row.pk: row.person_id for row in names.values()}
    rows = list(Mention.objects.filter(document__in=documents))
    existing = {(row.document_id, row.name_id): row for row in rows if row.name_id}
    for key, values in by_name.items():
        if key not in existing:
            values["person_id"] = bearers[key[1]]  # as a rule; `link_mentions` has the last word
    before = {key: row.office for key, row in existing.items()}
    reconcile(Mention, existing, by_name)
    reconcile(Mention, {(row.document_id, row.country_id): row for row in rows if row.country_id}, states)
    mentioned = {pk for _, pk in existing.keys() | by_name.keys() if pk}
    now = {key: values.get("office", "") for key, values in by_name.items()}
    new = {pk for pk, person in bearers.items() if person is None}
    return mentioned, new | retold(documents, mentioned, before, now)


def retold(documents: Collection[Document], names: Collection[int], before: Offices, now: Offices) -> set[int]:
    """The spellings to which all texts together now give other offices than before these documents were read again,
    or which only now any text has, or none any more: whose they are rests on nothing else that texts tell."""
    elsewhere: dict[int, set[str]] = defaultdict(set)
    rows = Mention.objects.filter(name__in=names).exclude(document__in=documents).order_by()
    for name, office in rows.values_list("name", "office").distinct():
        elsewhere[name or 0].add(office)
    told = []
    for offices in (before, now):
        several = defaultdict(set, {pk: set(some) for pk, some in elsewhere.items()})
        for (_, pk), office in offices.items():
            several[pk].add(office)
        told.append({pk: some - {""} for pk, some in several.items()})
    return {pk for pk in names if told[0].get(pk) != told[1].get(pk)}


def people_wanted(document: Document, record: Record, decisions: Decisions) -> dict[Use, dict[str, Any]]:
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
            spans = [list(span) for span in spans_now(corrections[""], document)]
            wanted[name, ""] = {"document_id": document.pk, "spans": spans, "rule": "curator"}
    return wanted


def spans_now(correction: Correction, document: Document) -> tuple[Span, ...]:
    """Where the words that a person marked stand in the present text; those that are gone are left out."""
    spans = [Span(*span) for span in (correction.value or {}).get("spans", [])]
    old = correction.version
    if old is None or old.pk == document.version_id:
        return tuple(spans)
    carried = (carry(span, old.text, document.version.text) for span in spans)
    return tuple(span for span in carried if span)


def mention_values(document: Document, person: PersonRead) -> dict[str, Any]:
    return {
        "document_id": document.pk,
        "office": (person.office.value or "")[:300],
        "spans": [list(span) for span in person.spans],
        "rule": person.name.rule,
        "confidence": person.name.confidence,
    }


def countries_wanted(document: Document, record: Record, decisions: Decisions) -> dict[str, dict[str, Any]]:
    """Mentions of states by code."""
    parts = decisions.under("countries")
    extra = [
        MentionRead(code, "curator", 1.0, spans_now(some[""], document)) for code, some in parts.items() if added(some)
    ]
    read = {mention.value: mention for mention in [*extra, *record.countries]}
    return {
        code: {
            "document_id": document.pk,
            "country_id": code,
            "spans": [list(span) for span in mention.spans],
            "rule": mention.rule,
            "confidence": mention.confidence,
        }
        for code, mention in read.items()
        if code in countries.known() and not removed(parts.get(code, {}))
    }


def write_accounts(documents: Collection[Document]) -> set[int]:
    """Bring the accounts in step with the newest readings; returns their ids, those no longer told included."""
    rows: dict[int, list[Account]] = defaultdict(list)
    for account in Account.objects.filter(document__in=documents).order_by("document", "number"):
        rows[account.document_id].append(account)
    with Updates() as updates:
        new = [account for document in documents for account in accounts_of(document, rows[document.pk], updates)]
    number_freely(new)
    bulk.create(account.home for account in new)
    for account in new:
        account.home = account.meeting = account.home
    bulk.create(new)
    return {account.pk for account in [*new, *chain.from_iterable(rows.values())]}


def accounts_of(document: Document, existing: list[Account], updates: Updates) -> list[Account]:
    """Bring one document's accounts in step; returns those that are new, not yet saved."""
    read = told(document).meetings
    matched = match(existing, read)
    for account in existing:
        position = matched.get(account.pk)
        values = {"position": None} if position is None else account_values(read[position], position)
        updates.set(account, values)
    free = [position for position in range(len(read)) if position not in matched.values()]
    first = max((account.number for account in existing), default=0) + 1
    return [
        new_account(document, number, account_values(read[position], position))
        for number, position in enumerate(free, first)
    ]


def link_mentions(documents: Collection[Document]) -> None:
    """Mentions follow their spellings to the persons that those are held to be now, unless a person said who it is."""
    rows = Mention.objects.filter(document__in=documents, name__isnull=False).order_by()
    decided = persons_decided(documents)
    held = rows.values_list("pk", "person", "document", "name__name", "name__person")
    now = {pk: (before, decided.get((document, name), person)) for pk, before, document, name, person in held}
    stale = {pk: person for pk, (before, person) in now.items() if before != person}
    with Updates() as updates:
        for row in Mention.objects.filter(pk__in=stale).order_by("pk"):
            updates.set(row, {"person_id": stale[row.pk]})


def persons_decided(documents: Collection[Document]) -> dict[tuple[int, str], int]:
    """{(document, name): whom a person said this text means by it}."""
    decided = Decisions.of_each("document", [document.path for document in documents])
    slugs = {
        (document.pk, name): (some["person"].value or {}).get("person")
        for document in documents
        for name, some in decided[document.path].under("people").items()
        if "person" in some
    }
    found = {row.slug: row.merged_into_id or row.pk for row in Person.objects.filter(slug__in=set(slugs.values()))}
    return {use: found[slug] for use, slug in slugs.items() if slug and slug in found}


def account_values(meeting: MeetingRead, position: int) -> dict[str, Any]:
    # Through JSON, because that has lists where the dataclasses have tuples, and rows are compared with what is stored.
    reading = msgspec.json.decode(msgspec.json.encode(meeting))
    return {"position": position, "reading": reading, "date": meeting.date.value or ""}


def number_freely(new: list[Account]) -> None:
    """Pass over the numbers whose meetings' keys are not free: one deleted for good may have left its address."""
    taken = set(Meeting.objects.filter(key__in=[key_of(account) for account in new]).values_list("key", flat=True))
    crowded = {account.document_id for account in new if key_of(account) in taken}
    last: dict[int, int] = {}
    for account in new:
        if account.document_id in crowded:
            account.number = max(account.number, last.get(account.document_id, 0) + 1)
            while Meeting.objects.filter(key=key_of(account)).exists():
                account.number += 1
            last[account.document_id], account.home.key = account.number, key_of(account)


def key_of(account: Account) -> str:
    return f"{account.document.path}#{account.number}"


def new_account(document: Document, number: int, values: dict[str, Any]) -> Account:
    home = Meeting(key=f"{document.path}#{number}")
    return Account(document=document, number=number, home=home, meeting=home, **values)


def match(accounts: list[Account], read: tuple[MeetingRead, ...]) -> dict[int, int]:
    """Which account each meeting of a new reading continues: {account id: position}."""
    return {accounts[i].pk: j for i, j in alike([account.record for account in accounts], read).items()}


def alike(old: Sequence[MeetingRead], new: Sequence[MeetingRead]) -> dict[int, int]:
    """Which of the old meetings each of the new ones continues, {old: new}: those most alike first."""
    scored = ((likeness(one, other), -i, -j) for i, one in enumerate(old) for j, other in enumerate(new))
    matched: dict[int, int] = {}
    for score, i, j in sorted(scored, reverse=True):
        if score > 0 and -i not in matched and -j not in matched.values():
            matched[-i] = -j
    return matched


def likeness(one: MeetingRead, other: MeetingRead) -> float:
    """Share of common participants, and a little for the same date, place and format.

    0 where they have neither a participant nor a date in common: then it is another meeting.
    """
    names = [{p.name.value for p in meeting.participants} for meeting in (one, other)]
    share = len(names[0] & names[1]) / max(len(names[0] | names[1]), 1)
    same = [getattr(one, name).value == getattr(other, name).value for name in ("date", "place", "format")]
    return share + 0.1 * sum(same) if share or same[0] else 0.0


def persons_of(documents: Collection[Document]) -> set[int]:
    rows = Mention.objects.filter(document__in=documents, person__isnull=False).order_by()
    return {person for person in rows.values_list("person", flat=True).distinct() if person}
