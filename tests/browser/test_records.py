"""Several sources of one meeting, and records to take away, in a browser: on a desk, on a telephone and on paper."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from meetings.models import Meeting, Quote
from tests.browser.conftest import NARROW, Viewport
from tests.pages.test_details import TEXT, record
from tests.readings import store

MORE = "\n\nMore was said on trade and on water." * 40


@pytest.fixture(autouse=True)
def meeting(transactional_db) -> Meeting:
    """Told by three sources, the last of which names no place."""
    for n in range(2):
        text = TEXT + "\n" * n + MORE
        store(f"visit-{n}.txt", record(text), text)
    text = TEXT.replace(" in Astana", "") + MORE
    store("visit-2.txt", record(text, place=None), text)
    return Meeting.objects.listed().get()


def places(page: Page) -> list[tuple[float, float]]:
    """Where each source stands: (left, top)."""
    found = [one.bounding_box() for one in page.locator(".source").all()]
    return [(box["x"], box["y"]) for box in found if box]


def numbers(page: Page) -> list[str]:
    return [one.get_attribute("id") or "" for one in page.locator(".source").all()]


def test_two_sources_stand_side_by_side_where_there_is_room(page: Page, meeting: Meeting) -> None:
    page.goto(meeting.get_absolute_url())

    first, second, third = places(page)
    assert first[1] == second[1]
    assert first[0] < second[0]
    assert (third[0], third[1] > first[1]) == (first[0], True)


def test_they_stand_one_after_another_on_a_telephone(page: Page, meeting: Meeting, axe: Callable[[Page], None]) -> None:
    page.set_viewport_size(NARROW._asdict())
    page.goto(meeting.get_absolute_url())

    lefts, tops = zip(*places(page), strict=True)
    assert len(set(lefts)) == 1
    assert list(tops) == sorted(set(tops))
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    expect(page.get_by_role("navigation", name="Sources beside each other")).to_be_hidden()
    axe(page)


@pytest.mark.parametrize("width", [959, 961, 999, 1001])
def test_no_width_breaks_the_page(page: Page, meeting: Meeting, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(meeting.get_absolute_url())

    first, second, _third = places(page)
    assert (first[1] == second[1]) == (width > 1000)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def choose(page: Page, meeting: Meeting) -> None:
    page.goto(meeting.get_absolute_url())
    page.get_by_role("link", name="Left: source 3").click()
    page.wait_for_url("**/?left=3&right=2#sources")
    page.get_by_role("link", name="Right: source 1").click()
    page.wait_for_url("**/?left=3&right=1#sources")
    assert numbers(page) == ["source-3", "source-1", "source-2"]
    expect(page.get_by_role("link", name="Left: source 3")).to_have_attribute("aria-current", "true")


def test_links_choose_which_two(page: Page, meeting: Meeting, axe: Callable[[Page], None]) -> None:
    choose(page, meeting)
    axe(page)


def test_links_choose_which_two_without_scripts(scriptless: Page, meeting: Meeting) -> None:
    choose(scriptless, meeting)


def focused(page: Page) -> Locator:
    return page.locator("*:focus")


@pytest.mark.parametrize("fact", ["fact-date", "fact-format", "person-ilse-brandt"])
def test_by_keyboard_from_a_fact_to_its_words_and_back(
    page: Page, viewport: Viewport, meeting: Meeting, fact: str
) -> None:
    page.goto(meeting.get_absolute_url())
    link = page.locator(f"#{fact} .evidence__words").nth(1)
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#d*")
    expect(page.locator(":target")).to_be_in_viewport()

    page.keyboard.press("Tab")
    expect(focused(page)).to_have_attribute("href", f"#{fact}")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/#{fact}")
    expect(page.locator(f"#{fact}")).to_be_in_viewport()

    page.keyboard.press("Tab")
    expect(page.locator(f"#{fact}:focus-within")).to_be_visible()


def test_by_keyboard_from_a_quote_to_its_words_and_back(page: Page, viewport: Viewport, meeting: Meeting) -> None:
    page.goto(meeting.get_absolute_url())
    page.get_by_role("link", name="Quote 2 in source 2").focus()
    page.keyboard.press("Enter")
    expect(page.locator("mark.quote:target")).to_be_in_viewport()

    entry = page.locator("mark.quote:target .to-entry")
    for _ in range(3):  # past the persons whom the quote names
        page.keyboard.press("Tab")
        if entry.evaluate("one => one === document.activeElement"):
            break
    expect(entry).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".quotes > li:target")).to_be_in_viewport()


def test_from_a_fact_to_its_words_and_back_without_scripts(scriptless: Page, meeting: Meeting) -> None:
    scriptless.goto(meeting.get_absolute_url())

    scriptless.locator("#fact-date .evidence__words bdi").first.click()
    words = scriptless.locator("mark.fact:target")
    expect(words).to_be_in_viewport()
    words.get_by_role("link").click()
    expect(scriptless.locator("#fact-date")).to_be_in_viewport()
    expect(scriptless.get_by_role("button", name="Copy the citation")).to_have_count(0)
    expect(scriptless.locator(".citation")).to_contain_text("Record in the Reading Room")


def test_what_one_source_lacks_is_said_and_the_words_stay_the_sources_own(page: Page, meeting: Meeting) -> None:
    page.goto(meeting.get_absolute_url())

    table = page.get_by_role("table")
    expect(table.get_by_role("row").nth(3)).to_contain_text("not found in this text")
    for account in meeting.accounts.all():
        texts = [one.evaluate("one => one.textContent") for one in page.locator(".text").all()]
        assert account.document.version.text in texts


@pytest.mark.parametrize("kind", ["meeting", "quote"])
def test_the_citation_is_copied_and_data_for_machines_break_no_policy(
    page: Page, meeting: Meeting, kind: str, axe: Callable[[Page], None]
) -> None:
    thing = meeting if kind == "meeting" else Quote.objects.filter(meeting=meeting).order_by("pk")[0]
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(
        "window.refused = []; document.addEventListener('securitypolicyviolation', one => refused.push(one.blockedURI))"
    )
    page.goto(thing.get_absolute_url())

    page.get_by_role("button", name="Copy the citation").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".citation").inner_text()
    data = json.loads(page.locator('script[type="application/ld+json"]').text_content() or "")
    assert data["url"].endswith(thing.get_absolute_url())
    assert page.evaluate("refused") == []
    axe(page)


def test_from_quote_to_quote(page: Page, viewport: Viewport, meeting: Meeting, axe: Callable[[Page], None]) -> None:
    document = meeting.accounts.first().document
    first = Quote.objects.filter(document=document).get()
    second = Quote.objects.create(
        **{name: getattr(first, name) for name in ("document", "version", "meeting", "language", "rule")},
        text=document.version.text[:5],
        start=0,
        end=5,
        key="0-5",
    )
    page.goto(first.get_absolute_url())

    page.get_by_role("link", name="Previous quote").click()
    page.wait_for_url(f"**{second.get_absolute_url()}")
    axe(page)
    page.get_by_role("link", name="Next quote").click()
    page.wait_for_url(f"**{first.get_absolute_url()}")


def test_paper_holds_sources_and_citation_and_no_way_to_elsewhere(page: Page, meeting: Meeting) -> None:
    document = meeting.accounts.first().document
    document.source_url = "https://press.example/visit"
    document.save()
    page.goto(meeting.get_absolute_url())
    page.emulate_media(media="print", color_scheme="dark")

    for name in ("Main", "Sources beside each other"):
        expect(page.get_by_role("navigation", name=name)).to_be_hidden()
    for hidden in (".site-header", ".site-footer", ".copying", ".cite__formats"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".citation")).to_be_visible()
    ways = page.locator(".quotes__ways").first
    assert ways.evaluate("one => getComputedStyle(one).display") != "none"  # it holds "only in source 2"
    expect(ways.get_by_role("link")).to_have_count(0)
    address = page.locator(".source__address").evaluate("one => getComputedStyle(one, '::after').content")
    assert "https://press.example/visit" in address
    assert page.locator(".quotes > li").first.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
    assert page.locator("h2").first.evaluate("one => getComputedStyle(one).breakAfter") == "avoid"
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    lefts = {left for left, _top in places(page)}
    assert len(lefts) == 1
