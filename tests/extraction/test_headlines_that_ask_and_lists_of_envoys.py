"""Headlines with a question or an exclamation mark, envoys and ministers of several states, summits of one."""

from __future__ import annotations

import pytest

from meetings.extraction import extract

from .told import present, present_names, seats


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "GÜNDEM\n\nBakan Toprakçı, İtalyan mevkidaşıyla görüştü!\n\nTarım Bakanı Omar Toprakçı, İtalya Tarım "
            "Bakanı Ramil Bell ile zeytin ticaretini konuşmak için bir araya geldi.",
            "Bakan Toprakçı, İtalyan mevkidaşıyla görüştü!",
        ),
        (
            "Омар Зотов с послом Малайзии встретился зачем?\n\nМинистр рыбного хозяйства Омар Зотов встретился с "
            "послом Малайзии Анной Белл. Они обсудили вылов сельди.",
            "Омар Зотов с послом Малайзии встретился зачем?",
        ),
    ],
)
def test_a_headline_may_ask_or_cry_out(text, title):
    assert extract(text).title.value == title


def test_a_name_of_syllables_may_hold_what_is_a_preposition_elsewhere():
    text = "Президент Италии Омар Белл принял верительные грамоты у послов Вьетнама Нян До Тё, Малайзии Рената Зотова."
    assert seats(text) == [[("Омар Белл", "IT"), ("Нян До Тё", "VN"), ("Ренат Зотов", "MY")]]


def test_the_state_of_a_town_behind_a_list_is_nobodys():
    text = (
        "İtaliya, Malayziya və Gürcüstanın ədliyyə nazirləri - Omar Zavarov, Ramil Bell və Rüstəm Dia İtaliyanın "
        "Kalpo şəhərində görüşüblər."
    )
    assert seats(text) == [[("Omar Zavarov", "IT"), ("Ramil Bell", "MY"), ("Rüstəm Dia", "GE")]]


def test_a_summit_is_told_though_but_one_is_named():
    text = (
        "Италия президенти Омар Заваров кеча Балиқчилар кенгашининг саммитида иштирок этди.\n\n"
        "Саммит доирасида Омар Заваров Малайзия президенти Рамил Белл билан учрашув ўтказди."
    )
    assert present_names(text) == [["Омар Заваров"], ["Омар Заваров", "Рамил Белл"]]


def test_what_is_prepared_in_talks_is_not_held_there():
    text = (
        "Министры обсудили вопросы проведения саммита рыболовов\n3 февраля 2031\n\n"
        "Министр экологии Италии Омар Зотов встретился с послом Малайзии Анной Белл."
    )
    assert [m.format.value for m in extract(text).meetings] == ["talks"]


def test_a_title_that_has_no_cases_leaves_the_name_its_own():
    text = "Посол Италии Анна Белл встретилась с Елбасы Ренатом Зотовым."
    assert present(text) == [[("Анна Белл", "Посол Италии", "IT"), ("Ренат Зотов", "Елбасы", "KZ")]]


def test_a_headline_that_asks_on_a_page_without_blank_lines():
    text = (
        "Bakan Toprakçı İtalya'da kimlerle görüştü?\nTarım Bakanı Omar Toprakçı, İtalya Tarım Bakanı Ramil Bell ile "
        "zeytin ticaretini konuşmak için bir araya geldi."
    )
    assert extract(text).title.value == "Bakan Toprakçı İtalya'da kimlerle görüştü?"


def test_men_in_the_accusative_behind_an_office_of_the_first_declension():
    text = "Міністр Омар Белл прийняв голову Ради Малайзії Рената Зотівського."
    assert present(text) == [
        [("Омар Белл", "Міністр", "UA"), ("Ренат Зотівський", "голова Ради Малайзії", "MY")],
    ]


def test_a_state_and_a_town_as_some_write_them():
    text = "Малайзия министрі Омар Белл Йерусалимде сейсенбі күні Израил министрі Рамил Руизбен кездесті."
    assert [(m.place.value, m.place_country.value) for m in extract(text).meetings] == [("Йерусалим", "IL")]


def test_days_in_a_row_below_the_text_are_those_of_other_stories():
    text = (
        "Заступник голови парламенту Омар Белл зустрівся з послом Малайзії Анною Руїс.\n\nВони говорили про рибальство."
        "\n\nЩе за розділом\n\n8 лютого 2031 09:55\n7 лютого 2031 09:15\n6 лютого 2031 17:08\n6 лютого 2031 14:45"
    )
    assert extract(text).published.value is None
