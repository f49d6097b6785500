"""What real Arabic and Chinese pages look like: datelines, chains of titles, lists, letters for states, traditional
characters. Persons and words are invented."""

import pytest

from meetings.extraction import extract
from tests.extraction.told import people_in_full


def meetings(text):
    return [
        (m.date.value, m.format.value, m.place.value, [p.name.value for p in m.participants])
        for m in extract(text).meetings
    ]


# --- Chinese


ZH = "{}\n2021-04-08 10:00\n\n　　{}\n"
LEAD = "2021年4月8日，外交部长林德川在北京同{}举行会谈。"


def test_an_agencys_dateline_is_part_of_the_story():
    text = (
        "林德川会见扎瓦尔津\n2021-04-09\n晨钟社北京4月8日电  外交部长林德川4月8日午后在北京会见俄罗斯外长扎瓦尔津。\n"
    )
    record = extract(text)
    assert record.published.value == "2021-04-09"
    assert meetings(text) == [("2021-04-08", "talks", "北京", ["林德川", "扎瓦尔津"])]


@pytest.mark.parametrize(
    ("party", "person"),
    [
        ("阿尔及利亚能矿部长穆罕默德·本·哈立德·萨罗耶", ("穆罕默德·本·哈立德·萨罗耶", "阿尔及利亚能矿部长", "DZ")),
        ("老挝总理坎培·阿德里", ("坎培·阿德里", "老挝总理", "LA")),
        ("国家发展和改革委员会主任韩立川", ("韩立川", "国家发展和改革委员会主任", "CN")),
        ("英国外交发展部常务次官西里尔·霍姆", ("西里尔·霍姆", "英国外交发展部常务次官", "GB")),
    ],
)
def test_offices_and_names_to_their_last_character(party, person):
    assert people_in_full(ZH.format("林德川举行会谈", LEAD.format(party))) == [("林德川", "外交部长", "CN"), person]


def test_an_ambassador_acts_for_who_sends():
    text = ZH.format("林德川大使会见芬兰部长", "2021年4月7日，驻芬兰大使林德川会见芬经济事务部长维尔塔。")
    assert people_in_full(text) == [("林德川", "驻芬兰大使", "CN"), ("维尔塔", "芬经济事务部长", "FI")]


def test_a_letter_stands_for_the_state_that_is_named():
    text = ZH.format("会见", LEAD.format("巴西外长安德拉")) + "　　林德川表示，中方喜欢巴方的咖啡。\n"
    assert [c.value for c in extract(text).countries] == ["BR", "CN"]


def test_the_last_character_of_a_name_is_no_state():
    lead = "2021年4月8日，越南总理范川德在政府驻地会见中国驻越大使林立波。"
    text = ZH.format("越南总理会见中国大使", lead) + "　　范川德总理感谢林立波大使送来茶叶。\n"
    assert [p[0] for p in people_in_full(text)] == ["范川德", "林立波"]
    assert [c.value for c in extract(text).countries] == ["VN", "CN"]


def test_on_the_margins_of_a_gathering():
    lead = "2021年4月8日，外交部长林德川在利马出席太平洋岛国外长会期间会见斐济外长库尔曼。"
    text = ZH.format("林德川会见库尔曼", lead) + "　　同日，林德川还会见汤加代外长塔马拉。\n"
    assert meetings(text) == [
        ("2021-04-08", "talks", "利马", ["林德川", "库尔曼"]),
        ("2021-04-08", "talks", "利马", ["林德川", "塔马拉"]),
    ]


def test_a_telegram_is_no_meeting():
    lead = "晨钟社北京4月8日电 国家主席林德川4月8日致电芬兰总统维尔塔，祝贺芬兰造出千吨木船。"
    text = ZH.format("林德川向芬兰总统致贺电", lead) + "　　林德川指出，去年9月我们在赫尔辛基举行会谈。\n"
    assert (meetings(text), [p[0] for p in people_in_full(text)]) == ([], ["林德川", "维尔塔"])


def test_names_of_related_news_are_none():
    text = (
        ZH.format("会见", LEAD.format("俄罗斯外长扎瓦尔津"))
        + "附件\n相关新闻\n林德川同秘鲁外长霍尔姆通电话\n(2017-01-05)\n"
    )
    assert [p[0] for p in people_in_full(text)] == ["林德川", "扎瓦尔津"]


def test_those_listed_without_an_office():
    text = ZH.format("会见", LEAD.format("俄罗斯外长扎瓦尔津")) + "　　陈启川、王守立等参加会见。\n"
    assert people_in_full(text)[2:] == [("陈启川", None, "CN"), ("王守立", None, "CN")]


def test_traditional_characters():
    text = (
        "芬蘭總統訪華 與林德川會談\n2021年4月8日 14:05\n"
        "（中央社記者林某北京8日電）中國國家主席林德川今天在北京與來訪的芬蘭總統維爾塔舉行會談。\n"
        "維爾塔說，「雪橇比馬車快」。\n"
    )
    record = extract(text)
    assert (record.language.value, record.published.value) == ("zh-Hant", "2021-04-08")
    assert meetings(text) == [("2021-04-08", "talks", "北京", ["林德川", "維爾塔"])]
    assert [(q.text, q.speaker.value) for q in record.quotes] == [("雪橇比馬車快", "維爾塔")]


