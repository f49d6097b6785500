"""The page of the search, the words marked where it leads, and the same words as a filter of lists."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils.html import escape

from meetings.models import Mention, PersonName, Quote
from tests.factories import make_document, make_meeting, make_person, make_quote, make_some_meetings

pytestmark = pytest.mark.django_db

HOSTILE = [
    '"' * 5000,
    "(" * 4000 + "a" * 6000,
    "a OR " * 2000,
    "-" * 5000 + "x",
    "speaker:" * 1000 + "x",
    "\0\x07\x1b[31m gas",
    "\u202egas\u2066 \u200f",
    ".*(a+)+$ [^x]{1,9999}",
    "'; DROP TABLE meetings_meeting; --",
    "<script>alert(1)</script>",
    "body:gas OR kind:position",
    "~gas =brandt &brnt: ¶ *",
    "before:9999-99 after:-1 in:",
    "\ud800 gas",
    "𝔤𝔞𝔰 ｇａｓ ﷺ",
    "会" * 3000,
]


def told(client: Client, address: str, **query: str) -> str:
    response = client.get(address, query)
    assert response.status_code == 200
    return response.content.decode()


def found(client: Client, **query: str) -> dict[str, list[Any]]:
    """The rows of each group."""
    groups = client.get("/search/", query).context["groups"]
    return {group.kind: [result.row for result in group.results] for group in groups}


@pytest.fixture
def visit() -> dict[str, Any]:
    """Meder receives Brandt, and they speak of gas; a second meeting is of something else."""
    meder, brandt = make_person("Askar Meder", "KZ"), make_person("Ilse Brandt", "DE")
    text = "Askar Meder received Ilse Brandt. They spoke of natural gas. “Gas is dear,” said Meder."
    document = make_document(text, title="A visit", published="2021-04-09")
    name = PersonName.objects.get(person=meder)
    Mention.objects.create(document=document, name=name, person=meder, spans=[[0, 11]], rule="test")
    meeting = make_meeting([meder, brandt], [document], title="Meder receives Brandt", date="2021-04-08")
    start = text.index("Gas is")
    quote = make_quote("Gas is dear,", meder, meeting=meeting, document=document, start=start)
    make_meeting([brandt], [make_document("Of coal, and nothing else.")], title="Another", date="2020")
    return {"meeting": meeting, "document": document, "quote": quote, "person": meder}


def test_results_come_in_groups(client: Client, visit: dict[str, Any]) -> None:
    assert found(client, q="gas") == {
        "meeting": [visit["meeting"]],
        "quote": [visit["quote"]],
        "document": [visit["document"]],
    }
    assert found(client, q="meder")["person"] == [visit["person"]]
    assert [one.pk for one in found(client, q="Қазақстан")["country"]] == ["KZ"]


def test_the_words_found_are_marked_in_the_snippet(client: Client, visit: dict[str, Any]) -> None:
    page = told(client, "/search/", q="natural gas")
    assert '<mark class="hit">natural</mark> <mark class="hit">gas</mark>' in page
    assert '<mark class="hit">Gas</mark> is dear,' in told(client, "/search/", q="gas")


@pytest.mark.parametrize("words", ["gas", '"natural gas"', "Медер", "spoke"])
def test_a_result_leads_to_the_words(client: Client, visit: dict[str, Any], words: str) -> None:
    page = told(client, "/search/", q=words)
    links = {unescape(one) for one in re.findall(r'href="([^"]*\?q=[^"]*#[^"]*)"', page)}
    assert len(links) >= 2
    for link in links:
        address, _, place = link.partition("#")
        target = client.get(address).content.decode()
        assert re.search(rf'<mark class="hit" id="{place}">', target), link
        assert "Marked in the text:" in target


def test_a_page_that_no_search_led_to_marks_nothing(client: Client, visit: dict[str, Any]) -> None:
    assert 'class="hit"' not in told(client, visit["document"].get_absolute_url())
    assert 'class="hit"' not in told(client, visit["document"].get_absolute_url(), q="***")


def test_exactly_as_typed(client: Client, visit: dict[str, Any]) -> None:
    assert found(client, q="Медер")["person"] == [visit["person"]]
    assert found(client, q="Медер", exactly="1") == {}
    assert found(client, q="meder", exactly="1")["person"] == [visit["person"]]


def test_one_kind_in_pages(client: Client) -> None:
    make_some_meetings(30)
    first = client.get("/search/", {"q": "talks", "kind": "meeting", "sort": "newest"})
    assert first.context["group"].total == 30
    assert [one.row.title for one in first.context["group"].results][:2] == ["Talks 29", "Talks 28"]
    second = client.get(first.context["next_url"])
    assert [one.row.title for one in second.context["group"].results] == [f"Talks {n}" for n in (4, 3, 2, 1, 0)]


def test_the_number_of_queries_does_not_grow(client: Client, django_assert_max_num_queries: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries(number: int) -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            page = client.get("/search/", {"q": "talks OR agreed OR guest OR story"})
        assert page.context["total"] >= number
        return len(captured)

    make_some_meetings(1)
    client.get("/search/", {"q": "talks"})
    one = queries(1)
    make_some_meetings(3, start=1)
    assert queries(3) == one


def test_what_is_no_longer_listed_is_left_out(client: Client, visit: dict[str, Any]) -> None:
    """Even if the index did not know yet."""
    from meetings.search import Search
    from meetings.views.found import results

    search = Search("gas")
    ids = search.best("quote", 0, 5)
    Quote.objects.update(current=False)
    assert ids == [visit["quote"].pk]
    assert results(search, "quote", ids) == []


def test_did_you_mean(client: Client, visit: dict[str, Any]) -> None:
    page = client.get("/search/", {"q": "natral gas"})
    assert page.context["instead"]
    assert [group.kind for group in page.context["groups"]] == ["meeting", "document"]
    assert "These are the results for" in page.content.decode()
    offered = client.get("/search/", {"q": "natral OR gas"})
    assert not offered.context["instead"]
    assert "Did you mean:" in offered.content.decode()


def test_words_that_nothing_has_together_are_offered_each_by_itself(client: Client, visit: dict[str, Any]) -> None:
    make_document("They spoke of petroleum.")
    alone = client.get("/search/", {"q": "petroleum speaker:meder zxqvwy"}).context["alone"]
    assert [(one.label, one.count) for one in alone] == [("petroleum", 1), ("speaker:meder", 3)]
    page = told(client, "/search/", q='petroleum "natural gas" -oil')
    assert 'href="/search/?q=petroleum"' in page
    assert "?q=%22natural+gas%22" in page
    assert "q=-oil" not in page
    assert client.get("/search/", {"q": "petroleum"}).context["alone"] == []
    assert "Try fewer words" in told(client, "/search/", q="zxqvwy")


def test_a_title_is_told_from_its_beginning(client: Client) -> None:
    title = "A report of nothing in particular, and of very many other things beside, with a word on gas"
    make_meeting([], [make_document("Text.")], title=title)
    assert "A report of nothing" in told(client, "/search/", q="gas")


def test_whoever_said_it_is_marked_in_any_script(client: Client, visit: dict[str, Any]) -> None:
    [quote] = client.get("/search/", {"q": "Медер", "kind": "quote"}).context["group"].results
    assert quote.title.parts == [("Askar Meder", True)]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("address", ["/search/", "/search/suggestions/", "/meetings/", "/quotes/"])
def test_hostile_queries_get_a_normal_page(client: Client, visit: dict[str, Any], words: str, address: str) -> None:
    response = client.get(address, {"q": words.encode("utf-8", "surrogatepass")})
    assert response.status_code == 200
    assert b"<script>alert" not in response.content
    assert b"\0" not in response.content


def test_a_hint_says_what_was_not_understood(client: Client, visit: dict[str, Any]) -> None:
    assert "is not a date" in told(client, "/search/", q="gas before:yesterday")
    assert "has no partner" in told(client, "/meetings/", q='gas "natural')


def test_without_words_the_page_tells_how_to_search(client: Client) -> None:
    assert "How to search" in told(client, "/search/")
    assert "How to search" in told(client, "/search/", q="***")


@pytest.mark.parametrize("address", ["/", "/meetings/", "/people/", "/countries/", "/search/", "/about/", "/nowhere/"])
def test_one_box_on_every_page(client: Client, visit: dict[str, Any], address: str) -> None:
    page = client.get(address).content.decode()
    assert page.count('action="/search/"') == 1
    assert page.count('id="search"') == 1


def counts(page: Any, name: str) -> dict[str, int]:
    facet = next(facet for facet in page.context["facets"] if facet.name == name)
    return {value.value: value.count for value in facet.values}


def test_lists_are_narrowed_by_words_and_facets_together(client: Client, visit: dict[str, Any]) -> None:
    make_meeting([make_person("Ada Lund", "SE")], [make_document("Gas again.")], title="A third", date="2019")
    page = client.get("/meetings/", {"q": "gas"})
    assert page.context["total"] == 2
    years = {
        value.value: value.count for facet in page.context["facets"] if facet.name == "year" for value in facet.values
    }
    assert years == {"2021": 1, "2019": 1}
    both = client.get("/meetings/", {"q": "gas", "country": "DE"})
    assert list(both.context["object_list"]) == [visit["meeting"]]
    assert counts(both, "country") == {"DE": 1, "KZ": 1, "SE": 1}
    assert [chip.label for chip in both.context["chips"]] == ["gas", "Germany"]
    assert both.context["chips"][0].url == "/meetings/?country=DE"
    assert both.context["chips"][1].url == "/meetings/?q=gas"
    assert both.context["clear_url"] == "/meetings/"
    assert list(client.get("/quotes/", {"q": "speaker:meder"}).context["object_list"]) == [visit["quote"]]
    assert not client.get("/quotes/", {"q": "petroleum"}).context["object_list"]


def test_the_feed_of_a_narrowed_list_has_the_same_rows(client: Client, visit: dict[str, Any]) -> None:
    feed = client.get(client.get("/meetings/", {"q": "gas"}).context["feed_url"]).content.decode()
    assert feed.count("<entry>") == 1
    assert "Meder receives Brandt" in feed


def test_suggestions(client: Client, visit: dict[str, Any]) -> None:
    def suggested(words: str) -> list[tuple[str, str]]:
        answer = client.get("/search/suggestions/", {"q": words}).json()
        return [(one["label"], one["kind"]) for one in answer["suggestions"]]

    assert ("Askar Meder", "People") in suggested("med")
    assert ("Meder receives Brandt", "Meetings") in suggested("meder rec")
    assert ("Germany", "Countries") in suggested("герм")
    assert suggested("") == suggested("zzzz") == []


def test_what_is_typed_is_escaped(client: Client) -> None:
    words = "\"><img src=x onerror=alert(1)>'"
    page = told(client, "/search/", q=words)
    assert "<img" not in page
    assert escape(words.strip()) in page
