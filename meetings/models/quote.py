"""What was said, by whom, in the exact words of the source."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Length
from django.urls import reverse
from django.utils.translation import gettext


class QuoteQuerySet(models.QuerySet["Quote"]):
    def listed(self) -> QuoteQuerySet:
        """Quotes that the newest reading, or a person, finds in a current text."""
        return self.filter(current=True, withheld=False)

    def for_list(self) -> QuoteQuerySet:
        """With all that a row of a list shows, in a fixed number of queries."""
        return self.select_related("speaker__country", "speaker_organization", "document", "meeting").defer(
            "document__hints"
        )


class Quote(models.Model):
    """One unbroken stretch of reported words. Its number is for ever; `current` is false once no reading finds it.

    `key` is the span under which it was first known in `version`; `start` and `end` may be corrected.
    """

    document = models.ForeignKey("Document", models.CASCADE, related_name="quotes")
    version = models.ForeignKey("DocumentVersion", models.PROTECT, related_name="quotes")
    account = models.ForeignKey("Account", models.SET_NULL, null=True, blank=True, related_name="quotes")
    meeting = models.ForeignKey("Meeting", models.SET_NULL, null=True, blank=True, related_name="quotes")
    key = models.CharField(max_length=24, editable=False)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    language = models.CharField("language (BCP 47)", max_length=20, blank=True)
    speaker_name = models.CharField("speaker as the text names them", max_length=300, blank=True)
    speaker = models.ForeignKey("Person", models.PROTECT, null=True, blank=True, related_name="quotes")
    speaker_organization = models.ForeignKey(
        "Organization", models.PROTECT, null=True, blank=True, related_name="quotes"
    )
    speaker_span = models.JSONField(null=True, help_text="[start, end] of the words that name the speaker.")
    question_span = models.JSONField(null=True, help_text="[start, end] of the question it answers.")
    rule = models.CharField(max_length=60)
    confidence = models.FloatField(default=1.0)
    current = models.BooleanField(default=True)
    withheld = models.BooleanField(default=False, editable=False)
    shortened = models.BooleanField(default=False, editable=False, help_text="By the terms of the publisher.")
    speaker_withheld = models.BooleanField(default=False, editable=False, help_text="The speaker is not named.")
    date_key = models.PositiveIntegerField(default=0, editable=False, help_text="Of its meeting, else of publication.")

    objects = QuoteQuerySet.as_manager()

    class Meta:
        ordering = ("-date_key", "-document_id", "start")
        indexes = [
            models.Index(fields=["-date_key", "-document", "start"], name="quote_newest"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["document", "version", "key"], name="quote_key_once"),
            models.CheckConstraint(
                condition=models.Q(start__lt=models.F("end")) & models.Q(end=models.F("start") + Length("text")),
                name="quote_text_is_its_span",
            ),
            models.CheckConstraint(
                condition=models.Q(speaker=None) | models.Q(speaker_organization=None),
                name="quote_of_person_or_organization",
            ),
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def get_absolute_url(self) -> str:
        return reverse("meetings:quote", args=[self.pk])

    @property
    def unnamed(self) -> str:
        """What stands in the place of a speaker whom no field names."""
        return gettext("Name withheld") if self.speaker_withheld else gettext("Speaker unknown")

    @property
    def unnamed_within(self) -> str:
        """The same within a sentence."""
        return gettext("a speaker whose name is withheld") if self.speaker_withheld else gettext("an unknown speaker")
