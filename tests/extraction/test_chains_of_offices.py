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
        "林德川会见客人", "4月8日，中共中央对外联络部部长林德川会见越共中央对外部部长阮文德，双方交换意见。"
    )
    assert people(text) == [
        ("林德川", "中共中央对外联络部部长", "CN", None), ("阮文德", "越共中央对外部部长", "VN", None),
    ]  # fmt: skip


def test_the_short_name_of_a_department():
    text = ZH.format("会议在北京举行", "中联部部长林德川8日在北京会见芬兰总理维尔塔。")
    assert people(text)[0] == ("林德川", "中联部部长", "CN", None)


def test_who_leads_a_state_takes_no_part():
    lead = "外交部长林德川8日在北京会见芬兰外长维尔塔，表示在何立民总书记领导下，两国合作不断推进。"
    record = extract(ZH.format("林德川举行会谈", lead))
    assert [p.name.value for p in record.meetings[0].participants] == ["林德川", "维尔塔"]
    assert [p.name.value for p in record.people] == ["林德川", "维尔塔", "何立民"]


def test_wives_have_the_offices_of_wives():
    lead = "2021年4月8日，驻芬兰大使夫人林德芳与芬总统夫人维尔塔共同出席捐赠仪式。维尔塔表示感谢。"
    ((kind, _place, state, present),) = met(ZH.format("驻芬兰大使夫人出席捐赠仪式", lead))
    assert (kind, state) == ("ceremony", "FI")
    assert [p[:3] for p in present] == [("林德芳", "驻芬兰大使夫人", "CN"), ("维尔塔", "芬总统夫人", "FI")]


def test_deputies_of_a_head_of_government_by_their_number():
    text = (
        "مباحثات\n\nأجرى الأمير سالم بن ناصر ولي ولي العهد السعودي النائب الثاني لرئيس مجلس الوزراء وزير الدفاع، "
        "مباحثات مع الملك عبد الرحيم الثاني ملك المملكة الأردنية الهاشمية، أمس.\n"
    )
    assert [p[:3] for p in people(text)] == [
        ("سالم بن ناصر", "ولي ولي العهد السعودي النائب الثاني لرئيس مجلس الوزراء وزير الدفاع", "SA"),
        ("عبد الرحيم الثاني", "ملك المملكة الأردنية الهاشمية", "JO"),
    ]


PRESS = """Дроммерс: шаг вперёд

24 июня 2022, 07:15

На совместной пресс-конференции с председателем Европейского совета Питером Хольмом и председательницей Европейской \
комиссии Паулой фон дер Дальсум президент Франции Франсуа Дроммерс заявил, что решение принято.
"""


def test_heads_of_bodies_act_for_the_body_that_is_named():
    (*_where, present), = met(PRESS)  # fmt: skip
    assert present[:2] == [
        ("Питер Хольм", "председатель Европейского совета", None, "Европейский совет"),
        ("Паула фон дер Дальсум", "председательница Европейской комиссии", None, "Европейская комиссия"),
    ]


LONG = [
    (
        "Новини\n\n17 жовтня в Брюсселі відбулася зустріч Міністра закордонних справ України Павла Кленка з Першим "
        "віце-президентом Європейської комісії з питань кращого управління, міжінституційних відносин, верховенства "
        "права та Хартії народних прав Франсом Дроммерсом.\n",
        (
            "Франс Дроммерс",
            "Перший віце-президент Європейської комісії з питань кращого управління, міжінституційних відносин, "
            "верховенства права та Хартії народних прав",
            None,
            "Європейська комісія",
        ),
    ),
    (
        "Новости\n\n17 октября в Брюсселе состоялась встреча министра иностранных дел Украины Павла Кленко с Первым "
        "вице-президентом Европейской комиссии по вопросам лучшего управления, межведомственных отношений и "
        "верховенства права Франсом Дроммерсом.\n",
        (
            "Франс Дроммерс",
            "Первый вице-президент Европейской комиссии по вопросам лучшего управления, межведомственных отношений и "
            "верховенства права",
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
        "Министр туралы\n\nСирия сыртқы істер министрі Валид аль-Харзам ассамблеяда сөз сөйледі.\n"
        "Премьер-министрдің орынбасары Харзамның айтуынша, жол салынады. Харзам көпір салынатынын айтты.\n"
    )
    assert [p[0] for p in people(text)] == ["Валид аль-Харзам"]


CONGRATULATED = """Спикер Дроммерс поздравил нового посла Ганы Кофи Аделя с 30-летием отношений

18 февраля 2022, 14:30

{}

Спикер Дроммерс заявил о желании строить мосты.
"""


def test_congratulations_spoken_where_two_met():
    lead = "Председатель парламента Игорь Дроммерс встретился с новым послом Ганы в Молдове Кофи Аделем."
    ((kind, _place, state, present),) = met(CONGRATULATED.format(lead))
    assert (kind, state) == ("talks", "MD")
    assert [p[:3] for p in present] == [
        ("Игорь Дроммерс", "Председатель парламента", "MD"), ("Кофи Адель", "посол Ганы в Молдове", "GH"),
    ]  # fmt: skip


def test_congratulations_alone_are_no_meeting():
    lead = "Председатель парламента Игорь Дроммерс направил поздравление послу Ганы в Молдове Кофи Аделю."
    assert met(CONGRATULATED.format(lead)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Новини\n\n9 липня 2018\n\nНа думку Андрія Дальєва, справа йде.\n", "Андрій Дальєв"),
        ("Новини\n\n9 липня 2018\n\nНа думку Анни Хольм, справа йде.\n", "Анна Хольм"),
        ("Новости\n\n9 июля 2018\n\nПо мнению Андрея Дальова, дело идёт.\n", "Андрей Дальов"),
        (
            "Новости\n\n9 июля 2018\n\nПо словам главы правления АО «Газ» Андрея Дальева, дело идёт.\n",
            "Андрей Дальев",
        ),
        (
            "Новини\n\n9 липня 2018\n\nЗа словами голови правління «Газ» Андрія Дальєва, справа йде.\n",
            "Андрій Дальєв",
        ),
    ],
)
def test_names_of_whom_opinions_and_firms_are(text, name):
    assert [p[0] for p in people(text)] == [name]


@pytest.mark.parametrize(
    ("day", "date"), [("أمس", "2015-08-08"), ("أمس الأول", "2015-08-07"), ("أول أمس", "2015-08-07")]
)
def test_a_day_by_all_of_its_words(day, date):
    text = f"أخبار\n\n2015/08/09\n\nالتقى الملك سالم بن ناصر {day} وزير الدفاع كريم الهاشمي.\n"
    assert [m.date.value for m in extract(text).meetings] == [date]
