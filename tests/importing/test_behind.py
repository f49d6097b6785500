"""Persons named in many texts are counted once for many of them, and no import leaves one behind."""

from pathlib import Path

import pytest
from django.db import OperationalError

from meetings import importing, resolving
from meetings.importing import running
from meetings.importing.running import Options
from meetings.importing.storing import save_all
from meetings.models import Behind, Person
from meetings.resolving import summaries
from tests.importing.conftest import Put
from tests.readings import TEXT, as_read, visit

STORY = """Talks in Oslo

{day} May 2021

Foreign Minister of Ghana Kofi Mensah met the Foreign Minister of Norway, Kari Dahl, in Oslo.
"""


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summaries, "MANY", 1)


def counts() -> list[tuple[str, int, int]]:
    return list(Person.objects.order_by("slug").values_list("slug", "meeting_count", "document_count"))


@pytest.mark.django_db
def test_they_wait_for_who_catches_up() -> None:
    save_all([as_read("a.txt", visit(), TEXT)], more=True)
    save_all([as_read("b.txt", visit(), f"{TEXT} Again.")], more=True)
    assert {number for _, _, number in counts()} == {1}
    assert Behind.objects.count() == 2
    resolving.catch_up()
    assert {number for _, _, number in counts()} == {2}
    assert not Behind.objects.exists()
    caught_up = counts()
    resolving.resolve_all()
    assert counts() == caught_up


@pytest.mark.django_db
def test_a_text_that_comes_alone_counts_at_once() -> None:
    for name in ("a.txt", "b.txt"):
        save_all([as_read(name, visit(), f"{TEXT} {name}")])
    assert {number for _, _, number in counts()} == {2}


@pytest.mark.django_db
@pytest.mark.parametrize("seen", [1, 4])
def test_an_import_leaves_nobody_behind_though_it_is_stopped(
    put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch, seen: int
) -> None:
    monkeypatch.setattr(running, "TOGETHER", 1)
    for day in range(1, 5):
        put(f"{day}.txt", STORY.format(day=day))
    outcomes = running.run(importing.find([str(texts)]), Options())
    for _ in range(seen):
        next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert not Behind.objects.exists()
    assert {number for _, _, number in counts()} == {seen}


@pytest.mark.django_db
def test_an_import_of_nothing_new_counts_those_that_a_killed_one_left(put: Put, texts: Path) -> None:
    put("1.txt", STORY.format(day=1))
    importing.import_paths([str(texts)])
    before = counts()
    Person.objects.update(document_count=0, meeting_count=7)
    Behind.objects.bulk_create(Behind(person=one) for one in Person.objects.all())
    importing.import_paths([str(texts)])
    assert counts() == before


@pytest.mark.django_db
def test_a_long_import_renews_them_on_its_way(put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "TOGETHER", 1)
    monkeypatch.setattr(running, "BEHIND", 0.0)
    for day in range(1, 4):
        put(f"{day}.txt", STORY.format(day=day))
    outcomes = running.run(importing.find([str(texts)]), Options())
    for number in (1, 2, 3):
        next(outcomes)
        assert max(document_count for _, _, document_count in counts()) >= number - 1


@pytest.mark.django_db
def test_what_stopped_an_import_is_told_though_they_cannot_be_counted(
    put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(message: str) -> None:
        raise OperationalError(message)

    put("1.txt", STORY.format(day=1))
    monkeypatch.setattr(resolving, "resolve", lambda documents, **how: fail("disk I/O error"))
    monkeypatch.setattr(resolving, "catch_up", lambda: fail("connection refused"))
    with pytest.raises(OperationalError, match="disk I/O error"):
        importing.import_paths([str(texts)])
