"""One person in many spellings, one meeting in several accounts: what becomes of their rows."""

import pytest

from meetings import resolving
from meetings.corrections import correct, judge, withdraw
from meetings.importing.storing import save_all
from meetings.models import Account, Document, Meeting, Person, PersonName, Quote
from meetings.resolving import people
from meetings.resolving.summaries import best_name
from tests.readings import BRANDT, MEDER, TEXT, as_read, found, reading, store, told_meeting, visit

pytestmark = pytest.mark.django_db

MINISTRY = TEXT + " So says the other ministry."
CYRILLIC = ("Аскар Медер", "Президент", "KZ")


def test_two_accounts_of_one_meeting_are_one_meeting() -> None:
    store("a.txt", visit())
    store("b.txt", visit(), MINISTRY)
    meeting = Meeting.objects.listed().get()
    assert (meeting.account_count, meeting.quote_count, meeting.participants.count()) == (2, 2, 2)
    assert [row.merged_into_id for row in Meeting.objects.order_by("pk")] == [None, meeting.pk]


def test_accounts_of_other_days_or_formats_stay_apart() -> None:
    store("a.txt", visit())
    store("b.txt", visit(meetings=(told_meeting(MEDER, BRANDT, date="2021-05-08"),)), MINISTRY)
    store("c.txt", visit(meetings=(told_meeting(MEDER, BRANDT, format="call"),)), MINISTRY + " By telephone.")
    assert Meeting.objects.listed().count() == 3


def test_the_order_of_import_does_not_matter() -> None:
    texts = {"a.txt": TEXT, "b.txt": MINISTRY, "c.txt": MINISTRY + " Also."}
    for path in ("c.txt", "a.txt", "b.txt"):
        store(path, visit(texts[path]), texts[path])
    assert Meeting.objects.listed().count() == 1
    assert set(Account.objects.values_list("meeting", flat=True)) == {Meeting.objects.listed().get().pk}


def test_a_verdict_keeps_accounts_apart_and_its_withdrawal_joins_them_again() -> None:
    store("a.txt", visit())
    store("b.txt", visit(), MINISTRY)
    verdict = judge("meeting", "a.txt#1", "b.txt#1", "different")
    assert Meeting.objects.listed().count() == 2
    assert {quote.meeting.key for quote in Quote.objects.all()} == {"a.txt#1", "b.txt#1"}
    resolving.resolve(Document.objects.all())
    assert Meeting.objects.listed().count() == 2
    withdraw(verdict, None)
    assert Meeting.objects.listed().get().account_count == 2


def test_a_verdict_joins_accounts_of_different_days() -> None:
    store("a.txt", visit())
    store("b.txt", visit(meetings=(told_meeting(MEDER, BRANDT, date="2021-04-09"),)), MINISTRY)
    judge("meeting", "b.txt#1", "a.txt#1", "same")
    assert Meeting.objects.listed().get().account_count == 2
    resolving.resolve(Document.objects.all())
    assert Meeting.objects.listed().get().quote_count == 2


def test_one_person_in_two_scripts_is_one_person() -> None:
    store("a.txt", visit())
    store("b.txt", reading(told_meeting(CYRILLIC, date="2022-01-01")), "Аскар Медер.")
    person = Person.objects.listed().get(names__name="Аскар Медер")
    assert (person.slug, person.name, person.meeting_count) == ("askar-meder", "Askar Meder", 2)


def test_a_spelling_whose_keys_earlier_rules_made_gets_those_of_today() -> None:
    document = store("a.txt", visit())
    PersonName.objects.filter(name="Askar Meder").update(family_key="OLD", other_key="OLD")
    resolving.resolve([document])
    store("b.txt", reading(told_meeting(CYRILLIC, date="2022-01-01")), "Аскар Медер.")
    assert Person.objects.listed().count() == 2


def test_a_verdict_keeps_two_persons_apart_and_one_joins_them() -> None:
    store("a.txt", visit())
    store("b.txt", reading(told_meeting(("Ilse Brand", "Ambassador", "AT"), date="2022-01-01")), "Ilse Brand.")
    one, other = "ilse-brandt", Person.objects.get(names__name="Ilse Brand").slug
    if one != other:
        judge("person", one, other, "same")
    person = Person.objects.listed().get(names__name="Ilse Brand")
    assert person.meeting_count == 2
    judge("person", one, other, "different")
    assert Person.objects.listed().filter(names__name__startswith="Ilse Brand").distinct().count() == 2


def test_a_merged_person_redirects_by_its_old_row() -> None:
    store("a.txt", visit())
    store("b.txt", reading(told_meeting(("Ilse Waldmann", "Chancellor", "DE"), date="2022-01-01")), "Ilse Waldmann.")
    old = Person.objects.get(slug="ilse-waldmann")
    judge("person", "ilse-waldmann", "ilse-brandt", "same")
    old.refresh_from_db()
    assert old.merged_into == Person.objects.get(slug="ilse-brandt")
    assert old.participations.count() == 0


