"""The admin works under the site's content security policy."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from playwright.sync_api import Page, Route, expect

from meetings.importing import background
from meetings.models import Correction, Document, Doubt, Judgement, Participant, Person, Quote, intake
from tests.browser.conftest import PASSWORD, arrived, log_in
from tests.readings import BRANDT, MEDER, TEXT, reading, store, told_meeting, visit


@pytest.fixture
def staff(transactional_db):
    return get_user_model().objects.create_superuser("clerk", password=PASSWORD)


@pytest.mark.usefixtures("staff", "viewport")
def test_sign_in_and_change_a_user(page: Page):
    log_in(page, "clerk")
    page.goto("/admin/auth/user/")
    page.get_by_role("link", name="clerk").click()
    page.get_by_label("First name").fill("Clara")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()


def test_policy_is_sent_and_has_no_exceptions(page: Page):
    response = page.goto("/admin/login/")
    assert response is not None
    policy = response.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.fixture
def desk(staff, page: Page) -> Page:
    """The clerk has signed in; there is one meeting."""
    store("a.txt", visit())
    log_in(page, "clerk")
    return page


def choose(page: Page, row: str, field: str, typed: str, name: str) -> None:
    """Type into an autocomplete and take what it offers to these letters, not what it offered before."""
    page.locator(f"#{row} .field-{field} .select2-selection").click()
    page.locator(".select2-search__field").fill(typed)
    expect(page.locator(".select2-results .loading-results")).to_have_count(0)
    page.get_by_role("option", name=name, exact=True).click()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()


@pytest.mark.usefixtures("viewport")
def test_correct_a_meeting_its_people_and_its_quote(desk: Page):
    desk.goto("/admin/meetings/meeting/")
    desk.get_by_role("link", name="Askar Meder receives Ilse Brandt").click()
    desk.get_by_label("Place:", exact=True).fill("Almaty")
    desk.get_by_label("Why?").fill("Seen in the minutes")
    choose(desk, "quotes-0", "speaker", "brandt", "Ilse Brandt")
    desk.locator("#participants-0 .field-office input[type=text]").fill("Head of State")
    save(desk)
    expect(desk.get_by_label("Place:", exact=True)).to_have_value("Almaty")
    expect(desk.locator("#quotes-0 .field-speaker")).to_contain_text("Ilse Brandt")
    assert sorted(Correction.objects.values_list("field", "reason")) == [
        ("participants/askar-meder/office", "Seen in the minutes"),
        ("place", "Seen in the minutes"),
        ("quotes/46-65/speaker", "Seen in the minutes"),
    ]


@pytest.mark.usefixtures("viewport")
def test_add_and_remove_participants(desk: Page):
    Person.objects.create(name="Rosa Lind", slug="rosa-lind")
    desk.goto("/admin/meetings/meeting/")
    desk.get_by_role("link", name="Askar Meder receives Ilse Brandt").click()
    desk.get_by_role("button", name="Add another Participant").click()
    choose(desk, "participants-2", "person", "rosa", "Rosa Lind")
    choose(desk, "participants-2", "country", "se", "Sweden")
    desk.locator("#participants-1 .delete input").check()
    save(desk)
    people = Participant.objects.order_by("order").values_list("person__slug", "country")
    assert list(people) == [("askar-meder", "KZ"), ("rosa-lind", "SE")]


@pytest.mark.usefixtures("viewport")
def test_add_a_quote_by_its_words_and_withdraw_it(desk: Page):
    desk.goto("/admin/meetings/document/")
    desk.get_by_role("link", name="Askar Meder receives Ilse Brandt", exact=True).click()
    desk.locator("#quotes-2-0 textarea").fill("received Ilse Brandt")
    save(desk)
    expect(desk.locator("mark.quote", has_text="received Ilse Brandt")).to_be_visible()
    desk.get_by_role("link", name="History").click()
    desk.get_by_role("button", name="Withdraw: Quote “received Ilse Brandt”").click()
    expect(desk.get_by_text("1 withdrawn")).to_be_visible()
    assert not Quote.objects.listed().filter(text="received Ilse Brandt").exists()


@pytest.mark.usefixtures("viewport")
def test_two_persons_are_the_same(desk: Page, axe):
    desk.goto("/admin/meetings/person/")
    for box in desk.locator("input.action-select").all():
        box.check()
    desk.get_by_label("Action:").select_option("same")
    desk.get_by_role("button", name="Go").click()
    expect(desk.get_by_text("/people/ilse-brandt/", exact=True)).to_be_visible()
    axe(desk)
    desk.get_by_role("button", name="Merge").click()
    expect(desk.get_by_text("held to be the same from now on")).to_be_visible()
    assert Person.objects.exclude(merged_into=None).count() == 1


@pytest.mark.usefixtures("viewport")
def test_a_person_who_is_two_is_split(desk: Page, axe):
    for name, year in (("Timo Aalto", 2018), ("Aalto", 2019)):
        store(f"{year}.txt", reading(told_meeting((name, "Envoy", "FI"), date=f"{year}-01-01")), f"{name} {year}.")
    desk.goto("/admin/meetings/person/?q=aalto")
    desk.get_by_role("link", name="Timo Aalto").click()
    desk.get_by_role("link", name="Split").click()
    arrived(desk, "Split")
    axe(desk)
    desk.get_by_label("Aalto (FI)", exact=True).check()
    desk.get_by_role("button", name="Split").click()
    expect(desk.get_by_text("“Aalto” stands by itself")).to_be_visible()
    assert Person.objects.listed().filter(slug="aalto").exists()


@pytest.fixture
def doubtful(desk: Page) -> Page:
    """Two meetings without a date, and two persons who may be one."""
    for path in ("b.txt", "c.txt"):
        store(path, visit(TEXT + path, meetings=(told_meeting(MEDER, BRANDT, date=None),)), TEXT + path)
    store("d.txt", reading(told_meeting(("Ilse Brandt", "Envoy", "AT"), date="2019-01-01")), "Ilse Brandt of Austria.")
    return desk


@pytest.mark.usefixtures("viewport")
def test_the_queue_is_worked_through_with_one_key_each(doubtful: Page, axe):
    doubtful.get_by_role("link", name="Review queue").first.click()
    arrived(doubtful, "Review queue")
    axe(doubtful)
    kind = doubtful.get_by_role("link", name="Meeting without a date or a year 2")
    kind.click()
    expect(kind).to_have_attribute("aria-current", "true")
    doubtful.get_by_role("link", name="Begin with the first").click()
    arrived(doubtful, "Meeting without a date or a year")
    axe(doubtful)
    doubtful.get_by_label("Why?").fill("rrr: nobody knows the day")
    doubtful.get_by_label("Why?").blur()
    doubtful.keyboard.press("r")
    expect(doubtful.get_by_text("Left as it is")).to_be_visible()
    arrived(doubtful, "Meeting without a date or a year")
    doubtful.keyboard.press("r")
    expect(doubtful.get_by_text("Nothing waits here.")).to_be_visible()
    assert sorted(Correction.objects.values_list("subject", "field", "reason")) == [
        ("b.txt#1", "reviewed/date", "rrr: nobody knows the day"),
        ("c.txt#1", "reviewed/date", ""),
    ]


@pytest.mark.usefixtures("viewport")
def test_two_persons_are_judged_side_by_side(doubtful: Page, axe):
    doubtful.goto("/admin/review/?kind=persons")
    doubtful.get_by_role("link", name="Begin with the first").click()
    expect(doubtful.get_by_role("heading", name="Ilse Brandt")).to_have_count(2)
    axe(doubtful)
    doubtful.get_by_role("button", name="Nobody can tell").click()
    expect(doubtful.get_by_text("it will not be asked again")).to_be_visible()
    assert (Judgement.objects.get().verdict, Doubt.objects.filter(kind="persons").exists()) == ("unsure", False)


@pytest.mark.usefixtures("viewport")
def test_one_of_two_readings_is_taken_with_one_click(desk: Page, axe):
    store("b.txt", visit(meetings=(told_meeting(MEDER, BRANDT, place="Almaty"),)), TEXT + " Told by another.")
    desk.goto("/admin/meetings/meeting/")
    desk.get_by_role("link", name="Askar Meder receives Ilse Brandt").click()
    desk.get_by_role("link", name="Decisions and readings").click()
    arrived(desk, "Decisions and readings")
    axe(desk)
    desk.get_by_role("button", name="Take for place: Almaty").click()
    expect(desk.get_by_role("button", name="Follow the texts in place")).to_be_visible()
    assert Correction.objects.get().value == "Almaty"


LETTER = """Askar Meder receives Ilse Brandt again

