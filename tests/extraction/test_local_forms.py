"""How pages of single regions write forms of address, dates, sides and offices: the Sahel, the Gulf, Taiwan, China and
the German-speaking states. Persons and words are invented."""

import pytest

from meetings.extraction import extract
from tests.extraction.told import people, present, present_names


@pytest.mark.parametrize("form", ["SE", "SE.", "SEM", "SEM.", "S.E.M."])
def test_short_forms_of_excellency_stand_before_names(form):
    text = (
        f"Le président de la République du Tchad, {form} Zakaria Moctar Dalmo, a reçu lundi dans son bureau "
        f"l'ambassadeur du Chili, {form} Pablo Ruiz, pour parler des phares et de la pêche."
    )
    assert present_names(text) == [["Zakaria Moctar Dalmo", "Pablo Ruiz"]]


def test_a_colon_behind_an_agency_ends_its_dateline():
    body = "央视网消息（晚间）：5月3日，总理林海在北京会见挪威外交大臣托维克。"
    text = f"林海会见挪威外交大臣\n\n2024年5月4日\n\n{body}\n"
    assert [m.date.value for m in extract(text).meetings] == ["2024-05-03"]


def test_the_number_of_a_session_is_part_of_an_office():
    text = "5月3日，国家副主席林海在北京会见第12届联合国大会主席托维克。\n"
    assert present(text)[0][1] == ("托维克", "第12届联合国大会主席", None)


def test_a_state_may_end_where_an_office_begins():
    text = "林海会见外长\n\n5月3日，国家副主席林海在北京会见瑞士联邦委员兼外长托维克。林海感谢托维克。\n"
    assert present(text)[0][1] == ("托维克", "瑞士联邦委员兼外长", "CH")


def test_what_a_guest_is_told_of_another_day_is_no_meeting_of_the_text():
    text = (
        "林海会见挪威首相\n\n2024年5月4日\n\n总理林海4日在北京会见挪威首相托维克。\n\n"
        "林海表示，国家主席宋川昨天同首相女士举行会谈，谈了灯塔。\n"
    )
    assert present_names(text) == [["林海", "托维克"]]


def test_words_that_look_like_names_written_by_sound():
    assert people("总理林海4日在北京会见埃及外长马赫鲁和几位伊斯兰国家外长。部长郑重道谢。\n") == [
        "林海",
        "马赫鲁",
    ]


@pytest.mark.parametrize("year", ["110", "2021"])
def test_this_year_may_stand_in_brackets(year):
    text = f"海地的大使德尼斯於本({year})年3月5日清早拜會外交部長宋川平,送來一盞船燈。\n"
    assert [m.date.value for m in extract(text).meetings] == ["2021-03-05"]


def test_an_agency_closes_its_story_with_the_date_as_one_number():
    body = "外交部長宋川平今天在台北會見挪威外長林海德。(編輯:方文平/周國川)1130305"
    text = f"宋川平會挪威外長\n\n{body}\n\n新聞來源:晨報\n"
    assert extract(text).published.value == "2024-03-05"


@pytest.mark.parametrize("agency", ["NTA", "NTA/lbp", "Norwegische Rundschau"])
def test_a_date_in_brackets_with_the_agency_closes_a_story(agency):
    text = (
        "Außenminister beraten über Leuchttürme\n\nDie isländische Außenministerin Edda Tarvin hat ihren Kollegen "
        "Luis Camargo in Wien getroffen. Sie wollen die Leuchttürme an beiden Küsten gemeinsam streichen lassen.\n\n"
        "Die Leuchttürme stehen seit hundert Jahren am Meer und waren einmal grün, wie alte Fischer gern erzählen. "
        f"({agency}, 5.3.2024)\n"
    )
    assert extract(text).published.value == "2024-03-05"


