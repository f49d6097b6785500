"""One plural office shared out among names, each with the state before it.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract

TEXTS = [
    (
        "The presidents of Ghana, Omar Bell; Chile, Paul Reed; and Peru, Anna Holm, met on Monday in Lima to discuss "
        "trade and roads.",
        [
            ("Omar Bell", "president of Ghana", "GH"),
            ("Paul Reed", "president of Chile", "CL"),
            ("Anna Holm", "president of Peru", "PE"),
        ],
    ),
    (
        "Los gobernantes de Ecuador, Juan Reed; Surinam, Paul Holm; y Uruguay, Luis Bell, se reunieron en Lima para "
        "hablar de la región.",
        [
            ("Juan Reed", "gobernante de Ecuador", "EC"),
            ("Paul Holm", "gobernante de Surinam", "SR"),
            ("Luis Bell", "gobernante de Uruguay", "UY"),
        ],
    ),
    (
        "Президенты Ганы Омар Белов, Чили Иван Рид и Перу Павел Холмов встретились в понедельник в Лиме.",
        [
            ("Омар Белов", "Президент Ганы", "GH"),
            ("Иван Рид", "Президент Чили", "CL"),
            ("Павел Холмов", "Президент Перу", "PE"),
        ],
    ),
    (
        "Министры иностранных дел Ганы Омар Белов и Чили Иван Рид встретились в понедельник в Лиме.",
        [
            ("Омар Белов", "Министр иностранных дел Ганы", "GH"),
            ("Иван Рид", "Министр иностранных дел Чили", "CL"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_each_name_of_a_plural_office_has_the_state_before_it(text, expected):
    (meeting,) = extract(text).meetings
    assert [(p.name.value, p.office.value, p.country.value) for p in meeting.participants] == expected


COLLEAGUES = [
    (
        "Norwegian Foreign Minister Anna Bell met in Oslo with her counterpart from Ghana, Omar Dia.",
        [("Omar Dia", "Foreign Minister", "GH")],
    ),
    (
        "Norwegian Foreign Minister Anna Bell met in Oslo with Omar Dia, her counterpart from Ghana.",
        [("Omar Dia", "Foreign Minister", "GH")],
    ),
    (
        "Norwegian Foreign Minister Anna Bell met in Oslo with her counterparts from Ghana and Togo, Omar "
        "Dia and Karl Holm.",
        [("Omar Dia", "Foreign Minister", "GH"), ("Karl Holm", "Foreign Minister", "TG")],
    ),
    (
        "Министр иностранных дел Норвегии Анна Белл встретилась в Осло с коллегами из Ганы и Того Омаром Диа "
        "и Иваном Ридом.",
        [("Омар Диа", "Министр иностранных дел", "GH"), ("Иван Рид", "Министр иностранных дел", "TG")],
    ),
    (
        "Міністр закордонних справ Норвегії Анна Белл зустрілася в Осло з колегою із Гани Омаром Діа.",
        [("Омар Діа", "Міністр закордонних справ", "GH")],
    ),
    (
        "Der norwegische Präsident Karl Holm telefonierte mit seinen Amtskollegen aus Ghana und Togo, Omar "
        "Dia und Paul Reed.",
        [("Omar Dia", "Präsident", "GH"), ("Paul Reed", "Präsident", "TG")],
    ),
    (
        "Le président norvégien Karl Holm s'est entretenu par téléphone avec ses homologues d'Azerbaïdjan et "
        "du Ghana, Elchin "
        "Rustamov et Omar Dia.",
        [("Elchin Rustamov", "président", "AZ"), ("Omar Dia", "président", "GH")],
    ),
    (
        "Norveç Prezidenti Karl Holm Qana və Toqodan olan həmkarları Omar Dia və Paul Reed ilə telefon "
        "danışığı aparıb.",
        [("Omar Dia", "Prezidenti", "GH"), ("Paul Reed", "Prezidenti", "TG")],
    ),
    (
        "Norveç Cumhurbaşkanı Karl Holm, Gana ve Togo cumhurbaşkanları Omar Dia ve Paul Reed ile telefonda görüştü.",
        [("Omar Dia", "cumhurbaşkanı", "GH"), ("Paul Reed", "cumhurbaşkanı", "TG")],
    ),
    (
        "Норвегия Президенті Карл Холм Гана мен Того президенттері Омар Диа және Иван Ридпен телефон арқылы сөйлесті.",
        [("Омар Диа", "президенті", "GH"), ("Иван Рид", "президенті", "TG")],
    ),
    (
        "Норвегиянын Президенти Карл Холм Ослодо Гана жана Того президенттери Омар Диа жана Иван Рид менен жолугушту.",
        [("Омар Диа", "президенти", "GH"), ("Иван Рид", "президенти", "TG")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COLLEAGUES)
def test_colleagues_from_somewhere_have_their_states_in_turn(text, expected):
    (meeting,) = extract(text).meetings
    assert [(p.name.value, p.office.value, p.country.value) for p in meeting.participants][1:] == expected
