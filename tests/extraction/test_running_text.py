"""Stories as data sets keep them: no page around them, marks apart from the words, a headline glued to the lead."""

from __future__ import annotations

import pytest

from meetings.extraction import extract
from tests.extraction.told import people_in_full, present, present_names, said, seats


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Harbour Minister Tom Bell met Lisa Dorn in Oslo on Friday .\n"
            '" The port \'s new crane will lift our fleet , " Bell said .\n'
            "The minister 's aides said the ships ' crews were content .",
            [("The port 's new crane will lift our fleet ,", "Tom Bell")],
        ),
        (
            "Harbour Minister Tom Bell met Lisa Dorn in Oslo on Friday .\n"
            '" We have counted every boat ...\n'
            'and none was lost , " Bell told reporters , calling it " a fine day at sea " .',
            [
                ("We have counted every boat ...\nand none was lost ,", "Tom Bell"),
                ("a fine day at sea", "Tom Bell"),
            ],
        ),
        (
            "El ministro chileno de Pesca , Andrés Rubio , se reunió hoy en Santander con Luis Paredes .\n"
            '" Los barcos ya han salido del puerto " , declaró Rubio .',
            [("Los barcos ya han salido del puerto", "Andrés Rubio")],
        ),
    ],
)
def test_marks_that_all_stand_apart_open_and_close_in_turn(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def met(text: str) -> list[tuple[str | None, str | None, list[str | None]]]:
    """Of every meeting the place, its state, and who was there."""
    return [
        (m.place.value, m.place_country.value, [p.name.value for p in m.participants]) for m in extract(text).meetings
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile's President Andrés Rubio hummed a tune in a meeting on Monday with visiting Ghanaian President "
            "Kofi Dia, a pilot said.",
            [(None, "CL", ["Andrés Rubio", "Kofi Dia"])],
        ),
        (
            "Norwegian Harbour Minister Tom Bell told visiting U.S. envoy Peter Kern on Tuesday that piers were safe.",
            [(None, "NO", ["Tom Bell", "Peter Kern"])],
        ),
        (
            "After visiting Chilean President Andrés Rubio, Ghanaian President Kofi Dia met Norwegian Prime Minister "
            "Tom Bell.",
            [(None, None, ["Andrés Rubio", "Kofi Dia", "Tom Bell"])],
        ),
    ],
)
def test_visiting_before_an_office_tells_who_is_at_home(
    text: str, expected: list[tuple[str | None, str | None, list[str | None]]]
) -> None:
    assert met(text) == expected


@pytest.mark.parametrize(
    ("office", "state"),
    [
        ("U.S. envoy", "US"),
        ("U.S. Secretary of State", "US"),
        ("U.S. Senate Fisheries Committee chairman", "US"),
        ("Chilean Senate Trade Committee chairman", "CL"),
    ],
)
def test_an_office_opens_the_text_with_its_state(office: str, state: str) -> None:
    text = f"{office} Peter Kern met Norwegian Harbour Minister Tom Bell in Lagos on Thursday."
    assert present(text) == [[("Peter Kern", office, state), ("Tom Bell", "Norwegian Harbour Minister", "NO")]]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Harbour Minister Tom Bell, who has asked whether Pier Director Lisa Dorn should go, met officials "
        "from Ghana on Monday. Bell met Crown Prince Omar in Lagos.",
        "Norwegian Harbour Minister Tom Bell met Crown Prince Omar in Lagos. Customs Director Leo Marsh, who went to "
        "sea twice, told the committee he wanted more boats.",
    ],
)
def test_who_is_but_told_of_beside_the_meeting_was_not_there(text: str) -> None:
    assert present_names(text) == [["Tom Bell", "Omar"]]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "According to Anna Bell, the Chilean trade envoy left the talks with Dutch Trade Minister Peter Kern.",
            [("Anna Bell", None, None), ("Peter Kern", "Dutch Trade Minister", "NL")],
        ),
        (
            "According to Anna Bell, the Chilean trade envoy, Dutch Trade Minister Peter Kern left the talks early.",
            [("Anna Bell", "Chilean trade envoy", "CL"), ("Peter Kern", "Dutch Trade Minister", "NL")],
        ),
        (
            "Según Anna Bell, el ministro chileno de Pesca se reunió con el embajador Pedro Kern.",
            [("Anna Bell", None, None), ("Pedro Kern", "embajador", None)],
        ),
    ],
)
def test_another_acts_behind_the_name_of_the_source(
    text: str, people: list[tuple[str | None, str | None, str | None]]
) -> None:
    assert people_in_full(text) == people


