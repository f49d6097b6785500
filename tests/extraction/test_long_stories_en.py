"""Whose words long English stories quote, with invented people and words."""

import pytest

from meetings.extraction import extract

from .test_speech import told


def test_he_is_the_diplomat_without_a_name_who_spoke_last():
    text = (
        "“The crane is rusty,” said a retired diplomat in Tema. Holm paid for half of it. The fog had come early, "
        "the diplomat noted. “Nobody greased the wheels,” he said."
    )
    assert told(text) == [("The crane is rusty,", None), ("Nobody greased the wheels,", None)]


def test_he_is_whoever_has_a_name_and_spoke_after_the_diplomat():
    text = "“The crane is rusty,” one diplomat said. Mr Holm laughed at it. “We shall paint it,” he said."
    assert told(text) == [("The crane is rusty,", None), ("We shall paint it,", "Lars Holm")]


def test_a_diplomat_whose_name_stands_right_behind_is_somebody():
    text = "A retired diplomat, Lars Holm, said it was late. “Nobody greased the wheels,” he said."
    assert told(text) == [("Nobody greased the wheels,", "Lars Holm")]


def test_a_cue_for_somebody_absent_inside_the_words_is_not_of_their_speaker():
    text = "“I plant this lime tree on behalf of the gardeners,” Mensah said, “and it will outlive us all.”"
    assert told(text) == [
        ("I plant this lime tree on behalf of the gardeners,", "Ama Mensah"),
        ("and it will outlive us all.", "Ama Mensah"),
    ]


def test_two_single_marks_behind_a_word_open_a_quotation():
    lead = "Foreign Minister of Ghana Ama Mensah met Foreign Minister of Norway Lars Holm in Accra on Monday.\n\n"
    text = "Holm told them that ''lime trees need a deep bed.'' Mensah called it ``a gardener's answer.''\n"
    quotes = extract(f"Lime trees for Accra\n\n5 May 2021\n\n{lead}{text}").quotes
    assert [(q.text, q.speaker.value) for q in quotes] == [
        ("lime trees need a deep bed.", "Lars Holm"),
        ("a gardener's answer.", "Ama Mensah"),
    ]


def took_part(body, lead="Foreign Minister of Ghana Ama Mensah met Foreign Minister of Norway Lars Holm in Accra."):
    record = extract(f"Ministers plant lime trees\n\n5 May 2021\n\n{lead}\n\n{body}\n")
    return [[p.name.value for p in m.participants] for m in record.meetings]


PAIR = ["Ama Mensah", "Lars Holm"]


@pytest.mark.parametrize(
    "body",
    [
        # the name of a state has "states" in it
        "Ghana's President Kofi Adu bought a lime farm in the United States.",
        # the verb is of a clause that hangs on something else
        "Ghana's President Kofi Adu is due in Oslo on a tour announced by the palace in March.",
        "Ghana's President Kofi Adu came home with a lime sapling that gardeners in both capitals praised.",
    ],
)
def test_whoever_the_story_tells_of_besides_was_not_there(body):
    assert took_part(body) == [PAIR]


def test_analysts_on_a_summit_of_leaders_were_not_there():
    lead = "President of Ghana Ama Mensah and Prime Minister of Norway Lars Holm attended the lime summit in Accra."
    body = "“The saplings came late,” said Kofi Adu, who wrote a book on roots. “They dried up,” Adu said."
    assert took_part(body, lead) == [PAIR]


def test_who_served_an_office_holder_does_not_hold_the_office():
    body = (
        "“Lime trees grow slowly,” said Kofi Adu, the prime minister’s former gardener. Mr Adu, poets said, is right."
    )
    record = extract(f"Lime trees\n\n5 May 2021\n\nMinister of Ghana Ama Mensah met Lars Holm.\n\n{body}\n")
    assert [(p.name.value, p.office.value) for p in record.people] == [
        ("Ama Mensah", "Minister of Ghana"),
        ("Lars Holm", None),
        ("Kofi Adu", None),
    ]


@pytest.mark.parametrize("name", ["Ben Lima", "Tom Lima", "Tom J. Lima"])
def test_a_towns_name_is_a_family_name_behind_a_first_one_that_speaks(name):
    text = f"“The crane is rusty,” said {name}, a welder. “It creaks.” Later Mr. Lima added: “It fell.”"
    assert told(text) == [("The crane is rusty,", name), ("It creaks.", name), ("It fell.", name)]


