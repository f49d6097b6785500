"""Spanish headlines that begin with their verb, and two heads of state under a dateline. All is invented."""

import pytest

from meetings.extraction import extract

PAGE = "{}\n\n8 de abril de 2021\n\n{}\n"


@pytest.mark.parametrize("verb", ["Promete", "Declina", "Retoma", "Acusa", "Reiniciará"])
def test_the_verb_of_a_headline_is_no_part_of_a_name(verb):
    text = PAGE.format(
        f"{verb} Bell diálogo con Ruiz", "El presidente Omar Bell recibió en Lima a la ministra Ana Ruiz."
    )
    assert {p.name.value for p in extract(text).people} == {"Omar Bell", "Ana Ruiz"}


def test_two_who_meet_under_a_dateline_are_not_of_one_state():
    body = (
        "Lima. El presidente Omar Bell se reunió con el primer ministro de Perú, Luis Holm. México y Perú firmaron "
        "acuerdos. Bell dijo que México apoyará el comercio."
    )
    met = extract(PAGE.format("Acuerda Bell profundizar relaciones con Perú", body)).meetings[0].participants
    assert {(p.name.value, p.country.value) for p in met} == {("Omar Bell", "MX"), ("Luis Holm", "PE")}
