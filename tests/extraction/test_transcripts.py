"""Transcripts, press encounters, memoranda and communiqués, with invented people and words."""

import pytest

from meetings.extraction import extract
from meetings.extraction.rules import RULES
from tests.extraction.told import present


def turns(text):
    record = extract(text)
    assert all(quote.rule in RULES and quote.speaker.rule in RULES for quote in record.quotes)
    return [(quote.text, quote.speaker.value) for quote in record.quotes]


def where(text):
    return [(m.format.value, m.place.value, m.place_country.value) for m in extract(text).meetings]


AVAILABILITY = """Remarks With Norwegian Foreign Minister Ragna Solvik at a Joint Press Availability

Remarks
Harriet Colby
Secretary of State
Ministry of Foreign Affairs
Oslo, Norway
October 3, 2017

FOREIGN MINISTER SOLVIK: (Via translator) The boats are in, and the kettle is on for Secretary Colby.

SECRETARY COLBY: Thank you, Ragna. I could smell the herring from the train.

QUESTION: (In Norwegian.) Did you meet Mr. Zavarzin in Geneva last week, Madam Secretary?

FOREIGN MINISTER SOLVIK: (In Norwegian.)

SECRETARY COLBY: I did not. (Laughter.)

# # #
"""


def test_lines_under_the_headline_give_name_and_office():
    assert present(AVAILABILITY) == [
        [("Ragna Solvik", "Norwegian Foreign Minister", "NO"), ("Harriet Colby", "Secretary of State", "US")]
    ]


def test_a_stage_direction_alone_is_no_turn_and_a_question_names_no_participant():
    assert turns(AVAILABILITY) == [
        ("The boats are in, and the kettle is on for Secretary Colby.", "Ragna Solvik"),
        ("Thank you, Ragna. I could smell the herring from the train.", "Harriet Colby"),
        ("I did not.", "Harriet Colby"),
    ]


DOORSTOP = """Doorstop interview, Oldport
Transcript, E&OE
Senator the Hon Fiona Cartledge
Minister for Foreign Affairs
9 August 2018

Fiona Cartledge, Minister for Foreign Affairs: It is windy on this pier. I have come from a good meeting.

Journalist: Minister, did you discuss the port?

Foreign Minister: We did.
"""


def test_a_doorstop_is_a_news_conference_in_the_town_of_its_headline():
    record = extract(DOORSTOP)
    assert record.title.value == "Doorstop interview, Oldport"
    assert where(DOORSTOP) == [("news_conference", "Oldport", None)]
    assert present(DOORSTOP) == [[("Fiona Cartledge", "Minister for Foreign Affairs", "AU")]]


MEMORANDUM = """                      MEMORANDUM OF CONVERSATION

DATE:      September 9, 1971, 11:00 - 11:50 a.m.
PLACE:     Department of State, Washington

PARTICIPANTS:

U.S.
   The Secretary
   Walter G. Parnell
     Deputy Under Secretary for Economic Affairs
   Joan Tilden (Notetaker)

NORWAY
   Ragna Solvik
     Minister of Foreign Affairs
   Knut Berge
     Ambassador to the U.S.

Minister Solvik said that she had met Prime Minister Emma Falk in Stockholm. The Secretary said that herring was \
welcome; it was "no cause for cannon," he added.

Coming to the Skagerrak, the Secretary asked for news. Ambassador Berge called it "a street that nobody sweeps."
"""


def test_a_list_of_participants_is_complete_and_gives_offices_on_lines_below():
    assert present(MEMORANDUM) == [
        [
            ("Walter G. Parnell", "Deputy Under Secretary for Economic Affairs", "US"),
            ("Joan Tilden", "Notetaker", "US"),
            ("Ragna Solvik", "Minister of Foreign Affairs", "NO"),
            ("Knut Berge", "Ambassador to the U.S.", "NO"),
        ]
    ]
    assert where(MEMORANDUM) == [("talks", "Washington", "US")]


def test_an_office_listed_without_a_name_is_nobody_elses():
    assert turns(MEMORANDUM) == [
        ("no cause for cannon,", None),
        ("a street that nobody sweeps.", "Knut Berge"),
    ]


def test_labels_inside_a_paragraph_begin_turns():
    text = """Transcript of the Press Briefing by the Official Spokesperson

March 8, 2018

Shri Vasant Keni, Official Spokesperson: Friends, a happy spring. There is a notice on ferries, after which \
it is your turn. Leela Dutt: Sir, I am Leela Dutt from the Courier, on the sailors in Oslo. \
Shri Vasant Keni, Official Spokesperson: All nine have been found. They had missed a tram and slept at the port. \
Omar Pasha: Who will bring them home? Shri Vasant Keni, Official Spokesperson: The next ship.

New Delhi
March 8, 2018
"""
    assert turns(text) == [
        ("Friends, a happy spring. There is a notice on ferries, after which it is your turn.", "Vasant Keni"),
        ("All nine have been found. They had missed a tram and slept at the port.", "Vasant Keni"),
        ("The next ship.", "Vasant Keni"),
    ]
    assert where(text) == [("news_conference", "New Delhi", "IN")]


