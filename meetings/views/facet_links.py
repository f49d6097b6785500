"""Facets as links: every value toggles itself, and the address holds the whole state in one canonical form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings.facets import LIMIT, Facet, Tally
from meetings.filters import FacetFilterSet

SHORT = 12
"""So many values of a facet are seen at once; the rest unfolds, unless it is only a few."""
FEW = 3


@dataclass(frozen=True, slots=True)
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
    rest: list[FacetValue]
    modes: list[FacetValue]
    cut: bool
    """There are more values than can be told of."""


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
        self.values = {name: tuple(values) for name, values in filterset.labels.items()}
        self.modes = {f"{name}_mode": "all" for name in filterset.chosen.all_of}
        if filterset.sorts and filterset.sort != next(iter(filterset.sorts)):
            self.modes["sort"] = filterset.sort

    def url(
        self, page: int = 1, values: dict[str, tuple[str, ...]] | None = None, modes: dict[str, str] | None = None
    ) -> str:
        """The address with other values or modes; an empty mode is left out, and so is the first page."""
        pairs = [(name, one) for name, chosen in (self.values | (values or {})).items() for one in sorted(chosen)]
        names = {name for name, one in pairs}
        pairs += [
            (name, word)
            for name, word in (self.modes | (modes or {})).items()
            if word and (name == "sort" or name.removesuffix("_mode") in names)
        ]
        pairs += [("page", str(page))] if page > 1 else []
        return f"{self.path}?{urlencode(pairs)}" if pairs else self.path

    def toggled(self, name: str, value: str) -> str:
        chosen = self.values[name]
        left = tuple(one for one in chosen if one != value)
        return self.url(values={name: left if value in chosen else (*chosen, value)})

    @property
    def cleared(self) -> str:
        return self.url(values=dict.fromkeys(self.values, ()))

    def chips(self) -> list[Chip]:
        labels = self.filterset.labels
        return [
            Chip(facet.label, label, self.toggled(facet.name, value))
            for facet in self.filterset.facets
            for value, label in labels[facet.name].items()
        ]

    def facets(self, tallies: dict[str, list[Tally]]) -> list[FacetLinks]:
        """Facets that offer a choice, or have been used."""
        found = (self._facet(facet, tallies[facet.name]) for facet in self.filterset.facets)
        return [one for one in found if len(one.values) > 1 or any(value.selected for value in one.values)]

    def sorts(self, labels: dict[str, Promise]) -> list[FacetValue]:
        default = next(iter(labels))
        return [
            FacetValue(
                word, label, 0, word == self.filterset.sort, self.url(modes={"sort": "" if word == default else word})
            )
            for word, label in labels.items()
        ]

    def _facet(self, facet: Facet, tallies: Iterable[Tally]) -> FacetLinks:
        chosen = self.values[facet.name]
        values = [
            FacetValue(one.value, one.label, one.count, one.value in chosen, self.toggled(facet.name, one.value))
            for one in tallies
        ]
        short = SHORT if len(values) > SHORT + FEW else len(values)
        shown = [value for place, value in enumerate(values) if place < short or value.selected]
        rest = [value for place, value in enumerate(values) if place >= short and not value.selected]
        cut = len(values) >= LIMIT
        return FacetLinks(facet.name, facet.label, shown, rest, self._modes(facet) if chosen else [], cut)

    def _modes(self, facet: Facet) -> list[FacetValue]:
        if not facet.switch:
            return []
        name, now = f"{facet.name}_mode", self.modes.get(f"{facet.name}_mode", "any")
        words = {"any": _("Any of these"), "all": _("All of these")}
        return [
            FacetValue(word, label, 0, word == now, self.url(modes={name: "" if word == "any" else word}))
            for word, label in words.items()
        ]
