"""Forms that never save their rows: what a person changed in them becomes corrections.

A form carries what it showed in hidden fields. What differs from it was changed by the person at the form, and only
that is written; where the row came to say something else meanwhile, the person is told and asked again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.formsets import DELETION_FIELD_NAME
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from meetings import corrections
from meetings.admin.meanwhile import TAKE, Gone, Meanwhile, close_ranks, decided_since, opened_at, words
from meetings.models import Correction, DocumentVersion


@dataclass(frozen=True, slots=True)
class Edit:
    """One correction to be."""

    kind: str
    subject: str
    field: str
    value: Any = None
    before: Any = None
    action: str = Correction.Action.SET
    version: DocumentVersion | None = None

    def write(self, author: User, reason: str) -> Correction:
        return corrections.correct(
            self.kind,
            self.subject,
            self.field,
            self.value,
            action=self.action,
            before=self.before,
            author=author,
            reason=reason,
            version=self.version,
        )


def plain(value: Any) -> Any:
    """A form's value as corrections hold it: rows by their key, line ends as in files."""
    if isinstance(value, models.Model):
        return value.pk
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def why() -> forms.CharField:
    """The reason, asked once a form and kept with each correction that it makes."""
    return forms.CharField(
        label="Why?",
        required=False,
        max_length=1000,
        widget=AdminTextInputWidget,
        help_text="If you like: where you know it from. Kept with every correction that this save makes.",
    )


class ShownField(forms.BoundField):
    """Shows what is proposed, while its hidden twin holds what the row says: saved as it is, that is a change."""

    form: FactForm
    hidden = False

    def value(self) -> Any:
        if self.hidden or self.form.is_bound or self.name not in self.form.proposed:
            return super().value()
        return self.field.prepare_value(self.form.proposed[self.name])

    def as_hidden(self, *args: Any, **kwargs: Any) -> SafeString:
        self.hidden = True
        try:
            return super().as_hidden(*args, **kwargs)
        finally:
            self.hidden = False


