"""Versions of a text and what changed between them, the bytes as they came, and what was read from a text and why."""

from __future__ import annotations

import re
from dataclasses import replace

import msgspec
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from meetings.extraction.record import Finding, Participant
from meetings.models import Document
from meetings.templatetags.findings import because, confidence
from tests.factories import make_document, make_version
from tests.readings import BRANDT, MEDER, NONE, TEXT, found, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db

CHANGED = TEXT.replace("old friends", "very good friends") + "\n\n<b>More</b> \u202eof it."


def read(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return " ".join(answer.content.decode().split())


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture
def document() -> Document:
    """A text that changed once."""
    store("a.txt", visit())
    return store("a.txt", visit(quotes=()), CHANGED)


def test_all_versions_are_listed_with_what_changed(client: Client, document: Document) -> None:
    html = read(client, f"/documents/{document.pk}/versions/")

    assert "2 versions of this text" in html
    for url in ("versions/1/", "versions/2/", "versions/1..2/", "versions/1/source", "versions/2/reading/"):
        assert f'href="/documents/{document.pk}/{url}"' in html
    assert html.count("What changed from version") == 1


def test_what_changed_is_told_word_by_word(client: Client, document: Document) -> None:
    html = read(client, f"/documents/{document.pk}/versions/1..2/")

    assert 'We are <del data-kind="removed:">old</del><ins data-kind="added:">very good</ins> friends' in html
    assert "&lt;b&gt;More&lt;/b&gt;" in html
    assert "\u202e" not in html
    assert ">RLO</span>" in html


def test_a_comparison_has_one_address(client: Client, document: Document) -> None:
    there = f"/documents/{document.pk}/versions"

    assert client.get(f"{there}/?from=1&to=2").headers["Location"] == f"{there}/1..2/"
    backwards = client.get(f"{there}/2..1/")
    assert (backwards.status_code, backwards["Location"]) == (301, f"{there}/1..2/")
    for url in ("/1..3/", "/?from=1", "/?from=x&to=2", f"/?from={'9' * 5000}&to=1"):
        assert client.get(there + url).status_code == 404


def test_versions_that_differ_in_line_ends_alone_are_said_to(client: Client) -> None:
    store("b.txt", visit(quotes=()), "One.\nTwo.")
    document = store("b.txt", visit(quotes=()), "One.\r\nTwo.")

    html = read(client, f"/documents/{document.pk}/versions/1..2/")
    assert "No word changed." in html
    assert "<del" not in html


def test_the_bytes_come_as_they_were_with_their_encoding(client: Client) -> None:
    raw = "Встреча в Осло".encode("cp1251")
    version = make_version("Встреча в Осло", raw=raw, encoding="cp1251")
    document = make_document(version=version, path='in/"a" <b>.txt')

    answer = client.get(f"/documents/{document.pk}/source")
    assert answer.content == raw
    assert answer["Content-Type"] == "text/plain; charset=windows-1251"
    assert answer["Content-Disposition"] == 'attachment; filename="-a---b-.txt"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert client.get("/documents/999999/source").status_code == 404


def test_every_field_is_told_with_its_rule_and_how_sure_it_is(client: Client, document: Document) -> None:
    html = words(read(client, f"/documents/{document.pk}/reading/"))

    assert "Meeting date 8 April 2021 quite sure (0.90) test.rule" in html
    assert "Country of the place Kazakhstan quite sure (0.90) test.rule" in html
    assert "Name Ilse Brandt quite sure (0.90) test.rule Office Foreign Minister" in html
    assert "No words were found that the text quotes." in html
    assert "No other meeting was found that the text recalls or announces." in html
    assert "“We are old friends,” quite sure (0.90)" in words(
        read(client, f"/documents/{document.pk}/versions/1/reading/")
    )


def test_what_was_not_found_says_why(client: Client) -> None:
    none = visit(published=Finding(None, "published.no-date-line"), meetings=(), quotes=())
    document = store("c.txt", none)

    html = words(read(client, f"/documents/{document.pk}/reading/"))
    assert "Published Not found in this text. The page prints no full date. published.no-date-line" in html
    assert "No meeting was found that this text reports as its own subject." in html
    assert "not found published.no-date-line The page prints no full date." in words(
        read(client, f"/documents/{document.pk}/")
    )


def test_a_text_that_was_not_read_yet_says_so(client: Client) -> None:
    assert "This text has not been read yet." in read(client, f"/documents/{make_document('Words.').pk}/reading/")


def test_a_text_of_very_many_names_has_a_page_of_bounded_length(client: Client) -> None:
    seat = Participant(found("Somebody"), found(None), found("KZ"), NONE)
    crowd = replace(visit(quotes=()), meetings=(replace(told_meeting(), participants=(seat,) * 700),))
    version = make_version("Words.", reading=msgspec.to_builtins(crowd))

    html = read(client, f"/documents/{make_document(version=version).pk}/reading/")
    assert html.count("Somebody") == 500
    assert "200 more are in the record." in html


def test_other_documents_that_tell_of_the_same_meeting_are_named(client: Client, document: Document) -> None:
    assert "Other documents that tell of it" not in read(client, document.get_absolute_url())

    other = store("other.txt", replace(reading(told_meeting(MEDER, BRANDT))), "Brandt was received by Meder.")
    html = read(client, document.get_absolute_url())
    assert "Other documents that tell of it" in html
    assert f'<a href="{other.get_absolute_url()}"' in html


def test_the_number_of_queries_does_not_grow_with_versions(client: Client, document: Document) -> None:
    here = document.get_absolute_url()
    urls = [here, *(f"{here}{more}" for more in ("reading/", "source", "versions/", "versions/1..2/", "versions/1/"))]

    def asked() -> list[int]:
        counts = []
        for url in urls:
            with CaptureQueriesContext(connection) as queries:
                read(client, url)
            counts.append(len(queries))
        return counts

    few = asked()
    for number in range(7):
        text = f"{CHANGED} {number}"
        store("a.txt", visit(quotes=()), text)
        store(f"other-{number}.txt", visit(quotes=()), f"{text} elsewhere")
    assert asked() == few
    assert max(few) <= 15


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1.0, "quite sure (1.00)"),
        (0.9, "quite sure (0.90)"),
        (0.75, "fairly sure (0.75)"),
        (0.5, "not quite sure (0.50)"),
        (0.0, "doubtful (0.00)"),
    ],
)
def test_confidence_in_words_and_number(value: float, shown: str) -> None:
    assert confidence(value) == shown


def test_a_name_that_is_no_rule_gives_no_reason() -> None:
    assert because("no.such-rule") == ""
