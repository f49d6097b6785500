"""Who works on imports: a small one is done at once, a large one by a process of its own.

The web process starts `manage.py work_imports` when something waits. It works through all that waits, one import
after the other, and ends: there is no worker to be set up, and none that could be forgotten. It belongs to the server
that started it, so that Ctrl-C ends both; then the import is marked as interrupted, and a person continues it.
"""

from __future__ import annotations

import os
import subprocess
import sys

from django.conf import settings
from django.db.models import Sum
from django.db.models.functions import Length

from meetings.importing.working import claim, todo, waiting, work
from meetings.models import Import

AT_ONCE = 10
AT_ONCE_BYTES = 100_000
"""So few files of so few bytes are read and kept while the browser waits, in about a second."""


def carry_on(batch: Import) -> None:
    """See to it that the import, which waits, is worked on, and what came in while it was done at once."""
    if is_small(batch) and (mine := claim(batch.pk)):
        work(mine)
    if waiting().exists():
        start()


def is_small(batch: Import) -> bool:
    files = todo(batch)
    size = files.aggregate(size=Sum(Length("raw")))["size"] or 0
    return files.count() <= AT_ONCE and size <= AT_ONCE_BYTES


def start() -> None:
    """Start a process that works through all that waits; if one is at work already, it ends at once."""
    command = [sys.executable, "-m", "django", "work_imports", "--settings", os.environ["DJANGO_SETTINGS_MODULE"]]
    subprocess.Popen(command, cwd=settings.BASE_DIR, stdin=subprocess.DEVNULL)
