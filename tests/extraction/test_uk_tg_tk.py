"""Ukrainian, Tajik and Turkmen: cases, offices, dates and speech, with invented people and words."""

import pytest

from meetings.extraction import Hints, extract, lexicon
from meetings.extraction.alike import same_word
from meetings.extraction.date_resolution import resolve
from meetings.extraction.dates import Calendar
from meetings.extraction.declension import nominative_name
from meetings.extraction.languages import identify

UKRAINIAN = """Ярина Зоряницька обговорила з главою МЗС Польщі добудову мосту

Середа, 14 лютого 2024, 17:05

Міністерка України Ярина Зоряницька провела у Києві зустріч із Міністром закордонних справ Польщі Казімежем Вронецьким.

У зустрічі взяв участь Посол України в Польщі Остап Верболоза.

"Міст має бути готовий до осені, і ми обоє це знаємо", - написала Зоряницька в соцмережі.

«Пані Міністерко, Ви знаєте дорогу до Львова, — сказав Вронецький. — Тож чекаємо на Вас».

За словами Вронецького, "обидві сторони зацікавлені в швидкому завершенні робіт".

Того ж дня з Віцепрем’єр-міністром Румунії Йоном Караджале розмовляв Остап Верболоза.
"""

TAJIK = """Суҳбати телефонии Президенти Ҷумҳурии Тоҷикистон бо Президенти Ҷумҳурии Қазоқистон

ДУШАНБЕ, 12.03.2024 /АМИТ «Ховар»/. Президенти Тоҷикистон Фирдавс Зарбодзода бо Ерлан Тауқанов суҳбати телефонӣ кард.

Сипас Фирдавс Зарбодзода сафири Ҷопон Кенҷи Морияторо қабул кард.
"""

TURKMEN = """Türkmenistanyň we Türkiýäniň daşary işler ministrleri duşuşdylar

Aşgabat, 5-nji iýun (TDH). Şu gün Aşgabatda ministr Döwran Garagulow Türkiýäniň ministri Defne Tunjaly bilen duşuşdy.

«Ýol näçe uzak bolsa-da, dost üçin gysgadyr» diýip, D.Garagulow aýtdy.
"""


@pytest.mark.parametrize(
    ("text", "language", "published", "meeting", "who"),
    [
        (
            UKRAINIAN,
            "uk",
            "2024-02-14",
            ("talks", "Київ", "UA"),
            [
                ("Ярина Зоряницька", "Міністерка України", "UA"),
                ("Казімеж Вронецький", "Міністр закордонних справ Польщі", "PL"),
                ("Остап Верболоза", "Посол України в Польщі", "UA"),
            ],
        ),
        (
            TURKMEN,
            "tk",
            "XXXX-06-05",
            ("talks", "Aşgabat", "TM"),
            [
                ("Döwran Garagulow", "ministr", "TM"),
                ("Defne Tunjaly", "Türkiýäniň ministri", "TR"),
            ],
        ),
    ],
)
def test_a_meeting_is_read_with_names_and_offices_as_in_a_dictionary(text, language, published, meeting, who):
    record = extract(text)
    [read] = record.meetings
    assert (record.language.value, record.published.value) == (language, published)
    assert (read.format.value, read.place.value, read.place_country.value) == meeting
    assert [(p.name.value, p.office.value, p.country.value) for p in read.participants] == who


def test_a_tajik_call_and_an_object_marked_by_its_ending():
    record = extract(TAJIK)
    assert (record.language.value, record.published.value) == ("tg", "2024-03-12")
    assert [(m.format.value, [p.name.value for p in m.participants]) for m in record.meetings] == [
        ("call", ["Фирдавс Зарбодзода", "Ерлан Тауқанов"]),
        ("talks", ["Фирдавс Зарбодзода", "Кенҷи Мориято"]),
    ]


def test_offices_keep_the_apostrophes_of_the_text():
    [romanian] = [p for p in extract(UKRAINIAN).people if p.name.value == "Йон Караджале"]
    assert (romanian.office.value, romanian.country.value) == ("Віцепрем’єр-міністр Румунії", "RO")


