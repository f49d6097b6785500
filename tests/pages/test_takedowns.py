"""What is withheld is nowhere: no page, no other format, no feed and no export tells of it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import StringIO
from itertools import product

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern, reverse

from meetings.corrections import correct, withdraw
from meetings.extraction.record import Finding, Record, Span
from meetings.extraction.record import Reference as ReferenceRead
from meetings.models import Document, Meeting, Person, PublisherTerms, Quote, Suggestion, Takedown
from meetings.showing import record_of
from meetings.suggesting import suggest
from meetings.takedowns import follow_terms, withhold
from meetings.urls import urlpatterns
from meetings.views.suggest import receipts
from tests.readings import found, quote, reading, store, told_meeting

pytestmark = pytest.mark.django_db

SECRET = ("Zofia Quist", "Envoy", "SE")
OPEN = ("Ilse Brandt", "Foreign Minister", "DE")
GUEST = ("Askar Meder", "President", "KZ")
TEXT = (
    "Brandt opens harbour\n\nIlse Brandt met Zofia Quist in Vellin. “The violet lighthouse is ours,” said Ilse Brandt. "
    "“We sail at dawn,” said Zofia Quist.\n\nNothing else was found out that day. The gulls were loud."
)
KINDS = {
    "meetings": ("country", "person", "organization", "year", "format", "place", "quotes", "sources", "language"),
    "people": ("country", "role"),
    "quotes": ("speaker", "country", "year", "language", "format"),
    "documents": ("publisher", "language", "year", "found"),
}


def told(title: str, *people: tuple[str, str, str], text: str, date: str, said: dict[str, str]) -> Record:
    quotes = tuple(quote(text, words, speaker) for words, speaker in said.items())
    record = reading(told_meeting(*people, date=date, place="Vellin", place_country="DE"), quotes=quotes)
    start = text.find(title)
    spans = (Span(start, start + len(title)),) if start >= 0 else ()
    return replace(record, title=Finding(title, "test.rule", 0.9, spans))


@pytest.fixture
def shelf() -> dict[str, Document]:
    """Two documents of one meeting, one of another meeting that recalls it, and older and newer versions."""
    said = {"The violet lighthouse is ours,": "Ilse Brandt", "We sail at dawn,": "Zofia Quist"}
    old = TEXT.replace("The gulls were loud.", "")
    store("a.txt", told("Brandt opens harbour", OPEN, SECRET, text=old, date="2021-04-08", said=said), old)
    first = told("Brandt opens harbour", OPEN, SECRET, text=TEXT, date="2021-04-08", said=said)
    a = store("a.txt", first, TEXT)
    text = "Ilse Brandt was in Vellin with Askar Meder. “It was windy,” said Ilse Brandt."
    second = told("A windy day", OPEN, GUEST, text=text, date="2021-04-08", said={"It was windy,": "Ilse Brandt"})
    b = store("b.txt", second, text)
    text = "Askar Meder saw Ilse Brandt, who recalled seeing Zofia Quist. “Good,” said Askar Meder."
    third = told("Later talks", GUEST, OPEN, text=text, date="2022-05-01", said={"Good,": "Askar Meder"})
    recalled = ReferenceRead(found("2020-04-08"), ("Zofia Quist", "DE"), Span(0, 5), "test.rule", 0.9)
    people = reading(others=(SECRET,)).people
    c = store("c.txt", replace(third, references=(recalled,), people=third.people + people), text)
    for path in ("a.txt", "b.txt"):
        correct("document", path, "publisher", "Harbour Gazette")
        correct("document", path, "source_url", f"https://gazette.example/{path}")
        correct("document", path, "country", "DE")
    suggest(a.accounts.get().meeting, None, field="title", should="Another title", language="en")
    return {"a": a, "b": b, "c": c}


def values() -> dict[str, list[object]]:
    """All that an address of the site may hold, by the name of its part."""
    ids = {"meeting": Meeting, "quote": Quote, "document": Document}
    found: dict[str, list[object]] = {
        name: list(model.objects.values_list("pk", flat=True)) for name, model in ids.items()
    }
    return found | {"person": list(Person.objects.values_list("slug", flat=True))}


def addresses() -> list[str]:
    """An address for each pattern of the site and each row that it can show."""
    return [address for pattern in urlpatterns for address in of_pattern(pattern)]


def of_pattern(pattern: URLPattern) -> list[str]:
    parts = dict.fromkeys(pattern.pattern.regex.groupindex)
    if not parts:
        return [reverse(f"meetings:{pattern.name}")]
    if pattern.name is None:
        kind = str(pattern.pattern).partition("/")[0]
        return [f"/{kind}/facets/{facet}/" for facet in KINDS[kind]]
    known = values()
    suffixes = {"meeting_as": ["bib", "ris", "json", "ics"], "quote_as": ["bib", "ris", "json"]}
    kind = pattern.name.removesuffix("_as").removeprefix("suggest_on_")
    offered: dict[str, list[object]] = {
        "pk": known.get(kind, known["document"]),
        "slug": known["person"] if pattern.name == "person" else ["a-title"],
        "suffix": suffixes.get(pattern.name, []),
        "code": ["de", "se", "kz"],
        "one": ["de"],
        "other": ["se", "kz"],
        "number": [1, 2],
        "old": [1],
        "new": [2],
        "receipt": [receipts().sign(str(one.pk)) for one in Suggestion.objects.all()],
    }
    return [
        reverse(f"meetings:{pattern.name}", kwargs=dict(zip(parts, some, strict=True)))
        for some in product(*(offered[name] for name in parts))
    ]


PASSING = re.compile(r"DTSTAMP.*|'Expires': '[^']+'|name=\"(csrfmiddlewaretoken|opened)\" value=\"[^\"]+\"")
"""What is new with each answer."""
SEARCHES = ["/search/?q=quist", "/search/?q=ours", "/search/suggestions/?q=zof", "/meetings/?q=ours"]
QUERIES = ("?view=table", "?sort=oldest", "?person=zofia-quist", "?speaker=zofia-quist", "?country=SE", "?find=quist")


def everything(client: Client) -> dict[str, str]:
    """The whole site in words: each address with its answer, headers included, and each export."""
    found = {}
    lists = [reverse(f"meetings:{name}") for name in ("meeting_list", "quote_list", "person_list", "document_list")]
    for address in addresses() + [path + query for path in lists for query in QUERIES] + [*SEARCHES, "/?version=1"]:
        response = client.get(address, follow=True)
        way = " ".join(url for url, _status in response.redirect_chain)
        found[address] = f"{response.status_code} {way} {response.headers} {response.content.decode(errors='replace')}"
    for format, table in (("jsonl", ""), ("json", ""), *(("csv", table) for table in TABLES)):
        out = StringIO()
        call_command("export_records", format=format, stdout=out, **({"table": table} if table else {}))
        found[f"export {format} {table}"] = out.getvalue()
    return found


TABLES = ("meetings", "participants", "quotes", "documents")


def telling(site: dict[str, str], *words: str) -> list[str]:
    """The addresses that tell any of these words."""
    pattern = re.compile("|".join(re.escape(one) for one in words))
    return [address for address, answer in site.items() if pattern.search(answer)]


def status(client: Client, address: str) -> int:
    return client.get(address).status_code


def test_the_walk_sees_the_whole_site(client: Client, shelf: dict[str, Document]) -> None:
    """Before anything is withheld its words are at every kind of address: else the tests below would see nothing."""
    site = everything(client)
    kinds = {re.sub(r"\d+", "1", address) for address in telling(site, "Zofia Quist", "violet lighthouse")}
    assert kinds >= {
        *("/", "/meetings/", "/meetings.atom", "/meetings/1-a-title/"),
        *("/meetings/1-a-title.ics", "/meetings/facets/person/", "/people/", "/people/zofia-quist/"),
        *("/countries/de/", "/countries/se/", "/countries/de/se/", "/quotes/", "/quotes.atom", "/quotes/1/"),
        *("/quotes/1.json", "/quotes/1.ris", "/documents/1/", "/documents/1/reading/", "/documents/1/source"),
        *("/documents/1/versions/1/", "/documents/1/versions/1/source", "/documents/1/versions/1/reading/"),
        *("export jsonl ", "export json ", "export csv participants", "export csv quotes"),
    }
    assert "/documents/1/versions/1..1/" in {re.sub(r"\d+", "1", one) for one in telling(site, "loud")}


def test_a_withheld_document_is_nowhere(client: Client, shelf: dict[str, Document]) -> None:
    store("copy.txt", shelf["a"].version.record, TEXT)
    withhold([shelf["a"]], reason="a letter of a lawyer")
    site = everything(client)
    words = ("Brandt opens harbour", "brandt-opens-harbour", "violet", "sail at dawn", "gulls", "a.txt", "lawyer")
    assert telling(site, *words) == []
    for document in Document.objects.filter(path__in=["a.txt", "copy.txt"]):
        base = f"/documents/{document.pk}/"
        ways = ("", "reading/", "source", "versions/", "versions/1/", "versions/1/source", "versions/1/reading/")
        assert {way: status(client, base + way) for way in ways} == dict.fromkeys(ways, 410)
    assert status(client, f"/documents/{shelf['a'].pk}/versions/1..2/") == 410
    quotes = Quote.objects.filter(document=shelf["a"]).values_list("pk", flat=True)
    assert {status(client, f"/quotes/{pk}{way}") for pk in quotes for way in ("/", ".json", ".bib", ".ris")} == {410}
    [meeting] = Meeting.objects.listed().filter(date="2021-04-08")
    assert status(client, meeting.get_absolute_url()) == 200
    assert "A windy day" in site[f"/meetings/{meeting.pk}-a-title/"]


@pytest.mark.parametrize("text", [TEXT, TEXT.replace(" ", "\r\n", 3)], ids=["same bytes", "other line breaks"])
def test_its_text_is_no_older_version_of_another_document(
    client: Client, shelf: dict[str, Document], text: str
) -> None:
    said = {"The violet lighthouse is ours,": "Ilse Brandt"}
    copy = store("copy.txt", told("Brandt opens harbour", OPEN, text=text, date="2021-04-08", said=said), text)
    words = "All is new here, and a storm came."
    store("copy.txt", told("A storm", OPEN, text=words, date="2021-04-08", said={}), words)
    row = Quote.objects.create(
        document=copy, version=copy.version, key="0-6", start=0, end=6, text="Brandt", current=False
    )
    base = f"/documents/{copy.pk}/"
    closed = [base + way for way in ("versions/1/", "versions/1/source", "versions/1/reading/", "versions/1..2/")]
    closed += [f"/quotes/{row.pk}{way}" for way in ("/", ".json", ".bib", ".ris")]
    assert {status(client, address) for address in closed} == {200}
    withhold([shelf["a"]])
    assert {status(client, address) for address in closed} == {410}
    open_ways = ("", "source", "versions/", "versions/2/", "versions/2/source")
    assert {status(client, base + way) for way in open_ways} == {200}
    for way in ("versions/", ""):
        assert "versions/1" not in client.get(f"{base}{way}").content.decode(), way


def test_what_rests_on_it_alone_is_gone_with_it(client: Client, shelf: dict[str, Document]) -> None:
    """Its person, and the meeting that nobody else tells of, by any address."""
    withhold([shelf["c"], shelf["a"]])
    assert status(client, "/people/zofia-quist/") == 410
    meeting = shelf["c"].accounts.get().meeting
    assert {status(client, f"/meetings/{meeting.pk}{way}") for way in ("/", "-x/", ".json", "-x.bib", ".ics")} == {410}
    assert telling(everything(client), "Zofia Quist", "Later talks") == []


def test_an_old_title_does_not_lead_past_the_takedown(client: Client, shelf: dict[str, Document]) -> None:
    meeting = shelf["c"].accounts.get().meeting
    withhold([shelf["c"]])
    response = client.get(f"/meetings/{meeting.pk}/")
    assert (response.status_code, "later-talks" in response.content.decode()) == (410, False)


def test_a_withheld_quote_is_nowhere(client: Client, shelf: dict[str, Document]) -> None:
    row = Quote.objects.get(text="The violet lighthouse is ours,")
    store("copy.txt", shelf["a"].version.record, TEXT)
    withhold([row])
    site = everything(client)
    assert telling(site, "violet", "lighthouse") == []
    assert {status(client, f"/quotes/{row.pk}{way}") for way in ("/", ".json", ".bib", ".ris")} == {410}
    page = site[f"/documents/{shelf['a'].pk}/"]
    assert '“<span class="gap">[words withheld]</span>” said' in page
    assert "The gulls were loud." in page
    assert "We sail at dawn," in page
    assert "/source" not in page
    assert status(client, f"/documents/{shelf['a'].pk}/source") == 410


def test_words_of_a_withheld_quote_are_in_no_title(client: Client) -> None:
    words, title = "The violet lighthouse is ours", "Brandt: The violet lighthouse is ours"
    text = f"{title}\n\nIlse Brandt met Askar Meder. “{words},” said Ilse Brandt."
    record = told(title, OPEN, GUEST, text=text, date="2021-04-08", said={f"“{words}": "Ilse Brandt"})
    document = store("a.txt", record, text)
    meeting, row = document.accounts.get().meeting, Quote.objects.get()
    row.text = words
    ways = [document.get_absolute_url(), f"/documents/{document.pk}/reading/", "/documents/", "/meetings/"]
    ways += [f"/meetings/{meeting.pk}.json", "/meetings.atom"]

    def pages() -> dict[str, str]:
        return {address: client.get(address, follow=True).content.decode() for address in ways}

    assert telling(pages(), "violet lighthouse") == ways
    [takedown] = withhold([row])
    assert telling(pages(), "violet", "lighthouse") == []
    correct("document", "a.txt", "title", "“The violet lighthouse is ours”")
    assert telling(pages(), "violet", "lighthouse") == []
    assert Document.objects.get().title == ""
    assert Meeting.objects.get().title == "Ilse Brandt – Askar Meder"
    withdraw(takedown, None)
    assert Document.objects.get().title == "“The violet lighthouse is ours”"


def test_a_withheld_person_is_named_in_no_record(client: Client, shelf: dict[str, Document]) -> None:
    """Only the texts go on naming them: here the publishers' terms keep these out of sight, too."""
    correct("document", "c.txt", "publisher", "Harbour Gazette")
    PublisherTerms.objects.create(publisher="Harbour Gazette", shows="facts")
    withhold([Person.objects.get(slug="zofia-quist")])
    site = everything(client)
    gone = site.pop("/people/zofia-quist/")
    assert gone.startswith("410 ")
    assert "Quist" not in gone
    asked = [address for address in site if "zofia-quist" in address]
    assert telling({address: words for address, words in site.items() if address not in asked}, "Quist", "zofia") == []
    assert telling({address: site[address] for address in asked}, "Quist") == []
    meeting = site[f"/meetings/{shelf['a'].accounts.get().meeting_id}-a-title/"]
    assert "Name withheld" in meeting
    assert "Envoy" not in meeting
    assert "Sweden" in meeting


