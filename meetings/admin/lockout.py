"""Who gave a wrong password too often is told so, and how long to wait."""

from __future__ import annotations

from typing import Any

from axes.helpers import get_cool_off
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

LONGEST_NAME = 150
"""Accounts have no longer names, and the table of attempts takes none."""


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The user name that somebody tries, as attempts are counted by it."""
    return str((credentials or request.POST).get("username") or "")[:LONGEST_NAME]


def locked_out(request: HttpRequest, response: HttpResponse | None, credentials: dict[str, Any] | None) -> HttpResponse:
    """Each further attempt begins the waiting anew, so it is the whole of it from now."""
    wait = get_cool_off(request)
    context = {**admin.site.each_context(request), "title": "Too many attempts", "minutes": wait.seconds // 60}
    refused = render(request, "admin/locked_out.html", context, status=429)
    refused.headers["Retry-After"] = str(wait.seconds)
    return refused
