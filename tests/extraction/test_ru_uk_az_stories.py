"""Agency stories in Russian, Ukrainian and Turkic languages: who took part, who speaks, which day; all invented."""

from __future__ import annotations

import pytest

from meetings.extraction import extract


def met(text: str) -> list[list[tuple[str | None, str | None, str | None]]]:
    """Of every meeting the participants with office and state."""
    return [[(p.name.value, p.office.value, p.country.value) for p in m.participants] for m in extract(text).meetings]


def there(text: str) -> list[list[str | None]]:
    """Of every meeting the names of the participants."""
    return [[p.name.value for p in m.participants] for m in extract(text).meetings]


def said(text: str) -> list[tuple[str | None, str]]:
    """Speakers and words, in order."""
    return [(q.speaker.value, q.text) for q in extract(text).quotes]


def referred(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """Dates and parties of the references."""
    return [(r.date.value, r.parties) for r in extract(text).references]


def test_a_congratulated_man_is_put_into_the_nominative() -> None:
    text = (
        "Телефонный разговор с Президентом Ганы Самиром Вербазой\n\n21 апреля 2025 года\n\nСостоялся "
        "телефонный разговор "
        "Юрия Карпина с Президентом Республики Гана Самиром Вербазой. Стороны обсудили торговлю. "
        "Президент Чили поздравил "
        "Самира Вербазу и весь народ Ганы с праздником."
    )
    assert there(text) == [["Юрий Карпин", "Самир Вербаза"]]


def test_a_list_stands_in_the_case_of_its_first_name() -> None:
    text = (
        "Об этом сообщил представитель компании Сергей Купров. Он подчеркнул, что на состоявшихся 3 мая "
        "переговорах с участием Виктора Палевича, Дмитрия Стрижова и Игоря Лужина позиции удалось сблизить."
    )
    names = {p.name.value for p in extract(text).people}
    assert names == {"Сергей Купров", "Виктор Палевич", "Дмитрий Стрижов", "Игорь Лужин"}


def test_two_initials_begin_a_name() -> None:
    text = (
        "25 января состоялась встреча Министра иностранных дел Ганы С.В.Белова с и.о. Министра иностранных дел "
        "Республики Южная Осетия Д.Н.Дворским."
    )
    assert there(text) == [["С. В. Белов", "Д. Н. Дворский"]]


def test_two_ministers_have_one_matter_each() -> None:
    text = "Президент Омар Белл принял российских министров обороны и иностранных дел Петра Дворского и Юрия Карпина."
    assert met(text) == [
        [
            ("Омар Белл", "Президент", None),
            ("Петр Дворский", "российский министр обороны", "RU"),
            ("Юрий Карпин", "российский министр иностранных дел", "RU"),
        ]
    ]


def test_a_given_name_that_looks_like_a_mayor_is_part_of_a_list_of_envoys() -> None:
    text = (
        "Верительные грамоты вручили послы Новой Зеландии Рита Мэри Ройсон, Республики Эквадор Хуан Морес, Республики "
        "Бенин Омар Андре Белл. Об этом рассказали в Осло."
    )
    assert met(text) == [
        [
            ("Рита Мэри Ройсон", "посол Новой Зеландии", "NZ"),
            ("Хуан Морес", "посол Республики Эквадор", "EC"),
            ("Омар Андре Белл", "посол Республики Бенин", "BJ"),
        ]
    ]


def test_the_head_of_a_firm_acts_for_it() -> None:
    text = "Министр энергетики Ганы Юрий Карпин встретился в Осло с президентом «Вербатома» Омаром Беллом."
    [meeting] = extract(text).meetings
    assert [(p.name.value, p.office.value, p.country.value, p.organization.value) for p in meeting.participants] == [
        ("Юрий Карпин", "Министр энергетики Ганы", "GH", None),
        ("Омар Белл", "президент «Вербатома»", None, "Вербатом"),
    ]


def test_a_talk_with_a_correspondent_is_no_meeting() -> None:
    text = "Министр обороны Ганы Омар Белл в беседе с корреспондентом телеканала «Заря» Павлом Зимовым был краток."
    assert there(text) == []


def test_the_governor_of_a_region_is_not_of_the_hosts_state() -> None:
    text = "Президент Беларуси Александр Белл встретился с губернатором Ветровской области Владимиром Диасом."
    assert met(text) == [
        [("Александр Белл", "Президент Беларуси", "BY"), ("Владимир Диас", "губернатор Ветровской области", None)]
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "Министр иностранных дел Ганы Омар Белл провел встречи с президентом Чили Хуаном Диасом "
            "и премьер-министром "
            "Перу Анной Руис.",
            [["Омар Белл", "Хуан Диас"], ["Омар Белл", "Анна Руис"]],
            id="ru",
        ),
        pytest.param(
            "Xarici işlər naziri Elmar Məlikov BMT Baş Assambleyasının 73-cü sessiyası çərçivəsində Nyu-Yorkda "
            "Belçikanın xarici işlər naziri Yan Rendal və Maltanın xarici işlər naziri Anna Abel "
            "ilə görüşlər keçirib.",
            [["Elmar Məlikov", "Yan Rendal"], ["Elmar Məlikov", "Anna Abel"]],
            id="az",
        ),
        pytest.param(
            "O‘zbekiston tashqi ishlar vaziri Omar Saidov Avstraliya elchisi Jon Ring va Kuba "
            "elchisi Karlos Valdos bilan "
            "uchrashuvlar o‘tkazdi.",
            [["Omar Saidov", "Jon Ring"], ["Omar Saidov", "Karlos Valdos"]],
            id="uz",
        ),
    ],
)
def test_meetings_in_one_phrase_are_one_with_each(text: str, people: list[list[str]]) -> None:
    assert there(text) == people


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Министр финансов Антон Белов был сдержан, заявив журналистам: «Паром придёт, давайте подождём».",
            "Антон Белов",
            id="an adverbial participle",
        ),
        pytest.param(
            "Президент Ганы Омар Белл принял грамоты. «Всё прошло успешно и вовремя», – сообщает администрация "
            "президента.",
            "администрация президента",
            id="a president's office",
        ),
        pytest.param(
            "Президент Ганы Омар Белл принял посла. «Всё прошло успешно и вовремя», – отметили в ведомстве.",
            None,
            id="in a ministry",
        ),
        pytest.param(
            "Глава МИД Ганы Пётр Дворский встретился с президентом Чили Омаром Беллом. Он отметил, "
            "что чилийский лидер "
            "приедет в Гану. «Главным пунктом является подготовка», — подчеркнул глава ведомства.",
            "Пётр Дворский",
            id="the head of the ministry",
        ),
        pytest.param(
            "Глава МИД Ганы Пётр Дворский отреагировал на слова премьера Чили Омара Белла, заявив, "
            "что высказывания Омара "
            "Белла носят «явно недипломатический характер».",
            "Пётр Дворский",
            id="what the words of another are called",
        ),
        pytest.param(
            "ТИВ сайтидаги маълумотга кўра, 25-апрел куни Ўзбекистон Республикаси Ташқи ишлар вазирлигида Қозоғистон "
            "Республикасининг элчиси Ерик Зотов билан учрашув бўлиб ўтди.\n“Мулоқот чоғида ҳамкорликнинг амалий "
            "масалалари муҳокама қилинди”, - дейилади хабарда.",
            "Ўзбекистон Республикаси Ташқи ишлар вазирлиги",
            id="a ministry before the next state",
        ),
    ],
)
def test_whose_words(text: str, speaker: str | None) -> None:
    assert [who for who, _words in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param(
            "08:15, 3 лютого 2016 р.\nБелл про переговоры в Лиме: «Рыбы больше, чем "
            "прежде»\nПредставители Ганы отмечают, "
            "что переговоры проходят очень активно.",
            "2016-02-03",
            id="a Ukrainian date over a Russian story",
        ),
        pytest.param(
            "Ўзбекистон ва Қозоғистон алоқаларни муҳокама қилдилар\nТошкент. 26 апрел. ЎзХабар – "
            "Ўзбекистон ва Қозоғистон "
            "алоқаларни муҳокама қилдилар, деб хабар беради агентлик.",
            "XXXX-04-26",
            id="stops in an Uzbek dateline",
        ),
    ],
)
def test_published(text: str, published: str) -> None:
    assert extract(text).published.value == published


