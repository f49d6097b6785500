"""Rows written by one statement are those that Django would write one by one."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, connection, models
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meetings import bulk
from meetings.models import Document, DocumentVersion, Format, Meeting, Mention, Organization, Person, Quote

pytestmark = pytest.mark.django_db

VERSION: dict[str, Any] = {
    "sha256": "a" * 64,
    "raw": b"\x00\xff'\\x of \xd1\x8f",
    "encoding": "utf-8",
    "text": "“Все \\ 100 % — \U0001f600”\n\tsaid 'she'",
    "reading": {"title": {"value": 'Встреча \\ "x"', "spans": [[1, 2]]}, "sure": 0.1, "none": None},
    "rules": "1",
    "read_at": dt.datetime(2021, 4, 8, 9, 30, 0, 123456, tzinfo=dt.UTC),
}
MEETING: dict[str, Any] = {
    "key": "a.txt#1",
    "date": "2021-04",
    "date_from": dt.date(2021, 4, 1),
    "date_to": dt.date(2021, 4, 30),
    "format": Format.CALL,
    "reviewed": True,
    "title": "100 %s",
}


def stored(model: type[models.Model], **which: Any) -> dict[str, Any]:
    row = model._default_manager.values().get(**which)
    return {name: bytes(value) if isinstance(value, memoryview) else value for name, value in row.items()}


@pytest.mark.parametrize(("model", "values"), [(DocumentVersion, VERSION), (Meeting, MEETING)])
def test_a_row_is_that_of_django(model: type[models.Model], values: dict[str, Any]) -> None:
    model._default_manager.bulk_create([model(**values)])
    theirs = stored(model)
    model._default_manager.all().delete()
    one = model(**values)
    bulk.create([one])
    ours = stored(model, pk=one.pk)
    assert {**ours, "id": 0} == {**theirs, "id": 0}


def test_rows_have_their_ids_in_order_and_later_ones_follow() -> None:
    first = Organization.objects.create(name="Council of Vellin")
    several = [Organization(name=f"Body {number}") for number in range(3)]
    with CaptureQueriesContext(connection) as queries:
        bulk.create(several)
    assert len(queries) == 1
    last = Organization.objects.create(name="Union of Vellin")
    assert [first.pk, *(row.pk for row in several), last.pk] == list(range(first.pk, first.pk + 5))
    assert [row.name for row in Organization.objects.filter(pk__in=[row.pk for row in several]).order_by("pk")] == [
        row.name for row in several
    ]
    several[0].name = "Another body"
    several[0].save()
    assert Organization.objects.count() == 5


def test_what_a_row_does_not_say_has_its_default() -> None:
    before = timezone.now()
    version = DocumentVersion(**VERSION)
    bulk.create([version])
    document = Document(path="a.txt", version=version)
    bulk.create([document])
    bulk.insert(Mention, [{"document_id": document.pk, "country_id": "FR", "rule": "test"}])
    assert before <= Document.objects.get().added_at <= timezone.now()
    mention = Mention.objects.get()
    assert (mention.spans, mention.confidence, mention.office, mention.person) == ([], 1.0, "", None)


def test_a_row_that_was_added_can_be_saved_again() -> None:
    """When it was added is said in it too, not in the table alone."""
    bulk.create([version := DocumentVersion(**VERSION)])
    bulk.create([document := Document(path="a.txt", version=version)])
    assert document.added_at == Document.objects.get().added_at
    document.title = "Talks"
    document.save()
    assert Document.objects.values_list("title", "added_at").get() == ("Talks", document.added_at)


def test_none_is_no_value_of_json() -> None:
    version = DocumentVersion(**VERSION)
    bulk.create([version])
    document = Document.objects.create(path="a.txt", version=version)
    bulk.create([Quote(document=document, version=version, key="0-3", start=0, end=3, text="Все", rule="test")])
    assert Quote.objects.filter(speaker_span__isnull=True).count() == 1
    quote = Quote.objects.get()
    quote.speaker_span = [1, 2]
    bulk.update([quote], ["speaker_span"])
    assert Quote.objects.values_list("speaker_span", "question_span").get() == ([1, 2], None)
    assert Quote.objects.get(speaker_span=[1, 2]) == quote  # SQLite compares the very letters of JSON


def test_only_the_fields_that_are_named_are_stored() -> None:
    people = [Person.objects.create(name="Ada Bell", slug=f"ada-{number}") for number in range(3)]
    for person in people:
        person.name, person.office = f"Ada {person.pk}", "Minister"
    bulk.update(people[:2], ["name"])
    told = list(Person.objects.order_by("pk").values_list("name", "office"))
    assert told == [(f"Ada {people[0].pk}", ""), (f"Ada {people[1].pk}", ""), ("Ada Bell", "")]


def test_what_no_column_holds_is_refused() -> None:
    person = Person.objects.create(name="Ada Bell", slug="ada-bell")
    with pytest.raises(AttributeError, match=r"Mention has no document$"):
        bulk.insert(Mention, [{"document": 1, "rule": "test"}])
    with pytest.raises(KeyError):
        bulk.update([person], ["country"])


def test_what_the_table_refuses_is_refused_whole() -> None:
    Person.objects.create(name="Ada Bell", slug="ada-bell")
    with pytest.raises(IntegrityError):
        bulk.create([Person(name="Bea", slug="bea"), Person(name="Ada Bell", slug="ada-bell")])


@pytest.mark.django_db(transaction=True)
def test_what_the_table_refuses_to_change_is_refused_whole() -> None:
    """Outside of a transaction too, though SQLite is told of one row after the other."""
    people = [Person.objects.create(name="Ada Bell", slug=f"ada-{number}") for number in range(3)]
    people[0].slug, people[1].slug = "ada", "ada-2"
    with pytest.raises(IntegrityError):
        bulk.update(people[:2], ["slug"])
    assert list(Person.objects.order_by("pk").values_list("slug", flat=True)) == ["ada-0", "ada-1", "ada-2"]


def test_nothing_to_write() -> None:
    with CaptureQueriesContext(connection) as queries:
        bulk.create([])
        bulk.insert(Person, [])
        bulk.update([], ["name"])
    assert not queries.captured_queries
