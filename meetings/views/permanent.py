"""Addresses that are cited: absolute, and the same whatever language the interface has."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url


def permanent(request: HttpRequest) -> Callable[[str], str]:
    """Makes an address absolute and takes the interface's language out of it: /ru/quotes/7/ becomes /quotes/7/."""
    return lambda address: translate_url(request.build_absolute_uri(address), settings.LANGUAGE_CODE)
