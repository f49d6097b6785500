"""Narrowing the meetings in a browser: finding a value, dates, the table; with and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import WIDE, Viewport, arrived
from tests.factories import make_meeting, make_person, make_some_meetings

TABLE = "/meetings/?view=table"
WRONG = "/meetings/?from=2021-13&to=2021"


@pytest.fixture(autouse=True)
def rows(transactional_db) -> None:
    make_some_meetings(9)
    ordabekov = make_person("Sänzhar Ordabekov", "KZ")
    for number in range(50):
        make_meeting([ordabekov, make_person(f"Envoy {number:02}", "RU")], date=f"2021-{1 + number % 12:02}-08")


def open_all(page: Page, drawers: str) -> None:
    page.evaluate("drawers => document.querySelectorAll(drawers).forEach(one => { one.open = true; })", drawers)


def person_facet(page: Page) -> Locator:
    return page.get_by_role("region", name="Person", exact=True)


PAGES = [
    TABLE,
    WRONG,
    "/meetings/?year=2021",
    "/meetings/facets/person/?country=KZ",
    "/meetings/facets/person/?find=zz",
]


@pytest.mark.parametrize("url", PAGES)
def test_anyone_can_read_it(page: Page, viewport: Viewport, axe: Callable[[Page], None], url: str) -> None:
    page.goto(url)
    open_all(page, "details.dates, details.facets__drawer")

    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "wider than the screen"


@pytest.mark.parametrize("url", PAGES)
def test_targets_are_large_enough(page: Page, viewport: Viewport, url: str) -> None:
    """WCAG 2.5.8: 24 by 24 pixels; names in a line of a table are like links in a sentence."""
    page.goto(url)
    open_all(page, "details.dates, details.facets__drawer")

    small = page.evaluate("""() => [...document.querySelectorAll('a, summary, button, input:not([type=hidden])')]
        .filter(one => {
            const box = one.getBoundingClientRect();
            const inline = getComputedStyle(one).display === 'inline';
            const inSentence = inline || one.closest('.who, .meta, svg, th, td, h3');
            return box.width && !inSentence && (box.height < 24 || box.width < 24);
        }).map(one => one.outerHTML)""")
    assert small == []


def test_a_long_facet_narrows_while_one_types(page: Page) -> None:
    page.goto("/meetings/?year=2021")
    facet = person_facet(page)
    field = facet.get_by_role("searchbox", name="Find in: Person")
    rare = facet.get_by_role("link", name="Envoy 21", exact=False)

    expect(rare).to_be_hidden()
    field.fill("ENVOY 21")
    expect(rare).to_be_visible()
    expect(facet.get_by_role("status")).to_have_text("1 value for “ENVOY 21”")
    expect(facet.get_by_role("link", name=re.compile("Sänzhar"))).to_be_hidden()
    field.fill("sanzhar")
    expect(facet.get_by_role("link", name=re.compile("Sänzhar"))).to_be_visible()
    field.fill("nobody")
    expect(facet.get_by_role("status")).to_have_text("0 values for “nobody”")
    field.fill("")
    expect(facet.get_by_role("status")).to_be_empty()
    expect(rare).to_be_hidden()
    expect(facet.get_by_role("link", name=re.compile("Sänzhar"))).to_be_visible()


def test_a_long_facet_is_searched_on_its_page_without_scripts(scriptless: Page) -> None:
    page = scriptless
    page.goto("/meetings/?year=2021&view=table")

    person_facet(page).get_by_role("searchbox").fill("envoy 41")
    person_facet(page).get_by_role("button", name="Find").click()
    expect(page).to_have_url("/meetings/facets/person/?year=2021&view=table&find=envoy+41")
    expect(page.get_by_role("heading", name="1 value for “envoy 41”")).to_be_visible()
    page.get_by_role("link", name="Envoy 41 1").click()
    expect(page).to_have_url("/meetings/?person=envoy-41&year=2021&view=table")
    expect(page.get_by_role("heading", name="1 meeting", exact=True)).to_be_visible()


def test_all_values_are_a_step_away_without_scripts(scriptless: Page) -> None:
    page = scriptless
    page.goto("/meetings/?year=2021")

    person_facet(page).get_by_role("link", name="All values of “Person”").click()
    expect(page.get_by_role("heading", name="51 values")).to_be_visible()
    page.get_by_role("link", name="By name").click()
    expect(page.locator(".facet__label").first).to_have_text("Envoy 00")
    page.get_by_role("link", name="Back to the list").click()
    expect(page).to_have_url("/meetings/?year=2021")


@pytest.mark.parametrize("scripts", [True, False])
def test_from_a_year_to_a_month_and_back_by_bars(request: pytest.FixtureRequest, scripts: bool) -> None:
    page: Page = request.getfixturevalue("page" if scripts else "scriptless")
    page.goto("/meetings/?country=KZ")

    page.get_by_role("link", name="2021: 50 meetings").click()
    expect(page).to_have_url("/meetings/?country=KZ&year=2021")
    page.get_by_role("link", name="February 2021: 5 meetings").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url("/meetings/?country=KZ&from=2021-02&to=2021-02")
    expect(page.get_by_role("heading", name="5 meetings")).to_be_visible()
    page.get_by_role("link", name="All years").click()
    expect(page).to_have_url("/meetings/?country=KZ")


def test_a_range_of_dates_is_typed_mended_and_taken_away(page: Page, viewport: Viewport) -> None:
    page.goto("/meetings/?country=KZ")
    if viewport is not WIDE:
        page.locator(".dates > summary").click()

    page.get_by_label("From", exact=True).fill("2021-11")
    page.get_by_label("To", exact=True).fill("2021-02")
    page.get_by_role("button", name="Show").click()
    wrong = page.get_by_label("To", exact=True)
    expect(wrong).to_have_accessible_description(re.compile("This is before the first date"))
    wrong.fill("2021-12-07")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url("/meetings/?country=KZ&from=2021-11&to=2021-12-07")
    expect(page.get_by_role("heading", name="4 meetings")).to_be_visible()
    page.get_by_role("link", name="Remove Meeting date November 2021 to 7 December 2021").click()
    expect(page).to_have_url("/meetings/?country=KZ")


def test_the_table_fits_a_telephone_and_keeps_its_names(page: Page, viewport: Viewport) -> None:
    page.goto("/meetings/?year=2021")

    page.get_by_role("link", name="Table", exact=True).click()
    expect(page).to_have_url("/meetings/?year=2021&view=table")
    arrived(page, "50 meetings")
    expect(page.get_by_role("link", name="Sänzhar Ordabekov").first).to_be_visible()
    assert page.locator(".compact").evaluate("one => one.scrollWidth <= one.parentElement.clientWidth")
    page.get_by_role("link", name="Next").click()
    expect(page).to_have_url(re.compile(r"/meetings/\?year=2021&view=table&after=2021\d{4}\.\d+$"))
