"""Addresses and decisions stand while texts, verdicts and spellings come and go around them."""

from dataclasses import replace

import pytest

from meetings import resolving
from meetings.corrections import correct, judge, withdraw
from meetings.exports import exported
from meetings.extraction.record import Person as PersonRead
from meetings.extraction.record import Record, Span
from meetings.extraction.record import Reference as ReferenceRead
from meetings.models import (
    Account,
    Change,
    Document,
    Meeting,
    Mention,
    Participant,
    Person,
    PersonName,
    Quote,
    Reference,
)
from tests.readings import BRANDT, MEDER, NONE, TEXT, found, quote, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db

MINISTRY = TEXT + " So says the other ministry."


def met(name: str, date: str) -> Record:
    return reading(told_meeting((name, "Minister", "FR"), MEDER, date=date))


def recalling(date: str) -> Record:
    said = ReferenceRead(found(date), ("Askar Meder", "Ilse Brandt"), Span(0, 5), "test.rule", 0.9)
    return replace(reading(told_meeting(MEDER, BRANDT, date="2022-01-01")), references=(said,))


@pytest.fixture
def stones() -> None:
    """J. Stone could be James, until John is met."""
    store("a.txt", met("James Stone", "2021-01-01"), "1")
    store("b.txt", met("J. Stone", "2021-01-02"), "2")
    assert bearer("J. Stone").slug == "james-stone"
    store("c.txt", met("John Stone", "2021-01-03"), "3")


@pytest.fixture
def three() -> None:
    for day, name in enumerate(("Anna Stone", "Berta Flint", "Carla Brick"), 1):
        store(f"{day}.txt", met(name, f"2021-01-0{day}"), str(day))


def bearer(name: str) -> Person:
    person = PersonName.objects.get(name=name).person
    assert person is not None
    return person


def test_a_meeting_keeps_its_address_and_corrections_when_its_first_teller_falls_silent() -> None:
    store("a.txt", visit())
    store("b.txt", visit(), MINISTRY)
    meeting = Meeting.objects.listed().get()
    correct("meeting", meeting.key, "place", "Almaty")
    store("a.txt", visit(meetings=(), quotes=()), rules="2")
    assert (Meeting.objects.listed().get(), Meeting.objects.listed().get().place) == (meeting, "Almaty")


def test_quotes_of_other_documents_follow_when_a_meeting_parts() -> None:
    store("a.txt", visit())
    store("b.txt", visit(MINISTRY), MINISTRY)
    store("a.txt", visit(meetings=(told_meeting(MEDER, BRANDT, date="2020-01-01"),)), rules="2")
    row = Quote.objects.get(document__path="b.txt")
    assert row.meeting == Account.objects.get(document__path="b.txt").meeting
    assert row.date_key == 20210408
    assert [meeting.quote_count for meeting in Meeting.objects.listed()] == [1, 1]


def test_a_verdict_between_days_survives_an_import_of_one_of_them() -> None:
    store("a.txt", visit())
    store("b.txt", visit(meetings=(told_meeting(MEDER, BRANDT, date="2021-04-09"),)), MINISTRY)
    judge("meeting", "a.txt#1", "b.txt#1", "same")
    store("c.txt", met("Olga Yarn", "2021-04-09"), "Unrelated.")
    assert Account.objects.filter(document__path__in=["a.txt", "b.txt"]).values("meeting").distinct().count() == 1


def test_verdicts_reach_through_an_account_that_fell_silent() -> None:
    for day, path in enumerate("abc", 1):
        store(path, reading(told_meeting(MEDER, BRANDT, date=f"2021-04-0{day}")), path)
    judge("meeting", "a#1", "b#1", "same")
    judge("meeting", "b#1", "c#1", "same")
    store("b", reading(), "b", rules="2")
    assert Meeting.objects.listed().get().account_count == 2


def test_another_text_under_the_same_name_tells_of_another_meeting() -> None:
    store("news.txt", visit())
    correct("meeting", "news.txt#1", "place", "Lyon")
    others = (("Xavier Quill", "Minister", "FR"), ("Olga Yarn", "Minister", "AT"))
    store("news.txt", reading(told_meeting(*others, date="2022-01-01", place="Vienna")), "Another text.")
    assert [(row.key, row.place) for row in Meeting.objects.listed()] == [("news.txt#2", "Vienna")]


