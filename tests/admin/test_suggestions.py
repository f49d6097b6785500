"""What readers suggest waits in the queue; it is taken over into the form, or dismissed with a word."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from meetings import suggesting
from meetings.corrections import correct
from meetings.models import Correction, Doubt, Meeting, Person, Quote, Suggestion
from tests.admin.desk import Fields, address, errors
from tests.readings import TEXT, found, store, visit

pytestmark = pytest.mark.django_db

QUEUE = "/admin/review/"
NEXT = f"{QUEUE}?kind=suggestion"


@pytest.fixture
def meeting(told) -> Meeting:
    return Meeting.objects.get()


def said(row, field: str, should: str, **more: str) -> Suggestion:
    return suggesting.suggest(row, None, **{"field": field, "should": should, "language": "en", **more})


def form_of(suggestion: Suggestion) -> str:
    row = suggestion.row
    return f"{address('change', row, row.pk)}?suggestion={suggestion.pk}"


def filled(client: Client, suggestion: Suggestion) -> dict[str, str]:
    response = client.get(form_of(suggestion))
    assert response.status_code == 200
    return Fields(response.content.decode(), f"{suggestion.row._meta.model_name}_form").data


def test_they_are_counted_in_the_queue_and_come_first(desk, meeting):
    store("b.txt", visit(published=found(None)), f"{TEXT} B.")
    said(meeting, "place", "Almaty", why="I was there")
    page = desk.get(QUEUE)
    kinds = {str(kind["label"]): kind["count"] for kind in page.context["kinds"]}
    assert kinds["A reader suggests a correction"] == 1
    assert [item.doubt.kind for item in page.context["items"]] == ["suggestion", "published"]


def test_the_item_shows_what_was_said_and_by_whom(desk, meeting):
    one = said(
        meeting, "place", "<b>Almaty</b>", why="Seen in\nthe minutes", name="Rosa Lind", email="rosa@example.org"
    )
    page = desk.get(f"{QUEUE}{Doubt.objects.get().pk}/").content.decode()
    for words in ("&lt;b&gt;Almaty&lt;/b&gt;", "Seen in<br>the minutes", "Rosa Lind", "mailto:rosa@example.org"):
        assert words in page
    assert f'href="{form_of(one)}"' in page
    assert 'value="reviewed"' not in page


def test_taking_it_over_opens_the_form_filled_in_and_one_save_settles_it(desk, clerk, meeting):
    one = said(meeting, "place", "Almaty", why="Seen in the minutes", name="Rosa Lind", email="rosa@example.org")
    data = filled(desk, one)
    assert (data["place"], data["initial-place"]) == ("Almaty", "Astana")
    assert data["reason"] == f"Suggestion {one.pk} by Rosa Lind: Seen in the minutes"
    response = desk.post(form_of(one), data)
    assert (response.status_code, response.url) == (302, NEXT)
    made = Correction.objects.get()
    assert (made.field, made.before, made.value, made.author) == ("place", "Astana", "Almaty", clerk)
    assert made.reason == data["reason"]
    assert Meeting.objects.get().place == "Almaty"
    one.refresh_from_db()
    assert (one.state, one.settled_by, one.email) == ("taken", clerk, "")
    assert one.settled_at <= timezone.now()
    assert not Doubt.objects.exists()


@pytest.mark.parametrize(
    ("field", "should", "language", "name", "value"),
    [
        ("date", "2021-04-09", "en", "date", "2021-04-09"),
        ("title", "A visit", "en", "title", "A visit"),
        ("format", "telephone CALL", "en", "format", "call"),
        ("participants", "Rosa Lind was there too", "en", "place", "Astana"),
        ("other", "All of it", "en", "title", "Askar Meder receives Ilse Brandt"),
    ],
)
def test_the_form_is_filled_as_far_as_it_can_be(desk, meeting, field, should, language, name, value):
    one = said(meeting, field, should, language=language)
    data = filled(desk, one)
    assert (data[name], data["reason"]) == (value, f"Suggestion {one.pk}: no source given")


def test_a_quote_s_speaker_is_filled_in_where_the_name_is_one_person_s(desk, told):
    quote, brandt = Quote.objects.get(), Person.objects.get(slug="ilse-brandt")
    assert filled(desk, said(quote, "speaker", "ilse brandt"))["speaker"] == str(brandt.pk)
    nobody = filled(desk, said(quote, "speaker", "the lady in red"))
    assert nobody["speaker"] == str(Person.objects.get(slug="askar-meder").pk)
    one = said(quote, "words", "We are old friends")
    data = filled(desk, one)
    assert data["words"] == "We are old friends"
    assert desk.post(form_of(one), data).status_code == 302
    assert (Quote.objects.listed().get().text, Suggestion.objects.get(pk=one.pk).state) == (data["words"], "taken")
    assert Doubt.objects.get().causes == [
        f"Suggestion {row.pk}: speaker: {row.should}" for row in Suggestion.objects.waiting().order_by("pk")
    ]


def test_what_cannot_be_saved_as_it_was_written_stays_in_the_form(desk, meeting):
    one = said(meeting, "date", "the ninth of April")
    response = desk.post(form_of(one), filled(desk, one))
    assert errors(response)
    again = Fields(response.content.decode(), "meeting_form").data
    assert (again["date"], again["reason"]) == ("the ninth of April", f"Suggestion {one.pk}: no source given")
    assert desk.post(form_of(one), {**again, "date": "2021-04-09"}).url == NEXT
    assert Suggestion.objects.get().state == "taken"


def test_a_save_that_changes_nothing_leaves_it_waiting(desk, meeting):
    one = said(meeting, "participants", "Rosa Lind was there too")
    response = desk.post(form_of(one), filled(desk, one), follow=True)
    assert f"Nothing was changed, so Suggestion {one.pk}: participants still waits." in response.content.decode()
    assert Suggestion.objects.get().state == "waiting"


def test_one_on_a_merged_meeting_opens_the_one_that_stays(desk, meeting):
    other = Meeting.objects.create(key="c.txt#1", title="Another", account_count=1)
    one = said(other, "place", "Almaty")
    Meeting.objects.filter(pk=other.pk).update(merged_into=meeting)
    one = Suggestion.objects.get()
    assert form_of(one).startswith(address("change", meeting, meeting.pk))
    assert filled(desk, one)["place"] == "Almaty"


def test_the_number_of_one_on_another_row_fills_in_nothing(desk, meeting):
    one = said(Quote.objects.get(), "speaker", "Ilse Brandt")
    for number in (one.pk, "x", "", "9" * 30, "٣"):
        page = desk.get(f"{address('change', meeting, meeting.pk)}?suggestion={number}").content.decode()
        assert Fields(page, "meeting_form").data["reason"] == ""


def test_it_is_dismissed_with_a_word_and_nothing_else_changes(desk, clerk, meeting):
    one, two = said(meeting, "place", "Almaty"), said(meeting, "date", "2021-04-09")
    response = desk.post(f"{QUEUE}suggestions/{one.pk}/dismiss/", {"word": "Not so, say the minutes"})
    doubt = Doubt.objects.get()
    assert response.url == f"{QUEUE}{doubt.pk}/?kind=suggestion"
    assert doubt.causes == [f"Suggestion {two.pk}: date: 2021-04-09"]
    one.refresh_from_db()
    assert (one.state, one.word, one.settled_by) == ("dismissed", "Not so, say the minutes", clerk)
    assert desk.post(f"{QUEUE}suggestions/{two.pk}/dismiss/").url == NEXT
    assert not Correction.objects.exists()
    page = desk.get("/admin/meetings/suggestion/?state__exact=dismissed").content.decode()
    assert "Not so, say the minutes" in page


def test_who_comes_second_is_told(desk, meeting):
    one = said(meeting, "place", "Almaty")
    suggesting.settle(one, "taken", None)
    response = desk.post(f"{QUEUE}suggestions/{one.pk}/dismiss/", follow=True)
    assert f"Suggestion {one.pk}: place was settled meanwhile: taken over." in response.content.decode()
    assert Suggestion.objects.get().state == "taken"


def test_resolving_leaves_them_in_the_queue(desk, meeting):
    one = said(meeting, "place", "Almaty")
    correct("meeting", meeting.key, "reviewed", True)
    store("a.txt", visit(), rules="2")
    causes = [f"Suggestion {one.pk}: place: Almaty"]
    assert list(Doubt.objects.values_list("kind", "causes")) == [("suggestion", causes)]
    doubt = Doubt.objects.get()
    seen = desk.get(f"{QUEUE}{doubt.pk}/").context["seen"]
    desk.post(f"{QUEUE}{doubt.pk}/", {"decision": "reviewed", "seen": seen})
    assert Doubt.objects.filter(pk=doubt.pk).exists()
