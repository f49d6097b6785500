"""The interface in several languages: each has its addresses, and says states, dates and languages in its own words."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from meetings.models import Country, Meeting
from tests.factories import make_meeting, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def talks() -> Meeting:
    return make_meeting([make_person("Anna Bell", "KZ"), make_person("Omar Dia", "UZ")], date="2021-04-08")


@pytest.mark.parametrize(
    ("prefix", "state", "date"),
    [
        ("", "Kazakhstan", "8 April 2021"),
        ("/ru", "Казахстан", "8 апреля 2021 г."),
        ("/kk", "Қазақстан", "2021 ж. 8 сәуір"),
        ("/uz", "Qozogʻiston", "8-aprel, 2021"),
    ],
)
def test_each_language_has_its_addresses_states_and_dates(
    client: Client, talks: Meeting, prefix: str, state: str, date: str
) -> None:
    page = (
        client.get(f"{prefix}/meetings/")
        .content.decode()
        .replace("’", "ʻ")
        .replace("\u202f", " ")
        .replace("\u00a0", " ")
    )
    assert f'<html lang="{prefix.strip("/") or "en"}">' in page
    assert state in page
    assert date in page
    assert f'href="{prefix}/meetings/{talks.pk}-' in page


def test_an_address_has_one_language_whatever_the_browser_asks_for(client: Client, talks: Meeting) -> None:
    page = client.get("/meetings/", headers={"accept-language": "ru"}).content.decode()
    assert '<html lang="en">' in page


def test_every_page_leads_to_itself_in_the_other_languages(client: Client, talks: Meeting) -> None:
    page = client.get("/ru/meetings/?country=KZ").content.decode()
    for code, address in {"en": "/meetings/?country=KZ", "kk": "/kk/meetings/?country=KZ"}.items():
        assert f'<a href="{address}" lang="{code}" hreflang="{code}">' in page
        assert f'<link rel="alternate" hreflang="{code}" href="http://testserver{address}">' in page
    assert '<a href="/ru/meetings/?country=KZ" lang="ru" hreflang="ru" aria-current="true">' in page


def test_states_are_named_in_the_language_that_is_on() -> None:
    soviet = Country.objects.get(code="SU")
    assert str(soviet) == "Soviet Union"
    with translation.override("ru"):
        assert str(Country.objects.get(code="DE")) == "Германия"
        assert str(soviet) in ("СССР", "Советский Союз")
        assert reverse("meetings:country_list") == "/ru/countries/"


def test_what_is_cited_has_one_address_in_every_language(client: Client, talks: Meeting) -> None:
    address = f"http://testserver/meetings/{talks.pk}-{talks.slug}"
    page = client.get(f"/ru/meetings/{talks.pk}-{talks.slug}/").content.decode()
    assert f'"@id": "{address}/"' in page or f'"url": "{address}/"' in page
    assert f'<link rel="canonical" href="http://testserver/ru/meetings/{talks.pk}-{talks.slug}/">' in page
    assert f'<a href="{address}/">{address}/</a>' in page
    assert f"{{{address}/}}" in client.get(f"/ru/meetings/{talks.pk}-{talks.slug}.bib").content.decode()
