"""manage.py import_records PATH…: read texts into the database."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sized
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from tqdm import tqdm

from meetings import search
from meetings.importing import BadHint, Hints, Ledger, Options, Outcome, Source, WorkerDied, checked, find, run
from meetings.importing.ledger import plural
from meetings.importing.recording import recorded
from meetings.importing.sources import READ
from meetings.models import Change

OPTIONS = {"publisher": "publisher", "language": "language", "published": "published", "source_url": "source_url"}
MOST_WORKERS = 64
MANY = 300
"""From so many files on they are read in several processes, which take a second or two to start."""
REMEDIES = {
    True: "run the command again with fewer --workers",
    False: "see to the database (manage.py migrate makes missing tables), then run the command again",
}
"""Whether it was a worker that failed, or the database: what to do."""
SCREEN = 20
"""With more lines than this the errors are told once more at the end."""


def workers(value: str) -> int:
    """A sensible number of processes."""
    if value.isdecimal() and 1 <= int(value) <= MOST_WORKERS:
        return int(value)
    raise argparse.ArgumentTypeError(f"{value!r} is no number from 1 to {MOST_WORKERS}")


def usual(found: Sized) -> int:
    """How many processes to read in: for few files it takes longer to start a second than to read them."""
    return min(processors(), MOST_WORKERS) if len(found) >= MANY else 1


def processors() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def hints_of(given: Mapping[str, Any]) -> Hints:
    try:
        return checked({field: given[name] for name, field in OPTIONS.items()})
    except BadHint as error:
        raise CommandError(f"--{error.key.replace('_', '-')}: {error}.") from error


def opened(ledger: str | None) -> AbstractContextManager[TextIO | None]:
    """The file to which the ledger is added, if one is named."""
    try:
        return open(ledger, "a", encoding="utf-8", errors="backslashreplace") if ledger else nullcontext()
    except OSError as error:
        raise CommandError(f"--ledger: {ledger}: {error.strerror}.") from error


class Command(BaseCommand):
    help = (
        "Read texts (.txt, .md) and saved web pages (.html) into the database: files, folders with all below them, "
        "patterns. A text that is there already, unchanged, is left alone; one that changed is kept as a new version "
        "beside the old one. A text may begin with front matter in YAML (title, date, language, publisher, source_url "
        "between two lines of ---); what it says wins over the options below. What a web page says of itself (its "
        "address, its site) is taken where the options do not say it. Ends with status 1 if anything could not be read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", help="a file, a folder or a pattern such as 'texts/*.txt'"
        )
        parser.add_argument("--publisher", help="who published the texts")
        parser.add_argument("--language", help="the language they are in: en, ru, uz-Cyrl")
        parser.add_argument("--published", metavar="DATE", help="when they were published: 2021-04-08, 2021-04, 2021")
        parser.add_argument("--source-url", metavar="URL", help="the address they come from")
        parser.add_argument(
            "--workers",
            type=workers,
            metavar="N",
            help=f"read in N processes (default: one a processor where there are {MANY} files or more, else 1)",
        )
        parser.add_argument(
            "--ledger", metavar="FILE", help="add a line of JSON to FILE for each file, as soon as it is done"
        )
        parser.add_argument("--dry-run", action="store_true", help="read and tell what would be, but write nothing")

    def handle(
        self,
        *,
        paths: list[str],
        workers: int | None,
        ledger: str | None,
        dry_run: bool,
        verbosity: int,
        **given: Any,
    ) -> None:
        hints = hints_of(given)
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError):
                stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        with opened(ledger) as lines:
            sums = Ledger(brief=True, lines=lines)
            found = list(find(paths))
            self.take_in(found, Options(hints, workers or usual(found), dry_run), paths, sums, verbosity > 0)
        self.conclude(sums, dry_run)

    def take_in(
        self, found: list[Source | Outcome], options: Options, what: list[str], ledger: Ledger, verbose: bool
    ) -> None:
        try:
            for outcome in self.with_progress(found, options, what):
                ledger.add(outcome)
                if verbose or outcome.status == "error":
                    self.line(outcome)
        except (DatabaseError, WorkerDied, KeyboardInterrupt) as error:
            self.stdout.write(f"Stopped: {ledger.summary(options.dry_run)}")
            if isinstance(error, KeyboardInterrupt):
                sys.exit(130)
            remedy = REMEDIES[isinstance(error, WorkerDied)]
            raise CommandError(f"{error}. What was imported until then stands; {remedy}.") from error
        if ledger.news and not options.dry_run:
            Change.objects.prune()
            search.catch_up()

    def with_progress(self, found: list[Source | Outcome], options: Options, what: list[str]) -> Any:
        """The outcomes, which are recorded; on a terminal with a bar below their lines."""
        outcomes = run(found, options)
        self.bar = tqdm(
            outcomes if options.dry_run else recorded(outcomes, what, options.hints, len(found)),
            total=len(found),
            unit="file",
            file=sys.stderr,
            leave=False,
            disable=not sys.stderr.isatty(),
        )
        return self.bar

    def line(self, outcome: Outcome) -> None:
        style = {"error": self.style.ERROR, "ignored": self.style.WARNING}.get(outcome.status, str)
        with self.bar.external_write_mode(file=sys.stderr):
            self.stdout.write(style(str(outcome)))

    def conclude(self, ledger: Ledger, dry_run: bool) -> None:
        """The sums; the errors once more where they may have scrolled away. Raises CommandError where there are any."""
        self.stdout.write(f"Imported: {ledger.summary(dry_run)}")
        if ledger.nothing:
            raise CommandError(f"There was nothing to import: only {READ} are read.")
        if not ledger.errors:
            return
        if ledger.statuses.total() > SCREEN:
            for outcome in ledger.errors:
                self.stderr.write(str(outcome))
        raise CommandError(f"{plural(len(ledger.errors), 'error')}: see the lines above; all else was read.")
