"""manage.py resolve_records: bring all rows in step with readings and decisions."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from meetings import resolving, search
from meetings.importing.ledger import plural


class Command(BaseCommand):
    help = (
        "Resolve every document again: the rows that people see, and the review queue, become what readings and "
        "decisions say they are. Needed once after an update that says so; it changes nothing that is in step."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{plural(resolving.resolve_all(), 'document')} resolved.")
        search.catch_up()
