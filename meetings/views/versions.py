"""The versions of a document: their list, what changed between two of them, and the bytes as they came."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from pathlib import PurePosixPath

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views import View

from meetings.difference import compare, folded
from meetings.highlighting import BLOT
from meetings.importing.decoding import Decoded
from meetings.models import Document, DocumentVersion, Edition
from meetings.showing import is_whole, show
from meetings.views.document import document_or_404, edition_or_404, editions_of, shown, text_of
from meetings.views.refusals import NotGivenOut, Withheld, mind_text

MOST_LINES = 20_000
"""Lines of a comparison that are looked at: a page of more is of no use to anyone."""


class VersionList(View):
    """`?from=1&to=2` leads to what changed between the two."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        if {"from", "to"} & set(request.GET):
            numbers = [request.GET.get(name, "") for name in ("from", "to")]
            if not all(number.isdecimal() and len(number) < 10 for number in numbers):
                raise Http404("This document has no such versions.")
            return redirect("meetings:difference", pk, *map(int, numbers))
        document = document_or_404(pk)
        editions = shown(editions_of(document))
        before = {later.pk: earlier for later, earlier in pairwise(editions)}
        rows = [(edition, before.get(edition.pk)) for edition in editions]
        terms = show([(document, document.version)]).get(document.pk)
        context = {"document": document, "rows": rows, "terms": terms, "whole": is_whole(document.version)}
        return render(request, "meetings/version_list.html", context)


class Difference(View):
    """What changed from one version to a later one."""

    def get(self, request: HttpRequest, pk: int, old: int, new: int) -> HttpResponse:
        if old > new:
            return redirect("meetings:difference", pk, new, old, permanent=True)
        document = document_or_404(pk)
        editions = editions_of(document)
        pair = [edition_or_404(editions, number) for number in (old, new)]
        texts = [text_to_compare(document, edition) for edition in pair]
        lines = list(islice(compare(*texts), MOST_LINES + 1))
        context = {
            "document": document,
            "old": pair[0],
            "new": pair[1],
            "editions": editions,
            "stretches": folded(lines[:MOST_LINES]),
            "changed": not all(line.same for line in lines),
            "cut": len(lines) > MOST_LINES,
        }
        return render(request, "meetings/difference.html", context)


class DocumentSource(View):
    """The bytes as they came; never shown by the browser, whatever they are."""

    def get(self, request: HttpRequest, pk: int, number: int | None = None) -> HttpResponse:
        document = document_or_404(pk)
        version_id = document.version_id
        if number is not None:
            version_id = get_object_or_404(Edition.objects.only("version"), document=document, number=number).version_id
        version = DocumentVersion.objects.get(pk=version_id)
        if version_id != document.version_id:
            mind_text(version)
        if terms := show([(document, version)]).get(document.pk):
            raise NotGivenOut(document, terms)
        if not is_whole(version):  # the bytes hold the words of a quote that is withheld
            raise Withheld
        charset = Decoded("", version.encoding).label.lower()
        response = HttpResponse(bytes(version.raw), content_type=f"text/plain; charset={charset}")
        response["Content-Disposition"] = f'attachment; filename="{file_name(document, version)}"'
        return response


def text_to_compare(document: Document, edition: Edition) -> str:
    """The text of a version without withheld words. Raises NotGivenOut."""
    version = text_of(edition)
    if terms := show([(document, version)]).get(document.pk):
        raise NotGivenOut(document, terms)
    return re.sub(f"{BLOT}+", f"[{_('words withheld')}]", version.text)


def file_name(document: Document, version: DocumentVersion) -> str:
    """The last part of the document's path, in letters that every system takes."""
    name = PurePosixPath(document.path).stem or "document"
    safe = "".join(letter if (letter.isascii() and letter.isalnum()) or letter in "-_." else "-" for letter in name)
    return f"{safe[:100]}{'.html' if version.taken else '.txt'}"
