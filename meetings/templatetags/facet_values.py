"""Facets, said in Python: a page has some hundreds of values and several forms, which is most of what a list costs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from html import escape
from typing import Any

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from meetings.templatetags.highlight import verbatim

register = template.Library()


@register.simple_tag
def facet_values(values: Iterable[Any]) -> SafeString:
    """An item for each meetings.views.facet_links.FacetValue: a link that turns it on or off."""
    language = get_language()
    return mark_safe("\n".join(item(value, language) for value in values))


@register.simple_tag
def hidden(pairs: Iterable[tuple[str, str]]) -> SafeString:
    """The rest of a list's state for a form: hidden fields."""
    fields = (f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in pairs)
    return mark_safe("\n".join(fields))


@register.simple_tag
def facet_find(
    facet: Any, path: str, state: Iterable[tuple[str, str]], order: str = "", sought: str = ""
) -> SafeString:
    """A form that looks in all values, on the facet's page at `path`; the script narrows those in sight meanwhile."""
    # Sentences are put together outside of the f-string: xgettext does not look into one.
    rest = hidden([*state, ("order", order)] if order else state)
    # Sentences are put together outside of the f-string: xgettext does not look into one.
    none = _("None of those listed here. Press Find to look in all.")
    name, find = _("Find in: %(name)s") % {"name": facet.label}, _("Find")
    return mark_safe(f"""<form class="facet-find" method="get" action="{escape(path)}" role="search" \
aria-labelledby="facet-{facet.name}" data-facet-find>
  {rest}<label class="visually-hidden" for="find-{facet.name}">{escape(name)}</label>
  <input type="search" id="find-{facet.name}" name="find" value="{escape(sought)}" maxlength="100" autocomplete="off" \
spellcheck="false">
  <button>{escape(find)}</button>
  <p class="facet-find__none" role="status" data-none="{escape(none)}"></p>
</form>""")


def item(value: Any, language: str | None) -> str:
    current = ' aria-current="true"' if value.selected else ""
    return (
        f'<li><a class="facet__value" href="{escape(value.url)}" rel="nofollow"{current}>'
        f'<span class="facet__label">{label(value.label)}</span> '
        f'<span class="facet__count">{count(value.count, language)}</span></a></li>'
    )


@lru_cache(maxsize=10_000)
def label(words: str) -> SafeString:
    return verbatim(words)


def count(number: int, language: str | None) -> str:
    return str(number) if number < 1000 else f"{number:,}".replace(",", separator(language))


@cache
def separator(language: str | None) -> str:
    """What stands between thousands; asked for once, because numbers are too many to be kept."""
    return str(intcomma(1000)[1:-3])
