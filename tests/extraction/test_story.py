"""Pages as ministries, offices and agencies print them: who met whom, when and where. Invented people and words."""

import pytest

from meetings.extraction import extract


def page(*lines):
    return "\n\n".join(lines) + "\n"


def told(text):
    """(date, format, place, names) of every meeting."""
    return [
        (m.date.value, m.format.value, m.place.value, [p.name.value for p in m.participants])
        for m in extract(text).meetings
    ]


def acting(text, name):
    """(office, country, organization) of somebody."""
    [found] = {p.name.value: p for m in extract(text).meetings for p in m.participants if p.name.value == name}.values()
    return found.office.value, found.country.value, found.organization.value


MET = "Foreign Minister of Chile Ana Ruiz met with Foreign Minister of Norway Lars Holm in Oslo."


# --- publication dates


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("03/05/2021", "2021-05-03"),
        ("05/03/2021 05:30 PM EDT", "2021-05-03"),
        ("12:45, 5 June 2021", "2021-06-05"),
        ("5 June 202112:45", "2021-06-05"),
        ("Published: 14.10.2019, 17:40      Views: 2 063", "2019-10-14"),
        ("Source: News| 2018/9/6 20:11:33|Editor: Tom", "2018-09-06"),
        ("April 3, 2019, The Palace, Oslo", "2019-04-03"),
        ("Press Release | 12 May 2021 | Geneva", "2021-05-12"),
        ("12 Ramadan 1442 / 24 April 2021", "2021-04-24"),
        ("30/02/2021", None),
        ("4 June, 11:26", "XXXX-06-04"),
    ],
)
def test_date_lines(line, date):
    assert extract(page("Foreign Minister meets colleague in Oslo", line, MET)).published.value == date


@pytest.mark.parametrize(
    ("dateline", "date"),
    [
        ("OSLO, July 5. /NEWS/. ", "XXXX-07-05"),
        ("OSLO, 21 May 2021 (News) – ", "2021-05-21"),
        ("Oslo, Dhu'l-Hijjah 9, 1438 AH/ August 31, 2017, SPA -- ", "2017-08-31"),
        ("NORWAY, April 13 - On April 13, 2023 in Oslo ", "2023-04-13"),
    ],
)
def test_datelines(dateline, date):
    assert extract(page("Foreign Minister meets colleague", dateline + MET)).published.value == date


def test_date_at_the_end_of_the_page():
    text = page("Foreign Minister meets colleague in Oslo", MET, "…Signed…", "OFFICE OF THE PRESIDENT", "6th May, 2018")
    assert extract(text).published.value == "2018-05-06"


def test_day_and_month_without_a_year_are_counted_from_publication():
    text = page("Foreign Minister meets colleague", "12.05.2021", MET.replace("in Oslo", "on 11.05 in Oslo"))
    assert [m.date.value for m in extract(text).meetings] == ["2021-05-11"]


def test_a_day_told_just_after_publication_is_of_the_same_year():
    text = page("Foreign Minister meets colleague", "25 September 2024", MET.replace("in Oslo", "on September 26"))
    assert [m.date.value for m in extract(text).meetings] == ["2024-09-26"]


def test_yesterday_of_a_day_without_a_year():
    text = page("Foreign Minister meets colleague", "4 June, 11:26", "Yesterday " + MET)
    assert [m.date.value for m in extract(text).meetings] == ["XXXX-06-03"]


# --- headlines


def test_paths_letterheads_and_lists_are_no_headlines():
    path = page("Top Page > What’s New > Minister’s lecture in Oslo", "Minister’s lecture in Oslo", "3 May 2017", MET)
    assert extract(path).title.value == "Minister’s lecture in Oslo"
    head = "MINISTRY OF FOREIGN AFFAIRS\nOF THE REPUBLIC OF GHANA\nAccra\n\n12 May 2021\n\n"
    assert extract(head + MET).title.value is None


def test_a_headline_outdoes_its_subtitle():
    headline = "Chilean president highlights importance of the fish partnership"
    below = "Ana Ruiz assigned a number of tasks to ambassador Omar Dia, aimed at bilateral cooperation"
    assert extract(f"{headline}\n{below}\nOSLO, July 5. /NEWS/. {MET}\n").title.value == headline


# --- several meetings