def test_who_speaks():
    assert [(q.text, q.speaker.value) for q in extract(UKRAINIAN).quotes] == [
        ("Міст має бути готовий до осені, і ми обоє це знаємо", "Ярина Зоряницька"),
        ("Пані Міністерко, Ви знаєте дорогу до Львова,", "Казімеж Вронецький"),
        ("Тож чекаємо на Вас", "Казімеж Вронецький"),
        ("обидві сторони зацікавлені в швидкому завершенні робіт", "Казімеж Вронецький"),
    ]
    assert [q.speaker.value for q in extract(TURKMEN).quotes] == ["Döwran Garagulow"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Посол прибув до Єгипту через Білоруссю.", ["EG", "BY"]),
        ("Міністр відвідав Туреччину, Об’єднані Арабські Емірати та Велику Британію.", ["TR", "AE", "GB"]),
        ("Того ж дня відбулися українсько-молдовські консультації.", ["UA", "MD"]),
        ("Türkiýäniň we Russiýanyň wekilleri Täjigistanda duşuşdy.", ["TR", "RU", "TJ"]),
        ("Вазирони Тоҷикистону Ӯзбекистон бо сафири Эрон вохӯрданд.", ["TJ", "UZ", "IR"]),
    ],
)
def test_states_in_any_case(text, codes):
    language = "uk" if "і" in text else "tg" if "Ӯ" in text else "tk"
    assert [m.value for m in extract(text + "\n", hints=Hints(language=language)).countries] == codes


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("uk", "8 квітня 2021 року", "2021-04-08"),
        ("uk", "у четвер, 8 квітня", "2021-04-08"),
        ("uk", "у вівторок", "2021-04-06"),
        ("uk", "торік у листопаді", "2020-11"),
        ("uk", "учора", "2021-04-09"),
        ("tg", "8 апрели соли 2021", "2021-04-08"),
        ("tg", "8-уми апрел", "2021-04-08"),
        ("tg", "моҳи ноябри соли 2020", "2020-11"),
        ("tg", "дирӯз", "2021-04-09"),
        ("tk", "2021-nji ýylyň 8-nji aprelinde", "2021-04-08"),
        ("tk", "8-nji aprelde", "2021-04-08"),
        ("tk", "2020-nji ýylyň noýabrynda", "2020-11"),
        ("tk", "düýn", "2021-04-09"),
    ],
)
def test_dates(tag, text, value):
    [when] = Calendar(lexicon.load(tag)).find(text)[:1]
    assert resolve(when, "2021-04-10", "past") == value


@pytest.mark.parametrize(
    ("oblique", "bare"),
    [
        ("Остапа Ткачишенка", "Остап Ткачишенко"),
        ("Остапові Ткачишенку", "Остап Ткачишенко"),
        ("Андрієм Зоряницьким", "Андрій Зоряницький"),
        ("Марією Зоряницькою", "Марія Зоряницька"),
        ("Ользі Сергіївні Ковалюковій", "Ольга Сергіївна Ковалюкова"),
        ("Василем Шевцем", "Василь Шевець"),
        ("Петра Мирного", "Петро Мирний"),
        ("Ігорем Дубовиком", "Ігор Дубовик"),
    ],
)
def test_ukrainian_names_in_the_nominative(oblique, bare):
    assert " ".join(nominative_name(tuple(oblique.split()), lexicon.load("uk"))) == bare


def test_two_cases_of_a_family_name_are_one_and_a_family_name_is_no_case_of_a_given_one():
    ukrainian, russian = lexicon.load("uk").inflection, lexicon.load("ru").inflection
    assert same_word("Вронецьким", "Вронецького", ukrainian)
    assert same_word("Вронецкого", "Вронецким", russian)
    assert not same_word("Иванов", "Иваном", russian)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Президент провів зустріч з послом", "uk"),
        ("Президент Украины провёл встречу с послом", "ru"),
        ("Президенти Тоҷикистон сафирро қабул кард", "tg"),
        ("Президент элчини қабул қилди", "uz-Cyrl"),
        ("Daşary işler ministri duşuşyk geçirdi", "tk"),
        ("Dışişleri Bakanı büyükelçiyi kabul etti", "tr"),
        ("Xarici işlər naziri səfiri qəbul edib", "az"),
    ],
)
def test_neighbouring_languages_are_told_apart(text, language):
    assert identify(text).value == language
