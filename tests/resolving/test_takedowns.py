"""What a person withheld stays withheld, whatever comes in; withdrawn, all is back under the same addresses."""

from dataclasses import replace

import pytest

from meetings import resolving
from meetings.corrections import correct, judge, withdraw
from meetings.extraction.record import Reference as ReferenceRead
from meetings.extraction.record import Span
from meetings.models import (
    Document,
    Doubt,
    Meeting,
    Mention,
    Participant,
    Person,
    PublisherTerms,
    Quote,
    Takedown,
)
from meetings.takedowns import follow_terms, takedown_of, withhold
from tests.readings import BRANDT, MEDER, TEXT, found, quote, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db

SEEN = (
    (Meeting, ("pk", "title", "date", "place", "account_count", "quote_count", "side_count", "merged_into")),
    (Person, ("pk", "slug", "name", "meeting_count", "quote_count", "document_count", "withheld", "merged_into")),
    (Participant, ("meeting", "person", "office", "country", "order", "level")),
    (Quote, ("pk", "text", "current", "withheld", "speaker", "speaker_name", "meeting", "shortened")),
    (Mention, ("document", "name", "person", "country")),
    (Document, ("pk", "title", "withheld")),
    (Doubt, ("kind", "subject")),
)


def rows() -> list[list[tuple[object, ...]]]:
    """All that people see."""
    return [sorted(model.objects.values_list(*fields), key=str) for model, fields in SEEN]


def person(slug: str) -> Person:
    return Person.objects.get(slug=slug)


def test_a_document_alone_takes_all_that_rests_on_it_along_and_brings_it_back() -> None:
    document = store("a.txt", visit())
    before = rows()
    [takedown] = withhold([document], reason="asked for")
    assert list(Document.objects.told()) == list(Document.objects.shown()) == []
    assert list(Meeting.objects.listed()) == list(Person.objects.listed()) == list(Quote.objects.listed()) == []
    assert list(Doubt.objects.values_list("kind")) == []
    assert (takedown.subject, takedown.title, takedown.reason) == (
        "a.txt",
        "Askar Meder receives Ilse Brandt",
        "asked for",
    )
    withdraw(takedown, None)
    assert rows() == before


def test_a_meeting_with_another_account_stays_with_what_that_says() -> None:
    store("a.txt", visit(meetings=(told_meeting(MEDER, BRANDT, place=None, place_country=None),)))
    other = reading(told_meeting(MEDER, BRANDT, ("Olga Fennel", "Minister", "FR")))
    document = store("b.txt", other, "Another text")
    [meeting] = Meeting.objects.listed()
    assert (meeting.account_count, meeting.place, meeting.participants.count()) == (2, "Astana", 3)
    before = rows()
    withhold([document])
    meeting.refresh_from_db()
    assert (meeting.account_count, meeting.place) == (1, "")
    assert set(meeting.participants.values_list("person__name", flat=True)) == {"Askar Meder", "Ilse Brandt"}
    assert set(Person.objects.listed().values_list("name", flat=True)) == {"Askar Meder", "Ilse Brandt"}
    withdraw(Takedown.objects.get(), None)
    assert rows() == before


def test_a_new_version_and_a_new_reading_stay_withheld() -> None:
    withhold([store("a.txt", visit())])
    for text in (TEXT, TEXT + " Then they left."):
        assert store("a.txt", visit(text), text, rules="2").withheld
    resolving.resolve_all()
    assert list(Meeting.objects.listed()) == list(Quote.objects.listed()) == []


@pytest.mark.parametrize("text", [TEXT, TEXT.replace(" ", "\r\n", 3)], ids=["same bytes", "other line breaks"])
def test_the_same_text_stays_withheld_wherever_it_comes_from(text: str) -> None:
    withhold([store("a.txt", visit())])
    assert store("elsewhere/b.txt", visit(TEXT), text).withheld
    assert list(Document.objects.shown()) == []


@pytest.mark.parametrize("text", [TEXT, TEXT.replace(" ", "\r\n", 3)], ids=["same bytes", "other line breaks"])
def test_a_text_that_is_there_under_two_names_is_withheld_under_both(text: str) -> None:
    first, second = store("a.txt", visit()), store("b.txt", visit(TEXT), text)
    withhold([second])
    first.refresh_from_db()
    assert first.withheld
    assert list(Meeting.objects.listed()) == []


def test_an_older_text_of_a_withheld_document_stays_withheld_elsewhere() -> None:
    store("a.txt", visit())
    withhold([store("a.txt", visit(TEXT + " More."), TEXT + " More.")])
    assert store("b.txt", visit()).withheld


def test_another_text_is_shown() -> None:
    withhold([store("a.txt", visit())])
    assert not store("b.txt", visit(TEXT + " Then they left."), TEXT + " Then they left.").withheld
    assert Meeting.objects.listed().count() == 1


def test_a_decision_that_comes_first_waits_for_its_text() -> None:
    Takedown.objects.create(kind="document", subject="a.txt")
    assert store("a.txt", visit()).withheld
    assert list(Person.objects.all()) == []


