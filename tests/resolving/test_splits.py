"""Merging and splitting lose nothing, and withdrawing brings back the same rows under the same ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Model

from meetings import resolving
from meetings.corrections import correct, judge, withdraw
from meetings.importing.storing import save_all
from meetings.merging import merge, split_meeting, split_person
from meetings.models import (
    Account,
    Correction,
    Document,
    Doubt,
    Judgement,
    Meeting,
    Mention,
    Participant,
    Person,
    PersonName,
    Quote,
    Reference,
)
from tests.readings import BRANDT, MEDER, TEXT, as_read, quote, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db

AALTO = ("Timo Aalto", "Ambassador", "FI")
AALTO_TEXT = "Timo Aalto said: “The lake is calm.”"
BARE = ("Aalto", "Ambassador", "FI")
BARE_TEXT = "Aalto said: “It is raining.”"
ROWS: tuple[type[Model], ...] = (Account, Meeting, Mention, Person, PersonName, Quote, Reference)


def everything() -> dict[str, list[dict[str, object]]]:
    """Every field of every row that readers see; of what is merged, where it leads."""
    rows = {model.__name__: list(model._default_manager.values()) for model in ROWS}
    rows["Meeting"] = [row if row["merged_into_id"] is None else led(row) for row in rows["Meeting"]]
    rows["Participant"] = without_id(Participant.objects.filter(meeting__merged_into=None).values())
    rows["Doubt"] = without_id(Doubt.objects.values())
    return {name: sorted(several, key=repr) for name, several in rows.items()}


def led(row: dict[str, object]) -> dict[str, object]:
    return {name: row[name] for name in ("id", "key", "merged_into_id")}


def without_id(rows: Iterable[dict[str, object]]) -> list[dict[str, object]]:
    """Of rows whose ids are nobody's address."""
    return [{name: value for name, value in row.items() if name != "id"} for row in rows]


@pytest.fixture
def told() -> None:
    """Meder receives Brandt; Aalto, who is also just called Aalto, met Meder at other times and speaks."""
    store("a.txt", visit())
    quotes = (quote(AALTO_TEXT, "The lake is calm.", "Timo Aalto"),)
    store("b.txt", reading(told_meeting(MEDER, AALTO, date="2019-01-01"), quotes=quotes), AALTO_TEXT)
    quotes = (quote(BARE_TEXT, "It is raining.", "Aalto"),)
    store("c.txt", reading(told_meeting(MEDER, BARE, date="2020-01-01"), quotes=quotes), BARE_TEXT)


def person(slug: str) -> Person:
    return Person.objects.get(slug=slug)


def undo() -> None:
    for decision in [*Judgement.objects.standing(), *Correction.objects.standing()]:
        withdraw(decision, None)


@pytest.mark.usefixtures("told")
def test_merging_persons_moves_every_field_and_nothing_is_lost() -> None:
    old, new = person("timo-aalto"), person("ilse-brandt")
    correct("person", "timo-aalto", "wikidata", "Q5")
    before = {model: list(model._default_manager.order_by("pk").values()) for model in (*ROWS, Participant)}
    merge("person", [old, new])
    old.refresh_from_db()
    assert old.merged_into == new
    for model, columns in {
        PersonName: ("person_id",),
        Mention: ("person_id",),
        Quote: ("speaker_id",),
    }.items():
        wanted = [row | {name: new.pk for name in columns if row[name] == old.pk} for row in before[model]]
        assert list(model._default_manager.order_by("pk").values()) == wanted, model
    seats = [
        {name: new.pk if name == "person_id" and value == old.pk else value for name, value in row.items()}
        for row in before[Participant]
    ]
    now = list(Participant.objects.values())
    assert sorted(without_id(now), key=repr) == sorted(without_id(seats), key=repr)
    new.refresh_from_db()
    assert (new.wikidata, new.meeting_count, new.quote_count, new.document_count) == ("Q5", 3, 2, 3)
    assert old.slug == "timo-aalto"


