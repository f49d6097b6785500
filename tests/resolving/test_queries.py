"""What an import asks of the database does not grow with what is in the text, nor with what is there already."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings import resolving
from meetings.corrections import correct
from meetings.extraction.record import Meeting as MeetingRead
from meetings.extraction.record import Record, Span
from meetings.extraction.record import Reference as ReferenceRead
from meetings.importing.storing import Read, save_all
from meetings.models import Document, Mention, Participant, Quote, Reference
from meetings.resolving import grouping, references
from tests.readings import BRANDT, MEDER, as_read, found, quote, reading, store, told_meeting

pytestmark = pytest.mark.django_db

FAMILIES = ["Bramble", "Cobble", "Drizzle", "Fennel", "Gravel", "Hazel", "Kettle", "Lintel", "Marvel", "Pebble"]


def asked(path: str, quotes: int, day: str) -> int:
    words = [f"word number {number} of ours" for number in range(quotes)]
    text = " ".join(f"“{some}” said Askar Meder." for some in words) + path
    said = tuple(quote(text, some, "Askar Meder") for some in words)
    with CaptureQueriesContext(connection) as queries:
        store(path, reading(told_meeting(MEDER, BRANDT, date=day), quotes=said), text)
    return len(queries)


def test_one_quote_or_twenty() -> None:
    asked("first.txt", 1, "2021-05-01")
    assert asked("one.txt", 1, "2021-05-02") == asked("twenty.txt", 20, "2021-05-03")


def test_one_meeting_of_the_day_or_ten() -> None:
    for number in range(3):
        other = (f"Xavier Quill{chr(97 + number) * 3}", "Minister", "FR")
        store(f"{number}.txt", reading(told_meeting(other, BRANDT, date="2021-05-02")), str(number))
    few = asked("few.txt", 1, "2021-05-02")
    for number in range(10):
        other = (f"Olga Yarn{chr(97 + number) * 3}", "Minister", "FR")
        store(f"more-{number}.txt", reading(told_meeting(other, BRANDT, date="2021-06-02")), f"more {number}")
    assert asked("many.txt", 1, "2021-06-02") <= few


def queries(act: Callable[..., object], *arguments: object) -> int:
    with CaptureQueriesContext(connection) as done:
        act(*arguments)
    return len(done)


def resolved_again(path: str) -> int:
    return queries(resolving.resolve, [Document.objects.get(path=path)])


def recalling(month: str, number: int, day: str) -> Record:
    """A meeting of the day, whose text recalls encounters of that month: one of Meder and Brandt each day."""
    said = [
        ReferenceRead(found(f"2020-{month}-{date:02}"), ("Askar Meder", "DE"), Span(date, date + 1), "test.rule", 0.9)
        for date in range(1, number + 1)
    ]
    return replace(reading(told_meeting(MEDER, BRANDT, date=day)), references=tuple(said))


def test_one_reference_or_ten() -> None:
    for date in range(1, 11):
        store(f"{date}.txt", reading(told_meeting(MEDER, BRANDT, date=f"2020-01-{date:02}")), str(date))
    store("first.txt", recalling("01", 1, "2021-05-01"), "first")
    one = queries(store, "one.txt", recalling("01", 1, "2021-05-02"), "one")
    assert queries(store, "ten.txt", recalling("01", 10, "2021-05-03"), "ten") == one
    assert resolved_again("ten.txt") == resolved_again("one.txt")
    assert Reference.objects.filter(document__path="ten.txt").exclude(meeting=None).count() == 10


def test_one_reference_or_ten_that_a_new_meeting_answers() -> None:
    """Each from a text of its own."""
    for number in range(11):
        month = "02" if number else "01"
        store(f"{number}.txt", recalling(month, 1, f"2021-05-{number + 1:02}"), f"text {number}")
    met = [reading(told_meeting(MEDER, BRANDT, date=f"2020-{month}-01")) for month in ("03", "01", "02")]
    _, one, ten = [queries(store, f"{place}.md", record, f"late {place}") for place, record in enumerate(met)]
    assert ten == one
    assert Reference.objects.exclude(meeting=None).count() == 11


def seated(bodies: int, day: str) -> MeetingRead:
    """A meeting of ten, so many of whom act for a body of their own."""
    meeting = told_meeting(*((f"Olga {family}", "Minister", "FR") for family in FAMILIES), date=day)
    seats = meeting.participants
    named = [replace(seat, organization=found(f"Body {day} {i}")) for i, seat in enumerate(seats[:bodies])]
    return replace(meeting, participants=(*named, *seats[bodies:]))


def test_one_body_or_ten_at_the_table() -> None:
    store("first.txt", reading(seated(1, "2021-05-01")), "first")
    one = queries(store, "one.txt", reading(seated(1, "2021-05-02")), "one")
    assert queries(store, "ten.txt", reading(seated(10, "2021-05-03")), "ten") == one
    assert resolved_again("ten.txt") == resolved_again("one.txt")
    assert Participant.objects.filter(organization__name__startswith="Body 2021-05-03").count() == 10


def spoken(path: str, number: int, kind: str = "person") -> str:
    """Store a text with so many quotes, each of a body of its own, or all of one person; returns its name."""
    words = [f"word number {count} of {path}" for count in range(number)]
    text = " ".join(f"“{some}” said Askar Meder." for some in words)
    said = [quote(text, some, "Askar Meder") for some in words]
    if kind == "organization":
        said = [replace(one, speaker=found(f"Body {one.text}"), speaker_kind="organization") for one in said]
    store(path, reading(told_meeting(MEDER, BRANDT, date="2021-05-01"), quotes=tuple(said)), text)
    return path


def test_one_body_or_ten_that_spoke() -> None:
    spoken("first.txt", 1, "organization")
    one = queries(spoken, "one.txt", 1, "organization")
    assert queries(spoken, "ten.txt", 10, "organization") == one
    assert resolved_again("ten.txt") == resolved_again("one.txt")
    bodies = Quote.objects.filter(document__path="ten.txt").values("speaker_organization__name")
    assert bodies.distinct().count() == 10


def test_one_quote_or_ten_read_again() -> None:
    spoken("one.txt", 1)
    spoken("ten.txt", 10)
    assert resolved_again("ten.txt") == resolved_again("one.txt")


def test_one_mention_or_ten_read_again() -> None:
    others = tuple((f"Olga {family}", "Minister", "FR") for family in FAMILIES)
    store("one.txt", reading(others=others[:1]), "one")
    store("ten.txt", reading(others=others), "ten")
    assert resolved_again("ten.txt") == resolved_again("one.txt")
    assert Mention.objects.filter(document__path="ten.txt", name__isnull=False).count() == 10


def test_one_corrected_quote_or_ten() -> None:
    for path, number in (("one.txt", 1), ("ten.txt", 10)):
        spoken(path, 10)
        for row in Quote.objects.filter(document__path=path).order_by("start")[:number]:
            speaker = {"person": "ilse-brandt"}
            correct("document", path, f"quotes/{row.key}/speaker", speaker, version=row.version)
    assert resolved_again("ten.txt") == resolved_again("one.txt")
    assert Quote.objects.filter(speaker__slug="ilse-brandt").count() == 11


def read(family: str, number: int) -> Read:
    """A text on somebody of this name, as it is read."""
    record = reading(told_meeting((f"Olga {family}", "Minister", "FR"), BRANDT, date=f"2021-05-{number:02}"))
    return as_read(f"{family}.txt", record, f"On {family}")


def test_one_text_or_ten_at_once() -> None:
    """Those who are new, who are known, and their meetings are written together."""
    save_all([read("Acorn", 1)])
    one = queries(save_all, [read("Burrow", 2)])
    ten = [read(family, number) for number, family in enumerate(FAMILIES, 3)]
    assert queries(save_all, ten) <= one
    assert Participant.objects.count() == 24


def ways(act: Callable[[], object]) -> list[str]:
    """How SQLite finds the rows of what is asked."""
    with CaptureQueriesContext(connection) as done:
        act()
    with connection.cursor() as cursor:
        plans = [cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}").fetchall() for query in done]
    return [str(step[-1]) for plan in plans for step in plan]


@pytest.mark.sqlite
def test_no_question_goes_through_all_meetings() -> None:
    """Without statistics SQLite takes "merged into none" for a rare thing."""
    days, many = {f"2020-01-{date:02}" for date in range(1, 31)}, range(1, 201)
    seats = ways(lambda: list(references.seats_on(days, {*many, "DE"})))
    assert any("account_date" in step for step in seats)
    assert not [step for step in seats if "merged_into" in step or step.startswith("SCAN")]
    assert not [step for step in ways(lambda: grouping.left_to(many)) if step.startswith("SCAN")]