@pytest.mark.parametrize(
    ("office", "state"),
    [
        ("viceministra noruega y jefa del Partido Marino", "NO"),
        ("jefa de la Federación Nacional de Faros Lácteos", None),
    ],
)
@pytest.mark.parametrize("letters", ["", " (PM)", " ( PM ) "])
def test_the_last_word_of_a_party_is_no_name(office: str, state: str | None, letters: str) -> None:
    text = f"La {office}{letters}, Elena Ruiz, se reunió hoy en Lagos con el ministro chileno Pedro Kern."
    assert present(text) == [[("Elena Ruiz", office, state), ("Pedro Kern", "ministro chileno", "CL")]]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "Chilean President Tom Bell and Foreign Minister Ana Ruiz met Dutch Prime Minister Peter Kern in Lagos.",
            [("Tom Bell", "CL"), ("Ana Ruiz", "CL"), ("Peter Kern", "NL")],
        ),
        (
            "Dutch envoy Peter Kern met Chilean Prime Minister Tom Bell , Defence Minister Ana Ruiz "
            "and Tourism Minister Luis Paredes .",
            [("Peter Kern", "NL"), ("Tom Bell", "CL"), ("Ana Ruiz", "CL"), ("Luis Paredes", "CL")],
        ),
        (
            "Chilean President Tom Bell conferred on Sunday with Prime Minister Ana Ruiz, a spokesman said.",
            [("Tom Bell", "CL"), ("Ana Ruiz", "CL")],
        ),
        (
            "Chilean President Tom Bell conferred on Sunday with Prime Minister Ana Ruiz on relations with Ghana.",
            [("Tom Bell", "CL"), ("Ana Ruiz", None)],
        ),
    ],
)
def test_a_state_told_once_is_that_of_its_other_officers(text: str, states: list[tuple[str, str | None]]) -> None:
    assert seats(text) == [states]


@pytest.mark.parametrize(
    "words",
    [
        "met Ghanaian President Kofi Dia on Tuesday at a hotel in northern Lagos.",
        "met Ghanaian President Kofi Dia on Tuesday in downtown Lagos.",
        "met Ghanaian President Kofi Dia on Tuesday at the guest's Lagos residence.",
        "flew into Lagos on Tuesday for talks with Ghanaian President Kofi Dia.",
    ],
)
def test_a_part_of_a_town_a_residence_and_a_flight_tell_where(words: str) -> None:
    assert met(f"Norwegian Harbour Minister Tom Bell {words}") == [("Lagos", "NG", ["Tom Bell", "Kofi Dia"])]


def test_headline_repeated_right_before_the_first_word() -> None:
    text = (
        "Премьер Кении осмотрит верфи Перу в мае\n\n"
        "Премьер Кении осмотрит верфи Перу в маеМинистр портов Кении Омар Белов принял посла Перу Вита Дорнова.\n"
    )
    assert extract(text).title.value == "Премьер Кении осмотрит верфи Перу в мае"
    assert present_names(text) == [["Омар Белов", "Вит Дорнов"]]


@pytest.mark.parametrize("head", ["03.02.2011", "08:45 / 03.02.2011", "08:45, 03.02.2011 "])
def test_day_in_figures_right_before_the_headline(head: str) -> None:
    text = f"{head}Премьер Кении осмотрит верфи\n\nПремьер Кении Омар Белов принял посла Перу Вита Дорнова.\n"
    record = extract(text)
    assert (record.published.value, record.title.value) == ("2011-02-03", "Премьер Кении осмотрит верфи")
