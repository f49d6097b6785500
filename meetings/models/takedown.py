"""What is kept from readers: by a person's decision, or by the terms of a publisher."""

from __future__ import annotations

import hashlib

from django.db import models

from meetings.models.decision import Decision, DecisionQuerySet


def digest(words: str) -> str:
    """The same for the same words, however they are broken into lines."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()


class Takedown(Decision):
    """A document, a quote or a person's page that is withheld: an input of resolving, as corrections are.

    The subject is named by its natural key, so that no import, new version, other location or merge brings it back:

    - document, by path and by `text`: every document with this path, or with the same words, or with a text that a
      document of this path has had, is withheld;
    - quote, by the path of its document, its `words`, and `text`: in each such text every quote that shares words with
      them is withheld, and the words themselves are blotted out;
    - person, by slug: whoever has it, or is held to be the same person, is named nowhere outside the texts.
    """

    class Kind(models.TextChoices):
        DOCUMENT = "document"
        QUOTE = "quote"
        PERSON = "person"

    kind = models.CharField(max_length=10, choices=Kind)
    subject = models.CharField(max_length=520)
    words = models.TextField(blank=True, help_text="Of a quote.")
    part = models.CharField(max_length=64, blank=True, editable=False, help_text="The digest of `words`.")
    text = models.CharField(max_length=64, blank=True, db_index=True, help_text="The digest of the text's words.")
    title = models.CharField(max_length=300, blank=True, help_text="What it was called when it was withheld.")
    public = models.BooleanField(
        "tell readers the reason",
        default=False,
        help_text="Readers who come to the address are told only that it was withheld; with this also why.",
    )

    objects = DecisionQuerySet["Takedown"].as_manager()

    class Meta(Decision.Meta):
        indexes = [models.Index(fields=["kind", "subject"], name="takedown_by_subject")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject", "part"], condition=models.Q(withdrawn_at=None), name="takedown_stands_once"
            )
        ]

    def __str__(self) -> str:
        return self.title or self.subject


class PublisherTerms(models.Model):
    """How much of a publisher's texts readers may see: texts are others' copyright. Without a row: all."""

    class Shows(models.TextChoices):
        FULL = "full", "Full text"
        EXCERPT = "excerpt", "Excerpt only"
        FACTS = "facts", "Facts only"

    publisher = models.CharField(max_length=300, unique=True, help_text="As the documents name it, letter for letter.")
    shows = models.CharField(
        max_length=10,
        choices=Shows,
        default=Shows.FULL,
        help_text="Excerpt only: the headline and the sentences in which a fact, a participant or a quote was found; "
        "quotes of up to 700 characters. Facts only: no words of the text but its headline and quotes of up to 300 "
        "characters. Of both, neither the bytes as they came nor differences between versions are given out, in "
        "exports neither. Staff go on seeing the whole text here.",
    )
    note = models.TextField(blank=True, help_text="For the desk: where the terms stand, who asked for them.")

    class Meta:
        ordering = ("publisher",)
        verbose_name_plural = "terms of publishers"

    def __str__(self) -> str:
        return f"{self.publisher}: {self.get_shows_display().lower()}"


LONGEST_QUOTE = {PublisherTerms.Shows.EXCERPT: 700, PublisherTerms.Shows.FACTS: 300}
"""So many characters of a quote are shown where the terms do not allow the full text."""
