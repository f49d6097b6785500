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
