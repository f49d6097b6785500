"""Uzbek, Kazakh and Kyrgyz pages as ministries and agencies print them. All people and words are invented."""

import pytest

from meetings.extraction import extract
from tests.extraction.told import pointed, said


def met(text):
    """Date, format, place and state of every meeting, with names and states of who was there."""
    return [
        (
            *(f.value for f in (m.date, m.format, m.place, m.place_country)),
            [(p.name.value, p.country.value) for p in m.participants],
        )
        for m in extract(text).meetings
    ]


CALL = """Собиров Иордания Қироли билан анжир кўчатлари ҳақида гаплашди
Собиров Иордания Қироли билан анжир кўчатлари ҳақида гаплашди
Президент Ботир Собиров ва Иордания Қироли Наср бин Толиб телефонда суҳбатлашиб, боғлар барпо этишни кўриб чиқди.
2026-10-22T16:20+0500
ўзбекистон
боғдорчилик
телефон мулоқоти
ТОШКЕНТ, 22 окт — Дарак. Президент Ботир Собиров чоршанба куни Иордания Қироли Наср бин Толиб билан телефон \
орқали сўзлашди. Буни матбуот котиби маълум қилди.Томонлар боғлар барпо этишни муҳокама қилди."Кўчатлар етиб келди, \
уларни баҳорда экамиз", — деди Собиров.
"""


def test_a_page_that_lost_its_line_breaks():
    who = [("Ботир Собиров", "UZ"), ("Наср бин Толиб", "JO")]
    assert met(CALL) == [("2026-10-21", "call", None, None, who)]
    assert said(CALL) == [("Кўчатлар етиб келди, уларни баҳорда экамиз", "Ботир Собиров")]


GUESTS = """Президент Эрон ташқи ишлар вазири билан учрашди

03.05.2019

Ўзбекистон Республикаси Президенти Ботир Собиров 3 май куни мамлакатимизга ташриф билан келган Эрон Ислом \
Республикаси Ташқи ишлар вазири Ҳасан Ризоийни қабул қилди.

Эрон Президенти Нодир Каримийнинг саломини етказган Ҳасан Ризоий миннатдорлик изҳор этди.

— Анор шарбати учун раҳмат, нонингиз ҳам ҳали иссиқ экан, — деди меҳмон.
"""


def test_who_receives_is_at_home_and_the_guest_speaks():
    who = [("Ботир Собиров", "UZ"), ("Ҳасан Ризоий", "IR")]
    assert met(GUESTS) == [("2019-05-03", "talks", None, "UZ", who)]
    assert said(GUESTS)[0][1] == "Ҳасан Ризоий"


VISIT = """Toshkent, O‘zbekiston (Erkatong.uz) — Senat Raisi Saida Karimova Dushanbe shahriga safari chog‘ida \
Tojikiston Respublikasi Majlisi Oliy Raisi Nigina Safarova bilan muzokaralar olib bordi.
"""


def test_the_town_of_a_visit():
    who = [("Saida Karimova", "UZ"), ("Nigina Safarova", "TJ")]
    assert met(VISIT) == [(None, "talks", "Dushanbe", "TJ", who)]


DEPUTIES = """O`zbekiston tashqi ishlar vaziri o`rinbosari AQSh Davlat kotibi yordamchisi bilan uchrashdi

2019-yil 3-may kuni Toshkent shahrida O'zbekiston Tashqi ishlar vazirining birinchi o'rinbosari Farrux Olimov \
AQSH Davlat kotibining Sharqiy va Janubiy Daryolar bo'yicha yordamchisi Laura Grin bilan uchrashuv o'tkazdi.

Shuningdek, F.Olimov Jahon banki vitse-prezidenti Anna Bell bilan muzokaralar olib bordi.
"""


