"""Offices in Russian, Ukrainian and the Turkic languages: those that are names, too, of envoys, of two states."""

from __future__ import annotations

import pytest

from meetings.extraction import extract

from .told import people, present, said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Встреча на мосту\n\n4 июня 2022\n\nПаромщики Норвегии махали с борта премьер-министру Фиджи "
         "Юсуфу Хану.",
         ["Юсуф Хан"]),
        ("Körpüdə görüş\n\n4 iyun 2022\n\nNorveçin enerji naziri Solveyq Berq Omanın nəqliyyat naziri Tariq Əmir "
         "Salimani ilə görüşüb.", ["Solveyq Berq", "Tariq Əmir Salimani"]),
        ("Ko‘prikda uchrashuv\n\n2022-yil 4-iyun\n\nNorvegiya energetika vaziri Solveyg Berg Ummon transport vaziri "
         "Toriq Amir Salimoniy bilan uchrashdi.", ["Solveyg Berg", "Toriq Amir Salimoniy"]),
    ],
)  # fmt: skip
def test_an_office_may_be_a_part_of_a_name_in_any_case(text, names):
    assert people(text) == names


def test_a_line_for_each_state_below_the_envoys():
    text = (
        "Новые послы в Осло\n\n4 июня 2022\n\nКороль Норвегии Олаф Берг принял 4 июня в Осло верительные грамоты. "
        "Их вручили чрезвычайные и полномочные послы:\n"
        "- Республики Чили – Хуан Вега Мора;\n- Королевства Тонга – госпожа Мелу Фоно;\n- Чехии – Гавел Дуб.\n"
    )
    envoy = "чрезвычайный и полномочный посол"
    assert present(text) == [
        [
            ("Олаф Берг", "Король Норвегии", "NO"),
            ("Хуан Вега Мора", f"{envoy} Республики Чили", "CL"),
            ("Мелу Фоно", f"{envoy} Королевства Тонга", "TO"),
            ("Гавел Дуб", f"{envoy} Чехии", "CZ"),
        ]
    ]


def test_envoys_in_a_row_by_the_full_names_of_their_states():
    text = (
        "Пристань открыта\n\n4 июня 2022\n\nНа пристани короля Норвегии Олафа Берга встретили послы Республики "
        "Ирландия "
        "Шон Кили, Федеративной Республики Бразилия Жуан Мора, Республики Греция Никос Лампу."
    )
    assert [(p.name.value, p.country.value) for p in extract(text).people] == [
        ("Олаф Берг", "NO"),
        ("Шон Кили", "IE"),
        ("Жуан Мора", "BR"),
        ("Никос Лампу", "GR"),
    ]


@pytest.mark.parametrize(
    ("state", "code"), [("Нигерии", "NG"), ("Нигера", "NE"), ("Словакии", "SK"), ("Монголии", "MN"), ("Болгарии", "BG")]
)
def test_a_state_is_the_one_that_shares_most_letters(state, code):
    text = f"Паром ушёл\n\n4 июня 2022\n\nПаром до {state} ушёл вчера вечером, рассказал лоцман Олаф Берг."
    assert [c.value for c in extract(text).countries] == [code]