def test_numbered_report():
    text = page(
        "THE WEEK IN FOREIGN POLICY (3–9 JUNE)",
        "10 June 2019",
        "1. On 3 June, President Kofi Mensah received the President of Chile, Juan Paz, in Accra.",
        "2. On Tuesday, Foreign Minister Abena Osei spoke by video link with the Foreign Minister of Norway, "
        "Lars Holm.",
        "3. On 6 June, Kumasi hosted consultations of three foreign ministers. Taking part were Abena Osei, "
        "Ana Ruiz and Lars Holm.",
    )
    assert told(text) == [
        ("2019-06-03", "talks", "Accra", ["Kofi Mensah", "Juan Paz"]),
        ("2019-06-04", "video", None, ["Abena Osei", "Lars Holm"]),
        ("2019-06-06", "talks", "Kumasi", ["Abena Osei", "Ana Ruiz", "Lars Holm"]),
    ]


def test_programme_of_a_visit():
    text = page(
        "Visit to Chile and Peru by Foreign Minister Holm",
        "November 8, 2018",
        "Mr. Lars Holm, Minister for Foreign Affairs, visited Santiago and Lima from November 5 to 6.",
        "Monday, November 5",
        "07:30   Arrival at Santiago.",
        "12:20   Norway-Chile Foreign Ministers' Meeting with H.E. Ms. Ana Ruiz, Foreign Minister of Chile.",
        "18:45   (CANCELLED) Reception by H.E. Mr. Juan Paz, President of Chile.",
        "Tuesday, November 6",
        "06:10   Departure from Santiago. 07:55 Arrival at Lima.",
        "13:15   Courtesy call on the President of Peru, H.E. Mr. Omar Vega.",
    )
    assert told(text) == [
        ("2018-11-05", "talks", "Santiago", ["Lars Holm", "Ana Ruiz"]),
        ("2018-11-06", "talks", "Lima", ["Lars Holm", "Omar Vega"]),
    ]


def test_calls_under_the_names_of_states():
    text = page(
        "Telephone conversations of Mr. Lars Holm",
        "Published on March 3, 2018",
        "Yesterday Mr. Lars Holm, Minister of Foreign Affairs, spoke by telephone with two of his colleagues.",
        "Chile",
        "With Ms. Ana Ruiz, Minister of Foreign Affairs, the minister spoke of salmon and of a school for divers.",
        "Ghana",
        "With Mr. Kofi Mensah, Minister of Foreign Affairs, Mr. Holm compared notes on the building of lighthouses.",
    )
    assert told(text) == [
        ("2018-03-02", "call", None, ["Lars Holm", "Ana Ruiz"]),
        ("2018-03-02", "call", None, ["Kofi Mensah", "Lars Holm"]),
    ]
    assert acting(text, "Kofi Mensah") == ("Minister of Foreign Affairs", "GH", None)


def test_bullets_and_who_was_at_all_meetings():
    text = page(
        "Guests of the Head of State",
        "17 May 2022",
        "In Accra on Tuesday, President Kofi Mensah met with the leaders of several delegations. Foreign Minister "
        "Abena Osei took part in all the meetings.",
        "• The Head of State first received Foreign Minister of Chile Ana Ruiz.",
        "• Then he received Foreign Minister of Norway Lars Holm.",
    )
    assert [m[3] for m in told(text)] == [
        ["Kofi Mensah", "Ana Ruiz", "Abena Osei"],
        ["Kofi Mensah", "Lars Holm", "Abena Osei"],
    ]


def test_towns_and_days_head_the_paragraphs_of_a_trip():
    text = page(
        "Three capitals in three days: Foreign Minister Holm in South America",
        "05.10.2023",
        "Foreign Minister of Norway Lars Holm has returned from a trip that took him to Chile and Peru.",
        "Santiago, 2 October. The minister held talks with Foreign Minister Ana Ruiz of Chile about fish.",
        "Lima, 4 October. President Omar Vega received the minister at the Palace.",
    )
    assert [m[:3] for m in told(text)] == [("2023-10-02", "talks", "Santiago"), ("2023-10-04", "talks", "Lima")]
    assert acting(text, "Omar Vega") == ("President", "PE", None)


def test_also_and_separately():
    text = page(
        "Foreign Minister's phone calls",
        "12 May 2021",
        "Foreign Minister of Norway Lars Holm today spoke by telephone with the Foreign Minister of Chile, Ana Ruiz.",
        "The Minister also had a telephone conversation with Foreign Minister of Ghana, Kofi Mensah.",
        "Earlier in the day, Minister Holm held a video conference with the President of Peru, Omar Vega.",
    )
    assert [(m[1], m[3]) for m in told(text)] == [
        ("call", ["Lars Holm", "Ana Ruiz"]),
        ("call", ["Lars Holm", "Kofi Mensah"]),
        ("video", ["Lars Holm", "Omar Vega"]),
    ]


