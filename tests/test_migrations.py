"""A database that was made when the first migration was the only one comes to the present without loss."""

from collections.abc import Iterator

import pytest
from django.apps.registry import Apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import IntegrityError

from meetings.corrections import correct
from meetings.models import Change, Correction, PersonName
from meetings.resolving.people import keys_of
from tests.readings import store, visit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def first() -> Iterator[Apps]:
    """The models as they were at first, and a database of theirs."""
    executor = MigrationExecutor(connection)
    executor.migrate([("meetings", "0001_initial")])
    yield executor.loader.project_state([("meetings", "0001_initial")]).apps
    call_command("migrate", verbosity=0)


def test_names_get_their_keys(first: Apps) -> None:
    names = ("Askar Meder", "Джордж Хеллер", "Anna Bechadov")
    first.get_model("meetings", "PersonName").objects.bulk_create(
        first.get_model("meetings", "PersonName")(name=name, family_key="old") for name in names
    )
    call_command("migrate", verbosity=0)
    found = {row.name: {"family_key": row.family_key, "other_key": row.other_key} for row in PersonName.objects.all()}
    assert found == {name: keys_of(name) for name in names}
    assert any(keys["family_key"] != keys["other_key"] for keys in found.values())


def test_the_latest_of_two_corrections_stands(first: Apps) -> None:
    corrections = first.get_model("meetings", "Correction").objects
    for subject, value in (("a.txt#1", "Astana"), ("a.txt#1", "Almaty"), ("b.txt#1", "Vellin")):
        corrections.create(kind="meeting", subject=subject, field="place", value=value)
    call_command("migrate", verbosity=0)
    assert list(Correction.objects.standing().values_list("value", flat=True)) == ["Almaty", "Vellin"]
    assert Correction.objects.count() == 3
    with pytest.raises(IntegrityError):
        Correction.objects.create(kind="meeting", subject="a.txt#1", field="place", value="Astana")


def test_what_is_there_already_stays(first: Apps) -> None:
    call_command("migrate", "meetings", "0003_keys_and_standing", verbosity=0)
    MigrationExecutor(connection).recorder.record_unapplied("meetings", "0003_keys_and_standing")
    correct("meeting", "a.txt#1", "place", "Almaty")
    call_command("migrate", verbosity=0)
    assert Correction.objects.standing().get().value == "Almaty"


def test_imports_and_decisions_go_on(first: Apps) -> None:
    call_command("migrate", verbosity=0)
    document = store("a.txt", visit())
    correct("meeting", "a.txt#1", "place", "Almaty")
    assert document.accounts.get().meeting.place == "Almaty"
    assert set(Change.objects.values_list("kind", flat=True)) >= {"document", "meeting", "person", "quote"}
