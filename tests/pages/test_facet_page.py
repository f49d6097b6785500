"""All values of a facet on a page of their own, and the way there from the list."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from meetings.models import PersonName
from tests.factories import make_document, make_meeting, make_person, make_quote, make_some_meetings

pytestmark = pytest.mark.django_db


def values(answer: Any) -> dict[str, int]:
    return {value.value: value.count for value in answer.context["object_list"]}


@pytest.fixture
def many() -> None:
    """80 people, one meeting each, the first of them also with Ordabekov of Kazakhstan."""
    ordabekov = make_person("Sanzhar Ordabekov", "KZ")
    PersonName.objects.create(name="Санжар Ордабеков", country="KZ", person=ordabekov, home=ordabekov)
    for number in range(80):
        guest = make_person(f"Guest {number:02}", "FR" if number else "RU")
        make_meeting([guest] if number else [guest, ordabekov], date=f"20{number % 9:02}-01-01")


@pytest.mark.usefixtures("many")
def test_a_long_facet_leads_to_its_page_with_the_whole_state(client: Client) -> None:
    html = client.get("/meetings/?format=other&country=FR&country_mode=all&from=2001&sort=oldest").content.decode()

    state = "country=FR&amp;format=other&amp;country_mode=all&amp;from=2001&amp;sort=oldest"
    assert f'href="/meetings/facets/person/?{state}"' in html
    form = re.search(r'<form class="facet-find" method="get" action="/meetings/facets/person/".*?</form>', html, re.S)
    assert form
    hidden = re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', form[0])
    assert "&amp;".join("=".join(pair) for pair in hidden) == state
    assert 'action="/meetings/facets/format/"' not in html


@pytest.mark.usefixtures("many")
def test_the_page_has_every_value_in_pages_as_links_back_to_the_list(client: Client) -> None:
    answer = client.get("/meetings/facets/person/?format=other")

    assert len(values(answer)) == 81
    first = answer.context["object_list"][0]
    assert first.url == f"/meetings/?person={first.value}&format=other"
    assert client.get(first.url).context["total"] == first.count
    assert answer.context["list_url"] == "/meetings/?format=other"
    for number in range(60):
        make_meeting([make_person(f"Other {number:02}")])
    html = client.get("/meetings/facets/person/?order=name").content.decode()
    assert 'href="/meetings/facets/person/?order=name&amp;page=2" rel="next"' in html
    assert len(values(client.get("/meetings/facets/person/?order=name&page=2"))) == 21


@pytest.mark.usefixtures("many")
def test_a_chosen_value_is_marked_and_its_link_takes_it_away(client: Client) -> None:
    answer = client.get("/meetings/facets/country/?country=FR&country=RU")

    assert {one.value: (one.selected, one.url) for one in answer.context["object_list"]} == {
        "FR": (True, "/meetings/?country=RU"),
        "RU": (True, "/meetings/?country=FR"),
        "KZ": (False, "/meetings/?country=FR&country=KZ&country=RU"),
    }


@pytest.mark.parametrize(
    ("facet", "sought", "expected"),
    [
        ("person", "ordabek", ["sanzhar-ordabekov"]),
        ("person", "ОРДАБЕКОВ", ["sanzhar-ordabekov"]),
        ("person", "ordabekov sanzhar", ["sanzhar-ordabekov"]),
        ("person", "guest 7", [f"guest-{number}" for number in (*range(70, 80),)]),
        ("person", "nobody", []),
        ("country", "казах", ["KZ"]),
        ("country", "Frankreich", ["FR"]),
        ("country", "Kazakistan", ["KZ"]),
        ("year", "2003", ["2003"]),
    ],
)
@pytest.mark.usefixtures("many")
def test_values_are_found_by_any_of_their_names(client: Client, facet: str, sought: str, expected: list[str]) -> None:
    answer = client.get(f"/meetings/facets/{facet}/", {"find": sought})

    found = set(values(answer))
    if facet == "person" and sought == "guest 7":
        found -= {f"guest-{number}7" for number in range(7)} | {"guest-07"}
    assert sorted(found) == expected


def test_accents_and_capitals_do_not_matter(client: Client) -> None:
    make_meeting([make_person("Aşkın Gürbüdak")])

    assert values(client.get("/meetings/facets/person/?find=GURBUDAK")) == {"askn-gurbudak": 1}


@pytest.mark.usefixtures("many")
def test_only_what_would_give_something_is_offered(client: Client) -> None:
    assert values(client.get("/meetings/facets/country/?person=guest-00")) == {"KZ": 1, "RU": 1}
    assert "No value goes by that name." in client.get("/meetings/facets/country/?find=zzz").content.decode()


def test_by_frequency_or_by_name(client: Client) -> None:
    clara, anna, boris = make_person("Clara"), make_person("Anna"), make_person("Борис")
    for people in ([clara, anna], [clara, boris], [clara, boris]):
        make_meeting(people)

    def order(query: str) -> list[str]:
        return list(values(client.get(f"/meetings/facets/person/{query}")))

    assert order("") == ["clara", boris.slug, "anna"]
    assert order("?order=name") == ["anna", boris.slug, "clara"]


@pytest.mark.parametrize(
    ("url", "facet"),
    [
        ("/quotes/", "speaker"),
        ("/documents/", "publisher"),
        ("/people/", "country"),
        ("/meetings/", "organization"),
        ("/meetings/", "year"),
        ("/documents/", "found"),
    ],
)
def test_every_list_has_pages_for_its_facets(client: Client, url: str, facet: str) -> None:
    make_some_meetings(3)

    assert client.get(f"{url}facets/{facet}/").status_code == 200


@pytest.mark.parametrize(
    "url", ["/meetings/facets/nothing/", "/people/facets/person/", "/meetings/facets/person/?page=9"]
)
def test_a_facet_or_page_there_is_not_is_not_found(client: Client, url: str) -> None:
    make_some_meetings(1)

    assert client.get(url).status_code == 404


@pytest.mark.parametrize("query", ["?find=%00", "?find=" + "x" * 9000, "?order=%00&page=", "?find=<script>&order=name"])
def test_odd_query_strings_never_break_it(client: Client, query: str) -> None:
    make_some_meetings(1)

    answer = client.get("/meetings/facets/person/" + query)

    assert answer.status_code in (200, 404)
    assert "<script>" not in answer.content.decode()


@pytest.mark.django_db(transaction=True)  # what a transaction of its own changed is read again for each page
@pytest.mark.parametrize("query", ["", "?find=guest", "?order=name"])
def test_the_number_of_queries_does_not_grow_with_the_values(
    client: Client, query: str, django_assert_max_num_queries
) -> None:
    counts = []
    for start in (0, 1):
        make_some_meetings(start * 30 + 1, start=start)
        client.get(f"/meetings/facets/person/{query}")
        with django_assert_max_num_queries(8) as queries:
            client.get(f"/meetings/facets/person/{query}")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_quotes_may_be_narrowed_by_the_format_of_their_meeting(client: Client) -> None:
    make_quote("By telephone.", meeting=make_meeting(format="call"))
    make_quote("Face to face.", meeting=make_meeting(format="talks"))
    make_quote("Elsewhere.", document=make_document())

    assert values(client.get("/quotes/facets/format/")) == {"call": 1, "talks": 1}
    assert [str(one) for one in client.get("/quotes/?format=call").context["object_list"]] == ["By telephone."]


@pytest.mark.parametrize(
    "url", ["/meetings/", "/meetings/facets/publisher/", "/meetings/?year=1999", "/documents/?found=no\u202e"]
)
def test_names_that_turn_the_line_around_are_shown_with_a_sign(client: Client, url: str) -> None:
    turned = "Agency \u202egnorw"
    for publisher in (turned, "Other"):
        make_meeting(documents=[make_document(publisher=publisher)], date="2021")

    html = client.get(f"{url}{'&' if '?' in url else '?'}publisher={turned}").content.decode()

    assert "Agency" in html
    assert "\u202e" not in re.sub(r'value="[^"]*"', "", html)
