"""A speech and those who react to it elsewhere; headings that are but words in marks; owners before a noun."""

from __future__ import annotations

import pytest

from meetings.extraction import extract
from meetings.extraction.record import Record


def _people(record: Record) -> list[list[str | None]]:
    return [[p.name.value for p in m.participants] for m in record.meetings]


def _speakers(record: Record) -> dict[str, str | None]:
    return {q.text: q.speaker.value for q in record.quotes}


SPEECH_DE = """Absage aus Lome
14. Juni 2024

Kurz vor dem Gipfel in Oslo hat der ghanaische Präsident Omar Bell seine Bedingungen genannt. „Wir bauen die \
Brücke zuerst“, sagte Bell in einer Rede.

Der togoische Außenminister Luis Ruhm nannte das „schwer vorstellbar“. NATO-Generalsekretär Jan Talheim sagte: „Das \
ist kein Angebot.“
"""

SPEECH_ES = """Críticas desde Lomé
14 de junio de 2024

El presidente de Ghana, Omar Bello, dijo el viernes en un discurso que “el puente va primero”.

El canciller de Togo, Luis Ruma, afirmó: “No es una oferta seria”.
"""

SPEECH_FR = """Critiques de Lomé
14 juin 2024

Le président du Ghana, Omar Belin, a déclaré vendredi dans un discours que « le pont passe avant tout ».

Le ministre togolais des Affaires étrangères, Luis Rumat, a affirmé : « Ce n’est pas une offre sérieuse. »
"""


@pytest.mark.parametrize(
    ("text", "who"), [(SPEECH_DE, "Omar Bell"), (SPEECH_ES, "Omar Bello"), (SPEECH_FR, "Omar Belin")]
)
def test_who_reacts_to_a_speech_was_not_there(text: str, who: str) -> None:
    record = extract(text)
    assert _people(record) == [[who]]
    assert record.meetings[0].format.value == "lecture"
    assert len(set(_speakers(record).values())) > 1


@pytest.mark.parametrize("text", [
    "Bell nennt Bedingungen\n14. Juni 2024\n\nKurz vor dem Gipfel in Oslo nannte der ghanaische Präsident Omar Bell "
    "seine Bedingungen.\n",
    "Belin pose ses conditions\n14 juin 2024\n\nPeu avant le sommet d’Oslo, le président du Ghana Omar Belin a posé "
    "ses conditions.\n",
    "Condiciones de Bello\n14 de junio de 2024\n\nPocas horas antes de la cumbre de Oslo, el presidente de Ghana, Omar "
    "Bello, puso sus condiciones.\n",
])  # fmt: skip
def test_a_gathering_to_come_is_none_that_took_place(text: str) -> None:
    assert extract(text).meetings == ()


HEADINGS_DE = """Gespräch über die Brücke
14. Juni 2024

Der ghanaische Präsident Omar Bell hat am Freitag in Oslo den chilenischen Präsidenten Luis Ruhm getroffen. „Dies ist \
nah“, sagte Bell. „Dies ist ein Angebot für mehr Handel, mehr Brücken.“

„Den Fluss gemeinsam überqueren“

Ruhm sagte, man wolle den Fluss gemeinsam überqueren. Bells Angebot sei „eine gute Idee“.
"""

HEADINGS_TR = """Oslo'da köprü görüşmesi
14.06.2024

Gana Cumhurbaşkanı Kofi Ansu, Oslo'da Togo Cumhurbaşkanı Omar Dia ile görüştü. Ansu, "Nehri geçeceğiz." dedi.

"NEHRİ BİRLİKTE GEÇMEK İSTİYORUZ"

Ticareti de değerlendiren Dia, nehri birlikte geçmek istediklerini söyledi.
"""


def test_a_heading_in_marks_is_of_whoever_speaks_below_it() -> None:
    german = extract(HEADINGS_DE)
    assert _speakers(german) == {
        "Dies ist nah": "Omar Bell",
        "Dies ist ein Angebot für mehr Handel, mehr Brücken.": "Omar Bell",
        "Den Fluss gemeinsam überqueren": "Luis Ruhm",
        "eine gute Idee": "Luis Ruhm",
    }
    assert {p.name.value for p in german.people} == {"Omar Bell", "Luis Ruhm"}
    assert _speakers(extract(HEADINGS_TR))["NEHRİ BİRLİKTE GEÇMEK İSTİYORUZ"] == "Omar Dia"
