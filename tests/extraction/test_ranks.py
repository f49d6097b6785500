"""What kind of office is it? Told from its name alone, in its language."""

from __future__ import annotations

import pytest

from meetings.extraction.ranks import role_of, states_in


@pytest.mark.parametrize(
    ("language", "office", "role"),
    [
        ("en", "President of the Republic of Ghana", "head_of_state"),
        ("en", "Deputy Prime Minister", "deputy"),
        ("en", "Deputy Prime Minister and Minister of Foreign Affairs", "foreign_minister"),
        ("en", "Deputy Foreign Minister of Peru", "deputy"),
        ("en", "Assistant to the President", "official"),
        ("en", "Adviser to the Prime Minister, Ambassador", "official"),
        ("ru", "Премьер-министр", "head_of_government"),
        ("ru", "Заместитель Премьер-министра – Министр энергетики", "minister"),
        ("ru", "помощник Президента Ганы", "official"),
        ("fr", "premier vice-président du Sénat", "deputy"),
        ("de", "stellvertretender Außenminister", "deputy"),
        ("kk", "Премьер-Министрдің орынбасары – Сыртқы істер министрі", "foreign_minister"),
        ("uz-Latn", "Gana Prezidentining maslahatchisi", "official"),
        ("tr", "Gana Cumhurbaşkanı Yardımcısı", "deputy"),
        ("zh-Hans", "加纳副总理兼外交部长", "foreign_minister"),
        ("ar", "وزير الخارجية", "foreign_minister"),
        ("en", "Keeper of the Harbour Lights", None),
        ("xx", "President", None),
        ("", "President", None),
        ("en", "", None),
    ],
)
def test_an_office_has_a_role(language: str, office: str, role: str | None) -> None:
    assert role_of(office, language) == role


@pytest.mark.parametrize(
    ("language", "office", "states"),
    [
        ("en", "Foreign Minister of Norway", {"NO"}),
        ("en", "Ambassador of Norway to Ghana", {"NO", "GH"}),
        ("de", "norwegischer Außenminister", {"NO"}),
        ("ru", "Министр иностранных дел Норвегии", {"NO"}),
        ("kk", "Норвегия Сыртқы істер министрі", {"NO"}),
        ("zh-Hans", "加纳副总理", {"GH"}),
        ("en", "Foreign Minister", set()),
        ("xx", "Foreign Minister", set()),
    ],
)
def test_an_office_names_states(language: str, office: str, states: set[str]) -> None:
    assert states_in(office, language) == states