# --- Arabic


AR = "لقاء في الوزارة\n8 أبريل 2021\n\n{}\n"


@pytest.mark.parametrize(
    "line",
    [
        "الرياض 26 شعبان 1442هـ الموافق 8 أبريل 2021م واس",
        "الخميس، ٨ نيسان/أبريل ٢٠٢١",
        "8 نيسان 2021",
        "تونس في 8 أفريل 2021",
        "08-04-2021 17:41",
    ],
)
def test_lines_that_tell_the_day(line):
    text = f"لقاء في الوزارة\n{line}\nالتقى وزير الخارجية كريم الشناوي نظيره المغربي يونس العلمي.\n"
    assert extract(text).published.value == "2021-04-08"


@pytest.mark.parametrize(
    ("party", "person"),
    [
        ("سفير روسيا اليكسي زافارزين", ("اليكسي زافارزين", "سفير روسيا", "RU")),
        (
            "المبعوث الخاص للرئيس التركي للقرن الأفريقي نائب وزير الخارجية أورهان يلماز",
            ("أورهان يلماز", "المبعوث الخاص للرئيس التركي للقرن الأفريقي نائب وزير الخارجية", "TR"),
        ),
        ("السيدة آنا كارلسون سفيرة السويد", ("آنا كارلسون", "سفيرة السويد", "SE")),
        ("د. كمال سعيد الكتبي سفير العراق", ("كمال سعيد الكتبي", "سفير العراق", "IQ")),
        ("الرئيس كمال يلماز رئيس جمهورية تركيا", ("كمال يلماز", "رئيس جمهورية تركيا", "TR")),
        ("نظيره المغربي يونس العلمي", ("يونس العلمي", "وزير الخارجية", "MA")),
    ],
)
def test_chains_of_titles_and_common_words_in_names(party, person):
    text = AR.format(f"استقبل وزير الخارجية المصري كريم الشناوي اليوم {party}، وبحثا التعاون.")
    assert people_in_full(text) == [("كريم الشناوي", "وزير الخارجية المصري", "EG"), person]


def test_the_label_of_a_section_is_no_headline():
    text = "سياسي / وزير الخارجية المصري يستقبل نظيره المغربي\n\n" + AR.format(
        "استقبل وزير الخارجية كريم الشناوي نظيره."
    )
    assert extract(text).title.value == "وزير الخارجية المصري يستقبل نظيره المغربي"


def test_two_calls_are_two_meetings():
    text = AR.format(
        "تلقى وزير الخارجية المصري كريم الشناوي اليوم اتصالين هاتفيين من وزير الخارجية التركي كمال يلماز، "
        "ووزير الخارجية الأمريكي دوغلاس كيرمان."
    )
    assert meetings(text) == [
        ("2021-04-08", "call", None, ["كريم الشناوي", "كمال يلماز"]),
        ("2021-04-08", "call", None, ["كريم الشناوي", "دوغلاس كيرمان"]),
    ]


def test_today_and_the_date_beside_it():
    text = (
        "لقاء في الوزارة\n\n"
        "استقبل وزير الخارجية المصري كريم الشناوي، اليوم الخميس 8 نيسان 2021، وزير خارجية تركيا كمال يلماز.\n"
    )
    assert meetings(text) == [("2021-04-08", "talks", None, ["كريم الشناوي", "كمال يلماز"])]


def test_a_side_is_named_behind_its_noun():
    text = AR.format(
        "استقبل رئيس الوزراء القطري ماجد المرزوعي اليوم رئيس وزراء اليابان هيروشي ناكامورا.\n\n"
        "كما حضرها من الجانب الياباني السيد كينجي موراتا وزير المالية."
    )
    [meeting] = extract(text).meetings
    assert [(p.name.value, p.country.value) for p in meeting.participants][2:] == [("كينجي موراتا", "JP")]


def test_telegrams_name_nobody_who_met():
    text = "الملك يبعث ببرقية تهنئة لملك النرويج بمناسبة اليوم الوطني لبلاده\n\n" + (
        "بعث الملك راشد بن ماجد ببرقية تهنئة للملك لارس الثالث ملك مملكة النرويج، بمناسبة اليوم الوطني لبلاده.\n"
    )
    assert (meetings(text), [p[0] for p in people_in_full(text)]) == ([], ["راشد بن ماجد", "لارس الثالث"])


def test_a_name_in_marks_is_not_quoted():
    text = AR.format('وأشاد "بن زاهر" عند استقباله السفير الألماني بمتانة العلاقات. وقال: «البحر أقرب مما نظن».')
    assert [q.text for q in extract(text).quotes] == ["البحر أقرب مما نظن"]


def test_the_kingdom_is_the_one_that_is_spoken_of():
    text = AR.format("وصل وزير الخارجية إلى عمان، وأكد في الأردن متانة العلاقات مع المملكة.")
    assert [c.value for c in extract(text).countries] == ["JO"]
