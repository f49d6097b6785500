"""How pages of single regions write forms of address, dates, sides and offices: the Sahel, the Gulf, Taiwan, China and
the German-speaking states. Persons and words are invented."""

import pytest

from meetings.extraction import extract
from tests.extraction.told import people, present, present_names


@pytest.mark.parametrize("form", ["SE", "SE.", "SEM", "SEM.", "S.E.M."])
def test_short_forms_of_excellency_stand_before_names(form):
    text = (
        f"Le président de la République du Tchad, {form} Idriss Moctar Djamal, a reçu lundi dans son bureau "
        f"l'ambassadeur du Chili, {form} Pablo Ruiz, pour parler des phares et de la pêche."
    )
    assert present_names(text) == [["Idriss Moctar Djamal", "Pablo Ruiz"]]


def test_a_colon_behind_an_agency_ends_its_dateline():
    body = "央视网消息（晚间）：5月3日，总理林海在北京会见挪威外交大臣托维克。"
    text = f"林海会见挪威外交大臣\n\n2024年5月4日\n\n{body}\n"
    assert [m.date.value for m in extract(text).meetings] == ["2024-05-03"]


def test_the_number_of_a_session_is_part_of_an_office():
    text = "5月3日，国家副主席林海在北京会见第12届联合国大会主席托维克。\n"
    assert present(text)[0][1] == ("托维克", "第12届联合国大会主席", None)


def test_a_state_may_end_where_an_office_begins():
    text = "林海会见外长\n\n5月3日，国家副主席林海在北京会见瑞士联邦委员兼外长托维克。林海感谢托维克。\n"
    assert present(text)[0][1] == ("托维克", "瑞士联邦委员兼外长", "CH")


def test_what_a_guest_is_told_of_another_day_is_no_meeting_of_the_text():
    text = (
        "林海会见挪威首相\n\n2024年5月4日\n\n总理林海4日在北京会见挪威首相托维克。\n\n"
        "林海表示，国家主席宋川昨天同首相女士举行会谈，谈了灯塔。\n"
    )
    assert present_names(text) == [["林海", "托维克"]]


def test_words_that_look_like_names_written_by_sound():
    assert people("总理林海4日在北京会见埃及外长马赫鲁率领的阿拉伯、伊斯兰国家外长代表团。林海郑重承诺。\n") == [
        "林海",
        "马赫鲁",
    ]


@pytest.mark.parametrize("year", ["110", "2021"])
def test_this_year_may_stand_in_brackets(year):
    text = f"海地新任大使德尼斯於本({year})年3月5日上午拜會外交部長宋川平,談及燈塔。\n"
    assert [m.date.value for m in extract(text).meetings] == ["2021-03-05"]


def test_an_agency_closes_its_story_with_the_date_as_one_number():
    body = "外交部長宋川平今天在台北會見挪威外長林海德。(編輯:方文平/周國川)1130305"
    text = f"宋川平會挪威外長\n\n{body}\n\n新聞來源:晨報\n"
    assert extract(text).published.value == "2024-03-05"


@pytest.mark.parametrize("agency", ["APA", "APA/dpa", "Norwegische Rundschau"])
def test_a_date_in_brackets_with_the_agency_closes_a_story(agency):
    text = (
        "Außenminister beraten über Leuchttürme\n\nDie isländische Außenministerin Edda Tarvin hat ihren Kollegen "
        "Luis Camargo in Wien getroffen. Sie wollen die Leuchttürme an beiden Küsten gemeinsam streichen lassen. "
        f"({agency}, 5.3.2024)\n"
    )
    assert extract(text).published.value == "2024-03-05"


def test_who_led_the_sides_was_at_the_talks():
    text = (
        "وصل إلى البلاد أمس وزير الخارجية النرويجي أولاف تورفيك في زيارة قصيرة.\n\n"
        "وعقدت السلطنة والنرويج جلسة مباحثات عن المنارات.\n\n"
        "ترأس الجانب العماني سالم بن حمد المعولي وزير الخارجية، فيما ترأس الجانب النرويجي أولاف تورفيك.\n"
    )
    assert [[(name, state) for name, _office, state in people] for people in present(text)] == [
        [("سالم بن حمد المعولي", "OM"), ("أولاف تورفيك", "NO")]
    ]
