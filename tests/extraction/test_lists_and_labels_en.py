"""Who is who by lines below names, by labels with brackets, and who only asks. All people and words are invented."""

from .told import present, said


def there(text):
    return present(text)[0]


def speakers(text):
    return [speaker for _words, speaker in said(text)]


def test_offices_on_the_lines_below_names():
    text = (
        "Three envoys\n\n3 May 2021\n\nPresident Rose Boat of Ghana received three envoys under the old tree."
        "\n\nThese three came with letters of credence:\n\nHer Excellency Ana Ruiz"
        "\n\nHigh Commissioner of Malaysia\n\nHis Excellency Archbishop Ivan Stone\n\nApostolic Nuncio of the Holy See"
        "\n\nHis Excellency Omar Dia\n"
        "Ambassador of Peru\n\nOf the tree:\n\nIt is two hundred years old.\n"
    )
    assert there(text) == [
        ("Rose Boat", "President", "GH"),
        ("Ana Ruiz", "High Commissioner of Malaysia", "MY"),
        ("Ivan Stone", "Apostolic Nuncio of the Holy See", "VA"),
        ("Omar Dia", "Ambassador of Peru", "PE"),
    ]


def test_a_label_with_an_office_of_a_state_and_a_name_in_brackets():
    text = (
        "Transcript of a talk on the quay\n\n3 May 2021\n\nPeruvian Foreign Minister (Ms. Ana Ruiz): The crane works."
        "\n\nMinister of External Relations of Ghana (Mr. Omar Dia): It lifts two cars.\n\nQuestion: Is it loud?\n\n"
        "Peruvian Foreign Minister: It hums.\n"
    )
    assert speakers(text) == ["Ana Ruiz", "Omar Dia", "Ana Ruiz"]
    assert [p[0] for p in there(text)] == ["Ana Ruiz", "Omar Dia"]


def test_whoever_says_sir_and_which_paper_they_are_of_asks():
    text = (
        "Transcript of the weekly briefing\nGhana - Ministry of External Affairs\n3 May 2021\n"
        "Mr. Omar Dia, Official Spokesperson: The kettle is on. Who begins?\n"
        "Rose Stone: Sir Rose Stone from the Courier. Is there news about fish?\n"
        "Kofi Boat: Sir, I am Kofi Boat from the Gazette. I have two questions. What of the port?\n"
        "Mr. Omar Dia, Official Spokesperson: There is none.\nKofi Boat: And the ships?\n"
        "Mr. Omar Dia, Official Spokesperson: They sail.\n"
    )
    assert speakers(text) == ["Omar Dia"] * 3
    assert [p[0] for p in there(text)] == ["Omar Dia"]


def test_a_head_of_government_and_a_comma():
    text = "3 May 2021\n\nAn Taoiseach, Omar Dia has met in Galway the Peruvian President Ana Ruiz for a boat race."
    assert there(text) == [("Omar Dia", "Taoiseach", "IE"), ("Ana Ruiz", "Peruvian President", "PE")]


def test_whose_office_is_one_states_alone_does_not_take_the_publishers():
    text = (
        "Chess with Taoiseach Omar Dia: 3 May 2021\n\nPrime Minister Rose Stone spoke by phone with Taoiseach Omar Dia."
        "\n\nA Downing Street spokesperson said:\n\nThe Prime Minister lost to Omar Dia, who knows a chess club in "
        "Ireland.\n"
    )
    assert [(n, c) for n, _o, c in there(text)] == [("Rose Stone", "GB"), ("Omar Dia", "IE")]


def test_the_spokesperson_of_a_guest_is_of_the_guests_state():
    text = (
        "Transcript of what the External Affairs Minister told the press in Lima\n\n3 May 2021\n\n"
        "Official Spokesperson (Mr. Omar Dia): Sit down, all of you. We have an hour for Peru.\n\n"
        "Question: Did the Foreign Minister of Peru cook for you?\n\n"
        "External Affairs Minister (Ms. Rose Stone): She did. Peru has good fish.\n\nQuestion: And Peru’s beans?\n\n"
        "External Affairs Minister: Them too.\n"
    )
    assert {c for _n, _o, c in there(text)} == {"IN"}
