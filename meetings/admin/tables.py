"""Tables out of a list and back into it: what comes back is shown as changes, and becomes corrections."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils import timezone

from meetings import tables
from meetings.admin.many import MOST_ALONE, ManyAdmin, Proposal
from meetings.admin.uploading import megabytes
from meetings.tables import BadTable, Table

BATCH = 500
Row = tuple[int, str, dict[str, str]]
"""The number of a row in its table, the key of what it speaks of, and its cells by column."""


class TableForm(forms.Form):
    table = forms.FileField(label="Table", widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.ods"}))


class TableAdmin(ManyAdmin):
    """Each row of the table is one row of the list, known by its key."""

    table_key = ""
    table_fields: tuple[str, ...] = ()
    """Columns that can be corrected: fields of the form."""
    table_told: tuple[str, ...] = ()
    """Columns that are only told."""
    change_list_template = "admin/many/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        name, guard = f"meetings_{self.opts.model_name}", self.admin_site.admin_view
        return [
            path("table/", guard(self.table_out), name=f"{name}_table"),
            path("table/import/", guard(self.table_in), name=f"{name}_table_import"),
            *super().get_urls(),
        ]

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.table_key, *self.table_fields, *self.table_told)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        query = request.GET.urlencode()
        context: dict[str, Any] = {"table_query": f"&{query}" if query else "", "table_formats": list(tables.FORMATS)}
        context["may_import_table"] = self.has_change_permission(request)
        return super().changelist_view(request, {**context, **(extra_context or {})})

    def table_out(self, request: HttpRequest) -> HttpResponse:
        """What the list shows with these filters, all pages of it."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        format = request.GET.get("as", "")
        if format not in tables.FORMATS:
            raise Http404
        name = f"{self.opts.model_name}-{timezone.now():%Y-%m-%d}.{format}"
        try:
            rows = self.listed(request)
        except IncorrectLookupParameters:
            return HttpResponseRedirect(f"{request.path.removesuffix('table/')}?e=1")
        content = tables.write(format, self.columns, self.lines(rows))
        response = HttpResponse(content, content_type=tables.FORMATS[format][1])
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def listed(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows of the list with this query string."""
        query: Any = request.GET.copy()
        query.pop("as")
        request.GET = query
        return self.get_changelist_instance(request).get_queryset(request)

    def lines(self, rows: QuerySet[Any]) -> Iterator[list[str]]:
        for row in self.for_table(rows).iterator(chunk_size=BATCH):
            yield [self.cell(row, column) for column in self.columns]

    def for_table(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With all that the columns need."""
        return rows

    def cell(self, row: Any, column: str) -> str:
        """What the table says: states by code, truth as yes."""
        if told := getattr(self, f"told_{column}", None):
            return str(told(row))
        field: Any = self.opts.get_field(column)
        value = getattr(row, field.attname)
        if isinstance(value, bool):
            return "yes" if value else ""
        return "" if value is None else str(value)

    def table_in(self, request: HttpRequest) -> HttpResponse:
        """Take a table, show what it would change, write it."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        form = TableForm(*((request.POST, request.FILES) if request.FILES else ()))
        carried, proposal = request.POST.get("rows", ""), Proposal()
        if form.is_valid():
            carried = self.taken(form, proposal)
        elif request.method == "POST" and not carried:
            form = self.without_file(request)
        if carried:
            self.propose(request, carried, proposal)
            if done := self.confirmed(request, proposal):
                return done
        context = {"form": form, "ready": bool(carried), "columns": self.columns, "key": self.table_key}
        context["told"] = ", ".join(self.table_told)
        return self.preview(request, proposal, [("rows", carried)], "Import a table", context, "admin/many/table.html")

    def without_file(self, request: HttpRequest) -> TableForm:
        """The form that says what is missing."""
        form = TableForm(request.POST, request.FILES)
        if getattr(request, "upload_refused", False):
            form.add_error("table", f"This is more than the {megabytes()} that are taken at once.")
        return form

    def taken(self, form: TableForm, proposal: Proposal) -> str:
        """The rows that say something else than the database, to be carried from the preview to its confirmation."""
        file = form.cleaned_data["table"]
        try:
            rows = self.rows_of(tables.read(file.name, file.read()), proposal)
        except BadTable as error:
            proposal.errors.append(str(error))
            return ""
        if proposal.errors:
            return ""
        return json.dumps(self.differing(rows, proposal))

    def rows_of(self, table: Table, proposal: Proposal) -> list[Row]:
        """The rows by their keys; what cannot be is an error with the number of the row."""
        if self.table_key not in table.columns:
            proposal.errors.append(f"There is no column “{self.table_key}”: it tells which row is meant.")
        for name in table.columns:
            if name not in self.columns:
                known = ", ".join(self.columns)
                proposal.errors.append(f"There is no column “{name}” here; the columns are {known}.")
        found: dict[str, Row] = {}
        for number, cells in table.rows if not proposal.errors else ():
            key = cells.pop(self.table_key).strip()
            if not key:
                proposal.errors.append(f"Row {number}: the {self.table_key} is missing.")
            elif key in found:
                proposal.errors.append(f"Row {number}: “{key}” stands in row {found[key][0]}, too.")
            else:
                found[key] = number, key, cells
        return list(found.values())

    def differing(self, rows: list[Row], proposal: Proposal) -> list[Row]:
        """Of each row the cells that say something else. An empty cell says nothing, and blanks nothing."""
        known = self.known([key for _, key, _ in rows])
        found, empty = [], 0
        for number, key, cells in rows:
            row = known.get(key)
            if row is None:
                proposal.errors.append(f"Row {number}: there is no “{key}” among the {self.opts.verbose_name_plural}.")
                continue
            told = {name: self.cell(row, name) for name in cells}
            empty += sum(not cells[name].strip() and bool(told[name]) for name in cells)
            differing = {name: cell for name, cell in cells.items() if cell.strip() and not alike(cell, told[name])}
            for name in sorted(differing.keys() & set(self.table_told)):
                del differing[name]
                message = f"follows from the texts: it says “{told[name]}” and cannot be changed by a table."
                proposal.errors.append(f"Row {number}, {name}: {message}")
            if differing:
                found.append((number, key, differing))
        if empty:
            proposal.notes.append(f"Cells that are empty change nothing: {empty:,} of them leave what is there.")
        return found

    def known(self, keys: list[str]) -> dict[str, Any]:
        """The rows of these keys."""
        found: dict[str, Any] = {}
        for start in range(0, len(keys), BATCH):
            rows = self.model._default_manager.filter(**{f"{self.table_key}__in": keys[start : start + BATCH]})
            found |= {getattr(row, self.table_key): row for row in self.for_table(rows)}
        return found

    def propose(self, request: HttpRequest, carried: str, proposal: Proposal) -> None:
        """What the rows would change as things stand now; they are judged anew, wherever they come from."""
        try:
            rows: list[Row] = [(int(number), str(key), dict(cells)) for number, key, cells in json.loads(carried)]
        except (ValueError, TypeError):
            proposal.errors.append("The rows were lost on their way. Choose the table again.")
            return
        if len(rows) > MOST_ALONE:
            proposal.errors.append(
                f"{len(rows):,} rows differ and at most {MOST_ALONE:,} can be changed at once; split it."
            )
            return
        known = self.known([key for _, key, _ in rows])
        for number, key, cells in rows:
            if (row := known.get(key)) is None or not cells.keys() <= set(self.table_fields):
                proposal.errors.append(f"Row {number}: “{key}” is not there any more.")
            else:
                proposal.add(self, f"Row {number}", row, {name: str(cell) for name, cell in cells.items()})


def alike(cell: str, told: str) -> bool:
    """Whether a cell says what the database says: blanks around it, and line ends, are no difference."""
    return cell.replace("\r\n", "\n").strip() == told.replace("\r\n", "\n").strip()
