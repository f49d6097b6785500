"""Verb-last sentences about what is to come, and forms of names and offices in Turkic and Slavic pages."""

from __future__ import annotations

import pytest

from meetings.extraction import extract

from .told import people, present, present_names, said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Cumhurbaşkanı Omar Toprakçı, Malezya Cumhurbaşkanı Ramil Bell ile görüştü. Görüşmenin ardından "
            "müzayedeye katılan Toprakçı, Malezya Başbakanı Anna Ruiz'i kabul edecek.",
            [["Omar Toprakçı", "Ramil Bell"]],
        ),
        (
            "Prezident Omar Zavarov Malayziya Prezidenti Ramil Bellovla görüşüb. Görüşdən sonra sərgidə iştirak edən "
            "Zavarov Malayziyanın baş naziri Anna Ruizi qəbul edəcək.",
            [["Omar Zavarov", "Ramil Bellov"]],
        ),
        (
            "Президент Омар Заваров Малайзияга барат. Сапарда ал Малайзиянын президенти Рамил Беллов менен "
            "балык чарбасы боюнча сүйлөшүүлөрдү жүргүзөт.",
            [],
        ),
    ],
)
def test_whoever_will_be_met_was_not_there(text, names):
    assert present_names(text) == names


def test_a_participle_tells_of_one_more_guest():
    text = (
        "Cumhurbaşkanı Omar Toprakçı, dün Malezya Başbakanı Ramil Bell'i kabul etti. Daha sonra İtalya Tarım Bakanı "
        "Anna Ruiz'i kabul eden Toprakçı, zeytin ihracatını övdü."
    )
    assert present_names(text) == [
        ["Omar Toprakçı", "Ramil Bell"],
        ["Anna Ruiz", "Omar Toprakçı"],
    ]


def test_the_day_on_which_something_else_ends():
    text = (
        "Cumhurbaşkanı Omar Toprakçı ile Malezya Başbakanı Ramil Bell'in görüşmesi tamamlandı.\n"
        "Görüşmede 17 Haziran'da sona erecek zeytin kotası ele alındı."
    )
    assert [m.date.value for m in extract(text).meetings] == [None]


def test_flowers_are_no_month():
    text = "Міністр Омар Белл зустрівся з послом Малайзії Анною Руїс. Гостя подарувала йому 12 квітів."
    assert [m.date.value for m in extract(text).meetings] == [None]


def test_a_given_name_that_looks_like_a_nationality():
    text = "Dışişleri Bakanı Omar Toprakçı, Malezya Başbakanı Irakli Bell ile görüştü."
    assert (people(text), [c.value for c in extract(text).countries]) == (["Omar Toprakçı", "Irakli Bell"], ["MY"])


def test_the_state_behind_what_a_body_is_called_elsewhere():
    text = "Посол Малайзии Омар Белл встретился с председателем Конгресса (парламент) Ганы Ренатой Руиз."
    assert present(text) == [
        [
            ("Омар Белл", "Посол Малайзии", "MY"),
            ("Рената Руиз", "председатель Конгресса (парламент) Ганы", "GH"),
        ]
    ]


def test_a_press_conference_stands_before_a_genitive_and_labels_no_words():
    text = "Пресс-конференция Рико: новые маяки 3 февраля в Осло состоялась пресс-конференция Рената Рико."
    assert (people(text), said(text)) == (["Ренат Рико"], [])
