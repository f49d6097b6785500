"""Every edit at the desk becomes a correction, shows at once, and stands whatever the texts come to say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from meetings.corrections import withdraw
from meetings.models import Correction, Document, Meeting, Mention, Organization, Participant, Person, Quote
from tests.admin.desk import added_row, change, opened, row_of, send
from tests.readings import BRANDT, MEDER, TEXT, quote, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db

LEAD = "An older headline.\n\n"
NEW_TEXT = LEAD + TEXT + " The talks took two hours."
THIRD = ("Timo Aalto", "Ambassador", "KZ")


def meeting() -> Meeting:
    return Meeting.objects.get(key="a.txt#1")


def seat(slug: str) -> tuple[str, str | None, str | None] | None:
    row = Participant.objects.filter(meeting=meeting(), person__slug=slug).select_related("organization").first()
    return (row.office, row.country_id, row.organization.name if row.organization else None) if row else None


def in_participant(client: Client, slug: str, **changes: str) -> None:
    data = opened(client, meeting())
    prefix = row_of(data, "participants", Participant.objects.get(meeting=meeting(), person__slug=slug).pk)
    changes = {f"{prefix}-{name}": value for name, value in changes.items()}
    assert send(client, meeting(), data, reason="Seen in the minutes", **changes) == []


def add_participant(client: Client) -> None:
    person = Person.objects.create(name="Rosa Lind", slug="rosa-lind")
    data = opened(client, meeting())
    row = added_row(data, "participants")
    seat = {"person": str(person.pk), "office": "Envoy", "country": "SE", "body": "League of Cities"}
    changes = {f"{row}-{name}": value for name, value in seat.items()}
    assert send(client, meeting(), data, reason="Seen in the minutes", **changes) == []


def replace_participant(client: Client) -> None:
    person = Person.objects.create(name="Rosa Lind", slug="rosa-lind")
    in_participant(client, "ilse-brandt", person=str(person.pk))


def in_quote_of_meeting(client: Client, **changes: str) -> None:
    data = opened(client, meeting())
    prefix = row_of(data, "quotes", Quote.objects.listed().get().pk)
    changes = {f"{prefix}-{name}": value for name, value in changes.items()}
    assert send(client, meeting(), data, reason="Seen in the minutes", **changes) == []


def in_form(row: Callable[[], object], **changes: str) -> Callable[[Client], None]:
    return lambda client: change(client, row(), reason="Seen in the minutes", **changes)


def document() -> Document:
    return Document.objects.get(path="a.txt")


def brandt() -> Person:
    return Person.objects.get(slug="ilse-brandt")


def the_quote() -> Quote:
    return Quote.objects.listed().get(document__path="a.txt")


def speaker_is_brandt(client: Client) -> None:
    in_quote_of_meeting(client, speaker=str(brandt().pk))


def add_on_document(client: Client, inline: str, **values: str) -> None:
    changes = {f"{inline}-0-{name}": value for name, value in values.items()}
    change(client, document(), reason="Seen in the minutes", **changes)


def remove_on_document(client: Client, inline: str, pk: int) -> None:
    data = opened(client, document())
    row = row_of(data, inline, pk)
    assert send(client, document(), data, reason="Seen in the minutes", **{f"{row}-DELETE": "on"}) == []


def said() -> list[tuple[str, str | None]]:
    rows = Quote.objects.listed().filter(document__path="a.txt").order_by("start")
    return list(rows.values_list("text", "speaker__slug"))


def words() -> list[str]:
    return [text for text, _ in said()]


def mentioned() -> set[str]:
    """Timo Aalto, whom only the later rules find, aside."""
    return {str(row) for row in Mention.objects.filter(document__path="a.txt")} - {"Timo Aalto"}


@dataclass
class Case:
    """An edit, the corrections it makes as (kind, subject, field, action, value), and what is seen afterwards."""

    edit: Callable[[Client], None]
    made: list[tuple[object, ...]]
    seen: Callable[[], object]
    now: object
    before: object


START = TEXT.index("We are")
KEY = f"{START}-{START + 19}"
WORDS = "We are old friends,"
ON_MEETING, ON_DOCUMENT, ON_PERSON = ("meeting", "a.txt#1"), ("document", "a.txt"), ("person", "ilse-brandt")


def of_meeting(field: str, value: object, before: object, sent: str = "") -> Case:
    """A field of the meeting's own, set."""
    column = "place_country_id" if field == "place_country" else field
    edit = in_form(meeting, **{field: sent or str(value)})
    made = [(*ON_MEETING, field, "set", value)]
    return Case(edit, made, lambda: getattr(meeting(), column), value, before)


