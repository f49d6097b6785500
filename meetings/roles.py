"""Who may do what at the correction desk: one table, from which Django's groups are kept after every `migrate`.

A reader needs no account and has no group. Superusers (`manage.py createsuperuser`) may do everything.
"""

from __future__ import annotations

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import AnonymousUser, Group, Permission, User
from django.db import transaction

from meetings import merging
from meetings.models import Correction, Judgement, Takedown

EVERY = "*"
"""All models of an app, or all that can be done with them."""
EDITOR, CURATOR, ADMINISTRATOR = "Editor", "Curator", "Administrator"
CORRECTED = ("correction", "document", "meeting", "mention", "participant", "person", "quote", "suggestion")

LOOK = ("meetings.view_*",)
CORRECT = tuple(f"meetings.change_{model}" for model in CORRECTED)
GOVERN = ("auth.view_group", "auth.view_user", "auth.add_user", "auth.change_user")
UNLOCK = ("axes.view_accessattempt", "axes.delete_accessattempt")

ROLES: dict[str, tuple[str, ...]] = {
    EDITOR: (*LOOK, *CORRECT),
    CURATOR: ("meetings.*",),
    ADMINISTRATOR: ("meetings.*", *GOVERN, *UNLOCK),
}
"""Permissions as Django names them. An editor sets right what was read; a curator also decides on identity, takes
texts in and out, and deletes; an administrator also gives roles. A new permission of `meetings` is a curator's unless
it only looks."""


def sync(using: str) -> None:
    """Give each group just the permissions of the table. Raises LookupError where it names one that there is not."""
    for label in sorted({permission.partition(".")[0] for some in ROLES.values() for permission in some}):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    with transaction.atomic(using=using):
        for role, patterns in ROLES.items():
            group, _new = Group.objects.using(using).get_or_create(name=role)
            group.permissions.set([found for pattern in patterns for found in named(pattern, using)])


def named(pattern: str, using: str) -> list[Permission]:
    """The permissions of a line of the table."""
    label, _dot, codename = pattern.partition(".")
    rows = Permission.objects.using(using).filter(content_type__app_label=label)
    if codename.endswith(EVERY):
        found = list(rows.filter(codename__startswith=codename.removesuffix(EVERY)))
    else:
        found = list(rows.filter(codename=codename))
    if not found:
        raise LookupError(f"There is no permission {pattern}.")
    return found


def may_withdraw(user: User | AnonymousUser, decision: Correction | Judgement | Takedown) -> bool:
    """A split of a person is written as corrections, and is undone by those alone who may make it."""
    split = isinstance(decision, Correction) and merging.is_split(decision)
    return user.has_perm(f"meetings.change_{'judgement' if split else decision._meta.model_name}")
