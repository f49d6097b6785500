"""Two imports at once: they take turns, and what they leave is what one after the other would."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from meetings import resolving, writing
from meetings.corrections import correct
from meetings.extraction.record import Hints
from meetings.importing import store
from meetings.models import Correction, Meeting, Person, PersonName

STORY = """Talks in Oslo

{day} May 2021

Foreign Minister of Ghana {name} met the Foreign Minister of Norway, Kari Dahl, in Oslo.
"""


def take_in(number: int) -> str:
    try:
        text = STORY.format(day=number % 28 + 1, name=f"Kofi Mensa{'h' * (number % 3)}")
        return store(f"{number}.txt", text.encode(), Hints()).status
    finally:
        connection.close()


def decide(place: str) -> None:
    try:
        correct("meeting", "0.txt#1", "place", place)
    finally:
        connection.close()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_imports_and_decisions_at_once() -> None:
    take_in(0)
    with ThreadPoolExecutor(4) as pool:
        decided = [pool.submit(decide, place) for place in ("Bergen", "Bodø", "Molde")]
        statuses = list(pool.map(take_in, range(1, 24)))
        assert [job.result() for job in decided] == [None, None, None]
    assert statuses == ["new"] * 23
    assert Correction.objects.count() == 3
    assert Meeting.objects.get(key="0.txt#1").place == Correction.objects.standing().get().value
    assert PersonName.objects.values("name", "country").distinct().count() == PersonName.objects.count()
    assert Person.objects.values("slug").distinct().count() == Person.objects.count()


def resolve_all() -> int:
    try:
        return resolving.resolve_all()
    finally:
        connection.close()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_who_resolves_all_again_waits_for_their_turn() -> None:
    take_in(0)
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            writing.take_turn()
            resolved = pool.submit(resolve_all)
            with pytest.raises(TimeoutError):
                resolved.result(timeout=2)
        assert resolved.result() == 1
