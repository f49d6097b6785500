"""Parts of names that are other words elsewhere, and towns and matters behind a name that are none of it."""

from __future__ import annotations

import pytest

from meetings.extraction import extract

from .told import people, present_names, said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("3. Mai 2021. Ghanas Präsident Omar Dia und Ler Sung Un unterzeichneten in Oslo einen Vertrag über Häfen.",
         ["Omar Dia", "Ler Sung Un"]),
        ("On 3 May 2021 Prime Minister Islam Bekov met Ghana's Foreign Minister Karimul Islam in Oslo.",
         ["Islam Bekov", "Karimul Islam"]),
        ("Prezident Islom Dariyev 2021-yil 3-may kuni Gana elchisi Muhammad Karimul Islomni qabul qildi.",
         ["Islom Dariyev", "Muhammad Karimul Islom"]),
    ],
)  # fmt: skip
def test_a_part_of_a_name_may_be_another_word(text, names):
    assert people(text) == names


def test_a_town_and_its_state_behind_a_name_are_where_it_was():
    text = (
        "Press Conference after Talks with the President of Peru General Omar Barazi Lima, Peru\n\n3 May 2021\n\n"
        "PRESIDENT BARAZI:\n\nWe spoke about our harbours, and I thank the Prime Minister of Ghana.\n\n"
        "PRIME MINISTER BELL:\n\nThank you for these good hours."
    )
    assert present_names(text) == [["Omar Barazi", "BELL"]]
    assert [speaker for _words, speaker in said(text)] == ["Omar Barazi", "BELL"]


def test_a_delegate_minister_beside_the_minister_is_of_the_same_state():
    text = (
        "Paul Roux et Luc Sarré effectuent une visite de travail à l'étranger\n\nLuxembourg, le 9 mars 2021\n\nLe 8 "
        "mars 2021, le ministre des Affaires étrangères, Paul Roux, et le ministre délégué aux Affaires étrangères, "
        "Luc Sarré, ont effectué une visite de travail à Lima auprès du chef de la diplomatie péruvienne, Ana Mora.\n\n"
        "Les pourparlers ont porté sur les ports. Le gouvernement luxembourgeois a évoqué une plainte danoise."
    )
    [meeting] = extract(text).meetings
    told = [(p.name.value, p.country.value) for p in meeting.participants]
    assert sorted(told) == [("Ana Mora", "PE"), ("Luc Sarré", "LU"), ("Paul Roux", "LU")]


def test_a_single_mark_that_stands_apart_closes_what_one_opened():
    text = (
        "Gana Prezidenti Omar Dia 3-may kuni 'Kestrel ' kompaniyasi raisi Anvar Beliyevni qabul qildi. Uchrashuvda "
        "portlar haqida so‘z yuritildi, dedi prezidentning matbuot kotibi."
    )
    assert said(text) == []
    assert present_names(text) == [["Omar Dia", "Anvar Beliyev"]]


def test_a_line_above_the_first_question_says_what_the_transcript_is_of():
    text = (
        "Minister's journey to Peru, harbour plans\n\nMonday 3 May 2021\n\nDoorstop interview, Lima Airport\n\n"
        "Journalist: Minister, what will you tell the Peruvian government about the harbours?\n\n"
        "Anna Bell: I shall tell the President of Peru that our harbours are open to everybody who trades with us."
    )
    [meeting] = extract(text).meetings
    assert meeting.format.value == "news_conference"
    assert [(p.name.value, p.office.value) for p in meeting.participants] == [("Anna Bell", None)]


def test_a_german_noun_behind_article_and_adjective_is_no_given_name():
    text = (
        "3. Mai 2021. Ghanas Präsident Omar Zobel traf in Oslo den peruanischen Minister Paul Mora. Unter dem "
        "nächtlichen Auftritt Zobels litten alle. Beim Abschied lud Zobel Mora nach Accra ein, sagte Mora."
    )
    assert [name for name in people(text) if "Zobel" in (name or "")] == ["Omar Zobel"]
    assert present_names(text) == [["Omar Zobel", "Paul Mora"]]


def test_small_words_verbs_and_quotation_marks_before_an_arabic_name_are_none_of_it():
    text = (
        "٣ مايو ٢٠٢١\nتنسيق بين غانا وبيرو في شؤون الموانئ\nجاء ذلك خلال مؤتمر صحفي مشترك في أكرا جمع عمر ديا، وزير "
        'خارجية غانا، بباول مورا، وزير خارجية بيرو. وقال وزير خارجية غانا "شرحنا خطة الموانئ كلها". وأكد باول مورا أن '
        "الموانئ مفتوحة."
    )
    assert people(text) == ["عمر ديا", "باول مورا"]


def test_a_welcome_with_honours_is_not_the_talks():
    text = (
        "加纳总统迪亚同秘鲁总统莫拉会谈\n2021年5月4日\n5月3日，加纳总统迪亚在阿克拉同秘鲁总统莫拉举行会谈。\n迪亚表示，双方应当共同修建港口。\n"
        "会谈前，迪亚为莫拉举行欢迎仪式。加纳议会副议长科菲等出席。"
    )
    [meeting] = extract(text).meetings
    assert meeting.format.value == "talks"
    assert [p.name.value for p in meeting.participants] == ["迪亚", "莫拉"]


def test_a_name_in_a_headline_that_ends_like_a_verb_is_none_before_its_state():
    text = (
        "Remarks by President Bell and President Omar Dia Reyes of Chad Before Talks\n\n3 May 2021\n\nPRESIDENT BELL: "
        "It is good to have you here again.\n\nPRESIDENT DIA: I am glad to be back on this coast."
    )
    assert people(text) == ["Bell", "Omar Dia Reyes"]


def test_a_given_name_that_looks_like_citizens_of_a_state_is_a_name():
    text = (
        "3. Mai 2021. Ghanas Ministerin Lygia Louise Irene Kraag traf den kubanischen Minister Bruno Parra in Havanna."
    )
    record = extract(text)
    assert people(text) == ["Lygia Louise Irene Kraag", "Bruno Parra"]
    assert sorted(str(c.value) for c in record.countries) == ["CU", "GH"]