@pytest.mark.usefixtures("stones")
def test_a_spelling_that_became_ambiguous_is_somebody_of_its_own_for_good() -> None:
    slug = bearer("J. Stone").slug
    correct("person", slug, "name", "Jeremiah Stone")
    correct("meeting", "b.txt#1", f"participants/{slug}/office", "Envoy")
    Change.objects.all().delete()
    resolving.resolve_all()
    assert not Change.objects.exists()
    assert (bearer("J. Stone").slug, bearer("J. Stone").name) == ("j-stone", "Jeremiah Stone")
    assert Participant.objects.get(person__slug="j-stone").office == "Envoy"


@pytest.mark.usefixtures("stones")
def test_a_verdict_on_such_a_spelling_holds_and_its_address_redirects() -> None:
    judge("person", "j-stone", "james-stone", "same")
    assert bearer("J. Stone").slug == "james-stone"
    assert Person.objects.get(slug="j-stone").merged_into == Person.objects.get(slug="james-stone")


@pytest.mark.usefixtures("stones")
def test_a_spelling_that_no_text_has_any_more_has_no_vote() -> None:
    store("c.txt", met("Jana Korn", "2021-01-03"), "3", rules="2")
    assert bearer("J. Stone").slug == "james-stone"


@pytest.mark.usefixtures("three")
def test_merges_in_a_row_lead_to_the_last_and_lose_no_decision() -> None:
    correct("person", "carla-brick", "wikidata", "Q42")
    document = store("q.txt", visit())
    key = Quote.objects.get(document=document).key
    correct("document", "q.txt", f"quotes/{key}/speaker", {"person": "carla-brick"}, version=document.version)
    correct("meeting", "q.txt#1", "participants/carla-brick", action="added")
    judge("person", "berta-flint", "carla-brick", "same")
    judge("person", "anna-stone", "berta-flint", "same")
    anna = Person.objects.get(slug="anna-stone")
    assert (anna.wikidata, Quote.objects.get(document=document).speaker) == ("Q42", anna)
    assert Participant.objects.filter(meeting__key="q.txt#1", person=anna).exists()
    assert set(
        Person.objects.filter(slug__in=["berta-flint", "carla-brick"]).values_list("merged_into", flat=True)
    ) == {anna.pk}


def test_a_meeting_that_comes_in_later_is_found_by_an_earlier_reference() -> None:
    store("later.txt", recalling("2021-04-08"), "Later they recalled it.")
    assert Reference.objects.get().meeting is None
    store("a.txt", visit())
    assert Reference.objects.get().meeting == Meeting.objects.get(key="a.txt#1")
    made = correct("meeting", "a.txt#1", "date", "2021-04-01")
    assert Reference.objects.get().meeting is None
    withdraw(made, None)
    assert Reference.objects.get().meeting == Meeting.objects.get(key="a.txt#1")


@pytest.mark.parametrize("date", ["2021-04", "2021-04-08"])
def test_a_visit_is_a_meeting_in_the_state_visited(date: str) -> None:
    said = ReferenceRead(found(date), ("Askar Meder", "DE"), Span(0, 5), "reference.visit", 0.9)
    store("later.txt", replace(reading(told_meeting(MEDER, BRANDT, date="2022-01-01")), references=(said,)), "Later.")

    store("a.txt", reading(told_meeting(MEDER, BRANDT, place="Astana", place_country="KZ")), "In Astana.")
    assert Reference.objects.get().meeting is None
    store("b.txt", reading(told_meeting(MEDER, BRANDT, format="call", place=None, place_country=None)), "By wire.")
    assert Reference.objects.get().meeting is None
    store("a.txt", reading(told_meeting(MEDER, BRANDT, place="Bonn", place_country="DE")), "In Bonn.")
    assert Reference.objects.get().meeting == Meeting.objects.get(key="a.txt#1")


def test_a_reference_follows_a_merge() -> None:
    store("a.txt", visit(meetings=(told_meeting(MEDER, BRANDT, date="2021-04-09"),)))
    store("b.txt", visit(), MINISTRY)
    store("later.txt", recalling("2021-04-08"), "Later they recalled it.")
    assert Reference.objects.get().meeting == Meeting.objects.get(key="b.txt#1")
    judge("meeting", "a.txt#1", "b.txt#1", "same")
    assert Reference.objects.get().meeting == Meeting.objects.get(key="a.txt#1")


