"""French, Spanish and German: what their lexicons and the general rules behind them make of invented sentences."""

import pytest

from meetings.extraction import Hints, extract


def read(text: str, language: str):
    return extract(text, hints=Hints(language=language))


def quotes(text: str, language: str) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker.value) for quote in read(text, language).quotes]


def seats(text: str, language: str) -> list[tuple[str | None, ...]]:
    [meeting] = read(text, language).meetings
    return [(p.name.value, p.office.value, p.country.value) for p in meeting.participants]


@pytest.mark.parametrize(
    ("language", "line", "published"),
    [
        ("fr", "Publié le 1er avril 2021", "2021-04-01"),
        ("fr", "Paris, le 8 avril 2021", "2021-04-08"),
        ("fr", "Jeudi 8 avril 2021", "2021-04-08"),
        ("es", "Madrid, 8 de abril de 2021", "2021-04-08"),
        ("es", "Jueves 8 de abril del 2021", "2021-04-08"),
        ("es", "Publicado el 08/04/2021", "2021-04-08"),
        ("de", "Stand: 8. April 2021", "2021-04-08"),
        ("de", "08.04.2021 - Pressemitteilung", "2021-04-08"),
        ("de", "Donnerstag, 8. April 2021", "2021-04-08"),
    ],
)
def test_date_lines(language, line, published):
    bodies = {
        "fr": "Rencontre à Lomé\n\n{}\n\nLa ministre Ana Ruiz a rencontré son homologue chilien, Lars Holm, hier soir.",
        "es": "Encuentro en Lomé\n\n{}\n\nLa ministra Ana Ruiz se reunió ayer con su homólogo chileno, Lars Holm.",
        "de": "Treffen in Lomé\n\n{}\n\nMinisterin Ana Ruiz hat gestern ihren Amtskollegen Lars Holm getroffen.",
    }
    record = read(bodies[language].format(line), language)
    assert record.published.value == published
    day = int(published[-2:]) - 1
    expected = f"2021-04-{day:02}" if day else "2021-03-31"
    assert [meeting.date.value for meeting in record.meetings] == [expected]


def test_guillemets_lose_their_spaces_and_verbs_their_order():
    text = (
        "Le ministre togolais de l’Énergie, Kofi Dossou, a reçu la ministre Ana Ruiz.\n\n"
        "«\u00a0Le soleil ne manque pas.\u00a0» «\u00a0Il manque des câbles\u00a0», a-t-il déclaré.\n\n"
        "«\u00a0Nous les tirerons\u00a0», a répondu Mme Ruiz.\n"
    )
    assert quotes(text, "fr") == [
        ("Le soleil ne manque pas.", "Kofi Dossou"),
        ("Il manque des câbles", "Kofi Dossou"),
        ("Nous les tirerons", "Ana Ruiz"),
    ]


def test_adjectives_follow_the_office():
    french = "Le ministre togolais des Affaires étrangères, Kofi Dossou, a reçu la ministre Ana Ruiz du Chili à Lomé."
    assert seats(french, "fr")[0] == ("Kofi Dossou", "ministre togolais des Affaires étrangères", "TG")
    spanish = "La ministra chilena de Exteriores, Ana Ruiz, recibió al canciller noruego, Lars Holm, en Santiago."
    assert seats(spanish, "es") == [
        ("Ana Ruiz", "ministra chilena de Exteriores", "CL"),
        ("Lars Holm", "canciller noruego", "NO"),
    ]


def test_an_office_ends_before_the_name():
    assert seats("Le président Kofi Dossou a reçu le ministre Lars Holm.", "fr")[0][1] == "président"


def test_a_colleague_has_a_state_and_is_a_person():
    text = "La ministre des Affaires étrangères du Chili, Ana Ruiz, a rencontré son homologue norvégien, Lars Holm."
    assert seats(text, "fr")[1][::2] == ("Lars Holm", "NO")


def test_offices_follow_one_another_in_a_list():
    text = (
        "La ministre Ana Ruiz a rencontré le ministre norvégien de la Pêche, M. Lars Holm, "
        "le ministre togolais de l’Eau, M. Kofi Dossou, et le ministre péruvien du Climat, M. Juan Paz."
    )
    assert [country for _name, _office, country in seats(text, "fr")[1:]] == ["NO", "TG", "PE"]


def test_a_plural_office_has_a_state_for_each():
    text = "Los ministros de Relaciones Exteriores de Chile y Noruega, Ana Ruiz y Lars Holm, se reunieron en Oslo."
    assert [(name, country) for name, _office, country in seats(text, "es")] == [
        ("Ana Ruiz", "CL"),
        ("Lars Holm", "NO"),
    ]


def test_bodies_in_the_name_of_a_ministry_are_what_it_deals_with():
    text = "El ministro de Asuntos Exteriores, Unión Europea y Cooperación de España, Juan Paz, recibió a Ana Ruiz."
    [meeting] = read(text, "es").meetings
    assert (meeting.participants[0].country.value, meeting.participants[0].organization.value) == ("ES", None)


