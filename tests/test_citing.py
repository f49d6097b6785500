"""Citations as reference managers and calendars read them: nothing in a title can end a field or a line."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from meetings.calendars import calendar
from meetings.citing import Work, bibtex, ris, slashed, tex

DAY = dt.date(2026, 1, 2)
NASTY = "50% of {A}_B & C#1 $\\^~\r\nER  - \u202ex"


def work(**values: str) -> Work:
    return Work(
        **{"key": "document-1", "title": "T", "url": "https://a.example/x?y=1&z=%D0", "accessed": DAY, **values}
    )


def test_bibtex_masks_what_means_something_to_tex() -> None:
    entry = bibtex([work(title=NASTY, publisher="P & Q", published="2021-04")])

    assert r"title = {{50\% of \{A\}\_B \& C\#1 \$\textbackslash{}\textasciicircum{}\textasciitilde{} ER - x}}" in entry
    assert r"author = {{P \& Q}}" in entry
    assert "  year = {2021},\n  date = {2021-04},\n" in entry
    assert "url = {https://a.example/x?y=1&z=%D0}" in entry
    assert "urldate = {2026-01-02}" in entry
    assert "date = {XXXX" not in bibtex([work(published="XXXX-04-01")])


def test_ris_keeps_one_value_a_line() -> None:
    lines = ris([work(title=NASTY, published="2021-04")]).split("\r\n")

    assert lines[0] == "TY  - ELEC"
    assert lines.count("ER  - ") == 1
    assert "TI  - 50% of {A}_B & C#1 $\\^~ ER - x" in lines
    assert "DA  - 2021/04//" in lines
    assert slashed("2021-04-08") == "2021/04/08/"
    assert slashed("2021") == "2021///"


@given(st.text(max_size=80))
def test_braces_in_bibtex_always_pair(words: str) -> None:
    plain = tex(words).replace("\\{", "").replace("\\}", "")
    assert plain.count("{") == plain.count("}")


@given(st.text(st.sampled_from("ab ,;\\\nжж漢🙂"), max_size=300))
def test_calendar_lines_are_short_and_give_the_words_back(words: str) -> None:
    file = calendar("u", DAY, dt.datetime(2026, 1, 2, tzinfo=dt.UTC), summary="x" + words)

    lines = file.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    summary = next(one for one in file.replace("\r\n ", "").split("\r\n") if one.startswith("SUMMARY:"))
    plain = summary.removeprefix("SUMMARY:").replace("\\\\", "\0").replace("\\n", "\n")
    plain = plain.replace("\\,", ",").replace("\\;", ";").replace("\0", "\\")
    assert plain == "\n".join(" ".join(line.split()) for line in ("x" + words).split("\n"))
    assert "DTEND;VALUE=DATE:20260103" in lines
