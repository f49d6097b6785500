"""Who holds an office that a text speaks of without a name; people and offices are invented."""

from __future__ import annotations

import pytest

from meetings.extraction import extract
from meetings.extraction.mentions import Resolver

STORY = "Foreign Minister Anna Bell of Ghana met Foreign Minister Omar Dia of Togo. The foreign minister was glad.\n\n"


def test_an_office_told_again_and_again_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    whole = Resolver._within

    def counted(self: Resolver, words: set[str], held: set[str]) -> bool:
        nonlocal compared
        compared += 1
        return whole(self, words, held)

    monkeypatch.setattr(Resolver, "_within", counted)
    extract(STORY * 10)
    once, compared = compared, 0
    extract(STORY * 20)
    assert 0 < compared < 2.5 * once
