"""Stories of English-language agencies: who took part and who speaks, with invented people and words."""

import pytest

from meetings.extraction import extract

from .test_speech import spoken

TOP = "Cod\n\n5 May 2021\n\n"


def met(story):
    return [[(p.name.value, p.office.value) for p in m.participants] for m in extract(f"{TOP}{story}\n").meetings]


@pytest.mark.parametrize("pronoun", ["he", "she"])
def test_whoever_arrives_is_not_who_speaks_of_it(pronoun):
    story = (
        "Upon the arrival of Norwegian Foreign Minister Lars Holm in Accra today, Foreign Minister Efo Mensah "
        f"said, “For five years no net was shared. We are ready, ”{pronoun} said.\n"
    )
    assert spoken(TOP + story) == [("For five years no net was shared. We are ready,", "Efo Mensah")]


def test_whose_envoy_came_and_who_issued_a_statement_were_not_there():
    story = (
        "President Ama Mensah of Ghana promised it while receiving an envoy from President Omar Dia of Togo led by "
        "Togolese Minister of State Yawa Reed in Accra. In a statement issued by Dr. Efo Quaye, Special Assistant to "
        "the Minister, Mensah spoke of nets."
    )
    names = [[name for name, _office in people] for people in met(story)]
    assert names == [["Ama Mensah", "Yawa Reed"]]


def test_a_paper_is_nobody():
    story = (
        "Acting Foreign Minister Omar Dia told Togo's ambassador to Ghana Yaw Reed of cod at a meeting in Accra, Reed "
        "told Chau Lin Daily."
    )
    names = [[name for name, _office in people] for people in met(story)]
    assert names == [["Omar Dia", "Yaw Reed"]]


@pytest.mark.parametrize(
    ("guest", "office"),
    [
        ("United States Secretary of State Anna Bell", "United States Secretary of State"),
        ("United States Secretary of Defense Anna Bell", "United States Secretary of Defense"),
        ("Sultan of Brunei Anna Bell", "Sultan of Brunei"),
        ("the Foreign Minister, Ambassador Anna Bell", "Foreign Minister"),
        ("the Director at the Ministry of Energy, Ambassador Anna Bell", "Director at the Ministry of Energy"),
        ("AU Commission chairwoman Anna Bell", "AU Commission chairwoman"),
        ("the Director of the South Asia Wing, Anna Bell", "Director of the South Asia Wing"),
        ("Visiting Ghanaian President Anna Bell", "Ghanaian President"),
    ],
)  # fmt: skip
def test_offices(guest, office):
    assert met(f"Prime Minister Omar Dia of Togo met {guest} on Tuesday.") == [
        [("Omar Dia", "Prime Minister"), ("Anna Bell", office)]
    ]


def test_the_last_words_quoted_do_not_govern_whoever_speaks():
    story = (
        "Norwegian Foreign Minister Lars Holm met Foreign Minister Efo Mensah of Ghana in Accra.\n\n"
        "“It is a dream of ours,” Holm told Mensah, praising Mensah’s nets.\n"
    )
    assert spoken(TOP + story) == [("It is a dream of ours,", "Lars Holm")]


def test_a_name_that_looks_like_a_day():
    story = "Foreign Minister Le Thi Thu Dung of Vietnam met Ambassador Omar Bell of Ghana in Accra."
    assert met(story) == [[("Le Thi Thu Dung", "Foreign Minister"), ("Omar Bell", "Ambassador")]]
    assert [m.date.value for m in extract(f"{TOP}{story}\n").meetings] == ["2021-05-05"]