def test_texts_that_are_shown_go_on_naming_a_withheld_person(client: Client, shelf: dict[str, Document]) -> None:
    withhold([Person.objects.get(slug="zofia-quist")])
    page = client.get(f"/documents/{shelf['a'].pk}/").content.decode()
    assert "Zofia Quist" in page
    assert "zofia-quist" not in page


def test_a_slug_of_old_does_not_lead_to_a_withheld_person(client: Client, shelf: dict[str, Document]) -> None:
    Person.objects.create(name="Z. Q.", slug="z-q", merged_into=Person.objects.get(slug="zofia-quist"))
    withhold([Person.objects.get(slug="zofia-quist")])
    assert status(client, "/people/z-q/") == 410


@pytest.mark.parametrize("public", [True, False])
def test_readers_are_told_why_if_the_reason_is_for_them(
    client: Client, shelf: dict[str, Document], public: bool
) -> None:
    withhold([shelf["a"]], reason="The publisher asked for it.", public=public)
    response = client.get(f"/documents/{shelf['a'].pk}/")
    assert "This was withheld" in response.content.decode()
    assert ("The publisher asked for it." in response.content.decode()) == public
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_withdrawn_all_is_as_it_was(client: Client, shelf: dict[str, Document]) -> None:
    def words() -> dict[str, str]:
        return {address: PASSING.sub("", answer) for address, answer in everything(client).items()}

    before = words()
    withhold([shelf["a"], Person.objects.get(slug="askar-meder"), Quote.objects.get(text="Good,")])
    assert words() != before
    for takedown in Takedown.objects.all():
        withdraw(takedown, None)
    assert words() == before


