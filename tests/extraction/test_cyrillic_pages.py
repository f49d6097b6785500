"""Newspapers among Cyrillic letters, eves of events, what is accepted and who is received; all invented."""

from __future__ import annotations

import pytest

from meetings.extraction import extract


def met(text: str) -> list[tuple[str | None, list[tuple[str | None, str | None]]]]:
    """Of each meeting the day, the names and offices of who took part."""
    return [(m.date.value, [(p.name.value, p.office.value) for p in m.participants]) for m in extract(text).meetings]


def named(text: str) -> set[str | None]:
    """Everybody whom a text names."""
    return {p.name.value for p in extract(text).people}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "Новости дня\n\n9 июля 2018\n\nМинистр экономики Чили Рамон Беллов (Ramon Bellov) дал интервью газете "
            "The Lima Herald, сообщает Northern Wire.",
            {"Рамон Беллов"},
            id="a newspaper, and a name as it is spelled at home",
        ),
        pytest.param(
            "Новости дня\n\n9 июля 2018\n\nМинистр экономики Чили Рамон Беллов прибыл. Министр по делам Roaming не "
            "прибыл.",
            {"Рамон Беллов"},
            id="a matter beside an office",
        ),
        pytest.param(
            "Новости дня\n\n9 июля 2018\n\nПрезидент Чили Рамон Беллов уехал. Сторонники Беллова ждут. Изначально "
            "Беллов хотел остаться.",
            {"Рамон Беллов"},
            id="the first word of a sentence before a family name",
        ),
        pytest.param(
            "Soylar Perulu mevkidaşı Salin ile görüştü\n\n9 Temmuz 2018\n\nDışişleri Bakanı Kemal Soylar, Perulu "
            "mevkidaşı "
            "Tomas Salin ile Lima'da bir araya geldi. Bakan Soylar Twitter hesabından yazdı.",
            {"Kemal Soylar", "Tomas Salin"},
            id="where somebody wrote",
        ),
    ],
)
def test_names_in_latin_letters(text: str, people: set[str | None]) -> None:
    assert named(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "Премьер-министр Исландии Клара Линд приняла отставку министра лесного хозяйства Перу Тони Марсона.",
        "Прем'єр-міністерка Ісландії Клара Лінд прийняла відставку міністра лісового господарства Тоні Марсона.",
        "Cumhurbaşkanı Kemal Toprakçı, Dışişleri Bakanı Murat Ersan'ın istifasını kabul etti.",
        "Şili Cumhurbaşkanı Kemal Toprakçı, Peru Dışişleri Bakanı Murat Ersan'ın davetini kabul etti.",
        "Çilinin Prezidenti Kamal Torpaqlı Baş nazir Murad Ərsanlının istefasını qəbul edib.",
        "Чили Президенти Камол Тупроқов Бош вазир Мурод Эрсановнинг истеъфосини қабул қилди.",
        "Chili Prezidenti Kamol Tuproqov Bosh vazir Murod Ersanovning iste’fosini qabul qildi.",
        "Чили Президенті Камал Тораев Премьер-министр Мұрат Ерсановтың отставкасын қабылдады.",
        "Чилинин Президенти Камал Тораев Премьер-министр Мурат Эрсановдун отставкасын кабыл алды.",
    ],
)
def test_to_accept_is_not_to_receive(text: str) -> None:
    assert met(f"{text}\n\n2018") == []


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("накануне второго заседания парламента встретился", "2018-07-09"),
        ("накануне встретился", "2018-07-08"),
    ],
)
def test_the_eve_of_an_event_is_not_yesterday(told: str, day: str) -> None:
    text = f"Новости дня\n\n9 июля 2018\n\nПрезидент Чили Рамон Беллов {told} с министром Перу Тони Марсоном."
    assert [when for when, _who in met(text)] == [day]


def test_day_of_another_event() -> None:
    text = (
        "Телефонный разговор с Премьер-министром Перу Тони Марсоном\n\n9 июля 2018\n\nСостоялся телефонный разговор "
        "Рамона Беллова с Премьер-министром Перу Тони Марсоном.\n\nПрезидент Чили расспросил о карнавале, "
        "который прошёл 22 июня в городе Куско."
    )
    assert [when for when, _who in met(text)] == ["2018-07-09"]


