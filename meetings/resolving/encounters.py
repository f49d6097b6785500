"""What do the accounts of a meeting together say, and what did people decide of it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any

from django.db.models import Count, Q

from meetings import countries
from meetings.extraction.ranks import states_in
from meetings.extraction.record import Finding
from meetings.models import (
    Account,
    Correction,
    Format,
    Level,
    Meeting,
    Mention,
    Participant,
    Person,
    Quote,
)
from meetings.resolving import bodies, withholding
from meetings.resolving.decisions import Decisions, added, removed
from meetings.resolving.grouping import Named
from meetings.resolving.levels import level_of
from meetings.resolving.rows import Updates, reconcile


@dataclass(frozen=True, slots=True)
class Told:
    """One account with its document's title and its names resolved to persons."""

    account: Account
    title: str
    language: str
    side: str | None
    """The state that published it."""
    alone: bool
    """The only meeting its document tells of, so that the headline speaks of it."""
    hidden: frozenset[str] = frozenset()
    """The names of persons who are withheld, as the text writes them."""

    @property
    def headline(self) -> str:
        """The document's title, unless it names somebody who is withheld."""
        return "" if names_any(self.title, self.hidden) else self.title


def write(meetings: set[int]) -> set[int]:
    """Bring these meetings and their participants in step with their accounts; returns the persons touched."""
    rows = Meeting.objects.filter(pk__in=meetings).prefetch_related("participants").order_by("pk")
    told = told_of(meetings)
    persons = Named(some.account for several in told.values() for some in several)
    decided = decisions_on(meetings)
    seats = {pk: seats_of(accounts, decided[pk], persons) for pk, accounts in told.items()}
    met = {row.person_id for meeting in rows for row in meeting.participants.all()} - {None}
    write_participants([meeting for meeting in rows if meeting.pk in seats], seats)
    with Updates() as updates:
        for meeting in rows:
            updates.set(meeting, fields_of(told.get(meeting.pk, []), decided[meeting.pk]))
    return {person for person in chain(met, *seats.values()) if person}


def decisions_on(meetings: set[int]) -> dict[int, Decisions]:
    """The standing corrections of meetings, and of those that were merged into them."""
    named = Meeting.objects.filter(Q(pk__in=meetings) | Q(merged_into__in=meetings))
    rows = named.values_list("key", "pk", "merged_into")
    keys = {key: heir if heir in meetings else pk for key, pk, heir in rows}
    keys |= dict(Account.objects.filter(meeting__in=meetings).values_list("home__key", "meeting"))
    found = {pk: Decisions() for pk in meetings}
    for row in Correction.objects.standing().filter(kind=Correction.Kind.MEETING, subject__in=keys):
        found[keys[row.subject]].fields[row.field] = row
    return found


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
    hidden: dict[int, set[str]] = defaultdict(set)
    named = Mention.objects.filter(document__in=rows.order_by().values("document"), person__withheld=True)
    for pk, name in named.values_list("document", "name__name"):
        hidden[pk].add(name)
    found: dict[int, list[Told]] = defaultdict(list)
    for row in rows:
        document, alone = row.document, several[row.document_id] == 1
        names = frozenset(hidden[row.document_id])
        told = Told(row, document.title, document.language, document.country_id, alone, names)
        found[row.meeting_id].append(told)
    for accounts in found.values():
        accounts.sort(key=lambda some: (some.language != "en", some.account.document.path, some.account.number))
    return found


def fields_of(accounts: list[Told], decisions: Decisions) -> dict[str, Any]:
    """The meeting's own fields; without an account left they stay as they were, and the meeting is not listed."""
    if not accounts:
        return {"account_count": 0, "side_count": 0}
    read = fields_read(accounts)
    decided = decisions.value("title", None)
    if decided and names_any(decided, {name for some in accounts for name in some.hidden}):
        decided = None  # it waits until they are named again
    return {
        "date": decisions.value("date", read["date"]) or "",
        "format": decisions.value("format", read["format"]) or Format.OTHER,
        "place": (decisions.value("place", read["place"]) or "")[:200],
        "place_country_id": countries.if_known(decisions.value("place_country", read["place_country"])),
        "title": decided or read["title"],
        "title_language": "" if decided else title_of(accounts)[1],
        "reviewed": bool(decisions.value("reviewed", False)),
        "account_count": len(accounts),
        "published_key": max(some.account.document.published_key for some in accounts),
        "side_count": len({some.side for some in accounts if some.side}),
    }


