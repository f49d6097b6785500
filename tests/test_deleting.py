"""Deleted for good: what was listed is gone, nothing else is, and the file comes back as something new."""

from __future__ import annotations

from collections import Counter

import pytest
from django.apps import apps

from meetings import resolving
from meetings.corrections import correct, judge
from meetings.deleting import Going, delete, what_goes, what_stays
from meetings.models import (
    Account,
    Behind,
    Change,
    Correction,
    Document,
    DocumentVersion,
    Doubt,
    Edition,
    Judgement,
    Meeting,
    Person,
    PersonName,
    Quote,
    Takedown,
)
from meetings.suggesting import suggest
from meetings.takedowns import withhold
from tests.readings import BRANDT, MEDER, TEXT, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db

FENNEL = ("Olga Fennel", "Minister", "FR")
COUNTED = [model for model in apps.get_app_config("meetings").get_models() if model is not Change]


def counts() -> Counter[str]:
    return Counter({model._meta.label: model.objects.count() for model in COUNTED})


def listed(going: list[Going]) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in going:
        found[one.rows.model._meta.label] += one.rows.count()
    return found


def decided(path: str) -> None:
    """A correction of every kind, a verdict and a question on this document and what it tells."""
    document = Document.objects.get(path=path)
    key = document.accounts.get().home.key
    row = document.quotes.first()
    correct("document", path, "title", "Another title")
    correct("document", path, f"quotes/{row.key}/speaker", {"person": "ilse-brandt"}, version=document.version)
    correct("meeting", key, "place", "Almaty")
    judge("meeting", key, "elsewhere.txt#1", "different")


def test_all_that_goes_was_listed_and_nothing_else_goes() -> None:
    store("a.txt", visit())
    store("a.txt", visit(TEXT + " More."), TEXT + " More.")
    decided("a.txt")
    correct("person", "askar-meder", "wikidata", "Q1")
    judge("person", "askar-meder", "nobody", "different")
    quote = Quote.objects.get(current=True)
    suggest(quote, None, field="speaker", should="Ilse Brandt", language="en")
    suggest(quote.meeting, None, field="date", should="2021-04-09", language="en")
    document = Document.objects.get()
    before, expected = counts(), listed(what_goes(document))
    assert {label for label, number in expected.items() if number} >= {
        *("meetings.Quote", "meetings.Mention", "meetings.Account", "meetings.Participant", "meetings.Meeting"),
        *("meetings.PersonName", "meetings.Person", "meetings.Correction", "meetings.Judgement", "meetings.Edition"),
        *("meetings.Document", "meetings.DocumentVersion", "meetings.Suggestion"),
    }
    assert expected["meetings.DocumentVersion"] == 2
    delete(document)
    assert before - counts() == +expected
    assert [
        model for model in (Account, Correction, Document, DocumentVersion, Doubt, Judgement) if model.objects.exists()
    ] == []


def test_whom_an_import_that_was_killed_left_to_be_counted_may_go() -> None:
    document = store("a.txt", visit())
    Behind.objects.bulk_create(Behind(person=one) for one in Person.objects.all())
    delete(document)
    assert not Person.objects.exists()


def test_what_others_tell_stays_under_its_address() -> None:
    first = store("a.txt", visit())
    store("b.txt", reading(told_meeting(MEDER, BRANDT, place=None, place_country=None)), "Another text")
    meeting = Meeting.objects.listed().get()
    correct("meeting", "a.txt#1", "format", "call")
    decided_in_b = correct("meeting", "b.txt#1", "title", "What b says")
    [stays] = [one for one in what_stays(first) if one.rows.exists()]
    assert list(stays.rows) == [meeting]
    before, expected = counts(), listed(what_goes(first))
    assert expected["meetings.Meeting"] == expected["meetings.Person"] == expected["meetings.PersonName"] == 0
    delete(first)
    assert before - counts() == +expected
    resolving.resolve_all()
    meeting.refresh_from_db()
    assert (meeting.account_count, meeting.place, meeting.format, meeting.title) == (1, "", "call", "What b says")
    assert list(Meeting.objects.listed()) == [meeting]
    assert Meeting.objects.get(key="b.txt#1").merged_into == meeting
    assert decided_in_b in Correction.objects.standing()
    assert set(Person.objects.listed().values_list("slug", "document_count")) == {
        ("askar-meder", 1),
        ("ilse-brandt", 1),
    }