def of_document(field: str, value: str, before: str | None) -> Case:
    column = "country_id" if field == "country" else field
    made = [(*ON_DOCUMENT, field, "set", value)]
    return Case(in_form(document, **{field: value}), made, lambda: getattr(document(), column), value, before)


def of_person(field: str, value: str, before: str) -> Case:
    made = [(*ON_PERSON, field, "set", value)]
    return Case(in_form(brandt, **{field: value}), made, lambda: getattr(brandt(), field), value, before)


def of_seat(name: str, sent: str, field: str, now: object) -> Case:
    made = [(*ON_MEETING, f"participants/ilse-brandt/{field}", "set", sent)]
    before = ("Foreign Minister", "DE", None)
    return Case(lambda client: in_participant(client, "ilse-brandt", **{name: sent}), made, seat_of_brandt, now, before)


def seat_of_brandt() -> object:
    return seat("ilse-brandt")


BY_MEDER, BY_BRANDT, BY_NOBODY = [(WORDS, "askar-meder")], [(WORDS, "ilse-brandt")], [(WORDS, None)]
ROSA = [
    (*ON_MEETING, "participants/rosa-lind", "added", None),
    (*ON_MEETING, "participants/rosa-lind/office", "set", "Envoy"),
    (*ON_MEETING, "participants/rosa-lind/country", "set", "SE"),
    (*ON_MEETING, "participants/rosa-lind/organization", "set", "League of Cities"),
]
SUCCESSOR = [
    (*ON_MEETING, "participants/ilse-brandt", "removed", None),
    (*ON_MEETING, "participants/rosa-lind", "added", None),
    (*ON_MEETING, "participants/rosa-lind/office", "set", "Foreign Minister"),
    (*ON_MEETING, "participants/rosa-lind/country", "set", "DE"),
]
TO_BRANDT = (*ON_DOCUMENT, f"quotes/{KEY}/speaker", "set", {"person": "ilse-brandt"})
SHORTER = (*ON_DOCUMENT, f"quotes/{KEY}/span", "set", [START, START + 18])
REMOVED = (*ON_DOCUMENT, f"quotes/{KEY}", "removed", None)
RECEIVED = TEXT.index("received Ilse")
ADDED = (*ON_DOCUMENT, f"quotes/{RECEIVED}-{RECEIVED + 13}", "added", {"person": "ilse-brandt"})
CASES = {
    "meeting date": of_meeting("date", "2021-04-09", "2021-04-08"),
    "meeting format": of_meeting("format", "call", "talks"),
    "meeting place": of_meeting("place", "Almaty", "Astana"),
    "meeting country": of_meeting("place_country", "UZ", "KZ"),
    "meeting title": of_meeting("title", "A first visit", "Askar Meder receives Ilse Brandt"),
    "meeting reviewed": of_meeting("reviewed", True, False, sent="on"),
    "participant office": of_seat("office", "Chancellor", "office", ("Chancellor", "DE", None)),
    "participant country": of_seat("country", "AT", "country", ("Foreign Minister", "AT", None)),
    "participant body": of_seat("body", "The Guild", "organization", ("Foreign Minister", "DE", "The Guild")),
    "participant removed": Case(
        lambda client: in_participant(client, "ilse-brandt", DELETE="on"),
        SUCCESSOR[:1],
        seat_of_brandt,
        None,
        ("Foreign Minister", "DE", None),
    ),
    "participant added": Case(
        add_participant, ROSA, lambda: seat("rosa-lind"), ("Envoy", "SE", "League of Cities"), None
    ),
    "participant replaced": Case(
        replace_participant,
        SUCCESSOR,
        lambda: (seat("ilse-brandt"), seat("rosa-lind")),
        (None, ("Foreign Minister", "DE", None)),
        (("Foreign Minister", "DE", None), None),
    ),
    "speaker on the meeting": Case(speaker_is_brandt, [TO_BRANDT], said, BY_BRANDT, BY_MEDER),
    "speaker on the quote": Case(
        lambda client: change(client, the_quote(), reason="Seen in the minutes", speaker=str(brandt().pk)),
        [TO_BRANDT],
        said,
        BY_BRANDT,
        BY_MEDER,
    ),
    "speaker unknown": Case(
        in_form(lambda: the_quote(), speaker=""),
        [(*ON_DOCUMENT, f"quotes/{KEY}/speaker", "set", None)],
        said,
        BY_NOBODY,
        BY_MEDER,
    ),
    "speaker a body": Case(
        in_form(lambda: the_quote(), speaker="", body="The Guild"),
        [(*ON_DOCUMENT, f"quotes/{KEY}/speaker", "set", {"organization": "The Guild"})],
        lambda: str(the_quote().speaker_organization),
        "The Guild",
        "None",
    ),
    "span on the meeting": Case(
        lambda client: in_quote_of_meeting(client, end=str(START + 18)),
        [SHORTER],
        words,
        ["We are old friends"],
        [WORDS],
    ),
    "words on the quote": Case(
        in_form(lambda: the_quote(), words="We are  old\r\nfriends"),
        [SHORTER],
        words,
        ["We are old friends"],
        [WORDS],
    ),
    "quote removed on the meeting": Case(
        lambda client: in_quote_of_meeting(client, DELETE="on"), [REMOVED], said, [], BY_MEDER
    ),
    "quote removed on its page": Case(in_form(lambda: the_quote(), remove="on"), [REMOVED], said, [], BY_MEDER),
    "quote removed on the document": Case(
        lambda client: remove_on_document(client, "quotes", the_quote().pk), [REMOVED], said, [], BY_MEDER
    ),
    "quote added by its words": Case(
        lambda client: add_on_document(client, "quotes-2", words="received Ilse", speaker=str(brandt().pk)),
        [ADDED],
        lambda: ("received Ilse", "ilse-brandt") in said(),
        True,
        False,
    ),
    "person name": of_person("name", "Ilse Maria Brandt", "Ilse Brandt"),
    "person wikidata": of_person("wikidata", "Q1234", ""),
    "document title": of_document("title", "A visit", "Askar Meder receives Ilse Brandt"),
    "document country": of_document("country", "KZ", None),
    "document publisher": of_document("publisher", "The Gazette", ""),
    "document address": of_document("source_url", "https://example.org/a", ""),
    "document language": of_document("language", "kk-Cyrl", "en"),
    "document published": of_document("published", "2021-04", "2021-04-08"),
    "person mentioned": Case(
        lambda client: add_on_document(client, "mentions-2", new_name="Ilse"),
        [
            (
                *ON_DOCUMENT,
                "people/Ilse",
                "added",
                {"spans": [[TEXT.index("Ilse"), TEXT.index("Ilse") + 4]]},
            )
        ],
        mentioned,
        {"Askar Meder", "Ilse", "Ilse Brandt", "Germany", "Kazakhstan"},
        {"Askar Meder", "Ilse Brandt", "Germany", "Kazakhstan"},
    ),
    "country mentioned": Case(
        lambda client: add_on_document(client, "mentions-2", country="AT"),
        [(*ON_DOCUMENT, "countries/AT", "added", None)],
        mentioned,
        {"Askar Meder", "Ilse Brandt", "Germany", "Kazakhstan", "Austria"},
        {"Askar Meder", "Ilse Brandt", "Germany", "Kazakhstan"},
    ),
    "person not mentioned": Case(
        lambda client: remove_on_document(client, "mentions", Mention.objects.get(person__slug="ilse-brandt").pk),
        [(*ON_DOCUMENT, "people/Ilse Brandt", "removed", None)],
        mentioned,
        {"Askar Meder", "Germany", "Kazakhstan"},
        {"Askar Meder", "Ilse Brandt", "Germany", "Kazakhstan"},
    ),
    "country not mentioned": Case(
        lambda client: remove_on_document(client, "mentions", Mention.objects.get(country="DE").pk),
        [(*ON_DOCUMENT, "countries/DE", "removed", None)],
        mentioned,
        {"Askar Meder", "Ilse Brandt", "Kazakhstan"},
        {"Askar Meder", "Ilse Brandt", "Germany", "Kazakhstan"},
    ),
}


