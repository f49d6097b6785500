"""Kazakh, Turkish and Azerbaijani: endings, offices, dates and speech, with invented people and words."""

import pytest

from meetings.extraction import Hints, extract, lexicon
from meetings.extraction.cases import nominative, nominative_among
from meetings.extraction.date_resolution import resolve
from meetings.extraction.dates import Calendar

TURKISH = """Bakan Toprakçı, Norveçli mevkidaşı Holm ile görüştü

08.04.2021

ANKARA (AA) - Dışişleri Bakanı Ece Toprakçı, Norveç Dışişleri Bakanı Lars Holm'la dün İstanbul'da bir araya geldi.

Bakan Toprakçı, "Balıkçıların derdi aynı denizde büyüyor, çaresi de aynı masada." dedi.

“Kuzeyin rüzgârı bizim tepelere de yeter” diye konuşan Holm, Şili'nin önerisine değindi.

Dışişleri Bakanlığı Sözcüsü Kaan Yelkenli, görüşmenin yararlı geçtiğini belirtti.
"""

AZERBAIJANI = """Azərbaycan və Norveç prezidentləri görüşüb

Bakı, 8 aprel, AZƏRTAC

Aprelin 8-də Bakıda Azərbaycan Prezidenti Anar Dağlarov Norveçin xarici işlər naziri Lars Holmu qəbul edib.

“Dənizin iki sahilində eyni külək əsir, onu birlikdə tutaq”, - Prezident bildirib.

Lars Holm minnətdarlığını bildirib.

Paylaş   Facebook   Çap et
"""

KAZAKH = """Ерлан Тауқанов Норвегия Сыртқы істер министрін қабылдады

2021 жылғы 8 сәуір

Мемлекет басшысы Ерлан Тауқанов Астана қаласында Норвегия Сыртқы істер министрі Ларс Хольммен келіссөз жүргізді.

– Теңізі алыс елдің де кемесі болады. Оны бірге салайық, – деді Президент.

Ларс Хольмның айтуынша, жоба «екі елге де керек».
"""


@pytest.mark.parametrize(
    ("text", "published", "when", "place", "who"),
    [
        (TURKISH, "2021-04-08", "2021-04-07", ("İstanbul", "TR"), [("Ece Toprakçı", "TR"), ("Lars Holm", "NO")]),
        (AZERBAIJANI, "XXXX-04-08", "XXXX-04-08", ("Bakı", "AZ"), [("Anar Dağlarov", "AZ"), ("Lars Holm", "NO")]),
        (KAZAKH, "2021-04-08", "2021-04-08", ("Астана", "KZ"), [("Ерлан Тауқанов", "KZ"), ("Ларс Хольм", "NO")]),
    ],
)
def test_a_meeting_is_read_with_names_in_the_nominative(text, published, when, place, who):
    record = extract(text)
    [meeting] = record.meetings
    assert record.published.value == published
    assert meeting.date.value == when
    assert (meeting.place.value, meeting.place_country.value) == place
    assert [(p.name.value, p.country.value) for p in meeting.participants] == who


