"""Other encounters that English news recalls or announces, with invented people."""

import pytest

from meetings.extraction import extract

from .test_speech import CLOSE, HEADLINE, LEAD


@pytest.mark.parametrize(
    ("sentence", "date", "parties"),
    [
        (
            "The paper is referring to talks on Thursday between Deputy Minister of Ghana Kojo Addo and his "
            "Togolese counterpart Yawa Lawson.",
            "2021-04-29",
            ("Kojo Addo", "Yawa Lawson"),
        ),
        (
            "On Friday Mensah leaves for Lomé to see President of Togo Koffi Lawson.",
            "2021-05-07",
            ("Ama Mensah", "Koffi Lawson"),
        ),
        (
            "Foreign Minister of Togo Yawa Lawson is due in Oslo to hold talks with Holm.",
            None,
            ("Yawa Lawson", "Lars Holm"),
        ),
        (
            "Mensah is to call on President of Togo Koffi Lawson on 9 June.",
            "2021-06-09",
            ("Ama Mensah", "Koffi Lawson"),
        ),
        (
            "President of Togo Koffi Lawson paid a visit to Norway on 16 June at the invitation of Holm.",
            "2020-06-16",
            ("Koffi Lawson", "Lars Holm"),
        ),
    ],
)
def test_references(sentence, date, parties):
    found = [(x.date.value, x.parties) for x in extract(HEADLINE + LEAD + sentence + CLOSE).references]
    assert found == [(date, parties)]
