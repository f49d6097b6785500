"""Stored texts read again: told before it is done, done once, and never against a person's decision."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from meetings import importing
from meetings.corrections import correct
from meetings.extraction.record import Hints
from meetings.importing import rereading
from meetings.models import Document, DocumentVersion, Doubt, Meeting, Quote
from tests.readings import found

from .conftest import StandIn

pytestmark = pytest.mark.django_db

ONE = "Askar Meder received Ilse Brandt. “We are friends.”"
TOLD = ["Nothing was changed. To keep the new readings, run the command again with --apply."]


def store(*keys: str, text: str = ONE) -> None:
    for key in keys:
        importing.store(key, f"{text} {key}".encode(), Hints())


def run(*args: str, **options: Any) -> list[str]:
    out = io.StringIO()
    call_command("reread", *args, stdout=out, **options)
    return out.getvalue().splitlines()


@pytest.fixture
def newer(extraction: StandIn, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Two texts were read by rule 1; rule 2 finds the title, another place, other quotes and a speaker."""
    store("a.txt", "b/c.txt")
    extraction.rules = "2"
    old = extraction.extract

    def extract(text: str, *, hints: Hints | None = None) -> Any:
        record = old(text, hints=hints)
        meetings = tuple(replace(one, place=found("Aktau")) for one in record.meetings)
        quotes = tuple(replace(one, speaker=found("Ilse Brandt")) for one in record.quotes)
        return replace(record, title=found("A visit"), meetings=meetings, quotes=quotes)

    monkeypatch.setattr(importing.reading, "extract", extract)
    return extraction


def shown() -> list[tuple[str, str]]:
    return list(Meeting.objects.listed().order_by("key").values_list("title", "place"))


def test_what_would_change_is_told_and_nothing_is_changed(newer: StandIn) -> None:
    before = list(DocumentVersion.objects.order_by("pk").values()), shown()
    lines = [
        "title: + A visit",
        "meeting 1, place: Astana -> Aktau",
        "quote “We are friends.”, speaker: + Ilse Brandt",
    ]
    assert run() == [
        *(f"{path}: {line}" for path in ("a.txt", "b/c.txt") for line in lines),
        "2 texts read again, 2 would change: title 2, place 2, speaker 2.",
        *TOLD,
    ]
    assert (list(DocumentVersion.objects.order_by("pk").values()), shown()) == before


def test_with_apply_it_is_done_once(newer: StandIn) -> None:
    quotes = list(Quote.objects.order_by("pk").values_list("pk", "speaker_name"))
    assert run("--apply")[-1] == "2 texts read again, 2 changed: title 2, place 2, speaker 2."
    assert [place for _, place in shown()] == ["Aktau"]
    assert set(Document.objects.values_list("title", flat=True)) == {"A visit"}
    now = list(Quote.objects.order_by("pk").values_list("pk", "speaker_name"))
    assert now == [(pk, "Ilse Brandt") for pk, _ in quotes]
    assert run()[0] == "2 texts read by the present rules already."


def test_a_run_that_was_stopped_goes_on(newer: StandIn) -> None:
    assert run("--apply", "--limit", "1", verbosity=0)[0].startswith("1 text read again, 1 changed")
    assert run("--apply", verbosity=0) == [
        "1 text read by the present rules already.",
        "1 text read again, 1 changed: title 1, place 1, speaker 1.",
    ]


@pytest.mark.parametrize("path", ["b/c.txt", "b", "b/", "b/*.txt", "*/c.*"])
def test_one_text_a_folder_or_a_pattern(newer: StandIn, path: str) -> None:
    assert run(path, verbosity=0)[0] == "1 text read again, 1 would change: title 1, place 1, speaker 1."


def test_a_name_that_is_none_is_told(newer: StandIn) -> None:
    with pytest.raises(CommandError, match=r"none[.]txt: no stored document has this name"):
        run("none.txt")


def test_decisions_stand_and_a_third_value_is_asked_about(newer: StandIn) -> None:
    meeting, quote = Meeting.objects.get(key="a.txt#1"), Quote.objects.get(document__path="a.txt")
    correct("meeting", meeting.key, "place", "Almaty", before="Astana")
    correct("document", "a.txt", "title", "My own", before="")
    value = {"person": "askar-meder"}
    correct("document", "a.txt", f"quotes/{quote.key}/speaker", value, before=None, version=quote.version)
    note = " (a person decided it: what is shown stays)"
    lines = [line for line in run("--apply") if line.startswith("a.txt: ")]
    assert [line.endswith(note) for line in lines] == [True, True, True]
    quote.refresh_from_db()
    assert (Meeting.objects.get(key="a.txt#1").place, quote.speaker.slug) == ("Almaty", "askar-meder")
    assert Document.objects.get(path="a.txt").title == "My own"
    causes = [cause for doubt in Doubt.objects.filter(kind="disagreement") for cause in doubt.causes]
    assert sorted(causes) == [
        "place: Aktau",
        f"quotes/{quote.key}/speaker: ilse-brandt",
        "title: A visit",
    ]


def test_what_comes_and_goes(extraction: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    store("a.txt")
    extraction.rules = "2"
    old = extraction.extract
    monkeypatch.setattr(importing.reading, "extract", lambda text, hints=None: old(text.replace("Ilse", "ilse")))
    assert run()[:-1] == [
        "a.txt: meeting: - 2021-04-08 Askar Meder Ilse Brandt",
        "a.txt: person: - Ilse Brandt",
        "1 text read again, 1 would change: meeting 1, person 1.",
    ]


def test_a_text_imported_meanwhile_is_left_alone(newer: StandIn) -> None:
    batch = [rereading.read_again(row) for row in Document.objects.select_related("version").filter(path="a.txt")]
    store("a.txt", text="Pavel Orlov received Ilse Brandt.")
    before = list(DocumentVersion.objects.order_by("pk").values())
    rereading.keep(batch)
    assert list(DocumentVersion.objects.order_by("pk").values()) == before


def test_a_text_that_cannot_be_read_is_told_and_the_rest_goes_on(
    newer: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = importing.reading.extract

    def bad(text: str, *, hints: Hints | None = None) -> Any:
        if "a.txt" in text:
            raise RuntimeError("a rule is broken")
        return good(text, hints=hints)

    monkeypatch.setattr(importing.reading, "extract", bad)
    with pytest.raises(CommandError, match="a rule is broken"):
        run("--apply")
    assert list(DocumentVersion.objects.order_by("pk").values_list("rules", flat=True)) == ["1", "2"]


def test_many_texts_are_read_a_batch_at_a_time(newer: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereading, "BATCH", 2)
    store("d.txt", "e.txt", "f.txt")
    DocumentVersion.objects.update(rules="1")
    sizes: list[int] = []
    keep = rereading.keep
    monkeypatch.setattr(rereading, "keep", lambda batch: (sizes.append(len(batch)), keep(batch)))
    assert run("--apply", verbosity=0)[-1].startswith("5 texts read again")
    assert sizes == [2, 2, 1]