def test_a_credit_of_a_picture_is_no_headline() -> None:
    text = "Фото: gov.example\nОмар Белл, президент Ганы, по итогам встречи подчеркнул, что это близкие государства."
    assert extract(text).title.value is None


def test_a_term_is_not_the_day_of_the_talks() -> None:
    text = (
        "Министр энергетики Ганы Омар Белл встретился в Лиме с министром Перу Хуаном Диасом.\nСтороны договорились "
        "продолжить обсуждение поставок газа в Гану с 1 января 2025 года."
    )
    assert [m.date.value for m in extract(text).meetings] == [None]


def test_who_is_invited_makes_the_visit() -> None:
    text = (
        "5 сентября по приглашению министра иностранных дел Чили Хуана Диаса министр иностранных дел "
        "Ганы Омар Белл посетил "
        "Чили с официальным визитом."
    )
    assert referred(text) == [("XXXX-09-05", ("Омар Белл", "CL"))]


def test_a_weekday_behind_an_office_is_no_name() -> None:
    text = (
        "Cumhurbaşkanı Kasım Toprakçı açıklama yaptı. Almanya Cumhurbaşkanının Çarşamba günü "
        "Türkiye'ye yapacağı ziyaretle "
        "ilgili soruya yanıt veren Toprakçı, “İlişkileri ele alma fırsatımız olacak.” dedi."
    )
    assert [p.name.value for p in extract(text).people] == ["Kasım Toprakçı"]


