"""Names and speakers of Russian and Ukrainian agency stories; people, words and events are invented."""

from __future__ import annotations

import pytest

from meetings.extraction import extract
from tests.extraction.told import said_by


def named(text: str) -> set[str | None]:
    """Everybody whom a text names."""
    return {p.name.value for p in extract(text).people}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "Новости дня\n\n9 июля 2018\n\nПредставитель правительства Чили Мария Плетнёва назвала решение "
            "поспешным. Майя Линдова с этим не согласна, сказала Плетнёва.",
            {"Мария Плетнёва"},
            id="a given name that begins like a month cut short",
        ),
        pytest.param(
            "Новости дня\n\n9 июля 2018\n\nПрезидент Чили Рамон Беллов выступил с речью. «Это ошибка», — заявил "
            "пресс-секретарь Беллова Денис Марушкин.",
            {"Рамон Беллов", "Денис Марушкин"},
            id="the spokesman of-Bellov",
        ),
        pytest.param(
            "Новости дня\n\n9 июля 2018\n\nПрезидент Чили Рамон Беллов прибыл. Встреча советника Беллова Тони Марсона "
            "с министром прошла в Лиме. Позже Марсон уехал.",
            {"Рамон Беллов", "Тони Марсон"},
            id="the adviser of-Bellov, named once",
        ),
        pytest.param(
            "Новини дня\n\n9 липня 2018\n\nНа обіді з міністром Чилі Рамоном Беллотом Остап Заварчук назвав це "
            "помилкою. «Так і є», — сказав Заварчук.",
            {"Рамон Беллот", "Остап Заварчук"},
            id="a name behind one whose words are both in the instrumental",
        ),
        pytest.param(
            "Новости дня\n\n9 июля 2018\n\nМинистр энергетики Чили Рамон Беллов встретился с министром энергетики "
            "Китая Лю Э в Лиме.",
            {"Рамон Беллов", "Лю Э"},
            id="a name of one letter",
        ),
        pytest.param(
            "Новости дня\n\n9 июля 2018\n\nТеперь судьба Клары Линд решена. Доклад министра обороны Чили Бруно "
            "Марсона обсудили. «Премьер-министр Клара Линд похвалила доклад Бруно Марсона», — сообщили в порту.",
            {"Клара Линд", "Бруно Марсон"},
            id="forms whose case stands elsewhere",
        ),
        pytest.param(
            "Новини дня\n\n9 липня 2018\n\nМіністерка Олена Заварчук зустрілася в Римі з директором Міжнародного "
            "валютного фонду (МВФ) Карл-Марком Лоренцом.",
            {"Олена Заварчук", "Карл-Марк Лоренц"},
            id="an acronym between office and name",
        ),
    ],
)
def test_names(text: str, people: set[str]) -> None:
    assert people <= named(text)
    assert not any(p and len(p.split()) > 2 for p in named(text))


def test_a_country_is_no_part_of_a_name() -> None:
    found = extract("Новости дня\n\n9 июля 2018\n\nМесто министра занял Доминик Заваров, сказал Заваров.")
    assert "DM" not in {c.value for c in found.countries}


def test_both_words_of_a_states_name_change() -> None:
    found = extract("Новости дня\n\n9 июля 2018\n\nО Гвинее-Бисау говорили долго, сказал министр.")
    assert {c.value for c in found.countries} == {"GW"}


def test_whoever_stands_behind_a_preposition_does_not_speak() -> None:
    text = (
        "Новости дня\n\n9 июля 2018\n\nПрезидент Чили Рамон Беллов встретился в Лиме с президентом Перу Хуаном "
        "Марушкиным. Беллов сразу после ужина с Марушкиным назвал беседу «очень долгой»."
    )
    assert said_by(text) == [("Рамон Беллов", "очень долгой")]


def test_an_unnamed_spokesman_speaks_for_a_body_and_is_nobody_who_was_named_before() -> None:
    text = (
        "Новини дня\n\n9 липня 2018\n\nПрем'єрка Олена Заварчук зустрілася в Римі з міністром Чилі Рамоном Беллотом. "
        "Речник уряду Чилі заявив про «довгу й теплу розмову»."
    )
    assert said_by(text) == [("уряд Чилі", "довгу й теплу розмову")]


def test_a_day_to_come_is_not_that_of_the_meeting() -> None:
    text = (
        "Заварчук провела переговори з Беллотом\n\n9 травня 2019\n\nПрем'єрка України Олена Заварчук зустрілася "
        "в Римі з президентом Чилі Рамоном Беллотом. Олена Заварчук повернеться до Рима 13 травня."
    )
    assert [m.date.value for m in extract(text).meetings] == ["2019-05-09"]
