"""Other encounters a text recalls or announces: who with whom, when; nobody and nothing here exists."""

import pytest

from meetings.extraction import extract
from meetings.extraction.record import Record

ENGLISH = """Ministry of Foreign Affairs of the Republic of Ghana
Foreign Minister Akua Badu receives Chilean Foreign Minister
12 March 2021

On 12 March 2021, Minister of Foreign Affairs of Ghana Akua Badu received in Accra the Minister of Foreign Affairs \
of Chile Pablo Renner.

"""
GERMAN = """Auswärtiges Amt
Außenminister Jonas Kern empfängt den ghanaischen Außenminister
12.03.2021 - Pressemitteilung

Außenminister Jonas Kern hat am 12. März 2021 in Berlin den ghanaischen Außenminister Edem Lawson empfangen.

"""
KAZAKH = """Қазақстан Республикасының Сыртқы істер министрлігі
Сыртқы істер министрі Айша Оспанова Гана министрімен кездесті
12 наурыз 2021

2021 жылғы 12 наурызда Қазақстан Сыртқы істер министрі Айша Оспанова Астанада Гана Сыртқы істер министрі \
Эдем Лоусонмен кездесті.

"""
RUSSIAN = """Министерство иностранных дел Республики Гана
Министр иностранных дел Ганы приняла министра иностранных дел Чили
12 марта 2021 года

12 марта 2021 года министр иностранных дел Ганы Акуа Баду приняла в Аккре министра иностранных дел Чили Пабло Реннера.

Пабло Реннер поблагодарил за приём.

"""
UZBEK = """Гана Республикаси Ташқи ишлар вазирлиги
Гана ташқи ишлар вазири чилилик ҳамкасбини қабул қилди
12.03.2021

Бугун Гана ташқи ишлар вазири Акуа Баду Аккрада Чили ташқи ишлар вазири Пабло Реннерни қабул қилди.

"""


def references(record: Record) -> list[tuple[str | None, set[str]]]:
    return [(r.date.value, set(r.parties)) for r in record.references]


def told(head: str, sentence: str) -> list[tuple[str | None, set[str]]]:
    return references(extract(head + sentence))


@pytest.mark.parametrize(
    ("sentence", "date", "parties"),
    [
        # whose encounter, with whom
        ("Akua Badu told her guest of her talks with President of Togo Edem Lawson in January.", "2021-01",
         {"Akua Badu", "Edem Lawson"}),
        ("Last month Akua Badu spoke by telephone with her Togolese counterpart Edem Lawson.", "2021-02",
         {"Akua Badu", "Edem Lawson"}),
        ("A telephone conversation between Akua Badu and Foreign Minister of Togo Edem Lawson took place on 2 May.",
         "2020-05-02", {"Akua Badu", "Edem Lawson"}),
        ("They praised the talks that President Kofi Larbi had with President Ines Soler in Lima in July 2020.",
         "2020-07", {"Kofi Larbi", "Ines Soler"}),
        ("The Minister said that last year's summit in Lima, at which President Kofi Larbi and President Ines Soler "
         "spoke for three hours, had changed much.", "2020", {"Kofi Larbi", "Ines Soler"}),
        ("At the meeting with Prime Minister of Togo Edem Lawson on 3 February, Akua Badu had raised the question.",
         "2021-02-03", {"Akua Badu", "Edem Lawson"}),
        ("The conversation with Foreign Minister of Togo Edem Lawson will take place on Monday.", "2021-03-15",
         {"Akua Badu", "Edem Lawson"}),
        # groups
        ("The ministers recalled their previous meeting in Santiago in November 2020.", "2020-11",
         {"Akua Badu", "Pablo Renner"}),
        ("Akua Badu reminded her guest that in June 2019 they had promised to open the school.", "2019-06",
         {"Akua Badu", "Pablo Renner"}),
        ("The heads of state of Ghana and Chile met in Geneva in September 2019.", "2019-09", {"GH", "CL"}),
        # what is to come
        ("Next week the Minister will meet Prime Minister of Togo Edem Lawson.", "2021-03",
         {"Akua Badu", "Edem Lawson"}),
        ("On 20 March Pablo Renner will be in Lomé for talks with Foreign Minister Edem Lawson of Togo.", "2021-03-20",
         {"Pablo Renner", "Edem Lawson"}),
        ("It was agreed to hold the next meeting of the Ghana-Chile intergovernmental commission in May.", "2021-05",
         {"GH", "CL"}),
        ("The next round of political consultations between the foreign ministries of Ghana and Chile will be held in "
         "the second half of the year.", "2021", {"GH", "CL"}),
        # dealings of two at another time
        ("In May last year, together with President Edem Lawson of Togo, Akua Badu opened the bridge.", "2020-05",
         {"Akua Badu", "Edem Lawson"}),
    ],
)  # fmt: skip
def test_an_encounter_of_two_is_read(sentence: str, date: str, parties: set[str]) -> None:
    assert told(ENGLISH, sentence) == [(date, parties)]


