"""Query strings of the lists: read, checked and put in one canonical form.

What means nothing is left out and told of (`ignored`); a query string never breaks a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from pyroaring import BitMap

from meetings import date_range
from meetings.date_range import DateRange
from meetings.facets import DOCUMENTS, MEETINGS, PEOPLE, QUOTES, Chosen, Facet, Listing
from meetings.search import Search

MOST_VALUES = 50
LONGEST_VALUE = 300
NOT_STORED = re.compile("[\0\ud800-\udfff]")
"""What a database cannot be asked for."""


class FacetField(forms.Field):
    """The values of one facet: `country=KZ&country=RU`, as canonical values with their names."""

    widget = forms.MultipleHiddenInput

    def __init__(self, *, facet: Facet, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.facet = facet

    def to_python(self, value: list[str] | None) -> list[str]:
        return list(dict.fromkeys(one.strip() for one in value or [] if one.strip()))

    def clean(self, value: list[str] | None) -> tuple[dict[str, str], list[str]]:
        """Names by canonical value, and the values that mean nothing."""
        asked = self.to_python(value)
        readable = [one for one in asked[:MOST_VALUES] if len(one) <= LONGEST_VALUE and not NOT_STORED.search(one)]
        known = self.facet.vocabulary.known(readable) if readable else {}
        return dict(sorted(known.values())), [one for one in asked if one not in known]


class FacetFilter(django_filters.Filter):
    """One facet in a query string; `meetings.index` answers it, with all the others at once."""

    field_class = FacetField

    def __init__(self, facet: Facet) -> None:
        super().__init__(field_name=facet.name, label=facet.label, facet=facet)


class ModeField(forms.Field):
    """One of a few words; anything else is the first of them."""

    def __init__(self, *, words: Sequence[str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.words = words

    def clean(self, value: Any) -> str:
        return value if value in self.words else self.words[0]


class ModeFilter(django_filters.Filter):
    field_class = ModeField

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(words=words)


class WordsField(forms.Field):
    """What people typed into a search, whatever it is."""

    def clean(self, value: Any) -> str:
        return " ".join(NOT_STORED.sub(" ", value or "").split())


class WordsFilter(django_filters.Filter):
    field_class = WordsField


class DateField(forms.Field):
    """One end of a range of dates: a year, a month or a day in EDTF."""

    widget = forms.TextInput
    default_error_messages = {
        "no_date": _("This is not a date. Write a year, a month or a day, such as 2021, 2021-04 or 2021-04-08.")
    }

    def clean(self, value: str | None) -> str:
        try:
            return date_range.read((value or "").strip())
        except ValueError as error:
            raise ValidationError(self.error_messages["no_date"], "no_date") from error


class DateFilter(django_filters.Filter):
    field_class = DateField


class DateRangeForm(forms.Form):
    def clean(self) -> dict[str, Any]:
        within = DateRange(self.cleaned_data.get("from", ""), self.cleaned_data.get("to", ""))
        if not within.in_order:
            self.add_error("to", _("This is before the first date. Write a later one, or leave this field empty."))
        return self.cleaned_data


class FacetFilterSet(django_filters.FilterSet):
    """A list's whole state. Subclasses name their `listing`, and their `views` if there are several."""

    listing: Listing
    views: Sequence[str] = ()
    searched = ""
    """The kind of thing that a search for words (`q`, `exactly`) finds, if there is one."""

    def __init__(self, data: Any) -> None:
        """Without the copies of all filters that others make for each request: these hold nothing of it."""
        self.is_bound, self.data, self.form_prefix = True, data, None
        self.filters = self.base_filters

    def get_form_class(self) -> type[forms.Form]:
        kind: Any = type(self)
        return form_class(kind)

    @property
    def facets(self) -> Sequence[Facet]:
        return self.listing.facets

    @property
    def sorts(self) -> list[str]:
        """The first goes without saying; a single one is no choice."""
        return list(self.listing.sorts) if len(self.listing.sorts) > 1 else []

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        if not hasattr(cls, "listing"):
            return {}
        found = {facet.name: FacetFilter(facet) for facet in cls.listing.facets}
        for facet in cls.listing.facets:
            if facet.switch:
                found[f"{facet.name}_mode"] = ModeFilter(["any", "all"])
        modes = {"sort": list(cls.listing.sorts), "view": list(cls.views)}
        if cls.searched:
            found |= {"q": WordsFilter(), "exactly": ModeFilter(["", "1"])}
        return found | {name: ModeFilter(words) for name, words in modes.items() if len(words) > 1}

    @cached_property
    def cleaned(self) -> dict[str, Any]:
        self.form.is_valid()
        return self.form.cleaned_data

    @property
    def sort(self) -> str:
        return self.cleaned.get("sort", "")

    @property
    def view(self) -> str:
        return self.cleaned.get("view", "")

    @property
    def within(self) -> DateRange:
        """The range of dates asked for, as far as it can be understood."""
        return DateRange(self.cleaned.get("from", ""), self.cleaned.get("to", ""))

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """The names of the values asked for, by facet and value."""
        return {facet.name: self.cleaned[facet.name][0] for facet in self.facets}

    @property
    def ignored(self) -> list[tuple[Facet, str]]:
        return [(facet, value) for facet in self.facets for value in self.cleaned[facet.name][1]]

    @cached_property
    def chosen(self) -> Chosen:
        values = {name: tuple(labels) for name, labels in self.labels.items() if labels}
        modes = (facet.name for facet in self.facets if self.cleaned.get(f"{facet.name}_mode") == "all")
        return Chosen(values, frozenset(name for name in modes if name in values), self.within, self.found)

    @cached_property
    def search(self) -> Search | None:
        """The search for words that the list is narrowed to."""
        words = self.cleaned.get("q")
        return Search(words, bool(self.cleaned["exactly"])) if words else None

    @cached_property
    def found(self) -> BitMap | None:
        return BitMap(self.search.ids(self.searched)) if self.search and self.search.query else None


@cache
def form_class(filterset: Any) -> type[forms.Form]:
    """What reads the query strings of a list."""
    fields = {name: one.field for name, one in filterset.base_filters.items()}
    return type(f"{filterset.__name__}Form", (filterset._meta.form,), fields)


class MeetingFilter(FacetFilterSet):
    listing = MEETINGS
    views = ["list", "table"]
    searched = "meeting"

    class Meta:
        form = DateRangeForm

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        return super().get_filters() | {"from": DateFilter(), "to": DateFilter()}


class PersonFilter(FacetFilterSet):
    listing = PEOPLE


class QuoteFilter(FacetFilterSet):
    listing = QUOTES
    searched = "quote"


class DocumentFilter(FacetFilterSet):
    listing = DOCUMENTS
