"""The review queue: what is doubtful comes, what is settled goes, what is new comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from meetings import importing, resolving
from meetings.corrections import correct, judge, withdraw
from meetings.extraction.record import Hints
from meetings.models import Correction, Doubt, Judgement, Meeting, Person
from tests.admin.desk import change
from tests.readings import BRANDT, MEDER, TEXT, found, quote, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db

QUEUE = "/admin/review/"


def doubts() -> list[tuple[str, str, str, list[str]]]:
    return list(Doubt.objects.values_list("kind", "subject", "other", "causes"))


def settle(client: Client, doubt: Doubt, decision: str, query: str = ""):
    page = client.get(f"{QUEUE}{doubt.pk}/{query}")
    data = {"decision": decision, "seen": page.context["seen"], "reason": "Looked it up"}
    return client.post(f"{QUEUE}{doubt.pk}/{query}", data)


def undated(path: str = "a.txt", text: str = TEXT, **changes):
    return store(path, visit(text, meetings=(told_meeting(MEDER, BRANDT, date=None),), **changes), text)


def staff(*permissions: str) -> Client:
    user = get_user_model().objects.create_user("helper", password="a long pass phrase", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


def test_what_is_surely_read_raises_no_doubt(told):
    assert doubts() == []


def test_each_kind_of_doubt_has_its_causes_the_most_urgent_first(told):
    unsure = replace(quote(TEXT, "old friends", None), confidence=0.4)
    undated(quotes=(unsure,), published=found(None))
    assert doubts() == [
        ("date", "a.txt#1", "", ["no date"]),
        ("speaker", "a.txt", "", ["old friends"]),
        ("confidence", "a.txt", "", ["quote: old friends"]),
        ("published", "a.txt", "", ["no date of publication"]),
    ]


def test_a_fact_of_an_account_that_is_not_sure_is_a_doubt_until_it_is_decided(db):
    meeting = replace(told_meeting(MEDER, BRANDT), place=found("Astana", 0.3))
    store("a.txt", visit(meetings=(meeting,)))
    assert doubts() == [("confidence", "a.txt#1", "", ["place: Astana"])]
    correct("meeting", "a.txt#1", "place", "Almaty", before="Astana")
    assert doubts() == []


@pytest.mark.parametrize(
    ("date", "cause"), [(None, "no date"), ("XXXX-05-28", "XXXX-05-28")], ids=["no date", "no year"]
)
def test_a_meeting_without_date_or_year_leaves_the_queue_when_it_gets_one(desk, date, cause):
    store("a.txt", visit(meetings=(told_meeting(MEDER, BRANDT, date=date),)))
    assert doubts() == [("date", "a.txt#1", "", [cause])]
    change(desk, Meeting.objects.get(), date="2021-05-28")
    assert doubts() == []


def test_reviewed_is_a_decision_that_stands_until_a_reading_brings_a_new_cause(desk, clerk):
    undated()
    assert settle(desk, Doubt.objects.get(), "reviewed").status_code == 302
    made = Correction.objects.get()
    assert (made.kind, made.subject, made.field, made.value) == ("meeting", "a.txt#1", "reviewed/date", ["no date"])
    assert (made.author, made.reason) == (clerk, "Looked it up")
    undated()
    assert doubts() == []
    store("a.txt", visit(meetings=(told_meeting(MEDER, BRANDT, date="XXXX-04-08"),)), rules="2")
    assert doubts() == [("date", "a.txt#1", "", ["XXXX-04-08"])]


def test_of_several_quotes_looked_at_a_new_one_brings_the_document_back(desk):
    both = (quote(TEXT, "We are", None), quote(TEXT, "old friends", None))
    store("a.txt", visit(quotes=both[:1]))
    settle(desk, Doubt.objects.get(), "reviewed")
    assert doubts() == []
    store("a.txt", visit(quotes=both))
    assert doubts() == [("speaker", "a.txt", "", ["We are", "old friends"])]


def test_withdrawing_the_review_opens_the_doubt_again(desk, clerk):
    undated()
    settle(desk, Doubt.objects.get(), "reviewed")
    withdraw(Correction.objects.get(), clerk)
    assert doubts() == [("date", "a.txt#1", "", ["no date"])]


def test_who_ticks_reviewed_on_the_meeting_has_settled_its_doubts(desk):
    undated()
    change(desk, Meeting.objects.get(), reviewed="on")
    assert doubts() == []
    assert Meeting.objects.get().reviewed


def test_the_next_comes_at_once_and_the_filter_stays(desk):
    for number, words in enumerate(("One.", "Two.")):
        undated(f"{number}.txt", f"{TEXT} {words}")
    store("c.txt", visit(f"{TEXT} C.", published=found(None)), f"{TEXT} C.")
    first, second = Doubt.objects.filter(kind="date")
    assert settle(desk, first, "reviewed", "?kind=date").url == f"{QUEUE}{second.pk}/?kind=date"
    assert settle(desk, second, "reviewed", "?kind=date").url == f"{QUEUE}?kind=date"
    assert [kind for kind, *_ in doubts()] == ["published"]


def test_what_changed_while_it_was_looked_at_is_shown_first(desk):
    undated()
    doubt = Doubt.objects.get()
    seen = desk.get(f"{QUEUE}{doubt.pk}/").context["seen"]
    store("a.txt", visit(meetings=(told_meeting(MEDER, BRANDT, date="XXXX-04-08"),)), rules="2")
    sent = {"decision": "reviewed", "seen": seen, "reason": "Looked it up"}
    answer = desk.post(f"{QUEUE}{doubt.pk}/", sent, follow=True)
    assert "This changed meanwhile" in answer.content.decode()
    assert 'name="reason" value="Looked it up"' in answer.content.decode()
    assert not Correction.objects.exists()


def test_what_somebody_else_settled_meanwhile_leads_on(desk):
    undated()
    pk = Doubt.objects.get().pk
    correct("meeting", "a.txt#1", "date", "2021-04-08")
    answer = desk.post(f"{QUEUE}{pk}/", {"decision": "reviewed", "seen": "[]"}, follow=True)
    assert answer.redirect_chain == [(QUEUE, 302)]
    assert "settled already" in answer.content.decode()


def two_brandts() -> Doubt:
    """One name, two states."""
    store("a.txt", visit())
    store("b.txt", reading(told_meeting(("Ilse Brandt", "Envoy", "AT"), date="2019-01-01")), "Ilse Brandt of Austria.")
    return Doubt.objects.get(kind="persons")


@pytest.mark.parametrize(("verdict", "persons"), [("same", 1), ("different", 2), ("unsure", 2)])
def test_a_verdict_on_two_persons_is_remembered_by_the_next_import(desk, verdict, persons):
    doubt = two_brandts()
    assert (doubt.subject, doubt.other) == ("ilse-brandt", "ilse-brandt-2")
    settle(desk, doubt, verdict)
    assert list(Judgement.objects.values_list("one", "other", "verdict", "reason")) == [
        ("ilse-brandt", "ilse-brandt-2", verdict, "Looked it up")
    ]
    store("b.txt", reading(told_meeting(("Ilse Brandt", "Envoy", "AT"), date="2019-01-01")), "Ilse Brandt of Austria.")
    assert not Doubt.objects.filter(kind="persons").exists()
    assert Person.objects.listed().filter(name="Ilse Brandt").count() == persons


def test_withdrawing_a_verdict_asks_again(desk, clerk):
    settle(desk, two_brandts(), "unsure")
    withdraw(Judgement.objects.get(), clerk)
    assert [kind for kind, *_ in doubts()] == ["persons"]


def test_meetings_of_two_days_that_may_be_one_are_asked_about(desk):
    store("a.txt", visit())
    store("b.txt", visit(meetings=(told_meeting(MEDER, BRANDT, date="2021-04-09"),)), TEXT + " Told by another.")
    doubt = Doubt.objects.get()
    assert (doubt.kind, doubt.subject, doubt.other) == ("meetings", "a.txt#1", "b.txt#1")
    settle(desk, doubt, "same")
    assert doubts() == []
    assert Meeting.objects.listed().get().account_count == 2


def test_a_meeting_told_no_more_is_asked_about_no_more(db):
    store("a.txt", visit())
    store("b.txt", visit(meetings=(told_meeting(MEDER, BRANDT, date="2021-04-09"),)), TEXT + " Told by another.")
    store("b.txt", visit(meetings=(), quotes=()), TEXT + " Told by another.", rules="2")
    assert doubts() == []


def test_a_new_reading_that_says_something_third_is_shown(clerk, told):
    correct("meeting", "a.txt#1", "place", "Almaty", before="Astana", author=clerk)
    correct("meeting", "a.txt#1", "participants/ilse-brandt/office", "Chancellor", before="Foreign Minister")
    correct("document", "a.txt", "title", "A visit", before="Askar Meder receives Ilse Brandt")
    assert doubts() == []
    guest = ("Ilse Brandt", "Minister of State", "DE")
    again = told_meeting(MEDER, guest, place="Aktau")
    record = reading(again, quotes=visit().quotes)
    store("a.txt", replace(record, title=found("Another headline")), rules="2")
    assert doubts() == [
        ("disagreement", "a.txt#1", "", ["place: Aktau", "participants/ilse-brandt/office: Minister of State"]),
        ("disagreement", "a.txt", "", ["title: Another headline"]),
    ]
    assert Meeting.objects.get().place == "Almaty"


def test_a_reading_that_was_seen_before_or_agrees_is_no_disagreement(told):
    correct("meeting", "a.txt#1", "place", "Almaty", before="Astana")
    correct("meeting", "a.txt#1", "place", "Aktau", before="Almaty")
    assert doubts() == []
    store("a.txt", visit(meetings=(told_meeting(MEDER, BRANDT, place="Aktau"),)), rules="2")
    assert doubts() == []


def test_a_new_speaker_and_lost_words_are_disagreements(told):
    key = told.quotes.get().key
    field, before = f"quotes/{key}/speaker", {"person": "askar-meder"}
    correct("document", "a.txt", field, {"organization": "The Guild"}, before=before, version=told.version)
    assert doubts() == []
    store("a.txt", visit(quotes=(quote(TEXT, "We are old friends,", "Ilse Brandt"),)), rules="2")
    assert doubts() == [("disagreement", "a.txt", "", [f"{field}: ilse-brandt"])]
    text = "Askar Meder received Ilse Brandt of Germany, and nothing was said."
    store("a.txt", visit(quotes=()), text)
    assert doubts() == [("disagreement", "a.txt", "", [f"{field}: these words are gone"])]


def test_who_may_only_look_sees_the_queue_and_settles_nothing(db):
    undated()
    client = staff("view_document")
    doubt = Doubt.objects.get()
    assert client.get(QUEUE).status_code == 200
    assert 'value="reviewed"' not in client.get(f"{QUEUE}{doubt.pk}/").content.decode()
    assert settle(client, doubt, "reviewed").status_code == 403
    assert not Correction.objects.exists()


def test_an_editor_reviews_and_does_not_judge(db):
    doubt = two_brandts()
    client = staff("view_document", "change_document", "change_meeting")
    assert settle(client, doubt, "same").status_code == 403
    undated("c.txt", TEXT + " C.")
    assert settle(client, Doubt.objects.get(kind="date"), "reviewed").status_code == 302
    assert not Judgement.objects.exists()


def test_nobody_else_comes_in(client, db):
    assert client.get(QUEUE).url.startswith("/admin/login/")
    assert staff().get(QUEUE).status_code == 403


def test_a_pair_is_not_reviewed_and_a_document_not_judged(desk):
    doubt = two_brandts()
    settle(desk, doubt, "reviewed")
    undated("c.txt", TEXT + " C.")
    settle(desk, Doubt.objects.get(kind="date"), "same")
    assert (Correction.objects.count(), Judgement.objects.count()) == (0, 0)


def test_the_queue_and_its_pages_ask_as_much_for_many_as_for_few(desk):
    counts = []
    for number in (1, 4):
        for i in range(number):
            undated(f"{number}-{i}.txt", f"{TEXT} {number} {i}", published=found(None))
            guest = (f"Ilse Brandt{'ab'[i % 2] * (i + number)}", "Envoy", "AT")
            store(f"p{number}-{i}.txt", reading(told_meeting(guest, date=f"20{number}{i}-01-01")), f"{number}{i}")
        pages = [QUEUE, f"{QUEUE}?kind=date", f"{QUEUE}{Doubt.objects.filter(kind='date').first().pk}/"]
        counts.append([asked(desk, page) for page in pages])
    assert counts[0] == counts[1]


def asked(client: Client, page: str) -> int:
    client.get(page)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200
    return len(captured)


def test_counts_and_links_of_the_queue(desk):
    undated()
    store("b.txt", visit(TEXT + " B.", published=found(None)), TEXT + " B.")
    page = desk.get(QUEUE)
    assert {kind["label"]: kind["count"] for kind in page.context["kinds"] if kind["count"]} == {
        "Everything": 2,
        "Meeting without a date or a year": 1,
        "Document without a date": 1,
    }
    assert 'href="/admin/review/"' in desk.get("/admin/").content.decode()
    assert 'href="/admin/review/"' in desk.get("/admin/meetings/person/").content.decode()


def test_resolving_again_changes_no_doubt(desk):
    two_brandts()
    undated("c.txt", TEXT + " C.")
    before = list(Doubt.objects.values())
    judge("person", "askar-meder", "ilse-brandt", "different")
    resolving.resolve_all()
    assert list(Doubt.objects.values()) == before


def test_a_file_that_could_not_be_read_comes_first_and_can_be_let_be(desk):
    undated()
    importing.store("lost.txt", b"", Hints())
    page = desk.get(QUEUE)
    assert [item.doubt.kind for item in page.context["items"]] == ["import", "date"]
    doubt = Doubt.objects.get(kind="import")
    assert "import it again" in desk.get(f"{QUEUE}{doubt.pk}/").content.decode()
    settle(desk, doubt, "reviewed")
    assert [kind for kind, *_ in doubts()] == ["date"]
