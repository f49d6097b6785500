"""Words for talks late in a text whose headline tells of none. Persons and words are invented."""

import pytest

from meetings.extraction import extract

HEADS = {
    "es": "Ruiz: la economía crecerá\n\n8 de abril de 2021\n\n"
    "La ministra Ana Ruiz presentó cifras. Habló del comercio. Habló de la pesca. Habló del puerto. {}\n",
    "de": "Bell rechnet mit Wachstum\n\n8. April 2021\n\n"
    "Minister Anton Bell legte Zahlen vor. Der Handel wuchs. Der Hafen wuchs. Die Fischerei wuchs. {}\n",
}
ONE_SIDED = {
    "es": "Ruiz dijo que muchas empresas han recibido créditos y que las conversaciones ayudaron.",
    "de": "Bell habe seine Entscheidung nach langen Gesprächen getroffen.",
}
OF_TWO = {
    "es": "La ministra Ruiz recibió el jueves al ministro chileno Omar Dia.",
    "de": "Minister Bell traf am Donnerstag den chilenischen Minister Omar Dia.",
}


@pytest.mark.parametrize("language", HEADS)
def test_one_persons_talks_late_in_a_text_are_no_meeting(language):
    assert extract(HEADS[language].format(ONE_SIDED[language])).meetings == ()
    assert len(extract(HEADS[language].format(OF_TWO[language])).meetings) == 1


@pytest.mark.parametrize("language", HEADS)
def test_a_headline_that_tells_of_talks_keeps_them(language):
    title = {"es": "Ruiz se reunió con empresas", "de": "Bell traf Firmen"}[language]
    text = HEADS[language].format(ONE_SIDED[language]).split("\n", 1)[1]
    assert len(extract(f"{title}\n{text}").meetings) == 1
