"""Parts of pages that are macros of Jinja2, in pages that are templates of Django: `{% part "switch" links=sorts %}`."""

from __future__ import annotations

from django import template

from meetings.parts import part

register = template.Library()
register.simple_tag(part)
