"""Leads in Arabic and Chinese: who met whom in the many ways newsrooms say it. Persons and words are invented."""

import pytest

from meetings.extraction import extract
from tests.extraction.told import present, present_names


def where(text):
    return [(m.format.value, m.place.value, m.place_country.value) for m in extract(text).meetings]


# --- Arabic

AR = "أخبار الوزارة لهذا اليوم\n\n5 مارس 2024\n\n{}\n"
PERU, KENYA = "وزير خارجية بيرو رودريغو كاستانيدا", "وزير خارجية كينيا كاماو أوتيينو"


@pytest.mark.parametrize(
    "lead",
    [
        f"التقى {PERU} اليوم {KENYA}.",
        f"بحثت في نيروبي وفود عدة الملف، فيما تباحث {PERU} مع {KENYA}.",
        f"حظي {PERU} باستقبال من قبل {KENYA}.",
        f"تم استقبال {PERU} من طرف {KENYA}.",
        f"ودع {PERU} {KENYA} بمناسبة انتهاء مهامه.",
        f"على هامش مشاركته في المنتدى، كان ل{PERU} لقاء مع {KENYA}.",
        f"وقع {PERU} و{KENYA} اتفاقية تعاون.",
        f"ناقش {PERU} مع {KENYA} سبل التعاون.",
    ],
)
def test_verbs_and_nouns_of_meeting(lead):
    assert present_names(AR.format(lead)) == [["رودريغو كاستانيدا", "كاماو أوتيينو"]]


@pytest.mark.parametrize(
    "lead",
    [
        f"يبدأ {PERU} غدا زيارة إلى نيروبي يلتقي خلالها {KENYA}.",
        f"ألغى {PERU} لقاءه المقرر مع {KENYA}.",
        f"غادر {PERU} ليما متوجها إلى نيروبي للقاء {KENYA}.",
        f"قال {PERU} إنه بحث الأمر مع {KENYA} الشهر الماضي.",
    ],
)
def test_what_is_planned_cancelled_or_long_ago_is_no_meeting(lead):
    assert present_names(AR.format(lead)) == []


def test_two_holders_of_one_office():
    lead = "بحث وزيرا الخارجية البيروفي رودريغو كاستانيدا والكيني كاماو أوتيينو في نيروبي اليوم العلاقات."
    assert present(AR.format(lead)) == [
        [
            ("رودريغو كاستانيدا", "وزير الخارجية البيروفي", "PE"),
            ("كاماو أوتيينو", "وزير الخارجية الكيني", "KE"),
        ]
    ]


@pytest.mark.parametrize(
    "office",
    [
        "وزير التجارة وتنمية الصادرات",
        "وزير الشؤون الخارجية والتعاون والموريتانيين في الخارج",
        "رئيس أركان الجيوش الفرنسية",
        "رئيس لجنة الصداقة البرلمانية",
        "وزير داخلية إقليم كوردستان العراق",
    ],
)
def test_an_office_ends_with_what_its_last_noun_is_of(office):
    text = AR.format(f"استقبل {KENYA} اليوم {office} سليم زروقي.")
    assert present(text)[0][1][:2] == ("سليم زروقي", office)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("السيد ورسمة فارح عبدي", "ورسمة فارح عبدي"),  # no "and" behind a form of address
        ("الدكتور عبد الله بو شقرا", "عبد الله بو شقرا"),
        ("أليكوس باباديميتريو", "أليكوس باباديميتريو"),  # no article
        ("بدر الدين حمزة", "بدر الدين حمزة"),
        ("خالد بن تركي", "خالد بن تركي"),
    ],
)
def test_names_whole(said, name):
    assert present_names(AR.format(f"استقبل {KENYA} اليوم رئيس وزراء بيرو {said}، في نيروبي.")) == [
        ["كاماو أوتيينو", name]
    ]


def test_an_office_between_commas_behind_a_name():
    lead = "استقبلت السيدة مها القصبجي، وزيرة الدولة للتعليم، السيدة غريتا فوس، سفيرة النرويج في الدوحة."
    assert present(AR.format(lead)) == [
        [
            ("مها القصبجي", "وزيرة الدولة للتعليم", None),
            ("غريتا فوس", "سفيرة النرويج في الدوحة", "NO"),
        ]
    ]


def test_who_receives_is_at_home():
    lead = f"استقبل {PERU} اليوم {KENYA}."
    assert where(AR.format(lead)) == [("talks", None, "PE")]


