"""Names that are no persons' here: of things that bear them, of houses; arrivals that are no meetings; repeated heads.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract


def people(text):
    return [p.name.value for p in extract(text).people]


def there(text):
    return [[(p.name.value, p.office.value, p.country.value) for p in m.participants] for m in extract(text).meetings]


PAGE = "3 May 2021\n\nMinister Omar Dia of Ghana met Minister Ana Ruiz of Peru in Accra today.\n\n"


@pytest.mark.parametrize("thing", ["International Airport", "University", "Memorial Park", "Stadium", "Foundation"])
def test_a_thing_that_bears_a_name_is_nobody(thing):
    text = PAGE + f"They spoke of the Kofi Ruiz {thing}. It is new."
    assert people(text) == ["Omar Dia", "Ana Ruiz"]


def test_a_house_is_nobody():
    assert people(PAGE + "They dined at Villa Petrovsky yesterday.") == ["Omar Dia", "Ana Ruiz"]


def test_whoever_is_listed_with_a_state_is_somebody():
    text = PAGE + "The guests included Taki Bono from Japan, Jai Bir Tal from Bhutan and Hina Rab Kham from Pakistan."
    assert people(text)[2:] == ["Taki Bono", "Jai Bir Tal", "Hina Rab Kham"]


def test_an_arrival_at_an_airport_is_no_meeting():
    text = PAGE + "Earlier, Ruiz arrived and was received at the airport by Mayor Kofi Boat and Ambassador Eva Stone."
    assert [[name for name, _office, _state in m] for m in there(text)] == [["Omar Dia", "Ana Ruiz"]]


def test_a_headline_that_stands_twice_gives_nobody_an_office():
    head = "Stone, President Boat discuss security, regional stability\n\n"
    text = head + head + "3 May 2021\n\nU.S. Secretary of State Tom Stone met President Omar Boat of Ghana today."
    assert there(text) == [[("Tom Stone", "U.S. Secretary of State", "US"), ("Omar Boat", "President", "GH")]]


def test_a_counterpart_without_an_office_of_their_own_is_met_in_turn():
    text = (
        "3 May 2021\n\nGhanaian President Kofi Boat on Monday received Peru’s Foreign Minister Prince Omar bin Dia in "
        "Accra.\n\nPrince Omar also met with his Ghanaian counterpart Rose Stone during his visit."
    )
    assert [[name for name, _office, _state in m] for m in there(text)][-1][-1] == "Rose Stone"
    assert there(text)[0][1] == ("Omar bin Dia", "Peru’s Foreign Minister", "PE")


def test_who_would_also_meet_somebody_has_not_yet():
    text = PAGE + "Spokesman Kofi Boat said that Ruiz would also meet with Cabinet Secretary Rose Stone of Kenya."
    assert len(there(text)) == 1


def test_a_secretary_of_two_matters_and_a_word_often_misspelt():
    text = (
        "3 May 2021\n\nPresident Kofi Boat of Ghana held talks today with UK Foreign and Commonwealth Affairs "
        "Secretary Tom Stone and Peruvian Foreign Minster Ana Ruiz."
    )
    assert there(text)[0][1:] == [
        ("Tom Stone", "UK Foreign and Commonwealth Affairs Secretary", "GB"),
        ("Ana Ruiz", "Peruvian Foreign Minster", "PE"),
    ]


def test_a_word_for_a_house_is_a_family_name_behind_a_given_one():
    assert "Pedro Villa" in people(PAGE + "Pedro Villa, an adviser, attended.")
