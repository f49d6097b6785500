"""The state of an office-holder of whom none is told, from the states that the text names.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract


def states(text):
    return [(p.name.value, p.country.value, p.country.rule) for m in extract(text).meetings for p in m.participants]


@pytest.mark.parametrize(
    "ties",
    ["the bridge between Ghana and Peru", "the Ghana-Peru cookbook", "the songs of Peru and the Ghanaian people"],
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
        "A breakfast by the fjord\n\n3 May 2021\n\nPresident Omar Dia met United Nations Secretary-General Ana "
        "Ruiz on the sidelines of a boat show in Oslo today. She praised Ghana’s fish. "
        "He said that Ghana would paint them. Ghana’s boats are new."
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
        "They compared soups. Ghana boils fish, and President Ana Ruiz of Peru fries it.\n"
    )
    assert [s[:2] for s in states(text)] == [("Omar Dia", "US"), ("Ana Ruiz", "PE")]


def test_an_office_that_several_states_have_is_not_the_one_states_alone():
    text = "3 May 2021\n\nForeign Secretary Omar Dia met Chilean Minister Ana Ruiz in {} today. {} thanked Chile."
    assert states(text.format("Colombo", "Sri Lanka"))[0][1] == "LK"
    assert states(text.format("Geneva", "Many"))[0][1] == "GB"


def test_whoever_meets_the_head_of_a_body_is_of_the_one_state_named():
    text = (
        "A walk on the pier\n\n3 May 2021\n\nPresident Omar Dia met the Secretary General of the United Nations Ana "
        "Ruiz yesterday. She liked Ghana. Fish is good for Ghana."
    )
    assert states(text)[0] == ("Omar Dia", "GH", "country.most-named")


def test_the_host_of_a_guest_who_came_is_not_of_a_third_state():
    text = (
        "President Omar Dia met late on Friday in his garden with Culture Minister of Peru, Ana Ruiz, who is visiting "
        "Ghana. They ate pears from Chile. Chile grows them. Chile sells them."
    )
    assert [s[:2] for s in states(text)] == [("Omar Dia", "GH"), ("Ana Ruiz", "PE")]


def test_an_office_that_closes_an_opening_clause_is_not_that_of_whoever_acts():
    text = (
        "Accra, 3 May 2021 – Sports Minister Omar Dia and his visiting Peruvian counterpart, Ana Ruiz, met on a pitch."
        "\n\nWhile pouring tea for the Peruvian sports minister, Dia said that the pitch was wet."
    )
    assert [s[:2] for s in states(text)] == [("Omar Dia", "GH"), ("Ana Ruiz", "PE")]


def test_a_secretary_general_is_of_the_body_that_the_text_names():
    text = (
        "3 May 2021\n\nSecretary-General Omar Dia met the Speaker of Peru, Ana Ruiz, in Oslo today. She gave him a "
        "kite for the United Nations. The United Nations has a windy roof."
    )
    found = extract(text).meetings[0].participants
    assert [(p.name.value, p.country.value, p.organization.value) for p in found] == [
        ("Omar Dia", None, "United Nations"),
        ("Ana Ruiz", "PE", None),
    ]


def test_a_movement_is_nobody():
    text = (
        "3 May 2021\n\nGhanaian Sports Minister Omar Dia met Ana Ruiz, Peru's minister responsible for sports, today. "
        "They laughed at the Kestu Varolla movement, Rose Stone said."
    )
    assert [p.name.value for p in extract(text).people] == ["Omar Dia", "Ana Ruiz", "Rose Stone"]


OF_GHANA = (
    "Ministry of Foreign Affairs of Ghana\n\n3 May 2021\n\nMinister of Foreign Affairs of Ghana Omar Dia met the "
    "Ambassador of Peru Ana Ruiz today. "
)


def spoken_of(text):
    known = {"Omar Dia", "Ana Ruiz"}
    return [(p.name.value, p.country.value) for p in extract(OF_GHANA + text).people if p.name.value not in known]


def test_whoever_is_only_spoken_of_is_not_held_to_be_the_publishers():
    assert spoken_of("The guest praised the soups of President Luz Vega.") == [("Luz Vega", None)]


def test_a_family_name_alone_is_the_publishers_if_no_other_holds_the_office():
    assert spoken_of("The guest praised the soups of President Vega.") == [("Vega", "GH")]
    assert spoken_of("She praised President Vega and President Quist.") == [("Vega", None), ("Quist", None)]


def test_whoever_speaks_and_whoever_the_headline_names_is_the_publishers():
    assert spoken_of("“The soups are cold,” Spokesperson Efua Quist said.") == [("Efua Quist", "GH")]
    titled = OF_GHANA.replace("3 May 2021", "3 May 2021\n\nPresident Kojo Quist’s kitchen", 1)
    assert ("Kojo Quist", "GH") in [(p.name.value, p.country.value) for p in extract(titled).people]


def test_a_state_with_a_common_word_in_its_name_does_not_begin_the_next_office():
    text = "3 May 2021\n\nPresident Ana Ruiz of the United States and President Luz Vega of Peru knit a scarf."
    people = [(p.name.value, p.office.value, p.country.value) for p in extract(text).people]
    assert people == [("Ana Ruiz", "President", "US"), ("Luz Vega", "President", "PE")]


@pytest.mark.parametrize(
    ("office", "state"),
    [
        ("Director for Latin America", None),
        ("Joint Secretary (Americas)", None),
        ("Ghana’s Director for Latin America", "GH"),
        ("Mayor of Mexico City", "MX"),
    ],
)
def test_a_region_whose_name_holds_a_states_is_not_that_state(office, state):
    text = f"A regatta\n\n3 May 2021\n\n{office} Omar Dia met Minister Ana Ruiz of Peru on a raft."
    assert [(p.name.value, p.country.value) for p in extract(text).people] == [("Omar Dia", state), ("Ana Ruiz", "PE")]
