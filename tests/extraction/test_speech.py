"""What is reported speech and whose words it gives, with invented people and words."""

import pytest

from meetings.extraction import extract
from meetings.extraction.rules import RULES

HEADLINE = "Ghana and Norway hold talks\n\n5 May 2021\n\n"
LEAD = "Foreign Minister of Ghana Ama Mensah met with Foreign Minister of Norway Lars Holm in Accra on Monday.\n\n"
CLOSE = "\n\nThe ministers also discussed fisheries and the climate in the region.\n"


def spoken(text):
    record = extract(text)
    assert all(quote.rule in RULES and quote.speaker.rule in RULES for quote in record.quotes)
    assert all(text[quote.span.start : quote.span.end] == quote.text for quote in record.quotes)
    return [(quote.text, quote.speaker.value) for quote in record.quotes]


def told(sentence):
    return spoken(HEADLINE + LEAD + sentence + CLOSE)


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("“We agreed,” said Mensah, who arrived on Sunday.", [("We agreed,", "Ama Mensah")]),
        ("According to Lars Holm, “the ferry is ready”.", [("the ferry is ready", "Lars Holm")]),
        ("“We will be back,” Mensah quoted Holm as saying.", [("We will be back,", "Lars Holm")]),
        ("“We agreed on all.” — Lars Holm", [("We agreed on all.", "Lars Holm")]),
        ("“We agreed on all.”\n\nLars Holm, Foreign Minister of Norway", [("We agreed on all.", "Lars Holm")]),
        ("Holm met the press. The latter noted that “nobody lost”.", [("nobody lost", "Lars Holm")]),
        ("“We go on,” the ministers said.", [("We go on,", None)]),
        ("Ghana said on Friday that it was “ready to build”.", [("ready to build", None)]),
        (
            "“I came,” Holm said. “Will you come by sea?” asked Mensah. “Once it thaws,” came the reply.",
            [("I came,", "Lars Holm"), ("Will you come by sea?", "Ama Mensah"), ("Once it thaws,", "Lars Holm")],
        ),
        ("Both ministers stressed: “We will go on.”", [("We will go on.", None)]),
    ],
)
def test_attributions(sentence, quotes):
    assert told(sentence) == quotes


def test_a_paper_speaks_for_the_body_named_last():
    text = "“It is done,” the Norwegian Foreign Ministry said in a statement.\n\n“It took long,” the statement said."
    body = "Norwegian Foreign Ministry"
    assert told(text) == [("It is done,", body), ("It took long,", body)]


def test_a_new_sentence_behind_finished_words_is_no_attribution():
    text = "“In March you showed us a map,” Mensah said. “I have brought another.” Lars Holm answered that he was glad."
    assert told(text) == [("In March you showed us a map,", "Ama Mensah"), ("I have brought another.", "Ama Mensah")]


def test_pronouns_follow_the_form_of_address():
    text = "Mr. Holm was received by Ms. Mensah. She called the talks “short and useful”. He spoke of “a good start”."
    assert told(text) == [("short and useful", "Ama Mensah"), ("a good start", "Lars Holm")]


def test_nobody_is_meant_where_the_last_sentence_names_nobody():
    assert told("A spokesman declined to comment. “We never comment on rumours,” he said.") == [
        ("We never comment on rumours,", None)
    ]


def test_possessives_tell_of_their_subject():
    text = "Mensah thanked her guest. Holm praised his host. She said “short and kind”. He said “a good start”."
    assert told(text) == [("short and kind", "Ama Mensah"), ("a good start", "Lars Holm")]


def test_an_office_means_somebody_named_before_not_after():
    text = (
        "Министр иностранных дел России Виктор Ладов прибыл в Осло.\n\n"
        "«Мы рады этой встрече», – подчеркнул министр.\n\n"
        "Во встрече участвовала министр иностранных дел Айгуль Сарова.\n"
    )
    assert spoken("Прием в Осло\n\n5 мая 2021 года\n\n" + text) == [("Мы рады этой встрече", "Виктор Ладов")]


def test_two_words_of_a_sentence_are_speech_and_things_called_so_are_not():
    assert told("Holm said the ferry was “nearly ready”.") == [("nearly ready", "Lars Holm")]
    assert told("Holm said the “green corridor” was open.") == []
    assert told("Holm opened the “Joint Programme for the Study of Northern Seas.”") == []


def test_paragraphs_behind_said_need_no_marks():
    text = (
        "Speaking before the visit, Foreign Minister Lars Holm said:\n\n"
        "Ghana and Norway share the sea, and we are committed to keeping it clean for those who come.\n\n"
        "The fleets grow year by year.\n\n"
        "This week is an opportunity for us to count the ships.\n\n"
        "On Friday the minister will travel to Oslo."
    )
    [(words, speaker)] = told(text)
    assert (words[:16], words[-16:], speaker) == ("Ghana and Norway", "count the ships.", "Lars Holm")


def transcript(body, headline="Press conference by Foreign Minister Ama Mensah and Foreign Minister Lars Holm"):
    return spoken(f"{headline}\n\n5 May 2021\n\n{body}\n")