def fields_read(accounts: list[Told]) -> dict[str, str | None]:
    """What the accounts together say of the meeting's own fields; there is one account at least."""
    records = [some.account.record for some in accounts]
    place = best([record.place for record in records])
    beside = [record.place_country for record in records if record.place is place] if place.value else []
    country = beside[0] if beside and beside[0].value else best([record.place_country for record in records])
    return {
        "date": best([record.date for record in records], key=precision).value,
        "format": best([record.format for record in records]).value,
        "place": place.value,
        "place_country": country.value,
        "title": title_of(accounts)[0],
    }


def best(findings: Sequence[Finding], key: Any = None) -> Finding:
    """The surest finding with a value (the most precise first, if asked); the first of equals."""

    def rank(finding: Finding) -> tuple[bool, int, float]:
        return bool(finding.value), key(finding.value) if key and finding.value else 0, finding.confidence

    return max(findings, key=rank)


def precision(date: str) -> int:
    """How much of a date is told: the number of known digits."""
    return sum(letter.isdigit() for letter in date)


def title_of(accounts: list[Told]) -> tuple[str, str]:
    """Title and its language: the headline of a text that tells of this meeting alone, English first; else who met.

    A headline that names somebody who is withheld is none.
    """
    alone = [some for some in accounts if some.alone and some.headline]
    if alone:
        return alone[0].title, alone[0].language
    first = accounts[0]
    names = [p.name.value for p in first.account.record.participants if p.name.value]
    names = [name for name in names if name not in first.hidden]
    if not names:
        return first.headline, first.language
    return " – ".join(names[:3]) + (" …" if len(names) > 3 else ""), ""


def names_any(title: str, hidden: Collection[str]) -> bool:
    """Whether the title holds a part of one of these names, be it inflected."""
    parts = {part.casefold() for name in hidden for part in name.split() if len(part) > 3}
    return any(part in title.casefold() for part in parts)


Seat = dict[str, Any]
"""A participant's office, state and body, by name or code or None, and what else rows hold of the office."""


@dataclass(slots=True)
class SeatTold:
    """What the accounts say of one participant."""

    office: list[Finding] = field(default_factory=list)
    country: list[Finding] = field(default_factory=list)
    organization: list[Finding] = field(default_factory=list)
    languages: dict[str, str] = field(default_factory=dict)
    """The language in which each office is told."""

    def values(self) -> Seat:
        return {name: best(getattr(self, name)).value if getattr(self, name) else None for name in SEAT}


SEAT = ("office", "country", "organization")
UNNAMED: Seat = {
    "office": None,
    "organization": None,
    "of_office": {"level": Level.UNKNOWN, "office_language": "", "office_names_state": False},
}
"""What is told of the seat of somebody who is withheld."""


def write_participants(meetings: list[Meeting], seats: Mapping[int, dict[int, Seat]]) -> None:
    """Bring the lists of participants of these meetings in step; `seats` are those of each, by its id."""
    known = bodies.ids_of(seat["organization"] for several in seats.values() for seat in several.values())
    hidden = withholding.persons_withheld(set(chain.from_iterable(seats.values())))
    existing = {}
    wanted = {}
    for meeting in meetings:
        unnamed = count()
        for row in meeting.participants.all():
            existing[meeting.pk, row.person_id or f"hidden {next(unnamed)}"] = row
        unnamed = count()
        for order, (person, seat) in enumerate(seats[meeting.pk].items()):
            named = person not in hidden
            values = participant_values(seat, known) if named else participant_values(seat | UNNAMED, known)
            values |= {"meeting_id": meeting.pk, "person_id": person if named else None, "order": order}
            wanted[meeting.pk, person if named else f"hidden {next(unnamed)}"] = values
    reconcile(Participant, existing, wanted)


