"""Days of other things, things that bear names, dates as pages print them: Turkic languages, Russian, Ukrainian."""

from __future__ import annotations

import pytest

from meetings.extraction import extract

from .told import people, present_names, said


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Норвегия Энергетика министрі Солвейг Берг Чили Көлік министрі Хуан Моромен кездесті. Тараптар 7 "
         "маусымда өткен "
         "регатаны еске алды. Министрлер 7 маусымда өткен регата туралы әңгімелесті.", None),
        ("Норвегиянын энергетика министри Солвейг Берг жана Чилинин транспорт министри Хуан Моро телефон аркылуу "
         "сүйлөштү. Алар 7-июнда өтө турган регатаны талкуулашты.", None),
        ("Норвегия Энергетика министрі Солвейг Берг пен Чили Көлік министрі Хуан Моро 7 маусымда Ослода өткен "
         "кездесуде "
         "маяктар туралы айтты.", "XXXX-06-07"),
    ],
)  # fmt: skip
def test_a_day_of_what_was_held_then_is_not_the_meeting_s(text, day):
    assert [m.date.value for m in extract(text).meetings] == [day]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Mayaklar\n\n5 iyun 2022\n\nNorveçin energetika naziri Solveyq Berq dünən Rauf Salmanov parkında gəzib "
         "və mayakları "
         "tərifləyib.", ["Solveyq Berq"]),
        ("Маяки\n\n5 июня 2022\n\nМинистр энергетики Норвегии Сольвейг Берг прилетела в аэропорт Руслан Салманов и "
         "похвалила маяки.", ["Сольвейг Берг"]),
        ("Mayoqlar\n\n2022-yil 5-iyun\n\nNorvegiya energetika vaziri Solveyg Berg aytishicha, ikki davlat idoralari "
         "rahbarlari Salmonobod shahrida mayoqlarni ko‘rgan.", ["Solveyg Berg"]),
    ],
)  # fmt: skip
def test_things_and_towns_are_nobody(text, named):
    assert people(text) == named


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Маяки снова горят\n\n5 июня, Осло /Корр. ВЕСТА/. Маяки снова горят, сообщили лоцманы в понедельник.",
         "XXXX-06-05"),
        ("Маяки снова горят\n\n10:20 - 5 / 6 / 2022\n\nМаяки снова горят, сообщили лоцманы в понедельник.",
         "2022-06-05"),
        ("2022-6-5 15:57 |\nМаяки снова горят, сообщили лоцманы в понедельник вечером.", "2022-06-05"),
        ("Жұма, 10 Маусым 2022\nТалқы 12 3 пікір 5 Маусым, 2022 сағат 15:24\n\nШамшырақтар қайта жанды\n\nШамшырақтар "
         "қайта жанды, деп хабарлады лоцмандар дүйсенбіде.", "2022-06-05"),
    ],
)  # fmt: skip
def test_dates_as_pages_print_them(head, day):
    assert extract(head).published.value == day


def test_words_behind_a_colon_run_over_headings_to_their_mark():
    text = (
        'Fenerler yandı\n\nFenerler yandı, Liman Müdürlüğü açıklama yaptı.\n\nAçıklamada şöyle denildi: "Fenerler dün '
        "akşam yandı ve gemiler yola çıktı.\n\nBalıkçılar da limana döndü.\n\nGEMİLER YOLDA\n\nSon gemi yarın sabah "
        'adaya varacak."\n'
    )
    assert [words for words, _speaker in said(text)] == [text[text.index("Fenerler dün") : text.rindex('"')]]


def test_a_family_name_is_no_genitive_of_another_vowel():
    text = (
        "2022-жылдын 5-июнунда Норвегиянын энергетика министри Олаф Берг Чилинин транспорт министри Игорь Голодин "
        "телефон аркылуу сүйлөштү."
    )
    assert present_names(text) == [["Олаф Берг", "Игорь Голодин"]]


def test_a_coordinator_of_a_body_is_there():
    text = (
        "Mayoqlar haqida suhbat\n\n2022-yil 5-iyun\n\nNorvegiya energetika vaziri Solveyg Berg Birlashgan Millatlar "
        "Tashkilotining Chili bo‘yicha maxsus koordinatori Xuan Moro bilan uchrashdi."
    )
    (meeting,) = extract(text).meetings
    assert [(p.name.value, p.organization.value, p.country.value) for p in meeting.participants] == [
        ("Solveyg Berg", None, "NO"),
        ("Xuan Moro", "Birlashgan Millatlar Tashkiloti", None),
    ]


def test_whose_picture_it_is_needs_no_colon():
    text = (
        "Маяки снова горят\n\n5 июня 2022\n\nМаяки снова горят, сообщил министр энергетики Норвегии Олаф Берг в "
        "понедельник.\n\n"
        "Фото Руслана Салманова\n"
    )
    assert people(text) == ["Олаф Берг"]
