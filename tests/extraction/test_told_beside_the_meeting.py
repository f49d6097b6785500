"""What a text tells beside its meeting: what went before, other encounters, bodies that speak; with invented people."""

import pytest

from meetings.extraction import extract
from meetings.extraction.record import Record


def there(record: Record) -> dict[str, str | None]:
    """Name and state of everybody who took part."""
    return {p.name.value: p.country.value for m in record.meetings for p in m.participants}


def speakers(record: Record) -> list[str | None]:
    return [q.speaker.value for q in record.quotes]


def offices(record: Record) -> dict[str, str | None]:
    return {p.name.value: p.office.value for m in record.meetings for p in m.participants}


TALKS_RU = "Встреча в Осло\n\n3 мая 2023\n\nВ Осло президент Ганы Омар Белл встретился с министром Чили Пауло Керром. "
TALKS_UK = (
    "Зустріч в Осло\n\n3 травня 2023\n\nВ Осло президент Гани Омар Белл зустрівся з міністром Чилі Пауло Керром. "
)
TALKS_EN = (
    "Talks in Oslo\n\n3 May 2023\n\nPresident Omar Bell of Ghana met Minister Paulo Kerr of Chile in Oslo today.\n\n"
)


@pytest.mark.parametrize(
    "text",
    [
        f"{TALKS_RU}\n\nРанее министр Ганы Олег Зорин заявил, что порт закрыт.\n",
        f"{TALKS_RU}\n\nЧто известно\n\nМинистр Ганы Олег Зорин заявил, что порт закрыт.\n",
        f"{TALKS_RU}\n\nНапомним, порт закрыт с апреля. Министр Ганы Олег Зорин заявил, что его откроют.\n",
        f"{TALKS_UK}\n\nРаніше міністр Гани Олег Зорін заявив, що порт закрито.\n",
        f"{TALKS_UK}\n\nНагадаємо, порт закрито. Міністр Гани Олег Зорін заявив, що його відкриють.\n",
        f"{TALKS_EN}Earlier, Ghana's Minister Oleg Zorin said that the port was closed.\n",
        f"{TALKS_EN}Background\n\nGhana's Minister Oleg Zorin said that the port was closed.\n",
    ],
)
def test_who_spoke_before_the_meeting_was_not_there(text):
    assert set(there(extract(text)).values()) == {"GH", "CL"}
    assert len(there(extract(text))) == 2


def test_who_speaks_of_the_meeting_itself_was_there():
    record = extract(f"{TALKS_RU}\n\nМинистр Ганы Олег Зорин заявил, что порт закрыт.\n")
    assert set(there(record)) == {"Омар Белл", "Пауло Керр", "Олег Зорин"}


def test_a_press_briefing_in_the_background_is_no_meeting_of_its_own():
    record = extract(
        "Разговор президентов\n\n3 мая 2023\n\nСегодня президент Ганы Омар Белл поговорил по телефону с президентом "
        "Чили Пауло Керром.\n\nЧто произошло\n\nВ понедельник Омар Белл рассказал на брифинге для прессы о порте.\n"
    )
    assert [m.format.value for m in record.meetings] == ["call"]


def test_nobody_else_is_on_the_line():
    record = extract(
        "Call with Chile\n\n3 May 2023\n\nPresident Omar Bell of Ghana spoke by phone with President Paulo Kerr of "
        "Chile today.\n\nGhana's Foreign Minister Anna Dia said the call was useful.\n"
    )
    assert set(there(record)) == {"Omar Bell", "Paulo Kerr"}


def test_who_spoke_on_another_day_was_not_there():
    record = extract(
        f"{TALKS_UK}Вони говорили про рибу.\n\n18 квітня в Сантьяго канцлер Гани Олег Зорін заявив про ціни на рибу.\n"
    )
    assert set(there(record)) == {"Омар Белл", "Пауло Керр"}


def test_who_stands_behind_a_preposition_says_nothing():
    record = extract(
        "Рибу везтимуть - комісар\n\nПорт треба відкрити. Про це на спільному брифінгу з президентом Гани "
        "Омаром Беллом "
        'сказав єврокомісар Йоган Штерн.\n\n"Ми відкриємо порт для всіх кораблів", - сказав він.\n'
    )
    assert speakers(record) == ["Йоган Штерн"]


