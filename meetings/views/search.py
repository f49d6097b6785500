"""The page of the search, and what it suggests while one types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views import View

from meetings.models import Country, Meeting, Person
from meetings.search import Query, Search, spelling
from meetings.search.syntax import LONGEST, cleaned
from meetings.views.facet_links import FacetValue
from meetings.views.found import Result, results
from meetings.views.lists import page_links

KINDS = {
    "person": _("People"),
    "country": _("Countries"),
    "meeting": _("Meetings"),
    "quote": _("Quotes"),
    "document": _("Documents"),
}
LISTS = {"meeting": "meeting_list", "quote": "quote_list"}
"""Kinds whose lists can be narrowed by the same words."""
FEW = 5
PAGE = 25
MOST_PAGES = 400
MOST_ALONE = 5
SUGGESTED = 8


@dataclass(frozen=True, slots=True)
class Group:
    """The first results of one kind."""

    kind: str
    label: str | Promise
    total: int
    results: list[Result]
    url: str
    """All of them, the best first."""
    list_url: str
    """The list narrowed to them, if there is one."""


class SearchPage(View):
    def get(self, request: HttpRequest) -> HttpResponse:
        self.words = cleaned(request.GET.get("q", "")[: LONGEST + 1])
        self.exactly = request.GET.get("exactly") == "1"
        self.kind = request.GET.get("kind", "") if request.GET.get("kind") in KINDS else ""
        self.newest = request.GET.get("sort") == "newest"
        search = asked = Search(self.words, self.exactly)
        meant = search.meant() if search.query else None
        if meant is not None and not any(search.totals.values()):
            search = Search(meant, self.exactly)
        context = {
            "words": self.words,
            "search": search,
            "asked": asked,
            "meant": "" if meant is None else str(meant),
            "instead": search is not asked,
            "meant_url": "" if meant is None else self.url(q=str(meant)),
            "kinds": self.kinds(search),
            "sorts": self.sorts(),
            "spellings": self.spellings(),
            "newest": self.newest,
            "kind": self.kind,
            "total": sum(search.totals.values()),
            "alone": list(self.alone(search)),
        }
        found = self.one_kind(search, request.GET.get("page")) if self.kind else {"groups": self.groups(search)}
        return render(request, "meetings/search.html", context | found)

    def url(self, path: str = "", page: int = 1, **changes: str) -> str:
        """This search with changes; what goes without saying is left out."""
        state = {
            "q": self.words,
            "exactly": "1" if self.exactly else "",
            "kind": self.kind,
            "sort": "newest" if self.newest else "",
            "page": str(page) if page > 1 else "",
        } | changes
        pairs = {name: value for name, value in state.items() if value}
        return f"{path or reverse('meetings:search')}?{urlencode(pairs)}"

    def groups(self, search: Search) -> list[Group]:
        found = []
        for kind, label in KINDS.items():
            if total := search.totals[kind]:
                rows = results(search, kind, search.best(kind, 0, FEW, self.newest))
                found.append(Group(kind, label, total, rows, self.url(kind=kind), self.list_url(kind)))
        return found

    def alone(self, search: Search) -> Iterator[FacetValue]:
        """The parts of a query that found nothing, each by itself, as far as these find something."""
        if len(search.query.groups) < 2 or any(search.totals.values()):
            return
        for group in search.query.groups[:MOST_ALONE]:
            one = Search(Query((group,)), self.exactly)
            if not all(term.without for term in group) and (total := sum(one.totals.values())):
                yield FacetValue(one.words, one.words, total, False, self.url(q=one.words, kind=""))

    def list_url(self, kind: str) -> str:
        return self.url(reverse(f"meetings:{LISTS[kind]}"), sort="", kind="") if kind in LISTS else ""

    def one_kind(self, search: Search, page: str | None) -> dict[str, Any]:
        total = min(search.total(self.kind), PAGE * MOST_PAGES)
        one = Paginator(range(total), PAGE).get_page(page)
        start = PAGE * (one.number - 1)
        rows = results(search, self.kind, search.best(self.kind, start, start + PAGE, self.newest))
        return {
            "group": Group(self.kind, KINDS[self.kind], search.total(self.kind), rows, "", self.list_url(self.kind)),
            "page_obj": one,
            "is_paginated": one.has_other_pages(),
            **page_links(one, lambda number: self.url(page=number)),
        }

    def kinds(self, search: Search) -> list[FacetValue]:
        """Everything, or one kind alone."""
        totals = search.totals
        every = FacetValue("", _("All"), sum(totals.values()), not self.kind, self.url(kind=""))
        return [every] + [
            FacetValue(kind, label, totals[kind], kind == self.kind, self.url(kind=kind))
            for kind, label in KINDS.items()
        ]

    def sorts(self) -> list[FacetValue]:
        return [
            FacetValue("best", _("Best first"), 0, not self.newest, self.url(sort="")),
            FacetValue("newest", _("Newest first"), 0, self.newest, self.url(sort="newest")),
        ]

    def spellings(self) -> list[FacetValue]:
        return [
            FacetValue("any", _("Any form and spelling"), 0, not self.exactly, self.url(exactly="")),
            FacetValue("exactly", _("Exactly as typed"), 0, self.exactly, self.url(exactly="1")),
        ]


class Suggestions(View):
    """Persons, states and meetings that begin as somebody types, as JSON: `[{"label", "kind"}]`."""

    def get(self, request: HttpRequest) -> JsonResponse:
        words = request.GET.get("q", "").strip()[:100]
        found = [{"label": label, "kind": str(KINDS[kind])} for kind, label in suggested(words)] if words else []
        return JsonResponse({"suggestions": found[:SUGGESTED]}, json_dumps_params={"ensure_ascii": False})


def suggested(words: str) -> list[tuple[str, str]]:
    """Kinds and labels, each once."""
    view = Search("").view
    people, meetings = spelling.people_beginning(view, words), spelling.meetings_beginning(view, words)
    names = Person.objects.listed().in_bulk(people)
    titles = Meeting.objects.listed().in_bulk(meetings)
    states = Country.objects.in_bulk(spelling.countries_beginning(words)[:3])
    found = [("country", str(one)) for one in states.values()]
    found += [("person", names[pk].name) for pk in people[:4] if pk in names]
    found += [("meeting", titles[pk].title) for pk in meetings if pk in titles and titles[pk].title]
    return list(dict.fromkeys(found))
