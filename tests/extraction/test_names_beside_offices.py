"""Where an office ends and a name begins, on pages of many kinds; with invented people."""

import pytest

from meetings.extraction import extract
from meetings.extraction.record import Record


def there(record: Record) -> dict[str, tuple[str | None, str | None]]:
    """Office and state of everybody who took part."""
    return {p.name.value: (p.office.value, p.country.value) for m in record.meetings for p in m.participants}


def test_a_name_between_an_office_and_its_state_is_no_part_of_the_office():
    record = extract(
        "Talks in Oslo\n\n3 May 2023\n\nMinister of Energy Omar Bell of Chile met Secretary to the President "
        "for Economic "
        "Security Anna Stern of the Republic of Ghana in Oslo on Wednesday.\n"
    )
    assert there(record) == {
        "Omar Bell": ("Minister of Energy", "CL"),
        "Anna Stern": ("Secretary to the President for Economic Security", "GH"),
    }


def test_what_a_minister_is_of_may_have_an_unknown_word():
    record = extract(
        "Talks\n\n3 May 2023\n\nMinister of Energy and Zarnak of Chile Omar Bell met Anna Stern of Ghana.\n"
    )
    assert "Omar Bell" in there(record)


@pytest.mark.parametrize(
    ("origin", "state"),
    [
        ("from the National Water Office of Ghana", "GH"),
        ("from the University of Ghana", "CL"),
    ],
)
def test_who_is_from_a_body_of_a_state_acts_for_it(origin, state):
    record = extract(
        f"Talks in Santiago\n\n3 May 2023\n\nThe Ministry of Foreign Affairs of Chile\n\nIn Santiago "
        f"Councillor Omar Bell "
        f"{origin} met Minister of Energy Anna Stern of Chile on Wednesday.\n"
    )
    assert (there(record)["Omar Bell"][1] == "GH") == (state == "GH")


def test_the_letters_of_a_state_stand_in_brackets_before_an_office():
    record = extract(
        "Talks in Oslo\n\n3 May 2023\n\nMinister Omar Bell of Chile held talks with the Papua New Guinea "
        "(PNG) Minister "
        "for Fisheries Anna Stern in Oslo.\n"
    )
    assert there(record)["Anna Stern"][1] == "PG"


DOORSTOP = (
    "The Hon Omar Bell MP  AUSTRALIAN MINISTER FOR FISHERIES\n\nTranscript E&OE\n\n26 October "
    "2009\n\nDoorstop interview\n\n"
    "QUESTION: Will the ports open?\n\nOMAR BELL: We very much hope that they will.\n\nQUESTION: When?\n\n"
    "OMAR BELL: We said so yesterday.\n"
)


def test_two_words_below_a_letterhead_say_what_kind_of_page_it_is():
    record = extract(DOORSTOP)
    assert record.title.value == "Doorstop interview"
    assert there(record) == {"Omar Bell": ("AUSTRALIAN MINISTER FOR FISHERIES", "AU")}


def test_a_capital_makes_a_name_of_what_could_be_a_month():
    record = extract(
        "Встреча в Осло\n\n18.06.2021\n\nОмар Белл обсудил рыбу с президентом Ганы Майей Штерн. Они "
        "встретились в Осло.\n"
    )
    assert [m.date.value for m in record.meetings] == ["2021-06-18"]


def test_a_label_shows_the_nominative_of_an_unknown_name():
    record = extract(
        "Встреча с президентом Ганы Тарсагийн Болдмаахом\n\n12 июня 2017 года 09:15 Осло, Ратуша\n\nВ Осло "
        "состоялась встреча "
        "министра Чили Омара Белла с президентом Ганы Тарсагийн Болдмаахом.\n\nО.Белл: Дождь "
        "кончился.\n\nТ.Болдмаах: Зонт оставлю здесь.\n"
    )
    assert set(there(record)) == {"Омар Белл", "Тарсагийн Болдмаах"}
    assert record.published.value == "2017-06-12"


