"""What people decided follows a merge of persons, and its undoing."""

import pytest

from meetings.corrections import correct, judge, withdraw
from meetings.models import Doubt, Meeting, Participant, Person, Quote
from tests.readings import BRANDT, MEDER, TEXT, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db
AALTO = ("Timo Aalto", "Ambassador", "FI")


@pytest.fixture
def told():
    """Aalto is known from another text only."""
    document = store("a.txt", visit())
    store("b.txt", reading(told_meeting(MEDER, AALTO, date="2019-01-01")), TEXT + " That was in 2019.")
    return document


def test_a_decided_speaker_follows_a_merge_and_a_split(told):
    row = told.quotes.get()
    correct("document", "a.txt", f"quotes/{row.key}/speaker", {"person": "timo-aalto"}, version=told.version)
    verdict = judge("person", "timo-aalto", "ilse-brandt", "same")
    assert Quote.objects.get(pk=row.pk).speaker.slug == "ilse-brandt"
    withdraw(verdict, None)
    assert Quote.objects.get(pk=row.pk).speaker.slug == "timo-aalto"


def test_an_added_participant_follows_a_merge_and_a_split(told):
    correct("meeting", "a.txt#1", "participants/timo-aalto", action="added")
    people = Participant.objects.filter(meeting=Meeting.objects.get(key="a.txt#1"))
    verdict = judge("person", "timo-aalto", "ilse-brandt", "same")
    assert set(people.values_list("person__slug", flat=True)) == {"askar-meder", "ilse-brandt"}
    withdraw(verdict, None)
    assert set(people.values_list("person__slug", flat=True)) == {"askar-meder", "ilse-brandt", "timo-aalto"}


def test_what_was_decided_of_a_person_is_not_lost_in_a_merge(told):
    correct("person", "timo-aalto", "wikidata", "Q5")
    judge("person", "timo-aalto", "ilse-brandt", "same")
    assert Person.objects.get(slug="ilse-brandt").wikidata == "Q5"


def test_somebody_who_only_takes_part_by_decision_is_listed(told):
    Person.objects.create(name="Rosa Lind", slug="rosa-lind")
    correct("meeting", "a.txt#1", "participants/rosa-lind", action="added")
    assert Person.objects.listed().filter(slug="rosa-lind").exists()


def test_doubts_come_in_the_order_of_days() -> None:
    """Many, because sets of days come in any order, the right one too."""
    for month in range(1, 9):
        for day in (14, 16, 15):
            date = f"2020-{month:02}-{day}"
            store(date, reading(told_meeting(MEDER, BRANDT, date=date)), date)
    asked = [{row.subject[:10], row.other[:10]} for row in Doubt.objects.filter(kind="meetings").order_by("pk")]
    assert asked == [
        {f"2020-{month:02}-15", f"2020-{month:02}-{beside}"} for month in range(1, 9) for beside in (14, 16)
    ]
