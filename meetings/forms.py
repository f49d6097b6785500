"""What readers can fill in: a suggestion, in plain words and without an account."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.translation import gettext_lazy as _

from meetings.models import Suggestion

HASTE = dt.timedelta(seconds=3)
"""Nobody reads the page and writes an answer in less."""
OPEN_FOR = dt.timedelta(days=1)
LABELS = {
    "title": _("Title"),
    "date": _("Meeting date"),
    "place": _("Place"),
    "format": _("Format"),
    "participants": _("Participants"),
    "words": _("The words"),
    "speaker": _("Who said it"),
    "other": _("Something else"),
}


class SuggestionForm(forms.Form):
    """What is wrong, what it should be, and where the reader knows it from.

    Against machines: a field that people do not see, and a stamp that says when the page was opened. Whoever stumbles
    over either is told and can send again; what they typed stays.
    """

    data: Any
    field = forms.ChoiceField(label=_("What is wrong?"), widget=forms.RadioSelect)
    should = forms.CharField(
        label=_("What should it be?"),
        max_length=Suggestion._meta.get_field("should").max_length,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In your own words, as text; in any language."),
    )
    why = forms.CharField(
        label=_("Where do you know it from?"),
        required=False,
        max_length=Suggestion._meta.get_field("why").max_length,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("If you can: a link, the name of a source, or that you were there."),
    )
    name = forms.CharField(
        label=_("Your name"), required=False, max_length=100, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": -1}),
    )
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, row: str, now: dict[str, str], data: Any = None, *, chosen: str = "") -> None:
        """`row` names what it is about, `now` holds what it says by field: these are the fields to choose from."""
        self.signer, self.now = TimestampSigner(salt=f"suggest {row}"), now
        super().__init__(data, initial={"field": chosen})
        fields: Any = self.fields
        fields["field"].choices = [(name, LABELS[name]) for name in now]
        self.initial["opened"] = self.signer.sign("opened")

    @property
    def written(self) -> list[forms.BoundField]:
        """What is written, in order."""
        return [self[name] for name in ("should", "why", "name", "email")]

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            self.renew("website", "")
            raise ValidationError(
                _("A field was filled in that people do not see. If you are a person, send it again.")
            )
        return ""

    def clean_opened(self) -> str:
        stamp = self.cleaned_data["opened"]
        try:
            self.signer.unsign(stamp, max_age=OPEN_FOR)
        except (BadSignature, SignatureExpired):
            self.renew("opened", self.signer.sign("opened"))
            raise ValidationError(_("This page was open for very long. Please send it again.")) from None
        if self.is_hasty(stamp):
            raise ValidationError(_("That was very quick. Please send it again."))
        return stamp

    def is_hasty(self, stamp: str) -> bool:
        try:
            self.signer.unsign(stamp, max_age=HASTE)
        except SignatureExpired:
            return False
        return True

    def renew(self, name: str, value: str) -> None:
        """Let the form, shown once more, hold this."""
        self.data = {**self.data.dict(), name: value}
