"""What the rows of lists are full of: numbers, formats and people."""

from __future__ import annotations

from functools import cache
from html import escape

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext_lazy

from meetings.models import Format, Participant, Seat
from meetings.templatetags.highlight import verbatim

register = template.Library()

THINGS = {
    "accounts": ngettext_lazy("%(shown)s account", "%(shown)s accounts", "number"),
    "chosen": ngettext_lazy("%(number)s chosen", "%(number)s chosen", "number"),
    "further people": ngettext_lazy("and %(number)s more", "and %(number)s more", "number"),
    "meetings": ngettext_lazy("%(shown)s meeting", "%(shown)s meetings", "number"),
    "quotes": ngettext_lazy("%(shown)s quote", "%(shown)s quotes", "number"),
}
FORMATS = dict(Format.choices)


def number_of(number: int, things: str) -> str:
    """A number with what it counts, one of `THINGS`: 1,234 quotes."""
    return THINGS[things] % {"number": number, "shown": comma(number)}


def comma(number: int) -> str:
    """The number as the interface's language writes it: 1,234."""
    return str(number) if number < 1000 else f"{number:,}".replace(",", separator(get_language()))


@cache
def separator(language: str | None) -> str:
    """What stands between thousands."""
    return str(intcomma(1000)[1:-3])


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
