"""What the rows of lists are full of, said in Python: a template takes ten times as long for each."""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext_lazy

from meetings.models import Format, Participant
from meetings.templatetags.highlight import verbatim

register = template.Library()

THINGS = {
    "accounts": ngettext_lazy("%(shown)s account", "%(shown)s accounts", "number"),
    "meetings": ngettext_lazy("%(shown)s meeting", "%(shown)s meetings", "number"),
    "quotes": ngettext_lazy("%(shown)s quote", "%(shown)s quotes", "number"),
}
FORMATS = dict(Format.choices)


@register.filter
def number_of(number: int | None, things: str) -> str:
    """A number with what it counts, one of `THINGS`: 1,234 quotes."""
    return _number_of(number or 0, things, get_language())


@lru_cache(maxsize=10_000)
def _number_of(number: int, things: str, language: str | None) -> str:
    return THINGS[things] % {"number": number, "shown": intcomma(number)}


@register.filter
def format_name(value: str) -> str:
    """The name of a format; `get_format_display` goes through all of them for each row."""
    return str(FORMATS.get(value, value))


@register.simple_tag
def person_link(seat: Participant, css: str = "") -> SafeString:
    """Who took part: a link, of the class `css` if there is one, or that the name is withheld."""
    person = seat.person
    if person is None:
        return format_html('<span class="undated">{}</span>', seat.name)
    if css:
        return format_html('<a class="{}" href="{}">{}</a>', css, person.get_absolute_url(), verbatim(person.name))
    return format_html('<a href="{}">{}</a>', person.get_absolute_url(), verbatim(person.name))


@register.simple_tag
def seat(one: Participant) -> SafeString:
    """Who took part, in which office and for whom, where neither the words of the office nor the state say that."""
    office = format_html('<span class="who__office">, {}</span>', verbatim(one.office, one.office_language))
    side: object = ""
    if one.country:
        side = "" if one.office_names_state else one.country
    elif one.organization and one.organization.name not in one.office:
        side = verbatim(one.organization.name)
    whom = format_html('<span class="who__country"> ({})</span>', side) if side else ""
    return format_html("{}{}{}", person_link(one), office if one.office else "", whom)
