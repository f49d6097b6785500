"""Countries: two together, the matrix and the map; and the years of a person."""

from __future__ import annotations

import gzip
import html
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from meetings.models import Country, Document, Level, Meeting, Mention, Participant
from meetings.views.steps import Steps
from tests.factories import make_account, make_document, make_meeting, make_participant, make_person, make_quote

pytestmark = pytest.mark.django_db


def page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def words(shown: str) -> str:
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", shown).split()))


def section(shown: str, id: str) -> str:
    return re.search(rf'<section[^>]*aria-labelledby="{id}".*?</section>', shown, re.DOTALL)[0]


def from_side(country: str | None) -> Document:
    return make_document(country=Country.objects.get(pk=country) if country else None)


def quoted(shown: str) -> set[str]:
    return {words(one).strip() for one in re.findall("<blockquote.*?</blockquote>", shown, re.DOTALL)}


def meeting(day: str, *sides: str | None, **people: Level) -> Meeting:
    """A meeting of people with these levels (a state: the level), told by these sides."""
    known = {side for side in sides if side}
    made = make_meeting([], [from_side(side) for side in sides], date=day, title=f"Talks {day}", side_count=len(known))
    for code, level in people.items():
        make_participant(made, make_person(home=code), level=level)
    return made


def told(client: Client, address: str = "/countries/kz/ru/") -> dict[str, tuple[int, str]]:
    """What the page says of who tells of the meetings: {words: (number, address)}."""
    items = re.findall(
        r'<li><a href="([^"]+)"[^>]*>(.*?)</a>.*?tally__count">(\d+)', section(page(client, address), "told")
    )
    return {words(label): (int(number), html.unescape(url)) for url, label, number in items}


# Two countries


def test_the_level_of_contact_is_that_of_both_sides(client: Client) -> None:
    state, government, minister = Level.HEAD_OF_STATE, Level.HEAD_OF_GOVERNMENT, Level.MINISTER
    meeting("2020-01-01", "KZ", KZ=state, RU=state)
    meeting("2021-01-01", "KZ", KZ=state, RU=minister)
    last = meeting("2022-01-01", "KZ", KZ=minister, RU=government)
    meeting("2023-01-01", "KZ", KZ=Level.UNKNOWN, RU=government)
    make_participant(last, make_person(home="RU"), level=Level.OTHER)
    make_participant(last, make_person(home="UZ"), level=state)

    shown = section(page(client, "/countries/kz/ru/"), "levels")

    levels = re.findall(r'contact__line"><span>(.*?)</span> <span class="tally__count">(\d+)', shown)
    assert levels == [("Heads of state", "1"), ("Ministers", "2"), ("Office not told", "1")]
    assert last.get_absolute_url() in shown


def test_the_last_contact_and_the_longest_gap(client: Client) -> None:
    days = ["XXXX-05-01", "2018", "2018-12-31", "2019-03-01", "2021-04", "2021-06-01", ""]
    made = {day: meeting(day, "KZ", KZ=Level.OTHER, RU=Level.OTHER) for day in days}

    shown = page(client, "/countries/kz/ru/").split("</header>")[1]

    assert "Last contact on record: 1 June 2021" in words(shown)
    assert "Longest gap: 2 years, 1 month ( 1 March 2019 – April 2021 )" in words(shown).replace("\xa0", " ")
    for day in ("2019-03-01", "2021-04", "2021-06-01"):
        assert made[day].get_absolute_url() in shown


@pytest.mark.parametrize(
    "days", [["2021-01-01"], ["2021-01-01", "2021-01-01"], ["2021", "2021-05-05"], ["", "XXXX-01-01"]]
)
def test_no_gap_is_told_where_there_is_none(client: Client, days: list[str]) -> None:
    for day in days:
        meeting(day, None, KZ=Level.OTHER, RU=Level.OTHER)

    assert "Longest gap" not in page(client, "/countries/kz/ru/")


def test_who_tells_of_their_meetings_and_the_way_to_each(client: Client) -> None:
    people = {"KZ": Level.OTHER, "RU": Level.OTHER}
    for number, sides in enumerate([["KZ"], ["KZ", "KZ"], ["RU"], ["KZ", "RU", None], ["UZ"], ["RU", "DE"], [None]]):
        meeting(f"2021-01-{number + 1:02}", *sides, **people)
    meeting("2021-02-01", "KZ", KZ=Level.OTHER, UZ=Level.OTHER)

    found = told(client)

    assert {label: number for label, (number, _) in found.items()} == {
        "Told only by the side of Kazakhstan": 2,
        "Told only by the side of Russia": 1,
        "Told by both sides": 1,
        "Told by other states": 2,
        "Told by a side nobody could tell": 1,
    }
    for label, (number, url) in found.items():
        assert client.get(url).context["total"] == number, label


