"""Who was there by the order of the words, and the long offices that such lists give, as small states print them."""

from __future__ import annotations

import pytest

from .told import present, present_names

Told = list[tuple[str | None, str | None, str | None]]


def _others(text: str) -> Told:
    """Whoever a sentence behind the lead lets take part."""
    (told,) = present(
        f"4 May 2023\n\nPresident Tamo Verrin of Togo met Ambassador Ines Quell of Peru today.\n\n{text}\n"
    )
    assert told[:2] == [("Tamo Verrin", "President", "TG"), ("Ines Quell", "Ambassador", "PE")]
    return told[2:]


@pytest.mark.parametrize(
    "opening",
    [
        "Also at the talks were",
        "Also present in the meeting were",
        "In the Togolese delegation were",
        "Members of the Togolese delegation were",
        "Among those in the audience were",
        "Accompanying President Verrin were",
        "Joining President Verrin at this table were",
        "With the President were",
    ],
)
def test_who_was_there_is_named_behind_the_verb(opening: str) -> None:
    assert _others(f"{opening} Energy Minister Oda Lund and Ports Director Pim Sarto.") == [
        ("Oda Lund", "Energy Minister", "TG"),
        ("Pim Sarto", "Ports Director", "TG"),
    ]


def test_whoever_came_with_the_guest_is_of_the_guests_state() -> None:
    assert _others("With the Ambassador was Ports Director Pim Sarto.") == [("Pim Sarto", "Ports Director", "PE")]


def test_what_else_is_told_behind_the_verb_is_nobodys_presence() -> None:
    assert _others("At the talks on salt the price was a sorrow to Energy Minister Oda Lund.") == []
    assert _others("Among those fined by the court was Energy Minister Oda Lund.") == []
    assert _others("Joining the salt union was a hope of Energy Minister Oda Lund.") == []


def test_an_entourage_is_of_its_leaders_state() -> None:
    told = _others("The Ambassador's entourage comprised Energy Minister Oda Lund and Ports Director Pim Sarto.")
    assert told == [("Oda Lund", "Energy Minister", "PE"), ("Pim Sarto", "Ports Director", "PE")]


@pytest.mark.parametrize(
    "office",
    [
        "Minister of Ports, Sugar, Water and Youth",
        "Minister for Fisheries, Ports and CARICOM Affairs",
        "Permanent Secretary in the Prime Minister’s Office",
        "Minister of State in the Office of the Prime Minister",
        "Parliamentary Secretary in the Ministry of Fisheries",
        "Cabinet Secretary to the Treasury",
        "Minister of Salt & Deputy Minister of Mills",
        "Chief Justice",
    ],
)
def test_offices_go_on_behind_commas_and_small_words(office: str) -> None:
    assert _others(f"The {office}, Oda Lund, also attended.") == [("Oda Lund", office, "TG")]


def test_in_a_list_that_ends_in_a_name_all_offices_stand_first() -> None:
    told = _others(
        "Officials in attendance included Minister of Salt, Dr. Oda Lund, Secretary to the President Mr. Pim Sarto, "
        "Governor of the Reef Bank, Dr. Ama Kell, and Director of Ferries, Mr. Rui Dorn."
    )
    assert told == [
        ("Oda Lund", "Minister of Salt", "TG"),
        ("Pim Sarto", "Secretary to the President", "TG"),
        ("Ama Kell", "Governor of the Reef Bank", "TG"),
        ("Rui Dorn", "Director of Ferries", "TG"),
    ]


def test_initials_that_are_letters_of_an_honour_lead_to_a_name() -> None:
    assert _others("The Ports Director, Dr. M. K. C. Lund, also attended.") == [
        ("M. K. C. Lund", "Ports Director", "TG")
    ]


def test_letters_that_a_text_introduces_are_nobody() -> None:
    told = present_names(
        "4 May 2023\n\nPresident Tamo Verrin of Togo met Ines Quell, Envoy of the Deep Reef Fund (DERFQ).\n\n"
        "The team also included Oda Lund, Deputy Director DERFQ, and Pim Sarto, Director DERFQ.\n"
    )
    assert told == [["Tamo Verrin", "Ines Quell", "Oda Lund", "Pim Sarto"]]
