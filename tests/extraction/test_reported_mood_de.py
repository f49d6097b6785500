"""German words that go on reporting by the mood of the verb alone. Persons and words are invented."""

import pytest

from meetings.extraction import extract

LEAD = "Kanzler warnt\n\n8. April 2021\n\nBundeskanzler Anton Bell traf Präsident Omar Diallo. Bell warnte vor Eile. "


def speakers(text):
    return [q.speaker.value for q in extract(LEAD + text).quotes]


@pytest.mark.parametrize(
    "text",
    [
        "Diallo müsse „den Streit sofort beenden“.",
        "Das Vorgehen sei „ein schwerer Fehler“ gewesen. Diallo habe „keinen guten Plan“.",
        "Der Nachbar brauche „dringend mehr Hilfe von außen“.",
    ],
)
def test_the_mood_of_the_verb_goes_on_with_who_spoke_last(text):
    assert set(speakers(text)) == {"Anton Bell"}


def test_a_verb_of_speech_has_its_own_subject():
    assert speakers("Diallo sagte, er sei „sehr zufrieden damit“.") == ["Omar Diallo"]
    assert speakers("Diallo lobte „den sehr guten Plan“.") == ["Omar Diallo"]
