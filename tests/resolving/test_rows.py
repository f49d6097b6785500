"""Rows written together."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings.models import Meeting, Person
from meetings.resolving.people import free_slug, free_slugs
from meetings.resolving.rows import Updates

pytestmark = pytest.mark.django_db


def test_rows_of_a_table_are_written_by_one_statement_and_only_the_fields_that_changed() -> None:
    people = [Person.objects.create(name=f"Ada Bell {number}", slug=f"ada-{number}") for number in range(5)]
    Person.objects.filter(slug="ada-0").update(office="Minister")
    with CaptureQueriesContext(connection) as queries, Updates() as updates:
        assert [updates.set(person, {"name": "Ada Bell 3"}) for person in people] == [True, True, True, False, True]
    assert len(queries) == 1
    assert list(Person.objects.order_by("pk").values_list("name", "slug", "office")) == [
        ("Ada Bell 3", f"ada-{number}", "" if number else "Minister") for number in range(5)
    ]


def test_what_follows_from_a_field_is_written_with_it() -> None:
    meeting = Meeting.objects.create(key="a.txt#1")
    with Updates() as updates:
        updates.set(meeting, {"date": "2021-04", "title": "Talks in Vellin"})
    meeting.refresh_from_db()
    assert (meeting.date_key, meeting.year, meeting.slug) == (20210400, 2021, "talks-in-vellin")


def test_a_second_copy_of_a_row() -> None:
    Person.objects.create(name="Ada Bell", slug="ada-bell")
    one, other = Person.objects.get(), Person.objects.get()
    with Updates() as updates:
        updates.set(one, {"name": "Ada B. Bell"})
        updates.set(other, {"office": "Minister"})
    assert Person.objects.values_list("name", "office").get() == ("Ada B. Bell", "Minister")


def test_a_second_copy_of_a_row_does_not_undo_what_the_first_set_where_a_third_row_has_that_too() -> None:
    for slug in ("ada-bell", "ada-bell-2"):
        Person.objects.create(name="Ada Bell", slug=slug)
    (one, third), other = Person.objects.order_by("pk"), Person.objects.order_by("pk").first()
    with Updates() as updates:
        updates.set(one, {"name": "Ada B. Bell"})
        updates.set(other, {"office": "Minister"})
        updates.set(third, {"name": "Ada C. Bell"})
    told = Person.objects.order_by("pk").values_list("name", "office")
    assert list(told) == [("Ada B. Bell", "Minister"), ("Ada C. Bell", "")]


def test_a_second_copy_of_a_row_does_not_undo_what_follows_from_what_the_first_set() -> None:
    Meeting.objects.create(key="a.txt#1")
    one, other = Meeting.objects.get(), Meeting.objects.get()
    with Updates() as updates:
        updates.set(one, {"date": "2021-04"})
        updates.set(other, {"title": "Talks in Vellin"})
    assert Meeting.objects.values_list("date", "year", "slug").get() == ("2021-04", 2021, "talks-in-vellin")


def test_nothing_is_written_after_an_error() -> None:
    person = Person.objects.create(name="Ada Bell", slug="ada-bell")
    with pytest.raises(ZeroDivisionError), Updates() as updates:
        updates.set(person, {"name": f"{1 / 0 if updates.set(person, {'name': 'Bea'}) else ''}"})
    assert Person.objects.get().name == "Ada Bell"


def test_namesakes_have_numbers() -> None:
    names = ["Ada Bell"] * 3 + ["Ada Bell 2"]
    slugs = free_slugs(names)
    assert slugs == ["ada-bell", "ada-bell-2", "ada-bell-3", "ada-bell-2-2"]
    Person.objects.bulk_create(Person(name="Ada Bell", slug=slug) for slug in slugs)
    Person.objects.bulk_create(Person(name="Ada Bell", slug=f"ada-bell-{number}") for number in range(4, 30))
    assert free_slug("Ada Bell") == "ada-bell-30"
    assert free_slug("Ada Bella") == "ada-bella"
