"""Pages of a catalogue whose head turns a name round, with invented people and words."""

from meetings.extraction import extract

from .told import people, said

TALK = """{title}

{head}

Release date: 12/05/2003
Release type: Interview

{label}: We counted the lamps on the pier. I found nine of them lit.

PREMIER HOLM: I found ten. My lamp was the one behind the ice house.

JOURNALIST: Who pays for the oil?

{label}: We do, and I am glad of it.
"""


def speakers(title, head, label):
    return [speaker for _words, speaker in said(TALK.format(title=title, head=head, label=label))]


def test_a_label_with_an_office_that_nobody_else_has_is_of_whom_the_head_names():
    told = speakers("Joint Press Conference with Premier Lars Holm", "Tellgren, Mona Ida", "PRIME MINISTER")
    assert told == ["Mona Ida Tellgren", "Lars Holm", "Mona Ida Tellgren"]


def test_a_family_name_in_a_label_gets_the_given_name_of_the_head():
    told = speakers("Joint Press Conference in Norvik", "Tellgren, Mona", "PRIME MINISTER TELLGREN")
    assert told == ["Mona Tellgren", "HOLM", "Mona Tellgren"]


def test_a_town_and_its_state_above_a_transcript_are_no_name():
    for head in ("Accra, Ghana", "Monday, Early"):
        told = speakers("Joint Press Conference in Accra", head, "PRIME MINISTER TELLGREN")
        assert told == ["TELLGREN", "HOLM", "TELLGREN"]


def test_a_word_for_oneself_behind_a_name_is_no_number_of_a_monarch():
    text = TALK.format(title="Joint Press Conference in Norvik", head="Tellgren, Mona", label="PRIME MINISTER TELLGREN")
    more = "\nPREMIER HOLM: With Minister Rask I drank tea. King Olaf I of Norvik did, too.\n"
    assert people(text + more) == ["Mona Tellgren", "HOLM", "Rask", "Olaf I"]
    assert extract(text).published.value == "2003-05-12"


def test_an_office_in_a_label_that_the_text_knows_of_nobody_is_of_whom_the_head_names():
    told = said(
        "Doorstop Interview at the Ferry Pier\n\nTellgren, Mona\nRelease date: 12/05/2003\nRelease type: Interview\n\n"
        "12 May 2003\n\nPRIME MINISTER:\n\nThe Acting Prime Minister lent me an umbrella. We looked at the nets.\n\n"
        "JOURNALIST:\n\nMrs Tellgren, was it raining?\n\nPRIME MINISTER:\n\nNot on the nets, it was not.\n"
    )
    assert [speaker for _words, speaker in told] == ["Mona Tellgren", "Mona Tellgren"]
