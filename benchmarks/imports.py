"""Speed of importing: texts a second from files to rows, questions to the database and processor time a text, memory.

python -m benchmarks.imports [FOLDER …] [--workers N] [--database URL]   (default: fixtures/texts, 1, a SQLite file)

The database must be new: it is migrated first. Rates of several runs compare only where the machine was as busy.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
STEP = 500


def resident() -> float:
    """Most memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(folders: list[str], workers: int) -> None:
    """Import into the database that the settings name, and print what it took."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from meetings.importing import Ledger, Options, find, run

    call_command("migrate", verbosity=0)
    asked = 0

    def count(execute: Callable[..., Any], *arguments: Any) -> Any:
        nonlocal asked
        asked += 1
        return execute(*arguments)

    ledger = Ledger(brief=True)
    grown = []
    began, worked = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(count):
        for outcome in run(list(find(folders)), Options(workers=workers)):
            ledger.add(outcome)
            if not ledger.statuses.total() % STEP:
                grown.append(f"{resident():.0f}")
    taken, worked = time.perf_counter() - began, time.process_time() - worked
    texts = ledger.statuses["new"] + ledger.statuses["same text"]
    print(f"{connection.vendor}, {workers} workers: {texts} texts, {texts / taken:,.1f} a second")
    print(f"  {asked / texts:.1f} queries a text; {worked / texts * 1000:.1f} ms of the writer's processor time a text")
    print(f"  memory of the writer in MB after each {STEP} texts: {' '.join(grown) or f'{resident():.0f}'}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*", default=[str(ROOT / "fixtures" / "texts")])
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--database")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diplomacy.settings")
    with TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = options.database or f"sqlite:///{folder}/new.sqlite3"
        measured(options.folders, options.workers)


if __name__ == "__main__":
    main()
