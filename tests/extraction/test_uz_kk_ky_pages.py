"""Uzbek, Kazakh and Kyrgyz pages as ministries and agencies print them. All people and words are invented."""

import pytest

from meetings.extraction import extract


def met(text):
    """Date, format, place and state of every meeting, with names and states of who was there."""
    return [
        (
            *(f.value for f in (m.date, m.format, m.place, m.place_country)),
            [(p.name.value, p.country.value) for p in m.participants],
        )
        for m in extract(text).meetings
    ]


def spoken(text):
    return [(q.text, q.speaker.value) for q in extract(text).quotes]


def pointed(text):
    return [(r.date.value, sorted(r.parties)) for r in extract(text).references]


CALL = """Собиров Баҳрайн Қироли билан рейслар ҳақида гаплашди
Собиров Баҳрайн Қироли билан рейслар ҳақида гаплашди
Президент Ботир Собиров ва Баҳрайн Қироли Солим бин Ғози телефонда суҳбатлашиб, рейсларни кўриб чиқди.
2027-11-18T10:05+0500
ўзбекистон
авиация
телефон мулоқоти
ТОШКЕНТ, 18 ноя — Хабарнома. Президент Ботир Собиров чоршанба куни Баҳрайн Қироли Солим бин Ғози билан телефон \
орқали сўзлашди. Буни матбуот котиби маълум қилди.Томонлар рейсларни кўриб чиқди."Бу жуда муҳим қадам, биз уни \
кутгандик", — деди Собиров.
"""


def test_a_page_that_lost_its_line_breaks():
    who = [("Ботир Собиров", "UZ"), ("Солим бин Ғози", "BH")]
    assert met(CALL) == [("2027-11-17", "call", None, None, who)]
    assert spoken(CALL) == [("Бу жуда муҳим қадам, биз уни кутгандик", "Ботир Собиров")]


GUESTS = """Президент Эрон ташқи ишлар вазири билан учрашди

12.06.2023

Ўзбекистон Республикаси Президенти Ботир Собиров 12 июнь куни мамлакатимизга ташриф билан келган Эрон Ислом \
Республикаси Ташқи ишлар вазири Ҳасан Ризоийни қабул қилди.

Эрон Президенти Али Каримийнинг саломини етказган Ҳасан Ризоий миннатдорлик изҳор этди.

— Биз учун Ўзбекистон минтақадаги энг ишончли шериклардан биридир, — деди меҳмон.
"""


def test_who_receives_is_at_home_and_the_guest_speaks():
    who = [("Ботир Собиров", "UZ"), ("Ҳасан Ризоий", "IR")]
    assert met(GUESTS) == [("2023-06-12", "talks", None, "UZ", who)]
    assert spoken(GUESTS)[0][1] == "Ҳасан Ризоий"


VISIT = """Toshkent, O‘zbekiston (Tongdaily.uz) — Senat Raisi Saida Karimova Bishkek shahriga safari chog‘ida Qirg‘iz \
Respublikasi Jo‘g‘orqu Kengashi To‘ragasi Ayjan Sadirova bilan muzokaralar olib bordi.
"""


def test_the_town_of_a_visit():
    who = [("Saida Karimova", "UZ"), ("Ayjan Sadirova", "KG")]
    assert met(VISIT) == [(None, "talks", "Bishkek", "KG", who)]


DEPUTIES = """O`zbekiston tashqi ishlar vaziri o`rinbosari AQSh Davlat kotibi yordamchisi bilan uchrashdi

2024-yil 14-fevral kuni Vashington shahrida O'zbekiston Tashqi ishlar vazirining birinchi o'rinbosari Farrux Olimov \
AQSH Davlat kotibining Janubiy va Markaziy Osiyo bo'yicha yordamchisi Laura Grin bilan uchrashuv o'tkazdi.

Shuningdek, F.Olimov Jahon banki vitse-prezidenti Anna Bell bilan muzokaralar olib bordi.
"""


