"""manage.py reread [PATH…]: read stored texts again, and tell what changes by it."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from meetings.importing import rereading
from meetings.importing.ledger import plural
from meetings.models import Change


def positive(value: str) -> int:
    if value.isdecimal() and int(value):
        return int(value)
    raise argparse.ArgumentTypeError(f"{value!r} is no number from 1 on")


class Command(BaseCommand):
    help = (
        "Read the stored texts that other rules have read again with the present rules, and tell field by field what "
        "would change. Nothing is changed without --apply. What people decided stands; a decision whose text says "
        "something third now goes to the review queue. A run that is stopped goes on where it was when it is started "
        "again. Ends with status 1 only where a text could not be read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="*", metavar="PATH", help="a document, a folder or a pattern; without: all")
        parser.add_argument("--apply", action="store_true", help="keep the new readings")
        parser.add_argument("--limit", type=positive, metavar="N", help="read no more than N texts")

    def handle(self, *, paths: list[str], apply: bool, limit: int | None, verbosity: int, **given: Any) -> None:
        try:
            chosen = rereading.chosen(paths)
        except LookupError as error:
            raise CommandError(f"{error}: no stored document has this name, folder or pattern.") from error
        todo = rereading.outdated(chosen)
        if current := len(chosen) - len(todo):
            self.stdout.write(f"{plural(current, 'text')} read by the present rules already.")
        kinds: Counter[str] = Counter()
        changed = read = 0
        errors = []
        for one in rereading.reread(todo[:limit], apply):
            read += 1
            changed += bool(one.found)
            kinds.update(difference.kind for difference in one.found)
            errors += [f"{one.document.path}: {one.error}"] if one.error else []
            if verbosity and one.found:
                self.tell(one)
        if apply and read:
            Change.objects.prune()
        self.conclude(read, changed, kinds, apply)
        if errors:
            raise CommandError("\n".join([*errors, f"{plural(len(errors), 'error')}; all else was read."]))

    def tell(self, one: rereading.Reread) -> None:
        for difference in one.found:
            note = " (a person decided it: what is shown stays)" if difference.field in one.stands else ""
            self.stdout.write(f"{one.document.path}: {difference}{note}")

    def conclude(self, read: int, changed: int, kinds: Counter[str], apply: bool) -> None:
        """How many texts, and how many differences of each kind, the most frequent first."""
        will = "changed" if apply else "would change"
        counts = f": {', '.join(f'{kind} {number:,}' for kind, number in kinds.most_common())}" if kinds else ""
        self.stdout.write(f"{plural(read, 'text')} read again, {changed:,} {will}{counts}.")
        if changed and not apply:
            self.stdout.write("Nothing was changed. To keep the new readings, run the command again with --apply.")
