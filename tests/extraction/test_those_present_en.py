"""Lists of those who were there, as presidential offices and banks print them: long offices, sides, dashes."""

from __future__ import annotations

from meetings.extraction import extract

from .told import present, present_names


def _others(text: str) -> list[tuple[str | None, str | None]]:
    """Name and office of whoever a sentence behind the lead lets take part."""
    told = present(f"4 May 2023\n\nPresident Tamo Verrin of Togo met Ambassador Ines Quell of Peru today.\n\n{text}\n")
    return [(name, office) for name, office, _state in told[0][2:]]


def test_an_office_holds_words_of_which_nothing_is_known() -> None:
    """Between a word that offices begin with and the head, or behind the comma of a name."""
    text = "Also present were Senior Reef Advisor Oda Lund and Pim Sarto, Reef Director, of the board."
    assert _others(text) == [("Oda Lund", "Senior Reef Advisor"), ("Pim Sarto", "Reef Director")]


def test_a_matter_stands_before_an_officials_office() -> None:
    assert _others("Tourism Policy Advisor Oda Lund attended the meeting.") == [("Oda Lund", "Tourism Policy Advisor")]


def test_a_plural_office_behind_names_is_each_ones() -> None:
    assert _others("Mr Oda Lund and Mr Pim Sarto, senior mission chiefs, attended the meeting.") == [
        ("Oda Lund", "senior mission chief"),
        ("Pim Sarto", "senior mission chief"),
    ]


def test_as_many_states_behind_a_plural_office_as_names_before_it() -> None:
    told = present(
        "4 May 2023\n\nPresident Tamo Verrin of Togo met Ambassador Ines Quell of Peru today.\n\n"
        "Oda Lund and Pim Sarto, the Ambassadors of Chile and Ghana, attended the meeting.\n"
    )
    assert told[0][2:] == [("Oda Lund", "Ambassador", "CL"), ("Pim Sarto", "Ambassador", "GH")]


def test_a_second_post_of_which_the_matter_is_unknown_leaves_the_name_alone() -> None:
    text = "Minister of Labour and Deputy Minister of Lagoons Oda Lund and Senior Clerk Pim Sarto attended the meeting."
    assert _others(text)[0] == ("Oda Lund", "Minister of Labour and Deputy Minister of Lagoons")


def test_in_a_list_of_offices_before_names_a_comma_does_not_turn_the_order() -> None:
    text = (
        "Attending the meeting were Minister of Ports Oda Lund, Deputy Minister of Mines, Pim Sarto, "
        "Governor of the Bank Una Vosk and Secretary to the Ministry of Roads Ezra Tilly."
    )
    assert _others(text) == [
        ("Oda Lund", "Minister of Ports"),
        ("Pim Sarto", "Deputy Minister of Mines"),
        ("Una Vosk", "Governor of the Bank"),
        ("Ezra Tilly", "Secretary to the Ministry of Roads"),
    ]


def test_whom_a_list_says_to_represent_a_state_is_of_its_side() -> None:
    told = present(
        "4 May 2023\n\nPresident Tamo Verrin met Ambassador Ines Quell of Peru today.\n\n"
        "Representing the Government of Togo were Governor Oda Lund and Minister of Mines Pim Sarto.\n"
    )
    assert told[0][2:] == [("Oda Lund", "Governor", "TG"), ("Pim Sarto", "Minister of Mines", "TG")]


def test_a_dash_joins_a_body_to_an_office() -> None:
    text = (
        "4 May 2023\n\nPresident Tamo Verrin of Togo met Ambassador Ines Quell of Peru today.\n\n"
        "Attendees at the meeting included Oda Lund, Special Advisor – World Bank, and Pim Sarto, Regional Director.\n"
    )
    assert present(text)[0][2] == ("Oda Lund", "Special Advisor", None)


def test_the_adviser_of_an_ambassador_is_of_the_ambassadors_state() -> None:
    told = present(
        "4 May 2023\n\nPresident Tamo Verrin of Togo met Ambassador Ines Quell of Peru today.\n\n"
        "Oda Lund, Water Adviser to the Peruvian Ambassador, attended the meeting.\n"
    )
    assert told[0][2:] == [("Oda Lund", "Water Adviser to the Peruvian Ambassador", "PE")]


def test_the_president_of_those_who_send_an_ambassador_is_not_the_host() -> None:
    text = (
        "4 May 2023\n\nThe Ambassador of Peru to Togo, Ines Quell, paid a courtesy call on President Tamo Verrin.\n\n"
        "She brought a letter of the Peruvian head of state.\n"
    )
    assert present(text) == [[("Ines Quell", "Ambassador of Peru to Togo", "PE"), ("Tamo Verrin", "President", "TG")]]