def reimport() -> None:
    store("a.txt", visit())


def changed_text() -> None:
    store("a.txt", visit(NEW_TEXT), NEW_TEXT)


def second_account() -> None:
    store("b.txt", visit(), TEXT + " So says the other ministry.")
    assert Meeting.objects.listed().count() == 1


def new_rules() -> None:
    """The rules now read another place, date and format, a third participant, and the quote as the guest's."""
    told = told_meeting(MEDER, BRANDT, THIRD, date="2021-04", place="Bonn", place_country="DE", format="other")
    record = replace(reading(told, quotes=(quote(TEXT, WORDS, "Timo Aalto"),)), title=visit().title)
    store("a.txt", record, rules="2")


LATER = (reimport, second_account, changed_text, new_rules, reimport)


@pytest.fixture(params=CASES.values(), ids=CASES.keys())
def case(request, told) -> Case:
    return request.param


def test_an_edit_becomes_corrections_and_shows_and_is_not_written_twice(desk, clerk, case):
    assert case.seen() == case.before
    case.edit(desk)
    made = Correction.objects.order_by("id")
    assert [(row.kind, row.subject, row.field, row.action, row.value) for row in made] == case.made
    assert {(row.author, row.reason) for row in made} == {(clerk, "Seen in the minutes")}
    assert case.seen() == case.now
    for row in (meeting(), document(), brandt(), *Quote.objects.listed()):
        change(desk, row)
    assert Correction.objects.count() == len(case.made)


