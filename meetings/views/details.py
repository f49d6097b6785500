"""The pages of one thing each, under the names that `urls.py` knows."""

from __future__ import annotations

from django.views.generic import TemplateView

from meetings.views.country import CountryDetail, PairDetail
from meetings.views.document import DocumentDetail
from meetings.views.meeting import MeetingDetail
from meetings.views.person import PersonDetail
from meetings.views.quote import QuoteDetail

__all__ = ["About", "CountryDetail", "DocumentDetail", "MeetingDetail", "PairDetail", "PersonDetail", "QuoteDetail"]


class About(TemplateView):
    template_name = "meetings/about.html"