def test_offices_that_are_owned():
    first, second = extract(DEPUTIES).meetings
    assert [(p.name.value, p.office.value, p.country.value) for p in first.participants] == [
        ("Farrux Olimov", "O'zbekiston Tashqi ishlar vazirining birinchi o'rinbosari", "UZ"),
        ("Laura Grin", "AQSH Davlat kotibining Sharqiy va Janubiy Daryolar bo'yicha yordamchisi", "US"),
    ]
    assert [(p.name.value, p.organization.value) for p in second.participants] == [
        ("Farrux Olimov", None),
        ("Anna Bell", "Jahon banki"),
    ]


CREDENTIALS = """Ботир Собиров янги элчилардан ишонч ёрлиқларини қабул қилди

Президент Ботир Собиров бугун, 7 октябрь куни боғдаги шийпонда хорижий элчилардан ишонч ёрлиқларини қабул қилди.

Швейцария Конфедерациясининг Фавқулодда ва Мухтор Элчиси Карл Мюллер, Миср Араб Республикасининг Фавқулодда ва Мухтор \
Элчиси Тамир Ҳаммад давлат раҳбарига ишонч ёрлиқларини топширдилар.

2016 йил 7 октябрь
"""


def test_who_hands_over_credentials():
    who = [("Ботир Собиров", "UZ"), ("Карл Мюллер", "CH"), ("Тамир Ҳаммад", "EG")]
    assert met(CREDENTIALS) == [("2016-10-07", "ceremony", None, "UZ", who)]


JOURNEY = """Bosh vazir Alisher Tursunov safar bilan Gruziyaga yo‘l oladi

TOShKENT, 12 apr — Darak. Bosh vazir Alisher Tursunov kelasi haftada Gruziyaga jo‘naydi. Buni \
Gruziya Tashqi ishlar vazirligi ma’lum qildi.
“Uchrashuvlar jadvali tuzilgan, xonalar ham band qilingan”, — deya izoh berdi vazirlik.
Avvalroq u Gruziya bosh vaziri Ketevan Lomsadze bilan uchrashgan edi.
"""


def test_a_visit_to_come_is_no_meeting():
    assert met(JOURNEY) == []
    assert extract(JOURNEY).published.value == "XXXX-04-12"
    assert said(JOURNEY) == [
        ("Uchrashuvlar jadvali tuzilgan, xonalar ham band qilingan", "Gruziya Tashqi ishlar vazirligi")
    ]
    assert (None, ["Alisher Tursunov", "Ketevan Lomsadze"]) in pointed(JOURNEY)


CAPTION = """Қазақстанның Аргентинадағы елшісі Паредес Солерге сенім грамотасын табыстады

Қазақстанның Аргентинадағы елшісі Паредес Солерге сенім грамотасын табыстады, сурет - Дерек ақпараты 04.09.2026 08:15
Қазақстанның Аргентинадағы елшісі Жанар Мұқанова Аргентина президенті Эстебан Паредес Солерге сенім грамотасын \
табыс етті, деп хабарлайды Дерек.

Рәсім 2 қыркүйекте Буэнос-Айрес қаласындағы кітапханада өтті.
"""


def test_the_line_below_a_picture_and_an_office_that_is_not_of_the_next_name():
    who = [("Жанар Мұқанова", "KZ"), ("Эстебан Паредес Солер", "AR")]
    assert extract(CAPTION).published.value == "2026-09-04"
    assert met(CAPTION) == [("2026-09-02", "ceremony", "Буэнос-Айрес", "AR", who)]


MANY = """АЛМАТЫ. ДалаХабар – Алматыда таулы елдердің сыртқы істер министрлерінің кездесуі өтті. Оған \
Қазақстан СІМ басшысы Бекзат Сәрсенов, Перу Сыртқы істер министрі Бакон Осман, Тәжікстан Сыртқы істер \
министрі Рустам Себзоров және Чили Сыртқы істер министрі Матео Йолан қатысты.
Министрлер шаңғы жолдары мен қар барыстары туралы әңгімелесті.
Іс-шара аясында Бекзат Сәрсенов Рустам Себзоровпен екіжақты кездесу өткізді.
05.03.2018
"""


