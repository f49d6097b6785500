"""Words selected in a text, and what they are: a quote, its speaker, a participant, a mention."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from meetings.admin.forms import Edit, plain, why
from meetings.admin.quotes import NewQuoteForm, speaker
from meetings.admin.spans import mind_others, mind_span
from meetings.admin.text_review.fields import Choices, CountryByName, PersonOfText
from meetings.admin.widgets import organization_field
from meetings.alignment import occurrences
from meetings.extraction.record import Span
from meetings.models import Correction, Document, Meeting, Mention, Person, Quote
from meetings.templatetags.highlight import UNSEEN


class SelectionForm(forms.Form):
    """Offsets with the words that stand there, and all that the acts ask for.

    The words are sent along: where they are not those of the offsets, nothing is done, and what stands there is shown.
    """

    start = forms.IntegerField(label="Start", required=False, min_value=0)
    end = forms.IntegerField(label="End", required=False, min_value=1)
    words = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    """The text (its id) in which the person at the form counted."""
    speaker = PersonOfText(label="said by")
    body = organization_field("or by the organization")
    quote = forms.ModelChoiceField(Quote.objects.none(), label="Quote", required=False)
    meeting = forms.ModelChoiceField(Meeting.objects.none(), label="Meeting", required=False)
    who = PersonOfText(label="Who is it?")
    country = CountryByName(label="State")
    reason = why()

    may_identify = False
    """Whether the person at the form may say who is meant by a name: that is a verdict on identity."""

    def __init__(self, data: Any, document: Document, quotes: list[Quote], meetings: list[Meeting], people: Choices):
        super().__init__(data, prefix="selected", initial={"seen": document.version_id})
        self.document = document
        self.act = data.get("act", "") if data else ""
        choose = self.fields
        choose["quote"].queryset = Quote.objects.filter(document=document, current=True)  # type: ignore[attr-defined]
        choose["quote"].choices = [("", "–"), *((row.pk, f"{n}. {row}") for n, row in enumerate(quotes, 1))]  # type: ignore[attr-defined]
        choose["meeting"].queryset = Meeting.objects.filter(pk__in=[row.pk for row in meetings])  # type: ignore[attr-defined]
        choose["meeting"].choices = [(row.pk, str(row)) for row in meetings]  # type: ignore[attr-defined]
        choose["meeting"].initial = meetings[0].pk if meetings else None
        choose["speaker"].offer(people, nobody="Not known")  # type: ignore[attr-defined]
        choose["who"].offer(people, nobody="As the words say")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.errors:
            return data
        if data.get("seen") != self.document.version_id:
            raise ValidationError("The text was renewed meanwhile. Look again: open the page anew.")
        self.span = mind_span(data.get("start"), data.get("end"), self.document.version.text)
        self.mind_words(data.get("words", ""))
        self.made = list(EDITS[self.act](self))
        return data

    def mind_words(self, seen: str) -> None:
        there = self.document.version.text[slice(*self.span)]
        if plainly(seen) == plainly(there):
            return
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data[self.add_prefix("words")] = there  # type: ignore[index]
        raise ValidationError(
            "From %(start)d to %(end)d the text says “%(there)s”. If these are the words, press the button once more; "
            "else change start or end.",
            params={"start": self.span.start, "end": self.span.end, "there": there[:300]},
        )

    def shown_words(self) -> str:
        """The words that were confirmed, or are to be."""
        return str(self["words"].value() or "")

    def edits(self) -> list[Edit]:
        return self.made

    def name(self) -> str:
        return " ".join(self.document.version.text[slice(*self.span)].split())

    def chosen_quote(self) -> Quote:
        quote: Quote | None = self.cleaned_data.get("quote")
        if quote is None:
            raise ValidationError("Choose the quote that is meant.")
        return quote

    def person(self) -> Person:
        """Who was chosen, else whom the text names by these words."""
        if chosen := self.cleaned_data.get("who"):
            return chosen
        mentions = self.document.mentions.filter(person__isnull=False).select_related("person")
        met = {row.person for row in mentions if row.person and touches(row, self.span)}
        if len(met) == 1:
            return met.pop()
        raise ValidationError(
            "Nobody is known by the words “%(words)s” here. Choose who it is, or note first that they name a person.",
            params={"words": self.name()[:80]},
        )

    def correction(self, field: str, value: Any = None, **more: Any) -> Edit:
        return Edit("document", self.document.path, field, value, **{"version": self.document.version, **more})


def plainly(words: str) -> str:
    """Words as they can be compared: forms change line ends, and pages show signs for what is not seen."""
    return " ".join(re.sub(UNSEEN, "", words).split())


def touches(mention: Mention, span: Span) -> bool:
    return any(start < span.end and span.start < end for start, end in mention.spans)


def new_quote(form: SelectionForm) -> Iterator[Edit]:
    data = form.cleaned_data
    sent = {"start": form.span.start, "end": form.span.end, "body": data["body"], "seen": form.document.version_id}
    sent |= {"speaker": data["speaker"].pk} if data["speaker"] else {}
    quote = NewQuoteForm(sent, parent=form.document)
    if not quote.is_valid():
        raise ValidationError([error for errors in quote.errors.as_data().values() for error in errors])
    yield from quote.edits()


def words_of_quote(form: SelectionForm) -> Iterator[Edit]:
    quote = form.chosen_quote()
    mind_others(form.document, form.span, quote.pk)
    before = [quote.start, quote.end]
    yield form.correction(f"quotes/{quote.key}/span", list(form.span), before=before, version=quote.version)


def speaker_of_quote(form: SelectionForm) -> Iterator[Edit]:
    quote = form.chosen_quote()
    before = speaker(quote.speaker, quote.speaker_organization.name if quote.speaker_organization else "")
    value = {"person": form.person().slug}
    yield form.correction(f"quotes/{quote.key}/speaker", value, before=before, version=quote.version)


def participant(form: SelectionForm) -> Iterator[Edit]:
    meeting, person = form.cleaned_data.get("meeting"), form.person()
    if meeting is None:
        raise ValidationError("This text tells of no meeting.")
    if meeting.participants.filter(person=person).exists():
        raise ValidationError("%(person)s takes part already.", params={"person": person})
    yield Edit("meeting", meeting.key, f"participants/{person.slug}", action=Correction.Action.ADDED)


def person_named(form: SelectionForm) -> Iterator[Edit]:
    """A name, and who is meant by it, if that is not told by the name alone."""
    name, who = form.name(), form.cleaned_data.get("who")
    if len(name) > 200:
        raise ValidationError("This is longer than a name. Select the name alone.")
    if who and not form.may_identify:
        raise ValidationError("Who is meant by a name is decided by those who may merge and split persons.")
    known = form.document.mentions.filter(name__name=name).select_related("person").first()
    if known and (who is None or who == known.person):
        raise ValidationError("“%(name)s” is among the mentions already.", params={"name": name})
    if known is None:
        spans = {form.span, *(Span(at, at + len(name)) for at in occurrences(name, form.document.version.text))}
        value = {"spans": [list(span) for span in sorted(spans)]}
        yield form.correction(f"people/{name}", value, action=Correction.Action.ADDED)
    if who:
        before = {"person": known.person.slug} if known and known.person else None
        yield form.correction(f"people/{name}/person", {"person": who.slug}, before=before, version=None)


def state_named(form: SelectionForm) -> Iterator[Edit]:
    country = form.cleaned_data.get("country")
    if country is None:
        raise ValidationError("Write which state these words name.")
    if form.document.mentions.filter(country=country).exists():
        raise ValidationError("%(state)s is among the mentions already.", params={"state": country})
    value = {"spans": [list(form.span)]}
    yield form.correction(f"countries/{plain(country)}", value, action=Correction.Action.ADDED)


EDITS: dict[str, Callable[[SelectionForm], Iterator[Edit]]] = {
    "quote": new_quote,
    "words": words_of_quote,
    "speaker": speaker_of_quote,
    "participant": participant,
    "person": person_named,
    "state": state_named,
}
"""What can be said of selected words, and the corrections that it makes."""
RIGHTS = {
    "quote": "change_quote",
    "words": "change_quote",
    "speaker": "change_quote",
    "participant": "change_participant",
    "person": "change_mention",
    "state": "change_mention",
}
