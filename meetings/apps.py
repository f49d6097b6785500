"""The application: reading room for diplomatic meeting records."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


def prepare_database(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """After `migrate`: countries as the lexicon has them, the triggers of the change log, its new key, and the roles.

    A new one, because SQLite may have lost a table's triggers while the migrations changed rows.
    """
    from meetings import countries, roles, triggers
    from meetings.models import ChangeLog

    connection = connections[using]
    if "meetings_changelog" in connection.introspection.table_names():
        countries.sync(using)
        triggers.install(connection)
        roles.sync(using)
        if kwargs.get("plan") or not ChangeLog.objects.using(using).exists():
            ChangeLog.objects.using(using).renew()


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = "Reading room"

    def ready(self) -> None:
        post_migrate.connect(prepare_database, sender=self)