def test_what_people_added_to_a_withheld_document_is_withheld_with_it() -> None:
    document = store("a.txt", visit())
    said = {"action": "added", "version": document.version}
    correct("document", "a.txt", "people/Olga Fennel", {"spans": []}, **said)
    correct("document", "a.txt", "quotes/0-11", {"person": "olga-fennel"}, **said)
    withhold([document])
    assert list(Quote.objects.listed()) == list(Mention.objects.all()) == []


def test_what_others_recall_is_not_linked_to_what_is_withheld() -> None:
    document = store("a.txt", visit())
    recalled = ReferenceRead(found("2021-04-08"), ("Askar Meder", "DE"), Span(0, 5), "test.rule", 0.9)
    later = replace(reading(told_meeting(MEDER, BRANDT, date="2022-01-01")), references=(recalled,))
    row = store("b.txt", later, "later").references.get()
    assert row.meeting is not None
    withhold([document])
    row.refresh_from_db()
    assert row.meeting is None
    withdraw(Takedown.objects.get(), None)
    row.refresh_from_db()
    assert row.meeting is not None


def words_shown() -> list[str]:
    return list(Quote.objects.listed().order_by("start").values_list("text", flat=True))


TWO = "“We are old friends,” said Askar Meder. “Trade has doubled,” said Ilse Brandt."


def two_quotes(text: str = TWO, second: str = "Trade has doubled,"):
    said = (quote(text, "We are old friends,", "Askar Meder"), quote(text, second, "Ilse Brandt"))
    return reading(told_meeting(MEDER, BRANDT), quotes=said)


def test_a_quote_is_withheld_in_every_version_and_location() -> None:
    store("a.txt", two_quotes(), TWO)
    before = rows()
    withhold([Quote.objects.get(text="Trade has doubled,")])
    assert words_shown() == ["We are old friends,"]
    assert Meeting.objects.get().quote_count == 1
    assert person("ilse-brandt").quote_count == 0
    moved = "A new headline.\n" + TWO.replace("Trade has", "Trade\nhas")
    store("a.txt", two_quotes(moved, "Trade\nhas doubled,"), moved)
    assert words_shown() == ["We are old friends,"]
    store("a.txt", two_quotes(), TWO)
    withdraw(Takedown.objects.get(), None)
    assert rows() == before


def test_a_quote_is_withheld_where_its_text_comes_from_elsewhere() -> None:
    store("a.txt", two_quotes(), TWO)
    withhold([Quote.objects.get(text="Trade has doubled,")])
    store("a.txt", reading(), "Nothing is left of it.")
    store("b.txt", two_quotes(), TWO)
    assert words_shown() == ["We are old friends,"]


def test_a_quote_whose_ends_were_moved_stays_withheld() -> None:
    """More words, or fewer: what is withheld is in it still."""
    document = store("a.txt", two_quotes(), TWO)
    row = Quote.objects.get(text="Trade has doubled,")
    withhold([row])
    field = f"quotes/{row.key}/span"
    for start, end in ((row.start - 5, row.end + 4), (row.start + 6, row.end - 1)):
        correct("document", "a.txt", field, [start, end], version=document.version)
        assert words_shown() == ["We are old friends,"]


def test_slightly_edited_words_stay_withheld() -> None:
    words = "Trade between our two countries has doubled in the course of a single year,"
    text = TWO.replace("Trade has doubled,", words)
    store("a.txt", two_quotes(text, words), text)
    withhold([Quote.objects.get(text=words)])
    edited = text.replace("a single year", "one single year")
    store("a.txt", two_quotes(edited, words.replace("a single", "one single")), edited)
    assert words_shown() == ["We are old friends,"]


def test_short_words_are_not_withheld_amid_others() -> None:
    text = "“We are old friends,” said Askar Meder. “We,” said Ilse Brandt. “Went,” said Askar Meder."
    said = [quote(text, words, "Askar Meder") for words in ("We are old friends,", "We,", "Went,")]
    store("a.txt", reading(told_meeting(MEDER, BRANDT), quotes=tuple(said)), text)
    row = Quote.objects.get(text="We,")
    row.text = "We"
    [takedown] = withhold([row])
    assert takedown.words == "We"
    assert words_shown() == ["Went,"]


def test_a_withheld_person_keeps_a_seat_without_a_name() -> None:
    headless = {"title": found(None)}
    store("a.txt", visit(**headless))
    before = rows()
    withhold([person("askar-meder")])
    [meeting] = Meeting.objects.listed()
    seats = meeting.participants.values_list("person__slug", "office", "country")
    assert list(seats) == [(None, "", "KZ"), ("ilse-brandt", "Foreign Minister", "DE")]
    assert meeting.title == "Ilse Brandt"
    [row] = Quote.objects.listed()
    assert (row.speaker, row.speaker_name, row.speaker_withheld) == (None, "", True)
    assert list(Person.objects.listed()) == [person("ilse-brandt")]
    assert not Doubt.objects.filter(kind="speaker").exists()
    withdraw(Takedown.objects.get(), None)
    assert rows() == before


