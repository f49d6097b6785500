"""Decisions and readings of a meeting side by side, and one click to settle each field."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from meetings.corrections import correct
from meetings.models import Correction, Doubt, Meeting
from tests.admin.desk import address
from tests.readings import BRANDT, MEDER, TEXT, store, told_meeting, visit

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
