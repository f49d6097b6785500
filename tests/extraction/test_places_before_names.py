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
