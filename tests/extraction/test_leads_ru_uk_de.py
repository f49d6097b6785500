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
            "Марушкевич и Линь Хай обсудили овёс\n\n5 мая 2018\n\nВице-премьер Беларуси Артём Марушкевич и "
            "посол Китая "
            "Линь Хай обсудили сегодня в Минске овёс.",
            [("talks", "Минск", [("Артём Марушкевич", "BY"), ("Линь Хай", "CN")])],
            id="a family name like a father's",
        ),
        pytest.param(
            "Прощальный визит посла\n\n5 мая 2018\n\nПосол Чили в Эстонии Рауль Сотомайес нанёс прощальный визит "
            "министру "
            "культуры Эстонии Калле Тамметсу. Встреча прошла в Таллине.",
            [("talks", "Таллин", [("Рауль Сотомайес", "CL"), ("Калле Тамметс", "EE")])],
            id="a farewell call",
        ),
        pytest.param(
            "Встреча на полях форума\n\n5 мая 2018\n\nНа полях книжной ярмарки в Нью-Йорке министр "
            "культуры Беларуси "
            "Глеб Заварухин встретился с министром культуры Омана Фахдом аль-Мазруи.",
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
            "Консультації в Осло\n\n5 травня 2018\n\nКонсультації між бібліотеками України та Норвегії відбулися "
            "в Осло. "
            "Українську делегацію очолював радник міністра Максим Рудовський, норвезьку – заступник "
            "міністра Ларс Брекке.",
            [("talks", "Осло", [("Максим Рудовський", "UA"), ("Ларс Брекке", "NO")])],
            id="who headed the delegations",
        ),
        pytest.param(
            "Minister am Kai\n\n29.11.2018\n\nDie Außenminister Norwegens, Estlands und Ghanas, Jon "
            "Fossli, Kadri Moks und Efua Bonsu, sind am Donnerstag in Tallinn zusammengekommen.",
            [("multilateral", "Tallinn", [("Jon Fossli", "NO"), ("Kadri Moks", "EE"), ("Efua Bonsu", "GH")])],
            id="a plural that only its article shows",
        ),
    ],
)
def test_who_met_whom(text, found):
    assert read(text) == found


@pytest.mark.parametrize("title", ["Интервью посла", "Глава МИД Чили – в Гане", "Neuer Botschafter ernannt"])
def test_a_short_line_above_the_date_line_is_the_headline(title):
    german = "Der Botschafter lobte die Brezeln in der Hafengasse."
    told = "Посол рассказал о голубях на крыше посольства." if title[0] > "z" else german
    text = f"{title}\n\n5.05.2018\n\n{told}"
    assert extract(text).title.value == title


def test_an_adjective_of_a_body_is_nobody():
    text = (
        "Сети сушат в Хельсинки\n\n6 марта 2015 года\n\nВ Хельсинки состоялось заседание Большого Балтийского "
        "рыбацкого совета. "
        "В заседании приняли участие президент Финляндии Эйно Раутала и президент Грузии Георгий Табунидзе."
    )
    [(_format, _place, people)] = read(text)
    assert [name for name, _state in people] == ["Эйно Раутала", "Георгий Табунидзе"]
