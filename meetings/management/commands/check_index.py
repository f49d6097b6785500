"""manage.py check_index: whether the index of the lists says what the database says."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from meetings import checking
from meetings.index import INDEX


class Command(BaseCommand):
    help = (
        "Compare the index of the lists, as it was kept and has caught up since, with what the database counts: the "
        "rows of each list, and the number of rows of each value of each facet. Ends with status 1 if they differ."
    )

    def handle(self, **options: Any) -> None:
        with INDEX.current() as index:
            faults = [fault for one in index.lists.values() for fault in checking.faults(one)]
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            raise CommandError("The index is wrong; manage.py rebuild_index builds it anew.")
        self.stdout.write("The index says what the database says.")
