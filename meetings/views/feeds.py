"""Lists as Atom feeds (RFC 4287): the same rows in the same order under the same query as the page.

`updated` is when the newest text behind an entry came in; ids are addresses without what may change in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import DateTimeField, Max, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import conditional_page

from meetings.index import Selection
from meetings.models import Edition, Meeting, Quote
from meetings.templatetags.reading_room import plain
from meetings.views.facet_links import Address
from meetings.views.lists import FacetedList, MeetingList, QuoteList
from meetings.views.permanent import permanent

ENTRIES = 50


def latest(editions: QuerySet[Edition], by: str) -> Subquery:
    """When the newest of the editions came in."""
    seen = editions.order_by().values(by).annotate(seen=Max("seen_at")).values("seen")
    return Subquery(seen, output_field=DateTimeField())


@dataclass(frozen=True, slots=True)
class Asked:
    """A list as a request narrows it."""

    request: HttpRequest
    address: Address
    rows: Selection


class ListFeed(Feed):
    """Subclasses say which list, and what of it an entry tells."""

    feed_type = Atom1Feed
    author_name = _("Reading Room")
    of: type[FacetedList]
    list_name: str

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return conditional_page(self.answer)(request, *args, **kwargs)

    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().__call__(request, *args, **kwargs)
        patch_cache_control(response, public=True, max_age=0, s_maxage=settings.PROXY_SECONDS)
        return response

    def get_object(self, request: HttpRequest) -> Asked:
        view = self.of()
        filterset = view.filterset_class(request.GET)
        address = Address(reverse(f"meetings:{self.list_name}"), filterset)

        def fetch(rows: QuerySet[Any]) -> Iterable[Any]:
            return view.for_page(self.dated(rows))

        listed = Selection(filterset.listing, filterset.chosen, filterset.sort, fetch)
        return Asked(request, address, listed)

    def link(self, selection: Asked) -> str:
        return selection.address.url()

    def feed_url(self, selection: Asked) -> str:
        return selection.address.url(path=selection.request.path)

    def subtitle(self, selection: Asked) -> str:
        return plain("; ".join(f"{chip.facet}: {chip.label}" for chip in selection.address.chips()))

    def items(self, selection: Asked) -> list[Any]:
        rows = selection.rows[:ENTRIES]
        for row in rows:
            row.feed_id = permanent(selection.request)(self.lasting(row))
        return rows

    def dated(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with `seen`, when the newest text behind each came in."""
        raise NotImplementedError

    def lasting(self, row: Any) -> str:
        """The address of a row without what may change in it."""
        raise NotImplementedError

    def item_title(self, item: Any) -> str:
        return plain(str(item))

    def item_guid(self, item: Any) -> str:
        return item.feed_id

    def item_updateddate(self, item: Any) -> Any:
        return item.seen


class MeetingFeed(ListFeed):
    of, list_name = MeetingList, "meeting_list"
    title = _("Diplomatic meetings")
    description_template = "meetings/feeds/meeting.html"

    def dated(self, rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
        mine = Edition.objects.filter(
            document__accounts__meeting=OuterRef("pk"), document__accounts__position__isnull=False
        )
        return rows.annotate(seen=latest(mine, "document__accounts__meeting"))

    def lasting(self, row: Meeting) -> str:
        return reverse("meetings:meeting", args=[row.pk])


class QuoteFeed(ListFeed):
    of, list_name = QuoteList, "quote_list"
    title = _("Quotes from diplomatic meetings")
    description_template = "meetings/feeds/quote.html"

    def dated(self, rows: QuerySet[Quote]) -> QuerySet[Quote]:
        return rows.annotate(seen=latest(Edition.objects.filter(document=OuterRef("document")), "document"))

    def lasting(self, row: Quote) -> str:
        return row.get_absolute_url()

    def item_title(self, item: Quote) -> str:
        speaker = item.speaker or item.speaker_organization or item.speaker_name or item.unnamed
        return plain(f"{speaker}: {item}")
