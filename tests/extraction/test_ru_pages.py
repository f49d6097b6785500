"""Russian pages as they are printed: headline, summary, date with the hour, place line, transcript; dispatches.

All people and words are invented."""

import pytest

from meetings.extraction import extract, lexicon
from meetings.extraction.declension import governed, nominative_name

KREMLIN = """События

Переговоры с Президентом Монголии Батбаяром Эрдэнэтом

Аркадий Пестов провёл в режиме видеоконференции беседу с Президентом Монголии Батбаяром Эрдэнэтом.

12 февраля 2024 года
15:30
Москва, Кремль

В беседе приняли участие: с российской стороны – Министр иностранных дел Глеб Заварухин; с монгольской – \
Министр иностранных дел Дорж Сухбат.

А.Пестов: Уважаемый Батбаяр Доржиевич! Рады говорить с вами.

Б.Эрдэнэт (как переведено): Спасибо, Аркадий Иванович.

География
Монголия
Темы
Внешняя политика
"""

SUMMARY = """Салым-Болат Абдраманов принял председателя Европейской комиссии Питера ван Дальсума

12 мая 2018 года, Астана

Глава государства провел переговоры с Президентом Европейской комиссии Питером ван Дальсумом. Во встрече приняли \
участие заместитель премьер-министра – министр иностранных дел Даурен Тауканов и помощник Президента Самат Беркимбай.

– Мы дорожим этой дружбой, – сказал Президент.
"""

STOPS = """О переговорах Министра иностранных дел А.Д.Ломова в Бразилии

5 октября 2011 года

5 октября в Рио-де-Жанейро Министр иностранных дел Российской Федерации А.Д.Ломов провел переговоры с Министром \
внешних сношений Федеративной Республики Бразилии М.Ройтером. В тот же день российский министр был принят Президентом \
Бразилии Тиагу Карвальо.

Затем состоялась встреча А.Д.Ломова с Послом Японии в Бразилии Т.Мориядой.
"""

PREVIEW = """Глава МИД РФ посетит Тунис

ТУНИС, 4 июн — Утренняя почта. Министр иностранных дел РФ Глеб Заварухин прибыл с визитом в Тунис.

Ожидается, что он проведет переговоры с президентом Рашидом Беннури. Темой переговоров министров \
будут финики и парусники.
"""

PLURALS = """Министры иностранных дел России и Чили Глеб Ломов и Матео Айдос обсудили ловлю крабов

9 мая 2016 года

Министры иностранных дел России и Чили Глеб Ломов и Матео Айдос провели телефонный разговор. «Крабов хватит \
всем», – говорится в сообщении российского внешнеполитического ведомства.
"""

NEWS = """Глава МИД Перу встретился с генсеком ОБСЕ .

Министр иностранных дел Перу Матео Айдос провел встречу с генеральным секретарем ОБСЕ Рупертом Эскилем . \
Переговоры прошли в Лиссабоне .

Посол Перу в Чили Али Кордес рассказал об этом на встрече с пекарями в Сантьяго .

Среди них был пекарь по имени Эбнер Тависток . Ранее пекарню посещал Эрнандо де Палисар .
"""


def meetings(text):
    return [
        (
            m.date.value,
            m.format.value,
            m.place.value,
            m.place_country.value,
            [(p.name.value, p.office.value, p.country.value) for p in m.participants],
        )
        for m in extract(text).meetings
    ]


@pytest.mark.parametrize(
    ("name", "before", "nominative"),
    [
        ("Питером ван Дальсумом", "председателем", "Питер ван Дальсум"),
        ("Абдуллой бин Рашидом Аль Мазри", "послом", "Абдулла бин Рашид Аль Мазри"),
        ("Салым-Болатом Абдрамановым", "с", "Салым-Болат Абдраманов"),
        ("Чыонг Ба Ламом", "с", "Чыонг Ба Лам"),
        ("Надимом Шах Хаком", "с", "Надим Шах Хак"),
        ("Т. Мориядой", "послом", "Т. Морияда"),
        ("Сомчаю XII", "королю", "Сомчай XII"),
    ],
)
def test_particles_syllables_initials_and_numbers_of_a_name_do_not_hinder_its_nominative(name, before, nominative):
    russian = lexicon.load("ru")
    assert " ".join(nominative_name(tuple(name.split()), russian, None, governed(before, russian))) == nominative


def test_a_video_meeting_told_by_summary_transcript_and_sides():
    record = extract(KREMLIN)
    assert meetings(KREMLIN) == [
        (
            "2024-02-12",
            "video",
            None,
            None,
            [
                ("Батбаяр Эрдэнэт", "Президент Монголии", "MN"),
                ("Глеб Заварухин", "Министр иностранных дел", "RU"),
                ("Дорж Сухбат", "Министр иностранных дел", "MN"),
                ("Аркадий Пестов", None, "RU"),
            ],
        )
    ]
    assert [(q.speaker.value, q.text) for q in record.quotes] == [
        ("Аркадий Пестов", "Уважаемый Батбаяр Доржиевич! Рады говорить с вами."),
        ("Батбаяр Эрдэнэт", "Спасибо, Аркадий Иванович."),
    ]


def test_the_office_that_nobody_else_holds_is_that_of_whom_the_text_is_about():
    [(_day, _format, place, _state, people)] = meetings(SUMMARY)
    assert place == "Астана"
    assert ("Салым-Болат Абдраманов", "Глава государства", "KZ") in people
    assert ("Даурен Тауканов", "заместитель премьер-министра – министр иностранных дел", "KZ") in people
    assert [q.speaker.value for q in extract(SUMMARY).quotes] == ["Салым-Болат Абдраманов"]


def test_the_stops_of_a_visit_are_meetings_of_their_own():
    assert [[name for name, _office, _state in people] for *_told, people in meetings(STOPS)] == [
        ["А. Д. Ломов", "М. Ройтер"],
        ["А. Д. Ломов", "Тиагу Карвальо"],
        ["А. Д. Ломов", "Т. Морияда"],
    ]


def test_what_is_to_come_is_a_reference_and_no_meeting():
    record = extract(PREVIEW)
    assert record.published.value == "XXXX-06-04"
    assert record.meetings == ()
    assert [(r.date.value, r.parties) for r in record.references] == [(None, ("Глеб Заварухин", "Рашид Беннури"))]


def test_each_holder_of_a_plural_office_has_their_own_state():
    [(_day, fmt, _place, _state, people)] = meetings(PLURALS)
    assert fmt == "call"
    assert people == [
        ("Глеб Ломов", "Министр иностранных дел", "RU"),
        ("Матео Айдос", "Министр иностранных дел", "CL"),
    ]
    assert [q.speaker.value for q in extract(PLURALS).quotes] == ["российское внешнеполитическое ведомство"]


def test_a_headline_may_end_with_a_stop_and_who_speaks_in_another_state_was_not_there():
    record = extract(NEWS)
    assert record.title.value == "Глава МИД Перу встретился с генсеком ОБСЕ ."
    [(_day, _format, place, _state, people)] = meetings(NEWS)
    assert place == "Лиссабон"
    assert [name for name, _office, _country in people] == ["Матео Айдос", "Руперт Эскиль"]
    named = {p.name.value for p in record.people}
    assert {"Али Кордес", "Эбнер Тависток", "Эрнандо де Палисар"} <= named


def test_a_family_name_is_no_case_of_a_town():
    assert {p.name.value for p in extract("Посол А.Д.Ломов встретился с министром Марсело Рохо.\n").people} == {
        "А. Д. Ломов",
        "Марсело Рохо",
    }
