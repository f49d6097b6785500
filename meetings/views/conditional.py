"""Public pages that say nothing but what the lists hold: sent once, and again only after something changed."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.translation import get_language

MOST = 200
"""So many pages a process keeps as they were sent."""
pages: OrderedDict[str, bytes] = OrderedDict()


def tag(request: HttpRequest, mark: str) -> str:
    """The ETag of a page that shows what stands at `mark` in the change log; empty for readers with a page of their
    own, and where `mark` is."""
    own = {settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name} & request.COOKIES.keys()
    if own or not mark or request.method not in ("GET", "HEAD"):
        return ""
    parts = [release(), mark, get_language() or "", request.build_absolute_uri()]
    return f'"{hashlib.blake2b("|".join(parts).encode(), digest_size=16).hexdigest()}"'


@cache
def release() -> str:
    """When the newest file that makes pages was changed: other files make other pages."""
    folders = (Path(settings.BASE_DIR) / name for name in ("meetings", "templates", "static", "diplomacy"))
    files = (path for folder in folders for path in folder.rglob("*") if path.suffix != ".pyc")
    return str(max((path.stat().st_mtime_ns for path in files), default=0))


def unchanged(request: HttpRequest, etag: str) -> HttpResponse | None:
    """The answer to a reader who has the page, or for whom it was made before."""
    if not etag:
        return None
    if (answer := get_conditional_response(request, etag)) is not None:
        return marked(answer, etag)
    page = pages.get(etag)
    return None if page is None else marked(HttpResponse(page), etag)


def kept(response: HttpResponse, etag: str) -> HttpResponse:
    """The page as it is sent, kept for the next reader; a proxy may keep it, too, and asks whether it still holds."""
    if not etag:
        patch_cache_control(response, private=True, max_age=0)
        return response
    pages[etag] = response.render().content  # type: ignore[attr-defined]
    if len(pages) > MOST:
        pages.popitem(last=False)
    return marked(response, etag)


def marked(response: HttpResponse, etag: str) -> HttpResponse:
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=0, s_maxage=settings.PROXY_SECONDS)
    patch_vary_headers(response, ["Cookie"])  # the staff are shown more
    return response
