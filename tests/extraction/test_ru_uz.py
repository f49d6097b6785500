"""Russian and Uzbek: cases of names and offices, datelines, interrupted quotations, with invented people and words."""

import pytest

from meetings.extraction import extract, lexicon
from meetings.extraction.declension import governed, nominative_adjectives, nominative_name

KYRGYZ = """Встреча с заместителем министра иностранных дел Республики Узбекистан Ольгой Зареченской

8 апреля 2021 года

8 апреля с.г. министр иностранных дел Кыргызской Республики Саид Мирзалов принял Чрезвычайного и Полномочного \
Посла Французской Республики в Кыргызской Республике Фридерику Кервадек и вручил ей ноту.

С.Мирзалов напомнил о недавней встрече с Чжоу Линхуэем в Пекине. «Дружба – это дорога, – сказал он. – По ней \
надо ходить».

Посол поблагодарила Саида Мирзалова за приём.
"""

AGENCY = """НУР-СУЛТАН, 14 мая. /ТАСС/. Встреча госсекретаря США Томаса Стоунбриджа и министра иностранных дел \
Казахстана Даурена Тауканова прошла под дождём в Астане. Зонты раздала пресс-служба ведомства.
"""

UZBEK = """ТОШКЕНТ, 28 окт – Sputnik. Ўзбекистон ташқи ишлар вазири вазифасини бажарувчи Ҳамид Сувонов Япониянинг \
Ўзбекистондаги янги тайинланган элчиси Кенжи Мориядани қабул қилди. Бу ҳақда вазирлик хабар берди.
"""


def people(text):
    return {p.name.value: (p.office.value, p.country.value) for p in extract(text).people}


@pytest.mark.parametrize(
    ("name", "before", "gender", "nominative"),
    [
        ("Данияром Тауковым", "с", None, "Данияр Тауков"),
        ("Саиду Мирзалову", "министру", "he", "Саид Мирзалов"),
        ("Ольге Заречновой", "к", None, "Ольга Заречнова"),
        ("Анне Петровне Сидоркиной", "послу", None, "Анна Петровна Сидоркина"),
        ("Чжоу Линхуэя", "министра", None, "Чжоу Линхуэй"),
        ("Салыма-Болата Арыстанова", "президента", "he", "Салым-Болат Арыстанов"),
        ("Томаса Стоунбриджа", "госсекретаря", None, "Томас Стоунбридж"),
        ("Варенина Тихона Викторовича", "господина", None, "Варенин Тихон Викторович"),
        ("Антоном Заборовским", "с", None, "Антон Заборовский"),
        ("Луиджи Барелли", "посла", None, "Луиджи Барелли"),
        ("Дефне Тунджалы", "министром", None, "Дефне Тунджалы"),
        ("Тихона Брайту", "министра", None, "Тихон Брайту"),
    ],
)
def test_a_russian_name_is_put_into_the_nominative_by_its_gender_and_case(name, before, gender, nominative):
    russian = lexicon.load("ru")
    assert " ".join(nominative_name(tuple(name.split()), russian, gender, governed(before, russian))) == nominative


def test_adjectives_before_an_office_are_put_into_the_nominative():
    assert nominative_adjectives("белорусским ", lexicon.load("ru")) == "белорусский "
    assert nominative_adjectives("Чрезвычайного и Полномочного ", lexicon.load("ru")) == "Чрезвычайный и Полномочный "


def test_russian_people_have_names_and_offices_as_in_a_dictionary():
    found = people(KYRGYZ)
    assert found["Саид Мирзалов"] == ("министр иностранных дел Кыргызской Республики", "KG")
    assert found["Фридерика Кервадек"] == (
        "Чрезвычайный и Полномочный Посол Французской Республики в Кыргызской Республике",
        "FR",
    )
    assert "Ольга Зареченская" in found


def test_what_stands_between_dashes_inside_marks_is_not_quoted():
    quotes = extract(KYRGYZ).quotes
    assert [q.text for q in quotes] == ["Дружба – это дорога,", "По ней надо ходить"]
    assert {q.speaker.value for q in quotes} == {"Саид Мирзалов"}


def test_two_offices_joined_by_and_keep_their_holders_and_the_dateline_its_day():
    record = extract(AGENCY)
    assert record.published.value == "XXXX-05-14"
    assert people(AGENCY) == {
        "Томас Стоунбридж": ("госсекретарь США", "US"),
        "Даурен Тауканов": ("министр иностранных дел Казахстана", "KZ"),
    }


def test_uzbek_offices_take_in_acting_and_newly_appointed():
    record = extract(UZBEK)
    assert record.published.value == "XXXX-10-28"
    assert people(UZBEK) == {
        "Ҳамид Сувонов": ("Ўзбекистон ташқи ишлар вазири вазифасини бажарувчи", "UZ"),
        "Кенжи Морияда": ("Япониянинг Ўзбекистондаги янги тайинланган элчиси", "JP"),
    }


def test_a_state_in_the_genitive_is_no_town():
    assert [m.value for m in extract("Посол Китая встретился с министром.\n").countries] == ["CN"]
