"""Words as the index holds them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.search.words import LONGEST, STEMMERS, fold, names, sounding, stem, written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Élysée", "elysee"),
        ("ёлка", "елка"),
        ("Oʻzbekiston", "o'zbekiston"),
        ("O‘zbekiston", "Ozbekiston"),
        ("l’accord", "accord"),
        ("L'viv", "Lviv"),
        ("İSTANBUL", "istanbul"),
        ("Bakı", "baki"),
        ("Əliyev", "eliyev"),
        ("Straße", "strasse"),
        ("𝓐𝓫𝓬", "abc"),
        ("مُحَمَّد", "محمد"),
        ("أحمد", "احمد"),
        ("re\u00adpub\u200blic", "republic"),
    ],
)
def test_what_people_leave_out_does_not_matter(one, other):
    assert [fold(word) for word in written(one)] == [fold(other)]


def test_a_short_i_is_a_letter_of_its_own():
    assert fold("Который") == "который"
    assert fold("и\u0306од") == "йод"


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("meetings", "meeting", "en"),
        ("переговорам", "переговоры", "ru"),
        ("reunions", "reunion", "fr"),
        ("toplantisinda", "toplanti", "tr"),
        ("кездесуінде", "кездесу", "kk"),
        ("muzokaralarda", "muzokara", "uz-Latn"),
    ],
)
def test_forms_of_a_word_have_one_stem(one, other, language):
    assert stem(one, language) == stem(other, language)


def test_words_with_their_marks():
    assert written("Jane’s «gas»: 3 deals_now e\u0301t") == ["Jane’s", "gas", "3", "deals", "now", "e\u0301t"]


def test_chinese_is_searched_by_its_characters():
    assert written("外长ab会谈") == ["外", "长", "ab", "会", "谈"]
    assert names("外长 ab") == ["外长", "ab"]


def test_a_name_sounds_the_same_in_every_script():
    assert len({sounding(name) for name in ("Tuleubekov", "Tuleubekow", "Тулеубеков")}) == 1


@given(st.text(max_size=200))
def test_every_word_is_folded_to_something_short_that_stays(text):
    for word in written(text):
        assert fold(fold(word)) == fold(word)
        assert not set(fold(word)) & set(" \n\t")
        assert len(stem(fold(word), "en")) <= 4 * LONGEST


@pytest.mark.parametrize("language", [*STEMMERS, "pl", "cs", "sr-Latn", "hy", "", "xx"])
def test_every_language_has_stems(language: str) -> None:
    assert stem("mantinas", language)
    assert stem("խոսքերը", language)


def test_the_engine_knows_the_stemmers() -> None:
    assert stem("meetings", "en-GB") == stem("meeting", "en")
    assert stem("խոսքերը", "") == "խոսքե"