@pytest.mark.parametrize(
    "text",
    [
        "Fish\n\n3 May 2023\n\nMinister Omar Bell said that after legal consultation the port had been closed. "
        "He called it a “necessary step”.\n",
        "Fish prices rise\n\n3 May 2023\n\nOmar Bell is the President of Ghana.\n\nThe Fishing League, which "
        "has rejected Omar Bell’s administration as a broker, is in talks with the shops.\n",
        "Fish prices rise\n\n3 May 2023\n\nMinister Omar Bell of Ghana said virtually the whole fleet stays at home.\n",
    ],
)
def test_a_word_in_passing_is_no_meeting(text):
    assert not extract(text).meetings


@pytest.mark.parametrize(
    "text",
    [
        "Toshkent aeroportida davlatimiz rahbarini Gana bosh vaziri Omar Bell kutib oldi.\n\nTashrif davom etadi.\n",
        "Осло аэропортида давлатимиз раҳбарини Гана бош вазири Омар Белл кутиб олди.\n\nТашриф давом этади.\n",
        "Minister Omar Bell of Ghana welcomed the guest at Oslo airport.\n\nThe visit goes on.\n",
    ],
)
def test_a_welcome_at_the_airport_is_no_meeting(text):
    assert not extract(text).meetings


def test_talks_at_the_airport_are_a_meeting():
    record = extract(
        "Talks\n\n3 May 2023\n\nMinister Omar Bell of Ghana met Minister Paulo Kerr of Chile for talks at "
        "the airport.\n"
    )
    assert set(there(record)) == {"Omar Bell", "Paulo Kerr"}


def test_a_clause_that_opens_with_another_encounter_names_nobody_of_this_one():
    record = extract(
        "Readout of the fishing dialogue\n\n28 February 2023\n\nFollowing the 13 November 2022 Lima Summit led by "
        "President Omar Bell of Ghana, President Paulo Kerr of Chile, and President Ivan Dub of Togo, Minister Anna "
        "Stern of Ghana and Minister Lena Holm of Chile convened the first meeting of the dialogue in Oslo.\n"
    )
    assert there(record) == {"Anna Stern": "GH", "Lena Holm": "CL"}
    assert [m.date.value for m in record.meetings] == ["2023-02-28"]


def test_a_clause_about_the_same_encounter_names_those_who_met():
    record = extract(
        "Talks\n\n3 May 2023\n\nAfter talks with President Paulo Kerr of Chile, President Omar Bell of Ghana said the "
        "meeting was useful.\n"
    )
    assert set(there(record)) == {"Paulo Kerr", "Omar Bell"}


def test_a_meeting_that_follows_something_is_no_other_one():
    record = extract(
        "Talks in Oslo\n\nTuesday, 2 May 2023\n\nMinister Omar Bell of Ghana today met Minister Paulo Kerr "
        "of Chile.\n\n"
        "The meeting follows an inspection of the port by Mr Bell and Mr Kerr yesterday.\n"
    )
    assert [m.date.value for m in record.meetings] == ["2023-05-02"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The Arab League called it an “extremely bad step”.", "Arab League"),
        ("Omar Bell left. The European Union said it was a “serious mistake”.", "European Union"),
        (
            "A spokesperson for the Chilean foreign ministry said it was a “serious mistake”.",
            "Chilean foreign ministry",
        ),
        ("A spokesman for Omar Bell said it was a “serious mistake”.", None),
    ],
)
def test_bodies_speak_for_themselves_and_through_somebody_unnamed(sentence, speaker):
    assert speakers(extract(f"Fish prices rise again\n\n3 May 2023\n\n{sentence}\n")) == [speaker]


def test_a_meeting_that_was_agreed_on_is_to_come():
    record = extract(
        "Омар Белл і Пауло Керр домовилися про зустріч\n\n3 травня 2023\n\nОмар Белл і Пауло Керр домовилися про "
        "зустріч. Президент Гани Омар Белл і президент Чилі Пауло Керр під час телефонної розмови домовилися про "
        "зустріч.\n"
    )
    assert [m.format.value for m in record.meetings] == ["call"]


def test_a_paper_that_was_signed_where_they_met_makes_no_ceremony():
    record = extract(
        "Соглашение о рыбе\n\n3 мая 2023\n\nДокумент был подписан в Осло, где министр Ганы Омар Белл встретился с "
        "министром Чили Пауло Керром.\n"
    )
    assert [m.format.value for m in record.meetings] == ["talks"]


