"""Whose name is it? Spellings grouped into persons, and what lists show of each person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from anyascii import anyascii
from django.db.models import Q
from django.utils.text import slugify

from meetings import bulk, identity
from meetings.models import Correction, Judgement, Meeting, Mention, Person, PersonName
from meetings.resolving import homes, pairs
from meetings.resolving.rows import Updates


def names_for(uses: dict[tuple[str, str], str]) -> dict[tuple[str, str], PersonName]:
    """The spellings {(name, country): language}, made where they are new; keys of earlier rules are brought in step."""
    wanted = {name for name, _ in uses}
    known = {(row.name, row.country): row for row in PersonName.objects.filter(name__in=wanted).order_by("pk")}
    with Updates() as updates:
        for row in known.values():
            updates.set(row, keys_of(row.name))
    new = [
        PersonName(name=name, country=country, language=language, **keys_of(name))
        for (name, country), language in uses.items()
        if (name, country) not in known
    ]
    bulk.create(new)
    known |= {(row.name, row.country): row for row in new}
    return {use: known[use] for use in uses}


def keys_of(name: str) -> dict[str, str]:
    keys = identity.family_keys(name)
    return {"family_key": keys[0][:60], "other_key": keys[-1][:60]}


def block_of(names: set[int], at_home: Collection[int] = ()) -> list[PersonName]:
    """All spellings that could be those of the persons that these belong to, and those at home with `at_home`."""
    verdicts = linked_homes(names)
    pairs = PersonName.objects.filter(pk__in=names).values_list("family_key", "other_key")
    keys = {key for pair in pairs for key in pair}
    near = PersonName.objects.filter(
        Q(pk__in=names)
        | Q(family_key__in=keys)
        | Q(other_key__in=keys)
        | Q(home__slug__in=verdicts)
        | Q(person__slug__in=verdicts)
        | Q(home__in=at_home)
    )
    persons = set(near.exclude(person=None).values_list("person", flat=True))
    rows = PersonName.objects.filter(Q(pk__in=near.values("pk")) | Q(person__in=persons))
    return list(rows.select_related("home").order_by("pk"))


def components(block: list[PersonName], together: homes.Links) -> list[list[PersonName]]:
    """The block in parts that share neither a key nor a verdict, so that only what could be one is compared."""
    parts: dict[int, list[PersonName]] = {row.pk: [row] for row in block}
    first: dict[str, int] = {}
    keys = [(row.pk, key) for row in block for key in (row.family_key, row.other_key)]
    links = [(pk, first.setdefault(f"key {key}", pk)) for pk, key in keys]
    links += [(row.pk, first.setdefault(f"person {row.person_id}", row.pk)) for row in block if row.person_id]
    for one, other in links + together:
        if parts[one] is not parts[other]:
            small, large = sorted((parts[one], parts[other]), key=len)
            large.extend(small)
            parts.update((row.pk, large) for row in small)
    return list({id(part): part for part in parts.values()}.values())


def linked_homes(names: set[int]) -> set[str]:
    """Slugs of persons that a standing verdict names together with a home of these spellings."""
    mine = PersonName.objects.filter(pk__in=names).values("home__slug")
    rows = Judgement.objects.standing().filter(kind=Judgement.Kind.PERSON)
    rows = rows.filter(Q(one__in=mine) | Q(other__in=mine))
    return {slug for pair in rows.values_list("one", "other") for slug in pair}


def bearers(names: Collection[int]) -> set[int]:
    """The persons whose spellings these are held to be."""
    rows = PersonName.objects.filter(pk__in=names).order_by().values_list("person", flat=True)
    return {person for person in rows if person}


def identify(names: set[int]) -> tuple[set[int], set[int]]:
    """Group the spellings that share a block with these. Returns (spellings that moved, persons touched)."""
    if not names:
        return set(), set()
    left = homes.settle(names)
    wide = block_of(names, left.values())
    verdicts = verdicts_on(wide)
    block = concerned(wide, names, left, verdicts[0])
    offices = offices_of(block)
    living = [row for row in block if row.pk in offices]
    persons = {row.person_id for row in block if row.person_id}
    clusters, questions = clusters_of(living, offices, *verdicts)
    chosen = persons_for(clusters)
    taken = set(chosen)
    moved = assign(clusters, chosen)
    retire(living, persons | left.keys(), taken, left)
    follow_home([row for row in block if row.pk not in offices])
    pairs.ask_of_persons(living, questions, persons | taken)
    return moved, persons | taken


def concerned(
    block: list[PersonName], names: set[int], left: Mapping[int, int], together: homes.Links
) -> list[PersonName]:
    """Those of the block whose persons may be others now that something is new of `names`."""
    moved = {*left.keys(), *left.values()}
    start = names | {row.pk for row in block if row.home_id in moved}
    found: set[int] = set()
    for part in components(block, together):
        some = start & {row.pk for row in part}
        if some:
            uses = [identity.NameUse(row.pk, row.name, row.country) for row in part]
            found |= identity.reach(uses, some, within(part, together) + kept_together(part))
    return [row for row in block if row.pk in found]


def kept_together(part: list[PersonName]) -> homes.Links:
    """Spellings of one person, or at one home, by pairs."""
    first: dict[tuple[str, int | None], int] = {}
    keys = [(row.pk, key) for row in part for key in (("person", row.person_id), ("home", row.home_id)) if key[1]]
    return [(pk, first.setdefault(key, pk)) for pk, key in keys]


def clusters_of(
    living: list[PersonName], offices: dict[int, tuple[str, ...]], together: homes.Links, apart: homes.Links
) -> tuple[list[list[PersonName]], list[identity.Question]]:
    """The spellings of one person each, those with the oldest spelling first; and which of them may yet be one."""
    rows = {row.pk: row for row in living}
    clusters: list[list[int]] = []
    questions: list[identity.Question] = []
    for part in components(living, within(living, together)):
        links = {"together": within(part, together), "apart": within(part, apart)}
        found, asked = identity.cluster_and_ask(uses_of(part, offices), **links)
        clusters += map(sorted, found)
        questions += asked
    return [[rows[pk] for pk in cluster] for cluster in sorted(clusters)], questions


def offices_of(block: list[PersonName]) -> dict[int, tuple[str, ...]]:
    """{spelling: the offices that texts give to it}, for those spellings that some text has now."""
    offices: dict[int, set[str]] = defaultdict(set)
    told = Mention.objects.filter(name__in=[row.pk for row in block])
    for pk, office in told.order_by().values_list("name", "office").distinct():
        offices[pk].add(office)
    return {pk: tuple(sorted(some - {""})) for pk, some in offices.items()}


def uses_of(part: list[PersonName], offices: dict[int, tuple[str, ...]]) -> list[identity.NameUse]:
    return [identity.NameUse(row.pk, row.name, row.country, offices[row.pk], row.language) for row in part]


def within(part: list[PersonName], links: homes.Links) -> homes.Links:
    ids = {row.pk for row in part}
    return [(one, other) for one, other in links if one in ids and other in ids]


def verdicts_on(block: list[PersonName]) -> tuple[homes.Links, homes.Links]:
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
    together, apart = homes.links(block)
    return links["same"] + together, links["different"] + apart


def persons_for(clusters: list[list[PersonName]]) -> list[int]:
    """Of each cluster the oldest home among its spellings that no cluster before it has taken, else somebody new."""
    homes: list[int | None] = []
    taken: set[int | None] = set()
    for members in clusters:
        homes.append(min({row.home_id for row in members if row.home_id} - taken, default=None))
        taken.add(homes[-1])
    names = [members[0].name for members, home in zip(clusters, homes, strict=True) if home is None]
    slugs = free_slugs(names)
    people = [Person(name=name, slug=slug) for name, slug in zip(names, slugs, strict=True)]
    bulk.create(people)
    new = iter(people)
    return [home or next(new).pk for home in homes]


def free_slug(name: str) -> str:
    """A slug nobody has had yet; numbered where the name is taken."""
    return free_slugs([name])[0]


def free_slugs(names: Iterable[str]) -> list[str]:
    """The same for several new persons at once, each name's in turn."""
    bases = [slugify(anyascii(name))[:100].strip("-") or "person" for name in names]
    taken = slugs_taken(bases)
    slugs = []
    for base in bases:
        slug = numbered(base, taken) if base in taken else base
        taken.add(slug)
        slugs.append(slug)
    return slugs


