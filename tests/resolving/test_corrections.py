"""What a person decided stands, whatever the texts come to say."""

from dataclasses import replace

import pytest

from meetings.corrections import correct, withdraw
from meetings.models import Account, Correction, Meeting, Participant, Person, Quote
from tests.readings import BRANDT, MEDER, TEXT, quote, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db

OTHER_TEXT = "An older headline.\n\n" + TEXT + " The talks took two hours."


def test_reads_x_person_sets_y_reads_y_reads_x_stays_y() -> None:
    store("a.txt", visit())
    meeting = Meeting.objects.get()
    correct("meeting", meeting.key, "place", "Almaty")
    seen = []
    for rules, place in (("2", "Almaty"), ("3", "Astana")):
        store("a.txt", visit(meetings=(told_meeting(MEDER, BRANDT, place=place),)), rules=rules)
        seen.append(Meeting.objects.get().place)
    assert seen == ["Almaty", "Almaty"]


def test_a_withdrawn_correction_gives_back_what_the_text_says() -> None:
    store("a.txt", visit())
    meeting = Meeting.objects.get()
    made = correct("meeting", meeting.key, "date", "2021-04-09")
    assert (Meeting.objects.get().date, Meeting.objects.get().date_key) == ("2021-04-09", 20210409)
    withdraw(made, None)
    assert Meeting.objects.get().date == "2021-04-08"
    assert Correction.objects.count() == 1


def test_a_later_correction_replaces_the_earlier_and_both_stay_in_the_history() -> None:
    store("a.txt", visit())
    key = Meeting.objects.get().key
    correct("meeting", key, "format", "call")
    correct("meeting", key, "format", "video")
    assert Meeting.objects.get().format == "video"
    assert Correction.objects.count() == 2
    assert Correction.objects.standing().count() == 1


def test_corrections_survive_a_changed_text() -> None:
    store("a.txt", visit())
    meeting = Meeting.objects.get()
    correct("meeting", meeting.key, "participants/ilse-brandt/office", "Chancellor")
    correct("document", "a.txt", "title", "A visit")
    store("a.txt", visit(OTHER_TEXT), OTHER_TEXT)
    assert Participant.objects.get(person__slug="ilse-brandt").office == "Chancellor"
    assert Account.objects.get().document.title == "A visit"
    assert Meeting.objects.get().pk == meeting.pk


def test_corrections_survive_a_second_account_of_the_meeting() -> None:
    store("a.txt", visit())
    correct("meeting", "a.txt#1", "date", "2021-04-07")
    correct("meeting", "a.txt#1", "place", "Almaty")
    store("b.txt", visit(), TEXT + " So says the other ministry.")
    meeting = Meeting.objects.listed().get()
    assert (meeting.place, meeting.date, meeting.account_count) == ("Almaty", "2021-04-07", 2)


def test_participants_can_be_removed_and_added_for_good() -> None:
    store("a.txt", visit())
    Person.objects.create(name="Timo Aalto", slug="timo-aalto")
    correct("meeting", "a.txt#1", "participants/ilse-brandt", action="removed")
    correct("meeting", "a.txt#1", "participants/timo-aalto", action="added")
    correct("meeting", "a.txt#1", "participants/timo-aalto/country", "FI")
    store("a.txt", visit(OTHER_TEXT), OTHER_TEXT)
    seats = Participant.objects.order_by("person__slug").values_list("person__slug", "country")
    assert list(seats) == [("askar-meder", "KZ"), ("timo-aalto", "FI")]


def test_a_speaker_set_by_a_person_follows_the_words_into_a_new_text() -> None:
    document = store("a.txt", visit())
    row = Quote.objects.get()
    field = f"quotes/{row.key}/speaker"
    correct("document", "a.txt", field, {"person": "ilse-brandt"}, version=document.version)
    store("a.txt", visit(OTHER_TEXT), OTHER_TEXT)
    moved = Quote.objects.get()
    assert moved.pk == row.pk
    assert moved.start == row.start + len("An older headline.\n\n")
    assert (moved.speaker.slug, moved.speaker_name) == ("ilse-brandt", "Ilse Brandt")