@pytest.mark.usefixtures("told")
def test_undoing_a_merge_of_persons_brings_the_same_rows_back() -> None:
    before = everything()
    merge("person", [person("timo-aalto"), person("ilse-brandt")])
    assert everything() != before
    resolving.resolve_all()
    undo()
    assert everything() == before


@pytest.mark.usefixtures("told")
def test_a_merge_that_a_verdict_forbids_changes_nothing_and_says_so() -> None:
    store("d.txt", reading(told_meeting(("Rosa Lind", "Envoy", "SE"), date="2018-01-01")), "Rosa Lind.")
    merge("person", [person("timo-aalto"), person("ilse-brandt")])
    judge("person", "ilse-brandt", "rosa-lind", "different")
    before = everything(), Judgement.objects.standing().count()
    with pytest.raises(ValidationError, match="stands between them"):
        merge("person", [person("timo-aalto"), person("rosa-lind")])
    assert (everything(), Judgement.objects.standing().count()) == before


@pytest.mark.usefixtures("told")
def test_a_spelling_becomes_somebody_new_with_all_that_is_told_of_it() -> None:
    aalto = person("timo-aalto")
    assert aalto.meeting_count == 2
    name = PersonName.objects.get(name="Aalto")
    other = split_person(aalto, [name], [])
    assert (other.slug, other.name, other.meeting_count, other.quote_count, other.document_count) == (
        "aalto",
        "Aalto",
        1,
        1,
        1,
    )
    aalto.refresh_from_db()
    assert (aalto.meeting_count, aalto.quote_count, aalto.document_count) == (1, 1, 1)
    assert Quote.objects.get(text="It is raining.").speaker == other
    assert Participant.objects.get(meeting__key="c.txt#1", person__slug="aalto").office == "Ambassador"
    split = everything()
    store("c.txt", Quote.objects.get(text="It is raining.").version.record, BARE_TEXT)
    resolving.resolve_all()
    assert everything() == split


@pytest.mark.usefixtures("told")
def test_undoing_a_split_of_persons_brings_the_same_rows_back_and_the_address_leads_home() -> None:
    before = everything()
    aalto = person("timo-aalto")
    other = split_person(aalto, [PersonName.objects.get(name="Aalto")], [])
    undo()
    other.refresh_from_db()
    assert other.merged_into == aalto
    Person.objects.filter(pk=other.pk).delete()
    assert everything() == before


@pytest.mark.usefixtures("told")
def test_a_spelling_can_go_to_somebody_who_is_known() -> None:
    brandt = person("ilse-brandt")
    assert split_person(person("timo-aalto"), [PersonName.objects.get(name="Aalto")], [], brandt) == brandt
    assert Quote.objects.get(text="It is raining.").speaker == brandt
    resolving.resolve_all()
    assert Quote.objects.get(text="It is raining.").speaker == brandt
    assert not Doubt.objects.filter(kind="persons").exists()


@pytest.mark.usefixtures("told")
def test_one_text_may_mean_somebody_else_by_the_same_name() -> None:
    text = "Timo Aalto the younger was there. He said: “I am another.”"
    quotes = (quote(text, "I am another.", "Timo Aalto"),)
    document = store("d.txt", reading(told_meeting(MEDER, AALTO, date="2018-01-01"), quotes=quotes), text)
    before = everything()
    aalto = person("timo-aalto")
    other = split_person(aalto, [], [document.mentions.get(person=aalto)])
    assert (other.meeting_count, other.quote_count, other.document_count) == (1, 1, 1)
    assert Quote.objects.get(text="I am another.").speaker == other
    assert Quote.objects.get(text="The lake is calm.").speaker == aalto
    resolving.resolve_all()
    assert Quote.objects.get(text="I am another.").speaker == other
    undo()
    other.refresh_from_db()
    assert other.document_count == 0
    Person.objects.filter(pk=other.pk).delete()
    assert everything() == before


