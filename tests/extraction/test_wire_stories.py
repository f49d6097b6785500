"""Long stories of news agencies: their datelines, those who speak without a name, and things that are welcomed. People,
towns and events are invented."""

import pytest

from meetings.extraction import extract
from tests.extraction.told import said_by

ES = "Noticias del día\n\n9 de julio de 2018\n\n"
DE = "Nachrichten vom Tage\n\n9. Juli 2018\n\n"
MET_DE = f"{DE}Ministerin Ama Mensah aus Ghana traf in Accra den norwegischen Minister Lars Holm. "
MET_ES = f"{ES}La ministra de Ghana, Ama Mensah, se reunió en Accra con el ministro noruego Lars Holm. "


@pytest.mark.parametrize(
    ("dateline", "published"),
    [
        ("Cala Verdeja, 12 mar (AGE).- ", "XXXX-03-12"),
        ("Cala Verdeja (Perú), 12 mar (AGE).- ", "XXXX-03-12"),
        ("Cala Verdeja (Perú), 12 mar 2009 (AGE).- ", "2009-03-12"),
        ("Cala Verdeja (Perú), 12 mar. ", None),
    ],
)
def test_an_agency_dates_its_story_from_a_town_that_no_list_knows(dateline, published):
    text = f"{dateline}El ministro noruego Lars Holm se reunió hoy con la ministra chilena Ana Ruiz.\n"
    assert extract(text).published.value == published


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("El alcalde Luis Paz habló de la sal. ", None),
        ("El alcalde Luis Paz habló de la sal de España. ", "ES"),
    ],
)
def test_who_acts_where_an_agency_of_another_state_writes_is_not_of_its_state(told, state):
    text = f"Lima (Perú), 12 mar (EFE).- El alcalde Luis Paz se reunió hoy con el minero Omar Dia. {told}\n"
    assert {p.name.value: p.country.value for p in extract(text).people}["Luis Paz"] == state


@pytest.mark.parametrize("name", ["Omar Mayor Dia", "Omar D. Dia"])
def test_a_title_behind_a_given_name_is_a_name(name):
    text = f"{ES}El ministro chileno {name} se reunió en Lima con la ministra noruega Ana Ruiz.\n"
    assert [p.name.value for p in extract(text).meetings[0].participants] == [name, "Ana Ruiz"]


def test_a_title_before_a_name_is_none():
    text = f"{ES}El ministro chileno Omar Dia se reunió en Lima con Mayor Ruiz.\n"
    assert {p.name.value for p in extract(text).people} == {"Omar Dia", "Ruiz"}


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("„Der Kai hält“, sagte ein Hafensprecher.", [(None, "Der Kai hält")]),
        ("Ein WRG-Sprecher gab an, dass „bis Mai kein Boot“ fahre.", [(None, "bis Mai kein Boot")]),
        ("Ein Küstenexperte meinte, der Kai sei „aus Sand gebaut“.", [(None, "aus Sand gebaut")]),
        ("Pia Lahn, eine Vertreterin der Reeder, erklärte: „Sie kam zu spät.“", [("Pia Lahn", "Sie kam zu spät.")]),
        ("„Das ist Sand“, sagte Jan Bott, ein erfahrener Küstenexperte.", [("Jan Bott", "Das ist Sand")]),
    ],
)
def test_somebody_unnamed_at_the_end_of_a_compound(sentence, quotes):
    assert said_by(f"{MET_DE}„Wir bauen“, sagte Holm.\n\n{sentence}\n") == [("Lars Holm", "Wir bauen"), *quotes]


def test_whoever_one_agrees_with_does_not_speak():
    text = f'{MET_ES}Mensah dijo que el muelle es "muy estrecho" y coincidió con Holm en que "hace falta otro".\n'
    assert said_by(text) == [("Ama Mensah", "muy estrecho"), ("Ama Mensah", "hace falta otro")]


def test_words_that_and_joins_to_those_of_nobody_are_nobodys_too():
    text = (
        f'{MET_ES}Mensah pidió calma.\n\nFuentes del puerto apuntaron la prisa de Holm y consideraron "una '
        'burla" y "un golpe bajo" su carta.\n'
    )
    assert said_by(text) == [(None, "una burla"), (None, "un golpe bajo")]


