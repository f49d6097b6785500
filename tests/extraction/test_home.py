"""Whose text is it? The state that publishes, by the page, with the words that show it."""

from __future__ import annotations

import pytest

from meetings.extraction import Hints, extract

HEAD = "Ministry of Foreign Affairs of Ghana\n\n3 May 2021\n\nA talk on fish\n\n"
STORY = "Minister Anna Bell met Omar Dia on 3 May 2021.\nThey spoke of fish.\n"


@pytest.mark.parametrize(
    ("text", "code", "rule", "words"),
    [
        (HEAD + STORY, "GH", "home.state-named", "Ghana"),
        (f"www.mfa.gov.gh\n\n3 May 2021\n\nA talk on fish\n\n{STORY}", "GH", "home.site", "www.mfa.gov.gh"),
        (f"A talk on fish\n\nACCRA, 3 May 2021. – {STORY}", "GH", "home.town", "ACCRA"),
        (f"A talk on fish\n\n{STORY}", None, "home.not-told", ""),
        (f"On fish\n\n{STORY}Ghana has fish. Ghana eats it. Ghana sails from Accra.", "GH", "home.most-named", "Ghana"),
        (
            f"UNITED NATIONS\n\nPress release\n\nOn fish\n\nACCRA, 3 May 2021. – {STORY}",
            "GH",
            "home.most-named",
            "ACCRA",
        ),
        (f"Readout of Secretary Bell's call\n\n{STORY}", "US", "home.printed-form", "Readout of Secretary"),
        (f"Readout of the Secretary-General's call\n\n{STORY}", None, "home.not-told", ""),
    ],
)
def test_the_page_shows_whose_it_is(text: str, code: str | None, rule: str, words: str) -> None:
    home = extract(text).home

    assert (home.value, home.rule) == (code, rule)
    assert "".join(text[start:end] for start, end in home.spans) == words
    unsure = rule in ("home.most-named", "home.not-told")
    assert (home.confidence < 0.5) == unsure


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://www.mfa.gov.pe/news/1", "PE"),
        ("https://news.example/mfa.gov.pe", "GH"),
        ("https://president.gov.uk/a", "GB"),
        ("https://mfa.eu/a", "GH"),
        ("", "GH"),
    ],
)
def test_the_address_of_the_source_weighs_more(address: str, code: str) -> None:
    text = HEAD + STORY

    home = extract(text, hints=Hints(source_url=address)).home

    assert home.value == code
    assert (home.rule == "home.source-url") == (code != "GH")
