"""Whose name is it, where there are many persons: processor time for a text whose names are new, or known.

python -m benchmarks.persons [PERSONS]     (default: 10,000, in a SQLite file of its own)

Each person has one spelling and one mention, ten in a text; there are some 34,000 family names. A text names two
persons, and a hundred texts are kept together, as an import does.
"""

from __future__ import annotations

import os
import sys
import time
from itertools import product
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from meetings.importing.storing import Read

Name = tuple[str, str]
"""A name and the state that its bearer acts for."""
TEXTS, ROUNDS = 100, 3
FAMILY = (
    "Bra Kel Tum Vos Hal Zer Pin Dro Ful Gar Mel Nor Rus Tev Wil Cas Jov Lin Sab Yor".split(),  # noqa: SIM905
    "ba de ko li mu ne ra so ti vu pa gi".split(),  # noqa: SIM905
    "ba de ko li mu ne ra so ti vu pa gi".split(),  # noqa: SIM905
    "nnik rsen ldov ttar kkel mbard ngo vski llin sset ntova rrem".split(),  # noqa: SIM905
)
GIVEN = ("Tar Vel Osk Mir Jal Ned Ruv Bel Hok Sim Lor Dav".split(), "mo en ina us".split())  # noqa: SIM905
STATES = "KZ UZ FR DE GH NO CL JP IN BR".split()  # noqa: SIM905


def names(number: int, random: Random) -> list[Name]:
    """So many, all different."""
    given = ["".join(parts) for parts in product(*GIVEN)]
    found: dict[Name, None] = {}
    while len(found) < number:
        family = "".join(random.choice(parts) for parts in FAMILY)
        found[f"{random.choice(given)} {family}", random.choice(STATES)] = None
    return list(found)


def fill(known: list[Name]) -> None:
    """Rows as they would be after an import of texts that name ten of these persons each."""
    from meetings.importing.storing import new_version
    from meetings.models import Document, DocumentVersion, Mention, Person, PersonName
    from meetings.resolving.people import keys_of

    texts = [text(f"made/{start}.txt", tuple(known[start : start + 10])) for start in range(0, len(known), 10)]
    versions = DocumentVersion.objects.bulk_create(new_version(one.raw, one.reading) for one in texts)
    documents = Document.objects.bulk_create(
        Document(path=one.key, version=version, language="en") for one, version in zip(texts, versions, strict=True)
    )
    persons = Person.objects.bulk_create(Person(name=name, slug=f"p-{pk}") for pk, (name, _) in enumerate(known))
    spelt = PersonName.objects.bulk_create(
        PersonName(name=name, country=state, language="en", person=person, home=person, **keys_of(name))
        for (name, state), person in zip(known, persons, strict=True)
    )
    Mention.objects.bulk_create(
        Mention(document=documents[n // 10], name=row, person=row.person, office="Minister", rule="made.up")
        for n, row in enumerate(spelt)
    )


def text(path: str, people: tuple[Name, ...]) -> Read:
    """A text that names these, as it is read."""
    import msgspec

    from meetings.extraction import rules_version
    from meetings.extraction.record import Finding, Hints, Person, Record
    from meetings.importing.reading import Reading
    from meetings.importing.storing import Read

    def found(value: str | None) -> Finding:
        return Finding(value, "made.up", 0.9)

    named = tuple(Person(found(name), found("Minister"), found(state), found(None)) for name, state in people)
    record = msgspec.to_builtins(Record(found("en"), found("2021-04-08"), found("A text"), people=named))
    return Read(path, path.encode(), Reading(path, "utf-8", "", Hints(), record, rules_version()))


def took(kind: str, people: list[Name]) -> float:
    """Milliseconds of processor time a text, in the best of some rounds, each of other persons."""
    from meetings.importing.storing import save_all

    pairs = list(zip(people[::2], people[1::2], strict=True))
    best = float("inf")
    for number in range(ROUNDS):
        some = pairs[number * TEXTS : (number + 1) * TEXTS]
        texts = [text(f"{kind}/{number}/{count}.txt", pair) for count, pair in enumerate(some)]
        began = time.process_time()
        save_all(texts)
        best = min(best, time.process_time() - began)
    return best / TEXTS * 1000


def measured(persons: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    random = Random(1)
    every = names(persons + 2 * TEXTS * ROUNDS, random)
    new, known = every[persons:], every[:persons]
    fill(known)
    took("first", random.sample(known, 2 * TEXTS * ROUNDS))
    old = took("known", random.sample(known, 2 * TEXTS * ROUNDS))
    print(f"{persons:,} persons: {old:.1f} ms a text of two who are known, {took('new', new):.1f} ms of two new ones")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diplomacy.settings")
    with TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/new.sqlite3"
        measured(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
