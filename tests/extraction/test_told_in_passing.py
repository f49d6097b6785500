"""What a text tells in passing: results of other gatherings, governments and deaths, houses that stand for a state,
offices whose head is not said again, a transcript of one speaker."""

from __future__ import annotations

import pytest

from meetings.extraction import extract
from meetings.extraction.record import Record


def _people(record: Record) -> list[list[str | None]]:
    return [[p.name.value for p in m.participants] for m in record.meetings]


def _held(record: Record) -> dict[str | None, tuple[str | None, str | None]]:
    return {p.name.value: (p.office.value, p.country.value) for m in record.meetings for p in m.participants}


def _speakers(record: Record) -> dict[str, str | None]:
    return {q.text: q.speaker.value for q in record.quotes}


RESULTS = [
    "Ansu: Uzlaşılar geçerli\n16.11.2025\n\nGana Dışişleri Bakanı Kofi Ansu, Oslo zirvesinde sağlanan uzlaşıların "
    'sürdüğünü belirterek "Bu iyi bir yoldur." dedi.\n',
    "Ansu: los acuerdos siguen\n16 de noviembre de 2025\n\nEl canciller de Ghana, Kofi Ansu, afirmó que los acuerdos "
    "alcanzados en la cumbre de Oslo siguen vigentes.\n",
    "Ansu : les accords tiennent\n16 novembre 2025\n\nLe ministre ghanéen des Affaires étrangères, Kofi Ansu, a "
    "déclaré que les accords conclus lors du sommet d'Oslo restaient valables.\n",
    "Ansu: Absprachen gelten\n16. November 2025\n\nDer ghanaische Außenminister Kofi Ansu sagte, die auf dem Gipfel in "
    "Oslo erzielten Absprachen gälten weiter.\n",
    "外长：共识有效\n2025年11月16日\n\n加纳外长安苏表示，双方在奥斯陆峰会上达成的共识仍然有效。\n",
]


@pytest.mark.parametrize("text", RESULTS)
def test_what_a_gathering_has_led_to_tells_of_no_meeting(text: str) -> None:
    assert extract(text).meetings == ()


def test_a_gathering_at_which_something_is_reached_is_told() -> None:
    text = (
        "Cumbre en Oslo\n16 de noviembre de 2025\n\nEl canciller de Ghana, Kofi Ansu, participó en la cumbre de Oslo.\n"
    )
    assert _people(extract(text)) == [["Kofi Ansu"]]


ELLIPTIC_ES = """Reunión en Oslo
14 de junio de 2024

Acompañado de los secretarios de Comercio, Pamela Prado; Transporte, Antón Foz; y el representante comercial de Ghana, \
Miguel Frómista, el presidente de Ghana, Omar Bello, se reunió el viernes en Oslo con el canciller de Chile, Luis Ruma.

Por la parte chilena participaron el secretario de Hacienda, Pedro Lanza; el de Economía, Juan Torralba y la de \
Turismo, Clara Ruedo.
"""

ELLIPTIC_FR = """Rencontre à Oslo
14 juin 2024

Le président du Ghana, Omar Belin, a rencontré vendredi à Oslo le ministre chilien de l'Économie, Luc Rumat, et celui \
des Transports, Jean Tourbal.
"""


def test_offices_whose_head_is_not_said_again() -> None:
    assert _held(extract(ELLIPTIC_ES)) == {
        "Pamela Prado": ("secretario de Comercio", "GH"),
        "Antón Foz": ("secretario de Transporte", "GH"),
        "Miguel Frómista": ("representante comercial de Ghana", "GH"),
        "Omar Bello": ("presidente de Ghana", "GH"),
        "Luis Ruma": ("canciller de Chile", "CL"),
        "Pedro Lanza": ("secretario de Hacienda", "CL"),
        "Juan Torralba": ("secretario de Economía", "CL"),
        "Clara Ruedo": ("secretaria de Turismo", "CL"),
    }
    assert _held(extract(ELLIPTIC_FR))["Jean Tourbal"] == ("ministre des Transports", "CL")


