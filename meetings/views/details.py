"""The pages of one thing each, under the names that `urls.py` knows."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.views.generic import TemplateView

from meetings.extraction.rules import RULES
from meetings.views.country import CountryDetail
from meetings.views.document import DocumentDetail
from meetings.views.meeting import MeetingDetail
from meetings.views.pair import PairDetail
from meetings.views.person import PersonDetail
from meetings.views.quote import QuoteDetail

__all__ = [
    "About",
    "AboutReading",
    "CountryDetail",
    "DocumentDetail",
    "MeetingDetail",
    "PairDetail",
    "PersonDetail",
    "QuoteDetail",
]


class About(TemplateView):
    template_name = "meetings/about.html"


class AboutReading(TemplateView):
    """Every rule with an example, from the table that the reading itself is checked against."""

    template_name = "meetings/about_reading.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        groups = groupby(sorted(RULES.items()), key=lambda item: item[0].partition(".")[0])
        return super().get_context_data(groups=[(field, list(rules)) for field, rules in groups], **kwargs)
