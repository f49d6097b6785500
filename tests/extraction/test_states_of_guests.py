"""Whose state is whose, where page and sentence tell it only by the other side, with invented people and words."""

import pytest

from meetings.extraction import extract


def present(text):
    return [
        [(p.name.value, p.office.value, p.country.value) for p in meeting.participants]
        for meeting in extract(text).meetings
    ]


def dates(text):
    return [meeting.date.value for meeting in extract(text).meetings]


def test_a_party_behind_a_name_tells_the_state():
    page = "Der Schriftsteller Karl Nebel traf in Wien Außenminister Jan Novak (ÖVP) zu einem Gespräch."
    assert [p for meeting in present(page) for p in meeting if p[0] == "Jan Novak"] == [
        ("Jan Novak", "Außenminister", "AT")
    ]


def test_no_state_sends_ambassadors_to_itself():
    page = """Besuch des Botschafters bei Vizekanzler Dorner

Am 3. Mai kamen der Botschafter der Bundesrepublik Deutschland in Österreich, Johannes Heller und Vizekanzler
Bundesminister Heinz Dorner im Palais Linden zu einem Gespräch zusammen.""".replace("Vizekanzler\n", "Vizekanzler ")
    assert present(page) == [
        [
            ("Johannes Heller", "Botschafter der Bundesrepublik Deutschland in Österreich", "DE"),
            ("Heinz Dorner", "Bundesminister", "AT"),
        ]
    ]


def test_whoever_an_ambassador_calls_on_is_of_the_state_of_the_post():
    page = "9月1日,驻巴布亚新几内亚大使林若应邀访问马当省,并在省政府会见马当省省长科莫。林大使祝贺科莫当选。"
    assert [(name, state) for name, _office, state in present(page)[0]] == [("林若", "CN"), ("科莫", "PG")]


def test_a_colleague_s_state_is_not_one_s_own():
    page = (
        "El canciller Mario Soto se reunió este martes en Buenos Aires con su par argentino Pablo Vega. Tras un "
        "encuentro con el canciller argentino, Soto destacó “el nivel de las relaciones”."
    )
    assert present(page) == [[("Mario Soto", "canciller", None), ("Pablo Vega", "canciller", "AR")]]


def test_who_will_come_with_somebody_takes_no_part_now():
    page = (
        "La canciller Ana Soto se reunió este martes en Lima con el canciller chileno Pablo Vega. La ministra dijo "
        "que vendrá al país junto a autoridades como el gobernador de Tarapoto, Rogelio Paz."
    )
    assert [name for name, _office, _state in present(page)[0]] == ["Ana Soto", "Pablo Vega"]


def test_a_state_s_name_can_be_a_family_name():
    page = "Le président norvégien Luc Hollande a téléphoné lundi à son homologue algérien Karim Salah."
    assert present(page) == [[("Luc Hollande", "président norvégien", "NO"), ("Karim Salah", "président", "DZ")]]


def test_names_of_states_without_their_accents():
    page = "El presidente de Mexico, Juan Torres, recibió al canciller de Peru, Luis Soto."
    assert present(page) == [[("Juan Torres", "presidente de Mexico", "MX"), ("Luis Soto", "canciller de Peru", "PE")]]


def test_one_of_many_ambassadors_is_designated_alone():
    page = (
        "Le président Jean Bell a reçu mardi les lettres de créance des ambassadeurs désignés d’Egypte, Karim Salah "
        "et d’Israël, Nadav Cohen."
    )
    assert present(page)[0][1:] == [
        ("Karim Salah", "ambassadeur désigné d’Egypte", "EG"),
        ("Nadav Cohen", "ambassadeur désigné d’Israël", "IL"),
    ]


def test_the_day_on_which_an_office_told_of_a_meeting_is_not_its_own():
    page = """Nebel trifft Novak

Veröffentlicht: 18. Juni 2020 07:45 Uhr
Außenminister Karl Nebel setzt am Donnerstag die Wiederaufnahme persönlicher Gespräche fort. In Wien empfängt Nebel
seinen slowenischen Amtskollegen Jan Novak zu einem Arbeitsgespräch, wie das Außenamt am Mittwoch mitteilte.""".replace(
        "Nebel\n", "Nebel "
    )
    assert dates(page) == ["2020-06-18"]
    assert ("Jan Novak", "Außenminister", "SI") in present(page)[0]


def test_a_consul_in_a_chinese_town_is_of_the_state_named_before():
    page = "市长王若溪5月3日会见西班牙驻沪总领事路易斯·卡尔沃。"
    assert ("路易斯·卡尔沃", "西班牙驻沪总领事", "ES") in present(page)[0]


