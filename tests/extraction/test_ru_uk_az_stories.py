"""Agency stories in Russian, Ukrainian and Turkic languages: who took part, who speaks, which day; all invented."""

from __future__ import annotations

import pytest

from meetings.extraction import extract

from .told import people, present, present_names, said


def referred(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """Dates and parties of the references."""
    return [(r.date.value, r.parties) for r in extract(text).references]


def test_a_congratulated_man_is_put_into_the_nominative() -> None:
    text = (
        "Телефонный разговор с Премьер-министром Чада Тимуром Ковылой\n\n9 февраля 2024 года\n\nСостоялся "
        "телефонный разговор Льва Грачина с Премьер-министром Республики Чад Тимуром Ковылой. Говорили о рыбе и "
        "дорогах. Король Дании поздравил Тимура Ковылу и всех его соседей с началом ярмарки."
    )
    assert present_names(text) == [["Лев Грачин", "Тимур Ковыла"]]


def test_a_list_stands_in_the_case_of_its_first_name() -> None:
    text = (
        "Это рассказал посредник Макар Ладыгов. По его словам, место для склада нашли на прошедшей 12 ноября "
        "консультации с участием Марата Лещинова, Олега Ивлина и Остапа Тополева."
    )
    assert set(people(text)) == {"Макар Ладыгов", "Марат Лещинов", "Олег Ивлин", "Остап Тополев"}


def test_two_initials_begin_a_name() -> None:
    text = "14 июня прошла беседа Министра связи Кении Т.Р.Ясенева с и.о. Премьер-министра Чада Л.К.Горошиным."
    assert present_names(text) == [["Т. Р. Ясенев", "Л. К. Горошин"]]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("На пирсе прошла встреча и.о. министра связи Кении Глеба Дубцова и врио посла Чада Остапа Ивлина.",
         [("Глеб Дубцов", "и.о. министра связи Кении", "KE"), ("Остап Ивлин", "врио посла Чада", "TD")]),
        ("Король Дании Аксель Виндт принял и.о. директора музея Чада Остапа Ивлина.",
         [("Аксель Виндт", "Король Дании", "DK"), ("Остап Ивлин", "и.о. директора музея Чада", "TD")]),
        ("Врио министра спорта Кении Глеб Дубцов встретился с исполняющей обязанности министра спорта Чада "
         "Риммой Ивлиной.",
         [("Глеб Дубцов", "Врио министра спорта Кении", "KE"),
          ("Римма Ивлина", "исполняющая обязанности министра спорта Чада", "TD")]),
        ("Премьер-министр Монголии Лев Грачин встретился с врио губернатора Заречной области Глебом Дубцовым.",
         [("Лев Грачин", "Премьер-министр Монголии", "MN"),
          ("Глеб Дубцов", "врио губернатора Заречной области", None)]),
        ("Тарас Ґрабецький, в. о. міністра культури Данії, зустрівся з в.о. міністра спорту Чаду Глебом Дубцовим.",
         [("Тарас Ґрабецький", "в. о. міністра культури Данії", "DK"),
          ("Глеб Дубцов", "в.о. міністра спорту Чаду", "TD")]),
    ],
)  # fmt: skip
def test_acting_holders_of_any_office(text: str, holders: list[tuple[str, str, str | None]]) -> None:
    assert present(text) == [holders]


def test_two_ministers_have_one_matter_each() -> None:
    text = "Спикер Марат Лещинов принял чилийских министров спорта и водного хозяйства Глеба Дубцова и Остапа Ивлина."
    assert present(text) == [
        [
            ("Марат Лещинов", "Спикер", None),
            ("Глеб Дубцов", "чилийский министр спорта", "CL"),
            ("Остап Ивлин", "чилийский министр водного хозяйства", "CL"),
        ]
    ]


def test_a_given_name_that_looks_like_a_mayor_is_part_of_a_list_of_envoys() -> None:
    text = (
        "Верительные грамоты принесли послы Ямайки Лина Мэри Добсен, Республики Чад Идрис Колан, Республики Перу "
        "Пио Андре Сальмо. Потом все пили чай в саду."
    )
    assert present(text) == [
        [
            ("Лина Мэри Добсен", "посол Ямайки", "JM"),
            ("Идрис Колан", "посол Республики Чад", "TD"),
            ("Пио Андре Сальмо", "посол Республики Перу", "PE"),
        ]
    ]


