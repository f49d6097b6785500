"""A headline in the present tense whose text says that it will be on a day to come. All people are invented."""

import pytest

from tests.extraction.told import pointed, present_names

FRENCH = (
    "Le ministre Morvan reçoit une collègue\n\n31 août 2011\n\nLe ministre de l'Agriculture Luc Morvan {} son "
    "homologue chilienne Ana Ruiz {} à Lyon. Ils parleront des cerises.\n"
)
GERMAN = (
    "Minister Sommer empfängt Kollegin\n\n31. August 2011\n\nLandwirtschaftsminister Karl Sommer wird die chilenische "
    "Landwirtschaftsministerin Ana Ruiz {} in Bonn empfangen. Es geht um Kirschen.\n"
)
SPANISH = (
    "El ministro Rivas recibe a su homóloga de Kenia\n\n31 de agosto de 2011\n\nEl ministro de Agricultura, Pablo "
    "Rivas, recibirá a su homóloga de Kenia, Grace Holm, el próximo 12 de septiembre en "
    "Lima. Hablarán de las cerezas.\n"
)


@pytest.mark.parametrize(
    ("text", "day", "parties"),
    [
        (FRENCH.format("recevra", "le 12 septembre"), "2011-09-12", ["Ana Ruiz", "Luc Morvan"]),
        (GERMAN.format("am 12. September"), "2011-09-12", ["Ana Ruiz", "Karl Sommer"]),
        (SPANISH, "2011-09-12", ["Grace Holm", "Pablo Rivas"]),
    ],
)
def test_what_is_to_come_is_no_meeting_though_the_headline_is_in_the_present(text, day, parties):
    assert present_names(text) == []
    assert pointed(text) == [(day, parties)]


def test_what_was_is_a_meeting():
    assert present_names(FRENCH.format("a reçu", "mercredi")) == [["Luc Morvan", "Ana Ruiz"]]


def test_what_two_states_will_do_another_day_leaves_the_meeting_of_the_headline():
    text = (
        "Norwegian Minister Karl Sommer meets Chilean Minister Ana Ruiz\n\n31 August 2011\n\nThe two countries will "
        "open a museum of cherries on 12 September 2011.\n"
    )
    assert present_names(text) == [["Karl Sommer", "Ana Ruiz"]]
