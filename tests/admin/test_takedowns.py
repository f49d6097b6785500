"""Withholding, withdrawing and deleting as a curator does them; who may not, cannot."""

from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from meetings.models import Document, Meeting, Person, PublisherTerms, Quote, Takedown
from tests.admin.desk import address
from tests.readings import BRANDT, MEDER, quote, reading, store, told_meeting

pytestmark = pytest.mark.django_db
LIST = reverse("admin:meetings_takedown_changelist")


def withhold_page(kind: str, *ids: int) -> str:
    query = "&".join(f"id={pk}" for pk in ids)
    return f"{reverse('admin:meetings_takedown_withhold', args=[kind])}?{query}"


def page(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def visitor(db) -> Client:
    """Somebody of the staff who may look at and correct everything, but neither withhold nor delete."""
    user = get_user_model().objects.create_user("editor", password="a long pass phrase", is_staff=True)
    rights = Permission.objects.filter(content_type__app_label="meetings")
    user.user_permissions.set(rights.filter(codename__regex="^(view|change)_").exclude(codename="change_takedown"))
    client = Client()
    client.force_login(user)
    return client


def test_from_the_page_of_a_document(desk: Client, told: Document) -> None:
    ask = withhold_page("document", told.pk)
    assert f'href="{ask}"' in page(desk, address("change", told, told.pk))
    shown = page(desk, ask)
    for words in ("Meetings that nobody else tells of: 1", "Quotes: 1", "Persons who are named nowhere else: 2"):
        assert words in shown
    assert "This field is required" in desk.post(ask, {"reason": ""}).content.decode()
    assert not Takedown.objects.exists()
    response = desk.post(ask, {"reason": "asked by the publisher", "public": "on"}, follow=True)
    assert "1 withheld" in response.content.decode()
    made = Takedown.objects.get()
    assert (made.reason, made.public, made.author.username) == ("asked by the publisher", True, "clerk")
    assert Client().get(told.get_absolute_url()).status_code == 410
    shown = page(desk, address("change", told, told.pk))
    assert "Withheld from readers since" in shown
    assert ask not in shown


@pytest.mark.parametrize(("model", "kind"), [(Document, "document"), (Quote, "quote"), (Person, "person")])
def test_several_from_a_list(desk: Client, told: Document, model: type, kind: str) -> None:
    store(
        "b.txt",
        reading(told_meeting(MEDER, BRANDT), quotes=(quote("“Yes, indeed,” he said.", "Yes, indeed,", None),)),
        "“Yes, indeed,” he said.",
    )
    ids = sorted(model.objects.values_list("pk", flat=True))
    response = desk.post(address("changelist", model), {"action": "withhold", "_selected_action": ids}, follow=True)
    assert response.redirect_chain == [(withhold_page(kind, *ids), 302)]
    desk.post(withhold_page(kind, *ids), {"reason": "both"})
    assert set(model.objects.values_list("withheld", flat=True)) == {True}
    assert Takedown.objects.filter(kind=kind).count() == len(ids) == 2


def test_what_a_takedown_cannot_do_is_said_before(desk: Client, told: Document) -> None:
    person, row = Person.objects.get(slug="askar-meder"), Quote.objects.get()
    assert "still hold the name" in page(desk, withhold_page("person", person.pk))
    assert "What other documents quote is theirs" in page(desk, withhold_page("quote", row.pk))


def test_the_list_withdraws_with_one_click(desk: Client, told: Document) -> None:
    desk.post(withhold_page("document", told.pk), {"reason": "a mistake"})
    takedown = Takedown.objects.get()
    way = reverse("admin:meetings_takedown_withdraw", args=[takedown.pk])
    assert f'formaction="{way}"' in page(desk, LIST + "?standing=yes&kind=document")
    assert desk.get(way).status_code == 405
    desk.post(way)
    assert Client().get(told.get_absolute_url()).status_code == 200
    assert "formaction" not in page(desk, LIST)
    takedown.refresh_from_db()
    assert takedown.withdrawn_by.username == "clerk"
    assert "withdrawn already" in desk.post(way, follow=True).content.decode()


@pytest.mark.parametrize("kind", ["document", "quote", "person"])
def test_the_history_tells_of_it_and_withdraws_it(desk: Client, told: Document, kind: str) -> None:
    row = {"document": told, "quote": Quote.objects.get(), "person": Person.objects.get(slug="askar-meder")}[kind]
    desk.post(withhold_page(kind, row.pk), {"reason": "asked by letter"})
    takedown = Takedown.objects.get()
    history = page(desk, address("history", row, row.pk))
    assert "withheld from readers" in history
    assert "asked by letter" in history
    desk.post(f"{LIST}?q={takedown.subject}", {"action": "withdraw", "_selected_action": takedown.pk})
    row.refresh_from_db()
    assert not row.withheld
    assert "withdrawn" in page(desk, address("history", row, row.pk))


def test_a_meeting_with_a_nameless_seat_can_be_corrected(desk: Client, told: Document) -> None:
    desk.post(withhold_page("person", Person.objects.get(slug="askar-meder").pk), {"reason": "asked"})
    shown = page(desk, address("change", Meeting, Meeting.objects.get().pk))
    assert "Ilse Brandt" in shown
    page(desk, address("readings", Meeting, Meeting.objects.get().pk))
    page(desk, address("changelist", Quote) + "?withheld__exact=0")


def test_merging_says_that_a_takedown_goes_along(desk: Client, told: Document) -> None:
    people = Person.objects.order_by("pk")
    desk.post(withhold_page("person", people[1].pk), {"reason": "asked"})
    data = {"action": "same", "_selected_action": [one.pk for one in people]}
    assert (
        "whoever stays is withheld too"
        in desk.post(address("changelist", Person) + "?shown=all", data).content.decode()
    )


def test_editors_neither_withhold_nor_delete(visitor: Client, told: Document) -> None:
    takedown = Takedown.objects.create(kind="document", subject="elsewhere.txt", reason="asked")
    shown = page(visitor, address("change", told, told.pk))
    assert "Withhold" not in shown
    assert "deletelink" not in shown
    assert "formaction" not in page(visitor, LIST)
    way = reverse("admin:meetings_takedown_withdraw", args=[takedown.pk])
    asked = [withhold_page("document", told.pk), address("delete", told, told.pk), way]
    assert [visitor.post(url, {"reason": "x", "understood": "yes"}).status_code for url in asked] == [403] * 3
    assert [visitor.get(url).status_code for url in asked[:2]] == [403] * 2
    visitor.post(address("changelist", Document), {"action": "withhold", "_selected_action": told.pk})
    visitor.post(LIST, {"action": "withdraw", "_selected_action": takedown.pk})
    assert Takedown.objects.standing().count() == Document.objects.count() == 1


def test_nothing_to_withhold_is_no_page(desk: Client, told: Document) -> None:
    for url in (withhold_page("document", 999), withhold_page("meeting", 1), withhold_page("document")):
        assert desk.get(url).status_code == 404


def test_deleting_lists_what_goes_and_wants_a_tick(desk: Client, told: Document) -> None:
    way = address("delete", told, told.pk)
    assert way in page(desk, address("change", told, told.pk))
    shown = page(desk, way)
    for words in ("Quotes: 1", "Accounts: 1", "Persons who are named nowhere else: 2", "Texts as they came", "a.txt"):
        assert words in shown
    assert withhold_page("document", told.pk) in shown
    assert "Tick the box" in desk.post(way).content.decode()
    assert Document.objects.exists()
    assert "deleted for good" in desk.post(way, {"understood": "yes"}, follow=True).content.decode()
    assert not Document.objects.exists()
    assert LogEntry.objects.get().object_repr == "Askar Meder receives Ilse Brandt"
    assert desk.get(way).status_code == 302


def test_deleting_says_what_stays(desk: Client, told: Document) -> None:
    store("b.txt", reading(told_meeting(MEDER, BRANDT)), "Another text")
    desk.post(withhold_page("document", told.pk), {"reason": "asked"})
    shown = page(desk, address("delete", told, told.pk))
    assert "Meetings that others tell of, with what these say: 1" in shown
    assert "that decision stays" in shown


def test_terms_of_a_publisher_are_edited_and_followed_at_once(desk: Client) -> None:
    words = "word after word, " * 30
    text = f"“{words.strip()}” said Askar Meder."
    document = store(
        "a.txt", reading(told_meeting(MEDER, BRANDT), quotes=(quote(text, words.strip(), "Askar Meder"),)), text
    )
    Document.objects.filter(pk=document.pk).update(hints={"publisher": "Harbour Gazette"}, publisher="Harbour Gazette")
    add = address("add", PublisherTerms)
    assert '<option value="Harbour Gazette">' in page(desk, add)
    desk.post(add, {"publisher": "Harbour Gazette", "shows": "facts", "note": ""})
    assert len(Quote.objects.get().text) <= 300
    terms = PublisherTerms.objects.get()
    desk.post(address("change", terms, terms.pk), {"publisher": "Another", "shows": "facts", "note": ""})
    assert Quote.objects.get().text == words.strip()
    desk.post(address("change", terms, terms.pk), {"publisher": "Harbour Gazette", "shows": "facts", "note": ""})
    desk.post(address("delete", terms, terms.pk), {"post": "yes"})
    assert Quote.objects.get().text == words.strip()


def test_many_rows_cost_no_more_queries(desk: Client, django_assert_max_num_queries) -> None:
    for number in range(3):
        Takedown.objects.create(kind="document", subject=f"{number}.txt", title=f"Text {number}")
    with django_assert_max_num_queries(12):
        page(desk, LIST)
    for number in range(3, 9):
        Takedown.objects.create(kind="document", subject=f"{number}.txt", title=f"Text {number}")
    with django_assert_max_num_queries(12):
        page(desk, LIST)
