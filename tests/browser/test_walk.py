"""A reader's way through the room, over the sample texts: with scripts and without, on a desk and on a telephone."""

import re
from collections.abc import Callable

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from tests.browser.conftest import Viewport
from tests.conftest import ROOT

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def samples(live_server) -> None:
    call_command("import_records", str(ROOT / "fixtures"), verbosity=0)


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def reader(request: pytest.FixtureRequest, opened: Callable[..., Page]) -> Page:
    return opened(java_script_enabled=request.param)


def test_from_the_front_page_to_a_quote_and_back(samples: None, reader: Page, viewport: Viewport) -> None:
    reader.goto("/")
    narrow(reader, viewport)
    narrowed, rows = reader.url, reader.locator(".row")
    expect(rows.first).to_be_visible()

    reader.locator(".row__title a").first.click()
    expect(reader).to_have_url(re.compile(r"/meetings/\d"))
    meeting = reader.url
    see_the_words(reader)
    reader.locator(".delegation__name").first.click()
    expect(reader).to_have_url(re.compile("/people/"))
    expect(reader.locator("h1")).to_be_visible()

    reader.goto(meeting)
    reader.locator(".others__head a").first.click()
    expect(reader).to_have_url(re.compile("/countries/"))
    reader.get_by_role("link", name="In context").first.click()
    expect(reader).to_have_url(re.compile("/quotes/"))
    expect(reader.locator("blockquote").first).to_be_visible()

    for _step in range(8):
        if reader.url != narrowed:
            reader.go_back()
    assert reader.url == narrowed
    expect(rows.first).to_be_visible()


def narrow(reader: Page, viewport: Viewport) -> None:
    """To the meetings between two states."""
    reader.get_by_role("navigation", name="Main").get_by_role("link", name="Meetings").click()
    expect(reader).to_have_url("/meetings/")
    for state in ("Kazakhstan", "Uzbekistan"):
        open_facets(reader, viewport)
        reader.locator("section[aria-labelledby=facet-country] .facet__value", has_text=state).first.click()
        expect(reader.locator(".chips")).to_contain_text(state)
    open_facets(reader, viewport)
    reader.get_by_role("link", name="All of these").first.click()
    expect(reader).to_have_url(re.compile("country_mode=all"))
    for state in ("Kazakhstan", "Uzbekistan"):
        expect(reader.locator(".chips")).to_contain_text(state)


def see_the_words(reader: Page) -> None:
    """From a fact to the words that say it."""
    words = reader.locator(".evidence__words").first
    said = words.inner_text().partition("“")[2].strip("”")
    words.locator("bdi").click()
    expect(reader.locator(":target")).to_contain_text(said)


def open_facets(reader: Page, viewport: Viewport) -> None:
    """On a telephone the facets wait in a drawer."""
    drawer = reader.locator(".facets__drawer")
    if viewport.width < 800 and drawer.get_attribute("open") is None:
        drawer.locator("summary").first.click()