def test_a_series_told_in_the_opening_is_no_meeting_of_its_own():
    text = page(
        "Ministers received",
        "4 February 2026",
        "Foreign Minister of Norway Lars Holm today received a number of senior officials in Oslo.",
        "Holm received Ana Ruiz, Foreign Minister of Chile, and discussed fish with her.",
        "Holm received Kofi Mensah, Foreign Minister of Ghana, and reviewed the trade.",
    )
    assert [m[3] for m in told(text)] == [["Lars Holm", "Ana Ruiz"], ["Lars Holm", "Kofi Mensah"]]


def test_what_had_been_before_is_recalled():
    text = page("Minister receives colleague", "3 May 2021", MET, "On Monday Holm had received President Omar Vega.")
    assert [m[3] for m in told(text)] == [["Ana Ruiz", "Lars Holm"]]


# --- lists of participants and gatherings


def test_memorandum_of_conversation():
    text = (
        "MEMORANDUM OF CONVERSATION\n\nDATE: June 14, 1974\nTIME: 3:15 p.m.\n"
        "PLACE: Ministry of Foreign Affairs, Cairo\n"
        "SUBJECT: Canal clearance\n\nPARTICIPANTS:\nEgypt\nOmar Saad, Minister of Foreign Affairs\n"
        "Mona Riad, Under Secretary\nUnited States\nTom Stone, Secretary of State\nAnna Bell, Staff\n\n"
        "The Minister opened by saying that the canal could be ready in a year and that much was left to do.\n"
    )
    record = extract(text)
    assert record.title.value == "MEMORANDUM OF CONVERSATION"
    [meeting] = record.meetings
    assert (meeting.date.value, meeting.place.value) == ("1974-06-14", "Cairo")
    people = {p.name.value: p.country.value for p in meeting.participants}
    assert people == {"Omar Saad": "EG", "Mona Riad": "EG", "Tom Stone": "US", "Anna Bell": "US"}


def test_bulleted_list_of_participants():
    text = (
        "195. Memorandum of Conversation\n\nOslo, March 25, 1976, 11:30 a.m.\n\nPARTICIPANTS\n\n"
        "  • Ana Ruiz, Foreign Minister of Chile\n  • Juan Paz, Ambassador to the U.S.\n"
        "  • Dr. Tom Stone, Secretary of State\n\nSUBJECTS\n\n  • Fish\n\n"
        "Ruiz: Did you hear the story of the salmon?\n\n"
        "Stone: Every single one?\n"
    )
    assert told(text) == [("1976-03-25", "talks", "Oslo", ["Ana Ruiz", "Juan Paz", "Tom Stone"])]


def test_many_office_holders_are_a_gathering():
    text = page(
        "Leaders of the lake meet",
        "6 August 2021",
        "The first summit of the Lake Group took place today in Accra. It was chaired by President of Ghana "
        "Kofi Mensah.",
        "President of Chile Juan Paz, President of Peru Omar Vega and President of Kenya Tom Otieno attended.",
    )
    [(date, form, place, people)] = told(text)
    assert (date, form, place) == ("2021-08-06", "multilateral", "Accra")
    assert set(people) == {"Kofi Mensah", "Juan Paz", "Omar Vega", "Tom Otieno"}


def test_a_ministers_meeting_of_two_is_no_gathering():
    text = page(
        "Norway-Chile Foreign Ministers’ Meeting",
        "July 25, 2018",
        "On July 25, Mr. Lars Holm, Minister for Foreign Affairs of Norway, held a foreign ministers’ meeting with "
        "Ms. Ana Ruiz, Minister for Foreign Affairs of Chile.",
    )
    assert [m[1] for m in told(text)] == ["talks"]


def test_interviews_are_no_meetings():
    text = page(
        "Interview of the Minister of Foreign Affairs of Norway Lars Holm to the newspaper “Fish”",
        "12 May 2021",
        "Question: How was your meeting with Ana Ruiz?",
        "Lars Holm: It was good.",
    )
    assert extract(text).meetings == ()


# --- places