def test_the_head_of_a_body_is_no_rival_of_a_president() -> None:
    text = (
        "4 May 2023\n\nPresident of the World Bank Ines Quell met with President Tamo Verrin at the lodge in Lomé.\n\n"
        "Pim Sarto, Country Director – Ghana, was present.\n"
    )
    assert present(text)[0][:2] == [
        ("Ines Quell", "President of the World Bank", None),
        ("Tamo Verrin", "President", "TG"),
    ]


def test_an_office_in_so_many_words_is_its_holders_not_the_deputys() -> None:
    text = (
        "4 May 2023\n\nMeeting of the Secretary to the President with the Peruvian Ambassador\n\n"
        "Assistant Secretary to the President Oda Lund was on leave.\n\n"
        "Tamo Verrin, Secretary to the President, praised the ferry. Ambassador Ines Quell of Peru thanked him.\n"
    )
    assert present_names(text) == [["Tamo Verrin", "Ines Quell"]]


def test_envoys_of_a_list_have_the_offices_that_they_were_given() -> None:
    """And their host is of the state to which the envoys, in the plural, were sent."""
    text = (
        "4 May 2023\n\nEnvoys Present Credentials\n\n"
        "Two new ambassadors to Togo presented their credentials to President Tamo Verrin today.\n\n"
        "Accordingly:\n\n"
        "* His Excellency Mr. Pim Sarto has been named as the Ambassador of Chile, based in Accra.\n"
        "* Her Excellency Ms. Oda Lund was appointed as the Ambassador of Norway, based in Accra.\n"
    )
    assert present(text) == [
        [
            ("Tamo Verrin", "President", "TG"),
            ("Pim Sarto", "Ambassador of Chile", "CL"),
            ("Oda Lund", "Ambassador of Norway", "NO"),
        ]
    ]


def test_to_whom_credentials_are_presented_is_no_part_of_the_office() -> None:
    text = (
        "LOMÉ, 4 May 2023\n\nOda Lund presented her credentials as Ambassador of Norway to Togo to President "
        "Tamo Verrin."
    )
    assert present(text) == [[("Oda Lund", "Ambassador of Norway to Togo", "NO"), ("Tamo Verrin", "President", "TG")]]


def test_a_meeting_between_somebody_and_people_of_a_body_was_held() -> None:
    text = (
        "4 May 2023\n\nBank Team in Town\n\n"
        "A meeting between President Tamo Verrin of Togo and economists of the World Bank was held this morning.\n"
    )
    assert present(text) == [[("Tamo Verrin", "President", "TG")]]


def test_what_the_headline_calls_a_discussion_took_place() -> None:
    """And those who met a body, on a page that names one state again and again, are of that one."""
    text = (
        "4 May 2023\n\nA Discussion Held Between the President and the World Bank\n\n"
        "Over soup and maps, a long exchange on the harbours of Togo took place today between President "
        "Tamo Verrin and the bankers.\n\nTogo has three harbours. The exchange was also attended by World "
        "Bank Director Pim Sarto and Secretary to the Cabinet Oda Lund.\n"
    )
    assert present(text) == [
        [
            ("Tamo Verrin", "President", "TG"),
            ("Pim Sarto", "World Bank Director", None),
            ("Oda Lund", "Secretary to the Cabinet", "TG"),
        ]
    ]


def test_whoever_serves_a_president_is_of_the_state_where_an_ambassador_is_posted() -> None:
    text = (
        "4 May 2023\n\nTalks on Maps\n\nA discussion was held today between Tamo Verrin, Secretary to the President, "
        "and Oda Lund, the Ambassador of Norway to Togo.\n"
    )
    assert present(text) == [
        [("Tamo Verrin", "Secretary to the President", "TG"), ("Oda Lund", "Ambassador of Norway to Togo", "NO")]
    ]


def test_the_author_of_a_letter_that_is_handed_over_was_not_there() -> None:
    text = (
        "4 May 2023\n\nPeruvian Ambassador Meets President\n\nThe Ambassador of Peru to Togo, Ines Quell, met "
        "President Tamo Verrin today. She handed over a letter of thanks from Peru's President, Pim Sarto.\n\n"
        "\u201cWe love your lagoons,\u201d President Sarto said.\n"
    )
    assert present_names(text) == [["Ines Quell", "Tamo Verrin"]]


def test_a_list_that_begins_with_an_office_and_a_comma_goes_on_so() -> None:
    text = (
        "Also present were the Minister of Ports of Togo, Oda Lund, Togo's Ambassador to Peru, Ms. Una Vosk, and the "
        "Chairman of the Ferry Board, Mr. Pim Sarto."
    )
    assert _others(text) == [
        ("Oda Lund", "Minister of Ports of Togo"),
        ("Una Vosk", "Togo's Ambassador to Peru"),
        ("Pim Sarto", "Chairman of the Ferry Board"),
    ]


