"""The change log: every write is logged by the database itself, in the transaction of the change."""

import datetime as dt
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from meetings.models import Change, Meeting, Participant, Person, PersonName, Quote
from tests.readings import store, visit

pytestmark = pytest.mark.django_db


def logged() -> set[tuple[str, int]]:
    rows = set(Change.objects.values_list("kind", "object_id"))
    Change.objects.all().delete()
    return rows


def test_an_import_logs_what_it_wrote() -> None:
    document = store("a.txt", visit())
    assert logged() >= {
        ("document", document.pk),
        ("meeting", Meeting.objects.get().pk),
        ("quote", Quote.objects.get().pk),
    }


def test_bulk_writes_and_raw_sql_are_logged() -> None:
    store("a.txt", visit())
    meeting = Meeting.objects.get()
    logged()
    Meeting.objects.update(place="Almaty")
    assert logged() == {("meeting", meeting.pk)}
    with connection.cursor() as cursor:
        cursor.execute("UPDATE meetings_meeting SET place = 'Astana'")
    assert logged() == {("meeting", meeting.pk)}
    Person.objects.bulk_create([Person(name="Timo Aalto", slug="timo-aalto")])
    assert logged() == {("person", Person.objects.get(slug="timo-aalto").pk)}


def test_a_participant_logs_its_meeting_and_a_moved_one_both() -> None:
    store("a.txt", visit())
    other = Meeting.objects.create(key="x#1", title="Other")
    meeting = Meeting.objects.get(key="a.txt#1")
    logged()
    Participant.objects.filter(person__slug="ilse-brandt").update(meeting=other)
    assert logged() == {("meeting", meeting.pk), ("meeting", other.pk)}
    Participant.objects.filter(meeting=other).delete()
    assert logged() == {("meeting", other.pk)}


def test_a_spelling_logs_whose_it_was_and_whose_it_is() -> None:
    one, other = (Person.objects.create(name=name, slug=name) for name in ("ada", "ben"))
    logged()
    spelling = PersonName.objects.create(name="Ada", family_key="A", other_key="A")
    assert logged() == set()
    for owner, told in ((one, {one}), (other, {one, other}), (None, {other})):
        PersonName.objects.filter(pk=spelling.pk).update(person=owner)
        assert logged() == {("person", person.pk) for person in told}


def test_what_a_text_tells_logs_its_document() -> None:
    document = store("a.txt", visit())
    account, quote = document.accounts.get(), Quote.objects.get()
    logged()
    document.accounts.update(position=None)
    assert logged() == {("meeting", account.meeting_id), ("document", document.pk)}
    Quote.objects.update(current=False)
    assert logged() == {("quote", quote.pk), ("document", document.pk)}


def test_what_is_rolled_back_is_not_logged() -> None:
    store("a.txt", visit())
    logged()
    with transaction.atomic():
        Meeting.objects.update(place="Nowhere")
        transaction.set_rollback(True)
    assert logged() == set()


@pytest.mark.postgresql  # SQLite has a single writer and no transaction ids
def test_rows_hold_the_id_of_their_transaction() -> None:
    store("a.txt", visit())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        current = cursor.fetchone()[0]
    assert set(Change.objects.values_list("transaction", flat=True)) == {current}


def test_an_import_prunes_what_every_index_has_long_read(fixtures_dir: Path) -> None:
    store("a.txt", visit())
    Change.objects.update(at=timezone.now() - dt.timedelta(days=8))
    kept = Change.objects.create(kind="meeting", object_id=1)
    text = fixtures_dir / "texts" / "2020-06-09-kz-uz-call.txt"
    call_command("import_records", str(text), dry_run=True, verbosity=0)
    assert Change.objects.exclude(pk=kept.pk).exists()
    call_command("import_records", str(text), verbosity=0)
    assert Change.objects.earliest("id") == kept
