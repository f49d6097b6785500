"""Imports: handing texts over, seeing what was read before it is kept, and what became of each file."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Sum
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from meetings.admin.base import ReadOnlyAdmin
from meetings.admin.uploading import UploadForm
from meetings.importing import background, working
from meetings.importing.ledger import STATUSES, Counts
from meetings.models import Document, Import, ImportedFile

PER_PAGE = 25
WORDS = {
    "new": "new",
    "changed": "changed",
    "read again": "read again",
    "unchanged": "unchanged",
    "same text": "copy",
    "error": "cannot be read",
    "ignored": "not read",
}
"""Status in the ledger: the word for it on the page."""
STANDING = {
    ("read", "waiting"): "Waits its turn to be read",
    ("read", "running"): "Being read",
    ("read", "done"): "Read: keep it or discard it",
    ("keep", "waiting"): "Waits its turn to be kept",
    ("keep", "running"): "Being kept",
    ("keep", "done"): "Kept",
}
OTHERWISE = {"stopped": "Stopped", "interrupted": "Interrupted", "discarded": "Discarded"}


def in_words(batch: Import) -> str:
    standing = batch.standing
    return OTHERWISE.get(standing) or STANDING[batch.stage, standing]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the stage under way is."""

    done: int
    total: int
    seconds: float
    """Since the work began."""
    begun_with: int

    @property
    def rate(self) -> float | None:
        """Files a second."""
        new = self.done - self.begun_with
        return new / self.seconds if new > 0 and self.seconds > 0 else None

    @property
    def left(self) -> str:
        """The time that the rest will take, in words."""
        if not self.rate:
            return ""
        seconds = round((self.total - self.done) / self.rate)
        return f"about {seconds} s" if seconds < 90 else f"about {round(seconds / 60)} min"


def progress_of(batch: Import) -> Progress:
    if batch.origin == Import.Origin.COMMAND:
        done = batch.files.count() + batch.unchanged
    else:
        done = batch.total - working.todo(batch).count()
    spent = batch.sign_at - batch.began_at if batch.began_at else dt.timedelta()
    return Progress(done, batch.total, spent.total_seconds(), batch.began_with)


def tally(batch: Import, chosen: str) -> list[dict[str, Any]]:
    """The statuses that occur, as choices."""
    counts = dict(batch.files.exclude(status="").order_by().values_list("status").annotate(n=Count("pk")))
    every = {"label": "Everything", "count": batch.files.count(), "selected": not chosen, "url": "?"}
    kinds = [
        {"label": WORDS[status], "count": counts[status], "selected": status == chosen, "url": f"?status={status}"}
        for status in STATUSES
        if counts.get(status)
    ]
    return [every, *kinds]


def found_in(batch: Import) -> Counts:
    sums = batch.files.aggregate(m=Sum("meetings"), p=Sum("people"), q=Sum("quotes"))
    return Counts(*(value or 0 for value in sums.values()))


