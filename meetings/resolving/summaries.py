"""What lists show of each person: a name, an office, a state, and counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef, Q, Subquery

from meetings import writing
from meetings.cldr import official_languages
from meetings.extraction.languages import script_of
from meetings.models import Behind, Correction, Mention, Participant, Person, PersonName, Quote
from meetings.resolving.decisions import Decisions
from meetings.resolving.rows import Updates


def decisions_on(persons: set[int]) -> dict[int, Decisions]:
    """What stands on each person and on those merged into them, the latest last."""
    slugs = {
        slug: heir or pk
        for pk, heir, slug in Person.objects.filter(Q(pk__in=persons) | Q(merged_into__in=persons)).values_list(
            "pk", "merged_into", "slug"
        )
    }
    found: dict[int, Decisions] = defaultdict(Decisions)
    for row in Correction.objects.standing().filter(kind=Correction.Kind.PERSON, subject__in=slugs):
        found[slugs[row.subject]].fields[row.field] = row
    return found


def summarise(persons: Iterable[int]) -> None:
    """Bring each person's shown name, office, state and counts in step with the rows."""
    ids = set(persons)
    people = list(Person.objects.filter(pk__in=ids).order_by("pk"))
    met = latest_seats(ids)
    seats = seats_in_mentions(ids - met.keys()) | met
    counts = counts_of(ids)
    decided = decisions_on(ids)
    spellings = spellings_of(ids)
    with Updates() as updates:
        for person in people:
            office, language, country = seats.get(person.pk, NO_SEAT)
            decisions = decided[person.pk]
            values = {
                "name": decisions.value("name", best_name(spellings[person.pk]) or person.name),
                "wikidata": decisions.value("wikidata", "") or "",
                "office": office,
                "office_language": language,
                "country_id": country,
            }
            updates.set(person, values | counts[person.pk])


MANY = 100
"""A person named in so many texts is counted once for many more of them: they are all gone through to count them."""


def put_off(persons: set[int]) -> set[int]:
    """Leave those named in many texts to `catch_up`; returns the others."""
    many = set(Person.objects.filter(pk__in=persons, document_count__gte=MANY).values_list("pk", flat=True))
    Behind.objects.bulk_create((Behind(person_id=pk) for pk in sorted(many)), ignore_conflicts=True)
    return persons - many


AT_ONCE = 100
"""Persons who are counted in one transaction: others who write need not wait long, and memory stays flat."""


def catch_up() -> None:
    """Summarise those that were put off, by this import or by one that was killed."""
    while persons := set(Behind.objects.order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            writing.take_turn()
            summarise(persons)
            Behind.objects.filter(pk__in=persons).delete()


Seat = tuple[str, str, str | None]
"""An office, the language of its words (BCP 47), and a state."""
NO_SEAT: Seat = ("", "", None)
LISTED = Q(meeting__account_count__gt=0, meeting__merged_into=None)
"""Seats in meetings that some current text tells of."""


def latest_seats(persons: set[int]) -> dict[int, Seat]:
    """{person: seat}; persons who met nobody are left out. The office is that of the latest meeting that tells one.

    The state is that of the latest, too, where the office names it; else a misread one is outvoted by all the others.
    """
    told = Participant.objects.filter(LISTED, person=OuterRef("pk")).order_by("-meeting__date_key", "-meeting_id")
    people = Person.objects.filter(Exists(told), pk__in=persons).order_by()
    office, state = told.exclude(office="").values("pk")[:1], told.exclude(country=None).values("pk")[:1]
    latest = {pk: rows for pk, *rows in people.values_list("pk", Subquery(office), Subquery(state))}
    rows = Participant.objects.in_bulk({row for pair in latest.values() for row in pair if row})
    votes = Participant.objects.filter(LISTED, person__in=latest).exclude(country=None).order_by()
    counted = votes.values_list("person", "country").annotate(n=Count("pk"), last=Max("meeting__date_key"))
    most = {person: state for person, state, *_ in sorted(counted, key=lambda row: row[2:])}
    found = {}
    for pk, (told_office, told_state) in latest.items():
        seat, acted = rows.get(told_office), rows.get(told_state)
        country = acted.country_id if acted and acted.office_names_state else most.get(pk)
        found[pk] = (seat.office, seat.office_language, country) if seat else (*NO_SEAT[:2], country)
    return found


def seats_in_mentions(persons: set[int]) -> dict[int, Seat]:
    """The same for persons who are only mentioned: the office that the newest document gives them, and the state that
    most give them."""
    named = PersonName.objects.filter(person__in=persons).exclude(country="").order_by()
    counted = named.values_list("person", "country").annotate(n=Count("mentions"))
    states = {person: state for person, state, _ in sorted(counted, key=lambda row: (row[2], row[1]))}
    rows = Mention.objects.filter(person__in=persons).exclude(office="")
    told = rows.order_by("document__published_key", "document__path")
    offices = {pk: rest for pk, *rest in told.values_list("person", "office", "document__language")}
    return {pk: (*offices.get(pk, NO_SEAT[:2]), states.get(pk)) for pk in offices.keys() | states.keys()}


def counts_of(persons: set[int]) -> dict[int, dict[str, int]]:
    seats = Participant.objects.filter(person__in=persons).order_by()
    quotes = Quote.objects.listed().filter(speaker__in=persons).order_by()
    mentions = Mention.objects.filter(person__in=persons).order_by()
    counted = {
        "meeting_count": dict(seats.values_list("person").annotate(n=Count("pk", filter=LISTED))),
        "quote_count": dict(quotes.values_list("speaker").annotate(n=Count("pk"))),
        "document_count": dict(mentions.values_list("person").annotate(n=Count("document", distinct=True))),
    }
    return {pk: {name: numbers.get(pk, 0) for name, numbers in counted.items()} for pk in persons}


def spellings_of(persons: set[int]) -> dict[int, list[tuple[PersonName, int]]]:
    """{person: [(spelling, in how many texts it stands)]}; each spelling's language is brought in step on the way."""
    languages: dict[int, Counter[str]] = defaultdict(Counter)
    rows = Mention.objects.filter(name__person__in=persons).order_by()
    for name, language, number in rows.values_list("name", "document__language").annotate(n=Count("pk")):
        languages[name][language] += number
    found: dict[int, list[tuple[PersonName, int]]] = defaultdict(list)
    with Updates() as updates:
        for row in PersonName.objects.filter(pk__in=languages).order_by("name", "country"):
            seen = languages[row.pk]
            updates.set(row, {"language": max(seen, key=lambda language: (seen[language], language))})
            found[row.person_id or 0].append((row, seen.total()))
    return found


def best_name(spellings: list[tuple[PersonName, int]]) -> str:
    """The spelling to show: full rather than with initials, in Latin script, not in capitals, English or else in a
    language of the state the person acts for, whichever text tells it, seen often."""
    own = frozenset[str]().union(*(official_languages(row.country) for row, _seen in spellings if row.country))

    def rank(item: tuple[PersonName, int]) -> tuple[bool, bool, bool, bool, bool, int, int, str]:
        row, seen = item
        words = row.name.replace(".", ". ").split()
        full = len(words) > 1 and not any(word.endswith(".") for word in words)
        shouted = any(word.isupper() and len(word) > 2 for word in words)
        latin = script_of(row.name) in ("Latn", None)
        language = row.language.partition("-")[0]
        return full, latin, not shouted, language == "en", language in own, seen, len(words), row.name

    return max(spellings, key=rank)[0].name if spellings else ""
