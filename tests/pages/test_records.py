"""A meeting told by several sources, and records to take away: citations, other formats, data for machines."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from meetings.corrections import correct
from meetings.models import Account, Document, Meeting, Mention, Quote
from tests.factories import make_account, make_document, make_meeting, make_participant, make_person, make_quote
from tests.pages.test_details import TEXT, cells, ids, moved, page, record, words_of
from tests.readings import BRANDT, MEDER, NONE, reading, store, told_meeting

pytestmark = pytest.mark.django_db


def told_by(*texts: tuple[str, str], **fields: Any) -> tuple[Meeting, list[Document]]:
    """A meeting with one source for each (text, language)."""
    documents = [make_document(text, language=language) for text, language in texts]
    return make_meeting([], documents, date="2021-04-08", **fields), documents


def say(meeting: Meeting, document: Document, words: str, speaker: Any = None) -> Quote:
    start = document.version.text.index(words)
    return make_quote(words, speaker, meeting=meeting, document=document, start=start, language=document.language)


def marked_once(html: str) -> list[str]:
    """The quotes that the list marks as told by one source, with that mark."""
    entries = re.findall(r'<li id="(quote-\d+)">(.*?)</li>', html, re.S)
    return [f"{name}: {mark[1]}" for name, entry in entries if (mark := re.search(r'class="only">(.*?)<', entry))]


# Several sources


def test_a_quote_that_one_source_alone_reports_is_marked_in_the_list_and_in_the_text(client: Client) -> None:
    meeting, (one, other) = told_by(
        ("“We shall build the bridge together,” she said. “The wheat has come late,” she said.", "en"),
        ("She said they shall build the bridge together. “We shall build the bridge together!”", "en"),
    )
    ann = make_person("Ann", "KZ")
    say(meeting, one, "We shall build the bridge together,", ann)
    alone = say(meeting, one, "The wheat has come late,", ann)
    say(meeting, other, "We shall build the bridge together!", ann)

    html = page(client, meeting.get_absolute_url())

    assert marked_once(html) == [f"quote-{alone.pk}: only in source 1"]
    assert html.count("data-note=") == 1
    assert 'data-number="2" data-note="only in this source" aria-label="To quote 2, only in this source"' in html
    assert cells(html, "Quotes") == ["2 only in this text: 1", "1"]


@pytest.mark.parametrize(
    ("elsewhere", "speaker", "marks"), [("", None, 1), ("Мы построим мост", "Ann", 0), ("Мы построим мост", "Bo", 1)]
)
def test_between_languages_only_the_speaker_can_tell(
    client: Client, elsewhere: str, speaker: str | None, marks: int
) -> None:
    meeting, (one, other) = told_by(
        ("“We shall build the bridge,” she said.", "en"), ("«Мы построим мост», — сказала она.", "ru")
    )
    people = {name: make_person(name, "KZ") for name in ("Ann", "Bo")}
    quote = say(meeting, one, "We shall build the bridge,", people["Ann"])
    if elsewhere:
        say(meeting, other, elsewhere, people[speaker or "Ann"])

    found = marked_once(page(client, meeting.get_absolute_url()))
    assert (f"quote-{quote.pk}: only in source 1" in found) == bool(marks)


def test_words_of_nobody_known_are_not_held_to_be_missing_in_another_language(client: Client) -> None:
    meeting, (one, other) = told_by(("“We build,” it was said.", "en"), ("«Мы строим», — сказали.", "ru"))
    say(meeting, one, "We build,")
    say(meeting, other, "Мы строим")

    assert marked_once(page(client, meeting.get_absolute_url())) == []


def test_with_one_source_nothing_is_told_once(client: Client) -> None:
    meeting, (only,) = told_by(("“We shall build,” she said.", "en"))
    say(meeting, only, "We shall build,")

    html = page(client, meeting.get_absolute_url())
    assert 'class="only"' not in html
    assert "data-note" not in html
    assert "Who tells of it" in words_of(html)


def test_who_takes_part_by_one_source_only_is_marked_and_not_said_to_be_unnamed_elsewhere(client: Client) -> None:
    text = "Askar Meder received Ilse Brandt. Carl Lang was there."
    lang = ("Carl Lang", "Adviser", "DE")
    store("one.txt", reading(told_meeting(MEDER, BRANDT, lang)), text)
    store("two.txt", reading(told_meeting(MEDER, BRANDT)), text + " ")
    meeting = Meeting.objects.listed().get()

    html = page(client, meeting.get_absolute_url())
    assert words_of(html).count("only in source 1") == 1
    assert cells(html, "Participants") == ["3 only in this text: Carl Lang", "2 not found in this text: Carl Lang"]

    store("two.txt", reading(told_meeting(MEDER, BRANDT), others=(lang,)), text + " ")
    html = page(client, meeting.get_absolute_url())
    assert words_of(html).count("taking part only in source 1") == 1
    assert cells(html, "Participants")[1] == "2 named, but not found to take part: Carl Lang"


def test_a_fact_of_one_source_is_marked_where_it_stands(client: Client) -> None:
    text = TEXT.replace("in Astana", "somewhere")
    store("one.txt", record(), TEXT)
    without = record(text, place=None)
    (told,) = without.meetings
    store("two.txt", replace(without, meetings=(replace(told, place_country=NONE),)), text)

    html = page(client, Meeting.objects.listed().get().get_absolute_url())

    place = re.search(r'<div id="fact-place">.*?</div>', html, re.S)
    assert place
    assert "only in source 1" in words_of(place[0])
    assert re.search(r'<mark class="fact" id="d\d+-a1-place"[^>]* data-note="only in this source"', html)
    assert html.count('data-note="only in this source"') == 1


def order(html: str) -> list[str]:
    return re.findall(r'<article class="source" id="source-(\d)"', html)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", "1234"),
        ("?left=3&right=2", "3214"),
        ("?right=4", "1423"),
        ("?left=2", "2134"),
        ("?left=3&right=3", "3124"),
        ("?left=9&right=x", "1234"),
        ("?left=-1&right=²", "1234"),
        (f"?left={'9' * 50}", "1234"),
    ],
)
def test_which_two_of_several_sources_stand_beside_each_other(client: Client, query: str, shown: str) -> None:
    meeting, _ = told_by(*((f"A text, number {n}.", "en") for n in range(4)))

    html = page(client, meeting.get_absolute_url() + query)

    assert "".join(order(html)) == shown
    assert len(ids(html)) == len(set(ids(html)))
    left, right = re.findall(r'aria-current="true"><span class="visually-hidden">\w+: source </span>(\d)', html)
    assert left + right == shown[:2]


def test_the_two_sides_can_be_swapped_by_a_link(client: Client) -> None:
    meeting, _ = told_by(*((f"A text, number {n}.", "en") for n in range(3)))

    html = page(client, meeting.get_absolute_url())
    assert 'href="?left=2&amp;right=1#sources"' in html
    assert "".join(order(page(client, f"{meeting.get_absolute_url()}?left=2&right=1"))) == "213"
    assert f'<link rel="canonical" href="http://testserver{meeting.get_absolute_url()}">' in html


def test_an_old_title_leads_on_with_the_sources_that_were_chosen(client: Client) -> None:
    meeting, _ = told_by(*((f"A text, number {n}.", "en") for n in range(3)))

    address = meeting.get_absolute_url()

    answer = client.get(f"/ru/meetings/{meeting.pk}-old-title/?left=3&right=2")

    assert (answer.status_code, answer["Location"]) == (301, f"/ru{address}?left=3&right=2")


def test_two_sources_need_no_choice(client: Client) -> None:
    meeting, _ = told_by(("A text.", "en"), ("Another.", "en"))

    assert 'class="beside"' not in page(client, meeting.get_absolute_url())


def test_a_quote_in_the_list_names_its_rule_and_what_a_person_decided(client: Client) -> None:
    store("visit.txt", record(), TEXT)
    meeting, quote = Meeting.objects.get(), Quote.objects.get()
    assert f'href="/about/reading/#{quote.rule}"' in page(client, meeting.get_absolute_url())

    field = f"quotes/{quote.key}/speaker"
    correct("document", "visit.txt", field, {"person": "ilse-brandt"}, version=quote.version)
    entry = re.search(rf'<li id="quote-{quote.pk}">.*?</li>', page(client, meeting.get_absolute_url()), re.S)
    assert entry
    assert "Corrected by a person" in words_of(entry[0])
    assert "Corrected by a person" in words_of(page(client, quote.get_absolute_url()))


# To cite

TOLD = msgspec.to_builtins(told_meeting())
SOURCE = {"title": "Bridge & talks", "publisher": "Press {Office}", "published": "2021-04-09"}
ADDRESS = "https://press.example/1?a=1&b=2"


@pytest.fixture
def cited(db) -> Meeting:
    document = make_document("“We agreed.”", language="en", source_url=ADDRESS, **SOURCE)
    people = [make_person("Ann Bell", "KZ", office="Minister"), make_person("Bo Lund", "DE")]
    meeting = make_meeting(people, [document], "KZ", title="Talks in Oslo", date="2021-04-08", place="Oslo")
    make_quote("We agreed.", people[0], meeting=meeting, document=document, start=1)
    Account.objects.update(reading=TOLD)
    return meeting


def test_a_citation_names_the_record_the_sources_and_the_days(client: Client, cited: Meeting) -> None:
    html = page(client, cited.get_absolute_url())
    address = f"http://testserver{cited.get_absolute_url()}"

    read = words_of(html).replace("&amp;", "&")
    assert (
        f"“Talks in Oslo”, meeting date 8 April 2021, Oslo, Kazakhstan. Record in the Reading Room, {address}" in read
    )
    assert f"Sources: Press {{Office}}, “Bridge & talks”, published 9 April 2021, {ADDRESS}." in read
    assert re.search(r"\(accessed \d\d? \w+ \d{4}\)", read)
    for suffix in ("bib", "ris", "json", "ics"):
        assert f'href="{cited.get_absolute_url().rstrip("/")}.{suffix}"' in html


def test_words_from_right_to_left_do_not_turn_a_citation_round(client: Client) -> None:
    document = make_document("قال نعم.", language="ar", title="لقاء\u202e", publisher="<Press>", published="2021-04-09")
    meeting = make_meeting([], [document], title="لقاء", date="2021-04-08")
    Account.objects.update(reading=TOLD)
    quote = make_quote("نعم", make_person("ليلى", slug="leila"), document=document, meeting=meeting, start=4)

    html = page(client, quote.get_absolute_url())
    assert "<bdi>ليلى</bdi>, “<bdi>نعم</bdi>”, in: <bdi>&lt;Press&gt;</bdi>, “<bdi>لقاء</bdi>”, published" in html
    assert "“<bdi>لقاء</bdi>”, meeting date 8 April 2021." in page(client, meeting.get_absolute_url())
    for thing in (quote, meeting):
        for suffix in ("json", "bib", "ris"):
            assert not set("\u2068\u2069") & set(get(client, thing, suffix).content.decode())
    assert "“نعم”, in: <Press>, “لقاء”" in linked_data(html)["citation"]


def get(client: Client, thing: Any, suffix: str) -> Any:
    answer = client.get(f"{thing.get_absolute_url().rstrip('/')}.{suffix}")
    assert answer.status_code == 200, suffix
    return answer


def test_reference_managers_are_given_record_and_sources(client: Client, cited: Meeting) -> None:
    bib, ris = get(client, cited, "bib"), get(client, cited, "ris")

    assert bib["Content-Type"] == "application/x-bibtex; charset=utf-8"
    assert bib["Content-Disposition"] == f'attachment; filename="meeting-{cited.pk}.bib"'
    text = bib.content.decode()
    assert text.count("@misc{") == 2
    assert f"url = {{http://testserver{cited.get_absolute_url()}}}" in text
    assert r"title = {{Bridge \& talks}}" in text
    assert "date = {2021-04-09}" in text
    lines = ris.content.decode().split("\r\n")
    assert lines.count("TY  - ELEC") == lines.count("ER  - ") == 2
    assert "N1  - meeting date 8 April 2021, Oslo, Kazakhstan" in lines
    assert {"PB  - Press {Office}", "DA  - 2021/04/09/", f"UR  - {ADDRESS}"} <= set(lines)


def test_a_meeting_goes_into_a_calendar_on_its_day(client: Client, cited: Meeting) -> None:
    file = get(client, cited, "ics").content.decode().replace("\r\n ", "")

    assert "DTSTART;VALUE=DATE:20210408\r\nDTEND;VALUE=DATE:20210409\r\n" in file
    assert f"UID:http://testserver/meetings/{cited.pk}/\r\n" in file
    assert "LOCATION:Oslo\\, Kazakhstan\r\n" in file
    assert "Ann Bell\\, Minister\\nBo Lund\\n" in file


@pytest.mark.parametrize("date", ["", "2021", "2021-04", "XXXX-04-08"])
def test_a_meeting_of_no_known_day_is_in_no_calendar(client: Client, date: str) -> None:
    meeting = make_meeting(date=date)

    assert ".ics" not in page(client, meeting.get_absolute_url())
    assert client.get(f"{meeting.get_absolute_url().rstrip('/')}.ics").status_code == 404
    get(client, meeting, "bib")


def test_a_meeting_as_json_holds_what_each_document_tells(client: Client, cited: Meeting) -> None:
    data = get(client, cited, "json").json()

    assert data["url"] == f"http://testserver{cited.get_absolute_url()}"
    assert (data["date"], data["format"], data["place_country"]) == ("2021-04-08", "other", "KZ")
    assert [seat["person"] for seat in data["participants"]] == ["ann-bell", "bo-lund"]
    (document,) = data["documents"]
    assert document["quotes"][0]["text"] == "We agreed."
    assert document["source_url"] == ADDRESS


def test_formats_lead_on_from_old_titles_and_merged_meetings(client: Client) -> None:
    heir = make_meeting(title="Talks in Oslo")
    gone = make_meeting(title="Talks", merged_into=heir)

    for url in (f"/meetings/{heir.pk}.bib", f"/meetings/{heir.pk}-old.bib", f"/meetings/{gone.pk}-talks.bib"):
        assert moved(client, url) == f"/meetings/{heir.pk}-talks-in-oslo.bib"
    for url in ("/meetings/999999-x.bib", f"/meetings/{heir.pk}-talks-in-oslo.exe", "/quotes/999999.bib"):
        assert client.get(url).status_code == 404


def test_a_quote_can_be_taken_away(client: Client, cited: Meeting) -> None:
    quote = cited.quotes.get()

    assert "author = {{Ann Bell}}" in get(client, quote, "bib").content.decode()
    assert "N1  - Quoted in: Press {Office}, “Bridge & talks”" in get(client, quote, "ris").content.decode()
    data = get(client, quote, "json").json()
    assert (data["text"], data["person"], data["meeting"]["id"]) == ("We agreed.", "ann-bell", cited.pk)
    html = page(client, quote.get_absolute_url())
    assert f'<link rel="canonical" href="http://testserver/quotes/{quote.pk}/">' in html
    assert f'href="/quotes/{quote.pk}.bib"' in html


# Data for machines


def linked_data(html: str) -> dict[str, Any]:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    assert not re.search("[<>&\u2028\u2029]", text)
    return json.loads(text)


def walk(value: Any) -> list[dict[str, Any]]:
    """Every thing in the data."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value] * isinstance(value, dict) + [found for one in inner for found in walk(one)]


