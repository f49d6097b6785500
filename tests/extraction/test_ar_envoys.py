"""Arabic: states behind "to" and the article, envoys told behind their names, greetings of several, datelines.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract


def seats(text):
    return [[(p.name.value, p.country.value) for p in m.participants] for m in extract(text).meetings]


@pytest.mark.parametrize(("state", "code"), [("لليابان", "JP"), ("للكويت", "KW"), ("لألمانيا", "DE")])
def test_a_states_article_loses_a_letter_behind_to(state, code):
    text = f"استقبل وزير الخارجية النرويجي السيد عمر بيل السفير الجديد {state} السيد كوفي ديا في مقر الوزارة.\n"
    assert [c.value for c in extract(text).countries] == ["NO", code]


def test_a_day_and_a_month_in_figures_stand_in_an_agencys_dateline():
    text = "الكويت - 28 - 11 (كونا) -- استقبل أمير البلاد الشيخ سالم الراشد اليوم سفير النرويج السيد نيلز ليند.\n"
    assert extract(text).published.value == "XXXX-11-28"
