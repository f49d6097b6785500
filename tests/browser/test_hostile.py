"""Hostile texts on every type of page: nothing runs, nothing breaks, and their words are shown as words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from meetings.importing import import_paths
from meetings.models import Document, Meeting, Person, Quote
from tests.browser import hostile
from tests.browser.conftest import NARROW, PATIENCE

LISTS = [
    "/",
    "/meetings/",
    "/people/",
    "/countries/",
    "/quotes/",
    "/documents/",
    "/about/",
    "/countries/kz/",
    "/countries/de/kz/",
]
VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event => window.violations.push(event.violatedDirective));
"""


@pytest.fixture
def guarded(page: Page) -> Page:
    """A page on a telephone on which no dialog may open and no rule of its policy be broken."""
    page.set_viewport_size(NARROW._asdict())
    page.add_init_script(VIOLATIONS)

    def opened(dialog) -> None:
        dialog.dismiss()
        raise AssertionError(f"a dialog opened: {dialog.message}")

    page.on("dialog", opened)
    return page


UNHARMED = """() => ({
  violations: window.violations,
  injected: document.querySelectorAll("main script, img, b, [onload], [onerror], [onclick]").length,
  dangerous: document.querySelectorAll("[href^='javascript:' i], [href^='data:' i]").length,
  wide: document.documentElement.scrollWidth > window.innerWidth,
})"""
WELL = {"violations": [], "injected": 0, "dangerous": 0, "wide": False}


def harmed(page: Page, urls: Iterable[str]) -> dict[str, object]:
    """Those of the pages that the texts have done something to, and what."""
    found: dict[str, object] = {}
    for url in urls:
        answer = page.goto(url)
        state = page.evaluate(UNHARMED)
        if answer is None or answer.status != 200 or state != WELL:
            found[url] = answer and answer.status, state
    return found


def pages_of_documents(documents: list[Document]) -> list[str]:
    return [f"{one.get_absolute_url()}{more}" for one in documents for more in ("", "reading/", "versions/")]


@pytest.mark.usefixtures("transactional_db")
def test_imported_texts_do_nothing(guarded: Page, axe: Callable[[Page], None], tmp_path: Path) -> None:
    for more in ("", f"\n{hostile.SCRIPT} {hostile.BIDI}"):
        hostile.write(tmp_path / "texts", more)
        assert import_paths([str(tmp_path / "texts")]).errors == []
    documents = list(Document.objects.all())
    assert len(documents) == len(hostile.WORDS) + 1
    things = [*Meeting.objects.listed(), *Quote.objects.listed()[:5], *Person.objects.listed()]
    changed = [f"{one.get_absolute_url()}versions/1..2/" for one in documents if one.editions.count() == 2]
    assert len(changed) == len(hostile.WORDS)
    things_urls = [thing.get_absolute_url() for thing in things]
    assert harmed(guarded, [*LISTS, *things_urls, *pages_of_documents(documents), *changed]) == {}
    for url in [*LISTS, *things_urls[:3], *changed[:2], *pages_of_documents(documents)[:3]]:
        guarded.goto(url)
        axe(guarded)


@pytest.mark.usefixtures("transactional_db")
def test_hostile_fields_are_shown_as_words(guarded: Page, axe: Callable[[Page], None]) -> None:
    urls = list(LISTS)
    for meeting in hostile.make_records():
        document, quote = meeting.accounts.get().document, meeting.quotes.get()
        urls += [thing.get_absolute_url() for thing in (meeting, quote, quote.speaker)]
        urls += pages_of_documents([document])
        guarded.goto(document.get_absolute_url())
        assert guarded.locator(".text").evaluate("one => one.textContent") == hostile.plain(document.version.text)
    assert harmed(guarded, urls) == {}
    for url in LISTS:
        guarded.goto(url)
        axe(guarded)


@pytest.mark.usefixtures("transactional_db")
def test_ten_thousand_participants_have_a_page(guarded: Page) -> None:
    guarded.set_default_navigation_timeout(4 * PATIENCE)  # that it comes is what counts
    meeting = hostile.make_crowd(10_000)
    document = meeting.accounts.get().document
    urls = [meeting.get_absolute_url(), document.get_absolute_url(), "/meetings/", "/people/", "/countries/no/"]
    assert harmed(guarded, urls) == {}
