"""Who is who by lines below names, by labels with brackets, and who only asks. All people and words are invented."""

from meetings.extraction import extract


def there(text):
    return [(p.name.value, p.office.value, p.country.value) for p in extract(text).meetings[0].participants]


def speakers(text):
    return [q.speaker.value for q in extract(text).quotes]


def test_offices_on_the_lines_below_names():
    text = (
        "Envoys\n\n3 May 2021\n\nToday President Rose Boat of Ghana received three envoys at a ceremony."
        "\n\nThe following envoys presented their credentials:\n\nHer Excellency Ana Ruiz"
        "\n\nHigh Commissioner of Malaysia\n\nHis Excellency Archbishop Ivan Stone\n\nApostolic Nuncio of the Holy See"
        "\n\nHis Excellency Omar Dia\n"
        "Ambassador of Peru\n\nQuick facts:\n\nIt is an old custom.\n"
    )
    assert there(text) == [
        ("Rose Boat", "President", "GH"),
        ("Ana Ruiz", "High Commissioner of Malaysia", "MY"),
        ("Ivan Stone", "Apostolic Nuncio of the Holy See", "VA"),
        ("Omar Dia", "Ambassador of Peru", "PE"),
    ]


def test_a_label_with_an_office_of_a_state_and_a_name_in_brackets():
    text = (
        "Transcript of media interaction\n\n3 May 2021\n\nPeruvian Foreign Minister (Ms. Ana Ruiz): We had a talk.\n\n"
        "Minister of External Relations of Ghana (Mr. Omar Dia): Thank you very much.\n\nQuestion: Did you?\n\n"
        "Peruvian Foreign Minister: We did.\n"
    )
    assert speakers(text) == ["Ana Ruiz", "Omar Dia", "Ana Ruiz"]
    assert [p[0] for p in there(text)] == ["Ana Ruiz", "Omar Dia"]


def test_whoever_says_sir_and_which_paper_they_are_of_asks():
    text = (
        "Transcript of the weekly briefing\nGhana - Ministry of External Affairs\n3 May 2021\n"
        "Mr. Omar Dia, Official Spokesperson: Good afternoon. I can take questions.\n"
        "Rose Stone: Sir Rose Stone from the Courier. Is there news about fish?\n"
        "Kofi Boat: Sir, I am Kofi Boat from the Gazette. I have two questions. What of the port?\n"
        "Mr. Omar Dia, Official Spokesperson: There is none.\nKofi Boat: And the ships?\n"
        "Mr. Omar Dia, Official Spokesperson: They sail.\n"
    )
    assert speakers(text) == ["Omar Dia"] * 3
    assert [p[0] for p in there(text)] == ["Omar Dia"]


def test_a_head_of_government_and_a_comma():
    text = "3 May 2021\n\nAn Taoiseach, Omar Dia has spoken by phone today with the Peruvian President Ana Ruiz."
    assert there(text) == [("Omar Dia", "Taoiseach", "IE"), ("Ana Ruiz", "Peruvian President", "PE")]


def test_whose_office_is_one_states_alone_does_not_take_the_publishers():
    text = (
        "PM call with Taoiseach Omar Dia: 3 May 2021\n\nPrime Minister Rose Stone spoke with Taoiseach Omar Dia."
        "\n\nA Downing Street spokesperson said:\n\nThe Prime Minister spoke to Omar Dia on the phone about Ireland.\n"
    )
    assert [(n, c) for n, _o, c in there(text)] == [("Rose Stone", "GB"), ("Omar Dia", "IE")]


def test_the_spokesperson_of_a_guest_is_of_the_guests_state():
    text = (
        "Transcript of the media interaction of the External Affairs Minister in Lima\n\n3 May 2021\n\n"
        "Official Spokesperson (Mr. Omar Dia): Good evening. The Minister will take questions on Peru.\n\n"
        "Question: Did the Foreign Minister of Peru speak of fish?\n\n"
        "External Affairs Minister (Ms. Rose Stone): She did. Peru has much.\n\nQuestion: And Peru’s port?\n\n"
        "External Affairs Minister: That too.\n"
    )
    assert {c for _n, _o, c in there(text)} == {"IN"}