def with_terms(shows: str) -> None:
    PublisherTerms.objects.create(publisher="Harbour Gazette", shows=shows)
    follow_terms(["Harbour Gazette"])


def test_an_excerpt_has_the_sentences_in_which_something_was_found(client: Client, shelf: dict[str, Document]) -> None:
    with_terms("excerpt")
    pages = [f"/documents/{shelf['a'].pk}/", shelf["a"].accounts.get().meeting.get_absolute_url()]
    for page in [client.get(address).content.decode() for address in pages]:
        assert "The violet lighthouse is ours," in page
        assert "Nothing else was found out" not in page
        assert "gulls" not in page
        assert "terms allow an excerpt" in page
        assert "https://gazette.example/a.txt" in page
    assert telling(everything(client), "gulls", "Nothing else was") == []


def test_facts_only_have_no_words_of_the_text_but_quotes(client: Client, shelf: dict[str, Document]) -> None:
    with_terms("facts")
    page = client.get(f"/documents/{shelf['a'].pk}/").content.decode()
    assert "Ilse Brandt met Zofia Quist" not in page
    assert "The violet lighthouse is ours," in page
    assert "terms allow facts and short quotes" in page
    assert telling(everything(client), "gulls", "Ilse Brandt met", "said Ilse", "was in Vellin") == []


