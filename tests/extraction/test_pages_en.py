"""English pages: letterheads, several meetings in a sentence, towns no list has, wrapped lines, journalists' names."""

from meetings.extraction import extract


def told(text: str) -> list[list[str]]:
    return [[str(p.name.value) for p in m.participants] for m in extract(text).meetings]


def test_who_writes_in_the_first_person_is_named_in_the_letterhead():
    text = (
        "PRESS RELEASE MINISTER FOR TRADE EDITH BRANDNER\n\n3 April 2012\n\nMEETING WITH THE "
        "MINISTER OF MINES\n\n"
        "I had the honour this morning of meeting in Oslo with the Minister of Mines of Ghana, Dr Kofi "
        "Badu-Bell. We spoke of gold.\n"
    )
    record = extract(text)
    assert record.title.value == "MEETING WITH THE MINISTER OF MINES"
    assert told(text) == [["EDITH BRANDNER", "Kofi Badu-Bell"]]


def test_guests_met_one_after_the_other_are_met_at_two_meetings():
    text = (
        "Talks in Oslo\n\n5 May 2020\n\nForeign Minister Anna Bell of Norway was received in Oslo today by "
        "President Omar Dia "
        "of Senegal and later conferred with Prime Minister Ana Ruiz of Peru. They agreed to stay in touch.\n"
    )
    assert told(text) == [["Anna Bell", "Omar Dia"], ["Anna Bell", "Ana Ruiz"]]


def test_guests_met_separately_are_met_at_meetings_of_their_own():
    text = (
        "Calls\n\n5 May 2020\n\nForeign Minister Anna Bell of Norway spoke separately today with President "
        "Omar Dia of Senegal "
        "and Prime Minister Ana Ruiz of Peru about fish.\n"
    )
    assert told(text) == [["Anna Bell", "Omar Dia"], ["Anna Bell", "Ana Ruiz"]]
    assert {m.format.value for m in extract(text).meetings} == {"call"}


def test_a_paragraph_may_turn_to_the_meeting_of_two_others():
    text = (
        "Minister meets envoy\n\n17 October 2024\n\nForeign Minister Anna Bell of Norway met President Omar "
        "Dia of Senegal in "
        "Oslo on Wednesday.\n\nMeanwhile, Speaker of Parliament Liv Strand received Ambassador Ana Ruiz of "
        "Peru the same day.\n"
    )
    assert told(text) == [["Anna Bell", "Omar Dia"], ["Liv Strand", "Ana Ruiz"]]


def test_one_plural_office_is_shared_out_among_the_names_behind_it():
    text = (
        "Trilateral in Oslo\n\n8 June 2023\n\nThe Ministers of Energy of Ghana, Peru and Chile – Kofi "
        "Ansah, Ana Ruiz and "
        "Luis Vega – gathered in Oslo today for a trilateral meeting.\n"
    )
    (meeting,) = extract(text).meetings
    assert [(p.name.value, p.country.value) for p in meeting.participants] == [
        ("Kofi Ansah", "GH"),
        ("Ana Ruiz", "PE"),
        ("Luis Vega", "CL"),
    ]


def test_a_town_that_no_list_has():
    text = (
        "Railways\n\n22 October 2015\n\nTransport Minister Anna Bell of Norway met Transport Minister Ana "
        "Ruiz of Peru in "
        "Kvernholt on Thursday.\n"
    )
    assert extract(text).meetings[0].place.value == "Kvernholt"


def test_the_state_that_a_headline_gives_an_office():
    text = (
        "Chilean FM visits Helsinki\n\n3 February 2011\n\nThe Minister of Foreign Affairs, Mr Luis Vega, "
        "tried the skates and was received in "
        "Helsinki today by the President of Finland, Mr Eino Rautala.\n"
    )
    assert [p.country.value for p in extract(text).meetings[0].participants] == ["CL", "FI"]


def test_wrapped_and_divided_lines_are_joined_below_a_long_headline():
    headline = "The call of Commerce Secretary Anna Bell with Prime Minister Omar Dia of Senegal in autumn"
    text = (
        f"{headline}\n\n2019-11-05\n\n"
        "Commerce Secretary Anna Bell spoke today with Prime Minister Omar\n"
        "Dia of Senegal. Ms. Bell conveyed the commitment of her government to in-\n"
        "vestment in ports. She praised the steady exchange of letters between both\n"
        "of the governments and their wish to end the dispute about fisheries soon\n"
        "and fairly.\n"
    )
    record = extract(text)
    assert told(text) == [["Anna Bell", "Omar Dia"]]
    assert record.meetings[0].format.value == "call"


def test_journalists_name_themselves():
    text = (
        "Press conference of Foreign Minister Anna Bell\n\n5 May 2020\n\nFOREIGN MINISTER BELL: Good "
        "morning. We had a good "
        "discussion about fish.\n\nQUESTION: Thank you. Hugo Lindqvist, Capital Wire. Minister, what comes next?\n\n"
        "FOREIGN MINISTER BELL: Lunch.\n"
    )
    assert "Hugo Lindqvist" in {p.name.value for p in extract(text).people}


def test_an_agency_signs_behind_the_last_sentence():
    for agency in ("KYODO", "REUTERS"):
        assert told(f"Minister meets envoy\n\nAna Ruiz met Lars Holm in Oslo. {agency}\n") == [
            ["Ana Ruiz", "Lars Holm"]
        ]


def test_lines_wrapped_at_no_one_width():
    text = (
        "Minister of Fisheries of Ghana Ama Mensah met in Accra with Norwegian\n"
        "Minister of Fisheries Lars Holm on Monday to speak of nets and\n"
        "the cod that both crews had caught in the spring of the year\n"
        "before, as the harbour of Accra was being dug.\n"
        "\"The pier is too short for all the ships that wait for a berth\n"
        "each spring,\" Holm told Mensah, who was glad to hear of it.\n"
        "Mensah, chairwoman of the Union of Harbours of the Western and Southern Coast of Africa, said the cod\n"
        "was counted by hand on both of the shores and that crews\n"
        "would do so again.\n"
        "(Cod News Agency May 5, 2021)\n"
    )  # fmt: skip
    record = extract(text)
    assert record.title.value is None
    assert told(text) == [["Ama Mensah", "Lars Holm"]]
    quotes = [(q.text.replace("\n", " "), q.speaker.value) for q in record.quotes]
    assert quotes == [("The pier is too short for all the ships that wait for a berth each spring,", "Lars Holm")]