def test_the_head_of_a_firm_acts_for_it() -> None:
    text = "На верфи министр транспорта Кении Савва Ильмин встретился с президентом «Парусмаша» Глебом Тополевым."
    [meeting] = extract(text).meetings
    assert [(p.name.value, p.office.value, p.country.value, p.organization.value) for p in meeting.participants] == [
        ("Савва Ильмин", "министр транспорта Кении", "KE", None),
        ("Глеб Тополев", "президент «Парусмаша»", None, "Парусмаш"),
    ]


def test_a_talk_with_a_correspondent_is_no_meeting() -> None:
    text = (
        "Министр культуры Кении Савва Ильмин в беседе с корреспондентом радио «Ветер» Титом Лещиновым хвалил оркестр."
    )
    assert present_names(text) == []


def test_the_governor_of_a_region_is_not_of_the_hosts_state() -> None:
    text = "Премьер-министр Монголии Лев Грачин встретился за ужином с губернатором Заречной области Глебом Дубцовым."
    assert present(text) == [
        [("Лев Грачин", "Премьер-министр Монголии", "MN"), ("Глеб Дубцов", "губернатор Заречной области", None)]
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Министр финансов Кении Савва Ильмин провел встречи с королём Дании Акселем Виндтом и спикером парламента "
            "Чада Идрисом Коланом.",
            [["Савва Ильмин", "Аксель Виндт"], ["Савва Ильмин", "Идрис Колан"]],
            id="ru",
        ),
        pytest.param(
            "Nəqliyyat naziri Tural Qovaqlı liman sərgisi çərçivəsində Osloda Norveçin nəqliyyat naziri Aksel Vindt və "
            "Çilinin rabitə naziri Eva Morelti ilə görüşlər keçirib.",
            [["Tural Qovaqlı", "Aksel Vindt"], ["Tural Qovaqlı", "Eva Morelti"]],
            id="az",
        ),
        pytest.param(
            "Gana transport vaziri Botir Terakov Chili elchisi Pio Salmo va Norvegiya elchisi Aksel Vindt bilan "
            "uchrashuvlar o‘tkazdi.",
            [["Botir Terakov", "Pio Salmo"], ["Botir Terakov", "Aksel Vindt"]],
            id="uz",
        ),
    ],
)
def test_meetings_in_one_phrase_are_one_with_each(text: str, names: list[list[str]]) -> None:
    assert present_names(text) == names


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Министр туризма Тит Ручьёв улыбался, пояснив репортёрам: «Снег растает, берите зонты».",
            "Тит Ручьёв",
            id="an adverbial participle",
        ),
        pytest.param(
            "Премьер Чада Идрис Колан осмотрел маяк. «Фонарь горит ровно и ярко», – уточняет администрация президента.",
            "администрация президента",
            id="a president's office",
        ),
        pytest.param(
            "Президент Чада Идрис Колан открыл маяк. «Лестница крутая и длинная», – добавили в ведомстве.",
            None,
            id="in a ministry",
        ),
        pytest.param(
            "Министр транспорта Кении Савва Ильмин обедал с президентом Перу Титом Лещиновым. Он рассказал, что "
            "перуанский лидер осмотрит мост. «Сперва надо убрать леса», — пояснил глава ведомства.",
            "Савва Ильмин",
            id="the head of the ministry",
        ),
        pytest.param(
            "Министр культуры Кении Савва Ильмин ответил на речь премьера Чада Тита Лещинова, заявив, что слова Тита "
            "Лещинова звучат «как старая колыбельная».",
            "Савва Ильмин",
            id="what the words of another are called",
        ),
        pytest.param(
            "Эълонга кўра, 12-июнь куни Ўзбекистон Республикаси Ташқи ишлар вазирлигида Қирғизистон Республикасининг "
            "элчиси Эркин Толов билан суҳбат бўлди.\n“Янги йўл ва эски кўприк ҳақида гаплашилди”, - дейилади хабарда.",
            "Ўзбекистон Республикаси Ташқи ишлар вазирлиги",
            id="a ministry before the next state",
        ),
    ],
)
def test_whose_words(text: str, speaker: str | None) -> None:
    assert [who for _words, who in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param(
            "17:40, 9 жовтня 2019 р.\nКолан о встрече в Осло: «Сыр был вкусный»\nГости из Чада говорят, что за столом "
            "сидели до вечера.",
            "2019-10-09",
            id="a Ukrainian date over a Russian story",
        ),
        pytest.param(
            "Кения ва Чад кўприк қурадилар\nСамарқанд. 9 октябр. КўприкХабар – Кения ва Чад янги кўприк ҳақида "
            "гаплашдилар, дея ёзади газета.",
            "XXXX-10-09",
            id="stops in an Uzbek dateline",
        ),
    ],
)
def test_published(text: str, published: str) -> None:
    assert extract(text).published.value == published