def test_whose_government_is_spoken_of_is_not_there() -> None:
    record = extract(
        "Reunión en Oslo\n14 de junio de 2024\n\nEl canciller de Ghana, Omar Bello, se reunió en Oslo con el canciller "
        "de Chile, Luis Ruma, para hablar de las reformas del gobierno del presidente Hugo Lagar.\n"
    )
    assert _people(record) == [["Omar Bello", "Luis Ruma"]]
    assert "Hugo Lagar" in [p.name.value for p in record.people]


@pytest.mark.parametrize(("text", "office"), [
    ("Oslo'da görüşme\n16.05.2025\n\nKremlin Danışmanı Pavel Orlovski, Oslo'da Gana Dışişleri Bakanı Kofi Ansu ile "
     "görüştü.\n", "Kremlin Danışmanı"),
    ("Rencontre à Oslo\n16 mai 2025\n\nLe conseiller du Kremlin Pavel Orlovski a rencontré vendredi à Oslo le ministre "
     "ghanéen Kofi Ansu.\n", "conseiller du Kremlin"),
])  # fmt: skip
def test_a_house_stands_for_its_state(text: str, office: str) -> None:
    assert _held(extract(text))["Pavel Orlovski"] == (office, "RU")


def test_a_state_ends_an_office_before_a_name() -> None:
    text = (
        "Le nouveau président du Ghana Kofi Ansu et le Catholicos Tigran Ier ont discuté du commerce\n20 janvier 2025\n"
        "\nLe Catholicos Tigran Ier a rencontré aujourd’hui le nouveau président du Ghana, Kofi Ansu.\n"
    )
    assert _held(extract(text)) == {
        "Tigran Ier": ("Catholicos", None),
        "Kofi Ansu": ("nouveau président du Ghana", "GH"),
    }


PARTICIPLES_TR = """Oslo'da görüşme
16.11.2025

Gana Cumhurbaşkanı Kofi Ansu, Oslo'da Togo Cumhurbaşkanı Omar Dia ile görüştü.

Togo Cumhurbaşkanı Omar Dia arasında yapılan ticareti değerlendiren Ansu, "Ticaret artıyor." şeklinde konuştu.

Amacın güven inşa etmek olduğunu belirten Dia, “Yeni ortaklıklar kuruldu.” dedi.
"""


def test_a_name_right_before_the_words_speaks_them_where_the_verb_stands_last() -> None:
    assert _speakers(extract(PARTICIPLES_TR)) == {
        "Ticaret artıyor.": "Kofi Ansu",
        "Yeni ortaklıklar kuruldu.": "Omar Dia",
    }


ONE_SPEAKER = """Versión estenográfica. Cumbre del Lago. Reunión bilateral Ghana - Chile
Presidencia de la República
18 de noviembre de 2021

PRESIDENTE OMAR BELLO LANZA
Estamos muy agradecidos de tener este encuentro con el presidente Ruma.
Antes conversábamos de la relación que tuvieron el presidente Torralba y el presidente Foz.
Nosotros queremos que el puente una a nuestros pueblos, y por eso nos da mucho gusto estar aquí.
"""


def test_a_transcript_of_one_speaker_tells_whom_they_met() -> None:
    record = extract(ONE_SPEAKER)
    assert _people(record) == [["OMAR BELLO LANZA", "Ruma"]]
    assert [q.speaker.value for q in record.quotes] == ["OMAR BELLO LANZA"]


PRESS_ZH = """外长：期待好消息
2019年7月2日

加纳外长安苏2日在奥斯陆同智利外长鲁马共见记者时表示，各方开展了良性互动。
安苏说，6月30日，我们看到多哥领导人和秘鲁领导人在利马举行第三次会晤，并达成共识。
"""


def test_what_is_told_before_the_press_is_no_other_meeting() -> None:
    assert _people(extract(PRESS_ZH)) == [["安苏", "鲁马"]]
