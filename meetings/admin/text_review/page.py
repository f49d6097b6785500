"""The page: marks in the text lead to the forms, the forms to the words, and what is saved leads back to its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_http_methods

from meetings import writing
from meetings.admin.text_review import blocks, fields
from meetings.admin.text_review.blocks import Block
from meetings.admin.text_review.selection import RIGHTS, SelectionForm
from meetings.admin.widgets import organizations_offered
from meetings.extraction.record import Finding
from meetings.highlighting import Mark
from meetings.models import Document, Meeting, Mention, Quote
from meetings.templatetags.highlight import marked
from meetings.views import sources
from meetings.views.document import READ_AS, DocumentPage
from meetings.views.sources import FACTS, anchor

MOST_FORMS = 100
"""Quotes beyond these are corrected on their own pages: no page takes long for being complete."""
SELECTED = "selected"


@dataclass(frozen=True, slots=True)
class Row:
    """One field of a form, and the words that it was read from."""

    field: Any
    href: str = ""


class ReviewedText(DocumentPage):
    """The document with its marks, which lead to the forms beside the text; what is withheld from readers, too."""

    def __init__(self, document: Document) -> None:
        super().__init__(document, document.version, None)
        quotes = Quote.objects.filter(document=self.told_in, version=self.version, current=True)
        self.quotes = list(quotes.select_related("speaker", "speaker_organization", "meeting").order_by("start", "pk"))
        mentions = Mention.objects.filter(document=self.told_in).select_related("name", "person__country", "country")
        self.mentions = list(mentions.order_by("pk"))

    def marks(self) -> list[Mark]:
        numbers = {quote.pk: number for number, quote in enumerate(self.quotes, start=1)}
        return [
            *sources.furniture_marks(self.record),
            *sources.reference_marks(self.references),
            *sources.quote_marks(self.quotes, numbers),
            *self.metadata_marks(self.record),
            *(mark for account in self.accounts for mark in sources.account_marks(account, f"a{account.number}-")),
            *self.mention_marks(),
        ]

    def mention_marks(self) -> Iterator[Mark]:
        for mention in self.mentions:
            kind = "country" if mention.country else "person"
            yield from sources.spread(mention.spans, kind, words_of(mention), f"#mention-{mention.pk}", str(mention))


def words_of(mention: Mention) -> str:
    return anchor(mention.document_id, f"m{mention.pk}")


class TextReview:
    """All that the page shows; with `data`, the form that was sent is checked, the others are as they stand."""

    def __init__(self, request: HttpRequest, document: Document) -> None:
        self.request, self.document = request, document
        self.text = ReviewedText(document)
        self.sent = request.POST.get("block", "") if request.method == "POST" else ""

    def may(self, right: str) -> bool:
        return self.request.user.has_perm(f"meetings.{right}")

    def data(self, id: str) -> Any:
        return self.request.POST if id == self.sent else None

    @property
    def told(self) -> bool:
        """Whether this document tells its text; one of two names of a text does not."""
        return self.document.same_text_as_id is None

    @cached_property
    def meetings(self) -> list[Meeting]:
        found = {account.meeting_id: account.meeting for account in self.text.accounts if account.meeting}
        prefetch_related_objects(list(found.values()), "place_country", "participants")
        return list(found.values()) if self.told else []

    @cached_property
    def quotes(self) -> list[Quote]:
        return self.text.quotes if self.told else []

    @cached_property
    def people(self) -> fields.Choices:
        return fields.offered(mention.person for mention in self.text.mentions if mention.person)

    @cached_property
    def blocks(self) -> dict[str, Block]:
        """The forms that this person may send, by their id."""
        found = []
        if self.may("change_document"):
            found.append(blocks.document_block(self.document, self.data("document")))
        if self.may("change_meeting"):
            found += [self.meeting_block(meeting) for meeting in self.meetings]
        if self.may("change_quote"):
            found += [self.quote_block(quote) for quote in self.quotes[:MOST_FORMS]]
        return {block.id: block for block in found}

    def meeting_block(self, meeting: Meeting) -> Block:
        data = self.data(f"meeting-{meeting.pk}")
        return blocks.meeting_block(meeting, self.people, self.may("change_participant"), data)

    def quote_block(self, quote: Quote) -> Block:
        quote.document, quote.version = self.document, self.document.version
        return blocks.quote_block(quote, self.people, self.data(f"quote-{quote.pk}"))

    @cached_property
    def selection(self) -> SelectionForm:
        form = SelectionForm(self.data(SELECTED), self.document, self.quotes, self.meetings, self.people)
        form.may_identify = self.may("add_judgement")
        return form

    @property
    def acts(self) -> list[str]:
        """What this person may make of selected words."""
        return [act for act, right in RIGHTS.items() if self.may(right) and self.told]

    def form_sent(self) -> Any:
        """The form that was sent. Raises PermissionDenied where this person may not send it, or it is gone."""
        if self.sent == SELECTED:
            if self.request.POST.get("act") not in self.acts:
                raise PermissionDenied
            return self.selection
        if self.sent.startswith("mention-") and self.told and self.may("change_mention"):
            rows = [row for row in self.text.mentions if f"mention-{row.pk}" == self.sent]
            return blocks.mention_block(rows[0], self.request.POST) if rows else None
        return self.blocks.get(self.sent)

    def save(self) -> str | None:
        """Write the corrections of the form that was sent; returns where to go on, or None where it is shown again."""
        form = self.form_sent()
        if form is None:
            messages.warning(self.request, "This changed meanwhile. Look again.")
            return self.address()
        if not form.is_valid():
            return None
        reason = (form if self.sent == SELECTED else form.form).cleaned_data.get("reason", "")
        made = [edit.write(self.request.user, reason) for edit in form.edits()]
        if made:
            messages.success(self.request, "Kept; it stands until somebody withdraws it (History).")
        return self.address(self.place(form))

    def place(self, form: Any) -> str:
        """Where on the page that is now what was saved."""
        if self.sent != SELECTED:
            return self.sent if not self.sent.startswith("mention-") else "mentions"
        if form.act == "participant":
            return f"meeting-{form.cleaned_data['meeting'].pk}"
        if form.act in ("words", "speaker"):
            return f"quote-{form.cleaned_data['quote'].pk}"
        if form.act == "quote":
            start, end = form.span
            row = Quote.objects.filter(document=self.document, current=True, start=start, end=end).first()
            return f"quote-{row.pk}" if row else "quotes"
        return "mentions"

    def address(self, place: str = "") -> str:
        back = back_from(self.request)
        query = f"?{urlencode({'next': back})}" if back else ""
        return f"{reverse('review:document', args=[self.document.pk])}{query}{place and '#'}{place}"

    def context(self) -> dict[str, Any]:
        document = self.document
        return {
            **admin.site.each_context(self.request),
            "is_nav_sidebar_enabled": False,
            "title": "Text and record",
            "opened": timezone.now().isoformat(),
            "document": document,
            "text": shown(self.text),
            "address": self.address(),
            "back": back_from(self.request),
            "document_block": self.blocks.get("document"),
            "document_rows": self.document_rows(),
            "meetings": [self.meeting_rows(meeting) for meeting in self.meetings],
            "quotes": [(quote, self.blocks.get(f"quote-{quote.pk}")) for quote in self.quotes],
            "mentions": [(mention, f"#{words_of(mention)}") for mention in self.text.mentions] if self.told else [],
            "may_mention": self.may("change_mention") and self.told,
            "selection": self.selection,
            "acts": self.acts,
            "sent": self.sent,
            "errors": self.errors(),
            "states": sorted(fields.names().values()),
            "organizations": organizations_offered(),
        }

    def errors(self) -> list[str]:
        if self.sent == SELECTED:
            return [str(error) for errors in self.selection.errors.values() for error in errors]
        return self.blocks[self.sent].errors if self.sent in self.blocks else []

    def document_rows(self) -> list[Row]:
        block = self.blocks.get("document")
        if block is None:
            return []
        found = []
        for field in block.form.visible_fields():
            finding: Finding | None = getattr(self.text.record, READ_AS.get(field.name, field.name), None)
            marked_words = finding is not None and finding.spans and field.name in ("title", "published", "country")
            found.append(Row(field, f"#{anchor(self.text.told_in.pk, field.name)}" if marked_words else ""))
        return found

    def meeting_rows(self, meeting: Meeting) -> dict[str, Any]:
        """A meeting, its form, and where this text tells each of its fields."""
        block = self.blocks.get(f"meeting-{meeting.pk}")
        account = next(account for account in self.text.accounts if account.meeting_id == meeting.pk)
        told = sources.telling_of(account)
        words = {name: f"#{anchor(self.document.pk, f'a{account.number}', name)}" for name in FACTS}
        found = {name: words[name] for name in FACTS if told and getattr(told, name).spans}
        rows = [Row(field, found.get(field.name, "")) for field in block.form.visible_fields()] if block else []
        forms = block.rows.forms if block and block.rows else []
        seats = [(form, self.mentioned(form.instance.person_id)) for form in forms]
        return {"row": meeting, "block": block, "rows": rows, "seats": seats, "account": account}

    def mentioned(self, person: int) -> str:
        """Where the text names this person first."""
        rows = [mention for mention in self.text.mentions if mention.person_id == person and mention.spans]
        return f"#{words_of(rows[0])}" if rows else ""


def shown(text: DocumentPage) -> SafeString:
    """The text with its marks. A carriage return is written as a reference: as itself, browsers would drop it."""
    return mark_safe(marked(text.version.text, text.marks()).replace("\r", "&#13;"))


def back_from(request: HttpRequest) -> str:
    """Where the person came from, if that is on this site."""
    address = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if safe else ""


def document_of(pk: int) -> Document:
    """With its newest text, without the bytes; be it withheld from readers or not."""
    rows = Document.objects.select_related("version", "same_text_as", "country").defer("version__raw")
    return get_object_or_404(rows, pk=pk)


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """What is sent is checked and written in one turn, so that of two people's corrections none is lost."""
    if request.method == "GET":
        return render(request, "admin/review/text.html", TextReview(request, document_of(pk)).context())
    with transaction.atomic():
        writing.take_turn()
        review = TextReview(request, document_of(pk))
        address = review.save()
        if address is not None:
            return HttpResponseRedirect(address)
        return render(request, "admin/review/text.html", review.context())
