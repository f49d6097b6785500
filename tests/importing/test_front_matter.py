from __future__ import annotations

import pytest

from meetings.extraction.record import Hints
from meetings.importing.front_matter import BadFrontMatter, read
from meetings.importing.hints import BadHint, checked, compact, merged

FULL = """---
title: "Vellania: the ministers met"
date: 2021-04-08
language: uz-cyrl
publisher: Ministry of Vellania
source_url: https://example.org/news/1
tags: [visit, trade]
---
Text.
"""


@pytest.mark.parametrize("text", [FULL, "\ufeff" + FULL, FULL.replace("\n", "\r\n"), FULL.replace("---\nT", "...\nT")])
def test_all_keys(text: str) -> None:
    assert read(text) == Hints(
        title="Vellania: the ministers met",
        published="2021-04-08",
        language="uz-Cyrl",
        publisher="Ministry of Vellania",
        source_url="https://example.org/news/1",
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text.\n---\ntitle: not at the start\n---\n",
        "---\nA line of dashes above a text.\n",
        "---\nOne paragraph.\n---\nAnother.\n",
        "---\n---\n",
        "---\ntitle:\ndate: ~\npublisher: null\n---\n",
        "----\ntitle: x\n---\n",
    ],
)
def test_none(text: str) -> None:
    assert read(text) == Hints()


def test_values_are_taken_as_written() -> None:
    assert read("---\nlanguage: no\ntitle: 2021\ndate: 2018-05\n---\n") == Hints(
        language="no", title="2021", published="2018-05"
    )


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("title: A: b", "line 2: the front matter is no YAML (mapping values are not allowed here)"),
        ("date: 2021-04-08\ntitle: 'open", "line 4: the front matter is no YAML"),
        ("title: x\ndate: 2021-13-40", "line 3: date: '2021-13-40' is no date; write it as 2021-04-08"),
        ("date: 8 April", "line 2: date: '8 April' is no date"),
        ("date: 2021-21", "line 2: date: '2021-21' is no date"),
        ("date: 2021-04-08/2021-04-09", "line 2: date: "),
        ("language: english", "line 2: language: 'english' is no language tag; write it as en, ru or uz-Cyrl"),
        ("source_url: javascript:alert(1)", "line 2: source_url: 'javascript:alert(1)' is no web address"),
        ("publisher: " + "x" * 301, "line 2: publisher: is 301 characters long; at most 300 can be kept"),
        ('title: "a\\0b"', "line 2: title: 'a\\x00b' holds characters that are no text; remove them"),
        ('title: "\\ud800"', "line 2: title: '\\ud800' holds characters that are no text; remove them"),
        ("title:\n  - a", "line 3: title must be one value; write it as title: …"),
        ("a: *b", "line 2: the front matter is no YAML (found undefined alias 'b')"),
        ("[" * 600, "line 1: the front matter is no YAML (too deeply nested)"),
        ("title: \x07", "line 1: the front matter is no YAML (special characters are not allowed)"),
    ],
)
def test_errors_name_line_and_remedy(source: str, message: str) -> None:
    with pytest.raises(BadFrontMatter) as caught:
        read(f"---\n{source}\n---\nText.")
    assert str(caught.value).startswith(message)


def test_front_matter_that_does_not_end() -> None:
    with pytest.raises(
        BadFrontMatter, match="line 1: the front matter does not end within 5,000 characters; end it with a line ---"
    ):
        read("---\ntitle: x\n\nText.")


def test_hints_are_trimmed_and_checked() -> None:
    assert checked({"publisher": "  A \n B ", "language": "", "published": None}) == Hints(publisher="A B")
    with pytest.raises(BadHint):
        checked({"published": "XXXX"})
    assert checked({"published": "XXXX-02-29"}) == Hints(published="XXXX-02-29")


def test_the_nearer_hint_wins() -> None:
    both = merged(Hints(language="ru"), Hints(language="en", publisher="A"))
    assert both == Hints(language="ru", publisher="A")
    assert compact(both) == {"language": "ru", "publisher": "A"}
