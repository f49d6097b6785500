"""Decisions and readings of a meeting side by side, and one click to settle each field."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from meetings import resolving
from meetings.corrections import correct, judge
from meetings.models import Correction, Document, Doubt, Meeting, Person, PublisherTerms
from meetings.takedowns import follow_terms
from tests.admin.desk import address, change, refused
from tests.readings import BRANDT, MEDER, TEXT, quote, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(told) -> Meeting:
    """Told by two texts, which place it differently; a person decided a third place."""
    store("b.txt", visit(meetings=(told_meeting(MEDER, BRANDT, place="Almaty"),)), TEXT + " Told by another.")
    return Meeting.objects.listed().get()


def row(client: Client, meeting: Meeting, field: str):
    page = client.get(address("readings", meeting, meeting.pk))
    return next(row for row in page.context["rows"] if row.field == field)


def act(client: Client, meeting: Meeting, field: str, act: str, **more: str):
    seen = more.pop("seen", None)
    data = {"field": field, "act": act, "seen": row(client, meeting, field).shown if seen is None else seen, **more}
    return client.post(address("readings", meeting, meeting.pk), data, follow=True)


def test_each_field_shows_what_accounts_say_and_what_was_decided(desk, meeting, clerk):
    made = correct("meeting", meeting.key, "place", "Aktau", before="Astana", author=clerk)
    place = row(desk, meeting, "place")
    assert (place.told, place.read, place.decided, place.shown) == (("Astana", "Almaty"), "Astana", made, "Aktau")
    assert place.offered == ["Astana", "Almaty"]
    office = row(desk, meeting, "participants/ilse-brandt/office")
    assert (office.label, office.told, office.decided) == ("Ilse Brandt: office", ("Foreign Minister",) * 2, None)
    assert address("readings", meeting, meeting.pk) in desk.get(address("change", meeting, meeting.pk)).content.decode()


def test_either_is_taken_with_one_click(desk, meeting, clerk):
    act(desk, meeting, "place", "take", value="Almaty")
    made = Correction.objects.get()
    assert (made.field, made.value, made.before, made.author) == ("place", "Almaty", "Astana", clerk)
    assert Meeting.objects.get(pk=meeting.pk).place == "Almaty"
    act(desk, meeting, "place", "follow")
    assert Meeting.objects.get(pk=meeting.pk).place == "Astana"
    assert not Correction.objects.standing().exists()


def test_confirming_settles_a_disagreement(desk, meeting):
    correct("meeting", meeting.key, "place", "Aktau", before="Vellin")
    assert [doubt.causes for doubt in Doubt.objects.all()] == [["place: Astana"]]
    act(desk, meeting, "place", "confirm")
    assert not Doubt.objects.exists()
    made = Correction.objects.standing().get()
    assert (made.action, made.value, Meeting.objects.get(pk=meeting.pk).place) == ("confirmed", "Aktau", "Aktau")


def test_the_seat_of_a_participant_is_settled_too(desk, meeting):
    act(desk, meeting, "participants/ilse-brandt/office", "confirm")
    assert Correction.objects.get().field == "participants/ilse-brandt/office"


def test_what_changed_meanwhile_or_was_never_read_is_not_taken(desk, meeting):
    assert "This changed meanwhile" in act(desk, meeting, "place", "take", seen="X", value="Almaty").content.decode()
    act(desk, meeting, "place", "take", value="Nowhere")
    act(desk, meeting, "place", "follow")
    assert not Correction.objects.exists()


def test_who_may_only_look_settles_nothing(meeting):
    user = get_user_model().objects.create_user("helper", password="a long pass phrase", is_staff=True)
    client = Client()
    client.force_login(user)
    page = address("readings", meeting, meeting.pk)
    assert client.get(page).status_code == 403
    user.user_permissions.set(Permission.objects.filter(codename="view_meeting"))
    assert "Confirm" not in client.get(page).content.decode()
    assert client.post(page, {"field": "place", "act": "confirm", "seen": "Astana"}).status_code == 403
    assert not Correction.objects.exists()


def test_who_may_change_the_meeting_does_not_thereby_change_participants(meeting):
    user = get_user_model().objects.create_user("helper", password="a long pass phrase", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="change_meeting"))
    client = Client()
    client.force_login(user)
    assert act(client, meeting, "participants/ilse-brandt/office", "confirm").status_code == 403
    assert act(client, meeting, "place", "confirm").status_code == 200
    assert Correction.objects.get().field == "place"


def test_as_many_queries_for_many_accounts_as_for_two(desk, meeting):
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(address("readings", meeting, meeting.pk)).status_code == 200
        return len(captured)

    few = asked()
    for number in range(4):
        store(f"{number}.txt", visit(f"{TEXT} {number}"), f"{TEXT} {number}")
    assert Meeting.objects.get(pk=meeting.pk).account_count == 6
    assert asked() == few


def settled(client: Client, row, field: str, act: str, value: str = "") -> None:
    """The button of a field on a row's page is pressed."""
    page = address("readings", row, row.pk)
    shown = next(one for one in client.get(page).context["rows"] if one.field == field).shown
    client.post(page, {"field": field, "act": act, "seen": shown, "value": value})


def lines(client: Client, row) -> dict[str, object]:
    return {one.label: one for one in client.get(address("readings", row, row.pk)).context["rows"]}