def test_offices_that_are_owned():
    first, second = extract(DEPUTIES).meetings
    assert [(p.name.value, p.office.value, p.country.value) for p in first.participants] == [
        ("Farrux Olimov", "O'zbekiston Tashqi ishlar vazirining birinchi o'rinbosari", "UZ"),
        ("Laura Grin", "AQSH Davlat kotibining Janubiy va Markaziy Osiyo bo'yicha yordamchisi", "US"),
    ]
    assert [(p.name.value, p.organization.value) for p in second.participants] == [
        ("Farrux Olimov", None),
        ("Anna Bell", "Jahon banki"),
    ]


CREDENTIALS = """Ботир Собиров янги элчилардан ишонч ёрлиқларини қабул қилди

Президент Ботир Собиров бугун, 23 апрель куни Оқсарой қароргоҳида хорижий элчилардан ишонч ёрлиқларини қабул қилди.

Швейцария Конфедерациясининг Фавқулодда ва Мухтор Элчиси Карл Мюллер, Миср Араб Республикасининг Фавқулодда ва Мухтор \
Элчиси Тамир Ҳаммад давлат раҳбарига ишонч ёрлиқларини топширдилар.

2024 йил 23 апрель
"""


def test_who_hands_over_credentials():
    who = [("Ботир Собиров", "UZ"), ("Карл Мюллер", "CH"), ("Тамир Ҳаммад", "EG")]
    assert met(CREDENTIALS) == [("2024-04-23", "ceremony", None, "UZ", who)]


JOURNEY = """Bosh vazir Jahongir Usmonov ish safari bilan Armanistonga yo‘l oladi

TOShKENT, 7 noy — Xabarnoma. O‘zbekiston bosh vaziri Jahongir Usmonov yaqin kunlarda Armanistonga uchadi. Bu haqda \
Armaniston Tashqi ishlar vazirligi bildirdi.
“Mehmonlarni uch kun davomida kutib olamiz, dastur tayyor”, — deya izoh berdi vazirlik.
O‘shanda u Armaniston bosh vaziri Gayane Petrosova bilan uchrashgan edi.
"""


def test_a_visit_to_come_is_no_meeting():
    assert met(JOURNEY) == []
    assert extract(JOURNEY).published.value == "XXXX-11-07"
    assert spoken(JOURNEY) == [
        ("Mehmonlarni uch kun davomida kutib olamiz, dastur tayyor", "Armaniston Tashqi ishlar vazirligi")
    ]
    assert (None, ["Gayane Petrosova", "Jahongir Usmonov"]) in pointed(JOURNEY)


CAPTION = """Қазақстанның Бразилиядағы елшісі Сантуш Рибейруға сенім грамотасын тапсырды

Қазақстанның Бразилиядағы елшісі Сантуш Рибейруға сенім грамотасын тапсырды, сурет - Таңнама ақпараты 11.02.2028 13:26
Қазақстанның Бразилиядағы елшісі Айнұр Жақсыбекова Бразилия президенті Фернанду Сантуш Рибейруға сенім грамотасын \
тапсырды, деп жазады Таңнама.

Елшілік таратқан мәліметке қарағанда, рәсім 8 ақпанда Бразилиа қаласындағы сарайда ұйымдастырылған.
"""


def test_the_line_below_a_picture_and_an_office_that_is_not_of_the_next_name():
    who = [("Айнұр Жақсыбекова", "KZ"), ("Фернанду Сантуш Рибейру", "BR")]
    assert extract(CAPTION).published.value == "2028-02-11"
    assert met(CAPTION) == [("2028-02-08", "ceremony", "Бразилиа", "BR", who)]


MANY = """АЛМАТЫ. ҚазАқпарат – Алматыда Орталық Азия елдерінің сыртқы істер министрлерінің кездесуі өтті. Оған \
Қазақстан СІМ басшысы Ерлан Сәрсенов, Қырғызстан Сыртқы істер министрі Бақыт Осмонов, Тәжікстан Сыртқы істер \
министрі Рустам Назаров және Өзбекстан Сыртқы істер министрі Сардор Йолдошев қатысты.
Министрлер су ресурстары мен көлік салаларындағы ынтымақтастықты талқылады.
Іс-шара аясында Ерлан Сәрсенов Рустам Назаровпен екіжақты кездесу өткізді.
12.08.2024
"""


