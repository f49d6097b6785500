"""English: who was there against who is spoken of, and bodies that are no persons. Everybody here is invented."""

from __future__ import annotations

import pytest

from meetings.extraction import extract

HEAD = "President Mensah meets Minister Ruiz\n\n3 May 2021\n\n"


def people(text: str) -> list[str | None]:
    return [p.name.value for m in extract(HEAD + text).meetings for p in m.participants]


@pytest.mark.parametrize(
    "told",
    [
        "President Kofi Mensah met with Minister Ana Ruiz to discuss President Omar Dia's brutal war.",
        "President Kofi Mensah met Minister Ana Ruiz on the margins of President Omar Dia’s trip to Oslo.",
        "President Kofi Mensah met Minister Ana Ruiz ahead of the summit with President Omar Dia.",
        "President Kofi Mensah met Minister Ana Ruiz and discussed the death of President Omar Dia.",
        "President Kofi Mensah met Minister Ana Ruiz. The President and the Minister spoke of fish. "
        "President Mensah and Minister Ruiz reaffirmed the plans of President Omar Dia and Prime Minister Eva Holm.",
    ],
)
def test_who_is_only_spoken_of_was_not_there(told: str) -> None:
    assert people(told) == ["Kofi Mensah", "Ana Ruiz"]


def test_guests_told_behind_the_topic_were_there() -> None:
    told = "President Kofi Mensah met Minister Ana Ruiz to discuss fish, accompanied by Governor Omar Dia."

    assert people(told) == ["Kofi Mensah", "Ana Ruiz", "Omar Dia"]


def test_whose_own_talks_are_told_was_there() -> None:
    told = "President Kofi Mensah's talks with Minister Ana Ruiz and Minister Omar Dia took place in Oslo."

    assert people(told) == ["Kofi Mensah", "Ana Ruiz", "Omar Dia"]


def test_who_is_spoken_with_by_a_mark_that_has_the_link_is_a_person() -> None:
    told = "President Kofi Mensah spoke today with Eva Lund, adviser to a friend."

    assert "Eva Lund" in people(told)


@pytest.mark.parametrize(
    "told",
    [
        "President Kofi Mensah met Eva Holm, Special Envoy for Women, Girls, and Human Rights, and the Fire Service.",
        "President Kofi Mensah met the Assistant Secretary for the Southern Hemisphere Eva Holm at a Service.",
    ],
)
def test_words_that_bodies_are_called_after_are_no_names(told: str) -> None:
    assert set(people(told)) <= {"Kofi Mensah", "Eva Holm", "Ruiz"}


def test_a_common_word_is_a_family_name_right_behind_an_office() -> None:
    told = "President Kofi Mensah met Foreign Minister Park of Korea. Foreign Minister Park thanked him."

    assert "Park" in people(told)