@pytest.mark.parametrize(
    "label",
    ["MS. MENSAH:  ", "**Ama Mensah:** ", "**Ama Mensah** (through interpreter): ", "A. Mensah: ", "AM: ",
     "MINISTER MENSAH. ", "Ama Mensah [Foreign Minister]: ", "Ama Mensah: (00:12)\n", "Ama Mensah (00:12):\n",
     "FOREIGN MINISTER MENSAH: "],
)  # fmt: skip
def test_labels(label):
    body = f"{label}Thank you, Lars. Did we not have good talks?\n\nQUESTION: What next?\n\n{label}We go to Oslo."
    assert transcript(body) == [
        ("Thank you, Lars. Did we not have good talks?", "Ama Mensah"),
        ("We go to Oslo.", "Ama Mensah"),
    ]


def test_labels_that_end_in_a_stop():
    body = "Minister Mensah. Thank you all.\n\nQ. What next?\n\nMinister Mensah. We go to Oslo, I think."
    assert transcript(body) == [("Thank you all.", "Ama Mensah"), ("We go to Oslo, I think.", "Ama Mensah")]


def test_notes_around_a_turn_are_not_its_words():
    body = (
        "MODERATOR: (Via interpreter) Minister, please.\n\n"
        "MINISTER HOLM: (In English.) I was here before. (Laughter.) I liked it. (Applause.)\n\n"
        "The Ferry\n\nQ   And the costs?\n\nMINISTER HOLM: We share them. (Laughter.)\n\n  END  2:19 P.M.\n\nStay here"
    )
    assert transcript(body) == [
        ("Minister, please.", None),
        ("I was here before. (Laughter.) I liked it.", "Lars Holm"),
        ("We share them.", "Lars Holm"),
    ]


def test_outlets_and_journalists_by_name_ask():
    body = (
        "The Accra Paper: Norway has sent a ship. What’s your comment?\n\n"
        "Lars Holm: We have noted it.\n\n"
        "Coast TV, Yeboah: I would like to ask about oil. Please tell us your view.\n\n"
        "Lars Holm: I have nothing to offer on that."
    )
    assert transcript(body, "Foreign Minister Lars Holm’s press conference") == [
        ("We have noted it.", "Lars Holm"),
        ("I have nothing to offer on that.", "Lars Holm"),
    ]


def test_answers_without_labels():
    body = "Good morning,\n\nWe have a long day.\n\nQ. Will you agree?\nI hope so. We talked.\n\nQ. When?\nWe see."
    assert transcript(body, "Remarks by Foreign Minister Lars Holm upon arrival") == [
        ("Good morning,\n\nWe have a long day.", "Lars Holm"),
        ("I hope so. We talked.", "Lars Holm"),
        ("We see.", "Lars Holm"),
    ]


def test_the_chair_gives_the_floor():
    body = (
        "[Moderator]\nGood evening. This house is yours.\nMinister Holm.\n\n"
        "Dear colleague,\n\nI am glad to be here.\nWe had good talks.\n\n"
        "[Journalist]\nWhat next?\n\nAma Mensah [as interpreted]:\nWe go on.\n(Laughter)"
    )
    assert transcript(body) == [
        ("Good evening. This house is yours.\nMinister Holm.", None),
        ("Dear colleague,\n\nI am glad to be here.\nWe had good talks.", "Lars Holm"),
        ("We go on.", "Ama Mensah"),
    ]


def test_first_letters_of_an_office():
    body = (
        "[transcript of the remarks of Secretary-General Ama Mensah]\n\n"
        "Good evening. I have two short notes for you.\n\n"
        "Spokesperson: We take one question.\n\nQuestion: Why?\n\nSG: Nobody has told me yet."
    )
    assert transcript(body, "Secretary-General's press encounter after the harvest") == [
        ("Good evening. I have two short notes for you.", "Ama Mensah"),
        ("We take one question.", None),
        ("Nobody has told me yet.", "Ama Mensah"),
    ]


def test_a_page_that_is_one_speech():
    words = (
        "Mr. President,\n\nI congratulate you on your election to the chair of this assembly.\n\n"
        "“Bring me a plan,” you said to us here a year ago, and we have brought it.\n\nI thank you."
    )
    headline = "Speech by Foreign Minister of Ghana Ama Mensah at the General Assembly"
    assert transcript(words + "\n\n***", headline) == [(words, "Ama Mensah")]


def test_what_is_told_behind_the_last_turn_is_nobodys():
    body = "Ama Mensah: We did.\n\nLars Holm: We did.\n\nAma Mensah: I am glad.\n\nAma Mensah then left for Oslo."
    assert transcript(body)[-1] == ("I am glad.", "Ama Mensah")


def test_two_who_answer_each_other():
    body = (
        "Ama Mensah had a meeting with Lars Holm in Accra.\n\n"
        "Foreign Minister Ama Mensah: It is good of you to come, Lars.\n\nThe ferry is ready. The harbour is deep.\n\n"
        "Foreign Minister Lars Holm: Thank you. I came by sea.\n\nIt rained.\n\nWe are dry now.\n\n"
        "Later the two went to see the harbour."
    )
    assert transcript(body, "Ghana receives Norway’s minister") == [
        ("It is good of you to come, Lars.\n\nThe ferry is ready. The harbour is deep.", "Ama Mensah"),
        ("Thank you. I came by sea.\n\nIt rained.\n\nWe are dry now.", "Lars Holm"),
    ]


def test_numbered_questions():
    body = "Question 1: Is the ferry ready?\n\nAnswer 1: It is.\n\nQ2: And the harbour?\n\nA2: We are digging it."
    assert transcript(body, "Interview with Foreign Minister Ama Mensah") == [
        ("It is.", "Ama Mensah"),
        ("We are digging it.", "Ama Mensah"),
    ]