def test_withdrawing_restores_what_the_texts_say(desk, clerk, case):
    case.edit(desk)
    for row in Correction.objects.standing().order_by("-id"):
        withdraw(row, clerk)
    assert case.seen() == case.before


def test_a_correction_stands_whatever_comes_later(desk, case):
    case.edit(desk)
    for later in LATER:
        later()
        assert case.seen() == case.now, later.__name__


def test_reads_x_clerk_sets_y_reads_y_reads_x_shows_y(desk, told):
    change(desk, meeting(), place="Almaty")
    seen = []
    for rules, place in (("2", "Almaty"), ("3", "Astana")):
        store("a.txt", visit(meetings=(told_meeting(MEDER, BRANDT, place=place),)), rules=rules)
        seen.append(meeting().place)
    assert seen == ["Almaty", "Almaty"]


def test_before_is_what_was_shown(desk, told):
    change(desk, meeting(), place="Almaty", place_country="UZ", reviewed="on")
    in_participant(desk, "ilse-brandt", office="Chancellor")
    speaker_is_brandt(desk)
    before = dict(Correction.objects.values_list("field", "before"))
    assert before == {
        "place": "Astana",
        "place_country": "KZ",
        "reviewed": False,
        "participants/ilse-brandt/office": "Foreign Minister",
        f"quotes/{KEY}/speaker": {"person": "askar-meder"},
    }


def test_what_was_removed_can_be_added_again(desk, told):
    in_participant(desk, "ilse-brandt", DELETE="on")
    data = opened(desk, meeting())
    row = added_row(data, "participants")
    assert send(desk, meeting(), data, **{f"{row}-person": str(brandt().pk)}) == []
    assert seat("ilse-brandt") == ("Foreign Minister", "DE", None)


def test_a_removed_quote_added_again_is_whose_it_is_said_to_be_now(desk, told):
    speaker_is_brandt(desk)
    in_quote_of_meeting(desk, DELETE="on")
    meder = Person.objects.get(slug="askar-meder")
    add_on_document(desk, "quotes-2", words=WORDS, speaker=str(meder.pk))
    assert said() == BY_MEDER


def test_a_speaker_whom_the_text_does_not_name_is_counted_as_long_as_they_are_held_to_be_it(desk, clerk, told):
    person = Person.objects.create(name="Rosa Lind", slug="rosa-lind")
    in_quote_of_meeting(desk, speaker=str(person.pk))
    counts = [Person.objects.get(pk=person.pk).quote_count]
    withdraw(Correction.objects.get(), clerk)
    counts.append(Person.objects.get(pk=person.pk).quote_count)
    assert counts == [1, 0]


def test_a_new_name_of_a_body_makes_the_body(desk, told):
    in_participant(desk, "ilse-brandt", body="The Guild")
    assert Organization.objects.get().name == "The Guild"


def test_a_participant_is_removed_with_their_mention(desk, told):
    remove_on_document(desk, "mentions", Mention.objects.get(person__slug="ilse-brandt").pk)
    assert seat("ilse-brandt") is None


def test_a_user_who_did_it_is_kept(desk, told):
    change(desk, meeting(), place="Almaty")
    with pytest.raises(Exception, match="protected"):
        get_user_model().objects.get().delete()
