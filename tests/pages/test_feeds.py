"""Lists as Atom feeds: what RFC 4287 asks for, and that a feed holds what its list does."""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree as Xml

import pytest
from django.test import Client
from django.utils import timezone

from meetings.models import Edition
from tests.factories import make_document, make_meeting, make_participant, make_person, make_quote, make_some_meetings

pytestmark = pytest.mark.django_db

FEEDS = {"/meetings.atom": "/meetings/", "/quotes.atom": "/quotes/"}
ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(client: Client, url: str) -> Xml.Element:
    answer = client.get(url)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return Xml.fromstring(answer.content)


def texts(feed: Xml.Element, path: str) -> list[str | None]:
    return [one.text for one in feed.iterfind(path.replace("a:", ATOM))]


def links(node: Xml.Element) -> dict[str | None, str]:
    return {link.get("rel"): link.get("href", "") for link in node.iterfind(f"{ATOM}link")}


@pytest.mark.parametrize("url", FEEDS)
def test_what_a_feed_must_have(client: Client, url: str) -> None:
    make_some_meetings(3)

    feed = parsed(client, url)

    assert feed.tag == f"{ATOM}feed"
    for node in (feed, *feed.iterfind(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            found = texts(node, f"a:{name}")
            assert len(found) == 1, name
            assert found[0], name
        assert dt.datetime.fromisoformat(texts(node, "a:updated")[0] or "").tzinfo
        assert (texts(node, "a:id")[0] or "").startswith("http://testserver/")
        assert links(node)["alternate"].startswith("http://testserver/")
    assert texts(feed, "a:author/a:name") == ["Reading Room"]
    assert links(feed) == {"alternate": f"http://testserver{FEEDS[url]}", "self": f"http://testserver{url}"}
    ids = texts(feed, "a:entry/a:id")
    assert len(set(ids)) == len(ids) == 3
    assert all(entry.find(f"{ATOM}summary") is not None for entry in feed.iterfind(f"{ATOM}entry"))


@pytest.mark.parametrize("url", FEEDS)
def test_a_feed_without_entries_is_one_too(client: Client, url: str) -> None:
    feed = parsed(client, url)

    assert texts(feed, "a:entry/a:id") == []
    assert len(texts(feed, "a:updated")) == 1


def test_a_feed_has_the_filters_and_the_order_of_its_list(client: Client) -> None:
    ordabekov = make_person("Ordabekov", "KZ")
    for date in ("2019", "2021-04-08", "2022"):
        make_meeting([ordabekov], title=date, date=date)
    make_meeting(title="Elsewhere", date="2021")

    feed = parsed(client, "/meetings.atom?country=kz&from=2020&sort=oldest&view=table&page=7&nonsense=1")

    assert texts(feed, "a:entry/a:title") == ["2021-04-08", "2022"]
    assert texts(feed, "a:subtitle") == ["Country: Kazakhstan; Meeting date: from 2020"]
    state = "?country=KZ&from=2020&sort=oldest&view=table"
    assert links(feed)["alternate"] == f"http://testserver/meetings/{state}"
    assert links(feed)["self"] == f"http://testserver/meetings.atom{state}"


def test_an_entry_tells_who_met_when_and_where(client: Client) -> None:
    meeting = make_meeting(date="2021-04-08", place="Astana", place_country="KZ", format="call", title="A call")
    make_participant(meeting, make_person("Sanzhar Ordabekov", "KZ", office="President"))

    summary = parsed(client, "/meetings.atom").find(f"{ATOM}entry/{ATOM}summary")

    assert summary is not None
    assert summary.get("type") == "html"
    for words in ("8 April 2021", "Telephone call, Astana, Kazakhstan", "Sanzhar Ordabekov, President (Kazakhstan)"):
        assert words in (summary.text or "")


def test_an_entry_was_updated_when_its_newest_text_came(client: Client) -> None:
    one, other = make_document(), make_document()
    make_meeting(documents=[one, other])
    make_quote("We agreed.", document=other)
    came = dt.datetime(2023, 5, 6, 7, 8, 9, tzinfo=dt.UTC)
    Edition.objects.filter(document=one).update(seen_at=came - dt.timedelta(days=1))
    Edition.objects.filter(document=other).update(seen_at=came)

    for url in FEEDS:
        answer = client.get(url)
        feed = Xml.fromstring(answer.content)
        assert texts(feed, "a:entry/a:updated") == ["2023-05-06T07:08:09+00:00"]
        assert texts(feed, "a:updated") == ["2023-05-06T07:08:09+00:00"]
        assert answer["Last-Modified"] == "Sat, 06 May 2023 07:08:09 GMT"


def test_an_id_stays_when_the_title_changes(client: Client) -> None:
    meeting = make_meeting(title="Talks in the capital")
    before = texts(parsed(client, "/meetings.atom"), "a:entry/a:id")

    meeting.title = "Talks elsewhere"
    meeting.save()

    assert texts(parsed(client, "/meetings.atom"), "a:entry/a:id") == before
    assert client.get(before[0]).status_code == 301


@pytest.mark.parametrize("url", FEEDS)
def test_a_feed_that_has_not_changed_is_not_sent_again(client: Client, url: str) -> None:
    make_some_meetings(2)
    first = client.get(url)

    assert first["Cache-Control"] == "public, max-age=0, s-maxage=0"
    assert client.get(url, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert client.get(url, headers={"if-modified-since": first["Last-Modified"]}).status_code == 304
    make_some_meetings(1, start=2)
    assert client.get(url, headers={"if-none-match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("url", FEEDS)
def test_hostile_words_stay_words(client: Client, url: str) -> None:
    person = make_person("<b>Bold</b>\x0b", slug="bold")
    meeting = make_meeting([person], title="A < B & \x01C ]]>", place="<script>")
    make_quote("\x02<img src=x>\ufffe & so on", person, meeting=meeting)

    feed = parsed(client, url)

    summary = texts(feed, "a:entry/a:summary")[0] or ""
    assert not re.search(r"<(script|img|b)\b", summary)
    title = texts(feed, "a:entry/a:title")[0] or ""
    assert title == {"/meetings.atom": "A < B & C ]]>", "/quotes.atom": "<b>Bold</b>: <img src=x> & so on"}[url]


@pytest.mark.django_db(transaction=True)  # what a transaction of its own changed is read again for each page
@pytest.mark.parametrize("url", FEEDS)
def test_the_number_of_queries_does_not_grow_with_the_entries(
    client: Client, url: str, django_assert_max_num_queries
) -> None:
    counts = []
    for start in (0, 1):
        make_some_meetings(start * 4 + 1, start=start)
        parsed(client, url)
        with django_assert_max_num_queries(4) as queries:
            parsed(client, f"{url}?year=2010&year=2011&year=2012")
        counts.append(len(queries))

    assert counts[0] == counts[1]


@pytest.mark.parametrize(("feed", "url"), [*FEEDS.items(), ("/meetings.atom", "/"), ("/quotes.atom", "/")])
def test_pages_tell_of_their_feeds(client: Client, feed: str, url: str) -> None:
    make_some_meetings(1)

    html = client.get(url + ("" if url == "/" else "?language=en")).content.decode()

    state = "" if url == "/" else "?language=en"
    assert f'<link rel="alternate" type="application/atom+xml" href="{feed}{state}"' in html


def test_at_most_fifty_entries(client: Client) -> None:
    for number in range(52):
        make_meeting(title=f"Talks {number}", date="2021-04-08")

    assert len(texts(parsed(client, "/meetings.atom"), "a:entry/a:id")) == 50
    assert timezone.now().isoformat()[:4] in (texts(parsed(client, "/meetings.atom"), "a:updated")[0] or "")
