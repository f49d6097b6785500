"""Encounters told besides the talks: before them, of two who are left unnamed, before the press, a summit."""

from __future__ import annotations

import pytest

from meetings.extraction import extract

from .told import present_names


def forms(text: str) -> list[tuple[str | None, list[str | None]]]:
    """Form and names of each meeting."""
    return [(m.format.value, [p.name.value for p in m.participants]) for m in extract(text).meetings]


@pytest.mark.parametrize(
    "text",
    [
        "Dia meets Bell in Oslo\n\n3 May 2021\n\nBefore his talks with the Norwegian President Omar Bell on Saturday, "
        "Ghana's President Kofi Dia met Peru's President Ana Mora for an hour.",
        "Dia se reúne con Bell en Oslo\n\n3 de mayo de 2021\n\nAntes de sus conversaciones con el presidente noruego "
        "Omar Bell el sábado, el presidente de Ghana, Kofi Dia, se reunió con la presidenta del Perú, Ana Mora.",
    ],
)
def test_whom_somebody_met_before_the_talks_of_the_headline_was_another_meeting(text):
    assert present_names(text) == [["Kofi Dia", "Omar Bell"], ["Kofi Dia", "Ana Mora"]]


def test_who_tells_of_a_meeting_of_the_two_officials_was_not_there():
    text = (
        "The chairman of Peru's opposition, Karl Brenner, told Norwegian President Jan Holm on Wednesday that his "
        "movement would back the harbour pact. Speaking after a meeting of the two officials, Holm's spokesman Petr "
        "Maly told reporters that the president was glad. The way opened when Chancellor Otto Feld said he would sign."
    )
    assert present_names(text) == [["Karl Brenner", "Jan Holm"]]


def test_a_joint_news_conference_with_somebody_else_is_one_more():
    text = (
        "3 May 2021. Peru's President Karl Brenner held talks with Norwegian President Jan Holm in Oslo.\n\nBrenner "
        "told a joint news conference with Reform Party leader Ivar Lund that the harbours would open."
    )
    assert forms(text) == [
        ("talks", ["Karl Brenner", "Jan Holm"]),
        ("news_conference", ["Karl Brenner", "Ivar Lund"]),
    ]


def test_a_summit_that_the_headline_has_besides_the_talks_is_one_more():
    text = (
        "科菲会见秘鲁总统并出席港口峰会\n2021年5月4日\n5月3日，秘鲁总统莫拉在利马会见加纳副总统科菲。\n"
        "科菲表示，两国应当共同修建港口。\n3日，科菲出席了港口合作组织第二次峰会并致辞。"
    )
    assert forms(text) == [("talks", ["莫拉", "科菲"]), ("multilateral", ["科菲"])]


def test_on_a_visit_at_somebodys_invitation_each_clause_has_its_meeting():
    text = (
        "科菲访问秘鲁\n\n2021年5月4日\n\n5月2日至3日，应秘鲁副总统莫拉邀请，加纳国家副主席科菲访问秘鲁，在利马会见总统桑托斯，同副总统"
        "莫拉会谈，并出席招待会。\n\n会见桑托斯时，科菲表示，两国应当修建港口。"
    )
    assert present_names(text) == [["科菲", "桑托斯"], ["科菲", "莫拉"]]
    assert {m.date.value for m in extract(text).meetings} == {"2021-05"}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On 2-3 May 2021 Ghana's Prime Minister Omar Dia met President Ana Mora of Peru in Lima.", ["2021-05"]),
        (
            "Премьер-министр Ганы Омар Диа 2–3 мая 2021 года встретился в Лиме с президентом Перу Аной Морой.",
            ["2021-05"],
        ),
        ("Ghana's Prime Minister Omar Dia attended the harbour summit on 2 and 3 May 2021 in Lima.", ["2021-05-02"]),
        ("On 13/05/2021 Ghana's Prime Minister Omar Dia met President Ana Mora of Peru in Lima.", ["2021-05-13"]),
    ],
)
def test_talks_on_one_of_several_days_are_of_the_month_and_a_gathering_begins_on_the_first(text, days):
    assert [m.date.value for m in extract(text).meetings] == days


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Der US-Fischereiminister Omar Dia und sein peruanischer Amtskollege Luis Mora hatten ein "
            "Gespräch über die Häfen, teilte die Agentur mit.",
            [("Omar Dia", "US-Fischereiminister", "US"), ("Luis Mora", "Fischereiminister", "PE")],
        ),
        (
            "President Bell Meets with President of Chad, 2021\nLima, Peru\nMay 3, 2021\nReleased by the White House\n"
            "\nPRESIDENT BELL: President Dia and I have talked about lakes.\n\nPRESIDENT DIA: I was glad of that.",
            [("Bell", "President", "US"), ("Dia", "President", "TD")],
        ),
    ],
)
def test_the_other_of_two_is_told_by_the_colleague_or_by_the_headline(text, told):
    [meeting] = extract(text).meetings
    assert [(p.name.value, p.office.value, p.country.value) for p in meeting.participants] == told


def test_separate_talks_before_a_gathering_are_one_each():
    text = (
        "Lanterns of the week\n\n4 May 2021\n\nPresident Omar Dia of Ghana left for Lima to attend the Harbour "
        "Leaders' Meeting. Prior to the Harbour Leaders' Meeting on May 3, President Dia held separate talks with Ana "
        "Mora, the President of Peru, and Lars Holm, the Prime Minister of Norway."
    )
    assert forms(text)[-2:] == [("talks", ["Omar Dia", "Ana Mora"]), ("talks", ["Omar Dia", "Lars Holm"])]


def test_a_gathering_that_the_talks_were_parallel_to_is_not_their_form():
    text = (
        "3. Mai 2021. Parallel zum Gipfeltreffen ihrer Staatschefs sind auch Ghanas Minister Omar Dia und der "
        "peruanische Minister Luis Mora in Oslo zusammengekommen."
    )
    assert forms(text) == [("talks", ["Omar Dia", "Luis Mora"])]


def test_whose_visit_to_come_the_headline_tells_was_not_at_the_talks():
    text = (
        "Bellini visitará Perú en agosto\n\n25 de julio de 2021\n\nEl viernes el canciller de Chile, Omar Dia, se "
        "reunió con su homólogo peruano, Luis Mora, para preparar la visita de la presidenta Ana Bellini."
    )
    assert forms(text) == [("talks", ["Omar Dia", "Luis Mora"])]


def test_a_line_that_ends_with_an_initial_goes_on():
    text = (
        "Visiting Ghanaian Premier Kofi Dia and Peruvian President Ana K.\nMora agreed Tuesday to open the harbours\n"
        "of both coasts, which they said would help those who live\nthere and those who come by ship in the autumn.\n"
        "Dia told reporters after talks with Mora that he had seen\nmany lamps, and that the talks took a long hour\n"
        "the shade of an old crane by the water.\n"
    )
    assert forms(text) == [("talks", ["Kofi Dia", "Ana K. Mora"])]