def test_a_story_around_the_turns_is_nobodys_words():
    text = """President Rezo Lomsadze received Norwegian Minister

06.11.2018 [10:25]

On November 6, President of Georgia Rezo Lomsadze received Minister of Energy of Norway Kari Strand.

Greeting the guest, President Rezo Lomsadze said:

- Dear Minister, be our guest. The plums are ripe and the ladder is new.

President Rezo Lomsadze: Shall we take the eastern pass?

Minister Kari Strand: The western one is dry, Mr. President.

President Rezo Lomsadze: Then I agree.

The Minister signed the visitors’ book.
"""
    assert turns(text) == [
        ("Dear Minister, be our guest. The plums are ripe and the ladder is new.", "Rezo Lomsadze"),
        ("Shall we take the eastern pass?", "Rezo Lomsadze"),
        ("The western one is dry, Mr. President.", "Kari Strand"),
        ("Then I agree.", "Rezo Lomsadze"),
    ]


TELEGRAM = """R 121530Z NOV 75
FM AMEMBASSY OSLO
TO SECSTATE WASHDC 4455

UNCLAS OSLO 5521

E.O. 11652: N/A
TAGS: PFOR, NO, GH
SUBJECT: NORWEGIAN-GHANAIAN JOINT COMMUNIQUE

INVITED BY THE NORWEGIAN GOVERNMENT, THE MINISTER OF FOREIGN AF-
FAIRS OF GHANA, MR. KOJO BADU DARKWA, CAME TO NORWAY ON AN OFFICIAL
VISIT FROM NOVEMBER 9 TO NOVEMBER 12, 1975.

ON NOVEMBER 10 THE MINISTER HAD TALKS IN OSLO WITH THE MINISTER OF
FOREIGN AFFAIRS OF NORWAY, MR. ODD SOLVIK. THE TALKS DEALT WITH
LIGHTHOUSES, WITH THE PRICE OF ROPE AND WITH A CHOIR THAT NEITHER
SIDE HAD HEARD.
"""


def test_a_telegram_in_capitals():
    record = extract(TELEGRAM)
    assert (record.published.value, record.title.value) == ("1975-11-12", "NORWEGIAN-GHANAIAN JOINT COMMUNIQUE")
    assert [m.date.value for m in record.meetings] == ["1975-11-10"]
    assert present(TELEGRAM) == [
        [
            ("KOJO BADU DARKWA", "MINISTER OF FOREIGN AFFAIRS OF GHANA", "GH"),
            ("ODD SOLVIK", "MINISTER OF FOREIGN AFFAIRS OF NORWAY", "NO"),
        ]
    ]
    assert record.quotes == ()


def test_a_communique_lists_each_side():
    text = """Joint Communiqué on the visit of the Minister of Foreign Affairs of Norway

Accra, 14 June 2019

At the invitation of Mrs. Efua Koomson, Minister for Foreign Affairs of Ghana, Mr. Odd Solvik, Minister of Foreign \
Affairs of Norway, paid an official visit to Ghana.

The two Ministers held talks in Accra on 13 June 2019.

Taking part in the talks on the Ghanaian side were:

Mrs. Abena Tetteh, Director of the Europe Bureau;

On the Norwegian side:

Mr. Knut Haugdal, Ambassador of Norway to Ghana;
Ms. Liv Berge, Director General.
"""
    assert present(text) == [
        [
            ("Odd Solvik", "Minister of Foreign Affairs of Norway", "NO"),
            ("Efua Koomson", "Minister for Foreign Affairs of Ghana", "GH"),
            ("Abena Tetteh", "Director of the Europe Bureau", "GH"),
            ("Knut Haugdal", "Ambassador of Norway to Ghana", "NO"),
            ("Liv Berge", "Director General", "NO"),
        ]
    ]


def test_guest_in_the_headline_and_host_in_the_lead_are_one_meeting():
    text = """Meeting with President of Kazakhstan Yerbol Kuanbai

Gleb Zavarzin held talks with President of Kazakhstan Yerbol Kuanbai in the Kremlin.

March 3, 2021
14:10
The Kremlin, Moscow

President of Russia Gleb Zavarzin: Mr President, I see you have brought the rain.

President of Kazakhstan Yerbol Kuanbai (retranslated): Thank you, Mr Zavarzin. It followed us from the steppe.
"""
    assert present(text) == [
        [("Yerbol Kuanbai", "President of Kazakhstan", "KZ"), ("Gleb Zavarzin", "President of Russia", "RU")]
    ]
    assert where(text) == [("talks", "Moscow", "RU")]