def test_an_office_of_another_state_is_nobodys_here():
    record = extract(
        "Ответы на вопросы журналистов\n\n2 февраля 2016 года\n11:30\nМосква\n\nО.Белл: Папа Римский любит "
        "шахматы.\n\nВопрос: Кто выигрывал?\n\nО.Белл: Папа Римский играл белыми. Мы все проиграли.\n"
    )
    assert there(record) == {"О. Белл": (None, "RU")}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Зустріч в Осло\n\n3 травня 2023\n\nВ Осло президент Гани Омар Белл зустрівся з міністром Чилі Пауло "
            "Керром. "
            "У зустрічі взяв участь радник з питань водного господарства та переговорів про рибальство Йоган Штерн.\n",
            "радник з питань водного господарства та переговорів про рибальство",
        ),
        (
            "Встреча в Осло\n\n3 мая 2023\n\nВ Осло президент Ганы Омар Белл встретился с министром Чили Пауло "
            "Керром. Во "
            "встрече участвовал уполномоченный по вопросам защиты прав рыбаков Йоган Штерн.\n",
            "уполномоченный по вопросам защиты прав рыбаков",
        ),
        (
            "Встреча в Осло\n\n3 мая 2023\n\nВ Осло президент Ганы Омар Белл встретился с министром Чили Пауло "
            "Керром. Во встрече участвовал советник ООН по вопросам прудов, чаек и старых мостов Йоган Штерн.\n",
            "советник ООН по вопросам прудов, чаек и старых мостов",
        ),
    ],
)
def test_an_office_reaches_over_what_its_holder_deals_with(text, office):
    assert there(extract(text))["Йоган Штерн"][0] == office


def test_a_name_behind_and_is_nothing_that_somebody_deals_with():
    record = extract(
        "Встреча в Осло\n\n3 мая 2023\n\nВ Осло президент Ганы Омар Белл встретился с министром Чили Пауло Керром. "
        "Во встрече участвовали советники по вопросам прудов, чаек и Йоган Штерн.\n"
    )
    assert not any(office and "чаек" in office for office, _state in there(record).values())


def test_an_office_that_one_body_has_stands_for_it_whatever_it_deals_with():
    record = extract(
        "Зустріч в Осло\n\n3 травня 2023\n\nВ Осло президент Гани Омар Белл зустрівся з єврокомісаром з "
        "питань рибальства "
        "Йоганом Штерном.\n"
    )
    body = {p.name.value: p.organization.value for m in record.meetings for p in m.participants}
    assert body["Йоган Штерн"] == "Європейський Союз"
    assert there(record)["Йоган Штерн"][1] is None


def test_an_office_behind_a_dash_is_that_of_the_name_before_it():
    text = (
        "Envoys commissioned\n\n2 October 2024\n\nPresident Ana Reed commissioned new envoys at a ceremony in Accra. "
        "They are Omar Dia – Ambassador to Hungary, Karl Holm – Ambassador to Togo, and Juan Vega – Ambassador to "
        "Benin."
    )
    (meeting,) = extract(text).meetings
    assert [(p.name.value, p.office.value) for p in meeting.participants] == [
        ("Ana Reed", "President"),
        ("Omar Dia", "Ambassador to Hungary"),
        ("Karl Holm", "Ambassador to Togo"),
        ("Juan Vega", "Ambassador to Benin"),
    ]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("President Ana Reed met Omar Dia, Secretary-General of the World Tourism Organization, in Lima.",
         "World Tourism Organization"),
        ("La présidente Ana Reed a reçu à Lima le secrétaire général de l'Organisation mondiale du tourisme, Omar Dia.",
         "Organisation mondiale du tourisme"),
        ("Президент Анна Рид приняла в Лиме генерального секретаря Всемирной туристской организации Омара Диа.",
         "Всемирная туристская организация"),
        ("Chili Prezidenti Anna Rid 12 iyulь kuni Limada Jahon turizm tashkiloti bosh kotibi Omar Diani qabul qildi.",
         "Jahon turizm tashkiloti"),
    ],
)  # fmt: skip
def test_agencies_are_what_their_heads_act_for(text, body):
    (meeting,) = extract(f"Title\n\n13.07.2024\n\n{text}").meetings
    assert [p.organization.value for p in meeting.participants] == [None, body]