def test_a_comma_may_be_left_out_behind_a_full_name() -> None:
    assert _others("Dr. Oda Lund Secretary to the President, attended the meeting.") == [
        ("Oda Lund", "Secretary to the President")
    ]


def test_a_plural_office_before_two_names_is_each_ones_in_the_singular() -> None:
    assert _others("Senior Advisors to the President Dr. Oda Lund and Mr. Pim Sarto attended the meeting.") == [
        ("Oda Lund", "Senior Advisor to the President"),
        ("Pim Sarto", "Senior Advisor to the President"),
    ]


def test_an_envoy_is_not_of_the_state_of_a_secretary() -> None:
    text = (
        "4 May 2023\n\nMeeting Between Secretary to the President and Kenyan High Commissioner\n\n"
        "Secretary to the President Tamo Verrin met High Commissioner of Kenya to Ghana Ines Quell today.\n"
    )
    assert present(text) == [
        [
            ("Tamo Verrin", "Secretary to the President", "GH"),
            ("Ines Quell", "High Commissioner of Kenya to Ghana", "KE"),
        ]
    ]


def test_those_of_a_bodys_team_act_for_it() -> None:
    told = extract(
        "4 May 2023\n\nPresident Meets Bank\n\nPresident Tamo Verrin of Togo met bankers of the World Bank today.\n\n"
        "The World Bank team was led by Ines Quell, Regional Director.\n"
    ).meetings
    assert [(p.name.value, p.organization.value) for p in told[0].participants] == [
        ("Tamo Verrin", None),
        ("Ines Quell", "World Bank"),
    ]


def test_an_ambassador_beside_the_hosts_minister_came_with_somebody_of_their_own() -> None:
    text = (
        "4 May 2023\n\nNorwegian Foreign Minister calls on President Verrin\n\n"
        "Norwegian Foreign Minister Ines Quell called on President Tamo Verrin in Oslo today.\n\n"
        "The meeting was attended by Togo's Ambassador to Norway Oda Lund.\n"
    )
    assert present(text)[0][:2] == [
        ("Ines Quell", "Norwegian Foreign Minister", "NO"),
        ("Tamo Verrin", "President", "TG"),
    ]


def test_a_headline_can_end_with_the_stop_of_a_name() -> None:
    record = extract(
        "May 4, 2023\n\nPresident Verrin Meets the Peruvian President Pim Sarto Jr.\n\n"
        "President Tamo Verrin of Togo met with President Pim L. Sarto, Jr. of Peru today.\n"
    )
    assert record.title.value == "President Verrin Meets the Peruvian President Pim Sarto Jr."
    assert [p.name.value for p in record.meetings[0].participants] == ["Tamo Verrin", "Pim L. Sarto"]


def test_an_ambassador_who_calls_on_a_minister_leaves_the_other_hosts_theirs() -> None:
    text = (
        "4 May 2023\n\nNorwegian Ambassador calls on Prime Minister of Togo\n\n"
        "Togo's Prime Minister Tamo Verrin received the Ambassador of Norway to Togo, Ines Quell, today.\n\n"
        "Minister of Mines Oda Lund was present.\n"
    )
    assert present(text)[0][2:] == [("Oda Lund", "Minister of Mines", "TG")]


def test_a_paragraph_that_ends_with_the_stop_of_a_name_is_no_headline() -> None:
    record = extract(
        "Ferry Leaders Gather\n\n4 May 2023\n\nThe leaders of the ferry states gathered in Lomé today for the first of "
        "their meetings of this year. Those present were President Tamo Verrin of Togo, Prime Minister Ines Quell "
        "of Peru and the President of Chile, Pim Sarto Jr.\n"
    )
    assert record.title.value == "Ferry Leaders Gather"


def test_a_member_of_parliament_keeps_the_letters_out_of_the_name() -> None:
    """Before what is theirs, and between two names that one office heads."""
    text = "4 May 2023\n\nPM at work\n\nPrime Minister Tamo Verrin MP's first meeting was with Ambassador Ines Quell."
    assert present_names(text) == [["Tamo Verrin", "Ines Quell"]]
    text = "4 May 2023\n\nPMs meet\n\nPrime Ministers Hon. Oda Lund MP of Togo and Hon. Pim Sarto MP of Peru met today."
    assert present(text) == [[("Oda Lund", "Prime Minister", "TG"), ("Pim Sarto", "Prime Minister", "PE")]]


def test_a_ruler_has_a_diwan() -> None:
    assert _others("Undersecretary at the Amiri Diwan Oda Lund attended the meeting.") == [
        ("Oda Lund", "Undersecretary at the Amiri Diwan")
    ]
