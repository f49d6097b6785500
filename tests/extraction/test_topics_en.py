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


def speakers(text: str) -> list[str | None]:
    return [q.speaker.value for q in extract(HEAD + text).quotes]


@pytest.mark.parametrize(
    "told",
    [
        'President Kofi Mensah\'s official spokesman said: "We will help them as we can."',
        'A spokesman for President Kofi Mensah told reporters: "We will help them as we can."',
        '"We will help them as we can," said an aide to President Kofi Mensah.',
    ],
)
def test_the_staff_without_a_name_is_nobody(told: str) -> None:
    assert speakers(f"President Kofi Mensah met Minister Ana Ruiz.\n\n{told}") == [None]


def test_whose_staff_is_at_the_talks_is_not_there() -> None:
    told = "President Kofi Mensah met Ana Ruiz, Chief of Staff to Prime Minister Omar Dia, for talks in Oslo."

    assert people(told) == ["Kofi Mensah", "Ana Ruiz"]


def test_words_that_a_clause_leads_to_are_not_the_next_sentences() -> None:
    told = (
        "President Kofi Mensah praised Ana Ruiz. Mensah stressed that the new minister would “walk in good steps.” "
        "Ruiz added, “We are happy to be here.”"
    )

    assert speakers(told) == ["Kofi Mensah", "Ana Ruiz"]


def test_a_label_that_says_an_office_is_the_same_person_throughout() -> None:
    text = (
        "Remarks by President Mensah\n\n3 May 2021\n\nPRESIDENT MENSAH:  We met in Oslo, and it was good.\n\n"
        "THE PRESIDENT:  We spoke of fish, ships and the new harbour.\n\nQ    And Radio Free Oslo —\n\n"
        "THE PRESIDENT:  Yes, they were there, too.\n\nQ    Madam Vice —\n\nTHE PRESIDENT:  I saw them.\n"
    )

    assert {q.speaker.value for q in extract(text).quotes} == {"Mensah"}


def test_a_first_name_cut_short_is_one_persons_who_has_the_office() -> None:
    text = "Readout of President Benedict R. Holm's Meeting with Minister Ana Ruiz\n\n3 May 2021\n\n"
    text += "President Ben Holm met Minister Ana Ruiz in Oslo with First Lady Bente Holm."

    assert {p.name.value for m in extract(text).meetings for p in m.participants} == {
        "Benedict R. Holm",
        "Ana Ruiz",
        "Bente Holm",
    }


def test_a_name_of_two_letters_is_one_person_in_capitals_too() -> None:
    text = "Remarks by President Xo and President Mensah\n\n3 May 2021\n\nPRESIDENT MENSAH:  Welcome, President Xo.\n\n"
    text += "PRESIDENT XO:  Thank you. We have much to speak of.\n\nPRESIDENT XO:  And so it is, I think.\n"

    assert [q.speaker.value for q in extract(text).quotes] == ["Mensah", "Xo", "Xo"]


def test_words_of_a_headline_in_capitals_are_no_names() -> None:
    text = "MINISTER DELAYS CHIP ROW TALKS, RUIZ SAYS\n\n3 May 2021\n\nPresident Kofi Mensah met Minister Ana Ruiz.\n"

    assert {p.name.value for p in extract(text).people} == {"Kofi Mensah", "Ana Ruiz"}
