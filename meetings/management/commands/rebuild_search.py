"""manage.py rebuild_search: make the search index anew from the database."""

from __future__ import annotations

from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from meetings import search


class Command(BaseCommand):
    help = (
        "Make the search index anew. It keeps itself in step with the database; this is for after a change to the "
        "program by hand, or for a large database whose first reader should not wait."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        begun = perf_counter()
        if not search.catch_up(anew=True):
            raise CommandError("Another process is writing the index. Try again in a moment.")
        self.stdout.write(f"The search index was made in {perf_counter() - begun:.1f} s.")
