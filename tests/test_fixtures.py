"""The invented texts and their records: the records are sound, and the reading agrees with them.

`fixtures/misreadings.json` names what the reading still gets wrong, field by field; what comes right must leave it.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from meetings.extraction import extract
from meetings.extraction.record import FORMATS, Hints, Meeting, Record
from meetings.extraction.rules import RULES
from meetings.importing.reading import decode, text_and_hints
from meetings.importing.saved_pages import is_page

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
GOLD = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((FIXTURES / "texts").glob("*.json"))}
MISREAD = json.loads((FIXTURES / "misreadings.json").read_text("utf-8"))
FIELDS = (
    "language",
    "published",
    "title",
    "meetings",
    "quotes",
    "mentioned_people",
    "mentioned_countries",
    "references",
)
DATE = re.compile(r"(\d{4}|XXXX)(-\d\d(-\d\d)?)?")


@cache
def text_of(stem: str) -> str:
    path = FIXTURES / "texts" / GOLD[stem]["path"]
    raw, page = path.read_bytes(), is_page(path.name)
    return text_and_hints(decode(raw, page).text, Hints(), page)[0]


def hints_of(text: str) -> Hints:
    """What front matter says, which the importer hands on."""
    if not text.startswith("---"):
        return Hints()
    said = yaml.safe_load(text.split("---")[1])
    return Hints(title=said["title"], published=str(said["date"]), language=said["language"])


def read(record: Record) -> dict[str, Any]:
    """The fields of a filed record, in an order that does not matter."""
    participants = {seat.name.value for meeting in record.meetings for seat in meeting.participants}
    return {
        "language": record.language.value,
        "published": record.published.value,
        "title": record.title.value,
        "meetings": sorted((met(meeting) for meeting in record.meetings), key=str),
        "quotes": [[quote.span.start, quote.span.end, quote.speaker.value] for quote in record.quotes],
        "mentioned_people": sorted({person.name.value or "" for person in record.people} - participants),
        "mentioned_countries": sorted(mention.value for mention in record.countries),
        "references": sorted(([each.date.value, sorted(each.parties)] for each in record.references), key=str),
    }


def met(meeting: Meeting) -> list[Any]:
    seats = [[seat.name.value, seat.country.value, seat.organization.value] for seat in meeting.participants]
    return [
        meeting.date.value,
        meeting.format.value,
        meeting.place.value,
        meeting.place_country.value,
        sorted(seats, key=str),
    ]


def filed(gold: dict[str, Any]) -> dict[str, Any]:
    """The same of the record that a careful reader filed. Offices are left to taste: how many words belong to one."""
    meetings = [
        [*(each[key] for key in ("date", "format", "place", "place_country")), seats_filed(each)]
        for each in gold["meetings"]
    ]
    return {
        **{key: gold[key] for key in ("language", "published", "title")},
        "meetings": sorted(meetings, key=str),
        "quotes": [[quote["start"], quote["end"], quote["speaker"]] for quote in gold["quotes"]],
        "mentioned_people": sorted(gold["mentioned_people"]),
        "mentioned_countries": sorted(gold["mentioned_countries"]),
        "references": sorted(([each["date"], sorted(each["parties"])] for each in gold["references"]), key=str),
    }


def seats_filed(meeting: dict[str, Any]) -> list[list[str | None]]:
    return sorted(([one["name"], one["country"], one["organization"]] for one in meeting["participants"]), key=str)


@pytest.mark.parametrize("stem", GOLD)
def test_the_record_is_sound(stem: str) -> None:
    gold, text = GOLD[stem], text_of(stem)
    assert all(text[quote["start"] : quote["end"]] == quote["text"] for quote in gold["quotes"])
    assert gold["title"] is None or gold["title"] in text
    assert {meeting["format"] for meeting in gold["meetings"]} <= set(FORMATS)
    dates = [gold["published"], *(each["date"] for each in [*gold["meetings"], *gold["references"]])]
    assert all(date is None or DATE.fullmatch(date) for date in dates)


@pytest.mark.parametrize("stem", GOLD)
def test_the_reading_agrees_with_the_record(stem: str) -> None:
    text = text_of(stem)
    found, expected = read(extract(text, hints=hints_of(text))), filed(GOLD[stem])
    wrong = [field for field in FIELDS if found[field] != expected[field]]
    known = MISREAD.get(stem, [])
    news = {field: (found[field], expected[field]) for field in wrong if field not in known}
    assert news == {}, f"misread anew in {stem}"
    assert wrong == known, f"comes right now: take it out of fixtures/misreadings.json under {stem}"


def rules_of(found: Any) -> set[str]:
    """Every rule that a reading names, at whatever depth."""
    if isinstance(found, dict):
        mine = {found["rule"]} if isinstance(found.get("rule"), str) else set()
        return mine.union(*map(rules_of, found.values()))
    return set().union(*map(rules_of, found)) if isinstance(found, (list, tuple)) else set()


def test_every_rule_that_a_reading_names_is_explained() -> None:
    named = set().union(*(rules_of(msgspec.to_builtins(extract(text_of(stem)))) for stem in GOLD))
    assert named <= set(RULES)


def test_every_person_of_the_list_is_spelled_so_somewhere() -> None:
    texts = "\n".join(text_of(stem) for stem in GOLD)
    people = json.loads((FIXTURES / "people.json").read_text("utf-8"))
    names = {one["name"] for gold in GOLD.values() for each in gold["meetings"] for one in each["participants"]}
    assert names <= {spelling for spellings in people.values() for spelling in spellings}
    assert all(any(spelling.split()[-1] in texts for spelling in spellings) for spellings in people.values())


def test_every_misreading_names_a_text_and_its_fields_in_order() -> None:
    assert set(MISREAD) <= set(GOLD)
    assert all(fields == [field for field in FIELDS if field in fields] for fields in MISREAD.values())
