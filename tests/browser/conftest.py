"""Pages in the system's Chromium: `page` goes to addresses of the live server, `axe` reads a page as the blind do.

Playwright's click does not wait for the page that it leads to. What comes behind it has to: either it expects what
only the new page has, or `arrived` says first which page that is.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HERE = Path(__file__).parent
PATIENCE = 60_000
"""Milliseconds until what was expected is held to be missing: a slow machine is no failure."""
PASSWORD = "a long pass phrase"

expect.set_options(timeout=PATIENCE)


class Viewport(NamedTuple):
    width: int
    height: int


WIDE, NARROW = Viewport(1280, 900), Viewport(390, 844)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder is a browser test."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("no Chromium on this machine (Debian: apt install chromium; or its path in CHROMIUM)")
    # Playwright keeps an event loop in this thread, in which Django would refuse to touch the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=flags, timeout=2 * PATIENCE)
        yield browser
        browser.close()


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def viewport(request: pytest.FixtureRequest) -> Viewport:
    """A test that asks for this runs twice: on a desk and on a telephone."""
    return request.param


@pytest.fixture
def opened(request: pytest.FixtureRequest, browser: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """Opens pages of the live server that share nothing, wide unless the test asks for `viewport`."""
    size = request.getfixturevalue("viewport") if "viewport" in request.fixturenames else WIDE
    contexts: list[BrowserContext] = []

    def open_one(**options: Any) -> Page:
        options = {"base_url": live_server.url, "viewport": size._asdict(), "reduced_motion": "reduce", **options}
        context = browser.new_context(**options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def page(opened: Callable[..., Page]) -> Iterator[Page]:
    """A page with scripts. Whatever the browser complains of fails."""
    page = opened()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.extend(complaint(message)))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.close()
    assert complaints == []


@pytest.fixture
def scriptless(opened: Callable[..., Page]) -> Page:
    return opened(java_script_enabled=False)


def complaint(message: ConsoleMessage) -> list[str]:
    """Errors of scripts and of the content security policy; that an address answers 404 is for the test to judge."""
    wanted = message.type == "error" and not message.text.startswith("Failed to load resource")
    return [message.text] if wanted else []


def arrived(page: Page, heading: str) -> None:
    """The page of that heading has come, with its styles and scripts: it can be measured, and answers to keys."""
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    page.wait_for_load_state()


def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    """Fill the form and send it. Right or wrong, the answer is for the test to expect: see `log_in`."""
    page.goto("/admin/login/?next=/admin/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def log_in(page: Page, name: str) -> None:
    sign_in(page, name)
    arrived(page, "Correct what was read")


@pytest.fixture
def axe() -> Callable[..., None]:
    """Asserts that the page in front of us breaks no rule of accessibility, in light and in dark.

    That what is touched is large enough (WCAG 2.2, 2.5.8) axe checks only when told to: `sizes`. Style sheets that
    import others, as those of Django's forms do, it reads in a way that our policy forbids: `sheets=False` spares them.
    """

    def check(page: Page, sizes: bool = True, sheets: bool = True) -> None:
        expect(page.locator("h1").first).to_be_visible()
        page.wait_for_load_state()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.evaluate(COLOURS_ARE_SETTLED)
            results = Axe().run(page, options={"rules": {"target-size": {"enabled": sizes}}, "preload": sheets})
            assert results.violations_count == 0, f"in {scheme}:\n{results.generate_report()}"

    return check


COLOURS_ARE_SETTLED = "() => Promise.allSettled(document.getAnimations().map(one => one.finished)).then(() => null)"
