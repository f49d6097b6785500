"""The history of a row in words, and the way back from each decision."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from meetings import merging
from meetings.corrections import correct, judge, leave
from meetings.models import Correction, Doubt, Judgement, Meeting, Person, Quote
from tests.admin.desk import address
from tests.readings import BRANDT, MEDER, TEXT, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db


def told_of(client: Client, row) -> list[tuple[str, str, str, str]]:
    """(what, where, from, to), the oldest first."""
    entries = client.get(address("history", row, row.pk)).context["entries"]
    return [(one.what, one.where, one.before, one.after) for one in reversed(entries)]


def withdraw(client: Client, row, number: int = 0):
    entries = client.get(address("history", row, row.pk)).context["entries"]
    return client.post(address("history", row, row.pk), {"withdraw": entries[number].id}, follow=True)


def test_a_meeting_in_words(desk, clerk, told):
    store("b.txt", reading(told_meeting(MEDER, BRANDT, date="2019-01-01")), TEXT + " That was in 2019.")
    one, other = Meeting.objects.get(key="a.txt#1"), Meeting.objects.get(key="b.txt#1")
    said = {"author": clerk}
    correct("meeting", one.key, "format", "call", before="talks", **said)
    correct("meeting", one.key, "place_country", "UZ", before="KZ", **said)
    correct("meeting", one.key, "participants/ilse-brandt/office", "Chancellor", before="Foreign Minister", **said)
    correct("meeting", one.key, "participants/ilse-brandt", action="removed", before={"country": "DE"}, **said)
    correct("meeting", one.key, "date", "2021-04-08", action="confirmed", before="2021-04-08", **said)
    correct("meeting", one.key, "reviewed", True, before=False, **said)
    merging.merge("meeting", [one, other], **said)
    title = "Askar Meder receives Ilse Brandt"
    assert told_of(desk, one) == [
        ("Format", "", "Talks", "Telephone call"),
        ("Country of the place", "", "Kazakhstan", "Uzbekistan"),
        ("Office of Ilse Brandt", "", "Foreign Minister", "Chancellor"),
        ("Participant Ilse Brandt", "", "Germany", "removed"),
        ("Meeting date", "", "2021-04-08", "2021-04-08 (confirmed)"),
        ("Checked by a person", "", "no", "yes"),
        (f"{title} and {title}", "", "–", "same"),
    ]


def test_a_document_and_its_quotes_in_words(desk, told):
    key, version = told.quotes.get().key, told.version
    correct("document", "a.txt", "country", "DE", before=None)
    correct("document", "a.txt", f"quotes/{key}/speaker", {"person": "ilse-brandt"}, before=None, version=version)
    correct("document", "a.txt", f"quotes/{key}/span", [47, 60], before=[46, 65], version=version)
    added = {"organization": "The Guild"}
    correct("document", "a.txt", "quotes/12-20", added, action="added", version=version)
    correct("document", "a.txt", "people/old friends", {"spans": [[54, 65]]}, action="added", version=version)
    correct("document", "a.txt", "people/old friends/person", {"person": "ilse-brandt"})
    correct("document", "a.txt", "countries/DE", action="removed", version=version)
    assert told_of(desk, told) == [
        ("Country of the publisher", "", "–", "Germany"),
        ("Speaker of “We are old friends,”", "", "–", "Ilse Brandt"),
        ("Words of “We are old friends,”", "", "“We are old friends,”", "“e are old fri”"),
        ("Quote “received”", "", "–", "added, The Guild"),
        ("Mention of “old friends”", "", "–", "added"),
        ("Who “old friends” is", "", "–", "Ilse Brandt"),
        ("Mention of Germany", "", "–", "removed"),
    ]
    assert [what for what, *_ in told_of(desk, Quote.objects.get(speaker__slug="ilse-brandt"))] == [
        "Speaker of “We are old friends,”",
        "Words of “We are old friends,”",
    ]


def test_a_person_is_told_of_in_texts_and_meetings_too(desk, told):
    person, title = Person.objects.get(slug="ilse-brandt"), "Askar Meder receives Ilse Brandt"
    correct("person", "ilse-brandt", "name", "I. Brandt", before="Ilse Brandt")
    correct("meeting", "a.txt#1", "participants/ilse-brandt/office", "Chancellor")
    quote = told.quotes.get()
    correct("document", "a.txt", f"quotes/{quote.key}/speaker", {"person": "ilse-brandt"}, version=quote.version)
    judge("person", "askar-meder", "ilse-brandt", "different")
    assert told_of(desk, person) == [
        ("Name", "", "Ilse Brandt", "I. Brandt"),
        ("Office of I. Brandt", title, "–", "Chancellor"),
        ("Speaker of “We are old friends,”", title, "–", "I. Brandt"),
        ("Askar Meder and I. Brandt", "", "–", "different"),
    ]


def test_what_was_let_be_is_named(desk, told):
    store("a.txt", visit(meetings=(told_meeting(MEDER, BRANDT, date=None),)), rules="2")
    leave(Doubt.objects.get())
    assert told_of(desk, Meeting.objects.get()) == [
        ("Reviewed: Meeting without a date or a year", "", "–", "no date (confirmed)")
    ]


def test_each_decision_is_withdrawn_from_the_history_which_stays_open(desk, clerk, told):
    meeting = Meeting.objects.get()
    correct("meeting", meeting.key, "place", "Almaty", before="Astana")
    answer = withdraw(desk, meeting)
    assert answer.redirect_chain == [(address("history", meeting, meeting.pk), 302)]
    assert "1 withdrawn" in answer.content.decode()
    assert Correction.objects.get().withdrawn_by == clerk
    meeting.refresh_from_db()
    assert meeting.place == "Astana"
    assert "Look again" in withdraw(desk, meeting).content.decode()


def test_a_merge_and_a_split_are_undone_from_the_history(desk, clerk, told):
    one, other = Person.objects.get(slug="askar-meder"), Person.objects.get(slug="ilse-brandt")
    merging.merge("person", [one, other], author=clerk)
    withdraw(desk, one)
    other.refresh_from_db()
    assert (other.merged_into, Judgement.objects.get().withdrawn_by) == (None, clerk)


def test_decisions_of_others_are_not_withdrawn_past_their_history(desk, told):
    made = correct("person", "ilse-brandt", "name", "I. Brandt")
    meeting = Meeting.objects.get()
    page = desk.post(address("history", meeting, meeting.pk), {"withdraw": f"correction-{made.pk}"}, follow=True)
    assert "Look again" in page.content.decode()
    assert Correction.objects.standing().exists()


def test_who_may_only_look_withdraws_nothing(told):
    correct("meeting", "a.txt#1", "place", "Almaty")
    meeting = Meeting.objects.get()
    user = get_user_model().objects.create_user("helper", password="a long pass phrase", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_meeting"))
    client = Client()
    client.force_login(user)
    page = client.get(address("history", meeting, meeting.pk)).content.decode()
    assert "Almaty" in page
    assert "Withdraw:" not in page
    assert withdraw(client, meeting).status_code == 403
    assert client.get(address("history", told, told.pk)).status_code == 403
    assert Correction.objects.standing().exists()


def test_as_many_queries_for_many_decisions_as_for_few(desk, told):
    quote, person = told.quotes.get(), Person.objects.get(slug="ilse-brandt")
    pages = [address("history", row, row.pk) for row in (told, quote, person, Meeting.objects.get())]

    def asked() -> list[int]:
        counts = []
        for page in pages:
            with CaptureQueriesContext(connection) as captured:
                assert desk.get(page).status_code == 200
            counts.append(len(captured))
        return counts

    def decide(speaker: str) -> None:
        field = f"quotes/{quote.key}/speaker"
        correct("document", "a.txt", field, {"person": speaker}, version=quote.version)
        correct("meeting", "a.txt#1", "participants/ilse-brandt/office", speaker)
        correct("meeting", "a.txt#1", "participants/askar-meder/office", speaker)

    decide("ilse-brandt")
    asked()
    few = asked()
    for speaker in ("askar-meder", "ilse-brandt", "nobody", "ilse-brandt"):
        decide(speaker)
    assert asked() == few
