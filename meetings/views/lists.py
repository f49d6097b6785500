"""Lists: rows → filterset → facets → page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.core.paginator import Page
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from meetings.facets import accounts
from meetings.filters import DocumentFilter, FacetFilterSet, MeetingFilter, PersonFilter, QuoteFilter
from meetings.index import Selection, current, tallies
from meetings.index.stretch import END, Asked
from meetings.models import Country, Document, Meeting, Person, Quote, seated
from meetings.search import Search
from meetings.views.conditional import kept, tag, unchanged
from meetings.views.date_chart import DateChart
from meetings.views.facet_links import ANY_TIME, ANY_WORDS, Address


def number_of(rows: QuerySet[Any], column: str) -> Coalesce:
    """How many of `rows` a document has; counted for the rows of one page only."""
    mine = rows.filter(document=OuterRef("pk")).order_by().values("document")
    return Coalesce(Subquery(mine.annotate(number=Count(column, distinct=True)).values("number")), 0)


def page_links(page: Page[Any], url: Callable[[int], str]) -> dict[str, Any]:
    """What a pagination shows: `pages` as numbers with their addresses (an ellipsis has none), and the neighbours."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "pages": [(number, url(number) if isinstance(number, int) else "") for number in numbers],
        "previous_url": url(page.number - 1) if page.has_previous() else "",
        "next_url": url(page.number + 1) if page.has_next() else "",
    }


def search_url(search: Search | None) -> str:
    """The same search in everything."""
    if search is None:
        return ""
    return f"{reverse('meetings:search')}?{urlencode(search.address)}"


class FacetedList(ListView):
    """A list that can be narrowed. Subclasses say by what, and what a page of its rows needs."""

    filterset_class: type[FacetFilterSet]
    size = 25
    sort_labels: ClassVar[dict[str, Promise]] = {}
    view_labels: ClassVar[dict[str, Promise]] = {}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Everything on a page is as of one moment."""
        with current() as index:
            etag = tag(request, index.follower.mark)
            if answer := unchanged(request, etag):
                return answer
            response = super().get(request, *args, **kwargs)
        search = self.filterset.search
        return kept(response, "" if search and search.behind else etag)

    def for_page(self, rows: QuerySet[Any]) -> Iterable[Any]:
        return rows

    def get_queryset(self) -> list[Any]:  # type: ignore[override]
        self.filterset = self.filterset_class(self.request.GET)
        self.address = Address(self.request.path, self.filterset)
        try:
            rows, self.stretch = self.selection(self.filterset).stretch(self.size, self.asked())
        except ValueError as error:
            raise Http404 from error
        return rows

    def asked(self) -> Asked:
        """Which rows; addresses with the number of a page are from before there were places, and hold. ValueError."""
        query = self.request.GET
        return Asked(query.get("after", ""), query.get("before", ""), int(query.get("page") or 1))

    def selection(self, filterset: FacetFilterSet) -> Selection:
        return Selection(filterset.listing, filterset.chosen, filterset.sort, self.for_page)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return (
            super().get_context_data(**kwargs)
            | {
                "total": self.stretch.total,
                "facets": self.address.facets(tallies(self.filterset.listing, self.filterset.chosen)),
                "chosen": self.filterset.chosen,
                "chips": self.address.chips(),
                "clear_url": self.address.cleared,
                "ignored": self.filterset.ignored[:5],
                "sorts": self.address.switch("sort", self.sort_labels, self.filterset.sort),
                "views": self.address.switch("view", self.view_labels, self.filterset.view),
                "state": self.address.pairs(),
                "search": self.filterset.search,
                "searchable": bool(self.filterset.searched),
                "search_state": self.address.pairs(modes=ANY_WORDS),
                "all_found_url": search_url(self.filterset.search),
                "canonical": self.request.build_absolute_uri(self.canonical),
            }
            | self.ways()
        )

    @property
    def canonical(self) -> str:
        """Of old addresses, the one with the place in it."""
        place = {"after": self.stretch.after} if self.stretch.after else {"before": self.request.GET.get("before", "")}
        return self.address.url(modes=place if self.stretch.start else None)

    def ways(self) -> dict[str, Any]:
        """The stretch shown, and the addresses of the first, previous, next and last ones where there are any."""
        shown = self.stretch
        links: dict[str, Any] = {"shown": shown}
        if shown.start:
            first = self.address.url()
            before = self.address.url(modes={"before": shown.first}) if shown.start > self.size else first
            links |= {"first_url": first, "previous_url": before}
        if shown.end < shown.total:
            after, end = ({"after": shown.last}, {"before": END})
            links |= {"next_url": self.address.url(modes=after), "last_url": self.address.url(modes=end)}
        return links


class MeetingList(FacetedList):
    filterset_class = MeetingFilter
    template_name = "meetings/meeting_list.html"
    sort_labels: ClassVar = {
        "newest": _("Latest meeting"),
        "oldest": _("Earliest meeting"),
        "published": _("Latest published"),
    }
    view_labels: ClassVar = {"list": _("List"), "table": _("Table")}

    def for_page(self, rows: QuerySet[Meeting]) -> list[Meeting]:
        return seated(rows.for_list())  # type: ignore[attr-defined]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "dates": DateChart(self.address),
            "date_form": self.filterset.form,
            "date_state": self.address.pairs(modes=ANY_TIME),
            "as_table": self.filterset.view == "table",
            "feed_url": self.address.url(path=reverse("meetings:meeting_feed")),
        }


class PersonList(FacetedList):
    filterset_class = PersonFilter
    template_name = "meetings/person_list.html"
    sort_labels: ClassVar = {"meetings": _("Most meetings"), "name": _("Name")}

    def for_page(self, rows: QuerySet[Person]) -> QuerySet[Person]:
        return rows.select_related("country")


class QuoteList(FacetedList):
    filterset_class = QuoteFilter
    template_name = "meetings/quote_list.html"

    def for_page(self, rows: QuerySet[Quote]) -> QuerySet[Quote]:
        return rows.for_list()  # type: ignore[attr-defined]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        feed = self.address.url(path=reverse("meetings:quote_feed"))
        return super().get_context_data(**kwargs) | {"feed_url": feed}


class DocumentList(FacetedList):
    filterset_class = DocumentFilter
    template_name = "meetings/document_list.html"

    def for_page(self, rows: QuerySet[Document]) -> QuerySet[Document]:
        return rows.defer("hints").annotate(
            meeting_count=number_of(accounts(), "meeting"), quote_count=number_of(Quote.objects.listed(), "pk")
        )


class CountryList(ListView):
    """All states that met, by region: at most some 250, so they are one page."""

    template_name = "meetings/country_list.html"

    def get_queryset(self) -> QuerySet[Country]:
        return Country.objects.met()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        countries = sorted(self.object_list, key=lambda one: (one.region, str(one)))
        regions = [(region, list(group)) for region, group in groupby(countries, key=lambda one: one.region)]
        most = max((one.meeting_count for one in countries), default=0)
        return context | {"regions": regions, "total": len(countries), "most": most}
