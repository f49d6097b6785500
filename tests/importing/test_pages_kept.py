"""Saved web pages in the database: bytes, text, what took it, and what another library makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from meetings import importing
from meetings.extraction.record import Hints
from meetings.importing import Outcome, import_paths, saved_pages
from meetings.models import Document, DocumentVersion, Quote

from .conftest import Put, StandIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("extraction")]

HEAD = (
    '<link rel="canonical" href="https://president.example/1"><meta property="og:site_name" content="Office">'
    "<title>Talks in Vellin</title>"
)
SAID = "Askar Meder received Ilse Brandt in Vellin. “We are friends,” he told the press after the talks."
PAGE = f"<html><head>{HEAD}</head><body><nav>News</nav><h1>Talks in Vellin</h1><p>{SAID}</p></body></html>"
TEXT = f"Talks in Vellin\n\n{SAID}\n"


def store(key: str = "a.html", page: str = PAGE, **hints: str) -> Outcome:
    return importing.store(key, page.encode(), Hints(**hints))


@pytest.fixture
def another(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the library, that takes another text."""
    monkeypatch.setattr(saved_pages, "taken_by", lambda: "library 2")
    monkeypatch.setattr(saved_pages, "main_text", lambda source: (f"Anew\n\n{TEXT}", saved_pages.page_hints(source)))


def test_bytes_text_and_hints() -> None:
    assert store().status == "new"
    document = Document.objects.get()
    version = document.version
    assert (bytes(version.raw), version.text, version.taken) == (PAGE.encode(), TEXT, saved_pages.taken_by())
    assert document.hints == {"source_url": "https://president.example/1", "publisher": "Office"}
    quote = Quote.objects.get()
    assert version.text[quote.start : quote.end] == quote.text == "We are friends,"
    assert store().status == "unchanged"


def test_what_was_said_at_import_weighs_more() -> None:
    store(publisher="Vellania")
    assert Document.objects.get().hints == {"source_url": "https://president.example/1", "publisher": "Vellania"}
    assert store(publisher="Vellania").status == "unchanged"
    assert store().status == "read again"
    assert Document.objects.get().publisher == "Office"


def test_another_text_by_another_library_is_another_version(request: pytest.FixtureRequest) -> None:
    store()
    before = saved_pages.taken_by()
    request.getfixturevalue("another")
    outcome = store()
    assert outcome.status == "read again"
    assert f"text taken by {before}, now library 2" in outcome.message
    assert list(DocumentVersion.objects.values_list("text", "taken")) == [
        (TEXT, before),
        (f"Anew\n\n{TEXT}", "library 2"),
    ]
    assert list(Document.objects.get().editions.values_list("number", "version__taken")) == [
        (1, before),
        (2, "library 2"),
    ]
    assert store().status == "unchanged"


def test_the_same_text_by_another_library_is_the_same_version(monkeypatch: pytest.MonkeyPatch) -> None:
    store()
    monkeypatch.setattr(saved_pages, "taken_by", lambda: "library 2")
    assert store().status == "read again"
    assert list(DocumentVersion.objects.values_list("text", "taken")) == [(TEXT, "library 2")]
    assert store().status == "unchanged"


def test_a_page_under_two_names_and_as_a_text() -> None:
    assert [store(key).status for key in ("a.html", "b.htm", "c.txt")] == ["new", "same text", "new"]
    texts = Document.objects.order_by("path").values_list("path", "version__text", "version__taken")
    assert list(texts) == [
        ("a.html", TEXT, saved_pages.taken_by()),
        ("b.htm", TEXT, saved_pages.taken_by()),
        ("c.txt", PAGE, ""),
    ]


def test_new_rules_read_the_stored_text(extraction: StandIn) -> None:
    store()
    extraction.rules = "2"
    assert store().status == "read again"
    assert DocumentVersion.objects.get().text == TEXT


def test_a_page_without_text_does_not_stop_the_others(put: Put, texts: Path) -> None:
    put("a.html", "<html><body><nav>News</nav></body></html>")
    put("b.html", PAGE)
    put("b_files/frame.html", PAGE)
    ledger = import_paths([str(texts)])
    assert [(one.path, one.status) for one in ledger.outcomes] == [
        (f"{texts}/a.html", "error"),
        ("b.html", "new"),
        ("1 file", "ignored"),
    ]
    assert ledger.errors[0].message.startswith("holds no main text")
    assert ledger.outcomes[2].message == "only .txt, .md and .html are read (parts of saved pages 1)"
