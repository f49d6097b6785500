"""What stands between the head of an office and a name in Russian and Ukrainian, known to the vocabulary or not."""

from __future__ import annotations

import pytest

from .told import present


@pytest.mark.parametrize(
    ("guest", "seat"),
    [
        ("с ректором Бухтинской мореходной академии Сергеем Беловым",
         ("Сергей Белов", "ректор Бухтинской мореходной академии", "NO")),
        ("с руководителем лоцманской группы парламента Чили по проливным связям Хуаном Морой",
         ("Хуан Мора", "руководитель лоцманской группы парламента Чили по проливным связям", "CL")),
        ("с заведующим кафедрой маячного дела Сергеем Беловым",
         ("Сергей Белов", "заведующий кафедрой маячного дела", "NO")),
        ("с председателем Госдумы Сергеем Беловым", ("Сергей Белов", "председатель Госдумы", "RU")),
    ],
)  # fmt: skip
def test_words_of_which_nothing_is_known_belong_to_the_office(guest, seat):
    text = f"Разговор о маяках\n\n5 июня 2022\n\nКороль Норвегии Олаф Берг встретился {guest}."
    assert present(text) == [[("Олаф Берг", "Король Норвегии", "NO"), seat]]


def test_an_office_by_the_letters_of_a_house():
    text = (
        "Розмова про маяки\n\n5 червня 2022\n\nСпікер ПРЛ Олаф Берг зустрівся з директором Інституту маякознавства "
        "Іваном Мороком.\n"
    )
    assert [(name, office) for name, office, _state in present(text)[0]] == [
        ("Олаф Берг", "Спікер ПРЛ"),
        ("Іван Морок", "директор Інституту маякознавства"),
    ]


def test_a_verb_or_another_person_is_no_part_of_an_office():
    text = (
        "Разговор о маяках\n\n5 июня 2022\n\nКороль Норвегии Олаф Берг принял ректора. Ректор привёз в Осло Ивана "
        "Морока, лоцмана из Чили.\n"
    )
    assert present(text) == [[("Олаф Берг", "Король Норвегии", "NO")]]
