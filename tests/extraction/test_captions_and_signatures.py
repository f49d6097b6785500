"""Lines said of pictures, headlines right above a dateline, days with an article, words with a name behind a colon.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract

PICTURED = [
    (
        "Hafenminister empfängt Amtskollegin aus Norwegen\n\n"
        "Anton Zobel (links), Ruderer und Astrid Lindholm beim Treffen am Pier\n"
        "Anton Zobel (links), Ruderer und Astrid Lindholm beim Treffen am Pier\n\n"
        "Hafenminister Anton Zobel hat am Montag die norwegische Hafenministerin Astrid Lindholm empfangen.\n",
        "Hafenminister empfängt Amtskollegin aus Norwegen",
    ),
    (
        "Ghana lädt ein\n\nMinister Kofi Bell und Ministerin Ada Dia beim Treffen am Pier. (Foto: NHN)\n\n"
        "Minister Kofi Bell hat am Montag die togoische Ministerin Ada Dia empfangen und über Fähren gesprochen.\n",
        "Ghana lädt ein",
    ),
    (
        "宋川平晤挪威外長 談漁港\n\n宋川平在京會見挪威外長林海德。(中央社)\n宋川平在京會見挪威外長林海德。(中央社)\n\n"
        "外交部長宋川平,在京會見挪威外長林海德,雙方談及漁港與燈塔,並同意明年再次造訪彼此的海岸。\n",
        "宋川平晤挪威外長 談漁港",
    ),
]


@pytest.mark.parametrize(("text", "title"), PICTURED)
def test_what_is_said_of_a_picture_is_no_headline(text, title):
    assert extract(text).title.value == title


def test_a_sentence_right_above_the_dateline_is_the_headline():
    record = extract(
        "martes, 4 de mayo de 2021\n\nEl canciller Omar Ruiz conversó con la ministra Ada Bell sobre los faros.\n\n"
        "Puerto Claro. - El canciller de Chile Omar Ruiz conversó este martes con la ministra de Ghana, Ada Bell.\n\n"
        "Ambos hablaron de los faros del norte y de las barcas que los abastecen durante el invierno.\n"
    )
    assert record.title.value == "El canciller Omar Ruiz conversó con la ministra Ada Bell sobre los faros."


def test_a_weekday_and_a_day_with_an_article_are_one():
    record = extract(
        "Minister trifft Amtskollegen\n\n04.05.2021\n\n"
        "Außenminister Anton Zobel empfängt am Mittwoch, den 5. Mai seinen norwegischen Amtskollegen Nils Lindholm.\n"
    )
    assert [m.date.value for m in record.meetings] == ["2021-05-05"]


def test_a_name_behind_words_and_a_colon_signs_them():
    record = extract(
        "Encuentro en el puerto\n\nEl canciller de Chile Omar Ruiz se reunió el 4 de mayo de 2021 con Ada Bell.\n\n"
        "“Los faros vuelven a alumbrar la costa”: Ada Bell, ministra de Puertos de Ghana.\n"
    )
    assert [q.speaker.value for q in record.quotes] == ["Ada Bell"]


def test_two_words_beside_a_verb_in_the_mood_of_reported_speech_are_speech():
    record = extract(
        "Gespräch am Pier\n\nMinister Anton Zobel warnte am 4. Mai 2021 beim Treffen mit Ada Bell vor Eile. "
        "Dabei stehe man vor „stürmischen Wochen“ auf See.\n"
    )
    assert [(q.text, q.speaker.value) for q in record.quotes] == [("stürmischen Wochen", "Anton Zobel")]
