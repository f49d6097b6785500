"""The front page: what there is, and ways in."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.test import Client

from meetings.models import Edition
from tests.factories import make_document, make_meeting, make_person, make_quote

pytestmark = pytest.mark.django_db


def test_home_counts_what_is_listed(client: Client) -> None:
    ordabekov, zavarzin = make_person("Ordabekov", "KZ"), make_person("Zavarzin", "RU")
    make_person("Nobody names them", document_count=0)
    meeting = make_meeting([ordabekov, zavarzin], date="2021-04-08")
    make_meeting(title="Merged", merged_into=meeting)
    make_quote("Still there.", meeting=meeting)
    make_quote("No longer there.", meeting=meeting, current=False)

    answer = client.get("/")

    assert answer.context["counts"] == {"meetings": 1, "people": 2, "countries": 2, "quotes": 1, "documents": 2}
    assert '<a href="/meetings/"><strong>1</strong> meeting</a>' in answer.content.decode()


def test_pairs_are_counted_once_a_meeting_and_link_to_their_page(client: Client) -> None:
    ordabekov, esimkulova = make_person("Ordabekov", "KZ"), make_person("Esimkulova", "KZ")
    zavarzin, sattorkhonov = make_person("Zavarzin", "RU"), make_person("Sattorkhonov", "UZ")
    make_meeting([zavarzin, ordabekov, esimkulova])
    make_meeting([ordabekov, zavarzin])
    make_meeting([sattorkhonov, ordabekov])
    make_meeting([ordabekov, esimkulova])

    answer = client.get("/")

    assert [(one.code, other.code, times) for one, other, times in answer.context["pairs"]] == [
        ("KZ", "RU", 2),
        ("KZ", "UZ", 1),
    ]
    assert 'href="/countries/kz/ru/"' in answer.content.decode()
    assert [(one.code, one.meeting_count) for one in answer.context["countries"]] == [("KZ", 4), ("RU", 2), ("UZ", 1)]


def test_bars_link_to_the_list_and_a_table_says_the_same(client: Client) -> None:
    for date in ("2019-01-01", "2021-04-08", "2021-05-01", ""):
        make_meeting(date=date)

    html = client.get("/").content.decode()

    assert '<a href="/meetings/?year=2021" rel="nofollow" aria-label="2021: 2 meetings">' in html
    assert 'href="/meetings/?year=2021" rel="nofollow">2021</a></th><td class="number">2</td>' in html
    assert 'href="/meetings/?year=unknown" rel="nofollow">1 meeting</a>' in html


def test_latest_imports_come_first_whenever_they_were_published(client: Client) -> None:
    make_document(title="New story, imported early", published="2024-01-01")
    make_document(title="Old story, imported late", published="1999-01-01", language="fr")

    html = client.get("/").content.decode()

    assert html.index("Old story") < html.index("New story")
    assert re.search(r'lang="fr" dir="ltr"><bdi>Old story, imported late</bdi></a>\s*<span[^>]*>Published <time', html)


def test_home_says_when_the_last_new_text_came(client: Client) -> None:
    for day in (5, 6):
        came = dt.datetime(2023, 5, day, 7, 8, tzinfo=dt.UTC)
        Edition.objects.filter(document=make_document()).update(seen_at=came)

    html = client.get("/").content.decode()

    assert 'The last new text came in on <time datetime="2023-05-06">6 May 2023</time>.' in html
    russian = client.get("/ru/").content.decode()
    assert '<time datetime="2023-05-06">6 мая 2023\u202fг.</time></p>' in russian  # whose own stop ends the sentence