def test_a_later_sentence_tells_with_whom_the_talks_were():
    lead = "President of Ghana Ama Mensah held private meetings in Oslo on Tuesday with florists from two ports."
    body = (
        "The fog lay on the pier.\n\nThe lunch was cod.\n\n"
        "Mensah held a short meeting in the morning with Norway Prime Minister Lars Holm."
    )
    assert took_part(body, lead) == [PAIR]


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        # "her" is not of whoever stands behind "with"
        ("After her lunch with Holm, the palace lit its lamps. Holm was glad. He called it “a lamp for gulls”.",
         [("a lamp for gulls", "Lars Holm")]),
        ("Mensah laughed at Holm, now a keen gardener, who in March called the pier “a bench for gulls”.",
         [("a bench for gulls", "Lars Holm")]),
        ("Mensah laughed at Holm, who in March called the pier “a bench for gulls”.",
         [("a bench for gulls", "Lars Holm")]),
        ("Holm rowed home. “The tide was kind,” noted one.", [("The tide was kind,", None)]),
        ("“Not yet,” a spokesman for the harbour said. Holm waited. “Perhaps at noon,” the spokesman told the gulls.",
         [("Not yet,", None), ("Perhaps at noon,", None)]),
        ("In his last book, “Tides of Stone,” Holm wrote about gulls.", []),
    ],
)  # fmt: skip
def test_whose_words_long_stories_quote(sentence, quotes):
    assert told(sentence) == quotes


def test_he_is_whose_name_stands_behind_the_leader_of_a_league():
    lead = "President Ama Mensah of Ghana met Ambassador Kofi Adu.\n\n"
    text = "The leader of the Lime League, Lars Holm, warned of frost. He said that gulls “eat the buds first”.\n"
    quotes = extract(f"Lime trees\n\n5 May 2021\n\n{lead}{text}").quotes
    assert [(q.text, q.speaker.value) for q in quotes] == [("eat the buds first", "Lars Holm")]


def test_an_ambassador_is_not_the_ambassador():
    lead = "President Ama Mensah of Ghana met Ambassador Kofi Adu and the poet Lars Holm.\n\n"
    text = "Mr Holm spoke last. An ambassador’s boat, he said, should be “dry and slow”.\n"
    quotes = extract(f"Lime trees\n\n5 May 2021\n\n{lead}{text}").quotes
    assert [(q.text, q.speaker.value) for q in quotes] == [("dry and slow", "Lars Holm")]


def test_three_single_marks_close_two_quotations():
    lead = "Foreign Minister of Ghana Ama Mensah met Foreign Minister of Norway Lars Holm in Accra on Monday.\n\n"
    text = "''I asked, 'Is the pier dry?''' Holm said. ''She nodded.''\n"
    quotes = extract(f"Lime trees for Accra\n\n5 May 2021\n\n{lead}{text}").quotes
    assert [(q.text, q.speaker.value) for q in quotes] == [
        ("I asked, 'Is the pier dry?'", "Lars Holm"),
        ("She nodded.", "Lars Holm"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "“Lime trees grow slowly,” said Kofi Adu, a former adviser on gulls.",
        "Norway’s King Kofi Adu did not attend but said the gulls were well.",
    ],
)
def test_whoever_left_office_or_stayed_away_was_not_there(body):
    lead = "Ghana’s Ama Mensah, the foreign minister, attended lime talks with Lars Holm, the minister of Norway."
    assert took_part(body, lead) == [PAIR]


TALK = "Remarks by President Mensah, President Lars Holm, and Prime Minister Tove Lie of Norway Before Lime Meeting\n\n"


def test_a_transcript_that_opens_with_a_note_and_a_word_before_a_dash():
    turns = (
        "PRESIDENT HOLM:  (As interpreted.)  Dear gardeners of Ghana —\n\n(A gull cries.)\n\n"
        "PRESIDENT MENSAH:  I greet all of you who came by rowing boat.\n\n"
        "And — and then we talked about the roots of my lime tree.\n\n"
        "PRIME MINISTER LIE:  I have brought a spade from Oslo.\n"
    )
    quotes = extract(f"May 5, 2021\n\n{TALK}{turns}").quotes
    assert [(q.text.split(" ")[0], q.text.split(" ")[-1], q.speaker.value) for q in quotes] == [
        ("Dear", "—", "Lars Holm"),
        ("I", "tree.", "Mensah"),
        ("I", "Oslo.", "Tove Lie"),
    ]


