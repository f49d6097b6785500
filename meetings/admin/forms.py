"""Forms that never save their rows: what a person changed in them becomes corrections.

A form carries what it showed in hidden fields. What differs from it was changed by the person at the form, and only
that is written; where the row came to say something else meanwhile, the person is told and asked again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext as _

from meetings import corrections
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


class FactForm(forms.ModelForm):
    """The fields of one row. Subclasses say of whom a field speaks (`place_of`) and what was decided (`edits`)."""

    data: Any
    unstamped: tuple[str, ...] = ("reason",)
    together: tuple[tuple[str, ...], ...] = ()
    """Fields that mean something only together: who changes one of them must have seen the others as they are."""

    def __init__(self, *args: Any, parent: models.Model | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parent = parent
        self.renewed: list[str] = []
        for name, field in self.fields.items():
            field.show_hidden_initial = name not in self.unstamped
            if parent is not None:
                field.widget.attrs["aria-label"] = field.label or name

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

    def is_stale(self, name: str) -> bool:
        field = self.fields[name]
        shown = self._widget_data_value(field.hidden_widget(), self[name].html_initial_name)  # type: ignore[attr-defined]
        now = self.initial.get(name)
        if isinstance(now, str):
            now = field.to_python(now)
        return field.has_changed(now, plain(shown))

    def mind_meanwhile(self, touched: set[str]) -> None:
        """Say what others changed in what is being changed here; show the rest as it stands by now."""
        self.renewed = self.stale()
        for name in self.renewed:
            self.refresh(name, keep=name in touched)
            if name in touched:
                self.add_error(name, self.meanwhile(name))

    def refresh(self, name: str, keep: bool) -> None:
        """Let the form, shown once more, speak of what stands now; what the person typed is kept."""
        self.data = self.data.copy()
        now = self.fields[name].prepare_value(self.initial.get(name))
        shown = "" if now is None else str(now)
        self.data[self[name].html_initial_name] = shown
        if not keep:
            self.data[self[name].html_name] = shown

    def meanwhile(self, name: str) -> ValidationError:
        kind, subject, field = self.place_of(name)
        last = Correction.objects.filter(kind=kind, subject=subject, field=field).order_by("-id").first()
        who = (last.withdrawn_by or last.author) if last else None
        message = _(
            "Changed meanwhile%(by)s: it now says “%(now)s”. Look again; to set yours all the same, save again."
        )
        by = _(" by %(who)s") % {"who": who} if who else ""
        return ValidationError(message, params={"by": by, "now": self.shown_now(name)})

    def shown_now(self, name: str) -> str:
        value, field = self.initial.get(name), self.fields[name]
        if isinstance(field, forms.ModelChoiceField) and value:
            value = field.queryset.model._default_manager.filter(pk=value).first()  # type: ignore[union-attr]
        return "" if value is None else str(value)


class FactFormSet(forms.BaseInlineFormSet):
    """Rows of `FactForm`s under the form of what they belong to."""

    forms: list[Any]
    deleted_forms: list[Any]

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "parent": self.instance}

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if DELETION_FIELD_NAME in form.fields:
            row = form.instance if form.instance.pk else _("this row")
            form.fields[DELETION_FIELD_NAME].widget.attrs["aria-label"] = _("Remove %(row)s") % {"row": row}

    def clean(self) -> None:
        super().clean()
        for form in self.initial_forms:
            if not form.instance.pk:
                raise ValidationError(_("A row was removed meanwhile. Look again: open the page anew."))
            if self.can_delete and self._should_delete_form(form) and form.renewed:  # type: ignore[attr-defined]
                message = _("“%(row)s” was changed meanwhile. Look again; to remove it all the same, save again.")
                raise ValidationError(message, params={"row": form.instance})

    def edits(self) -> list[Edit]:
        """Removals first, then what changed, then what is new."""
        removed = [form for form in self.deleted_forms if form.instance.pk]
        kept = [form for form in self.forms if form not in self.deleted_forms and form.has_changed()]
        found = [edit for form in removed for edit in form.removal()]
        return found + [edit for form in kept for edit in form.edits()]
