"""The record of one text as forms, each saved by itself: the document, its meetings, its quotes, its mentions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms

from meetings.admin.documents import DocumentForm, KnownMentionForm
from meetings.admin.forms import Edit, FactFormSet
from meetings.admin.meanwhile import Meanwhile
from meetings.admin.meetings import MeetingForm, ParticipantForm
from meetings.admin.quotes import QuoteChangeForm
from meetings.admin.text_review.fields import Choices, CountryByName, PersonOfText
from meetings.models import Correction, Document, Meeting, Mention, Participant, Quote


class TextDocumentForm(DocumentForm):
    country = CountryByName(label="Country of the publisher")

    class Meta(DocumentForm.Meta):
        fields = ("title", "published", "language", "publisher", "country", "source_url")
        widgets = {"title": forms.Textarea(attrs={"rows": 2})}


class TextMeetingForm(MeetingForm):
    """A meeting, and who else took part in it."""

    place_country = CountryByName(label="Country of the place")
    newcomer = PersonOfText(label="Add a participant")
    unstamped = ("reason", "newcomer")

    class Meta(MeetingForm.Meta):
        fields = ("date", "format", "place", "place_country", "title", "reviewed")
        widgets = {"title": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, people: Choices, may_seat: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_seat:
            del self.fields["newcomer"]
            return
        seated = {seat.person_id for seat in self.instance.participants.all()}
        self.fields["newcomer"].offer([(pk, name) for pk, name in people if pk not in seated])  # type: ignore[attr-defined]

    def edits(self) -> Iterator[Edit]:
        yield from super().edits()
        if person := self.cleaned_data.get("newcomer"):
            field = f"participants/{person.slug}"
            yield Edit("meeting", self.instance.key, field, action=Correction.Action.ADDED)


class SeatForm(ParticipantForm):
    """For whom a participant acted. The person is told, not chosen: somebody else is added, and this one removed."""

    person = None
    country = CountryByName()

    class Meta:
        model = Participant
        fields = ("office", "country")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].label = "Organization"


Seats: Any = forms.inlineformset_factory(
    Meeting, Participant, form=SeatForm, formset=FactFormSet, fk_name="meeting", extra=0, can_delete=True
)


def seats(meeting: Meeting, data: Any, prefix: str) -> Any:
    """Those whose name is withheld have their seat by the takedown alone."""
    rows = Participant.objects.filter(person__isnull=False).select_related("person", "country", "organization")
    return Seats(data, instance=meeting, queryset=rows, prefix=f"{prefix}-seats")


class TextQuoteForm(QuoteChangeForm):
    """Whose words these are, and where they begin and end; words are chosen in the text beside the form."""

    field_order = ("speaker", "body", "start", "end", "remove", "reason")
    words = None  # type: ignore[assignment]
    speaker = PersonOfText(label="Speaker")

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["speaker"].offer(people, self.instance.speaker, "Not known")  # type: ignore[attr-defined]


class MentionRemoval(KnownMentionForm):
    """A mention that is none."""

    new_name = country = None  # type: ignore[assignment]

    class Meta:
        model = Mention
        fields = ()

    def edits(self) -> Iterator[Edit]:
        return self.removal()


class Block:
    """One form of the page, with the rows under it. `id` is its name in the form sent, and its place on the page."""

    def __init__(self, id: str, form: Any, rows: FactFormSet | None = None) -> None:
        self.id, self.form, self.rows = id, form, rows

    def is_valid(self) -> bool:
        valid = self.form.is_valid()
        return (self.rows is None or self.rows.is_valid()) and valid

    def edits(self) -> list[Edit]:
        return [*self.form.edits(), *(self.rows.edits() if self.rows is not None else ())]

    @property
    def meanwhile(self) -> list[Meanwhile]:
        """What others changed while the page was open."""
        return [*self.form.meanwhile, *(self.rows.meanwhile if self.rows is not None else ())]

    @property
    def errors(self) -> list[str]:
        """All that is wrong, each with the label of its field."""
        found = list(said(self.form))
        for form in self.rows.forms if self.rows is not None else ():
            found += [f"{form.instance.person}, {words}" for words in said(form)]
        return found + [str(error) for error in self.rows.non_form_errors()] if self.rows is not None else found


def said(form: Any) -> Iterator[str]:
    for name, errors in form.errors.items():
        label = f"{form.fields[name].label or name}: ".capitalize() if name in form.fields else ""
        yield from (f"{label}{error}" for error in errors)


def document_block(document: Document, data: Any = None) -> Block:
    return Block("document", TextDocumentForm(data, instance=document, prefix="document"))


def meeting_block(meeting: Meeting, people: Choices, may_seat: bool, data: Any = None) -> Block:
    id = f"meeting-{meeting.pk}"
    form = TextMeetingForm(data, instance=meeting, prefix=id, people=people, may_seat=may_seat)
    return Block(id, form, seats(meeting, data, id) if may_seat else None)


def quote_block(quote: Quote, people: Choices, data: Any = None) -> Block:
    id = f"quote-{quote.pk}"
    return Block(id, TextQuoteForm(data, instance=quote, prefix=id, people=people))


def mention_block(mention: Mention, data: Any = None) -> Block:
    id = f"mention-{mention.pk}"
    return Block(id, MentionRemoval(data, instance=mention, prefix=id, parent=mention.document))
