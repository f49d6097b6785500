"""Lighthouse on the pages that people meet first, served as in production; exits 1 where a score is below 95.

python -m benchmarks.lighthouse        (make lighthouse; wants Node 18 or newer and a Chromium)
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIGHTHOUSE = "lighthouse@12"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 95
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SETTINGS = {
    "SECRET_KEY": "only to look at these pages",
    "LOCAL": "0",
    "DEBUG": "0",
    "HTTPS": "0",
    "LOG_LEVEL": "WARNING",
}
FIND = """
from meetings.models import Meeting, Person
meeting = Meeting.objects.listed().order_by("-account_count", "-quote_count", "pk").first()
person = Person.objects.listed().order_by("-meeting_count", "pk").first()
print(meeting.get_absolute_url(), person.get_absolute_url())
"""


def main() -> int:
    browser = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not browser or not shutil.which("npx"):
        print("Wanted: npx (Debian: apt install npm) and Chromium (apt install chromium).", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as (address, paths):
        print(f"{'':28}" + "".join(f"{category:>16}" for category in CATEGORIES) + f"{'kB':>8}{'LCP ms':>8}{'CLS':>7}")
        low = [path for path in paths if min(scores(browser, address + path, Path(folder))) < LEAST]
    if low:
        print(f"\nBelow {LEAST}: {', '.join(low)}", file=sys.stderr)
    return 1 if low else 0


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """A server with the sample texts, its address and the pages to look at."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {**os.environ, **SETTINGS, "DATABASE_URL": f"sqlite:///{folder / 'pages.sqlite3'}"}

    def manage(*arguments: str) -> str:
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout

    manage("migrate", "--verbosity", "0")
    manage("import_records", "fixtures", "--verbosity", "0")
    manage("collectstatic", "--no-input", "--verbosity", "0")
    found = manage("shell", "--verbosity", "0", "--command", FIND).split()
    server = [sys.executable, "-m", "gunicorn", "diplomacy.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    process = subprocess.Popen([*server, "--log-level", "error"], cwd=ROOT, env=environment)
    try:
        wait(f"http://127.0.0.1:{port}/about/reading/")
        yield f"http://127.0.0.1:{port}", ["/", "/meetings/", *found]
    finally:
        process.terminate()
        process.wait()


def wait(address: str) -> None:
    """Until the server answers, for a minute at most."""
    for _ in range(120):
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            time.sleep(0.5)
    raise TimeoutError(f"{address} does not answer.")


def scores(browser: str, address: str, folder: Path) -> list[int]:
    """The four scores of a page, and a line about it."""
    report = folder / "report.json"
    command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={report}"]
    command += [f"--chrome-flags={FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": browser}, stdout=subprocess.DEVNULL)
    result = json.loads(report.read_text())
    found = [round(100 * (result["categories"][category]["score"] or 0)) for category in CATEGORIES]
    audits = result["audits"]
    weight = audits["total-byte-weight"]["numericValue"] / 1000
    paint = audits["largest-contentful-paint"]["numericValue"]
    shift = audits["cumulative-layout-shift"]["numericValue"]
    path = "/" + address.split("/", 3)[3]
    print(f"{path[:27]:28}" + "".join(f"{one:16}" for one in found) + f"{weight:8.1f}{paint:8.0f}{shift:7.3f}")
    for name, audit in audits.items():
        if audit["score"] is not None and audit["score"] < 0.9 and audit["scoreDisplayMode"] == "binary":
            print(f"    {name}: {audit['title']}")
    return found


if __name__ == "__main__":
    sys.exit(main())
