"""What changed between two texts, told by words within lines."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from meetings.difference import compare, folded


def told(old: str, new: str) -> list[str]:
    """Each changed line: [-taken out-] and {+put in+}."""
    signs = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    lines = compare(old, new)
    return ["".join(signs[kind].format(words) for kind, words in line.changes) for line in lines if not line.same]


def ended(text: str) -> str:
    """The text with a line break at its end."""
    return text if text.endswith("\n") or not text else f"{text}\n"


def test_a_word_is_told_within_its_line() -> None:
    old = "They met.\nThe talks were held in May, in Oslo.\nThey left."

    assert told(old, old.replace("May", "early June")) == ["The talks were held in [-May-]{+early June+}, in Oslo.\n"]


def test_words_side_by_side_are_one_change() -> None:
    assert told("We saw the red old house there.", "We saw a blue new house there.") == [
        "We saw [-the red old-]{+a blue new+} house there.\n"
    ]


def test_a_paragraph_put_in_or_taken_out_is_told_whole() -> None:
    assert told("One.\n\nTwo.\n", "One.\n\nNew one.\n\nTwo.\n") == ["{+New one.\n+}", "{+\n+}"]
    assert told("One.\n\nNew one.\n\nTwo.\n", "One.\n\nTwo.\n") == ["[-New one.\n-]", "[-\n-]"]


def test_what_was_rewritten_is_not_pieced_together_from_chance_words() -> None:
    old, new = "He told of the road and the bridge.", "Nobody knew where the ships of spring had gone; and why?"

    assert told(old, new) == [f"[-{old}-]{{+{new}+}}\n"]


def test_rewritten_lines_stand_beside_those_they_replace() -> None:
    assert told("Aa, bb\nDd, ee\n", "Gg; hh\nJj; kk\n") == ["[-Aa, bb-]{+Gg; hh+}\n", "[-Dd, ee-]{+Jj; kk+}\n"]


def test_line_ends_of_a_file_are_no_change() -> None:
    assert told("One.\r\nTwo.\u2028Three.", "One.\nTwo.\nThree.") == []


def test_unchanged_lines_far_from_a_change_are_folded() -> None:
    lines = [f"Line {number}.\n" for number in range(40)]
    stretches = folded(list(compare("".join(lines), "".join([*lines[:20], "Other.\n", *lines[21:]]))))

    assert [(one.folded, one.number) for one in stretches] == [(True, 17), (False, 7), (True, 16)]


def test_a_single_line_is_not_folded() -> None:
    lines = [f"Line {number}.\n" for number in range(8)]
    stretches = folded(list(compare("".join(lines), "".join([*lines[:4], "Other.\n", *lines[5:]]))))

    assert not any(one.folded for one in stretches)


@given(st.text(alphabet="ab.\n "), st.text(alphabet="ab.\n "))
def test_both_texts_can_be_told_from_the_changes(old: str, new: str) -> None:
    changes = [change for line in compare(old, new) for change in line.changes]

    assert "".join(words for kind, words in changes if kind != "added") == ended(old)
    assert "".join(words for kind, words in changes if kind != "removed") == ended(new)


def test_a_paragraph_at_the_end_changes_nothing_before_it() -> None:
    assert told("One.\nTwo.", "One.\nTwo.\nThree.") == ["{+Three.\n+}"]


@given(st.text(), st.text())
def test_any_text_can_be_compared(old: str, new: str) -> None:
    assert all(line.same for line in compare(old, old))
    assert folded(list(compare(old, new))) is not None


def test_two_texts_of_a_megabyte_take_seconds_at_most() -> None:
    chance = random.Random(4)
    words = ["".join(chance.choices("abcdefghij", k=5)) for _ in range(3000)]
    one, other = (" ".join(chance.choices(words, k=170_000)) for _ in range(2))
    texts = {
        "another text on one line": (one, other),
        "words changed all over": (
            one,
            " ".join(chance.choice(words) if chance.random() < 0.1 else w for w in one.split()),
        ),
        "lines that recur": ("a.\n" * 330_000, "a.\nb.\n" * 165_000),
        "no letters": (". " * 500_000, "! " * 500_000),
    }
    for name, (old, new) in texts.items():
        started = time.process_time()
        list(compare(old, new))
        assert time.process_time() - started < 10, name
