"""For which state somebody acts, and where and when they met, in English news, with invented people."""

from meetings.extraction import extract

CLOSE = " The sides also discussed fisheries and the climate in the region.\n"


def meeting(text, headline="Talks on the pier"):
    return extract(f"{headline}\n\n5 May 2021\n\n{text}{CLOSE}").meetings[0]


def states(text, headline="Talks on the pier"):
    return {p.name.value: p.country.value for p in meeting(text, headline).participants}


def test_whoever_is_visited_acts_for_the_state_visited():
    text = (
        "While on a state visit to Norway, President Kofi Mensah praised the pier. “It is long,” Mensah "
        "said at talks with President Lars Holm in Norway. Norway builds piers; Oslo is proud of them."
    )
    assert states(text, "Mensah praises harvest as Ghana and Norway plan piers") == {
        "Kofi Mensah": "GH",
        "Lars Holm": "NO",
    }


def test_leaders_of_two_states_are_told_in_order():
    text = "Presidents K. Mensah and L. Dossou talked by telephone. The leaders of Ghana and Benin"
    assert states(f"{text} agreed on the tides.") == {"K. Mensah": "GH", "L. Dossou": "BJ"}


def test_the_host_side_is_of_the_state_where_they_met():
    text = (
        "Foreign Minister of Ghana Kofi Mensah held talks with Foreign Minister of Norway Lars Holm in Oslo. "
        "From the host side Deputy Director-General Hanne Solvang was present."
    )
    assert states(text)["Hanne Solvang"] == "NO"


def test_a_professor_acts_for_no_state():
    text = (
        "Foreign Minister of Ghana Kofi Mensah gave a lecture in Oslo. The moderator, Professor Hanne Solvang of Fjord "
        "University, introduced the speaker."
    )
    assert states(text) == {"Kofi Mensah": "GH", "Hanne Solvang": None}


def test_the_dateline_is_the_place_where_the_text_agrees():
    text = (
        "OSLO. NEWS - President of Ghana Kofi Mensah and Prime Minister Luc Dossou of Benin held talks at a fair "
        "for boats.\n\nThey spoke about the harvest.\n\nMensah praised the piers of the coast. "
        "The road was mentioned, too.\n\nLuc Dossou, too, was glad of the meeting in Oslo."
    )
    assert meeting(text).place.value == "Oslo"


def test_a_headline_of_what_is_to_come_dates_no_meeting():
    text = "President of Ghana Kofi Mensah and Prime Minister Luc Dossou of Benin held talks in Oslo."
    assert meeting(text, "Dossou of Benin to visit Ghana in early July").date.value == "2021-05-05"


def test_who_took_part_is_of_one_state_throughout_the_record():
    text = (
        "Ministry of Foreign Affairs of Ghana\n\n3 May 2021\n\nMinister Anna Bell met today in Accra with the Foreign "
        "Minister of Peru, Ana Ruiz. The Peruvian delegation included Deputy Minister Luis Soto."
    )
    record = extract(text)
    seats = [(p.name.value, p.country.value) for p in record.meetings[0].participants]
    assert seats == [("Anna Bell", "GH"), ("Ana Ruiz", "PE"), ("Luis Soto", "PE")]
    assert [(p.name.value, p.country.value) for p in record.people] == seats
