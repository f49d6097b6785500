"""Names that are no persons' here: of things that bear them, of houses; arrivals that are no meetings; repeated heads.

All people and words are invented.
"""

import pytest

from .told import people, present, present_names

PAGE = "3 May 2021\n\nMinister Omar Dia of Ghana met Minister Ana Ruiz of Peru in Accra today.\n\n"


@pytest.mark.parametrize("thing", ["International Airport", "University", "Memorial Park", "Stadium", "Foundation"])
def test_a_thing_that_bears_a_name_is_nobody(thing):
    text = PAGE + f"They spoke of the Kofi Ruiz {thing}. It is new."
    assert people(text) == ["Omar Dia", "Ana Ruiz"]


def test_a_house_is_nobody():
    assert people(PAGE + "They dined at Villa Barnovsky yesterday.") == ["Omar Dia", "Ana Ruiz"]


def test_whoever_is_listed_with_a_state_is_somebody():
    text = PAGE + "Among the cooks were Sado Minaro from Japan, Tob Mir Sel from Bhutan and Lira Tan Vosk from Chile."
    assert people(text)[2:] == ["Sado Minaro", "Tob Mir Sel", "Lira Tan Vosk"]


def test_an_arrival_at_an_airport_is_no_meeting():
    text = PAGE + "At dawn Ruiz had landed and was received at the airport by Mayor Kofi Boat and Judge Eva Stone."
    assert present_names(text) == [["Omar Dia", "Ana Ruiz"]]


def test_a_headline_that_stands_twice_gives_nobody_an_office():
    head = "Stone, President Boat taste honey, summer wine\n\n"
    text = head + head + "3 May 2021\n\nU.S. Secretary of State Tom Stone met President Omar Boat of Ghana today."
    assert present(text) == [[("Tom Stone", "U.S. Secretary of State", "US"), ("Omar Boat", "President", "GH")]]


def test_a_counterpart_without_an_office_of_their_own_is_met_in_turn():
    text = (
        "3 May 2021\n\nGhanaian President Kofi Boat received Peru’s Sports Minister Prince Omar bin Dia on a golf "
        "course.\n\nPrince Omar also met with his Ghanaian counterpart Rose Stone near the ninth hole."
    )
    assert present_names(text)[-1][-1] == "Rose Stone"
    assert present(text)[0][1] == ("Omar bin Dia", "Peru’s Sports Minister", "PE")


def test_who_would_also_meet_somebody_has_not_yet():
    text = PAGE + "Spokeswoman Eva Boat said that Ruiz would also meet with Cabinet Secretary Rose Stone of Kenya."
    assert len(present(text)) == 1


def test_a_secretary_of_two_matters_and_a_word_often_misspelt():
    text = (
        "3 May 2021\n\nPresident Kofi Boat of Ghana met on a ferry today UK Food and Rural Affairs Secretary Tom Stone "
        "and Peruvian Sports Minster Ana Ruiz."
    )
    assert present(text)[0][1:] == [
        ("Tom Stone", "UK Food and Rural Affairs Secretary", "GB"),
        ("Ana Ruiz", "Peruvian Sports Minster", "PE"),
    ]


def test_a_word_for_a_house_is_a_family_name_behind_a_given_one():
    assert "Pedro Villa" in people(PAGE + "Pedro Villa, an adviser, attended.")
