"""Arabic: states behind "to" and the article, envoys told behind their names, greetings of several, datelines.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract
from tests.extraction.told import seats


@pytest.mark.parametrize(("state", "code"), [("لليابان", "JP"), ("للكويت", "KW"), ("لألمانيا", "DE")])
def test_a_states_article_loses_a_letter_behind_to(state, code):
    text = f"استقبل وزير الخارجية النرويجي السيد عمر بيل السفير الجديد {state} السيد كوفي ديا في مقر الوزارة.\n"
    assert [c.value for c in extract(text).countries] == ["NO", code]


def test_an_office_in_the_case_of_an_apposition_is_of_the_name_before_it():
    text = (
        "تسلم سمو أمير البلاد الشيخ سالم الراشد أوراق اعتماد كل من السفير عمر بيل سفيرا لجمهورية النمسا والسفير كوفي "
        "ديا سفيرا لجمهورية بيرو في قصر الضيافة بالكويت.\n"
    )
    (meeting,) = extract(text).meetings
    told = [(p.name.value, p.office.value, p.country.value) for p in meeting.participants]
    assert told == [
        ("سالم الراشد", "أمير البلاد", "KW"),
        ("عمر بيل", "سفيرا لجمهورية النمسا", "AT"),
        ("كوفي ديا", "سفيرا لجمهورية بيرو", "PE"),
    ]


def test_whoever_is_joined_to_somebody_whose_greetings_are_conveyed_is_not_there():
    text = (
        "استقبل رئيس وزراء النرويج السيد نيلز ليند، وزير الخارجية السيد عمر بيل في قصر المرفأ.\n"
        "ونقل وزير الخارجية تحيات خادم الحرمين الشريفين الملك سالم بن راشد، وولي العهد الأمير كريم بن راشد، لشعبها.\n"
    )
    assert [name for name, _state in seats(text)[0]] == ["نيلز ليند", "عمر بيل"]


def test_who_sent_an_envoy_is_not_there():
    text = (
        "استقبل رئيس وزراء النرويج السيد نيلز ليند، السيد عمر بيل مبعوث صاحب السمو الشيخ سالم الراشد أمير دولة الكويت، "
        "في قصر المرفأ صباح اليوم.\n"
    )
    assert [name for name, _state in seats(text)[0]] == ["نيلز ليند", "عمر بيل"]


def test_a_part_of_the_day_is_no_name():
    text = "استقبل وزير البريد السيد صباح الراشد في قصر المرفأ صباح أمس سفير النرويج السيد نيلز ليند بالأردن.\n"
    record = extract(text)
    assert [len(p.spans) for p in record.people if p.name.value == "صباح الراشد"] == [1]


def test_a_day_and_a_month_in_figures_stand_in_an_agencys_dateline():
    text = "الكويت - 28 - 11 (كونا) -- استقبل أمير البلاد الشيخ سالم الراشد اليوم سفير النرويج السيد نيلز ليند.\n"
    assert extract(text).published.value == "XXXX-11-28"


def test_a_town_and_a_paper_are_no_headline():
    text = "الرياض ـ صحيفة المرفأ\nاستقبل وزير الخارجية السعودي السيد سالم الراشد اليوم سفير النرويج السيد نيلز ليند.\n"
    assert extract(text).title.value is None


def test_who_is_only_greeted_makes_no_gathering_of_talks():
    text = (
        "استقبل أمير البلاد الشيخ سالم الراشد اليوم وزير النرويج السيد نيلز ليند حيث سلمه رسالة من أخيه الملك كريم "
        "الراشد ملك المغرب لحضور اجتماع الدورة الثالثة لمجلس الموانئ.\n"
    )
    assert [m.format.value for m in extract(text).meetings] == ["talks"]


def test_the_state_in_an_emirs_office_is_his() -> None:
    text = "استقبل رئيس دولة الكويت أمس أمير دولة قطر الشيخ سالم بن حمد آل فهد في قصر بيان وبحثا التعاون.\n"
    assert [(p.name.value, p.country.value) for p in extract(text).people] == [("سالم بن حمد آل فهد", "QA")]
