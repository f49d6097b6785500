"""Readers can write nothing: every public address takes GET and HEAD alone, but for the suggestions."""

from __future__ import annotations

import pytest
from django.test import Client

from meetings import suggesting
from meetings.views.suggest import receipts
from tests.addresses import addresses, everything
from tests.factories import make_meeting, make_person, make_quote

pytestmark = pytest.mark.django_db

SAMPLES = {
    "": "/",
    r"^meetings/(?P<pk>\d{1,18})(?:-(?P<slug>[-\w]*))?/$": "{meeting}",
    r"^meetings/(?P<pk>\d{1,18})(?:-(?P<slug>[-\w]*))?\.(?P<suffix>bib|ris|json|ics)$": "/meetings/{meeting_pk}.json",
    r"^meetings/(?P<pk>\d{1,18})(?:-(?P<slug>[-\w]*))?/suggest/$": "{meeting}suggest/",
    "suggestions/<str:receipt>/": "/suggestions/{receipt}/",
    r"^countries/(?P<code>[a-zA-Z]{2})/$": "/countries/de/",
    r"^countries/(?P<one>[a-zA-Z]{2})/(?P<other>[a-zA-Z]{2})/$": "/countries/de/kz/",
    r"^quotes/(?P<pk>\d{1,18})\.(?P<suffix>bib|ris|json)$": "/quotes/{quote_pk}.json",
}
"""Addresses whose pattern is not their own example."""
PLAIN = {
    "documents/facets/<slug:facet>": "documents/facets/publisher",
    "<slug:facet>": "country",
    "<slug:slug>": "{person}",
    "quotes/<int:pk>": "quotes/{quote_pk}",
    "documents/<int:pk>": "documents/{document_pk}",
    "<int:number>": "1",
    "<int:old>": "1",
    "<int:new>": "1",
}
WRITABLE = {
    r"^meetings/(?P<pk>\d{1,18})(?:-(?P<slug>[-\w]*))?/suggest/$",
    "quotes/<int:pk>/suggest/",
}
"""What may be sent to: a suggestion, and nothing else."""


@pytest.fixture
def known(db) -> dict[str, object]:
    person = make_person("Ilse Brandt", "DE")
    meeting = make_meeting([person])
    quote = make_quote(meeting=meeting, speaker=person)
    made = suggesting.suggest(meeting, None, field="date", should="2021", language="en")
    numbers = {"meeting_pk": meeting.pk, "quote_pk": quote.pk, "document_pk": quote.document_id}
    return {
        "meeting": meeting.get_absolute_url(),
        "person": person.slug,
        "receipt": receipts().sign(str(made.pk)),
        **numbers,
    }


def example(route: str, known: dict[str, object]) -> str:
    path = SAMPLES.get(route)
    if path is None:
        path = f"/{route}"
        for hole, value in PLAIN.items():
            path = path.replace(hole, value)
    return path.format(**known)


def public() -> list[str]:
    return [one.route for one in addresses() if not one.route.startswith("admin/")]


def test_the_examples_lead_to_pages(client: Client, known):
    codes = {path: client.get(path).status_code for path in (example(one, known) for one in public())}
    assert {path: code for path, code in codes.items() if code >= 400} == {}


def test_nothing_can_be_sent_to_a_public_page(client: Client, known):
    before = everything()
    codes = {
        (method, path): getattr(client, method)(path, {"title": "Forged"}, content_type="application/json").status_code
        for path in (example(one, known) for one in public() if one not in WRITABLE)
        for method in ("post", "put", "patch", "delete")
    }
    assert {call: code for call, code in codes.items() if code != 405} == {}
    assert everything() == before


def test_a_suggestion_is_sent_by_one_method_alone(client: Client, known):
    before = everything()
    for route in WRITABLE:
        for method in (client.put, client.patch, client.delete):
            assert method(example(route, known)).status_code == 405
    assert everything() == before
