"""What writers do beside writing."""

import pytest
from django.db import connection

from meetings import bulk
from meetings.models import Person
from meetings.writing import renew_statistics

pytestmark = pytest.mark.django_db


def rows_known(table: str) -> float:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [table])
        (number,) = cursor.fetchone() or (0.0,)
    return float(number)


def people(number: int) -> None:
    start = Person.objects.count()
    bulk.create(Person(name="Ada Bell", slug=f"ada-bell-{start + one}") for one in range(number))


@pytest.mark.postgresql
def test_tables_that_have_grown_are_looked_at_again() -> None:
    people(1_000)
    renew_statistics()
    assert rows_known("meetings_person") == 1_000
    people(1_000)
    renew_statistics()
    assert rows_known("meetings_person") == 1_000  # twice as large is little
    people(5_000)
    renew_statistics()
    assert rows_known("meetings_person") == 7_000


@pytest.mark.sqlite
def test_sqlite_needs_no_look() -> None:
    people(10)
    renew_statistics()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat1'")
        assert cursor.fetchone() == (0,)