def test_a_credit_of_a_picture_is_no_headline() -> None:
    text = "Фото: parom.example\nПио Сальмо, премьер Перу, после обеда заметил, что мост нужен обоим берегам."
    assert extract(text).title.value is None


def test_a_term_is_not_the_day_of_the_talks() -> None:
    text = (
        "Министр торговли Кении Савва Ильмин встретился в Осло с министром Чада Титом Лещиновым.\nОни условились "
        "построить в Чаде склад и возить туда чай на паромах с 15 марта 2026 года."
    )
    assert [m.date.value for m in extract(text).meetings] == [None]


def test_who_is_invited_makes_the_visit() -> None:
    text = (
        "11 октября по приглашению премьер-министра Чада Тита Лещинова министр культуры Кении Савва Ильмин посетил "
        "Чад с рабочим визитом."
    )
    assert referred(text) == [("XXXX-10-11", ("Савва Ильмин", "TD"))]


def test_a_weekday_behind_an_office_is_no_name() -> None:
    text = (
        "Başbakan Tuna Kayalık köprüyü gezdi. Şili Başbakanının Perşembe günü adaya yapacağı geziyi anlatan Kayalık, "
        "“Balık tutmaya vaktimiz olacak.” dedi."
    )
    assert people(text) == ["Tuna Kayalık"]


def test_heads_of_ministries_named_one_by_one() -> None:
    text = "В Осло прошла встреча глав МИД Чада Глеба Дубцова, МИД Перу Остапа Ивлина и МИД Кении Марата Лещинова."
    assert present(text) == [
        [
            ("Глеб Дубцов", "глава МИД Чада", "TD"),
            ("Остап Ивлин", "глава МИД Перу", "PE"),
            ("Марат Лещинов", "глава МИД Кении", "KE"),
        ]
    ]


def test_an_office_that_never_changes_tells_no_case() -> None:
    text = "В Лиме началась встреча замглавы МИД Чада Глеба Дубцова и главы МИД Перу Остапа Ивлина."
    assert present_names(text) == [["Глеб Дубцов", "Остап Ивлин"]]


def test_women_whose_family_names_stay() -> None:
    text = "В Осло Тит Ручьёв встретился с премьером Лайей Гуцу и вице-премьером по туризму Виорикой Стругарев."
    assert present_names(text) == [["Тит Ручьёв", "Лайя Гуцу", "Виорика Стругарев"]]


def test_a_verb_in_capitals_is_no_part_of_a_name() -> None:
    text = (
        "МИНИСТР КУЛЬТУРЫ ЛУКА БОДЯНУ ГОСТИТ НА ЯРМАРКЕ В БЕРГЕНЕ\n\n17 июня, 2020\n\nМинистр культуры Лука Бодяну "
        "гостит на ярмарке в Бергене, пишет газета."
    )
    assert (people(text), extract(text).published.value) == (["Лука Бодяну"], "2020-06-17")


def test_what_somebody_is_ready_to_hold_is_no_meeting() -> None:
    text = (
        "Замминистра культуры Кении Макар Ладыгов заявил о готовности провести в музее встречу глав МИД Чада "
        "Глеба Дубцова и МИД Перу Остапа Ивлина."
    )
    assert present_names(text) == []


