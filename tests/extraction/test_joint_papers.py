"""Joint statements and communiqués: the talks they came from, where and when these were, and which others they recall.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract

from .told import pointed, present_names, seats


def where(text):
    return [(m.date.value, m.place.value, m.place_country.value) for m in extract(text).meetings]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Joint Statement of Ghana and Peru\n\n3 March 2021\n\nPresident Kofi Arlo of Ghana hosted President Luis "
            "Rondón "
            "of Peru in Accra today.\n\nThey spoke of salt.",
            ["Kofi Arlo", "Luis Rondón"],
        ),
        (
            "Communiqué conjoint\n\nAccra, le 3 mars 2021\n\n1. À l'invitation de M. Kofi Arlo, Président du Ghana, M. "
            "Luis "
            "Rondón, Président du Pérou, a effectué une visite officielle au Ghana.\n\n2. Au cours "
            "de cette visite, les "
            "deux "
            "Présidents ont eu des entretiens sur le sel.",
            ["Kofi Arlo", "Luis Rondón"],
        ),
        (
            "Comunicado conjunto\n\nAccra, 3 de marzo de 2021\n\nEl Presidente del Perú, Luis "
            "Rondón, realizó una visita "
            "oficial a Ghana por invitación del Presidente de Ghana, Kofi Arlo.\n\nAmbos mandatarios sostuvieron una "
            "reunión y hablaron de redes.",
            ["Luis Rondón", "Kofi Arlo"],
        ),
        (
            "Совместное заявление\n\nАккра, 3 марта 2021 года\n\n1. По приглашению Президента Ганы Кофи Арло Президент "
            "Перу "
            "Луис Рондон посетил Гану с государственным визитом.\n\n2. Президенты провели переговоры о соли и сетях.",
            ["Кофи Арло", "Луис Рондон"],
        ),
    ],
    ids=["en", "fr", "es", "ru"],
)
def test_a_joint_paper_reports_the_talks_with_which_it_begins(text, names):
    assert present_names(text) == [names]


@pytest.mark.parametrize(
    "text",
    [
        "Joint Statement of Ghana and Peru on Salt\n\n3 March 2021\n\nPresident Kofi Arlo and President Luis Rondón "
        "support the Salt Charter and call on everybody to keep salt dry.",
        "Gemeinsame Erklärung von Ghana und Peru\n\n3. März 2021\n\nGhana und Peru wollen faire Salzpreise. Präsident "
        "Kofi Arlo und Präsident Luis Rondón loben das Papier.",
    ],
    ids=["en", "de"],
)
def test_a_joint_paper_of_views_alone_reports_none(text):
    assert present_names(text) == []


def test_a_visit_that_ended_that_day_tells_the_state():
    text = (
        "Joint Statement of Ghana and Peru\n\n3 March 2021\n\nAt the invitation of President Kofi Arlo of Ghana, "
        "President "
        "Luis Rondón of Peru paid a state visit to Ghana from 1 to 3 March 2021.\n\nThe two Presidents held talks "
        "on salt."
    )
    assert where(text) == [("2021-03-03", None, "GH")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "President Arlo Fenwick of the United States met Prime Minister Bruna Caldera of Peru at the White House.",
            "US",
        ),
        ("Präsidentin Bruna Caldera von Peru traf Präsident Arlo Fenwick aus den USA im Weißen Haus.", "US"),
        (
            "La presidenta del Perú, Bruna Caldera, se reunió el lunes con el presidente de Francia, Luc Arlo, en "
            "el Elíseo. Hablaron de la sal.",
            "FR",
        ),
        ("President Kofi Arlo of Ghana and Prime Minister Bruna Caldera of Peru met at the White House.", None),
    ],
)
def test_a_house_known_by_its_name_tells_the_state_if_somebody_of_it_was_there(text, code):
    assert [country for _date, _place, country in where(text)] == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Remarks at the meeting with Luis Rondón, President of Peru\n\n3 March 2021\n\nPRIME MINISTER "
            "ARLO:\n\nMr "
            "President, welcome to Ghana. You are the first guest since the frost.\n\nPRESIDENT RONDÓN:\n\nThank you.",
            "GH",
        ),
        (
            "Palabras de la ministra Arlo y del ministro Rondón\n\n3 de marzo de 2021\n\nMINISTRA ARLO: Bienvenido a "
            "Chile, señor ministro. Hemos hablado de las redes.\n\nMINISTRO RONDÓN: Muchas gracias. Son buenas.",
            "CL",
        ),
    ],
    ids=["en", "es"],
)
def test_words_of_welcome_tell_the_state(text, code):
    assert [country for _date, _place, country in where(text)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Visita\n\n3 de marzo de 2021\n\nEl presidente de Ghana, Kofi Arlo, recibió en Accra al presidente del "
        "Perú, Luis "
        "Rondón.\n\nSe habló de la reunión de la ministra de Pesca, Abena Sarpong, con la ministra de Minas, Elsa "
        "Quispe, celebrada en Lima el 4 de febrero.",
        "Besuch\n\n3. März 2021\n\nDer Präsident von Ghana, Kofi Arlo, hat in Accra den Präsidenten von Peru, Luis "
        "Rondón, "
        "empfangen.\n\nGewürdigt wurde das Treffen der Ministerin für Fischerei, Abena Sarpong, mit der Ministerin für "
        "Bergbau, Elsa Quispe, am 4. Februar in Lima.",
    ],
    ids=["es", "de"],
)
def test_the_day_of_an_encounter_of_others_is_not_that_of_the_meeting(text):
    assert [date for date, _place, _country in where(text)] == ["2021-03-03"]


def test_the_talks_held_somewhere_between_two_are_theirs():
    text = (
        "Talks\n\n3 March 2021\n\nPresident Kofi Arlo of Ghana met President Luis Rondón of Peru in Accra "
        "today.\n\nThe "
        "Presidents recalled the discussions held in Oslo in 2019 between Minister of Trade Tove Anker and Minister of "
        "Trade Ana Ruiz."
    )
    assert pointed(text) == [("2019", ["Ana Ruiz", "Tove Anker"])]


def test_a_thing_that_is_welcomed_is_no_encounter():
    text = (
        "Talks\n\n3 March 2021\n\nPresident Kofi Arlo of Ghana met President Luis Rondón of Peru in Accra today.\n\n"
        "President Arlo and President Rondón welcomed the steady growth of the net trade since 2019."
    )
    assert pointed(text) == []


def test_paragraphs_with_numbers_tell_of_a_session_and_list_who_was_there():
    text = (
        "Final communiqué\n\nAccra, 3 March 2021\n\n1. The twelfth ordinary session of the Heads of State of "
        "the Salt League opened in Accra on 3 March 2021, with H.E. Kofi Arlo, President of Ghana, at the bell."
        "\n\n2. The Heads of State present were:\n\nH.E. Odile Mossa, President of Benin\n\n"
        "H.E. Tiva Bakar, President of Senegal"
    )
    assert [m.format.value for m in extract(text).meetings] == ["multilateral"]
    assert present_names(text) == [["Kofi Arlo", "Odile Mossa", "Tiva Bakar"]]


def test_a_joint_press_release_is_no_news_conference():
    text = (
        "Joint Press Release on the visit of the Minister of Fisheries of Peru\n\n3 March 2021\n\nAt the invitation of "
        "Minister of Fisheries Kofi Arlo, the Minister of Fisheries of Peru, Luis Rondón, paid an official visit to "
        "Ghana "
        "on 2 and 3 March 2021.\n\nDuring the visit Minister Rondón held talks with Minister Arlo on nets."
    )
    assert [m.format.value for m in extract(text).meetings] == ["talks"]


@pytest.mark.parametrize(
    "text",
    [
        "Salt and nets\n\n3 March 2021\n\nAt the invitation of Minister of Fisheries Kofi Arlo, the Minister of "
        "Fisheries of "
        "Peru, Luis Rondón, paid an official visit to Ghana on 2 and 3 March 2021.\n\nDuring the visit Minister "
        "Rondón held "
        "talks with Minister Arlo.",
        "Sal y redes\n\n3 de marzo de 2021\n\nEl ministro de Pesca del Perú, Luis Rondón, realizó una visita oficial "
        "a Ghana "
        "el 3 de marzo de 2021, invitado por el ministro Kofi Arlo.\n\nDurante la visita, ambos ministros "
        "sostuvieron un "
        "encuentro.",
    ],
    ids=["en", "es"],
)
def test_who_invited_acts_for_the_state_that_is_visited(text):
    assert [dict(there) for there in seats(text)] == [{"Kofi Arlo": "GH", "Luis Rondón": "PE"}]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Minister Kofi Arlo met his colleague Luis Rondón of Peru at the Ministry of Foreign Affairs of Ghana.", "GH"),
        ("3 марта 2021\n\nВ МИД Перу состоялась встреча министра Луиса Рондона с послом Ганы Кофи Арло.", "PE"),
    ],
    ids=["en", "ru"],
)
def test_a_ministry_in_which_they_met_tells_the_state(text, code):
    assert [country for _date, _place, country in where(text)] == [code]


def test_what_they_look_forward_to_is_to_come():
    text = (
        "Talks\n\n3 March 2021\n\nPresident Kofi Arlo of Ghana met President Luis Rondón of Peru in "
        "Accra today.\n\nBoth "
        "looked forward to a longer talk at the glass summit in June."
    )
    assert pointed(text) == [("2021-06", ["Kofi Arlo", "Luis Rondón"])]


def test_of_two_presidents_neither_is_of_the_state_named_most_for_that_alone():
    text = (
        "Joint Statement by President Arlo Fenwick and President Bruna Caldera on Salt\n\n3 March 2021\n\nPresident "
        "Fenwick and President Caldera were on the telephone for an hour today. They spoke of "
        "Peru's salt, of the nets of "
        "Peru and of "
        "Peru's ropes."
    )
    assert seats(text)[0][0] == ("Arlo Fenwick", None)


@pytest.mark.parametrize(
    "text",
    [
        "Call\n\n3 March 2021\n\nForeign Minister Kofi Arlo of Ghana spoke by telephone with Foreign Minister "
        "Luis Rondón "
        "of Peru. They spoke of cocoa. The talks took place on Sunday.",
        "Telefonat\n\n3. März 2021\n\nDer Außenminister von Ghana, Kofi Arlo, hat mit seinem peruanischen "
        "Kollegen Luis "
        "Rondón telefoniert. Es ging um Kakao. Das Gespräch fand bereits am Sonntag statt.",
    ],
    ids=["en", "de"],
)
def test_the_day_of_the_meeting_may_be_told_at_the_end(text):
    assert [date for date, _place, _country in where(text)] == ["2021-02-28"]
