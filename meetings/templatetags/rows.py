"""What the rows of lists are full of, said in Python: a template takes ten times as long for each."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.urls import get_script_prefix
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext_lazy

from meetings.models import Format, Participant, Seat
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
def person_link(seat: Participant | Seat, css: str = "") -> SafeString:
    """Who took part: a link, of the class `css` if there is one, or that the name is withheld."""
    url = seat.person_url
    if not url:
        return format_html('<span class="undated">{}</span>', seat.name)
    kind = f' class="{escape(css)}"' if css else ""
    return mark_safe(f'<a{kind} href="{escape(url)}">{verbatim(seat.name)}</a>')


def seat(one: Seat) -> str:
    """Who took part, in which office and for whom, where neither the words of the office nor the state say that."""
    return _seat(one, get_script_prefix(), get_language())


@lru_cache(maxsize=5_000)
def _seat(one: Seat, prefix: str, language: str | None) -> str:
    """Kept, because the same few hundred people in the same offices are in most rows."""
    side = ""
    if one.country_id:
        side = "" if one.office_names_state else escape(one.country)
    elif one.organization and one.organization not in one.office:
        side = verbatim(one.organization)
    office = f'<span class="who__office">, {verbatim(one.office, one.office_language)}</span>' if one.office else ""
    whom = f'<span class="who__country"> ({side})</span>' if side else ""
    return f"{person_link(one)}{office}{whom}"