def test_a_label_that_says_who_speaks() -> None:
    text = (
        "Встреча с Патриархом Московским и всея Руси Акинфием\n\n3 октября 2023 года, Москва\n\nМатвей Зотов "
        "встретился с Патриархом Московским и всея Руси Акинфием и председателем общественной организации «Сухой "
        "причал» Глебом Ладыговым.\n\nМ.Зотов: Садитесь, Глеб Львович. Чай уже налит.\n\nГ.Ладыгов председатель "
        "общественной организации «Сухой причал» : Матвей Саввич, я привёз вам карту реки.\n\nМ.Зотов: Показывайте."
    )
    assert [who for _words, who in said(text)] == ["Матвей Зотов", "Глеб Ладыгов", "Матвей Зотов"]
    assert present(text) == [
        [
            ("Акинфий", "Патриарх Московский и всея Руси", "RU"),
            ("Матвей Зотов", None, "RU"),
            ("Глеб Ладыгов", "председатель общественной организации «Сухой причал»", None),
        ]
    ]


def test_a_meeting_commented_on_is_dated_and_its_leaders_told_by_the_headline() -> None:
    text = (
        "Короткую встречу глав Кении и Перу прокомментировали в МИД\n\nПредставитель МИД Кении Макар Ладыгов "
        "прокомментировал короткую встречу Глеба Дубцова и Остапа Ивлина в Бергене, пишет газета.\n\n«Мы давно хотели "
        "продавать туда чай», - сказал Макар Ладыгов.\n\nОн добавил, что дождь не мешал.\n\n«Им есть о чём помолчать "
        "на берегу», - заметил Макар Ладыгов.\n\nНапомним, что встреча Дубцова и Ивлина прошла 9 октября в Бергене."
    )
    [meeting] = extract(text).meetings
    states = [(p.name.value, p.country.value) for p in meeting.participants]
    assert (meeting.date.value, states) == ("XXXX-10-09", [("Глеб Дубцов", "KE"), ("Остап Ивлин", "PE")])


def test_a_welcoming_ceremony_is_no_meeting() -> None:
    text = (
        "Министр культуры Чада Глеб Дубцов во вторник прибыл в Осло с двухдневным визитом.\n\nПосле приветственной "
        "церемонии гости поехали смотреть маяк."
    )
    assert present_names(text) == []


def test_a_name_and_the_note_on_it_are_one() -> None:
    text = (
        "Состоялся телефонный разговор Льва Грачина с Премьер-министром Чада Глебом Дубцовым. Глеб Дубцов Дубцов Глеб "
        "Премьер-министр Республики Чад рассказал о новой дороге."
    )
    assert present_names(text) == [["Лев Грачин", "Глеб Дубцов"]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Пожарные сверили карты\n\n2019-03-17 10:05\n\nВ Астане прошла встреча руководителей пожарных служб "
            "соседних стран. Чилийскую делегацию за столом представлял министр связи генерал-майор Остап Ивлин.",
            [["Остап Ивлин"]],
            id="who represents a delegation",
        ),
        pytest.param(
            "Cumhurbaşkanı Tuna Kayalık, Belediye Başkanı Sarp Irmaklı ve beraberindeki heyeti kabul etti.\n\nKabulde "
            "Irmaklı, Türkiye Cumhurbaşkanı Onat Pınarlık ve Türkiye Meclis Başkanı Ece Kuyulu’nun iyi dileklerini "
            "okudu.",
            [["Tuna Kayalık", "Sarp Irmaklı"]],
            id="two who send greetings",
        ),
    ],
)
def test_who_was_there(text: str, names: list[list[str]]) -> None:
    assert present_names(text) == names


def test_a_month_of_the_neighbours_is_a_given_name_too() -> None:
    text = (
        "Міністр культури Данії Марта Віндт зустрілася з міністром транспорту Чаду Глебом Дубцовим. "
        "Марта Віндт похвалила суп."
    )
    assert present_names(text) == [["Марта Віндт", "Глеб Дубцов"]]
