"""What an import asks of the database does not grow with what is in the text, nor with what is there already."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.readings import BRANDT, MEDER, quote, reading, store, told_meeting

pytestmark = pytest.mark.django_db


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
