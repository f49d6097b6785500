"""Pages in the system's Chromium: `page` goes to addresses of the live server, `axe` reads a page as the blind do."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

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
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=flags)
        yield browser
        browser.close()


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def viewport(request: pytest.FixtureRequest) -> Viewport:
    """A test that asks for this runs twice: on a desk and on a telephone."""
    return request.param


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, live_server) -> Iterator[Page]:
    """A page of the live server, wide unless the test asks for `viewport`. Whatever the browser complains of fails."""
    size = request.getfixturevalue("viewport") if "viewport" in request.fixturenames else WIDE
    context = browser.new_context(base_url=live_server.url, viewport=size._asdict(), reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.extend(complaint(message)))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def complaint(message: ConsoleMessage) -> list[str]:
    """Errors of scripts and of the content security policy; that an address answers 404 is for the test to judge."""
    wanted = message.type == "error" and not message.text.startswith("Failed to load resource")
    return [message.text] if wanted else []


@pytest.fixture
def axe() -> Callable[..., None]:
    """Asserts that the page in front of us breaks no rule of accessibility, in light and in dark.

    That what is touched is large enough (WCAG 2.2, 2.5.8) axe checks only when told to: `sizes`. Style sheets that
    import others, as those of Django's forms do, it reads in a way that our policy forbids: `sheets=False` spares them.
    """

    def check(page: Page, sizes: bool = True, sheets: bool = True) -> None:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            results = Axe().run(page, options={"rules": {"target-size": {"enabled": sizes}}, "preload": sheets})
            assert results.violations_count == 0, f"in {scheme}:\n{results.generate_report()}"

    return check
