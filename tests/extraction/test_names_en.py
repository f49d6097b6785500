"""How English pages write names and offices, with invented people."""

import pytest

from meetings.extraction import extract

CLOSE = " The ministers also discussed fisheries and the climate in the region.\n"


def present(sentence):
    record = extract(f"Ghana and Norway hold talks\n\n5 May 2021\n\n{sentence}{CLOSE}")
    return {p.name.value: (p.office.value, p.country.value) for m in record.meetings for p in m.participants}


@pytest.mark.parametrize(
    ("named", "name"),
    [
        ("Ghana’s Foreign Minister, Dr the Rt. Hon. Kofi Mensah", "Kofi Mensah"),
        ("Prime Minister of Ghana K Mensah", "K Mensah"),
        ("Prime Minister of Ghana Kofi J Mensah", "Kofi J Mensah"),
        ("Prime Minister of Ghana Prof. (Mrs.) Ama Mensah", "Ama Mensah"),
        ("Ghana’s Prime Minister Kofi Waters", "Kofi Waters"),
        ("Prime Minister of Ghana Omar Amir-Zahabi", "Omar Amir-Zahabi"),
    ],
)
def test_names(named, name):
    found = present(f"{named} met with Prime Minister of Norway Lars Holm in Accra on Monday.")
    assert set(found) == {name, "Lars Holm"}
    assert found[name][1] == "GH"


def test_an_honour_with_stops_is_no_part_of_a_name():
    page = "ANNA BELL M.P. Shadow Minister for Energy\n\nTALKS ON GAS\n\n5 May 2021\n\n"
    text = "Shadow Energy Minister, Anna Bell, met yesterday with the Ambassador of Ghana, Kofi Mensah, in Oslo."
    people = {p.name.value for p in extract(page + text + CLOSE).people}
    assert people == {"Anna Bell", "Kofi Mensah"}


def test_whom_to_ask_is_nobody_of_the_story():
    text = "Prime Minister of Ghana Kofi Mensah met with Prime Minister of Norway Lars Holm in Accra on Monday."
    contact = "\nFor more information contact: Ingunn Solvang, Secretary of the Harbour Board. Tel.: 000\n"
    record = extract(f"Ghana and Norway hold talks\n\n5 May 2021\n\n{text}{CLOSE}{contact}")
    assert {p.name.value for p in record.people} == {"Kofi Mensah", "Lars Holm"}


def test_an_entry_that_begins_with_a_state_tells_whose_office_it_is():
    page = (
        "Meeting of the Gulf of Guinea Forum\n\n5 May 2021\n\nLeaders met in Accra on 4 May 2021, with the "
        "President of Ghana in the chair. The meeting was attended by:\n\n- Ghana – President Kofi Mensah\n\n"
        "- Togo (guest of honour) – Deputy Chairman of the Council, Minister of Foreign Affairs Ama Lawson\n\n"
        "- Benin – President Luc Dossou\n\n"
        "- African Union – Envoy for Ports Marit Solvang\n\nThe participants discussed the harvest.\n\n"
        "Marit Solvang closed the meeting.\n"
    )
    [meeting] = extract(page).meetings
    assert meeting.participants[1].office.value == "Deputy Chairman of the Council, Minister of Foreign Affairs"
    assert [(p.name.value, p.country.value, p.organization.value) for p in meeting.participants] == [
        ("Kofi Mensah", "GH", None),
        ("Ama Lawson", "TG", None),
        ("Luc Dossou", "BJ", None),
        ("Marit Solvang", None, "African Union"),
    ]


def test_two_initials_with_one_stop_lead_a_name_behind_a_title():
    text = (
        "Foreign Minister of Ghana Mr. AK. Kojo Mensah met State Minister of Norway Md. Lars Holm in Accra on Monday. "
        "They watched TV. Minister Ama Lawson joined them."
    )
    record = extract(f"Ghana and Norway hold talks\n\n5 May 2021\n\n{text}{CLOSE}")
    assert [p.name.value for p in record.people] == ["AK. Kojo Mensah", "Md. Lars Holm", "Ama Lawson"]


@pytest.mark.parametrize(
    ("headline", "lead", "people"),
    [
        (
            "Norwegian, Ghanaian Ministers Spent Nine Hours Over Cod",
            "Minister of Fisheries of Ghana Ama Mensah and Minister of Fisheries of Norway Lars Holm have spent nine "
            "hours over cod on Tuesday.",
            ["Ama Mensah", "Lars Holm"],
        ),
        (
            "Ghana: President Mensah Leaves for Oslo",
            "President of Ghana Ama Mensah leaves for Norway today, her aides said.",
            ["Ama Mensah"],
        ),
        (
            "President Mensah Sends Sugar to Minister Reed in Togo",
            "President of Ghana Ama Mensah received Minister of Fisheries of Togo Yaw Reed. She sends a reed of sugar.",
            ["Ama Mensah", "Yaw Reed"],
        ),
    ],
)
def test_verbs_of_a_headline_with_capitals_are_no_names(headline, lead, people):
    record = extract(f"{headline}\n\n5 May 2021\n\n{lead}\n")
    assert [p.name.value for p in record.people] == people
