"""manage.py work_imports: work through the uploads that wait, then end. The admin starts it by itself."""

from __future__ import annotations

import signal
import sys
import time
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand

from meetings.importing.working import claim, held_up, work

MOMENT = 0.5
"""Seconds until it is asked again whether another process has left what was stopped, or ended."""


class Command(BaseCommand):
    help = (
        "Read and keep the uploads that wait, one after the other, then end. The admin starts this by itself; by hand "
        "it is needed only where the web server may start no program."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        before = signal.signal(signal.SIGTERM, leave)
        try:
            while (batch := claim()) or held_up():
                if batch:
                    work(batch)
                else:
                    time.sleep(MOMENT)
        except KeyboardInterrupt:
            sys.exit(130)
        finally:
            signal.signal(signal.SIGTERM, before)


def leave(signum: int, frame: FrameType | None) -> None:
    """Whoever ends the program lets it note the interruption first."""
    sys.exit(128 + signum)
