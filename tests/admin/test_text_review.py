"""The review page of a document: its forms, and what is made of words selected in its text."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings import takedowns
from meetings.corrections import correct
from meetings.extraction.record import Span
from meetings.models import Correction, Document, Meeting, Participant, Person, Quote
from tests.admin.desk import Fields, address
from tests.readings import BRANDT, MEDER, TEXT, found, quote, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db

PREFIX = "selected"


def here(document: Document) -> str:
    return reverse("review:document", args=[document.pk])


class Forms(Fields):
    """What a browser would send of the form that has this hidden block."""

    def __init__(self, html: str, block: str) -> None:
        parts = html.split("<form ")
        mine = next(part for part in parts if f'name="block" value="{block}"' in part)
        super().__init__("<form " + mine, "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, [] if tag == "form" else attrs)
        self.inside = self.inside or tag == "form"


def sent(client: Client, document: Document, block: str, **changes: str | None):
    """Open the page, change fields of one of its forms, send it."""
    data = Forms(client.get(here(document)).content.decode(), block).data
    filled = {name: value for name, value in {**data, **changes}.items() if value is not None}
    return client.post(here(document), filled)


def select(client: Client, document: Document, act: str, words: str, **more: object):
    """Words of the text are selected and said to be something."""
    start = document.version.text.index(words)
    data = {"start": start, "end": start + len(words), "words": words, "seen": document.version_id, **more}
    return client.post(here(document), {"block": PREFIX, "act": act} | {f"{PREFIX}-{k}": v for k, v in data.items()})


def said(response) -> list[str]:
    return list(response.context["errors"])


def made() -> list[tuple[str, str, str, object]]:
    rows = Correction.objects.order_by("pk")
    return [(row.subject, row.field, row.action, row.value) for row in rows]


def staff(*permissions: str) -> Client:
    user = get_user_model().objects.create_user("helper", password="a long pass phrase", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


def test_marks_lead_to_the_forms_and_the_forms_to_the_words(desk, db):
    fact = replace(told_meeting(MEDER, BRANDT), place=replace(found("Astana"), spans=(Span(12, 20),)))
    document = store("a.txt", visit(meetings=(fact,), title=replace(found("Askar"), spans=(Span(0, 5),))))
    html = desk.get(here(document)).content.decode()
    row = document.quotes.get()
    for words, form in [
        (f"d{document.pk}-q{row.pk}", f"quote-{row.pk}"),
        (f"d{document.pk}-a1-place", "a1-place"),
        (f"d{document.pk}-title", "field-title"),
    ]:
        assert f'id="{words}"' in html
        assert f'href="#{words}"' in html
        assert f'id="{form}"' in html
    assert f'href="#quote-{row.pk}"' in html
    assert 'href="#a1-place"' in html


def test_fields_of_the_document_become_corrections_and_lead_back(desk, clerk, told):
    changes = {"document-title": "A visit", "document-country": "Deutschland", "document-reason": "Seen in print"}
    response = sent(desk, told, "document", **changes)
    assert response.url == f"{here(told)}#document"
    assert made() == [("a.txt", "title", "set", "A visit"), ("a.txt", "country", "set", "DE")]
    assert {(row.author, row.reason) for row in Correction.objects.all()} == {(clerk, "Seen in print")}
    assert sent(desk, told, "document").url == f"{here(told)}#document"
    assert Correction.objects.count() == 2


def test_a_meeting_and_its_participants(desk, told):
    store("b.txt", reading(told_meeting(("Rosa Lind", "Envoy", "SE"), date="2019-01-01")), "Rosa Lind.")
    meeting = Meeting.objects.get(key="a.txt#1")
    block = f"meeting-{meeting.pk}"
    seats = {row.person.slug: number for number, row in enumerate(meeting.participants.all())}
    host, guest = (f"{block}-seats-{seats[slug]}" for slug in ("askar-meder", "ilse-brandt"))
    changes = {f"{block}-date": "2021-04-09", f"{block}-format": "call", f"{block}-place_country": "uz"}
    changes |= {f"{host}-office": "Head of State", f"{host}-body": "The Guild", f"{guest}-DELETE": "on"}
    assert sent(desk, told, block, **changes).url == f"{here(told)}#{block}"
    assert {(field, action, value) for _, field, action, value in made()} == {
        ("date", "set", "2021-04-09"),
        ("format", "set", "call"),
        ("place_country", "set", "UZ"),
        ("participants/askar-meder/office", "set", "Head of State"),
        ("participants/askar-meder/organization", "set", "The Guild"),
        ("participants/ilse-brandt", "removed", None),
    }
    brandt = Person.objects.get(slug="ilse-brandt")
    sent(desk, told, block, **{f"{block}-newcomer": str(brandt.pk)})
    assert Participant.objects.filter(meeting=meeting, person=brandt).exists()


def test_a_quote_its_speaker_and_its_end(desk, told):
    row = Quote.objects.get()
    block, brandt = f"quote-{row.pk}", Person.objects.get(slug="ilse-brandt")
    changes = {f"{block}-speaker": str(brandt.pk), f"{block}-end": str(row.end - 1)}
    assert sent(desk, told, block, **changes).url == f"{here(told)}#{block}"
    row.refresh_from_db()
    assert (row.speaker, row.text) == (brandt, "We are old friends")
    sent(desk, told, block, **{f"{block}-remove": "on"})
    assert not Quote.objects.listed().exists()


def test_a_mention_is_removed(desk, told):
    mention = told.mentions.get(country="DE")
    response = desk.post(here(told), {"block": f"mention-{mention.pk}"})
    assert response.url == f"{here(told)}#mentions"
    assert made() == [("a.txt", "countries/DE", "removed", None)]
    assert desk.post(here(told), {"block": f"mention-{mention.pk}"}, follow=True).status_code == 200
    assert Correction.objects.count() == 1


@pytest.mark.parametrize(
    ("block", "changes", "remedy"),
    [
        ("document", {"document-published": "8 April"}, "Published (edtf): Write the date as"),
        ("document", {"document-country": "Nowhere"}, "No state is called “Nowhere”"),
        ("meeting", {"-date": "2021-13-01"}, "Meeting date (edtf): "),
        ("quote", {"-end": "9999"}, f"The text has {len(TEXT)} characters: the end can be {len(TEXT)} at most."),
    ],
)
def test_what_cannot_be_is_refused_with_the_remedy(desk, told, block, changes, remedy):
    rows = {"meeting": Meeting.objects.get(), "quote": Quote.objects.get()}
    id = f"{block}-{rows[block].pk}" if block in rows else block
    response = sent(desk, told, id, **{name if block == "document" else id + name: v for name, v in changes.items()})
    assert any(remedy in error for error in said(response)), said(response)
    assert not Correction.objects.exists()


def test_what_a_colleague_changed_meanwhile_is_told(desk, told):
    page = desk.get(here(told)).content.decode()
    correct("document", "a.txt", "title", "Theirs")
    data = Forms(page, "document").data | {"document-title": "Mine"}
    response = desk.post(here(told), data)
    assert any("to “Theirs”" in error for error in said(response))
    assert Document.objects.get().title == "Theirs"
    html = response.content.decode()
    assert "Take theirs" in html
    assert Forms(html, "document").data["document-title"] == "Mine"
    desk.post(here(told), Forms(html, "document").data)
    assert Document.objects.get().title == "Mine"


def test_what_a_colleague_set_is_left_to_stand_by_a_tick(desk, told):
    data = Forms(desk.get(here(told)).content.decode(), "document").data | {"document-title": "Mine"}
    correct("document", "a.txt", "title", "Theirs")
    again = Forms(desk.post(here(told), data).content.decode(), "document").data
    assert desk.post(here(told), {**again, "take": "document-title"}).status_code == 302
    assert Document.objects.get().title == "Theirs"


def test_selected_words_become_a_quote(desk, told):
    brandt = Person.objects.get(slug="ilse-brandt")
    response = select(desk, told, "quote", "received Ilse", speaker=brandt.pk, reason="Heard it")
    row = Quote.objects.get(text="received Ilse")
    assert (row.speaker, response.url) == (brandt, f"{here(told)}#quote-{row.pk}")
    assert Correction.objects.get().reason == "Heard it"
    again = said(select(desk, told, "quote", "received Ilse"))
    assert any("There is a quote of these words already" in error for error in again)
    assert select(desk, told, "quote", "of Germany", body="The Guild").status_code == 302
    assert str(Quote.objects.get(text="of Germany").speaker_organization) == "The Guild"


def test_selected_words_are_those_of_a_quote_or_name_its_speaker(desk, told):
    row = Quote.objects.get()
    assert select(desk, told, "words", "old friends", quote=row.pk).url == f"{here(told)}#quote-{row.pk}"
    select(desk, told, "speaker", "Brandt", quote=row.pk)
    row.refresh_from_db()
    assert row.text == "old friends"
    assert said(select(desk, told, "speaker", "of Germany", quote=row.pk))
    assert said(select(desk, told, "speaker", "Brandt")) == ["Choose the quote that is meant."]


def test_the_words_that_name_a_speaker_are_looked_up_in_the_text(desk, db):
    people = reading(told_meeting(MEDER, BRANDT)).people
    spans = tuple(replace(one, spans=(Span(21, 32),)) if one.name.value == "Ilse Brandt" else one for one in people)
    document = store("a.txt", visit(people=spans))
    row = Quote.objects.get()
    select(desk, document, "speaker", "Brandt", quote=row.pk)
    row.refresh_from_db()
    assert row.speaker.slug == "ilse-brandt"
    refusal = said(select(desk, document, "speaker", "of Germany", quote=row.pk))
    assert refusal == [
        "Nobody is known by the words “of Germany” here. Choose who it is, or note first that they name a person."
    ]


def test_selected_words_name_a_participant(desk, told):
    store("a.txt", visit(meetings=(told_meeting(MEDER),)), rules="2")
    meeting, brandt = Meeting.objects.get(), Person.objects.get(slug="ilse-brandt")
    response = select(desk, told, "participant", "Brandt", meeting=meeting.pk, who=brandt.pk)
    assert (response.status_code, meeting.participants.filter(person=brandt).exists()) == (302, True)
    assert said(select(desk, told, "participant", "Brandt", meeting=meeting.pk, who=brandt.pk)) == [
        "Ilse Brandt takes part already."
    ]


def test_selected_words_name_a_person_or_a_state(desk, told):
    assert select(desk, told, "person", "old friends").url == f"{here(told)}#mentions"
    mention = told.mentions.get(name__name="old friends")
    assert mention.spans == [[TEXT.index("old friends"), TEXT.index("old friends") + 11]]
    assert said(select(desk, told, "person", "old friends")) == ["“old friends” is among the mentions already."]
    brandt = Person.objects.get(slug="ilse-brandt")
    select(desk, told, "person", "old friends", who=brandt.pk)
    mention.refresh_from_db()
    assert mention.person == brandt
    select(desk, told, "state", "friends", country="Sweden")
    assert told.mentions.get(country="SE").spans == [[TEXT.index("friends"), TEXT.index("friends") + 7]]
    assert said(select(desk, told, "state", "Germany", country="DE")) == ["Germany is among the mentions already."]
    assert said(select(desk, told, "state", "Germany")) == ["Write which state these words name."]


def test_places_of_marked_words_follow_them_into_a_new_text(desk, told):
    select(desk, told, "person", "old friends")
    select(desk, told, "state", "friends", country="SE")
    text = "A new headline.\n\n" + TEXT
    store("a.txt", visit(text), text)
    at = text.index("old friends")
    assert told.mentions.get(name__name="old friends").spans == [[at, at + 11]]
    assert told.mentions.get(country="SE").spans == [[at + 4, at + 11]]
    store("a.txt", visit(quotes=()), "Askar Meder received Ilse Brandt of Germany.")
    assert told.mentions.get(country="SE").spans == []


def test_typed_offsets_are_shown_before_they_count(desk, told):
    start = TEXT.index("old friends")
    data = {"block": PREFIX, "act": "quote", f"{PREFIX}-start": start, f"{PREFIX}-end": start + 11}
    data[f"{PREFIX}-seen"] = told.version_id
    response = desk.post(here(told), data)
    assert said(response) == [
        f"From {start} to {start + 11} the text says “old friends”. If these are the words, press the button once "
        "more; else change start or end."
    ]
    assert not Correction.objects.exists()
    shown = Forms(response.content.decode(), PREFIX).data
    assert shown[f"{PREFIX}-words"] == "old friends"
    assert desk.post(here(told), {**shown, "act": "quote"}).status_code == 302
    assert Quote.objects.filter(text="old friends").exists()


@pytest.mark.parametrize(
    ("start", "end", "remedy"),
    [
        ("20", "10", "The start (20) must be smaller than the end."),
        ("0", "9999", f"The text has {len(TEXT)} characters: the end can be {len(TEXT)} at most."),
        ("", "", "Give the words, or both start and end."),
        ("11", "12", "There are only blanks from 11 to 12."),
    ],
)
def test_offsets_that_cannot_be_are_refused_with_the_remedy(desk, told, start, end, remedy):
    data = {"start": start, "end": end, "seen": told.version_id}
    sent = {"block": PREFIX, "act": "quote"} | {f"{PREFIX}-{name}": value for name, value in data.items()}
    assert said(desk.post(here(told), sent)) == [remedy]


def test_words_selected_in_a_text_that_was_renewed_are_refused(desk, told):
    old = told.version_id
    text = "An older headline.\n\n" + TEXT
    told = store("a.txt", visit(text), text)
    assert said(select(desk, told, "quote", "old friends", seen=old)) == [
        "The text was renewed meanwhile. Look again: open the page anew."
    ]


def test_a_carriage_return_reaches_the_browser(desk, db):
    text = TEXT.replace(". ", ".\r\n\r\n")
    document = store("a.txt", visit(text), text)
    html = desk.get(here(document)).content.decode()
    assert html.count("&#13;\n") == text.count("\r\n")
    assert "\r" not in html


def test_each_may_do_what_they_may_elsewhere(told):
    client = staff("view_document", "change_quote")
    html = client.get(here(told)).content.decode()
    row = Quote.objects.get()
    assert f'value="quote-{row.pk}"' in html
    assert 'name="block" value="document"' not in html
    assert 'value="person"' not in html
    assert client.post(here(told), {"block": "document", "document-title": "X"}, follow=True).status_code == 200
    assert select(client, told, "state", "Germany", country="SE").status_code == 403
    desk = {"block": f"mention-{told.mentions.first().pk}"}
    client.post(here(told), desk)
    assert not Correction.objects.exists()


def test_who_may_only_look_finds_no_form_and_others_no_page(told):
    assert "<form method" not in staff("view_document").get(here(told)).content.decode().split("tr-columns")[1]
    assert Client().get(here(told)).status_code == 302


def test_a_text_under_a_second_name_is_corrected_under_its_first(desk, told):
    other = store("b.txt", visit())
    other.same_text_as = told
    other.save()
    html = desk.get(here(other)).content.decode()
    assert here(told) in html
    assert 'name="block" value="quote-' not in html


def test_the_page_is_found_from_lists_forms_and_the_queue_and_leads_back(desk, told):
    assert here(told) in desk.get(address("changelist", Document)).content.decode()
    assert here(told) in desk.get(address("change", told, told.pk)).content.decode()
    row = Quote.objects.get()
    assert f"{here(told)}#quote-{row.pk}" in desk.get(address("change", row, row.pk)).content.decode()
    for path, changes in (
        ("c.txt", {"published": found(None)}),
        ("d.txt", {"meetings": (told_meeting(MEDER, date=None),)}),
    ):
        other = store(path, visit(TEXT + path, **changes), TEXT + path)
        item = desk.get("/admin/review/").context["items"][0] if path == "c.txt" else None
        item = item or next(one for one in desk.get("/admin/review/").context["items"] if one.doubt.kind == "date")
        page = desk.get(item.address).content.decode()
        assert f"{here(other)}?next={item.address.replace('/', '%2F')}" in page
        assert f'href="{item.address}"' in desk.get(here(other), {"next": item.address}).content.decode()
    assert "evil.example" not in desk.get(here(told), {"next": "https://evil.example/"}).content.decode()


def test_as_many_queries_for_many_quotes_and_mentions_as_for_few(desk, db):
    counts = []
    for number in (1, 5):
        people = [(f"Person {chr(64 + i)}a", "Envoy", "KZ") for i in range(1, number + 1)]
        text = " ".join(f"{name} said: “{name} agrees.”" for name, _, _ in people)
        quotes = tuple(quote(text, f"{name} agrees.", name) for name, _, _ in people)
        document = store(f"{number}.txt", reading(told_meeting(*people), quotes=quotes), text)
        desk.get(here(document))
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(here(document)).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]


def speaker_page(row: Quote) -> str:
    return reverse("review:speaker", args=[row.pk])


def test_whom_the_text_names_is_one_click_away(desk, clerk, told):
    row, brandt = Quote.objects.get(), Person.objects.get(slug="ilse-brandt")
    page = desk.get(speaker_page(row))
    assert [person.slug for person in page.context["people"]] == ["askar-meder", "ilse-brandt"]
    data = {"seen": page.context["seen"], "person": str(brandt.pk)}
    back = f"/quotes/#quote-{row.pk}"
    assert desk.post(f"{speaker_page(row)}?next=/quotes/%23quote-{row.pk}", data).url == back
    correction = Correction.objects.get()
    assert (correction.value, correction.before) == ({"person": "ilse-brandt"}, {"person": "askar-meder"})
    assert correction.author == clerk
    row.refresh_from_db()
    assert row.speaker == brandt


def test_an_organization_or_nobody_spoke(desk, told):
    row = Quote.objects.get()
    for data, now in (({"body": "The Guild"}, "The Guild"), ({"person": ""}, "None")):
        seen = desk.get(speaker_page(row)).context["seen"]
        assert desk.post(speaker_page(row), {"seen": seen, **data}).url == row.get_absolute_url()
        row = Quote.objects.get()
        assert str(row.speaker or row.speaker_organization) == now
    seen, meder = desk.get(speaker_page(row)).context["seen"], Person.objects.get(slug="askar-meder")
    both = desk.post(speaker_page(row), {"seen": seen, "person": str(meder.pk), "body": "The Guild"})
    assert "Choose a person or an organization" in both.content.decode()


def test_a_speaker_set_meanwhile_is_shown_first(desk, told):
    row, brandt = Quote.objects.get(), Person.objects.get(slug="ilse-brandt")
    seen = json.dumps({"person": "ilse-brandt"})
    page = desk.post(speaker_page(row), {"seen": seen, "person": str(brandt.pk)})
    assert "was changed meanwhile" in page.content.decode()
    assert not Correction.objects.exists()


def test_readers_are_offered_nothing_to_correct(desk, told):
    row, meeting = Quote.objects.get(), Meeting.objects.get()
    pages = [meeting.get_absolute_url(), row.get_absolute_url(), told.get_absolute_url(), "/quotes/"]
    for page in pages:
        assert speaker_page(row) in desk.get(page).content.decode(), page
        assert "/admin/" not in Client().get(page).content.decode(), page
    for page in (meeting.get_absolute_url(), told.get_absolute_url()):
        assert here(told) in desk.get(page).content.decode(), page
    looker = staff("view_quote")
    assert "/admin/review/" not in looker.get(meeting.get_absolute_url()).content.decode()
    assert looker.get(speaker_page(row)).status_code == 403


def test_what_is_withheld_from_readers_is_shown_to_staff(desk, told):
    row = Quote.objects.get()
    takedowns.withhold([row], reason="asked")
    takedowns.withhold([Person.objects.get(slug="ilse-brandt")], reason="asked")
    html = desk.get(here(told)).content.decode()
    assert f'value="quote-{row.pk}"' in html
    assert "We are old friends" in html
    assert "Ilse Brandt" in html
    assert desk.get(speaker_page(row)).status_code == 200
    takedowns.withhold([told], reason="asked")
    assert desk.get(here(told)).status_code == 200


def test_who_is_meant_by_a_name_is_said_by_those_who_may_judge(told):
    client = staff("view_document", "change_mention")
    brandt = Person.objects.get(slug="ilse-brandt")
    assert said(select(client, told, "person", "old friends", who=brandt.pk)) == [
        "Who is meant by a name is decided by those who may merge and split persons."
    ]
    assert select(client, told, "person", "old friends").status_code == 302
