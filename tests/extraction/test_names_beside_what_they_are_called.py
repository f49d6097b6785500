"""Names known by their age, by what stands behind them, and family names that are offices, too; invented people."""

import pytest

from .told import people, said

PAGE = """Ferry talks in Norvik

Foreign Minister Mona Tellgren met bankers in Norvik on Monday.

"""


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“The soup was thin,” said Adam King, who bakes on the quay.", "Adam King"),
        ("“The soup was thin,” Adam T. King, a baker, told the radio.", "Adam T. King"),
        ("Adam King sells bread on the quay. “The soup was thin,” Mr. King said.", "Adam King"),
        ("“The soup was thin,” Olga Ruder, 25, said as she rowed home.", "Olga Ruder"),
        ("The quay is closed, said Olga Ruder, a sailmaker. “The soup was thin,” she added.", "Olga Ruder"),
    ],
)
def test_words_of_somebody_whose_name_is_hard_to_tell_are_not_the_minister_s(sentence, speaker):
    assert said(PAGE + sentence + "\n") == [("The soup was thin,", speaker)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Olga Ruder, the guild's chief consultant on ropes, rowed home.", "Olga Ruder"),
        ("Olga Ruder, owner of two barges, rowed home.", "Olga Ruder"),
        ("Olga Ruder, 41, rowed home.", "Olga Ruder"),
    ],
)
def test_what_somebody_is_called_or_how_old_behind_a_name_makes_a_person(sentence, name):
    assert people(PAGE + sentence + "\n") == ["Mona Tellgren", name]


@pytest.mark.parametrize("sentence", ["Norvik Bishop Omar Dia waved.", "Omar Dia, the Norvik bishop, waved."])
def test_an_office_between_its_place_and_a_name_is_no_family_name(sentence):
    assert people(PAGE + sentence + "\n") == ["Mona Tellgren", "Omar Dia"]
