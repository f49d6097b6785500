"""Dates, languages and countries in words; the chart of years."""

from __future__ import annotations

from datetime import date

import pytest

from meetings.cldr import time_between
from meetings.templatetags.reading_room import countries_of, edtf, edtf_time, in_words, lang_attrs, language_name
from meetings.views.year_chart import YearChart
from tests.factories import make_meeting, make_person


@pytest.mark.parametrize(
    ("value", "words", "markup"),
    [
        ("2021-04-08", "8 April 2021", '<time datetime="2021-04-08">8 April 2021</time>'),
        ("2018-05", "May 2018", '<time datetime="2018-05">May 2018</time>'),
        ("2021", "2021", '<time datetime="2021">2021</time>'),
        ("XXXX-05-28", "28 May, year unknown", '<time datetime="05-28">28 May, year unknown</time>'),
        ("XXXX-05", "May, year unknown", '<span class="undated">May, year unknown</span>'),
        ("2021-XX-08", "2021", '<span class="undated">2021</span>'),
        ("", "Date unknown", '<span class="undated">Date unknown</span>'),
    ],
)
def test_dates_say_what_is_known_and_no_more(value: str, words: str, markup: str) -> None:
    assert edtf(value) == words
    assert edtf_time(value) == markup


@pytest.mark.parametrize(
    ("tag", "attributes", "name"),
    [
        ("en", 'lang="en" dir="ltr"', "English"),
        ("uz-Cyrl", 'lang="uz-Cyrl" dir="ltr"', "Uzbek (Cyrillic)"),
        ("ar", 'lang="ar" dir="rtl"', "Arabic"),
        ("fa-AF", 'lang="fa-AF" dir="rtl"', "Persian (Afghanistan)"),
        ("uz-Arab", 'lang="uz-Arab" dir="rtl"', "Uzbek (Arabic)"),
        ("ar-Latn", 'lang="ar-Latn" dir="ltr"', "Arabic (Latin)"),
        ("zh-Hans", 'lang="zh-Hans" dir="ltr"', "Chinese (Simplified)"),
        ("pt-BR", 'lang="pt-BR" dir="ltr"', "Portuguese (Brazil)"),
        ("xyz", 'lang="xyz" dir="ltr"', "xyz"),
        ("", 'lang="" dir="auto"', "Language unknown"),
        ('"><b>', 'lang="&quot;&gt;&lt;b&gt;" dir="ltr"', '"><b>'),
    ],
)
def test_languages(tag: str, attributes: str, name: str) -> None:
    assert lang_attrs(tag) == attributes
    assert language_name(tag) == name


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["KZ"], "KZ"), (["KZ", "RU"], "KZ and RU"), (["KZ", "RU", "UZ"], "KZ, RU and UZ")],
)
def test_names_as_a_phrase(names: list[str], words: str) -> None:
    assert in_words(names) == words


@pytest.mark.django_db
def test_countries_of_a_meeting_each_once_in_the_order_of_its_people() -> None:
    people = [make_person("A", "RU"), make_person("B"), make_person("C", "KZ"), make_person("D", "RU")]

    assert countries_of(make_meeting(people)) == ["Russia", "Kazakhstan"]


def test_bars_stand_for_every_year_from_the_first_to_the_last() -> None:
    chart = YearChart({2019: 2, 2021: 4, 0: 3}, "/meetings/")

    assert [bar.year for bar in chart.bars] == [2019, 2020, 2021]
    assert [bar.height for bar in chart.bars] == [69.0, 0.0, 138.0]
    assert [(bar.year, bar.count, bar.url) for bar in chart.rows] == [
        (2021, 4, "/meetings/?year=2021"),
        (2019, 2, "/meetings/?year=2019"),
    ]
    assert (chart.undated, chart.undated_url) == (3, "/meetings/?year=unknown")


def test_a_long_history_shows_only_years_with_meetings() -> None:
    assert [bar.year for bar in YearChart({1815: 1, 1945: 2, 2024: 3}, "/").bars] == [1815, 1945, 2024]


def test_no_years_no_bars() -> None:
    assert YearChart({}, "/").bars == []
    assert YearChart({0: 2}, "/").rows == []


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2021-08-20", "2023-09-28", "2 years, 1 month"),
        ("2021-08-20", "2021-09-19", "4 weeks, 2 days"),
        ("2020-02-29", "2021-02-28", "11 months"),
        ("2020-02-29", "2021-03-01", "1 year"),
        ("2021-03-01", "2021-03-02", "1 day"),
    ],
)
def test_the_time_between_two_days(first: str, last: str, words: str) -> None:
    assert time_between(date.fromisoformat(first), date.fromisoformat(last)) == words
