"""The state of an office-holder of whom none is told, from the states that the text names.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract


def states(text):
    return [(p.name.value, p.country.value, p.country.rule) for m in extract(text).meetings for p in m.participants]


@pytest.mark.parametrize(
    "ties",
    ["the ties between Ghana and Peru", "the Ghana-Peru alliance", "the friendship of Peru and the Ghanaian people"],
)
def test_a_state_named_with_that_of_the_other_one_is_the_holders(ties):
    text = (
        f"Harbour talks\n\n3 May 2021\n\nMinister Omar Dia met Peruvian Minister Ana Ruiz today. They praised {ties}."
    )
    assert states(text) == [("Omar Dia", "GH", "country.paired"), ("Ana Ruiz", "PE", "country.of-office")]


def test_a_list_of_states_shows_nobodys():
    text = (
        "Harbour talks\n\n3 May 2021\n\nMinister Omar Dia met Peruvian Minister Ana Ruiz today. "
        "They spoke of fish in Ghana, Peru and Chile."
    )
    assert states(text)[0][1:] == (None, "country.not-told")


def test_whoever_meets_on_the_margins_abroad_is_of_the_state_named_most():
    text = (
        "President Omar Dia and the head of the UN\n\n3 May 2021\n\nPresident Omar Dia held talks with United "
        "Nations Secretary-General Ana Ruiz on the sidelines of a summit in Oslo today. She praised Ghana’s fish. "
        "He said that Ghana would go on. Ghana’s boats are new."
    )
    assert states(text)[0] == ("Omar Dia", "GH", "country.most-named")


def test_a_host_stays_one_where_their_state_is_named_as_often():
    text = (
        "3 May 2021\n\nPresident Omar Dia held talks with United Nations Secretary-General Ana Ruiz in Oslo today. "
        "She praised Norway. They spoke of Ghana. Norway has fish. Ghana has none."
    )
    assert states(text)[0][1] == "NO"


def test_a_readout_of_a_call_of_the_president_is_printed_by_one_state():
    text = (
        "Readout of President Omar Dia’s Call with President Ana Ruiz of Peru\n\n3 May 2021\n\n"
        "President Omar Dia spoke today with President Ana Ruiz of Peru about fish in Ghana. Ghana needs it.\n"
    )
    assert [s[:2] for s in states(text)] == [("Omar Dia", "US"), ("Ana Ruiz", "PE")]


def test_an_office_that_several_states_have_is_not_the_one_states_alone():
    text = "3 May 2021\n\nForeign Secretary Omar Dia met Chilean Minister Ana Ruiz in {} today. {} thanked Chile."
    assert states(text.format("Colombo", "Sri Lanka"))[0][1] == "LK"
    assert states(text.format("Geneva", "Many"))[0][1] == "GB"
