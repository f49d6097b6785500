from __future__ import annotations

import hashlib
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings import importing, resolving
from meetings.extraction.record import Hints
from meetings.importing import Outcome, reading, storing
from meetings.importing.ledger import Counts
from meetings.models import Account, Document, DocumentVersion, Edition, Quote

from .conftest import StandIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("extraction")]

ONE = "Askar Meder received Ilse Brandt. “We are friends.”"
TWO = "Askar Meder received Pavel Orlov."
FOUND_ONE = "en, publication date unknown (published.no-date-line), 1 meeting, 2 people, 1 quote"
FOUND_TWO = "en, publication date unknown (published.no-date-line), 1 meeting, 2 people, 0 quotes"


def store(key: str, text: str | bytes = ONE, **hints: str) -> Outcome:
    return importing.store(key, text.encode() if isinstance(text, str) else text, Hints(**hints))


def parts() -> list[tuple[str, str, str | None]]:
    """(name, text, name of the document that tells it) of all documents."""
    rows = Document.objects.order_by("pk").select_related("version", "same_text_as")
    return [(row.path, row.version.text, row.same_text_as.path if row.same_text_as else None) for row in rows]


def told_by() -> set[str]:
    """Names of the documents that have quotes or accounts now."""
    quotes = Quote.objects.listed().values_list("document__path", flat=True)
    return {*quotes, *Account.objects.filter(position__isnull=False).values_list("document__path", flat=True)}


def test_a_new_text() -> None:
    assert store("a.txt", publisher="Vellania") == Outcome("a.txt", "new", FOUND_ONE, Counts(1, 2, 1))
    document = Document.objects.get()
    version = document.version
    assert (document.path, document.hints, document.publisher) == ("a.txt", {"publisher": "Vellania"}, "Vellania")
    assert (version.text, version.encoding, version.rules) == (ONE, "utf-8", "1")
    assert (bytes(version.raw), version.sha256) == (ONE.encode(), hashlib.sha256(ONE.encode()).hexdigest())
    assert [quote.text for quote in Quote.objects.listed()] == ["We are friends."]
    assert list(document.editions.values_list("number", "version")) == [(1, version.pk)]


def test_bytes_and_text_are_kept_as_they_came() -> None:
    raw = b"\xef\xbb\xbf" + ONE.replace(". ", ".\r\n\r\n").encode()
    store("a.txt", raw)
    version = DocumentVersion.objects.get()
    assert (bytes(version.raw), version.text) == (raw, raw.decode())
    quote = Quote.objects.get()
    assert (quote.start, version.text[quote.start : quote.end]) == (1 + 33 + 4 + 1, "We are friends.")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16", "utf-16-le"])
def test_other_encodings(encoding: str) -> None:
    text = "Аскар Медер принял Ильзу Брандт в Веллине."
    store("a.txt", text.encode(encoding))
    assert DocumentVersion.objects.get().text.lstrip("\ufeff") == text


def test_an_unchanged_text_costs_one_query(extraction: StandIn, django_assert_num_queries: Any) -> None:
    store("a.txt", language="en")
    with django_assert_num_queries(1):
        assert store("a.txt", language="en") == Outcome("a.txt", "unchanged", "as it was when last read")
    assert len(extraction.hints) == 1


def test_other_hints_are_read_again() -> None:
    store("a.txt", publisher="One")
    outcome = store("a.txt", publisher="Two", language="ru")
    why = "language not given, now ru; publisher One, now Two"
    assert outcome == Outcome("a.txt", "read again", FOUND_ONE.replace("en", "ru", 1) + f" ({why})", Counts(1, 2, 1))
    document = Document.objects.get()
    assert (document.publisher, document.language) == ("Two", "ru")
    assert Edition.objects.count() == DocumentVersion.objects.count() == 1


