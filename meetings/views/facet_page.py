"""All values of one facet on a page of their own: found by name, in pages, each a link back to the list."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from meetings.facets import Facet, Tally
from meetings.index import tally_of
from meetings.index.columns import folded
from meetings.views.facet_links import Address, FacetValue
from meetings.views.lists import FacetedList, page_links

LONGEST_SEARCH = 100
ORDERS = {"count": _("Most frequent"), "name": _("By name")}


def found(facet: Facet, tallies: list[Tally], sought: str) -> list[Tally]:
    """The values that go by a name in which all the words sought occur, whatever its script."""
    words = folded(sought).split()
    if not words:
        return tallies
    names = {one.value: folded(one.label) for one in tallies}
    for value, name in facet.vocabulary.spellings(names.keys()):
        if value in names:
            names[value] += "\n" + folded(name)
    return [one for one in tallies if any(all(word in name for word in words) for name in names[one.value].split("\n"))]


class FacetPage(ListView):
    """The values of the facet named in the address, of the list that `of` shows under the name `list_name`."""

    of: type[FacetedList] = FacetedList
    list_name = ""
    template_name = "meetings/facet_page.html"
    paginate_by = 120

    def get_queryset(self) -> list[FacetValue]:  # type: ignore[override]
        filterset = self.of.filterset_class(self.request.GET)
        named = [one for one in filterset.facets if one.name == self.kwargs["facet"]]
        if not named:
            raise Http404
        self.facet = named[0]
        self.address = Address(reverse(f"meetings:{self.list_name}"), filterset)
        self.sought = self.request.GET.get("find", "").strip()[:LONGEST_SEARCH]
        self.order = "name" if self.request.GET.get("order") == "name" and not self.facet.vocabulary.by_value else ""
        tallies = found(self.facet, tally_of(self.facet, filterset.listing, filterset.chosen, limit=None), self.sought)
        if self.order:
            tallies.sort(key=lambda one: folded(one.label))
        return self.address.links(self.facet, tallies)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return (
            context
            | {
                "facet": self.facet,
                "sought": self.sought,
                "order": self.order,
                "orders": [] if self.facet.vocabulary.by_value else self._orders(),
                "chips": self.address.chips(),
                "clear_url": self.address.cleared,
                "list_url": self.address.url(),
                "all_url": self.address.url(modes={"order": self.order}, path=self.request.path),
                "state": self.address.pairs(),
            }
            | page_links(context["page_obj"], self._page)
        )

    def _page(self, number: int) -> str:
        """The first page goes without its number."""
        modes = {"find": self.sought, "order": self.order, "page": str(number) if number > 1 else ""}
        return self.address.url(modes=modes, path=self.request.path)

    def _orders(self) -> list[FacetValue]:
        def url(word: str) -> str:
            order = "" if word == "count" else word
            return self.address.url(modes={"find": self.sought, "order": order}, path=self.request.path)

        now = self.order or "count"
        return [FacetValue(word, label, 0, word == now, url(word)) for word, label in ORDERS.items()]
