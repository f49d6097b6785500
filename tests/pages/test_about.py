"""How records are made: every rule that a page names is explained at the address it links to."""

import re

import pytest
from django.test import Client
from django.utils.html import escape

from meetings.extraction.record import Finding
from meetings.extraction.rules import RULES
from tests.factories import make_document
from tests.readings import store, visit


def test_every_rule_is_listed_under_its_own_address(client: Client) -> None:
    page = client.get("/about/reading/").content.decode()
    assert all(f'id="{name}"' in page for name in RULES)


def test_what_rules_look_for_is_named_in_the_language_that_is_on(client: Client) -> None:
    page = client.get("/ru/about/reading/").content.decode()
    headings = re.findall("<h2>(.+?)</h2>", page)
    assert headings
    assert not [one for one in headings if re.search("[A-Za-z]", one)]
    described = '<span lang="en">{}</span>'
    assert all(described.format(escape(rule.description)) in page for rule in RULES.values())


@pytest.mark.django_db
def test_the_example_of_a_citation_has_the_address_that_lasts(client: Client) -> None:
    page = client.get("/ru/about/").content.decode()
    assert "http://testserver/meetings/…" in page
    assert "http://testserver/ru/meetings/…" not in page


@pytest.mark.django_db
def test_a_rule_named_beside_a_fact_leads_to_its_explanation(client: Client) -> None:
    document = store("a.txt", visit(language=Finding("en", "language.script")))
    page = client.get(f"/documents/{document.pk}/").content.decode()
    assert 'href="/about/reading/#language.script"' in page
    quote = document.quotes.get()
    assert 'href="/about/reading/#quote.marks"' in client.get(quote.get_absolute_url()).content.decode()


@pytest.mark.django_db
def test_about_tells_what_is_here(client: Client) -> None:
    store("a.txt", visit())
    make_document(publisher="Agency & Sons", language="uz-Cyrl")
    page = " ".join(client.get("/about/").content.decode().split())

    assert '<dt>Documents</dt><dd><a href="/documents/">2</a></dd>' in page
    assert "<dt>Years of the meetings</dt><dd>2021</dd>" in page
    assert 'href="/documents/?publisher=Agency%20%26%20Sons"' in page
    assert "Uzbek (Cyrillic)" in page
    assert "Facts are free" in page
    assert "The records made here" not in page


@pytest.mark.django_db
def test_licence_and_contact_are_those_of_the_settings(client: Client, settings) -> None:
    settings.DATA_LICENCE = {"name": "Open Terms 1", "url": "https://licence.example/1"}
    settings.CONTACT = "mailto:desk@example.org"

    page = client.get("/about/").content.decode()
    assert '<a href="https://licence.example/1" rel="license">Open Terms 1</a>' in page
    for url in ("/about/", "/about/accessibility/"):
        assert '<a href="mailto:desk@example.org">' in client.get(url).content.decode()


def test_every_page_leads_to_the_accessibility_statement(client: Client) -> None:
    assert 'href="/about/accessibility/"' in client.get("/about/reading/").content.decode()
    assert "2.2" in client.get("/about/accessibility/").content.decode()
