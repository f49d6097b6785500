"""Places right before names, and names right behind one another, in languages that decline them."""

from __future__ import annotations

import pytest

from .told import people_in_full, present_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Якорь осмотрел глава города Вартов Пётр Ломов.\n",
            [("Пётр Ломов", "глава города Вартов", None)],
        ),
        (
            "Якорь осмотрели мэр Дарсуна Орхан Келеш и губернатор провинции Артвиль Джем Туран.\n",
            [("Орхан Келеш", "мэр Дарсуна", None), ("Джем Туран", "губернатор провинции Артвиль", None)],
        ),
        (
            "Якорь осмотрел глава города-побратима Вартовска Вит Ломов.\n",
            [("Вит Ломов", "глава города-побратима Вартовска", None)],
        ),
        ("Якорь осмотрел глава города Иван Петрович Ломов.\n", [("Иван Петрович Ломов", "глава города", None)]),
        ("Якорь осмотрела мэр Анна Мария Белл.\n", [("Анна Мария Белл", "мэр", None)]),
        ("Якір оглянув голова громади Вартів Петро Ломенко.\n", [("Петро Ломенко", "голова громади Вартів", None)]),
    ],
)
def test_place_of_an_office_is_no_part_of_the_name(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert people_in_full(text) == expected


def test_name_behind_one_whose_family_name_takes_no_endings() -> None:
    text = "В беседе с послом Кении Карамом Ндуби Зинаида Вартова осмотрела якорь.\n"
    assert present_names(text) == [["Карам Ндуби", "Зинаида Вартова"]]


def test_word_of_a_line_in_capitals_that_is_written_small_below() -> None:
    text = (
        "Bakan Kerem Dalgın Roma'ya gitti.\n"
        "DALGIN, CUMHURBAŞKANI VANZİ TARAFINDAN AĞIRLANDI\n"
        "Kerem Dalgın, Cumhurbaşkanı Carlo Vanzi tarafından ağırlandı.\n"
    )
    assert [name for name, _office, _state in people_in_full(text)] == ["Kerem Dalgın", "Carlo Vanzi"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Премьер Кении Омар Зулин встретился с лидером Перу Камилем Вартаном.\n",
            [("Омар Зулин", "Премьер Кении", "KE"), ("Камиль Вартан", None, "PE")],
        ),
        (
            "Прем'єр Кенії Омар Зулін зустрівся з лідером Перу Камілем Вартаном.\n",
            [("Омар Зулін", "Прем'єр Кенії", "KE"), ("Каміль Вартан", None, "PE")],
        ),
        (
            "Встреча премьеров Кении Омара  Зулина и Перу Вита  Вартана прошла в порту.\n",
            [("Омар Зулин", "премьер Кении", "KE"), ("Вит Вартан", "премьер Перу", "PE")],
        ),
    ],
)
def test_state_between_what_somebody_is_and_the_name(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert people_in_full(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Якір оглянули консул Генерального консульства Перу в Одесі Віт Ломко та перший заступник міського "
            "голови Олег Дубко.\n",
            [
                ("Віт Ломко", "консул Генерального консульства Перу в Одесі", "PE"),
                ("Олег Дубко", "перший заступник міського голови", "UA"),
            ],
        ),
        (
            "Якір оглянула начальниця відділу якорів департаменту міського голови Зіна Вартовська.\n",
            [("Зіна Вартовська", "начальниця відділу якорів департаменту міського голови", None)],
        ),
    ],
)
def test_offices_inside_the_offices_of_consuls_and_towns(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert people_in_full(text) == expected


def test_who_was_at_the_meeting_by_the_plain_verb() -> None:
    text = (
        "Премьер Кении Омар Зулин встретился с премьером Перу Витом Вартановым.\n"
        "С перуанской стороны на встрече был глава МИД Перу Ахмед Далиев.\n"
    )
    assert present_names(text) == [["Омар Зулин", "Вит Вартанов", "Ахмед Далиев"]]


@pytest.mark.parametrize(
    "text",
    [
        "Peru Limanlar Bakanı Kerem Dalgın, Kenya Başbakanı Omar Zulin ile görüşmeyi planladığını söylemişti.\n",
        "Peru limanlar naziri Kərəm Dalğın Keniyanın Baş naziri Omar Zulin ilə görüşü planlaşdırır.\n",
    ],
)
def test_meeting_that_somebody_means_to_hold(text: str) -> None:
    assert present_names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Bu barədə Peru limanlar naziri Kərəm Dalğın Körpünews telekanalında məlumat verib.\n",
        "Peru Limanlar Bakanı Kərəm Dalğın İskelem gazetesine konuştu.\n",
    ],
)
def test_channel_right_behind_a_name_is_no_part_of_it(text: str) -> None:
    assert [name for name, _office, _state in people_in_full(text)] == ["Kərəm Dalğın"]