def test_a_line_of_the_page_names_the_town():
    text = page(
        "Meeting with Ana Ruiz",
        "March 10, 2020, The Palace, Oslo",
        "Prime Minister of Norway Kari Moe: Ms Ruiz, I am happy to see you.",
        "Foreign Minister of Chile Ana Ruiz: Thank you for your time.",
    )
    [(date, _form, place, people)] = told(text)
    assert (date, place, set(people)) == ("2020-03-10", "Oslo", {"Kari Moe", "Ana Ruiz"})


def test_an_agencys_dateline_is_no_place_unless_the_text_agrees():
    line = "LONDON, 3 May 2021 (NEWS) -- "
    away = MET.replace(" in Oslo", "")
    assert told(page("Ministers meet", line + away))[0][2] is None
    assert told(page("Ministers meet", line + away.replace("met", "met here")))[0][2] == "London"


def test_the_town_behind_the_verb():
    text = page(
        "Meeting with the President of Peru",
        "3 May 2021",
        "Lima will get a railway that Chile pays for, President of Chile Juan Paz noted as he met with "
        "President of Peru Omar Vega in Santiago.",
    )
    assert [m[2] for m in told(text)] == ["Santiago"]


def test_the_town_they_arrived_in():
    text = page(
        "Visit of the President of Chile to Norway",
        "12 May 2021",
        "President of Chile Juan Paz arrived in Oslo on a state visit on Tuesday.",
        "Juan Paz held talks with Prime Minister Kari Moe.",
    )
    assert [(m.place.value, m.place_country.value) for m in extract(text).meetings] == [("Oslo", "NO")]


# --- persons


def test_an_absent_president_sends_greetings():
    text = page("Minister meets colleague", "3 May 2021", MET, "Holm conveyed greetings from President Omar Vega.")
    assert told(text)[0][3] == ["Ana Ruiz", "Lars Holm"]
    assert [p.name.value for p in extract(text).people] == ["Ana Ruiz", "Lars Holm", "Omar Vega"]


def test_a_misspelt_family_name_with_the_same_office_is_the_same_person():
    text = page("Ministers meet", "3 May 2021", MET, "Foreign Minister of Norway Holmm said that it was good.")
    assert [p.name.value for p in extract(text).people] == ["Ana Ruiz", "Lars Holm"]


def test_two_men_of_one_family_name():
    text = page(
        "Presidents meet",
        "3 May 2021",
        "President of Chile Juan Paz met with President of Peru Pedro Paz in Lima.",
        "Juan Paz thanked Pedro Paz.",
    )
    assert told(text)[0][3] == ["Juan Paz", "Pedro Paz"]


def test_arabic_names_are_told_apart_by_the_order_of_their_parts():
    text = page(
        "Minister receives colleague",
        "3 May 2021",
        MET,
        "The meeting was attended by Dr. Karim bin Nadim Al Mirwan, Minister of Fisheries, and Dr. Jalal Nadim bin "
        "Karim Al Mirwan, Ambassador of Oman.",
    )
    assert told(text)[0][3][2:] == ["Karim bin Nadim Al Mirwan", "Jalal Nadim bin Karim Al Mirwan"]


def test_an_article_written_small_belongs_to_the_name():
    text = page("Minister meets colleague", "3 May 2021", MET.replace("Lars Holm", "Omar al-Ghazali Sirr"))
    assert told(text)[0][3] == ["Ana Ruiz", "Omar al-Ghazali Sirr"]


def test_two_holders_of_one_office():
    text = page(
        "Minister hands over",
        "3 May 2021",
        "Foreign Minister of Chile Ana Ruiz met with former Foreign Minister of Chile Juan Paz in Santiago.",
    )
    assert told(text)[0][3] == ["Ana Ruiz", "Juan Paz"]


def test_hard_wrapped_lines():
    story = (
        "Foreign Minister of Chile Ana Ruiz met with Foreign Minister of Norway Lars Holm in Oslo on Monday, and they "
        "spoke at length about the fish of the northern seas and about the ships that should bring them to the south. "
        "After that the ministers turned to all the questions which their deputies had left open in the long winter."
    )
    lines = [""]
    for word in story.split():
        lines = [*lines, word] if len(lines[-1]) + len(word) > 58 else [*lines[:-1], f"{lines[-1]} {word}".strip()]
    text = "Ministers meet in Oslo\n\n5 May 2021\n\n" + "\n".join(lines) + "\n"
    assert told(text) == [("2021-05-03", "talks", "Oslo", ["Ana Ruiz", "Lars Holm"])]