def test_verdicts_on_what_stays_hold() -> None:
    """Told by a and b, kept apart from c by a verdict on b's: with a gone, b's still is not c's."""
    first = store("a.txt", visit())
    store("b.txt", reading(told_meeting(MEDER, BRANDT)), "Another text")
    judge("meeting", "b.txt#1", "c.txt#1", "different")
    judge("meeting", "a.txt#1", "c.txt#1", "different")
    store("c.txt", reading(told_meeting(MEDER, BRANDT)), "A third text")
    assert Meeting.objects.listed().count() == 2
    delete(first)
    for path in ("b.txt", "c.txt"):
        resolving.resolve([Document.objects.get(path=path)])
    assert Meeting.objects.listed().count() == 2


def test_persons_whom_others_name_stay() -> None:
    document = store("a.txt", reading(told_meeting(MEDER, FENNEL)))
    store("b.txt", reading(others=(MEDER,)), "Another text")
    delete(document)
    assert list(Person.objects.values_list("slug", "meeting_count", "document_count")) == [("askar-meder", 0, 1)]
    assert list(PersonName.objects.values_list("name", flat=True)) == ["Askar Meder"]


def test_the_same_text_under_another_name_tells_it_from_then_on() -> None:
    """As after an import of both: the copy points to the document."""
    document = store("a.txt", visit())
    copy = Document.objects.create(path="b.txt", version=document.version, same_text_as=document)
    Edition.objects.create(document=copy, version=document.version, number=1)
    [_, same] = what_stays(document)
    assert list(same.rows) == [copy]
    delete(document)
    copy.refresh_from_db()
    assert copy.same_text_as is None
    assert Quote.objects.listed().get().document == copy
    assert Meeting.objects.listed().get().key == "b.txt#1"


def test_imported_again_it_is_new() -> None:
    document = store("a.txt", visit())
    quote, meeting = Quote.objects.get().pk, Meeting.objects.get().pk
    correct("meeting", "a.txt#1", "place", "Almaty")
    delete(document)
    again = store("a.txt", visit())
    assert again.pk != document.pk
    assert Meeting.objects.get().place == "Astana"
    assert (Quote.objects.get().pk, Meeting.objects.get().pk) != (quote, meeting)


def test_imported_again_it_leaves_others_their_meeting() -> None:
    first = store("a.txt", visit())
    store("b.txt", reading(told_meeting(MEDER, BRANDT)), "Another text")
    delete(first)
    store("a.txt", reading(told_meeting(MEDER, FENNEL, date="2023-03-03")))
    met = {meeting.date: meeting.account_count for meeting in Meeting.objects.listed()}
    assert met == {"2021-04-08": 1, "2023-03-03": 1}


def test_a_takedown_outlives_the_document() -> None:
    document = store("a.txt", visit())
    withhold([document])
    delete(document)
    assert Takedown.objects.standing().count() == 1
    assert store("a.txt", visit()).withheld
    assert store("b.txt", visit()).withheld


def test_nothing_is_taken_along_unlisted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were a kind of row forgotten in the list, nothing would be deleted at all."""
    document = store("a.txt", visit())
    everything = what_goes(document)
    monkeypatch.setattr("meetings.deleting.what_goes", lambda _: [one for one in everything if one.what != "Versions"])
    before = counts()
    with pytest.raises(RuntimeError, match=r"meetings\.Edition would be deleted without"):
        delete(document)
    assert Document.objects.filter(path="a.txt").exists()
    assert counts() == before
