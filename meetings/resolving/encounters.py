"""Which meeting does an account tell of, and what do its accounts together say?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q

from meetings import countries, identity
from meetings.extraction.record import Finding
from meetings.models import (
    Account,
    Format,
    Judgement,
    Meeting,
    Mention,
    Organization,
    Participant,
    Person,
    Quote,
)
from meetings.resolving.decisions import Decisions, added, removed
from meetings.resolving.rows import reconcile, update


def group(accounts: set[int]) -> set[int]:
    """Group the accounts of the days that these tell of; returns the meetings whose accounts may have changed."""
    if not accounts:
        return set()
    block = block_of(accounts)
    rows = {row.pk: row for row in block}
    together, apart = verdicts_on(block)
    living = [telling for row, telling in zip(block, tellings_of(block), strict=True) if row.position is not None]
    clusters = identity.cluster_tellings(living, together=together, apart=apart)
    clusters += [[row.pk] for row in block if row.position is None]
    touched: set[int] = set()
    for cluster in clusters:
        touched |= join([rows[pk] for pk in cluster])
    return touched


def block_of(accounts: set[int]) -> list[Account]:
    """These accounts, all of the same days, those held to be the same meeting, and those a verdict names with them."""
    mine = Account.objects.filter(pk__in=accounts)
    keys = list(mine.values_list("home__key", flat=True))
    verdicts = Judgement.objects.standing().filter(Q(one__in=keys) | Q(other__in=keys), kind=Judgement.Kind.MEETING)
    named = {key for pair in verdicts.values_list("one", "other") for key in pair}
    days = mine.exclude(date="").values("date")
    meetings = list(mine.values_list("meeting", flat=True))
    rows = Account.objects.filter(
        Q(pk__in=accounts) | Q(date__in=days) | Q(meeting__in=meetings) | Q(home__key__in=named)
    )
    return list(rows.select_related("home").order_by("pk"))


def tellings_of(block: list[Account]) -> list[identity.Telling]:
    """Accounts in the shape in which identity compares them."""
    persons = persons_named(block)
    return [telling_of(row, persons) for row in block]


def telling_of(row: Account, persons: dict[tuple[int, str], int]) -> identity.Telling:
    told = row.record
    seats = [(persons.get((row.document_id, seat.name.value or "")), seat) for seat in told.participants]
    return identity.Telling(
        id=row.pk,
        document=row.document_id,
        date=told.date.value,
        format=told.format.value or Format.OTHER,
        people=frozenset(person for person, _ in seats if person),
        countries=frozenset(seat.country.value for _, seat in seats if seat.country.value),
        place=told.place.value,
        place_country=told.place_country.value,
        sides=frozenset(
            (person, side)
            for person, seat in seats
            if person and (side := seat.country.value or seat.organization.value)
        ),
    )


def persons_named(accounts: Iterable[Account]) -> dict[tuple[int, str], int]:
    """{(document, name as its text writes it): person}."""
    documents = {row.document_id for row in accounts}
    rows = Mention.objects.filter(document__in=documents, person__isnull=False)
    return {(document, name): person for document, name, person in rows.values_list("document", "name__name", "person")}


def verdicts_on(block: list[Account]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Human verdicts between homes as must-links and cannot-links between accounts."""
    by_home = {row.home.key: row.pk for row in block}
    links: dict[str, list[tuple[int, int]]] = {"same": [], "different": []}
    rows = Judgement.objects.standing().filter(kind=Judgement.Kind.MEETING, one__in=by_home, other__in=by_home)
    for row in rows:
        if row.verdict in links:
            links[row.verdict].append((by_home[row.one], by_home[row.other]))
    return links["same"], links["different"]