@pytest.mark.parametrize(
    ("heads", "office"),
    [("главами МИД", "глава МИД"), ("главами внешнеполитических ведомств", "глава внешнеполитического ведомства")],
)
def test_heads_of_several_ministries(heads: str, office: str) -> None:
    text = (
        f"Новости дня\n\n9 июля 2018\n\nМинистр иностранных дел Чили Рамон Беллов встретился с {heads} Турции Омаром "
        "Фазилем, Перу Тони Марсоном и Ганы Кофи Менсой."
    )
    ((_when, who),) = met(text)
    assert who[1:] == [
        ("Омар Фазиль", f"{office} Турции"),
        ("Тони Марсон", f"{office} Перу"),
        ("Кофи Менсой", f"{office} Ганы"),
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "Кездесу\n\n2018 жылғы 9 шілде\n\nПрезидент Нұрлан Саясов Чили Президенті Омар Ділмен кездесті. "
            "Нұрлан Саясов Омар Ділге ат сыйлады.",
            {"Нұрлан Саясов", "Омар Діл"},
            id="a name right before another in another case",
        ),
        pytest.param(
            "Кездесу\n\n2018 жылғы 9 шілде\n\nПрезидент Нұрлан Саясов Перу Президенті Марат Алдабердімен кездесті. "
            "Марат Алдаберді домбыра тартты.",
            {"Нұрлан Саясов", "Марат Алдаберді"},
            id="a family name that ends like a case",
        ),
        pytest.param(
            "Встреча\n\n9 июля 2018\n\nТони Марсон встретился с Председателем Сената Мариной Кравченко.",
            {"Тони Марсон", "Марина Кравченко"},
            id="a given name that ends like a family name's case",
        ),
        pytest.param(
            "Görüşme\n\n9 Temmuz 2018\n\nDışişleri Bakanı Kemal Soylar, Kazakistan Dışişleri Bakanı Ermek Dosay ile "
            "telefonda görüştü. Bakan Soylar Kazakistan mevkidaşı ile elma fidanlarını ele aldı.",
            {"Kemal Soylar", "Ermek Dosay"},
            id="a state beside a name",
        ),
    ],
)
def test_where_a_name_ends(text: str, people: set[str | None]) -> None:
    assert named(text) == people


def test_minister_is_not_who_is_named_further_down() -> None:
    text = (
        "Görüş\n\n9 iyul 2018\n\nÇilinin Prezidenti Kamal Torpaqlı Perunun Xarici İşlər naziri Tofiq Bulaqlının "
        "başçılıq etdiyi nümayəndə heyətini qəbul edib.\n\nNazir bildirib: “Torlar bu il boş qalmadı”.\n\nXatırladaq "
        "ki, Perunun Meşə naziri Həsən Qoşalı keçən payızda da Çiliyə səfər etmişdi."
    )
    record = extract(text)
    assert [q.speaker.value for q in record.quotes] == ["Tofiq Bulaqlı"]
    assert [p.name.value for m in record.meetings for p in m.participants] == ["Kamal Torpaqlı", "Tofiq Bulaqlı"]


def test_colleagues_hold_the_whole_office() -> None:
    text = (
        "Dışişleri Bakanı Soylar, Peru ve Kazakistan Dışişleri Bakanlarıyla görüştü\n\n9 Temmuz 2018\n\nBakan "
        "Soylar, Perulu mevkidaşı Salin ve Kazak mevkidaşı Dosay ile ayrı ayrı telefonda görüştü."
    )
    offices = {(p.name.value, p.office.value) for m in extract(text).meetings for p in m.participants}
    assert offices == {(name, "Dışişleri Bakanı") for name in ("Soylar", "Salin", "Dosay")}


@pytest.mark.parametrize(
    "text",
    [
        "Встреча\n\n9 июля 2018\n\nВ Лиме состоялась пятая встреча министров иностранных дел Чили, Перу, Боливии и "
        "Ганы. Делегацию Чили возглавил министр иностранных дел Рамон Беллов.",
        "Зустріч\n\n9 липня 2018\n\nУ Лімі відбулася п'ята зустріч міністрів закордонних справ Чилі, Перу, Болівії та "
        "Гани. Делегацію Чилі очолив міністр закордонних справ Рамон Беллов.",
        "Кездесу\n\n2018 жылғы 9 шілде\n\nЛимада Чили, Перу, Боливия және Гана Сыртқы істер министрлерінің бесінші "
        "кездесуі өтті. Чили делегациясын Сыртқы істер министрі Рамон Беллов басқарды.",
        "Жолугушуу\n\n2018-жылдын 9-июлу\n\nЛимада Чили, Перу, Боливия жана Гана тышкы иштер министрлеринин бешинчи "
        "жолугушуусу өттү. Чилинин делегациясын тышкы иштер министри Рамон Беллов жетектеди.",
        "Uchrashuv\n\n2018-yil 9-iyul\n\nLimada Chili, Peru, Boliviya va Gana tashqi ishlar vazirlarining beshinchi "
        "uchrashuvi bo‘lib o‘tdi. Chili delegatsiyasiga tashqi ishlar vaziri Рамон Беллов boshchilik qildi.",
        "Görüş\n\n9 iyul 2018\n\nLimada Çili, Peru, Boliviya və Qana xarici işlər nazirlərinin beşinci görüşü "
        "keçirilib. Çilinin nümayəndə heyətinə xarici işlər naziri Рамон Беллов rəhbərlik edib.",
        "Toplantı\n\n9 Temmuz 2018\n\nLima'da Şili, Peru, Bolivya ve Gana dışişleri bakanlarının beşinci toplantısı "
        "yapıldı. Şili heyetine Dışişleri Bakanı Рамон Беллов başkanlık etti.",
    ],
)
def test_who_led_a_delegation_was_there(text: str) -> None:
    ((form, people),) = [
        (m.format.value, [(p.name.value, p.country.value) for p in m.participants]) for m in extract(text).meetings
    ]
    assert (form, people) == ("multilateral", [("Рамон Беллов", "CL")])


