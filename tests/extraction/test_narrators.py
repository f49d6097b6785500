"""Pages told in the first person: who writes "I" was there, with invented people and words."""

from meetings.extraction import extract

from .told import people

HEAD = "Brandner, Edith\n\nLeader of the Crossbench\n\n3 April 2012\n\nA WEEK OF TALKS IN ACCRA\n\n"


def met(text: str) -> list[list[str]]:
    return [[str(p.name.value) for p in m.participants] for m in extract(text).meetings]


def test_the_head_of_a_catalogue_names_who_writes_i():
    assert met(HEAD + "I met with President Kofi Badu of Ghana and heard of his orchards.\n") == [
        ["Edith Brandner", "Kofi Badu"]
    ]


def test_the_head_of_a_catalogue_names_nobody_where_only_others_say_i():
    text = HEAD + "President Kofi Badu met Minister of Mines Ama Sarp. “I have planted cocoa,” he told her.\n"
    assert "Edith Brandner" not in people(text)


def test_each_of_those_with_whom_somebody_writes_to_have_talked_was_met_apart():
    text = (
        HEAD + "I have ended a week of ministerial talks in Accra about cocoa.\n\n"
        "I was glad to meet with President Kofi Badu and to hear of his orchards.\n\n"
        "In my discussions with the Minister of Mines, Ama Sarp, I asked for lamps.\n\n"
        "I had a long meeting with the Governor of the Central Bank of Ghana, Yaw Mintah, who showed me coins.\n"
    )
    assert met(text) == [
        ["Edith Brandner", "Kofi Badu"],
        ["Edith Brandner", "Ama Sarp"],
        ["Edith Brandner", "Yaw Mintah"],
    ]


def test_a_memorandum_is_told_by_who_sends_it_and_not_by_whom_its_subject_names():
    text = (
        "Memorandum From Minister of Trade Brandner to President Holm\n\nOslo, April 4, 1962\n\nSUBJECT\n\n"
        "My Supper with Ghanaian Ambassador Badu, April 3\n\n"
        "I told Ambassador Badu at our meeting that the cranes were late. He laughed at me.\n"
    )
    assert met(text) == [["Brandner", "Badu"]]


def test_a_letterhead_may_print_letter_by_letter_what_kind_of_page_it_is():
    text = (
        "'  Edith Brandner Leader of the Opposition  M e d i a  R e l e a s e\n\n3 April 2012\n\n"
        "COCOA AND LAMPS ADDRESSED DURING TALKS IN GHANA\n\n"
        "I am leaving Ghana today after talks with Ministers about cocoa.\n\n"
        "I met with Minister of Mines Ama Sarp and asked for lamps.\n"
    )
    assert extract(text).title.value == "COCOA AND LAMPS ADDRESSED DURING TALKS IN GHANA"
    assert met(text) == [["Edith Brandner", "Ama Sarp"]]