@pytest.mark.parametrize(
    "text",
    [
        "President Anna Bell on Tuesday welcomed the decision of the harbour council. Minister Omar Dia said it fits.",
        "Präsidentin Anna Bell hat die Entscheidung des Hafenrates begrüßt. Minister Omar Dia sagte, sie passe.",
        "La presidenta Ana Ruiz acogió con agrado la decisión del puerto. El ministro Omar Dia dijo que encaja.",
        "La présidente Anne Roy a accueilli avec joie la décision du port. Le ministre Omar Dia a dit oui.",
        "La presidenta Ana Ruiz dijo que los barcos se encuentran en Lima. El ministro Omar Dia dijo que sí.",
    ],
)
def test_to_welcome_a_thing_is_no_meeting(text):
    assert extract(f"{text}\n").meetings == ()


@pytest.mark.parametrize(
    "text",
    [
        "President Anna Bell on Tuesday welcomed a delegation from Ghana at the harbour.",
        "Präsidentin Anna Bell hat am Dienstag Minister Omar Dia begrüßt.",
        "La presidenta Ana Ruiz acogió el martes en Lima a Omar Dia, ministro de Ghana.",
    ],
)
def test_to_welcome_somebody_is_one(text):
    assert len(extract(f"{text}\n").meetings) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "„Das ist Sand“, sagte der Küstenexperte Jan Bott.",
        "Pia Lahn, eine Vertreterin der Reeder, erklärte: „Sie kam zu spät.“",
    ],
)
def test_who_speaks_without_office_or_state_was_not_at_the_talks_of_two_ministers(sentence):
    met = f"{DE}Ministerin Ama Mensah traf in Accra ihren Amtskollegen Lars Holm. "
    [meeting] = extract(f"{met}„Wir bauen“, sagte Holm.\n\n{sentence}\n").meetings
    assert {p.name.value for p in meeting.participants} == {"Ama Mensah", "Lars Holm"}


def test_a_meeting_that_they_will_hold_is_none_yet():
    text = (
        f"{ES}Los ministros de Pesca llegaron hoy a Lima para la reunión que celebrarán mañana, en la que se "
        "reunirán con su colega chileno, Omar Dia.\n"
    )
    assert extract(text).meetings == ()


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "El líder del Partido Salinero, Juan Gil, criticó la carta de Mensah. "
            '"Hay menos sal", lamentó el dirigente salinero.',
            "Juan Gil",
        ),
        (
            "El senador Juan Gil, líder del partido Chile Azul, llegó tarde. Mensah sonrió. "
            'El líder de Chile Azul dijo que "hay menos sal".',
            "Juan Gil",
        ),
        ('El senador Juan Gil llegó tarde. El candidato dijo que "hay menos sal".', "Juan Gil"),
        ('Mensah habló poco. Indicó a los partidarios de la sal que "hay menos sal".', "Ama Mensah"),
        ('Eva Gil, primera dama de Ghana, sonrió. La primera dama precisó que "hay menos sal".', "Eva Gil"),
    ],
)
def test_who_is_called_a_leader_or_told_something(sentence, speaker):
    met = f"{ES}La presidenta de Ghana, Ama Mensah, recibió en Accra al presidente noruego Lars Holm.\n\n"
    assert [(who, words.lower()) for who, words in said_by(f"{met}{sentence}\n")] == [(speaker, "hay menos sal")]


def test_a_parliament_is_no_gathering():
    text = f"{ES}En momentos en que el Congreso estudia una ley, el senador Juan Gil reafirmó su amor a la sal.\n"
    assert extract(text).meetings == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Mme Mensah a dit que « le sel monte », tandis que le porte-parole du port, Omar Dia, a accusé les journaux de "
        "« vendre du vent ».",
        "Mensah declaró que «la sal sube», mientras que el portavoz del puerto, Omar Dia, acusó a los diarios de "
        "«vender mucho humo».",
        "Mensah sagte, das Salz sei „sehr knapp“, während Hafensprecher Omar Dia den Zeitungen vorwarf, „nur Wind“ zu "
        "verkaufen.",
        'Mensah said the salt was "very scarce", while harbour spokesman Omar Dia, a sailor, accused the papers of '
        '"selling wind".',
    ],
)
def test_who_opens_a_clause_of_contrast_speaks_in_it(sentence):
    leads = {
        "Mme": "La ministre du Ghana, Ama Mensah, a reçu à Accra le ministre norvégien Lars Holm.",
        "decl": "La ministra de Ghana, Ama Mensah, recibió en Accra al ministro noruego Lars Holm.",
        "sagt": "Ministerin Ama Mensah aus Ghana traf in Accra den norwegischen Minister Lars Holm.",
        "said": "The minister of Ghana, Ama Mensah, met the Norwegian minister Lars Holm in Accra.",
    }
    lead = next(text for key, text in leads.items() if key in sentence)
    assert [who for who, _words in said_by(f"{lead}\n\n{sentence}\n")] == ["Ama Mensah", "Omar Dia"]


