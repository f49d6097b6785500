"""Which texts report an encounter, where their headlines tell of none."""

from __future__ import annotations

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


def test_one_person_beside_a_word_for_talks_in_the_lead_is_no_meeting() -> None:
    text = """Torvik wants the salt road open

3 March 2023

Foreign Minister Ilma Torvik wrote that no peace negotiations were in sight. The salt road stays shut.
“The road is ours, we maintain it,” said Norwegian Foreign Minister Pelle Sandroos.
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