def test_a_document_says_what_was_given_at_import_and_what_its_text_says(desk, told):
    told.hints = {"title": "Given"}
    told.save()
    resolving.resolve([told])
    title = lines(desk, told)["title"]
    assert (title.told, title.read) == (("Given", "Askar Meder receives Ilse Brandt"), "Given")
    settled(desk, told, "title", "take", "Askar Meder receives Ilse Brandt")
    settled(desk, told, "published", "confirm")
    settled(desk, told, "title", "take", "Never said")
    assert [(row.field, row.action, row.value, row.before) for row in Correction.objects.order_by("pk")] == [
        ("title", "set", "Askar Meder receives Ilse Brandt", "Given"),
        ("published", "confirmed", "2021-04-08", "2021-04-08"),
    ]
    settled(desk, told, "title", "follow")
    assert Document.objects.get().title == "Given"


def test_a_quote_says_whom_the_text_names_and_which_words(desk, told):
    quote = told.quotes.get()
    field, version = f"quotes/{quote.key}/speaker", quote.version
    correct("document", "a.txt", field, {"organization": "The Guild"}, before={"person": "x"}, version=version)
    assert Doubt.objects.filter(kind="disagreement").exists()
    speaker = lines(desk, quote)["speaker"]
    assert (speaker.told, speaker.read_words, speaker.shown_words) == (("Askar Meder",), "Askar Meder", "The Guild")
    settled(desk, quote, field, "confirm")
    assert not Doubt.objects.filter(kind="disagreement").exists()
    settled(desk, quote, field, "take", '{"person": "askar-meder"}')
    quote.refresh_from_db()
    assert quote.speaker.slug == "askar-meder"
    settled(desk, quote, field, "follow")
    assert not Correction.objects.standing().exists()


def test_words_that_were_corrected_in_an_older_text_are_confirmed_in_the_new(desk, told):
    quote = told.quotes.get()
    start, end = quote.start, quote.end - 1
    correct("document", "a.txt", f"quotes/{quote.key}/span", [start, end], version=quote.version)
    text = "A headline.\n\n" + TEXT
    store("a.txt", visit(text), text)
    quote = told.quotes.get(current=True)
    words = lines(desk, quote)["words"]
    assert (words.shown_words, words.read_words) == ("We are old friends", "We are old friends,")
    settled(desk, quote, f"quotes/{quote.key}/span", "confirm")
    made = Correction.objects.standing().get()
    assert (made.value, made.version) == ([quote.start, quote.end], quote.version)
    assert told.quotes.get(current=True).text == "We are old friends"


def test_the_words_of_a_quote_that_is_shown_in_part_are_not_decided_on(desk):
    words = "We agreed on roads, " * 40 + "and the very end"
    text = f"“{words}” said Askar Meder."
    document = store("a.txt", reading(told_meeting(MEDER, BRANDT), quotes=(quote(text, words, "Askar Meder"),)), text)
    correct("document", "a.txt", "publisher", "Harbour Gazette")
    PublisherTerms.objects.create(publisher="Harbour Gazette", shows="facts")
    follow_terms(["Harbour Gazette"])
    row = document.quotes.get()
    field = f"quotes/{row.key}/span"
    assert row.shortened
    for act, value in (("confirm", ""), ("take", lines(desk, row)["words"].read)):
        settled(desk, row, field, act, value)
    assert "shorten this quote" in refused(desk, row, end=str(row.end - 8))[0]
    assert "shorten this quote" in refused(desk, row, words="We agreed on roads, We agreed on roads,")[0]
    change(desk, row, speaker=str(Person.objects.get(slug="ilse-brandt").pk))
    assert not Correction.objects.filter(field=field).exists()
    PublisherTerms.objects.all().delete()
    follow_terms(["Harbour Gazette"])
    assert document.quotes.get().text == words


def test_a_person_may_bear_any_of_their_spellings(desk, told):
    text = "Ilse Brandt-Hagen of Germany. " + TEXT
    store("b.txt", reading(told_meeting(("Ilse Brandt-Hagen", "Foreign Minister", "DE"))), text)
    person, other = Person.objects.get(slug="ilse-brandt"), Person.objects.get(slug="ilse-brandt-hagen")
    judge("person", person.slug, other.slug, "same")
    person.refresh_from_db()
    name = lines(desk, person)["name"]
    assert (name.shown, name.told) == (person.name, ("Ilse Brandt (1), Ilse Brandt-Hagen (1)",))
    [taken] = name.offered
    settled(desk, person, "name", "take", taken)
    person.refresh_from_db()
    assert (person.name, Correction.objects.get().before) == (taken, name.read)


@pytest.mark.parametrize("right", ["document", "quote", "person"])
def test_each_page_keeps_to_its_own_rights(told, right):
    rows = {"document": told, "quote": told.quotes.get(), "person": Person.objects.get(slug="ilse-brandt")}
    user = get_user_model().objects.create_user("helper", password="a long pass phrase", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename=f"view_{right}"))
    client = Client()
    client.force_login(user)
    for name, row in rows.items():
        assert client.get(address("readings", row, row.pk)).status_code == (200 if name == right else 403)
        assert client.post(address("readings", row, row.pk), {}).status_code == 403
