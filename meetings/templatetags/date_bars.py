"""Bars of meeting dates, said in Python: there may be a hundred, and a template takes five times as long."""

from __future__ import annotations

from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from meetings.templatetags.facet_values import count

register = template.Library()


@register.simple_tag
def date_bars(bars: list[Any]) -> SafeString:
    """Contents of the chart's `<svg>`; wants meetings.views.date_chart.DateBar."""
    return mark_safe("\n".join(f"{link(bar)}{label(bar)}" for bar in bars if bar.count or bar.labelled))


@register.simple_tag
def date_rows(bars: list[Any]) -> SafeString:
    """The same as rows of a table."""
    language = get_language()
    return mark_safe(
        "\n".join(
            f'<tr><th scope="row"><a href="{escape(bar.url)}" rel="nofollow"{current(bar)}>{escape(bar.name)}</a></th>'
            f'<td class="number">{count(bar.count, language)}</td></tr>'
            for bar in bars
        )
    )


def link(bar: Any) -> str:
    if not bar.count:
        return ""
    return (
        f'<a href="{escape(bar.url)}" rel="nofollow"{current(bar)} aria-label="{escape(bar.said)}">'
        f'<rect class="chart__hit" {bar.slot}/><rect class="chart__bar" {bar.bar}/></a>'
    )


def label(bar: Any) -> str:
    if not bar.labelled:
        return ""
    minor = ' class="dates__minor"' if bar.minor else ""
    return f'<text{minor} x="{bar.middle}" y="92" aria-hidden="true">{escape(bar.tick)}</text>'


def current(bar: Any) -> str:
    return ' aria-current="true"' if bar.selected else ""
