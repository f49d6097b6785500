"""Forms of the vocabulary are found as texts write them: folded letters, several words, capitals of any alphabet.

Invented people and words.
"""

import pytest

from meetings.extraction import extract
from tests.extraction.told import people_in_full


def page(title, *lines):
    return "\n\n".join((title, "12.05.2021", *lines)) + "\n"


# --- letters that are folded


def test_an_owned_office_with_dotless_i():
    text = "Türkiye Dışişleri Bakanı Kemal Toprakçı, Gana eşgüdüm danışmanı Omar Dia ile Ankara'da görüştü."
    assert ("Omar Dia", "Gana eşgüdüm danışmanı", "GH") in people_in_full(page("Bakan Kemal Toprakçı görüştü", text))


def test_an_owned_office_with_dotless_i_in_the_stem():
    text = "Azərbaycanın xarici işlər naziri Elxan Sarinli Qananın quraşdırma başçısı Omar Dia ilə Bakıda görüşüb."
    assert ("Omar Dia", "Qananın quraşdırma başçısı", "GH") in people_in_full(page("Nazir Elxan Sarinli görüşüb", text))


@pytest.mark.parametrize("word", ["أغسطس", "الأحد", "أبريل"])
def test_a_month_or_a_weekday_with_hamza_is_no_part_of_a_name(word):
    text = f"التقى وزير الخارجية سامي الهاشمي سفير غانا كوفي مينساه {word} في أوسلو."
    assert "كوفي مينساه" in [name for name, _office, _state in people_in_full(page("الوزير يلتقي سفير غانا", text))]


# --- forms of several words


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("ОСЛО, 12 май (НЬЮС) – Гана ташқи ишлар вазири Омар Диа Ларс Холм билан бу ерда учрашди.", "Осло"),
        ("OSLO, 12-may (NEWS) – Gana tashqi ishlar vaziri Omar Dia bu yerda Lars Holm bilan uchrashdi.", "Oslo"),
        ("ОСЛО, 12-май (НЬЮС) – Гананын тышкы иштер министри Омар Диа ушул жерде Ларс Холм менен жолугушту.", "Осло"),
        ("ОСЛО, 12 май (НЬЮС) – Вазири корҳои хориҷии Гана Омар Диа дар ин ҷо бо Ларс Холм мулоқот кард.", "Осло"),
    ],
)
def test_here_in_two_words_is_where_the_agency_wrote(text, town):
    [met] = extract(page("Omar Dia", text)).meetings
    assert (met.place.value, met.place.rule) == (town, "place.dateline")


@pytest.mark.parametrize(
    ("title", "met", "said"),
    [
        (
            "Rencontre à Oslo",
            "Le ministre du Commerce du Ghana, Omar Dia, a rencontré à Oslo le ministre norvégien Lars Holm.",
            "Omar Dia s'est félicité de l'accueil. « Nous avançons vers un accord », a déclaré le maître de maison.",
        ),
        (
            "Reunión en Oslo",
            "El ministro de Exteriores de Ghana, Omar Dia, se reunió en Oslo con el ministro noruego Lars Holm.",
            "Omar Dia agradeció la acogida. «Avanzamos hacia un acuerdo», dijo el dueño de casa.",
        ),
    ],
)
def test_a_host_of_several_words_speaks(title, met, said):
    assert [q.speaker.value for q in extract(page(title, met, said)).quotes] == ["Lars Holm"]


@pytest.mark.parametrize(
    ("met", "said"),
    [
        (
            "Сыртқы істер министрі Дәурен Сәлімов Астанада Гана министрі Омар Диамен кездесті.",
            "«Тараптар жаңа жоспарға келісті», - деп хабарлады баспасөз қызметі.",
        ),
        (
            "Ташқи ишлар вазири Гулом Саримов Тошкентда Гана вазири Омар Диа билан учрашди.",
            "«Томонлар янги режага келишди», - дея хабар берди матбуот хизмати.",
        ),
        (
            "Foreign Minister of Chile Ana Ruiz met with Foreign Minister of Ghana Omar Dia in Oslo.",
            "A press secretary said: “Both sides agreed on a new plan.”",
        ),
    ],
)
def test_a_press_service_or_secretary_of_two_words_is_none_of_those_who_met(met, said):
    assert [q.speaker.value for q in extract(page("Omar Dia", met, said)).quotes] == [None]


def test_a_talk_alone_is_one_of_two_whatever_it_is_part_of():
    met = "El ministro de Exteriores de Ghana, Omar Dia, celebró una reunión a solas con el ministro noruego Lars Holm"
    [told] = extract(page("Cumbre en Oslo", f"{met} antes de la cumbre multilateral de Oslo.")).meetings
    assert told.format.value == "talks"


# --- capitals of any alphabet


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Türkiye Dışişleri Bakanı Kemal Toprakçı, Gana Dışişleri Bakanı Omar el-Şahin ile görüştü.", "Omar el-Şahin"),
        ("Foreign Minister of Chile Ana Ruiz met Foreign Minister of Ghana Omar al-Šahir in Oslo.", "Omar al-Šahir"),
        ("Қазақстан Сыртқы істер министрі Дәурен Сәлімов Гана министрі Омар аль-Ғаримен кездесті.", "Омар аль-Ғари"),
    ],
)
def test_an_article_before_any_capital_belongs_to_the_name(text, name):
    assert name in [found for found, _office, _state in people_in_full(page("Omar", text))]


def test_a_small_letter_with_an_accent_begins_no_outlet():
    question = "Question : Carnaval Atlantique, également annulé, reviendra-t-il ?"
    thanks = "Paul Lambert : Merci à tous d'être venus ici aujourd'hui pour cette conférence."
    answer = "Paul Lambert : Nous y pensons beaucoup, et je crois que oui."
    text = page("Conférence de presse de Paul Lambert", thanks, question, answer)
    assert [name for name, _office, _state in people_in_full(text)] == ["Paul Lambert"]


def test_a_script_without_capitals_has_no_heading_in_capitals():
    week = (
        "الاثنين: التقى وزير الخارجية سامي الهاشمي سفير غانا كوفي مينساه في أوسلو.",
        "الثلاثاء: التقى وزير الخارجية سامي الهاشمي سفير تشيلي دييغو مولينا في أوسلو.",
        "وأضاف: استقبل الوزير سامي الهاشمي سفير بيرو باولو ريفاس في أوسلو.",
        "الأربعاء: التقى وزير الخارجية سامي الهاشمي سفير كينيا داودي موانغي في أوسلو.",
    )
    days = [m.date.value for m in extract(page("نشاط الوزير في أسبوع", *week)).meetings]
    assert days == ["2021-05-10", "2021-05-11", "2021-05-11", "2021-05-12"]


# --- the order of the text, not of a set


@pytest.mark.parametrize(("first", "second"), [("正在访问的", "前来访问的"), ("前来访问的", "正在访问的")])
def test_whoever_is_named_before_a_guest_is_the_host(first, second):
    text = f"为答谢{first}客人,挪威外交部长拉尔斯·霍尔姆会见{second}加纳外长奥马尔·迪亚。"
    [met] = extract(page("外长会见客人", text)).meetings
    assert (met.place_country.value, met.place_country.rule) == ("NO", "place-country.visit")
