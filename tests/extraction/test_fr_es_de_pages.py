"""Pages of ministries and agencies in French, Spanish and German: what their formats hide."""

from __future__ import annotations

import pytest

from meetings.extraction import Hints, extract
from meetings.extraction.record import Record


def read(text: str, language: str) -> Record:
    return extract(text, hints=Hints(language=language))


def people(record: Record, number: int = 0) -> list[tuple[str | None, str | None, str | None]]:
    """Name, office and state of the participants of one meeting."""
    return [(p.name.value, p.office.value, p.country.value) for p in record.meetings[number].participants]


def quotes(record: Record) -> list[tuple[str, str | None]]:
    return [(q.text, q.speaker.value) for q in record.quotes]


BODY = {
    "fr": "Le ministre des Affaires étrangères, Paul Delmont, a reçu Lars Holm, ministre norvégien de l'Énergie.",
    "es": "El canciller Pablo Delmonte recibió al ministro noruego de Energía, Lars Holm.",
    "de": "Außenminister Paul Delmont empfing den norwegischen Energieminister Lars Holm.",
}


@pytest.mark.parametrize(
    ("language", "text", "day", "rule"),
    [
        ("fr", "{body}\n\npar Anne Roy le mardi 5 mars 2024\n© nouvelles.example", "2024-03-05", "signature"),
        ("es", "Mundo\n\nReunión de ministros en Oslo\nRedacción / 07 May 2013/\n\n{body}", "2013-05-07", "date-line"),
        ("es", "Reunión de ministros en Oslo\nAgencia / 19 Sep 2013/\n\n{body}", "2013-09-19", "date-line"),
        ("fr", "Entretien de M. Delmont avec son homologue (Paris, 12.03.24)\n\n{body}", "2024-03-12", "headline"),
        ("fr", "(AXN) Abidjan, 3 juin 2022 - {body}", "2022-06-03", "dateline"),
        ("es", "San José, lunes 4 de marzo de 2024. {body}", "2024-03-04", "dateline"),
        ("es", "Washington, 3 may (NDA).- {body}", "XXXX-05-03", "dateline"),
        ("de", "Kiew, 3. März 2023. {body}", "2023-03-03", "dateline"),
    ],
)
def test_dates_that_stand_beside_the_story(language, text, day, rule):
    published = read(text.format(body=BODY[language]), language).published
    assert (published.value, published.rule) == (day, f"published.{rule}")


def test_links_to_other_pages_do_not_date_a_page():
    text = f"{BODY['es']}\n\n12/03/2024 Otra noticia de la semana\n\n13/03/2024 Una noticia más del mundo\n"
    assert read(text, "es").published.value is None


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("fr", "Le Président reçoit le Premier ministre du Vietnam"),
        ("fr", "Diplomatie : le président Paul Delmont et son homologue ghanéen échangent à Abidjan"),
        ("es", "El canciller Pablo Delmonte sostiene reunión con la ministra de Exteriores de Alemania"),
    ],
)
def test_headlines_with_the_words_of_menus(language, title):
    above = {"fr": "", "es": "Nota Informativa 123-2022\n"}[language]
    day = {"fr": "12 juin 2023", "es": "12 de junio de 2023"}[language]
    assert read(f"{above}{title}\n{day}\n\n{BODY[language]}", language).title.value == title


@pytest.mark.parametrize(
    ("language", "office", "text"),
    [
        (
            "fr",
            "ministre des Affaires étrangères, de l'Intégration régionale et des Togolais de l'extérieur",
            "Le {office}, Sylvain Tsogbal, a reçu lundi à Lomé l'ambassadrice du Ghana, Ama Tetteh.",
        ),
        (
            "fr",
            "ministre malien de l'Eau et de l'Assainissement",
            "Le {office} Sylvain Tsogbal a reçu lundi à Bamako l'ambassadrice du Ghana, Ama Tetteh.",
        ),
        (
            "es",
            "ministra del Ambiente, Agua y Transición Ecológica",
            "La {office}, Lucía Carrasbal, recibió a la embajadora de Ghana, Ama Tetteh.",
        ),
        ("de", "Außenminister Usbekistans", "Der {office}, Botir Saidov, traf die Botschafterin Ghanas, Ama Tetteh."),
    ],
)
def test_long_names_of_offices(language, office, text):
    assert people(read(text.format(office=office), language))[0][1] == office


def test_an_adjective_inside_a_foreign_minister():
    text = (
        "Le ministre tunisien des Affaires étrangères, Sami Jazir, a reçu à Tunis son homologue du Ghana, Kofi Bo.\n"
        "Le chef de la diplomatie tunisienne a salué « une vieille tortue »."
    )
    assert quotes(read(text, "fr")) == [("une vieille tortue", "Sami Jazir")]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "es",
            "Los ministros de Defensa de Chile, Andrés Rosado, y de Perú, Ramón Morales, se reunieron ayer en Lima.",
            [
                ("Andrés Rosado", "ministro de Defensa de Chile", "CL"),
                ("Ramón Morales", "ministro de Defensa de Perú", "PE"),
            ],
        ),
        (
            "fr",
            "Les présidents togolais, Kossi Adzimon, et béninois, Romain Vidéhou, se sont rencontrés lundi à Lomé.",
            [("Kossi Adzimon", "président togolais", "TG"), ("Romain Vidéhou", "président béninois", "BJ")],
        ),
    ],
)
def test_one_office_for_each_of_two(language, text, found):
    assert people(read(text, language)) == found


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "El canciller Eduardo Reyes recibió a la embajadora de Ghana, Ama Tetteh.", "Eduardo Reyes"),
        ("es", "La presidenta de la República, Sandra Ríos, recibió al ministro ghanés Kofi Bo.", "Sandra Ríos"),
        ("es", "El presidente de Panamá, Santiago Borrajo, recibió al ministro ghanés Kofi Bo.", "Santiago Borrajo"),
        ("de", "Bundeskanzler Jan Petersen hat den ghanaischen Präsidenten Kofi Bo empfangen.", "Jan Petersen"),
    ],
)
def test_names_that_are_other_words_too(language, text, name):
    assert people(read(text, language))[0][0] == name


