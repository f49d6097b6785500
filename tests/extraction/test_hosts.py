"""In which state somebody was met, where no town is told; who spoke there, and who only is spoken of.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract


def hosts(text):
    return [m.place_country.value for m in extract(text).meetings]


def people(text):
    return [p.name.value for m in extract(text).meetings for p in m.participants]


def states(text):
    return [p.country.value for m in extract(text).meetings for p in m.participants]


def test_the_press_is_met_at_home():
    text = "Anna Bell, Ghana's Minister of Energy, told a press conference today that prices would fall."
    assert hosts(text) == ["GH"]


def test_the_press_is_met_in_the_publishers_state_when_a_guest_is_there():
    text = (
        "Elat, 3 may (Azertac). Nazir Omar Bell Çilinin xarici işlər naziri Ana Ruiz ilə birgə keçirdiyi brifinqdə "
        "deyib ki, danışıqlar davam edəcək."
    )
    assert hosts(text) == ["AZ"]


def test_a_lecture_before_guests_is_not_taken_for_one_at_home():
    text = "Omar Dia, Foreign Minister of Chile, gave a lecture to students of Ghana and Peru on 3 May 2021."
    there = "Almaty, Kazinform – " + text
    assert hosts(there) == [None]


def test_where_an_ambassador_is_posted_a_bishop_is_met():
    text = (
        "Le 3 mai 2021, M. Omar Dia, Ambassadeur de la République du Chili au Pérou, a rencontré Monseigneur Paul "
        "Bell, évêque de la ville."
    )
    assert hosts(text) == ["PE"]


def test_an_own_ambassador_may_be_there_when_another_takes_leave():
    text = (
        "Ghanaian Prime Minister Anna Bell talked of trade on Monday when the Chilean Ambassador Omar Dia paid a "
        "farewell call on her.\n\nGhana's Ambassador-at-Large Kofi Reed attended the meeting."
    )
    assert hosts(text) == ["GH"]


def test_who_spoke_on_another_day_was_not_at_the_press_conference():
    text = (
        "Mexico rejects tariffs\n\n12 March 2024\n\nAt a press conference on Tuesday, Mexico's Minister of Trade Anna "
        "Bell said that prices would fall.\n\n“It is a big day for us,” President Omar Dia of Chile said on Monday.\n\n"
        "“Our roads are open,” Dia said."
    )
    assert people(text) == ["Anna Bell"]


def test_who_joined_a_journey_that_is_told_of_was_not_at_the_press_conference():
    text = (
        "At a press conference on Tuesday, Ghana's Minister of Trade Anna Bell said that prices would fall.\n\nBell "
        "said her aide, Nora Reed, attended the fair as a guest."
    )
    assert people(text) == ["Anna Bell"]


def test_whom_a_minister_tells_the_press_of_was_not_there():
    text = (
        "During a press conference on Tuesday, Ghana's Minister Anna Bell said Omar Dia's aide, Nora Reed, had paid "
        "for the journey."
    )
    assert people(text) == ["Anna Bell"]


def test_whoever_stands_beside_a_speaker_was_there():
    text = (
        "Ghana's Minister of Trade Anna Bell said at a joint press conference with her Chilean counterpart Omar Dia "
        "that prices would fall."
    )
    assert people(text) == ["Anna Bell", "Omar Dia"]


def test_who_receives_is_at_home_and_who_is_received_is_not():
    received = "Chilean Prime Minister Omar Dia received Ghanaian Foreign Minister Anna Bell on Monday."
    passive = "Ghanaian Foreign Minister Anna Bell was received by Chilean Prime Minister Omar Dia on Monday."
    assert hosts(received) == hosts(passive) == ["CL"]


def test_a_professor_or_a_bishop_acts_for_no_state_in_any_language():
    french = (
        "Le ministre des Affaires étrangères du Pérou, Omar Dia, a reçu lundi à Lima Paul Bell, évêque de la ville."
    )
    spanish = "El presidente de Chile, Omar Dia, recibió el lunes en Santiago al arzobispo Paul Bell."
    russian = "Министр иностранных дел Перу Омар Белл принял в понедельник в Лиме епископа Ивана Холма."
    assert [states(text) for text in (french, spanish, russian)] == [["PE", None], ["CL", None], ["PE", None]]


def test_a_spokeswoman_meets_the_press_in_her_own_state():
    text = (
        "Dia'yı tebrik etti\n\nPeru Dışişleri Bakanlığı Sözcüsü Anna Bell, bakanlığın haftalık basın toplantısında "
        "gazetecilerin sorularını yanıtladı."
    )
    assert hosts(text) == ["PE"]


def test_a_parliament_tells_where_a_speech_was_held():
    text = "Chilean Prime Minister Omar Dia, addressing lawmakers in the Knesset on Monday, called for open roads."
    assert hosts(text) == ["IL"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "Ceremonia de bienvenida al primer ministro de Ghana, Kofi Mensah\n\n3 de mayo de 2021\n\n"
            "La presidenta del Perú, Ana Salcedo, y el primer ministro de Ghana, Kofi Mensah, participaron en la "
            "ceremonia y escucharon los himnos.\n",
            "PE",
        ),
        (
            "Welcome ceremony for Prime Minister of Ghana Kofi Mensah\n\n3 May 2021\n\n"
            "President of Peru Ana Salcedo and Prime Minister of Ghana Kofi Mensah attended the ceremony and listened "
            "to the anthems.\n",
            "PE",
        ),
        (
            "Signing ceremony with Prime Minister of Ghana Kofi Mensah\n\n3 May 2021\n\n"
            "President of Peru Ana Salcedo and Prime Minister of Ghana Kofi Mensah attended the ceremony and listened "
            "to the anthems.\n",
            None,
        ),
    ],
)
def test_a_ceremony_of_welcome_is_held_by_those_who_are_not_the_guests(text, state):
    assert [m.place_country.value for m in extract(text).meetings] == [state]


@pytest.mark.parametrize(("when", "place"), [("en décembre 2023", None), ("en mars 2024", "Oslo")])
def test_a_town_with_a_month_long_before_is_not_where_they_met(when, place):
    text = (
        "Entretien des ministres\n\nLe 4 mars 2024, le ministre ghanéen de la Défense Kofi Mensah a eu un entretien "
        "avec son homologue du Pérou Ana Salcedo.\n\nAu cours de la réunion, les ministres ont évoqué les travaux "
        f"issus des négociations tenues à Oslo {when}.\n\nle lundi 4 mars 2024\n"
    )
    assert [m.place.value for m in extract(text).meetings] == [place]
