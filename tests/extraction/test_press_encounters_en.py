"""Press encounters: their headlines, where they are held, whose people speak; who is only somebody's principal.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract


def there(text):
    return [(p.name.value, p.country.value) for p in extract(text).meetings[0].participants]


TALK = (
    "ANA RUIZ, PRIME MINISTER OF NEW ZEALAND: We caught nothing.\n\n"
    "OMAR DIA, PRIME MINISTER OF AUSTRALIA: I caught a boot.\n\nJOURNALIST: Did it fit?\n\nPRIME MINISTER DIA: No.\n"
)


@pytest.mark.parametrize("head", ["Doorstop – Dunedin, New Zealand", "Press conference - Oldport, New Zealand"])
def test_a_town_and_its_state_end_the_headline(head):
    meeting = extract(f"{head}\n\n{TALK}").meetings[0]
    assert (meeting.place.value, meeting.place_country.value) == (head.split(",")[0].split()[-1], "NZ")
    assert meeting.format.value == "news_conference"


def test_a_line_with_a_town_and_its_state_is_no_headline():
    record = extract(
        "Press conference - Oldport, New Zealand\n\n9 October 2007\nOldport, New Zealand\nPrime Minister\n\n" + TALK
    )
    assert record.title.value == "Press conference - Oldport, New Zealand"


def test_whoever_is_asked_together_is_before_the_press():
    meeting = extract(TALK).meetings[0]
    assert (meeting.format.value, meeting.format.rule) == ("news_conference", "format.questions")


def test_a_label_is_no_headline_and_the_guest_is_of_the_other_state():
    text = (
        "PRIME MINISTER RUIZ:\nNew Zealand has baked you a cake. Take a slice of New Zealand back to Australia.\n"
        "PRIME MINISTER DIA:\nI shall eat it here in Auckland, if I may.\nQUESTION:\nAnd the fish?\n"
        "PRIME MINISTER DIA:\nIt got away.\n"
    )
    assert extract(text).title.value is None
    assert [state for _name, state in there(text)] == ["NZ", "AU"]


def test_whose_envoy_somebody_is_does_not_take_part():
    text = (
        "3 May 2021\n\nAt lunch President Kofi Boat of Ghana met with the Peruvian President’s Special Envoy, Mr Omar "
        "Dia. President Ana Ruiz of Peru had packed him a pie.\n"
    )
    assert [name for name, _state in there(text)] == ["Kofi Boat", "Omar Dia"]


def test_regions_and_bodies_are_nobody():
    text = (
        "3 May 2021\n\nSoutheast Asian sports ministers met Peruvian Sports Minister Ana Ruiz on a pitch today. "
        "Sports Minister Omar Dia of Ghana met Asean goalkeepers. Kenya’s top diplomat Rose Stone saw no goal."
    )
    record = extract(text)
    assert [p.name.value for p in record.people] == ["Ana Ruiz", "Omar Dia", "Rose Stone"]
    assert record.people[-1].office.value == "Kenya’s top diplomat"


def test_a_crisis_is_not_where_they_met():
    text = (
        "3 May 2021\n\nForeign Minister Omar Dia of Ghana met Foreign Minister Ana Ruiz of Peru today. They "
        "counted the loaves baked since the crisis in {}."
    )
    assert [m.place.value for m in extract(text.format("Beirut")).meetings] == [None]
    assert [m.place.value for m in extract(text.replace("met ", "met in Lima ").format("Beirut")).meetings] == ["Lima"]
