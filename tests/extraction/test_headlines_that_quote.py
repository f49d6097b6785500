"""Headlines of the form "who: what was said", which are neither a publisher's name nor a turn of a transcript.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract

BODY = {
    "ru": "По словам заместителя министра иностранных дел Ганы Белова, соседи «готовы к переговорам» и ждут.",
    "en": "According to Ghana's Deputy Foreign Minister Omar Bell, the neighbours are “ready for talks” and wait.",
}
HEADLINES = [
    ("ru", "Замглавы МИД Ганы: Соседи хотят открыть дороги и построить мосты"),
    ("en", "Foreign Ministry of Ghana: Neighbours want to open their roads and to build bridges"),
]


@pytest.mark.parametrize(("tongue", "headline"), HEADLINES)
def test_a_headline_that_quotes_is_the_headline(tongue, headline):
    record = extract(f"{headline}\n\n{BODY[tongue]}\n")
    assert record.title.value == headline
    assert len(record.quotes) == 1


def test_a_label_with_a_greeting_still_opens_a_transcript():
    record = extract(
        "Meeting with guests\n\nPresident Anna Bell: Good afternoon, dear friends. We agree.\n\nThank you.\n"
    )
    assert record.quotes[0].text.startswith("Good afternoon")


def test_two_blanks_between_two_words_make_no_menu_of_a_headline():
    headline = "Party arranges legal advice for Chilean  diplomat"
    body = "The party has arranged advice for a Chilean diplomat, said the minister, who is to speak again tomorrow."
    assert extract(f"Office of the Minister\n\n{headline}\n\n6 June 2005\n\n{body}\n").title.value == " ".join(
        headline.split()
    )
