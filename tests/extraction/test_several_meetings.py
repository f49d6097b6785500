"""Second and third meetings told in a run of sentences."""

from __future__ import annotations

import pytest

from .told import present_names

_FIRST = "Salt talks\n\n3 March 2023\n\nForeign Minister Ilma Torvik of Chile met Norwegian Foreign Minister Pelle \
Sandroos in Oslo on Thursday. They tasted salt.\n\n"


@pytest.mark.parametrize(
    "second",
    [
        "The Minister also met her counterpart from Ghana, Kofi Bello, and praised his harbours.",
        "Earlier, Torvik saw the mill and met Foreign Minister Kofi Bello of Ghana.",
        "In addition, Torvik said that it was a pleasure to meet Foreign Minister Kofi Bello of Ghana.",
    ],
)
def test_one_more_meeting_of_the_same_host(second: str) -> None:
    assert present_names(_FIRST + second + "\n") == [["Ilma Torvik", "Pelle Sandroos"], ["Ilma Torvik", "Kofi Bello"]]


def test_separate_talks_of_one_more_sentence_are_as_many_meetings() -> None:
    second = "In addition, Torvik held separate bilateral talks with Foreign Minister Kofi Bello of Ghana and Peruvian "
    second += "Foreign Minister Luz Quispe.\n"

    assert present_names(_FIRST + second) == [
        ["Ilma Torvik", "Pelle Sandroos"],
        ["Ilma Torvik", "Kofi Bello"],
        ["Ilma Torvik", "Luz Quispe"],
    ]


def test_many_whom_somebody_also_met_one_by_one() -> None:
    text = """Le sel du Chili

3 mars 2023

La ministre chilienne des Affaires étrangères, Ilma Torvik, a été reçue jeudi à Oslo par le roi de Norvège, Pelle \
Sandroos.

La ministre a également eu des entretiens bilatéraux avec le ministre ghanéen des Affaires étrangères, Kofi Bello, le \
ministre péruvien des Affaires étrangères, Luz Quispe, et le ministre japonais des Affaires étrangères, Ken Abe.
"""
    assert present_names(text) == [
        ["Ilma Torvik", "Pelle Sandroos"],
        ["Ilma Torvik", "Kofi Bello"],
        ["Ilma Torvik", "Luz Quispe"],
        ["Ilma Torvik", "Ken Abe"],
    ]


def test_the_first_of_a_series_with_a_counterpart_and_one_more() -> None:
    text = """Salt and more salt

3 March 2023

Chilean Foreign Minister Ilma Torvik met ministers from several states in Oslo on Thursday.

Torvik met her Norwegian counterpart Pelle Sandroos and Norwegian Deputy Minister Nils Varden over a bowl of salt.

She also met her Ghanaian counterpart Kofi Bello.
"""
    assert present_names(text) == [
        ["Ilma Torvik", "Pelle Sandroos", "Nils Varden"],
        ["Ilma Torvik", "Kofi Bello"],
    ]


def test_a_later_sentence_tells_whom_both_of_one_side_met() -> None:
    text = """Torvik and Lunde on salt

3 March 2023

Chilean Foreign Minister Ilma Torvik and Chilean Trade Minister Arne Lunde met a few partners in Oslo on Thursday.
The salt was on the table. It was grey.

Torvik told the press. Torvik and Lunde met Norwegian Foreign Minister Pelle Sandroos and Norwegian Trade Minister \
Nils Varden.
"""
    assert present_names(text) == [["Ilma Torvik", "Arne Lunde", "Pelle Sandroos", "Nils Varden"]]