def test_family_name_first_and_in_capitals():
    text = page(
        "Ministers meet",
        "3 May 2021",
        "Mr. MORI Kenta, Minister for Foreign Affairs of Japan, met with Foreign Minister of Chile Ana RUIZ in Tokyo.",
        "Minister Mori thanked Ms. Ruiz.",
    )
    assert [p.name.value.lower() for p in extract(text).people] == ["mori kenta", "ana ruiz"]


def test_an_office_that_one_state_alone_calls_so():
    text = page(
        "Secretary Stone’s Meeting with Foreign Minister Ruiz",
        "May 12, 2021",
        "Secretary of State Tom Stone met with Chilean Foreign Minister Ana Ruiz in Lima.",
    )
    assert acting(text, "Tom Stone") == ("Secretary of State", "US", None)


def test_a_counterpart_holds_the_same_office():
    text = page(
        "Ministers meet",
        "May 12, 2021",
        "Norwegian Foreign Minister Lars Holm met his Chilean counterpart Ana Ruiz in Oslo.",
    )
    assert acting(text, "Ana Ruiz") == ("Foreign Minister", "CL", None)


def test_a_guests_state_does_not_publish():
    text = page(
        "President Stone’s Call with President Paz of Chile",
        "May 12, 2021",
        "President Tom Stone spoke today by phone with President Juan Paz of Chile to discuss fish.",
    )
    assert acting(text, "Tom Stone")[1] is None


def test_a_secretary_general_on_a_page_of_the_body():
    text = page(
        "United Nations",
        "Secretary-General meets Foreign Minister of Chile",
        "12 May 2021",
        "Secretary-General Anna Bell met with Foreign Minister of Chile Ana Ruiz.",
    )
    assert acting(text, "Anna Bell") == ("Secretary-General", None, "United Nations")


def test_paragraphs_that_begin_with_a_meeting_of_another_side():
    text = page(
        "Foreign Minister Holm in New York",
        "24 September 2021",
        "Foreign Minister of Norway Lars Holm met with Foreign Minister of Chile Ana Ruiz in New York on Thursday.",
        "Lars Holm met with Foreign Minister of Ghana Kofi Mensah. They spoke of cocoa.",
    )
    assert [m[3] for m in told(text)] == [["Lars Holm", "Ana Ruiz"], ["Lars Holm", "Kofi Mensah"]]


def test_a_round_up_under_datelines():
    text = page(
        "OSLO - Foreign Minister of Norway Lars Holm met Chilean Foreign Minister Ana Ruiz on Monday to discuss fish.",
        "LIMA - President of Peru Omar Vega received Kenyan President Tom Otieno for talks on cocoa and on coffee.",
        "3 May 2021",
    )
    assert told(text) == [
        ("2021-05-03", "talks", "Oslo", ["Lars Holm", "Ana Ruiz"]),
        ("2021-05-03", "talks", "Lima", ["Omar Vega", "Tom Otieno"]),
    ]


def test_the_following_ambassadors():
    text = (
        "New ambassadors present credentials\n3 May 2021\n"
        "King of Norway Olav today received at the Palace the following ambassadors, who presented their credentials:\n"
        "H.E. Ms. Ana Ruiz, Ambassador of Chile\nH.E. Mr. Kofi Mensah, Ambassador of Ghana\n"
    )
    assert [(m[1], m[3]) for m in told(text)] == [("ceremony", ["Olav", "Ana Ruiz", "Kofi Mensah"])]


def test_an_audience_of_a_lecture_is_no_audience_with_somebody():
    text = page("Message read out", "3 May 2021", "A message from President Omar Vega was read to the audience.")
    assert told(text) == []


@pytest.mark.parametrize("house", ["Ghanaian parliament", "Norwegian parliament", "National Assembly"])
def test_who_spoke_to_a_house_elsewhere_did_not_take_part(house):
    text = (
        "Talks in Oslo\n\n3 May 2021\n\n"
        "Foreign Minister of Ghana Anna Bell met Foreign Minister of Norway Lars Holm in Oslo.\n\n"
        f"Prime Minister of Ghana Omar Dia told the {house} that trade had grown.\n"
    )
    [meeting] = extract(text).meetings
    assert [seat.name.value for seat in meeting.participants] == ["Anna Bell", "Lars Holm"]
