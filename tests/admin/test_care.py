"""Two people at one row, slips of the hand, and forged forms."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client

from meetings.corrections import correct
from meetings.models import Correction, Document, DocumentVersion, Meeting, Participant, Person, Quote
from tests.admin.desk import added_row, address, change, errors, opened, refused, row_of, send
from tests.readings import TEXT, quote, store, visit

pytestmark = pytest.mark.django_db

START = TEXT.index("We are")


@pytest.fixture
def colleague(db):
    return get_user_model().objects.create_superuser("colleague", password="a long pass phrase")


@pytest.fixture
def meeting(told) -> Meeting:
    return Meeting.objects.get()


def staff(*permissions: str) -> Client:
    """A signed-in browser of somebody who may do just this."""
    user = get_user_model().objects.create_user("helper", password="a long pass phrase", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


def test_what_others_changed_meanwhile_is_not_overwritten_but_told(desk, colleague, meeting):
    data = opened(desk, meeting)
    made = correct("meeting", meeting.key, "place", "Almaty", author=colleague)
    found = send(desk, meeting, data, place="Aktau")
    told = f"Changed meanwhile by colleague on {made.at:%d %B %Y, %H:%M}: from “Astana” to “Almaty”."
    assert [f"{told} To set yours all the same, save again." in error for error in found] == [True]
    assert Meeting.objects.get().place == "Almaty"
    assert Correction.objects.count() == 1


def test_after_being_told_a_second_save_counts(desk, colleague, meeting):
    from tests.admin.desk import Fields

    data = opened(desk, meeting)
    correct("meeting", meeting.key, "place", "Almaty", author=colleague)
    correct("meeting", meeting.key, "format", "call", author=colleague)
    response = desk.post(address("change", meeting, meeting.pk), {**data, "place": "Aktau"})
    again = Fields(response.content.decode(), "meeting_form").data
    assert (again["place"], again["format"]) == ("Aktau", "call")
    assert send(desk, meeting, again) == []
    made = Correction.objects.latest("id")
    assert (made.field, made.before, made.value) == ("place", "Almaty", "Aktau")
    assert (Meeting.objects.get().place, Meeting.objects.get().format) == ("Aktau", "call")


def test_what_others_changed_elsewhere_in_the_row_stays(desk, colleague, meeting):
    data = opened(desk, meeting)
    correct("meeting", meeting.key, "place", "Almaty", author=colleague)
    correct("meeting", meeting.key, "participants/ilse-brandt/office", "Chancellor", author=colleague)
    assert send(desk, meeting, data, format="call") == []
    assert (Meeting.objects.get().place, Meeting.objects.get().format) == ("Almaty", "call")
    assert Participant.objects.get(person__slug="ilse-brandt").office == "Chancellor"
    assert Correction.objects.count() == 3


def test_a_row_changed_meanwhile_is_not_removed(desk, colleague, meeting):
    data = opened(desk, meeting)
    row = row_of(data, "participants", Participant.objects.get(person__slug="ilse-brandt").pk)
    correct("meeting", meeting.key, "participants/ilse-brandt/office", "Chancellor", author=colleague)
    assert any(
        "was changed meanwhile. Look again; to remove it all the same" in error
        for error in send(desk, meeting, data, **{f"{row}-DELETE": "on"})
    )
    assert Participant.objects.filter(person__slug="ilse-brandt").exists()


def test_offsets_counted_in_an_older_text_are_refused(desk, told):
    data = opened(desk, told)
    text = "An older headline.\n\n" + TEXT
    store("a.txt", visit(text), text)
    found = send(desk, told, data, **{"quotes-2-0-start": "12", "quotes-2-0-end": "25"})
    assert any("The text was renewed meanwhile" in error for error in found)


@pytest.mark.parametrize(
    "date", ["8 April 2021", "2021-13-01", "2021-02-30", "2021-1X", "2021/2022", "2021-21", "199X"]
)
def test_a_date_that_is_none_is_refused(desk, meeting, date):
    refused(desk, meeting, date=date)
    assert not Correction.objects.exists()


@pytest.mark.parametrize("date", ["2021-04-09", "2018-05", "1999", "XXXX-05-28", ""])
def test_dates_in_all_their_forms_are_taken(desk, meeting, date):
    change(desk, meeting, date=date)
    assert Meeting.objects.get().date == date


def test_an_empty_title_or_name_is_refused(desk, meeting):
    refused(desk, meeting, title=" ")
    refused(desk, Person.objects.get(slug="ilse-brandt"), name="")
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("changes", "remedy"),
    [
        ({"start": "20", "end": "10"}, "The start (20) must be smaller than the end."),
        ({"end": "9999"}, f"The text has {len(TEXT)} characters: the end can be {len(TEXT)} at most."),
        ({"words": "Never said"}, "These words do not stand in the text. Copy them from it, letter for letter."),
        ({"words": "We are", "end": str(START + 18)}, "Change either the words or the offsets."),
        ({"start": str(START - 2), "end": str(START - 1)}, "There are only blanks"),
        ({"body": "The Guild"}, "Choose a person or an organization, not both"),
    ],
)
def test_a_quote_that_cannot_be_is_refused_with_the_remedy(desk, told, changes, remedy):
    assert any(remedy in error for error in refused(desk, Quote.objects.get(), **changes))
    assert not Correction.objects.exists()


def test_a_second_quote_of_the_same_words_is_refused(desk, told):
    found = refused(desk, told, **{"quotes-2-0-words": "We are old friends"})
    assert any("There is a quote of these words already" in error for error in found)


def test_words_that_stand_twice_are_asked_back(desk, told):
    found = refused(desk, told, **{"quotes-2-0-words": "Askar Meder"})
    assert any("These words stand 2 times in the text, at 0, " in error for error in found)


def test_of_words_that_stand_twice_a_correction_takes_the_nearest(desk, told):
    change(desk, Quote.objects.get(), words="Askar Meder")
    assert Quote.objects.get().start == TEXT.rindex("Askar Meder")


def test_a_quote_can_be_added_on_a_page_of_its_own(desk, told):
    speaker = Person.objects.get(slug="ilse-brandt")
    fields = {"document": str(told.pk), "words": "received Ilse", "speaker": str(speaker.pk), "reason": "Heard it"}
    response = desk.post(address("add", Quote), fields)
    row = Quote.objects.get(text="received Ilse")
    assert (response.status_code, row.speaker, row.rule) == (302, speaker, "curator")
    assert Correction.objects.get().reason == "Heard it"
    assert errors(desk.post(address("add", Quote), {"words": "received"}))


def test_a_participant_cannot_be_added_twice(desk, meeting):
    data = opened(desk, meeting)
    row = added_row(data, "participants")
    assert send(desk, meeting, data, **{f"{row}-person": str(Person.objects.get(slug="ilse-brandt").pk)})
    assert not Correction.objects.exists()


def test_sources_stay_as_they_came_whatever_is_posted(desk, told):
    before = list(DocumentVersion.objects.values()), list(Document.objects.values())
    forged = {"text": "Forged", "raw": "Forged", "reading": "{}", "encoding": "ascii", "rules": "9", "sha256": "0" * 64}
    version = told.version
    assert desk.post(address("change", version, version.pk), forged).status_code == 403
    data = opened(desk, told)
    path = {"path": "b.txt", "version": "99", "hints": "{}", "same_text_as": str(told.pk)}
    assert desk.post(address("change", told, told.pk), {**data, **forged, **path}).status_code == 302
    assert (list(DocumentVersion.objects.values()), list(Document.objects.values())) == before


def test_what_was_read_stays_as_it_was_read_whatever_is_posted(desk, told):
    row = Quote.objects.get()
    forged = {"text": "Forged", "rule": "forged", "confidence": "0.1", "key": "0-6", "current": "", "language": "xx"}
    assert desk.post(address("change", row, row.pk), {**opened(desk, row), **forged}).status_code == 302
    assert list(Quote.objects.values()) == [{**Quote.objects.filter(pk=row.pk).values().get(), "rule": row.rule}]
    assert Quote.objects.get().text == row.text
    assert not Correction.objects.exists()


def test_a_spelling_cannot_be_changed_by_a_forged_row(desk, told):
    person = Person.objects.get(slug="ilse-brandt")
    name = person.names.get()
    row = {"names-TOTAL_FORMS": "1", "names-INITIAL_FORMS": "1", "names-0-id": str(name.pk)}
    forged = {**row, "names-0-person": str(person.pk), "names-0-name": "Forged", "names-0-DELETE": "on"}
    desk.post(address("change", person, person.pk), {**opened(desk, person), **forged})
    assert person.names.get().name == "Ilse Brandt"


@pytest.mark.parametrize("model", [Meeting, Person, Document, Quote, Correction, DocumentVersion])
def test_nothing_is_deleted(desk, told, model):
    """A document alone can be, after a page that lists what goes, and not by Django's own word for "yes"."""
    correct("meeting", "a.txt#1", "place", "Almaty")
    row = model.objects.first()
    answer = 200 if model is Document else 403
    assert desk.post(address("delete", row, row.pk), {"post": "yes"}).status_code == answer
    action = {"action": "delete_selected", "_selected_action": str(row.pk), "post": "yes"}
    desk.post(address("changelist", model), action)
    assert model.objects.filter(pk=row.pk).exists()


