"""Who of several at a verb of speech is its subject, with invented people and words."""

import pytest

from .told import said

PAGE = """Ferry talks in Norvik

Minister Mona Tellgren and Ambassador Ivo Brandel met in Norvik on Monday.

"""


@pytest.mark.parametrize(
    ("sentence", "words", "speaker"),
    [
        ("The harbour guild thanked Tellgren for “a patient ear” at dusk.", "a patient ear", None),
        ("Explained Brandel: “The thaw comes late here.”", "The thaw comes late here.", "Ivo Brandel"),
        ("Brandel met a crane driver behind Tellgren and called him “a fine hand”.", "a fine hand", "Ivo Brandel"),
        ("Brandel gave a carved oar to Tellgren, saying it came “from a barn”.", "from a barn", "Ivo Brandel"),
        ("With the dockers still cross about Tellgren and her tolls, Brandel took the stage and told the crowd to wait "
         "“until the thaw”.", "until the thaw", "Ivo Brandel"),
        ("Brandel left early, but Tellgren stayed on and called the soup “thick as tar”.",
         "thick as tar", "Mona Tellgren"),
    ],
)  # fmt: skip
def test_the_subject_of_a_verb_of_speech_stands_before_it_and_opens_its_clause(sentence, words, speaker):
    assert said(PAGE + sentence + "\n") == [(words, speaker)]
