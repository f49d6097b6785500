"""Which texts report an encounter, where their headlines tell of none."""

from __future__ import annotations

import pytest

from .told import present_names

_FEATURE = """Salt prices trouble the island's bakers

3 March 2023

Bakers on the island pay twice as much for salt as in spring. The mills blame the drought.
The harbour was shut for weeks. Two ships waited outside.
{}
Flour is cheap. Nobody knows for how long.
"""


def test_a_noun_for_talks_far_down_is_a_matter() -> None:
    late = "The talks between Agriculture Minister Ilma Torvik and Ambassador Pelle Sandroos of Norway are slow."
    assert present_names(_FEATURE.format(late)) == []


def test_a_verb_of_meeting_far_down_tells_of_an_event() -> None:
    late = "Agriculture Minister Ilma Torvik met Ambassador Pelle Sandroos of Norway over the salt on Thursday."
    assert present_names(_FEATURE.format(late)) == [["Ilma Torvik", "Pelle Sandroos"]]


def test_one_person_beside_a_word_for_a_gathering_in_the_lead_is_no_meeting() -> None:
    text = """Torvik wants the salt road open

3 March 2023

No salt is in sight. Foreign Minister Ilma Torvik feared that a rule of the summit made the road dear.
"""
    assert present_names(text) == []


def test_one_person_who_speaks_at_a_congress_is_there() -> None:
    text = """Torvik wants the salt road open

3 March 2023

The salt road must open, Foreign Minister Ilma Torvik told the congress of millers on Friday. The millers clapped.
"""
    assert present_names(text) == [["Ilma Torvik"]]


def test_what_ends_a_meeting_was_just_held() -> None:
    text = """Соль подешевеет

3 марта 2023

О снижении пошлин заявила министр торговли Норвегии Ирма Торвик по итогам переговоров с послом Перу Павлом Сандросом.
"""
    assert present_names(text) == [["Ирма Торвик", "Павел Сандрос"]]


_LEAD = "Salt on the road\n\n3 March 2023\n\n{}\n"


@pytest.mark.parametrize(
    "lead",
    [
        "Foreign Minister Ilma Torvik received the blessing of Bishop Pelle Sandroos for the salt road on Thursday.",
        "Foreign Minister Ilma Torvik and Trade Minister Pelle Sandroos share all the salt that they receive.",
        "Foreign Minister Ilma Torvik called on Ambassador Pelle Sandroos of Norway to return the salt.",
        "The salt of Foreign Minister Ilma Torvik met the criteria of the mill, Ambassador Pelle Sandroos said.",
        "Foreign Minister Ilma Torvik could meet Ambassador Pelle Sandroos of Norway over the salt.",
        "Foreign Minister Ilma Torvik spoke of a possible summit with President Pelle Sandroos of Norway.",
        "Foreign Minister Ilma Torvik was not allowed to meet Ambassador Pelle Sandroos of Norway.",
    ],
)
def test_other_senses_and_mere_wishes_are_no_meetings(lead: str) -> None:
    assert present_names(_LEAD.format(lead)) == []


@pytest.mark.parametrize(
    "lead",
    [
        "Foreign Minister Ilma Torvik received at her office the Ambassador of Norway, Pelle Sandroos.",
        "Ambassador Pelle Sandroos of Norway was received in the salt mill by Foreign Minister Ilma Torvik.",
        "Foreign Minister Ilma Torvik welcomed a group of millers and Ambassador Pelle Sandroos of Norway.",
        "Ambassador Pelle Sandroos of Norway called on Foreign Minister Ilma Torvik to discuss salt.",
        "Foreign Minister Ilma Torvik came to Oslo to meet Ambassador Pelle Sandroos of Norway.",
        "Foreign Minister Ilma Torvik and Ambassador Pelle Sandroos of Norway discussed how the road could open.",
    ],
)
def test_who_receives_calls_or_comes_to_meet_somebody_meets(lead: str) -> None:
    assert [sorted(map(str, names)) for names in present_names(_LEAD.format(lead))] == [
        ["Ilma Torvik", "Pelle Sandroos"]
    ]


def test_a_visit_to_come_holds_as_far_as_its_clause_goes() -> None:
    text = """Торвик едет в Осло

3 марта 2023

Министр торговли Перу Ирма Торвик и министр торговли Норвегии Павел Сандрос обсудят цены на морскую соль, а вечером \
участники переговоров попробуют её.
"""
    assert present_names(text) == []


def test_who_was_welcomed_at_the_airport_has_only_arrived() -> None:
    text = """Torvik welcomed by Sandroos

3 March 2023

Chilean President Ilma Torvik came to Oslo on Thursday. Norwegian Prime Minister Pelle Sandroos was at \
the airport.
"""
    assert present_names(text) == []


@pytest.mark.parametrize("topic", ["over the fate of", "on the situation in the mill of"])
def test_whose_fate_two_talked_about_was_not_there(topic: str) -> None:
    lead = f"Foreign Minister Ilma Torvik met Ambassador Pelle Sandroos on Thursday {topic} President Kofi Bello."
    assert present_names(_LEAD.format(lead)) == [["Ilma Torvik", "Pelle Sandroos"]]


def test_what_somebody_told_a_paper_is_no_meeting() -> None:
    text = """Соль дорожает

3 марта 2023

О планах посла Норвегии Павла Сандроса рассказала в беседе с НГ министр торговли Перу Ирма Торвик. Соли мало.
Цены растут.
"""
    assert present_names(text) == []
