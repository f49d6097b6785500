"""Persons and the many ways in which texts write their names."""

from __future__ import annotations

from django.db import models

from meetings.addresses import address


class PersonQuerySet(models.QuerySet["Person"]):
    def listed(self) -> PersonQuerySet:
        """Persons whom some current text names, or who met or spoke by a person's decision."""
        known = models.Q(document_count__gt=0) | models.Q(meeting_count__gt=0) | models.Q(quote_count__gt=0)
        return self.filter(known, merged_into=None, withheld=False)


class Person(models.Model):
    """One human being. The slug is given once and stays; a person merged into another redirects there."""

    name = models.CharField(max_length=200, help_text="The name shown everywhere; chosen from the spellings met.")
    slug = models.SlugField(max_length=120, unique=True, allow_unicode=False)
    wikidata = models.CharField("Wikidata id", max_length=20, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")

    withheld = models.BooleanField(default=False, editable=False, help_text="By a takedown of any of their slugs.")

    # Derived by resolving.py, so that lists need no counting.
    office = models.CharField(max_length=300, blank=True, help_text="The office held in the latest meeting.")
    office_language = models.CharField(max_length=20, blank=True, editable=False, help_text="BCP 47.")
    country = models.ForeignKey("Country", models.PROTECT, null=True, blank=True, related_name="people")
    meeting_count = models.PositiveIntegerField(default=0)
    quote_count = models.PositiveIntegerField(default=0)
    document_count = models.PositiveIntegerField(default=0)

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ("name", "id")
        verbose_name_plural = "people"
        indexes = [
            models.Index(fields=["name", "id"], name="person_by_name"),
            models.Index(fields=["-meeting_count", "name", "id"], name="person_by_meetings"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | ~models.Q(merged_into=models.F("id")),
                name="person_not_merged_into_itself",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("meetings:person", self.slug)


class Behind(models.Model):
    """A person named in many texts whose name, office, state and counts an import under way has yet to renew."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="+")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.person)


class PersonName(models.Model):
    """One spelling, told apart by the state its bearer acts for; where it was seen is in `mentions`.

    `home` is the person first made for the spelling, or the first it joined: human verdicts of identity speak of
    homes, so that they hold however the spellings are grouped afterwards. `person` is whose name it is held to be now.
    """

    name = models.CharField(max_length=200)
    country = models.CharField(max_length=2, blank=True)
    language = models.CharField(max_length=20, blank=True)
    family_key = models.CharField(
        max_length=60, db_index=True, help_text="Only spellings that share a key can be the same person's."
    )
    other_key = models.CharField(
        max_length=60, db_index=True, help_text="A second key, where letters are read in two ways; else the same."
    )
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="names")
    home = models.ForeignKey(Person, models.PROTECT, null=True, related_name="homed_names")

    class Meta:
        ordering = ("name", "country")
        constraints = [models.UniqueConstraint(fields=["name", "country"], name="person_name_once")]

    def __str__(self) -> str:
        return self.name