@pytest.mark.parametrize(
    ("lead", "office"),
    [
        ("2022 йил 4 июнь куни Норвегия Президентининг Чили бўйича махсус вакили Солвейг Берг Тонга энергетика вазири "
         "Мелу Фоно билан учрашди.", "Норвегия Президентининг Чили бўйича махсус вакили"),
        ("2022 жылғы 4 маусымда Норвегия Президентінің Чили бойынша арнайы өкілі Солвейг Берг Тонга энергетика "
         "министрі "
         "Мелу Фономен кездесті.", "Норвегия Президентінің Чили бойынша арнайы өкілі"),
        ("4 Haziran 2022'de Norveç Cumhurbaşkanı'nın Şili Özel Temsilcisi Solveig Berg, Tonga Enerji Bakanı Melu Fono "
         "ile görüştü.", "Norveç Cumhurbaşkanı'nın Şili Özel Temsilcisi"),
    ],
)  # fmt: skip
def test_what_an_envoy_deals_with_is_not_whom_he_serves(lead, office):
    assert present(lead)[0][0][1:] == (office, "NO")


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Разговор о паромах\n\n4 июня 2022\n\nПаромы обсудили по телефону главы МИД Норвегии и Чили Сольвейг "
         "Берг и Хуан Мора. Разговор длился весь вечер, сообщают газеты.",
         "глава МИД"),
        ("Розмова про пороми\n\n4 червня 2022\n\nПороми обговорили телефоном голови МЗС Норвегії та Чилі "
         "Сольвейг Берг і Хуан Мора. Розмова тривала весь вечір, повідомляють газети.",
         "голова МЗС"),
    ],
)  # fmt: skip
def test_heads_of_two_states_are_two(text, office):
    assert [seat[1:] for seat in present(text)[0]] == [(office, "NO"), (office, "CL")]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Паромы вернутся\n\n4 июня 2022\n\nМинистр транспорта Чили Хуан Мора прибыл в Осло, сообщили в МИД "
         "Норвегии.\n"
         "«Паромы вернутся осенью», — отметили в ведомстве.", "МИД Норвегии"),
        ("Паромы вернутся\n\n4 июня 2022\n\nМинистр транспорта Чили Хуан Мора прибыл в Осло.\n"
         "«Паромы вернутся осенью», — говорится в сообщении норвежского МИД.", "норвежский МИД"),
        ("Пороми повернуться\n\n4 червня 2022\n\nМіністр транспорту Чилі Хуан Мора прибув до Осло, повідомили в МЗС "
         "Норвегії.\n«Пороми повернуться восени», — зазначили у відомстві.", "МЗС Норвегії"),
        ("Feribotlar dönüyor\n\n4 Haziran 2022\n\nŞili Ulaştırma Bakanı Juan Mora Oslo'ya geldi. Norveç Dışişleri "
         "Bakanlığı sözcüsü yolculuğun kısa sürdüğünü söyledi. Sözcü, \"Feribotlar sonbaharda dönecek\" dedi.",
         "Norveç Dışişleri Bakanlığı"),
        ("Bərələr qayıdır\n\n4 iyun 2022\n\nÇilinin nəqliyyat naziri Xuan Mora Osloya gəlib. Norveç XİN sözçüsü "
         "səfərin "
         "qısa olduğunu bildirib. “Bərələr payızda qayıdacaq”, - deyə sözçü əlavə edib.", "Norveç XİN"),
    ],
)  # fmt: skip
def test_a_body_speaks_by_whoever_has_no_name(text, body):
    assert [speaker for _words, speaker in said(text)] == [body]


def test_a_headline_with_a_verb_is_no_name_of_a_body():
    text = (
        "Чили открывает посольство в Тонга – глава МИД\n\nПосольство появится осенью, сообщил министр иностранных дел "
        "Чили Хуан Мора.\n"
    )
    assert extract(text).title.value == "Чили открывает посольство в Тонга – глава МИД"


def test_a_call_to_subscribe_does_not_end_a_story():
    rest = (
        "Bergen'de esnafla konuşan bakan, limanların ne zaman açılacağının henüz belli olmadığını anlattı. Balıkçılar "
        "ise kışın uzun sürdüğünü, teknelerin boyandığını ve ağların onarıldığını bildirdi. Belediye de iskelenin "
        "yeni ışıklarla donatıldığını, çocuklar için bir müze açıldığını ve yaz boyunca konserler yapılacağını "
        "duyurdu. "
        "Geçen yıl on bin kişi adalara bu limandan gitmişti; bu yıl daha fazla yolcu bekleniyor. "
    )
    text = (
        "Norveç Enerji Bakanı Solveig Berg limanları gezdi\n\nNorveç Enerji Bakanı Solveig Berg, limanları gezdi ve "
        f'bilgi aldı.\n\nAbone Ol google-news\n\n{rest}Berg, "Feribotlar sonbaharda dönecek" '
        "dedi.\n\nliman\n\nferibot\n\nağ\n"
    )
    assert said(text) == [("Feribotlar sonbaharda dönecek", "Solveig Berg")]