@pytest.mark.parametrize(
    ("sentence", "date", "parties"),
    [
        ("They recalled the visit of President Kofi Larbi of Ghana to Chile in October last year.", "2020-10",
         {"Kofi Larbi", "CL"}),
        ("The sides prepared the forthcoming visit of President Kofi Larbi to Chile.", None, {"Kofi Larbi", "CL"}),
        ("The Chilean minister said that President Ines Soler would pay a state visit to Ghana in June.", "2021-06",
         {"Ines Soler", "GH"}),
        ("Pablo Renner recalled his visit to Accra in 2018.", "2018", {"Pablo Renner", "GH"}),
        ("The school goes back to the visit that President Ines Soler paid to Accra in 2017.", "2017",
         {"Ines Soler", "GH"}),
        ("The agreement was signed in 2017, when President Ines Soler visited Accra.", "2017", {"Ines Soler", "GH"}),
        ("Pablo Renner invited Akua Badu to pay an official visit to Chile.", None, {"Akua Badu", "CL"}),
        ("The Minister accepted an invitation to visit Chile next year.", "2022", {"Akua Badu", "CL"}),
        ("In the autumn President Ines Soler will pay a return visit to Ghana.", "2021", {"Ines Soler", "GH"}),
    ],
)  # fmt: skip
def test_a_visit_is_a_person_and_a_state(sentence: str, date: str | None, parties: set[str]) -> None:
    assert told(ENGLISH, sentence) == [(date, parties)]


@pytest.mark.parametrize(
    ("sentence", "date", "parties"),
    [
        ("“I remember our conversation in Lima last year,” Akua Badu said.", "2020", {"Akua Badu", "Pablo Renner"}),
        ("“When you received me in Santiago in May 2019, you promised a book,” Akua Badu said.", "2019-05",
         {"Akua Badu", "Pablo Renner"}),
        ("“When we met in Lima last July, it rained,” Pablo Renner said.", "2020-07", {"Akua Badu", "Pablo Renner"}),
        ("“Last week I spoke with President Kofi Larbi about this,” Akua Badu said.", "2021-03",
         {"Akua Badu", "Kofi Larbi"}),
        ("“This morning I was received by President Kofi Larbi,” Pablo Renner said.", "2021-03-12",
         {"Pablo Renner", "Kofi Larbi"}),
        ("“We look forward to welcoming you in Chile in the autumn,” Pablo Renner told Akua Badu.", "2021",
         {"Akua Badu", "CL"}),
    ],
)  # fmt: skip
def test_in_speech_pronouns_are_speaker_and_addressee(sentence: str, date: str, parties: set[str]) -> None:
    assert told(ENGLISH, sentence) == [(date, parties)]


