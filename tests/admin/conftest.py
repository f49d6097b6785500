import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.readings import store, visit


@pytest.fixture
def clerk(db):
    return get_user_model().objects.create_superuser("clerk", password="a long pass phrase")


@pytest.fixture
def desk(clerk) -> Client:
    """A signed-in browser."""
    client = Client()
    client.force_login(clerk)
    return client


@pytest.fixture
def told(db):
    """One document that tells of one meeting with one quote."""
    return store("a.txt", visit())


@pytest.fixture(autouse=True)
def started(monkeypatch) -> list[str]:
    """What was left to a process of its own; none is started."""
    from meetings.importing import background

    waiting: list[str] = []
    monkeypatch.setattr(background, "start", lambda: waiting.append("started"))
    return waiting
