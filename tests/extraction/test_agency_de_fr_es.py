"""Speakers and participants of German, French and Spanish agency stories; people, words and events are invented."""

from __future__ import annotations

import pytest

from meetings.extraction import extract
from tests.extraction.told import said_by


def met(text: str) -> list[set[str | None]]:
    """Who took part in each meeting."""
    return [{p.name.value for p in m.participants} for m in extract(text).meetings]


DE = "Nachrichten vom Tage\n\n9. Juli 2018\n\n"
FR = "Nouvelles du jour\n\n9 juillet 2018\n\n"
ES = "Noticias del día\n\n9 de julio de 2018\n\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            f"{DE}Perus Präsident Omar Bellow hat mit dem Konzert bei Präsident Kai Lanzer Heiterkeit ausgelöst. "
            "Lanzer "
            "lobte das Flötenspiel Bellows. „Wir üben“, sagte Bellow. „Gut so“, sagte Lanzer.",
            [("Omar Bellow", "Wir üben"), ("Kai Lanzer", "Gut so")],
            id="nouns beside names",
        ),
        pytest.param(
            f"{DE}Beim Hafenfest sprach die Lotsen-Tochter Inga Weidhaas. „Wir sind da“, sagte Weidhaas.",
            [("Inga Weidhaas", "Wir sind da")],
            id="a noun of two parts; a given name that begins like a title",
        ),
        pytest.param(
            f"{DE}Der Knesset-Präsident Omar Bellow kam. „Wir sind da“, sagte Programmchefin Anna Weißdorn.",
            [("Anna Weißdorn", "Wir sind da")],
            id="a noun for what somebody is",
        ),
        pytest.param(
            f"{DE}Omar Bellow, Direktor des Amtes: „Wir sind gern da.“\n\nAnna Weißdorn, Leiterin: „Wir auch, "
            "und wie.“",
            [("Omar Bellow", "Wir sind gern da."), ("Anna Weißdorn", "Wir auch, und wie.")],
            id="words in marks behind a name and a colon are no turns",
        ),
        pytest.param(
            f"{DE}Präsident Omar Bellow kam mit Tee. Eine Vertraute der Präsidentin reagierte enttäuscht: „Den haben "
            "wir selbst im Garten.“",
            [(None, "Den haben wir selbst im Garten.")],
            id="somebody unnamed before a colon",
        ),
        pytest.param(
            f"{DE}Minister Omar Bellow empfing Minister Kai Lanzer. Bellow begrüßte Lanzer mit den Worten: "
            "„Na also, "
            "endlich.“",
            [("Omar Bellow", "Na also, endlich.")],
            id="with the words",
        ),
        pytest.param(
            f"{FR}Le ministère chilien des Transports a répondu au ministre Omar Bellot, lequel avait évoqué « "
            "un retard "
            "évident ».",
            [("Omar Bellot", "un retard évident")],
            id="a clause that hangs on a name",
        ),
        pytest.param(
            f"{ES}El Ministerio de Transportes chileno respondió al ministro Omar Bellot, que había hablado de «un "
            "retraso evidente».",
            [("Omar Bellot", "un retraso evidente")],
            id="the same in Spanish",
        ),
        pytest.param(
            f"{ES}La ministra Ana Zavarce, de Chile, citó en su discurso al ministro Omar Bellot: «Donde hay pan hay "
            "paz».",
            [("Omar Bellot", "Donde hay pan hay paz")],
            id="somebody else is quoted",
        ),
        pytest.param(
            f"{ES}El presidente Omar Bellot y la presidenta Ana Zavarce firmaron un texto. «Nadie tendrá que "
            "remar», "
            "afirmaron los dos mandatarios.",
            [(None, "Nadie tendrá que remar")],
            id="the two leaders",
        ),
        pytest.param(
            f"{ES}El secretario de Comercio, Marco Zavarce, llegó. «Estamos de acuerdo», dijo Marco Zavarce.",
            [("Marco Zavarce", "Estamos de acuerdo")],
            id="a common word that is a given name",
        ),
        pytest.param(
            f"{FR}Le ministère chilien des Affaires étrangères a réagi. « Le train est à l’étude », a précisé "
            "le ministère.",
            [("ministère chilien des Affaires étrangères", "Le train est à l’étude")],
            id="a body by its fullest name",
        ),
        pytest.param(
            f"{DE}„Alles ist da“, teilte das Auswärtige Amt mit.",
            [("Auswärtiges Amt", "Alles ist da")],
            id="a body as the vocabulary writes it",
        ),
    ],
)
def test_speakers(text: str, words: list[tuple[str | None, str]]) -> None:
    assert said_by(text) == words