def join(accounts: list[Account]) -> set[int]:
    """Let these accounts, and no others, tell of the oldest of their homes; the other homes redirect there."""
    homes = {row.home_id: row.home for row in accounts}
    meeting = homes.pop(min(homes))
    touched = {meeting.pk}
    update(meeting, {"merged_into_id": None})
    for home in homes.values():
        if update(home, {"merged_into_id": meeting.pk}):
            touched.add(home.pk)
    for row in accounts:
        touched.add(row.meeting_id)
        update(row, {"meeting_id": meeting.pk})
    return touched


@dataclass(frozen=True, slots=True)
class Told:
    """One account with its document's title and its names resolved to persons."""

    account: Account
    title: str
    language: str
    alone: bool
    """The only meeting its document tells of, so that the headline speaks of it."""


def write(meetings: set[int]) -> set[int]:
    """Bring these meetings and their participants in step with their accounts; returns the persons touched."""
    rows = list(Meeting.objects.filter(pk__in=meetings).order_by("pk"))
    told = told_of(meetings)
    persons = persons_named(some.account for several in told.values() for some in several)
    touched: set[int] = set(Participant.objects.filter(meeting__in=meetings).values_list("person", flat=True))
    for meeting in rows:
        accounts = told.get(meeting.pk, [])
        keys = {meeting.key} | {some.account.home.key for some in accounts}
        decisions = Decisions.on("meeting", keys)
        touched |= write_participants(meeting, accounts, decisions, persons)
        update(meeting, fields_of(accounts, decisions))
    return touched


def told_of(meetings: set[int]) -> dict[int, list[Told]]:
    """The accounts of each meeting, English ones first: where accounts are equally sure, the first is followed."""
    rows = Account.objects.filter(meeting__in=meetings, position__isnull=False)
    rows = rows.select_related("document", "home").defer("document__hints").order_by("pk")
    several = dict(
        Account.objects.filter(document__in=rows.values("document"), position__isnull=False)
        .order_by()
        .values_list("document")
        .annotate(n=Count("pk"))
    )
    found: dict[int, list[Told]] = defaultdict(list)
    for row in rows:
        document = row.document
        told = Told(row, document.title, document.language, several[row.document_id] == 1)
        found[row.meeting_id].append(told)
    for accounts in found.values():
        accounts.sort(key=lambda some: (some.language != "en", some.account.pk))
    return found


def fields_of(accounts: list[Told], decisions: Decisions) -> dict[str, Any]:
    """The meeting's own fields; without an account left they stay as they were, and the meeting is not listed."""
    if not accounts:
        return {"account_count": 0}
    records = [some.account.record for some in accounts]
    place = best([record.place for record in records])
    beside = [record.place_country for record in records if record.place is place] if place.value else []
    country = beside[0] if beside and beside[0].value else best([record.place_country for record in records])
    dated = best([record.date for record in records], key=precision)
    title, language = title_of(accounts)
    decided = decisions.value("title", None)
    return {
        "date": decisions.value("date", dated.value) or "",
        "format": decisions.value("format", best([record.format for record in records]).value) or Format.OTHER,
        "place": (decisions.value("place", place.value) or "")[:200],
        "place_country_id": known_country(decisions.value("place_country", country.value)),
        "title": decided or title,
        "title_language": "" if decided else language,
        "reviewed": bool(decisions.value("reviewed", False)),
        "account_count": len(accounts),
    }


def best(findings: Sequence[Finding], key: Any = None) -> Finding:
    """The surest finding with a value (the most precise first, if asked); the first of equals."""

    def rank(finding: Finding) -> tuple[bool, int, float]:
        return bool(finding.value), key(finding.value) if key and finding.value else 0, finding.confidence

    return max(findings, key=rank)


def precision(date: str) -> int:
    """How much of a date is told: the number of known digits."""
    return sum(letter.isdigit() for letter in date)


def known_country(code: str | None) -> str | None:
    return code if code in countries.known() else None


