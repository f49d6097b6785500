"""Versions of a text, what changed between them, and what was read from it, for everyone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from meetings.models import Document
from tests.browser.conftest import Viewport
from tests.readings import TEXT, store, visit

LONG = "\n\n".join(["Askar Meder.", *(f"Paragraph {number} stands unchanged." for number in range(20)), TEXT])


@pytest.fixture(autouse=True)
def document(transactional_db) -> Document:
    store("a.txt", visit(LONG), LONG)
    store("a.txt", visit(LONG, quotes=()), f"{LONG}\n\nMore of it.")
    changed = LONG.replace("old friends", "very good friends")
    return store("a.txt", visit(quotes=()), changed)


def test_anyone_can_read_them(page: Page, viewport: Viewport, axe: Callable[[Page], None], document: Document) -> None:
    here = document.get_absolute_url()
    for more in ("", "reading/", "versions/", "versions/1/", "versions/1..3/"):
        page.goto(here + more)

        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{more} is too wide"


def test_two_versions_are_compared_by_keyboard(page: Page, viewport: Viewport, document: Document) -> None:
    page.goto(f"{document.get_absolute_url()}versions/")

    page.get_by_label("Compare version").focus()
    page.keyboard.press("1")
    page.keyboard.press("Tab")
    page.keyboard.press("3")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("From version 1 to version 3")
    expect(page.get_by_role("deletion").filter(has_text="old")).to_be_visible()
    expect(page.get_by_role("insertion").filter(has_text="very good")).to_be_visible()


def test_a_change_is_told_by_more_than_colour(page: Page, document: Document) -> None:
    page.goto(f"{document.get_absolute_url()}versions/1..3/")

    for tag, line in (("del", "line-through"), ("ins", "underline")):
        mark = page.locator(f".difference {tag}").first
        assert line in mark.evaluate("one => getComputedStyle(one).textDecorationLine")
        assert mark.evaluate("one => getComputedStyle(one, '::before').content") != "none"


def test_unchanged_lines_open_on_demand(page: Page, document: Document) -> None:
    page.goto(f"{document.get_absolute_url()}versions/1..3/")
    line = page.get_by_text("Paragraph 3 stands unchanged.")

    expect(line).to_be_hidden()
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(line).to_be_visible()


def test_the_bytes_are_downloaded_and_never_shown(page: Page, document: Document) -> None:
    page.goto(document.get_absolute_url())

    with page.expect_download() as download:
        page.get_by_role("link", name="Original bytes of version 1").click()
    assert download.value.suggested_filename == "a.txt"
    assert download.value.path().read_bytes() == LONG.encode()