def test_who_comments_from_a_third_side_was_not_there() -> None:
    text = (
        "Bellow trifft Lanzer\n\n9. Juli 2018\n\nDer isländische Präsident Omar Bellow hat in Oslo den norwegischen "
        "Präsidenten Kai Lanzer getroffen.\n\nPerus Präsident Jan Wirral erklärte, das Boot sei leck. „Da hilft "
        "kein Lack“, sagte Wirral."
    )
    assert met(text) == [{"Omar Bellow", "Kai Lanzer"}]


def test_who_tells_of_a_meeting_was_not_there() -> None:
    text = (
        "Bellot recibe a Zavarce\n\n9 de julio de 2018\n\nEl líder chileno Omar Bellot recibió en Lima a la "
        "vicepresidenta de Ghana, Ana Zavarce, dijo el embajador ghanés en Lima, Kojo Sarpong.\n\nHubo «mucho "
        "café y poca prisa», dijo Sarpong. Juan Lozano es el presidente de Chile."
    )
    assert met(text) == [{"Omar Bellot", "Ana Zavarce"}]


def test_who_is_named_in_a_clause_behind_a_name_was_not_there() -> None:
    text = (
        "Zavarce visita Chile\n\n9 de julio de 2018\n\nLa ministra de India Ana Zavarce se reunió en Lima con el "
        "presidente Omar Bellot, quien ganó en las urnas al presidente Juan Prieto."
    )
    assert met(text) == [{"Ana Zavarce", "Omar Bellot"}]


def test_a_nationality_between_office_and_name() -> None:
    text = f"{ES}El presidente Omar Bellot recibió en Lima al secretario general de la OEA, el sueco Lars Holmgren."
    found = {p.name.value: (p.office.value, p.organization.value) for p in extract(text).meetings[0].participants}
    assert found["Lars Holmgren"] == ("secretario general de la OEA", "OEA")


def test_a_town_visited_that_day() -> None:
    text = (
        "Un quai\n\n12 mars 2019\n\nLe quai sera long, a promis lundi le ministre chilien Luc Bellot lors d’une visite "
        "à Oslo. Le bois est prêt, a dit M. Bellot après avoir rencontré son homologue norvégien Lars Holm."
    )
    assert [(m.place.value, m.place_country.value) for m in extract(text).meetings] == [("Oslo", "NO")]


def test_a_label_before_the_date_of_a_dateline() -> None:
    text = (
        "Land hilft\n\nPressemitteilung vom 4. Juni 2019 | Bonn – Um Kräne und Kais ging es bei einem Treffen von "
        "Ministerin Anna Weißdorn mit Direktor Omar Bellow heute im Rathaus. Beide lobten vor allem die Arbeit der "
        "Schlosser.\n\nDas Land zahlt auch im kommenden Jahr einen hohen Betrag für diese "
        "Arbeit, wie "
        "die Ministerin bei dem Treffen in ihrem Haus versprach, und weitere Länder wollen es ebenso halten."
    )
    assert extract(text).published.value == "2019-06-04"


def test_a_pictures_credit_names_nobody() -> None:
    text = f"{ES}El ministro Omar Bellot, este domingo. NEWS/ L.M. Zavarce\n\nEl ministro Omar Bellot llegó."
    assert {p.name.value for p in extract(text).people} == {"Omar Bellot"}