@pytest.mark.parametrize("shows", ["excerpt", "facts"])
def test_bytes_and_differences_are_not_given_out(client: Client, shelf: dict[str, Document], shows: str) -> None:
    with_terms(shows)
    base = f"/documents/{shelf['a'].pk}/"
    ways = ("source", "versions/1/source", "versions/1..2/")
    answers = [client.get(base + way) for way in ways]
    assert [answer.status_code for answer in answers] == [403] * 3
    assert all("https://gazette.example/a.txt" in answer.content.decode() for answer in answers)
    assert "/source" not in client.get(base + "versions/").content.decode()
    assert status(client, f"/documents/{shelf['c'].pk}/source") == 200


def test_long_quotes_are_short_in_every_format(client: Client, shelf: dict[str, Document]) -> None:
    long = "A sentence of some length, " * 30 + "and the very end"
    text = f"Ilse Brandt met Askar Meder in Vellin. “{long},” said Ilse Brandt."
    store("d.txt", told("Speech", OPEN, GUEST, text=text, date="2023-01-01", said={long: "Ilse Brandt"}), text)
    assert telling(everything(client), "the very end") != []
    correct("document", "d.txt", "publisher", "Harbour Gazette")
    with_terms("facts")
    assert telling(everything(client), "the very end") == []
    row = Quote.objects.get(document__path="d.txt")
    assert "The quote goes on" in client.get(row.get_absolute_url()).content.decode()
    assert json.loads(client.get(f"/quotes/{row.pk}.json").content)["text"] == row.text