def test_meetings_are_not_added_by_hand_and_the_list_says_how_they_come(desk, told):
    assert desk.get(address("add", Meeting)).status_code == 403
    assert "import a text that tells of it" in desk.get(address("changelist", Meeting)).content.decode()


def test_who_may_only_look_sees_and_changes_nothing(told, meeting):
    client = staff("view_meeting", "view_participant", "view_quote", "view_document", "view_person", "view_mention")
    for row in (meeting, told, Person.objects.first(), Quote.objects.get()):
        page = address("change", row, row.pk)
        response = client.get(page)
        assert response.status_code == 200
        assert "_save" not in response.content.decode()
        assert client.post(page, {"title": "Forged", "name": "Forged"}).status_code == 403
    assert not Correction.objects.exists()


def test_who_may_nothing_is_turned_away(told, meeting):
    client = staff()
    for row in (meeting, told, Person.objects.first(), Quote.objects.get()):
        assert client.get(address("change", row, row.pk)).status_code == 403
        assert client.post(address("change", row, row.pk), {}).status_code == 403
    assert Client().get(address("changelist", Meeting)).status_code == 302


def test_who_may_change_meetings_does_not_thereby_change_quotes(meeting):
    client = staff("change_meeting", "view_quote", "view_participant")
    row, seat = Quote.objects.get(), Participant.objects.first()
    data = opened(client, meeting)
    forged = {
        "quotes-TOTAL_FORMS": "1",
        "quotes-INITIAL_FORMS": "1",
        "quotes-0-id": str(row.pk),
        "quotes-0-meeting": str(meeting.pk),
        "quotes-0-start": "1",
        "quotes-0-DELETE": "on",
        "participants-TOTAL_FORMS": "1",
        "participants-INITIAL_FORMS": "1",
        "participants-0-id": str(seat.pk),
        "participants-0-office": "Forged",
        "participants-0-DELETE": "on",
    }
    client.post(address("change", meeting, meeting.pk), {**data, **forged, "place": "Almaty"})
    assert {row.field for row in Correction.objects.all()} <= {"place"}
    assert Quote.objects.listed().exists()


def test_a_merged_or_untold_meeting_is_closed_and_says_why(desk, meeting):
    other = Meeting.objects.create(key="b.txt#1", title="Another", merged_into=meeting)
    untold = Meeting.objects.create(key="c.txt#1", title="A third")
    for row, why in ((other, "held to be the same"), (untold, "No current text tells of this meeting")):
        assert why in desk.get(address("change", row, row.pk)).content.decode()
        assert desk.post(address("change", row, row.pk), {"title": "X"}).status_code == 403


def test_a_quote_no_longer_found_is_closed(desk, told):
    store("a.txt", visit(quotes=()), rules="2")
    row = Quote.objects.get()
    assert "not shown to readers" in desk.get(address("change", row, row.pk)).content.decode()
    store("a.txt", visit(quotes=(quote(TEXT, "We are old friends,", "Askar Meder"),)), rules="3")
    change(desk, row, speaker="")