class FactForm(forms.ModelForm):
    """The fields of one row. Subclasses say of whom a field speaks (`place_of`) and what was decided (`edits`)."""

    bound_field_class = ShownField
    proposed: Mapping[str, Any] = {}
    """What somebody proposes for the fields, by their names."""
    data: Any
    unstamped: tuple[str, ...] = ("reason",)
    together: tuple[tuple[str, ...], ...] = ()
    """Fields that mean something only together: who changes one of them must have seen the others as they are."""

    def __init__(self, *args: Any, parent: models.Model | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parent = parent
        self.meanwhile: list[Meanwhile] = []
        for name, field in self.fields.items():
            field.show_hidden_initial = name not in self.unstamped
            if parent is not None:
                field.widget.attrs["aria-label"] = field.label or name
        if self.is_bound:
            self.take_theirs()

    def place_of(self, name: str) -> tuple[str, str, str]:
        """Kind, subject and field of a correction of this form field."""
        raise NotImplementedError

    def edits(self) -> Iterator[Edit]:
        """What the person at the form decided."""
        raise NotImplementedError

    def removal(self) -> Iterator[Edit]:
        """What it means that the row was marked for deletion."""
        raise NotImplementedError

    def edit(self, name: str, value: Any, **more: Any) -> Edit:
        kind, subject, field = self.place_of(name)
        return Edit(kind, subject, field, value, **{"before": plain(self.initial.get(name)), **more})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.instance.pk:
            self.mind_meanwhile(self.touched())
        return data

    def touched(self) -> set[str]:
        """What the person changed, with what belongs to it."""
        changed = set(self.changed_data)
        return changed.union(*(group for group in self.together if changed & set(group)))

    def stale(self) -> list[str]:
        """The fields that say something else by now than the form showed."""
        return [name for name in self.fields if self.fields[name].show_hidden_initial and self.is_stale(name)]

    def shown(self, name: str) -> Any:
        """What the form showed in the field when it was opened."""
        return self._widget_data_value(self.fields[name].hidden_widget(), self[name].html_initial_name)  # type: ignore[attr-defined]

    def is_stale(self, name: str) -> bool:
        field = self.fields[name]
        shown, now = self.shown(name), self.initial.get(name)
        if isinstance(now, str):
            now = field.to_python(now)
        return field.has_changed(now, plain(shown))

    def mind_meanwhile(self, touched: set[str]) -> None:
        """Say what others changed in what is being changed here; show the rest as it stands by now."""
        names = self.stale()
        self.meanwhile = [self.changed_by_others(name, name in touched) for name in names]
        for name, one in zip(names, self.meanwhile, strict=True):
            self.refresh(name, keep=one.contested)
            if one.contested:
                self.add_error(name, f"{one} To set yours all the same, save again.")

    def changed_by_others(self, name: str, contested: bool) -> Meanwhile:
        kind, subject, field = self.place_of(name)
        last = decided_since(opened_at(self.data), kind=kind, subject=subject, field=field)
        before, now = (words(self.fields[name], value) for value in (self.shown(name), self.initial.get(name)))
        return Meanwhile(self.add_prefix(name), str(self[name].label), before, now, last, contested)

    def refresh(self, name: str, keep: bool) -> None:
        """Let the form, shown once more, speak of what stands now; what the person typed is kept."""
        self.data = self.data.copy()
        now = self.fields[name].prepare_value(self.initial.get(name))
        shown = "" if now is None else str(now)
        self.data[self[name].html_initial_name] = shown
        if not keep:
            self.data[self[name].html_name] = shown

    def take_theirs(self) -> None:
        """Where the person at the form ticked that what others set shall stand, it does."""
        wanted = self.data.getlist(TAKE) if isinstance(self.data, QueryDict) else []
        names = {name for name in self.fields if self.add_prefix(name) in wanted}
        if names:
            self.data = self.data.copy()
        for name in names.union(*map(self.taken_with, names)) if names else ():
            self.data[self.add_prefix(name)] = self.data.get(self[name].html_initial_name, "")

    def taken_with(self, name: str) -> set[str]:
        """What makes no sense without the field, and is taken with it."""
        return {other for group in self.together if name in group for other in group if other in self.fields}

    @classmethod
    def place_of_gone(cls, row: Gone) -> str:
        """The field of the correction that removed a row; empty where no correction does."""
        return ""


class FactFormSet(forms.BaseInlineFormSet):
    """Rows of `FactForm`s under the form of what they belong to."""

    forms: list[Any]
    deleted_forms: list[Any]

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        self.gone: list[Gone] = []
        if self.is_bound:
            known = (str(row.pk) for row in self.get_queryset())
            self.data, self.gone = close_ranks(self.data, str(self.prefix), known)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "parent": self.instance}

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if DELETION_FIELD_NAME in form.fields:
            row = form.instance if form.instance.pk else _("this row")
            form.fields[DELETION_FIELD_NAME].widget.attrs["aria-label"] = _("Remove %(row)s") % {"row": row}

    @property
    def meanwhile(self) -> list[Meanwhile]:
        """Rows that others removed, and what they changed in the rest."""
        return [self.removed(row) for row in self.gone] + [one for form in self.forms for one in form.meanwhile]

    def removed(self, row: Gone) -> Meanwhile:
        fields, form = self.form.base_fields, cast(type[FactForm], self.form)
        model = cast(type[models.Model], self.model)
        shown = ", ".join(words(fields.get(name), value) for name, value in row.shown.items() if value)
        place = form.place_of_gone(row)
        last = decided_since(opened_at(self.data), field=place, action=Correction.Action.REMOVED) if place else None
        mine = "; ".join(f"{fields[name].label}: {words(fields[name], row.typed[name])}" for name in row.typed)
        now = f"removed (typed there: {mine})" if mine else "removed"
        return Meanwhile("", str(model._meta.verbose_name).capitalize(), shown, now, last, bool(mine))

    def clean(self) -> None:
        super().clean()
        lost = [self.removed(row) for row in self.gone if row.typed]
        if lost:
            raise ValidationError([f"{one} To go on without that row, save again." for one in lost])
        for form in self.initial_forms:
            if self.can_delete and self._should_delete_form(form) and form.meanwhile:  # type: ignore[attr-defined]
                message = _("“%(row)s” was changed meanwhile. Look again; to remove it all the same, save again.")
                raise ValidationError(message, params={"row": form.instance})

    def edits(self) -> list[Edit]:
        """Removals first, then what changed, then what is new."""
        removed = [form for form in self.deleted_forms if form.instance.pk]
        kept = [form for form in self.forms if form not in self.deleted_forms and form.has_changed()]
        found = [edit for form in removed for edit in form.removal()]
        return found + [edit for form in kept for edit in form.edits()]