def test_quotes_that_no_text_has_any_more_follow_takedowns_and_terms(
    client: Client, shelf: dict[str, Document]
) -> None:
    """They name nobody who is withheld and are as short as others; once both are withdrawn, they are as they were."""
    long = "A sentence of some length, " * 30 + "and the very end"
    text = f"Old times\n\nZofia Quist met Ilse Brandt. “{long},” said Zofia Quist."
    store("d.txt", told("Old times", OPEN, SECRET, text=text, date="2023-01-01", said={long: "Zofia Quist"}), text)
    document = store("d.txt", told("Nothing", OPEN, text="Nothing left.", date="2023-01-01", said={}), "Nothing left.")
    correct("document", "d.txt", "publisher", "Harbour Gazette")
    row = Quote.objects.get(document=document)
    ways = [f"/quotes/{row.pk}{end}" for end in ("/", ".json", ".bib", ".ris")] + [
        f"/documents/{document.pk}/versions/1/"
    ]

    def said() -> dict[str, str]:
        return {way: client.get(way).content.decode() for way in ways}

    before = said()
    assert not row.current
    assert telling(before, "Quist") != telling(before, "very end") != []
    with_terms("facts")
    withhold([Person.objects.get(slug="zofia-quist")])
    assert telling(said(), "Quist", "zofia-quist", "very end") == []
    assert "Name withheld" in said()[ways[0]]
    withdraw(Takedown.objects.get(), None)
    PublisherTerms.objects.all().delete()
    follow_terms(["Harbour Gazette"])
    assert said() == before


def test_a_reading_hides_who_is_meant_however_they_are_spelled(client: Client, shelf: dict[str, Document]) -> None:
    zofia = Person.objects.get(slug="zofia-quist")
    withhold([zofia])
    shelf["b"].mentions.filter(name__name="Askar Meder").update(person=zofia)
    record = record_of(shelf["b"], shelf["b"].version)
    assert record
    assert {one.name.value for one in record.people} == {"Ilse Brandt"}
    assert {seat.name.value for one in record.meetings for seat in one.participants} == {"Ilse Brandt"}