def test_a_reference_is_sure_once_one_of_two_meetings_has_other_parties() -> None:
    """The text that recalls it names none of those who took their place."""
    parties = (BRANDT, ("Timo Aalto", "Ambassador", "FI"))
    for path in ("a.txt", "b.txt"):
        store(path, reading(told_meeting(*parties)), path)
    judge("meeting", "a.txt#1", "b.txt#1", "different")
    said = ReferenceRead(found("2021-04-08"), ("Ilse Brandt", "Timo Aalto"), Span(0, 5), "test.rule", 0.9)
    store("later.txt", replace(reading(others=parties), references=(said,)), "Later they recalled it.")
    assert Reference.objects.get().meeting is None
    store("b.txt", reading(told_meeting(MEDER, ("Rosa Lind", "Envoy", "SE"))), "b.txt, mended")
    assert Reference.objects.get().meeting == Meeting.objects.get(key="a.txt#1")


def test_a_reference_is_sure_once_one_of_two_meetings_is_parted_into_days() -> None:
    """Of what was one by a verdict, one day has the state that is recalled, and the other is the day."""
    orlov, aalto = ("Pavel Orlov", "Minister", "RU"), ("Timo Aalto", "Ambassador", "FI")
    store("a.txt", reading(told_meeting(MEDER, orlov, date="2021-04-08")), "a")
    store("b.txt", reading(told_meeting(MEDER, BRANDT, date="2021-04-09")), "b")
    verdict = judge("meeting", "a.txt#1", "b.txt#1", "same")
    store("c.txt", reading(told_meeting(orlov, aalto, date="2021-04-09")), "c")
    said = ReferenceRead(found("2021-04-09"), ("RU",), Span(0, 5), "test.rule", 0.9)
    store("later.txt", replace(reading(others=(MEDER,)), references=(said,)), "Later they recalled it.")
    assert Reference.objects.get().meeting is None
    withdraw(verdict, None)
    assert Reference.objects.get().meeting == Meeting.objects.get(key="c.txt#1")


def test_corrections_of_quotes_are_told_apart_by_the_text_their_spans_count_in() -> None:
    old = "“We are old friends,” said Askar Meder. Ilse Brandt and Askar Meder met in town."
    new = "“We are new friends,” said Ilse Brandt. And: “We are old friends,” said Askar Meder. x"
    words = ("We are old friends,", "We are new friends,")
    meeting = told_meeting(MEDER, BRANDT)
    document = store("a.txt", reading(meeting, quotes=(quote(old, words[0], "Askar Meder"),)), old)
    field = f"quotes/{document.quotes.get().key}/speaker"
    correct("document", "a.txt", field, {"person": "ilse-brandt"}, version=document.version)
    both = (quote(new, words[1], "Ilse Brandt"), quote(new, words[0], "Askar Meder"))
    document = store("a.txt", reading(meeting, quotes=both), new)
    correct("document", "a.txt", field, {"person": "askar-meder"}, version=document.version)
    speakers = Quote.objects.listed().order_by("start").values_list("speaker__slug", flat=True)
    assert list(speakers) == ["askar-meder", "ilse-brandt"]


def test_two_people_of_one_name_in_one_text_are_told_apart_by_their_states() -> None:
    record = met("Kim Stone", "2021-01-01")
    other = PersonRead(found("Kim Stone"), found("Envoy"), found("AT"), NONE)
    store("a.txt", replace(record, people=(other, *record.people)), "1")
    seat = Participant.objects.get(person__name="Kim Stone")
    assert Mention.objects.get(name__country="FR").person == seat.person


def test_who_is_removed_from_a_text_takes_part_neither_on_the_page_nor_in_the_export() -> None:
    store("a.txt", visit())
    correct("document", "a.txt", "people/Ilse Brandt", action="removed")
    record = next(iter(exported(Document.objects.all()))).record
    assert [seat["name"] for seat in record["meetings"][0]["participants"]] == ["Askar Meder"]
    assert not Participant.objects.filter(person__slug="ilse-brandt").exists()


def test_a_name_may_hold_a_slash() -> None:
    store("a.txt", visit())
    correct("document", "a.txt", "people/Head of span/speaker", {"spans": [[0, 3]]}, action="added")
    assert Mention.objects.filter(name__name="Head of span/speaker").exists()


def test_a_title_made_of_names_has_words_of_no_language() -> None:
    guests = [(name, "Minister", "NO") for name in ("Anna Bell", "Omar Dia", "Lars Holm")]
    store("a.txt", replace(reading(told_meeting(MEDER, *guests)), title=NONE))
    assert Meeting.objects.get().title == "Askar Meder – Anna Bell – Omar Dia …"
