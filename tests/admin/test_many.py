"""Many rows corrected at once: nothing unseen, nothing that a row's own page would refuse, all undone at once."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.admin import many
from meetings.corrections import correct
from meetings.models import Change, Correction, Document, Meeting, PublisherTerms
from tests.admin.desk import address
from tests.admin.test_care import staff
from tests.readings import TEXT, quote, store, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(told) -> list[Document]:
    """Three documents with a meeting each."""
    store("b.txt", visit(), TEXT + " B.")
    store("c.txt", visit(), TEXT + " C.")
    return list(Document.objects.order_by("path"))


def ask(client: Client, rows: list[Any], **fields: str) -> Any:
    """Choose rows and the action; with fields, fill in the page that comes."""
    data = {"action": "set_values", "_selected_action": [str(row.pk) for row in rows], **fields}
    return client.post(address("changelist", type(rows[0])), data)


def told_changes(response: Any) -> list[tuple[str, str, str, str]]:
    found = response.context["proposal"].changes
    return [(str(change.edit.subject), change.label, change.before, change.after) for change in found]


def confirm(client: Client, rows: list[Any], reason: str = "", **fields: str) -> Any:
    """As the page after the preview sends it."""
    seal = ask(client, rows, **fields).context["proposal"].seal
    return ask(client, rows, seal=seal, reason=reason, **fields)


def test_the_action_asks_what_to_set_and_shows_each_change(desk, three):
    response = ask(desk, three)
    assert list(response.context["form"].fields) == ["publisher", "language"]
    assert told_changes(response) == []
    response = ask(desk, three, publisher="Ministry", language="en")
    assert told_changes(response) == [(path, "publisher", "", "Ministry") for path in ("a.txt", "b.txt", "c.txt")]
    assert not Correction.objects.exists()


def test_what_was_seen_and_confirmed_is_saved_with_one_reason_and_undone_at_once(desk, clerk, three):
    correct("document", "a.txt", "publisher", "Agency", author=clerk)
    response = confirm(desk, three[:2], reason="Letterhead", publisher="Ministry", language="")
    assert response.status_code == 302
    made = Correction.objects.filter(reason="Letterhead")
    assert list(made.order_by("subject").values_list("subject", "field", "before", "value", "author")) == [
        ("a.txt", "publisher", "Agency", "Ministry", clerk.pk),
        ("b.txt", "publisher", "", "Ministry", clerk.pk),
    ]
    assert list(Document.objects.order_by("path").values_list("publisher", flat=True)) == ["Ministry", "Ministry", ""]
    page = desk.get(response.url).content.decode()
    link = re.search(r'href="([^"]+/together/\d+/)"', page)
    assert link is not None
    assert "Withdraw all 2" in desk.get(link[1]).content.decode()
    assert desk.post(link[1]).status_code == 302
    assert list(Document.objects.order_by("path").values_list("publisher", flat=True)) == ["", "", ""]
    assert "None of them stands any more." in desk.get(link[1]).content.decode()


def test_formats_of_meetings(desk, three):
    meetings = list(Meeting.objects.listed().order_by("pk"))
    assert confirm(desk, meetings, format="call").status_code == 302
    assert set(Meeting.objects.listed().values_list("format", flat=True)) == {"call"}
    assert {row.field for row in Correction.objects.all()} == {"format"}


def test_what_changed_meanwhile_is_shown_again_and_not_overwritten(desk, three):
    seal = ask(desk, three, publisher="Ministry").context["proposal"].seal
    correct("document", "a.txt", "publisher", "Agency")
    response = ask(desk, three, publisher="Ministry", seal=seal)
    assert response.status_code == 200
    assert [str(message) for message in response.context["messages"]] == ["Something changed meanwhile. Look again."]
    assert told_changes(response)[0] == ("a.txt", "publisher", "Agency", "Ministry")
    assert Correction.objects.count() == 1


def test_nothing_is_saved_without_the_preview(desk, three):
    assert ask(desk, three, publisher="Ministry", reason="x").status_code == 200
    assert ask(desk, three, publisher="Ministry", seal="forged").status_code == 200
    assert not Correction.objects.exists()


def test_values_that_a_row_would_refuse_are_refused(desk, three):
    response = ask(desk, three[:1], language="English")
    assert response.context["proposal"].errors == [
        "Askar Meder receives Ilse Brandt, language: Write it as en, ru or uz-Cyrl."
    ]
    assert "Save" not in response.content.decode()


def test_an_empty_choice_changes_nothing(desk, three):
    correct("document", "a.txt", "publisher", "Agency")
    response = ask(desk, three, publisher="", language="")
    assert told_changes(response) == []
    assert not response.context["ready"]


def test_rows_that_are_closed_are_named(desk, three):
    first, *_ = Meeting.objects.listed()
    Meeting.objects.filter(pk=first.pk).update(account_count=0)
    response = desk.post(
        address("changelist", Meeting) + "?shown=all",
        {"action": "set_values", "_selected_action": [str(first.pk)], "format": "call"},
    )
    assert "No current text tells of this meeting" in response.context["proposal"].errors[0]


def test_more_than_can_be_done_at_once_is_refused_before_anything_is_written(desk, three, monkeypatch):
    monkeypatch.setattr(many, "MOST", 2)
    response = confirm(desk, three, language="ru")
    assert "These are 3 changes and at most 2 can be made at once" in response.content.decode()
    assert not Correction.objects.exists()
    assert confirm(desk, three, publisher="Ministry").status_code == 302


def test_a_publisher_is_set_without_resolving_what_does_not_rest_on_it(desk, three):
    Change.objects.all().delete()
    with CaptureQueriesContext(connection) as queries:
        confirm(desk, three, publisher="Ministry")
    assert set(Change.objects.values_list("kind", flat=True)) == {"document"}
    assert len(queries) < 90


def test_a_publisher_whose_terms_bound_quotes_bounds_them_at_once(desk, three):
    PublisherTerms.objects.create(publisher="Agency", shows="facts")
    long = "A word. " * 60
    store("d.txt", visit(quotes=(quote(TEXT + long, long.strip(), "Askar Meder"),)), TEXT + long)
    row = Document.objects.get(path="d.txt")
    assert row.quotes.listed().exists()
    confirm(desk, [row], publisher="Agency")
    shown = list(row.quotes.listed().values_list("text", flat=True))
    assert all(len(words) <= 301 for words in shown), shown
    correct("document", "d.txt", "publisher", "")
    assert row.quotes.listed().get().text == long.strip()


@pytest.mark.parametrize(("rights", "may"), [(("view_document",), False), (("change_document",), True)])
def test_who_may(three, rights, may):
    client = staff(*rights)
    page = client.get(address("changelist", Document)).content.decode()
    assert ("set_values" in page) == may
    response = ask(client, three, publisher="Ministry")
    assert (response.status_code == 200 and "proposal" in (response.context or {})) == may
    assert not Correction.objects.exists()


def test_who_may_undo(desk, three):
    response = confirm(desk, three, publisher="Ministry")
    moment = many.microseconds(Correction.objects.first().at)
    where = reverse("admin:meetings_document_together", args=[moment])
    other = staff("change_document", "view_correction")
    assert other.get(where).status_code == 200
    assert other.post(where).status_code == 403
    assert Correction.objects.standing().count() == 3
    assert desk.get(reverse("admin:meetings_document_together", args=[1])).status_code == 404
    assert response.status_code == 302
