"""Who says what in French, Spanish and Turkish stories: words told inside the words, hosts and guests, papers."""

from __future__ import annotations

import pytest

from meetings.extraction import extract
from tests.extraction.told import said

ES = """El canciller Prado recibe a su colega danesa

Lima, 4 de mayo de 2022

El canciller peruano, Ernesto Prado Salcedo, recibió a la ministra danesa de Exteriores, Birgit Holmgaard.

{}
"""
FR = """Paris et Lima relancent la coopération

Paris, le 4 mai 2022

La ministre déléguée Hélène Vautrin a reçu le vice-ministre péruvien Ernesto Prado.

{}
"""
TR = """Selin Ersoy, Lima'da

Ankara, 4 Mayıs 2022

Dışişleri Bakan Yardımcısı Selin Ersoy, Peru Dışişleri Bakanı Ernesto Prado ile görüştü.

{}
"""


def spoken(frame: str, words: str) -> list[tuple[str | None, str]]:
    return [(q.speaker.value, q.text) for q in extract(frame.format(words)).quotes]


@pytest.mark.parametrize(
    ("frame", "words", "expected"),
    [
        (
            ES,
            "—No tengo prisa —contestó Ernesto Prado—. La prisa es mala consejera.",
            [("Ernesto Prado Salcedo", "No tengo prisa"), ("Ernesto Prado Salcedo", "La prisa es mala consejera.")],
        ),
        (ES, "—¿Habrá acuerdo? —preguntó un periodista al salir.", []),
        (
            FR,
            "« Neuf tunnels, a-t-elle répété en sautant du wagon. On aurait pu en compter douze. »",
            [("Hélène Vautrin", "Neuf tunnels"), ("Hélène Vautrin", "On aurait pu en compter douze.")],
        ),
        (
            FR,
            "– On verra bien demain, a rétorqué Ernesto Prado, le vice-ministre. Ici, rien ne presse.",
            [("Ernesto Prado", "On verra bien demain"), ("Ernesto Prado", "Ici, rien ne presse.")],
        ),
        (
            TR,
            "– Acele işe şeytan karışır, dedi Selin Ersoy. – Biz bekleriz.",
            [("Selin Ersoy", "Acele işe şeytan karışır"), ("Selin Ersoy", "Biz bekleriz.")],
        ),
    ],
)
def test_what_the_narrator_tells_inside_the_words_is_not_quoted(
    frame: str, words: str, expected: list[tuple[str | None, str]]
) -> None:
    assert spoken(frame, words) == expected


@pytest.mark.parametrize(
    ("frame", "words", "speaker"),
    [
        (
            ES,
            "“Nos vemos pronto, sin falta”, dijo Holmgaard. El anfitrión calificó el paseo de “corto y muy mojado”.",
            "Ernesto Prado Salcedo",
        ),
        (
            ES,
            "“Nos vemos en otoño, sin falta”, dijo Prado. “Sin falta y con tiempo”, le contestó ésta.",
            "Birgit Holmgaard",
        ),
        (ES, "Un diplomático que pidió no ser identificado describió la sopa como “salada pero honrada”.", None),
        (
            FR,
            "« Nous reviendrons à l'automne », a dit Mme Vautrin. « Sans faute », a répondu ce dernier.",
            "Ernesto Prado",
        ),
        (
            FR,
            "« Nous reviendrons à l'automne », a dit Ernesto Prado. « Et nous aussi », a ajouté la ministre.",
            "Hélène Vautrin",
        ),
        (
            FR,
            "Hélène Vautrin a défendu l'accord. « Nous l'avons relu », dit-elle en réponse au ministre Prado.",
            "Hélène Vautrin",
        ),
        (
            FR,
            "M. Étienne Morel a tout relu.\n\n« Nous avons tout dit », a affirmé M. Morel en réponse à "
            "Ernesto Prado.\n\n« Le pressoir sentira longtemps la pomme », affirme le président de la coopérative.",
            "Étienne Morel",
        ),
        (FR, "Un diplomate, sous couvert d'anonymat, décrit une soupe « salée mais honnête ».", None),
        (FR, "Dans un communiqué commun, les deux ministres ont affirmé que « la marée n'attend personne ».", None),
        (TR, "Ajans, Prado'nun “Denizde sınır yoktur” dediğini aktardı.", "Ernesto Prado"),
        (TR, "Ortak açıklamada, “Gelgit kimseyi beklemez, biz de beklemeyiz” denildi.", None),
        (TR, "Dışişleri Bakanlığından yapılan açıklamada, “Görüşme yararlı geçti” denildi.", "Dışişleri Bakanlığı"),
        (TR, "Bir diplomat görüşmeleri “iki adım ileri, bir adım geri” diye tarif etti.", None),
    ],
)  # fmt: skip
def test_the_speaker_of_the_last_words(frame: str, words: str, speaker: str | None) -> None:
    assert spoken(frame, words)[-1][0] == speaker


def test_initials_before_words_stand_for_the_names_that_the_page_gives() -> None:
    text = ES.format(
        "E. P. — Bienvenida a Lima, señora ministra.\n\nB. H. — Gracias, me quedo hasta octubre.\n\n"
        "Periodista — ¿Firmarán hoy?\n\nB. H. — Ya firmamos.\n\n"
        "(E. P.: Ernesto Prado, canciller; B. H.: Birgit Holmgaard, ministra.)"
    )
    assert [q.speaker.value for q in extract(text).quotes][1:] == ["Birgit Holmgaard", "Birgit Holmgaard"]


MET_TR = "Görüşme\n02.03.2025\n\nGana Cumhurbaşkanı Omar Bello, Oslo'da Şili Cumhurbaşkanı Luis Ruma ile görüştü. "
MET_AZ = "Görüş\n2 mart 2025\n\nQananın Prezidenti Omar Bello Osloda Çilinin Prezidenti Luis Ruma ilə görüşüb. "


@pytest.mark.parametrize("text", [
    MET_TR + "Taraflar “kayıkların rengi için yeni bir fırça” temalı foruma katıldı.\n",
    MET_TR + "Taraflar “Kayıkların ortak boyanması hakkında ikili Anlaşma” taslağını ele aldı.\n",
    MET_AZ + "Tərəflər “Qayıqların birgə boyanması haqqında ikitərəfli Saziş” layihəsini müzakirə edib.\n",
])  # fmt: skip
def test_what_is_called_so_behind_the_marks_is_a_name(text: str) -> None:
    assert extract(text).quotes == ()


@pytest.mark.parametrize("text", [
    MET_TR + "Bello, Ruma'nın “Nehir bizimdir” açıklamasını eleştirdi.\n",
    MET_AZ + "Bello Rumanın “Çay bizimdir” bəyanatını tənqid edib.\n",
])  # fmt: skip
def test_a_noun_for_what_was_said_behind_the_marks_tells_whose_words_they_are(text: str) -> None:
    assert [(len(q.text.split()), q.speaker.value) for q in extract(text).quotes] == [(2, "Luis Ruma")]


def test_line_behind_a_dash_that_another_line_tells_is_not_spoken() -> None:
    told = "Limanlar Bakanı Kerem Dalgın, Peru Limanlar Bakanı Luis Vanzi ve beraberindeki heyeti ağırladı."
    text = f"Bakan Dalgın, Perulu Bakanı ağırladı\n\n{told}\n\n- {told}\n\nDalgın, iskelenin uzun olduğunu söyledi.\n"
    assert said(text) == []