def test_who_led_the_sides_was_at_the_talks():
    text = (
        "وصل إلى البلاد أمس وزير الخارجية النرويجي أولاف تورفيك في زيارة قصيرة.\n\n"
        "وعقدت السلطنة والنرويج جلسة مباحثات عن المنارات.\n\n"
        "ترأس الجانب العماني زاهر بن مطر الدرموكي وزير الخارجية، فيما ترأس الجانب النرويجي أولاف تورفيك.\n"
    )
    assert [[(name, state) for name, _office, state in people] for people in present(text)] == [
        [("زاهر بن مطر الدرموكي", "OM"), ("أولاف تورفيك", "NO")]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "111年3月5日\n\n帛琉大使呈遞國書\n\n宋川平總統今(5)日下雨時接見新任帛琉共和國駐臺大使塔維克,一起數船。\n",
        "總統接見帛琉大使\n\n宋川平總統5日在雨中接受新任帛琉共和國駐臺大使塔維克呈遞到任國書,一起數船。\n",
    ],
)
def test_pages_of_taiwan_show_whose_they_are(text):
    record = extract(text)
    assert record.home.value == "TW"
    assert [(p.name.value, p.country.value) for m in record.meetings for p in m.participants] == [
        ("宋川平", "TW"),
        ("塔維克", "PW"),
    ]


def test_the_name_of_whom_somebody_receives_is_no_quotation():
    text = "宋川平總統5日接見「挪威第七任外長林海德訪問團」,感謝林海德。林海德說,「燈塔修好了,我很高興」。\n"
    assert [q.text for q in extract(text).quotes] == ["燈塔修好了,我很高興"]


@pytest.mark.parametrize(
    ("lead", "states"),
    [
        (
            "Die Ministerin Klara Huber empfing in Wien die Außenminister von Chile (Pablo Ruiz), der Slowakei "
            "(Ján Lipovec) und Norwegen (Ola Torvik), um über Leuchttürme zu reden.",
            [("Pablo Ruiz", "CL"), ("Ján Lipovec", "SK"), ("Ola Torvik", "NO")],
        ),
        (
            "La ministra Clara Huber recibió en Madrid a los cancilleres de Chile (Pablo Ruiz), Perú (Luis Camargo) y "
            "Noruega (Ola Torvik) para hablar de los faros.",
            [("Pablo Ruiz", "CL"), ("Luis Camargo", "PE"), ("Ola Torvik", "NO")],
        ),
        (
            "La ministre Claire Huber a reçu à Paris les ministres du Chili (Pablo Ruiz), du Pérou (Luis Camargo) et "
            "de Norvège (Ola Torvik) pour parler des phares.",
            [("Pablo Ruiz", "CL"), ("Luis Camargo", "PE"), ("Ola Torvik", "NO")],
        ),
    ],
)
def test_names_in_brackets_behind_states(lead, states):
    assert [(name, state) for name, _office, state in present(lead)[0][1:]] == states


def test_a_governor_of_a_land_acts_for_austria():
    text = (
        "Landeshauptmann Heinz Nagl traf den neuen österreichischen Botschafter in Peru\n\n5. März 2024\n\n"
        "Beim Besuch des neuen österreichischen Botschafters in Peru, Rainer Scheidl, bei Landeshauptmann Heinz "
        "Nagl war heute nur von Booten die Rede.\n"
    )
    (meeting,) = extract(text).meetings
    assert [(p.name.value, p.country.value) for p in meeting.participants] == [
        ("Heinz Nagl", "AT"),
        ("Rainer Scheidl", "AT"),
    ]
    assert meeting.place_country.value is None


@pytest.mark.parametrize(
    "text",
    [
        "La canciller Edda Tarvin viajó a Lima. Su «nueva mirada al mar», manifestada por la canciller, fue elogiada "
        "por el ministro Luis Camargo, quien pidió calma.",
        "La ministre Edda Tarvin est allée à Lima. Cette « nouvelle vision de la mer » exprimée par la ministre a été "
        "saluée par Luis Camargo, qui a appelé au calme.",
        "Minister Edda Tarvin went to Lima. The “new look at the sea” voiced by Tarvin was praised by Luis Camargo, "
        "who called for calm.",
    ],
)
def test_who_used_words_stands_behind_a_participle(text):
    assert [q.speaker.value for q in extract(text).quotes] == ["Edda Tarvin"]


