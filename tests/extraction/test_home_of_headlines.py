"""Whose office-holders a page names without their state, with invented people."""

from __future__ import annotations

import pytest

from meetings.extraction import extract
from meetings.extraction.record import Record


def states(record: Record) -> dict[str | None, str | None]:
    return {p.name.value: p.country.value for m in record.meetings for p in m.participants}


@pytest.mark.parametrize(
    "title",
    [
        "Secretary Bell's Meeting with Chilean Foreign Minister Ruiz",
        "Secretary Bell meets President Ana Ruiz of Chile",
        "Secretary Bell engages Chile's President Ruiz",
    ],
)
def test_the_state_of_the_guest_in_the_headline_publishes_nothing(title: str) -> None:
    text = f"{title}\n\n3 May 2021\n\nSecretary of State Anna Bell met President Ana Ruiz in Santiago. "
    text += "She thanked Chile for its fish. Chile sails far, and Chilean ships with it."

    record = extract(text)

    assert record.home.value != "CL"
    assert states(record)["Anna Bell"] == "US"


def test_who_travels_is_not_of_the_town_of_the_headline() -> None:
    text = "President Mensah arrives in Oslo for a conference\n\n3 May 2021\n\n"
    text += "President Kofi Mensah arrived in Oslo on Monday to attend the conference on fish. He was welcomed."

    assert states(extract(text)).get("Kofi Mensah") is None


def test_an_office_holder_at_home_is_of_the_state_that_the_text_names() -> None:
    text = "President Mensah swears in judges\n\n3 May 2021\n\nPresident Kofi Mensah swore in judges at a ceremony. "
    text += "He said that Ghana needs courts. The people of Ghana agree."

    assert states(extract(text)) == {"Kofi Mensah": "GH"}


def test_a_house_named_far_down_does_not_show_the_publisher() -> None:
    text = "Briefing\n\n3 May 2021\n\n" + "We spoke of fish, ships, harbours and much else at length today. " * 5
    text += "The Kremlin is silent. The Kremlin waits. The Kremlin said so."

    assert extract(text).home.rule != "home.agency"


@pytest.mark.parametrize("when", ["earlier today", "this morning", "briefly"])
def test_spoke_with_somebody_with_the_hour_between(when: str) -> None:
    text = "Readout of President Bell's Call\n\n28 April 2024\n\n"
    text += f"President Anna Bell spoke {when} with Minister Ana Ruiz. "
    text += "She praised the harbour after the storm earlier this month. They also discussed talks on fish in Oslo."

    (meeting,) = extract(text).meetings

    assert (meeting.format.value, meeting.date.value, meeting.place.value) == ("call", "2024-04-28", None)


def test_the_weekday_of_a_headline_that_announces_lies_ahead() -> None:
    text = "President Mensah to meet Minister Ruiz on Tuesday\n\n3 August 2025\n\n"
    text += "President Kofi Mensah will receive Minister Ana Ruiz in Oslo.\n"

    assert [m.date.value for m in extract(text).meetings] == ["2025-08-05"]


def test_a_title_goes_on_behind_junior() -> None:
    text = "Readout of President Anton R. Holm, Jr. Call with Minister Ana Ruiz of Chile\n\n3 May 2021\n\n"
    text += "The two spoke of fish.\n"

    assert [p.name.value for m in extract(text).meetings for p in m.participants] == ["Anton R. Holm", "Ana Ruiz"]


VISITS = [
    "President Omar Bell rowed ashore at dawn with a basket of limes, on a state visit to the Maldives.",
    "On the second day of his visit to the Maldives, President Omar Bell planted a mangrove.",
]


@pytest.mark.parametrize("lead", VISITS)
@pytest.mark.parametrize("above", ["", "President Arrives in the Maldives\n\n", "President Arrives in…\n\n"])
def test_whoever_travels_without_a_state_is_not_at_home_there(lead, above):
    story = f"{lead}\n\nMaldivian President Zubin Fanoor met Bell with a drum.\n"
    text = f"{above}President Arrives in the Maldives\n\n{story}"
    record = extract(text)
    assert record.home.value is None
    assert states(record) == {"Zubin Fanoor": "MV", "Omar Bell": None}


def test_a_guest_with_a_state_is_received_at_home():
    text = (
        "Envoys in Malé\n\nThe President of Ghana, Omar Bell, arrived in the Maldives to meet President Zubin Fanoor."
    )
    text += " The Maldives has one drum for every guest. “The Maldives is small,” Fanoor said.\n"
    assert extract(text).home.value == "MV"


def test_whoever_travels_is_no_host():
    text = "President Engages in Talks about Reefs\n\nDuring his state visit to the Maldives, President Omar Bell met "
    text += "traders.\n\n"
    text += "Omar Bell also held talks with the chairman of the Reef Board, Zubin Fanoor, in Malé on 4 May 2021.\n"
    assert states(extract(text)) == {"Zubin Fanoor": None, "Omar Bell": None}


def test_whoever_was_met_in_a_headline_is_not_of_the_publishers_state():
    """Not at whose airport the press is met, either, however often the text names that state."""
    text = (
        "Doorstop after talks with Chilean foreign minister, Santiago International Airport\nBell, Anna\n4 May 2011\n\n"
        "PRIME MINISTER:\n\nChile and we agree on herring. Chile has a fine fleet, and Chile is kind.\n\n"
        "JOURNALIST:\n\nFor how long?\n\nPRIME MINISTER:\n\nFor years.\n"
    )
    record = extract(text)
    assert record.home.value is None
    assert [(m.place.value, m.place_country.value) for m in record.meetings] == [("Santiago", "CL")]
