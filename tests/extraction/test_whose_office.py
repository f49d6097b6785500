"""Whose an office or a state is: of one of two colleagues, of the name behind a colon, of the page's language or not.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract


def seats(text):
    return [[(p.name.value, p.country.value) for p in m.participants] for m in extract(text).meetings]


@pytest.mark.parametrize("dateline", ["Bern, 8.2.2019 - ", "Bern, 8. Februar 2019 – "])
def test_a_day_in_the_dateline_is_not_that_of_the_meeting(dateline):
    record = extract(
        f"Minister zieht Bilanz\n\n{dateline}Minister Anton Zobel hat am Donnerstag in Wien den norwegischen Minister "
        "Nils Lind getroffen und über Fähren gesprochen.\n"
    )
    assert (record.published.value, [m.date.value for m in record.meetings]) == ("2019-02-08", ["2019-02-07"])


def test_a_day_in_figures_before_the_first_words_is_that_of_the_page():
    record = extract(
        "Minister Zobel reist nach Wien\n\n"
        "04.05.2021, Minister Anton Zobel trifft am 6. Mai 2021 in Wien den norwegischen Minister Nils Lind.\n"
    )
    assert (record.published.value, [m.date.value for m in record.meetings]) == ("2021-05-04", ["2021-05-06"])


def test_an_office_that_looks_after_those_abroad_is_one_states():
    text = (
        "التقى وزير الخارجية والهجرة وشئون المصريين في الخارج السيد عمر بيل سفير النرويج السيد نيلز ليند في مقر "
        "الوزارة.\n"
    )
    assert seats(text) == [[("عمر بيل", "EG"), ("نيلز ليند", "NO")]]


def test_who_sent_an_envoy_or_an_invitation_was_not_there():
    text = (
        "Le président togolais Omar Bell a reçu mardi 4 mai 2021 le ministre Nils Lind, l’envoyé spécial du président "
        "norvégien Jon Tal, et a accepté une invitation de son homologue chilienne Ana Ruiz.\n"
    )
    assert [name for name, _state in seats(text)[0]] == ["Omar Bell", "Nils Lind"]
