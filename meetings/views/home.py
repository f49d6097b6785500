"""The front page: what there is, and ways in."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, Max
from django.urls import reverse
from django.views.generic import TemplateView

from meetings.models import Country, Document, Edition, Meeting, Participant, Person, Quote, seated
from meetings.views.year_chart import YearChart


def most_frequent_pairs(number: int) -> list[tuple[Country, Country, int]]:
    """The pairs of states that met most often, each in its canonical order, with the number of meetings."""
    met = Participant.objects.filter(
        meeting__in=Meeting.objects.listed(), meeting__participants__country__gt=F("country")
    )
    pairs = met.order_by().values_list("country", "meeting__participants__country")
    counted = pairs.annotate(times=Count("meeting", distinct=True))
    top = list(counted.order_by("-times", "country", "meeting__participants__country")[:number])
    names = Country.objects.in_bulk({code for one, other, _ in top for code in (one, other)})
    return [(names[one], names[other], times) for one, other, times in top]


class Home(TemplateView):
    template_name = "meetings/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        listed = Meeting.objects.listed()
        years = dict(listed.order_by().values_list("year").annotate(Count("pk")))
        countries = list(Country.objects.met().order_by(F("meeting_count").desc(), "name"))
        return super().get_context_data(**kwargs) | {
            "counts": {
                "meetings": sum(years.values()),
                "people": Person.objects.listed().count(),
                "countries": len(countries),
                "quotes": Quote.objects.listed().count(),
                "documents": Document.objects.told().count(),
            },
            "latest": seated(listed.for_list()[:6]),
            "chart": YearChart(years, reverse("meetings:meeting_list")),
            "countries": countries[:12],
            "pairs": most_frequent_pairs(10),
            "last_import": Edition.objects.aggregate(at=Max("seen_at"))["at"],
            "documents": Document.objects.told().defer("hints").order_by("-id")[:6],
        }
