"""Two persons, two days and two states that one sentence names: which belong together."""

import pytest

from meetings.extraction import extract
from tests.extraction.told import seats


def test_an_office_right_before_the_encounter_is_not_of_whom_a_headline_names_before_it() -> None:
    text = (
        "Bell, Chilean FM hold talks on eels\n\n4 May 2011\n\n"
        "Norwegian leader Anna Bell and Chilean Foreign Minister Omar Ruiz met in Oslo on Tuesday.\n"
    )
    assert seats(text) == [[("Anna Bell", "NO"), ("Omar Ruiz", "CL")]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ghanaian President Kofi Bell arrived here on Tuesday and met Chilean President Omar Ruiz on Wednesday.",
        "Ghanaian President Kofi Bell, who arrived on Monday, met Chilean President Omar Ruiz on Wednesday.",
    ],
)
def test_the_day_of_the_journey_is_not_that_of_the_meeting(sentence: str) -> None:
    text = f"Envoys and eels\n\nNov. 2, 2006\n\n{sentence}\n"
    assert [m.date.value for m in extract(text).meetings] == ["2006-11-01"]


@pytest.mark.parametrize(
    "sentence",
    [
        "El presidente Omar Bello viajó a Chile, donde se reunió con la ministra de este país, Ana Ruiz.",
        "Le président Omar Bello s’est rendu au Chili, où il a rencontré la ministre de ce pays, Ana Ruiz.",
    ],
)
def test_this_country_is_the_one_named_last(sentence: str) -> None:
    found = {p.name.value: p.country for m in extract(sentence + "\n").meetings for p in m.participants}
    assert (found["Ana Ruiz"].value, found["Ana Ruiz"].rule) == ("CL", "country.of-office")


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("met Chilean Foreign Minister Omar Ruiz on Tuesday and discussed the fighting in Lima and fish", None),
        ("held talks with Chilean Foreign Minister Omar Ruiz on the situation in Lima", None),
        ("held talks with Chilean Foreign Minister Omar Ruiz on the fighting in Lima", "Lima"),
    ],
)
def test_where_a_matter_is_they_did_not_meet(told: str, place: str | None) -> None:
    text = f"4 May 2011\n\nForeign Minister Anna Bell of Norway {told}.\n"
    assert [m.place.value for m in extract(text).meetings] == [place]


def test_a_verb_is_no_weekday() -> None:
    text = "4 May 2011\n\nMinister Anna Bell of Norway met Minister Omar Ruiz of Chile. They sat by a pond.\n"
    assert [m.date.value for m in extract(text).meetings] == ["2011-05-04"]


def test_whoever_leads_a_delegation_acts_for_its_state() -> None:
    text = (
        "Adviser Anna Bell led a Norwegian delegation to Lima, Peru. There, Bell met with Peru President Omar Ruiz.\n"
    )
    assert seats(text) == [[("Anna Bell", "NO"), ("Omar Ruiz", "PE")]]
