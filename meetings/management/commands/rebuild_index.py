"""manage.py rebuild_index: the index of the lists and that of the search anew, in all processes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from meetings import search
from meetings.index import INDEX
from meetings.models import ChangeLog


class Command(BaseCommand):
    help = (
        "Build the index of the lists (INDEX_PATH) and that of the search (SEARCH_DIR) anew from the database. Every "
        "process that runs builds its own lists anew before its next answer. Nothing else needs this command: the "
        "indexes follow every change by themselves; use it after a restore or if check_index finds a fault."
    )

    def handle(self, **options: Any) -> None:
        ChangeLog.objects.renew()
        with INDEX.current() as index:
            for kind, one in index.lists.items():
                self.stdout.write(f"{kind}: {len(one.members)} rows")
        made = search.catch_up(anew=True)
        self.stdout.write("search: made anew" if made else "search: another process is making it")
