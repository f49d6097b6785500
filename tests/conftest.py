"""What all tests share: the folders of texts, and the switch that lets no test be left out."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.db import connection
from django.test import TransactionTestCase
from django.utils import translation

ROOT = Path(__file__).resolve().parent.parent
CORPUS_DIR = Path(os.environ.get("CORPUS_DIR") or ROOT.parent / "shared" / "corpus")
REQUIRE_ALL = os.environ.get("REQUIRE_ALL", "") not in ("", "0")

# How long an example takes says something of the machine, not of what is tested.
hypothesis.settings.register_profile(
    "patient", hypothesis.settings(), deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("patient")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A request leaves its language on: the next test begins in English."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def search_dir(tmp_path: Path, settings: Any) -> Path:
    """Each test has a search index of its own, made when it is first asked."""
    settings.SEARCH_DIR = tmp_path / "search"
    return settings.SEARCH_DIR


@pytest.fixture(scope="session")
def fixtures_dir() -> Path:
    """The texts that come with the reading room."""
    return ROOT / "fixtures"


@pytest.fixture(scope="session")
def corpus_dir() -> Path:
    """A larger folder of texts with the records that a careful reader files; it is not part of the project."""
    if not CORPUS_DIR.is_dir():
        pytest.skip(f"no corpus: CORPUS_DIR is {CORPUS_DIR}, and there is no such folder")
    return CORPUS_DIR


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database-only", action="store_true", help="only tests that use the database, no browser")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On a second database only the tests that use it say something new; tests of another database have no place."""
    other = "sqlite" if connection.vendor == "postgresql" else "postgresql"

    def has_place(item: pytest.Item) -> bool:
        return not item.get_closest_marker(other) and (uses_database(item) or not config.getoption("--database-only"))

    config.hook.pytest_deselected(items=[item for item in items if not has_place(item)])
    items[:] = filter(has_place, items)


def uses_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    of_django = issubclass(getattr(item, "cls", None) or object, TransactionTestCase)
    marked = item.get_closest_marker("django_db") is not None
    return (marked or of_django or bool(fixtures)) and item.get_closest_marker("browser") is None


def may_be_skipped(item: pytest.Item) -> bool:
    """With REQUIRE_ALL=1 only the corpus may be missing."""
    needs_corpus = "corpus_dir" in getattr(item, "fixturenames", ()) or item.get_closest_marker("corpus") is not None
    return needs_corpus and not CORPUS_DIR.is_dir()


def forbid_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """A skip becomes a failure that gives its reason."""
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = "failed"
    report.longrepr = f"REQUIRE_ALL is set, and this did not run. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail") and not may_be_skipped(item):
        forbid_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    report = yield
    if REQUIRE_ALL and report.skipped:
        forbid_skip(report)
    return report
