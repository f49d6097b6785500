"""The pages of one thing each, under the names that `urls.py` knows."""

from __future__ import annotations

from meetings.views.about import About, AboutAccessibility, AboutReading
from meetings.views.country import CountryDetail
from meetings.views.document import DocumentDetail
from meetings.views.findings import DocumentReading
from meetings.views.meeting import MeetingDetail
from meetings.views.pair import PairDetail
from meetings.views.person import PersonDetail
from meetings.views.quote import QuoteDetail
from meetings.views.versions import Difference, DocumentSource, VersionList

__all__ = [
    "About",
    "AboutAccessibility",
    "AboutReading",
    "CountryDetail",
    "Difference",
    "DocumentDetail",
    "DocumentReading",
    "DocumentSource",
    "MeetingDetail",
    "PairDetail",
    "PersonDetail",
    "QuoteDetail",
    "VersionList",
]
