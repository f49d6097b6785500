"""Whose words long English stories quote, with invented people and words."""

from meetings.extraction import extract

from .test_speech import told


def test_he_is_the_diplomat_without_a_name_who_spoke_last():
    text = (
        "“The crane is rusty,” said a retired diplomat in Tema. Holm paid for half of it. The fog had come early, "
        "the diplomat noted. “Nobody greased the wheels,” he said."
    )
    assert told(text) == [("The crane is rusty,", None), ("Nobody greased the wheels,", None)]


def test_he_is_whoever_has_a_name_and_spoke_after_the_diplomat():
    text = "“The crane is rusty,” one diplomat said. Mr Holm laughed at it. “We shall paint it,” he said."
    assert told(text) == [("The crane is rusty,", None), ("We shall paint it,", "Lars Holm")]


def test_a_diplomat_whose_name_stands_right_behind_is_somebody():
    text = "A retired diplomat, Lars Holm, said it was late. “Nobody greased the wheels,” he said."
    assert told(text) == [("Nobody greased the wheels,", "Lars Holm")]


def test_a_cue_for_somebody_absent_inside_the_words_is_not_of_their_speaker():
    text = "“I plant this lime tree on behalf of the gardeners,” Mensah said, “and it will outlive us all.”"
    assert told(text) == [
        ("I plant this lime tree on behalf of the gardeners,", "Ama Mensah"),
        ("and it will outlive us all.", "Ama Mensah"),
    ]


def test_two_single_marks_behind_a_word_open_a_quotation():
    lead = "Foreign Minister of Ghana Ama Mensah met Foreign Minister of Norway Lars Holm in Accra on Monday.\n\n"
    text = "Holm told them that ''lime trees need a deep bed.'' Mensah called it ``a gardener's answer.''\n"
    quotes = extract(f"Lime trees for Accra\n\n5 May 2021\n\n{lead}{text}").quotes
    assert [(q.text, q.speaker.value) for q in quotes] == [
        ("lime trees need a deep bed.", "Lars Holm"),
        ("a gardener's answer.", "Ama Mensah"),
    ]
