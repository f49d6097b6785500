"""The search in a browser: the way from a word to its place in a text, with and without a script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Viewport
from tests.factories import make_document, make_meeting, make_person, make_quote

FILLER = "Nothing in this line is what anybody looks for, and there are many lines like it.\n\n"
PAGES = [
    "/search/",
    "/search/?q=hydrogen",
    "/search/?q=brandt&kind=person",
    "/search/?q=hidrogen",
    "/meetings/?q=hydrogen",
]
BOX = "Search words, names and places"


@pytest.fixture(autouse=True)
def rows(transactional_db) -> None:
    meder, brandt = make_person("Askar Meder", "KZ"), make_person("Ilse Brandt", "DE")
    text = f"{FILLER * 60}They agreed on green hydrogen. “Hydrogen is light,” said Meder.\n\n{FILLER * 60}"
    document = make_document(text, title="A visit to the coast", published="2021-04-09")
    meeting = make_meeting([meder, brandt], [document], title="Meder receives Brandt", date="2021-04-08")
    make_quote("Hydrogen is light,", meder, meeting=meeting, document=document, start=text.index("Hydrogen is"))


@pytest.mark.parametrize("url", PAGES)
def test_anyone_can_read_it(page: Page, viewport: Viewport, axe: Callable[[Page], None], url: str) -> None:
    page.goto(url)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "wider than the screen"


def test_from_the_box_in_the_header_to_the_words_in_the_text(page: Page, viewport: Viewport) -> None:
    page.goto("/about/")
    page.get_by_label(BOX).fill("green hydrogen")
    page.get_by_label(BOX).press("Enter")
    expect(page.get_by_role("heading", name="Documents")).to_be_visible()
    page.get_by_role("link", name="A visit to the coast").click()
    expect(page.locator("mark.hit:target", has_text="green")).to_be_in_viewport()


def test_a_meeting_and_a_quote_open_at_the_words(page: Page) -> None:
    for kind, name in (("meeting", "Meder receives Brandt"), ("quote", "Hydrogen is light,")):
        page.goto(f"/search/?q=hydrogen&kind={kind}")
        page.get_by_role("link", name=name).first.click()
        expect(page.locator("mark.hit:target")).to_be_in_viewport()


def test_names_are_offered_while_one_types(page: Page) -> None:
    page.goto("/")
    with page.expect_response("**?q=bran"):
        page.get_by_label(BOX).press_sequentially("bran")
    expect(page.locator("datalist option[value='Ilse Brandt']")).to_be_attached()


def test_a_list_is_narrowed_by_words(page: Page) -> None:
    make_meeting(title="Another meeting")
    page.goto("/meetings/?country=KZ")
    page.get_by_label("Words in this list").fill("hydrogen")
    page.get_by_role("button", name="Search in this list").click()
    expect(page).to_have_url("/meetings/?country=KZ&q=hydrogen")
    expect(page.get_by_role("heading", name="1 meeting")).to_be_visible()
    page.get_by_role("link", name="Remove Words hydrogen").click()
    expect(page).to_have_url("/meetings/?country=KZ")
