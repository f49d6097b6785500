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
        ("U.N. envoy Anna Bell", "U.N. envoy"),
        ("the UK's effective deputy prime minister Anna Bell", "UK's effective deputy prime minister"),
        ("the Minister of Fisheries, Ms. Anna Bell TD,", "Minister of Fisheries"),
        ("the Maltese Minister of Fisheries, Ms. Anna Bell T.D.,", "Maltese Minister of Fisheries"),
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
    story = "Foreign Minister Le Thi Thu Sen of Vietnam met Ambassador Omar Bell of Ghana in Accra."
    assert met(story) == [[("Le Thi Thu Sen", "Foreign Minister"), ("Omar Bell", "Ambassador")]]
    assert [m.date.value for m in extract(f"{TOP}{story}\n").meetings] == ["2021-05-05"]


def test_bodies_and_states_of_envoys():
    story = "U.N. envoy Omar Dia received Togo Permanent Representative to the United Nations Yawa Reed in Geneva."
    (meeting,) = extract(f"{TOP}{story}\n").meetings
    assert [(p.country.value, p.organization.value) for p in meeting.participants] == [
        (None, "United Nations"),
        ("TG", None),
    ]


@pytest.mark.parametrize(
    ("pair", "offices"),
    [
        ("Ghanaian and Togolese Presidents", ["Ghanaian President", "Togolese President"]),
        ("Ghanaian and Togolese leaders", [None, None]),
    ],
)
def test_two_states_before_a_plural(pair, offices):
    (meeting,) = extract(f"{TOP}{pair} Omar Bell and Ali Dia spoke by telephone on Tuesday.\n").meetings
    found = [(p.name.value, p.office.value, p.country.value) for p in meeting.participants]
    assert found == [("Omar Bell", offices[0], "GH"), ("Ali Dia", offices[1], "TG")]


def test_who_attended_is_told_behind_the_verb():
    story = (
        "Foreign Minister Omar Bell of Ghana hosted talks with Togolese Prime Minister Ali Dia in Accra today. "
        "Attending the talks were Togo's Minister of Mines Yawa Reed, and Ghana's Trade Minister Efo Goff."
    )
    names = [[name for name, _office in people] for people in met(story)]
    assert names == [["Omar Bell", "Ali Dia", "Yawa Reed", "Efo Goff"]]


def test_a_town_that_is_a_family_name():
    assert met("Prime Minister Omar Dia of Togo met the Prime Minister of Malta, Mr. Jon Lima, on Tuesday.") == [
        [("Omar Dia", "Prime Minister"), ("Jon Lima", "Prime Minister of Malta")]
    ]


def test_the_presidency_speaks():
    story = "The Togo Presidency took to the radio on Sunday and said, “President Dia met the envoy of the coast.”\n"
    assert spoken(TOP + story) == [("President Dia met the envoy of the coast.", "Togo Presidency")]


def test_talks_that_are_refuted_were_not_held():
    assert (
        met("The House yesterday refuted reports that President Omar Bell of Ghana met Ali Dia of Togo in Accra.") == []
    )


def test_a_town_and_a_dash_are_a_dateline():
    page = "Mensah speaks of nets with Norwegian minister\n\n5 May 2021\n\n"
    story = (
        "Accra — President Ama Mensah met Norwegian Foreign Minister Lars Holm as Togo, Togo and Togo counted cod.\n"
    )
    (meeting,) = extract(page + story).meetings
    assert [(p.name.value, p.country.value) for p in meeting.participants] == [
        ("Ama Mensah", "GH"),
        ("Lars Holm", "NO"),
    ]


def test_whoever_wrote_and_edited_is_nobody():
    story = (
        "Foreign Minister Omar Dia of Ghana received Togolese Ambassador Yaw Reed in Accra.\n\nThey spoke of cod.\n\n"
    )
    record = extract(f"{TOP}{story}(Reporting by Ana Lee; Editing by Lena Ireland)\n")
    assert [c.value for c in record.countries] == ["GH", "TG"]


def test_an_hour_is_no_prime_minister():
    story = "President Omar Dia of Ghana talked with Ambassador Ana Ruiz of Peru until 7:20 pm at the Tema Net Loft."
    assert met(story) == [[("Omar Dia", "President"), ("Ana Ruiz", "Ambassador")]]
