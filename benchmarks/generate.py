"""Fills an empty database with made-up meetings, the same for the same seed: `-m benchmarks.generate MEETINGS [SEED]`.

Zipf-shaped as real collections are: 195 states (the commonest in half of all meetings), 40,000 persons, 2 to 5
participants and 3 quotes a meeting, 500 publishers, 20 languages. Rows go straight into the tables of DATABASE_URL,
past models and triggers; on PostgreSQL that takes a superuser.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, count, islice
from random import Random
from time import perf_counter
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diplomacy.settings")
os.environ.setdefault("LOCAL", "1")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.core.management.color import no_style  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from meetings import triggers  # noqa: E402
from meetings.models import (  # noqa: E402
    Account,
    ChangeLog,
    Country,
    Document,
    DocumentVersion,
    Edition,
    Format,
    Meeting,
    Participant,
    Person,
    Quote,
)

STATES, PERSONS, PUBLISHERS, QUOTES = 195, 40_000, 500, 3
LANGUAGES = "en ru fr es de ar zh-Hans kk uz-Latn uz-Cyrl tr uk az ky tg tk pt it ja ko".split()  # noqa: SIM905
FIRST_YEAR, YEARS = 1995, 30
TEXT = "We agreed to meet again next year."
BATCH = 20_000

Row = tuple[Any, ...]


class Zipf:
    """Draws from some values, the n-th of them 1/n times as often as the first."""

    def __init__(self, random: Random, values: Sequence[Any]) -> None:
        self.random, self.values = random, values
        self.weights = list(accumulate(1 / place for place in range(1, len(values) + 1)))

    def draw(self, number: int = 1) -> list[Any]:
        return self.random.choices(self.values, cum_weights=self.weights, k=number)


def constant(field: models.Field[Any, Any]) -> Any:
    """What a column holds that nobody speaks of."""
    if isinstance(field, models.DateTimeField):
        return timezone.now()
    value = field.get_default()
    return json.dumps(value) if isinstance(field, models.JSONField) and value is not None else value


def load(model: type[models.Model], names: Sequence[str], rows: Iterable[Row]) -> None:
    """Write rows of these fields; all others have their default."""
    fields = [model._meta.get_field(name) for name in names]
    others = [field for field in model._meta.concrete_fields if field not in fields and not field.primary_key]
    columns = [field.column for field in (*fields, *others)]
    rest = tuple(constant(field) for field in others)
    into = f"{model._meta.db_table} ({', '.join(map(connection.ops.quote_name, columns))})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row + rest)
            return
        marks, rows = ", ".join(["%s"] * len(columns)), iter(rows)
        while some := [row + rest for row in islice(rows, BATCH)]:
            cursor.executemany(f"INSERT INTO {into} VALUES ({marks})", some)


class Collection:
    """The made-up rows; each method gives those of one table, and all draw from one stream of chance."""

    def __init__(self, number: int, seed: int) -> None:
        self.number, self.random = number, Random(seed)
        codes = sorted(Country.objects.values_list("code", flat=True))
        self.states = Zipf(self.random, self.random.sample(codes, STATES))
        self.homes = self.states.draw(PERSONS)
        self.persons = Zipf(self.random, self.random.sample(range(PERSONS), PERSONS))
        self.publishers = Zipf(self.random, [f"Agency {number}" for number in range(PUBLISHERS)])
        self.languages = Zipf(self.random, LANGUAGES)
        self.formats = Zipf(self.random, Format.values)
        self.dates = [self._date() for _ in range(number)]
        self.sources = [1 + (self.random.random() < 0.2) for _ in range(number)]
        self.seats = [self._seats() for _ in range(number)]

    def _date(self) -> tuple[str, dt.date | None, dt.date | None, int]:
        chance, year = self.random.random(), FIRST_YEAR + int(YEARS * self.random.random() ** 0.5)
        day = dt.date(year, 1, 1) + dt.timedelta(days=self.random.randrange(365))
        if chance < 0.03:
            return "", None, None, 0
        if chance < 0.1:
            return str(year), dt.date(year, 1, 1), dt.date(year, 12, 31), year * 10_000
        return day.isoformat(), day, day, int(f"{day:%Y%m%d}")

    def _seats(self) -> list[int]:
        return list(dict.fromkeys(self.persons.draw(self.random.randint(2, 5))))

    def meetings(self) -> Iterator[Row]:
        for pk in range(1, self.number + 1):
            date, first, last, key = self.dates[pk - 1]
            place = self.homes[self.seats[pk - 1][0]]
            told, form = self.sources[pk - 1], self.formats.draw()[0]
            when = (date, first, last, key, key // 10_000)
            yield (pk, f"made/{pk}.txt#1", *when, form, place, f"Talks number {pk}", "talks", told, QUOTES, key, told)

    def people(self) -> Iterator[Row]:
        for number, home in enumerate(self.homes):
            yield number + 1, f"Person {number:05}", f"person-{number:05}", home, "Envoy", 1, 1, 1

    def participants(self) -> Iterator[Row]:
        for meeting, seats in enumerate(self.seats, 1):
            for order, person in enumerate(seats):
                yield meeting, person + 1, self.homes[person], "Envoy", order

    def documents(self) -> Iterator[Row]:
        pks = count(1)
        for meeting, sources in enumerate(self.sources, 1):
            date, _, _, key = self.dates[meeting - 1]
            for source in range(sources):
                pk, home = next(pks), self.homes[self.seats[meeting - 1][0]]
                publisher, language = self.publishers.draw()[0], self.languages.draw()[0]
                title = f"Story {meeting}.{source}"
                yield pk, f"made/{pk}.txt", title, publisher, language, home, date, key, 1

    def accounts(self) -> Iterator[Row]:
        pks = count(1)
        for meeting, sources in enumerate(self.sources, 1):
            for _ in range(sources):
                yield next(pks), meeting, meeting, 1, 0, self.dates[meeting - 1][0]

    def quotes(self) -> Iterator[Row]:
        document = 1
        for meeting, seats in enumerate(self.seats, 1):
            for number in range(QUOTES):
                start, speaker, language = 100 * number, seats[number % len(seats)] + 1, self.languages.draw()[0]
                end, date = start + len(TEXT), self.dates[meeting - 1][3]
                yield document, 1, meeting, f"{start}-{end}", start, end, TEXT, language, speaker, date
            document += self.sources[meeting - 1]


def fill(number: int, seed: int) -> None:
    made = Collection(number, seed)
    text = {"sha256": "0" * 64, "raw": TEXT.encode(), "encoding": "utf-8", "text": TEXT, "rules": "made up"}
    DocumentVersion.objects.create(pk=1, read_at=timezone.now(), **text)
    person = "id name slug country office meeting_count quote_count document_count"
    meeting = "id key date date_from date_to date_key year format place_country title slug account_count quote_count"
    document = "id path title publisher language country published published_key version"
    quote = "document version meeting key start end text language speaker date_key"
    tables = (
        (Person, person, made.people()),
        (Meeting, f"{meeting} published_key side_count", made.meetings()),
        (Participant, "meeting person country office order", made.participants()),
        (Document, document, made.documents()),
        (Edition, "document version number", ((pk, 1, 1) for pk in range(1, sum(made.sources) + 1))),
        (Account, "document meeting home number position date", made.accounts()),
        (Quote, quote, made.quotes()),
    )
    for model, names, rows in tables:
        begun = perf_counter()
        load(model, names.split(), rows)
        print(f"{model._meta.verbose_name_plural}: {perf_counter() - begun:.0f} s", flush=True)


def main(number: int = 10_000, seed: int = 1) -> None:
    call_command("migrate", verbosity=0)
    if Meeting.objects.exists():
        sys.exit("This database is not empty.")
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        else:
            for table in triggers.WATCHED:
                for event in triggers.SIDES:
                    cursor.execute(f"DROP TRIGGER {table}_log_{event.lower()}")
        fill(number, seed)
        for statement in connection.ops.sequence_reset_sql(no_style(), [Person, Meeting, Document, DocumentVersion]):
            cursor.execute(statement)
    triggers.install(connection)
    ChangeLog.objects.renew()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