def test_who_speaks():
    assert [(q.text, q.speaker.value) for q in extract(TURKISH).quotes] == [
        ("Balıkçıların derdi aynı denizde büyüyor, çaresi de aynı masada.", "Ece Toprakçı"),
        ("Kuzeyin rüzgârı bizim tepelere de yeter", "Lars Holm"),
    ]
    assert [(q.text, q.speaker.value) for q in extract(AZERBAIJANI).quotes] == [
        ("Dənizin iki sahilində eyni külək əsir, onu birlikdə tutaq", "Anar Dağlarov")
    ]
    assert [(q.text, q.speaker.value) for q in extract(KAZAKH).quotes] == [
        ("Теңізі алыс елдің де кемесі болады. Оны бірге салайық,", "Ерлан Тауқанов"),
        ("екі елге де керек", "Ларс Хольм"),
    ]


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("kk", "2021 жылғы 8 сәуірде", "2021-04-08"),
        ("kk", "2021 жылдың 8 сәуірі", "2021-04-08"),
        ("kk", "8 сәуірде", "2021-04-08"),
        ("kk", "келесі жылдың мамырында", "2022-05"),
        ("tr", "8 Nisan 2021 Perşembe", "2021-04-08"),
        ("tr", "8 Nisan'da", "2021-04-08"),
        ("tr", "08.04.2021", "2021-04-08"),
        ("tr", "Kasım ayında", "2020-11"),
        ("az", "8 aprel 2021-ci il", "2021-04-08"),
        ("az", "aprelin 8-də", "2021-04-08"),
        ("az", "2021-ci il aprelin 8-də", "2021-04-08"),
        ("az", "İyulun 3-də", "2020-07-03"),
        ("az", "dünən", "2021-04-09"),
    ],
)
def test_dates(tag, text, value):
    [when] = Calendar(lexicon.load(tag)).find(text)[:1]
    assert resolve(when, "2021-04-10", "past") == value


@pytest.mark.parametrize(
    ("tag", "word", "bare"),
    [
        ("kk", "Тауқановпен", "Тауқанов"),
        ("kk", "Тауқановты", "Тауқанов"),
        ("kk", "Таубергенді", "Таубергенді"),
        ("az", "Dağlarovla", "Dağlarov"),
        ("az", "Dağlarova", "Dağlarova"),
        ("tr", "Toprakçı", "Toprakçı"),
    ],
)
def test_only_a_sure_case_ending_is_cut_off_a_name(tag, word, bare):
    assert nominative(word, lexicon.load(tag)) == bare


def test_two_forms_of_a_name_betray_the_third():
    assert nominative_among("Holmu", ["Holmla"], lexicon.load("az")) == "Holm"
    assert nominative_among("Таубергенді", ["Тауберген"], lexicon.load("kk")) == "Тауберген"
    assert nominative_among("Holm", [], lexicon.load("az")) is None


def test_two_names_in_a_row_are_two_persons():
    text = (
        "Azərbaycan Prezidenti Anar Dağlarov Norveç Prezidenti Lars Holmu qəbul edib.\n\n"
        "Anar Dağlarov Holmla telefonda danışıb.\n"
    )
    assert [p.name.value for p in extract(text, hints=Hints(language="az")).people] == ["Anar Dağlarov", "Lars Holm"]


def test_the_dotted_and_the_dotless_i_are_one_when_words_are_compared():
    hits = lexicon.load("tr").matcher.find("DIŞİŞLERİ BAKANI ve İRANLI mevkidaşı 8 ARALIK günü görüştü")
    assert {"office", "country"} <= {hit.kind for hit in hits}


def test_an_office_joined_by_a_dash_is_no_label_of_a_transcript():
    text = "Кездесуге Премьер-Министрдің орынбасары – Сыртқы істер министрі Айжан Қарлығашева қатысты.\n"
    record = extract(text, hints=Hints(language="kk"))
    assert record.quotes == ()
    assert [p.office.value for p in record.people] == ["Премьер-Министрдің орынбасары – Сыртқы істер министрі"]


def test_the_envoy_of_one_state_in_another():
    text = "Prezident Anar Dağlarov Norveçin Azərbaycandakı səfiri Lars Holmu qəbul edib.\n"
    people = extract(text, hints=Hints(language="az")).people
    assert [(p.name.value, p.country.value) for p in people][1:] == [("Lars Holm", "NO")]


def test_words_that_are_never_closed_end_before_who_said_them():
    text = "«Теңізі алыс елдің де кемесі болады, оны бірге саламыз, – деді министр Ерлан Тауқанов.\n"
    [quote] = extract(text, hints=Hints(language="kk")).quotes
    assert (quote.text, quote.speaker.value) == (
        "Теңізі алыс елдің де кемесі болады, оны бірге саламыз,",
        "Ерлан Тауқанов",
    )
