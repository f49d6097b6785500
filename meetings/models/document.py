"""Sources: what came in, byte for byte, and what was read from it."""

from __future__ import annotations

from typing import Any

import msgspec
from django.db import models
from django.urls import reverse

from meetings.edtf import bounds, validate
from meetings.extraction.record import Hints, Record
from meetings.models.plain import plain


class DocumentVersion(models.Model):
    """One text as it came. Bytes and text are never edited; `reading` is what extraction last found in it."""

    sha256 = models.CharField("SHA-256", max_length=64)
    raw = models.BinaryField("bytes as they came")
    encoding = models.CharField(max_length=40)
    taken = models.CharField(
        "taken by", max_length=120, blank=True, help_text="What took the text from a saved web page."
    )
    text = models.TextField()
    reading = models.JSONField(default=dict)
    rules = models.CharField("version of the rules", max_length=40)
    read_at = models.DateTimeField()

    full_text: str | None = None
    """The text as it came, where `text` holds only what readers may see of it (`meetings.showing`)."""

    class Meta:
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=["sha256", "taken"], name="version_bytes_taken_once")]

    def __str__(self) -> str:
        return self.sha256[:12]

    @property
    def record(self) -> Record:
        """The reading as plain data."""
        return plain(self, Record)


class DocumentQuerySet(models.QuerySet["Document"]):
    def told(self) -> DocumentQuerySet:
        """Documents whose own rows are shown: not those that repeat another's text under a second name."""
        return self.shown().filter(same_text_as=None)

    def shown(self) -> DocumentQuerySet:
        """All but what is withheld."""
        return self.filter(withheld=False)

    def without_text(self) -> DocumentQuerySet:
        """For lists: everything but the bytes, the text and the reading."""
        return self.defer("version__raw", "version__text", "version__reading")


class Document(models.Model):
    """One source, known by its path relative to the imported folder, or by its URL."""

    path = models.CharField(max_length=500, unique=True)
    version = models.ForeignKey(DocumentVersion, models.PROTECT, related_name="documents")
    versions = models.ManyToManyField(DocumentVersion, through="Edition", related_name="+")
    hints = models.JSONField(default=dict, blank=True, help_text="What was known of the text when it was imported.")
    same_text_as = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="copies")
    added_at = models.DateTimeField(auto_now_add=True)

    # Resolved from the reading, the corrections and the takedowns.
    withheld = models.BooleanField(default=False, editable=False)
    title = models.TextField(blank=True)
    publisher = models.CharField(max_length=300, blank=True)
    source_url = models.URLField("address of the source", max_length=1000, blank=True)
    language = models.CharField("language (BCP 47)", max_length=20, blank=True)
    country = models.ForeignKey(
        "Country",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name="country of the publisher",
        help_text="The state whose authority or press published it.",
    )
    published = models.CharField("published (EDTF)", max_length=10, blank=True, validators=[validate])
    published_key = models.PositiveIntegerField(default=0, editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ("-published_key", "-id")
        indexes = [
            models.Index(fields=["-published_key", "-id"], name="document_newest"),
            models.Index(fields=["publisher"], name="document_by_publisher"),
            models.Index(fields=["language"], name="document_by_language"),
        ]

    def __str__(self) -> str:
        return self.title or self.path

    FOLLOWING = ("published_key",)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.follow()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("meetings:document", args=[self.pk])

    def follow(self) -> None:
        """Set the field that follows from the date of publication."""
        self.published_key = bounds(self.published).key

    @property
    def web_address(self) -> str:
        """Where it was published, if that is an address of the web; "" for others, such as `javascript:`."""
        return self.source_url if self.source_url.startswith(("https://", "http://")) else ""

    @property
    def silent(self) -> bool:
        """Whether it tells nothing of its own: its text is told elsewhere, or withheld."""
        return self.withheld or self.same_text_as_id is not None

    @property
    def known(self) -> Hints:
        """The hints as plain data."""
        return msgspec.convert(self.hints, Hints)


class Edition(models.Model):
    """The `number`-th text that came under a document's name."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="editions")
    version = models.ForeignKey(DocumentVersion, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    seen_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("document", "number")
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="edition_number_once")]

    def __str__(self) -> str:
        return f"{self.document} (version {self.number})"

    def get_absolute_url(self) -> str:
        return reverse("meetings:version_document", args=[self.document_id, self.number])


class Mention(models.Model):
    """A person or a state that a text names, and every place where it does."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="mentions")
    name = models.ForeignKey("PersonName", models.PROTECT, null=True, related_name="mentions")
    person = models.ForeignKey("Person", models.PROTECT, null=True, related_name="mentions")
    country = models.ForeignKey("Country", models.PROTECT, null=True, related_name="mentions")
    office = models.CharField(max_length=300, blank=True, help_text="As the text gives it.")
    spans = models.JSONField(default=list, help_text="[[start, end], …] in code points of the text.")
    rule = models.CharField(max_length=60)
    confidence = models.FloatField(default=1.0)

    class Meta:
        ordering = ("document", "id")
        constraints = [
            models.UniqueConstraint(fields=["document", "name"], name="mention_name_once"),
            models.UniqueConstraint(fields=["document", "country"], name="mention_country_once"),
            models.CheckConstraint(
                condition=models.Q(name=None, country__isnull=False) | models.Q(name__isnull=False, country=None),
                name="mention_of_person_or_country",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name or self.country)

    @property
    def withheld(self) -> bool:
        return self.person is not None and self.person.withheld
