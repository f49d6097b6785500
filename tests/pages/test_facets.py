"""Narrowing lists: OR within a facet, AND across; a facet's counts ignore its own choice; the state is the address."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from meetings.facets import FEW, LIMIT, MEETINGS, Chosen
from meetings.index import Selection, tallies
from meetings.models import Meeting, Organization
from tests.factories import make_account, make_document, make_meeting, make_participant, make_person, make_quote

pytestmark = pytest.mark.django_db


def listed(answer: Any) -> list[str]:
    return sorted(str(row) for row in answer.context["object_list"])


def facet(answer: Any, name: str) -> dict[str, int]:
    """Counts by value, of those shown."""
    found = next((one for one in answer.context["facets"] if one.name == name), None)
    return {value.value: value.count for value in found.values} if found else {}


def links(answer: Any, name: str) -> dict[str, str]:
    found = next(one for one in answer.context["facets"] if one.name == name)
    return {value.value: value.url for value in [*found.values, *found.modes]}


@pytest.fixture
def meetings() -> None:
    """KZ–RU talks 2021 in Astana; KZ–UZ call 2021; RU–UZ talks 2022; KZ alone, undated."""
    ordabekov, zavarzin, sattorkhonov = (
        make_person("Ordabekov", "KZ"),
        make_person("Zavarzin", "RU"),
        make_person("Sattorkhonov", "UZ"),
    )
    akorda, kremlin = {"publisher": "Akorda", "language": "kk"}, {"publisher": "Kremlin", "language": "ru"}
    make_meeting(
        [ordabekov, zavarzin],
        [make_document(**akorda), make_document(**kremlin)],
        "KZ",
        title="KZ-RU",
        date="2021-04-08",
        format="talks",
    )
    make_meeting([ordabekov, sattorkhonov], [make_document(**akorda)], title="KZ-UZ", date="2021-05-01", format="call")
    make_meeting(
        [zavarzin, sattorkhonov], [make_document(**kremlin)], "RU", title="RU-UZ", date="2022-01-01", format="talks"
    )
    make_meeting([ordabekov], [make_document(**akorda)], title="KZ", date="XXXX-03-01", format="other")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("country=KZ", ["KZ", "KZ-RU", "KZ-UZ"]),
        ("country=KZ&country=RU", ["KZ", "KZ-RU", "KZ-UZ", "RU-UZ"]),
        ("country=KZ&country=RU&country_mode=all", ["KZ-RU"]),
        ("country=KZ&country=RU&country=UZ&country_mode=all", []),
        ("country=KZ&format=talks", ["KZ-RU"]),
        ("format=talks&format=call", ["KZ-RU", "KZ-UZ", "RU-UZ"]),
        ("person=sattorkhonov", ["KZ-UZ", "RU-UZ"]),
        ("person=sattorkhonov&person=zavarzin", ["KZ-RU", "KZ-UZ", "RU-UZ"]),
        ("year=2021", ["KZ-RU", "KZ-UZ"]),
        ("year=unknown", ["KZ"]),
        ("year=unknown&year=2022", ["KZ", "RU-UZ"]),
        ("place=KZ", ["KZ-RU"]),
        ("language=ru", ["KZ-RU", "RU-UZ"]),
        ("publisher=Akorda", ["KZ", "KZ-RU", "KZ-UZ"]),
        ("publisher=Akorda&language=ru", ["KZ-RU"]),
        ("publisher=Akorda&year=2022", []),
    ],
)
@pytest.mark.usefixtures("meetings")
def test_any_within_a_facet_and_all_across(client: Client, query: str, expected: list[str]) -> None:
    answer = client.get(f"/meetings/?{query}")

    assert listed(answer) == expected
    assert answer.context["total"] == len(expected)


@pytest.mark.usefixtures("meetings")
def test_counts_without_a_choice(client: Client) -> None:
    answer = client.get("/meetings/")

    assert facet(answer, "country") == {"KZ": 3, "RU": 2, "UZ": 2}
    assert facet(answer, "person") == {"ordabekov": 3, "zavarzin": 2, "sattorkhonov": 2}
    assert facet(answer, "year") == {"2022": 1, "2021": 2, "unknown": 1}
    assert facet(answer, "format") == {"talks": 2, "call": 1, "other": 1}
    assert facet(answer, "place") == {"KZ": 1, "RU": 1}
    assert facet(answer, "language") == {"kk": 3, "ru": 2}
    assert facet(answer, "publisher") == {"Akorda": 3, "Kremlin": 2}


@pytest.mark.usefixtures("meetings")
def test_a_facet_ignores_its_own_choice_and_heeds_the_others(client: Client) -> None:
    answer = client.get("/meetings/?country=RU&format=talks")

    assert facet(answer, "country") == {"RU": 2, "KZ": 1, "UZ": 1}
    assert facet(answer, "format") == {"talks": 2}
    assert facet(answer, "year") == {"2022": 1, "2021": 1}


@pytest.mark.usefixtures("meetings")
def test_countries_asked_for_all_together_count_within_the_result(client: Client) -> None:
    answer = client.get("/meetings/?country=KZ&country_mode=all")

    assert facet(answer, "country") == {"KZ": 3, "RU": 1, "UZ": 1}
    assert facet(client.get("/meetings/?country=KZ&country=RU&country_mode=all"), "country") == {"KZ": 1, "RU": 1}


@pytest.mark.usefixtures("meetings")
def test_every_count_is_what_its_link_gives(client: Client) -> None:
    for start in ("", "?format=talks", "?country=KZ&country_mode=all&language=kk"):
        answer = client.get(f"/meetings/{start}")
        for one in answer.context["facets"]:
            for value in one.values:
                if not value.selected and not answer.context["chosen"].values.get(one.name):
                    assert client.get(value.url).context["total"] == value.count, value.url


@pytest.mark.usefixtures("meetings")
def test_values_toggle_themselves_and_addresses_are_canonical(client: Client) -> None:
    answer = client.get("/meetings/?year=2021&country=ru&country=KZ&country=KZ&nonsense=1&format=")

    assert links(answer, "country")["UZ"] == "/meetings/?country=KZ&country=RU&country=UZ&year=2021"
    assert links(answer, "country")["KZ"] == "/meetings/?country=RU&year=2021"
    assert links(answer, "country")["all"] == "/meetings/?country=KZ&country=RU&year=2021&country_mode=all"
    assert answer.context["canonical"] == "http://testserver/meetings/?country=KZ&country=RU&year=2021"


@pytest.mark.usefixtures("meetings")
def test_chosen_values_are_marked_and_shown_as_chips(client: Client) -> None:
    answer = client.get("/meetings/?format=talks&year=unknown&year=2021")
    html = answer.content.decode()

    assert [(str(chip.facet), chip.label, chip.url) for chip in answer.context["chips"]] == [
        ("Year of meeting", "2021", "/meetings/?year=unknown&format=talks"),
        ("Year of meeting", "Year unknown", "/meetings/?year=2021&format=talks"),
        ("Format", "Talks", "/meetings/?year=2021&year=unknown"),
    ]
    assert 'href="/meetings/" rel="nofollow">Clear all</a>' in html
    assert html.count('rel="nofollow" aria-current="true"><span class="facet__label">') == 3
    assert '<a class="facet__value" href="/meetings/?format=talks&amp;year' not in html


@pytest.mark.usefixtures("meetings")
def test_a_choice_without_rows_says_what_to_remove(client: Client) -> None:
    html = client.get("/meetings/?publisher=Akorda&year=2022").content.decode()

    assert "Nothing matches" in html
    assert "without Publisher: <bdi>Akorda</bdi>" in html
    assert "import_records" not in html


def test_long_facets_show_the_commonest_and_what_is_chosen(client: Client) -> None:
    for number in range(80):
        make_meeting([make_person(f"Person {number:02}")], [make_document(publisher=f"Agency {number:02}")])

    answer = client.get("/meetings/?person=person-79&publisher=Agency+78")

    person = next(one for one in answer.context["facets"] if one.name == "person")
    assert "person-79" in [value.value for value in person.values if value.selected]
    assert facet(client.get("/meetings/?person=person-79"), "person")["person-79"] == 1
    assert len(facet(client.get("/meetings/"), "person")) == LIMIT
    assert "All values of “Person”" in client.get("/meetings/").content.decode()


@pytest.mark.parametrize(
    ("number", "chosen", "shown"),
    [
        (LIMIT + FEW, "", LIMIT + FEW),
        (LIMIT + FEW + 1, "", LIMIT),
        (LIMIT + FEW + 1, "?person=last", LIMIT + 1),
        (LIMIT + FEW, "?person=last", LIMIT + FEW),
    ],
)
def test_a_facet_leads_to_all_its_values_where_some_are_not_shown(
    client: Client, number: int, chosen: str, shown: int
) -> None:
    people = [make_person(f"Person {one:02}", slug=f"p{one:02}") for one in range(number - 1)]
    for one in [*people, *people]:
        make_meeting([one])
    make_meeting([make_person("Somebody", slug="last")])

    answer = client.get(f"/meetings/{chosen}")

    assert len(facet(answer, "person")) == shown
    assert ("All values of “Person”" in answer.content.decode()) is (shown < number)


@pytest.mark.parametrize(
    "query",
    [
        "country=ZZ",
        "country=KZ%00",
        "country=%F0%28%8C%28",
        "country=KZ'%20OR%201=1--",
        "person=../../etc",
        "person=%3Cscript%3E",
        "year=0",
        "year=99999999999999999999",
        "year=-1",
        "year=²021",
        "language=%00",
        "language=" + "x" * 5000,
        "publisher=Nobody",
        "publisher=" + "x" * 5000,
        "format=nothing",
        "place=12",
        "&".join(f"publisher=x{number}" for number in range(300)),
        "&".join(f"person=x{number}" for number in range(300)),
    ],
)
@pytest.mark.usefixtures("meetings")
def test_what_means_nothing_is_left_out_with_a_note(client: Client, query: str) -> None:
    answer = client.get(f"/meetings/?{query}")

    assert answer.status_code == 200
    assert len(listed(answer)) == 4
    assert "Left out:" in answer.content.decode()
    assert answer.context["canonical"] == "http://testserver/meetings/"


@pytest.mark.parametrize("url", ["/meetings/", "/people/", "/quotes/", "/documents/"])
@pytest.mark.parametrize(
    "query",
    [
        "?country_mode=nonsense&country=KZ",
        "?sort=%00",
        "?country[]=KZ",
        "?=&&&=",
        "?page=",
        "?%00=%00",
        "?year=unknown",
    ],
)
@pytest.mark.usefixtures("meetings")
def test_odd_query_strings_never_break_a_page(client: Client, url: str, query: str) -> None:
    assert client.get(url + query).status_code in (200, 404)


@pytest.mark.parametrize("name", ["Zero\u200cwidth", "Line\u202eturned", "Soft\xadhyphen", "Two\nlines"])
def test_any_name_that_is_listed_can_be_chosen(client: Client, name: str) -> None:
    make_meeting(documents=[make_document(publisher=name)], title="wanted")
    make_meeting(documents=[make_document(publisher="Other")])

    url = links(client.get("/meetings/"), "publisher")[name]

    assert listed(client.get(url)) == ["wanted"]


def test_a_merged_person_stands_for_the_one_they_were_merged_into(client: Client) -> None:
    kept = make_person("Kept")
    make_person("Gone", merged_into=kept)
    make_meeting([kept], title="Talks")
    make_meeting([make_person("Other")])

    answer = client.get("/meetings/?person=gone")

    assert listed(answer) == ["Talks"]
    assert answer.context["canonical"].endswith("?person=kept")


def test_an_account_that_is_told_no_longer_does_not_count(client: Client) -> None:
    meeting = make_meeting(documents=[make_document(language="ru")], title="Talks")
    make_account(make_document(language="fr"), meeting, position=None)
    make_meeting(documents=[make_document(language="de")])

    assert facet(client.get("/meetings/"), "language") == {"de": 1, "ru": 1}


def test_meetings_by_organization(client: Client) -> None:
    for name, number in (("League of Harbours", 2), ("Northern Council", 1)):
        body = Organization.objects.create(name=name)
        for place in range(number):
            make_participant(make_meeting(title=f"{name} {place}"), make_person(), organization=body)
    make_meeting(title="Nobody")

    answer = client.get("/meetings/?organization=Northern+Council")

    assert facet(answer, "organization") == {"League of Harbours": 2, "Northern Council": 1}
    assert listed(answer) == ["Northern Council 0"]
    assert listed(client.get(links(answer, "organization")["League of Harbours"])) == [
        "League of Harbours 0",
        "League of Harbours 1",
        "Northern Council 0",
    ]


def test_meetings_with_quotes_and_told_by_several(client: Client) -> None:
    make_meeting(title="quiet")
    make_meeting(title="quoted", quote_count=2)
    make_meeting(documents=[make_document(), make_document(), make_document()], title="told thrice", quote_count=1)

    answer = client.get("/meetings/?quotes=yes")

    assert facet(answer, "quotes") == {"yes": 2, "no": 1}
    assert facet(answer, "sources") == {"one": 1, "several": 1}
    assert listed(answer) == ["quoted", "told thrice"]
    assert listed(client.get("/meetings/?sources=one")) == ["quiet", "quoted"]
    assert listed(client.get("/meetings/?sources=several&quotes=no")) == []
    assert [chip.label for chip in client.get("/meetings/?sources=one").context["chips"]] == ["One source only"]


def test_documents_by_what_was_found_in_them(client: Client) -> None:
    told, quoted = make_document(title="told", language="ru"), make_document(title="quoted")
    make_document(title="empty")
    stale = make_document(title="stale")
    make_quote("Yes.", meeting=make_meeting(documents=[told]), document=told)
    make_quote("No.", document=quoted)
    make_quote("Gone.", document=stale, current=False)
    make_account(stale, Meeting.objects.get(), position=None)

    answer = client.get("/documents/?found=nothing")

    assert facet(answer, "found") == {"meeting": 1, "quotes": 1, "nothing": 2}
    assert listed(answer) == ["empty", "stale"]
    assert facet(client.get("/documents/?found=meeting&language=ru"), "language") == {"ru": 1}
    assert listed(client.get("/documents/?found=meeting&found=quotes")) == ["quoted", "told"]


def test_people_by_what_they_are_known_for(client: Client) -> None:
    make_person("Met", meeting_count=1, quote_count=1)
    make_person("Quoted", quote_count=1)
    make_person("Mentioned")

    assert facet(client.get("/people/"), "role") == {"met": 1, "quoted": 1, "mentioned": 1}
    assert listed(client.get("/people/?role=quoted&role=mentioned")) == ["Mentioned", "Quoted"]


def test_quotes_by_speaker_country_year_and_language(client: Client) -> None:
    kervadec, vollbrecht = make_person("Kervadec", "FR"), make_person("Vollbrecht", "DE")
    meeting = make_meeting([kervadec, vollbrecht], date="2023-11-02")
    make_quote("Oui.", kervadec, meeting=meeting, language="fr")
    make_quote("Ja.", vollbrecht, meeting=meeting, language="de")
    make_quote("Yes.", vollbrecht, language="en")
    make_quote("Nobody knows who said it.", language="")

    answer = client.get("/quotes/")
    assert facet(answer, "speaker") == {"vollbrecht": 2, "kervadec": 1}
    assert facet(answer, "country") == {"DE": 2, "FR": 1}
    assert facet(answer, "year") == {"2023": 2, "unknown": 2}
    assert facet(answer, "language") == {"unknown": 1, "de": 1, "en": 1, "fr": 1}
    assert listed(client.get("/quotes/?speaker=vollbrecht&year=2023")) == ["Ja."]
    assert listed(client.get("/quotes/?country=FR&country=DE&year=unknown")) == ["Yes."]
    assert listed(client.get("/quotes/?language=unknown")) == ["Nobody knows who said it."]


def test_documents_by_publisher_language_and_year_of_publication(client: Client) -> None:
    make_document(title="A", publisher="Akorda", language="uz-Cyrl", published="2021-05")
    make_document(title="B", publisher="Akorda", language="ru", published="2022-01-01")
    make_document(title="C", language="ru")

    answer = client.get("/documents/")
    assert facet(answer, "publisher") == {"Akorda": 2, "unknown": 1}
    assert facet(answer, "language") == {"ru": 2, "uz-Cyrl": 1}
    assert facet(answer, "year") == {"2022": 1, "2021": 1, "unknown": 1}
    assert listed(client.get("/documents/?language=UZ-cyrl")) == ["A"]
    assert listed(client.get("/documents/?publisher=unknown&year=unknown")) == ["C"]


def test_people_by_country(client: Client) -> None:
    make_person("Ordabekov", "KZ")
    make_person("Zavarzin", "RU")
    make_person("Stateless")

    assert listed(client.get("/people/?country=KZ")) == ["Ordabekov"]
    assert facet(client.get("/people/"), "country") == {"KZ": 1, "RU": 1}
    assert client.get("/people/?country=KZ&sort=name").context["canonical"].endswith("?country=KZ&sort=name")


@pytest.mark.usefixtures("meetings")
def test_the_two_functions_that_an_index_must_answer() -> None:
    chosen = Chosen({"country": ("KZ", "RU")}, frozenset({"country"}))

    assert [str(one) for one in Selection(MEETINGS, chosen)] == ["KZ-RU"]
    found = tallies(MEETINGS, chosen)
    assert [(one.value, one.count) for one in found["format"]] == [("talks", 1)]


@pytest.mark.usefixtures("meetings")
def test_years_stand_in_order_even_where_a_chosen_one_has_no_meetings(client: Client) -> None:
    answer = client.get("/meetings/?year=2022&format=call&year=unknown")

    assert list(facet(answer, "year").items()) == [("2022", 0), ("2021", 1), ("unknown", 0)]
