"""Verbs of encounters that have a thing behind them, or another sense, tell of no meeting. Persons are invented."""

import pytest

from meetings.extraction import extract


@pytest.mark.parametrize(
    "text",
    [
        "Los granos\n\n3 de mayo de 2021\n\nEl presidente Carlos Ruiz Lago recibió el apoyo de los productores.",
        "Los granos\n\n3 de mayo de 2021\n\nEl ministro Carlos Ruiz Lago, citado por la prensa, habló de trabajo.",
        "La paix\n\n3 mai 2021\n\nLe président Paul Marlin a reçu le prix de la paix avec Jean Dorval.",
        "La paix\n\n3 mai 2021\n\nLe président Paul Marlin a salué les efforts concertés du ministre Jean Dorval.",
        "الحل السياسي\n\n3 مايو 2021\n\nقدم المبعوث سامر القاضي إلى الوزير وليد المنصور أفكارا بحثا عن حل سياسي.",
    ],
)
def test_who_receives_a_thing_meets_nobody(text):
    assert not extract(text).meetings


def test_who_receives_a_person_meets_them():
    text = (
        "Visita\n\n3 de mayo de 2021\n\nEl presidente Carlos Ruiz Lago recibió en Lima al ministro chileno Pedro Mora."
    )
    (meeting,) = extract(text).meetings
    assert [p.name.value for p in meeting.participants] == ["Carlos Ruiz Lago", "Pedro Mora"]
