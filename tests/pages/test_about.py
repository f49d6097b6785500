"""How records are made: every rule that a page names is explained at the address it links to."""

import pytest
from django.test import Client

from meetings.extraction.record import Finding
from meetings.extraction.rules import RULES
from tests.readings import store, visit


def test_every_rule_is_listed_under_its_own_address(client: Client) -> None:
    page = client.get("/about/reading/").content.decode()
    assert all(f'id="{name}"' in page for name in RULES)


@pytest.mark.django_db
def test_a_rule_named_beside_a_fact_leads_to_its_explanation(client: Client) -> None:
    document = store("a.txt", visit(language=Finding("en", "language.script")))
    page = client.get(f"/documents/{document.pk}/").content.decode()
    assert 'href="/about/reading/#language.script"' in page
    quote = document.quotes.get()
    assert 'href="/about/reading/#quote.marks"' in client.get(quote.get_absolute_url()).content.decode()
