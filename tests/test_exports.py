"""Records out: what each text tells, with what people decided."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from meetings import exports, resolving
from meetings.corrections import correct, judge, withdraw
from meetings.exports import Selection
from meetings.extraction.record import Mention, Record, Reference, Span
from meetings.models import Correction, Document, Meeting, Person

from . import readings
from .readings import BRANDT, MEDER, NONE, TEXT, found, reading, told_meeting, visit

pytestmark = pytest.mark.django_db

SEATS = [
    {"name": "Askar Meder", "office": "President", "country": "KZ", "organization": None, "person": "askar-meder"},
    {
        "name": "Ilse Brandt",
        "office": "Foreign Minister",
        "country": "DE",
        "organization": None,
        "person": "ilse-brandt",
    },
]


def records(selection: Selection | None = None) -> list[dict[str, Any]]:
    return [row.record for row in exports.exported((selection or Selection()).documents())]


def paths(selection: Selection) -> list[str]:
    return [record["path"] for record in records(selection)]


def store(path: str, record: Record, text: str = TEXT, **fields: Any) -> Document:
    return readings.store(path, record, text, **fields)


def store_copy(path: str, of: Document) -> Document:
    copy = Document.objects.create(path=path, version=of.version, same_text_as=of)
    resolving.resolve([copy])
    return copy


def bare() -> Record:
    """A statement: no meeting, no date, no headline."""
    return Record(found("en"), NONE, NONE)


def meeting() -> Meeting:
    return Meeting.objects.get()


def seats(path: str = "a.txt") -> list[dict[str, Any]]:
    record = next(record for record in records() if record["path"] == path)
    found: list[dict[str, Any]] = record["meetings"][0]["participants"]
    return found


def test_a_whole_record() -> None:
    others = (("Pavel Orlov", "", "RU"),)
    record = reading(told_meeting(MEDER, BRANDT), quotes=visit().quotes, others=others)
    earlier = Reference(found("2020-05"), ("Askar Meder", "DE"), Span(0, 5), "test.rule", 0.9)
    store("a.txt", replace(record, references=(earlier,), countries=(Mention("DE", "r", 1.0), Mention("AD", "r", 1.0))))
    start = TEXT.index("We are")
    assert records() == [
        {
            "path": "a.txt",
            "language": "en",
            "published": "2021-04-08",
            "title": "Askar Meder receives Ilse Brandt",
            "meetings": [
                {
                    "id": meeting().pk,
                    "date": "2021-04-08",
                    "format": "talks",
                    "place": "Astana",
                    "place_country": "KZ",
                    "participants": SEATS,
                }
            ],
            "quotes": [
                {
                    "speaker": "Askar Meder",
                    "start": start,
                    "end": start + 19,
                    "text": "We are old friends,",
                    "person": "askar-meder",
                }
            ],
            "mentioned_people": ["Pavel Orlov"],
            "mentioned_countries": ["AD", "DE"],
            "references": [{"date": "2020-05", "parties": ["Askar Meder", "DE"]}],
            "people": {"Pavel Orlov": "pavel-orlov"},
        }
    ]


def test_what_is_not_known_is_null() -> None:
    store("a.txt", bare())
    store("b.txt", reading(told_meeting(("Askar Meder", "", ""), date=None, place=None, place_country=None)), "Other.")
    first, second = records()
    assert (first["published"], first["title"], first["meetings"]) == (None, None, [])
    told = second["meetings"][0]
    assert (told["date"], told["place"], told["place_country"]) == (None, None, None)
    assert told["participants"] == [{**SEATS[0], "office": None, "country": None}]


def test_a_speaker_who_is_a_body_or_unknown() -> None:
    quote = visit().quotes[0]
    body = replace(quote, speaker=found("Ministry of Vellania"), speaker_kind="organization")
    store("a.txt", visit(quotes=(body,)))
    store("b.txt", visit(TEXT + " ", quotes=(replace(quote, speaker=NONE),)), TEXT + " ")
    assert [(record["quotes"][0]["speaker"], record["quotes"][0]["person"]) for record in records()] == [
        ("Ministry of Vellania", None),
        (None, None),
    ]


def test_only_the_newest_text_of_a_document_is_told() -> None:
    store("a.txt", visit())
    store("a.txt", reading(told_meeting(MEDER)), "Askar Meder spoke.")
    (record,) = records()
    assert [seat["name"] for seat in record["meetings"][0]["participants"]] == ["Askar Meder"]
    assert record["quotes"] == record["mentioned_people"] == []


def test_a_text_under_two_names_is_told_under_both() -> None:
    document = store("b.txt", visit())
    store_copy("a.txt", document)
    first, second = records()
    assert (first["path"], second["path"]) == ("a.txt", "b.txt")
    assert {**first, "path": ""} == {**second, "path": ""}
    assert first["meetings"][0]["participants"] == SEATS


def test_two_accounts_of_one_meeting_keep_their_own_words() -> None:
    store("a.txt", visit())
    store("b.txt", reading(told_meeting(MEDER, BRANDT, place="Vellin")), "Meder met Brandt in Vellin.")
    first, second = (record["meetings"][0] for record in records())
    assert first["id"] == second["id"]
    assert (first["place"], second["place"]) == ("Astana", "Vellin")


def test_corrected_fields_hold_in_every_account() -> None:
    store("a.txt", visit())
    store("b.txt", reading(told_meeting(MEDER, BRANDT, place="Vellin")), "Meder met Brandt in Vellin.")
    key = Meeting.objects.listed().get().key
    place = correct("meeting", key, "place", "Almaty")
    correct("meeting", key, "date", "2021-04-07")
    correct("meeting", key, "place_country", None)
    for record in records():
        told = record["meetings"][0]
        assert (told["date"], told["place"], told["place_country"]) == ("2021-04-07", "Almaty", None)
    withdraw(place, None)
    assert [record["meetings"][0]["place"] for record in records()] == ["Astana", "Vellin"]


def test_a_correction_of_a_meeting_holds_after_it_was_merged() -> None:
    store("a.txt", visit())
    other = reading(told_meeting(("Pavel Orlov", "", "RU"), ("Lena Falk", "", "SE"), date="2021-05-01"))
    store("b.txt", other, "Orlov met Falk.")
    one, two = Meeting.objects.order_by("pk")
    correct("meeting", two.key, "place", "Almaty")
    judge("meeting", one.key, two.key, "same")
    assert [record["meetings"][0]["place"] for record in records()] == ["Almaty", "Almaty"]


def test_participants_added_changed_and_removed() -> None:
    store("a.txt", visit())
    store("b.txt", reading(others=(("Pavel Orlov", "", "RU"),)), "Pavel Orlov was there.")
    key = meeting().key
    correct("meeting", key, "participants/pavel-orlov", action=Correction.Action.ADDED)
    correct("meeting", key, "participants/pavel-orlov/office", "Ambassador")
    correct("meeting", key, "participants/ilse-brandt/country", "AT")
    correct("meeting", key, "participants/askar-meder", action=Correction.Action.REMOVED)
    correct("meeting", key, "participants/nobody", action=Correction.Action.ADDED)
    assert seats() == [
        {**SEATS[1], "country": "AT"},
        {"name": "Pavel Orlov", "office": "Ambassador", "country": None, "organization": None, "person": "pavel-orlov"},
    ]
    assert records()[0]["mentioned_people"] == ["Askar Meder"]
    assert records()[0]["people"] == {"Askar Meder": "askar-meder"}


def test_corrected_fields_of_the_document() -> None:
    document = store("a.txt", visit())
    correct("document", "a.txt", "title", "Better")
    correct("document", "a.txt", "language", "de")
    start = TEXT.index("We are")
    correct(
        "document", "a.txt", f"quotes/{start}-{start + 19}/speaker", {"person": "ilse-brandt"}, version=document.version
    )
    (record,) = records()
    assert (record["title"], record["language"]) == ("Better", "de")


def fill() -> None:
    """Three documents: Kazakhstan and Germany in April, Russia and Sweden in May, and a statement."""
    store("a.txt", visit())
    second = reading(told_meeting(("Pavel Orlov", "", "RU"), ("Lena Falk", "", "SE"), date="2021-05"))
    store("b.txt", replace(second, language=found("ru")), "Orlov met Falk.")
    store("c.txt", bare(), "A statement.")


def test_selections() -> None:
    fill()
    Document.objects.filter(path="c.txt").update(publisher="Vellania")
    orlov = Person.objects.get(slug="pavel-orlov")
    assert paths(Selection()) == ["a.txt", "b.txt", "c.txt"]
    assert paths(Selection(countries=("KZ",))) == ["a.txt"]
    assert paths(Selection(countries=("KZ", "SE"))) == ["a.txt", "b.txt"]
    assert paths(Selection(person=orlov)) == ["b.txt"]
    assert paths(Selection(since="2021-05")) == ["b.txt"]
    assert paths(Selection(since="2021-05-31", until="2021-05-31")) == ["b.txt"]
    assert paths(Selection(until="2021-04")) == ["a.txt"]
    assert paths(Selection(until="2021")) == ["a.txt", "b.txt"]
    assert paths(Selection(countries=("KZ",), since="2021-05")) == []
    assert paths(Selection(languages=("ru",))) == ["b.txt"]
    assert paths(Selection(publishers=("Vellania",))) == ["c.txt"]


def test_a_selection_finds_both_names_of_a_text() -> None:
    store_copy("z.txt", store("a.txt", visit()))
    assert paths(Selection(countries=("DE",))) == ["a.txt", "z.txt"]
    assert paths(Selection(person=Person.objects.get(slug="ilse-brandt"))) == ["a.txt", "z.txt"]


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_documents(number: int, django_assert_num_queries: Any) -> None:
    for index in range(number):
        people = ((f"Anna Bell{index}x", "", "KZ"), (f"Omar Dia{index}x", "", "SN"))
        store(f"{index}.txt", reading(told_meeting(*people, date=f"2021-01-0{index + 1}")), f"Text {index}.")
        correct("meeting", Meeting.objects.order_by("pk").last().key, f"participants/omar-dia{index}x/office", "Envoy")  # type: ignore[union-attr]
    with django_assert_num_queries(9):
        assert len(records()) == number


def test_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    fill()
    whole = records()
    monkeypatch.setattr(exports.records, "BATCH", 2)
    assert records() == whole


def export(**options: Any) -> str:
    out = io.StringIO()
    call_command("export_records", stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def test_json_lines_and_json() -> None:
    fill()
    lines = export().splitlines()
    assert [json.loads(line) for line in lines] == json.loads(export(format="json")) == records()


@pytest.mark.parametrize(("format", "expected"), [("jsonl", ""), ("json", "[\n]\n")])
def test_nothing_to_export(format: str, expected: str) -> None:
    assert export(format=format) == expected


def test_letters_are_not_escaped() -> None:
    store("a.txt", replace(bare(), title=found("Қазақстан — Türkiye")))
    assert '"title": "Қазақстан — Türkiye"' in export()


def table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export(format="csv", table=name))))


def test_tables() -> None:
    store("a.txt", visit())
    start = TEXT.index("We are")
    pk = str(meeting().pk)
    source = {"path": "a.txt", "language": "en", "published": "2021-04-08"}
    titled = {"title": "Askar Meder receives Ilse Brandt", "publisher": "", "source_url": "", **source}
    assert table("meetings") == [
        {
            **titled,
            **{"meeting": pk, "date": "2021-04-08", "format": "talks", "place": "Astana", "place_country": "KZ"},
            "countries": "DE; KZ",
            "participants": "Askar Meder; Ilse Brandt",
            "persons": "askar-meder; ilse-brandt",
        }
    ]
    seat = {"path": "a.txt", "meeting": pk, "date": "2021-04-08"}
    assert table("participants") == [{**seat, **{key: value or "" for key, value in one.items()}} for one in SEATS]
    said = {"speaker": "Askar Meder", "person": "askar-meder", "text": "We are old friends,"}
    assert table("quotes") == [{**source, **said, "start": str(start), "end": str(start + 19)}]
    assert table("documents") == [
        {**titled, "meetings": "1", "quotes": "1", "mentioned_people": "", "mentioned_countries": "DE; KZ"}
    ]


def test_no_cell_is_a_formula() -> None:
    store("a.txt", replace(bare(), title=found("=HYPERLINK(1)")))
    assert table("documents")[0]["title"] == "'=HYPERLINK(1)"
    assert records()[0]["title"] == "=HYPERLINK(1)"


def test_an_output_file_appears_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill()
    target = tmp_path / "records.jsonl"
    export(output=str(target))
    assert [json.loads(line) for line in target.read_text("utf-8").splitlines()] == records()
    before = target.read_bytes()

    def fail(self: object, document: Document) -> dict[str, Any]:
        raise RuntimeError("no")

    monkeypatch.setattr(exports.records.Batch, "record", fail)
    with pytest.raises(RuntimeError):
        export(output=str(target))
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


def test_an_output_that_is_a_link_or_a_device(tmp_path: Path) -> None:
    target, link, device = tmp_path / "real.jsonl", tmp_path / "link.jsonl", tmp_path / "null"
    target.write_text("old")
    link.symlink_to(target)
    device.symlink_to("/dev/null")
    export(output=str(link))
    export(output=str(device))
    assert link.is_symlink()
    assert target.read_text() == ""
    assert Path("/dev/null").is_char_device()


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(
        CommandError, match=r"x.jsonl cannot be written \(No such file or directory\); name another file"
    ):
        export(output=str(tmp_path / "missing" / "x.jsonl"))
    with pytest.raises(CommandError, match=r"cannot be written \(Is a directory\)"):
        export(output=str(tmp_path))


def test_options() -> None:
    fill()
    assert [json.loads(line)["path"] for line in export(country=["kz"], until="2021").splitlines()] == ["a.txt"]
    assert [json.loads(line)["path"] for line in export(person="lena-falk").splitlines()] == ["b.txt"]
    with pytest.raises(CommandError, match="--country QQ: no state has this code"):
        export(country=["QQ"])
    with pytest.raises(CommandError, match="--person nobody: nobody has this slug"):
        export(person="nobody")
    with pytest.raises(CommandError, match="has no year; write it as"):
        call_command("export_records", "--since", "XXXX-05-01")
    with pytest.raises(CommandError, match="is no date; write it as"):
        call_command("export_records", "--until", "1.5.2021")


def test_a_merged_person_is_found_by_the_old_slug() -> None:
    fill()
    judge("person", "pavel-orlov", "ilse-brandt", "same")
    assert len(export(person="pavel-orlov").splitlines()) == len(export(person="ilse-brandt").splitlines()) == 2
