"""The matrix, the map, a pair and a person's years in a browser: readable by all, and to be walked by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from meetings.models import Country
from tests.browser.conftest import NARROW, Viewport
from tests.factories import make_document, make_meeting, make_participant, make_person, make_quote

URLS = [
    "/countries/",
    "/countries/matrix/",
    "/countries/matrix/?all=1",
    "/countries/map/",
    "/countries/kz/",
    "/countries/kz/uz/",
    "/people/askar-meder/",
]


@pytest.fixture(autouse=True)
def meetings(transactional_db) -> None:
    """Askar Meder meets people of 30 states, of some of them often, one of them a dot and one not on the map."""
    host = make_person("Askar Meder", "KZ", office="President")
    states = ["UZ"] * 20 + ["RU"] * 9 + ["SG"] * 4 + ["DE"] * 2 + ["TV"]
    others = Country.objects.exclude(pk__in=["KZ", *states]).order_by("pk").values_list("pk", flat=True)[:26]
    for number, code in enumerate([*states, *others]):
        side = make_document(country=Country.objects.get(pk=("KZ", code)[number % 2]))
        made = make_meeting([host], [side], date=f"20{number % 25:02}-01-01", title=f"Talks {number}", side_count=1)
        guest = make_person(home=code, office="Minister")
        make_participant(made, guest, level=2)
        make_quote(f"Words {number}.", (host, guest)[number % 2], meeting=made)


def test_anyone_can_read_them(page: Page, viewport: Viewport, axe: Callable[..., None]) -> None:
    for url in URLS:
        page.goto(url)

        axe(page, sizes="/matrix/" not in url)  # what is scrolled under its headings counts as too small
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{url} is too wide"


def test_headings_are_in_order(page: Page) -> None:
    for url in URLS:
        page.goto(url)

        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(one => +one.tagName[1])")
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), url


def test_a_state_on_the_map_leads_to_its_meetings(page: Page) -> None:
    page.goto("/countries/map/")
    state = page.get_by_role("link", name="Uzbekistan: 20 meetings")

    state.focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url("/meetings/?country=UZ")


def test_a_small_state_can_be_hit(page: Page) -> None:
    page.goto("/countries/map/")
    box = page.get_by_role("link", name="Singapore: 4 meetings").bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 20

    page.mouse.click(box["x"] + box["width"] / 2 + 8, box["y"] + box["height"] / 2)

    expect(page).to_have_url("/meetings/?country=SG")


@pytest.mark.parametrize("url", ["/countries/matrix/", "/countries/map/"])
def test_what_is_too_wide_scrolls_by_keyboard_within_its_own_frame(page: Page, url: str) -> None:
    page.set_viewport_size(NARROW._asdict())
    page.goto(url)
    frame = page.locator(".scroller")
    expect(frame).to_have_role("region")
    assert frame.evaluate("one => one.scrollWidth > one.clientWidth")
    before = frame.evaluate("one => one.scrollLeft")

    frame.focus()
    page.keyboard.press("ArrowRight")

    page.wait_for_function("before => document.querySelector('.scroller').scrollLeft > before", arg=before)


def test_the_names_of_the_rows_stay_in_sight(page: Page) -> None:
    page.set_viewport_size(NARROW._asdict())
    page.goto("/countries/matrix/")

    page.locator(".scroller").evaluate("one => { one.scrollLeft = 400 }")

    expect(page.get_by_role("rowheader", name="Kazakhstan")).to_be_in_viewport()
    expect(page.get_by_role("columnheader", name="Kazakhstan")).not_to_be_in_viewport()


def test_a_cell_leads_to_the_two(page: Page) -> None:
    page.goto("/countries/matrix/")

    page.get_by_role("link", name="Kazakhstan and Uzbekistan: 20 meetings").click()

    expect(page).to_have_url("/countries/kz/uz/")


def test_the_map_on_paper_has_its_table(page: Page) -> None:
    page.goto("/countries/map/")
    page.emulate_media(media="print")

    expect(page.get_by_role("rowheader", name="Tuvalu")).to_be_visible()
