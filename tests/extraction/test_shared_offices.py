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
