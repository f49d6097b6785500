"""A list that has not changed is not sent again, and never kept for longer than it holds."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from meetings.models import Meeting
from meetings.views import conditional
from tests.factories import make_meeting, make_some_meetings

pytestmark = pytest.mark.django_db(transaction=True)

LISTS = ["/meetings/", "/people/", "/quotes/", "/documents/", "/ru/meetings/"]


@pytest.mark.parametrize("url", LISTS)
def test_a_list_that_has_not_changed(client: Client, url: str) -> None:
    make_some_meetings(2)
    first = client.get(url)
    again = client.get(url)
    unchanged = client.get(url, headers={"if-none-match": first["ETag"]})

    assert (first.status_code, again.status_code, unchanged.status_code) == (200, 200, 304)
    assert again.content == first.content
    assert (again["ETag"], unchanged["ETag"]) == (first["ETag"], first["ETag"])
    assert unchanged.content == b""
    for answer in (first, again, unchanged):
        assert answer["Cache-Control"] == "public, max-age=0, s-maxage=0"


def test_an_edit_is_seen_with_the_next_request(client: Client) -> None:
    meeting = make_meeting(title="Before")
    first = client.get("/meetings/")
    Meeting.objects.filter(pk=meeting.pk).update(title="After")

    answer = client.get("/meetings/", headers={"if-none-match": first["ETag"]})

    assert answer.status_code == 200
    assert "After" in answer.content.decode()


def test_each_query_language_and_host_has_a_page_of_its_own(client: Client) -> None:
    make_some_meetings(2)
    urls = ["/meetings/", "/ru/meetings/", "/meetings/?format=talks", "/meetings/?sort=oldest", "/people/"]
    tags = {client.get(url)["ETag"] for url in urls} | {client.get("/meetings/", headers={"host": "localhost"})["ETag"]}

    assert len(tags) == len(urls) + 1


def test_readers_who_signed_in_have_pages_of_their_own(client: Client) -> None:
    make_some_meetings(1)
    client.get("/meetings/")
    client.force_login(get_user_model().objects.create(username="reader"))

    answer = client.get("/meetings/")

    assert not answer.has_header("ETag")
    assert answer["Cache-Control"] == "private, max-age=0"


def test_what_may_be_rolled_back_is_not_kept(client: Client) -> None:
    make_meeting(title="Kept")
    before = client.get("/meetings/")
    with transaction.atomic():
        make_meeting(title="Never was")
        within = client.get("/meetings/")
        assert "Never was" in within.content.decode()
        assert not within.has_header("ETag")
        transaction.set_rollback(True)

    assert client.get("/meetings/").content == before.content


def test_only_so_many_pages_are_kept(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_some_meetings(1)
    monkeypatch.setattr(conditional, "MOST", 2)
    conditional.pages.clear()
    for sort in ("newest", "oldest", "published"):
        client.get("/meetings/", {"sort": sort})

    assert len(conditional.pages) == 2