def test_ambassadors_in_an_arabic_list_were_there():
    page = (
        "تسلم الرئيس سامر النعيمي أوراق اعتماد عدد من السفراء. والسفراء هم، سيليستن ديا سفير الكونغو، وتران فان ديا "
        "سفير جمهورية فيتنام، وتانيا لويز سفير جمهورية كوبا."
    )
    assert present(page) == [
        [
            ("سامر النعيمي", "الرئيس", None),
            ("سيليستن ديا", "سفير الكونغو", "CG"),
            ("تران فان ديا", "سفير جمهورية فيتنام", "VN"),
            ("تانيا لويز", "سفير جمهورية كوبا", "CU"),
        ]
    ]


def test_an_airport_called_after_a_king_is_nobody():
    page = "وصل الوزير سامر النعيمي إلى مطار الملك خالد الدولي، واستقبله نائب وزير الخارجية السعودي وليد المرسوي."
    assert [name for name, _office, _state in present(page)[0]] == ["سامر النعيمي", "وليد المرسوي"]


def test_with_behind_day_and_town_leads_to_whom_somebody_met():
    page = "El presidente Juan Soto se reunió este jueves 3 de mayo en Lima con Luis Vega. La reunión fue buena."
    assert [name for name, _office, _state in present(page)[0]] == ["Juan Soto", "Luis Vega"]


def test_an_ambassador_of_another_state_calls_on_the_publisher_s_own():
    page = "Şili Büyükelçisi Fernando Paz, Konya Valisi Murat Erdal’ı ziyaret etti. Türkiye ile ilişkiler görüşüldü."
    assert [(name, state) for name, _office, state in present(page)[0]] == [
        ("Fernando Paz", "CL"),
        ("Murat Erdal", "TR"),
    ]


def test_a_dateline_may_stand_in_brackets():
    page = """Slowenischer Minister zu Gast in Kiel

(Kiel, 26. Juni 2019) Der slowenische Minister Janez Brezar wurde am Mittwoch von Minister Klaus Dorn empfangen."""
    record = extract(page)
    assert record.published.value == "2019-06-26"
    assert [person.name.value for person in record.people] == ["Janez Brezar", "Klaus Dorn"]


def test_years_of_the_republic_that_taiwan_counts():
    page = "總統府新聞\n\n107年5月3日\n\n陳若溪副總統一行於5月3日上午會見駐教廷大使李若水。"
    assert extract(page).published.value == "2018-05-03"


def test_a_colleague_holds_the_office_though_the_headline_names_them_first():
    page = """Pereda confirma llamada con Reed

El presidente colombiano, Mario Pereda, tuvo hoy una conversación telefónica con su homólogo estadounidense, Adam
Reed, en medio de la crisis.""".replace("Adam\n", "Adam ")
    assert present(page) == [
        [("Mario Pereda", "presidente colombiano", "CO"), ("Adam Reed", "presidente", "US")],
    ]


def test_whoever_is_greeted_with_military_honours_is_met():
    page = "Bundespräsident Karl Nebel begrüßte den finnischen Präsidenten Jukka Niemi mit militärischen Ehren in Bonn."
    assert [name for name, _office, _state in present(page)[0]] == ["Karl Nebel", "Jukka Niemi"]


def test_heads_of_ministries_and_regions_have_offices():
    german = "Der Chef des deutschen Wasserministeriums, Paul Pastor, traf Minister Jan Novak in Kiew."
    spanish = (
        "El ministro Juan Soto se reunió con el gobernador de Tarapal Pedro Ramos Vega. La reunión fue buena para "
        "los dos, y hablaron de la cooperación con los pueblos de la región."
    )
    assert ("Paul Pastor", "Chef des deutschen Wasserministeriums", "DE") in present(german)[0]
    assert [(name, office) for name, office, _state in present(spanish)[0]] == [
        ("Juan Soto", "ministro"),
        ("Pedro Ramos Vega", "gobernador de Tarapal"),
    ]


@pytest.mark.parametrize(
    ("page", "town"),
    [
        ("La ministra noruega Ana Soto se reunió con el canciller Pablo Vega. El acuerdo fue firmado en Oslo.", "Oslo"),
        ("La ministre norvégienne Anna Bell a reçu le ministre chilien Omar Dia. L'accord a été signé à Oslo.", "Oslo"),
        ("Außenministerin Anna Bell und Chiles Minister Omar Dia unterzeichneten in Oslo ein Abkommen.", "Oslo"),
        ("La ministra noruega Ana Soto y el canciller chileno Pablo Vega hablaron del acuerdo firmado en Oslo.", None),
    ],
)  # fmt: skip
def test_where_a_paper_was_signed_is_where_they_met_if_they_signed_it(page, town):
    assert [meeting.place.value for meeting in extract(f"3.5.2021\n\n{page}").meetings] == [town]


def test_a_head_may_receive_one_of_their_own_and_speak_of_others():
    page = (
        "Talks\n\n5 May 2021\n\nThe President of Ghana Anna Bell met {} Omar Dia. "
        "They spoke of ties between Ghana and Peru."
    )
    received, head = present(page.format("Foreign Minister"))[0], present(page.format("President"))[0]
    assert [country for _name, _office, country in received] == ["GH", None]
    assert [country for _name, _office, country in head] == ["GH", "PE"]
