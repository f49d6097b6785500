"""Transcripts whose speakers stand in capitals on lines of their own; people and words are invented."""

import pytest

from tests.extraction.told import said_by

HEAD = "Versión estenográfica. Reunión bilateral Chile-Ghana\n9 de julio de 2018\n---\n"
FIRST = "Buenos días. Yo les doy la bienvenida.\nEl faro es nuestro."
SECOND = "Muchas gracias. Nosotros traemos sal.\nNuestro barco espera."
THIRD = "Mi barco también espera. Gracias a ustedes."


@pytest.mark.parametrize(
    ("second", "third"),
    [
        ("OMAR DIA, MINISTRO DE PESCA DE GHANA", "LUIS PAZ, EMBAJADOR DE CHILE"),
        ("OMAR J. DIA, MINISTRO DE PESCA DE GHANA", "LUIS PAZ, EMBAJADOR DE CHILE"),
        ("OMAR DIA, MINISTRO DE PESCA DE GHANA (INTERPRETACIÓN DEL INGLÉS)", "EMBAJADOR LUIS PAZ"),
    ],
)
def test_a_name_before_its_office_heads_a_turn(second, third):
    first = "ANA RUIZ, MINISTRA DE PESCA DE CHILE"
    text = f"{HEAD}{first}\n{FIRST}\n---\n{second}\n{SECOND}\n---\n{third}\n{THIRD}\n"
    name = second.split(",")[0]
    assert said_by(text) == [("ANA RUIZ", FIRST), (name, SECOND), ("LUIS PAZ", THIRD)]


@pytest.mark.parametrize("address", ["Señor presidente:", "Presidente Dia:"])
def test_an_address_on_a_line_of_its_own_heads_none(address):
    first, second = "PRESIDENTA ANA RUIZ", "OMAR DIA, PRESIDENTE DE GHANA"
    words = f"{FIRST}\n{address}\nYo le agradezco la sal."
    text = f"{HEAD}{first}\n{words}\n---\n{second}\n{SECOND}\n"
    assert said_by(text) == [("ANA RUIZ", words), ("OMAR DIA", SECOND)]