@pytest.mark.parametrize("line", ["3:52 P.M. EDT", "10:07 A.M. CEST"])
def test_the_hour_is_nobodys_initials(line):
    text = f"""Remarks by President Marlow and Prime Minister Takagawa of Japan Before Bilateral Meeting

June 8, 2021

Oval Office

{line}

PRESIDENT MARLOW:  Welcome to the White House. I was in Washington all summer.

PRIME MINISTER TAKAGAWA:  (As interpreted.)  I had never seen such tall snow.

{line}
"""
    record = extract(text)
    assert [p.name.value for p in record.people] == ["Marlow", "Takagawa"]
    assert where(text) == [("talks", "Washington", "US")]
    assert present(text) == [[("Marlow", "President", "US"), ("Takagawa", "Prime Minister", "JP")]]
    assert turns(text)[-1] == ("I had never seen such tall snow.", "Takagawa")


def test_whom_a_speaker_presents_is_there():
    text = """Remarks by President Marlow and Prime Minister Takagawa of Japan Before Bilateral Meeting

June 8, 2021

PRESIDENT MARLOW: Come in. I am joined by Harriet Colby, Secretary of State, who flew in at dawn.

PRIME MINISTER TAKAGAWA: Thank you. I bring greetings from Foreign Minister Mori.
"""
    assert [name for name, _office, _country in present(text)[0]] == ["Marlow", "Takagawa", "Harriet Colby"]


def test_speakers_in_brackets_and_on_lines_of_their_own():
    bracketed = """Interview of Minister of Foreign Affairs of Armenia Tigran Avakian with Radio Lake

14.02.2020

[Journalist]: Mr. Avakian, what is next?

[Tigran Avakian]: I shall go to Athens.
"""
    lone = """PM press conference in Oslo: 5 June 2023

Prime Minister Pell

Good afternoon. I told the Prime Minister of Norway, Tore Haugdal, that our gulls are louder.

Prime Minister Haugdal

Thank you, Gregory. I am glad that we counted them together.

Prime Minister Pell

I never speak of my travels.
"""
    assert turns(bracketed) == [("I shall go to Athens.", "Tigran Avakian")]
    assert [speaker for _words, speaker in turns(lone)] == ["Pell", "Tore Haugdal", "Pell"]


def test_a_joint_statement_on_a_meeting_tells_of_it():
    text = """Joint Statement on the meeting of Norwegian Foreign Minister Solvik and Secretary Colby

7 June 2017

Norwegian Foreign Minister Solvik and U.S. Secretary of State Harriet Colby met in Geneva on June 7.
"""
    assert where(text) == [("talks", "Geneva", "CH")]


def test_the_first_word_behind_a_label_in_capitals_is_no_name():
    text = (
        "Remarks by First Lady Anna Bell in Press Gaggle\n\nMay 3, 2021\n\nTHE FIRST LADY:  Lovely Warm Morning!\n\n"
        "Q    How are you?\n\nTHE FIRST LADY:  Well, I am glad.\n\nQ    Thanks.\n\nTHE FIRST LADY:  Yeah, thank you.\n"
    )
    record = extract(text)
    assert [p.name.value for p in record.people] == ["Anna Bell"]
    assert {q.speaker.value for q in record.quotes} == {"Anna Bell"}


def test_a_couple_of_one_family_name_are_two_persons():
    text = (
        "Remarks by President Bell and First Lady Anna Bell in Press Gaggle\n\nMay 3, 2021\n\nTHE FIRST LADY:  Happy "
        "day!\n\nQ    Will you travel?\n\nTHE PRESIDENT:  I may very well.\n\nQ    Thanks.\n\nTHE FIRST LADY:  Yes.\n"
    )
    assert [q.speaker.value for q in extract(text).quotes] == ["Anna Bell", "Bell", "Anna Bell"]


IN_CAPITALS = """Versión estenográfica. Encuentro del presidente de Perú y el presidente de Ghana

3 de mayo de 2021

---

PRESIDENTE DE GHANA, KOFI MENSAH OWUSU

Qué bien se ve el lago desde aquí, señora presidenta. Le traje mangos de mi huerta, y ojalá lleguen maduros.

---

PRESIDENTE DE PERÚ, ANA MARÍA RUIZ SALCEDO

Presidente Mensah, los mangos huelen de maravilla y hoy los repartiremos entre los remeros.

---

MODERADORA

Ya pueden subir a las barcas.
"""


