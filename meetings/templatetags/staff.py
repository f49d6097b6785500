"""The ways from public pages to the correction desk, for those who may correct."""

from __future__ import annotations

from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from meetings.models import Document, Quote

register = template.Library()


def may(context: Context, right: str) -> bool:
    """Whether the reader has signed in and has this right. Who brings no session is asked of nothing."""
    request = context.get("request")
    if request is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return bool(request.user.is_staff and request.user.has_perm(f"meetings.{right}"))


def way(context: Context, address: str, back: str, words: str, more: str) -> SafeString:
    """A link to the desk, which leads back to this place of the page."""
    here = f"{context['request'].get_full_path()}#{back}"
    return format_html(
        '<a class="correct" href="{}?{}" rel="nofollow">{}<span class="visually-hidden"> {}</span></a>',
        *(address, urlencode({"next": here}), words, more),
    )


@register.simple_tag(takes_context=True)
def correct_speaker(context: Context, quote: Quote, number: int | str = "") -> SafeString | str:
    """“Correct”, beside a quote."""
    if not quote.current or not may(context, "change_quote"):
        return ""
    more = _("the speaker of quote %(number)s") % {"number": number} if number else _("the speaker of this quote")
    return way(context, reverse("review:speaker", args=[quote.pk]), f"quote-{quote.pk}", _("Correct"), more)


@register.simple_tag(takes_context=True)
def correct_text(context: Context, document: Document) -> SafeString | str:
    """“Correct”, beside the head of a text."""
    if not may(context, "change_document"):
        return ""
    more = _("the record of this text")
    return way(context, reverse("review:document", args=[document.pk]), "content", _("Correct"), more)
