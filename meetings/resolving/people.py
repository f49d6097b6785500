"""Whose name is it? Spellings grouped into persons, and what lists show of each person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from anyascii import anyascii
from django.db.models import Count, Q
from django.utils.text import slugify

from meetings import identity
from meetings.models import Correction, Judgement, Meeting, Mention, Participant, Person, PersonName, Quote
from meetings.resolving.decisions import Decisions
from meetings.resolving.rows import update


def names_for(uses: dict[tuple[str, str], str]) -> dict[tuple[str, str], PersonName]:
    """The spellings {(name, country): language}, made where they are new."""
    wanted = {name for name, _ in uses}
    known = {(row.name, row.country): row for row in PersonName.objects.filter(name__in=wanted)}
    new = [
        PersonName(name=name, country=country, language=language, family_key=identity.family_key(name)[:60])
        for (name, country), language in uses.items()
        if (name, country) not in known
    ]
    PersonName.objects.bulk_create(new)
    known |= {(row.name, row.country): row for row in new}
    return {use: known[use] for use in uses}


def block_of(names: set[int]) -> list[PersonName]:
    """All spellings that could be those of the persons that these belong to."""
    verdicts = linked_homes(names)
    keys = PersonName.objects.filter(pk__in=names).values("family_key")
    near = PersonName.objects.filter(
        Q(pk__in=names) | Q(family_key__in=keys) | Q(home__slug__in=verdicts) | Q(person__slug__in=verdicts)
    )
    persons = set(near.exclude(person=None).values_list("person", flat=True))
    rows = PersonName.objects.filter(Q(pk__in=near.values("pk")) | Q(person__in=persons))
    return list(rows.select_related("home").order_by("pk"))


def components(block: list[PersonName], together: list[tuple[int, int]]) -> list[list[PersonName]]:
    """The block in parts that share neither a key nor a verdict, so that only what could be one is compared."""
    parts: dict[int, list[PersonName]] = {row.pk: [row] for row in block}
    first: dict[str, int] = {}
    links = [(row.pk, first.setdefault(f"key {row.family_key}", row.pk)) for row in block]
    links += [(row.pk, first.setdefault(f"person {row.person_id}", row.pk)) for row in block if row.person_id]
    for one, other in links + together:
        if parts[one] is not parts[other]:
            small, large = sorted((parts[one], parts[other]), key=len)
            large.extend(small)
            parts.update((row.pk, large) for row in small)
    return list({id(part): part for part in parts.values()}.values())


def linked_homes(names: set[int]) -> set[str]:
    """Slugs of persons that a standing verdict names together with a home of these spellings."""
    homes = PersonName.objects.filter(pk__in=names).values("home__slug")
    rows = Judgement.objects.standing().filter(kind=Judgement.Kind.PERSON)
    rows = rows.filter(Q(one__in=homes) | Q(other__in=homes))
    return {slug for pair in rows.values_list("one", "other") for slug in pair}


def identify(names: set[int]) -> tuple[set[int], set[int]]:
    """Group the spellings that share a block with these. Returns (spellings that moved, persons touched)."""
    if not names:
        return set(), set()
    block = block_of(names)
    rows = {row.pk: row for row in block}
    together, apart = verdicts_on(block)
    offices = offices_of(block)
    clusters = [
        cluster
        for part in components(block, together)
        for cluster in identity.cluster(
            uses_of(part, offices), together=within(part, together), apart=within(part, apart)
        )
    ]
    moved, persons = set(), {row.person_id for row in block if row.person_id}
    homes = Person.objects.in_bulk([row.home_id for row in block if row.home_id])
    taken: set[int] = set()
    for cluster in sorted(clusters, key=min):
        members = [rows[pk] for pk in sorted(cluster)]
        person = person_for(members, homes, taken)
        taken.add(person.pk)
        persons.add(person.pk)
        moved |= assign(members, person)
    retire(persons, taken)
    return moved, persons


def offices_of(block: list[PersonName]) -> dict[int, tuple[str, ...]]:
    """The offices that texts give to each spelling."""
    offices: dict[int, set[str]] = defaultdict(set)
    told = Mention.objects.filter(name__in=[row.pk for row in block]).exclude(office="")
    for pk, office in told.order_by().values_list("name", "office").distinct():
        offices[pk].add(office)
    return {pk: tuple(sorted(some)) for pk, some in offices.items()}


def uses_of(part: list[PersonName], offices: dict[int, tuple[str, ...]]) -> list[identity.NameUse]:
    return [identity.NameUse(row.pk, row.name, row.country, offices.get(row.pk, ()), row.language) for row in part]


def within(part: list[PersonName], links: list[tuple[int, int]]) -> list[tuple[int, int]]:
    ids = {row.pk for row in part}
    return [(one, other) for one, other in links if one in ids and other in ids]


def verdicts_on(block: list[PersonName]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Human verdicts between homes as must-links and cannot-links between spellings."""
    by_home: dict[str, list[int]] = defaultdict(list)
    for row in block:
        if row.home:
            by_home[row.home.slug].append(row.pk)
    links: dict[str, list[tuple[int, int]]] = {"same": [], "different": []}
    rows = Judgement.objects.standing().filter(kind=Judgement.Kind.PERSON, one__in=by_home, other__in=by_home)
    for judged in rows:
        if judged.verdict in links:
            links[judged.verdict] += [(a, b) for a in by_home[judged.one] for b in by_home[judged.other]]
    return links["same"], links["different"]


