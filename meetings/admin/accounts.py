"""The accounts of the staff: who may sign in, and in which role. What roles may do is said in `meetings.roles`."""

from __future__ import annotations

from typing import Any

from axes.models import AccessAttempt
from django import forms
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.http import HttpRequest

from meetings import roles
from meetings.admin.base import ReadOnlyAdmin

admin.site.unregister([Group, User])
apps.get_app_config("axes").verbose_name = "Log-ins"


@admin.register(User)
class AccountAdmin(UserAdmin):
    """A role lets somebody sign in. An account is closed, never deleted: what was decided keeps its author."""

    list_display = ("username", "first_name", "last_name", "roles", "is_active", "last_login")
    list_filter = ("groups", "is_active")
    readonly_fields = ("is_superuser", "last_login", "date_joined")
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("May", {"fields": ("groups", "is_active", "is_superuser")}),
        ("When", {"fields": ("last_login", "date_joined")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="role")
    def roles(self, user: User) -> str:
        names = [group.name for group in user.groups.all()]
        return ", ".join(["Superuser", *names] if user.is_superuser else names) or "–"

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """A superuser's password and role are for superusers."""
        beyond = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not beyond

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Nobody closes the door behind themselves."""
        own = ("groups", "is_active") if obj is not None and obj == request.user else ()
        return (*super().get_readonly_fields(request, obj), *own)

    def get_form(self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        if "groups" in form.base_fields:
            form.base_fields["groups"].label = "Role"
            form.base_fields["groups"].help_text = "Whoever has a role may sign in here."
            form.base_fields["is_active"].help_text = "Untick to close the account: its corrections keep their author."
        return form

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return super().formfield_for_manytomany(db_field, request, widget=forms.CheckboxSelectMultiple, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        user = form.instance
        user.is_staff = user.is_superuser or user.groups.filter(name__in=roles.ROLES).exists()
        user.save(update_fields=["is_staff"])


@admin.register(Group)
class RoleAdmin(ReadOnlyAdmin):
    """The roles, to be looked at: `migrate` keeps them as the table says."""

    list_display = ("name",)
    fields = ("name", "may")
    readonly_fields = ("may",)

    @admin.display(description="may")
    def may(self, group: Group) -> str:
        rows = group.permissions.select_related("content_type").order_by("content_type__app_label", "codename")
        return ", ".join(row.name.removeprefix("Can ") for row in rows)


@admin.register(AccessAttempt)
class AttemptAdmin(ReadOnlyAdmin):
    """Log-ins that failed lately. To lift a lock, delete its attempts."""

    list_display = ("attempt_time", "username", "ip_address", "failures_since_start")
    search_fields = ("username", "ip_address")
    fields = ("username", "ip_address", "failures_since_start", "attempt_time", "user_agent", "path_info")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("axes.delete_accessattempt")
