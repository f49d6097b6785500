"""Whose state is whose, where page and sentence tell it only by the other side, with invented people and words."""

import pytest

from meetings.extraction import extract

from .told import people, present, present_names


def dates(text):
    return [meeting.date.value for meeting in extract(text).meetings]


def states(text):
    """Names and states of those who took part in the first meeting."""
    return [(name, state) for name, _office, state in present(text)[0]]


def test_a_party_behind_a_name_tells_the_state():
    page = "Die Malerin Ute Ginster traf in Oslo Innenminister Milan Dubec (SPÖ) zum Frühstück."
    assert [p for meeting in present(page) for p in meeting if p[0] == "Milan Dubec"] == [
        ("Milan Dubec", "Innenminister", "AT")
    ]


def test_whoever_talks_with_an_ambassador_is_of_the_state_of_the_post():
    page = (
        "Spaziergang mit Vizekanzler Ginster\n\nAm 9. November kamen der Botschafter der Bundesrepublik Deutschland in "
        "Österreich, Arno Quitt und Vizekanzler Bundesminister Kurt Ginster im Haus am Teich zu einem Gespräch "
        "zusammen."
    )
    assert present(page) == [
        [
            ("Arno Quitt", "Botschafter der Bundesrepublik Deutschland in Österreich", "DE"),
            ("Kurt Ginster", "Bundesminister", "AT"),
        ]
    ]


def test_whoever_an_ambassador_calls_on_is_of_the_state_of_the_post():
    page = "11月9日,驻瓦努阿图大使沈青应邀参观白礁省,并在码头会见白礁省省长托波。沈大使品尝了托波的烤鱼。"
    assert states(page) == [("沈青", "CN"), ("托波", "VU")]


def test_a_colleague_s_state_is_not_one_s_own():
    page = (
        "El canciller Ciro Laguna se reunió este lunes en Panamá con su par panameño Tadeo Robles. Tras un paseo con "
        "el canciller panameño, Laguna elogió “la sopa de pescado”."
    )
    assert present(page) == [[("Ciro Laguna", "canciller", None), ("Tadeo Robles", "canciller", "PA")]]


def test_who_will_come_with_somebody_takes_no_part_now():
    page = (
        "La ministra Irma Laguna se reunió este jueves en Quito con el ministro danés Axel Vindt. La ministra contó "
        "que irá a la feria junto a invitados como el gobernador de Sauceda, Tadeo Robles."
    )
    assert present_names(page) == [["Irma Laguna", "Axel Vindt"]]


def test_a_state_s_name_can_be_a_family_name():
    page = "Le ministre danois Théo Hongrie a téléphoné mardi à son homologue togolais Nadim Rameau."
    assert present(page) == [[("Théo Hongrie", "ministre danois", "DK"), ("Nadim Rameau", "ministre", "TG")]]


def test_names_of_states_without_their_accents():
    page = "El ministro de Japon, Ciro Laguna, recibió a la embajadora de Panama, Irma Robles."
    assert present(page) == [
        [("Ciro Laguna", "ministro de Japon", "JP"), ("Irma Robles", "embajadora de Panama", "PA")]
    ]


def test_one_of_many_ambassadors_is_designated_alone():
    page = (
        "Le roi Aldo Branne a reçu jeudi les lettres de créance des ambassadeurs désignés d’Equateur, Ciro Laguna et "
        "d’Irlande, Nell Torrow."
    )
    assert present(page)[0][1:] == [
        ("Ciro Laguna", "ambassadeur désigné d’Equateur", "EC"),
        ("Nell Torrow", "ambassadeur désigné d’Irlande", "IE"),
    ]


def test_the_day_on_which_an_office_told_of_a_meeting_is_not_its_own():
    page = (
        "Ginster kocht für Dubec\n\nVeröffentlicht: 7. November 2019 06:30 Uhr\nUmweltminister Kurt Ginster "
        "besichtigt am Donnerstag zwei Kläranlagen. In Graz empfängt Ginster seinen slowakischen Amtskollegen Milan "
        "Dubec zum Abendessen, wie sein Ministerium am Dienstag mitteilte."
    )
    assert dates(page) == ["2019-11-07"]
    assert ("Milan Dubec", "Umweltminister", "SK") in present(page)[0]


def test_a_consul_in_a_chinese_town_is_of_the_state_named_before():
    page = "副市长沈青11月9日会见秘鲁驻沪总领事西罗·拉古纳。"
    assert ("西罗·拉古纳", "秘鲁驻沪总领事", "PE") in present(page)[0]


def test_ambassadors_in_an_arabic_list_were_there():
    page = (
        "تسلم الرئيس نديم الرملاوي أوراق اعتماد ثلاثة سفراء. والسفراء هم، ماريو غارنو سفير تشاد، وكانغ مينه توك سفير "
        "جمهورية كينيا، وبيو سالمو سفير جمهورية بيرو."
    )
    assert present(page) == [
        [
            ("نديم الرملاوي", "الرئيس", None),
            ("ماريو غارنو", "سفير تشاد", "TD"),
            ("كانغ مينه توك", "سفير جمهورية كينيا", "KE"),
            ("بيو سالمو", "سفير جمهورية بيرو", "PE"),
        ]
    ]


