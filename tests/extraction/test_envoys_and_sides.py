"""Envoys in lists, whose side somebody is on, and where guests are.

All people and words are invented.
"""

from meetings.extraction import extract


def seats(text):
    return [[(p.name.value, p.country.value) for p in m.participants] for m in extract(text).meetings]


def test_full_names_with_their_states_are_a_list_of_persons():
    text = (
        "Les ambassadeurs de Norvège et du Chili ont présenté mercredi 5 mai 2021 leurs lettres de créance au ministre "
        "togolais, Omar Bell.\n"
        "Il s’agit de Nils Lind de la Norvège ; de Ada Cole représentant le Ghana ; d’Ali Sow du Togo ; de Pablo "
        "Cheikh Ruiz du Chili.\n"
    )
    assert seats(text) == [
        [("Omar Bell", "TG"), ("Nils Lind", "NO"), ("Ada Cole", "GH"), ("Ali Sow", "TG"), ("Pablo Cheikh Ruiz", "CL")]
    ]