def test_two_of_many():
    first, second = met(MANY)
    assert (first[:4], len(first[4])) == (("2018-03-05", "multilateral", "Алматы", "KZ"), 4)
    assert second == ("2018-03-05", "talks", "Алматы", "KZ", [("Бекзат Сәрсенов", "KZ"), ("Рустам Себзоров", "TJ")])


RECALLED = """5 мамыр 2018, 09:20

Президент Чили Президентімен келіссөз жүргізді

САНТЬЯГО. ДАЛАХАБАР — Сантьягоға сапармен барған Мемлекет басшысы Тоқтар Айтбаев Чили Президенті Луис Вегамен \
келіссөз жүргізді.

Кеше Президент Сантьягода Өзбекстан Президенті Ботир Собировпен де жүздескен еді.
"""


def test_a_verb_at_the_end_recalls():
    who = [("Тоқтар Айтбаев", "KZ"), ("Луис Вега", "CL")]
    assert met(RECALLED) == [("2018-05-05", "talks", "Сантьяго", "CL", who)]
    assert pointed(RECALLED) == [("2018-05-04", ["Ботир Собиров", "Тоқтар Айтбаев"])]


KYRGYZ = """БИШКЕК, 9-окт. — Дабыш. Өзгөчө кырдаалдар министри Эрмек Садыбаев Румыниянын Кыргыз Республикасындагы \
элчиси Петре Лупашты кабыл алды.
Ошол эле күнү Эрмек Садыбаев Түркиянын элчиси Ахмет Яманды да кабыл алды.
"""


def test_objects_before_the_verb():
    assert extract(KYRGYZ).published.value == "XXXX-10-09"
    assert met(KYRGYZ) == [
        ("XXXX-10-09", "talks", None, "KG", [("Эрмек Садыбаев", "KG"), ("Петре Лупаш", "RO")]),
        ("XXXX-10-09", "talks", None, "KG", [("Эрмек Садыбаев", "KG"), ("Ахмет Яман", "TR")]),
    ]
    assert extract(KYRGYZ).meetings[0].participants[0].office.value == "Өзгөчө кырдаалдар министри"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Вьетнам Президенти Фам Тхи Лонга Ҳуэ яқинида гул тутдик, деди Олим Каримов.", "Фам Тхи Лон"),
        ("Вазир Япония парламенти раиси Кенжи Такада билан учрашди.", "Кенжи Такада"),
    ],
)
def test_names_end_with_their_case(text, name):
    assert name in [p.name.value for p in extract(text).people]


CONGRATULATED = """Ботир Собиров Чили Президентини узум сайли билан табриклади

06.03.2019

Президент Ботир Собиров 5 март куни Чили Президенти Рауль Мендоса билан телефон орқали мулоқот қилди.

“Токларни қиш олдидан кўмиш муҳокама этилди”, дейилади Президент матбуот хизмати ахборотида.
"""


def test_congratulations_by_telephone_and_the_words_of_a_press_service():
    who = [("Ботир Собиров", "UZ"), ("Рауль Мендоса", "CL")]
    assert met(CONGRATULATED) == [("2019-03-05", "call", None, None, who)]
    assert said(CONGRATULATED) == [("Токларни қиш олдидан кўмиш муҳокама этилди", "Президент матбуот хизмати")]


def test_who_tells_of_a_meeting_was_not_there():
    text = """12.03.2024

Вазир Сардор Йўлдошев Латвия элчиси Янис Дубзарсни қабул қилди. Бу ҳақда вазир ўринбосари Олим Каримов маълум қилди.
"""
    assert [name for name, _state in met(text)[0][4]] == ["Сардор Йўлдошев", "Янис Дубзарс"]