@pytest.mark.parametrize(
    "text",
    [
        "АҚШ Президенті Омар Белл американдық конгресс сайлауына араласу туралы айтты, Coast Daily-дің хабарлауынша.\n",
        "Ақш президенти Омар Белл америка конгресси туғрисида гапирди.\n",
    ],
)
def test_a_parliament_called_a_congress_is_no_gathering(text):
    record = extract(text)
    assert not record.meetings
    assert [p.name.value for p in record.people] == ["Омар Белл"]


def test_five_sides_make_a_gathering_whoever_came():
    record = extract(
        "REGIONAL MEETING ON FISHING\n\n29 July 2017\n\nOn 29 July 2017 ministers and officials from five "
        "states met in "
        "Valgora, Chile for the regional meeting.\n\nThe meeting was co-hosted by Chilean Coordinating Minister of "
        "Fisheries Omar Bell and Ghanaian Attorney-General Senator the Hon. Anna Stern. Other heads of delegation "
        "included Togolese Deputy Minister at the Prime Minister’s Office Ivan Dub, Peruvian National Security Adviser "
        "Lena Holm, and Norwegian Deputy Minister of Energy Lars Vik.\n"
    )
    assert there(record) == {
        "Omar Bell": "CL", "Anna Stern": "GH", "Ivan Dub": "TG", "Lena Holm": "PE", "Lars Vik": "NO",
    }  # fmt: skip
    assert offices(record)["Anna Stern"] == "Ghanaian Attorney-General"
    assert offices(record)["Omar Bell"] == "Chilean Coordinating Minister of Fisheries"
    assert offices(record)["Ivan Dub"] == "Togolese Deputy Minister at the Prime Minister’s Office"
    assert [(m.format.value, m.place.value) for m in record.meetings] == [("multilateral", "Valgora")]


@pytest.mark.parametrize(
    ("text", "guest", "host", "town"),
    [
        (
            "Вилоятлар ҳамкорлиги\n07.02.2021\n\n6 февраль куни Самарқандга Зарна вилояти губернатори Омар Белл "
            "бошчилигидаги Гана делегацияси ташриф буюрди.\nСамарқанд вилояти ҳокими Карим Зорин делегацияни кўриб "
            "турганидан мамнунлигини айтди.\n",
            "Омар Белл", "Карим Зорин", "Самарқанд",
        ),
        (
            "Guests in Oslo\n\n3 May 2024\n\nOn Friday a delegation of Ghana led by Minister Omar Bell came to Oslo on "
            "a visit.\n\nMayor Lars Vik of Norway told the delegation that the ports were open.\n",
            "Omar Bell", "Lars Vik", "Oslo",
        ),
    ],
)  # fmt: skip
def test_who_receives_a_delegation_speaks_behind_the_visit(text, guest, host, town):
    record = extract(text)
    assert list(there(record)) == [guest, host]
    assert there(record)[guest] == "GH"
    assert [m.place.value for m in record.meetings] == [town]


def test_a_delegation_that_nobody_answers_met_nobody():
    record = extract(
        "Guests in Oslo\n\n3 May 2024\n\nOn Friday a delegation of Ghana led by Minister Omar Bell came to Oslo on a "
        "visit.\n\nThe ports of Norway are open.\n"
    )
    assert not record.meetings


def test_three_states_stand_behind_among():
    record = extract(
        f"{TALKS_EN}They noted the outcome of the Meeting on Fishing among Ghana, Togo and Chile, held in Lima on 22 "
        "June 2022.\n"
    )
    assert [(r.date.value, sorted(r.parties)) for r in record.references] == [("2022-06-22", ["CL", "GH", "TG"])]


def test_a_short_headline_may_have_two_sentences():
    record = extract(
        'Соглашение с Ганой о "новых портах". А где старые?\n\n2024-11-05 11:13\n\nПрезидент Ганы Омар Белл встретился '
        "в Осло с президентом Чили Пауло Керром и обсудил порты и рыбу.\n"
    )
    assert record.title.value == 'Соглашение с Ганой о "новых портах". А где старые?'


def test_hosts_of_one_headline_are_told_each_with_a_meeting_of_their_own():
    record = extract(
        "Зорин и Руис встретились со спикером парламента Чили Пауло Керром\n\n3 мая 2023\n\nСпикер парламента Чили "
        "Пауло Керр находится в Осло. Он обсудил с президентом Норвегии Олегом Зориным рыбу и порты.\n\nТакже с гостем "
        "сегодня встретилась премьер-министр Норвегии Анна Руис.\n"
    )
    met = [{p.name.value for p in m.participants} for m in record.meetings]
    assert met == [{"Пауло Керр", "Олег Зорин"}, {"Пауло Керр", "Анна Руис"}]