def read_without_names() -> None:
    save_all([as_read("b.txt", reading(), "Nobody is named here.")])


def forgotten() -> None:
    resolving.forget(Document.objects.get(path="b.txt"))


@pytest.mark.parametrize("act", [read_without_names, forgotten])
def test_somebody_whom_a_text_was_said_to_mean_is_not_counted_where_it_names_nobody(act: Callable[[], None]) -> None:
    for path, who in (("a.txt", AALTO), ("b.txt", AALTO), ("c.txt", ("Olga Fennel", "Minister", "FI"))):
        store(path, reading(others=(who,)), path)
    aalto, olga = person("timo-aalto"), person("olga-fennel")
    split_person(aalto, [], [Mention.objects.get(document__path="b.txt")], olga)
    olga.refresh_from_db()
    assert olga.document_count == 2
    act()
    olga.refresh_from_db()
    assert olga.document_count == 1


@pytest.mark.usefixtures("told")
def test_a_person_is_not_split_away_from_their_address() -> None:
    aalto = person("timo-aalto")
    before = everything()
    for names in ([], list(aalto.names.all())):
        with pytest.raises(ValidationError):
            split_person(aalto, names, [])
    assert everything() == before


@pytest.fixture
def accounts() -> list[Account]:
    """Three texts of one meeting."""
    for path in ("a.txt", "b.txt", "c.txt"):
        text = TEXT + path
        store(path, visit(text), text)
    return list(Account.objects.order_by("pk"))


def test_accounts_are_split_into_a_meeting_of_their_own_and_brought_back(accounts: list[Account]) -> None:
    before = everything()
    meeting = Meeting.objects.listed().get()
    correct("meeting", meeting.key, "place", "Almaty")
    other = split_meeting(meeting, accounts[1:])
    meeting.refresh_from_db()
    assert (meeting.account_count, meeting.place, other.account_count, other.key) == (1, "Almaty", 2, "b.txt#1")
    assert other.merged_into is None
    assert list(Quote.objects.filter(meeting=other).values_list("document__path", flat=True).order_by("pk")) == [
        "b.txt",
        "c.txt",
    ]
    resolving.resolve_all()
    assert Meeting.objects.listed().count() == 2
    assert not Doubt.objects.filter(kind="meetings").exists()
    undo()
    assert everything() == before


def test_the_oldest_account_can_be_split_off_too(accounts: list[Account]) -> None:
    meeting = Meeting.objects.listed().get()
    other = split_meeting(meeting, accounts[:1])
    assert other == meeting
    assert Meeting.objects.listed().exclude(pk=meeting.pk).get().account_count == 2


@pytest.mark.parametrize("chosen", [slice(0, 0), slice(0, 3)], ids=["none", "all"])
def test_a_meeting_keeps_an_account_and_gives_one(accounts: list[Account], chosen: slice) -> None:
    with pytest.raises(ValidationError):
        split_meeting(Meeting.objects.listed().get(), accounts[chosen])
    assert not Judgement.objects.exists()


def test_merging_meetings_of_two_days_loses_nothing_and_can_be_undone(accounts: list[Account]) -> None:
    text = TEXT + " Another day."
    later = reading(told_meeting(MEDER, BRANDT, AALTO, date="2021-06-01", place="Almaty"), quotes=visit(text).quotes)
    store("d.txt", later, text)
    before = everything()
    one, other = Meeting.objects.listed().order_by("pk")
    merge("meeting", [other, one])
    one.refresh_from_db()
    assert (one.account_count, one.quote_count) == (4, 4)
    assert set(one.participants.values_list("person__slug", flat=True)) == {"askar-meder", "ilse-brandt", "timo-aalto"}
    other.refresh_from_db()
    assert other.merged_into == one
    undo()
    assert everything() == before
