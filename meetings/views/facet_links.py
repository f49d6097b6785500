"""Facets as links: every value toggles itself, and the address holds the whole state in one canonical form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import quote_plus, urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings.facets import FEW, LIMIT, Facet, Tally
from meetings.filters import FacetFilterSet

quoted = lru_cache(maxsize=20_000)(quote_plus)


@dataclass(slots=True)
class FacetValue:
    """A link that turns one value on or off."""

    value: str
    label: str | Promise
    count: int
    selected: bool
    url: str


@dataclass(frozen=True, slots=True)
class FacetLinks:
    """One facet as a page shows it."""

    name: str
    label: str | Promise
    values: list[FacetValue]
    modes: list[FacetValue]
    more: bool
    """There are values that are not shown."""
    path: str
    """The page of all values, whatever is chosen."""
    all_url: str


PLACE = "\0"
"""A value that none is."""
ANY_TIME = {"from": "", "to": ""}
ANY_WORDS = {"q": "", "exactly": ""}


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen value that can be taken away."""

    facet: str | Promise
    label: str
    url: str


class Address:
    """The addresses of one list in all its states."""

    def __init__(self, path: str, filterset: FacetFilterSet) -> None:
        self.path = path
        self.filterset = filterset
        self.around: dict[str, tuple[str, str]] = {}
        self.values = {name: tuple(values) for name, values in filterset.labels.items()}
        self.modes = {f"{name}_mode": "all" for name in filterset.chosen.all_of}
        if filterset.search:
            self.modes |= {"q": filterset.cleaned["q"], "exactly": filterset.cleaned["exactly"]}
        self.modes |= {"from": filterset.within.start, "to": filterset.within.end}
        if filterset.sorts and filterset.sort != next(iter(filterset.sorts)):
            self.modes["sort"] = filterset.sort
        if filterset.views and filterset.view != filterset.views[0]:
            self.modes["view"] = filterset.view

    def pairs(
        self, values: dict[str, tuple[str, ...]] | None = None, modes: dict[str, str] | None = None
    ) -> list[tuple[str, str]]:
        """The names and values of a query string in canonical order, with other values or modes.

        What is empty is left out, and so is the mode of a facet in which nothing is chosen.
        """
        pairs = [(name, one) for name, chosen in (self.values | (values or {})).items() for one in sorted(chosen)]
        without = {f"{name}_mode" for name in self.values} - {f"{name}_mode" for name, one in pairs}
        modes = self.modes | (modes or {})
        return pairs + [(name, word) for name, word in modes.items() if word and name not in without]

    def url(
        self, values: dict[str, tuple[str, ...]] | None = None, modes: dict[str, str] | None = None, path: str = ""
    ) -> str:
        """The address with other values or modes."""
        query = urlencode(self.pairs(values, modes)) if values or modes else self._query
        return f"{path or self.path}?{query}" if query else path or self.path

    @cached_property
    def _query(self) -> str:
        return urlencode(self.pairs())

    def facet_path(self, name: str) -> str:
        """Where all values of a facet are."""
        return f"{self.path}facets/{name}/"

    def toggled(self, name: str, value: str) -> str:
        chosen = self.values[name]
        if value in chosen:
            return self.url(values={name: tuple(one for one in chosen if one != value)})
        begin, end = self._around(name)
        if not chosen:
            return f"{begin}{quoted(value)}{end}"
        return begin + f"&{name}=".join(map(quoted, sorted((*chosen, value)))) + end

    def _around(self, name: str) -> tuple[str, str]:
        """What stands before and after the values of a facet in the addresses that choose one more."""
        if name not in self.around:
            begin, _, end = self.url(values={name: (PLACE,)}).partition(quoted(PLACE))
            self.around[name] = begin, end
        return self.around[name]

    @property
    def cleared(self) -> str:
        return self.url(values=dict.fromkeys(self.values, ()), modes=ANY_TIME | ANY_WORDS)

    def chips(self) -> list[Chip]:
        labels, within = self.filterset.labels, self.filterset.within
        words = self.modes.get("q")
        chips = [Chip(_("Words"), words, self.url(modes=ANY_WORDS))] if words else []
        chips += [
            Chip(facet.label, label, self.toggled(facet.name, value))
            for facet in self.filterset.facets
            for value, label in labels[facet.name].items()
        ]
        return chips + ([Chip(_("Meeting date"), str(within), self.url(modes=ANY_TIME))] if within else [])

    def facets(self, tallies: dict[str, list[Tally]]) -> list[FacetLinks]:
        """Facets that offer a choice, or have been used."""
        found = (self._facet(facet, tallies[facet.name]) for facet in self.filterset.facets)
        return [one for one in found if len(one.values) > 1 or any(value.selected for value in one.values)]

    def switch(self, name: str, labels: Mapping[str, Promise], now: str) -> list[FacetValue]:
        """One link for each word of a mode; the first word is what goes without saying."""
        default = next(iter(labels), "")
        return [
            FacetValue(word, label, 0, word == now, self.url(modes={name: "" if word == default else word}))
            for word, label in labels.items()
        ]

    def links(self, facet: Facet, tallies: Iterable[Tally]) -> list[FacetValue]:
        name, chosen = facet.name, self.values[facet.name]
        return [
            FacetValue(one.value, one.label, one.count, one.value in chosen, self.toggled(name, one.value))
            for one in tallies
        ]

    def _facet(self, facet: Facet, tallies: Iterable[Tally]) -> FacetLinks:
        chosen, found = self.values[facet.name], self.links(facet, tallies)
        most = LIMIT if len(found) > LIMIT + FEW else len(found)
        shown = [value for place, value in enumerate(found) if place < most or value.selected]
        modes = self._modes(facet) if chosen else []
        path = self.facet_path(facet.name)
        return FacetLinks(facet.name, facet.label, shown, modes, len(shown) < len(found), path, self.url(path=path))

    def _modes(self, facet: Facet) -> list[FacetValue]:
        if not facet.switch:
            return []
        name = f"{facet.name}_mode"
        return self.switch(name, {"any": _("Any of these"), "all": _("All of these")}, self.modes.get(name, "any"))