@pytest.mark.parametrize(
    "sentence",
    [
        "During the talks the sides discussed trade, investment and the situation in Mali.",
        "Pablo Renner conveyed greetings from President Ines Soler to President Kofi Larbi.",
        "The Minister was invited to the climate conference in Santiago in November.",
        "The ministers agreed to raise trade to 300 million dollars by 2025.",
        "Ghana and Chile held joint exercises in 2020.",
        "The visit of the Chilean minister will last until 14 March.",
        "“During your visit we will achieve our goals,” Akua Badu said.",
        "“The exhibition will open in May,” Akua Badu said.",
        "The parties agreed to strengthen bilateral relations with Chile in 2022.",
    ],
)
def test_the_meeting_itself_and_single_parties_are_no_references(sentence: str) -> None:
    assert told(ENGLISH, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "date", "parties"),
    [
        ("Министры напомнили о своей предыдущей встрече в Сантьяго в ноябре 2020 года.", "2020-11",
         {"Акуа Баду", "Пабло Реннер"}),
        ("Президент Чили Инес Солер посетит Гану с государственным визитом в июне.", "2021-06", {"Инес Солер", "GH"}),
        ("На прошлой неделе министр иностранных дел Того Эдем Лоусон провёл телефонный разговор с Акуа Баду.",
         "2021-03", {"Акуа Баду", "Эдем Лоусон"}),
        ("«Я хорошо помню нашу встречу в Лиме в прошлом году», – сказала Акуа Баду.", "2020",
         {"Акуа Баду", "Пабло Реннер"}),
        ("Президенты Ганы и Чили встречались в Нью-Йорке в сентябре 2019 года.", "2019-09", {"GH", "CL"}),
        ("Следующее заседание межправительственной комиссии Ганы и Чили состоится в мае.", "2021-05", {"GH", "CL"}),
        ("Пабло Реннер пригласил Акуа Баду посетить Чили с официальным визитом.", None, {"Акуа Баду", "CL"}),
    ],
)  # fmt: skip
def test_russian(sentence: str, date: str | None, parties: set[str]) -> None:
    assert told(RUSSIAN, sentence) == [(date, parties)]


@pytest.mark.parametrize(
    ("sentence", "date", "parties"),
    [
        ("Эслатиб ўтамиз, 2020 йил ноябрь ойида Акуа Баду ва Пабло Реннер Сантьягода учрашган эди.", "2020-11",
         {"Акуа Баду", "Пабло Реннер"}),
        ("Июнь ойида Чили Президенти Инес Солер Ганага давлат ташрифи билан келади.", "2021-06", {"Инес Солер", "GH"}),
        ("20 март куни Акуа Баду Того ташқи ишлар вазири Эдем Лоусон билан Ломеда учрашади.", "2021-03-20",
         {"Акуа Баду", "Эдем Лоусон"}),
        ("Гана ва Чили ҳукуматлараро комиссиясининг навбатдаги йиғилиши май ойида бўлиб ўтади.", "2021-05",
         {"GH", "CL"}),
    ],
)  # fmt: skip
def test_uzbek(sentence: str, date: str, parties: set[str]) -> None:
    assert told(UZBEK, sentence) == [(date, parties)]


def test_told_twice_is_one_reference_with_the_date() -> None:
    text = ENGLISH + (
        "The sides prepared the forthcoming visit of President Kofi Larbi to Chile. "
        "President Larbi will pay a visit to Chile in June."
    )
    assert references(extract(text)) == [("2021-06", {"Kofi Larbi", "CL"})]


def test_that_meeting_points_back_and_is_no_new_one() -> None:
    text = ENGLISH + (
        "Akua Badu recalled her talks with Foreign Minister of Togo Edem Lawson in January 2020. "
        "Akua Badu and Edem Lawson had reviewed the road at that meeting."
    )
    assert references(extract(text)) == [("2020-01", {"Akua Badu", "Edem Lawson"})]


@pytest.mark.parametrize(
    ("sentence", "date", "parties"),
    [
        ("Die beiden Minister hatten sich zuletzt im November 2020 in Accra getroffen.", "2020-11",
         {"Jonas Kern", "Edem Lawson"}),
        ("Bundeskanzlerin Eva Brandt wird im Mai nach Ghana reisen.", "2021-05", {"Eva Brandt", "GH"}),
        ("Kern hatte Ghana im Oktober 2019 besucht.", "2019-10", {"Jonas Kern", "GH"}),
    ],
)  # fmt: skip
def test_german(sentence: str, date: str, parties: set[str]) -> None:
    assert told(GERMAN, sentence) == [(date, parties)]


def test_kazakh_group() -> None:
    assert told(KAZAKH, "Министрлер 2020 жылғы қарашада Аккрада кездескен болатын.") == [
        ("2020-11", {"Айша Оспанова", "Эдем Лоусон"})
    ]


def test_a_date_behind_the_languages_own_and_belongs_to_what_follows() -> None:
    both = {"Jonas Kern", "Edem Lawson"}
    sentence = "Kern hatte den Gast zuletzt 2019 in Accra getroffen und im Juni 2020 mit ihm telefoniert."
    assert told(GERMAN, sentence) == [("2019", both)]
    sentence = "Zuletzt hatten Kern und Lawson im Mai 2019 in Accra gesprochen und im Juni 2020 ein Treffen abgehalten."
    assert told(GERMAN, sentence) == [("2019-05", both), ("2020-06", both)]