@admin.register(Import)
class ImportAdmin(ReadOnlyAdmin):
    """Its add page takes an upload; its change page shows one import."""

    list_display = ("at", "standing", "what_came", "origin", "author", "results")
    list_filter = ("origin", "state", ("author", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("author",)
    search_fields = ("what", "files__path")
    search_help_text = "Name of a file"
    ordering = ("-id",)

    class Media:
        css = {"all": ["admin-desk.css", "css/imports.css"]}

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("meetings.add_import")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_add_permission(request) or request.user.has_perm("meetings.view_import")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        response = super().changelist_view(request, extra_context)
        rows = getattr(response, "context_data", None) and response.context_data.get("cl")  # type: ignore[attr-defined]
        if rows:
            tell_results(list(rows.result_list))
        return response

    @admin.display(description="state", ordering="state")
    def standing(self, batch: Import) -> str:
        return in_words(batch)

    @admin.display(description="what")
    def what_came(self, batch: Import) -> str:
        first, *others = batch.what.splitlines() or ["–"]
        return f"{first} and {len(others)} more" if others else first

    @admin.display(description="results")
    def results(self, batch: Any) -> str:
        return getattr(batch, "told", "")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.decide)
        return [path("<int:pk>/decide/", view, name="meetings_import_decide"), *super().get_urls()]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """The upload."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        posted = request.method == "POST"
        refused = posted and bool(request.POST is not None and getattr(request, "upload_refused", False))
        form = UploadForm(*((request.POST, request.FILES) if posted else ()), too_large=refused)
        if form.is_valid():
            batch = form.lay(request.user)
            background.carry_on(batch)
            return HttpResponseRedirect(self.address(batch))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Upload texts",
            "form": form,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/imports/upload.html", context)

    def address(self, batch: Import) -> str:
        return reverse("admin:meetings_import_change", args=[batch.pk])

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """One import: how far it is, what was read, what became of it."""
        batch = self.get_object(request, object_id)
        if batch is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if not self.has_view_permission(request, batch):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": str(batch),
            "original": batch,
            "words": in_words(batch),
            "standing": batch.standing,
            "progress": progress_of(batch),
            "counts": found_in(batch),
            **files_shown(batch, request.GET),
            "may_decide": self.has_add_permission(request) and batch.origin == Import.Origin.UPLOAD,
            "decide": reverse("admin:meetings_import_decide", args=[batch.pk]),
            "acts": acts(batch),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/imports/import.html", context)

    def decide(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep, discard, stop or continue; what is no choice any more is told and changes nothing."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        batch = self.get_object(request, str(pk))
        if batch is None or batch.origin != Import.Origin.UPLOAD:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))  # type: ignore[attr-defined]
        act = request.POST.get("act", "")
        if act not in acts(batch):
            messages.warning(request, "This changed meanwhile. Look again.")
        elif act == "discard":
            if working.discard(batch):
                messages.success(request, "Discarded: nothing of it was kept that was not kept before.")
            else:
                messages.warning(request, "The last files are still being worked on. Discard the rest in a moment.")
        elif act == "stop":
            working.stop(batch)
        else:
            working.ask(batch, Import.Stage.KEEP if act == "keep" else batch.stage)
            background.carry_on(batch)
        return HttpResponseRedirect(self.address(batch))


def files_shown(batch: Import, asked: QueryDict) -> dict[str, Any]:
    """The page of files that was asked for, of one status or of all."""
    chosen = asked.get("status", "")
    files = batch.files.defer("raw").exclude(status="") if batch.is_active else batch.files.defer("raw")
    page = Paginator(files.filter(status=chosen) if chosen else files, PER_PAGE).get_page(asked.get("page"))
    return {
        "tally": tally(batch, chosen),
        "chosen": chosen,
        "page": page,
        "files": described(batch, list(page.object_list)),
    }


def acts(batch: Import) -> list[str]:
    """What a person can do with the import as it is now."""
    standing = batch.standing
    if standing in (Import.State.WAITING, Import.State.RUNNING):
        return ["stop"]
    if standing in (Import.State.STOPPED, Import.State.INTERRUPTED):
        return ["continue", "discard"]
    if batch.is_read:
        return ["keep", "discard"] if keepable(batch) else ["discard"]
    return []


def keepable(batch: Import) -> bool:
    """Whether anything would be kept."""
    return batch.files.filter(status__in=("new", "changed", "read again", "same text")).exists()


def word(batch: Import, file: ImportedFile) -> str:
    """What became of a file; of those that a later stage has yet to see, that it waits."""
    if batch.state != Import.State.DONE and file.stage != batch.stage and file.status not in ("error", "ignored"):
        return "not kept" if batch.state == Import.State.DISCARDED else "waits"
    return WORDS[file.status]


def described(batch: Import, files: list[ImportedFile]) -> list[dict[str, Any]]:
    """The files with their documents, as far as there are any."""
    documents = Document.objects.filter(path__in=[file.path for file in files]).only("pk", "path", "title")
    known = {document.path: document for document in documents}
    return [
        {
            "file": file,
            "word": word(batch, file),
            "kind": file.status.replace(" ", "-") or "waits",
            "document": known.get(file.path),
            "more_meetings": max(file.meetings - len(file.found.get("meetings", ())), 0),
            "more_quotes": max(file.quotes - len(file.found.get("quotes", ())), 0),
        }
        for file in files
    ]


def tell_results(batches: list[Any]) -> None:
    """Give each the numbers of its files by status, counted at once."""
    rows = ImportedFile.objects.filter(batch__in=batches).exclude(status="").order_by()
    counts = {(pk, status): n for pk, status, n in rows.values_list("batch", "status").annotate(n=Count("pk"))}
    for batch in batches:
        numbers = {status: counts.get((batch.pk, status), 0) for status in STATUSES}
        numbers["unchanged"] += batch.unchanged
        batch.told = ", ".join(f"{number:,} {WORDS[status]}" for status, number in numbers.items() if number)
