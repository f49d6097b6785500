"""Every list and page opens, in a number of queries that does not grow with the rows."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings.corrections import correct, withdraw
from meetings.models import Correction, Document, Judgement, Meeting, Organization, Person, Quote
from tests.admin.desk import address
from tests.readings import BRANDT, MEDER, TEXT, quote, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db

MODELS = [model for model in admin.site._registry if model._meta.app_label == "meetings"]
ADDED = {"import", "quote", "judgement", "publisherterms"}


def many(number: int) -> None:
    """Meetings by the number, each with as many participants and quotes, on days of their own."""
    for i in range(1, number + 1):
        people = [(f"Person {chr(64 + i)}{chr(96 + j)}", "Envoy", "KZ") for j in range(number)]
        text = " ".join(f"{name} said: “{name} agrees.”" for name, _, _ in people)
        meeting = told_meeting(MEDER, BRANDT, *people, date=f"20{i:02}-01-01")
        quotes = tuple(quote(text, f"{name} agrees.", name) for name, _, _ in people)
        document = store(f"many/{i}.txt", reading(meeting, quotes=quotes), text)
        for row in document.quotes.all()[:1]:
            correct("document", document.path, f"quotes/{row.key}/speaker", {"organization": "X"}, version=row.version)
        correct("meeting", f"{document.path}#1", "place", f"Place {i}")


def queries(client, page: str) -> int:
    client.get(page)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(page).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", MODELS, ids=[model.__name__ for model in MODELS])
def test_list_and_pages_open(desk, rows, model):
    row = model.objects.first()
    assert row is not None
    response = desk.get(address("changelist", model), {"shown": "all"} if model in (Meeting, Person, Quote) else {})
    assert response.status_code == 200
    assert response.context["cl"].result_count >= 1
    for page in ("change", "history"):
        assert desk.get(address(page, row, row.pk)).status_code == 200, page
    assert desk.get(address("add", model)).status_code == (200 if model._meta.model_name in ADDED else 403)
    assert desk.get(address("changelist", model), {"q": "a"}).status_code == 200


@pytest.mark.parametrize("model", [Meeting, Person, Document, Quote, Correction], ids=lambda model: model.__name__)
def test_lists_and_forms_ask_as_much_for_many_rows_as_for_few(desk, model):
    counts = []
    for number in (1, 3):
        many(number)
        row = model.objects.order_by("pk").last()
        pages = [address("changelist", model), address("change", row, row.pk), address("history", row, row.pk)]
        counts.append([queries(desk, page) for page in pages])
    assert counts[0] == counts[1]


def test_lists_show_what_readers_see_unless_asked(desk, rows):
    Meeting.objects.create(key="c.txt#1", title="Told no more")
    pages = {
        shown: desk.get(address("changelist", Meeting), {"shown": shown} if shown else {})
        for shown in ("", "untold", "merged", "all")
    }
    counts = {shown: page.context["cl"].result_count for shown, page in pages.items()}
    assert counts == {"": 1, "untold": 1, "merged": 1, "all": 3}


def test_what_the_rules_are_not_sure_of_can_be_listed(desk, rows):
    sure = Quote.objects.filter(current=True).first()
    unsure = Quote.objects.filter(current=True).last()
    Quote.objects.exclude(pk=unsure.pk).update(confidence=0.9)
    Quote.objects.filter(pk=unsure.pk).update(confidence=0.4)
    page = desk.get(address("changelist", Quote), {"sure": "no"}).content.decode()
    assert f"/{unsure.pk}/change/" in page
    assert f"/{sure.pk}/change/" not in page


def test_the_desk_says_where_one_is(desk, rows):
    page = desk.get("/admin/").content.decode()
    assert "Reading room — correction desk" in page
    assert '<a href="/">View site</a>' in page


def test_pages_lead_to_the_public_page(desk, rows):
    for row in (Meeting.objects.first(), Person.objects.first(), Quote.objects.first(), Document.objects.first()):
        assert (
            f'href="{row.get_absolute_url()}" class="viewsitelink"'
            in desk.get(address("change", row, row.pk)).content.decode()
        )


def test_the_text_is_shown_with_its_quotes(desk, told):
    page = desk.get(address("change", told, told.pk)).content.decode()
    assert '<mark class="quote">We are old friends,' in page


def autocomplete(client, model: str, field: str, term: str) -> list[str]:
    query = {"app_label": "meetings", "model_name": model, "field_name": field, "term": term}
    return [row["text"] for row in client.get("/admin/autocomplete/", query).json()["results"]]


def test_autocompletes_find_persons_by_any_name_and_states_by_code(desk, rows):
    correct("person", "ilse-brandt", "name", "I. M. Brandt")
    Person.objects.create(name="Ilse Merged", slug="merged", merged_into=Person.objects.get(slug="askar-meder"))
    assert autocomplete(desk, "participant", "person", "Ilse") == ["I. M. Brandt"]
    assert autocomplete(desk, "person", "merged_into", "Ilse") == ["I. M. Brandt", "Ilse Merged"]
    assert autocomplete(desk, "participant", "country", "kz") == ["Kazakhstan"]
    assert autocomplete(desk, "edition", "document", "b.txt") == ["Askar Meder receives Ilse Brandt"]


def test_bodies_are_offered_while_typing(desk, rows):
    row = Meeting.objects.first()
    assert Organization.objects.get().name == "The Guild"
    assert '<option value="The Guild">' in desk.get(address("change", row, row.pk)).content.decode()


def test_history_tells_who_changed_what_when_and_why(desk, rows, clerk):
    row = Meeting.objects.get(key="a.txt#1")
    entries = desk.get(address("history", row, row.pk)).context["entries"]
    assert [(one.what, one.before, one.after) for one in entries] == [
        ("Organization of Ilse Brandt", "–", "The Guild"),
        ("Place", "–", "Almaty"),
    ]
    page = desk.get(address("history", row, row.pk)).content.decode()
    assert "Seen in the minutes" in page
    assert "clerk" in page


def test_history_of_a_quote_follows_its_words_into_a_new_text(desk, told):
    row = Quote.objects.get()
    correct("document", "a.txt", f"quotes/{row.key}/speaker", {"person": "ilse-brandt"}, version=row.version)
    text = "An older headline.\n\n" + TEXT
    store("a.txt", visit(text), text)
    entries = desk.get(address("history", row, row.pk)).context["entries"]
    assert [(entry.what, entry.after) for entry in entries] == [("Speaker of “We are old friends,”", "Ilse Brandt")]


def test_history_keeps_what_was_withdrawn(desk, told, clerk):
    withdraw(correct("document", "a.txt", "title", "A visit", author=clerk), clerk)
    page = desk.get(address("history", told, told.pk)).content.decode()
    assert 'class="withdrawn"' in page
    assert "by clerk" in page


def test_history_of_what_nobody_corrected_says_so(desk, told):
    assert "Nothing was corrected here yet" in desk.get(address("history", told, told.pk)).content.decode()
    assert Judgement.objects.count() == 0
