"""manage.py export_records: write the records as JSON lines, JSON or CSV."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from meetings.exports import TABLES, Selection, Stream, exported, write
from meetings.importing.hints import BadHint, one
from meetings.importing.ledger import plural
from meetings.models import Country, Person


def date(value: str) -> str:
    """A date whose year is told."""
    try:
        found = one("published", value)
    except BadHint as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if not found or found.startswith("X"):
        raise argparse.ArgumentTypeError(f"{value!r} has no year; write it as 2021-04-08, 2021-04 or 2021")
    return found


class Command(BaseCommand):
    help = (
        "Write one record a document, in the order of their paths: what its newest text tells, in its own words, with "
        "all corrections. jsonl has one record a line, json is one array of them. csv is one table: with --table "
        "meetings (the default) a line for each meeting that a document tells of, with participants one line for each "
        "of them, with quotes one for each quote, with documents one for each document. A cell of a table that begins "
        "with = + - or @ gets an apostrophe before it, so that no spreadsheet takes it for a formula. The options that "
        "narrow choose documents, which are written whole."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=("jsonl", "json", "csv"), default="jsonl", help="default: jsonl")
        parser.add_argument("--table", choices=tuple(TABLES), default="meetings", help="which table, with --format csv")
        parser.add_argument("--output", default="-", metavar="FILE", help="where to; - or nothing is standard output")
        parser.add_argument(
            "--country",
            action="append",
            default=[],
            metavar="KZ",
            help="documents that tell of a meeting in which somebody acted for this state; may be given several times, "
            "and means any of them",
        )
        parser.add_argument(
            "--person", metavar="SLUG", help="documents that name this person, or tell of a meeting of theirs"
        )
        parser.add_argument("--since", type=date, metavar="DATE", help="of the meeting: 2021-04-08, 2021-04, 2021")
        parser.add_argument("--until", type=date, metavar="DATE", help="of the meeting; a partial date means its end")
        parser.add_argument("--language", action="append", default=[], help="of the document: en, ru, uz-Cyrl")
        parser.add_argument("--publisher", action="append", default=[], help="of the document, as it is written there")

    def handle(self, *, format: str, table: str, output: str, **given: Any) -> None:
        selection = Selection(
            countries=tuple(known_country(code) for code in given["country"]),
            person=known_person(given["person"]) if given["person"] else None,
            since=given["since"] or "",
            until=given["until"] or "",
            languages=tuple(given["language"]),
            publishers=tuple(given["publisher"]),
        )
        rows = exported(selection.documents())
        try:
            if output == "-":
                write(rows, self.standard_output(), format, table)
            else:
                with opened(Path(output)) as stream:
                    number = write(rows, stream, format, table)
                self.stderr.write(f"{plural(number, 'record')} written to {output}", self.style.SUCCESS)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # who read it has had enough
        except OSError as error:
            reason = error.strerror or str(error)
            raise CommandError(f"{output} cannot be written ({reason}); name another file with --output.") from error

    def standard_output(self) -> Stream:
        """Standard output as UTF-8, whatever the terminal's language."""
        stdout = self.stdout

        class Out:
            def write(self, text: str, /) -> None:
                stdout.write(text, ending="")

        with suppress(AttributeError):
            sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        return Out()


@contextmanager
def opened(path: Path) -> Iterator[Stream]:
    """A file that appears, whole, when all is written; devices and pipes are written to as they are. Raises OSError."""
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def known_country(code: str) -> str:
    """The code in capitals. Raises CommandError where no state has it."""
    if not Country.objects.filter(pk=code.upper()).exists():
        raise CommandError(f"--country {code}: no state has this code; use ISO 3166-1 alpha-2, such as KZ.")
    return code.upper()


def known_person(slug: str) -> Person:
    """The person, or the one they were merged into. Raises CommandError where there is none."""
    person = Person.objects.select_related("merged_into").filter(slug=slug).first()
    if person is None:
        raise CommandError(f"--person {slug}: nobody has this slug; it is the last part of the address of their page.")
    found = person.merged_into or person
    if found.withheld:
        raise CommandError(f"--person {slug}: this person's page is withheld, and nothing is exported by their name.")
    return found
