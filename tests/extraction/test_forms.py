"""Forms of the vocabulary are found as texts write them: folded letters, several words, capitals of any alphabet.

Invented people and words.
"""

import pytest

from meetings.extraction import extract


def page(title, *lines):
    return "\n\n".join((title, "12.05.2021", *lines)) + "\n"


def people(text):
    """(name, office, country) of everybody."""
    return [(p.name.value, p.office.value, p.country.value) for p in extract(text).people]


# --- letters that are folded


def test_an_owned_office_with_dotless_i():
    text = "Türkiye Dışişleri Bakanı Kemal Toprakçı, Gana eşgüdüm danışmanı Omar Dia ile Ankara'da görüştü."
    assert ("Omar Dia", "Gana eşgüdüm danışmanı", "GH") in people(page("Bakan Kemal Toprakçı görüştü", text))


def test_an_owned_office_with_dotless_i_in_the_stem():
    text = "Azərbaycanın xarici işlər naziri Elxan Sarinli Qananın quraşdırma başçısı Omar Dia ilə Bakıda görüşüb."
    assert ("Omar Dia", "Qananın quraşdırma başçısı", "GH") in people(page("Nazir Elxan Sarinli görüşüb", text))


@pytest.mark.parametrize("word", ["أغسطس", "الأحد", "أبريل"])
def test_a_month_or_a_weekday_with_hamza_is_no_part_of_a_name(word):
    text = f"التقى وزير الخارجية سامي الهاشمي سفير غانا كوفي مينساه {word} في أوسلو."
    assert "كوفي مينساه" in [name for name, _office, _state in people(page("الوزير يلتقي سفير غانا", text))]


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
    assert name in [found for found, _office, _state in people(page("Omar", text))]