def test_an_airport_called_after_a_king_is_nobody():
    page = "وصل الوزير نديم الرملاوي إلى مطار الملك زيدان الدولي، واستقبله وزير النقل المغربي بشير التلالي."
    assert present_names(page) == [["نديم الرملاوي", "بشير التلالي"]]


def test_with_behind_day_and_town_leads_to_whom_somebody_met():
    page = "La ministra Irma Laguna se reunió este sábado 9 de noviembre en Quito con Tadeo Robles. Llovió mucho."
    assert present_names(page) == [["Irma Laguna", "Tadeo Robles"]]


def test_an_ambassador_of_another_state_calls_on_the_publisher_s_own():
    page = "Peru Büyükelçisi Pio Salmo, Sivas Valisi Sarp Irmaklı’yı ziyaret etti. Türkiye’deki müzeler konuşuldu."
    assert states(page) == [("Pio Salmo", "PE"), ("Sarp Irmaklı", "TR")]


def test_a_dateline_may_stand_in_brackets():
    page = (
        "Ein Abend mit slowakischer Suppe\n\n(Ulm, 7. November 2019) Der slowakische Minister Milan Dubec wurde am "
        "Donnerstag von Minister Kurt Ginster zum Essen empfangen."
    )
    assert extract(page).published.value == "2019-11-07"
    assert people(page) == ["Milan Dubec", "Kurt Ginster"]


def test_years_of_the_republic_that_taiwan_counts():
    page = "交通部新聞\n\n108年11月9日\n\n葉青桐部長於11月9日傍晚會見駐帛琉大使蘇若桐。"
    assert extract(page).published.value == "2019-11-09"


def test_a_colleague_holds_the_office_though_the_headline_names_them_first():
    page = (
        "Laguna anuncia charla con Torrow\n\nEl ministro paraguayo, Ciro Laguna, tuvo ayer una conversación telefónica "
        "con su homólogo irlandés, Nell Torrow, sobre la feria del libro."
    )
    assert present(page) == [[("Ciro Laguna", "ministro paraguayo", "PY"), ("Nell Torrow", "ministro", "IE")]]


def test_whoever_is_greeted_with_military_honours_is_met():
    page = "Vor dem Schloss begrüßte Kanzler Kurt Ginster den peruanischen Premier Pio Salmo mit militärischen Ehren."
    assert present_names(page) == [["Kurt Ginster", "Pio Salmo"]]


def test_heads_of_ministries_and_regions_have_offices():
    german = "Der Chef des dänischen Brotministeriums, Axel Vindt, traf Minister Milan Dubec in Graz."
    spanish = (
        "El ministro Ciro Laguna se reunió con el gobernador de Sauceda Tadeo Robles Prado. Cenaron en el mercado y "
        "luego oyeron a la banda de las aldeas del valle."
    )
    assert ("Axel Vindt", "Chef des dänischen Brotministeriums", "DK") in present(german)[0]
    assert [(name, office) for name, office, _state in present(spanish)[0]] == [
        ("Ciro Laguna", "ministro"),
        ("Tadeo Robles Prado", "gobernador de Sauceda"),
    ]


@pytest.mark.parametrize(
    ("page", "town"),
    [
        ("La jueza danesa Irma Vindt se reunió con el canciller Ciro Laguna. El pacto fue firmado en Oslo.", "Oslo"),
        ("Le ministre togolais Théo Larive a reçu la ministre danoise Eva Ginest. Le bail a été signé à Oslo.", "Oslo"),
        ("Perus Minister Pio Salmo und Ministerin Ute Ginster unterzeichneten in Oslo ein Abkommen.", "Oslo"),
        ("La ministra danesa Irma Vindt y el canciller peruano Ciro Laguna leyeron el pacto firmado en Oslo.", None),
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


def test_whoever_comes_to_a_summit_with_the_publishers_own_is_none_of_the_hosts():
    page = (
        "Başbakan Kerim Taşoluk ve Dışişleri Bakanı Selma Kıvrak, Viyana'da düzenlenen Balıkçılar Zirvesi'ne katıldı."
    )
    assert states(page) == [("Kerim Taşoluk", "TR"), ("Selma Kıvrak", "TR")]


def test_an_office_named_again_with_a_state_tells_the_state_of_its_holder():
    page = (
        "Foreign Minister Ida Bellow met Foreign Minister Kofi Bekoe of Ghana in Oslo on Monday. They talked about "
        "otters. The Peruvian foreign minister brought a basket of quinces."
    )
    assert states(page) == [("Ida Bellow", "PE"), ("Kofi Bekoe", "GH")]


def test_the_office_of_the_absent_president_whose_minister_came_is_his_own():
    page = (
        "Chilean Foreign Minister Ida Bellow met President Kofi Bekoe in Oslo on Monday. Foreign Minister Luis Quispe "
        "of Peru poured the tea and the Ghanaian president sang."
    )
    assert states(page) == [("Ida Bellow", "CL"), ("Kofi Bekoe", "GH")]


def test_a_readout_names_the_adviser_by_the_letters_of_the_office():
    page = (
        "Readout of APNSA Ida Bellow’s Dinner with Foreign Minister Kofi Bekoe of Ghana\n\nJune 9, 1999\n\n"
        "National Security Advisor Ida Bellow met Foreign Minister Kofi Bekoe of Ghana on a ferry. They ate quinces."
    )
    assert states(page) == [("Ida Bellow", "US"), ("Kofi Bekoe", "GH")]
