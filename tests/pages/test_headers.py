"""What every response tells the browser, whatever kind of page it is."""

from __future__ import annotations

import gzip

import pytest
from django.test import Client, override_settings
from django.urls import path

from diplomacy import urls
from tests.factories import make_meeting, make_person, make_quote

PUBLIC = [
    "/",
    "/meetings/",
    "/people/",
    "/countries/",
    "/quotes/",
    "/documents/",
    "/about/",
    "/about/reading/",
    "/about/accessibility/",
    "/search/?q=gas",
    "/search/suggestions/?q=gas",
    "/countries/kz/",
    "/countries/kz/uz/",
    "/admin/login/",
    "/admin/",
    "/static/css/base.css",
    "/static/admin/css/base.css",
    "/no-such-page/",
    "/meetings",
]


def fails(request):
    raise RuntimeError("This page is broken.")


urlpatterns = [path("broken/", fails), *urls.urlpatterns]


def check(response) -> None:
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    for directive in ("default-src 'self'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'"):
        assert directive in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize("url", PUBLIC)
def test_every_kind_of_page_has_the_headers(client: Client, url: str) -> None:
    check(client.get(url))


@pytest.mark.django_db
def test_pages_of_one_thing_have_the_headers(client: Client) -> None:
    person = make_person("Ilse Brandt", "DE")
    meeting = make_meeting([person])
    quote = make_quote(meeting=meeting)
    here = quote.document.get_absolute_url()
    for url in (meeting.get_absolute_url(), person.get_absolute_url(), quote.get_absolute_url(), here):
        assert client.get(url).status_code == 200
        check(client.get(url))
    for url in (f"{here}source", f"{here}reading/", f"{here}versions/", f"{here}versions/1/", f"{here}?version=1"):
        check(client.get(url))


@pytest.mark.django_db
def test_an_editor_s_page_has_the_headers(admin_client: Client) -> None:
    for url in ("/admin/", "/admin/meetings/meeting/", "/admin/meetings/document/"):
        assert admin_client.get(url).status_code == 200
        check(admin_client.get(url))


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
def test_an_error_has_the_headers(client: Client) -> None:
    client.raise_request_exception = False
    response = client.get("/broken/")
    assert response.status_code == 500
    check(response)


def test_a_request_that_is_refused_has_the_headers(client: Client) -> None:
    response = client.get("/", headers={"Host": "stranger.example"})
    assert response.status_code == 400
    check(response)


@override_settings(SECURE_SSL_REDIRECT=True)
def test_the_way_to_https_has_the_headers() -> None:
    response = Client().get("/about/reading/")
    assert response.status_code == 301
    check(response)
    refused = Client().get("/", headers={"Host": "stranger.example"})
    assert refused.status_code == 400
    check(refused)


def test_a_form_without_its_token_is_refused_with_the_headers() -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {})
    assert response.status_code == 403
    check(response)


def test_pages_are_sent_compressed(client: Client) -> None:
    plain = client.get("/about/reading/")
    small = client.get("/about/reading/", headers={"Accept-Encoding": "gzip"})
    assert small["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.content) == plain.content
    assert len(small.content) < len(plain.content) / 3
    assert "Accept-Encoding" in small["Vary"]