@pytest.mark.parametrize("title", ["Askar Meder receives Ilse Brandt", "In Meders Haus", "MEDER UND BRANDT"])
def test_no_headline_that_names_them_is_a_meeting_s_title(title: str) -> None:
    store("a.txt", visit(title=found(title)))
    assert Meeting.objects.get().title == title
    withhold([person("askar-meder")])
    assert Meeting.objects.get().title == "Ilse Brandt"
    withhold([person("ilse-brandt")])
    assert str(Meeting.objects.get()) == "Talks 2021-04-08"


def test_a_title_that_a_person_gave_names_them_no_longer() -> None:
    """Nor does one that is given while the takedown stands."""
    store("a.txt", visit())
    store("b.txt", visit(TEXT + " Then they left."), TEXT + " Then they left.")
    correct("meeting", "a.txt#1", "title", "Talks of Meder in Astana")
    assert Meeting.objects.listed().get().title == "Talks of Meder in Astana"
    [takedown] = withhold([person("askar-meder")])
    assert Meeting.objects.listed().get().title == "Ilse Brandt"
    correct("meeting", "a.txt#1", "title", "Meders Gespräche")
    assert Meeting.objects.listed().get().title == "Ilse Brandt"
    withdraw(takedown, None)
    assert Meeting.objects.listed().get().title == "Meders Gespräche"
    withhold([person("askar-meder")])
    correct("meeting", "a.txt#1", "title", "A day in Astana")
    assert Meeting.objects.listed().get().title == "A day in Astana"


def test_other_headlines_stay() -> None:
    store("a.txt", visit(title=found("A day in Astana")))
    withhold([person("askar-meder")])
    assert Meeting.objects.get().title == "A day in Astana"


def test_new_texts_do_not_name_a_withheld_person() -> None:
    store("a.txt", visit())
    withhold([person("askar-meder")])
    store("b.txt", reading(told_meeting(MEDER, date="2022-01-01")), "another")
    resolving.resolve_all()
    assert Participant.objects.filter(person__slug="askar-meder").count() == 0
    assert Participant.objects.filter(person=None).count() == 2


def test_two_who_are_withheld_have_a_seat_each() -> None:
    store("a.txt", visit())
    withhold([person("askar-meder"), person("ilse-brandt")])
    resolving.resolve_all()
    assert list(Participant.objects.order_by("order").values_list("person", "country")) == [(None, "KZ"), (None, "DE")]


def test_a_merge_does_not_show_who_is_withheld() -> None:
    store("a.txt", visit())
    other = ("Alexander Quill", "Adviser", "KZ")
    store("b.txt", reading(told_meeting(other, date="2022-01-01")), "another")
    withhold([person("alexander-quill")])
    judged = judge("person", "askar-meder", "alexander-quill", "same")
    assert person("askar-meder").withheld
    assert takedown_of(person("askar-meder")) == Takedown.objects.get()
    assert list(Person.objects.listed()) == [person("ilse-brandt")]
    withdraw(judged, None)
    assert not person("askar-meder").withheld
    assert person("alexander-quill").withheld


def test_a_seat_that_a_person_gave_has_no_name_either() -> None:
    store("a.txt", visit())
    store("b.txt", reading(others=(("Olga Fennel", "", "FR"),)), "another")
    withhold([person("olga-fennel")])
    correct("meeting", "a.txt#1", "participants/olga-fennel", action="added")
    assert list(Participant.objects.order_by("order").values_list("person__slug", flat=True))[-1] is None


def test_withheld_twice_is_withheld_once() -> None:
    document = store("a.txt", visit())
    assert len(withhold([document])) == 1
    assert withhold([document]) == []


LONG = "We agreed on roads, " * 40


def test_quotes_are_as_long_as_the_terms_allow_whenever_these_change() -> None:
    text = f"“{LONG.strip()}” said Askar Meder. “Yes,” said Ilse Brandt."
    said = (quote(text, LONG.strip(), "Askar Meder"), quote(text, "Yes,", "Ilse Brandt"))
    document = store("a.txt", reading(told_meeting(MEDER, BRANDT), quotes=said), text)
    correct("document", "a.txt", "publisher", "Harbour Gazette")
    before = rows()
    terms = PublisherTerms.objects.create(publisher="Harbour Gazette", shows="facts")
    follow_terms(["Harbour Gazette"])
    [long, short] = Quote.objects.listed().order_by("start")
    assert (len(long.text) <= 300, long.shortened, LONG.startswith(long.text)) == (True, True, True)
    assert (short.text, short.shortened) == ("Yes,", False)
    terms.shows = "excerpt"
    terms.save()
    follow_terms(["Harbour Gazette"])
    long.refresh_from_db()
    assert 600 < len(long.text) <= 700
    correct("document", "a.txt", "publisher", "Another Gazette")
    correct("document", "a.txt", "publisher", "Harbour Gazette")
    terms.delete()
    follow_terms(["Harbour Gazette"])
    assert rows() == before
    assert document.quotes.count() == 2