Vellin, 9 April 2021

President of Kazakhstan Askar Meder received Foreign Minister of Germany Ilse Brandt in Astana.
"""


@pytest.mark.usefixtures("viewport")
def test_upload_look_and_keep(desk: Page, axe):
    desk.goto("/admin/meetings/import/")
    desk.get_by_role("link", name="Upload texts").click()
    arrived(desk, "Upload texts")
    axe(desk)
    files = [("letter.txt", LETTER), ("empty.txt", "")]
    desk.get_by_label("Files").set_input_files(
        [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in files]
    )
    desk.get_by_label("Publisher").fill("Ministry of Vellania")
    desk.get_by_role("button", name="Read").click()
    expect(desk.get_by_text("Read: keep it or discard it")).to_be_visible()
    expect(desk.get_by_text("is empty; remove it")).to_be_visible()
    expect(desk.get_by_text("Ilse Brandt, Foreign Minister")).to_be_visible()
    axe(desk)
    desk.get_by_role("button", name="Keep").click()
    expect(desk.get_by_role("status")).to_have_text("Kept")
    desk.get_by_role("link", name="letter.txt").click()
    expect(desk.get_by_label("Publisher:", exact=True)).to_have_value("Ministry of Vellania")


def renew_nothing(route: Route) -> None:
    """As if the server were away whenever a script asks it."""
    if route.request.resource_type == "fetch":
        route.abort()
    else:
        route.continue_()


@pytest.mark.usefixtures("viewport")
def test_a_long_import_is_watched_reloaded_and_stopped(desk: Page, axe, monkeypatch):
    monkeypatch.setattr(background, "start", lambda: None)
    monkeypatch.setattr(background, "AT_ONCE", 0)
    monkeypatch.setattr(intake, "SILENCE", dt.timedelta(days=1))  # a slow machine is not one that was switched off
    desk.route("**", renew_nothing)  # until the end, so that no page changes by itself while something is done there
    desk.goto("/admin/meetings/import/add/")
    desk.get_by_label("Name of the text").fill("letter")
    desk.get_by_label("Text:", exact=True).fill(LETTER)
    desk.get_by_role("button", name="Read").click()
    expect(desk.get_by_role("status")).to_have_text("Waits its turn to be read")
    expect(desk.get_by_label("0 of 1 files")).to_be_visible()
    axe(desk)
    desk.reload()
    desk.get_by_role("button", name="Stop").click()
    expect(desk.get_by_role("status")).to_have_text("Stopped")
    axe(desk)
    desk.get_by_role("button", name="Continue").click()
    expect(desk.get_by_role("status")).to_have_text("Waits its turn to be read")
    call_command("work_imports")
    desk.unroute("**", renew_nothing)
    expect(desk.get_by_role("status")).to_have_text("Read: keep it or discard it")


@pytest.mark.usefixtures("viewport")
def test_many_documents_get_their_publisher_and_lose_it_again(desk: Page, axe):
    store("b.txt", visit(), TEXT + " Told by another.")
    desk.goto("/admin/meetings/document/")
    for box in desk.locator("input.action-select").all():
        box.check()
    desk.get_by_label("Action:").select_option(label="Set publisher or language …")
    desk.get_by_role("button", name="Go").click()
    arrived(desk, "Set for chosen rows")
    axe(desk)
    desk.get_by_label("Publisher").fill("Ministry of Vellania")
    desk.get_by_role("button", name="Show what would change").click()
    expect(desk.get_by_role("heading", name="2 changes")).to_be_visible()
    axe(desk)
    desk.get_by_label("Why?").fill("Letterhead")
    desk.get_by_role("button", name="Save 2 corrections").click()
    desk.get_by_role("link", name="Look at them, or undo them all").click()
    arrived(desk, "Corrections made together")
    axe(desk)
    desk.get_by_role("button", name="Withdraw all 2").click()
    expect(desk.get_by_text("2 withdrawn")).to_be_visible()
    assert set(Document.objects.values_list("publisher", flat=True)) == {""}


@pytest.mark.usefixtures("viewport")
def test_a_list_goes_out_as_a_table_and_comes_back_corrected(desk: Page, axe):
    desk.goto("/admin/meetings/meeting/")
    with desk.expect_download() as download:
        desk.get_by_role("link", name="CSV").click()
    table = download.value.path().read_text("utf-8-sig").replace("Astana", "Almaty")
    desk.get_by_role("link", name="Import a table").click()
    arrived(desk, "Import a table")
    axe(desk)
    file = {"name": "meetings.csv", "mimeType": "text/csv", "buffer": table.encode()}
    desk.get_by_label("Table").set_input_files([file])
    desk.get_by_role("button", name="Show what would change").click()
    expect(desk.get_by_role("heading", name="1 change")).to_be_visible()
    axe(desk)
    desk.get_by_role("button", name="Save 1 correction").click()
    expect(desk.get_by_text("Saved: 1 correction.")).to_be_visible()
    assert Correction.objects.get().value == "Almaty"
