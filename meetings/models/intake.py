"""What came in: one import with its files, their results, and how far it is."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.utils import timezone

SILENCE = dt.timedelta(seconds=60)
"""Who works on an import gives a sign after each file; after so long without one, nobody does."""


class ImportQuerySet(models.QuerySet["Import"]):
    LEFT = models.Q(state__in=("waiting", "stopped", "discarded")) & ~models.Q(runner="")

    def worked_on(self) -> ImportQuerySet:
        """Imports at which a process is at work just now, be it with the last files before it leaves."""
        return self.filter(self.at_work())

    def at_rest(self) -> ImportQuerySet:
        """The others."""
        return self.exclude(self.at_work())

    def at_work(self) -> models.Q:
        named = models.Q(state=Import.State.RUNNING) | self.LEFT
        return named & models.Q(sign_at__gt=timezone.now() - SILENCE)


class Import(models.Model):
    """Texts that came in together. An upload is read first, and kept once a person has seen what was read.

    `runner` names the process at work: who finds another there, or the work stopped, leaves and takes the name away.
    Until then nobody else begins.
    """

    class Origin(models.TextChoices):
        UPLOAD = "upload"
        COMMAND = "command"

    class Stage(models.TextChoices):
        READ = "read", "reading"
        KEEP = "keep", "keeping"

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        STOPPED = "stopped"
        INTERRUPTED = "interrupted"
        DONE = "done"
        DISCARDED = "discarded"

    origin = models.CharField(max_length=10, choices=Origin)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField("when", default=timezone.now)
    what = models.TextField(help_text="The files, folders or the name that were given.")
    hints = models.JSONField(default=dict, blank=True, help_text="What was known of all its texts.")

    stage = models.CharField(max_length=10, choices=Stage)
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    message = models.TextField(blank=True, help_text="Why it was interrupted.")
    runner = models.CharField(max_length=32, blank=True, editable=False)
    sign_at = models.DateTimeField(default=timezone.now, help_text="When somebody last worked on it.")
    began_at = models.DateTimeField(null=True, help_text="When the work under way began.")
    began_with = models.PositiveIntegerField(default=0, help_text="Files that were done by then.")
    total = models.PositiveIntegerField(default=0, help_text="Files to be read.")
    unchanged = models.PositiveIntegerField(default=0, help_text="Files of a command that were as before, not listed.")

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        default_permissions = ("add", "view")
        constraints = [
            models.CheckConstraint(condition=models.Q(stage__in=("read", "keep")), name="import_stage_known"),
        ]

    def __str__(self) -> str:
        return f"Import {self.pk}"

    @property
    def standing(self) -> str:
        """The state as it is: who gave no sign for long is no more at work."""
        if self.is_active and timezone.now() - self.sign_at > SILENCE:
            waits = self.state == self.State.WAITING and Import.objects.worked_on().exists()
            return self.State.WAITING if waits else self.State.INTERRUPTED
        return self.state

    @property
    def is_active(self) -> bool:
        return self.state in (self.State.WAITING, self.State.RUNNING)

    @property
    def is_read(self) -> bool:
        """Whether it waits for a person to keep or discard it."""
        return (self.stage, self.state) == (self.Stage.READ, self.State.DONE)


class ImportedFile(models.Model):
    """One file of an import, and what became of it. The bytes of an upload lie here until it is kept or discarded."""

    batch = models.ForeignKey(Import, models.CASCADE, related_name="files")
    number = models.PositiveIntegerField()
    path = models.TextField(help_text="The name of the document; where there can be none, the file as it was given.")
    raw = models.BinaryField("bytes", null=True)
    stage = models.CharField(max_length=10, blank=True, help_text="The stage that the result is of.")
    status = models.CharField(max_length=12, blank=True)
    message = models.TextField(blank=True)
    found = models.JSONField(default=dict, blank=True, help_text="What was read, in short: see importing.previews.")
    meetings = models.PositiveIntegerField(default=0)
    people = models.PositiveIntegerField(default=0)
    quotes = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("batch", "number")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="imported_file_number_once")]
        indexes = [models.Index(fields=["batch", "status"], name="imported_file_by_status")]

    def __str__(self) -> str:
        return self.path
