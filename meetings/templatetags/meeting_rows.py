"""Meetings of a list, said in Python: a template takes five times as long, and they are most of a list's page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.models import Meeting, Seat
from meetings.templatetags.highlight import verbatim
from meetings.templatetags.reading_room import edtf_time, lang_attrs
from meetings.templatetags.rows import format_name, number_of, seat

register = template.Library()

SEATS = 6
"""So many of the participants are named."""


@register.simple_tag
def meeting_rows(meetings: Iterable[Meeting]) -> SafeString:
    """An item of a list for each meeting; wants those of meetings.models.seated."""
    return mark_safe("\n".join(map(row, meetings)))


def row(meeting: Meeting) -> str:
    language = f" {lang_attrs(meeting.title_language)}" if meeting.title_language else ""
    return f"""<li class="row">
  <p class="row__when"><span class="visually-hidden">{escape(_("Meeting date:"))}</span> {edtf_time(meeting.date)}</p>
  <div class="row__body">
    <h3 class="row__title"{language}><a href="{escape(meeting.get_absolute_url())}">{verbatim(str(meeting))}</a></h3>
    {who(meeting.seats)}
    <ul class="meta">{"".join(f"<li>{fact}</li>" for fact in facts(meeting))}{reviewed(meeting)}</ul>
  </div>
</li>"""


def who(seats: Sequence[Seat]) -> str:
    """The first of those who took part, and how many more there are."""
    if not seats:
        return ""
    items = [f"<li>{seat(one)}</li>" for one in seats[:SEATS]]
    if (more := len(seats) - SEATS) > 0:
        words = ngettext("and %(more)s more", "and %(more)s more", more) % {"more": more}
        items.append(f'<li class="who__more">{escape(words)}</li>')
    return f'<ul class="who" aria-label="{escape(_("Participants"))}">{" ".join(items)}</ul>'


def facts(meeting: Meeting) -> list[str]:
    """What else is known of it."""
    found = [escape(format_name(meeting.format))]
    if meeting.place or meeting.place_country:
        parts: list[str] = [verbatim(meeting.place)] if meeting.place else []
        parts += [escape(str(meeting.place_country))] if meeting.place_country else []
        found.append(", ".join(parts))
    if meeting.quote_count:
        found.append(escape(number_of(meeting.quote_count, "quotes")))
    return [*found, escape(number_of(meeting.account_count, "accounts"))]


def reviewed(meeting: Meeting) -> str:
    if not meeting.reviewed:
        return ""
    return f'<li class="meta__reviewed"><span aria-hidden="true">✓</span> {escape(_("Checked by a person"))}</li>'