def test_labels_in_capitals_and_journalists_with_a_dash():
    text = (
        "Versión estenográfica. Conferencia de prensa conjunta\n\n4 de abril de 2019\n\n"
        "PRESIDENTE PABLO TADEO LAGUNA: Buenas tardes. Ya nos sirvieron el chocolate de la abuela.\n\n"
        "PRIMER MINISTRO PAUL TREMBLAY (interpretación del francés al español): Muchas gracias, presidente.\n\n"
        "-Periodista: ¿Quién trajo las guitarras?\n\n"
        "PRESIDENTE PABLO TADEO LAGUNA: Las compramos ayer.\n"
    )
    record = read(text, "es")
    assert [speaker for _text, speaker in quotes(record)] == [
        "PABLO TADEO LAGUNA",
        "PAUL TREMBLAY",
        "PABLO TADEO LAGUNA",
    ]
    assert [m.value for m in record.countries] == []  # French and Spanish are languages here


def test_labels_with_a_stop_and_a_dash():
    text = (
        "Conferencia de prensa del presidente de Ghana\n\n14.2.2012\n\n"
        "Sr. Mensah.- Buenas tardes a todos. Hoy no hay niebla y se ven los barcos.\n\n"
        "Sr. Roldán.- Muchas gracias, presidente Kofi Mensah. Hemos contado las gaviotas.\n\n"
        "P.- ¿Quién subió primero al faro, presidente?\n\n"
        "Sr. Mensah.- El farero, como siempre.\n"
    )
    assert [q for q in quotes(read(text, "es")) if q[1] == "Kofi Mensah"] == [
        ("Buenas tardes a todos. Hoy no hay niebla y se ven los barcos.", "Kofi Mensah"),
        ("El farero, como siempre.", "Kofi Mensah"),
    ]


def test_marks_that_stay_open_over_paragraphs_and_two_single_marks():
    text = (
        "Le ministre des Affaires étrangères, Paul Delmont, a reçu Lars Holm.\n\n"
        "« Nous avons parlé d'énergie.\nNous parlerons de pêche demain », a dit M. Delmont.\n\n"
        "‘’Nous reviendrons bientôt à Paris’’, a ajouté M. Delmont.\n"
    )
    assert quotes(read(text, "fr")) == [
        ("Nous avons parlé d'énergie.\nNous parlerons de pêche demain", "Paul Delmont"),
        ("Nous reviendrons bientôt à Paris", "Paul Delmont"),
    ]


def test_papers_speak_for_the_body_named_before():
    text = (
        "El canciller chileno, Pedro Timón, se reunió con la ministra Ama Tetteh, informó la cancillería chilena.\n\n"
        '"Los ministros acordaron abrir dos puertos más al norte", indica la nota de prensa.\n'
    )
    [quote] = quotes(read(text, "es"))
    assert quote == ("Los ministros acordaron abrir dos puertos más al norte", "cancillería chilena")


def test_whoever_stands_behind_the_verb_speaks():
    text = (
        "Vor ihrem Treffen mit dem norwegischen Minister Lars Holm erklärte Verkehrsministerin Lena Hartwig am Kai:\n\n"
        "Norwegen hat uns das Skifahren gelehrt. Wir bringen dafür Honig, Brot und drei Glocken mit.\n"
    )
    assert [speaker for _text, speaker in quotes(read(text, "de"))] == ["Lena Hartwig"]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("es", "El canciller Pedro Timón se reunió con su homólogo de Panamá, Tomás Carrión.", (None, None)),
        ("de", "Außenminister Paul Delmont traf in Norwegen Ministerin Anna Berg.", (None, "NO")),
    ],
)
def test_states_as_places(language, text, place):
    meeting = read(text, language).meetings[0]
    assert (meeting.place.value, meeting.place_country.value) == place


def test_a_bilateral_meeting_at_a_summit():
    text = (
        "Durante la 4ª Reunión Ministerial de la Liga de los Faros, "
        "la presidenta Ana Ruiz de Chile sostuvo una reunión bilateral con el primer ministro de Ghana, Kofi Bo."
    )
    assert [m.format.value for m in read(text, "es").meetings] == ["talks"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "La ministre Anne Roy a rencontré à Doha le ministre ghanéen Kofi Bo. "
            "Elle a également rencontré Omar Dia, ministre du Togo.",
        ),
        (
            "es",
            "La canciller Ana Ruiz se reunió con el ministro ghanés Kofi Bo. "
            "También sostuvo una reunión con Omar Dia, ministro de Togo.",
        ),
        (
            "de",
            "Außenministerin Anna Roth traf den ghanaischen Minister Kofi Bo. "
            "Am Nachmittag traf Roth auch den togoischen Minister Omar Dia.",
        ),
    ],
)
def test_a_second_meeting(language, text):
    record = read(text, language)
    assert [[p.name.value for p in m.participants][1:] for m in record.meetings] == [["Kofi Bo"], ["Omar Dia"]]


def test_spokespersons_do_not_take_part():
    text = (
        "La ministra de Correos de Ghana, Efua Bonsu, habló este jueves por teléfono con el presidente de Islandia, "
        "Egil Hraun, según informó su portavoz, Peter Colman, en una postal."
    )
    assert [name for name, _office, _state in people(read(text, "es"))] == ["Efua Bonsu", "Egil Hraun"]