def test_amman_and_oman():
    jordan = AR.format("استقبل رئيس الوزراء الأردني نايل العدواني في عمان اليوم " + KENYA + ".")
    oman = AR.format("استقبل وزير الخارجية العماني سالم الكندي في مسقط اليوم " + KENYA + "، وشكر عمان.")
    assert (where(jordan), where(oman)) == ([("talks", "عمان", "JO")], [("talks", "مسقط", "OM")])


# --- Chinese

ZH = "部领导活动消息一则\n\n2024-05-09\n\n{}\n"


@pytest.mark.parametrize(
    "name",
    ["塔拉勒二世", "西格丽·凯尔高-霍尔姆", "路易斯·加西亚"],
)
def test_foreign_names_whole(name):
    text = ZH.format(f"5月8日，埃及总统{name}在开罗会见加纳外长科贝纳·滕卡。")
    assert present_names(text) == [[name, "科贝纳·滕卡"]]


@pytest.mark.parametrize(
    ("office", "name"),
    [("中国民航局局长", "史万里"), ("全国人大常委会委员长", "费永年"), ("日本外务大臣", "佐藤健一")],
)
def test_names_of_small_words(office, name):
    assert present_names(ZH.format(f"{office}{name}8日在利马会见秘鲁外长罗莎·瓦马尼。")) == [[name, "罗莎·瓦马尼"]]


def test_the_state_of_the_second_of_a_list_and_hosts_apart():
    text = ZH.format("5月8日，埃及总统哈比布、总理纳齐尔·法鲁赫在开罗分别会见来访的秘鲁外长罗莎·瓦马尼。")
    assert [[(n, c) for n, _o, c in people] for people in present(text)] == [
        [("哈比布", "EG"), ("罗莎·瓦马尼", "PE")],
        [("纳齐尔·法鲁赫", "EG"), ("罗莎·瓦马尼", "PE")],
    ]


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("5月8日，埃及总统塞利姆会见到访的秘鲁外长罗莎·瓦马尼。", (None, "EG")),
        ("周明远在对埃及进行正式访问期间，同埃及外长塞利姆举行会谈。", (None, "EG")),
        ("5月8日，外交部长周明远与南非外长姆贝图在南非开普敦举行会谈。", ("开普敦", "ZA")),
        ("5月8日，外交部长周明远在钓鱼台国宾馆会见秘鲁外长罗莎·瓦马尼。", (None, "CN")),
    ],
)
def test_where_they_met(lead, place):
    assert [w[1:] for w in where(ZH.format(lead))] == [place]


def test_an_envoy_writes_from_abroad():
    text = "驻埃及大使林德川拜会埃及外长\n\n2024-05-09\n\n5月8日，驻埃及大使林德川在开罗拜会埃及外长塞利姆。\n"
    assert [p[1:] for p in present(text)[0]] == [("驻埃及大使", "CN"), ("埃及外长", "EG")]


@pytest.mark.parametrize(
    "lead",
    [
        "外交部发言人8日宣布，外交部长周明远将于6月3日赴利马出席太平洋渔业论坛。",
        "芬兰总理维尔塔因暴雪取消了原定与埃及总理塞利姆的会晤。",
        "埃及外长塞利姆8日发表声明，感谢秘鲁外长罗莎·瓦马尼、加纳外长门萨就此致函。",
    ],
)
def test_no_meeting(lead):
    assert present_names(ZH.format(lead)) == []


def test_a_representative_stands_for_nobody_else():
    text = ZH.format("中国常驻联合国代表贾文博6日在安理会公开会上发言，谈到海上的灯塔。")
    assert present(text) == [[("贾文博", "中国常驻联合国代表", "CN")]]


def test_no_gathering_in_the_middle_of_a_word():
    text = ZH.format("当地时间5月8日，外交部长周明远在慕尼黑安全会议期间会见加纳外长门萨。")
    assert where(text) == [("talks", "慕尼黑", "DE")]


def test_the_second_office_of_a_pair_is_of_the_first_ones_state():
    text = (
        "外交部長林德川會見加納總統\n\n2021年3月12日，中國外交部長林德川在北京會見加納總統科貝納·滕卡與總理埃德·勞森。"
        "三人談了可可的價錢。\n"
    )
    (meeting,) = extract(text).meetings
    assert [p.country.value for p in meeting.participants] == ["CN", "GH", "GH"]
