"""What this collection is, how its texts are read, and whom its pages serve."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.conf import settings
from django.db.models import Count, Max, Min
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from meetings.extraction.rules import RULES
from meetings.models import Document, Meeting, Person, Quote
from meetings.views.permanent import permanent

MOST_PUBLISHERS = 12
HEADINGS = {
    "country": _("Country"),
    "date": _("Meeting date"),
    "format": _("Format"),
    "home": _("Country of the publisher"),
    "language": _("Language"),
    "name": _("Name"),
    "office": _("Office"),
    "organization": _("Organization"),
    "place": _("Place"),
    "place-country": _("Country of the place"),
    "published": _("Published"),
    "quote": _("Quotes"),
    "reference": _("Other meetings it recalls"),
    "speaker": _("Speaker"),
    "title": _("Title"),
}
"""What rules look for, by the first part of their names."""


class About(TemplateView):
    template_name = "meetings/about.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        documents = Document.objects.told().order_by()
        publishers = documents.exclude(publisher="").values_list("publisher").annotate(number=Count("pk"))
        languages = documents.exclude(language="").values_list("language").annotate(number=Count("pk"))
        meetings = Meeting.objects.listed()
        years = meetings.exclude(year=0).aggregate(first=Min("year"), last=Max("year"))
        return super().get_context_data(**kwargs) | {
            "counts": {
                "documents": documents.count(),
                "meetings": meetings.count(),
                "people": Person.objects.listed().count(),
                "quotes": Quote.objects.listed().count(),
                "publishers": publishers.count(),
                "rules": len(RULES),
            },
            "years": years,
            "publishers": publishers.order_by("-number", "publisher")[:MOST_PUBLISHERS],
            "languages": languages.order_by("-number", "language"),
            "licence": settings.DATA_LICENCE,
            "contact": settings.CONTACT,
            "address": permanent(self.request)(reverse("meetings:home")),
        }


class AboutReading(TemplateView):
    """Every rule with an example, from the table that the reading itself is checked against."""

    template_name = "meetings/about_reading.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        groups = groupby(sorted(RULES.items()), key=lambda item: item[0].partition(".")[0])
        return super().get_context_data(groups=[(HEADINGS[field], list(rules)) for field, rules in groups], **kwargs)


class AboutAccessibility(TemplateView):
    template_name = "meetings/about_accessibility.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(contact=settings.CONTACT, **kwargs)
