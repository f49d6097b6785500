"""The change log is kept short by the processes that follow it, whether or not anything is ever imported."""

from __future__ import annotations

import datetime as dt
import logging
from threading import Thread
from time import monotonic

from django.db import connection
from django.utils import timezone

from meetings.models import Change

logger = logging.getLogger(__name__)

EVERY = 3600.0
"""Seconds after which a process looks again."""
GROWN = dt.timedelta(days=8)
"""So old is the oldest row when the log is pruned: a day more than is kept, so that it is done once a day."""


class Pruner:
    """In one process; it is called by one that has just followed the log."""

    def __init__(self) -> None:
        self.looked: float | None = None
        self.thread: Thread | None = None

    def look(self) -> None:
        """Prune in the background if it is time, so that no reader waits for those who write."""
        if self.looked is not None and monotonic() - self.looked < EVERY:
            return
        self.looked = monotonic()
        if Change.objects.filter(at__lt=timezone.now() - GROWN).exists():
            self.thread = Thread(target=self._prune, name="change log", daemon=True)
            self.thread.start()

    def _prune(self) -> None:
        try:
            Change.objects.prune()
        except Exception:
            logger.exception("The change log could not be pruned.")
        finally:
            connection.close()


PRUNER = Pruner()
