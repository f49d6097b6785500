"""Envoys and whom they meet: residences, rosters in a sentence, family names like fathers' names, bare subjects."""

from __future__ import annotations

import pytest

from meetings.extraction import extract

from .told import present, present_names, said


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("Қазақстанның Норвегиядағы елшісі Бергпен кездесті\n\n2022 жылғы 5 маусым\n\nЕлші 5 маусымда Осло портында "
         "болды, маяктарды көрді.", [[("Берг", None, None)]]),
        ("Чили элчиси Берг билан учрашди\n\n2022 йил 5 июнь\n\nЭлчи Осло портида бўлди, маёқларни кўрди.",
         [[("Берг", None, None)]]),
    ],
)  # fmt: skip
def test_an_office_that_acts_is_not_that_of_whom_it_met(text, seats):
    assert present(text) == seats


def test_where_an_envoy_lives_is_neither_a_place_nor_between_office_and_name():
    text = (
        "Новые послы у короля\n\n5 июня 2022\n\nКороль Норвегии Олаф Берг принял верительные грамоты. Их вручили посол "
        "Чили с резиденцией в Лиме Хуан Мора и посол Тонга с резиденцией в Суве Мелоди Фоно.\n"
    )
    (meeting,) = extract(text).meetings
    assert [(p.name.value, p.office.value, p.country.value) for p in meeting.participants] == [
        ("Олаф Берг", "Король Норвегии", "NO"),
        ("Хуан Мора", "посол Чили", "CL"),
        ("Мелоди Фоно", "посол Тонга", "TO"),
    ]
    assert (meeting.place.value, meeting.place_country.value) == (None, "NO")


def test_they_are_leads_to_names_in_the_same_paragraph():
    text = (
        "Король принял послов\n\n5 июня 2022\n\nКороль Норвегии Олаф Берг принял верительные грамоты от трёх "
        "послов. Это "
        "Хуан Мора, посол Чили в Норвегии; Мелоди Фоно, посол Тонга в Норвегии; Гавел Дуб, посол Чехии в Норвегии.\n"
    )
    assert present_names(text) == [["Олаф Берг", "Хуан Мора", "Мелоди Фоно", "Гавел Дуб"]]


def test_a_word_behind_an_initial_is_no_father_s_name():
    text = (
        "Разговор о маяках\n\n5 июня 2022\n\nВстреча короля Норвегии Вальтера Марушковича с премьер-министром "
        "Чили Вито Рохасом прошла на пристани. В. Марушкович и В. Рохас говорили о маяках. «Маяки горят», – сказал "
        "В. Марушкович.\n"
    )
    assert present_names(text) == [["Вальтер Марушкович", "Вито Рохас"]]
    assert said(text) == [("Маяки горят", "Вальтер Марушкович")]


def test_a_pronoun_in_a_conjunction_is_nobody():
    text = (
        "2022-жылдын 5-июнунда Норвегиянын премьер-министри Олаф Берг Тонганын вице-премьер-министри Мелу Фоно менен "
        "жолугушту. Ал маяктар тууралуу айтты. Ал эми Тонганын вице-премьер-министри кубанып, “маяктар күйүп турат”, - "
        "деди."
    )
    assert said(text) == [("маяктар күйүп турат", "Мелу Фоно")]


def test_a_minister_of_two_matters_of_a_state_of_two_words():
    text = (
        "Разговор о маяках\n\n5 июня 2022\n\nПосол Чили Хуан Мора встретился с министром иностранных дел и "
        "внешней торговли "
        "Северной Македонии Трифко Болински.\n"
    )
    assert present(text)[0][1] == (
        "Трифко Болински",
        "министр иностранных дел и внешней торговли Северной Македонии",
        "MK",
    )
