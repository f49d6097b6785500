import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from meetings import suggesting
from meetings.corrections import correct, judge
from meetings.extraction.record import Hints, Reference, Span
from meetings.importing import lay
from meetings.importing.archives import Given
from meetings.models import Meeting, PublisherTerms, Takedown
from tests.readings import TEXT, found, store, visit


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


@pytest.fixture
def rows(told, clerk) -> None:
    """At least one row of each model."""
    recalled = Reference(found("2021"), ("Askar Meder",), Span(0, 11), "test.rule", 0.5)
    store("a.txt", visit(references=(recalled,)), rules="2")
    store("b.txt", visit(), TEXT + " So says the other ministry.")
    lay(["c.txt"], [Given("c.txt", TEXT.encode())], Hints())
    correct("meeting", "a.txt#1", "place", "Almaty", author=clerk, reason="Seen in the minutes")
    correct("meeting", "a.txt#1", "participants/ilse-brandt/organization", "The Guild", author=clerk)
    judge("person", "askar-meder", "ilse-brandt", "different", author=clerk)
    Takedown.objects.create(kind="document", subject="elsewhere.txt", title="A text", reason="Asked by its author")
    PublisherTerms.objects.create(publisher="The Guild Press")
    suggesting.suggest(Meeting.objects.get(key="a.txt#1"), None, field="date", should="2021-04-09", language="en")