def test_what_each_said_of_the_other(client: Client) -> None:
    ours, theirs = make_person("Ours", "KZ"), make_person("Theirs", "RU")
    together = make_meeting([ours, theirs])
    make_quote("We said so to them.", ours, meeting=together)
    make_quote("They said so to us.", theirs, meeting=together)
    elsewhere = make_document("“Russia is near.” “Peru is far.”")
    Mention.objects.create(document=elsewhere, country_id="RU", spans=[[1, 7]], rule="test")
    make_quote("Russia is near.", ours, document=elsewhere, start=1)
    make_quote("Peru is far.", ours, document=elsewhere, start=19)

    shown = page(client, "/countries/kz/ru/")

    assert quoted(section(shown, "said-kz")) == {"We said so to them.", "Russia is near."}
    assert quoted(section(shown, "said-ru")) == {"They said so to us."}


def test_states_that_never_met_may_have_spoken_of_each_other(client: Client) -> None:
    elsewhere = make_document("“Russia is near.”")
    Mention.objects.create(document=elsewhere, country_id="RU", spans=[[1, 7]], rule="test")
    make_quote("Russia is near.", make_person("Ours", "KZ"), document=elsewhere, start=1)

    shown = page(client, "/countries/kz/ru/")

    assert "No meeting of these two is on record." in shown
    assert "Russia is near." in section(shown, "said-kz")


# Matrix and map


def grow(number: int) -> None:
    for n in range(number):
        guest = make_person(home=("RU", "UZ", "DE", "SG", "TV")[n % 5])
        made = make_meeting([make_person(home="KZ"), guest], [from_side("KZ")], date=f"20{10 + n}-01-01", side_count=1)
        make_quote(f"Words {n}.", guest, meeting=made)
        make_account(from_side("RU"), made)


def test_the_matrix_leads_to_each_two(client: Client) -> None:
    for home, number in (("RU", 3), ("UZ", 1)):
        for _ in range(number):
            make_meeting([make_person(home="KZ"), make_person(home="KZ"), make_person(home=home)])
    make_meeting([make_person(home="KZ"), make_person(home="FR")], account_count=0)

    shown = page(client, "/countries/matrix/")

    cells = re.findall(r'<td class="step--(\d)"><a href="([^"]+)" aria-label="([^"]+)">(\d+)<', shown)
    assert [(url, label) for _, url, label, _ in cells] == [
        ("/countries/kz/ru/", "Kazakhstan and Russia: 3 meetings"),
        ("/countries/kz/uz/", "Kazakhstan and Uzbekistan: 1 meeting"),
        ("/countries/kz/ru/", "Russia and Kazakhstan: 3 meetings"),
        ("/countries/kz/uz/", "Uzbekistan and Kazakhstan: 1 meeting"),
    ]
    assert len({step for step, *_ in cells}) == 2
    for scope in ("col", "row"):
        assert re.findall(rf'<th scope="{scope}"><a href="([^"]+)"', shown) == [
            "/countries/kz/",
            "/countries/ru/",
            "/countries/uz/",
        ]


def test_a_large_matrix_shows_the_most_frequent_and_the_way_to_all(client: Client) -> None:
    for state in Country.objects.order_by("code")[:24]:
        make_meeting([make_person(home=state), make_person(home="KZ")])

    shown, full = page(client, "/countries/matrix/"), page(client, "/countries/matrix/?all=1")

    assert shown.count('<th scope="row"') == 20
    assert 'href="?all=1"' in shown
    assert full.count('<th scope="row"') == 25
    assert 'href="?all=1"' not in full


def test_the_map_leads_to_the_meetings_of_each_state(client: Client) -> None:
    grow(10)

    shown = page(client, "/countries/map/")

    names = dict(re.findall(r'<a href="([^"]+)" rel="nofollow"><title>([^<]+)</title>', shown))
    assert names == {
        "/meetings/?country=KZ": "Kazakhstan: 10 meetings",
        "/meetings/?country=RU": "Russia: 2 meetings",
        "/meetings/?country=UZ": "Uzbekistan: 2 meetings",
        "/meetings/?country=DE": "Germany: 2 meetings",
        "/meetings/?country=SG": "Singapore: 2 meetings",
    }
    assert shown.count('<circle class="map__dot') == 1, "Singapore is too small to be hit"
    assert "Tuvalu: 2 meetings" in words(shown.split("Not on the map:")[1])
    assert len(re.findall('<th scope="row">', shown)) == 6


