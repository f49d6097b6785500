"""What wants a person's eyes."""

from __future__ import annotations

from typing import NamedTuple

from django.db import models

UNSURE = 0.5
"""Confidence below which a finding wants a person's eyes; `benchmarks.calibration` shows what it is worth."""


class Subject(NamedTuple):
    """What a doubt is about, named as decisions name it: a kind and its natural key; of a pair, the other key too."""

    kind: str
    about: str
    subject: str
    other: str = ""


class Doubt(models.Model):
    """One reason to look at a document, a meeting, or a pair of persons or meetings. Derived by resolving.

    What an import could not read is filed under the name that its document would have.

    A doubt is gone once its causes are, or once a person has settled it: by the correction `reviewed/KIND`, which
    holds the causes that were looked at, or, of a pair, by any verdict on it. What readers suggest waits until each
    `Suggestion` is taken over or dismissed; those on quotes are filed under their document.
    """

    class Kind(models.TextChoices):
        IMPORT = "import", "File that could not be read"
        SUGGESTION = "suggestion", "A reader suggests a correction"
        DISAGREEMENT = "disagreement", "A new reading disagrees with a decision"
        DATE = "date", "Meeting without a date or a year"
        PERSONS = "persons", "Perhaps one person under two names"
        MEETINGS = "meetings", "Perhaps one meeting told twice"
        SPEAKER = "speaker", "Quotes without a speaker"
        CONFIDENCE = "confidence", "Not surely read"
        PUBLISHED = "published", "Document without a date"

    kind = models.CharField(max_length=12, choices=Kind)
    about = models.CharField(max_length=10, help_text="document, meeting or person")
    subject = models.CharField(max_length=520)
    other = models.CharField(max_length=520, blank=True)
    causes = models.JSONField(default=list, help_text="What raises it, in words of the reading.")
    weight = models.PositiveSmallIntegerField(help_text="The most urgent have the most.")

    class Meta:
        ordering = ("-weight", "id")
        default_permissions = ()
        indexes = [
            models.Index(fields=["-weight", "id"], name="doubt_by_weight"),
            models.Index(fields=["kind", "-weight", "id"], name="doubt_of_kind"),
            models.Index(fields=["about", "subject"], name="doubt_by_subject"),
            models.Index(fields=["about", "other"], name="doubt_by_other"),
        ]
        constraints = [models.UniqueConstraint(fields=["kind", "about", "subject", "other"], name="doubt_once")]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def is_pair(self) -> bool:
        return bool(self.other)


URGENCY = {kind: 100 * rank for rank, kind in enumerate(reversed(Doubt.Kind.values), 1)}
"""The least weight of each kind, in the order of the kinds; what weighs more within a kind stays below the next."""


def weight_of(kind: str, more: int) -> int:
    return URGENCY[kind] + min(more, 99)