@pytest.mark.parametrize(
    ("lead", "sentence"),
    [
        (MET_DE, "Nach Angaben einer Fischergewerkschaft sind „fünf bis sechs Boote“ gesunken."),
        (MET_DE, "Nach Aussagen der Anwältin war es „ein ganz normaler Tag“."),
        (MET_DE, "Den Reedern zufolge ist der Kai „viel zu kurz“."),
        (MET_DE, "Das Hafengericht nannte den Kai „viel zu kurz“."),
        (MET_DE, "Die Universität erklärte, der Kai sei „viel zu kurz“."),
        (MET_DE, "Die Reeder demonstrierten am Kai. Sie riefen: „Wir wollen Boote!“"),
        (MET_ES, 'A juicio de los pescadores, el muelle es "demasiado corto".'),
        (
            "La ministre Ama Mensah a reçu le ministre norvégien Lars Holm. ",
            "Selon les marins, le quai est « trop court ».",
        ),
    ],
)
def test_words_of_those_without_a_name_are_not_those_of_who_spoke_before(lead, sentence):
    before = {MET_DE: "„Wir bauen“, sagte Holm.", MET_ES: '"Construimos mucho", dijo Holm.'}
    spoken = before.get(lead, "« Nous bâtissons », a dit M. Holm.")
    assert [who for who, _words in said_by(f"{lead}{spoken}\n\n{sentence}\n")] == ["Lars Holm", None]


def test_the_view_of_somebody_named_is_theirs():
    text = f"{MET_DE}„Wir bauen“, sagte Holm.\n\nNach Ansicht von Ama Mensah ist der Kai „viel zu kurz“.\n"
    assert said_by(text) == [("Lars Holm", "Wir bauen"), ("Ama Mensah", "viel zu kurz")]


@pytest.mark.parametrize(
    "sentence",
    [
        f'{MET_ES}"Avanzamos mucho", dijo Holm.\n\n"El muelle se hunde", afirma el matutino.',
        f'{MET_ES}"Avanzamos mucho", dijo Holm.\n\n"El muelle se hunde", escribe el "Faro".',
        f"{MET_DE}„Wir bauen“, sagte Holm.\n\n„Der Kai sinkt nun“, schrieb das Blatt.",
    ],
)
def test_a_paper_speaks_for_itself(sentence):
    assert [who for who, _words in said_by(f"{sentence}\n")] == ["Lars Holm", None]


def test_a_meeting_planned_for_today_is_none_yet():
    text = (
        f"{ES}Chile y Perú hablarán de sal en un encuentro previsto para hoy en Oslo, y sobre el cual el ministro "
        "chileno, Omar Dia, dijo estar contento.\n"
    )
    assert extract(text).meetings == ()


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("comisario europeo de Pesca", "Unión Europea"),
        ("comisario europeo", "Unión Europea"),
        ("comisario de Pesca", None),
    ],
)
def test_an_office_that_one_body_has_with_what_it_deals_with_behind_it(office, body):
    text = f"{ES}El ministro noruego Lars Holm se reunió en Bruselas con el {office}, Juan Gil.\n"
    assert {p.name.value: p.organization.value for p in extract(text).people}["Juan Gil"] == body


def test_an_office_as_the_agencys_own_state_calls_it_is_of_that_state_abroad_too():
    text = (
        "Lima (Perú), 12 mar (EFE).- El presidente del Gobierno de Mareas, Luis Paz, vio hoy al alcalde Omar Dia. "
        "«Hay sal», dijo Paz.\n"
    )
    assert {p.name.value: p.country.value for p in extract(text).people}["Luis Paz"] == "ES"
