"""All addresses of the site, and all that its database holds: for tests that walk through everything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.urls import URLPattern, get_resolver


class Address(NamedTuple):
    route: str
    """As it is written in urls.py, with what stands before it."""
    name: str
    """With its namespace; empty where it has none."""


def addresses(patterns: Any = None, before: str = "", space: str = "") -> Iterator[Address]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield Address(route, f"{space}{pattern.name}" if pattern.name else "")
        else:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern.url_patterns, route, inner)


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the sessions, which signing in writes."""
    models = [model for model in apps.get_models() if model._meta.label != "sessions.Session"]
    return {model._meta.label: list(model.objects.order_by("pk").values_list()) for model in models}
