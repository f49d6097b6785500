"""Two editors on one record: the second is told what the first changed, loses nothing, and decides whose stands."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from meetings.corrections import correct, withdraw
from meetings.models import Correction, Document, Meeting, Participant, Person, Quote
from tests.admin.desk import Fields, added_row, address, errors, opened, row_of, send
from tests.readings import store, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(db) -> User:
    return User.objects.create_superuser("colleague", password="a long pass phrase")


@pytest.fixture
def meeting(told) -> Meeting:
    return Meeting.objects.get()


def saved(client, row, data: dict[str, str], **changes: str):
    """The page that comes of saving, and what it would send again."""
    response = client.post(address("change", row, row.pk), {**data, **changes})
    assert response.status_code == 200, "nothing was objected to"
    return response, Fields(response.content.decode(), f"{row._meta.model_name}_form").data


def told_of(response) -> list[tuple[str, str, str, str, bool]]:
    assert all(one.when is None or one.when <= timezone.now() for one in response.context["meanwhile"])
    return [(one.label, one.before, one.now, one.who, one.contested) for one in response.context["meanwhile"]]


def rows(told: Document):
    """Of each kind of record a row, a decision of a colleague on it, and the field of the form with what I type."""
    quote, person = Quote.objects.get(), Person.objects.get(slug="ilse-brandt")
    speaker = {"value": {"person": "ilse-brandt"}, "version": quote.version}
    return {
        "meeting": (Meeting.objects.get(), ("meeting", "a.txt#1", "place"), {"value": "Almaty"}, "place", "Aktau"),
        "person": (person, ("person", "ilse-brandt", "name"), {"value": "I. Brandt"}, "name", "Ilse M. Brandt"),
        "document": (told, ("document", "a.txt", "publisher"), {"value": "The Ministry"}, "publisher", "The Office"),
        "quote": (quote, ("document", "a.txt", f"quotes/{quote.key}/speaker"), speaker, "speaker", ""),
    }


SHOWN = {
    "meeting": ("Place", "Astana", "Almaty"),
    "person": ("Name", "Ilse Brandt", "I. Brandt"),
    "document": ("Publisher", "–", "The Ministry"),
    "quote": ("Speaker", "Askar Meder", "Ilse Brandt"),
}


@pytest.mark.parametrize("kind", SHOWN)
def test_the_second_is_told_field_from_to_who_and_when_and_their_words_stay(desk, colleague, told, kind):
    row, place, said, field, mine = rows(told)[kind]
    data = opened(desk, row)
    correct(*place, author=colleague, **said)
    response, again = saved(desk, row, data, **{field: mine})
    assert told_of(response) == [(*SHOWN[kind], "colleague", True)]
    assert again[field] == mine
    assert Correction.objects.count() == 1
    assert "Nothing of yours is lost" in response.content.decode()


@pytest.mark.parametrize("kind", SHOWN)
def test_the_second_may_save_over_it(desk, colleague, told, kind):
    row, place, said, field, mine = rows(told)[kind]
    data = opened(desk, row)
    correct(*place, author=colleague, **said)
    _response, again = saved(desk, row, data, **{field: mine})
    assert send(desk, row, again) == []
    assert Correction.objects.standing().get().value == (mine or None)


@pytest.mark.parametrize("kind", SHOWN)
def test_the_second_may_take_the_other_s(desk, colleague, told, kind):
    row, place, said, field, mine = rows(told)[kind]
    data = opened(desk, row)
    made = correct(*place, author=colleague, **said)
    response, again = saved(desk, row, data, **{field: mine})
    assert f'name="take" value="{field}"' in response.content.decode()
    assert errors(desk.post(address("change", row, row.pk), {**again, "take": field})) == []
    assert list(Correction.objects.standing()) == [made]


def test_of_several_fields_one_is_taken_and_another_kept(desk, colleague, meeting):
    data = opened(desk, meeting)
    correct("meeting", meeting.key, "place", "Almaty", author=colleague)
    correct("meeting", meeting.key, "date", "2021-04-10", author=colleague)
    _response, again = saved(desk, meeting, data, place="Aktau", date="2021-04-09")
    assert errors(desk.post(address("change", meeting, meeting.pk), {**again, "take": "date"})) == []
    meeting.refresh_from_db()
    assert (meeting.place, meeting.date) == ("Aktau", "2021-04-10")


def test_what_nobody_contests_is_told_and_stays(desk, colleague, meeting):
    data = opened(desk, meeting)
    correct("meeting", meeting.key, "place", "Almaty", author=colleague)
    response = desk.post(address("change", meeting, meeting.pk), {**data, "format": "call"}, follow=True)
    page = response.content.decode()
    assert "Place: Changed meanwhile by colleague on" in page
    assert "from “Astana” to “Almaty”." in page
    meeting.refresh_from_db()
    assert (meeting.place, meeting.format) == ("Almaty", "call")


def test_who_changed_it_long_before_is_not_named_for_what_a_new_text_brings(desk, colleague, told):
    withdraw(correct("document", "a.txt", "published", "2020-01-01", author=colleague), colleague)
    data = opened(desk, told)
    Document.objects.update(published="2021-05-05")
    response, _again = saved(desk, told, data, published="2021-06-06")
    assert told_of(response) == [("Published (EDTF)", "2021-04-08", "2021-05-05", "", True)]
    assert "Changed meanwhile: from “2021-04-08” to “2021-05-05”." in response.content.decode()


def test_a_decision_withdrawn_meanwhile_is_told_with_who_withdrew_it(desk, clerk, colleague, meeting):
    made = correct("meeting", meeting.key, "place", "Almaty", author=clerk)
    data = opened(desk, meeting)
    withdraw(made, colleague)
    response, _again = saved(desk, meeting, data, place="Aktau")
    assert told_of(response) == [("Place", "Almaty", "Astana", "colleague", True)]


def test_what_was_typed_in_a_row_that_was_removed_is_told_and_the_rest_can_be_saved(desk, colleague, meeting):
    data = opened(desk, meeting)
    first = row_of(data, "participants", Participant.objects.get(person__slug="askar-meder").pk)
    second = row_of(data, "participants", Participant.objects.get(person__slug="ilse-brandt").pk)
    correct("meeting", meeting.key, "participants/askar-meder", action="removed", author=colleague)
    mine = {f"{first}-office": "Head of State", f"{second}-office": "Chancellor", "place": "Aktau"}
    response, again = saved(desk, meeting, data, **mine)
    shown = "Askar Meder, President, Kazakhstan"
    assert told_of(response) == [
        ("Participant", shown, "removed (typed there: Office: Head of State)", "colleague", True)
    ]
    assert (again["place"], again[f"{first}-office"]) == ("Aktau", "Chancellor")
    assert send(desk, meeting, again) == []
    assert list(Participant.objects.values_list("person__slug", "office")) == [("ilse-brandt", "Chancellor")]
    assert Meeting.objects.get().place == "Aktau"


def test_an_untouched_row_that_was_removed_is_no_obstacle(desk, colleague, meeting):
    data = opened(desk, meeting)
    correct("meeting", meeting.key, "participants/askar-meder", action="removed", author=colleague)
    row = added_row(data, "participants")
    rosa = Person.objects.create(name="Rosa Lind", slug="rosa-lind")
    filled = {**data, f"{row}-person": str(rosa.pk), "place": "Aktau"}
    response = desk.post(address("change", meeting, meeting.pk), filled, follow=True)
    assert "from “Askar Meder, President, Kazakhstan” to “removed”" in response.content.decode()
    assert set(Participant.objects.values_list("person__slug", flat=True)) == {"ilse-brandt", "rosa-lind"}
    assert Meeting.objects.get().place == "Aktau"


def test_a_quote_removed_meanwhile_under_a_document(desk, colleague, told):
    quote, data = Quote.objects.get(), opened(desk, told)
    removal = {"action": "removed", "version": quote.version, "author": colleague}
    correct("document", "a.txt", f"quotes/{quote.key}", **removal)
    response, again = saved(desk, told, data, **{"quotes-0-body": "The Guild", "publisher": "The Office"})
    assert [(one.label, one.who, one.contested) for one in response.context["meanwhile"]] == [
        ("Quote", "colleague", True)
    ]
    assert send(desk, told, again) == []
    told.refresh_from_db()
    assert told.publisher == "The Office"


def close(row: Meeting | Person | Quote, colleague: User) -> None:
    """A colleague does what leaves nothing to correct."""
    if isinstance(row, Quote):
        removal = {"action": "removed", "version": row.version, "author": colleague}
        correct("document", "a.txt", f"quotes/{row.key}", **removal)
    elif isinstance(row, Person):
        elder = Person.objects.create(name="Aida Sarsen", slug="aida-sarsen", pk=-1)
        Person.objects.filter(pk=row.pk).update(merged_into=elder)
    else:
        store("a.txt", visit(meetings=(), quotes=()), rules="2")


TYPED = {
    "meeting": {"place": "Aktau", "participants-0-office": "Head of State", "reason": "Heard it"},
    "person": {"name": "Ilse M. Brandt", "reason": "Heard it"},
    "quote": {"words": "old friends", "reason": "Heard it"},
}


@pytest.mark.parametrize("kind", TYPED)
def test_what_was_typed_into_a_record_that_was_closed_meanwhile_can_be_copied(desk, colleague, told, kind):
    row = rows(told)[kind][0]
    data = opened(desk, row)
    close(row, colleague)
    response = desk.post(address("change", row, row.pk), {**data, **TYPED[kind]})
    assert response.status_code == 403
    assert "This is what you had typed" in response.content.decode()
    assert {value for _label, value in response.context["typed"]} == set(TYPED[kind].values())
    assert not Correction.objects.exclude(action="removed").exists()
