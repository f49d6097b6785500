"""Whose an office or a state is: of one of two colleagues, of the name behind a colon, of the page's language or not.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract
from tests.extraction.told import seats


def test_the_only_other_state_named_outdoes_the_language_of_the_page():
    text = (
        "Dans la salle du port, le ministre norvégien Nils Lind a été reçu par le président de la République, Omar "
        "Bell. "
        "Les deux hommes ont loué les liens entre la Norvège et le Sénégal.\n"
    )
    assert seats(text) == [[("Nils Lind", "NO"), ("Omar Bell", "SN")]]


def test_a_state_that_they_only_spoke_of_does_not_outdo_it():
    text = (
        "Dans la salle du port, le ministre norvégien Nils Lind a été reçu par le ministre Omar Bell. "
        "Les deux hommes ont parlé des phares du Chili.\n"
    )
    assert seats(text) == [[("Nils Lind", "NO"), ("Omar Bell", "FR")]]


def test_an_office_in_the_midst_of_a_headline_is_not_of_whom_a_colon_leads_to():
    record = extract(
        "Visite du Président de la Chambre du Chili : Omar Bell loue les liens des deux ports\n\n"
        "Le Président de la Chambre du Chili Pablo Ruiz s’est entretenu mardi 4 mai 2021 avec Omar Bell au palais.\n"
    )
    told = {p.name.value: p.office.value for p in record.people}
    assert told == {"Pablo Ruiz": "Président de la Chambre du Chili", "Omar Bell": None}


def test_each_of_two_ministers_is_of_one_of_two_presidents():
    text = (
        "En la reunión del 4 de mayo de 2021 en Chile, el presidente Juan Coral y su par chileno, Omar Ruiz, "
        "estuvieron "
        "acompañados de sus ministros de Puertos, Pablo Vega y Luis Mora, para hablar de los faros de Ghana y Ghana.\n"
    )
    (there,) = seats(text)
    assert there[1:4:2] == [("Omar Ruiz", "CL"), ("Luis Mora", "CL")]
    assert dict(there)["Pablo Vega"] != "CL"


@pytest.mark.parametrize("dateline", ["Bern, 8.2.2019 - ", "Bern, 8. Februar 2019 – "])
def test_a_day_in_the_dateline_is_not_that_of_the_meeting(dateline):
    record = extract(
        f"Minister zieht Bilanz\n\n{dateline}Minister Anton Zobel hat am Donnerstag in Wien den norwegischen Minister "
        "Nils Lind getroffen und über Fähren gesprochen.\n"
    )
    assert (record.published.value, [m.date.value for m in record.meetings]) == ("2019-02-08", ["2019-02-07"])


def test_a_day_in_figures_before_the_first_words_is_that_of_the_page():
    record = extract(
        "Minister Zobel reist nach Wien\n\n"
        "04.05.2021, Minister Anton Zobel trifft am 6. Mai 2021 in Wien den norwegischen Minister Nils Lind.\n"
    )
    assert (record.published.value, [m.date.value for m in record.meetings]) == ("2021-05-04", ["2021-05-06"])


def test_calls_of_two_colleagues_are_two():
    text = (
        "تلقى وزير الخارجية المصري السيد عمر بيل اليوم اتصالين هاتفيين من نظيريه السوداني كوفي ديا والأردني نيلز "
        "ليند.\n"
    )
    assert seats(text) == [[("عمر بيل", "EG"), ("كوفي ديا", "SD")], [("عمر بيل", "EG"), ("نيلز ليند", "JO")]]


def test_an_office_that_looks_after_those_abroad_is_one_states():
    text = (
        "التقى وزير الخارجية والهجرة وشئون المصريين في الخارج السيد عمر بيل سفير النرويج السيد نيلز ليند في مقر "
        "الوزارة.\n"
    )
    assert seats(text) == [[("عمر بيل", "EG"), ("نيلز ليند", "NO")]]


def test_who_sent_an_envoy_or_an_invitation_was_not_there():
    text = (
        "Le président togolais Omar Bell a reçu mardi 4 mai 2021 le ministre Nils Lind, l’envoyé spécial du président "
        "norvégien Jon Tal, et a accepté une invitation de son homologue chilienne Ana Ruiz.\n"
    )
    assert [name for name, _state in seats(text)[0]] == ["Omar Bell", "Nils Lind"]


def test_a_small_word_before_an_office_is_no_part_of_the_name_before_it():
    record = extract("挪威外長莫登5日與智利外交部長林川通電話,討論燈塔。\n智利於去年3月12日任命林川為外交部長。\n")
    assert [p.name.value for p in record.people] == ["莫登", "林川"]
