"""Pages in Turkic languages: what a sentence begins with, houses of towns, verbs of hearsay."""

from __future__ import annotations

import pytest

from meetings.extraction import extract

from .told import people, present_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sərgini İtaliya Prezidenti Omar Zavarov gəzib. Tədbirə Omar Zavarov gec gəlib.", ["Omar Zavarov"]),
        ("İtalya Cumhurbaşkanı Omar Toprakçı geldi. Etkinliğe Omar Toprakçı da katıldı.", ["Omar Toprakçı"]),
        ("Италия Президенти Омар Заваров келди. Сессияда Омар Заваров сўзлади.", ["Омар Заваров"]),
        ("Италия Президенті Омар Заваров келді. Құжатқа Омар Заваров қол қойды.", ["Омар Заваров"]),
    ],
)
def test_an_occasion_in_a_case_begins_a_sentence_and_no_name(text, names):
    assert people(text) == names


def test_a_noun_in_a_case_that_the_text_writes_small_begins_no_name():
    text = (
        "İtaliya Prezidenti Omar Zavarov dünən gəlib. Tərsanəyə Omar Zavarov axşam baxıb. "
        "Qonaq tərsanədə iki saat qalıb."
    )
    assert people(text) == ["Omar Zavarov"]


def test_what_only_looks_like_a_case_stays_part_of_a_name():
    text = "Xəyalə Zavarova İtaliyanın yeni prezidentidir. Xəyalə Zavarova bu xəyalı çoxdan qururdu."
    assert people(text) == ["Xəyalə Zavarova"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Azərbaycan Prezidenti Ramil Bellov Bakının Zeytun Sarayında İtaliyanın səfiri Omar Ruizlə görüşüb.", "Bakı"),
        ("Cumhurbaşkanı Ramil Toprakçı, Ankara Zeytin Köşkü’nde İtalya Büyükelçisi Omar Ruiz ile görüştü.", "Ankara"),
    ],
)
def test_a_house_has_the_case_of_the_town_before_it(text, place):
    assert [m.place.value for m in extract(text).meetings] == [place]


def test_a_verb_of_hearsay_tells_of_a_meeting():
    text = "Италия бош вазири Омар Заваров кеча Малайзия элчиси Рамил Беллни қабул қилибди."
    assert present_names(text) == [["Омар Заваров", "Рамил Белл"]]


def test_a_line_may_tell_when_it_was_changed_behind_its_date():
    text = (
        "2031.02.03 09:10 Son Güncellenme: 2031.02.04 11:20 - TARIM\n"
        "İtalya Tarım Bakanı Omar Ruiz, Malezya Büyükelçisi Anna Bell ile görüştü."
    )
    record = extract(text)
    assert (record.published.value, record.title.value) == ("2031-02-03", None)
