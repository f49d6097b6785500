"""Whoever left a state after talks met there those of whom no state is told."""

import pytest

from meetings.extraction import extract
from tests.extraction.told import seats


@pytest.mark.parametrize(
    "lead",
    [
        "The Norwegian minister for fisheries, Anna Bell, left Chile on Thursday after talks about quotas.",
        "Norway's fisheries minister, Anna Bell, departed from Chile on Thursday, ending a short visit.",
        "Norwegian fisheries minister Anna Bell flew home from Chile on Thursday after a visit of two days.",
    ],
)
def test_the_state_left_is_where_they_met(lead: str) -> None:
    text = f"{lead}\n\nBell held talks with Deputy Foreign Minister Omar Ruiz on Wednesday, diplomats said.\n"
    assert [m.place_country.value for m in extract(text).meetings] == ["CL"]
    assert seats(text) == [[("Anna Bell", "NO"), ("Omar Ruiz", "CL")]]


def test_a_state_left_without_a_visit_is_no_place() -> None:
    text = (
        "The Norwegian minister for fisheries, Anna Bell, left Chile as a child.\n\n"
        "Bell held talks with Deputy Foreign Minister Omar Ruiz on Wednesday, diplomats said.\n"
    )
    assert [m.place_country.value for m in extract(text).meetings] == [None]