def test_heads_of_ministries_named_one_by_one() -> None:
    text = (
        "В Баку состоялась встреча глав МИД России Сергея Зотова, МИД Ирана Бахтияра Зарбифа и МИД "
        "Азербайджана Руслана "
        "Мамедова."
    )
    assert met(text) == [
        [
            ("Сергей Зотов", "глава МИД России", "RU"),
            ("Бахтияр Зарбиф", "глава МИД Ирана", "IR"),
            ("Руслан Мамедов", "глава МИД Азербайджана", "AZ"),
        ]
    ]


def test_an_office_that_never_changes_tells_no_case() -> None:
    text = "В Баку прошла встреча главы МИД Азербайджана Руслана Байрова и замглавы МИД Ирана Вахида Зарбизаде."
    assert there(text) == [["Руслан Байров", "Вахид Зарбизаде"]]


def test_women_whose_family_names_stay() -> None:
    text = (
        "В Лиме Мирча Брудян встретился с президентом Майей Корду и вице-премьером по евроинтеграции Кристиной "
        "Беловцев."
    )
    assert there(text) == [["Мирча Брудян", "Майя Корду", "Кристина Беловцев"]]


def test_a_verb_in_capitals_is_no_part_of_a_name() -> None:
    text = (
        "ПРЕДСЕДАТЕЛЬ ПАРЛАМЕНТА ПАВЕЛ РОСУ НАХОДИТСЯ С РАБОЧИМ ВИЗИТОМ В ОСЛО\n\n04 мая, "
        "2022\n\nПредседатель парламента "
        "Павел Росу находится с рабочим визитом в Осло, сообщает агентство."
    )
    found = extract(text)
    assert ([p.name.value for p in found.people], found.published.value) == (["Павел Росу"], "2022-05-04")


def test_what_somebody_is_ready_to_hold_is_no_meeting() -> None:
    text = (
        "Замглавы МИД Чили Григорий Карпин подтвердил планы ведомства провести трехстороннюю встречу "
        "глав МИД России Сергея "
        "Зотова и МИД Ирана Бахтияра Зарбифа."
    )
    assert there(text) == []