def test_a_removed_quote_does_not_come_back() -> None:
    document = store("a.txt", visit())
    row = Quote.objects.get()
    correct("document", "a.txt", f"quotes/{row.key}", action="removed", version=document.version)
    assert not Quote.objects.listed().exists()
    store("a.txt", visit(OTHER_TEXT), OTHER_TEXT, rules="2")
    assert not Quote.objects.listed().exists()
    assert Meeting.objects.get().quote_count == 0


def test_a_quote_added_by_a_person_stays_with_new_rules_and_keeps_its_number() -> None:
    document = store("a.txt", visit(quotes=()))
    start = TEXT.index("We are")
    field = f"quotes/{start}-{start + 18}"
    value = {"person": "askar-meder"}
    correct("document", "a.txt", field, value, action="added", version=document.version)
    first = Quote.objects.listed().get()
    assert (first.text, first.speaker.slug) == ("We are old friends", "askar-meder")
    store("a.txt", visit(), rules="2")
    assert Quote.objects.listed().get().pk == first.pk


def test_a_corrected_span_shows_the_corrected_words() -> None:
    document = store("a.txt", visit())
    row = Quote.objects.get()
    span = [row.start, row.end - 1]
    correct("document", "a.txt", f"quotes/{row.key}/span", span, version=document.version)
    assert Quote.objects.get().text == "We are old friends"
    store("a.txt", visit(), rules="2")
    assert (Quote.objects.get().pk, Quote.objects.get().text) == (row.pk, "We are old friends")


def test_mentions_added_and_removed_by_a_person_stay_so() -> None:
    store("a.txt", visit())
    correct("document", "a.txt", "countries/DE", action="removed")
    correct("document", "a.txt", "people/Timo Aalto", {"spans": []}, action="added")
    store("a.txt", visit(), rules="2")
    document = Account.objects.get().document
    assert list(document.mentions.exclude(country=None).values_list("country", flat=True)) == ["KZ"]
    assert document.mentions.filter(person__slug="timo-aalto").exists()


def test_a_persons_name_set_by_a_person_stays_and_so_does_the_address() -> None:
    store("a.txt", visit())
    correct("person", "ilse-brandt", "name", "Ilse Maria Brandt")
    store("b.txt", visit(), TEXT + " More.", rules="2")
    person = Person.objects.get(slug="ilse-brandt")
    assert (person.name, person.get_absolute_url()) == ("Ilse Maria Brandt", "/people/ilse-brandt/")


def test_resolving_again_changes_no_row_and_logs_no_change() -> None:
    from meetings import resolving
    from meetings.models import Change

    store("a.txt", visit())
    store("b.txt", visit(), TEXT + " So says the other ministry.")
    before = (list(Meeting.objects.values()), list(Quote.objects.values()), list(Person.objects.values()))
    Change.objects.all().delete()
    assert resolving.resolve_all() == 2
    assert (list(Meeting.objects.values()), list(Quote.objects.values()), list(Person.objects.values())) == before
    assert not Change.objects.exists()


def test_a_new_reading_with_another_participant_keeps_the_decided_ones() -> None:
    store("a.txt", visit())
    correct("meeting", "a.txt#1", "participants/askar-meder/office", "Head of State")
    third = ("Timo Aalto", "Ambassador", "FI")
    store(
        "a.txt",
        visit(
            meetings=(told_meeting(MEDER, BRANDT, third),), people=reading(told_meeting(MEDER, BRANDT, third)).people
        ),
        rules="2",
    )
    offices = dict(Participant.objects.values_list("person__slug", "office"))
    assert offices == {"askar-meder": "Head of State", "ilse-brandt": "Foreign Minister", "timo-aalto": "Ambassador"}


def test_a_quote_that_is_no_longer_found_keeps_its_number_but_is_not_listed() -> None:
    store("a.txt", visit())
    row = Quote.objects.get()
    store("a.txt", visit(quotes=()), rules="2")
    assert not Quote.objects.listed().exists()
    store("a.txt", replace(visit(), quotes=(quote(TEXT, "We are old friends,", "Askar Meder"),)), rules="3")
    assert Quote.objects.listed().get().pk == row.pk