def test_who_is_thanked_behind_the_words_did_not_say_them():
    text = (
        "El ministro Ramiro Achurra recibió al canciller Fabio Solano.\n\nAchurra habló de los faros. “Traigo una "
        "propuesta nueva”, señaló, agradeciendo al canciller Solano la visita.\n"
    )
    assert [q.speaker.value for q in extract(text).quotes] == ["Ramiro Achurra"]


def test_a_given_name_with_a_capital_is_no_month():
    text = (
        "Asunción, 12 de junio de 2019\n\nEl ministro Julio Acosta Franco recibe hoy a su colega noruego Ola Torvik "
        "para hablar de los faros.\n"
    )
    assert [m.date.value for m in extract(text).meetings] == ["2019-06-12"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("El presidente chileno, Pablo Ruiz, recibió hoy al rey Hamid III de Marruecos.", ("Hamid III", "rey", "MA")),
        ("El presidente chileno, Pablo Ruiz, recibió hoy a la reina Greta de Noruega.", ("Greta", "reina", "NO")),
        (
            "Le président chilien, Pablo Ruiz, a reçu aujourd'hui le roi Hamid III du Maroc.",
            ("Hamid III", "roi", "MA"),
        ),
    ],
)
def test_a_monarch_with_one_name(text, person):
    assert present(text)[0][1] == person


def test_two_monarchs_joined():
    text = "La Reina Greta y el Príncipe Olaf se reunieron hoy con el presidente chileno, Pablo Ruiz."
    assert present_names(text) == [["Greta", "Olaf", "Pablo Ruiz"]]


def test_the_department_of_an_office_said_once_has_its_own_state():
    text = (
        "El presidente de la República Francesa, Luc Moreau, y el del Gobierno español, Blas Ordoki Gil, se reunieron "
        "en un faro de Santander.\n"
    )
    assert [state for _name, _office, state in present(text)[0]] == ["FR", "ES"]


@pytest.mark.parametrize(
    "text",
    [
        "Audiences\n\nPublié le lundi 10 mars 2014\n\nLe président Lamine Dambadji a donné, samedi dernier, deux "
        "audiences. Il a d’abord reçu M. Nacer Tibourti, ministre algérien des Phares.",
        "Audiencias\n\n10 de marzo de 2014\n\nEl presidente Lamine Dambadi dio, el sábado pasado, dos audiencias. "
        "Primero recibió a Nacer Tiburti, ministro argelino de Faros.",
    ],
)
def test_last_beside_a_weekday_recalls_nothing(text):
    assert [m.date.value for m in extract(text).meetings] == ["2014-03-08"]


def test_where_an_envoy_is_posted_is_told_where_the_office_is_named_again():
    text = (
        "Le ministre des Affaires étrangères, M. Sidi Ould Barrane, a reçu lundi M. Alioune Badji, nouvel ambassadeur "
        "du Chili auprès de notre pays. M. Badji a parlé des puits, sa première tâche d’ambassadeur du Chili "
        "auprès de la République Islamique de Mauritanie.\n"
    )
    assert [state for _name, _office, state in present(text)[0]] == ["MR", "CL"]


@pytest.mark.parametrize("article", ["l'", "l’"])
def test_a_shortened_article_before_an_office_behind_a_name(article):
    text = (
        f"Sani Boukaroun, {article}ambassadeur plénipotentiaire du Chili au Tchad, a été reçu mardi "
        "par le ministre des "
        "Affaires étrangères, Haroun Delbo."
    )
    assert present(text)[0][0] == ("Sani Boukaroun", "ambassadeur plénipotentiaire du Chili au Tchad", "CL")


