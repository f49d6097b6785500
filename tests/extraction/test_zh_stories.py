"""Chinese stories of a day: bodies before the word for who heads them, names beside small words, words retold over a
paragraph, letters to gatherings. Persons and words are invented."""

import pytest

from meetings.extraction import extract

PAGE = "{}\n\n2021-04-08\n\n{}\n"


def told(title, *paragraphs):
    record = extract(PAGE.format(title, "\n\n".join(paragraphs)))
    return [
        (m.format.value, m.place.value, [(p.name.value, p.office.value, p.country.value) for p in m.participants])
        for m in record.meetings
    ]


@pytest.mark.parametrize(
    ("guest", "person"),
    [
        ("越南祖国阵线中央委员会主席杜文山", ("杜文山", "越南祖国阵线中央委员会主席", "VN")),
        ("俄罗斯联邦委员会主席扎瓦尔津娜", ("扎瓦尔津娜", "俄罗斯联邦委员会主席", "RU")),
        ("马来西亚国会下议院议长佐里尔", ("佐里尔", "马来西亚国会下议院议长", "MY")),
        ("泰国国会主席兼下议院议长万卡", ("万卡", "泰国国会主席兼下议院议长", "TH")),
        ("蒙古国总统呼日格勒", ("呼日格勒", "蒙古国总统", "MN")),
        ("德国社会民主党联合主席克林霍", ("克林霍", "德国社会民主党联合主席", "DE")),
        ("乌兹别克斯坦最高会议参议院主席纳尔娜", ("纳尔娜", "乌兹别克斯坦最高会议参议院主席", "UZ")),
        ("国际奥委会主席巴里奇", ("巴里奇", "国际奥委会主席", None)),
        ("国际奥委会主席考尔特纳", ("考尔特纳", "国际奥委会主席", None)),
        ("俄罗斯外长马里诺夫", ("马里诺夫", "俄罗斯外长", "RU")),
        ("马来西亚最高元首易卜拉辛", ("易卜拉辛", "马来西亚最高元首", "MY")),
    ],
)
def test_a_body_is_part_of_the_office_of_who_heads_it(guest, person):
    story = told("林德川会见客人", f"国务院总理林德川8日在北京会见{guest}。")
    assert story == [("talks", "北京", [("林德川", "国务院总理", "CN"), person])]


def test_an_office_that_begins_the_name_of_a_body_is_none():
    people = extract(PAGE.format("见面", "中央政治局常委、中央书记处书记林德川8日在北京会见越南总理范川德。")).people
    assert people[0].office.value == "中央政治局常委、中央书记处书记"


def test_a_small_word_behind_a_name_of_two_characters_is_none_of_its_own():
    story = told("韩立会见智利外长", "国家副主席韩立在京会见智利外长安德拉。", "韩立表示，双方愿加强合作。")
    assert story == [("talks", "北京", [("韩立", "国家副主席", "CN"), ("安德拉", "智利外长", "CL")])]


def test_who_is_named_in_retold_words_alone_was_not_there():
    story = told(
        "林德川会见智利总统",
        "国务院总理林德川8日在北京会见智利总统安德拉。",
        "林德川表示，不久前王立波主席同总统先生会谈，为两国关系指明方向。王立波主席提出的倡议指出，合作共赢是大势所趋。",
        "安德拉表示，落实好王立波主席的倡议十分重要。",
        "孙小山参加会见。",
    )
    assert [name for name, _office, _state in story[0][2]] == ["林德川", "安德拉", "孙小山"]


def test_the_headline_gives_the_office_of_whom_only_the_lead_names():
    story = told("林德川同葡萄牙总理会谈", "欢迎仪式后，林德川同蒙特罗举行会谈。", "蒙特罗表示，愿加强合作。")
    assert story[0][2] == [("林德川", None, "CN"), ("蒙特罗", "葡萄牙总理", "PT")]


def test_a_gathering_that_the_guest_attends_is_not_the_meeting():
    story = told("林德川会见客人", "总理林德川在四川成都会见来华出席世界合作论坛的智利总统安德拉。")
    assert story == [("talks", "成都", [("林德川", "总理", "CN"), ("安德拉", "智利总统", "CL")])]


def test_a_letter_to_a_gathering_is_no_meeting():
    assert told("林德川向世界合作峰会致贺信", "总理林德川8日向世界合作峰会致贺信。") == []
    assert told("林德川出席世界合作峰会", "总理林德川8日在北京出席世界合作峰会。") != []


def test_a_part_of_the_state_publishes_nothing_of_its_own():
    story = told(
        "林德川会见孙小山",
        "国家主席林德川在北京会见香港特别行政区行政长官孙小山。",
        "林德川指出，香港发展良好，香港明天更好，香港同胞团结。",
    )
    assert [(name, state) for name, _office, state in story[0][2]] == [("林德川", "CN"), ("孙小山", "HK")]
