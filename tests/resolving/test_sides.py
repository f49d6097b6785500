"""How high each participant stands, whose side published a text, and how many sides tell of a meeting."""

from dataclasses import replace
from io import StringIO

import msgspec
import pytest
from django.core.management import call_command

from meetings.corrections import correct, withdraw
from meetings.models import Document, DocumentVersion, Level, Meeting, Participant, Person
from meetings.resolving import resolve_all
from tests.readings import BRANDT, MEDER, NONE, TEXT, found, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db


def levels() -> dict[str, Level]:
    return {row.person.slug: Level(row.level) for row in Participant.objects.select_related("person")}


def sides() -> list[int]:
    return list(Meeting.objects.listed().order_by("pk").values_list("side_count", flat=True))


def told_from(country: str | None, number: int = 0) -> Document:
    """The visit as one state's press tells it."""
    text = TEXT + "\n" * number
    home = found(country) if country else NONE
    return store(f"{number}.txt", replace(visit(text), home=home), text)


def test_offices_have_levels() -> None:
    aide = ("Rosa Lind", "aide to the President", "KZ")
    premier = ("Pavel Orlov", "Prime Minister", "KZ")
    unheard = ("Omar Dia", "Keeper of the Harbour Lights", "DE")
    silent = ("Ada Bell", "", "DE")
    store("a.txt", reading(told_meeting(MEDER, BRANDT, aide, premier, unheard, silent)))

    assert levels() == {
        "askar-meder": Level.HEAD_OF_STATE,
        "ilse-brandt": Level.MINISTER,
        "rosa-lind": Level.OTHER,
        "pavel-orlov": Level.HEAD_OF_GOVERNMENT,
        "omar-dia": Level.UNKNOWN,
        "ada-bell": Level.UNKNOWN,
    }


def test_an_office_is_read_in_the_language_of_its_text() -> None:
    meeting = told_meeting(("Askar Meder", "vazir", "KZ"), BRANDT)
    store("a.txt", replace(reading(meeting), language=found("uz-Latn")))

    assert levels() == {"askar-meder": Level.MINISTER, "ilse-brandt": Level.UNKNOWN}


def test_an_office_has_the_language_of_its_text_and_tells_whether_it_names_the_state() -> None:
    meeting = told_meeting(("Askar Meder", "Qozogʻiston Prezidenti", "KZ"), ("Ilse Brandt", "vazir", "DE"))
    store("a.txt", replace(reading(meeting), language=found("uz-Latn")))
    correct("meeting", "a.txt#1", "participants/ilse-brandt/office", "Minister of Germany")

    rows = Participant.objects.values_list("person__slug", "office_language", "office_names_state")
    assert set(rows) == {("askar-meder", "uz-Latn", True), ("ilse-brandt", "", True)}
    assert Person.objects.get(slug="askar-meder").office_language == "uz-Latn"


def test_an_office_that_a_person_set_has_its_level() -> None:
    store("a.txt", replace(visit(), language=found("ru")))
    made = correct("meeting", "a.txt#1", "participants/ilse-brandt/office", "Chancellor")
    assert levels()["ilse-brandt"] == Level.HEAD_OF_GOVERNMENT
    correct("meeting", "a.txt#1", "participants/askar-meder/office", "министр энергетики")
    assert levels()["askar-meder"] == Level.MINISTER
    withdraw(made, None)
    assert levels()["ilse-brandt"] == Level.UNKNOWN


def test_sides_are_counted_once_each() -> None:
    told_from("KZ")
    assert sides() == [1]
    told_from("KZ", 1)
    assert sides() == [1]
    told_from("DE", 2)
    assert sides() == [2]
    told_from(None, 3)
    assert sides() == [2]
    assert list(Document.objects.order_by("path").values_list("country", flat=True)) == ["KZ", "KZ", "DE", None]


def test_a_side_that_a_person_set_stands() -> None:
    told_from("KZ")
    told_from("KZ", 1)
    made = correct("document", "1.txt", "country", "DE")
    assert sides() == [2]
    told_from("KZ", 1)
    assert Document.objects.get(path="1.txt").country_id == "DE"
    correct("document", "0.txt", "country", None)
    assert sides() == [1]
    withdraw(made, None)
    assert (Document.objects.get(path="1.txt").country_id, sides()) == ("KZ", [1])


def test_a_side_that_is_only_guessed_at_does_not_count() -> None:
    text = TEXT + "\n"
    store("guess.txt", replace(visit(text), home=found("KZ", 0.3)), text)
    assert (Document.objects.get().country, sides()) == (None, [0])


def test_a_code_that_is_no_state_is_left_out() -> None:
    assert told_from("ZZ").country is None


def test_a_text_under_a_second_name_has_its_side_too() -> None:
    told_from("KZ")
    copy = Document.objects.create(
        path="copy.txt", version=DocumentVersion.objects.get(), same_text_as=Document.objects.get()
    )
    resolve_all()
    copy.refresh_from_db()
    assert copy.country_id == "KZ"


def test_what_was_resolved_by_older_rules_gets_levels_when_it_is_resolved_again() -> None:
    told_from("KZ")
    Participant.objects.update(level=Level.UNKNOWN)
    Meeting.objects.update(side_count=0)
    resolve_all()
    assert (levels()["askar-meder"], sides()) == (Level.HEAD_OF_STATE, [1])


def test_what_was_read_by_older_rules_gets_its_side_when_it_is_imported_again(tmp_path) -> None:
    (tmp_path / "a.txt").write_text(
        "A talk\n\nACCRA, 3 May 2021. – President Kofi Mensah met Minister Ana Ruiz of Peru.\n"
    )
    call_command("import_records", tmp_path, verbosity=0, stdout=StringIO())
    version = DocumentVersion.objects.get()
    version.reading = {name: value for name, value in version.reading.items() if name != "home"}
    version.rules = "older"
    version.save()
    assert msgspec.convert(version.reading, type(version.record)).home.rule == "home.not-read"
    resolve_all()
    assert (Document.objects.get().country, sides()) == (None, [0])

    call_command("import_records", tmp_path, verbosity=0, stdout=StringIO())

    assert (Document.objects.get().country_id, sides()) == ("GH", [1])
