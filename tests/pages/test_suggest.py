"""A reader tells the archive what is wrong: without an account, within limits, and nothing changes by it."""

from __future__ import annotations

import datetime as dt
import re
import time
from unittest.mock import patch

import pytest
from django.core.signing import TimestampSigner
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from meetings import suggesting
from meetings.models import Doubt, Meeting, Quote, Suggestion
from tests.addresses import everything
from tests.admin.desk import Fields
from tests.factories import make_meeting, make_person, make_quote

pytestmark = pytest.mark.django_db

TOUCHED = ("meetings.Suggestion", "meetings.Doubt")
SAID = {"field": "date", "should": "9 April 2021", "why": "I was there."}


@pytest.fixture
def meeting() -> Meeting:
    people = [make_person("Ilse Brandt", "DE"), make_person("Askar Meder", "KZ")]
    return make_meeting(people, date="2021-04-08", place="Astana", place_country="KZ", title="A visit")


@pytest.fixture
def quote(meeting: Meeting) -> Quote:
    return make_quote("We are old friends.", make_person("Rosa Lind", "SE"), meeting=meeting)


def form_of(row: Meeting | Quote) -> str:
    return f"{row.get_absolute_url()}suggest/"


def stamp(row: Meeting | Quote, ago: float) -> str:
    """What the form's page of this row held that was opened so many seconds ago."""
    with patch("time.time", return_value=time.time() - ago):
        return TimestampSigner(salt=f"suggest {row.get_absolute_url()}").sign("opened")


def send(client: Client, row: Meeting | Quote, ago: float = 60, **said: str):
    return client.post(form_of(row), {**SAID, "opened": stamp(row, ago), **said})


def test_a_suggestion_is_kept_and_thanked_for_with_its_number(client, meeting):
    response = send(client, meeting, name="Rosa Lind", email="rosa@example.org")
    assert response.status_code == 302
    row = Suggestion.objects.get()
    told = (row.meeting, row.field, row.was, row.should, row.why, row.name, row.email, row.language, row.state)
    assert told == (
        meeting,
        "date",
        "8 April 2021",
        "9 April 2021",
        "I was there.",
        "Rosa Lind",
        "rosa@example.org",
        "en",
        "waiting",
    )
    page = client.get(response.url)
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert f"Your suggestion is kept under the number {row.pk} and waits" in page.content.decode()
    assert "rosa@example.org" not in page.content.decode()


def test_nothing_that_readers_see_changes(client, meeting):
    before = {label: rows for label, rows in everything().items() if label not in TOUCHED}
    send(client, meeting)
    assert {label: rows for label, rows in everything().items() if label not in TOUCHED} == before
    assert (Suggestion.objects.count(), Doubt.objects.count()) == (1, 1)


def test_pages_of_meetings_and_quotes_lead_to_the_form(client, meeting, quote):
    for row in (meeting, quote):
        assert f'href="{form_of(row)}"' in client.get(row.get_absolute_url()).content.decode()


def test_the_form_says_what_the_record_says_now(client, meeting, quote):
    page = client.get(form_of(meeting)).content.decode()
    for words in ("8 April 2021", "Astana, Kazakhstan", "Ilse Brandt", "A visit"):
        assert words in page
    page = client.get(form_of(quote)).content.decode()
    for words in ("Rosa Lind", "We are old friends."):
        assert words in page


def test_a_quote_s_speaker(client, quote):
    send(client, quote, field="speaker", should="Askar Meder")
    row = Suggestion.objects.get()
    assert (row.quote, row.meeting, row.was, row.subject) == (
        quote,
        None,
        "Rosa Lind",
        ("document", quote.document.path),
    )


def test_it_speaks_the_reader_s_language_and_keeps_what_it_said_in_the_archive_s(client, meeting):
    with override("ru"):
        response = send(client, meeting)
    assert response.url.startswith("/ru/suggestions/")
    row = Suggestion.objects.get()
    assert (row.language, row.was) == ("ru", "8 April 2021")


def test_forms_are_not_for_search_engines_nor_for_caches(client, meeting):
    response = client.get(form_of(meeting))
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in response["Cache-Control"]
    assert '<meta name="robots" content="noindex, nofollow">' in response.content.decode()


def test_old_titles_and_merged_meetings_lead_on(client, meeting):
    assert client.get(f"/meetings/{meeting.pk}/suggest/").url == form_of(meeting)
    other = Meeting.objects.create(key="b.txt#1", title="Another", merged_into=meeting)
    assert client.get(f"/meetings/{other.pk}-another/suggest/").url == form_of(meeting)


def test_what_readers_are_not_shown_has_no_form(client, meeting, quote):
    untold = Meeting.objects.create(key="c.txt#1", title="Told no more")
    Quote.objects.update(current=False)
    for path in (form_of(untold), form_of(quote), "/quotes/999999/suggest/", "/meetings/999999/suggest/"):
        assert client.get(path).status_code == 404
        assert client.post(path, SAID).status_code == 404


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"should": "  "}, "This field is required."),
        ({"should": "x" * 1001}, "at most 1000 characters"),
        ({"why": "x" * 1001}, "at most 1000 characters"),
        ({"name": "x" * 101}, "at most 100 characters"),
        ({"email": "nobody"}, "Enter a valid email address."),
        ({"field": "reviewed"}, "Select a valid choice."),
        ({"field": ""}, "This field is required."),
        ({"should": "a\0b"}, "Null characters are not allowed."),
        ({"website": "https://pills.example"}, "A field was filled in that people do not see."),
        ({"opened": "opened:forged:forged"}, "This page was open for very long."),
        ({"opened": ""}, "This page was open for very long."),
    ],
)
def test_what_cannot_be_taken_is_told_and_what_was_typed_stays(client, meeting, changes, error):
    response = send(client, meeting, **{"why": "Seen in the minutes", **changes})
    page = response.content.decode()
    assert (response.status_code, error in page) == (422, True)
    assert not Suggestion.objects.exists()
    assert ("Seen in the minutes" in page) == ("why" not in changes)
    again = Fields(page.replace('class="suggestion"', 'id="it"'), "it").data
    assert again["website"] == ""
    assert again["opened"].startswith("opened:")