def numbered(base: str, taken: set[str]) -> str:
    """The slug with the first number that is free, here and among `taken`."""
    first, width = 2, 8
    while True:
        some = [f"{base}-{number}" for number in range(first, first + width)]
        used = slugs_taken(some) | taken
        if free := next((slug for slug in some if slug not in used), None):
            return free
        first, width = first + width, 2 * width


def slugs_taken(slugs: Iterable[str]) -> set[str]:
    return set(Person.objects.filter(slug__in=set(slugs)).order_by().values_list("slug", flat=True))


def assign(clusters: list[list[PersonName]], persons: list[int]) -> set[int]:
    """Give the spellings to the persons; somebody new is their home from now on. Returns those taken from another."""
    moved: set[int] = set()
    with Updates() as updates:
        for merged in Person.objects.filter(pk__in=persons).exclude(merged_into=None).order_by("pk"):
            updates.set(merged, {"merged_into_id": None})
        for members, person in zip(clusters, persons, strict=True):
            moved |= {row.pk for row in members if row.person_id not in (None, person)}
            new = all(row.home_id != person for row in members)
            for row in members:
                home = person if new or not row.home_id else row.home_id
                updates.set(row, {"person_id": person, "home_id": home})
    return moved


def retire(living: list[PersonName], persons: set[int], taken: set[int], left: Mapping[int, int]) -> None:
    """A person whose spellings all went to another is merged into that one, so that the address redirects.

    What had been merged into the retired goes along: `merged_into` always names somebody who is not merged.
    `left`: a home whose spelling was given back leads to where it went.
    """
    heirs: dict[int | None, int | None] = {}
    for row in living:
        heirs.setdefault(row.home_id, row.person_id)
    for home, other in left.items():
        heirs.setdefault(home, heirs.get(other))
    gone = Person.objects.filter(Q(pk__in=persons) | Q(merged_into__in=persons)).exclude(pk__in=taken)
    with Updates() as updates:
        for person in gone.order_by("pk"):
            if person.merged_into_id not in taken or person.pk in heirs:
                heir = heirs.get(person.pk) or heirs.get(person.merged_into_id)
                updates.set(person, {"merged_into_id": heir or person.merged_into_id})


def follow_home(silent: list[PersonName]) -> None:
    """Spellings that no text has any more do not vote; they stay with whoever their home has become."""
    first = Person.objects.in_bulk({row.home_id for row in silent if row.home_id})
    with Updates() as updates:
        for row in silent:
            if row.home_id:
                home = first[row.home_id]
                updates.set(row, {"person_id": home.merged_into_id or home.pk})


def decided_on(persons: set[int]) -> tuple[set[int], set[str]]:
    """Meetings (ids) and documents (paths) that decisions tie to these persons by their slugs."""
    these = Person.objects.filter(Q(pk__in=persons) | Q(merged_into__in=persons))
    slugs = list(these.values_list("slug", flat=True))
    standing = Correction.objects.standing()
    seats = standing.filter(kind=Correction.Kind.MEETING, field__in=[f"participants/{slug}" for slug in slugs])
    theirs = Meeting.objects.filter(key__in=seats.values("subject")).values_list("pk", "merged_into")
    speakers = standing.filter(kind=Correction.Kind.DOCUMENT, value__person__in=slugs)
    return {heir or pk for pk, heir in theirs}, set(speakers.values_list("subject", flat=True))
