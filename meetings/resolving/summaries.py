"""What lists show of each person: a name, an office, a state, and counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from django.db.models import Count, Q

from meetings.models import Correction, Mention, Participant, Person, PersonName, Quote
from meetings.resolving.decisions import Decisions
from meetings.resolving.rows import update


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
    seats = seats_in_mentions(ids) | latest_seats(ids)
    counts = counts_of(ids)
    decided = decisions_on(ids)
    spellings = spellings_of(ids)
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
        update(person, values | counts[person.pk])


Seat = tuple[str, str, str | None]
"""An office, the language of its words (BCP 47), and a state."""
NO_SEAT: Seat = ("", "", None)


def latest_seats(persons: set[int]) -> dict[int, Seat]:
    """{person: seat} of the latest meetings that tell them; persons who met nobody are left out."""
    rows = Participant.objects.filter(person__in=persons, meeting__account_count__gt=0, meeting__merged_into=None)
    seats: dict[int, Seat] = {}
    for row in rows.order_by("meeting__date_key", "meeting_id"):
        if row.person_id is None:
            continue
        office, language, country = seats.get(row.person_id, NO_SEAT)
        if row.office:
            office, language = row.office, row.office_language
        seats[row.person_id] = (office, language, row.country_id or country)
    return seats


def seats_in_mentions(persons: set[int]) -> dict[int, Seat]:
    """The same for persons who are only mentioned: the office that the newest document gives them."""
    named = PersonName.objects.filter(person__in=persons).exclude(country="").order_by("name", "country")
    states = dict(named.values_list("person", "country"))
    rows = Mention.objects.filter(person__in=persons).exclude(office="")
    told = rows.order_by("document__published_key", "document__path")
    offices = {pk: rest for pk, *rest in told.values_list("person", "office", "document__language")}
    return {pk: (*offices.get(pk, NO_SEAT[:2]), states.get(pk)) for pk in offices.keys() | states.keys()}


def counts_of(persons: set[int]) -> dict[int, dict[str, int]]:
    listed = Q(participations__meeting__account_count__gt=0, participations__meeting__merged_into=None)
    meetings = dict(
        Person.objects.filter(pk__in=persons).annotate(n=Count("participations", filter=listed)).values_list("pk", "n")
    )
    quotes = dict(
        Quote.objects.listed().filter(speaker__in=persons).order_by().values_list("speaker").annotate(n=Count("pk"))
    )
    documents = dict(
        Person.objects.filter(pk__in=persons)
        .annotate(n=Count("mentions__document", distinct=True))
        .values_list("pk", "n")
    )
    return {
        pk: {"meeting_count": meetings[pk], "quote_count": quotes.get(pk, 0), "document_count": documents[pk]}
        for pk in meetings
    }


def spellings_of(persons: set[int]) -> dict[int, list[tuple[PersonName, int]]]:
    """{person: [(spelling, in how many texts it stands)]}; each spelling's language is brought in step on the way."""
    languages: dict[int, Counter[str]] = defaultdict(Counter)
    rows = Mention.objects.filter(name__person__in=persons).order_by()
    for name, language, number in rows.values_list("name", "document__language").annotate(n=Count("pk")):
        languages[name][language] += number
    found: dict[int, list[tuple[PersonName, int]]] = defaultdict(list)
    for row in PersonName.objects.filter(pk__in=languages).order_by("name", "country"):
        seen = languages[row.pk]
        update(row, {"language": max(seen, key=lambda language: (seen[language], language))})
        found[row.person_id or 0].append((row, seen.total()))
    return found


def best_name(spellings: list[tuple[PersonName, int]]) -> str:
    """The spelling to show: full rather than with initials, in Latin script, not in capitals, English, seen often."""

    def rank(item: tuple[PersonName, int]) -> tuple[bool, bool, bool, bool, int, int, str]:
        row, seen = item
        words = row.name.replace(".", ". ").split()
        full = len(words) > 1 and not any(word.endswith(".") for word in words)
        shouted = any(word.isupper() and len(word) > 2 for word in words)
        return full, is_latin(row.name), not shouted, row.language == "en", seen, len(words), row.name

    return max(spellings, key=rank)[0].name if spellings else ""


def is_latin(name: str) -> bool:
    """All letters stand before U+0250, where the Latin alphabets in common use end."""
    return all(letter < "ɐ" for letter in name if letter.isalpha())
