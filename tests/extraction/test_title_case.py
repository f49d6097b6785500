"""Headlines whose words all have capitals: names in them end where the story ends them, whatever stop they have."""

from __future__ import annotations

import pytest

from meetings.extraction import extract
from tests.extraction.told import people, present_names

STORY = (
    "Prime Minister Omar Bell met the ambassador of Ghana, Kofi Ansong, in the old customs house on 4 May 2021. "
    "They spoke of ferries, and Bell showed him the harbour.\n"
)


@pytest.mark.parametrize("headline", ["Prime Minister Omar Bell Lauds Kofi Ansong", "Omar Bell Hosts Ferry Talks"])
@pytest.mark.parametrize("stop", ["", ".", "…", " at Last!"])
def test_a_verb_behind_a_name_is_none_of_it(headline, stop):
    text = f"{headline}{stop}\n\n{STORY}"
    assert extract(text).title.value == f"{headline}{stop}"
    assert present_names(text) == [["Omar Bell", "Kofi Ansong"]]


def test_a_name_that_the_headline_alone_has_whole_stays_whole():
    text = f"Maria Holm Waits for Omar Bell\n\n{STORY}Holm was not asked.\n"
    assert sorted(people(text)) == ["Kofi Ansong", "Maria Holm", "Omar Bell"]


def test_a_family_name_behind_one_that_the_story_has_alone_is_no_verb():
    headline = "Remarks by President Oruk Mel Kwan of Norvik Behind the Ferry House"
    text = f"{headline}\n\nPresident Oruk met Omar Bell on 4 May 2021.\n"
    assert people(text) == ["Oruk Mel Kwan", "Omar Bell"]


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_a_headline_cut_short_is_the_one_below(gap):
    headline = "Prime Minister Omar Bell Accorded Ceremonial Salute at Customs House"
    text = f"Prime Minister Omar Bell Accorded Ceremonial Salute at…{gap}{headline}\n\n{STORY}"
    assert extract(text).title.value == headline
    assert present_names(text) == [["Omar Bell", "Kofi Ansong"]]


def test_a_sentence_with_small_words_is_no_headline():
    text = f"Prime Minister Omar Bell had not been seen in the harbour for weeks.\n\n{STORY}"
    assert extract(text).title.value is None


def test_a_verb_behind_an_office_is_no_name():
    text = f"Prime Minister Engages in Ferry Talks\n\n{STORY}"
    assert people(text) == ["Omar Bell", "Kofi Ansong"]


def test_a_name_behind_an_office_that_nobody_holds_below_is_one():
    text = "Remarks by President Tobias Before the Ferry\n\n3 May 2021\n\nTHE PRESIDENT: I have brought you a rope.\n"
    assert people(text) == ["Tobias"]
