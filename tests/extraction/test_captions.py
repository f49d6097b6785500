"""Captions, notes of a desk and bylines tell neither the headline nor the day, with invented people and words."""

import pytest

from meetings.extraction import extract

BODY = (
    "Minister of Fisheries of Ghana Ama Mensah received Ambassador of Norway Lars Holm in Accra on Tuesday to talk "
    "about cod.\n\nThey walked along the pier for an hour.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "By Yaw Brook",
        "By: Yaw Brook and Liv Strand",
        "(ADDS minister's words in paras 4-6; NEW photo)",
        "Ghana's Ama Mensah (left) shows cod to Lars Holm on April 2. (Photo: Tema Courier)",
        "Minister Mensah greets Ambassador Holm by the salt sheds (Courtesy photo)",
        "Ama Mensah (2-L) and Yaw Brook (L) smile with Lars Holm on May 2, 2021 in Oslo.",
        "Ama Mensah and Lars Holm at the pier in Accra. REUTERS/Liv Strand",
        "This photo, taken on April 2, 2021, shows Minister Ama Mensah with a net. (Courier)",
    ],
)
def test_no_headlines(line):
    record = extract(f"{line}\n\n5 May 2021\n\n{BODY}")
    assert record.title.value is None
    assert [m.date.value for m in record.meetings] == ["2021-05-04"]


def test_the_headline_is_found_beside_them():
    text = f"Ghana and Norway speak of cod\n\n(ADDS words in para 4)\nBy Yaw Brook\n\n5 May 2021\n\n{BODY}"
    assert extract(text).title.value == "Ghana and Norway speak of cod"


def test_whom_only_a_caption_names_is_not_told_of():
    caption = "In this file photo, Minister Ama Mensah opens a pier with Prime Minister Yaw Quaye. (Courier)\n\n"
    record = extract(f"Ghana and Norway speak of cod\n\n5 May 2021\n\n{caption}{BODY}")
    assert [p.name.value for p in record.people] == ["Ama Mensah", "Lars Holm"]


def test_a_page_that_is_but_a_caption_is_read():
    line = "Minister of Fisheries of Ghana Ama Mensah (left) meets Ambassador of Norway Lars Holm in Accra."
    record = extract(f"Cod\n\n5 May 2021\n\n{line}\n")
    assert [[p.name.value for p in m.participants] for m in record.meetings] == [["Ama Mensah", "Lars Holm"]]


@pytest.mark.parametrize(
    "line",
    [
        "Senator Kofi Badu (R) joined the talks of the two ministers and praised the nets.",
        "Senator Kofi Badu joined the talks of the two ministers on the pier. (AFP/Reuters)",
        "Senator Kofi Badu joined the talks, and a map photographed in June lay on the table.",
    ],
)
def test_lines_of_the_story_are_no_captions(line):
    record = extract(f"Talks on cod\n\n5 May 2021\n\n{BODY}\n\n{line}\n")
    assert "Kofi Badu" in [p.name.value for p in record.people]
