"""Bodies that speak by their letters, known ones and others."""

from __future__ import annotations

import pytest

from meetings.extraction import extract

SPOKEN = [
    (
        "Reacciones\n2 de marzo de 2025\n\nEl presidente de Ghana, Omar Bello, habló por teléfono con el presidente de "
        "Chile, Luis Ruma.\n\n“También elogiamos el trabajo del ministro Lanza”, añadió la {}.\n"
    ),
    (
        "Réactions\n2 mars 2025\n\nLe président du Ghana, Omar Bello, a téléphoné au président du Chili, Luis Ruma.\n\n"
        "« Nous avons également salué le travail du ministre Lanza », a ajouté l'{}.\n"
    ),
    (
        "Reaktionen\n2. März 2025\n\nDer ghanaische Präsident Omar Bello hat mit dem chilenischen Präsidenten Luis "
        "Ruma telefoniert.\n\n„Auch loben wir die Arbeit des Ministers Lanza“, erklärte die {}.\n"
    ),
]


@pytest.mark.parametrize("text", SPOKEN)
@pytest.mark.parametrize("letters", ["OFAN", "NATO"])
def test_a_body_at_a_verb_of_speech_speaks(text: str, letters: str) -> None:
    assert [q.speaker.value for q in extract(text.format(letters)).quotes] == [letters]


def test_known_letters_right_before_the_words_where_the_verb_stands_last() -> None:
    text = (
        "Tepkiler\n02.03.2025\n\nGana Cumhurbaşkanı Omar Bello, Şili Cumhurbaşkanı Luis Ruma ile telefonda görüştü.\n\n"
        'NATO, "Bakan Lanza\'nın çalışmasını da övüyoruz." dedi.\n'
    )
    assert [q.speaker.value for q in extract(text).quotes] == ["NATO"]


def test_an_agency_passes_on_what_somebody_said() -> None:
    text = (
        "Reacciones\n2 de marzo de 2025\n\nEl presidente de Ghana, Omar Bello, habló por teléfono con el presidente de "
        "Chile, Luis Ruma.\n\nBello fue breve. “El puente sigue en pie”, informó la OFAN.\n"
    )
    assert [q.speaker.value for q in extract(text).quotes] == ["Omar Bello"]
