"""A state or a body that opens a long chain of owners is that of the office at its end, where owners come first."""

import pytest

from tests.extraction.told import present


@pytest.mark.parametrize(
    ("chain", "state"),
    [
        ("Норвегия Балық қорының солтүстік теңіздер, көлдер мәселелері жөніндегі бөлімінің жетекшісі", "NO"),
        ("Норвегияның сауда палатасының жаңа құралдар кеңесінің төрағасы", "NO"),
    ],
)
def test_kazakh(chain: str, state: str) -> None:
    text = f"2019 жылғы 4 сәуірде ҚР Ауыл шаруашылығы вице-министрі Марат Асылов {chain} Анна Беллмен кездесті.\n"
    assert present(text) == [[("Марат Асылов", "ҚР Ауыл шаруашылығы вице-министрі", "KZ"), ("Анна Белл", chain, state)]]


def test_a_state_where_something_was_told_opens_no_chain() -> None:
    text = (
        "2019 жылғы 4 сәуірде Марат Асылов Норвегияда өткен көрмеде сауда палатасының төрағасы Анна Беллмен кездесті.\n"
    )
    assert [office for seats in present(text) for name, office, _state in seats if name == "Анна Белл"] == [
        "сауда палатасының төрағасы"
    ]
