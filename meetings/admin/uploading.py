"""The form that texts are handed over with: files, archives, or pasted words; and what is known of them all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminTextInputWidget, AdminURLFieldWidget
from django.core.exceptions import ValidationError
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from meetings.extraction.record import Hints
from meetings.importing import BadHint, checked, lay
from meetings.importing.archives import Unpacker, clean
from meetings.importing.sources import TEXTS
from meetings.models import Import

HINTS = ("publisher", "language", "published", "source_url")


class Limit(FileUploadHandler):
    """Lets no file of a request that is too large be kept, in memory or on the disk, while it comes in."""

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *args: Any, **kwargs: Any) -> None:
        self.refused = content_length > settings.MAX_UPLOAD_BYTES
        if self.request is not None:
            self.request.upload_refused = self.refused  # type: ignore[attr-defined]

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if self.refused:
            raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


class Files(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; an empty one is for the import to tell of."""

    widget = Files(attrs={"accept": ",".join([*TEXTS, ".zip"])})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in given if one]


class UploadForm(forms.Form):
    texts = FilesField(
        label="Files",
        required=False,
        allow_empty_file=True,
        help_text="Texts (.txt, .md), saved web pages (.html), or a ZIP of them; folders in it stay in their names.",
    )
    name = forms.CharField(
        label="Name of the text",
        required=False,
        max_length=200,
        strip=True,
        widget=AdminTextInputWidget,
        help_text="Such as ministry-2021-04-08. The name is how the text is known when it comes again.",
    )
    text = forms.CharField(
        label="Text", required=False, strip=False, widget=forms.Textarea(attrs={"rows": 8, "cols": 80})
    )
    folder = forms.CharField(
        label="Folder",
        required=False,
        max_length=200,
        widget=AdminTextInputWidget,
        help_text="If you like: goes before every name, so that a.txt of one source is not a.txt of another.",
    )
    publisher = forms.CharField(label="Publisher", required=False, widget=AdminTextInputWidget)
    language = forms.CharField(
        label="Language", required=False, help_text="en, ru, uz-Cyrl …", widget=AdminTextInputWidget
    )
    published = forms.CharField(
        label="Published", required=False, help_text="2021-04-08, 2021-04 or 2021.", widget=AdminTextInputWidget
    )
    source_url = forms.CharField(label="Address of the source", required=False, widget=AdminURLFieldWidget)

    def __init__(self, *args: Any, too_large: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.too_large = too_large
        self.fields["texts"].help_text += f" At most {megabytes()} together."

    def clean_folder(self) -> str:
        folder = self.cleaned_data["folder"]
        if folder and clean(folder) is None:
            raise ValidationError("Write a folder as ministry/2021, without “..”.")
        return clean(folder) or "" if folder else ""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.too_large:
            raise ValidationError(f"This is more than the {megabytes()} that are taken at once. Upload it in parts.")
        if not data.get("texts") and not data.get("text", "").strip() and not self.errors:
            raise ValidationError("Choose files, or paste a text.")
        if data.get("text", "").strip() and not data.get("name"):
            self.add_error("name", "Give the pasted text a name.")
        self.hints = self.checked_hints(data)
        return data

    def checked_hints(self, data: dict[str, Any]) -> Hints:
        """What is known of all the texts, as the importer takes it."""
        found = Hints()
        for name in HINTS:
            try:
                found = checked({**{key: getattr(found, key) for key in HINTS}, name: data.get(name, "")})
            except BadHint as error:
                self.add_error(name, f"{str(error)[:1].upper()}{str(error)[1:]}.")
        return found

    def given(self) -> Iterator[tuple[str, BinaryIO]]:
        for file in self.cleaned_data["texts"]:
            yield file.name, file
        if self.cleaned_data["text"].strip():
            words = self.cleaned_data["text"].replace("\r\n", "\n").encode("utf-8", "replace")
            yield with_ending(self.cleaned_data["name"]), BytesIO(words)

    def lay(self, author: Any) -> Import:
        """Everything that was handed over, waiting to be read."""
        given = list(self.given())
        found = Unpacker(self.cleaned_data["folder"]).take(given)
        return lay([name for name, _ in given], found, self.hints, author)


def megabytes() -> str:
    """The most that one upload may hold."""
    return f"{settings.MAX_UPLOAD_BYTES / 1_000_000:g} MB"


def with_ending(name: str) -> str:
    """The name of a pasted text is the name of a file."""
    return name if os.path.splitext(name)[1].lower() in TEXTS else f"{name}.txt"
