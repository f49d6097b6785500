"""Where names end, who closes quoted words, what is glued to a line, what a spokesman passes on; all invented."""

from __future__ import annotations

import pytest

from meetings.extraction import extract
from tests.extraction.told import people, said_by


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nazir Elçin Dənizov Feysbukdə yazıb ki, tor bahalaşıb.", "Elçin Dənizov"),
        ("Министр Айдос Қамшыбеков Торғай көліндегі балықты санауды тапсырды.", "Айдос Қамшыбеков"),
    ],
)
def test_a_family_name_closes_a_name(text: str, name: str) -> None:
    assert people(text) == [name]


def test_one_word_behind_quoted_words_is_a_person() -> None:
    text = "«Отару поверну до весни», – написав Хвиль."
    assert said_by(text) == [("Хвиль", "Отару поверну до весни")]


def test_a_spokesman_in_a_list_of_those_there_was_there() -> None:
    text = (
        "Bakan Deniz Toprakçı, Gana Bakanı Omar Bell ile görüştü. Görüşmede Tarım Bakanı Ali Sürmeli, Cumhurbaşkanlığı "
        "İletişim Başkanı Oğuz Tekneci ve Gana Büyükelçisi Kofi Mensah da yer aldı."
    )
    people = [[p.name.value for p in m.participants] for m in extract(text).meetings]
    assert people == [["Deniz Toprakçı", "Omar Bell", "Ali Sürmeli", "Oğuz Tekneci", "Kofi Mensah"]]


def test_the_minister_of_finance_is_not_malis() -> None:
    text = "Hazine ve Maliye Bakanı Ali Sürmeli, Gana Bakanı Omar Bell ile görüştü."
    assert [p.country.value for m in extract(text).meetings for p in m.participants] == ["TR", "GH"]


def test_leaders_of_two_states_hold_talks_though_it_is_called_a_summit() -> None:
    text = "Cumhurbaşkanı Deniz Toprakçı, Gana Devlet Başkanı Omar Bell ile sarayda kısa bir zirve gerçekleştirdi."
    assert [m.format.value for m in extract(text).meetings] == ["talks"]


@pytest.mark.parametrize(
    "text",
    [
        "Bakan Deniz Toprakçı, gazetecinin “Ağlar kime satılacak, yarısı neden kaldı?” sorusuna gülerek cevap verdi.",
        "Nazir Elçin Dənizov jurnalistin “Torlar kimə satılacaq, yarısı niyə qaldı?” sualına gülərək cavab verdi.",
    ],
)
def test_what_the_press_asks_is_no_quote(text: str) -> None:
    assert said_by(text) == []


def test_words_below_which_it_is_told_who_said_them() -> None:
    text = (
        "Limanda təmir başlayır\n\n“Körpünün yarısı çürüyüb, o biri yarısını isə dalğa aparıb”.\n\nBu sözləri Lima "
        "radiosuna nazir Elçin Dənizov deyib."
    )
    assert said_by(text) == [("Elçin Dənizov", "Körpünün yarısı çürüyüb, o biri yarısını isə dalğa aparıb")]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (" date 2019-11 Gana Bakanı Lima'ya geldi", "2019-11"),
        ("Gana Bakanı Lima'ya geldi\n\n14:0502 Mart 2021", "2021-03-02"),
    ],
)
def test_printed_dates_of_a_month_and_behind_an_hour(head: str, day: str) -> None:
    text = f"{head}\n\nGana Bakanı Omar Bell, Lima'da Tarım Bakanı Ali Sürmeli ile görüştü."
    assert extract(text).published.value == day


def test_a_counter_glued_to_the_first_word() -> None:
    text = "Лимада учрашув\n\n4821Гана вазири Омар Белл Чили вазири Рамон Дуарте билан учрашди."
    assert [p.country.value for m in extract(text).meetings for p in m.participants] == ["GH", "CL"]


def test_a_picture_in_the_midst_of_a_story_ends_nothing() -> None:
    text = (
        "Министр Айдос Қамшыбеков көлді аралады\n\nАЛМАТЫ. Бүгін министр Айдос Қамшыбеков көл жағасындағы "
        "балықшылармен ұзақ сөйлесіп, олардың торларын көрді.\n\nФото: Самат Қайықшы\n\n— Бұл көлдегі балықтың "
        "жартысын келесі көктемге дейін ұстамаймыз, ал қалғанын ауыл базарында ғана сатамыз, өйткені көл де демалуы "
        "тиіс, — деді министр.\n\nАуылдағылар бұған риза болып тарады.\n\nКөлде он екі қайық қалды."
    )
    assert [q.speaker.value for q in extract(text).quotes] == ["Айдос Қамшыбеков"]


def test_the_body_told_of_last_is_there() -> None:
    text = (
        "Посольство Чили осмотрело причал. «Половина свай цела, другую заменят к лету», – отметили там, добавив, что "
        "лес уже куплен."
    )
    assert [name for name, _words in said_by(text)] == ["Посольство Чили"]


def test_entries_below_a_reminder_are_no_words() -> None:
    text = (
        "Міністр Остап Хвильовий оглянув причал у Лімі.\n\nНагадаємо:\n- У четвер на причалі обвалилися три палі, "
        "і міністр Остап Хвильовий обіцяв нові."
    )
    assert said_by(text) == []


def test_what_a_states_adjective_names() -> None:
    text = "За словами Остапа Хвильового, розмова стосувалася чилійської «рибної реформи» та ціни на сіль."
    assert said_by(text) == []


def test_a_spokesman_passes_on_a_message() -> None:
    text = (
        "Бұл туралы Президенттің баспасөз хатшысы Айдос Қамшыбеков хабарлады.\n\n«Көлдегі балықтың жартысы келесі "
        "көктемге дейін ұсталмайды», делінген хабарламада."
    )
    assert said_by(text) == [("Айдос Қамшыбеков", "Көлдегі балықтың жартысы келесі көктемге дейін ұсталмайды")]


def test_ministries_in_short_are_no_names() -> None:
    text = "До Ліми приїхали очільниця Мінреінтеграції Ярина Хвиля та глава Мінінфраструктури Остап Вітряк."
    assert people(text) == ["Ярина Хвиля", "Остап Вітряк"]
