"""Guessing a password is stopped, and the staff are not locked out by strangers."""

from __future__ import annotations

import datetime as dt

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.test import Client, RequestFactory, override_settings
from django.utils import timezone

from diplomacy.network import client_address
from tests.test_settings import run

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/"
RIGHT, WRONG = "a long pass phrase", "guessed"


def sign_in(password: str, name: str = "clerk", **headers: str):
    return Client().post(LOGIN, {"username": name, "password": password}, **headers)


def guess(times: int, **more: str) -> None:
    for _ in range(times):
        sign_in(WRONG, **more)


def test_after_some_wrong_passwords_even_the_right_one_waits(clerk):
    guess(settings.AXES_FAILURE_LIMIT - 1)
    assert sign_in(RIGHT).status_code == 302
    guess(settings.AXES_FAILURE_LIMIT)
    response = sign_in(RIGHT)
    assert (response.status_code, response["Retry-After"]) == (429, "900")
    page = response.content.decode()
    assert "A wrong password was given too often for this name. Wait 15 minutes" in page
    assert "style=" not in page


def test_the_lock_opens_when_its_time_is_over(clerk):
    guess(settings.AXES_FAILURE_LIMIT)
    AccessAttempt.objects.update(attempt_time=timezone.now() - settings.AXES_COOLOFF_TIME - dt.timedelta(seconds=1))
    assert sign_in(RIGHT).status_code == 302
    assert not AccessAttempt.objects.exists()


def test_an_administrator_lifts_the_lock(clerk, desk):
    guess(settings.AXES_FAILURE_LIMIT)
    row = AccessAttempt.objects.get()
    assert "clerk" in desk.get("/admin/axes/accessattempt/").content.decode()
    assert desk.post(f"/admin/axes/accessattempt/{row.pk}/delete/", {"post": "yes"}).status_code == 302
    assert sign_in(RIGHT).status_code == 302


def test_a_stranger_elsewhere_locks_nobody_out(clerk):
    guess(settings.AXES_FAILURE_LIMIT, REMOTE_ADDR="203.0.113.9")
    assert sign_in(RIGHT, REMOTE_ADDR="203.0.113.9").status_code == 429
    assert sign_in(RIGHT, REMOTE_ADDR="198.51.100.7").status_code == 302


def test_another_browser_or_another_address_of_the_same_house_is_no_way_round(clerk):
    for number in range(settings.AXES_FAILURE_LIMIT):
        sign_in(WRONG, HTTP_USER_AGENT=f"Browser {number}", REMOTE_ADDR=f"2001:db8:1:2::{number:x}")
    assert sign_in(RIGHT, REMOTE_ADDR="2001:db8:1:2:ffff::1").status_code == 429
    assert sign_in(RIGHT, REMOTE_ADDR="2001:db8:1:3::1").status_code == 302


def test_a_header_that_anybody_can_send_is_no_way_round(clerk):
    for number in range(settings.AXES_FAILURE_LIMIT):
        sign_in(WRONG, HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")
    assert sign_in(RIGHT, HTTP_X_FORWARDED_FOR="203.0.113.200").status_code == 429


@override_settings(BEHIND_PROXY=True)
def test_behind_a_proxy_the_address_counts_that_the_proxy_saw(clerk):
    for number in range(settings.AXES_FAILURE_LIMIT):
        sign_in(WRONG, HTTP_X_FORWARDED_FOR=f"192.0.2.{number}, 203.0.113.9")
    assert sign_in(RIGHT, HTTP_X_FORWARDED_FOR="203.0.113.9").status_code == 429
    assert sign_in(RIGHT, HTTP_X_FORWARDED_FOR="198.51.100.7").status_code == 302


@pytest.mark.parametrize("name", ["", "x" * 5000, "nobody", "\N{SNOWMAN}"])
def test_odd_names_are_refused_quietly(db, name):
    assert sign_in(WRONG, name).status_code == 200


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("", None),
        ("unix:", None),
    ],
)
def test_an_address_is_a_household_s(said, address):
    assert client_address(RequestFactory().get("/", REMOTE_ADDR=said)) == address


def test_without_an_address_the_name_alone_is_locked(clerk):
    guess(settings.AXES_FAILURE_LIMIT, REMOTE_ADDR="")
    assert sign_in(RIGHT, REMOTE_ADDR="").status_code == 429


PRINTED = """
import django.conf
s = django.conf.settings
print([getattr(s, f"{kind}_COOKIE_{what}") for kind in ("SESSION", "CSRF") for what in
       ("NAME", "SECURE", "HTTPONLY", "SAMESITE")], s.SESSION_COOKIE_AGE, s.SESSION_EXPIRE_AT_BROWSER_CLOSE)
"""


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        (
            {},
            "['__Host-session', True, True, 'Lax', '__Host-csrf', True, True, 'Lax'] 43200 True",
        ),
        ({"HTTPS": "0"}, "['session', False, True, 'Lax', 'csrf', False, True, 'Lax'] 43200 True"),
    ],
)
def test_cookies_are_hardened(environment, expected):
    done = run("-c", PRINTED, DJANGO_SETTINGS_MODULE="diplomacy.settings", SECRET_KEY="k" * 60, **environment)
    assert done.stdout.strip() == expected, done.stderr


def test_the_cookie_of_a_session_ends_with_the_browser(clerk):
    cookie = sign_in(RIGHT).cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["expires"], cookie["max-age"], cookie["httponly"], cookie["samesite"]) == ("", "", True, "Lax")
