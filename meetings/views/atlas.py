"""All states at once: who met whom as a matrix, and how many meetings each had as a map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F
from django.urls import reverse
from django.views.generic import TemplateView

from meetings.models import Country, Participant
from meetings.views.country import list_url
from meetings.views.steps import Steps
from meetings.world import Shape, World, world

MOST_STATES = 20
"""So many states a matrix has, unless all are asked for."""
SMALL = 16
"""A state whose greatest part is shorter than this, in units of the map, is a circle besides."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Two states and their meetings; no address where they never met. `step` 0 is no shade."""

    other: Country
    count: int = 0
    step: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A state that met, and its place on the map if it has one."""

    country: Country
    count: int
    step: int
    url: str
    shape: Shape | None

    @property
    def small(self) -> bool:
        return self.shape is not None and self.shape.size < SMALL


class Matrix(TemplateView):
    template_name = "meetings/country_matrix.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        states = most_met()
        shown = states if self.request.GET.get("all") else states[:MOST_STATES]
        counts = meetings_of_pairs(shown)
        steps = Steps(max(counts.values(), default=0))
        return super().get_context_data(
            states=shown,
            rows=[(one, [cell(one, other, counts, steps) for other in shown]) for one in shown],
            steps=steps.all,
            total=len(states),
            **kwargs,
        )


def most_met() -> list[Any]:
    """The states that met, with `meeting_count`, the greatest first."""
    return sorted(Country.objects.met(), key=lambda one: (-one.meeting_count, one.name))


def meetings_of_pairs(states: Sequence[Country]) -> dict[tuple[str, str], int]:
    """How often two of these states met, by their codes in order; pairs that never met are left out."""
    codes = [state.pk for state in states]
    across = Participant.objects.filter(
        meeting__account_count__gt=0, meeting__merged_into=None, country__in=codes
    ).annotate(other=F("meeting__participants__country"))
    rows = across.filter(other__gt=F("country"), other__in=codes).order_by().values_list("country", "other")
    return {(one, other): n for one, other, n in rows.annotate(n=Count("meeting", distinct=True))}


def cell(one: Country, other: Country, counts: dict[tuple[str, str], int], steps: Steps) -> Cell:
    first, second = sorted((one.pk, other.pk))
    count = counts.get((first, second), 0)
    url = reverse("meetings:pair", args=[first.lower(), second.lower()]) if count else ""
    return Cell(other, count, steps.of(count), url)


class WorldMap(TemplateView):
    template_name = "meetings/country_map.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        states = most_met()
        steps, drawn = Steps(max((one.meeting_count for one in states), default=0)), world()
        placed = [self.placed(one, steps, drawn) for one in states]
        met = {one.pk for one in states}
        return super().get_context_data(
            world=drawn,
            others=[shape.path for code, shape in drawn.shapes.items() if code not in met],
            placed=placed,
            unplaced=[one for one in placed if not one.shape],
            steps=steps.all,
            **kwargs,
        )

    def placed(self, one: Any, steps: Steps, drawn: World) -> Placed:
        url = list_url("meeting_list", ("country", one.pk))
        return Placed(one, one.meeting_count, steps.of(one.meeting_count), url, drawn.shapes.get(one.pk))
