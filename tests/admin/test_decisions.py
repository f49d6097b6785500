"""Withdrawing, and verdicts on who is who."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client

from meetings.corrections import correct, judge
from meetings.models import Correction, Judgement, Meeting, Person
from tests.admin.desk import address, errors
from tests.readings import BRANDT, MEDER, TEXT, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db


def act(client: Client, model: type, action: str, *rows: object, confirmed: bool = True) -> None:
    """Choose rows and an action; what moves in a merge is confirmed."""
    data = {"action": action, "_selected_action": [str(row.pk) for row in rows]}
    data |= {"confirmed": "yes", "reason": "They look alike"} if action == "same" and confirmed else {}
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
    assert (Judgement.objects.get().author, Judgement.objects.get().reason) == (clerk, "They look alike")
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


def test_a_merge_is_shown_before_it_is_done(desk, told):
    one, other = two_persons()
    data = {"action": "same", "_selected_action": [str(one.pk), str(other.pk)]}
    page = desk.post(address("changelist", Person), data)
    assert page.context["stays"] == one
    [(row, moving)] = page.context["others"]
    assert row == other
    assert {what: (number, first) for what, number, first in moving if number} == {
        "Spellings": (1, ["Ilse Brandt"]),
        "Meetings": (1, ["Askar Meder receives Ilse Brandt"]),
        "Texts that name them": (1, ["Ilse Brandt"]),
    }
    assert "/people/ilse-brandt/" in page.content.decode()
    assert not Judgement.objects.exists()


def test_a_merge_of_meetings_shows_accounts_participants_and_quotes(desk, told):
    one, other = two_meetings()
    page = desk.post(
        address("changelist", Meeting), {"action": "same", "_selected_action": [str(one.pk), str(other.pk)]}
    )
    [(_, moving)] = page.context["others"]
    assert [(what, number) for what, number, _ in moving if number] == [("Accounts", 1), ("Participants", 2)]


def test_a_merge_that_a_verdict_forbids_is_refused(desk, told):
    one, other = two_persons()
    store("d.txt", reading(told_meeting(("Timo Aalto", "Envoy", "FI"), date="2018-01-01")), "Timo Aalto.")
    aalto = Person.objects.get(slug="timo-aalto")
    act(desk, Person, "same", one, other)
    judge("person", "ilse-brandt", "timo-aalto", "different")
    data = {"action": "same", "_selected_action": [str(one.pk), str(aalto.pk)], "confirmed": "yes"}
    assert "They were not merged" in desk.post(address("changelist", Person), data, follow=True).content.decode()
    assert Judgement.objects.standing().count() == 2


def test_nobody_can_tell(desk, told):
    act(desk, Person, "unsure", *two_persons())
    assert Judgement.objects.get().verdict == "unsure"


@pytest.fixture
def aaltos(told) -> Person:
    """Timo Aalto, and the Aalto who is taken for him."""
    for name, year in (("Timo Aalto", 2018), ("Aalto", 2019)):
        store(f"{year}.txt", reading(told_meeting((name, "Envoy", "FI"), date=f"{year}-01-01")), f"{name} {year}.")
    return Person.objects.get(slug="timo-aalto")


def test_a_person_is_split_by_spellings(desk, clerk, aaltos):
    assert address("split", aaltos, aaltos.pk) in desk.get(address("change", aaltos, aaltos.pk)).content.decode()
    names = [str(aaltos.names.get(name="Aalto").pk)]
    answer = desk.post(address("split", aaltos, aaltos.pk), {"names": names, "reason": "His brother"})
    other = Person.objects.get(slug="aalto")
    assert answer.url == address("change", other, other.pk)
    assert (other.meeting_count, Person.objects.get(pk=aaltos.pk).meeting_count) == (1, 1)
    made = Correction.objects.get()
    assert (made.subject, made.field, made.author, made.reason) == (
        "timo-aalto",
        "names/FI/Aalto",
        clerk,
        "His brother",
    )
    act(desk, Correction, "withdraw", made)
    assert Person.objects.get(pk=aaltos.pk).meeting_count == 2


def test_a_person_is_split_by_texts_and_given_to_somebody_known(desk, aaltos):
    mention = aaltos.mentions.get(name__name="Aalto")
    brandt = Person.objects.get(slug="ilse-brandt")
    data = {"mentions": [str(mention.pk)], "other": str(brandt.pk)}
    assert desk.post(address("split", aaltos, aaltos.pk), data).url == address("change", brandt, brandt.pk)
    assert Person.objects.get(pk=brandt.pk).meeting_count == 2
    assert [(row.kind, row.field) for row in Correction.objects.all()] == [("document", "people/Aalto/person")]


def test_the_history_of_both_persons_tells_of_a_split(desk, aaltos):
    mention, name = aaltos.mentions.get(name__name="Timo Aalto"), aaltos.names.get(name="Aalto")
    brandt = Person.objects.get(slug="ilse-brandt")
    data = {"names": [str(name.pk)], "mentions": [str(mention.pk)], "other": str(brandt.pk)}
    desk.post(address("split", aaltos, aaltos.pk), data)
    for row in (aaltos, brandt):
        entries = desk.get(address("history", row, row.pk)).context["entries"]
        assert [entry.what for entry in entries] == ["Who “Timo Aalto” is", "Whose name “Aalto” is (Finland)"]


def test_a_split_of_nothing_says_what_to_do(desk, aaltos):
    page = desk.post(address("split", aaltos, aaltos.pk), {})
    assert page.context["form"].non_field_errors() == ["Choose the spellings, or the texts, that mean somebody else."]
    page = desk.post(address("split", aaltos, aaltos.pk), {"mentions": ["1"], "other": str(aaltos.pk)})
    assert "other" in page.context["form"].errors
    assert not Correction.objects.exists()


def test_a_meeting_is_split_by_accounts(desk, told):
    store("b.txt", visit(), TEXT + " So says the other ministry.")
    meeting = Meeting.objects.listed().get()
    assert address("split", meeting, meeting.pk) in desk.get(address("change", meeting, meeting.pk)).content.decode()
    account = meeting.accounts.get(document__path="b.txt")
    answer = desk.post(address("split", meeting, meeting.pk), {"accounts": [str(account.pk)]})
    other = Meeting.objects.get(key="b.txt#1")
    assert answer.url == address("change", other, other.pk)
    assert Meeting.objects.listed().count() == 2


def test_who_may_not_judge_neither_merges_nor_splits(aaltos):
    user = get_user_model().objects.create_user("helper", password="a long pass phrase", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["change_person", "change_meeting"]))
    client = Client()
    client.force_login(user)
    names = [str(aaltos.names.get(name="Aalto").pk)]
    assert client.post(address("split", aaltos, aaltos.pk), {"names": names}).status_code == 403
    assert address("split", aaltos, aaltos.pk) not in client.get(address("change", aaltos, aaltos.pk)).content.decode()
    assert not Correction.objects.exists()