PROPERTIES = {
    "Event": {"name", "url", "startDate", "inLanguage", "eventAttendanceMode", "location", "attendee", "subjectOf"},
    "Place": {"name", "address"},
    "PostalAddress": {"addressLocality", "addressCountry"},
    "Person": {"name", "url", "sameAs", "jobTitle", "affiliation"},
    "Organization": {"name"},
    "GovernmentOrganization": {"name", "address"},
    "Article": {"headline", "url", "datePublished", "inLanguage", "publisher"},
    "Quotation": {
        *("text", "url", "inLanguage", "creator", "spokenByCharacter", "isPartOf", "citation", "recordedAt"),
    },
}
"""What schema.org lets each type say, as far as it is said here."""


def check(data: dict[str, Any]) -> None:
    """Types and properties are those of schema.org, dates are ISO 8601, addresses are complete, nothing is empty."""
    assert data["@context"] == "https://schema.org"
    for thing in walk(data):
        names = {name for name in thing if not name.startswith("@")}
        assert names <= PROPERTIES[thing["@type"]], thing
        assert all(thing[name] for name in names), thing
        for name in names & {"startDate", "datePublished"}:
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", thing[name])
        for name in {"@id", "url"} & set(thing):
            assert thing[name].startswith(("http://", "https://"))


