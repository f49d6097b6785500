"""Meetings that only their own verb tells apart from those told before, and who was at them."""

from __future__ import annotations

import pytest

from .told import present_names

_FIRST = "Salt talks\n\n3 March 2023\n\nForeign Minister Ilma Torvik of Chile met Norwegian Foreign Minister Pelle \
Sandroos in Oslo on Thursday.\n\n"


@pytest.mark.parametrize(
    ("second", "others"),
    [
        ("In the north, Norwegian President Runa Falk held formal talks with Torvik.", ["Runa Falk", "Ilma Torvik"]),
        ("The Chilean guest walked by. President Runa Falk received Torvik.", ["Runa Falk", "Ilma Torvik"]),
    ],
)
def test_somebody_else_met_the_guest(second: str, others: list[str]) -> None:
    assert present_names(_FIRST + second + "\n") == [["Ilma Torvik", "Pelle Sandroos"], others]


@pytest.mark.parametrize(
    "second",
    [
        "A spokeswoman said that President Runa Falk met Torvik.",
        "President Runa Falk met Torvik in May 2019.",
        "Norwegian President Runa Falk will hold talks with Torvik.",
    ],
)
def test_what_is_only_said_recalled_or_to_come_is_no_further_meeting(second: str) -> None:
    assert present_names(_FIRST + second + "\n") == [["Ilma Torvik", "Pelle Sandroos"]]


def test_a_call_beside_a_press_conference() -> None:
    text = """Tuz satışı

3 Mart 2023

Dışişleri Bakanı Ilker Torvan, basın toplantısında tuz fiyatlarını anlattı.

Torvan, Norveç Dışişleri Bakanı Pelle Sandroos'la telefonda görüştü.
"""

    assert present_names(text) == [["Ilker Torvan"], ["Ilker Torvan", "Pelle Sandroos"]]


def test_who_is_met_on_arrival_is_greeted() -> None:
    text = _FIRST + "Before, she was met at the airport by Ambassador Luz Quispe and State Secretary Runa Falk.\n"

    assert present_names(text) == [["Ilma Torvik", "Pelle Sandroos"]]


def test_a_press_conference_with_somebody_told_far_down() -> None:
    text = "Torvik praises salt\n\nChilean Foreign Minister Ilma Torvik has praised the mines of the north.\n\n"
    text += "The mines are old. They are deep. Few work there. Snow lay on the roads. The mills stand still.\n\n"
    text += "Ms Torvik, speaking at a news conference with Norwegian Foreign Minister Pelle Sandroos, stressed it."
    text += "\n\nOpposition spokesman Lars Brekke said the mines were empty.\n"

    assert present_names(text) == [["Ilma Torvik", "Pelle Sandroos"]]


@pytest.mark.parametrize(
    "lead",
    [
        "на спільній з суддею Ради Чилі Ільмою Торвік прес-конференції",
        "на спільній прес-конференції з міністеркою рибальства Чилі Ільмою Торвік",
    ],
)
def test_with_whom_somebody_stood_before_the_press(lead: str) -> None:
    text = f"Сіль\n\n3 березня 2023\n\nПро ціну солі президент Норвегії Пелле Сандроос пожартував {lead} у порту.\n"

    assert present_names(text) == [["Пелле Сандроос", "Ільма Торвік"]]


def test_a_third_who_spoke_before_the_same_press() -> None:
    text = "Sal y caminos\n\n3 de marzo de 2023\n\nAsí lo explicó el presidente de Chile, Omar Ruz, en una rueda de \
prensa con el primer ministro de Ghana, Kofi Bello.\n\nEn la rueda de prensa, el ministro Luis Vega pidió sal.\n"

    assert present_names(text) == [["Omar Ruz", "Kofi Bello", "Luis Vega"]]


def test_a_visit_to_somebody_and_the_talks_there() -> None:
    text = "Ilma Torvik en visite au Ghana\n\nJeudi, la ministre des Affaires étrangères du Chili, Ilma Torvik, \
a effectué une visite officielle à Accra auprès du ministre ghanéen des Affaires étrangères, Kofi Bello.\n\nLes \
pourparlers ont porté sur le sel.\n"

    assert present_names(text) == [["Ilma Torvik", "Kofi Bello"]]


def test_two_who_met_are_named_right_behind() -> None:
    text = "Salz für beide\n\n3. März 2023\n\nAm Donnerstag trafen sich die Präsidenten beider Länder auf der Insel \
Sund. Der chilenische Präsident Omar Ruz und der norwegische Präsident Pelle Sandroos lobten die Mühle.\n\nGestern \
empfing Ruz den Außenminister von Ghana, Kofi Bello.\n"

    assert present_names(text) == [["Omar Ruz", "Pelle Sandroos"], ["Omar Ruz", "Kofi Bello"]]


def test_who_attended_the_meeting_that_a_sentence_opens_with() -> None:
    second = "During the meeting, which was attended by Energy Minister Runa Falk, Sandroos also praised the mill.\n"

    assert present_names(_FIRST + second) == [["Ilma Torvik", "Pelle Sandroos", "Runa Falk"]]


def test_commitments_that_are_met_are_no_meeting() -> None:
    text = (
        "Mills stand still\n\n3 March 2023\n\nNorwegian Foreign Minister Pelle Sandroos said several commitments had "
        "to be met.\n"
    )

    assert present_names(text) == []