def test_two_of_many():
    first, second = met(MANY)
    assert (first[:4], len(first[4])) == (("2024-08-12", "multilateral", "Алматы", "KZ"), 4)
    assert second == ("2024-08-12", "talks", "Алматы", "KZ", [("Ерлан Сәрсенов", "KZ"), ("Рустам Назаров", "TJ")])


RECALLED = """2 қыркүйек 2025, 10:30

Президент Қытай Төрағасымен келіссөз жүргізді

ПЕКИН. KAZINFORM — Бейжіңге жұмыс сапарымен барған Мемлекет басшысы Тоқтар Айтбаев Қытай Төрағасы Ли Вэймен келіссөз \
жүргізді.

Кеше Президент Пекинде Өзбекстан Президенті Ботир Собировпен де жүздескен еді.
"""


def test_a_verb_at_the_end_recalls():
    who = [("Тоқтар Айтбаев", "KZ"), ("Ли Вэй", "CN")]
    assert met(RECALLED) == [("2025-09-02", "talks", "Бейжің", "CN", who)]
    assert pointed(RECALLED) == [("2025-09-01", ["Ботир Собиров", "Тоқтар Айтбаев"])]


KYRGYZ = """БИШКЕК, 21-фев. — Кабарчы. Өзгөчө кырдаалдар министри Айбек Молдоев Венгриянын Кыргыз Республикасындагы \
элчиси Ласло Керешти кабыл алды.
Ошол эле күнү Айбек Молдоев Түркиянын элчиси Ахмет Яманды да кабыл алды.
"""


def test_objects_before_the_verb():
    assert extract(KYRGYZ).published.value == "XXXX-02-21"
    assert met(KYRGYZ) == [
        ("XXXX-02-21", "talks", None, "KG", [("Айбек Молдоев", "KG"), ("Ласло Кереш", "HU")]),
        ("XXXX-02-21", "talks", None, "KG", [("Айбек Молдоев", "KG"), ("Ахмет Яман", "TR")]),
    ]
    assert extract(KYRGYZ).meetings[0].participants[0].office.value == "Өзгөчө кырдаалдар министри"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Вьетнам Президенти Нгуен Тхи Ланга Хайфон яқинида табрик йўллади, деди Олим Каримов.", "Нгуен Тхи Лан"),
        ("Вазир Япония парламенти раиси Кенжи Такада билан учрашди.", "Кенжи Такада"),
    ],
)
def test_names_end_with_their_case(text, name):
    assert name in [p.name.value for p in extract(text).people]


CONGRATULATED = """Ботир Собиров Туркия Президентини Республика куни билан табриклади

30.10.2024

Президент Ботир Собиров 29 октябрь куни Туркия Республикаси Президенти Орхан Демир билан телефон орқали мулоқот қилди.

“Суҳбатда қатновларни кўпайтириш режалари кўриб чиқилди”, дейилади Президент матбуот хизмати хабарида.
"""


def test_congratulations_by_telephone_and_the_words_of_a_press_service():
    who = [("Ботир Собиров", "UZ"), ("Орхан Демир", "TR")]
    assert met(CONGRATULATED) == [("2024-10-29", "call", None, None, who)]
    assert spoken(CONGRATULATED) == [
        ("Суҳбатда қатновларни кўпайтириш режалари кўриб чиқилди", "Президент матбуот хизмати")
    ]


def test_who_tells_of_a_meeting_was_not_there():
    text = """12.03.2024

Вазир Сардор Йўлдошев Латвия элчиси Янис Берзинсни қабул қилди. Бу ҳақда вазир ўринбосари Олим Каримов маълум қилди.
"""
    assert [name for name, _state in met(text)[0][4]] == ["Сардор Йўлдошев", "Янис Берзинс"]
