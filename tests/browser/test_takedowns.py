"""A curator keeps something from readers, shows it again, and deletes a document for good."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect

from meetings.corrections import correct
from meetings.models import Document, Person, PublisherTerms, Quote, Takedown
from meetings.takedowns import withhold
from tests.browser.conftest import PASSWORD, arrived, log_in
from tests.readings import store, visit


@pytest.fixture
def curator(transactional_db, page: Page) -> Page:
    """Signed in; there is one document of one meeting."""
    get_user_model().objects.create_superuser("curator", password=PASSWORD)
    store("a.txt", visit())
    log_in(page, "curator")
    return page


@pytest.mark.usefixtures("viewport")
def test_withhold_a_document_and_show_it_again(curator: Page, axe) -> None:
    document = Document.objects.get()
    curator.goto(f"/admin/meetings/document/{document.pk}/change/")
    curator.get_by_role("link", name="Withhold…").click()
    arrived(curator, "Withhold from readers?")
    expect(curator.get_by_text("Meetings that nobody else tells of: 1")).to_be_visible()
    axe(curator)
    assert curator.evaluate("document.documentElement.scrollWidth <= innerWidth")
    curator.get_by_label("Why?").fill("The publisher asked for it.")
    curator.get_by_label("Tell readers this reason").check()
    curator.get_by_role("button", name="Withhold", exact=True).click()
    expect(curator.get_by_text("1 withheld")).to_be_visible()
    axe(curator)
    response = curator.goto(document.get_absolute_url())
    assert response is not None
    assert response.status == 410
    expect(curator.get_by_role("heading", name="This was withheld")).to_be_visible()
    expect(curator.get_by_text("The publisher asked for it.")).to_be_visible()
    axe(curator)
    curator.goto("/admin/meetings/takedown/")
    curator.get_by_role("button", name="Withdraw: Askar Meder receives Ilse Brandt").click()
    expect(curator.get_by_text("Shown again")).to_be_visible()
    curator.goto(document.get_absolute_url())
    expect(curator.get_by_role("heading", name="Askar Meder receives Ilse Brandt").first).to_be_visible()


def test_withhold_several_persons_from_their_list(curator: Page) -> None:
    curator.goto("/admin/meetings/person/")
    for box in curator.locator("input.action-select").all():
        box.check()
    curator.get_by_label("Action:").select_option("Withhold from readers…")
    curator.get_by_role("button", name="Go").click()
    expect(curator.get_by_text("The words of texts that are shown in full still hold the name")).to_be_visible()
    curator.get_by_label("Why?").fill("They asked for it.")
    curator.get_by_role("button", name="Withhold", exact=True).click()
    expect(curator.get_by_text("2 withheld")).to_be_visible()
    assert not Person.objects.listed().exists()


def test_the_history_withdraws_with_one_click(curator: Page) -> None:
    [takedown] = withhold([Quote.objects.get()], reason="by mistake")
    curator.goto(f"/admin/meetings/quote/{Quote.objects.get().pk}/history/")
    curator.get_by_role("button", name="Withdraw: Quote").click()
    expect(curator.get_by_text("1 withdrawn")).to_be_visible()
    assert not Takedown.objects.standing().exists()
    assert takedown.kind == "quote"


def test_delete_for_good(curator: Page, axe) -> None:
    document = Document.objects.get()
    curator.goto(f"/admin/meetings/document/{document.pk}/change/")
    curator.get_by_role("link", name="Delete", exact=True).click()
    expect(curator.get_by_text("This cannot be undone")).to_be_visible()
    expect(curator.get_by_text("Persons who are named nowhere else: 2", exact=True)).to_be_visible()
    axe(curator)
    curator.get_by_label("Yes, all this is to be gone for good").check()
    curator.get_by_role("button", name="Delete for good").click()
    expect(curator.get_by_text("was deleted for good")).to_be_visible()
    assert not Document.objects.exists()


@pytest.mark.usefixtures("viewport")
def test_pages_on_which_something_is_withheld(curator: Page, axe) -> None:
    """They are as fit to be read as the others."""
    document = Document.objects.get()
    withhold([Person.objects.get(slug="ilse-brandt"), Quote.objects.get()])
    meeting = document.accounts.get().meeting.get_absolute_url()
    for address in (document.get_absolute_url(), meeting):
        curator.goto(address)
        expect(curator.get_by_text("[words withheld]")).to_be_visible()
        axe(curator)
    expect(curator.get_by_text("Name withheld")).to_be_visible()


@pytest.mark.usefixtures("viewport")
@pytest.mark.parametrize("shows", ["excerpt", "facts"])
def test_pages_of_a_publisher_with_terms(curator: Page, axe, shows: str) -> None:
    document = Document.objects.get()
    correct("document", "a.txt", "publisher", "Harbour Gazette")
    correct("document", "a.txt", "source_url", "https://gazette.example/a")
    PublisherTerms.objects.create(publisher="Harbour Gazette", shows=shows)
    for address in (document.get_absolute_url(), Quote.objects.get().get_absolute_url()):
        curator.goto(address)
        link = curator.get_by_role("link", name="The full text is where it was published.")
        expect(link).to_have_attribute("href", "https://gazette.example/a")
        axe(curator)
    response = curator.goto(f"{document.get_absolute_url()}versions/1/source")
    assert response is not None
    assert response.status == 403
    axe(curator)
