"""Whose words English news quotes, with invented people and words."""

import pytest

from .test_speech import CLOSE, HEADLINE, spoken, told
from .told import said


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("“It was short,” said a Norwegian official who poured the tea.", [("It was short,", None)]),
        ("“It rained,” said an aide to the former.", [("It rained,", None)]),
        ("A source close to Holm is reported to have said: “The pier stays.”", [("The pier stays.", None)]),
        ("Heard on the quay, from a trader in Tema: “A pier is a promise with legs.”",
         [("A pier is a promise with legs.", None)]),
        ("“The pier stays,” Mensah told a reporter in Tema.", [("The pier stays,", "Ama Mensah")]),
        ("“The pier stays,” Holm was quoted as saying in the harbour gazette.", [("The pier stays,", "Lars Holm")]),
        ("Holm called her “a diplomat of the tides and more”.", [("a diplomat of the tides and more", "Lars Holm")]),
        ("Mensah was glad. Crews in the harbour had been told to sail “only after the frost”.",
         [("only after the frost", None)]),
        ("Mensah said that the crews had been told to sail “only after the frost”.",
         [("only after the frost", "Ama Mensah")]),
        ("“I came by sea,” said Holm. His host recalled the pier and remarked that it was built “to the last nail”.",
         [("I came by sea,", "Lars Holm"), ("to the last nail", "Ama Mensah")]),
    ],
)  # fmt: skip
def test_attributions(sentence, quotes):
    assert told(sentence) == quotes


def test_a_letter_read_out_speaks_for_whoever_wrote_it():
    text = (
        "Lars Holm read out a letter from the President of Togo, Koffi Adjei. “Piers are built twice,” the letter says."
    )
    assert told(text) == [("Piers are built twice,", "Koffi Adjei")]


def test_a_letter_to_somebody_is_not_theirs():
    text = "President of Ghana Ama Mensah sent a letter of thanks to President of Norway Lars Holm.\n\n"
    words = "“I shall long dream of the cod in the fjord,” the letter says."
    assert spoken(HEADLINE + text + words + CLOSE) == [("I shall long dream of the cod in the fjord,", "Ama Mensah")]


def test_who_is_praised_is_not_who_praises():
    text = "Mr Holm promised to open the pier. The minister praised him “for a long breath at sea”."
    assert told(text) == [("for a long breath at sea", "Ama Mensah")]


def test_an_office_means_whoever_is_called_so():
    page = (
        "Foreign Secretary hosts Norwegian counterpart\n\n5 May 2021\n\n"
        "Norway’s Minister of Foreign Affairs, Lars Holm, was the guest of the Foreign Secretary in London. "
        "The Rt Hon Ama Mensah MP was glad. Mr Holm praised the pier.\n\n"
        "At noon the Foreign Secretary said:\n\n“A pier is a promise with legs, and we keep it.”\n\n"
        "Contacts for media\n\nLetters to the Foreign Secretary go by post\n"
    )
    assert spoken(page) == [("A pier is a promise with legs, and we keep it.", "Ama Mensah")]


def test_the_office_of_an_office_holder_speaks_as_a_body():
    text = "“It is done,” the Ghanaian President’s office said. “It is done,” Ghana’s foreign ministry said."
    assert told(text) == [("It is done,", "Ghanaian President’s office"), ("It is done,", "Ghana’s foreign ministry")]


def test_a_body_named_in_two_ways_is_one():
    text = "“It is done,” the Norwegian Foreign Ministry said. “It took long,” Norway’s Foreign Ministry added."
    body = "Norwegian Foreign Ministry"
    assert told(text) == [("It is done,", body), ("It took long,", body)]


def test_an_office_with_its_state_is_not_another_states():
    text = "Minister Mensah praised the pier. “It was short,” the Norwegian foreign minister said."
    assert told(text) == [("It was short,", "Lars Holm")]


def test_an_office_before_a_verb_is_not_that_of_the_name_before_it():
    text = "At talks with his Togolese counterpart Yawa Lawson, the minister said “the pier stays open”. He was glad."
    page = HEADLINE + "Foreign Minister of Ghana Kofi Mensah met Ambassador Lars Holm of Norway in Accra.\n\n" + text
    assert spoken(page + CLOSE) == [("the pier stays open", "Kofi Mensah")]


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("The pier is ready, Oslo’s foreign ministry said. “It took long,” the ministry also said.",
         [("It took long,", "Oslo’s foreign ministry")]),
        ("The Ministry of Fisheries wrote to crews. “It took long,” the ministry informed. “Sail,” said the ministry.",
         [("It took long,", "Ministry of Fisheries")]),
        ("Lars Holm said that he will stay at the Ministry of Fisheries and stated that, “the cod decides it”.",
         [("the cod decides it", "Lars Holm")]),
        ("According to the Ministry of Fisheries, “the tide waits for cod alone”.",
         [("the tide waits for cod alone", "Ministry of Fisheries")]),
        ("Norwegian ministry of foreign affairs deputy spokesman Jon Reed said the pier was “for love of cod alone”.",
         [("for love of cod alone", "Jon Reed")]),
        ("According to the foreign ministry, “the tide waits for cod alone”.",
         [("the tide waits for cod alone", "foreign ministry")]),
        ("A Ministry of Fisheries press release came at noon. “Each crew will find a berth,” states the release.",
         [("Each crew will find a berth,", "Ministry of Fisheries")]),
        ("Lars Holm left for the island, where Mensah has said that he would be welcomed with “a net of gifts”.",
         [("a net of gifts", "Ama Mensah")]),
    ],
)  # fmt: skip
def test_bodies_that_are_written_small(sentence, quotes):
    assert told(sentence) == quotes


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("Aides had long prepared talks between Mensah and Holm, Mayor Jon Reed said on Monday. “It rains,” he said.",
         [("It rains,", "Jon Reed")]),
        ("“The net is whole,” Mensah, in a coat of wool and salted leather, told Holm on the pier.",
         [("The net is whole,", "Ama Mensah")]),
        ("Jon Reed, Minister of Information, said “They came to see the pier with their own eyes,” and went home.",
         [("They came to see the pier with their own eyes,", "Jon Reed")]),
    ],
)  # fmt: skip
def test_whoever_said_all_that_stands_before(sentence, quotes):
    assert told(sentence) == quotes


@pytest.mark.parametrize(
    "link", ["hailed by Ghanaian Minister Kofi Dia as a", "dubbed by Kofi Dia, she added,", "called by Dia"]
)
def test_words_behind_by_are_of_whom_it_leads_to(link: str) -> None:
    text = (
        "Norwegian leader Anna Bell met Ghanaian Minister Kofi Dia in Oslo on Monday.\n\n"
        f"Bell also told reporters that the eel plan, {link} “very cold and very bold swim”, would last.\n"
    )
    speaker = "Anna Bell" if "added" in link else "Kofi Dia"
    assert said(text) == [("very cold and very bold swim", speaker)]
