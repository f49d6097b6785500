"""A reader tells what is wrong, an editor takes it over, and the public page says so; and two editors meet."""

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import Page, expect

from meetings import forms
from meetings.corrections import correct
from meetings.models import Correction, Meeting, Quote, Suggestion
from tests.browser.conftest import PASSWORD, arrived, log_in, sign_in
from tests.readings import store, visit

pytestmark = pytest.mark.usefixtures("viewport")


@pytest.fixture
def meeting(transactional_db) -> Meeting:
    store("a.txt", visit())
    return Meeting.objects.get()


@pytest.fixture
def editor(transactional_db) -> User:
    user = User.objects.create_user("edith", password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="Editor"))
    return user


def suggest(page: Page, field: str, should: str) -> None:
    """On the form: what is wrong, what it should be; then as long as a person takes."""
    page.get_by_role("link", name="Something wrong? Tell the archive").click()
    page.get_by_role("radio", name=field).check()
    page.get_by_label("What should it be?").fill(should)
    page.get_by_label("Where do you know it from?").fill("Seen in the minutes")
    page.wait_for_timeout(forms.HASTE.total_seconds() * 1000 + 1100)
    page.get_by_role("button", name="Send the suggestion").click()
    arrived(page, "Thank you")


def test_from_the_reader_to_the_public_page(page: Page, meeting: Meeting, editor: User, axe):
    page.goto(meeting.get_absolute_url())
    suggest(page, "Place", "Almaty")
    expect(page.get_by_text(f"kept under the number {Suggestion.objects.get().pk}")).to_be_visible()
    axe(page)
    receipt = page.url

    log_in(page, "edith")
    page.get_by_role("link", name="Review queue").first.click()
    kind = page.get_by_role("link", name="A reader suggests a correction 1")
    kind.click()
    expect(kind).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="Begin with the first").click()
    arrived(page, "A reader suggests a correction")
    expect(page.get_by_text("Seen in the minutes")).to_be_visible()
    axe(page, sizes=False)
    page.keyboard.press("t")
    expect(page.get_by_label("Place:", exact=True)).to_have_value("Almaty")
    axe(page, sizes=False, sheets=False)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was taken over")).to_be_visible()
    expect(page.get_by_text("Nothing waits here.")).to_be_visible()

    page.goto(meeting.get_absolute_url())
    expect(page.locator("#fact-place .facts__value")).to_contain_text("Almaty")
    page.goto(receipt)
    expect(page.get_by_text("the record was corrected")).to_be_visible()
    assert Correction.objects.get().author == editor


def test_a_speaker_is_suggested_and_dismissed(page: Page, meeting: Meeting, editor: User):
    quote = Quote.objects.get()
    page.goto(quote.get_absolute_url())
    suggest(page, "Who said it", "Ilse Brandt")
    receipt = page.url
    log_in(page, "edith")
    page.goto("/admin/review/?kind=suggestion")
    page.get_by_role("link", name="Begin with the first").click()
    page.get_by_label("Why not?").fill("Not so, say the minutes")
    page.get_by_role("button", name="Dismiss").click()
    expect(page.get_by_text("was dismissed")).to_be_visible()
    page.goto(receipt)
    expect(page.get_by_text("The record stays as it is.")).to_be_visible()
    assert (Suggestion.objects.get().word, Correction.objects.exists()) == ("Not so, say the minutes", False)


def test_what_is_missing_is_told_where_it_is_missing(page: Page, meeting: Meeting, axe):
    page.goto(f"{meeting.get_absolute_url()}suggest/")
    axe(page)
    page.get_by_label("Where do you know it from?").fill("Seen in the minutes")
    page.get_by_role("button", name="Send the suggestion").click()
    expect(page.get_by_role("alert")).to_contain_text("It was not sent yet")
    expect(page.get_by_label("Where do you know it from?")).to_have_value("Seen in the minutes")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_second_of_two_editors_takes_one_field_and_keeps_another(page: Page, meeting: Meeting, editor: User, axe):
    log_in(page, "edith")
    page.goto(f"/admin/meetings/meeting/{meeting.pk}/change/")
    page.get_by_label("Place:", exact=True).fill("Aktau")
    page.get_by_label("Meeting date").fill("2021-04-09")
    colleague = User.objects.create_user("colleague")
    correct("meeting", meeting.key, "place", "Almaty", author=colleague)
    correct("meeting", meeting.key, "date", "2021-04-10", author=colleague)
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.get_by_role("region", name="Changed meanwhile")).to_contain_text("colleague")
    axe(page, sizes=False, sheets=False)
    page.get_by_label("Take theirs in Place").check()
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()
    expect(page.get_by_label("Place:", exact=True)).to_have_value("Almaty")
    expect(page.get_by_label("Meeting date")).to_have_value("2021-04-09")


def test_guessing_a_password_is_stopped_with_a_plain_word(page: Page, editor: User, axe):
    for _ in range(4):
        sign_in(page, "edith", "guessed")
        expect(page.get_by_text("Please enter the correct username and password")).to_be_visible()
    sign_in(page, "edith", "guessed")
    expect(page.get_by_text("Wait 15 minutes")).to_be_visible()
    axe(page, sizes=False)
