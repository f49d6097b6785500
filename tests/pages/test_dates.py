"""Narrowing the meetings by time: a range of dates, and bars by year and month."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from meetings.date_range import DateRange
from meetings.filters import DateField
from tests.factories import make_document, make_meeting, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def meetings() -> None:
    """Meetings named by their dates; those of 2021 with Kazakhstan."""
    ordabekov = make_person("Ordabekov", "KZ")
    make_person("Zavarzin", "RU")
    for date in ("2019-12-31", "2021", "2021-04", "2021-04-08", "2021-04-30", "2021-11-02", "2022-01-01", "XXXX-05-28"):
        make_meeting([ordabekov] if date.startswith("2021") else [], title=date, date=date)


def listed(answer: Any) -> list[str]:
    return sorted(str(row) for row in answer.context["object_list"])


def bars(answer: Any) -> dict[str, int]:
    return {bar.date: bar.count for bar in answer.context["dates"].bars if bar.count}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("from=2021-04-08&to=2021-04-30", ["2021-04-08", "2021-04-30"]),
        ("from=2021-04&to=2021-04", ["2021-04", "2021-04-08", "2021-04-30"]),
        ("from=2021&to=2021", ["2021", "2021-04", "2021-04-08", "2021-04-30", "2021-11-02"]),
        ("from=2021-11", ["2021-11-02", "2022-01-01"]),
        ("to=2021-04-29", ["2019-12-31", "2021-04-08"]),
        ("from=&to=2019", ["2019-12-31"]),
        ("from=2021&to=2021&year=2022", []),
        ("from=2021-11&country=KZ", ["2021-11-02"]),
    ],
)
@pytest.mark.usefixtures("meetings")
def test_only_what_surely_lies_within_is_listed(client: Client, query: str, expected: list[str]) -> None:
    answer = client.get(f"/meetings/?{query}")

    assert listed(answer) == expected
    assert answer.context["total"] == len(expected)


@pytest.mark.usefixtures("meetings")
def test_facets_count_within_the_range_and_their_links_keep_it(client: Client) -> None:
    answer = client.get("/meetings/?to=2021-04&from=2021-04-01&country=kz")

    country = next(one for one in answer.context["facets"] if one.name == "country")
    assert [(value.value, value.count) for value in country.values] == [("KZ", 3)]
    assert country.values[0].url == "/meetings/?from=2021-04-01&to=2021-04"
    assert answer.context["canonical"] == "http://testserver/meetings/?country=KZ&from=2021-04-01&to=2021-04"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2021-04", "2021-04", "April 2021"),
        ("2021", "", "from 2021"),
        ("", "2021-04-08", "until 8 April 2021"),
        ("2019", "2021-04", "2019 to April 2021"),
    ],
)
@pytest.mark.usefixtures("meetings")
def test_a_range_is_a_chip_that_can_be_taken_away(client: Client, start: str, end: str, words: str) -> None:
    answer = client.get("/meetings/", {"from": start, "to": end, "country": "KZ"})

    chip = answer.context["chips"][-1]
    assert (str(chip.facet), chip.label, chip.url) == ("Meeting date", words, "/meetings/?country=KZ")
    assert answer.context["clear_url"] == "/meetings/"


@pytest.mark.parametrize(
    "value", ["2021-13", "8.4.2021", "soon", "XXXX-05", "0000", "²021", "2021-02-30", "\0", "9" * 500]
)
@pytest.mark.usefixtures("meetings")
def test_what_is_no_date_is_told_beside_its_field_with_the_remedy(client: Client, value: str) -> None:
    answer = client.get("/meetings/", {"from": value, "to": "2021"})
    html = answer.content.decode()

    assert re.search(r'id="date-from"[^>]* aria-invalid="true" aria-describedby="error-from">', html)
    assert re.search(r'id="error-from">This is not a date\. Write a year, a month or a day, such as 2021', html)
    assert 'id="error-to"' not in html
    assert "2022-01-01" not in listed(answer)
    assert answer.context["canonical"] == "http://testserver/meetings/?to=2021"


def test_a_range_that_runs_backwards_is_told_too(client: Client) -> None:
    make_meeting(date="2021-04-08")

    html = client.get("/meetings/?from=2021-05&to=2021-04").content.decode()

    assert 'id="error-to">This is before the first date. Write a later one, or leave this field empty.' in html
    assert "<script>" not in client.get("/meetings/?from=<script>&to=").content.decode()


def test_spaces_around_a_date_do_not_matter() -> None:
    assert DateField().clean(" 2021-04 ") == "2021-04"
    with pytest.raises(ValidationError):
        DateField().clean("2021 - 04")


@pytest.mark.parametrize(
    ("date", "within"), [("2021-04-08", True), ("2021-04", True), ("2021", False), ("2021-05-01", False), ("", False)]
)
def test_what_a_range_covers(date: str, within: bool) -> None:
    assert DateRange("2021-04", "2021-04").covers(date) is within


@pytest.mark.usefixtures("meetings")
def test_bars_by_year_heed_what_is_chosen_but_dates(client: Client) -> None:
    everything = {"2019": 1, "2021": 5, "2022": 1}

    assert bars(client.get("/meetings/")) == everything
    assert bars(client.get("/meetings/?from=2022")) == everything
    assert bars(client.get("/meetings/?year=2019&year=2022")) == everything
    assert bars(client.get("/meetings/?country=KZ&from=2019&to=2022")) == {"2021": 5}
    assert client.get("/meetings/").context["dates"].undated == 1


@pytest.mark.parametrize("query", ["year=2021", "from=2021-02&to=2021-03", "year=2021&from=2021&to=2021-05"])
@pytest.mark.usefixtures("meetings")
def test_bars_by_month_once_a_year_is_chosen(client: Client, query: str) -> None:
    chart = client.get(f"/meetings/?{query}").context["dates"]

    assert {bar.date: bar.count for bar in chart.bars if bar.count} == {"2021-04": 3, "2021-11": 1}
    assert chart.undated == 1
    assert chart.all_url == "/meetings/"


@pytest.mark.parametrize("start", ["", "?year=2021", "?country=KZ&format=other", "?from=2021-04&to=2021-06"])
@pytest.mark.usefixtures("meetings")
def test_every_bar_leads_to_as_many_meetings_as_it_says(client: Client, start: str) -> None:
    for bar in client.get(f"/meetings/{start}").context["dates"].rows:
        assert client.get(bar.url).context["total"] == bar.count, bar.url


@pytest.mark.usefixtures("meetings")
def test_bars_are_marked_and_the_month_chosen_leads_back_to_its_year(client: Client) -> None:
    def marked(query: str) -> dict[str, str]:
        return {bar.date: bar.url for bar in client.get(f"/meetings/{query}").context["dates"].rows if bar.selected}

    assert marked("?year=2021&year=2019") == {"2019": "/meetings/?year=2019", "2021": "/meetings/?year=2021"}
    assert marked("?from=2021-04&to=2021-04") == {"2021-04": "/meetings/?year=2021"}
    assert list(marked("?from=2020&to=2022")) == ["2021", "2022"]
    assert marked("?year=2021") == {}


@pytest.mark.usefixtures("meetings")
def test_a_table_says_the_same_as_the_bars(client: Client) -> None:
    html = client.get("/meetings/").content.decode()

    assert '<a href="/meetings/?year=2021" rel="nofollow" aria-label="2021: 5 meetings">' in html
    assert re.search(r'<a href="/meetings/\?year=2021" rel="nofollow">2021</a></th><td class="number">5</td>', html)
    assert re.search(
        r'<a href="/meetings/\?year=unknown" rel="nofollow">Year unknown</a></th><td class="number">1<', html
    )


def test_the_form_keeps_the_rest_of_the_address(client: Client) -> None:
    make_meeting([make_person("Ordabekov", "KZ")], date="2021-04-08")
    make_meeting([make_person("Zavarzin", "RU")], date="2022-04-08")

    html = client.get("/meetings/?country=KZ&view=table&sort=oldest&from=2020&page=1").content.decode()

    form = re.search(r'<form class="dates__form".*?</form>', html, re.S)
    assert form
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="(\w+)">', form[0])
    assert hidden == [("country", "KZ"), ("sort", "oldest"), ("view", "table")]


def test_sorted_by_meeting_date_or_by_the_latest_publication(client: Client) -> None:
    early, late = make_document(published="2021-01-01"), make_document(published="2024-01-01")
    make_meeting(documents=[early], title="new", date="2020-12-31", published_key=early.published_key)
    make_meeting(documents=[late, early], title="old", date="2019", published_key=late.published_key)
    make_meeting(title="undated")

    def order(query: str) -> list[str]:
        return [str(row) for row in client.get(f"/meetings/{query}").context["object_list"]]

    assert order("") == order("?sort=nonsense") == ["new", "old", "undated"]
    assert order("?sort=oldest") == ["old", "new", "undated"]
    assert order("?sort=published") == ["old", "new", "undated"]
