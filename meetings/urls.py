"""Addresses of the reading room; they are for ever, and what moves leaves a permanent redirect."""

from __future__ import annotations

from django.urls import path, re_path
from django.views.decorators.http import require_safe

from meetings.views import atlas, details, feeds, home, lists, search, suffixes, suggest
from meetings.views.facet_page import FacetPage

app_name = "meetings"

urlpatterns = [
    path("", home.Home.as_view(), name="home"),
    path("meetings/", lists.MeetingList.as_view(), name="meeting_list"),
    path("meetings.atom", require_safe(feeds.MeetingFeed()), name="meeting_feed"),
    path("meetings/facets/<slug:facet>/", FacetPage.as_view(of=lists.MeetingList, list_name="meeting_list")),
    re_path(r"^meetings/(?P<pk>\d{1,18})(?:-(?P<slug>[-\w]*))?/$", details.MeetingDetail.as_view(), name="meeting"),
    re_path(
        r"^meetings/(?P<pk>\d{1,18})(?:-(?P<slug>[-\w]*))?/suggest/$",
        suggest.SuggestOnMeeting.as_view(),
        name="suggest_on_meeting",
    ),
    re_path(
        r"^meetings/(?P<pk>\d{1,18})(?:-(?P<slug>[-\w]*))?\.(?P<suffix>bib|ris|json|ics)$",
        suffixes.MeetingAs.as_view(),
        name="meeting_as",
    ),
    path("people/", lists.PersonList.as_view(), name="person_list"),
    path("people/facets/<slug:facet>/", FacetPage.as_view(of=lists.PersonList, list_name="person_list")),
    path("people/<slug:slug>/", details.PersonDetail.as_view(), name="person"),
    path("countries/", lists.CountryList.as_view(), name="country_list"),
    path("countries/matrix/", atlas.Matrix.as_view(), name="matrix"),
    path("countries/map/", atlas.WorldMap.as_view(), name="map"),
    re_path(r"^countries/(?P<code>[a-zA-Z]{2})/$", details.CountryDetail.as_view(), name="country"),
    re_path(r"^countries/(?P<one>[a-zA-Z]{2})/(?P<other>[a-zA-Z]{2})/$", details.PairDetail.as_view(), name="pair"),
    path("quotes/", lists.QuoteList.as_view(), name="quote_list"),
    path("quotes.atom", require_safe(feeds.QuoteFeed()), name="quote_feed"),
    path("quotes/facets/<slug:facet>/", FacetPage.as_view(of=lists.QuoteList, list_name="quote_list")),
    path("quotes/<int:pk>/", details.QuoteDetail.as_view(), name="quote"),
    path("quotes/<int:pk>/suggest/", suggest.SuggestOnQuote.as_view(), name="suggest_on_quote"),
    re_path(r"^quotes/(?P<pk>\d{1,18})\.(?P<suffix>bib|ris|json)$", suffixes.QuoteAs.as_view(), name="quote_as"),
    path("documents/", lists.DocumentList.as_view(), name="document_list"),
    path("documents/facets/<slug:facet>/", FacetPage.as_view(of=lists.DocumentList, list_name="document_list")),
    path("documents/<int:pk>/", details.DocumentDetail.as_view(), name="document"),
    path("documents/<int:pk>/reading/", details.DocumentReading.as_view(), name="reading"),
    path("documents/<int:pk>/source", details.DocumentSource.as_view(), name="source"),
    path("documents/<int:pk>/versions/", details.VersionList.as_view(), name="version_list"),
    path("documents/<int:pk>/versions/<int:number>/", details.DocumentDetail.as_view(), name="version_document"),
    path(
        "documents/<int:pk>/versions/<int:number>/reading/", details.DocumentReading.as_view(), name="version_reading"
    ),
    path("documents/<int:pk>/versions/<int:number>/source", details.DocumentSource.as_view(), name="version_source"),
    path("documents/<int:pk>/versions/<int:old>..<int:new>/", details.Difference.as_view(), name="difference"),
    path("suggestions/<str:receipt>/", suggest.Suggested.as_view(), name="suggested"),
    path("search/", search.SearchPage.as_view(), name="search"),
    path("search/suggestions/", search.Suggestions.as_view(), name="suggestions"),
    path("about/", details.About.as_view(), name="about"),
    path("about/reading/", details.AboutReading.as_view(), name="about_reading"),
    path("about/accessibility/", details.AboutAccessibility.as_view(), name="about_accessibility"),
]
