"""The application: reading room for diplomatic meeting records."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


def prepare_database(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """After `migrate`: countries as the lexicon has them, the triggers of the change log, the roles of the staff."""
    from meetings import countries, roles, triggers

    connection = connections[using]
    if "meetings_change" in connection.introspection.table_names():
        countries.sync(using)
        triggers.install(connection)
        roles.sync(using)


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = "Reading room"

    def ready(self) -> None:
        post_migrate.connect(prepare_database, sender=self)