def test_german_offices_stand_in_the_nominative():
    text = (
        "Bundeskanzlerin Karin Ohm empfing den norwegischen Präsidenten Lars Holm "
        "und den Präsidenten der Republik Chile, Juan Paz."
    )
    assert seats(text, "de") == [
        ("Karin Ohm", "Bundeskanzlerin", "DE"),
        ("Lars Holm", "norwegischer Präsident", "NO"),
        ("Juan Paz", "Präsident der Republik Chile", "CL"),
    ]


def test_german_nouns_are_no_names():
    text = (
        "Außenministerin Karin Ohm führte in Oslo Gespräche über Wasserstoff. "
        "Sie lobte die Zusammenarbeit mit Minister Lars Holm."
    )
    assert [person.name.value for person in read(text, "de").people] == ["Karin Ohm", "Lars Holm"]


def test_german_marks_and_what_the_verb_ends():
    text = (
        "Außenministerin Karin Ohm hat den chilenischen Minister Juan Paz empfangen.\n\n"
        "„Wir bauen das Werk“, sagte Ohm. «Und zwar bald», fügte sie hinzu.\n\n"
        "Ohm hatte Chile zuletzt im März 2019 besucht.\n"
    )
    assert quotes(text, "de") == [("Wir bauen das Werk", "Karin Ohm"), ("Und zwar bald", "Karin Ohm")]
    assert [(r.date.value, r.parties) for r in read(text, "de").references] == [("2019-03", ("Karin Ohm", "CL"))]


@pytest.mark.parametrize(
    ("language", "title", "asked", "who"),
    [
        (
            "fr",
            "Point de presse de la ministre Ana Ruiz",
            "Question – Pourquoi trois ?",
            "Ana Ruiz : Parce que quatre, c’était trop.",
        ),
        (
            "es",
            "Rueda de prensa de la ministra Ana Ruiz",
            "Pregunta: ¿Por qué tres?",
            "Ana Ruiz: Porque cuatro eran demasiados.",
        ),
        ("de", "Pressekonferenz von Ministerin Ana Ruiz", "Frage: Warum drei?", "Ana Ruiz: Weil vier zu viele waren."),
    ],
)
def test_transcripts(language, title, asked, who):
    text = f"{title}\n\n{asked}\n\n{who}\n\n{asked}\n\n{who}\n"
    label, words = who.split(":", 1)
    assert quotes(text, language) == [(words.strip(), label.strip())] * 2


def test_both_of_them_met_before():
    text = (
        "La ministra de Chile, Ana Ruiz, recibió al ministro de Noruega, Lars Holm.\n\n"
        "Ambos ministros se habían reunido en Oslo en marzo de 2019.\n"
    )
    assert [(r.date.value, r.parties) for r in read(text, "es").references] == [("2019-03", ("Ana Ruiz", "Lars Holm"))]


def test_no_state_has_two_presidents():
    text = (
        "La Présidente de la République a accueilli à Lomé M. Juan Paz, président de la République du Chili.\n\n"
        "La Présidente a remercié le Chili et ses ingénieurs. « Le Chili tient parole », a dit Mme Afi Dossou.\n"
    )
    assert ("Afi Dossou", "TG") in [(name, country) for name, _office, country in seats(text, "fr")]


def test_a_german_article_joins_no_name():
    text = (
        "Die Ministerin Anna Bell aus Ghana traf am Montag in Oslo den Minister Omar Dia aus Chile. Dort äußerte Dia "
        "den Wunsch, im Zeichen der Freundschaft mehr zu handeln."
    )
    assert [p.name.value for p in extract(text).people] == ["Anna Bell", "Omar Dia"]


def test_what_belongs_to_somebody_is_no_part_of_the_name_in_german():
    text = (
        "Die Ministerin Anna Bell aus Ghana traf am Montag in Oslo den Minister Omar Dia aus Chile. Anna Bells Wunsch "
        "nach mehr Handel fand bei Dia Gehör."
    )
    assert [p.name.value for p in extract(text).people] == ["Anna Bell", "Omar Dia"]


COUNCIL = """Rat streitet über den Hafen von Tema

Genf, 5. Mai 2022

Mehrere Staaten nutzten am Mittwoch eine Dringlichkeitssitzung des UN-Sicherheitsrats, um die Sperrung des Hafens \
zu kritisieren.

„Der Hafen muss wieder öffnen“, sagte Ragna Solvik, norwegische Botschafterin bei den Vereinten Nationen.

„Die Sperrung dient der Sicherheit aller“, sagte der ghanaische UN-Botschafter Kofi Mensah.
"""


def test_envoys_who_speak_at_a_session_take_part_each_for_their_state():
    meetings = extract(COUNCIL).meetings
    told = [[(p.name.value, p.country.value, p.organization.value) for p in m.participants] for m in meetings]
    assert told == [[("Ragna Solvik", "NO", None), ("Kofi Mensah", "GH", None)]]
    assert [(m.format.value, m.date.value) for m in meetings] == [("multilateral", "2022-05-04")]


def test_one_envoy_who_speaks_of_a_session_makes_no_meeting():
    assert not extract(COUNCIL.rsplit("\n\n", 1)[0] + "\n").meetings
