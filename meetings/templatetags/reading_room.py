"""Dates, languages and countries as the pages show them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from html import escape

from django import template
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.template import Context
from django.urls import reverse, translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from meetings.cldr import date_in_words, language_in_words, listed
from meetings.extraction.rules import RULES
from meetings.models import Meeting

register = template.Library()

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
RIGHT_TO_LEFT_SCRIPTS = {"Arab", "Hebr", "Nkoo", "Syrc", "Thaa"}


@register.filter
def edtf(value: str) -> str:
    """An EDTF date in words: 8 April 2021; May 2018; 28 May, year unknown; Date unknown."""
    year, month, day = (int(part) if part.isdecimal() else None for part in [*value.split("-"), "", ""][:3])
    words = date_in_words(year, month, day)
    if not words:
        return _("Date unknown")
    return words if year else _("%(day)s, year unknown") % {"day": words}


@register.filter
def day(when: datetime) -> str:
    """The day of a moment, in the words of the interface's language."""
    return date_in_words(when.year, when.month, when.day)


@register.filter
def moment(when: datetime) -> str:
    """The same with the time of day (UTC, or as the site's clock is set)."""
    return f"{day(when)}, {when:%H:%M}"


@register.simple_tag
def edtf_time(value: str) -> SafeString:
    """The same inside `<time datetime>`, as far as HTML can say it: `2021-04-08`, `2018-05`, `05-28`."""
    machine = value.removeprefix("XXXX-")
    if not machine or "X" in machine or (machine != value and len(machine) != 5):
        return mark_safe(f'<span class="undated">{escape(edtf(value))}</span>')
    return mark_safe(f'<time datetime="{escape(machine)}">{escape(edtf(value))}</time>')


def subtags(language: str) -> tuple[str, str]:
    """The language and the script (or "") of a BCP 47 tag."""
    first, *others = language.replace("_", "-").split("-")
    return first.lower(), next((part.title() for part in others if len(part) == 4 and part.isalpha()), "")


def direction(language: str) -> str:
    """`rtl` or `ltr`; `auto` where the language is unknown."""
    code, script = subtags(language)
    if not code:
        return "auto"
    if script:
        return "rtl" if script in RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"


@register.simple_tag
def lang_attrs(language: str) -> SafeString:
    """Attributes for a block of verbatim text: `lang="uz-Cyrl" dir="ltr"`."""
    return _lang_attrs(language)


@lru_cache(maxsize=1000)
def _lang_attrs(language: str) -> SafeString:
    return format_html('lang="{}" dir="{}"', language, direction(language))


@register.simple_tag
def rule(name: str) -> SafeString:
    """A rule's name, with a link to what it says; a decision of a person has a name, but no rule."""
    code = format_html('<code class="rule">{}</code>', name)
    if name not in RULES:
        return code
    return format_html('<a class="rule-link" href="{}#{}">{}</a>', reverse("meetings:about_reading"), name, code)


@register.filter
def plain(words: str) -> str:
    """Words of a source without the characters that XML cannot hold, for feeds."""
    return NOT_IN_XML.sub("", words)


@register.filter
def language_name(language: str) -> str:
    """Name of a BCP 47 tag in the interface's language: Uzbek (Cyrillic)."""
    return language_in_words(language) if language and language != "und" else _("Language unknown")


@lru_cache(maxsize=1000)
def in_language(path: str, code: str) -> str:
    """The same page in another language."""
    return translate_url(path, code)


@register.simple_tag(takes_context=True)
def other_tongues(context: Context) -> list[dict[str, str | bool]]:
    """This page in each language of the interface: `code`, `name`, `url`, `absolute` and whether it is `current`.

    None where there is no request, or one for a host that is not ours.
    """
    try:
        here, site = context["request"].get_full_path(), context["request"].build_absolute_uri("/")
    except (KeyError, DisallowedHost):
        return []
    path, mark, query = here.partition("?")
    found = [(code, name, in_language(path, code) + mark + query) for code, name in settings.LANGUAGES]
    return [
        {"code": code, "name": str(name), "url": url, "absolute": site + url[1:], "current": code == get_language()}
        for code, name, url in found
    ]


@register.filter
def countries_of(meeting: Meeting) -> list[str]:
    """The states that participants of a meeting act for, each once, in the order of the participants."""
    return list(dict.fromkeys(one.country for one in meeting.seats if one.country_id))


@register.filter
def in_words(names: Iterable[object]) -> str:
    """Names as a phrase: Kazakhstan, Russia and Uzbekistan."""
    return listed(names)
