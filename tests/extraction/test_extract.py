"""What a reader of records relies on, with invented people and words."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.extraction import Hints, extract, lexicon, rules_version
from tests.extraction.told import said

STORY = """Foreign Minister of Chile receives Norwegian colleague

5 May 2021

Minister of Foreign Affairs of Chile Ana Ruiz met with Foreign Minister of Norway Lars Holm in Santiago on Monday.

“We agreed on more than we had hoped for,” Ana Ruiz said. “The rest is work.”

Holm stressed that the talks were “short and useful”. He passed on greetings from Prime Minister Kari Moe.

In March Lars Holm met with President of Peru Juan Paz.
"""


def test_story():
    record = extract(STORY)
    [meeting] = record.meetings
    assert (record.language.value, record.published.value) == ("en", "2021-05-05")
    assert record.title.value == "Foreign Minister of Chile receives Norwegian colleague"
    assert (meeting.date.value, meeting.format.value) == ("2021-05-03", "talks")
    assert (meeting.place.value, meeting.place_country.value) == ("Santiago", "CL")
    assert [(p.name.value, p.office.value, p.country.value) for p in meeting.participants] == [
        ("Ana Ruiz", "Minister of Foreign Affairs of Chile", "CL"),
        ("Lars Holm", "Foreign Minister of Norway", "NO"),
    ]
    assert [p.name.value for p in record.people] == ["Ana Ruiz", "Lars Holm", "Kari Moe", "Juan Paz"]
    assert [c.value for c in record.countries] == ["CL", "NO", "PE"]
    assert [(r.date.value, r.parties) for r in record.references] == [("2021-03", ("Lars Holm", "Juan Paz"))]
    assert [(q.text, q.speaker.value) for q in record.quotes] == [
        ("We agreed on more than we had hoped for,", "Ana Ruiz"),
        ("The rest is work.", "Ana Ruiz"),
        ("short and useful", "Lars Holm"),
    ]


def test_marks_reopened_at_each_paragraph_are_one_quote():
    text = (
        "Minister Ana Ruiz spoke to the press.\n\n“We have begun.\n\n“We go on with “Blue Bird” now,” Ana Ruiz said.\n"
    )
    assert said(text) == [("We have begun.\n\n“We go on with “Blue Bird” now,", "Ana Ruiz")]


def test_names_of_things_are_no_quotes():
    assert said("Minister Ana Ruiz opened the “Blue Bird” centre and a “green” road.") == []


def test_speech_dash_in_uzbek():
    text = "Ташқи ишлар вазири Анвар Содиқов билан учрашув бўлди.\n— Бу ишни бирга қиламиз, — деди Содиқов.\n"
    assert said(text) == [("Бу ишни бирга қиламиз,", "Анвар Содиқов")]


def test_transcript():
    text = (
        "Foreign Minister Ana Ruiz's answers to questions at a news conference, Oslo, 3 May 2021\n\n"
        "Good morning. I have three points.\n\nThey are short.\n\n"
        "Question:\u00a0Why three?\n\nAna Ruiz: Because I could not find four.\n\nAdditional materials\n\nPhotos\n"
    )
    record = extract(text)
    opening, answer = record.quotes
    assert opening.text == "Good morning. I have three points.\n\nThey are short."
    assert (answer.text, answer.speaker.value) == ("Because I could not find four.", "Ana Ruiz")
    assert text[slice(*answer.question)] == "Why three?"


def test_year_unknown_stays_unknown():
    text = "President of Chile Ana Ruiz met with President of Peru Juan Paz in Lima on 28 May."
    assert extract(text).meetings[0].date.value == "XXXX-05-28"


def test_date_glued_to_time():
    record = extract("2 March 202118:00\n\nMinister Ana Ruiz met with Minister Juan Paz.\n")
    assert record.published.value == "2021-03-02"


def test_dateline_is_not_the_place():
    text = "OSLO, 3 May 2021 (NEWS) -- President of Chile Ana Ruiz met with President of Peru Juan Paz.\n"
    [meeting] = extract(text).meetings
    assert (meeting.place.value, meeting.date.value) == (None, "2021-05-03")


def test_bracketed_family_name():
    text = "President of Chile Ana Ruiz met Minister Juan Paz. “My friend Pedro Luis [Vega] agreed,” Ana Ruiz said."
    text += " Minister Pedro Luis [Vega] was absent."
    assert "Pedro Luis Vega" in [p.name.value for p in extract(text).people]


def test_initial_joins_the_full_name():
    text = "President of Chile Ana Ruiz met with Minister of Peru Juan Paz. Later A.Ruiz thanked J. Paz.\n"
    assert [p.name.value for p in extract(text).people] == ["Ana Ruiz", "Juan Paz"]


def test_hints_win():
    record = extract(STORY, hints=Hints(published="2020-01-01", language="en", title="Another headline"))
    assert record.published.value == "2020-01-01"
    assert record.published.rule == "published.hint"


def test_front_matter_is_not_read():
    record = extract("---\ntitle: Minister Ana Ruiz\ndate: 2020-01-01\n---\n" + STORY)
    assert record.furniture[0].start == 0
    assert record.published.value == "2021-05-05"


@pytest.mark.parametrize("change", [
    lambda t: t.replace("\n", "\r\n"),
    lambda t: "\ufeff" + t,
    lambda t: t.replace(" ", "\u00a0"),
    lambda t: t.replace("Ruiz", "Ru\u00adiz"),
    lambda t: t.replace("“", "&ldquo;").replace("”", "&rdquo;"),
])  # fmt: skip
def test_typography_changes_nothing(change):
    text = change(STORY)
    record = extract(text)
    assert [q.speaker.value for q in record.quotes] == [q.speaker.value for q in extract(STORY).quotes]
    assert [text[slice(*q.span)] for q in record.quotes] == [q.text for q in record.quotes]


PIECES = st.sampled_from([
    "President of Chile Ana Ruiz", "“", "”", "‘", "’", '"', "— ", "\n", "\n\n", " said", ":", "Question: ",
    "3 May 2021",
    "\u00a0", "\u00ad", "\ufeff", "\r\n", "&nbsp;", "\ud800", "\x00", "Ana Ruiz: ", "деди", "Содиқов", "[", "]", ".",
    "met with",
])  # fmt: skip


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=300), st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40).map("".join)))
def test_never_raises_and_spans_hold(text):
    record = extract(text)
    assert record == extract(text)
    for quote in record.quotes:
        assert 0 <= quote.span.start <= quote.span.end <= len(text)
        assert text[quote.span.start : quote.span.end] == quote.text
    for person in record.people:
        assert all(0 <= s.start <= s.end <= len(text) for s in person.spans)


def test_rules_version_is_stable():
    assert rules_version() == rules_version()
    assert len(rules_version()) == 12


def test_seeds(seeds):
    for path in sorted(seeds.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        record = extract(path.with_suffix(".txt").read_bytes().decode())
        assert (record.language.value, record.published.value) == (gold["language"], gold["published"])
        assert record.title.value == gold["title"]
        assert [(q.span.start, q.span.end, q.speaker.value) for q in record.quotes] == [
            (q["start"], q["end"], q["speaker"]) for q in gold["quotes"]
        ]
        assert {c.value for c in record.countries} == set(gold["mentioned_countries"])
        found = {p.name.value for m in record.meetings for p in m.participants}
        assert found == {p["name"] for m in gold["meetings"] for p in m["participants"]}
        assert {p.name.value for p in record.people} - found == set(gold["mentioned_people"])


@pytest.mark.parametrize("tag", lexicon.tags())
def test_lexicon_file(tag):
    data = lexicon.load(tag).data
    assert data["tag"] == tag
    assert data["script"]
    assert len(data["function_words"]) >= 10
    assert sorted(data["months"]) == list(range(1, 13))
    assert sorted(data["weekdays"]) == list(range(1, 8))
    assert set(data["encounters"]) <= {
        "call",
        "video",
        "news_conference",
        "multilateral",
        "lecture",
        "ceremony",
        "talks",
    }
    assert all(isinstance(form, str) for forms in data["offices"].values() for form in forms)
