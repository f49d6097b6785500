"""Arabic and Chinese: scripts without capitals, words written together, text without spaces. Persons are invented."""

import pytest

from meetings.extraction import extract, lexicon
from meetings.extraction.phrases import lower
from tests.extraction.told import people_in_full, said

ZH = "2021-04-08 10:00\n\n　　2021年4月8日，外交部长林德川在北京同{}举行会谈。\n\n　　林德川表示，双方关系很好。\n"


@pytest.mark.parametrize(
    ("party", "person"),
    [
        ("哈萨克斯坦副总理兼外长阿丽娅·萨罗耶娃", ("阿丽娅·萨罗耶娃", "哈萨克斯坦副总理兼外长", "KZ")),
        ("俄罗斯外长扎瓦尔津", ("扎瓦尔津", "俄罗斯外长", "RU")),
        ("法国外长阿德里诺", ("阿德里诺", "法国外长", "FR")),
        ("日本外相北川守", ("北川守", "日本外相", "JP")),
        ("俄外长扎瓦尔津", ("扎瓦尔津", "俄外长", "RU")),
    ],
)
def test_chinese_names_end_where_words_begin(party, person):
    found = people_in_full(ZH.format(party))
    assert found == [("林德川", "外交部长", "CN"), person]


def test_chinese_meeting():
    [meeting] = extract(ZH.format("俄罗斯外长扎瓦尔津")).meetings
    assert (meeting.date.value, meeting.format.value, meeting.place.value) == ("2021-04-08", "talks", "北京")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("中俄关系很好。", ["CN", "RU"]),
        ("中方愿同哈方合作。", ["CN", "KZ"]),
        ("美国总统访华。", ["US", "CN"]),
        ("他在中东以外的地方意外发现了美丽的白天。", []),
    ],
)
def test_states_of_one_letter(words, codes):
    assert [c.value for c in extract("林德川表示，" + words).countries] == codes


def test_chinese_quotes():
    text = ZH.format("俄罗斯外长扎瓦尔津") + (
        "　　扎瓦尔津说：“邻居要常走动。”林德川指出，双方共建“一带一路”，读《友谊之书》。\n"
    )
    assert said(text) == [("邻居要常走动。", "扎瓦尔津")]


def test_chinese_day_without_month():
    text = "2021-04-08 10:00\n\n新华社北京4月8日电（记者 某某）国务院总理林德川7日在上海会见俄罗斯总统扎瓦尔津。\n"
    record = extract(text)
    assert record.published.value == "2021-04-08"
    [meeting] = record.meetings
    assert (meeting.date.value, meeting.place.value) == ("2021-04-07", "上海")


AR = "{}\n\nأبوظبي في 8 أبريل / وام / استقبل معالي فارس بن خليفة المرزوعي وزير الخارجية اليوم في أبوظبي {}.\n"


@pytest.mark.parametrize(
    ("party", "person"),
    [
        ("وزيرة خارجية تركيا نازلي كاراسو", ("نازلي كاراسو", "وزيرة خارجية تركيا", "TR")),
        ("فخامة نازلي كاراسو، رئيسة الوزراء", ("نازلي كاراسو", "رئيسة الوزراء", "AE")),
        ("وزير الخارجية الروسي غليب زافارزين", ("غليب زافارزين", "وزير الخارجية الروسي", "RU")),
    ],
)
def test_arabic_names_and_offices(party, person):
    found = people_in_full(AR.format("8 أبريل 2021", party))
    assert found == [("فارس بن خليفة المرزوعي", "وزير الخارجية", "AE"), person]


@pytest.mark.parametrize(
    "line",
    ["8 أبريل 2021", "٨ أبريل ٢٠٢١", "الخميس 8 نيسان 2021", "الخميس ٢٦ شعبان ١٤٤٢ هـ الموافق ٨ إبريل ٢٠٢١ م"],
)
def test_arabic_dates(line):
    assert extract(AR.format(line, "وزيرة خارجية تركيا نازلي كاراسو")).published.value == "2021-04-08"


def test_arabic_quotes():
    text = AR.format("8 أبريل 2021", "وزيرة خارجية تركيا نازلي كاراسو") + (
        "وقالت كاراسو: «البحر أقرب مما نظن». وافتتح الوزير معرض «الجسر الأخضر».\n"
    )
    assert said(text) == [("البحر أقرب مما نظن", "نازلي كاراسو")]


def test_small_words_before_a_phrase():
    hits = lexicon.load("ar").matcher.find("وبالرياض والروسي", lower("وبالرياض والروسي"))
    assert [(h.start, h.value[0]) for h in hits if h.kind in ("place", "country")] == [(2, "SA"), (10, "RU")]


def test_vowel_marks_are_not_read_but_printed():
    text = (
        "لقاءٌ هاتفيٌّ بين الوزيرين في أبوظبي\n\n8 أبريل 2021\n\n"
        + AR.format("", "وزيرة خارجية تركيا نازلي كاراسو").strip()
    )
    assert extract(text).title.value.startswith("لقاءٌ")


def references(text):
    return [(r.date.value, r.parties) for r in extract(text).references]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("林德川将于5月2日至4日对南非进行正式访问。", [("2021-05-02", ("林德川", "ZA"))]),
        ("他表示，今年2月扎瓦尔津同法国总统阿德里诺会面。", [("2021-02", ("扎瓦尔津", "阿德里诺"))]),
        ("双方商定明年在莫斯科举行两国外交部磋商。", [("2022", ("CN", "RU"))]),
        ("这次会晤很好。", []),
    ],
)
def test_chinese_references(sentence, found):
    assert references(ZH.format("俄罗斯外长扎瓦尔津") + "\n　　" + sentence + "\n") == found


def test_his_highness_is_who_is_called_so():
    text = AR.format("8 أبريل 2021", "سمو الشيخ زياد بن ماجد آل نعيم رئيس الدولة")
    text += "وقال معاليه: «البحر أقرب مما نظن».\n\nوقال سموه: «البر أقرب من البحر».\n"
    assert said(text) == [
        ("البحر أقرب مما نظن", "فارس بن خليفة المرزوعي"),
        ("البر أقرب من البحر", "زياد بن ماجد آل نعيم"),
    ]
