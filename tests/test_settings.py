"""The settings as an operator meets them: the environment goes in, a site or a clear refusal comes out."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from diplomacy.secret_key import kept_key
from diplomacy.settings import address, database, flag, names, number

ROOT = Path(__file__).resolve().parent.parent


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Python in a process of its own, with nothing but these variables set."""
    environment["PATH"] = os.environ["PATH"]
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("module", ["diplomacy.wsgi", "diplomacy.asgi"])
def test_serving_without_a_key_is_refused(module):
    done = run("-c", f"import {module}")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "django.core.exceptions.ImproperlyConfigured: SECRET_KEY is not set. Give a long random one in the "
        "environment, or set LOCAL=1 to use the reading room on your own machine."
    )


def test_serving_with_a_key():
    assert run("-c", "import diplomacy.wsgi", SECRET_KEY="k" * 60).returncode == 0


def test_commands_need_no_key():
    assert run("manage.py", "check").stderr == ""


def test_production_passes_the_deployment_checks():
    key = "".join(map(chr, range(50, 120)))
    done = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", SECRET_KEY=key)
    assert done.returncode == 0, done.stderr


def test_key_is_made_once_and_is_its_owners(tmp_path):
    path = tmp_path / "var" / "secret_key"
    key = kept_key(path)
    assert len(key) == 50
    assert kept_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("value", "expected"), [("1", True), ("Yes", True), ("off", False), ("0", False), ("", True), (" ", True)]
)
def test_flag(monkeypatch, value, expected):
    monkeypatch.setenv("SOME_FLAG", value)
    assert flag("SOME_FLAG", default=True) is expected


def test_flag_refuses_other_words(monkeypatch):
    monkeypatch.setenv("DEBUG", "maybe")
    with pytest.raises(ImproperlyConfigured, match=r"^DEBUG='maybe' is neither yes "):
        flag("DEBUG", default=False)


def test_number(monkeypatch):
    assert number("NO_SUCH_NUMBER", default=7) == 7
    monkeypatch.setenv("HSTS_SECONDS", "-1")
    with pytest.raises(ImproperlyConfigured, match=r"^HSTS_SECONDS='-1' is not a whole number"):
        number("HSTS_SECONDS", default=7)


def test_names(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", " one.example, two.example,")
    assert names("ALLOWED_HOSTS", default="localhost") == ["one.example", "two.example"]


def test_sqlite_waits_for_its_turn(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:////somewhere/else.sqlite3")
    config = database()
    assert config["NAME"] == "/somewhere/else.sqlite3"
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_unknown_database_is_named(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "nosql://somewhere")
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL: .*nosql"):
        database()


def test_an_address_is_one_that_a_link_may_lead_to(monkeypatch):
    assert address("NO_SUCH_ADDRESS") == ""
    monkeypatch.setenv("CONTACT", " mailto:desk@example.org")
    assert address("CONTACT") == "mailto:desk@example.org"
    monkeypatch.setenv("CONTACT", "javascript:alert(1)")
    with pytest.raises(ImproperlyConfigured, match=r"^CONTACT='javascript:alert\(1\)' does not begin with https://"):
        address("CONTACT")
