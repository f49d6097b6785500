"""How sure a finding is, and why nothing was found, in words."""

from __future__ import annotations

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.extraction.rules import RULES

register = template.Library()

DEGREES = (
    (0.9, gettext_lazy("quite sure")),
    (0.7, gettext_lazy("fairly sure")),
    (0.5, gettext_lazy("not quite sure")),
    (0.0, gettext_lazy("doubtful")),
)
"""The least confidence of each degree; below the last but one the editors are asked to look."""


@register.filter
def confidence(value: float) -> str:
    """0.93 as “quite sure (0.93)”."""
    degree = next(words for least, words in DEGREES if value >= least)
    return _("%(degree)s (%(number)s)") % {"degree": degree, "number": number_format(value, 2)}


@register.filter
def because(rule: str) -> SafeString | str:
    """What a rule says, in the sentence of its documentation; "" for a name that is no rule's."""
    return format_html('<span lang="en">{}</span>', RULES[rule].description) if rule in RULES else ""
