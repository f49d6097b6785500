"""The lists in a browser: on a desk and on a telephone, in light and dark, with a mouse and without."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, Viewport
from tests.factories import make_document, make_meeting, make_quote, make_some_meetings

PAGES = [
    "/",
    "/meetings/",
    "/meetings/?country=KZ&country=DE&year=1",
    "/people/",
    "/countries/",
    "/quotes/",
    "/documents/",
]


@pytest.fixture(autouse=True)
def rows(transactional_db) -> None:
    make_some_meetings(28)
    arabic = make_document(language="ar", title="لقاء القمة", published="2021-01-01")
    make_quote("نحن متفقون على كل شيء", document=arabic)
    make_meeting(title="A" * 200, date="XXXX-05-28")


@pytest.mark.parametrize("url", [*PAGES, "/meetings/?year=1999", "/no-such-page/"])
def test_anyone_can_read_it(page: Page, viewport: Viewport, axe: Callable[[Page], None], url: str) -> None:
    page.goto(url)

    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "wider than the screen"


@pytest.mark.parametrize("url", PAGES)
def test_targets_are_large_enough(page: Page, viewport: Viewport, url: str) -> None:
    """WCAG 2.5.8: 24 by 24 pixels; links within a sentence are excepted, and bars have a table behind them."""
    page.goto(url)
    for drawer in page.locator("details > summary:visible").all():
        if viewport is NARROW:
            drawer.click()

    small = page.evaluate("""() => [...document.querySelectorAll('a, summary')].filter(one => {
        const box = one.getBoundingClientRect();
        const inSentence = one.closest('p, .who, .meta, svg, th, td, h3') || getComputedStyle(one).display === 'inline';
        return box.width && !inSentence && (box.height < 24 || box.width < 24);
    }).map(one => one.outerHTML)""")
    assert small == []


def test_narrowing_and_widening_with_links_only(page: Page) -> None:
    page.goto("/meetings/")
    facets = page.get_by_role("complementary", name="Narrow the list")

    facets.get_by_role("link", name="Kazakhstan").click()
    expect(page.get_by_role("heading", name="7 meetings")).to_be_visible()
    facets.get_by_role("link", name="Russia").click()
    expect(page.get_by_role("heading", name="14 meetings")).to_be_visible()
    facets.get_by_role("link", name="All of these").click()
    expect(page.get_by_text("Nothing matches")).to_be_visible()
    page.get_by_role("link", name="Remove Country Russia").click()
    expect(page.get_by_role("heading", name="7 meetings")).to_be_visible()
    page.get_by_role("link", name="Clear all").click()
    expect(page).to_have_url("/meetings/")


def test_on_a_telephone_facets_wait_in_a_drawer(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/meetings/")
    kazakhstan = page.get_by_role("link", name="Kazakhstan 7", exact=True)

    expect(kazakhstan).to_be_hidden()
    page.get_by_text("Narrow the list").click()
    expect(kazakhstan).to_be_visible()


def test_the_keyboard_reaches_the_content_first(page: Page) -> None:
    page.goto("/meetings/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_bar_of_the_chart_leads_to_its_year(page: Page) -> None:
    page.goto("/")

    page.get_by_role("link", name="2012: 1 meeting").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Talks 2", exact=True)).to_be_visible()
    expect(page).to_have_url("/meetings/?year=2012")
