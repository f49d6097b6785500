"""Stories under labels, captions, names of things, towns behind "г.", two guests behind one "with"; all invented."""

from __future__ import annotations

import pytest

from meetings.extraction import extract
from tests.extraction.told import said_by


def test_no_footer_begins_above_the_parts_of_a_story() -> None:
    text = (
        "2 травня 2019\n\nМіністр енергетики Гани Остап Хвильовий назвав плату за вітряки завищеною.\n\n"
        "Джерело: Хвильовий на брифінгу в Аккрі\n\nДеталі: Плату підняли торік.\n\n"
        "«Ми повернемо стару плату до осені», – сказав Хвильовий.\n\nПередісторія:"
    )
    assert said_by(text) == [("Остап Хвильовий", "Ми повернемо стару плату до осені")]


def test_a_caption_is_no_headline_though_it_stands_twice() -> None:
    caption = "Президент Ганы Омар Белл (справа) и министр рыболовства Чили Рамон Дуарте"
    text = (
        f"Чили и Гана поделят лов тунца\n\n{caption}\n{caption}\n\nПрезидент Ганы Омар Белл принял министра "
        "рыболовства Чили Рамона Дуарте."
    )
    assert extract(text).title.value == "Чили и Гана поделят лов тунца"


@pytest.mark.parametrize(
    "text",
    [
        "Министр Айдос Қамшыбеков Лимада «Таза су және бау» бастамасын түсіндіріп, оны көршілер қолдайды деді.",
        "Министр Айбек Камчиев Лимада «Таза суу жана бак» демилгесин түшүндүрүп, аны коңшулар колдойт деди.",
        "Vazir Olim Qamchiyev Limada «Toza suv va bogʻ» tashabbusini tushuntirib, qoʻshnilar qoʻllaydi, dedi.",
        "Вазир Олим Қамчиев Лимада «Тоза сув ва боғ» ташаббусини тушунтириб, қўшнилар қўллайди, деди.",
    ],
)
def test_names_of_undertakings_are_nobodys_words(text: str) -> None:
    assert said_by(text) == []


def test_who_passes_on_a_story_says_nothing() -> None:
    text = "Айдос Қамшыбеков Гана министрі Омар Беллмен кездесті, деп хабарлайды «Теңіз жаршысы»."
    assert said_by(text) == []


@pytest.mark.parametrize("town", ["г. Кумаси", "г.Кумаси", "городе Кумаси"])
def test_a_town_behind_the_word_for_it(town: str) -> None:
    text = f"3 мая 2014 года в {town} министр энергетики Ганы Омар Белл встретился с министром лесов Чили Р.Дуарте."
    assert [m.place.value for m in extract(text).meetings] == ["Кумаси"]


def test_two_behind_one_with_are_of_one_state() -> None:
    text = (
        "Министр иностранных дел Перу Тони Марсон встретился с президентом Ганы Омаром Беллом и главой МИД Самиром "
        "Вербазой.\n\nБеседа прошла в Нью-Йорке."
    )
    found = [[(p.name.value, p.country.value) for p in m.participants] for m in extract(text).meetings]
    assert found == [[("Тони Марсон", "PE"), ("Омар Белл", "GH"), ("Самир Вербаза", "GH")]]


def test_an_agency_with_houses_in_many_states_publishes_nowhere() -> None:
    text = (
        "Айбек Камчиев Омар Белл менен телефон аркылуу сүйлөштү\n\nӨлкө башчылары балык жөнүндө сүйлөшкөн.\nSputnik\n"
        "БИШКЕК, 3-май — Sputnik. Бүгүн, 3-майда, Айбек Камчиев менен Гананын президенти Омар Белл телефон аркылуу "
        "сүйлөшкөнүн өлкө башчынын маалымат кызматы билдирди."
    )
    assert extract(text).home.value == "KG"


def test_a_ministry_that_gives_words_a_place_says_them() -> None:
    text = (
        "Gana Sözcüsü Deniz Toprakçı balıkçılara seslendi\n\nBalıkçılara dün seslenen Deniz Toprakçı ağları "
        "övdü.\n\nYazılı açıklama yapan Dışişleri Bakanlığı, metinde şu ifadelere yer verdi; “Ağların yarısı kıyıda "
        "kalacak, öbür yarısı satılacaktır”"
    )
    assert said_by(text) == [("Dışişleri Bakanlığı", "Ağların yarısı kıyıda kalacak, öbür yarısı satılacaktır")]


def test_a_date_line_may_name_its_zone() -> None:
    text = "Yan 20, 2021 18:03 Asia/Baku\n\nGana naziri Omar Bell bu gün Limada Peru naziri Tuğrul Marslı ilə görüşüb."
    record = extract(text)
    assert (record.published.value, record.title.value) == ("2021-01-20", None)
