"""States, and bodies that are not states."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_noop

from meetings.country_names import name_of

REGIONS = (
    gettext_noop("Africa"),
    gettext_noop("Americas"),
    gettext_noop("Antarctica"),
    gettext_noop("Asia"),
    gettext_noop("Europe"),
    gettext_noop("Oceania"),
)
"""As `countries.csv` writes them; pages translate them."""


class CountryQuerySet(models.QuerySet["Country"]):
    def met(self) -> CountryQuerySet:
        """States that somebody acted for in a listed meeting, with the number of those meetings."""
        listed = models.Q(participants__meeting__account_count__gt=0, participants__meeting__merged_into=None)
        return self.annotate(meeting_count=models.Count("participants__meeting", filter=listed, distinct=True)).filter(
            meeting_count__gt=0
        )


class Country(models.Model):
    """A state or territory of ISO 3166-1, kept in step with the lexicon's `countries.csv`."""

    code = models.CharField("ISO 3166-1 alpha-2", max_length=2, primary_key=True)
    name = models.CharField(max_length=100)
    long_name = models.CharField(max_length=200, blank=True)
    region = models.CharField(max_length=40, blank=True)

    objects = CountryQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        verbose_name_plural = "countries"

    def __str__(self) -> str:
        return name_of(self.code, self.name)

    def get_absolute_url(self) -> str:
        return reverse("meetings:country", args=[self.code.lower()])

    @property
    def official_name(self) -> str:
        """The long name in the interface's language, where it differs from the other."""
        name = name_of(self.code, self.long_name, "long")
        return "" if name == str(self) else name


class Organization(models.Model):
    """An intergovernmental or other body that persons act for, or that is quoted."""

    name = models.CharField(max_length=300, unique=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
