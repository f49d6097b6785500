"""A town before a colon is a dateline and nobody's label, with invented people and words."""

import pytest

from .test_speech import spoken

STORY = "Minister of Fisheries of Ghana Ama Mensah said “we shall sail” and met Ambassador of Norway Lars Holm.\n"


@pytest.mark.parametrize("town", ["TEMBA JAYA", "ACCRA (May 4)", "OSLO (COD NEWS)", "ACCRA"])
def test_towns(town):
    assert spoken(f"Cod\n\n5 May 2021\n\n{town}: {STORY}") == [("we shall sail", "Ama Mensah")]


def test_somebody_who_speaks():
    words = "The minister met the envoy, and I may tell you all that we are glad of it."
    assert spoken(f"Cod\n\n5 May 2021\n\nYAW BROOK: {words}\n") == [(words, "YAW BROOK")]
