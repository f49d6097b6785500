"""Withdrawing, and verdicts on who is who."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client

from meetings.corrections import correct
from meetings.models import Correction, Judgement, Meeting, Person
from tests.admin.desk import address, errors
from tests.readings import BRANDT, MEDER, TEXT, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db


def act(client: Client, model: type, action: str, *rows: object) -> None:
    data = {"action": action, "_selected_action": [str(row.pk) for row in rows]}
    assert client.post(address("changelist", model), data).status_code in (200, 302)


def two_persons() -> tuple[Person, Person]:
    return Person.objects.get(slug="askar-meder"), Person.objects.get(slug="ilse-brandt")


def two_meetings() -> tuple[Meeting, Meeting]:
    store("c.txt", reading(told_meeting(MEDER, BRANDT, date="2019-01-01")), TEXT + " That was in 2019.")
    return Meeting.objects.get(key="a.txt#1"), Meeting.objects.get(key="c.txt#1")


def test_withdrawing_from_the_list_restores_and_keeps_the_correction(desk, clerk, told):
    made = correct("meeting", "a.txt#1", "place", "Almaty", author=clerk)
    act(desk, Correction, "withdraw", made)
    made.refresh_from_db()
    assert (Meeting.objects.get().place, made.withdrawn_by, Correction.objects.count()) == ("Astana", clerk, 1)
    assert made.withdrawn_at is not None


def test_withdrawing_twice_changes_nothing(desk, told):
    made = correct("meeting", "a.txt#1", "place", "Almaty")
    act(desk, Correction, "withdraw", made)
    made.refresh_from_db()
    when = made.withdrawn_at
    act(desk, Correction, "withdraw", made)
    made.refresh_from_db()
    assert made.withdrawn_at == when


def test_who_may_only_look_withdraws_nothing(told):
    user = get_user_model().objects.create_user("helper", password="a long pass phrase", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_correction", "view_person"]))
    client = Client()
    client.force_login(user)
    act(client, Correction, "withdraw", correct("meeting", "a.txt#1", "place", "Almaty"))
    act(client, Person, "same", *two_persons())
    assert Correction.objects.standing().count() == 1
    assert not Judgement.objects.exists()


def test_a_correction_cannot_be_edited_or_added(desk, told):
    made = correct("meeting", "a.txt#1", "place", "Almaty")
    assert desk.post(address("change", made, made.pk), {"value": '"Aktau"'}).status_code == 403
    assert desk.post(address("add", Correction), {}).status_code == 403


def test_two_persons_are_the_same(desk, clerk, told):
    one, other = two_persons()
    act(desk, Person, "same", other, one)
    other.refresh_from_db()
    assert other.merged_into == one
    assert Judgement.objects.get().author == clerk
    store("a.txt", visit(), rules="2")
    other.refresh_from_db()
    assert other.merged_into == one
    act(desk, Judgement, "withdraw", Judgement.objects.get())
    other.refresh_from_db()
    assert other.merged_into is None


def test_two_meetings_are_the_same_and_then_different(desk, told):
    one, other = two_meetings()
    act(desk, Meeting, "same", one, other)
    other.refresh_from_db()
    assert other.merged_into == one
    act(desk, Meeting, "different", one)
    assert Judgement.objects.count() == 1
    data = {
        "verdict": "different",
        "one_meeting": str(one.pk),
        "other_meeting": str(other.pk),
        "reason": "Two years apart",
    }
    assert errors(desk.post(address("add", Judgement), data)) == []
    other.refresh_from_db()
    assert other.merged_into is None
    assert list(Judgement.objects.standing().values_list("verdict", "reason")) == [("different", "Two years apart")]


def test_three_persons_are_all_different(desk, told):
    store(
        "d.txt",
        visit(people=reading(told_meeting(MEDER, BRANDT, ("Timo Aalto", "Envoy", "FI"))).people),
        TEXT + " More.",
    )
    act(desk, Person, "different", *Person.objects.all())
    assert Judgement.objects.filter(verdict="different").count() == 3


@pytest.mark.parametrize(
    "chosen",
    [{}, {"one_person": 0}, {"one_person": 0, "other_person": 0}, {"one_person": 0, "other_meeting": "meeting"}],
    ids=["nobody", "one", "the same one", "a person and a meeting"],
)
def test_a_verdict_needs_two_of_a_kind(desk, told, chosen):
    persons = two_persons()
    rows = {name: Meeting.objects.get() if who == "meeting" else persons[who] for name, who in chosen.items()}
    data = {"verdict": "same", **{name: str(row.pk) for name, row in rows.items()}}
    assert errors(desk.post(address("add", Judgement), data))
    assert not Judgement.objects.exists()
