"""Envoys in lists, whose side somebody is on, and where guests are.

All people and words are invented.
"""

from meetings.extraction import extract
from tests.extraction.told import seats


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


def test_small_words_and_a_comma_lead_from_a_colleague_to_the_name():
    text = (
        "En su visita de trabajo por Chile, la ministra de Relaciones Exteriores, Ada Bell, sostuvo un encuentro el "
        "4 de "
        "mayo de 2021 con su homólogo de esta hermana nación, Pablo Ruiz, para hablar de los faros.\n"
    )
    assert seats(text) == [[("Ada Bell", None), ("Pablo Ruiz", "CL")]]


def test_an_event_of_several_is_not_the_meeting():
    text = (
        "El canciller de Chile, Omar Ruiz, se reunió el 4 de mayo de 2021 con la canciller de Ghana, Ada Bell.\n"
        "La idea surgió durante una sesión del consejo de puertos, en la que participó el ministro Pablo Coral.\n"
    )
    assert seats(text) == [[("Omar Ruiz", "CL"), ("Ada Bell", "GH")]]


def test_who_accompanied_the_guest_is_of_the_guests_state():
    text = (
        "El presidente de Chile, Omar Ruiz, recibió el 4 de mayo de 2021 al ministro de Noruega Nils Lind.\n"
        "Acompañaron al visitante Ada Cole, Ministra de Faros, y Jon Tal, Viceministro de Puertos.\n"
    )
    assert seats(text) == [[("Omar Ruiz", "CL"), ("Nils Lind", "NO"), ("Ada Cole", "NO"), ("Jon Tal", "NO")]]


def test_a_side_is_told_by_its_government():
    text = (
        "El presidente de Chile, Omar Ruiz, recibió el 4 de mayo de 2021 al ministro de Noruega Nils Lind.\n"
        "Por parte del gobierno chileno estuvieron los secretarios de Faros, Pablo Coral; y de Puertos, Ana Vega.\n"
    )
    assert seats(text) == [[("Omar Ruiz", "CL"), ("Nils Lind", "NO"), ("Pablo Coral", "CL"), ("Ana Vega", "CL")]]


def test_and_before_its_vowel_is_no_particle_of_a_name():
    text = (
        "El presidente de Chile, Omar Ruiz, recibió el 4 de mayo de 2021 a las ministras de Noruega Ada Cole e Inga "
        "Lind.\n"
    )
    assert [name for name, _state in seats(text)[0]] == ["Omar Ruiz", "Ada Cole", "Inga Lind"]


def test_a_paper_that_bears_the_name_of_a_town_is_no_place():
    text = (
        "El presidente Omar Ruiz recibió el 4 de mayo de 2021 las cartas credenciales de nuevos embajadores "
        "acreditados en "
        "Chile, con apego a la Convención de Viena, de manos del embajador de Noruega, Nils Lind.\n"
    )
    (meeting,) = extract(text).meetings
    assert (meeting.place.value, meeting.place_country.value) == (None, "CL")
    assert seats(text) == [[("Omar Ruiz", "CL"), ("Nils Lind", "NO")]]


def test_more_envoys_whom_the_host_also_received_were_at_the_ceremony():
    text = (
        "El presidente de Chile, Omar Ruiz, recibió el 4 de mayo de 2021 las cartas credenciales del embajador de "
        "Ghana, "
        "Ali Sow.\n"
        "También recibió a Nils Lind, del Reino de Noruega; Kofi Dia, de la República del Perú, y Jon Tal, de Malta.\n"
    )
    assert seats(text) == [
        [("Omar Ruiz", "CL"), ("Ali Sow", "GH"), ("Nils Lind", "NO"), ("Kofi Dia", "PE"), ("Jon Tal", "MT")]
    ]


def test_a_state_whose_capital_is_called_alike_is_no_town():
    text = "El canciller de Chile, Omar Ruiz, se reunió el 4 de mayo de 2021 en Guatemala con la ministra Ada Bell.\n"
    (meeting,) = extract(text).meetings
    assert (meeting.place.value, meeting.place_country.value) == (None, "GT")