def test_a_label_that_says_who_speaks() -> None:
    text = (
        "Встреча с Патриархом Московским и всея Руси Тихоном\n\n6 мая 2025 года, Москва, "
        "Кремль\n\nВладимир Зотов встретился "
        "с Патриархом Московским и всея Руси Тихоном и председателем общественной организации «Живая волна» Алексеем "
        "Рябиным.\n\nВ.Зотов: Слушаю, Алексей Евгеньевич. Мы договаривались увидеться.\n\nА.Рябин "
        "председатель общественной "
        "организации «Живая волна» : Владимир Петрович, хотел поблагодарить за внимание.\n\nВ.Зотов: Спасибо."
    )
    assert [who for who, _words in said(text)] == ["Владимир Зотов", "Алексей Рябин", "Владимир Зотов"]
    assert met(text) == [
        [
            ("Тихон", "Патриарх Московский и всея Руси", "RU"),
            ("Владимир Зотов", None, "RU"),
            ("Алексей Рябин", "председатель общественной организации «Живая волна»", None),
        ]
    ]


def test_a_meeting_commented_on_is_dated_and_its_leaders_told_by_the_headline() -> None:
    text = (
        "Неформальную встречу глав Ганы и Чили прокомментировали в МИД\n\nОфициальный представитель "
        "МИД Ганы Пётр Смирин "
        "прокомментировал неформальную встречу Омара Белла и Хуана Диаса в Осло, передает "
        "корреспондент.\n\n«У нас очень "
        "активно развивается торговля в этом направлении», - сказал Пётр Смирин.\n\nОн также заявил, "
        "что это важно.\n\n«И это "
        "очень радует, что они могут в любое время обговорить некоторые вопросы», - отметил Пётр "
        "Смирин.\n\nОтметим, что "
        "встреча Белла и Диаса состоялась 3 марта в Осло."
    )
    [meeting] = extract(text).meetings
    people = [(p.name.value, p.country.value) for p in meeting.participants]
    assert (meeting.date.value, people) == ("XXXX-03-03", [("Омар Белл", "GH"), ("Хуан Диас", "CL")])


def test_a_welcoming_ceremony_is_no_meeting() -> None:
    text = (
        "Премьер-министр Грузии Георгий Киров в понедельник прибыл в Ереван с официальным "
        "визитом.\n\nПосле приветственной "
        "церемонии делегация отправилась в музей."
    )
    assert there(text) == []


def test_a_name_and_the_note_on_it_are_one() -> None:
    text = (
        "Состоялся телефонный разговор Юрия Карпина с Президентом Ганы Омаром Беллом. Омар Белл Белл Омар Президент "
        "Республики Гана поблагодарил российскую сторону."
    )
    assert there(text) == [["Юрий Карпин", "Омар Белл"]]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "Минобороны утвердило планы\n\n2022-12-09 12:48\n\nВ Москве состоялась встреча глав "
            "оборонных ведомств государств "
            "региона. Белорусскую делегацию на мероприятии представлял министр обороны "
            "генерал-лейтенант Виктор Причалов.",
            [["Виктор Причалов"]],
            id="who represents a delegation",
        ),
        pytest.param(
            "Cumhurbaşkanı Ersin Toprakçı, Meclis Komisyonu Başkanı Akif Kaya ve beraberindeki "
            "heyeti kabul etti.\n\nKabulde "
            "Kaya, Toprakçı’ya Türkiye Cumhurbaşkanı Hasan Demir ve TBMM Başkanı Mustafa Şen’in iyi dileklerini ve "
            "selamlarını iletti.",
            [["Ersin Toprakçı", "Akif Kaya"]],
            id="two who send greetings",
        ),
    ],
)
def test_who_was_there(text: str, people: list[list[str]]) -> None:
    assert there(text) == people


def test_a_month_of_the_neighbours_is_a_given_name_too() -> None:
    text = (
        "Міністр закордонних справ Норвегії Марта Белл зустрілася з міністром закордонних справ Чилі Омаром Діа. "
        "Марта Белл подякувала за прийом."
    )
    assert there(text) == [["Марта Белл", "Омар Діа"]]
