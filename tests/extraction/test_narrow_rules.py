"""Rules that take something for no meeting, or for nobody, stop where somebody is told after all."""

from __future__ import annotations

import pytest

from meetings.extraction import extract
from tests.extraction.told import people, present_names

HEAD = "Foreign Minister of Peru Ana Ruiz in Accra\n\n4 May 2021\n\n"


@pytest.mark.parametrize(
    "lead",
    [
        "Foreign Minister Ana Ruiz met opposition leader Omar Dia in Accra on Tuesday.",
        "Foreign Minister Ana Ruiz met Budget Minister Omar Dia in Accra on Tuesday.",
        "Foreign Minister Ana Ruiz refused to board and met Mayor Omar Dia in Accra on Tuesday.",
    ],
)
def test_a_need_or_a_refusal_beside_it_leaves_a_meeting_one(lead: str) -> None:
    assert present_names(HEAD + lead + "\n") == [["Ana Ruiz", "Omar Dia"]]


def test_a_family_name_that_is_an_office_is_none_before_what_it_is_of() -> None:
    lead = "Foreign Minister Ana Ruiz met the Anglican Bishop of Oslo, Inga Bell, in Accra on Tuesday.\n"
    assert present_names(HEAD + lead) == [["Ana Ruiz", "Inga Bell"]]


def test_her_own_is_no_company_in_french() -> None:
    text = "Le ministre du Pérou, Omar Dia, a rencontré à Accra Mme Inga Bell sa collègue du Ghana, le 4 mai 2021.\n"
    assert people(text) == ["Omar Dia", "Inga Bell"]


@pytest.mark.parametrize(("number", "day"), [("20240511", "2024-05-11"), ("20240231", None), ("20241301", None)])
def test_a_number_in_brackets_is_a_date_where_there_is_such_a_day(number: str, day: str | None) -> None:
    text = f"《晚间新闻》 ({number})\n\n林德川会见加纳总统\n\n林德川在阿克拉会见加纳总统安索，参观了港口和渔市。\n"
    assert extract(text).published.value == day