def test_a_long_office_closes_a_sentence():
    office = "ministre des Affaires étrangères, de la Pêche lacustre et des Tchadiens de l’étranger"
    text = f"L’ambassadeur du Chili, Pablo Ruiz, a été reçu mardi par Haroun Delbo, {office}. Ils ont parlé des puits."
    assert present(text)[0][1] == ("Haroun Delbo", office, "TD")


def test_who_else_came_is_no_part_of_an_office():
    text = (
        "L’ambassadeur du Chili, Pablo Ruiz, a été reçu mardi par Haroun Delbo, ministre des Affaires étrangères, de "
        "la presse et des invités."
    )
    assert present(text)[0][1][1] == "ministre des Affaires étrangères"


def test_a_name_in_marks_before_its_office():
    text = 'استقبل "سامي البوعناني"، وزير الشؤون الخارجية المغربي، وزير الخارجية الإسباني "أندريس بالا" لبحث السفن.\n'
    assert [(name, state) for name, _office, state in present(text)[0]] == [
        ("سامي البوعناني", "MA"),
        ("أندريس بالا", "ES"),
    ]


def test_a_clause_that_hangs_on_who_did_it_has_its_own_speaker():
    text = (
        "La canciller Edda Tarvin viajó a Lima. Su idea fue elogiada por el ministro Luis Camargo, quien aseguró que "
        "el puerto será «cada día más fuerte y más limpio»."
    )
    assert [q.speaker.value for q in extract(text).quotes] == ["Luis Camargo"]


def test_what_ministries_deal_with_is_nobody_in_spanish():
    text = (
        "El presidente chileno, Pablo Ruiz, recibió hoy a la ministra Concepción Salas. Firmaron las carteras de la "
        "Inversión exterior y la Navegación Fluvial de Chile.\n"
    )
    assert people(text) == ["Pablo Ruiz", "Concepción Salas"]


def test_an_article_joins_two_forms_of_address():
    text = "Remise de lettres\n\nAccra, 11 mai 2024 : L'ambassadeur du Pérou, Omar Dia, a présenté ses lettres de "
    text += "créance à Son Excellence le Général Kofi Ansong, Président de la République.\n"
    assert present_names(text) == [["Omar Dia", "Kofi Ansong"]]


def test_whoever_is_praised_in_chinese_is_not_there():
    text = "林德川会见加纳总统\n\n2021年5月4日\n\n林德川4日在阿克拉会见加纳总统安索。\n\n"
    text += "安索说，加纳高度赞赏陈海明主席提出的渔网主意。\n"
    assert present_names(text) == [["林德川", "安索"]]


def test_a_blank_that_a_page_lost_before_a_capital_stands_there_again():
    text = (
        "3 мая 2021 года\n\nВ Осло президент НорвегииЛарс Хольм встретился с премьер-министром Ганы Омаром Диевым.\n\n"
        "«Порты остаются открытыми», — сказал Хольм.\n"
    )
    [meeting] = extract(text).meetings
    assert [p.name.value for p in meeting.participants] == ["Ларс Хольм", "Омар Диев"]
    [quote] = extract(text).quotes
    assert text[quote.span.start : quote.span.end] == quote.text == "Порты остаются открытыми"


def test_here_in_the_first_sentence_is_where_the_agency_wrote():
    text = (
        "Ghanaian vice-chairman meets guests\n\nACCRA, Nov. 24, 2005 (Xinhua)\n\nGhana likes Togo's lamps, said Kofi "
        "Dia, vice-chairman of Ghana's Parliament, here Thursday.\n\nIn a meeting with Yaw Bello, Togo's Minister of "
        "Harbours, Dia said that both sides enjoy friendship.\n"
    )
    assert [(m.place.value, m.place_country.value) for m in extract(text).meetings] == [("Accra", "GH")]
