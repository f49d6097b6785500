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
        ("越南祖国阵线中央委员会主席裴氏兰", ("裴氏兰", "越南祖国阵线中央委员会主席", "VN")),
        ("俄罗斯联邦委员会主席扎瓦尔津娜", ("扎瓦尔津娜", "俄罗斯联邦委员会主席", "RU")),
        ("马来西亚国会下议院议长卡林丹", ("卡林丹", "马来西亚国会下议院议长", "MY")),
        ("泰国国会主席兼下议院议长颂提拉", ("颂提拉", "泰国国会主席兼下议院议长", "TH")),
        ("蒙古国总统达日赛", ("达日赛", "蒙古国总统", "MN")),
        ("德国社会民主党联合主席黑贝尔", ("黑贝尔", "德国社会民主党联合主席", "DE")),
        ("乌兹别克斯坦最高会议参议院主席齐洛拉", ("齐洛拉", "乌兹别克斯坦最高会议参议院主席", "UZ")),
        ("国际奥委会主席巴里奇", ("巴里奇", "国际奥委会主席", None)),
        ("国际奥委会主席蒙特尔纳", ("蒙特尔纳", "国际奥委会主席", None)),
        ("俄罗斯外长马里诺夫", ("马里诺夫", "俄罗斯外长", "RU")),
        ("马来西亚最高元首哈伦沙", ("哈伦沙", "马来西亚最高元首", "MY")),
    ],
)
def test_a_body_is_part_of_the_office_of_who_heads_it(guest, person):
    story = told("林德川会见客人", f"国务院总理林德川8日在北京会见{guest}。")
    assert story == [("talks", "北京", [("林德川", "国务院总理", "CN"), person])]


def test_an_office_that_begins_the_name_of_a_body_is_none():
    people = extract(PAGE.format("见面", "中央政治局常委、中央书记处书记林德川8日在北京会见越南总理范川德。")).people
    assert people[0].office.value == "中央政治局常委、中央书记处书记"


def test_a_small_word_behind_a_name_of_two_characters_is_none_of_its_own():
    story = told("童立会见智利外长", "国家副主席童立在京会见智利外长安德拉。", "童立表示，葡萄快熟了。")
    assert story == [("talks", "北京", [("童立", "国家副主席", "CN"), ("安德拉", "智利外长", "CL")])]


def test_who_is_named_in_retold_words_alone_was_not_there():
    story = told(
        "林德川会见智利总统",
        "国务院总理林德川8日在北京会见智利总统安德拉。",
        "林德川表示，上个月王立波主席同总统先生会谈，还种了一棵梨树。王立波主席写的小册子指出，梨树冬天要修枝。",
        "安德拉表示，王立波主席的小册子已经译成西班牙文。",
        "孙小山参加会见。",
    )
    assert [name for name, _office, _state in story[0][2]] == ["林德川", "安德拉", "孙小山"]


def test_the_headline_gives_the_office_of_whom_only_the_lead_names():
    story = told("林德川同芬兰总理会谈", "欢迎仪式后，林德川同维尔塔举行会谈。", "维尔塔表示，湖面已经结冰。")
    assert story[0][2] == [("林德川", None, "CN"), ("维尔塔", "芬兰总理", "FI")]


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
        "林德川指出，香港的渡轮漆成了绿色，香港的早茶好吃，香港的龙舟快。",
    )
    assert [(name, state) for name, _office, state in story[0][2]] == [("林德川", "CN"), ("孙小山", "HK")]