def test_a_meeting_is_an_event(client: Client, cited: Meeting) -> None:
    data = linked_data(page(client, cited.get_absolute_url()))

    check(data)
    assert (data["@type"], data["startDate"], data["name"]) == ("Event", "2021-04-08", "Talks in Oslo")
    assert data["location"]["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Oslo",
        "addressCountry": "KZ",
    }
    ann, bo = data["attendee"]
    assert (ann["name"], ann["jobTitle"], ann["affiliation"][0]["name"]) == ("Ann Bell", "Minister", "Kazakhstan")
    assert "jobTitle" not in bo
    (source,) = data["subjectOf"]
    assert (source["headline"], source["url"], source["datePublished"]) == ("Bridge & talks", ADDRESS, "2021-04-09")
    assert source["publisher"]["name"] == "Press {Office}"


def test_a_quote_is_a_quotation(client: Client, cited: Meeting) -> None:
    data = linked_data(page(client, cited.quotes.get().get_absolute_url()))

    check(data)
    assert (data["@type"], data["text"], data["inLanguage"]) == ("Quotation", "We agreed.", "en")
    assert data["spokenByCharacter"]["name"] == data["creator"]["name"] == "Ann Bell"
    assert data["isPartOf"]["headline"] == "Bridge & talks"
    assert data["recordedAt"]["startDate"] == "2021-04-08"
    assert "Ann Bell, “We agreed.”" in data["citation"]