def test_haste_is_a_machine_s_and_an_old_page_is_renewed(client, meeting):
    assert "That was very quick" in send(client, meeting, ago=1).content.decode()
    assert "This page was open for very long" in send(client, meeting, ago=86_500).content.decode()
    assert not Suggestion.objects.exists()
    assert send(client, meeting, ago=86_000).status_code == 302


def test_the_stamp_of_one_page_is_none_for_another(client, meeting, quote):
    assert client.post(form_of(meeting), {**SAID, "opened": stamp(quote, 60)}).status_code == 422


def test_the_same_sent_twice_is_one(client, meeting):
    assert send(client, meeting).url == send(client, meeting).url
    assert Suggestion.objects.count() == 1


@override_settings(SUGGESTIONS_PER_HOUR=2)
def test_from_one_address_only_so_many_are_taken(client, meeting):
    codes = [send(client, meeting, should=f"{day} April 2021").status_code for day in (1, 2, 3)]
    assert codes == [302, 302, 429]
    refused = send(client, meeting, should="3 April 2021")
    assert refused["Retry-After"] == "3600"
    assert "3 April 2021</textarea>" in refused.content.decode()
    assert send(Client(REMOTE_ADDR="203.0.113.9"), meeting, should="4 April 2021").status_code == 302
    Suggestion.objects.update(at=timezone.now() - dt.timedelta(minutes=61))
    assert send(client, meeting, should="5 April 2021").status_code == 302


@override_settings(SUGGESTIONS_PER_DAY=2)
def test_from_all_together_only_so_many_are_taken(meeting):
    clients = [Client(REMOTE_ADDR=f"203.0.113.{number}") for number in (1, 2, 3)]
    codes = [send(one, meeting, should=f"{day} April 2021").status_code for day, one in enumerate(clients, 1)]
    assert codes == [302, 302, 429]


def test_no_address_is_kept_and_its_hash_for_an_hour(client, meeting):
    send(client, meeting)
    row = Suggestion.objects.get()
    assert re.fullmatch("[0-9a-f]{64}", row.sender)
    assert "127.0.0.1" not in str(list(Suggestion.objects.values()))
    Suggestion.objects.update(at=timezone.now() - dt.timedelta(minutes=61))
    send(client, meeting, should="1 May 2021")
    row.refresh_from_db()
    assert row.sender == ""


def test_the_hash_differs_by_day_and_by_key():
    one = suggesting.sender_of("203.0.113.9")
    with override_settings(SECRET_KEY="another"):
        assert suggesting.sender_of("203.0.113.9") != one
    assert suggesting.sender_of("203.0.113.10") != one
    assert suggesting.sender_of(None) == ""


def test_a_form_without_its_token_is_refused(meeting):
    response = Client(enforce_csrf_checks=True).post(form_of(meeting), SAID)
    assert response.status_code == 403
    assert "Allow cookies for this site" in response.content.decode()
    assert not Suggestion.objects.exists()


def test_markup_is_shown_as_words(client, meeting):
    response = send(client, meeting, should="<script>alert(1)</script> & <b>bold</b>")
    page = client.get(response.url).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("state", "words"), [("taken", "the record was corrected"), ("dismissed", "The record stays as it is.")]
)
def test_the_reader_can_look_what_became_of_it(client, meeting, state, words):
    receipt = send(client, meeting).url
    suggesting.settle(Suggestion.objects.get(), state, None, "Not so, say the minutes")
    page = client.get(receipt).content.decode()
    assert words in page
    assert "Not so, say the minutes" not in page
    assert client.get(receipt.replace("/suggestions/", "/suggestions/1")).status_code == 404


def test_the_mailbox_is_forgotten_once_it_is_settled(client, meeting):
    send(client, meeting, email="rosa@example.org")
    suggesting.settle(Suggestion.objects.get(), "dismissed", None)
    assert Suggestion.objects.get().email == ""


def test_the_queue_holds_one_entry_a_subject_until_all_is_settled(client, meeting, quote):
    for said in ({}, {"field": "place", "should": "Almaty"}):
        send(client, meeting, **said)
    send(client, quote, field="words", should="We are friends.")
    numbers = list(Suggestion.objects.order_by("pk"))
    found = list(Doubt.objects.values_list("kind", "about", "subject", "causes").order_by("pk"))
    assert found == [
        (
            "suggestion",
            "meeting",
            meeting.key,
            [f"Suggestion {numbers[0].pk}: date: 9 April 2021", f"Suggestion {numbers[1].pk}: place: Almaty"],
        ),
        ("suggestion", "document", quote.document.path, [f"Suggestion {numbers[2].pk}: words: We are friends."]),
    ]
    for row in numbers:
        suggesting.settle(row, "dismissed", None)
    assert not Doubt.objects.exists()


def test_the_form_asks_as_much_for_many_participants_as_for_few(client):
    counts = []
    for number in (1, 3):
        row = make_meeting([make_person() for _ in range(number)])
        with CaptureQueriesContext(connection) as captured:
            client.get(form_of(row))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_what_is_withheld_takes_no_suggestion(client, meeting, quote):
    Quote.objects.update(withheld=True)
    assert client.get(form_of(quote)).status_code == 410
    assert client.post(form_of(quote), {**SAID, "opened": stamp(quote, 60)}).status_code == 410
    assert not Suggestion.objects.exists()