def test_one_text_that_stops_telling_of_a_meeting_leaves_its_address() -> None:
    store("a.txt", visit())
    store("a.txt", reading(), rules="2")
    meeting = Meeting.objects.get()
    assert (meeting.account_count, meeting.title) == (0, "Askar Meder receives Ilse Brandt")
    store("a.txt", visit(), rules="3")
    assert Meeting.objects.listed().get() == meeting
    assert BRANDT[0] in {seat.person.name for seat in meeting.participants.all()}


def test_a_meeting_knows_when_its_latest_account_was_published() -> None:
    store("a.txt", visit())
    store("b.txt", visit(published=found("2021-04-11")), MINISTRY)
    assert Meeting.objects.listed().get().published_key == 20210411
    correct("document", "b.txt", "published", "2021-04-05")
    assert Meeting.objects.listed().get().published_key == 20210408


def test_an_import_groups_only_spellings_of_which_it_tells_something_new(monkeypatch: pytest.MonkeyPatch) -> None:
    save_all([as_read("a.txt", visit(), TEXT)])
    grouped: list[list[str]] = []
    identify = people.identify

    def telling(names: set[int]) -> tuple[set[int], set[int]]:
        grouped.append(sorted(PersonName.objects.filter(pk__in=names).values_list("name", flat=True)))
        return identify(names)

    monkeypatch.setattr(people, "identify", telling)
    save_all([as_read("b.txt", visit(MINISTRY), MINISTRY)])
    premier = ("Askar Meder", "Prime Minister", "KZ")
    save_all([as_read("c.txt", reading(told_meeting(premier, CYRILLIC)), "c")])
    save_all([as_read("c.txt", reading(told_meeting(MEDER, BRANDT)), "c again")])
    resolving.resolve(Document.objects.filter(path="c.txt"))
    assert grouped == [
        [],
        ["Askar Meder", "Аскар Медер"],
        ["Askar Meder", "Аскар Медер"],
        ["Askar Meder", "Ilse Brandt"],
    ]


def test_who_is_named_no_more_is_counted_no_more() -> None:
    save_all([as_read("a.txt", visit(), TEXT)])
    save_all([as_read("b.txt", visit(MINISTRY), MINISTRY)])
    assert Person.objects.get(slug="ilse-brandt").document_count == 2
    save_all([as_read("b.txt", reading(told_meeting(MEDER)), "b")])
    assert Person.objects.get(slug="ilse-brandt").document_count == 1


@pytest.mark.parametrize(
    ("latin", "other"),
    [("Elmar Rəhim", "Эльмар Рагим"), ("Tho Nguyễn", "Тхо Нгуен"), ("Ivo Bell", "伊沃贝尔")],
)
def test_of_a_persons_spellings_the_latin_one_is_shown(latin: str, other: str) -> None:
    spellings = [(PersonName(name=latin, language="az"), 1), (PersonName(name=other, language="uk"), 3)]
    assert best_name(spellings) == latin


def states_told(*told: tuple[str, str]) -> str | None:
    """The state shown of somebody whose seats, from the earliest, have these offices and states."""
    for year, (office, country) in enumerate(told, 2015):
        people = (("Kofi Ansong", office, country), ("Ilse Brandt", "Foreign Minister", "DE"))
        store(f"{year}.txt", reading(told_meeting(*people, date=f"{year}-04-08")), f"Kofi Ansong sang in {year}.")
    return Person.objects.get(name="Kofi Ansong").country_id


def test_a_state_that_one_seat_alone_tells_is_outvoted_unless_the_office_names_it() -> None:
    assert states_told(("President", "GH"), ("President", "GH"), ("President", "PE")) == "GH"


def test_the_state_that_the_latest_office_names_is_shown() -> None:
    assert states_told(("President", "GH"), ("President", "GH"), ("President of Peru", "PE")) == "PE"


def test_of_two_states_told_as_often_the_latest_is_shown() -> None:
    assert states_told(("President", "PE"), ("President", "GH")) == "GH"


def test_of_who_met_nobody_the_state_is_shown_that_most_texts_tell() -> None:
    for number, country in enumerate(("PE", "GH", "GH", "PE", "GH")):
        others = (("Kofi Ansong", "President", country),)
        store(f"{number}.txt", reading(others=others), f"Kofi Ansong was sung of in {number} songs.")
    assert Person.objects.get(name="Kofi Ansong").country_id == "GH"


def test_of_latin_spellings_that_of_the_persons_own_state_is_shown() -> None:
    spellings = [
        (PersonName(name="Orxan Qayalı", language="az", country="TR"), 3),
        (PersonName(name="Orhan Kayalı", language="tr"), 1),
    ]
    assert best_name(spellings) == "Orhan Kayalı"
    english = (PersonName(name="Orhan Kayali", language="en", country="TR"), 1)
    assert best_name([*spellings, english]) == "Orhan Kayali"
