"""What people decided. Rows are written once and withdrawn, never deleted: they are the history and the undo."""

from __future__ import annotations

from typing import TypeVar

from django.conf import settings
from django.db import models
from django.utils import timezone

Made = TypeVar("Made", bound="Decision")


class DecisionQuerySet(models.QuerySet[Made]):
    def standing(self) -> DecisionQuerySet[Made]:
        """Decisions that hold: not withdrawn; oldest first, so that a later one wins."""
        return self.filter(withdrawn_at=None).order_by("id")


class Decision(models.Model):
    """Who, when, why; shared by corrections and judgements."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)
    reason = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True
        ordering = ("-id",)

    def withdraw(self, user: models.Model | None) -> None:
        """End the decision; the rows it bears on must be resolved again by the caller."""
        self.withdrawn_at, self.withdrawn_by_id = timezone.now(), user.pk if user else None
        self.save(update_fields=["withdrawn_at", "withdrawn_by"])


class Correction(Decision):
    """One decided value. The subject is named by its natural key, so that no import, merge or new reading loses it.

    - document, by path: title, publisher, source_url, language, country, published, `reviewed/KIND`;
      `quotes/START-END` (added, removed), `quotes/START-END/speaker`, `quotes/START-END/span`;
    - meeting, by key: date, format, place, place_country, title, reviewed, `reviewed/KIND`;
      `participants/SLUG` (added, removed), and its `/office`, `/country`, `/organization`
    - person, by slug: name, wikidata;
      `names/STATE/NAME`: `{"person": slug, "from": [slugs]}`, whose spelling it is and from whose it is kept apart

    `reviewed/KIND` holds the causes of a `Doubt` that a person has looked at and left as they are.
    A speaker is `{"person": slug}`, `{"organization": name}` or null; a span is `[start, end]`.
    Spans count in the text of `version`; in a newer text they are carried over where the words are found again.
    """

    class Kind(models.TextChoices):
        DOCUMENT = "document"
        MEETING = "meeting"
        PERSON = "person"

    class Action(models.TextChoices):
        SET = "set"
        ADDED = "added"
        REMOVED = "removed"
        CONFIRMED = "confirmed"

    kind = models.CharField(max_length=10, choices=Kind)
    subject = models.CharField(max_length=520)
    field = models.CharField(max_length=300)
    action = models.CharField(max_length=10, choices=Action, default=Action.SET)
    value = models.JSONField(null=True, blank=True)
    before = models.JSONField(null=True, blank=True, help_text="What was shown when the decision was made.")
    version = models.ForeignKey("DocumentVersion", models.PROTECT, null=True, blank=True, related_name="corrections")

    objects = DecisionQuerySet["Correction"].as_manager()

    class Meta(Decision.Meta):
        indexes = [models.Index(fields=["kind", "subject", "field"], name="correction_by_subject")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject", "field"],
                condition=models.Q(withdrawn_at=None, version=None),
                name="correction_stands_once",
            ),
            models.UniqueConstraint(
                fields=["kind", "subject", "field", "version"],
                condition=models.Q(withdrawn_at=None, version__isnull=False),
                name="span_correction_stands_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.field} {self.action}"


class Judgement(Decision):
    """A verdict on identity: are these two persons (slugs) or these two meetings (keys) one?"""

    class Kind(models.TextChoices):
        PERSON = "person"
        MEETING = "meeting"

    class Verdict(models.TextChoices):
        SAME = "same"
        DIFFERENT = "different"
        UNSURE = "unsure"

    kind = models.CharField(max_length=10, choices=Kind)
    one = models.CharField(max_length=520)
    other = models.CharField(max_length=520)
    verdict = models.CharField(max_length=10, choices=Verdict)

    objects = DecisionQuerySet["Judgement"].as_manager()

    class Meta(Decision.Meta):
        indexes = [
            models.Index(fields=["kind", "one"], name="judgement_by_one"),
            models.Index(fields=["kind", "other"], name="judgement_by_other"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(one__lt=models.F("other")), name="judgement_pair_in_order"),
            models.UniqueConstraint(
                fields=["kind", "one", "other"],
                condition=models.Q(withdrawn_at=None),
                name="judgement_stands_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one} and {self.other}: {self.verdict}"