def test_what_is_not_known_is_not_said_to_machines(client: Client) -> None:
    document = make_document(title="</script><b>&", source_url="javascript:alert(1)", language="")
    meeting = make_meeting([], [document], title="</script><!-- & \u2028", date="XXXX-05-28", format="call")
    quote = make_quote("We.", document=document, meeting=meeting)

    data = linked_data(page(client, meeting.get_absolute_url()))
    check(data)
    assert not {"startDate", "location", "attendee"} & set(data)
    assert data["name"] == "</script><!-- & \u2028"
    assert data["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    data = linked_data(page(client, quote.get_absolute_url()))
    check(data)
    assert not {"creator", "spokenByCharacter"} & set(data)


# A quote in its text


def test_a_quote_leads_to_those_before_and_after_it(client: Client) -> None:
    document = make_document("One. Two. Three.")
    one, two, three = (
        make_quote(words, document=document, start=at) for words, at in (("One.", 0), ("Two.", 5), ("Three.", 10))
    )

    html = page(client, two.get_absolute_url())
    assert "Quote 2 of 3 in this document" in words_of(html)
    assert f'<a href="/quotes/{one.pk}/" rel="prev">' in html
    assert f'<a href="/quotes/{three.pk}/" rel="next">' in html
    assert 'rel="prev"' not in page(client, one.get_absolute_url())
    assert 'rel="next"' not in page(client, three.get_absolute_url())
    make_quote("Gone.", document=document, start=20, current=False)
    assert "of 3 in this document" in words_of(page(client, two.get_absolute_url()))


def test_a_quote_in_a_long_text_is_shown_with_some_of_it(client: Client) -> None:
    text = "word " * 500 + "Here it is. " + "word " * 500
    quote = make_quote("Here it is.", document=make_document(text), start=text.index("Here"))

    html = page(client, quote.get_absolute_url())
    assert 'class="text text--excerpt text--cut-before text--cut-after"' in html
    assert 100 < html.count("word ") < 140
    short = make_quote("Here.", document=make_document("Here."), start=0)
    assert 'class="text text--excerpt"' in page(client, short.get_absolute_url())


# Work


def test_the_number_of_queries_does_not_grow_with_what_is_told(client: Client) -> None:
    guest = make_person("Guest", "KZ", office="Minister")
    meeting = make_meeting([guest], [make_document()], "KZ", date="2021-01-01", title="Talks")
    quote = make_quote("First.", guest, meeting=meeting, start=0)
    Account.objects.update(reading=TOLD)
    base = meeting.get_absolute_url().rstrip("/")
    urls = [f"{base}.{suffix}" for suffix in ("bib", "ris", "ics", "json")] + [f"{base}/", f"{base}/?left=2&right=1"]
    urls += [f"/quotes/{quote.pk}/", f"/quotes/{quote.pk}.json"]

    def grow(number: int) -> None:
        for _ in range(number):
            document = make_document(language="en")
            make_account(document, meeting, reading=TOLD)
            person = make_person(home="RU", office="Envoy")
            make_participant(meeting, person)
            for home in (document, quote.document):
                make_quote("Words.", person, meeting=meeting, document=home)
            name = person.names.get()
            Mention.objects.create(document=document, name=name, person=person, rule="test")

    def count() -> dict[str, int]:
        found = {}
        for url in urls:
            with CaptureQueriesContext(connection) as asked:
                assert client.get(url).status_code == 200
            found[url] = len(asked)
        return found

    grow(1)
    few = count()
    grow(3)
    assert count() == few
    assert max(few.values()) <= 20
