"""What readers hold to be wrong. Nobody's decision yet: a person of the staff takes it over, or not."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from meetings.models.meeting import Meeting
from meetings.models.quote import Quote


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    def waiting(self) -> SuggestionQuerySet:
        return self.filter(state=Suggestion.State.WAITING)

    def about(self, kind: str, subject: str) -> SuggestionQuerySet:
        """Those on a meeting (by key), or on the quotes of a document (by path)."""
        named = {"meeting": "meeting__key", "document": "quote__document__path"}[kind]
        return self.filter(**{named: subject}).order_by("pk")


class Suggestion(models.Model):
    """One field of a meeting or a quote, what it said, and what it should say, in a reader's words."""

    class Field(models.TextChoices):
        TITLE = "title"
        DATE = "date"
        PLACE = "place"
        FORMAT = "format"
        PARTICIPANTS = "participants"
        WORDS = "words"
        SPEAKER = "speaker"
        OTHER = "other", "Something else"

    class State(models.TextChoices):
        WAITING = "waiting"
        TAKEN = "taken", "Taken over"
        DISMISSED = "dismissed"

    meeting = models.ForeignKey(Meeting, models.CASCADE, null=True, blank=True, related_name="suggestions")
    quote = models.ForeignKey(Quote, models.CASCADE, null=True, blank=True, related_name="suggestions")
    field = models.CharField(max_length=12, choices=Field)
    was = models.TextField("what it said", blank=True, help_text="When the suggestion was made.")
    should = models.TextField("what it should say", max_length=1000)
    why = models.TextField("where they know it from", max_length=1000, blank=True)
    name = models.CharField(max_length=100, blank=True)
    email = models.EmailField("e-mail", blank=True, help_text="Erased once the suggestion is settled.")
    language = models.CharField(max_length=10, help_text="Of the page that the reader had open.")
    sender = models.CharField(
        max_length=64,
        blank=True,
        editable=False,
        help_text="A keyed hash; erased after an hour.",
    )
    at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    settled_at = models.DateTimeField(null=True, blank=True, editable=False)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    word = models.CharField("a word on it", max_length=300, blank=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        indexes = [models.Index(fields=["state", "id"], name="suggestion_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(meeting=None, quote__isnull=False) | models.Q(meeting__isnull=False, quote=None),
                name="suggestion_on_meeting_or_quote",
            )
        ]

    def __str__(self) -> str:
        return f"Suggestion {self.pk}: {self.get_field_display().lower()}"

    @property
    def row(self) -> Meeting | Quote:
        """What it is about, as it is held to be now."""
        if self.quote is not None:
            return self.quote
        assert self.meeting is not None
        return self.meeting.merged_into or self.meeting

    @property
    def subject(self) -> tuple[str, str]:
        """As decisions name what they are about: kind and natural key; a quote belongs to its document."""
        if self.quote is not None:
            return "document", self.quote.document.path
        assert self.meeting is not None
        return "meeting", self.meeting.key
