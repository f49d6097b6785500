"""Which meeting does an account tell of? Accounts grouped into meetings, under addresses that stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import msgspec
from django.db.models import Q

from meetings import identity
from meetings.models import Account, Format, Judgement, Meeting, Mention
from meetings.resolving.rows import Updates

Left = dict[int, set[str]]
"""{meeting whose accounts may have changed: the dates that those tell which left it}."""


def group(accounts: set[int]) -> Left:
    """Group the accounts of the days that these tell of."""
    if not accounts:
        return {}
    block = block_of(accounts)
    living = [row for row in block if row.position is not None]
    together, apart = verdicts_on(block)
    clusters = identity.cluster_tellings(tellings_of(living), together=together, apart=apart)
    rows = {row.pk: row for row in block}
    several = [[rows[pk] for pk in sorted(cluster)] for cluster in sorted(clusters, key=min)]
    left: Left = defaultdict(set)
    with Updates() as updates:
        for cluster in with_silent(several, block):
            changed = join(cluster, updates)
            if changed or any(row.pk in accounts for row in cluster):
                for meeting in changed.keys() | {row.meeting_id for row in cluster}:
                    left[meeting] |= changed[meeting]
    return left


def with_silent(clusters: list[list[Account]], block: list[Account]) -> list[list[Account]]:
    """Accounts that their texts no longer tell stay with the living ones of their meeting, which so keeps its address.

    Where those part, they stay with the oldest; where none is left, with each other.
    """
    by_meeting: dict[int, list[Account]] = {}
    for cluster in clusters:
        for row in cluster:
            by_meeting.setdefault(row.meeting_id, cluster)
    for row in block:
        if row.position is None:
            cluster = by_meeting.setdefault(row.meeting_id, [])
            if not cluster:
                clusters.append(cluster)
            cluster.append(row)
    return clusters


def block_of(accounts: set[int]) -> list[Account]:
    """These accounts, all of the same days, those held to be the same meeting, and those that verdicts tie to any."""
    found: set[int] = set()
    rows = Account.objects.filter(pk__in=accounts)
    while found != (pks := set(rows.values_list("pk", flat=True))):
        found = pks
        mine = Account.objects.filter(pk__in=found)
        keys = [*mine.values_list("home__key", flat=True), *left_to(mine.values("home"))]
        verdicts = Judgement.objects.standing().filter(Q(one__in=keys) | Q(other__in=keys), kind=Judgement.Kind.MEETING)
        named = {key for pair in verdicts.values_list("one", "other") for key in pair}
        days = set(mine.exclude(date="").exclude(position=None).values_list("date", flat=True))
        meetings = set(mine.values_list("meeting", flat=True))
        heirs = Meeting.objects.filter(key__in=named, homed_accounts=None).values("merged_into") if named else ()
        near = Q(pk__in=found) | Q(date__in=days) | Q(meeting__in=meetings) | Q(home__key__in=named)
        near |= Q(home__in=heirs)
        rows = Account.objects.filter(near)
    return list(rows.select_related("home").order_by("pk"))


def left_to(homes: Any) -> dict[str, int]:
    """{key: the home it is merged into} of homes whose own accounts were deleted for good: verdicts on them hold."""
    rows = Meeting.objects.filter(merged_into__in=homes, homed_accounts=None).order_by()
    return {key: heir for key, heir in rows.values_list("key", "merged_into") if heir}


@dataclass(frozen=True, slots=True)
class Value:
    """What was found, without its words and rule."""

    value: str | None


@dataclass(frozen=True, slots=True)
class SeatCompared:
    """Somebody who took part, as told."""

    name: Value
    country: Value
    organization: Value


@dataclass(frozen=True, slots=True)
class Compared:
    """As much of an account's reading as is compared: all accounts of a day are."""

    date: Value
    format: Value
    place: Value
    place_country: Value
    participants: tuple[SeatCompared, ...] = ()


def tellings_of(block: list[Account]) -> list[identity.Telling]:
    """Accounts in the shape in which identity compares them."""
    persons = Named(block)
    return [telling_of(row, persons) for row in block]


def telling_of(row: Account, persons: Named) -> identity.Telling:
    told = msgspec.convert(row.reading, Compared)
    seats = [(persons.get(row.document_id, seat.name.value, seat.country.value), seat) for seat in told.participants]
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


class Named:
    """Who the names in these accounts' documents are; two of one name are told apart by the state they act for."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        documents = {row.document_id for row in accounts}
        rows = Mention.objects.filter(document__in=documents, person__isnull=False).order_by("pk")
        self.exact: dict[tuple[int, str, str], int] = {}
        self.by_name: dict[tuple[int, str], int] = {}
        for document, name, country, person in rows.values_list("document", "name__name", "name__country", "person"):
            self.exact[document, name, country] = person
            self.by_name.setdefault((document, name), person)

    def get(self, document: int, name: str | None, country: str | None) -> int | None:
        return self.exact.get((document, name or "", country or "")) or self.by_name.get((document, name or ""))


def verdicts_on(block: list[Account]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Human verdicts between homes as must-links and cannot-links between living accounts.

    "Same" reaches through accounts that their texts no longer tell: of A = B and B = C, A = C holds without B.
    """
    first = {row.home_id: row for row in block}
    by_home = {key: first[heir] for key, heir in left_to(first).items()} | {row.home.key: row for row in block}
    rows = Judgement.objects.standing().filter(kind=Judgement.Kind.MEETING, one__in=by_home, other__in=by_home)
    pairs: dict[str, list[tuple[Account, Account]]] = {"same": [], "different": [], "unsure": []}
    for row in rows:
        pairs[row.verdict].append((by_home[row.one], by_home[row.other]))
    parts = {row.pk: [row] for row in block}
    for one, other in pairs["same"]:
        if parts[one.pk] is not parts[other.pk]:
            parts[one.pk].extend(parts[other.pk])
            parts.update((row.pk, parts[one.pk]) for row in parts[other.pk])
    chains = [[row.pk for row in part if row.position is not None] for part in parts.values()]
    together = {pair for chain in chains for pair in pairwise(chain)}
    apart = [(a.pk, b.pk) for a, b in pairs["different"] if a.position is not None and b.position is not None]
    return sorted(together), apart


def join(accounts: list[Account], updates: Updates) -> Left:
    """Let these accounts tell of the oldest of their homes; the other homes redirect there. Returns what changed."""
    left: Left = defaultdict(set)
    homes = {row.home_id: row.home for row in accounts}
    meeting = homes.pop(min(homes))
    changed = updates.set(meeting, {"merged_into_id": None})
    for home in homes.values():
        if updates.set(home, {"merged_into_id": meeting.pk}):
            left[home.pk] |= set()
            changed = True
    for row in accounts:
        before = row.meeting_id
        if updates.set(row, {"meeting_id": meeting.pk}):
            left[before].add(row.date)
            changed = True
    if changed:
        left[meeting.pk] |= set()
    return left