def test_no_state_has_two_presidents_in_a_meeting_of_three():
    turns = (
        "PRESIDENT MENSAH:  I greet all of you who came to the White House by rowing boat.\n\n"
        "PRESIDENT HOLM:  I thank you.\n\nPRIME MINISTER LIE:  I have brought a spade from Norway.\n"
    )
    record = extract(f"May 5, 2021\n\n{TALK}Oval Office\n\n{turns}")
    assert [[(p.name.value, p.country.value) for p in m.participants] for m in record.meetings] == [
        [("Mensah", "US"), ("Lars Holm", "NO"), ("Tove Lie", "NO")]
    ]


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        # words known as something else, alone beside a verb of speech
        ("Ban So-mi, the long-legged chairwoman of the Lime League, sat down. “It is dry,” Ban said.",
         [("It is dry,", "Ban So-mi")]),
        ("“Is it dry?” Tove O. Chad, Mensah’s adviser on limes and lemons of all sorts, said. “We know,” Chad said.",
         [("Is it dry?", "Tove O. Chad"), ("We know,", "Tove O. Chad")]),
        ("“It is dry,” said Wei Jun of the harbour academy.", [("It is dry,", "Wei Jun")]),
        ("Kofi Adu, a scholar of tides at the harbour school, said it was late. “It is dry,” he said.",
         [("It is dry,", "Kofi Adu")]),
        # whoever ends a sentence told all of it
        ("While Holm had paid for the paint, the pier stayed grey, Mr. Adu said by radio. “It creaks,” he said.",
         [("It creaks,", "Adu")]),
        ("In a statement, Holm’s spokesman Kofi Adu said the pier would be “dry at last”.",
         [("dry at last", "Kofi Adu")]),
        ("Holm was glad. “It creaks,” said one sector analyst.", [("It creaks,", None)]),
        ("Holm was glad. “It creaks,” the Harbour Lantern, voice of the port for a century, said in an editorial.",
         [("It creaks,", None)]),
        ("The Harbour Ministry was glad. “It creaks,” the joint statement said.", [("It creaks,", None)]),
        ("A spokesman in the harbour office, Kofi Adu, said it was late. “It creaks,” he said.",
         [("It creaks,", "Kofi Adu")]),
        ("“It creaks,” said a Tema-based diplomat. Holm laughed. “It fell,” the diplomat said.",
         [("It creaks,", None), ("It fell,", None)]),
    ],
)  # fmt: skip
def test_whoever_speaks_in_long_stories(sentence, quotes):
    assert told(sentence) == quotes


def test_the_leader_of_a_state_is_the_president_of_whom_no_state_was_told():
    lead = "President Ama Mensah met Prime Minister Lars Holm of Norway. The Togolese leader brought limes.\n"
    record = extract(f"Lime trees\n\n5 May 2021\n\n{lead}")
    assert [[(p.name.value, p.country.value) for p in m.participants] for m in record.meetings] == [
        [("Ama Mensah", "TG"), ("Lars Holm", "NO")]
    ]


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("Holm was glad. Kofi Adu, his gardening rival, said limes should not “eat the light”.",
         [("eat the light", "Kofi Adu")]),
        ("Kofi Adu, the keeper of the harbour’s own paper, Lantern Weekly, said it was “dry and slow”.",
         [("dry and slow", "Kofi Adu")]),
        ("Holm spoke. “It creaks,” a statement issued after a long lunch on the pier said.", [("It creaks,", None)]),
        ("Mensah said Holm was one of the so-called “grey gulls” of the pier.", []),
    ],
)  # fmt: skip
def test_appositions_and_papers(sentence, quotes):
    assert told(sentence) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "“It creaks,” Minister Ama Mensah of Ghana said in a telephone interview on Monday. Mr Holm said it fell.",
        "Minister Ama Mensah of Ghana welcomed the decision about the pier. Mr Lars Holm said it fell.",
    ],
)
def test_an_interview_by_telephone_and_a_welcome_decision_are_no_meetings(text):
    assert not extract(f"The pier\n\n5 May 2021\n\n{text}\n").meetings


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("Holm was glad. “It creaks,” echoed a keen gardener from the hill.", [("It creaks,", None)]),
        ("The analyst Kofi Adu was glad. “It creaks,” an analyst at a small lime bank said.", [("It creaks,", None)]),
        ("Kofi Adu, a sector analyst, was glad. A sector analyst, who gave no name, was not. “It creaks,” the analyst "
         "said. “It fell.”", [("It creaks,", None), ("It fell.", None)]),
        ("Mrs. Tove Bell and her son Odd Bell dug. Odd Bell sang. “It creaks,” Mrs. Bell said.",
         [("It creaks,", "Tove Bell")]),
    ],
)  # fmt: skip
def test_analysts_and_namesakes(sentence, quotes):
    assert told(sentence) == quotes
