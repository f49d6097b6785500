"""Chinese: names around offices, years of the republic in two digits, what is said of pictures.

All people and words are invented.
"""

from meetings.extraction import extract


def test_a_name_stands_around_an_office_before_a_form_of_address():
    record = extract("宋總統川平先生今天在海州會見挪威外長林海德。\n宋川平表示,雙方應重視燈塔與漁港的維護。\n")
    (meeting,) = record.meetings
    assert [(p.name.value, p.office.value) for p in meeting.participants] == [
        ("宋川平", "總統"),
        ("林海德", "挪威外長"),
    ]


def test_a_year_of_the_republic_may_have_two_digits():
    record = extract("88年03月05日\n總統接見挪威議員林海德\n宋總統川平先生今天接見挪威議員林海德,談及燈塔與漁港。\n")
    assert record.published.value == "1999-03-05"


def test_a_form_of_address_ends_a_name():
    record = extract(
        "總統宋川平5日會見挪威議長莫登勳爵,雙方談及燈塔。\n莫登勳爵說,「我們會繼續支持漁港的維護工作。」\n"
    )
    assert [q.speaker.value for q in record.quotes] == ["莫登"]


def test_a_small_word_before_an_office_is_no_part_of_it():
    record = extract("總統宋川平5日會見挪威外長林海德。\n林海德是於上午由外交部次長李大川陪同,到港口參觀燈塔。\n")
    told = {p.name.value: p.office.value for m in record.meetings for p in m.participants}
    assert told["李大川"] == "外交部次長"


def test_what_is_said_of_a_picture_tells_of_no_ceremony():
    record = extract(
        "宋川平同挪威首相林海德举行会谈\n\n2019-06-13\n\n"
        "6月13日,总理宋川平在北京南湖岸边举行欢迎仪式,挪威首相林海德带来三只木船,随后试了舵轮,又同渔民和学生一起补网、"
        "晒网、数海鸥,还在灯塔下合唱了一首老歌。本报记者 李大川 摄\n\n"
        "晨钟社北京6月13日电 总理宋川平13日在湖边同挪威首相林海德举行会谈。双方谈了灯塔的油漆。\n"
    )
    assert [(m.format.value, m.place.value) for m in record.meetings] == [("talks", "北京")]


def test_houses_of_one_state_show_whose_page_it_is():
    record = extract(
        "總統府新聞\n\n總統宋川平會見外長\n\n總統宋川平5日會見新加坡外長林海德,談及燈塔與漁港的維護。\n"
        "宋川平感謝新加坡深化邦誼,立法院也將訪問新加坡。\n"
    )
    (meeting,) = record.meetings
    assert [(p.name.value, p.country.value) for p in meeting.participants] == [("宋川平", "TW"), ("林海德", "SG")]