@pytest.mark.parametrize(
    "text",
    [
        "Встреча\n\n9 июля 2018\n\nВ Лиме прошла встреча президентов Чили и Перу.\n\nПрезидент Чили Рамон Беллов "
        "поблагодарил за приём. Президент Перу Тони Марсон отметил важность форума.",
        "Şili ve Peru dışişleri bakanları görüştü\n\n9 Temmuz 2018\n\nŞili ve Peru dışişleri bakanları Lima'da bir "
        "araya geldi.\n\nŞili Dışişleri Bakanı Рамон Беллов teşekkür etti. Peru Dışişleri Bakanı Тони Марсон forumun "
        "önemini vurguladı.",
        "Министрлер кездесті\n\n2018 жылғы 9 шілде\n\nЧили мен Перу сыртқы істер министрлері Лимада кездесті.\n\nЧили "
        "Сыртқы істер министрі Рамон Беллов алғыс айтты. Перу Сыртқы істер министрі Тони Марсон сапардың маңызын атап "
        "өтті.",
    ],
)
def test_those_who_met_are_named_further_down(text: str) -> None:
    ((form, town, people),) = [
        (m.format.value, m.place_country.value, [p.name.value for p in m.participants]) for m in extract(text).meetings
    ]
    assert (form, town, people) == ("talks", "PE", ["Рамон Беллов", "Тони Марсон"])


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Новости\n\n9 июля 2018\n\nГлава Североатлантического альянса Руфус Дальмар прибыл. Московский "
            "кинофестиваль открыт. Каменецкий подчеркнул важность. Католическая церковь ждёт. В Татарстане ждут, "
            "передаёт Роскомнадзор.",
            {"Руфус Дальмар", "Каменецкий"},
        ),
        (
            "Новини\n\n9 липня 2018\n\nРечник Білого дому прибув. Католицька церква чекає. Каменецький наголосив на "
            "важливості. Київська міськрада збирається, пише Нацбанк.",
            {"Каменецький"},
        ),
    ],
)
def test_adjectives_and_bodies_are_no_persons(text: str, people: set[str | None]) -> None:
    assert named(text) == people


def test_entries_of_a_list_are_not_spoken() -> None:
    text = (
        "Новости\n\n9 июля 2018\n\nМинистр энергетики Чили Рамон Беллов встретился с президентом Перу Иваном Заруцким."
        "\n\nВ хор приняты новые голоса:\n\n- Тимур Чебур на место запевалы,\n\n- Лукас Калинов "
        "и Прохор Мандров — на места басов.\n\nНа гастроли зовут три страны:\n\n- Канада\n\n- Норвегия"
        "\n\n- Германия\n\n- Мы рады вас видеть, - сказал Рамон Беллов.\n\n— Спасибо за приём!"
    )
    assert [q.text for q in extract(text).quotes] == ["Мы рады вас видеть,", "Спасибо за приём!"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Беллов о переговорах с садовниками: клубника отцвела\n\n9 июля 2018\n\nБывший премьер-министр Чили "
            "Рамон Беллов полагает, что переговоры с садовниками зашли в крапиву. «Надо было нести тяпки», – "
            "сказал он.",
            [],
        ),
        (
            "Исландия присмотрела маяк\n\n9 июля 2018\n\nИсландия ведёт переговоры с Перу о покупке маяка, "
            "сообщил премьер-министр Исландии Рамон Беллов.",
            [],
        ),
        (
            "Беседа с победителями конкурса\n\n9 июля 2018\n\nВ ходе беседы Президент Рамон Беллов поздравил "
            "победителей конкурса.",
            ["Рамон Беллов"],
        ),
        (
            "Новости дня\n\n9 июля 2018\n\nПрезидент Рамон Беллов встретился с победителями конкурса молодых учёных.",
            ["Рамон Беллов"],
        ),
    ],
)
def test_talks_that_are_only_spoken_of(text: str, people: list[str]) -> None:
    assert [name for _day, who in met(text) for name, _office in who] == people


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("МИД Чили отверг жалобы на петухов", True),
        ("Посольство Чили приветствует новый мост в Перу", True),
        ("МЗС Чилі відкинуло скаргу на півнів", True),
        ("Министерство иностранных дел Республики Чили", False),
        ("Міністерство у справах ветеранів України", False),
    ],
)
def test_headline_that_begins_with_a_body(line: str, *, title: bool) -> None:
    ukrainian = "і" in line
    text = f"{line}\n\n9 июля 2018\n\nМинистр Чили Рамон Беллов высказался о том, что решили на прошлой неделе в Лиме."
    if ukrainian:
        text = (
            f"{line}\n\n9 липня 2018\n\nМіністр Чилі Рамон Беллов висловився про те, що вирішили минулого тижня в Лімі."
        )
    assert extract(text).title.value == (line if title else None)