def participant_values(seat: Seat, known: Mapping[str | None, int]) -> dict[str, Any]:
    """What a row tells of a seat; `known` are the bodies by name.

    Of those who are withheld the state alone is told: the meeting goes on counting for it, but an office or a body
    would name them as well as their name.
    """
    return {
        "office": (seat["office"] or "")[:300],
        "country_id": countries.if_known(seat["country"]),
        "organization_id": known.get(seat["organization"]),
        **seat["of_office"],
    }


def seats_of(accounts: list[Told], decisions: Decisions, persons: Named) -> dict[int, Seat]:
    """Each person's seat: as people decided, else as the accounts tell it."""
    told = seats_told(accounts, persons)
    seats = {person: seat.values() for person, seat in told.items()}
    apply_decisions(seats, decisions)
    for person, seat in seats.items():
        languages = told[person].languages if person in told else {}
        seat["of_office"] = of_office(seat, languages, accounts)
    return seats


def seats_told(accounts: list[Told], persons: Named) -> dict[int, SeatTold]:
    """What the accounts say of each person's seat, in the order in which they name them."""
    seats: dict[int, SeatTold] = {}
    for some in accounts:
        for told in some.account.record.participants:
            person = persons.get(some.account.document_id, told.name.value, told.country.value)
            if person:
                seat = seats.setdefault(person, SeatTold())
                for name in SEAT:
                    getattr(seat, name).append(getattr(told, name))
                seat.languages.setdefault((told.office.value or "")[:300], some.language)
    return seats


def languages_of(office: str, told: Mapping[str, str], accounts: list[Told]) -> list[str]:
    """The language an office is told in; where a person set it, those of the accounts, English first."""
    return [told[office]] if office in told else list(dict.fromkeys(["en", *(some.language for some in accounts)]))


def of_office(seat: Seat, told: Mapping[str, str], accounts: list[Told]) -> dict[str, Any]:
    """What follows from a seat's office: its level, the language it is told in, and whether it names the state."""
    office = seat["office"] or ""
    languages = languages_of(office, told, accounts)
    return {
        "level": level_of(office, languages),
        "office_language": told.get(office, ""),
        "office_names_state": any(seat["country"] in states_in(office, language) for language in languages),
    }


def apply_decisions(values: dict[int, Seat], decisions: Decisions) -> None:
    """People a person added or removed, and offices, states and bodies that a person set."""
    parts = decisions.under("participants")
    if not parts:
        return
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


def relink_quotes(meetings: set[int]) -> None:
    """Let quotes follow their accounts to the meetings that those tell of now, and to their dates."""
    rows = Quote.objects.filter(account__meeting__in=meetings).order_by()
    told = rows.values_list(
        "pk", "meeting", "date_key", "account__meeting", "account__meeting__date_key", "document__published_key"
    )
    stale = {
        pk: {"meeting_id": meeting, "date_key": met or published}
        for pk, *before, meeting, met, published in told
        if before != [meeting, met or published]
    }
    with Updates() as updates:
        for row in Quote.objects.filter(pk__in=stale).order_by("pk"):
            updates.set(row, stale[row.pk])


def count_quotes(meetings: set[int]) -> None:
    quotes = Quote.objects.listed().filter(meeting__in=meetings).order_by().values_list("meeting")
    counts = dict(quotes.annotate(n=Count("pk")))
    before = Meeting.objects.filter(pk__in=meetings).order_by("pk").values_list("pk", "quote_count")
    stale = [pk for pk, number in before if number != counts.get(pk, 0)]
    with Updates() as updates:
        for meeting in Meeting.objects.filter(pk__in=stale).order_by("pk"):
            updates.set(meeting, {"quote_count": counts.get(meeting.pk, 0)})
