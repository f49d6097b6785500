"""Offices in chains and with long names, of parties, of heads of bodies and of wives; the names beside them.

All people and words are invented."""

import pytest

from meetings.extraction import extract


def met(text):
    """Format, place and state of every meeting, with name, office, state and body of who was there."""
    return [
        (
            *(f.value for f in (m.format, m.place, m.place_country)),
            [tuple(f.value for f in (p.name, p.office, p.country, p.organization)) for p in m.participants],
        )
        for m in extract(text).meetings
    ]


def people(text):
    return [(p.name.value, p.office.value, p.country.value, p.organization.value) for p in extract(text).people]


ZH = "{}\n2021-04-08 10:00\n\n　　{}\n"


def test_departments_of_parties_to_their_first_character():
    text = ZH.format(
        "林德川会见客人", "4月8日，中共中央对外联络部部长林德川会见越共中央对外部部长阮文德，两人谈了茶树的修剪。"
    )
    assert people(text) == [
        ("林德川", "中共中央对外联络部部长", "CN", None), ("阮文德", "越共中央对外部部长", "VN", None),
    ]  # fmt: skip


def test_the_short_name_of_a_department():
    text = ZH.format("会议在北京举行", "中联部部长林德川8日在北京会见芬兰总理维尔塔。")
    assert people(text)[0] == ("林德川", "中联部部长", "CN", None)


def test_who_leads_a_state_takes_no_part():
    lead = "外交部长林德川8日在北京会见芬兰外长维尔塔，说在何立民总书记领导下，渔村修好了码头。"
    record = extract(ZH.format("林德川举行会谈", lead))
    assert [p.name.value for p in record.meetings[0].participants] == ["林德川", "维尔塔"]
    assert [p.name.value for p in record.people] == ["林德川", "维尔塔", "何立民"]


def test_wives_have_the_offices_of_wives():
    lead = "2021年4月8日，驻芬兰大使夫人林德芳与芬总统夫人维尔塔一同出席帆船博物馆揭牌仪式。维尔塔试了舵轮。"
    ((kind, _place, state, present),) = met(ZH.format("驻芬兰大使夫人出席揭牌仪式", lead))
    assert (kind, state) == ("ceremony", "FI")
    assert [p[:3] for p in present] == [("林德芳", "驻芬兰大使夫人", "CN"), ("维尔塔", "芬总统夫人", "FI")]


def test_deputies_of_a_head_of_government_by_their_number():
    text = (
        "جلسة في الميناء\n\nعقد الشيخ راجح بن نواف ولي ولي العهد الكويتي النائب الثالث لرئيس مجلس الوزراء وزير "
        "الزراعة، "
        "صباح اليوم جلسة مباحثات مع الملك إيفار التاسع ملك مملكة النرويج.\n"
    )
    assert [p[:3] for p in people(text)] == [
        ("راجح بن نواف", "ولي ولي العهد الكويتي النائب الثالث لرئيس مجلس الوزراء وزير الزراعة", "KW"),
        ("إيفار التاسع", "ملك مملكة النرويج", "NO"),
    ]


PRESS = """Торн: сельдь вернулась

10 октября 2019, 18:40

На совместной пресс-конференции с председателем Европейского совета Рупертом Хольмом и председательницей Африканского \
союза Паулой ван дер Вельм министр рыболовства Исландии Эгиль Торн показал журналистам новую сеть.
"""


def test_heads_of_bodies_act_for_the_body_that_is_named():
    (*_where, present), = met(PRESS)  # fmt: skip
    assert present[:2] == [
        ("Руперт Хольм", "председатель Европейского совета", None, "Европейский совет"),
        ("Паула ван дер Вельм", "председательница Африканского союза", None, "Африканский союз"),
    ]


LONG = [
    (
        "Новини\n\n3 лютого в Лімі відбулася зустріч Міністра культури України Павла Кленка з Першим "
        "віце-президентом Європейської комісії з питань сільської освіти, вітрильного спорту, охорони "
        "лісів та Книги рідкісних птахів Ларсом Вендером.\n",
        (
            "Ларс Вендер",
            "Перший віце-президент Європейської комісії з питань сільської освіти, вітрильного спорту, "
            "охорони лісів та Книги рідкісних птахів",
            None,
            "Європейська комісія",
        ),
    ),
    (
        "Новости\n\n3 февраля в Лиме состоялась встреча министра культуры Украины Павла Кленко с Первым "
        "вице-президентом Европейской комиссии по вопросам сельского образования, парусных гонок и "
        "охраны лесов Ларсом Вендером.\n",
        (
            "Ларс Вендер",
            "Первый вице-президент Европейской комиссии по вопросам сельского образования, парусных гонок и "
            "охраны лесов",
            None,
            "Европейская комиссия",
        ),
    ),
]


@pytest.mark.parametrize(("text", "person"), LONG)
def test_lists_of_matters_belong_to_the_office(text, person):
    assert people(text)[1] == person


def test_a_family_name_without_its_article_in_any_case():
    text = (
        "Бақ туралы\n\nОман көлік министрі Надир аль-Бурхам жиында баяндама жасады.\n"
        "Вице-премьер Бурхамның айтуынша, жылыжай ашылады. Бурхам қияр егілетінін айтты.\n"
    )
    assert [p[0] for p in people(text)] == ["Надир аль-Бурхам"]


CONGRATULATED = """Министр Вандеров поздравил посла Ганы Кофи Аделя с праздником урожая

2 сентября 2016, 11:05

{}

Министр Вандеров показал пасеку и мельницу.
"""


def test_congratulations_spoken_where_two_met():
    lead = "Министр культуры Игорь Вандеров встретился с послом Ганы в Эстонии Кофи Аделем."
    ((kind, _place, state, present),) = met(CONGRATULATED.format(lead))
    assert (kind, state) == ("talks", "EE")
    assert [p[:3] for p in present] == [
        ("Игорь Вандеров", "Министр культуры", "EE"), ("Кофи Адель", "посол Ганы в Эстонии", "GH"),
    ]  # fmt: skip


def test_congratulations_alone_are_no_meeting():
    lead = "Министр культуры Игорь Вандеров направил поздравление послу Ганы в Эстонии Кофи Аделю."
    assert met(CONGRATULATED.format(lead)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Новини\n\n9 липня 2018\n\nНа думку Сергія Ральєва, вишні достигли.\n", "Сергій Ральєв"),
        ("Новини\n\n9 липня 2018\n\nНа думку Анни Хольм, вишні достигли.\n", "Анна Хольм"),
        ("Новости\n\n9 июля 2018\n\nПо мнению Сергея Ральова, вишни поспели.\n", "Сергей Ральов"),
        (
            "Новости\n\n9 июля 2018\n\nПо словам главы правления АО «Пасека» Сергея Ральева, вишни поспели.\n",
            "Сергей Ральев",
        ),
        (
            "Новини\n\n9 липня 2018\n\nЗа словами голови правління «Пасіка» Сергія Ральєва, вишні достигли.\n",
            "Сергій Ральєв",
        ),
    ],
)
def test_names_of_whom_opinions_and_firms_are(text, name):
    assert [p[0] for p in people(text)] == [name]


@pytest.mark.parametrize(
    ("day", "date"), [("أمس", "2019-03-20"), ("أمس الأول", "2019-03-19"), ("أول أمس", "2019-03-19")]
)
def test_a_day_by_all_of_its_words(day, date):
    text = f"أخبار\n\n2019/03/21\n\nالتقى رئيس غانا سالم بن راجح {day} وزير السياحة كريم المرزوق.\n"
    assert [m.date.value for m in extract(text).meetings] == [date]
