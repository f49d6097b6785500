"""Leads as the Russian, Ukrainian and German press write them; people and events are invented."""

import pytest

from meetings.extraction import extract


def read(text):
    return [
        (m.format.value, m.place.value, [(p.name.value, p.country.value) for p in m.participants])
        for m in extract(text).meetings
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Марушкевич и Линь Хай обсудили поставки\n\n5 мая 2018\n\nВице-премьер Беларуси Артём Марушкевич и "
            "посол Китая "
            "Линь Хай обсудили сегодня в Минске поставки.",
            [("talks", "Минск", [("Артём Марушкевич", "BY"), ("Линь Хай", "CN")])],
            id="a family name like a father's",
        ),
        pytest.param(
            "Прощальный визит посла\n\n5 мая 2018\n\nПосол Чили в Эстонии Рауль Сотомайес нанёс прощальный визит "
            "министру "
            "обороны Эстонии Калле Тамметсу. Встреча прошла в Таллине.",
            [("talks", "Таллин", [("Рауль Сотомайес", "CL"), ("Калле Тамметс", "EE")])],
            id="a farewell call",
        ),
        pytest.param(
            "Встреча на полях форума\n\n5 мая 2018\n\nНа полях сессии Генассамблеи ООН в Нью-Йорке министр "
            "обороны Беларуси "
            "Глеб Заварухин встретился с министром обороны Омана Фахдом аль-Мазруи.",
            [("talks", "Нью-Йорк", [("Глеб Заварухин", "BY"), ("Фахд аль-Мазруи", "OM")])],
            id="on the margins; an Arabic article",
        ),
        pytest.param(
            "Встреча министров\n\n5 мая 2018\n\nМинистр ирригации Судана Омар Беллоди принял в Хартуме посла "
            "Финляндии Юкку "
            "Саарелайнена.",
            [("talks", "Хартум", [("Омар Беллоди", "SD"), ("Юкка Саарелайнен", "FI")])],
            id="a department that no list has; a man's name in -a",
        ),
        pytest.param(
            "Зустріч у Києві\n\n5 травня 2018\n\nПосол Йорданії Надір Обейді зустрівся в Києві з міністром "
            "освіти України "
            "Кирилом Матвієнком.",
            [("talks", "Київ", [("Надір Обейді", "JO"), ("Кирило Матвієнко", "UA")])],
            id="a name that begins like a preposition",
        ),
        pytest.param(
            "Консультації в Ханої\n\n5 травня 2018\n\nКонсультації між відомствами України та В'єтнаму відбулися "
            "в Ханої. "
            "Українську делегацію очолював заступник міністра Максим Рудовський, в'єтнамську – заступник "
            "міністра Чан Ван Лан.",
            [("talks", "Ханой", [("Максим Рудовський", "UA"), ("Чан Ван Лан", "VN")])],
            id="who headed the delegations",
        ),
        pytest.param(
            "Außenminister beraten\n\n29.11.2018\n\nDie Außenminister Sloweniens, Kroatiens und Italiens, Jan "
            "Podler, Ante "
            "Maritz und Rosa Corsi, sind am Donnerstag in Laibach zusammengekommen.",
            [("multilateral", "Laibach", [("Jan Podler", "SI"), ("Ante Maritz", "HR"), ("Rosa Corsi", "IT")])],
            id="a plural that only its article shows",
        ),
    ],
)
def test_who_met_whom(text, found):
    assert read(text) == found


@pytest.mark.parametrize("title", ["Интервью посла", "Глава МИД Армении – в Сирии", "Neuer Botschafter ernannt"])
def test_a_short_line_above_the_date_line_is_the_headline(title):
    german = "Der Botschafter lobte den Handel zwischen den beiden Staaten."
    told = "Посол рассказал о торговле между двумя странами." if title[0] > "z" else german
    text = f"{title}\n\n5.05.2018\n\n{told}"
    assert extract(text).title.value == title


def test_an_adjective_of_a_body_is_nobody():
    text = (
        "Саммит в Ереване\n\n1 октября 2019 года\n\nВ Ереване состоялось заседание Высшего Каспийского "
        "экономического совета. "
        "В заседании приняли участие президент Армении Арег Симонидян и президент Грузии Георгий Габунидзе."
    )
    [(_format, _place, people)] = read(text)
    assert [name for name, _state in people] == ["Арег Симонидян", "Георгий Габунидзе"]
