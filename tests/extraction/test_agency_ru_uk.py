"""Names and speakers of Russian and Ukrainian agency stories; people, words and events are invented."""

from __future__ import annotations

import pytest

from meetings.extraction import extract


def named(text: str) -> set[str | None]:
    """Everybody whom a text names."""
    return {p.name.value for p in extract(text).people}


def said(text: str) -> list[tuple[str | None, str]]:
    """Speakers and words, in order."""
    return [(q.speaker.value, q.text) for q in extract(text).quotes]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "Новости дня\n\n9 июля 2018\n\nОфициальный представитель МИД РФ Мария Заварова назвала решение "
            "поспешным. "
            "Майя Линдова с этим не согласна, сказала Заварова.",
            {"Мария Заварова"},
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
            "Новини дня\n\n9 липня 2018\n\nВ інтерв'ю з президентом Чилі Рамоном Беллотом Остап Заварчук назвав це "
            "помилкою. «Так і є», — сказав Заварчук.",
            {"Рамон Беллот", "Остап Заварчук"},
            id="a name behind one whose words are both in the instrumental",
        ),
        pytest.param(
            "Новости дня\n\n9 июля 2018\n\nГлава МИД Чили Рамон Беллов встретился с министром иностранных дел Китая "
            "Ван Э в Лиме.",
            {"Рамон Беллов", "Ван Э"},
            id="a name of one letter",
        ),
        pytest.param(
            "Новости дня\n\n9 июля 2018\n\nТеперь судьба Терезы Линд решена. Отставку министра обороны Чили "
            "Бруно Марсона "
            "обсудили. «Премьер-министр Тереза Линд приняла отставку Бруно Марсона», — сообщили в канцелярии.",
            {"Тереза Линд", "Бруно Марсон"},
            id="forms whose case stands elsewhere",
        ),
        pytest.param(
            "Новини дня\n\n9 липня 2018\n\nМіністерка Олена Заварчук зустрілася в Римі з головою Європейської "
            "Комісії "
            "(ЄК) Жан-Марком Лоренцом.",
            {"Олена Заварчук", "Жан-Марк Лоренц"},
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
    found = extract("Новости дня\n\n9 июля 2018\n\nСоглашение с Гвинеей-Бисау подписано, сказал министр.")
    assert {c.value for c in found.countries} == {"GW"}


def test_whoever_stands_behind_a_preposition_does_not_speak() -> None:
    text = (
        "Новости дня\n\n9 июля 2018\n\nПрезидент Чили Рамон Беллов встретился в Лиме с президентом Перу Хуаном "
        "Марушкиным. Беллов же после встречи с Марушкиным охарактеризовал беседу как «очень долгую»."
    )
    assert said(text) == [("Рамон Беллов", "очень долгую")]


def test_an_unnamed_spokesman_is_nobody_who_was_named_before() -> None:
    text = (
        "Новини дня\n\n9 липня 2018\n\nПрем'єрка Олена Заварчук зустрілася в Римі з міністром Чилі Рамоном Беллотом. "
        "Речник уряду Чилі заявив про «дуже добрий поступ»."
    )
    assert said(text) == [(None, "дуже добрий поступ")]


def test_a_day_to_come_is_not_that_of_the_meeting() -> None:
    text = (
        "Заварчук провела переговори з Беллотом\n\n21 листопада 2018\n\nПрем'єрка України Олена Заварчук зустрілася "
        "в Римі з президентом Чилі Рамоном Беллотом. Олена Заварчук повернеться до Рима 24 листопада."
    )
    assert [m.date.value for m in extract(text).meetings] == ["2018-11-21"]
