"""How a meeting and a quote are cited, with their sources: as a sentence, and as works for reference managers."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.citing import Work, isolated
from meetings.highlighting import quotable
from meetings.models import Document, Meeting, Quote
from meetings.templatetags.reading_room import edtf
from meetings.views.linked_data import Absolute
from meetings.views.sources import web_address


def works(meeting: Meeting, documents: Sequence[Document], absolute: Absolute) -> list[Work]:
    """The record of a meeting, then its sources."""
    record = Work(
        key=f"meeting-{meeting.pk}",
        title=str(meeting),
        url=absolute(meeting.get_absolute_url()),
        accessed=timezone.localdate(),
        publisher=_("Reading Room"),
        language=meeting.title_language,
        note=occasion(meeting),
    )
    return [record, *(source(document, absolute) for document in documents)]


def source(document: Document, absolute: Absolute) -> Work:
    """A source, at the address where it was published, else at that of its text here."""
    return Work(
        key=f"document-{document.pk}",
        title=str(document),
        url=web_address(document.source_url) or absolute(document.get_absolute_url()),
        accessed=timezone.localdate(),
        publisher=document.publisher,
        published=document.published,
        language=document.language,
    )


def occasion(meeting: Meeting) -> str:
    """When and where they met."""
    where = ", ".join(isolated(str(part)) for part in (meeting.place, meeting.place_country) if part)
    if not meeting.date:
        return where
    when = _("meeting date %(day)s") % {"day": edtf(meeting.date)}
    return f"{when}, {where}" if where else when


def of_meeting(meeting: Meeting, documents: Sequence[Document], absolute: Absolute) -> str:
    """A citation that names the record, its permanent address, and each source."""
    record, *told = works(meeting, documents, absolute)
    title = ", ".join(part for part in (f"“{isolated(record.title)}”", record.note) if part)
    values = {"title": title, "url": record.url, "day": edtf(record.accessed.isoformat())}
    cited = _("%(title)s. Record in the Reading Room, %(url)s (accessed %(day)s).") % values
    listed = "; ".join(map(str, told))
    sources = _("Sources: %(sources)s.") % {"sources": listed}
    return f"{cited} {sources}" if told else cited


def quoted(quote: Quote, absolute: Absolute) -> list[Work]:
    """The quote as a part of its source, then the source."""
    document = quote.document
    words = quotable(quote.text, 0, len(quote.text), longest=300).rstrip(" ,")
    record = Work(
        key=f"quote-{quote.pk}",
        title=words,
        author=quote.speaker.name if quote.speaker else quote.speaker_name,
        url=absolute(quote.get_absolute_url()),
        accessed=timezone.localdate(),
        publisher=_("Reading Room"),
        language=quote.language,
        note=_("Quoted in: %(source)s") % {"source": source(document, absolute)},
    )
    return [record, source(document, absolute)]


def of_quote(quote: Quote, absolute: Absolute) -> str:
    """A citation for a footnote: speaker, “words”, publisher, “title”, day of publication, addresses."""
    record, told = quoted(quote, absolute)
    words = f"“{isolated(record.title)}”"
    values = {
        "quote": f"{isolated(record.author)}, {words}" if record.author else words,
        "source": told,
        "url": record.url,
        "day": edtf(record.accessed.isoformat()),
    }
    return _("%(quote)s, in: %(source)s. Record in the Reading Room, %(url)s (accessed %(day)s).") % values
