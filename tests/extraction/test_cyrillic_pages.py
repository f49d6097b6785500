"""Newspapers among Cyrillic letters, eves of events, what is accepted and who is received; all invented."""

from __future__ import annotations

import pytest

from meetings.extraction import extract


def met(text: str) -> list[tuple[str | None, list[tuple[str | None, str | None]]]]:
    """Of each meeting the day, the names and offices of who took part."""
    return [(m.date.value, [(p.name.value, p.office.value) for p in m.participants]) for m in extract(text).meetings]


def named(text: str) -> set[str | None]:
    """Everybody whom a text names."""
    return {p.name.value for p in extract(text).people}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "Новости дня\n\n9 июля 2018\n\nМинистр экономики Чили Рамон Беллов (Ramon Bellov) дал интервью газете "
            "The Lima Herald, сообщает Northern Wire.",
            {"Рамон Беллов"},
            id="a newspaper, and a name as it is spelled at home",
        ),
        pytest.param(
            "Новости дня\n\n9 июля 2018\n\nМинистр экономики Чили Рамон Беллов прибыл. Министр по делам Brexit не "
            "прибыл.",
            {"Рамон Беллов"},
            id="a matter beside an office",
        ),
        pytest.param(
            "Новости дня\n\n9 июля 2018\n\nПрезидент Чили Рамон Беллов уехал. Сторонники Беллова ждут. Изначально "
            "Беллов хотел остаться.",
            {"Рамон Беллов"},
            id="the first word of a sentence before a family name",
        ),
        pytest.param(
            "Çavdar Rus mevkidaşı Belov ile görüştü\n\n9 Temmuz 2018\n\nDışişleri Bakanı Kemal Çavdar, Rus mevkidaşı "
            "Anton Belov ile Moskova'da bir araya geldi. Bakan Çavdar Twitter hesabından yazdı.",
            {"Kemal Çavdar", "Anton Belov"},
            id="where somebody wrote",
        ),
    ],
)
def test_names_in_latin_letters(text: str, people: set[str | None]) -> None:
    assert named(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "Премьер-министр Великобритании Клара Линд приняла отставку министра иностранных дел Перу Бориса Марсона.",
        "Прем'єр-міністерка Великої Британії Клара Лінд прийняла відставку міністра закордонних справ Бориса Марсона.",
        "Cumhurbaşkanı Kemal Toprakçı, Dışişleri Bakanı Murat Ersan'ın istifasını kabul etti.",
        "Şili Cumhurbaşkanı Kemal Toprakçı, Peru Dışişleri Bakanı Murat Ersan'ın davetini kabul etti.",
        "Çilinin Prezidenti Kamal Torpaqlı Baş nazir Murad Ərsanlının istefasını qəbul edib.",
        "Чили Президенти Камол Тупроқов Бош вазир Мурод Эрсановнинг истеъфосини қабул қилди.",
        "Chili Prezidenti Kamol Tuproqov Bosh vazir Murod Ersanovning iste’fosini qabul qildi.",
        "Чили Президенті Камал Тораев Премьер-министр Мұрат Ерсановтың отставкасын қабылдады.",
        "Чилинин Президенти Камал Тораев Премьер-министр Мурат Эрсановдун отставкасын кабыл алды.",
    ],
)
def test_to_accept_is_not_to_receive(text: str) -> None:
    assert met(f"{text}\n\n2018") == []


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("накануне второго заседания парламента встретился", "2018-07-09"),
        ("накануне встретился", "2018-07-08"),
    ],
)
def test_the_eve_of_an_event_is_not_yesterday(told: str, day: str) -> None:
    text = f"Новости дня\n\n9 июля 2018\n\nПрезидент Чили Рамон Беллов {told} с министром Перу Тони Марсоном."
    assert [when for when, _who in met(text)] == [day]


def test_day_of_another_event() -> None:
    text = (
        "Телефонный разговор с Премьер-министром Перу Тони Марсоном\n\n9 июля 2018\n\nСостоялся телефонный разговор "
        "Рамона Беллова с Премьер-министром Перу Тони Марсоном.\n\nПрезидент Чили выразил соболезнования в связи с "
        "наводнением 22 июня в городе Куско."
    )
    assert [when for when, _who in met(text)] == ["2018-07-09"]


@pytest.mark.parametrize(
    ("heads", "office"),
    [("главами МИД", "глава МИД"), ("главами внешнеполитических ведомств", "глава внешнеполитического ведомства")],
)
def test_heads_of_several_ministries(heads: str, office: str) -> None:
    text = (
        f"Новости дня\n\n9 июля 2018\n\nМинистр иностранных дел Чили Рамон Беллов встретился с {heads} Турции Омаром "
        "Фазилем, Перу Тони Марсоном и Ганы Кофи Менсой."
    )
    ((_when, who),) = met(text)
    assert who[1:] == [
        ("Омар Фазиль", f"{office} Турции"),
        ("Тони Марсон", f"{office} Перу"),
        ("Кофи Менсой", f"{office} Ганы"),
    ]