def person_for(members: list[PersonName], homes: dict[int, Person], taken: set[int]) -> Person:
    """The oldest home among the spellings that no other person has taken, else somebody new."""
    free = {row.home_id for row in members if row.home_id} - taken
    if free:
        return homes[min(free)]
    return Person.objects.create(name=members[0].name, slug=free_slug(members[0].name))


def free_slug(name: str) -> str:
    """A slug nobody has had yet; numbered where the name is taken."""
    base = slugify(anyascii(name))[:100].strip("-") or "person"
    taken = set(Person.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def assign(members: list[PersonName], person: Person) -> set[int]:
    """Give the spellings to the person; those without a home make it theirs. Returns those taken from another."""
    if person.merged_into_id:
        update(person, {"merged_into_id": None})
    moved = set()
    for row in members:
        if row.person_id not in (None, person.pk):
            moved.add(row.pk)
        update(row, {"person_id": person.pk, "home_id": row.home_id or person.pk})
    return moved


def retire(persons: set[int], taken: set[int]) -> None:
    """A person whose spellings all went to another is merged into that one, so that the address redirects."""
    for person in Person.objects.filter(pk__in=persons - taken):
        heir = PersonName.objects.filter(home=person).exclude(person=person).order_by("pk").first()
        if heir and not person.names.exists():
            update(person, {"merged_into_id": heir.person_id})


def decided_on(persons: set[int]) -> tuple[set[int], set[str]]:
    """Meetings (ids) and documents (paths) that decisions tie to these persons by their slugs."""
    slugs = list(Person.objects.filter(pk__in=persons).values_list("slug", flat=True))
    standing = Correction.objects.standing()
    seats = standing.filter(kind=Correction.Kind.MEETING, field__in=[f"participants/{slug}" for slug in slugs])
    homes = Meeting.objects.filter(key__in=seats.values("subject")).values_list("pk", "merged_into")
    speakers = standing.filter(kind=Correction.Kind.DOCUMENT, value__person__in=slugs)
    return {heir or pk for pk, heir in homes}, set(speakers.values_list("subject", flat=True))


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
    seats = latest_seats(ids)
    counts = counts_of(ids)
    decided = decisions_on(ids)
    spellings = spellings_of(ids)
    for person in people:
        office, country = seats.get(person.pk) or seat_in_mentions(person)
        decisions = decided[person.pk]
        values = {
            "name": decisions.value("name", best_name(spellings[person.pk]) or person.name),
            "wikidata": decisions.value("wikidata", "") or "",
            "office": office,
            "country_id": country,
        }
        update(person, values | counts[person.pk])


def latest_seats(persons: set[int]) -> dict[int, tuple[str, str | None]]:
    """{person: (office, state)} of the latest meetings that tell them; persons who met nobody are left out."""
    rows = Participant.objects.filter(person__in=persons, meeting__account_count__gt=0, meeting__merged_into=None)
    seats: dict[int, tuple[str, str | None]] = {}
    for row in rows.order_by("meeting__date_key", "meeting_id"):
        office, country = seats.get(row.person_id, ("", None))
        seats[row.person_id] = (row.office or office, row.country_id or country)
    return seats


def seat_in_mentions(person: Person) -> tuple[str, str | None]:
    """Office and state of somebody who is only mentioned."""
    row = person.mentions.exclude(office="").order_by("-document__published_key", "-document_id").first()
    country = next((name.country for name in person.names.all() if name.country), None)
    return (row.office if row else ""), country


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
    found: dict[int, list[tuple[PersonName, int]]] = defaultdict(list)
    rows = PersonName.objects.filter(person__in=persons).annotate(seen=Count("mentions")).filter(seen__gt=0)
    for row in rows.order_by("pk"):
        found[row.person_id].append((row, row.seen))  # type: ignore[index]
    return found


def best_name(spellings: list[tuple[PersonName, int]]) -> str:
    """The spelling to show: full rather than with initials, in Latin script, English, seen often."""

    def rank(item: tuple[PersonName, int]) -> tuple[bool, bool, bool, int, int, int]:
        row, seen = item
        words = row.name.replace(".", ". ").split()
        full = len(words) > 1 and not any(word.endswith(".") for word in words)
        return full, row.name.isascii() or is_latin(row.name), row.language == "en", seen, len(words), -row.pk

    return max(spellings, key=rank)[0].name if spellings else ""


def is_latin(name: str) -> bool:
    """All letters stand before U+0250, where the Latin alphabets in common use end."""
    return all(letter < "ɐ" for letter in name if letter.isalpha())
