"""The pages of one thing in a browser: anyone can read them, and jumps between facts and words land in sight."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from meetings.models import Meeting, Quote
from tests.browser.conftest import NARROW, Viewport
from tests.factories import make_document, make_meeting, make_person, make_quote
from tests.pages.test_details import TEXT, record
from tests.readings import store

ARABIC = "استقبل الوزير ضيفه في القاهرة.\n\n\u202eقال \u202cإنهما <صديقان> قديمان."


@pytest.fixture(autouse=True)
def meeting(transactional_db) -> Meeting:
    for n in range(2):
        text = TEXT + "\n" * n + ("\n\nMore was said on trade and on water." * 60)
        store(f"visit-{n}.txt", record(text), text)
    arabic = make_document(ARABIC, language="ar", title="لقاء القمة في القاهرة", published="2021-01-01")
    guest = make_person("A" * 120, "KZ", slug="long", office="Deputy Prime Minister and Minister of " * 4)
    far = make_meeting([guest, make_person("Bo", "DE")], [arabic], title="W" * 200, date="XXXX-05-28")
    make_quote("إنهما", guest, document=arabic, meeting=far, start=ARABIC.index("إنهما"))
    return Meeting.objects.get(accounts__document__path="visit-0.txt")


def addresses(meeting: Meeting) -> list[str]:
    quotes = [quote.get_absolute_url() for quote in Quote.objects.all()[:3]]
    documents = [f"/documents/{pk}/" for pk in Quote.objects.values_list("document", flat=True).distinct()]
    meetings = [one.get_absolute_url() for one in Meeting.objects.listed()]
    return [
        "/about/",
        "/about/reading/",
        "/about/accessibility/",
        "/people/askar-meder/",
        "/people/long/",
        "/countries/kz/",
        "/countries/de/kz/",
    ] + (quotes + documents + meetings)


def test_anyone_can_read_them(page: Page, viewport: Viewport, axe: Callable[[Page], None], meeting: Meeting) -> None:
    for url in addresses(meeting):
        page.goto(url)

        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{url} is too wide"


def test_headings_are_in_order(page: Page, meeting: Meeting) -> None:
    for url in addresses(meeting):
        page.goto(url)

        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(one => +one.tagName[1])")
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), (url, levels)


def test_from_a_fact_to_its_words_and_back(page: Page, viewport: Viewport, meeting: Meeting) -> None:
    page.goto(meeting.get_absolute_url())

    page.locator("#fact-place .evidence__words bdi").first.click()
    words = page.locator("mark.fact:target")
    expect(words).to_have_text("Astana")
    expect(words).to_be_in_viewport()

    words.get_by_role("link").click()
    expect(page.locator("#fact-place_country, #fact-place").first).to_be_in_viewport()


def test_from_a_quote_to_its_words_and_back(page: Page, viewport: Viewport, meeting: Meeting) -> None:
    page.goto(meeting.get_absolute_url())

    page.get_by_role("link", name="Quote 2 in source 2").click()
    words = page.locator("mark.quote:target")
    expect(words).to_contain_text("are old friends")
    expect(words).to_be_in_viewport()

    page.get_by_role("link", name="To quote 2").click()
    expect(page.locator(".quotes > li:target")).to_be_in_viewport()


def test_words_copied_from_a_text_are_those_of_the_source(page: Page, meeting: Meeting) -> None:
    document = meeting.accounts.first().document
    page.goto(document.get_absolute_url())

    assert page.locator(".text").evaluate("one => one.textContent") == document.version.text


def test_a_source_scrolls_by_keyboard_beside_the_record(page: Page) -> None:
    text = TEXT + "\n\nMore was said on trade and on water." * 60 + "\n\nThat was all."
    store("alone.txt", record(text, day="2019-01-01"), text)
    meeting = Meeting.objects.get(accounts__document__path="alone.txt")
    assert meeting.account_count == 1
    page.goto(meeting.get_absolute_url())
    sources = page.get_by_role("region", name="The words of the sources")

    sources.focus()
    page.keyboard.press("End")
    expect(sources.locator(".text p").last).to_be_in_viewport()
    assert sources.evaluate("one => one.scrollTop") > 0


def test_an_arabic_text_runs_from_right_to_left(page: Page) -> None:
    document = Quote.objects.get(text="إنهما").document
    page.goto(document.get_absolute_url())

    assert page.locator(".text p").first.evaluate("one => getComputedStyle(one).direction") == "rtl"
    expect(page.locator(".unseen")).to_have_text(["RLO", "PDF"])


def test_on_paper_the_sources_are_printed_whole(page: Page, meeting: Meeting) -> None:
    page.goto(meeting.get_absolute_url())
    page.emulate_media(media="print")

    box = page.locator(".sources")
    assert box.evaluate("one => one.scrollHeight <= one.clientHeight + 1")


def test_nothing_is_lost_on_a_telephone(page: Page, meeting: Meeting) -> None:
    page.set_viewport_size(NARROW._asdict())
    page.goto(meeting.get_absolute_url())

    for name in ("Participants", "What was said", "What each source says", "The words of the sources"):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
