"""Offices that close an opening clause, matters that are somewhere, and adverbs that open a sentence."""

from __future__ import annotations

import pytest

from meetings.extraction import extract

from .told import people, people_in_full


@pytest.mark.parametrize(
    "text",
    [
        "Porteur d’une lettre du roi du Lesotho, Omar Dia a été reçu par le président ghanéen Paul Bell à Accra.",
    ],
)
def test_an_office_behind_after_or_bearing_is_not_that_of_whoever_acts(text):
    assert [entry for entry in people_in_full(text) if entry[0] == "Omar Dia"] == [("Omar Dia", None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "3 mai 2021. Le ministre ghanéen des Ports, Omar Dia, a déjeuné avec le ministre péruvien des Ports, Paul "
        "Mora. Ils se sont entretenus de la situation alimentaire à Oslo.",
        "3 de mayo de 2021. El canciller de Ghana, Omar Dia, se reunió con el canciller del Perú, Paul Mora, y "
        "abordaron la tregua en Oslo.",
        "3. Mai 2021. Der ghanaische Außenminister Omar Dia traf den peruanischen Außenminister Paul Mora und sprach "
        "über die Unruhen in Oslo.",
        "٣ مايو ٢٠٢١\nوزير غانا يبحث مع نظيره المستجدات في أوسلو\n"
        "استقبل وزير خارجية غانا عمر ديا نظيره البيروفي باول مورا.",
    ],
)
def test_a_town_where_something_is_that_they_spoke_of_is_not_where_they_met(text):
    assert [m.place.value for m in extract(text).meetings] == [None]


def test_an_adverb_that_opens_a_spanish_sentence_is_nobody():
    text = "3 de mayo de 2021. Alegremente, el mandatario mantuvo un encuentro con el canciller del Perú, Omar Dia."
    assert people(text) == ["Omar Dia"]
