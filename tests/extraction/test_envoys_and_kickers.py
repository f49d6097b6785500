"""Envoys who hand over their letters, in French, Spanish and Arabic; states that open a headline; offices that the
state of a language has not. All people and words are invented."""

import pytest

from meetings.extraction import extract
from tests.extraction.told import people, people_in_full, present, present_names, seats

LETTERS = "Lettres de créance à Korm\n\n3 mai 2024\n\n"


def test_envoys_named_before_their_letters_hand_them_over():
    text = LETTERS + (
        "Le président du Ghana, Kofi Dia, a reçu vendredi les lettres de créance de nouveaux ambassadeurs. Ana Ruiz et "
        "Lars Holm ont également présenté, dans deux paniers de figues, leurs lettres de créance.\n"
    )
    assert present_names(text) == [["Kofi Dia", "Ana Ruiz", "Lars Holm"]]


def test_a_sentence_of_a_ceremony_that_names_only_envoys_of_several_states():
    text = LETTERS + (
        "Le président du Ghana, Kofi Dia, a reçu vendredi des lettres de créance. Les ambassadeurs Ana Ruiz (Pérou) et "
        "Lars Holm (Norvège) ont goûté les figues. L'ambassadeur Omar Bell (Kenya) n'aime pas les figues.\n"
    )
    assert seats(text) == [[("Kofi Dia", "GH"), ("Ana Ruiz", "PE"), ("Lars Holm", "NO")]]


def test_an_envoy_in_a_ceremony_is_not_of_the_state_that_receives():
    text = LETTERS + (
        "Korm, 3 mai. Le président du Ghana, Kofi Dia, a reçu les lettres de créance de la nouvelle ambassadrice du "
        "Pérou au Ghana. L'ambassadrice Ana Ruiz aime les figues du Ghana.\n"
    )
    assert people_in_full(text) == [("Kofi Dia", "président du Ghana", "GH"), ("Ana Ruiz", "ambassadrice", None)]
    spanish = (
        "Embajadora Ana Ruiz presentó cartas credenciales ante el Rey Torvald IX de Noruega\n\n3 de mayo de 2024\n\n"
        "Bergen. La embajadora Ana Ruiz llevó en un velero sus cartas credenciales al Rey Torvald IX; según ellas es "
        "embajadora plenipotenciaria del Perú ante Noruega.\n"
    )
    assert seats(spanish) == [[("Ana Ruiz", "PE"), ("Torvald IX", "NO")]]


@pytest.mark.parametrize(
    ("headline", "code", "rule"),
    [
        ("Ghana : le président reçoit un ministre", "GH", "home.kicker"),
        ("Le Ghana: un président reçoit un ministre", None, "home.not-told"),
        ("Le président du Ghana reçoit un ministre", None, "home.not-told"),
    ],
)
def test_the_state_that_opens_a_headline_is_the_publishers(headline, code, rule):
    home = extract(f"{headline}\n\n3 mai 2024\n\nLe président Kofi Dia a reçu la ministre Ana Ruiz.\n").home
    assert (home.value, home.rule) == (code, rule)


def test_a_state_that_opens_a_headline_may_be_the_one_abroad():
    french = "Ghana : une ministre visite un lac\n\n3 mai 2024\n\nLa ministre Ana Ruiz a reçu {}.\n"
    assert extract(french.format("son homologue ghanéen Kofi Dia")).home.value is None
    german = "Ghana: Ministerin besucht See\n\n3. Mai 2024\n\nMinisterin Ana Ruiz lobte am Freitag den See.\n"
    assert extract(german).home.rule != "home.kicker"


def test_one_office_said_twice_before_a_name():
    text = (
        "Figues à Korm\n\n3 mai 2024\n\nLa ministre péruvienne des figues, Ana Ruiz, a rencontré vendredi le chef de "
        "l'État ghanéen, le président Kofi Dia.\n"
    )
    assert present(text) == [
        [("Ana Ruiz", "ministre péruvienne des figues", "PE"), ("Kofi Dia", "chef de l'État ghanéen", "GH")]
    ]


@pytest.mark.parametrize(
    ("office", "code"), [("König", "NO"), ("Premierminister", "NO"), ("Außenminister", "DE"), ("Bundespräsident", "DE")]
)
def test_an_office_that_the_state_of_the_language_has_not(office, code):
    text = (
        f"Gespräch in Oslo\n\n3. Mai 2024\n\n{office} Lars Holm traf am Freitag in Oslo die peruanische Ministerin "
        "Ana Ruiz. Norwegen freut sich auf den Schnee, und die Gipfel Norwegens sind weiß.\n"
    )
    assert seats(text) == [[("Lars Holm", code), ("Ana Ruiz", "PE")]]


ARABIC = "وزير التين يستقبل سفير بيرو الجديد\n\n2021-04-08\n\n"


def test_a_name_set_off_by_commas_behind_the_host():
    text = ARABIC + (
        "استقبل سعيد حمدان، وزير التين، مساء الخميس بتونس، جوليان بالمر، الذي نسي أوراق اعتماده سفيرا لجمهورية بيرو "
        "لدى الملك سامي ناجي في القطار.\n"
    )
    assert present(text) == [[("سعيد حمدان", "وزير التين", "TN"), ("جوليان بالمر", "سفير بيرو الجديد", "PE")]]


@pytest.mark.parametrize("word", ["تلميع", "بالضغط", "بالمصادفة", "لمباريات", "توجهات", "وتلميع"])
def test_nouns_of_action_end_a_name(word):
    text = f"التين\n\n2021-04-08\n\nقال الرئيس التركي سامي ناجي {word} الصحون. ثم عاد الوزير جون بالمر.\n"
    assert people(text) == ["سامي ناجي", "جون بالمر"]