def test_lines_in_capitals_with_office_and_name_are_labels_of_a_transcript():
    assert [speaker for _text, speaker in turns(IN_CAPITALS)] == [
        "KOFI MENSAH OWUSU",
        "ANA MARÍA RUIZ SALCEDO",
        None,
    ]
    assert present(IN_CAPITALS) == [
        [
            ("ANA MARÍA RUIZ SALCEDO", "PRESIDENTE DE PERÚ", "PE"),
            ("KOFI MENSAH OWUSU", "PRESIDENTE DE GHANA", "GH"),
        ]
    ]


def test_one_line_in_capitals_is_no_label():
    assert not turns(IN_CAPITALS.replace("PERÚ, ANA MARÍA RUIZ SALCEDO", "Perú.").replace("MODERADORA", "Nota"))


@pytest.mark.parametrize(("meeting", "form"), [("reunión bilateral virtual", "video"), ("la firma", "talks")])
def test_words_spoken_before_a_virtual_meeting_are_spoken_apart(meeting, form):
    headline = f"Versión estenográfica. Saludos de los presidentes, previo a {meeting}"
    _first, body = IN_CAPITALS.split("\n", 1)
    assert [m.format.value for m in extract(f"{headline}\n{body}").meetings] == [form]


def test_a_name_that_ends_in_one_letter_is_a_label():
    text = (
        "Встреча с министром Лян У\n\nВ Лиме состоялась встреча Олега Рида с министром иностранных дел Китая "
        "Лян У.\n\n8 октября 2012 года\n\nО.Рид: Доброе утро, господин министр!\n\nВам, я вижу, на шляпу сел снег.\n\n"
        "Лян У (как переведено): Здравствуйте, господин Рид!\n\nНаш поезд остановился прямо в облаке. Я успел "
        "заварить чай."
    )
    assert [(q.speaker.value, q.text[-11:]) for q in extract(text).quotes] == [
        ("Олег Рид", "у сел снег."),
        ("Лян У", "варить чай."),
    ]


@pytest.mark.parametrize(
    ("headline", "met"),
    [
        ("Remarks by President Bell before Meeting with the Mayors of Lima", [["Bell"]]),
        ("Remarks by Vice President Bell at Meeting with Mayors", [["Bell"]]),
        ("President Bell Says Talks with Chile Have Stalled", []),
    ],
)
def test_remarks_at_a_meeting_tell_of_it(headline, met):
    text = (
        f"{headline}\n\nApril 1, 2024\n\nTHE PRESIDENT: Good morning. We have a lot to discuss about trade.\n\n"
        "Q    Will there be a deal?\n\nTHE PRESIDENT: We will see."
    )
    assert [[p.name.value for p in m.participants] for m in extract(text).meetings] == met


def test_marks_around_a_whole_turn_are_not_its_words():
    head = "Remarks of two ministers\n\n5 May 2021\n\nMINISTER ANA RUIZ:\n\n"
    page = (
        f'{head}"We are glad of the pier.\n\nIt is ours, and I say so with joy."\n\n'
        "MINISTER OMAR DIA:\n\n“So are we.\n\nMINISTER ANA RUIZ:\n\n“Then let us build.”\n"
    )
    said = [(q.text, q.speaker.value) for q in extract(page).quotes]
    assert said == [
        ("We are glad of the pier.\n\nIt is ours, and I say so with joy.", "ANA RUIZ"),
        ("So are we.", "OMAR DIA"),
        ("Then let us build.", "ANA RUIZ"),
    ]


def test_words_in_marks_at_the_beginning_of_a_turn_are_part_of_it():
    head = "Remarks of two ministers\n\n5 May 2021\n\nMINISTER ANA RUIZ:\n\n"
    page = f"{head}“The Pier” is a song that we love, and I sing it.\n\nMINISTER OMAR DIA:\n\nSo do we, my friends.\n"
    assert [q.text for q in extract(page).quotes] == [
        "“The Pier” is a song that we love, and I sing it.",
        "So do we, my friends.",
    ]


def test_whoever_is_addressed_by_name_and_fathers_name_is_no_further_person():
    text = (
        "Meeting with President of Chile Omar Diasov\n\n3 May 2021\n\nPavel Rucheikov: Good afternoon, Omar Karlovich! "
        "The samovar is hot.\n\nOmar Diasov: Dear Pavel Sergeyevich, I brought jam.\n"
    )
    assert [p.name.value for p in extract(text).people] == ["Omar Diasov", "Pavel Rucheikov"]


def test_a_family_name_like_a_fathers_is_one_outside_an_address():
    text = (
        "Jam in Oslo\n\n3 May 2021\n\nForeign Minister of Peru Roman Belov met Foreign Minister of Ghana Roman "
        "Tirovich in Oslo. The baker Roman Zalevich sold them buns.\n"
    )
    assert [p.name.value for p in extract(text).people] == ["Roman Belov", "Roman Tirovich", "Roman Zalevich"]