def title_of(accounts: list[Told]) -> tuple[str, str]:
    """Title and its language: the headline of a text that tells of this meeting alone, English first; else who met."""
    alone = [some for some in accounts if some.alone and some.title]
    if alone:
        return alone[0].title, alone[0].language
    first = accounts[0]
    names = [p.name.value for p in first.account.record.participants if p.name.value]
    if not names:
        return first.title, first.language
    return " – ".join(names[:3]) + (" and others" if len(names) > 3 else ""), ""


@dataclass(slots=True)
class Seat:
    """What the accounts say of one participant."""

    office: list[Finding] = field(default_factory=list)
    country: list[Finding] = field(default_factory=list)
    organization: list[Finding] = field(default_factory=list)

    def values(self) -> dict[str, str | None]:
        return {name: best(getattr(self, name)).value if getattr(self, name) else None for name in SEAT}


SEAT = ("office", "country", "organization")


def write_participants(
    meeting: Meeting, accounts: list[Told], decisions: Decisions, persons: dict[tuple[int, str], int]
) -> set[int]:
    """Bring the list of participants in step; returns the persons on it."""
    seats = seats_of(accounts, persons)
    values = {person: seat.values() for person, seat in seats.items()}
    if accounts:
        apply_decisions(values, decisions)
    existing = {row.person_id: row for row in meeting.participants.all()}
    wanted = {person: row_values(meeting, person, order, value) for order, (person, value) in enumerate(values.items())}
    if accounts or not existing:
        reconcile(Participant, existing, wanted)
    return set(wanted)


def seats_of(accounts: list[Told], persons: dict[tuple[int, str], int]) -> dict[int, Seat]:
    """What each person's seat is, in the order in which the accounts name them."""
    seats: dict[int, Seat] = {}
    for some in accounts:
        for told in some.account.record.participants:
            person = persons.get((some.account.document_id, told.name.value or ""))
            if person:
                seat = seats.setdefault(person, Seat())
                for name in SEAT:
                    getattr(seat, name).append(getattr(told, name))
    return seats


def apply_decisions(values: dict[int, dict[str, str | None]], decisions: Decisions) -> None:
    """People a person added or removed, and offices, states and bodies that a person set."""
    parts = decisions.under("participants")
    persons = {row.slug: row.merged_into_id or row.pk for row in Person.objects.filter(slug__in=parts)}
    for slug, corrections in parts.items():
        person = persons.get(slug)
        if person is None:
            continue
        if removed(corrections):
            values.pop(person, None)
            continue
        if added(corrections):
            values.setdefault(person, dict.fromkeys(SEAT))
        if person in values:
            values[person] |= {name: corrections[name].value for name in SEAT if name in corrections}


def row_values(meeting: Meeting, person: int, order: int, value: dict[str, str | None]) -> dict[str, Any]:
    body = Organization.objects.get_or_create(name=value["organization"][:300])[0] if value["organization"] else None
    return {
        "meeting_id": meeting.pk,
        "person_id": person,
        "order": order,
        "office": (value["office"] or "")[:300],
        "country_id": known_country(value["country"]),
        "organization_id": body.pk if body else None,
    }


def relink_quotes(meetings: set[int]) -> None:
    """Let quotes follow their accounts to the meetings that those tell of now, and to their dates."""
    for account in (
        Account.objects.filter(meeting__in=meetings).exclude(quotes=None).select_related("meeting", "document")
    ):
        date_key = account.meeting.date_key or account.document.published_key
        stale = account.quotes.exclude(meeting=account.meeting, date_key=date_key)
        stale.update(meeting=account.meeting, date_key=date_key)


def count_quotes(meetings: set[int]) -> None:
    quotes = Quote.objects.listed().filter(meeting__in=meetings).order_by().values_list("meeting")
    counts = dict(quotes.annotate(n=Count("pk")))
    for meeting in Meeting.objects.filter(pk__in=meetings).order_by("pk"):
        update(meeting, {"quote_count": counts.get(meeting.pk, 0)})
