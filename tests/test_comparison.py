"""Words of one text are looked for in another."""

import pytest

from meetings.comparison import Wording

TEXT = "“We build the bridge before the river asks for it,” he said. 我们先建桥，后谈河水的事情，大家都同意。"


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("We build the bridge before the river asks for it,", True),
        ("WE  BUILD the\u00adbridge – before the river\nasks for it", True),
        ("We built the bridge before the river asks for it", True),
        ("We never spoke of any bridge, nor of the price of wheat", False),
        ("the bridge", True),
        ("a ferry", False),
        ("我们先建桥后谈河水的事情", True),
        ("今年的小麦比去年贵得多", False),
    ],
)
def test_words_are_found_in_another_printing(words: str, held: bool) -> None:
    assert Wording(TEXT).holds(words) is held


def test_an_empty_text_holds_nothing() -> None:
    assert not Wording("").holds("words")
