"""Words are found again in a newer text, or said to be gone."""

from meetings.alignment import carry, overlap
from meetings.extraction.record import Span

OLD = "First words. He said so. Then he said so again, in other words."


def test_unmoved_words_keep_their_place() -> None:
    assert carry(Span(0, 12), OLD, OLD) == Span(0, 12)


def test_moved_words_are_found() -> None:
    new = "A new line.\n" + OLD
    assert carry(Span(13, 24), OLD, new) == Span(25, 36)


def test_of_two_equal_places_the_nearer_counts() -> None:
    new = "He said so. " + "x " * 100 + "He said so."
    old = "y " * 100 + "He said so."
    assert carry(Span(200, 211), old, new) == Span(212, 223)


def test_slightly_edited_words_are_found() -> None:
    new = OLD.replace("said so again, in other words", "said so again - in other words")
    span = carry(Span(30, 63), OLD, new)
    assert span is not None
    assert new[span.start : span.end].startswith("he said so again - in other word")


def test_words_that_are_gone_are_gone() -> None:
    assert carry(Span(0, 12), OLD, "Something else entirely, on another matter.") is None


def test_overlap_is_a_share() -> None:
    assert (overlap(Span(0, 10), Span(0, 10)), overlap(Span(0, 5), Span(5, 9)), overlap(Span(0, 4), Span(0, 8))) == (
        1.0,
        0.0,
        0.5,
    )