def test_newer_rules_read_again(extraction: StandIn) -> None:
    store("a.txt")
    quote = Quote.objects.get()
    extraction.rules = "2"
    assert store("a.txt") == Outcome("a.txt", "read again", f"{FOUND_ONE} (rules 1, now 2)", Counts(1, 2, 1))
    assert DocumentVersion.objects.get().rules == "2"
    assert Quote.objects.get() == quote


def test_a_changed_text_is_a_new_edition() -> None:
    store("a.txt", ONE)
    assert store("a.txt", TWO) == Outcome("a.txt", "changed", FOUND_TWO, Counts(1, 2, 0))
    assert store("a.txt", ONE).status == "changed"
    editions = Edition.objects.order_by("number").values_list("number", "version__text")
    assert list(editions) == [(1, ONE), (2, TWO), (3, ONE)]
    assert DocumentVersion.objects.count() == 2
    assert Quote.objects.listed().count() == Quote.objects.count() == 1


def test_front_matter_wins_over_hints_and_stays_in_the_text(extraction: StandIn) -> None:
    text = f"---\npublisher: Near\ndate: 2021-04-08\n---\n{ONE}"
    outcome = store("a.txt", text, publisher="Far", language="ru")
    assert outcome.message == "ru, published 2021-04-08, 1 meeting, 2 people, 1 quote"
    document = Document.objects.get()
    assert document.known == extraction.hints[-1] == Hints(publisher="Near", published="2021-04-08", language="ru")
    assert (document.version.text, document.published) == (text, "2021-04-08")
    assert Quote.objects.get().start == text.index("We are")
    assert store("a.txt", text, publisher="Farther", language="ru").status == "unchanged"


def test_one_text_under_two_names() -> None:
    store("b.txt")
    assert store("a.txt") == Outcome("a.txt", "same text", "the text of b.txt, kept once")
    assert store("a.txt").status == store("b.txt").status == "unchanged"
    assert parts() == [("b.txt", ONE, None), ("a.txt", ONE, "b.txt")]
    assert told_by() == {"b.txt"}
    assert DocumentVersion.objects.count() == 1
    assert Document.objects.get(path="a.txt").language == "en"


def test_hints_of_a_copy_are_its_own(extraction: StandIn) -> None:
    store("a.txt", publisher="A")
    store("b.txt", publisher="B")
    assert list(Document.objects.order_by("path").values_list("publisher", flat=True)) == ["A", "B"]
    again = store("b.txt", publisher="C")
    assert again == Outcome("b.txt", "read again", "publisher B, now C; the text of a.txt, kept once")
    assert told_by() == {"a.txt"}


def test_a_stored_text_is_never_decoded_anew() -> None:
    """Even where the bytes would be read in another way now."""
    store("a.txt", ONE)
    store("a.txt", TWO)
    DocumentVersion.objects.filter(text=ONE).update(text=f"\n{ONE}")
    assert store("a.txt", ONE).status == "changed"
    version = DocumentVersion.objects.get(text=f"\n{ONE}")
    assert version.record.quotes[0].span.start == version.text.index("We")


def test_when_the_teller_moves_on_the_next_copy_tells(extraction: StandIn) -> None:
    for key in ("a.txt", "b.txt", "c.txt"):
        store(key, published="2021" if key == "a.txt" else "2022")
    store("a.txt", TWO)
    assert parts() == [("a.txt", TWO, None), ("b.txt", ONE, None), ("c.txt", ONE, "b.txt")]
    assert told_by() == {"a.txt", "b.txt"}
    assert extraction.hints[-1] == Hints(published="2022"), "read again with the hints of the new teller"
    assert Document.objects.get(path="b.txt").version.record.published.value == "2022"


def test_when_a_copy_moves_on_the_teller_stays() -> None:
    store("a.txt")
    store("b.txt")
    assert store("b.txt", TWO).status == "changed"
    assert parts() == [("a.txt", ONE, None), ("b.txt", TWO, None)]
    assert told_by() == {"a.txt", "b.txt"}


