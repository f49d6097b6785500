"""A stand-in for extraction, so that these tests tell of importing alone, and files to import."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from meetings.extraction.record import Finding, Hints, Person, Record, Span
from meetings.importing import reading, rereading, storing
from tests import readings

NAME = re.compile(r"[A-ZÀ-ÖА-Я][a-zà-öа-я]+ [A-ZÀ-ÖА-Я][a-zà-öа-я]+")
QUOTED = re.compile(r"“([^”]+)”")


class StandIn:
    """Finds two capitalised words to be a person, the first two of them to have met, and “…” to be a quote."""

    def __init__(self) -> None:
        self.rules = "1"
        self.hints: list[Hints] = []

    def rules_version(self) -> str:
        return self.rules

    def extract(self, text: str, *, hints: Hints | None = None) -> Record:
        self.hints.append(hints or Hints())
        people = {match[0]: (match[0], "", "") for match in NAME.finditer(text)}
        pair = tuple(people.values())[:2]
        meetings = (readings.told_meeting(*pair),) if len(pair) == 2 else ()
        quotes = tuple(readings.quote(text, match[1], None) for match in QUOTED.finditer(text))
        none = Finding(None, "none")
        spans = {name: tuple(Span(*match.span()) for match in re.finditer(name, text)) for name in people}
        named = tuple(Person(readings.found(name), none, none, none, spans[name]) for name in people)
        published = Finding((hints and hints.published) or None, "published.no-date-line")
        return Record(readings.found("en"), published, Finding(None, "title.none"), meetings, quotes, named)


@pytest.fixture
def extraction(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """The stand-in, in the place of extraction; `rules` may be changed, `hints` are those that it was given."""
    stand_in = StandIn()
    monkeypatch.setattr(reading, "extract", stand_in.extract)
    monkeypatch.setattr(reading, "rules_version", stand_in.rules_version)
    monkeypatch.setattr(storing, "rules_version", stand_in.rules_version)
    monkeypatch.setattr(rereading, "rules_version", stand_in.rules_version)
    return stand_in


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """An empty folder for texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    return folder


Put = Callable[..., Path]


@pytest.fixture
def put(texts: Path) -> Put:
    """Writes a file into the folder of texts: `put("a.txt", "…")`."""

    def write(name: str, content: str | bytes = "Askar Meder received Ilse Brandt.") -> Path:
        path = texts / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
