"""Fields to choose persons, states, meetings and bodies with."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget, AutocompleteSelect
from django.db import models

from meetings.models import Country, Meeting, Organization, Participant, Person


class Autocomplete(AutocompleteSelect):
    """Asks the database for no label that the form knows already, so that long lists of rows cost no queries."""

    known: dict[str, str] = {}

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=["js/autocomplete-names.js"])

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> Any:
        """With a word to say what an empty field is for, to those who see it and those who hear it."""
        return super().build_attrs(base_attrs, extra_attrs) | {"data-placeholder": "Type to search"}

    def optgroups(self, name: str, value: Any, attr: Any = None) -> list[Any]:
        selected = [str(one) for one in value if one]
        if not selected or not set(selected) <= self.known.keys():
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options += [self.create_option(name, one, self.known[one], True, 1) for one in selected]
        return [(None, options, 0)]


def choice(
    model: type[models.Model], source: str, queryset: models.QuerySet[Any], **options: Any
) -> forms.ModelChoiceField:
    """A field that offers the rows found by typing; `source` is a foreign key of `model` to such rows."""
    key: Any = model._meta.get_field(source)
    return forms.ModelChoiceField(queryset, widget=Autocomplete(key, admin.site), **options)


def person_field(model: type[models.Model] = Participant, source: str = "person", **options: Any) -> Any:
    """A person as they are held to be now."""
    return choice(model, source, Person.objects.filter(merged_into=None), **options)


def anybody_field(**options: Any) -> Any:
    """A person, be they merged into another or not: verdicts of identity speak of either."""
    return choice(Person, "merged_into", Person.objects.all(), required=False, **options)


def any_meeting_field(**options: Any) -> Any:
    """A meeting, be it merged into another or not."""
    return choice(Meeting, "merged_into", Meeting.objects.all(), required=False, **options)


def country_field(**options: Any) -> Any:
    return choice(Participant, "country", Country.objects.all(), required=False, **options)


ORGANIZATIONS_OFFERED = 500


def organization_field(label: str = "Organization") -> forms.CharField:
    """A body by its name: one that is known, offered while typing, or a new one."""
    widget = AdminTextInputWidget(attrs={"list": "organizations", "class": "vTextField body"})
    return forms.CharField(label=label, required=False, max_length=300, widget=widget)


def organizations_offered() -> list[str]:
    return list(Organization.objects.values_list("name", flat=True)[:ORGANIZATIONS_OFFERED])


def know(form: forms.ModelForm, *names: str) -> None:
    """Tell the form's autocompletes the labels of what its row holds."""
    for name in names:
        row = getattr(form.instance, name, None) if name in form.fields else None
        if row is not None:
            form.fields[name].widget.known = {str(row.pk): str(row)}