def test_an_older_document_that_comes_to_a_text_leaves_it_to_its_teller() -> None:
    """The quotes of a text keep their addresses, whoever else comes to it."""
    store("a.txt", TWO)
    store("b.txt", ONE)
    quote = Quote.objects.listed().get()
    assert store("a.txt", ONE) == Outcome("a.txt", "same text", "the text of b.txt, kept once")
    assert Quote.objects.listed().get() == quote
    assert parts() == [("a.txt", ONE, "b.txt"), ("b.txt", ONE, None)]


def test_newer_rules_met_by_a_copy_read_the_tellers_text_again(extraction: StandIn) -> None:
    store("a.txt", published="2021")
    store("b.txt", published="2022")
    extraction.rules = "2"
    assert store("b.txt", published="2022").status == "read again"
    assert Document.objects.get(path="a.txt").version.record.published.value == "2021"
    assert store("a.txt", published="2021").status == "unchanged"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "is empty; remove it, or put the text into it"),
        (b"a\0b", "is binary, not a text (it holds NUL bytes); save its text as .txt"),
        (
            b"---\ndate: soon\n---\nx",
            "line 2: date: 'soon' is no date; write it as 2021-04-08, 2021-04, 2021 or XXXX-04-08",
        ),
    ],
)
def test_what_cannot_be_read_is_an_outcome(raw: bytes, message: str) -> None:
    assert store("a.txt", raw) == Outcome("a.txt", "error", message)
    assert not Document.objects.exists()


def test_a_text_that_is_too_long(settings: Any) -> None:
    settings.MAX_TEXT_BYTES = 1000
    message = "is 20,000,000 bytes long and at most 1,000 are taken; split it, or set MAX_TEXT_BYTES higher"
    assert store("a.txt", b"x" * 20_000_000) == Outcome("a.txt", "error", message)


def test_a_name_that_cannot_be_kept() -> None:
    assert store("x" * 501).message == "its path is 501 characters long and at most 500 are kept; shorten it"
    message = "its name holds bytes or characters that are no text; rename it"
    assert store("a\0.txt") == Outcome("a\\x00.txt", "error", message)


def test_many_copies_cost_no_more_than_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resolving, "resolve", lambda documents, **_: None)
    store("a.txt")
    costs = []
    for number in range(5):
        with CaptureQueriesContext(connection) as queries:
            store(f"{number}.txt")
        costs.append(len(queries))
    assert costs == [costs[0]] * 5
    assert costs[0] <= 13


def test_all_of_a_text_is_stored_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    store("a.txt", ONE)
    store("b.txt", ONE)
    before = parts(), told_by()

    def fail(documents: object, **_: object) -> None:
        assert Document.objects.get(path="a.txt").version.text == TWO
        raise RuntimeError("resolving failed")

    monkeypatch.setattr(resolving, "resolve", fail)
    with pytest.raises(RuntimeError):
        store("a.txt", TWO)
    assert (parts(), told_by()) == before
    assert (DocumentVersion.objects.count(), Edition.objects.count()) == (1, 2)


@pytest.mark.parametrize("bad", ["\0", "\ud800"])
def test_a_record_that_no_database_can_hold_is_refused(monkeypatch: pytest.MonkeyPatch, bad: str) -> None:
    stand_in = StandIn()
    monkeypatch.setattr(reading, "extract", lambda text, hints: stand_in.extract(f"Askar Meder, “{bad}”", hints=hints))
    with pytest.raises(ValueError, match=r"NUL|surrogates"):
        store("a.txt")
    assert not Document.objects.exists()


def test_a_dry_run_remembers_of_a_changed_text_its_name_alone() -> None:
    store("a.txt")
    seen: dict[str, str] = {}
    read = reading.read(TWO.encode(), Hints())
    said = [storing.preview(name, TWO.encode(), read, seen) for name in ("a.txt", "b.txt")]
    assert [(one.status, one.message) for one in said] == [
        ("changed", FOUND_TWO),
        ("same text", "the text of a.txt, kept once"),
    ]
    assert seen == {hashlib.sha256(TWO.encode()).hexdigest(): "a.txt"}
