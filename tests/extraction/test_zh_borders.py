"""Chinese: where names and states begin and end among characters that others share. All people and words are
invented."""

import pytest

from meetings.extraction import extract
from tests.extraction.told import people, present, present_names, said

DAY = "\n\n2023年12月19日\n\n"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("厨师买了更多哥伦比亚蜂蜜。", ["CO"]),
        ("蜜蜂同多哥的花很熟。", ["TG"]),
        ("蜂蜜来越来越甜，拉美国家都喜欢。", []),
    ],
)
def test_of_two_names_of_states_that_share_a_character_the_longer_is_meant(body, codes):
    record = extract(f"蜂蜜节开幕{DAY}{body}\n")
    assert [c.value for c in record.countries] == codes


def test_a_small_word_between_two_office_holders_is_no_family_name():
    text = f"蜂蜜节开幕{DAY}宋文博表示，蜂蜜送给宋文博主席和普林总统，大家都笑了。\n"
    assert people(text) == ["宋文博", "普林"]


def test_a_foreign_name_before_its_office_is_not_cut_at_a_family_name():
    text = f"蜂蜜节开幕{DAY}在宋文博主席和卡达申科总统的厨房里，蜂蜜更甜。\n"
    assert people(text) == ["宋文博", "卡达申科"]
    traditional = (
        "總統請瓜地馬拉總理吃蜂蜜\n\n112年5月9日\n\n何永清總統今(9)日下午接見「瓜地馬拉總理費雷門(Felo Manu)訪問團」，"
        "送給客人三罐蜂蜜。\n\n費雷門總理表示，蜂蜜太甜了。\n"
    )
    assert present_names(traditional) == [["何永清", "費雷門"]]


def test_verbs_behind_an_office_are_no_names():
    text = (
        f"秘鲁渔业部长称与卡达申科会谈愉快{DAY}秘鲁渔业部长莫里诺与肯尼亚总统卡达申科讨论了蜂蜜。"
        "秘鲁代表批评蜂价，代表展开交锋。\n"
    )
    assert sorted(people(text)) == ["卡达申科", "莫里诺"]


def test_three_states_are_no_name():
    text = (
        f"宋文博出席泰秘马三国总理会晤{DAY}泰国总理宋文博在曼谷同秘鲁总理卡达申科、马来西亚总理巴特尔登"
        "举行泰秘马三国总理会晤，一起喂蜜蜂。\n"
    )
    assert present_names(text) == [["宋文博", "卡达申科", "巴特尔登"]]


def test_the_head_of_a_presidents_office_is_of_the_presidents_state():
    text = f"宋文博会见代表团{DAY}副总理宋文博在北京会见由秘鲁总统办公厅主任卡达申科率领的代表团。\n"
    assert present(text) == [[("宋文博", "副总理", "CN"), ("卡达申科", "秘鲁总统办公厅主任", "PE")]]


def test_the_name_of_a_group_in_marks_is_nobodys_words():
    text = "外交部長設宴\n\n112年5月9日\n\n外交部長宋家祥今天歡迎「蜂農代表訪台團」，他表示「蜂蜜很甜，我很喜歡」。\n"
    assert said(text) == [("蜂蜜很甜，我很喜歡", "宋家祥")]