def test_the_map_with_every_state_is_light_enough(client: Client) -> None:
    for state in Country.objects.all():
        Participant.objects.bulk_create(
            [Participant(meeting=make_meeting([]), person=make_person(home=state), country=state)]
        )

    for url in ("/countries/map/", "/countries/matrix/"):
        assert len(gzip.compress(client.get(url).content)) < 60_000, url


@pytest.mark.parametrize("url", ["/countries/matrix/", "/countries/map/", "/countries/"])
def test_pages_without_a_meeting_say_so(client: Client, url: str) -> None:
    assert "Nothing has been imported yet." in page(client, url)


@pytest.mark.parametrize(
    ("most", "steps"),
    [
        (0, []),
        (1, [(5, 1, None)]),
        (3, [(3, 1, 1), (4, 2, 2), (5, 3, None)]),
        (100, [(1, 1, 2), (2, 3, 5), (3, 6, 15), (4, 16, 39), (5, 40, None)]),
    ],
)
def test_steps_grow_with_the_counts(most: int, steps: list[tuple[int, int, int | None]]) -> None:
    found = Steps(most)

    assert [(one.number, one.low, one.high) for one in found.all] == steps
    assert found.of(0) == 0
    assert [found.of(low) for _, low, _ in steps] == [number for number, *_ in steps]


# Narrowing the list of meetings


def test_meetings_are_narrowed_by_who_tells_of_them(client: Client) -> None:
    people = {"KZ": Level.OTHER, "RU": Level.OTHER}
    one, several, nobody = (
        meeting("2021-01-01", "KZ", **people),
        meeting("2021-01-02", "KZ", "RU", **people),
        meeting("2021-01-03", None, **people),
    )

    def listed(query: str) -> list[Meeting]:
        return list(client.get(f"/meetings/?{query}").context["object_list"])

    assert listed("told=one") == [one]
    assert listed("told=several") == [several]
    assert listed("told=unknown") == [nobody]
    assert listed("told=one&told=several") == [several, one]
    assert listed("side=KZ") == [several, one]
    assert listed("side=KZ&side=RU&side_mode=all") == [several]
    facets = {facet.name: facet for facet in client.get("/meetings/?told=one").context["facets"]}
    assert {value.value: value.count for value in facets["told"].values} == {"one": 1, "several": 1, "unknown": 1}


# A person's years


def test_a_persons_meetings_year_by_year(client: Client) -> None:
    person = make_person("Askar Meder", "KZ")
    other = make_person("Ilse Brandt", "DE")
    made = [make_meeting([person, other], date=day, title=day) for day in ("2021-04-08", "2021-04-09", "2019", "")]

    shown = page(client, "/people/askar-meder/")

    years = re.findall(r'years__year">\s*<h3><a href="([^"]+)"[^>]*>(.*?)<span', shown)
    assert [(html.unescape(url), words(year)) for url, year in years] == [
        ("/meetings/?person=askar-meder&year=2021", "2021"),
        ("/meetings/?person=askar-meder&year=2019", "2019"),
        ("/meetings/?person=askar-meder&year=unknown", "Year unknown"),
    ]
    order = [shown.index(one.get_absolute_url()) for one in (made[1], made[0], made[2], made[3])]
    assert order == sorted(order)
    for url, _ in years:
        assert client.get(html.unescape(url)).context["total"] == (2 if "2021" in url else 1)


def test_a_counterpart_leads_to_the_meetings_of_the_two(client: Client) -> None:
    person, other = make_person("Askar Meder", "KZ"), make_person("Ilse Brandt", "DE")
    for _ in range(2):
        make_meeting([person, other])
    make_meeting([person])

    url = re.search(r'tally__count"><a href="([^"]+)"', section(page(client, "/people/askar-meder/"), "counterparts"))[
        1
    ]

    assert client.get(html.unescape(url)).context["total"] == 2


# Queries


def test_the_number_of_queries_does_not_grow(client: Client) -> None:
    urls = ["/countries/kz/", "/countries/kz/ru/", "/countries/matrix/", "/countries/matrix/?all=1", "/countries/map/"]

    def queries() -> dict[str, int]:
        found = {}
        for url in [*urls, Meeting.objects.earliest("pk").participants.earliest("pk").person.get_absolute_url()]:
            with CaptureQueriesContext(connection) as asked:
                page(client, url)
            found[url] = len(asked)
        return found

    grow(10)
    few = queries()
    grow(5)

    assert queries() == few
    assert max(few.values()) <= 25
    assert few["/countries/matrix/"] <= 2
    assert few["/countries/map/"] <= 1
