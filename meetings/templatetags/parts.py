"""Macros of Jinja2 in templates of Django: `{% part "switch" label=_("Order") links=sorts %}`."""

from __future__ import annotations

from django import template

from meetings.parts import part

register = template.Library()
register.simple_tag(part)
