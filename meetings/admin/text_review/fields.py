"""Fields that work without a script: states by their names, persons out of those whom a text names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from meetings import countries
from meetings.models import Country, Person

NOBODY = ("", "–")
Choices = list[tuple[Any, str]]


@cache
def names() -> dict[str, str]:
    """{code: English name}."""
    return {row.code: row.name for row in countries.read()}


@cache
def codes() -> dict[str, str]:
    """{a name in any language, or the code itself, in small letters: code}."""
    spelled = {form.casefold(): code for code, forms in countries.names_by_code().items() for form in forms}
    shown = {name.casefold(): code for code, name in names().items()}
    return spelled | shown | {code.casefold(): code for code in names()}


class CountryByName(forms.ModelChoiceField):
    """A state by its name in any language, or by its code; the names in English are offered while typing."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"list": "countries", "class": "vTextField"})
        super().__init__(Country.objects.all(), required=False, widget=widget, **options)

    def prepare_value(self, value: Any) -> Any:
        value = super().prepare_value(value)
        return names().get(value, value)

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or isinstance(value, Country):
            return value or None
        code = codes().get(" ".join(str(value).split()).casefold())
        if code is None:
            message = "No state is called “%(value)s”: choose one that is offered, or write its code, such as KZ."
            raise ValidationError(message, params={"value": value})
        return super().to_python(code)


class PlainSelect(forms.Select):
    """A list to choose from, written without a template for each of its lines: a page holds many of them."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = str(value if value is not None else "")
        options = [(key, " selected" if str(key) == chosen else "", label) for key, label in self.choices]
        lines = format_html_join("", '<option value="{}"{}>{}</option>', options)
        return format_html("<select{}>{}</select>", flatatt({**self.attrs, **(attrs or {}), "name": name}), lines)


class PersonOfText(forms.ModelChoiceField):
    """Somebody whom the text names; who else is chosen already stays so. `offer` says who can be chosen."""

    def __init__(self, **options: Any) -> None:
        super().__init__(Person.objects.filter(merged_into=None), required=False, widget=PlainSelect, **options)

    def offer(self, people: Choices, chosen: Person | None = None, nobody: str = NOBODY[1]) -> None:
        known = {pk for pk, _ in people}
        more = [(chosen.pk, str(chosen))] if chosen and chosen.pk not in known else []
        self.widget.choices = [("", nobody), *people, *more]


def offered(people: Iterable[Person]) -> Choices:
    """Persons as choices, by name; where two have one name, with what tells them apart."""
    rows = sorted({row.pk: row for row in people}.values(), key=lambda row: (row.name, row.pk))
    several = [row.name for row in rows]
    return [(row.pk, f"{row} ({row.slug})" if several.count(row.name) > 1 else str(row)) for row in rows]
